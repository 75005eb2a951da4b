package registry_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestEnrollmentWarnsOfWhatIsUnusual(t *testing.T) {
	f := newFile(t)
	small := keep(f.Rooms, data.Room{Name: "Small", Places: 1})
	busy := f.child("Busy")
	_, other := f.cycle(busy, f.child("Inès"))
	f.workshop.Name = "Clay"
	f.workshop.ID, f.workshop.Revision = data.ID[data.Workshop]{}, 0
	f.workshop = keep(f.Workshops, f.workshop)
	_, groups := f.cycle()
	open, crowded := groups[0], groups[1]
	for _, s := range f.sessions(crowded.ID) {
		s.RoomID = small.ID
		check(f.Sessions.Save(&s))
	}
	f.enroll(f.child("Zoé"), crowded)

	for _, c := range []struct {
		what  string
		child data.Child
		group data.Group
		codes []data.WarningCode
	}{
		{"nothing", f.child("Lila"), open, nil},
		{"no decision", f.child("A", func(c *data.Child) { c.Pathway = data.Pathway{} }), open, []data.WarningCode{data.WarnNoDecision}},
		{"deferred", f.child("A", func(c *data.Child) { c.Pathway.Decision = data.DecisionDeferred }), open, []data.WarningCode{data.WarnNoDecision}},
		{"no agreement", f.child("A", func(c *data.Child) { c.Consents = nil }), open, []data.WarningCode{data.WarnNoConsent}},
		{"agreement ended before the first session", f.child("A", func(c *data.Child) { c.Consents[0].Until = 20261001 }), open, []data.WarningCode{data.WarnNoConsent}},
		{"six on the day of the first session", f.child("A", func(c *data.Child) { c.BirthDate = 20201007 }), open, nil},
		{"six the day after", f.child("A", func(c *data.Child) { c.BirthDate = 20201008 }), open, []data.WarningCode{data.WarnAge}},
		{"twelve", f.child("A", func(c *data.Child) { c.BirthDate = 20141007 }), open, []data.WarningCode{data.WarnAge}},
		{"no birth date", f.child("A", func(c *data.Child) { c.BirthDate = 0 }), open, []data.WarningCode{data.WarnUnknownAge}},
		{"too high a grade", f.child("A", func(c *data.Child) { c.Grade = data.Sixieme }), open, []data.WarningCode{data.WarnGrade}},
		{"grade not said", f.child("A", func(c *data.Child) { c.Grade = data.GradeUnknown }), open, nil},
		{"no place left", f.child("A"), other[0], []data.WarningCode{data.WarnCapacity}},
		{"elsewhere at the same hour", busy, open, []data.WarningCode{data.WarnChildBusy}},
		{"elsewhere at another hour, in a full room", busy, crowded, []data.WarningCode{data.WarnRoomPlaces}},
	} {
		t.Run(c.what, func(t *testing.T) {
			wantCodes(t, c.what, f.EnrollmentWarnings(c.child.ID, c.group.ID), c.codes...)
		})
	}
}

func TestEnrollAsksForAReasonAndKeepsIt(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	c := f.child("Lila", func(c *data.Child) { c.Pathway, c.Consents = data.Pathway{}, nil })
	x := registry.Enrolling{ChildID: c.ID, GroupID: groups[0].ID, By: f.member.ID}
	_, err := f.Enroll(x)
	wantReasonsFor(t, err, data.WarnNoDecision, data.WarnNoConsent)
	x.Reasons = map[data.WarningCode]string{data.WarnNoDecision: "meeting next week", data.WarnNoConsent: "  "}
	_, err = f.Enroll(x)
	wantReasonsFor(t, err, data.WarnNoConsent)
	want(t, "enrolments", f.Enrollments.Len(), 0)

	x.Reasons[data.WarnNoConsent] = "signs on Friday"
	e := must(f.Enroll(x))
	want(t, "warnings kept", len(e.Warnings), 2)
	want(t, "first warning", e.Warnings[0],
		data.Warning{Code: data.WarnNoDecision, Reason: "meeting next week", ByID: f.member.ID, On: f.today})
	want(t, "revision", e.Revision, 1)
}

func TestEnrollRefusesWhatIsImpossible(t *testing.T) {
	f := newFile(t)
	lila, noe := f.child("Lila"), f.child("Noé")
	_, groups := f.cycle(lila)
	enroll := func(c data.Child, g data.Group) error {
		_, err := f.Enroll(registry.Enrolling{ChildID: c.ID, GroupID: g.ID, Reasons: anyWhy})
		return err
	}
	wantErr(t, enroll(lila, groups[0]), registry.ErrAlreadyEnrolled)
	wantErr(t, enroll(lila, groups[1]), registry.ErrAlreadyEnrolled)
	_, err := f.Wait(lila.ID, groups[0].CycleID)
	wantErr(t, err, registry.ErrAlreadyEnrolled)

	check(f.Children.Archive(noe.ID))
	wantErr(t, enroll(noe, groups[0]), registry.ErrArchived)
	check(f.Children.Unarchive(noe.ID))
	check(f.Groups.Archive(groups[1].ID))
	wantErr(t, enroll(noe, groups[1]), registry.ErrArchived)

	cycle, _ := f.Cycles.Get(groups[0].CycleID)
	cycle.State = data.CycleClosed
	check(f.Cycles.Save(&cycle))
	wantErr(t, enroll(noe, groups[0]), registry.ErrCycleClosed)
	_, err = f.Wait(noe.ID, cycle.ID)
	wantErr(t, err, registry.ErrCycleClosed)
	wantErr(t, enroll(noe, data.Group{}), registry.ErrGone)
}

func TestChildLeavesTheWaitingListWhenPlaced(t *testing.T) {
	f := newFile(t)
	lila, noe := f.child("Lila"), f.child("Noé")
	cycle, groups := f.cycle()
	waiting := must(f.Wait(lila.ID, cycle.ID))
	want(t, "state", waiting.State, data.Waiting)
	_, err := f.Wait(lila.ID, cycle.ID)
	wantErr(t, err, registry.ErrAlreadyEnrolled)
	placed := must(f.Place(waiting.ID, groups[1].ID, nil, noMember))
	want(t, "record", placed.ID, waiting.ID)
	want(t, "group", placed.GroupID, groups[1].ID)
	want(t, "day of the request", placed.RequestedOn, f.today)
	_, err = f.Place(waiting.ID, groups[0].ID, nil, noMember)
	wantErr(t, err, registry.ErrNotWaiting)

	second := must(f.Wait(noe.ID, cycle.ID))
	want(t, "record enrolled from the list", f.enroll(noe, groups[1]).ID, second.ID)
}

func TestPlaceRefusesAGroupOfAnotherCycle(t *testing.T) {
	f := newFile(t)
	first, _ := f.cycle()
	_, later := f.cycle()
	waiting := must(f.Wait(f.child("Lila").ID, first.ID))
	_, err := f.Place(waiting.ID, later[0].ID, nil, noMember)
	wantErr(t, err, registry.ErrOtherCycle)
}

func TestChildEnrolledOnTheWayIsExpectedFromToday(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	f.today = 20261103
	want(t, "first day", f.enroll(f.child("Lila"), groups[0]).From, f.today)
	asked := must(f.Enroll(registry.Enrolling{ChildID: f.child("Noé").ID, GroupID: groups[0].ID, From: 20261007}))
	want(t, "first day when it is said", asked.From, 20261007)
}

func TestPlaceOfAChildWhoLeftIsFree(t *testing.T) {
	f := newFile(t)
	lila, noe, ines := f.child("Lila"), f.child("Noé"), f.child("Inès")
	_, groups := f.cycle(lila, noe)
	f.today = 20261103
	wantCodes(t, "full", f.EnrollmentWarnings(ines.ID, groups[0].ID), data.WarnCapacity)
	check(f.Leave(f.placeOf(lila).ID, 20261102, " moved away "))
	left := f.placeOf(lila)
	want(t, "state", left.State, data.Left)
	want(t, "reason", left.LeaveReason, "moved away")
	wantCodes(t, "one place free", f.EnrollmentWarnings(ines.ID, groups[0].ID))

	check(f.UndoLeave(left.ID))
	want(t, "state", f.placeOf(lila).State, data.Enrolled)
	wantErr(t, f.UndoLeave(left.ID), registry.ErrNotEnrolled)
}

// placeOf is the only enrolment of a child.
func (f *file) placeOf(c data.Child) data.Enrollment {
	for _, e := range f.Enrollments.All() {
		if e.ChildID == c.ID {
			return e
		}
	}
	return data.Enrollment{}
}

func TestChildWhoLeftCanComeBackTheDayAfter(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	first := f.placeOf(lila)
	check(f.Leave(first.ID, 20261014, ""))
	_, err := f.Enroll(registry.Enrolling{ChildID: lila.ID, GroupID: groups[1].ID, From: 20261014})
	wantErr(t, err, registry.ErrAlreadyEnrolled)
	want(t, "first day", f.enroll(lila, groups[1]).From, 20261015)
	wantErr(t, f.UndoLeave(first.ID), registry.ErrAlreadyEnrolled)
	wantErr(t, f.Leave(first.ID, 20261015, ""), registry.ErrAlreadyEnrolled)
	check(f.Leave(first.ID, 20261013, ""))
}

func TestLeaveRefusesADayBeforeAMark(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	f.today = 20261014
	f.mark(f.sessions(groups[0].ID)[1], lila, data.Present)
	e := f.placeOf(lila)
	wantErr(t, f.Leave(e.ID, 20261013, ""), registry.ErrMarked)
	wantErr(t, f.Leave(e.ID, 20260230, ""), data.ErrBadDate)
	check(f.Leave(e.ID, 20261014, ""))
}

func TestUnenrollIsUndoneUnlessTheChildHasAnotherPlace(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	e := f.placeOf(lila)
	undo := must(f.Unenroll(e.ID))
	want(t, "enrolments", f.Enrollments.Len(), 0)
	check(undo())
	want(t, "record", f.placeOf(lila).ID, e.ID)

	undo = must(f.Unenroll(e.ID))
	f.enroll(lila, groups[1])
	wantErr(t, undo(), registry.ErrAlreadyEnrolled)
}

func TestMoveBeforeTheFirstSessionChangesTheGroup(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	e := f.placeOf(lila)
	moved := must(f.MoveToGroup(registry.Moving{EnrollmentID: e.ID, GroupID: groups[1].ID}))
	want(t, "record", moved.ID, e.ID)
	want(t, "group", moved.GroupID, groups[1].ID)
	want(t, "enrolments", f.Enrollments.Len(), 1)
}

func TestMoveOnTheWayLeavesWhatWasLivedWhereItWas(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	f.today = 20261014
	f.mark(f.sessions(groups[0].ID)[0], lila, data.Present)
	e := f.placeOf(lila)
	_, err := f.MoveToGroup(registry.Moving{EnrollmentID: e.ID, GroupID: groups[1].ID, On: 20261007})
	wantErr(t, err, registry.ErrMarked)
	moved := must(f.MoveToGroup(registry.Moving{EnrollmentID: e.ID, GroupID: groups[1].ID, Why: "with the sister"}))
	left, _ := f.Enrollments.Get(e.ID)
	want(t, "last day in the first group", left.Until, 20261013)
	want(t, "why", left.LeaveReason, "with the sister")
	want(t, "first day in the second", moved.From, 20261014)
	_, err = f.MoveToGroup(registry.Moving{EnrollmentID: e.ID, GroupID: groups[1].ID})
	wantErr(t, err, registry.ErrNotEnrolled)
}

func TestMoveOnADayAlreadyMarkedBeginsTheDayAfter(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	f.today = 20261007
	f.mark(f.sessions(groups[0].ID)[0], lila, data.Present)
	moved := must(f.MoveToGroup(registry.Moving{EnrollmentID: f.placeOf(lila).ID, GroupID: groups[1].ID}))
	want(t, "first day", moved.From, 20261008)
}

func TestClosedPathwayEndsThePlacesThatGoOn(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	cycle, groups := f.cycle(lila)
	later, _ := f.cycle()
	must(f.Wait(lila.ID, later.ID))
	f.today = 20261104
	f.mark(f.sessions(groups[0].ID)[0], lila, data.Present)
	wantErr(t, f.CloseChild(lila.ID, 20261006, "", ""), registry.ErrMarked)
	check(f.CloseChild(lila.ID, 20261103, "moved away", "well"))
	c, _ := f.Children.Get(lila.ID)
	want(t, "end", c.Pathway.EndedOn, 20261103)
	want(t, "enrolments", f.Enrollments.Len(), 1)
	e := f.placeOf(lila)
	want(t, "cycle", e.CycleID, cycle.ID)
	want(t, "last day", e.Until, 20261103)
	want(t, "state", e.State, data.Left)
	check(f.ReopenChild(lila.ID))
	c, _ = f.Children.Get(lila.ID)
	want(t, "end", c.Pathway.EndedOn, 0)
}

func TestClosedPathwayTakesOutAPlaceThatHadNotBegun(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle()
	must(f.Enroll(registry.Enrolling{ChildID: lila.ID, GroupID: groups[0].ID, From: 20270101}))
	noe := f.child("Noé")
	must(f.Enroll(registry.Enrolling{ChildID: noe.ID, GroupID: groups[1].ID}))
	check(f.CloseChild(lila.ID, 20261201, "", ""))
	want(t, "enrolments", f.Enrollments.Len(), 1)
	check(f.CloseChild(noe.ID, 20270301, "", "")) // after the last session: the place was lived whole
	want(t, "state", f.placeOf(noe).State, data.Enrolled)
	wantErr(t, f.CloseChild(noe.ID, 20270230, "", ""), data.ErrBadDate)
}

func TestChildWhoWasWrittenAboutIsNotUnenrolled(t *testing.T) {
	f := newFile(t)
	evaluated, observed, written, free := f.child("Lila"), f.child("Noé"), f.child("Inès"), f.child("Max")
	cycle, groups := f.cycle(evaluated, observed, written, free)
	check(f.Rate(registry.Rating{
		ChildID: evaluated.ID, CycleID: cycle.ID, Moment: data.MomentStart, Viewpoint: data.ByFamily, Key: 1, Level: 2,
	}))
	keep(f.Observations, data.Observation{SessionID: f.sessions(groups[0].ID)[0].ID, ChildID: observed.ID, Mood: 4})
	b := f.Bilan(written.ID, cycle.ID, data.MomentEnd)
	check(f.SaveBilan(&b))
	for _, c := range []data.Child{evaluated, observed, written} {
		_, err := f.Unenroll(f.placeOf(c).ID)
		wantErr(t, err, registry.ErrInUse)
	}
	must(f.Unenroll(f.placeOf(free).ID))
}
