package retention_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/retention"
)

// review is the page over four old files, and hears the changes as the window makes it.
func review(t *testing.T) (page.Desk, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Empty(t)
	for name, end := range map[string]data.Date{"Ysée": 20230620, "Anouk": 20240105, "Tibère": 20250301, "Maïa": 20240915} {
		c := data.Child{FirstName: name, LastName: "Bréval", Pathway: data.Pathway{StartedOn: end.AddMonths(-9), EndedOn: end}}
		if err := d.Registry.Children.Save(&c); err != nil {
			t.Fatal(err)
		}
		if name == "Maïa" {
			if err := d.Registry.KeepChild(c.ID, data.NewDate(2028, 6, 30), "Recours en cours"); err != nil {
				t.Fatal(err)
			}
		}
	}
	show(t, d, w)
	return d, w
}

func show(t *testing.T, d page.Desk, w *pagetest.Window) {
	t.Helper()
	p := retention.New(d, page.Route{Page: page.Retention})
	pagetest.Show(w, p)
	t.Cleanup(d.Registry.Subscribe(p.Changed))
}

func tap(t *testing.T, w *pagetest.Window, label string) {
	t.Helper()
	pagetest.Tap(t, w, label)
	if len(w.Failures) > 0 {
		t.Fatalf("%q failed: %v", label, w.Failures)
	}
}

func one[W fyne.CanvasObject](t *testing.T, w *pagetest.Window, label string) W {
	t.Helper()
	found := pagetest.Find[W](w, label)
	if len(found) == 0 {
		t.Fatalf("nothing of that kind says %q", label)
	}
	return found[0]
}

type table = kit.Table[registry.RetentionRow]

// open opens what can be done with a child, from the keyboard.
func open(t *testing.T, d page.Desk, w *pagetest.Window, first string) {
	t.Helper()
	rows := one[*table](t, w, "")
	for _, r := range d.Registry.Retention() {
		if r.Name.First == first {
			rows.Select(r.ChildID.String())
		}
	}
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func names(t *testing.T, w *pagetest.Window) string {
	t.Helper()
	var out []string
	for _, r := range one[*table](t, w, "").Rows() {
		out = append(out, r.Name.First)
	}
	return strings.Join(out, " ")
}

func TestReviewShowsWhatIsDueFirstAndKeepsOneState(t *testing.T) {
	_, w := review(t)
	pagetest.Shoot(t, w, "conservation")
	if got := names(t, w); got != "Ysée Anouk Tibère Maïa" {
		t.Errorf("the table shows %q", got)
	}
	chip := one[*kit.Chip](t, w, "Gardés")
	chip.Tapped(nil)
	if got := names(t, w); got != "Maïa" {
		t.Errorf("kept files: %q", got)
	}
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	pagetest.Shoot(t, w, "conservation-690")
}

func TestFileIsKeptFromTheReview(t *testing.T) {
	d, w := review(t)
	open(t, d, w, "Ysée")
	pagetest.Shoot(t, w, "conservation-choix")
	tap(t, w, "Garder plus longtemps")
	one[*kit.TextField](t, w, "Motif").SetText("Fratrie suivie")
	pagetest.Shoot(t, w, "conservation-garder")
	tap(t, w, "Garder le dossier")
	if rows := d.Registry.Retention(); !slices.ContainsFunc(rows, func(r registry.RetentionRow) bool {
		return r.Name.First == "Ysée" && r.State == registry.RetentionKept && r.KeptReason == "Fratrie suivie"
	}) {
		t.Errorf("the review is %+v", rows)
	}
}

func TestErasedFileLeavesTheReview(t *testing.T) {
	d, w := review(t)
	open(t, d, w, "Anouk")
	tap(t, w, "Effacer")
	one[*kit.TextField](t, w, "Motif").SetText("Fin de conservation")
	one[*kit.TextField](t, w, "Pour confirmer, tapez le prénom de l’enfant\u00a0: Anouk").SetText("anouk")
	tap(t, w, "Effacer pour toujours")
	tap(t, w, "Fermer")
	if got := names(t, w); got != "Ysée Tibère Maïa" {
		t.Errorf("the table shows %q", got)
	}
}

func TestAnonymisedFileLeavesItsFigures(t *testing.T) {
	d, w := review(t)
	open(t, d, w, "Anouk")
	tap(t, w, "Rendre anonyme")
	pagetest.Shoot(t, w, "conservation-anonyme")
	one[*kit.TextField](t, w, "Pour confirmer, tapez le prénom de l’enfant\u00a0: Anouk").SetText("Anouk")
	tap(t, w, "Rendre anonyme pour toujours")
	if got := names(t, w); got != "Ysée Tibère Maïa" || d.Registry.Figures.Len() == 0 {
		t.Errorf("the table shows %q, %d figures are left", got, d.Registry.Figures.Len())
	}
}

func TestListOfEliminationsIsPrinted(t *testing.T) {
	_, w := review(t)
	tap(t, w, "Imprimer la liste d’élimination")
	tap(t, w, "Imprimer la liste…")
	w.Canvas().Overlays().Top().(*kit.Dialog).Submit() // the sheet « Imprimer »
	if len(w.Printed) != 1 || !strings.HasPrefix(w.Printed[0], "bordereau-") {
		t.Errorf("printed %q", w.Printed)
	}
}

func TestRuleIsChangedAndEmptiesTheReview(t *testing.T) {
	d, w := review(t)
	tap(t, w, "Changer la règle")
	one[*kit.NumberField](t, w, "Mois après le dernier contact").SetValue(120)
	tap(t, w, "Enregistrer la règle")
	if got := d.Registry.Safety().RetentionMonths; got != 120 {
		t.Fatalf("the rule is %d months", got)
	}
	if len(pagetest.Find[*table](w, "")) != 0 {
		t.Error("a table is shown although no file is to be reviewed")
	}
	if why := one[*kit.Button](t, w, "Imprimer la liste d’élimination").Reason(); why == "" {
		t.Error("an empty list can be printed")
	}
	pagetest.Shoot(t, w, "conservation-vide")
}

func TestPapersForTheDelegateArePrintedFromTheMenu(t *testing.T) {
	_, w := review(t)
	for _, title := range []string{"Fiche de registre", "Aide à l’analyse d’impact"} {
		tap(t, w, "Papiers et liste")
		menu := pagetest.Find[*kit.Menu](w, "")[0]
		menu.Choose(slices.IndexFunc(menu.Items(), func(item string) bool { return strings.HasPrefix(item, title) }))
		w.Canvas().Overlays().Top().(*kit.Dialog).Submit()
		if len(w.Failures) > 0 || w.Delivered[len(w.Delivered)-1].Papers[0].What != title {
			t.Errorf("printed %v, failures %v", w.Printed, w.Failures)
		}
	}
}

func TestTheReviewLeavesAsAList(t *testing.T) {
	d, w := review(t)
	show(t, d, w)
	if rows := pagetest.List(t, w, "Papiers et liste"); len(rows) < 2 || len(rows[0]) != 5 {
		t.Errorf("%d rows of %q left", len(rows)-1, rows[0])
	}
}
