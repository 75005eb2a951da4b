package children_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

type table = kit.Table[registry.ChildRow]

// list opens the list of the sample town.
func list(t *testing.T, r page.Route) (page.Desk, *pagetest.Window, *children.List) {
	t.Helper()
	d, w := pagetest.Open(t)
	p := children.NewList(d, r).(*children.List)
	pagetest.Show(w, p)
	return d, w, p
}

func one[W fyne.CanvasObject](t *testing.T, w *pagetest.Window, label string) W {
	t.Helper()
	found := pagetest.Find[W](w, label)
	if len(found) == 0 {
		t.Fatalf("nothing of that kind says %q", label)
	}
	return found[0]
}

func press(w *pagetest.Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func shown(t *testing.T, w *pagetest.Window) []string {
	t.Helper()
	var names []string
	for _, r := range one[*table](t, w, "").Rows() {
		names = append(names, r.First)
	}
	return names
}

func TestTypingKeepsTheChildrenWhoMatchWithoutAccents(t *testing.T) {
	_, w, p := list(t, page.Route{Page: page.Children})
	p.Arrive()
	box := one[*kit.SearchBox](t, w, "")
	if w.Canvas().Focused() != box.Keyboard() {
		t.Error("the search has not the focus on arrival")
	}
	box.SetText("eliott")
	if got := shown(t, w); len(got) != 1 || got[0] != "Éliott" {
		t.Errorf("shown %q", got)
	}
}

func TestTelephoneFindsTheChildrenOfTheFamily(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	lila, _ := d.Registry.ChildFile(named(t, d, "Lila").ID, d.Viewer)
	one[*kit.SearchBox](t, w, "").SetText(lila.Family.Guardians[0].Phone[:6])
	for _, name := range shown(t, w) {
		if name == "Lila" {
			return
		}
	}
	t.Errorf("Lila is not among %q", shown(t, w))
}

func TestEnterInTheSearchOpensTheFirstChild(t *testing.T) {
	d, w, p := list(t, page.Route{Page: page.Children})
	p.Find()
	one[*kit.SearchBox](t, w, "").SetText("kerdoun lila")
	press(w, fyne.KeyReturn)
	want := page.Route{Page: page.Child, Child: named(t, d, "Lila").ID}
	if len(w.Routes) != 1 || w.Routes[0] != want {
		t.Errorf("went to %+v", w.Routes)
	}
}

func TestDownGoesFromTheSearchToTheTable(t *testing.T) {
	_, w, p := list(t, page.Route{Page: page.Children})
	p.Find()
	press(w, fyne.KeyDown)
	press(w, fyne.KeyDown)
	press(w, fyne.KeyReturn)
	second := one[*table](t, w, "").Rows()[1].ID
	if len(w.Routes) != 1 || w.Routes[0].Child != second {
		t.Errorf("went to %+v", w.Routes)
	}
}

func TestRouteChoosesTheFilter(t *testing.T) {
	_, w, _ := list(t, page.Route{Page: page.Children, Tab: "a-placer"})
	rows := one[*table](t, w, "").Rows()
	if len(rows) == 0 {
		t.Fatal("nobody is to be placed in the sample town")
	}
	for _, r := range rows {
		if !r.Flags.ToPlace {
			t.Errorf("%s has a place", r.First)
		}
	}
}

func TestNoMatchOffersToTakeTheFiltersAway(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	one[*kit.SearchBox](t, w, "").SetText("zzzz")
	pagetest.Shoot(t, w, "enfants-aucun")
	pagetest.Tap(t, w, "Retirer les filtres")
	if got := len(shown(t, w)); got != len(d.Registry.ChildRows()) {
		t.Errorf("%d children shown", got)
	}
}

func TestArchivedChildIsUnderItsOwnChip(t *testing.T) {
	d, w, p := list(t, page.Route{Page: page.Children})
	id := named(t, d, "Lila").ID
	if err := d.Registry.Children.Archive(id); err != nil {
		t.Fatal(err)
	}
	p.Changed(nil)
	pagetest.Tap(t, w, "Archivés")
	if got := shown(t, w); len(got) != 1 || got[0] != "Lila" {
		t.Errorf("archived: %q", got)
	}
}

func TestOrderOfTheTableIsKept(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	one[*table](t, w, "").SortBy("age")
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	rows := one[*table](t, w, "").Rows()
	if rows[0].BirthDate < rows[1].BirthDate {
		t.Errorf("the youngest is not first: %v, %v", rows[0].BirthDate, rows[1].BirthDate)
	}
}

// typeIn types in the field of that label.
func typeIn(t *testing.T, w *pagetest.Window, label, text string) {
	t.Helper()
	field := one[*kit.TextField](t, w, label)
	w.Canvas().Focus(field.Keyboard())
	for _, r := range text {
		field.Keyboard().TypedRune(r)
	}
}

func TestNewChildIsWrittenWithAFamilyAndItsFileOpens(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	pagetest.Tap(t, w, "Ajouter un enfant")
	typeIn(t, w, "Prénom", "Ysée")
	typeIn(t, w, "Nom", "Bréval")
	one[*kit.DateField](t, w, "Date de naissance").SetText("3/4/18")
	pagetest.Find[*kit.TextField](w, "Prénom")[1].SetText("Maud")
	one[*kit.TextField](t, w, "Téléphone").SetText("01 99 00 12 34")
	pagetest.Shoot(t, w, "nouveau")
	pagetest.Tap(t, w, "Ajouter l’enfant")
	row := named(t, d, "Ysée")
	if row.BirthDate != data.NewDate(2018, 4, 3) {
		t.Errorf("born on %v", row.BirthDate)
	}
	family, _ := d.Registry.Family(row.FamilyID)
	if len(family.Guardians) != 1 || family.Guardians[0].Phone != "0199001234" || family.Guardians[0].LastName != "Bréval" {
		t.Errorf("family: %+v", family)
	}
	if len(w.Routes) != 1 || w.Routes[0].Child != row.ID {
		t.Errorf("went to %+v", w.Routes)
	}
}

func TestNewChildWithoutNameIsRefusedBesideTheField(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	before := d.Registry.Children.Len()
	pagetest.Tap(t, w, "Ajouter un enfant")
	one[*kit.DateField](t, w, "Date de naissance").SetText("31/2/18")
	pagetest.Tap(t, w, "Ajouter l’enfant")
	if got := one[*kit.TextField](t, w, "Prénom").Err(); got == "" {
		t.Error("nothing is said beside the first name")
	}
	if got := one[*kit.DateField](t, w, "Date de naissance").Err(); got == "" {
		t.Error("nothing is said beside the date")
	}
	pagetest.Shoot(t, w, "nouveau-faux")
	if d.Registry.Children.Len() != before {
		t.Error("a child was kept")
	}
}

func TestChildWhoIsAlreadyThereIsToldAndNotRefused(t *testing.T) {
	d, w, _ := list(t, page.Route{Page: page.Children})
	lila := named(t, d, "Lila")
	pagetest.Tap(t, w, "Ajouter un enfant")
	typeIn(t, w, "Prénom", "lila")
	typeIn(t, w, "Nom", "kerdoun")
	pagetest.Shoot(t, w, "nouveau-double")
	before := d.Registry.Children.Len()
	pagetest.Tap(t, w, "Ajouter quand même")
	if d.Registry.Children.Len() != before+1 {
		t.Error("the second child was refused")
	}
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	pagetest.Tap(t, w, "Ajouter un enfant")
	typeIn(t, w, "Prénom", "Lila")
	typeIn(t, w, "Nom", lila.Last)
	pagetest.Tap(t, w, "Ouvrir sa fiche")
	if last := w.Routes[len(w.Routes)-1]; last.Page != page.Child {
		t.Errorf("went to %+v", last)
	}
}

func TestEscapeAsksBeforeDroppingWhatWasTyped(t *testing.T) {
	_, w, _ := list(t, page.Route{Page: page.Children})
	pagetest.Tap(t, w, "Ajouter un enfant")
	typeIn(t, w, "Prénom", "Ysée")
	kit.Escape(w.Content())
	pagetest.Tap(t, w, "Continuer la saisie")
	if got := one[*kit.TextField](t, w, "Prénom").Text(); got != "Ysée" {
		t.Errorf("what was typed is %q", got)
	}
	kit.Escape(w.Content())
	pagetest.Tap(t, w, "Abandonner")
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the sheet is still open")
	}
}

// refuse fails the test when something was shown as going wrong.
func refuse(t *testing.T, w *pagetest.Window) {
	t.Helper()
	if len(w.Failures) > 0 {
		t.Fatalf("shown as failures: %v", errors.Join(w.Failures...))
	}
}

func TestTheListOfChildrenLeavesAsItIsShown(t *testing.T) {
	_, w, _ := list(t, page.Route{Page: page.Children, Tab: "regularite"})
	rows := pagetest.List(t, w, "Exporter")
	if on := shown(t, w); len(rows) != 1+len(on) || len(rows[0]) != 7 {
		t.Errorf("%d rows of %q left for %d on screen", len(rows)-1, rows[0], len(on))
	}
}
