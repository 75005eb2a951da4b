package planner

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// autumn is the sample town in September, with requests and no group yet, on the first Wednesday of the season.
func autumn(t *testing.T) (*Page, *pagetest.Window) {
	t.Helper()
	today := data.NewDate(2026, 9, 16)
	town, err := sample.Autumn(sample.Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	desk, w := pagetest.Empty(t)
	desk.Today = func() data.Date { return today }
	desk.Registry, err = registry.InMemory(registry.World{Today: desk.Today, Random: rand.NewChaCha8([32]byte{2})})
	if err != nil {
		t.Fatal(err)
	}
	if err := town.Keep(desk.Registry); err != nil {
		t.Fatal(err)
	}
	desk.Viewer = town.Members[0].ID
	return show(desk, w, data.NewDate(2026, 10, 7)), w
}

// proposeAnyway proposes groups, past what is said before the search.
func proposeAnyway(t *testing.T, p *Page, w *pagetest.Window) {
	t.Helper()
	pagetest.Tap(t, w, "Proposer les groupes")
	if w.Canvas().Overlays().Top() != nil {
		pagetest.Shoot(t, w, "mercredis-avant-de-chercher")
		pagetest.Tap(t, w, "Proposer quand même")
	}
	if p.proposal == nil {
		t.Fatalf("no preview; toasts %q, failures %v", w.Toasts, w.Failures)
	}
}

// places counts the children of the plan that stands.
func places(p *Page) (n int) {
	for _, g := range p.read.view.Plan.Groups {
		n += len(g.Children)
	}
	return n
}

func TestTheAutumnIsPlannedFromNothingChangedByHandAndPlannedAgain(t *testing.T) {
	p, w := autumn(t)
	if len(p.read.view.Plan.Groups) != 0 || len(p.read.view.Waiting) == 0 {
		t.Fatalf("%d groups, %d waiting", len(p.read.view.Plan.Groups), len(p.read.view.Waiting))
	}
	pagetest.Shoot(t, w, "mercredis-automne")
	proposeAnyway(t, p, w)
	pagetest.Shoot(t, w, "mercredis-automne-apercu")
	if got := len(p.desk.Registry.Groups.All()); got != 0 {
		t.Fatalf("the preview kept %d groups", got)
	}
	wanted := 0
	for _, g := range p.proposal.plan().Groups {
		wanted += len(g.Children)
	}
	p.apply()
	noFailure(t, w)
	if p.proposal != nil || places(p) != wanted || len(conflictsOf(p)) != 0 {
		t.Fatalf("%d places kept, want %d; still a preview: %v; conflicts %v", places(p), wanted, p.proposal != nil, conflictsOf(p))
	}
	pagetest.Shoot(t, w, "mercredis-automne-applique")

	g := p.read.view.Plan.Groups[0] // by hand: a child goes back on the list
	child := g.Children[0]
	p.putBack(choice{enrolment: p.read.view.Places[registry.PlannerPlace{Child: child, Workshop: g.Workshop}], child: child, from: g.ID})
	noFailure(t, w)
	if p.event == nil || len(p.event.ways) != 3 {
		t.Fatal("the three ways are not offered after a departure")
	}
	pagetest.Shoot(t, w, "mercredis-trois-choix")
	for _, way := range p.event.ways {
		t.Logf("%s: %d moved, %d placed, %s", way.words, way.moved, way.gain, way.off)
	}
	if nobody := p.event.ways[0]; nobody.off != "" || nobody.moved != 0 {
		t.Errorf("« Personne ne bouge » moves %d children (%s)", nobody.moved, nobody.off)
	}
	if few, all := p.event.ways[1], p.event.ways[2]; few.moved > all.moved {
		t.Errorf("the fewest changes move %d, more than planning again, %d", few.moved, all.moved)
	}
	w.Undo()
	noFailure(t, w)
	if places(p) != wanted {
		t.Errorf("after undo, %d places, want %d", places(p), wanted)
	}
}

func conflictsOf(p *Page) []planning.Violation {
	return slices.DeleteFunc(planning.Check(p.read.instance, &p.read.view.Plan), func(v planning.Violation) bool {
		return v.Severity != planning.Impossible
	})
}

func TestAProposalIsGivenUpWithEscape(t *testing.T) {
	p, w := open(t, wednesday)
	before := places(p)
	proposeAnyway(t, p, w)
	pagetest.Shoot(t, w, "mercredis-apercu")
	if !strings.Contains(said(w), "rien n’est encore enregistré") {
		t.Error("the preview does not say that nothing is kept")
	}
	if !p.Escape() || p.proposal != nil || places(p) != before {
		t.Error("Escape does not give the preview up")
	}
	if p.Escape() {
		t.Error("Escape is taken when there is nothing to leave")
	}
}

func TestWhatLeansOnAChangeGoesWithIt(t *testing.T) {
	q := &proposal{changes: []planning.Change{{}, {Needs: []int{0}}, {Needs: []int{0, 1}}, {}}, on: []bool{true, true, true, true}}
	q.tick(1, false)
	if want := []bool{true, false, false, true}; !slices.Equal(q.on, want) {
		t.Errorf("without the second: %v, want %v", q.on, want)
	}
	q.tick(2, true)
	if want := []bool{true, true, true, true}; !slices.Equal(q.on, want) {
		t.Errorf("with the third again: %v, want %v", q.on, want)
	}
}

func TestAPartOfAProposalIsAppliedAndUndone(t *testing.T) {
	p, w := open(t, wednesday)
	before := places(p)
	proposeAnyway(t, p, w)
	q := p.proposal
	q.panel.checks[0].OnTapped()
	if n := len(q.accepted()); n >= len(q.changes) {
		t.Fatalf("%d of %d changes are accepted with one unticked", n, len(q.changes))
	}
	if len(q.accepted()) == 0 {
		return
	}
	after := 0
	for _, g := range q.plan().Groups {
		after += len(g.Children)
	}
	p.apply()
	if w.Canvas().Overlays().Top() != nil {
		for _, f := range pagetest.Find[*kit.TextField](w, "") {
			f.SetText("Décidé en équipe")
		}
		pagetest.Tap(t, w, "Appliquer quand même")
	}
	noFailure(t, w)
	if places(p) != after {
		t.Fatalf("%d places, want %d", places(p), after)
	}
	w.Undo()
	noFailure(t, w)
	if places(p) != before {
		t.Errorf("after undo %d places, want %d", places(p), before)
	}
}

func TestAnAbsenceOfOneDayAsksWhatBecomesOfItsSessions(t *testing.T) {
	p, w := open(t, wednesday)
	s := p.board.sessions[blockOf(t, p, "Art-thérapie", "Groupe\u00a01")]
	p.away(s.FacilitatorID)
	pagetest.Shoot(t, w, "mercredis-absence")
	pagetest.Tap(t, w, "Noter l’absence")
	noFailure(t, w)
	f, _ := p.desk.Registry.Facilitators.Get(s.FacilitatorID)
	if len(f.Exceptions) == 0 || !f.Exceptions[0].Away || f.Exceptions[0].From != wednesday {
		t.Fatalf("kept %+v", f.Exceptions)
	}
	fields := pagetest.Find[*kit.SelectField](w, "")
	if len(fields) == 0 {
		t.Fatal("nobody asks what becomes of the sessions")
	}
	pagetest.Shoot(t, w, "mercredis-absence-seances")
	was := statesOf(p)
	fields[0].Choose(cancelIt)
	for _, f := range fields[1:] {
		f.Choose(postponeIt)
	}
	pagetest.Tap(t, w, "Appliquer")
	noFailure(t, w)
	n := 0
	for _, x := range p.read.view.Day.Sessions {
		if x.FacilitatorID == s.FacilitatorID && x.State == data.SessionCancelled {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d sessions are cancelled, want 1", n)
	}
	w.Undo()
	noFailure(t, w)
	if now := statesOf(p); !maps.Equal(now, was) {
		t.Errorf("after one undo the day is %v, want %v", now, was)
	}
}

// statesOf is where each session of the day stands.
func statesOf(p *Page) map[data.ID[data.Session]]data.SessionState {
	out := map[data.ID[data.Session]]data.SessionState{}
	for _, s := range p.read.view.Day.Sessions {
		out[s.ID] = s.State
	}
	return out
}

func TestADecisionThatFailsLeavesNothingHalfDone(t *testing.T) {
	var done []string
	act := func(name string, err error) fate {
		return func() (func() error, error) {
			if err != nil {
				return nil, err
			}
			done = append(done, name)
			return func() error { done = done[:len(done)-1]; return nil }, nil
		}
	}
	if _, err := inTurn([]fate{act("first", nil), act("second", registry.ErrNoSpareDay)}); !errors.Is(err, registry.ErrNoSpareDay) || len(done) != 0 {
		t.Errorf("answered %v with %q done", err, done)
	}
}

func TestARequestIsAddedFromThePanel(t *testing.T) {
	p, w := open(t, wednesday)
	before := len(p.read.view.Waiting)
	pagetest.Tap(t, w, "Ajouter une demande")
	picker := pagetest.Find[*kit.Picker](w, "")[0]
	picker.Keyboard().TypedKey(enterKey)
	pagetest.Shoot(t, w, "mercredis-demande")
	workshop := pagetest.Find[*kit.SelectField](w, "Atelier")[0]
	workshop.Choose(0)
	pagetest.Tap(t, w, "Ajouter la demande")
	noFailure(t, w)
	if got := len(p.desk.Registry.Planner(wednesday).Waiting); got < before || len(w.Toasts) == 0 {
		t.Errorf("%d wait, %d before; toasts %q", got, before, w.Toasts)
	}
}

func TestThePageOfAnEmptyTeamLeadsToTheSeason(t *testing.T) {
	d, w := pagetest.Empty(t)
	settings := fr.DefaultSettings()
	settings.Zone = "B"
	if err := d.Registry.SaveSettings(&settings); err != nil {
		t.Fatal(err)
	}
	room := data.Room{Name: "Petite salle"}
	if err := d.Registry.Rooms.Save(&room); err != nil {
		t.Fatal(err)
	}
	p := New(d, page.Route{Page: page.Planner, Day: wednesday}).(*Page)
	pagetest.Show(w, p)
	pagetest.Tap(t, w, "Préparer la saison")
	if w.Canvas().Overlays().Top() == nil {
		t.Error("nothing opens")
	}
}

var enterKey = &fyne.KeyEvent{Name: fyne.KeyReturn}
