package registry_test

import (
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// placeOf is the enrolment of a child, on the list or in a group.
func (s *season) placeOf(c data.Child) data.Enrollment {
	all := s.Enrollments.All()
	return all[slices.IndexFunc(all, func(e data.Enrollment) bool { return e.ChildID == c.ID && e.State != data.Left })]
}

func TestEveryGestureOfThePlannerCanBeUndone(t *testing.T) {
	s := two(t)
	first, second := s.groups(s.cycle.ID)[0], s.groups(s.cycle.ID)[1]
	lila, sami := s.placeOf(s.children[0]).ID, s.placeOf(s.children[3]).ID
	asking := registry.Asking{ChildID: s.child("Zoé").ID, CycleID: s.cycle.ID, Priority: data.Urgent}
	for what, do := range map[string]func() (func() error, error){
		"place": func() (func() error, error) {
			return s.PlaceChild(registry.Placing{EnrollmentID: sami, GroupID: second.ID})
		},
		"swap": func() (func() error, error) {
			return s.SwapGroup(registry.Placing{EnrollmentID: lila, GroupID: second.ID})
		},
		"put back":   func() (func() error, error) { return s.PutBack(lila, 20261007, "") },
		"move":       func() (func() error, error) { return s.MoveGroup(s.move(first, 960)) },
		"move once":  func() (func() error, error) { m := s.move(first, 960); m.Once = true; return s.MoveGroup(m) },
		"lock":       func() (func() error, error) { return s.LockGroup(first.ID, true, true) },
		"lock child": func() (func() error, error) { return s.LockPlace(lila, true) },
		"ask":        func() (func() error, error) { _, undo, err := s.AddRequest(asking); return undo, err },
		"ask anew":   func() (func() error, error) { return s.ChangeRequest(sami, asking) },
		"withdraw":   func() (func() error, error) { return s.WithdrawRequest(sami) },
		"prepare": func() (func() error, error) {
			_, undo, err := s.PrepareSeason([]data.ID[data.Workshop]{s.workshop.ID}, naming)
			return undo, err
		},
	} {
		before, cycles := s.planned(), s.Cycles.Len()
		undo := must(do())
		if s.planned() == before && s.Cycles.Len() == cycles {
			t.Errorf("%s changes nothing", what)
		}
		check(undo())
		if s.planned() != before || s.Cycles.Len() != cycles {
			t.Errorf("%s is not undone", what)
		}
		wantErr(t, undo(), registry.ErrChangedSince)
	}
}

func (s *season) move(g data.Group, start data.TimeOfDay) registry.GroupMove {
	return registry.GroupMove{GroupID: g.ID, Day: 20261014, Start: start, RoomID: s.small.ID, FacilitatorID: s.maud.ID}
}

func TestGroupMovesForOneWednesdayOrForAllToCome(t *testing.T) {
	s := two(t)
	g := s.groups(s.cycle.ID)[0]
	once := s.move(g, 960)
	once.Once, once.Why = true, "works in the large room"
	must(s.MoveGroup(once))
	all := s.sessions(g.ID)
	want(t, "the day's", [2]any{all[1].Start, all[1].RoomID}, [2]any{data.At(16, 0), s.small.ID})
	want(t, "why", all[1].Reason, "works in the large room")
	want(t, "the next", all[2].Start, data.At(14, 0))
	want(t, "the group's", s.groups(s.cycle.ID)[0].Start, data.At(14, 0))
	once.Day = 20261015
	_, err := s.MoveGroup(once)
	wantErr(t, err, registry.ErrNoSessionYet)

	must(s.MoveGroup(s.move(g, 1020)))
	all = s.sessions(g.ID)
	want(t, "before the day", all[0].Start, data.At(14, 0))
	want(t, "moved by hand", all[1].Start, data.At(16, 0))
	want(t, "after", all[2].Start, data.At(17, 0))
}

func TestLocksOfTheFileAreThoseOfTheProblem(t *testing.T) {
	s := two(t)
	g := s.groups(s.cycle.ID)[0]
	must(s.LockGroup(g.ID, true, false))
	must(s.LockPlace(s.placeOf(s.children[1]).ID, true))
	locks := s.Planner(20261007).Problem.Current[0].Locks
	if locks == nil || !locks.Slot || locks.Room || !slices.Equal(locks.Children, []string{s.children[1].ID.String()}) {
		t.Errorf("locks are %+v", locks)
	}
	must(s.SwapGroup(registry.Placing{EnrollmentID: s.placeOf(s.children[1]).ID, GroupID: s.groups(s.cycle.ID)[1].ID}))
	want(t, "locked in the next group", s.placeOf(s.children[1]).Locked, false)
	_, err := s.LockPlace(s.placeOf(s.children[3]).ID, true)
	wantErr(t, err, registry.ErrNotEnrolled)
}

func TestRequestIsPlacedInTheGroupsOfItsCycleAlone(t *testing.T) {
	s := two(t)
	other, _ := s.file.cycle()
	_, err := s.PlaceChild(registry.Placing{EnrollmentID: s.placeOf(s.children[3]).ID, GroupID: s.groups(other.ID)[0].ID})
	wantErr(t, err, registry.ErrOtherCycle)
	_, err = s.PlaceChild(registry.Placing{EnrollmentID: s.placeOf(s.children[0]).ID, GroupID: s.groups(s.cycle.ID)[1].ID})
	wantErr(t, err, registry.ErrNotWaiting)
	_, _, err = s.AddRequest(registry.Asking{ChildID: s.children[3].ID, CycleID: s.cycle.ID})
	wantErr(t, err, registry.ErrAlreadyEnrolled)
}

// TestChildIsPlacedWithTheDecisionOfTheRequest: the commission may decide on one request, or the team do without, and say why.
func TestChildIsPlacedWithTheDecisionOfTheRequest(t *testing.T) {
	s := two(t)
	undecided := func(c *data.Child) { c.Pathway = data.Pathway{} }
	unsigned := func(c *data.Child) { c.Consents = nil }
	ask := func(name string, edit func(*data.Child), x registry.Asking) {
		x.ChildID, x.CycleID = s.child(name, edit).ID, s.cycle.ID
		_, _, err := s.AddRequest(x)
		check(err)
	}
	ask("A", undecided, registry.Asking{})
	ask("B", undecided, registry.Asking{DecidedOn: 20260905})
	ask("C", undecided, registry.Asking{Reasons: map[data.WarningCode]string{data.WarnNoDecision: "the school presses"}})
	ask("D", unsigned, registry.Asking{})
	v := s.Planner(20261007)
	blocked := map[string][]data.WarningCode{}
	for _, x := range v.Waiting {
		blocked[x.Child.First] = x.Blocked
	}
	wantCodes(t, "no decision", blocked["A"], data.WarnNoDecision)
	wantCodes(t, "decided", blocked["B"])
	wantCodes(t, "a reason was kept", blocked["C"])
	wantCodes(t, "no agreement", blocked["D"], data.WarnNoConsent)
	want(t, "requests of the problem", len(v.Problem.Requests), 4+2)
	want(t, "those who wait in the plan", len(v.Plan.Waiting), 3)

	second := s.groups(s.cycle.ID)[1]
	for _, name := range []string{"B", "C"} {
		i := slices.IndexFunc(v.Waiting, func(x registry.PlannerRequest) bool { return x.Child.First == name })
		undo := must(s.PlaceChild(registry.Placing{EnrollmentID: v.Waiting[i].ID, GroupID: second.ID}))
		check(undo())
	}
	i := slices.IndexFunc(v.Waiting, func(x registry.PlannerRequest) bool { return x.Child.First == "A" })
	_, err := s.PlaceChild(registry.Placing{EnrollmentID: v.Waiting[i].ID, GroupID: second.ID})
	wantReasonsFor(t, err, data.WarnNoDecision)
}

func TestMostPressingRequestComesFirst(t *testing.T) {
	s := newSeason(t)
	for _, x := range []struct {
		name     string
		priority data.Priority
		since    data.Date
	}{{"Old", data.Normal, 20260601}, {"High", data.High, 20260901}, {"New", data.Normal, 20260909}, {"Urgent", data.Urgent, 20260910}} {
		_, _, err := s.AddRequest(registry.Asking{
			ChildID: s.child(x.name).ID, CycleID: s.cycle.ID, Priority: x.priority, Since: x.since, AskedBy: " the school ", DecidedOn: 20260605,
		})
		check(err)
	}
	names := ""
	v := s.Planner(20261007)
	for _, x := range v.Waiting {
		names += x.Child.First + " "
	}
	want(t, "order", names, "Urgent High Old New ")
	want(t, "days waited", v.Waiting[2].Days, 101)
	want(t, "who asked", v.Waiting[2].AskedBy, "the school")
	want(t, "day of the commission", v.Waiting[2].DecidedOn, data.Date(20260605))
	want(t, "priority in the problem", v.Problem.Requests[slices.IndexFunc(v.Problem.Requests, func(q planning.Request) bool {
		return v.Names.Children[q.Child].First == "High"
	})].Priority, planning.High)
}

func TestSeasonIsPreparedOnce(t *testing.T) {
	s := newSeason(t)
	again, _, err := s.PrepareSeason([]data.ID[data.Workshop]{s.workshop.ID}, naming)
	check(err)
	want(t, "cycles opened again", len(again), 0)
	want(t, "cycles", s.Cycles.Len(), 1)
	want(t, "first day", s.cycle.Rule.First, data.Date(20261007))
	if rows := s.CycleRows(2026); len(rows) != 1 {
		t.Errorf("%d cycles in the list", len(rows))
	}
	s.Home(s.today)
}

func TestCancelledSessionIsHeldOnTheNextSpareDayThatIsFree(t *testing.T) {
	s := two(t)
	set := s.Settings()
	set.SpareDays = []data.Date{20270519, 20261014, 20270203, 20270210, 20261111}
	check(s.SaveSettings(&set))
	g := s.groups(s.cycle.ID)[0]
	all := s.sessions(g.ID)
	check(s.CancelSession(all[3].ID, "strike"))
	must(s.AddSession(s.groups(s.cycle.ID)[1].ID, 20270203, data.At(14, 30), anyWhy)) // the room and Maud are taken
	day, undo, err := s.ReplaceOnSpare(all[3].ID)
	check(err)
	want(t, "day", day, data.Date(20270210))
	now, _ := s.Sessions.Get(all[3].ID)
	want(t, "moved from", now.MovedFrom, all[3].Date)
	want(t, "state", now.State, data.SessionPlanned)
	want(t, "number", now.Number, 12)
	s.wantNumbers(t, g)
	check(undo())
	s.wantNumbers(t, g)
	maud, _ := s.Facilitators.Get(s.maud.ID)
	maud.Exceptions = []data.DatedHours{{From: 20270201, To: 20270630, Away: true}}
	check(s.Facilitators.Save(&maud))
	_, _, err = s.ReplaceOnSpare(all[3].ID)
	wantErr(t, err, registry.ErrNoSpareDay)
}
