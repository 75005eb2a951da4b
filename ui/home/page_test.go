package home_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/home"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

func TestTheHomePageCanBeShownAtEverySize(t *testing.T) {
	d, w := pagetest.Open(t)
	pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	pagetest.Shoot(t, w, "accueil")
	w.Resize(fyne.NewSize(1366-look.RailWidth, 690))
	pagetest.Shoot(t, w, "accueil-690")
	w.Resize(fyne.NewSize(1920-look.RailWidth, 1080))
	pagetest.Shoot(t, w, "accueil-1920")
}

func TestANewFileInvitesToBegin(t *testing.T) {
	d, w := pagetest.Empty(t)
	pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	pagetest.Shoot(t, w, "accueil-vide")
	for _, verb := range []string{"Régler l’équipe", "Ajouter un enfant", "Ouvrir un cycle"} {
		pagetest.Tap(t, w, verb)
	}
	want := []page.Route{{Page: page.Settings}, {Page: page.Children}, {Page: page.Workshops}}
	for i, r := range want {
		if w.Routes[i] != r {
			t.Errorf("step %d leads to %v, want %v", i+1, w.Routes[i], r)
		}
	}
}

// searching is a window with a search that remembers what is typed into it.
type searching struct {
	*pagetest.Window
	opened int
}

func (s *searching) Search() { s.opened++ }

func open(t *testing.T) (page.Desk, *pagetest.Window, page.Page) {
	t.Helper()
	d, w := pagetest.Open(t)
	p := home.New(d, page.Route{Page: page.Home})
	d.Registry.Subscribe(p.Changed)
	pagetest.Show(w, p)
	return d, w, p
}

func TestTheSearchFieldOpensTheSearchOfTheWindow(t *testing.T) {
	d, w := pagetest.Open(t)
	s := &searching{Window: w}
	d.Window = s
	pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	field := pagetest.Find[*kit.SearchButton](w, "")[0]
	w.Canvas().Focus(field)
	if s.opened != 0 {
		t.Error("the keyboard only went through the field and the search opened")
	}
	field.TypedRune('k')
	test.Tap(field)
	if s.opened != 2 {
		t.Errorf("the search opened %d times, want 2", s.opened)
	}
}

func TestABlockOfTheDayOpensItsGroup(t *testing.T) {
	d, w, _ := open(t)
	day := pagetest.Find[*kit.Timeline](w, "")[0]
	w.Canvas().Focus(day)
	day.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(w.Routes) != 1 || w.Routes[0].Page != page.Group {
		t.Fatalf("Enter on a block leads to %v", w.Routes)
	}
	if _, ok := d.Registry.Groups.Get(w.Routes[0].Group); !ok {
		t.Error("the group of the block does not exist")
	}
}

func TestEachCardLeadsWhereItsWorkIs(t *testing.T) {
	d, w, _ := open(t)
	h := d.Registry.Home(pagetest.Day)
	pagetest.Tap(t, w, "Un enfant dans deux groupes")
	pagetest.Tap(t, w, "Saisir")
	pagetest.Tap(t, w, "Noé\u00a0T., bilan de mi-cycle")
	want := []page.Route{
		{Page: page.Group, Group: h.Watch[0].Group.ID},
		{Page: page.Group, Group: h.ToEnter[0].Group.ID},
		{Page: page.Bilan, Child: h.BilansDue[0].Child.ID, Cycle: h.BilansDue[0].Group.CycleID, Moment: data.MomentMid},
	}
	for i := range want {
		if i >= len(w.Routes) || w.Routes[i] != want[i] {
			t.Fatalf("the cards lead to %v, want %v", w.Routes, want)
		}
	}
}

func TestAllTheAlertsStayInSightAfterAChange(t *testing.T) {
	d, w, _ := open(t)
	pagetest.Tap(t, w, "Tout voir")
	pagetest.Shoot(t, w, "accueil-tout")
	m := d.Registry.Members.All()[0]
	m.FirstName = "Hermine"
	if err := d.Registry.Members.Save(&m); err != nil {
		t.Fatal(err)
	}
	if len(pagetest.Find[*kit.Button](w, "Réduire")) != 1 {
		t.Error("a change closed the list that was opened")
	}
}

func TestAChangeElsewhereIsSeenAtOnce(t *testing.T) {
	d, w, _ := open(t)
	m, _ := d.Registry.Members.Get(d.Viewer)
	m.FirstName = "Hermine"
	if err := d.Registry.Members.Save(&m); err != nil {
		t.Fatal(err)
	}
	if !says(w, "Bonjour Hermine") {
		t.Error("the greeting did not change")
	}
}

func TestSummerSaysThatNoWednesdayIsKnown(t *testing.T) {
	d, w := pagetest.Open(t)
	d.Today = func() data.Date { return data.NewDate(2031, 7, 20) }
	pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	pagetest.Shoot(t, w, "accueil-ete")
	pagetest.Tap(t, w, "Régler l’année scolaire")
	if len(w.Routes) != 1 || w.Routes[0] != (page.Route{Page: page.Settings, Tab: "annee"}) {
		t.Errorf("the way out leads to %v", w.Routes)
	}
	if !says(w, "Toutes les présences sont saisies") || !says(w, "Aucun bilan à rendre") {
		t.Error("a card with nothing to do does not say so")
	}
}

func TestAWednesdayWithoutSessionsSaysSo(t *testing.T) {
	d, w := pagetest.Open(t)
	d.Today = func() data.Date { return data.NewDate(2027, 7, 2) }
	pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	pagetest.Shoot(t, w, "accueil-juillet")
}

// says reports whether the window shows these words.
func says(w *pagetest.Window, words string) bool {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if x, ok := o.(interface{ Texts() []string }); ok && slices.ContainsFunc(x.Texts(), func(s string) bool { return strings.Contains(s, words) }) {
			return true
		}
	}
	return false
}

func BenchmarkHome(b *testing.B) {
	d, w := pagetest.Open(b)
	for b.Loop() {
		pagetest.Show(w, home.New(d, page.Route{Page: page.Home}))
	}
}
