package registry_test

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// refusals are the errors that an operation chosen blindly may meet. Anything else is a fault of the program.
var refusals = []error{
	registry.ErrAlreadyEnrolled, registry.ErrNotEnrolled, registry.ErrNotWaiting, registry.ErrMarked, registry.ErrInUse,
	registry.ErrNotExpected, registry.ErrNotYet, registry.ErrSessionCancelled, registry.ErrGone, data.ErrEndBeforeStart,
	registry.ErrArchived, registry.ErrChangedSince, registry.ErrNoSessionYet, registry.ErrNoSpareDay,
}

// life is a year in the file, lived at random: every operation may come at any moment.
type life struct {
	*file
	*rapid.T
	children []data.Child
	groups   []data.Group
	undo     []func() error
}

func TestWhateverHappensTheFileStaysTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := &life{file: newFile(t), T: t}
		l.workshop.Sessions = 4
		check(l.Workshops.Save(&l.workshop))
		for _, name := range []string{"Lila", "Noé", "Inès"} {
			l.children = append(l.children, l.child(name))
		}
		_, first := l.cycle(l.children...) // from 7 October to 18 November
		_, second := l.cycle(l.children[0])
		l.groups = slices.Concat(first, second)
		l.today = 20261015
		t.Repeat(map[string]func(*rapid.T){
			"":       func(t *rapid.T) { l.T = t; l.holds() },
			"day":    func(t *rapid.T) { l.today = l.today.AddDays(rapid.IntRange(1, 14).Draw(t, "days")) },
			"enroll": l.act(l.enrolSomebody),
			"wait":   l.act(func() error { _, err := l.Wait(l.someChild(), l.someGroup().CycleID); return err }),
			"place": l.act(func() error {
				_, err := l.Place(l.somePlace(), l.someGroup().ID, anyWhy, noMember)
				return ignore(err, registry.ErrOtherCycle)
			}),
			"move": l.act(func() error {
				m := registry.Moving{EnrollmentID: l.somePlace(), GroupID: l.someGroup().ID, On: l.someDayOrNone(), Reasons: anyWhy}
				_, err := l.MoveToGroup(m)
				return ignore(err, registry.ErrOtherCycle)
			}),
			"leave":      l.act(func() error { return l.Leave(l.somePlace(), l.someDay(), "") }),
			"undo leave": l.act(func() error { return l.UndoLeave(l.somePlace()) }),
			"unenroll":   l.act(func() error { return l.remember(l.Unenroll(l.somePlace())) }),
			"close":      l.act(func() error { return l.CloseChild(l.someChild(), l.someDay(), "", "") }),
			"mark": l.act(func() error {
				_, err := l.Mark(l.someSession().ID, l.someChild(), rapid.SampledFrom(marks).Draw(l.T, "mark"))
				return err
			}),
			"mark remaining": l.act(l.markTheRest),
			"cancel":         l.act(func() error { return l.CancelSession(l.someSession().ID, "") }),
			"uncancel":       l.act(func() error { return l.UncancelSession(l.someSession().ID) }),
			"postpone": l.act(func() error {
				return l.MoveSession(l.someSession().ID, l.someDay(), data.At(rapid.IntRange(8, 18).Draw(l.T, "hour"), 0), "why")
			}),
			"add": l.act(func() error {
				_, err := l.AddSession(l.someGroup().ID, l.someDay(), data.At(9, 0), anyWhy)
				return err
			}),
			"place by hand": l.act(func() error {
				return ignore(l.remember(l.PlaceChild(l.somePlacing())), registry.ErrOtherCycle)
			}),
			"swap":     l.act(func() error { return ignore(l.remember(l.SwapGroup(l.somePlacing())), registry.ErrOtherCycle) }),
			"put back": l.act(func() error { return l.remember(l.PutBack(l.somePlace(), l.someDay(), "")) }),
			"move group": l.act(func() error {
				return l.remember(l.MoveGroup(registry.GroupMove{
					GroupID: l.someGroup().ID, Day: l.someDay(), Once: rapid.Bool().Draw(l.T, "once"), Start: data.At(10, 0), Reasons: anyWhy,
				}))
			}),
			"replan": l.act(l.replan),
			"spare": l.act(func() error {
				_, undo, err := l.ReplaceOnSpare(l.someSession().ID)
				return l.remember(undo, err)
			}),
			"remove": l.act(func() error { return l.remember(l.RemoveSession(l.someSession().ID)) }),
			"undo":   l.act(l.undoSomething),
		})
	})
}

var marks = []data.Mark{data.NotEntered, data.Present, data.Late, data.Excused, data.Absent}

// act does something, and fails on an error that is not a refusal.
func (l *life) act(do func() error) func(*rapid.T) {
	return func(t *rapid.T) {
		l.T = t
		err := do()
		if err != nil && !slices.ContainsFunc(refusals, func(r error) bool { return errors.Is(err, r) }) {
			t.Fatalf("unforeseen error: %v", err)
		}
	}
}

func ignore(err, expected error) error {
	if errors.Is(err, expected) {
		return nil
	}
	return err
}

func (l *life) enrolSomebody() error {
	_, err := l.Enroll(registry.Enrolling{
		ChildID: l.someChild(), GroupID: l.someGroup().ID, From: l.someDayOrNone(), Reasons: anyWhy,
	})
	return err
}

func (l *life) markTheRest() error {
	s := l.someSession().ID
	id := data.ID[data.Attendance](s)
	before, _ := l.Attendances.Get(id)
	undo, err := l.MarkRemaining(s, data.Present)
	if err != nil || rapid.Bool().Draw(l.T, "keep") {
		return err
	}
	_, err = l.SetMarks(s, undo)
	after, _ := l.Attendances.Get(id)
	if !maps.Equal(byChild(before), byChild(after)) {
		l.Errorf("marks %v became %v by doing and undoing", before.Marks, after.Marks)
	}
	return err
}

func byChild(a data.Attendance) map[data.ID[data.Child]]data.Mark {
	out := map[data.ID[data.Child]]data.Mark{}
	for _, m := range a.Marks {
		out[m.ChildID] = m.Mark
	}
	return out
}

func (l *life) somePlacing() registry.Placing {
	return registry.Placing{EnrollmentID: l.somePlace(), GroupID: l.someGroup().ID, Day: l.someDayOrNone(), Reasons: anyWhy}
}

// replan carries out a plan in which the children of a Wednesday were dealt again, and groups perhaps left out.
func (l *life) replan() error {
	day := data.Date(20261007).AddDays(7 * rapid.IntRange(0, 6).Draw(l.T, "week"))
	v := l.Planner(day)
	plan := planning.Plan{}
	for _, g := range v.Plan.Groups {
		if rapid.Bool().Draw(l.T, "left out") {
			continue
		}
		g.Children, g.Start = []string{}, planning.Time(60*rapid.IntRange(9, 17).Draw(l.T, "hour"))
		plan.Groups = append(plan.Groups, g)
	}
	for _, w := range v.Problem.Workshops {
		if rapid.Bool().Draw(l.T, "new group") {
			plan.Groups = append(plan.Groups, planning.Group{ID: "new " + w.ID, Workshop: w.ID, Start: 600})
		}
	}
	for place := range v.Places {
		var open []int
		for i, g := range plan.Groups {
			if g.Workshop == place.Workshop {
				open = append(open, i)
			}
		}
		if len(open) > 0 && rapid.Bool().Draw(l.T, "placed") {
			i := rapid.SampledFrom(open).Draw(l.T, "group")
			plan.Groups[i].Children = append(plan.Groups[i].Children, place.Child)
		}
	}
	return l.remember(l.ApplyPlan(registry.PlanApply{Day: day, Plan: plan, Was: v.Plan, Name: naming.Group, Reasons: anyWhy}))
}

func (l *life) remember(undo func() error, err error) error {
	if err == nil {
		l.undo = append(l.undo, undo)
	}
	return err
}

func (l *life) undoSomething() error {
	if len(l.undo) == 0 {
		return nil
	}
	last := l.undo[len(l.undo)-1]
	l.undo = l.undo[:len(l.undo)-1]
	return last()
}

func (l *life) someChild() data.ID[data.Child] {
	return rapid.SampledFrom(l.children).Draw(l.T, "child").ID
}
func (l *life) someGroup() data.Group { return rapid.SampledFrom(l.groups).Draw(l.T, "group") }
func (l *life) someDay() data.Date {
	return data.Date(20261001).AddDays(rapid.IntRange(0, 80).Draw(l.T, "day"))
}

func (l *life) someDayOrNone() data.Date {
	if rapid.Bool().Draw(l.T, "no day") {
		return 0
	}
	return l.someDay()
}

func (l *life) someSession() data.Session {
	return rapid.SampledFrom(l.Sessions.All()).Draw(l.T, "session")
}
func (l *life) somePlace() data.ID[data.Enrollment] {
	if l.Enrollments.Len() == 0 {
		return data.ID[data.Enrollment]{}
	}
	return rapid.SampledFrom(l.Enrollments.All()).Draw(l.T, "place").ID
}

// holds checks what is always true.
func (l *life) holds() {
	for _, g := range l.groups {
		l.wantNumbers(l.T, g)
	}
	places := l.Enrollments.All()
	for i, a := range places {
		for _, b := range places[i+1:] {
			if a.ChildID == b.ChildID && a.CycleID == b.CycleID && together(a, b) {
				l.Errorf("two places of one child in one cycle: %+v and %+v", a, b)
			}
		}
	}
	for _, s := range l.Sessions.All() {
		a, _ := l.Attendances.Get(data.ID[data.Attendance](s.ID))
		for _, m := range a.Marks {
			if s.Date > l.today || !slices.ContainsFunc(places, func(e data.Enrollment) bool {
				return e.ChildID == m.ChildID && e.GroupID == s.GroupID && e.Covers(s.Date)
			}) {
				l.Errorf("mark %v of a child who is not expected on %v", m.Mark, s.Date)
			}
		}
	}
	again := l.open()
	if d := again.CheckReferences(); len(d) > 0 {
		l.Errorf("references that lead nowhere: %v", d)
	}
	sameTable(l, l.Enrollments, again.Enrollments)
	sameTable(l, l.Sessions, again.Sessions)
	sameTable(l, l.Attendances, again.Attendances)
	sameTable(l, l.Children, again.Children)
	for _, s := range l.Sessions.All() {
		if !reflect.DeepEqual(l.SessionWarnings(s), again.SessionWarnings(s)) {
			l.Errorf("warnings differ after reopening: %v, then %v", l.SessionWarnings(s), again.SessionWarnings(s))
		}
	}
}

// together reports whether two places share a day; a wait shares every day that is still open.
func together(a, b data.Enrollment) bool {
	if a.State == data.Waiting || b.State == data.Waiting {
		return a.State == b.State || a.State == data.Enrolled || b.State == data.Enrolled
	}
	return (a.Until.IsZero() || b.From <= a.Until) && (b.Until.IsZero() || a.From <= b.Until)
}

func sameTable[T any](l *life, now, again *registry.Table[T]) {
	if !reflect.DeepEqual(now.All(), again.All()) {
		l.Errorf("after reopening the file holds %+v, before it held %+v", again.All(), now.All())
	}
}
