package children_test

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// TestBirthDateThatCannotBeIsSaidBesideItsField, nothing is kept, and what was typed stays.
func TestBirthDateThatCannotBeIsSaidBesideItsField(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	before := d.Registry.Children.Len()
	pagetest.Tap(t, w, "Ajouter un enfant")
	typeIn(t, w, "Prénom", "Ysée")
	typeIn(t, w, "Nom", "Bréval")
	birth := one[*kit.DateField](t, w, "Date de naissance")
	for typed, said := range map[string]string{
		"16/01/2027":               fr.Error(data.ErrFutureBirth),
		"14/01/2002":               fr.Error(data.ErrTooOld), // 25 years and a day before the day of the test
		"1/1/1902":                 fr.Error(data.ErrTooOld),
		"31/02/2018":               "Février n’a pas 31\u00a0jours.",
		"00/00/0000":               "",
		"99/99/9999":               "",
		"bientôt 😀":                "",
		strings.Repeat("9", 1_000): "",
	} {
		birth.SetText(typed)
		pagetest.Tap(t, w, "Ajouter l’enfant")
		if got := birth.Err(); got == "" || said != "" && got != said || strings.Contains(got, "inattendue") {
			t.Errorf("%.20q says %q, want %q", typed, got, said)
		}
		if birth.Text() != typed || one[*kit.TextField](t, w, "Nom").Text() != "Bréval" {
			t.Errorf("%.20q became %q", typed, birth.Text())
		}
	}
	if d.Registry.Children.Len() != before || len(w.Failures) != 0 {
		t.Errorf("%d children kept, failures %v", d.Registry.Children.Len()-before, w.Failures)
	}
	birth.SetText("15/01/2002")
	pagetest.Tap(t, w, "Ajouter l’enfant")
	if d.Registry.Children.Len() != before+1 {
		t.Errorf("somebody who is 25 today is refused: %q", birth.Err())
	}
}

func TestNameOfAHundredAndTwentyLettersIsKeptHoweverItIsTyped(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	before := d.Registry.Children.Len()
	pagetest.Tap(t, w, "Ajouter un enfant")
	last := one[*kit.TextField](t, w, "Nom")
	one[*kit.TextField](t, w, "Prénom").SetText(" Yse\u0301e\u00a0")
	last.SetText(strings.Repeat("e\u0301", 121))
	pagetest.Tap(t, w, "Ajouter l’enfant")
	if got := last.Err(); got != "121 caractères, c’est trop\u00a0: 120 au plus." || d.Registry.Children.Len() != before {
		t.Errorf("121 letters: %q", got)
	}
	last.SetText("\t" + strings.Repeat("e\u0301", 120) + "  ")
	pagetest.Tap(t, w, "Ajouter l’enfant")
	row := named(t, d, "Ysée")
	if row.Last != strings.Repeat("é", 120) {
		t.Errorf("kept %q", row.Last)
	}
	pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: row.ID}))
	pagetest.Shoot(t, w, "nom-de-120-lettres")
}

// TestLongNoteWithEmojiIsKeptAndShown: 10,000 characters are kept to the last one, one more is said beside the field.
func TestLongNoteWithEmojiIsKeptAndShown(t *testing.T) {
	text := string([]rune(strings.Repeat("Elle rit 😀 et aide 👩🏽‍🎨 les petits.\n", 400))[:9_999]) + "."
	s := open(t, "Lila", "observations")
	s.tap("Écrire une note")
	one[*kit.TextField](t, s.Window, "Titre").SetText("Longue 😀")
	field := one[*kit.TextField](t, s.Window, "Ce qui s’est dit, ce qui a été vu")
	field.SetText(text + "!")
	pagetest.Tap(t, s.Window, "Enregistrer la note")
	if got := field.Err(); got != "10\u00a0001 caractères, c’est trop\u00a0: 10\u00a0000 au plus." || field.Text() != text+"!" {
		t.Errorf("one too many: %q", got)
	}
	field.SetText(text)
	s.tap("Enregistrer la note")
	kept := ""
	for _, n := range s.Registry.Notes.All() {
		if n.Title == "Longue 😀" {
			kept = n.Text
		}
	}
	if kept != text {
		t.Errorf("%d bytes kept of %d", len(kept), len(text))
	}
	pagetest.Shoot(t, s.Window, "note-longue")
}

// TestSaveThatFailsKeepsTheSheetAndWhatWasTyped: the disk may be full, the file closed by a fault.
func TestSaveThatFailsKeepsTheSheetAndWhatWasTyped(t *testing.T) {
	s := open(t, "Lila", "")
	s.tap("Modifier")
	s.choose("L’identité")
	one[*kit.TextField](t, s.Window, "Nom").SetText("Tapé")
	if err := s.Registry.Close(); err != nil {
		t.Fatal(err)
	}
	for n := range 2 {
		pagetest.Tap(t, s.Window, "Enregistrer")
		if len(s.Failures) != n+1 || fr.Error(s.Failures[n]) != "Le fichier est fermé. Ouvrez-le de nouveau." {
			t.Fatalf("failures %v", s.Failures)
		}
		if got := one[*kit.TextField](t, s.Window, "Nom").Text(); got != "Tapé" {
			t.Errorf("what was typed became %q", got)
		}
	}
	if f := s.file(); f.Child.Last != "Kerdoun" {
		t.Errorf("the screen shows %q, which is not kept", f.Child.Last)
	}
}
