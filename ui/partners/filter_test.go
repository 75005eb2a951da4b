package partners_test

import (
	"testing"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// choose opens the filter that says label and takes the choice of that title.
func choose(t *testing.T, w *pagetest.Window, label, title string) {
	t.Helper()
	pagetest.Tap(t, w, label)
	m := w.Canvas().Overlays().Top().(*kit.Menu)
	for i, it := range m.Items() {
		if it == title {
			m.Choose(i)
			return
		}
	}
	t.Fatalf("no choice %q in %q", title, m.Items())
}

func TestFiltersNarrowTheListAndSayWhatTheyKeep(t *testing.T) {
	d, w := open(t)
	choose(t, w, "Accès", "Pas d’orientation par le PRE")
	for _, r := range list(w).Rows() {
		if r.Icon != "ban" {
			t.Errorf("%s is kept", r.Title)
		}
	}
	choose(t, w, "Type", "CATTP enfants")
	if rows := list(w).Rows(); len(rows) != 1 || rows[0].Title != "CATTP enfants de Sauvelande" {
		t.Errorf("kept %v", rows)
	}
	w.Canvas().Focus(list(w).Keyboard())
	press(w, "Down")
	pagetest.Shoot(t, w, "partenaires-filtre")
	if !says(w, "Le PRE ne peut pas orienter directement.") || !says(w, "L’accès passe par le CMP enfants") {
		t.Error("the sheet does not say that the team never refers")
	}
	choose(t, w, "CATTP enfants", "Tous les types")
	choose(t, w, "Orientation\u00a0: non", "Tous les accès")
	if n := len(list(w).Rows()); n != len(d.Registry.PartnerRows()) {
		t.Errorf("without filters %d structures are listed", n)
	}
}

func TestArchivedStructuresAreListedOnDemand(t *testing.T) {
	d, w := pagetest.Open(t)
	id := d.Registry.PartnerRows()[2].ID
	if err := d.Registry.Partners.Archive(id); err != nil {
		t.Fatal(err)
	}
	show(d, w, page.Route{Page: page.Partners})
	choose(t, w, "Type", "1\u00a0structure archivée")
	if rows := list(w).Rows(); len(rows) != 1 || rows[0].Key != id.String() {
		t.Fatalf("listed %v", rows)
	}
	w.Canvas().Focus(list(w).Keyboard())
	press(w, "Down")
	pagetest.Tap(t, w, "Sortir des archives")
	if s, _ := d.Registry.Partners.Get(id); s.Archived {
		t.Error("it is still archived")
	}
	if len(list(w).Rows()) != len(d.Registry.PartnerRows()) {
		t.Error("the list still shows the archives")
	}
}

func TestASheetFilledElsewhereIsReadAgainWithoutLosingThePlace(t *testing.T) {
	d, w := open(t)
	id := d.Registry.PartnerRows()[1].ID
	w.Canvas().Focus(list(w).Keyboard())
	press(w, "Down")
	s, _ := d.Registry.Partners.Get(id)
	s.Wait = "Environ 8 mois"
	if err := d.Registry.Partners.Save(&s); err != nil {
		t.Fatal(err)
	}
	if !says(w, "Environ 8 mois") || list(w).Selected() != id.String() || w.Canvas().Focused() != list(w).Keyboard() {
		t.Error("the change is not shown, or the choice or the keyboard is lost")
	}
}

func TestASheetWithoutAnythingSaysWhatIsMissing(t *testing.T) {
	d, w := pagetest.Empty(t)
	s := data.Partner{Name: "Le Tremplin"}
	if err := d.Registry.Partners.Save(&s); err != nil {
		t.Fatal(err)
	}
	show(d, w, page.Route{Page: page.Partners})
	pagetest.Shoot(t, w, "partenaires-nue")
	if !says(w, "non saisi") || !says(w, "jamais") || !says(w, "À préciser avec la structure.") {
		t.Error("a sheet without anything does not say so")
	}
}
