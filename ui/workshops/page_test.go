package workshops_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/workshops"
)

func show(d page.Desk, w *pagetest.Window, p page.Page) {
	d.Registry.Subscribe(func(c []registry.Change) { p.Changed(c) })
	pagetest.Show(w, p)
}

func list(t *testing.T) (page.Desk, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Open(t)
	show(d, w, workshops.NewList(d, page.Route{Page: page.Workshops}))
	return d, w
}

// withTemplates is a new file: the templates that ship with the program, and no cycle.
func withTemplates(t *testing.T) (page.Desk, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Empty(t)
	settings := fr.DefaultSettings()
	settings.Zone = "B"
	rubric := fr.DefaultRubric()
	if err := d.Registry.SaveSettings(&settings); err != nil {
		t.Fatal(err)
	}
	if err := d.Registry.Rubrics.Save(&rubric); err != nil {
		t.Fatal(err)
	}
	for _, x := range fr.DefaultWorkshops() {
		x.RubricID = rubric.ID
		if err := d.Registry.Workshops.Save(&x); err != nil {
			t.Fatal(err)
		}
	}
	return d, w
}

func workshop(t *testing.T, d page.Desk, discipline data.Discipline) data.Workshop {
	t.Helper()
	for _, w := range d.Registry.Workshops.All() {
		if w.Discipline == discipline {
			return w
		}
	}
	t.Fatalf("no workshop of %s", discipline)
	return data.Workshop{}
}

// said are all the words on screen.
func said(w *pagetest.Window) string {
	var all []string
	for _, o := range pagetest.Find[fyne.CanvasObject](w, "") {
		if x, ok := o.(interface{ Texts() []string }); ok {
			all = append(all, x.Texts()...)
		}
	}
	return strings.Join(all, " ")
}

func TestTheListShowsEachWorkshopWithItsGroups(t *testing.T) {
	d, w := list(t)
	pagetest.Shoot(t, w, "ateliers")
	rows := pagetest.Find[*kit.RowButton](w, "")
	if len(rows) == 0 {
		t.Fatal("no group is listed")
	}
	rows[0].Tapped(nil)
	last := w.Routes[len(w.Routes)-1]
	if _, ok := d.Registry.Group(last.Group); last.Page != page.Group || !ok {
		t.Errorf("the first row leads to %+v", last)
	}
	w.Resize(fyne.NewSize(1920-172, 1040))
	pagetest.Shoot(t, w, "ateliers-1920")
}

func TestFinishedCyclesAreFoldedUntilAsked(t *testing.T) {
	_, w := list(t)
	before := len(pagetest.Find[*kit.RowButton](w, ""))
	var fold *kit.Button
	for _, b := range pagetest.Find[*kit.Button](w, "") {
		if strings.Contains(b.Label(), "terminé") {
			fold = b
			break
		}
	}
	if fold == nil {
		t.Fatal("the sample town has no finished cycle to unfold")
	}
	fold.Tapped(nil)
	if after := len(pagetest.Find[*kit.RowButton](w, "")); after <= before {
		t.Errorf("%d rows once unfolded, %d before", after, before)
	}
	pagetest.Shoot(t, w, "ateliers-termines")
}

func TestANewFileInvitesToOpenAFirstCycle(t *testing.T) {
	d, w := withTemplates(t)
	show(d, w, workshops.NewList(d, page.Route{Page: page.Workshops}))
	pagetest.Shoot(t, w, "ateliers-neuf")
	pagetest.Tap(t, w, "Ouvrir un cycle")
	if last := w.Routes[len(w.Routes)-1]; last.Page != page.OpenCycle || last.Workshop.IsZero() {
		t.Errorf("« Ouvrir un cycle » leads to %+v", last)
	}
}

func TestAFileWithoutWorkshopsOffersToAddOne(t *testing.T) {
	d, w := pagetest.Empty(t)
	show(d, w, workshops.NewList(d, page.Route{Page: page.Workshops}))
	pagetest.Shoot(t, w, "ateliers-vide")
	if !strings.Contains(said(w), "Aucun atelier pour l’instant.") {
		t.Error("the empty list does not say that it is empty")
	}
}

func TestAnotherYearCanBeChosen(t *testing.T) {
	_, w := list(t)
	for _, b := range pagetest.Find[*kit.Button](w, "2026-2027") {
		b.Tapped(nil)
	}
	menu, ok := w.Canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		t.Fatal("the year opens no menu")
	}
	menu.Choose(0)
	if !strings.Contains(said(w), "Aucun cycle en 2027-2028.") {
		t.Error("the next year shows cycles it cannot have")
	}
}

func TestAWorkshopIsAddedFromItsSheet(t *testing.T) {
	d, w := list(t)
	before := d.Registry.Workshops.Len()
	pagetest.Tap(t, w, "Ajouter un atelier")
	test.Type(w.Canvas().Focused(), "Échecs")
	pagetest.Shoot(t, w, "ateliers-ajouter")
	for _, b := range pagetest.Find[*kit.Button](w, "Ajouter l’atelier") {
		b.Tapped(nil)
	}
	if d.Registry.Workshops.Len() != before+1 || len(w.Failures) > 0 {
		t.Fatalf("%d workshops, want %d; failures %v", d.Registry.Workshops.Len(), before+1, w.Failures)
	}
	if !strings.Contains(said(w), "Échecs") {
		t.Error("the new workshop is not in the list")
	}
}

func TestTheSheetTellsAFaultBesideItsField(t *testing.T) {
	d, w := list(t)
	art := workshop(t, d, data.ArtTherapy)
	pagetest.Tap(t, w, "Modifier la fiche")
	pagetest.Shoot(t, w, "ateliers-fiche")
	minimum := pagetest.Find[*kit.NumberField](w, "Âge, de")[0]
	maximum := pagetest.Find[*kit.NumberField](w, "Âge, à")[0]
	minimum.SetValue(12)
	maximum.SetValue(6)
	pagetest.Tap(t, w, "Enregistrer")
	if maximum.Err() == "" {
		t.Error("ages that end before they begin are not reported beside the field")
	}
	maximum.SetValue(15)
	pagetest.Tap(t, w, "Enregistrer")
	if kept, _ := d.Registry.Workshops.Get(art.ID); kept.MaxAge != 15 {
		t.Errorf("the oldest age kept is %d", kept.MaxAge)
	}
}

func TestASheetThatWasChangedElsewhereKeepsWhatWasTyped(t *testing.T) {
	d, w := list(t)
	pagetest.Tap(t, w, "Modifier la fiche")
	name := pagetest.Find[*kit.TextField](w, "Nom court")[0]
	test.Type(name.Keyboard(), "X")
	other := workshop(t, d, data.ArtTherapy)
	other.Capacity = 9
	if err := d.Registry.Workshops.Save(&other); err != nil {
		t.Fatal(err)
	}
	pagetest.Tap(t, w, "Enregistrer")
	if !strings.Contains(said(w), "enregistrée ailleurs") || !strings.Contains(name.Text(), "X") {
		t.Errorf("the conflict is not told, or %q was lost", name.Text())
	}
}

func TestAWorkshopIsArchivedAndTakenOutAgain(t *testing.T) {
	d, w := list(t)
	art := workshop(t, d, data.ArtTherapy)
	pagetest.Tap(t, w, "Modifier la fiche")
	pagetest.Tap(t, w, "Archiver l’atelier")
	if kept, _ := d.Registry.Workshops.Get(art.ID); !kept.Archived || w.Undo == nil {
		t.Fatalf("archived %v", kept.Archived)
	}
	w.Undo()
	if kept, _ := d.Registry.Workshops.Get(art.ID); kept.Archived {
		t.Error("undo left the workshop in the archives")
	}
}
