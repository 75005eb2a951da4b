package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

var january15 = data.NewDate(2027, 1, 15)

func TestADateFieldTakesDatesAsPeopleTypeThem(t *testing.T) {
	window(t)
	for typed, want := range map[string]data.Date{
		"1/3/24": data.NewDate(2024, 3, 1), "01032024": data.NewDate(2024, 3, 1), "1 mars": data.NewDate(2027, 3, 1),
		"demain": data.NewDate(2027, 1, 16), "": 0,
	} {
		d := kit.NewDateField("Date", january15)
		d.SetText(typed)
		if got := d.Value(); got != want || !d.Check() {
			t.Errorf("%q gives %v and error %q, want %v", typed, got, d.Err(), want)
		}
	}
}

func TestADateFieldForgetsItsValueWhenTheTextIsNoDate(t *testing.T) {
	window(t)
	d := kit.NewDateField("Date de naissance", january15)
	d.SetText("01/03/2024")
	d.SetText("31/02/2024")
	if !d.Value().IsZero() {
		t.Errorf("31 February gives %v, want no date", d.Value())
	}
	if d.Check() || d.Err() == "" {
		t.Error("31 February is not reported")
	}
}

func TestANeededFieldLeftEmptySaysSo(t *testing.T) {
	window(t)
	f := kit.NewTextField("Prénom", "")
	f.Needed = "Écrivez le prénom."
	if f.Check() || f.Err() != "Écrivez le prénom." {
		t.Errorf("empty needed field says %q", f.Err())
	}
	f.SetText("Lila")
	if !f.Check() || f.Err() != "" {
		t.Errorf("filled field still says %q", f.Err())
	}
}

func TestEnterGoesToTheNextFieldAndSubmitsFromTheLast(t *testing.T) {
	w := window(t)
	first, last := kit.NewTextField("Prénom", ""), kit.NewTextField("Nom", "")
	submitted := 0
	form := kit.NewForm(first, last)
	form.OnSubmit = func() { submitted++ }
	w.SetContent(kit.VBox(look.Gap, first, last))
	w.Canvas().Focus(first.Keyboard())
	press(w, fyne.KeyReturn)
	if w.Canvas().Focused() != last.Keyboard() || submitted != 0 {
		t.Fatal("Enter in the first field does not go to the last")
	}
	press(w, fyne.KeyReturn)
	if submitted != 1 {
		t.Errorf("submitted %d times, want 1", submitted)
	}
}

func TestAFormThatIsWrongDoesNotSubmitAndFocusesTheFirstFault(t *testing.T) {
	w := window(t)
	first, second := kit.NewTextField("Prénom", ""), kit.NewTextField("Nom", "")
	second.Needed = "Écrivez le nom."
	form := kit.NewForm(first, second)
	form.OnSubmit = func() { t.Error("submitted a form that is wrong") }
	w.SetContent(kit.VBox(look.Gap, first, second))
	form.Submit()
	if w.Canvas().Focused() != second.Keyboard() {
		t.Error("the focus is not on the field that is wrong")
	}
}

func TestAFormKnowsWhatThePersonChanged(t *testing.T) {
	w := window(t)
	f := kit.NewTextField("Nom", "")
	form := kit.NewForm(f)
	w.SetContent(f)
	f.SetText("Kerdoun")
	if form.Dirty() {
		t.Error("filling the form counts as a change")
	}
	w.Canvas().Focus(f.Keyboard())
	test.Type(f.Keyboard(), "x")
	if !form.Dirty() {
		t.Error("typing does not count as a change")
	}
}

func TestLettersChooseInASelect(t *testing.T) {
	w := window(t)
	s := kit.NewSelectField("Niveau", []string{"CP", "CE1", "École"}, 0)
	w.SetContent(s)
	s.Keyboard().TypedRune('e')
	if s.Text() != "École" {
		t.Errorf("e chooses %q, want École", s.Text())
	}
	s.Keyboard().TypedRune('c')
	if s.Text() != "CP" {
		t.Errorf("c chooses %q, want CP", s.Text())
	}
}

func TestArrowsAndEnterChooseInAPicker(t *testing.T) {
	w := window(t)
	chosen := -1
	p := kit.NewPicker("Prénom ou nom", "Personne", func(string) []kit.Found {
		return []kit.Found{{Title: "Lila K."}, {Title: "Noé T.", Off: "déjà inscrit"}, {Title: "Zoé F."}}
	}, func(i int) { chosen = i })
	w.SetContent(p)
	w.Canvas().Focus(p.Keyboard())
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if chosen != -1 {
		t.Errorf("a row that is off was chosen: %d", chosen)
	}
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	if chosen != 2 {
		t.Errorf("chose %d, want 2", chosen)
	}
}

// window opens a test window in the look of the product.
func window(t *testing.T) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(t, kit.Gap(1))
	w.Resize(fyne.NewSize(800, 600))
	return w
}

func press(w fyne.Window, key fyne.KeyName) {
	if f := w.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestAReadOnlyNoteIsSetAsProse(t *testing.T) {
	w := window(t)
	note := kit.NewNoteField("Synthèse", "", 3)
	w.SetContent(kit.Sized(150, 200, note))
	note.SetText("La voix monte avec l’excitation\u00a0: un signe suffit.")
	note.SetReadOnly(true)
	var prose []*kit.Prose
	for _, o := range test.LaidOutObjects(w.Content()) {
		if p, ok := o.(*kit.Prose); ok && p.Visible() {
			prose = append(prose, p)
		}
	}
	if len(prose) != 1 || prose[0].Text() != note.Text() {
		t.Fatalf("a read-only note shows %d pieces of prose", len(prose))
	}
	for _, line := range prose[0].Texts() {
		if strings.HasPrefix(line, ":") {
			t.Errorf("a line begins with a colon: %q", line)
		}
	}
	note.SetReadOnly(false)
	w.Canvas().Focus(note.Keyboard())
	test.Type(note.Keyboard(), "Puis ")
	if !strings.HasPrefix(note.Text(), "Puis ") {
		t.Errorf("the note cannot be changed again: %q", note.Text())
	}
}
