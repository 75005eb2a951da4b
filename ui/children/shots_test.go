package children_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// named is the row of a child of the sample town.
func named(t *testing.T, d page.Desk, first string) registry.ChildRow {
	t.Helper()
	for _, r := range d.Registry.ChildRows() {
		if r.First == first {
			return r
		}
	}
	t.Fatalf("no child named %s", first)
	return registry.ChildRow{}
}

func TestEveryTabCanBePainted(t *testing.T) {
	d, w := pagetest.Open(t)
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	pagetest.Shoot(t, w, "enfants")
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	pagetest.Find[*kit.SearchBox](w, "")[0].SetText("e z")
	pagetest.Shoot(t, w, "enfants-690")
	for _, tab := range []string{"parcours", "famille", "ateliers", "observations", "evaluations", "documents", "donnees"} {
		pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: named(t, d, "Lila").ID, Tab: tab}))
		pagetest.Shoot(t, w, "fiche-"+tab)
	}
	pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: named(t, d, "Kenza").ID}))
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	pagetest.Shoot(t, w, "fiche-690")
}

func TestBareFileCanBePainted(t *testing.T) {
	d, w := pagetest.Empty(t)
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	pagetest.Shoot(t, w, "enfants-vide")
	c := data.Child{FirstName: "Marie-Clémentine", LastName: "de la Fontaine-Beauregard-Saint-Martin d’Estrées"}
	if err := d.Registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	for _, tab := range []string{"parcours", "famille", "ateliers", "observations", "evaluations", "documents", "donnees"} {
		pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: c.ID, Tab: tab}))
		pagetest.Shoot(t, w, "nue-"+tab)
	}
	long := data.Child{FirstName: strings.Repeat("Marie-Lou ", 11), LastName: strings.Repeat("Estrées ", 14)}
	if err := d.Registry.Children.Save(&long); err != nil {
		t.Fatal(err)
	}
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	pagetest.Shoot(t, w, "enfants-un")
	pagetest.Show(w, children.NewFile(d, page.Route{Page: page.Child, Child: long.ID}))
	pagetest.Shoot(t, w, "nue-longue")
}
