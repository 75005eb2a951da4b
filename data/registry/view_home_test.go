package registry_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

const today = data.Date(20270115)

func TestHomeShowsTheNextWednesday(t *testing.T) {
	d := newTown(t).Home(today).Next
	if d.Date != 20270120 || d.Number != 11 || d.Of != 30 {
		t.Errorf("%v is the %d of %d", d.Date, d.Number, d.Of)
	}
	if d.Held != 3 || d.Expected != 9 || d.Taken != 10 || d.Places != 11 {
		t.Errorf("%d sessions, %d children, %d places of %d", d.Held, d.Expected, d.Taken, d.Places)
	}
	phases := map[registry.RibbonPhase]int{}
	for _, tick := range d.Ribbon {
		if tick.State == calendar.StateWorking {
			phases[tick.Phase]++
		}
	}
	if phases[registry.RibbonDone] != 10 || phases[registry.RibbonNext] != 1 || phases[registry.RibbonToCome] != 19 {
		t.Errorf("ribbon %v", phases)
	}
	first, last := d.Sessions[0], d.Sessions[2]
	if first.Group.Workshop.Name != "Psychologue" || first.Group.Child.First != "Ilyès" || !last.Group.Child.ID.IsZero() {
		t.Errorf("sessions %+v", d.Sessions)
	}
	if last.Facilitator.Name != "Maud Estève" || last.Room != "Grande salle" || last.Enrolled != 7 || last.Capacity != 7 {
		t.Errorf("art %+v", last)
	}
	if n := len(d.Rooms); n != 2 || d.Rooms[0].Sessions != 1 || d.Rooms[1].Sessions != 2 || !d.Rooms[1].ID.IsZero() {
		t.Errorf("rooms %+v", d.Rooms)
	}
}

func TestHomeWithoutSessionsToComeShowsTheNextWorkingWednesday(t *testing.T) {
	v := newTown(t)
	if d := v.Home(20270218).Next; d.Date != 20270310 || d.Number != 16 || len(d.Sessions) != 0 {
		t.Errorf("after the winter holidays of zone B: %v, %d", d.Date, d.Number)
	}
	if d := v.Home(20270120).Next; d.Date != 20270120 {
		t.Errorf("on the day itself: %v", d.Date)
	}
}

func TestCancelledSessionIsShownButNobodyIsExpected(t *testing.T) {
	d := newTown(t).Day(20261209)
	if d.Held != 0 || d.Expected != 0 || len(d.Sessions) != 1 || d.Sessions[0].State != data.SessionCancelled {
		t.Errorf("day %+v", d)
	}
}

func TestHomeListsWhatIsToEnterLatestFirst(t *testing.T) {
	got := newTown(t).Home(today).ToEnter
	if len(got) != 2 || got[0].Group.Group != "Trio" || got[0].Missing != 2 || got[0].Total != 2 {
		t.Fatalf("to enter %+v", got)
	}
	if art := got[1]; art.Date != 20270113 || art.Number != 10 || art.Missing != 2 || art.Total != 7 {
		t.Errorf("art %+v", art)
	}
}

func TestHomeListsBilansAndDecisionsByDay(t *testing.T) {
	v := newTown(t)
	got := v.Home(today).BilansDue
	if len(got) != 3 {
		t.Fatalf("due %+v", got)
	}
	if d := got[0]; d.Child.First != "Noé" || d.Moment != data.MomentMid || d.LateDays != 9 || d.Done != 6 || d.Owed != 7 {
		t.Errorf("late %+v", d)
	}
	if d := got[1]; d.Kind != registry.DueDecision || d.Child.First != "Ilyès" || d.On != 20270120 || d.After != 4 || d.LateDays != 0 {
		t.Errorf("decision %+v", d)
	}
	if d := got[2]; d.On != 20270127 || d.Owed != 7 || d.Done != 0 || d.Started != 3 || !d.Child.ID.IsZero() {
		t.Errorf("end of cycle %+v", d)
	}
	v.enter(v.met[2], "Ilyès", 'E')
	for _, d := range v.Home(today).BilansDue {
		if d.Kind == registry.DueDecision {
			t.Errorf("a decision after three meetings: %+v", d)
		}
	}
}

func TestHomeWatchesWhatIsUnusual(t *testing.T) {
	got := newTown(t).Home(today).Watch
	want := []struct {
		kind  registry.AlertKind
		child string
	}{
		{registry.AlertChildBusy, "Kenza"}, {registry.AlertAbsences, "Mathis"}, {registry.AlertConsentMissing, "Soan"},
		{registry.AlertConsentEnding, "Lila"}, {registry.AlertNoDecision, "Soan"}, {registry.AlertPlaceFree, ""},
	}
	if len(got) != len(want) {
		t.Fatalf("alerts %+v", got)
	}
	for i, w := range want {
		if got[i].Kind != w.kind || got[i].Child.First != w.child {
			t.Errorf("alert %d: %+v, want %+v", i, got[i], w)
		}
	}
	if busy := got[0]; busy.On != 20270120 || busy.Start != data.At(14, 0) || busy.Group.Workshop.Name == busy.With.Workshop.Name {
		t.Errorf("clash %+v", busy)
	}
	if got[1].Count != 3 || got[1].On != 20261216 {
		t.Errorf("absences %+v", got[1])
	}
	if got[3].On != 20270131 || got[3].Scope != data.ConsentShareSchool {
		t.Errorf("consent %+v", got[3])
	}
	if free := got[5]; free.Free != 1 || free.Count != 1 || free.Group.Workshop.Name != "Sophrologie" {
		t.Errorf("place %+v", free)
	}
}

func TestRenewedConsentIsNotAnnounced(t *testing.T) {
	v := newTown(t)
	lila := found(v.Children.Get(v.children["Lila"].ID))
	lila.Consents = append(lila.Consents, data.Consent{Scope: data.ConsentShareSchool, Given: data.Yes, SignedOn: 20270112})
	check(v.Children.Save(&lila))
	for _, a := range v.Home(today).Watch {
		if a.Kind == registry.AlertConsentEnding {
			t.Errorf("announced: %+v", a)
		}
	}
}

func TestClosedCycleAsksForNothing(t *testing.T) {
	v := newTown(t)
	c := found(v.Cycles.Get(v.art.CycleID))
	c.State = data.CycleClosed
	check(v.Cycles.Save(&c))
	h := v.Home(today)
	if len(h.ToEnter) != 1 || len(h.BilansDue) != 1 {
		t.Errorf("to enter %+v, due %+v", h.ToEnter, h.BilansDue)
	}
}

func TestEmptyFileHasAHome(t *testing.T) {
	h := emptyFile(t, mem.New()).Home(today)
	if h.Next.Date == 0 || len(h.ToEnter)+len(h.BilansDue)+len(h.Watch)+len(h.Next.Sessions) != 0 {
		t.Errorf("home %+v", h)
	}
}

// found is a record that is there.
func found[T any](v T, ok bool) T {
	if !ok {
		panic("record not found")
	}
	return v
}
