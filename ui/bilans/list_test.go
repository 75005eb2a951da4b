package bilans

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func (d *desk) list(t *testing.T, tab string) *list {
	t.Helper()
	l := NewList(d.Desk, page.Route{Page: page.Bilans, Tab: tab}).(*list)
	t.Cleanup(d.Registry.Subscribe(l.Changed))
	pagetest.Show(d.window, l)
	return l
}

func TestEachChipKeepsWhatItCounts(t *testing.T) {
	d := open(t)
	l := d.list(t, "")
	want := counts(l.rows)
	for i, f := range filters {
		l.chips.Chips[i].Tapped(nil)
		if got := l.table.Count(); got != want[i] || want[i] == 0 {
			t.Errorf("%s shows %d bilans, its chip says %d", f.label, got, want[i])
		}
		for _, r := range l.table.Rows() {
			if !f.keep(r) {
				t.Errorf("%s keeps %+v", f.label, r)
			}
		}
	}
	if n := len(filters) - 1; want[n] != want[0]+want[1]+want[3] {
		t.Errorf("%v do not add up", want)
	}
}

func TestWhatIsLateComesFirst(t *testing.T) {
	rows := open(t).list(t, "tous").table.Rows()
	if rows[0].late == 0 || rows[0].who != "Noé\u00a0T." {
		t.Errorf("first is %+v", rows[0])
	}
	if last := rows[len(rows)-1]; last.step != registry.BilanDone {
		t.Errorf("last is %+v", last)
	}
}

func TestEnterOpensTheBilan(t *testing.T) {
	d := open(t)
	l := d.list(t, "brouillons")
	l.Arrive()
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r := d.window.Routes
	if len(r) != 1 || r[0].Page != page.Bilan || r[0].Child.IsZero() || r[0].Moment == 0 {
		t.Errorf("went to %+v", r)
	}
}

func TestSearchFindsAChildAndItsEnterOpens(t *testing.T) {
	d := open(t)
	l := d.list(t, "tous")
	l.Find()
	for _, letter := range "lila fin" {
		d.window.Canvas().Focused().TypedRune(letter)
	}
	if rows := l.table.Rows(); len(rows) == 0 || slices.ContainsFunc(rows, func(r row) bool { return r.who != "Lila\u00a0K." }) {
		t.Fatalf("found %+v", rows)
	}
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(d.window.Routes) != 1 {
		t.Error("Enter opens nothing")
	}
	l.search.SetText("personne")
	d.sees(t, "Aucun bilan ne correspond")
	d.button(t, "Voir tous les bilans").Tapped(nil)
	if l.table.Count() != len(l.rows) {
		t.Error("the filter stays")
	}
}

func TestAnotherYearShowsItsBilans(t *testing.T) {
	d := open(t)
	l := d.list(t, "tous")
	before := len(l.rows)
	l.chosen.OnPick(slices.Index(l.years, 2025))
	if len(l.rows) == 0 || len(l.rows) == before || slices.ContainsFunc(l.rows, func(r row) bool { return r.due > 20260901 }) {
		t.Errorf("%d bilans, then %d", before, len(l.rows))
	}
}

func TestFinalBilansOfChildrenThenOfGroupsArePrintedOneDocumentEach(t *testing.T) {
	d := open(t)
	l := d.list(t, "")
	groups := 0
	for _, r := range l.finals() {
		if r.ofGroup() {
			groups++
		}
	}
	l.printFinal()
	d.window.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if want := counts(l.rows)[3] - groups; len(d.window.Printed) != want || len(d.window.Failures) > 0 {
		t.Errorf("%d documents for %d bilans, %v", len(d.window.Printed), want, d.window.Failures)
	}
	l.printFinal()
	what := pagetest.Find[*kit.SelectField](d.window, "Document")[0]
	for what.Text() != "Bilan de groupe" {
		what.Keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	d.window.Printed = nil
	d.window.Canvas().Overlays().Top().(*kit.Dialog).Submit()
	if groups == 0 || len(d.window.Printed) != groups {
		t.Errorf("%d documents for %d bilans of groups", len(d.window.Printed), groups)
	}
}

func TestABilanMadeFinalElsewhereChangesTheList(t *testing.T) {
	d := open(t)
	l := d.list(t, "finalises")
	before := l.table.Count()
	r := d.lila(t)
	d.complete(t, r)
	must(t, d.Registry.Finalize(d.kept(r).ID, d.Viewer))
	if got := l.table.Count(); got != before+1 {
		t.Errorf("%d, then %d", before, got)
	}
}

func TestAnEmptyFileSaysWhereBilansComeFrom(t *testing.T) {
	pd, w := pagetest.Empty(t)
	d := &desk{Desk: pd, window: w}
	l := d.list(t, "")
	d.sees(t, "Aucun bilan attendu en 2026-2027")
	if l.print.Visible() {
		t.Error("offers to print nothing")
	}
	d.button(t, "Voir les ateliers").Tapped(nil)
	if w.Routes[0].Page != page.Workshops {
		t.Errorf("went to %v", w.Routes)
	}
}

func TestWhatIsLeftToDoIsOneSentence(t *testing.T) {
	gap := func(kinds ...registry.GapKind) (out []registry.BilanGap) {
		for _, k := range kinds {
			out = append(out, registry.BilanGap{Kind: k})
		}
		return out
	}
	const c = registry.GapCriterion
	for _, x := range []struct {
		gaps []registry.BilanGap
		want string
	}{
		{nil, ""},
		{gap(c, c, registry.GapNext), "évaluez encore 2\u00a0compétences et complétez les suites"},
		{gap(c), "évaluez encore 1\u00a0compétence"},
		{gap(registry.GapStrengths, registry.GapSynthesis), "complétez les points forts et la synthèse"},
		{gap(c, registry.GapSynthesis, registry.GapNext), "évaluez encore 1\u00a0compétence, puis complétez la synthèse et les suites"},
	} {
		if got := finalWords(x.gaps); strings.ReplaceAll(got, "\u00a0", " ") != strings.ReplaceAll(x.want, "\u00a0", " ") {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

func TestRegularityIsSaidInWords(t *testing.T) {
	for r, want := range map[data.Regularity]string{
		{Came: 9, Counted: 9, Cancelled: 1, ToCome: 2}: "9 présences sur 9 séances. 1 annulée, 2 à venir",
		{Came: 1, Counted: 1, NotEntered: 1}:           "1 présence sur 1 séance. 1 à saisir",
		{ToCome: 12}:                                   "Aucune présence n’est encore notée. 12 à venir",
	} {
		if got := strings.ReplaceAll(regularityWords(r), "\u00a0", " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGroupsAreNamedInsideASentence(t *testing.T) {
	g := registry.GroupName{Workshop: registry.WorkshopName{Name: "Petits penseurs"}, Group: "CE2 et CM1"}
	if got := groupWords(g); got != "Petits penseurs, CE2 et CM1" {
		t.Errorf("%q", got)
	}
	g.Group = "Groupe 1"
	if got := under(g, data.MomentMid, 20270106, 9); strings.ReplaceAll(got, "\u00a0", " ") !=
		"Petits penseurs, groupe 1. Mi-cycle, pour le 6 janvier, en retard de 9 jours" {
		t.Errorf("%q", got)
	}
}

func TestTheListOfBilansLeavesAsItIsShown(t *testing.T) {
	d := open(t)
	l := d.list(t, "en-retard")
	if rows := pagetest.List(t, d.window, "Exporter"); len(rows) != 1+l.table.Count() || len(rows[0]) != 6 {
		t.Errorf("%d rows of %q left for %d on screen", len(rows)-1, rows[0], l.table.Count())
	}
}
