package registry_test

import (
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestMarkAnswersTheMarkBefore(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	_, groups := f.cycle(lila)
	s := f.sessions(groups[0].ID)[0]
	f.today = s.Date
	want(t, "first", must(f.Mark(s.ID, lila.ID, data.Present)), data.NotEntered)
	want(t, "second", must(f.Mark(s.ID, lila.ID, data.Absent)), data.Present)
	want(t, "after reopening", (&file{Registry: f.open()}).markOf(s, lila), data.Absent)
	want(t, "taken away", must(f.Mark(s.ID, lila.ID, data.NotEntered)), data.Absent)
	want(t, "now", f.markOf(s, lila), data.NotEntered)
}

func TestMarkRefusesWhatCannotHaveBeen(t *testing.T) {
	f := newFile(t)
	lila, noe := f.child("Lila"), f.child("Noé")
	_, groups := f.cycle(lila)
	s := f.sessions(groups[0].ID)
	f.today = s[0].Date
	_, err := f.Mark(s[0].ID, noe.ID, data.Present)
	wantErr(t, err, registry.ErrNotExpected)
	_, err = f.Mark(s[1].ID, lila.ID, data.Present)
	wantErr(t, err, registry.ErrNotYet)
	_, err = f.Mark(s[0].ID, lila.ID, data.Cancelled)
	wantErr(t, err, data.ErrOutOfRange)
	_, err = f.Mark(data.ID[data.Session]{}, lila.ID, data.Present)
	wantErr(t, err, registry.ErrGone)
	check(f.Leave(f.placeOf(lila).ID, s[0].Date, ""))
	f.today = s[1].Date
	_, err = f.Mark(s[1].ID, lila.ID, data.Present)
	wantErr(t, err, registry.ErrNotExpected)
}

func TestMarkRemainingFillsOnlyTheEmptyOnesAndIsUndone(t *testing.T) {
	f := newFile(t)
	lila, noe, ines, max := f.child("Lila"), f.child("Noé"), f.child("Inès"), f.child("Max")
	_, groups := f.cycle(lila, noe, ines)
	f.enroll(max, groups[1])
	s := f.sessions(groups[0].ID)[0]
	f.today = s.Date
	f.mark(s, noe, data.Excused)
	undo := must(f.MarkRemaining(s.ID, data.Present))
	want(t, "filled", len(undo), 2)
	want(t, "Noé", f.markOf(s, noe), data.Excused)
	want(t, "Lila", f.markOf(s, lila), data.Present)
	want(t, "Max, of another group", f.markOf(s, max), data.NotEntered)
	again := must(f.MarkRemaining(s.ID, data.Absent))
	want(t, "filled again", len(again), 0)

	redo := must(f.SetMarks(s.ID, undo))
	a, _ := f.Attendances.Get(data.ID[data.Attendance](s.ID))
	if !slices.Equal(a.Marks, []data.ChildMark{{ChildID: noe.ID, Mark: data.Excused}}) {
		t.Errorf("marks after the undo: %v", a.Marks)
	}
	must(f.SetMarks(s.ID, redo))
	want(t, "Inès", f.markOf(s, ines), data.Present)
}
