package export

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

func familyOf() registry.FamilyCalendarView {
	v := registry.FamilyCalendarView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande", Phone: "0199002046"}, On: day, SchoolYear: 2026,
		Child: registry.ChildName{First: "Inès", Last: "Kerdoun"}, Sex: data.Girl, Reference: "ABCD", From: day, PickUp: "Vient avec sa tante",
		KeyWorker: registry.Adult{Name: "Samira Lounès", Feminine: data.Yes, Phone: "0199007884"},
	}
	moved, other := session(3, 20270203, 0), session(4, 20270303, 0)
	moved.MovedFrom = 20270127
	other.Workshop, other.Room, other.Start, other.Added = registry.WorkshopName{ID: data.ID[data.Workshop]{2}, Name: "Sophrologie"}, "Salle 2", data.At(9, 0), true
	v.Sessions = []registry.WednesdaySession{session(1, wednesday, data.SessionCancelled), session(2, 20270127, 0), moved, other}
	v.Off = []calendar.Day{
		{Date: 20270210, Reason: calendar.Reason{State: calendar.StateClosing, Name: "Inventaire"}},
		{Date: 20270224, Reason: calendar.Reason{State: calendar.StateSchoolHolidays, Name: "Vacances d’hiver"}},
		{Date: 20270303, Reason: calendar.Reason{State: calendar.StateSchoolHolidays, Name: "Vacances d’hiver"}},
	}
	return v
}

func facilitatorOf() registry.FacilitatorListView {
	moved := session(2, wednesday, 0)
	moved.MovedFrom, moved.Theme = 20270113, "Théâtre"
	return registry.FacilitatorListView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative"}, On: day, Date: wednesday,
		Facilitator: registry.Adult{Name: "Irène Salvat", Feminine: data.Yes}, Phones: true,
		Groups: []registry.FacilitatorGroup{
			{Name: "Groupe 1", Start: data.At(14, 0), LengthMinutes: 60, Sessions: []registry.WednesdaySession{moved}, Children: []registry.FacilitatorChild{
				{ShortChild: registry.ShortChild{First: "Lila", Initial: "K"}, Grade: data.CE2, PickUp: "Vient avec sa mère",
					Phones: []registry.FamilyPhone{{Relation: data.Mother, Phone: "0612345678"}, {Phone: "0199001122"}}},
				{ShortChild: registry.ShortChild{First: "Noé", Initial: "T"}},
			}},
			{Name: "Trio", Sessions: []registry.WednesdaySession{session(7, wednesday, data.SessionCancelled)}},
		},
	}
}

func TestFamilyCalendarReadsLikeAPaper(t *testing.T) {
	golden(t, "family-calendar", familyCalendar(Meta{Date: day}, familyOf(), FamilyOptions{}))
}

func TestFamilyCalendarWithoutSessionSaysSo(t *testing.T) {
	golden(t, "family-calendar-empty", familyCalendar(Meta{}, registry.FamilyCalendarView{SchoolYear: 2026}, FamilyOptions{}))
}

func TestLargePrintSaysTheSame(t *testing.T) {
	plain, large := familyCalendar(Meta{}, familyOf(), FamilyOptions{}), familyCalendar(Meta{}, familyOf(), FamilyOptions{Large: true})
	if outline(plain) != outline(large) {
		t.Error("large print says something else")
	}
	if large.Pages() > 2 {
		t.Errorf("%d pages", large.Pages())
	}
}

// TestFamilyCalendarOfTheSampleNamesNobodyElse reads the calendar of every child of the town.
func TestFamilyCalendarOfTheSampleNamesNobodyElse(t *testing.T) {
	families := lastNames()
	adults := map[string]bool{}
	for _, f := range town().Facilitators.All() {
		adults[f.LastName] = true
	}
	for _, m := range town().Members.All() {
		adults[m.LastName] = true
	}
	for _, c := range town().Children.All() {
		v, _ := town().FamilyCalendar(c.ID, 2026)
		for w := range wordsOn(familyCalendar(Meta{}, v, FamilyOptions{})) {
			if families[w] && w != c.LastName && !adults[w] {
				t.Errorf("the calendar of %s names %s", c.FullName(), w)
			}
		}
	}
}

func TestFacilitatorListReadsLikeAPaper(t *testing.T) {
	golden(t, "facilitator-list", facilitatorList(Meta{Date: day}, facilitatorOf()))
}

func TestFacilitatorListOfACycleGivesItsDates(t *testing.T) {
	v := facilitatorOf()
	v.Date, v.Cycle, v.Workshop, v.Phones = 0, "Cycle 1", registry.WorkshopName{Name: "Art-thérapie"}, false
	v.Groups[0].Sessions = []registry.WednesdaySession{session(1, 20270106, 0), session(2, 20270113, data.SessionCancelled), v.Groups[0].Sessions[0]}
	golden(t, "facilitator-list-cycle", facilitatorList(Meta{Date: day}, v))
}

func TestFacilitatorListWithoutSessionSaysSo(t *testing.T) {
	golden(t, "facilitator-list-empty", facilitatorList(Meta{}, registry.FacilitatorListView{Date: wednesday}))
}

func TestFacilitatorListHoldsNoFamilyName(t *testing.T) {
	families := lastNames()
	for _, f := range town().Facilitators.All() {
		v, _ := town().FacilitatorList(registry.FacilitatorListOf{Facilitator: f.ID, Date: wednesday, Phones: true})
		for w := range wordsOn(facilitatorList(Meta{}, v)) {
			if families[w] && w != f.LastName {
				t.Errorf("the list of %s names %s", f.FullName(), w)
			}
		}
	}
}

func TestLongTextsBreakNoCalendarAndNoList(t *testing.T) {
	for what, text := range longWords {
		v, l := familyOf(), facilitatorOf()
		v.PickUp, v.Child.First, v.KeyWorker.Name = text, text[:min(len(text), 480)], text[:min(len(text), 480)]
		l.Groups[0].Children[0].PickUp, l.Groups[0].Children[1].First = text, text[:min(len(text), 480)]
		for _, d := range []*pdf.Document{familyCalendar(Meta{Date: day}, v, FamilyOptions{Large: true}), facilitatorList(Meta{Date: day}, l)} {
			if n := d.Pages(); n < 1 || n > 400 {
				t.Errorf("%s: %d pages", what, n)
			}
			rendered(t, d.Write)
		}
	}
}

func TestSameCalendarsAndListsGiveTheSameBytes(t *testing.T) {
	m := Meta{Date: day}
	for name, write := range map[string]func(io.Writer) error{
		"family": func(w io.Writer) error { return FamilyCalendar(w, m, familyOf(), FamilyOptions{Large: true}) },
		"list":   func(w io.Writer) error { return FacilitatorList(w, m, facilitatorOf()) },
	} {
		if !bytes.Equal(rendered(t, write), rendered(t, write)) {
			t.Errorf("%s: two writings differ", name)
		}
	}
}

func TestDaysOffAreSaidInWords(t *testing.T) {
	for want, dates := range map[string][]data.Date{
		"le mercredi 11 novembre 2026":                     {20261111},
		"les mercredis 21 et 28 octobre 2026":              {20261021, 20261028},
		"les mercredis 24 février et 3 mars 2027":          {20270224, 20270303},
		"les mercredis 30 décembre 2026 et 6 janvier 2027": {20261230, 20270106},
	} {
		var days []calendar.Day
		for _, d := range dates {
			days = append(days, calendar.Day{Date: d})
		}
		if got := strings.ReplaceAll(daysInWords(days), "\u00a0", " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
