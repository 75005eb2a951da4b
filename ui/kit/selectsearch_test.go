package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// searched is a choice among many names.
func searched(t *testing.T) (fyne.Window, *SelectField) {
	t.Helper()
	names := make([]string, 0, 30)
	for i := range 29 {
		names = append(names, fmt.Sprintf("Nom %d", i))
	}
	names = append(names, "Éloïse Brévêl")
	f := NewSelectField("Pour", names, 0).Searched(SelectSearch{Hint: "Un nom", Empty: "Personne.", Found: func(i int) Found { return Found{Title: names[i]} }})
	w, _, _ := openWindow(t, f)
	w.Canvas().Focus(f.Keyboard())
	return w, f
}

func TestALetterBeginsTheSearchOfAChoiceAmongMany(t *testing.T) {
	w, f := searched(t)
	picked := -1
	f.OnPick = func(i int) { picked = i }
	for _, letter := range "eloise" {
		w.Canvas().Focused().TypedRune(letter)
	}
	press(w, fyne.KeyReturn)
	if f.Text() != "Éloïse Brévêl" || picked != 29 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("chose %q, told %d", f.Text(), picked)
	}
	if w.Canvas().Focused() != f.Keyboard() {
		t.Error("the focus does not come back to the choice")
	}
}

func TestArrowsReachEveryOptionOfASearch(t *testing.T) {
	w, f := searched(t)
	press(w, fyne.KeySpace)
	for range 12 {
		press(w, fyne.KeyDown)
	}
	press(w, fyne.KeyPageDown, fyne.KeyReturn)
	if f.Chosen() != 12+pickerRows {
		t.Errorf("chose %d", f.Chosen())
	}
	press(w, fyne.KeySpace, fyne.KeyEscape)
	if f.Chosen() != 12+pickerRows || w.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not leave the choice as it was")
	}
}

func TestTheWheelScrollsASearch(t *testing.T) {
	found := make([]Found, 20)
	picked := -1
	p := NewPicker("", "", func(string) []Found { return found }, func(i int) { picked = i })
	p.rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)})
	p.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, look.MenuRowHeight/2)})
	if picked != 1 {
		t.Errorf("the first row in sight is %d", picked)
	}
	for range 40 {
		p.rows.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -10)})
	}
	p.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, look.MenuRowHeight*pickerRows-1)})
	if picked != 19 {
		t.Errorf("the last row is %d", picked)
	}
}
