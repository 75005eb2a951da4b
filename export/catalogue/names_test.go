package catalogue

import (
	"testing"

	"mercredi/data"
)

func TestFileIsNamedByReferenceUnlessANameIsAskedFor(t *testing.T) {
	d := Document{Key: "bilan", Title: "Bilan individuel", Options: []Option{{Key: ToSend, Label: "Version à transmettre"}}}
	p := Paper{Reference: "BIL7 2026", Named: "Lila Kaci"}
	for _, c := range []struct {
		wish Wish
		want string
	}{
		{Wish{}, "bilan-BIL7-2026.pdf"},
		{Wish{With: With{ToSend}, Large: true}, "bilan-BIL7-2026-transmettre-gros-caracteres.pdf"},
		{Wish{Named: true}, "Bilan individuel, Lila Kaci.pdf"},
		{Wish{Named: true, With: With{ToSend}, Grey: true}, "Bilan individuel, Lila Kaci, version à transmettre, noir et blanc.pdf"},
	} {
		if got := d.FileName(p, c.wish); got != c.want {
			t.Errorf("%+v is named %q, want %q", c.wish, got, c.want)
		}
	}
}

func TestChoiceFitsWhatIsAtHand(t *testing.T) {
	one, other := data.ID[data.Child]{1}, data.ID[data.Child]{2}
	cycle := data.ID[data.Cycle]{3}
	for _, c := range []struct {
		choice, hand Subject
		want         bool
	}{
		{Subject{Child: one, Cycle: cycle}, Subject{Child: one}, true},
		{Subject{Child: other, Cycle: cycle}, Subject{Child: one}, false},
		{Subject{Child: other, Cycle: cycle}, Subject{Child: one, Cycle: cycle}, false},
		{Subject{SchoolYear: 2026}, Subject{Child: one}, false},
		{Subject{SchoolYear: 2026}, Subject{}, true},
	} {
		if got := c.choice.Fits(c.hand); got != c.want {
			t.Errorf("%+v fits %+v: %v", c.choice, c.hand, got)
		}
	}
}
