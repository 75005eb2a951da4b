package children_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// plan opens the sheet of the planning of a child.
func plan(t *testing.T, first string) scene {
	t.Helper()
	s := open(t, first, "famille")
	s.tap("Modifier")
	s.choose("La planification")
	return s
}

func TestHoursWhenAChildCannotComeAreKept(t *testing.T) {
	s := plan(t, "Lila")
	before := mustGet(t, s).Busy
	s.tap("Ajouter des heures")
	hours := pagetest.Find[*kit.TimeField](s.Window, "")
	test.Type(hours[len(hours)-2].Keyboard(), "14h")
	test.Type(hours[len(hours)-1].Keyboard(), "15h30")
	pagetest.Shoot(t, s.Window, "enfant-planification")
	s.tap("Enregistrer")
	after := mustGet(t, s).Busy
	if len(after) != len(before)+1 || after[len(after)-1].To != data.At(15, 30) {
		t.Errorf("kept %v", after)
	}
}

func TestAPairToKeepApartIsReadFromBothSides(t *testing.T) {
	s := plan(t, "Lila")
	other := named(t, s.Desk, "Louise")
	s.tap("Choisir un enfant")
	picker := pagetest.Find[*kit.Picker](s.Window, "")[0]
	test.Type(picker.Keyboard(), "Louise")
	picker.Field().Keyboard().TypedKey(enter)
	s.tap("Enregistrer")
	if got := mustGet(t, s).Apart; !slices.Contains(got, other.ID) {
		t.Fatalf("kept %v, want %v", got, other.ID)
	}
	o := scene{s.Desk, s.Window, t, other.ID}
	o.show("famille")
	o.tap("Modifier")
	o.choose("La planification")
	for _, f := range pagetest.Find[*kit.PickedField](o.Window, "") {
		if f.Has(s.id.String()) && len(f.Keys()) == 0 {
			return
		}
	}
	t.Error("the other child does not say whom it is kept apart from")
}

var enter = &fyne.KeyEvent{Name: fyne.KeyReturn}
