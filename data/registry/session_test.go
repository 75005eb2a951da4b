package registry_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestMovedSessionIsNumberedByItsDate(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	s := f.sessions(groups[0].ID)
	check(f.MoveSession(s[0].ID, 20261106, data.At(10, 0), "the room was flooded"))
	moved := f.sessions(groups[0].ID)
	want(t, "third", moved[2].ID, s[0].ID)
	want(t, "first", moved[0].ID, s[1].ID)
	want(t, "from", moved[2].MovedFrom, s[0].Date)
	want(t, "reason", moved[2].Reason, "the room was flooded")
	want(t, "start", moved[2].Start, data.At(10, 0))
	f.wantNumbers(t, groups[0])

	check(f.MoveSession(s[0].ID, s[0].Date, s[0].Start, ""))
	want(t, "from, back on its day", f.sessions(groups[0].ID)[0].MovedFrom, 0)
}

// wantNumbers expects 1 to n in the order of the dates.
func (f *file) wantNumbers(t failer, g data.Group) {
	t.Helper()
	before := data.Session{}
	for i, s := range f.sessions(g.ID) {
		if s.Number != i+1 || s.Date < before.Date || s.Date == before.Date && s.Start < before.Start {
			t.Errorf("session %d on %v follows session %d on %v", s.Number, s.Date, before.Number, before.Date)
		}
		before = s
	}
}

func TestUnusualDaysOfASessionNeedAReason(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	for _, c := range []struct {
		day  data.Date
		code data.WarningCode
		name string
	}{
		{20261021, data.WarnHoliday, ""},
		{20261111, data.WarnPublicHoliday, ""},
		{20261202, data.WarnClosed, "Inventory"},
	} {
		s := f.sessions(groups[0].ID)[0]
		wantReasonsFor(t, f.MoveSession(s.ID, c.day, s.Start, " "), c.code)
		check(f.MoveSession(s.ID, c.day, s.Start, "outing"))
		s, _ = f.Sessions.Get(s.ID)
		want(t, "warning kept", s.Warnings[0], data.Warning{Code: c.code, Reason: "outing", On: f.today})
		clash := f.SessionWarnings(s)[0]
		want(t, "code", clash.Code, c.code)
		if c.name != "" {
			want(t, "name", clash.Name, c.name)
		}
	}
}

func TestSessionWarningsNameWhatStandsInTheWay(t *testing.T) {
	f := newFile(t)
	room := keep(f.Rooms, data.Room{Name: "Blue"})
	her := keep(f.Facilitators, data.Facilitator{FirstName: "Rose", LastName: "Aubier"})
	lila := f.child("Lila")
	_, first := f.cycle(lila)
	_, second := f.cycle(lila)
	a, b := f.sessions(first[0].ID)[0], f.sessions(second[0].ID)[0]
	a.RoomID, a.FacilitatorID = room.ID, her.ID
	check(f.Sessions.Save(&a))
	b.Date, b.RoomID, b.FacilitatorID = a.Date, room.ID, her.ID

	got := f.SessionWarnings(b)
	want(t, "warnings", len(got), 3)
	for i, code := range []data.WarningCode{data.WarnFacilitator, data.WarnRoom, data.WarnChildBusy} {
		want(t, "code", got[i].Code, code)
		want(t, "session in the way", got[i].OtherID, a.ID)
		want(t, "its group", got[i].OtherGroupID, first[0].ID)
	}
	want(t, "child", got[2].ChildID, lila.ID)

	b.Start = a.Start.Add(a.LengthMinutes) // one after the other
	want(t, "warnings of the hour after", len(f.SessionWarnings(b)), 0)
	b.Start = a.Start
	check(f.CancelSession(a.ID, "ill"))
	want(t, "warnings against a cancelled session", len(f.SessionWarnings(b)), 0)
}

func TestCancelledSessionKeepsItsMarksAsideAndCanComeBack(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	s := f.sessions(groups[0].ID)[0]
	f.today = s.Date
	f.mark(s, lila, data.Late)
	check(f.CancelSession(s.ID, "ill"))
	_, err := f.Mark(s.ID, lila.ID, data.Present)
	wantErr(t, err, registry.ErrSessionCancelled)
	wantErr(t, f.MoveSession(s.ID, 20261009, s.Start, ""), registry.ErrSessionCancelled)
	kept, _ := f.Sessions.Get(s.ID)
	want(t, "state", kept.State, data.SessionCancelled)
	want(t, "reason", kept.Reason, "ill")
	check(f.UncancelSession(s.ID))
	want(t, "mark", f.markOf(s, lila), data.Late)
	kept, _ = f.Sessions.Get(s.ID)
	want(t, "state", kept.State, data.SessionPlanned)
}

func TestSessionWithMarksMovesOnlyToADayWhenItCouldBeHeld(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	s := f.sessions(groups[0].ID)[1]
	f.today = s.Date
	f.mark(s, lila, data.Present)
	check(f.Leave(f.placeOf(lila).ID, s.Date, ""))
	f.today = 20261120
	wantErr(t, f.MoveSession(s.ID, 20261204, s.Start, "slip"), registry.ErrMarked) // to come
	wantErr(t, f.MoveSession(s.ID, 20261016, s.Start, "slip"), registry.ErrMarked) // she had left
	check(f.MoveSession(s.ID, 20261013, s.Start, "slip"))
}

func TestAddedSessionAsksForAReasonAndTakesItsNumber(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	_, err := f.AddSession(groups[0].ID, 20261021, data.At(9, 0), nil)
	wantReasonsFor(t, err, data.WarnHoliday)
	added := must(f.AddSession(groups[0].ID, 20261021, data.At(9, 0), anyWhy))
	want(t, "number", added.Number, 4-1)
	want(t, "added", added.Added, true)
	want(t, "length", added.LengthMinutes, 60)
	want(t, "sessions", len(f.sessions(groups[0].ID)), 13)
	f.wantNumbers(t, groups[0])
	_, err = f.AddSession(groups[0].ID, 0, data.At(9, 0), nil)
	wantErr(t, err, data.ErrBadDate)

	undo := must(f.RemoveSession(added.ID))
	want(t, "sessions", len(f.sessions(groups[0].ID)), 12)
	f.wantNumbers(t, groups[0])
	check(undo())
	want(t, "third", f.sessions(groups[0].ID)[2].ID, added.ID)
	f.wantNumbers(t, groups[0])
}

func TestSessionsOfAClosedCycleStayAsTheyAre(t *testing.T) {
	f := newFile(t)
	cycle, groups := f.cycle()
	cycle.State = data.CycleClosed
	check(f.Cycles.Save(&cycle))
	s := f.sessions(groups[0].ID)[0]
	wantErr(t, f.MoveSession(s.ID, 20261009, s.Start, ""), registry.ErrCycleClosed)
	wantErr(t, f.CancelSession(s.ID, ""), registry.ErrCycleClosed)
	_, err := f.AddSession(groups[0].ID, 20261009, s.Start, nil)
	wantErr(t, err, registry.ErrCycleClosed)
}

func TestThemeOfASessionCanBeChanged(t *testing.T) {
	f := newFile(t)
	_, groups := f.cycle()
	s := f.sessions(groups[0].ID)[5]
	check(f.SetTheme(s.ID, " Puppets "))
	s, _ = f.Sessions.Get(s.ID)
	want(t, "theme", s.Theme, "Puppets")
}

// failer is a test, or one try of a property.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
}
