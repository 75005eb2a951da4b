package registry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
)

func TestPosterShowsTheDayByRoom(t *testing.T) {
	v := newTown(t).WednesdayPoster(20270120)
	var got []string
	for _, s := range v.Sessions {
		got = append(got, fmt.Sprintf("%s %s %d", s.Workshop.Name, s.Group, s.Enrolled))
	}
	if want := []string{"Psychologue A 1", "Sophrologie Trio 2", "Art-thérapie Groupe 1 7"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if v.Number != 11 || v.Of != 30 || v.Reason.State != calendar.StateWorking {
		t.Errorf("day %d of %d, %v", v.Number, v.Of, v.Reason)
	}
}

func TestPosterTellsWhatWentToAnotherDay(t *testing.T) {
	f := newTown(t)
	s := f.sessions[10]
	check(f.MoveSession(s.ID, 20270121, data.At(10, 0), "Maud est absente"))
	v := f.WednesdayPoster(20270120)
	if len(v.Away) != 1 || v.Away[0].ID != s.ID || v.Away[0].Date != 20270121 {
		t.Errorf("away: %+v", v.Away)
	}
	if slices.ContainsFunc(v.Sessions, func(o registry.WednesdaySession) bool { return o.ID == s.ID }) {
		t.Error("the session is still on its first day")
	}
}

func TestAGroupCalledAfterItsChildHasNoNameOnAPaper(t *testing.T) {
	for _, name := range []string{"Lila", "Lila K.", "Groupe de Kerdoun", "kerdoun lila", "Trio Louise"} {
		f := newTown(t)
		g := f.art
		g.Name = name
		check(f.Groups.Save(&g))
		v := f.WednesdayPoster(20270120)
		i := slices.IndexFunc(v.Sessions, func(s registry.WednesdaySession) bool { return s.GroupID == g.ID })
		if got := v.Sessions[i].Group; got != "" {
			t.Errorf("%q is on the poster as %q", name, got)
		}
	}
}

func TestSeasonHasEveryWednesdayAndEveryGroup(t *testing.T) {
	v := newTown(t).Season(2026)
	working := 0
	for _, d := range v.Days {
		if d.State == calendar.StateWorking {
			working++
		}
	}
	if working != 30 || len(v.Rows) != 3 || len(v.Rows[0].Sessions) != 12 {
		t.Errorf("%d Wednesdays, %d rows", working, len(v.Rows))
	}
}

// TestFamilyCalendarNamesNobodyElse holds for every child of the town, with a text that names others.
func TestFamilyCalendarNamesNobodyElse(t *testing.T) {
	f := newTown(t)
	for name, c := range f.children {
		c.PickUp = "Vient avec Mathis Roux, Inaya, ou Mme Kerdoun"
		check(f.Children.Save(&c))
		f.children[name] = c
	}
	for name, c := range f.children {
		v, ok := f.FamilyCalendar(c.ID, 2026)
		if !ok {
			t.Fatal(name)
		}
		text := fmt.Sprintf("%+v", v)
		for other, o := range f.children {
			if other == name || o.LastName == c.LastName {
				continue
			}
			if strings.Contains(text, o.FirstName) || strings.Contains(text, o.LastName) {
				t.Errorf("the calendar of %s names %s: %s", name, other, text)
			}
		}
	}
}

func TestFamilyCalendarBeginsToday(t *testing.T) {
	f := newTown(t)
	v, _ := f.FamilyCalendar(f.children["Kenza"].ID, 2026)
	var got []string
	for _, s := range v.Sessions {
		got = append(got, fmt.Sprint(s.Date, " ", s.Workshop.Name))
	}
	if want := []string{"2027-01-20 Sophrologie", "2027-01-20 Art-thérapie", "2027-01-27 Art-thérapie"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestFamilyCalendarOfAChildWhoWaitsIsEmpty(t *testing.T) {
	f := newTown(t)
	if v, ok := f.FamilyCalendar(f.children["Louise"].ID, 2026); !ok || len(v.Sessions) != 0 {
		t.Errorf("%d sessions", len(v.Sessions))
	}
}

func TestFacilitatorListHoldsTheGroupsOfTheDay(t *testing.T) {
	f := newTown(t)
	v, ok := f.FacilitatorList(registry.FacilitatorListOf{Facilitator: f.maud.ID, Date: 20270120, Phones: true})
	if !ok || len(v.Groups) != 1 || len(v.Groups[0].Children) != 7 {
		t.Fatalf("%+v", v.Groups)
	}
	lila := v.Groups[0].Children[4]
	if lila.First != "Lila" || lila.Initial != "K" || len(lila.Phones) != 1 || lila.Phones[0].Phone != "0612345678" {
		t.Errorf("%+v", lila)
	}
	v, _ = f.FacilitatorList(registry.FacilitatorListOf{Facilitator: f.maud.ID, Date: 20270120})
	if len(v.Groups[0].Children[4].Phones) != 0 {
		t.Error("telephones that nobody asked for")
	}
	v, _ = f.FacilitatorList(registry.FacilitatorListOf{Facilitator: f.maud.ID, Cycle: f.art.CycleID})
	if len(v.Groups) != 1 || len(v.Groups[0].Sessions) != 12 {
		t.Errorf("cycle: %+v", v.Groups)
	}
}

// event is the event of a session in a calendar.
func event(t *testing.T, f *town, of registry.AgendaOf, id data.ID[data.Session]) registry.AgendaEvent {
	t.Helper()
	of.SchoolYear = 2026
	v, ok := f.Agenda(of)
	i := slices.IndexFunc(v.Events, func(e registry.AgendaEvent) bool { return e.ID == id })
	if !ok || i < 0 {
		t.Fatalf("no event for the session, in %d", len(v.Events))
	}
	return v.Events[i]
}

func TestEveryChangeOfASessionRaisesItsSequence(t *testing.T) {
	f := newTown(t)
	of, id := registry.AgendaOf{Facilitator: f.maud.ID}, f.sessions[10].ID
	before := event(t, f, of, id)
	check(f.MoveSession(id, 20270121, data.At(10, 0), "absente"))
	moved := event(t, f, of, id)
	check(f.CancelSession(id, "absente"))
	cancelled := event(t, f, of, id)
	if before.Cancelled || moved.Sequence <= before.Sequence || cancelled.Sequence <= moved.Sequence || !cancelled.Cancelled {
		t.Errorf("sequences %d, %d, %d", before.Sequence, moved.Sequence, cancelled.Sequence)
	}
}

func TestAChildWhoLeavesSeesTheRestCancelled(t *testing.T) {
	f := newTown(t)
	of, id := registry.AgendaOf{Child: f.children["Lila"].ID}, f.sessions[11].ID
	before := event(t, f, of, id)
	for _, e := range f.Enrollments.All() {
		if e.ChildID == of.Child {
			check(f.Leave(e.ID, 20270115, "déménagement"))
		}
	}
	after := event(t, f, of, id)
	if before.Cancelled || !after.Cancelled || after.Sequence <= before.Sequence {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

func TestTheCalendarOfAChildNamesNoGroup(t *testing.T) {
	f := newTown(t)
	if e := event(t, f, registry.AgendaOf{Child: f.children["Lila"].ID}, f.sessions[10].ID); e.Group != "" || len(e.Children) != 0 {
		t.Errorf("%+v", e)
	}
}

func TestACalendarOfNobodyDoesNotExist(t *testing.T) {
	f := newTown(t)
	for _, of := range []registry.AgendaOf{{Facilitator: data.ID[data.Facilitator]{9}}, {Room: data.ID[data.Room]{9}}, {Child: data.ID[data.Child]{9}}} {
		if _, ok := f.Agenda(of); ok {
			t.Errorf("%+v has a calendar", of)
		}
	}
}
