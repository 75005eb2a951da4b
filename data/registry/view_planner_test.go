package registry_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// problem is the pattern of a day, worked out: a problem that contradicts itself stops the test.
func (s *season) problem(day data.Date) (planning.Problem, *planning.Instance) {
	p := s.Planner(day).Problem
	return p, must(planning.New(&p, ""))
}

func TestFacilitatorIsThereAtTheHoursOfThatVeryDay(t *testing.T) {
	s := two(t)
	s.maud.Hours = []data.WeekHours{
		{Weekday: time.Wednesday, From: data.At(13, 0), To: data.At(15, 0)}, {Weekday: time.Wednesday, From: data.At(15, 0), To: data.At(17, 0)},
		{Weekday: time.Friday, From: data.At(9, 0), To: data.At(10, 0)},
	}
	s.maud.Exceptions = []data.DatedHours{
		{From: 20261014, Away: true, Reason: "training"}, {From: 20261104, To: 20261118, Hours: []data.Span{{From: data.At(9, 0), To: data.At(12, 0)}}},
	}
	check(s.Facilitators.Save(&s.maud))
	for day, wanted := range map[data.Date][]planning.Span{
		20261007: {{Start: 780, End: 1020}}, 20261014: {}, 20261104: {{Start: 540, End: 720}}, 20261118: {{Start: 540, End: 720}},
		20261125: {{Start: 780, End: 1020}},
	} {
		p, in := s.problem(day)
		if got := p.Facilitators[0].Available; !slices.Equal(got, wanted) {
			t.Errorf("hours on %s are %v, want %v", day, got, wanted)
		}
		away := false
		v := s.Planner(day)
		for _, x := range planning.Check(in, &v.Plan) {
			away = away || x.Code == planning.FacilitatorAway
		}
		seen := slices.ContainsFunc(v.Day.Sessions, func(x registry.DaySession) bool {
			return slices.ContainsFunc(x.Clashes, func(c registry.DayClash) bool { return c.Code == data.WarnFacilitatorAway })
		})
		if there := len(wanted) == 1 && wanted[0].Start == 780; away == there || seen == there {
			t.Errorf("on %s away is %v in the plan, %v in the day", day, away, seen)
		}
	}
	want(t, "why", s.Day(20261014).Sessions[0].Clashes[0].Reason, "training")
}

func TestWhatIsSaidOfTheChildrenIsInTheProblem(t *testing.T) {
	s := two(t)
	family := keep(s.Families, data.Family{Name: "Sample"})
	school := keep(s.Schools, data.School{Name: "Elms"})
	c := s.children[0]
	c.FamilyID, c.SchoolID, c.NeedsEscort, c.Prefers = family.ID, school.ID, data.Yes, data.Afternoon
	c.Busy = []data.WeekHours{{Weekday: time.Wednesday, From: data.At(14, 30), To: data.At(16, 0), Reason: "judo"}}
	c.Apart, c.Together = []data.ID[data.Child]{s.children[1].ID}, []data.ID[data.Child]{s.children[2].ID}
	check(s.Children.Save(&c))
	second := s.children[1]
	second.Apart = []data.ID[data.Child]{c.ID} // said twice, told once
	check(s.Children.Save(&second))
	set := s.Settings()
	set.TripsPerStart, set.ChildrenPerTrip, set.NoBreak, set.PlanStep, set.DayStart = 2, 4, true, 10, data.At(8, 30)
	check(s.SaveSettings(&set))
	p, in := s.problem(20261007)
	lila := p.Children[slices.IndexFunc(p.Children, func(x planning.Child) bool { return x.ID == c.ID.String() })]
	if !lila.Escort || lila.Prefers != planning.Afternoon || lila.School != school.ID.String() || lila.Family != family.ID.String() ||
		lila.Grade != "CE2" || lila.Age == nil || *lila.Age != 8 ||
		!slices.Equal(lila.Available, []planning.Span{{Start: 510, End: 870}, {Start: 960, End: 1080}}) {
		t.Errorf("Lila is %+v", lila)
	}
	want(t, "pairs kept apart", len(p.Apart), 1)
	want(t, "pairs kept together", p.Together[0], planning.Pair{c.ID.String(), s.children[2].ID.String()})
	want(t, "escorts", *p.Escorts, planning.Escorts{TripsPerStart: 2, ChildrenPerTrip: 4})
	want(t, "breaks", len(p.Day.Breaks), 0)
	want(t, "step", p.StepMinutes, 10)
	var codes []string
	v := s.Planner(20261007)
	for _, x := range planning.Check(in, &v.Plan) {
		codes = append(codes, string(x.Code))
	}
	want(t, "conflicts", strings.Join(codes, " "), "child-away kept-apart")
	if !slices.ContainsFunc(v.Day.Sessions[0].Clashes, func(x registry.DayClash) bool {
		return x.Code == data.WarnChildAway && x.Child.First == "Lila" && x.Reason == "judo"
	}) {
		t.Errorf("the day does not tell that Lila is away: %+v", v.Day.Sessions[0].Clashes)
	}
}

func TestRoomClosedAllDayIsNotOfferedAndASessionInItIsToldOf(t *testing.T) {
	s := two(t)
	s.room.Closed = []data.WeekHours{{Weekday: time.Wednesday, From: data.At(8, 0), To: data.At(19, 0), Reason: "works"}}
	check(s.Rooms.Save(&s.room))
	p, _ := s.problem(20261007)
	want(t, "rooms", len(p.Rooms), 1)
	want(t, "clash", s.Day(20261007).Sessions[0].Clashes[0].Code, data.WarnRoomClosed)
}

func TestGroupsOfOneCycleThatDifferAreDifferentWorkshopsOfTheProblem(t *testing.T) {
	s := two(t)
	first := s.groups(s.cycle.ID)[0]
	first.Capacity, first.LengthMinutes = 1, 45
	check(s.ChangeGroup(&first, anyWhy, noMember))
	check(s.Workshops.Save(withGroups(s.workshop, 4)))
	p, _ := s.problem(20261007)
	want(t, "workshops", len(p.Workshops), 2)
	want(t, "size and length of the main one", [2]int{p.Workshops[0].Max, p.Workshops[0].LengthMinutes}, [2]int{2, 60})
	want(t, "its groups", p.Workshops[0].MaxGroups, 3)
	want(t, "size and length of the other", [2]int{p.Workshops[1].Max, p.Workshops[1].LengthMinutes}, [2]int{1, 45})
	want(t, "its groups", p.Workshops[1].MaxGroups, 1)
}

func withGroups(w data.Workshop, n int) *data.Workshop { w.Groups = n; return &w }

func TestChildAcceptedAtAnotherLevelIsNoConflictAndOpensNoDoor(t *testing.T) {
	s := two(t)
	sixth := func(c *data.Child) { c.Grade = data.Sixieme }
	accepted, waiting := s.child("Accepted", sixth), s.child("Waiting", sixth)
	s.ask(accepted)
	s.ask(waiting)
	v := s.Planner(20261007)
	want(t, "requests before", len(v.Problem.Requests), 6)
	must(s.PlaceChild(registry.Placing{EnrollmentID: s.placeOf(accepted).ID, GroupID: s.groups(s.cycle.ID)[1].ID, Reasons: anyWhy}))
	v = s.Planner(20261007)
	if found := planning.Check(must(planning.New(&v.Problem, "")), &v.Plan); len(found) > 0 {
		t.Errorf("conflicts are %+v", found)
	}
	i := slices.IndexFunc(v.Waiting, func(x registry.PlannerRequest) bool { return x.Child.First == "Waiting" })
	wantCodes(t, "the other one", v.Waiting[i].Blocked, data.WarnGrade)
}

func TestStageIsNoPartOfTheWeeklyPattern(t *testing.T) {
	s := two(t)
	course := keep(s.Workshops, data.Workshop{
		Name: "Course", Capacity: 3, Groups: 3, Sessions: 3, SessionMinutes: 45, Rhythm: data.Stage, RubricID: s.workshop.RubricID,
	})
	p := s.ProposeCycle(course.ID, s.today, naming)
	want(t, "first day", p.Rule.First, data.Date(20261019))
	starts := [3]data.TimeOfDay{p.Groups[0].Start, p.Groups[1].Start, p.Groups[2].Start}
	want(t, "groups in a row", starts, [3]data.TimeOfDay{data.At(14, 0), data.At(14, 45), data.At(15, 30)})
	p.Reasons = anyWhy
	must(s.OpenCycle(p))
	v := s.Planner(20261021)
	want(t, "sessions of the day", len(v.Day.Sessions), 3)
	want(t, "workshops of the pattern", len(v.Problem.Workshops), 1) // art goes on around the holidays
	want(t, "sessions that the day of the week does not have", len(s.Planner(20261019).Problem.Workshops), 0)
}

func TestDayWithoutAnyCycleIsAnEmptyProblem(t *testing.T) {
	s := newSeason(t)
	v := s.Planner(20260916)
	if _, err := planning.New(&v.Problem, ""); err != nil || len(v.Problem.Workshops)+len(v.Waiting) > 0 {
		t.Errorf("%v, %+v", err, v.Problem)
	}
	want(t, "hours", v.Hours, data.Span{From: data.At(9, 0), To: data.At(18, 0)})
	want(t, "pause", v.Pauses[0], data.Span{From: data.At(12, 0), To: data.At(13, 30)})
	want(t, "step", v.Step, 15)
}
