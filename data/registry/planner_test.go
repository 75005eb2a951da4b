package registry_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// season is the file of a team that prepares its autumn: a room, a facilitator, an art cycle without groups from
// 7 October, and children who ask for it.
type season struct {
	*file
	room, small data.Room
	maud        data.Facilitator
	cycle       data.Cycle
	children    []data.Child
}

func newSeason(t helper, names ...string) *season {
	s := &season{file: newFile(t)}
	s.room = keep(s.Rooms, data.Room{Name: "Large", Places: 12})
	s.small = keep(s.Rooms, data.Room{Name: "Small", Places: 3})
	s.maud = keep(s.Facilitators, data.Facilitator{FirstName: "Maud", LastName: "Sample", WorkshopIDs: []data.ID[data.Workshop]{s.workshop.ID}})
	opened, _, err := s.PrepareSeason([]data.ID[data.Workshop]{s.workshop.ID}, naming)
	check(err)
	s.cycle = opened[0]
	for _, name := range names {
		c := s.child(name)
		s.children = append(s.children, c)
		s.ask(c)
	}
	return s
}

var naming = registry.Naming{
	Cycle: func(n int) string { return fmt.Sprintf("Cycle %d", n) },
	Group: func(n int) string { return fmt.Sprintf("Group %d", n) },
}

func (s *season) ask(c data.Child) data.Enrollment {
	e, _, err := s.AddRequest(registry.Asking{ChildID: c.ID, CycleID: s.cycle.ID, Since: 20260901})
	check(err)
	return e
}

// group is a group of a plan in the large room, with Maud.
func (s *season) group(id string, start planning.Time, children ...data.Child) planning.Group {
	g := planning.Group{ID: id, Workshop: s.cycle.ID.String(), Room: s.room.ID.String(), Facilitator: s.maud.ID.String(), Start: start, Children: []string{}}
	for _, c := range children {
		g.Children = append(g.Children, c.ID.String())
	}
	return g
}

func (s *season) apply(day data.Date, groups ...planning.Group) (func() error, error) {
	return s.ApplyPlan(registry.PlanApply{Day: day, Plan: planning.Plan{Groups: groups}, Name: naming.Group, Why: "new plan"})
}

// planned is what is kept of groups, sessions and places, without revisions.
func (s *season) planned() string {
	out := ""
	for _, g := range s.Groups.All() {
		g.Revision = 0
		out += fmt.Sprintf("%+v\n", g)
	}
	for _, x := range s.Sessions.All() {
		x.Revision = 0
		out += fmt.Sprintf("%+v\n", x)
	}
	for _, e := range s.Enrollments.All() {
		e.Revision = 0
		out += fmt.Sprintf("%+v\n", e)
	}
	return out
}

// two opens a first group of Lila and Noé at 14 h and a second one of Inès at 15 h.
func two(t helper) *season {
	s := newSeason(t, "Lila", "Noé", "Inès", "Sami")
	must(s.apply(20261007, s.group("new-1", 840, s.children[0], s.children[1]), s.group("new-2", 900, s.children[2])))
	return s
}

func TestPlanCarriedOutIsThePlanThatTheNextLookFinds(t *testing.T) {
	s := newSeason(t, "Lila", "Noé", "Inès", "Sami")
	before := s.Planner(20261014)
	want(t, "requests", len(before.Problem.Requests), 4)
	want(t, "groups", len(before.Plan.Groups), 0)
	must(s.apply(20261014, s.group("g1", 840, s.children[0], s.children[1]), s.group("g2", 900, s.children[2])))
	after := s.Planner(20261014)
	want(t, "requests", len(after.Problem.Requests), 4)
	want(t, "groups", len(after.Plan.Groups), 2)
	for i, wanted := range []planning.Group{s.group("", 840, s.children[1], s.children[0]), s.group("", 900, s.children[2])} {
		got := after.Plan.Groups[i]
		got.ID = ""
		slices.Sort(got.Children)
		slices.Sort(wanted.Children)
		if !reflect.DeepEqual(got, wanted) {
			t.Errorf("group %d is %+v, want %+v", i, got, wanted)
		}
		want(t, "name", after.Names.Groups[after.Plan.Groups[i].ID].Group, fmt.Sprintf("Group %d", i+1))
	}
	want(t, "waiting", len(after.Waiting), 1)
	want(t, "waiting", after.Waiting[0].Child.First, "Sami")

	kept := s.planned()
	must(s.ApplyPlan(registry.PlanApply{Day: 20261014, Plan: after.Plan, Was: after.Plan, Name: naming.Group}))
	want(t, "the same plan changes", s.planned(), kept)
}

func TestCycleThatBeginsIsLaidAsAWholeWhateverTheWednesdayShown(t *testing.T) {
	s := newSeason(t, "Lila", "Noé")
	must(s.apply(20261014, s.group("g1", 840, s.children...)))
	sessions := s.sessions(s.groups(s.cycle.ID)[0].ID)
	want(t, "sessions", len(sessions), 12)
	want(t, "first", sessions[0].Date, data.Date(20261007))
	want(t, "first theme", sessions[0].Theme, "Meeting")
	want(t, "place from", s.Enrollments.All()[0].From, data.Date(0))
}

func TestGroupOpenedLaterHasTheSessionsThatRemain(t *testing.T) {
	s := two(t)
	s.today = 20261102
	v := s.Planner(20261104)
	v.Plan.Groups = append(v.Plan.Groups, s.group("third", 960, s.children[3]))
	must(s.apply(20261104, v.Plan.Groups...))
	sessions := s.sessions(s.groups(s.cycle.ID)[2].ID)
	want(t, "sessions", len(sessions), 10)
	want(t, "first", sessions[0].Date, data.Date(20261104))
	want(t, "number", sessions[0].Number, 1)
}

func TestUndoingAPlanPutsEverythingBack(t *testing.T) {
	s := two(t)
	s.today = 20261102
	before := s.planned()
	g := s.Planner(20261104).Plan.Groups
	moved := s.group(g[1].ID, 960, s.children[2], s.children[0]) // the first group ends, Lila joins the second
	undo := must(s.apply(20261104, moved, s.group("third", 840, s.children[3])))
	if s.planned() == before {
		t.Fatal("nothing changed")
	}
	check(undo())
	want(t, "what is planned after undoing", s.planned(), before)
	if d := s.open().CheckReferences(); len(d) > 0 {
		t.Errorf("references that lead nowhere: %v", d)
	}
}

func TestUndoIsRefusedOnceSomebodyHasChangedThePlan(t *testing.T) {
	s := newSeason(t, "Lila", "Noé")
	undo := must(s.apply(20261007, s.group("g1", 840, s.children...)))
	g := s.groups(s.cycle.ID)[0]
	late := s.child("Late")
	s.enroll(late, g)
	wantErr(t, undo(), registry.ErrChangedSince)
	want(t, "groups", s.Groups.Len(), 1)
	want(t, "sessions", s.Sessions.Len(), 12)

	undo = must(s.LockGroup(g.ID, true, false))
	must(s.LockGroup(g.ID, true, true))
	wantErr(t, undo(), registry.ErrChangedSince)
}

func TestWhatWasDoneByHandSurvivesAPlan(t *testing.T) {
	s := two(t)
	g := s.groups(s.cycle.ID)[0]
	all := s.sessions(g.ID)
	s.today = all[0].Date
	s.mark(all[0], s.children[0], data.Present)
	check(s.CancelSession(all[1].ID, "strike"))
	check(s.MoveSession(all[2].ID, 20261105, data.At(10, 0), "trip"))
	added := must(s.AddSession(g.ID, 20261106, data.At(11, 0), anyWhy))
	plan := s.Planner(s.today).Plan.Groups
	plan[0].Start = 990
	must(s.apply(s.today, plan...))
	starts := map[data.ID[data.Session]]data.TimeOfDay{}
	for _, x := range s.sessions(g.ID) {
		starts[x.ID] = x.Start
	}
	want(t, "marked", starts[all[0].ID], data.At(14, 0))
	want(t, "cancelled", starts[all[1].ID], data.At(14, 0))
	want(t, "moved", starts[all[2].ID], data.At(10, 0))
	want(t, "added", starts[added.ID], data.At(11, 0))
	want(t, "others", starts[all[5].ID], data.At(16, 30))
}

func TestChildMovedByAPlanKeepsWhatWasLivedInTheFirstGroup(t *testing.T) {
	s := two(t)
	first, second := s.groups(s.cycle.ID)[0], s.groups(s.cycle.ID)[1]
	s.today = 20261014
	s.mark(s.sessions(first.ID)[0], s.children[0], data.Present)
	plan := s.Planner(20261104).Plan.Groups
	plan[0].Children = []string{s.children[1].ID.String()}
	plan[1].Children = append(plan[1].Children, s.children[0].ID.String())
	must(s.apply(20261104, plan...))
	var left, now data.Enrollment
	for _, e := range s.Enrollments.All() {
		switch {
		case e.ChildID == s.children[0].ID && e.State == data.Left:
			left = e
		case e.ChildID == s.children[0].ID:
			now = e
		}
	}
	want(t, "left", left.GroupID, first.ID)
	want(t, "until", left.Until, data.Date(20261103))
	want(t, "why", left.LeaveReason, "new plan")
	want(t, "now", now.GroupID, second.ID)
	want(t, "from", now.From, data.Date(20261104))
	want(t, "since", now.RequestedOn, data.Date(20260901))
}

func TestChildrenSwappedBetweenTwoFullGroupsNeedNoReason(t *testing.T) {
	s := newSeason(t, "Lila", "Noé", "Inès", "Sami")
	must(s.apply(20261007, s.group("a", 840, s.children[0], s.children[1]), s.group("b", 900, s.children[2], s.children[3])))
	g := s.Planner(20261007).Plan.Groups
	must(s.apply(20261007, s.group(g[0].ID, 840, s.children[0], s.children[2]), s.group(g[1].ID, 900, s.children[1], s.children[3])))
}

func TestPlanThatIsUnusualNeedsItsReasons(t *testing.T) {
	s := newSeason(t, "Lila", "Noé", "Inès", "Sami")
	_, err := s.apply(20261007, s.group("a", 840, s.children[0], s.children[1]), s.group("b", 870, s.children[2], s.children[3]))
	wantReasonsFor(t, err, data.WarnFacilitator, data.WarnRoom)
	want(t, "groups", s.Groups.Len(), 0)
	_, err = s.apply(20261007, s.group("a", 840, s.children[:3]...))
	wantReasonsFor(t, err, data.WarnCapacity)
}

func TestPlanOfAnotherStateOfTheFileIsRefused(t *testing.T) {
	s := two(t)
	v := s.Planner(20261007)
	must(s.PlaceChild(registry.Placing{EnrollmentID: v.Waiting[0].ID, GroupID: s.groups(s.cycle.ID)[1].ID}))
	_, err := s.ApplyPlan(registry.PlanApply{Day: 20261007, Plan: v.Plan, Was: v.Plan, Name: naming.Group})
	wantErr(t, err, registry.ErrPlanOld)
	_, err = s.apply(20261007, s.group(data.ID[data.Group]{9}.String(), 840, s.children[0]))
	wantErr(t, err, registry.ErrPlanOld)
	_, err = s.apply(20261007, s.group("new", 840, s.child("Nobody asked")))
	wantErr(t, err, registry.ErrPlanOld)
}

func TestGroupWithoutChildrenGoesUnlessItHasLived(t *testing.T) {
	s := two(t)
	g := s.Planner(20261007).Plan.Groups
	must(s.apply(20261007, g[0]))
	want(t, "groups, none having met", s.Groups.Len(), 1)
	want(t, "sessions", s.Sessions.Len(), 12)

	s = two(t)
	s.today = 20261105
	g = s.Planner(20261118).Plan.Groups
	must(s.apply(20261118, g[0]))
	want(t, "groups, the second having met", s.Groups.Len(), 2)
	left := s.sessions(s.groups(s.cycle.ID)[1].ID)
	want(t, "its sessions", len(left), 3)
	want(t, "the last of them", left[2].Date, data.Date(20261104))
	want(t, "who waits", s.Planner(20261118).Waiting[0].Child.First, "Inès")
	want(t, "groups that go on", len(s.Planner(20261118).Plan.Groups), 1)
}
