package workshops_test

import (
	"testing"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

func TestWhatGroupsMustRespectIsOnTheFiche(t *testing.T) {
	d, w := list(t)
	art := workshop(t, d, data.ArtTherapy)
	pagetest.Tap(t, w, "Modifier la fiche")
	number := func(label string) *kit.NumberField { return pagetest.Find[*kit.NumberField](w, label)[0] }
	number("Enfants, au moins").SetText("50")
	hours := func(label string) *kit.TimeField { return pagetest.Find[*kit.TimeField](w, label)[0] }
	hours("Commence au plus tôt").SetText("15h")
	hours("Commence au plus tard").SetText("14h")
	pagetest.Tap(t, w, "Enregistrer")
	if number("Enfants, au moins").Err() == "" || hours("Commence au plus tard").Err() == "" {
		t.Errorf("beside the fields: %q, %q", number("Enfants, au moins").Err(), hours("Commence au plus tard").Err())
	}
	number("Enfants, au moins").SetText("3")
	number("Écart de niveaux, au plus").SetText("2")
	number("Places de la salle").SetText("9")
	hours("Commence au plus tard").SetText("16h30")
	pagetest.Shoot(t, w, "ateliers-fiche-planification")
	pagetest.Tap(t, w, "Enregistrer")
	got, _ := d.Registry.Workshops.Get(art.ID)
	if got.MinChildren != 3 || got.MaxGradeSpan != 2 || got.RoomPlaces != 9 || got.Earliest != data.At(15, 0) || got.Latest != data.At(16, 30) {
		t.Errorf("kept %+v; failures %v", got, w.Failures)
	}
}
