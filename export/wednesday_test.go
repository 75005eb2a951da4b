package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

const wednesday = data.Date(20270120)

// session is a session of a workshop, for papers written by hand.
func session(number int, on data.Date, state data.SessionState) registry.WednesdaySession {
	return registry.WednesdaySession{
		ID:       data.ID[data.Session]{byte(number)},
		Workshop: registry.WorkshopName{ID: data.ID[data.Workshop]{1}, Name: "Art-thérapie", Discipline: data.ArtTherapy}, Cycle: "Cycle 1", Group: "Groupe 1",
		Number: number, Date: on, State: state, Start: data.At(14, 0), LengthMinutes: 60, RoomID: data.ID[data.Room]{1},
		Room: "Grande salle", Site: "PRE", Facilitator: registry.Adult{Name: "Maud Estève", Profession: "Dramathérapeute", Feminine: data.Yes},
		Enrolled: 2, Children: []registry.ShortChild{{First: "Lila", Initial: "K"}, {First: "Noé", Initial: "T"}},
	}
}

func posterOf() registry.WednesdayPosterView {
	v := registry.WednesdayPosterView{
		Letterhead: registry.Letterhead{Team: "Programme de réussite éducative", Town: "Sauvelande"}, Date: wednesday, Number: 11, Of: 30,
		Reason: calendar.Reason{State: calendar.StateWorking}, Breaks: []data.Span{{From: data.At(12, 0), To: data.At(13, 30)}},
		Rooms: []registry.DayRoom{{ID: data.ID[data.Room]{1}, Name: "Grande salle", Site: "PRE"}, {ID: data.ID[data.Room]{2}, Name: "Salle 2"}, {}},
	}
	moved, off, unsaid := session(2, wednesday, 0), session(3, wednesday, data.SessionCancelled), session(4, wednesday, 0)
	moved.MovedFrom, moved.Start, moved.RoomID = 20270113, data.At(9, 30), data.ID[data.Room]{2}
	moved.Group, moved.Workshop = "", registry.WorkshopName{Name: "Psychologue", Discipline: data.Psychologist, Format: data.WithFamily}
	off.Start, off.RoomID = data.At(10, 0), data.ID[data.Room]{}
	unsaid.Start, unsaid.Group = 0, "Groupe 2"
	v.Sessions = []registry.WednesdaySession{session(1, wednesday, 0), moved, off, unsaid}
	away := session(5, 20270127, 0)
	away.MovedFrom = wednesday
	v.Away = []registry.WednesdaySession{away}
	return v
}

func seasonOf() registry.SeasonView {
	v := registry.SeasonView{Letterhead: registry.Letterhead{Team: "Programme de réussite éducative"}, On: day, SchoolYear: 2026}
	for d := data.NewDate(2026, 10, 7); d <= 20261118; d = d.AddDays(7) {
		x := registry.SeasonDay{Day: calendar.Day{Date: d, Reason: calendar.Reason{State: calendar.StateWorking}}}
		switch d {
		case 20261021, 20261028:
			x.Reason = calendar.Reason{State: calendar.StateSchoolHolidays, Name: "Vacances de la Toussaint"}
		case 20261111:
			x.Reason = calendar.Reason{State: calendar.StatePublicHoliday, Name: "Armistice de 1918"}
		case 20261118:
			x.Spare = true
		}
		v.Days = append(v.Days, x)
	}
	moved, stage, extra := session(2, 20261022, 0), session(4, 20270106, 0), session(5, 20261118, 0)
	moved.MovedFrom, extra.Added = 20261014, true
	first := session(1, 20261007, 0)
	v.Rows = []registry.SeasonRow{{Workshop: first.Workshop, Cycle: "Cycle 1", Group: "Groupe 1", Start: first.Start, LengthMinutes: 60, Room: "Grande salle",
		Sessions: []registry.WednesdaySession{first, moved, session(3, 20261104, data.SessionCancelled), stage, extra}}}
	return v
}

func TestPosterReadsLikeAPaper(t *testing.T) {
	golden(t, "wednesday", wednesdayPoster(Meta{Date: day}, posterOf(), PosterOptions{}))
}

func TestPosterWithChildrenNamesThemByFirstNameAndInitial(t *testing.T) {
	golden(t, "wednesday-children", wednesdayPoster(Meta{Date: day}, posterOf(), PosterOptions{A3: true, Children: true}))
}

func TestPosterOfADayWithoutWorkshopSaysWhy(t *testing.T) {
	golden(t, "wednesday-empty", wednesdayPoster(Meta{}, registry.WednesdayPosterView{Date: 20261028,
		Reason: calendar.Reason{State: calendar.StateSchoolHolidays, Name: "Vacances de la Toussaint"}}, PosterOptions{}))
}

func TestYearReadsLikeAPaper(t *testing.T) {
	golden(t, "year", yearPlanning(Meta{Date: day}, seasonOf(), YearOptions{}))
}

func TestYearWithoutSessionSaysSo(t *testing.T) {
	golden(t, "year-empty", yearPlanning(Meta{}, registry.SeasonView{SchoolYear: 2026}, YearOptions{A3: true}))
}

// lastNames are the names of the families of the sample.
func lastNames() map[string]bool {
	names := map[string]bool{}
	for _, c := range town().Children.All() {
		names[c.LastName] = true
	}
	return names
}

// wordsOn are the words of a paper.
func wordsOn(d *pdf.Document) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(outline(d), func(r rune) bool { return strings.ContainsRune(" \n\u00a0.,:;·()«»", r) }) {
		words[w] = true
	}
	return words
}

func TestNoPosterNoPlanningNoCalendarHoldsAFamilyName(t *testing.T) {
	families := lastNames()
	var papers []*pdf.Document
	season := town().Season(2026)
	for _, d := range season.Days {
		papers = append(papers, wednesdayPoster(Meta{}, town().WednesdayPoster(d.Date), PosterOptions{Children: true}))
	}
	papers = append(papers, yearPlanning(Meta{}, season, YearOptions{}))
	for _, d := range papers {
		for w := range wordsOn(d) {
			if families[w] {
				t.Errorf("%q is on a paper:\n%s", w, outline(d))
			}
		}
	}
	v, _ := town().Agenda(registry.AgendaOf{SchoolYear: 2026})
	text := string(rendered(t, func(w io.Writer) error { return Agenda(w, Meta{Date: day}, v) }))
	text = strings.ReplaceAll(text, "\r\n ", "")
	for name := range families {
		if strings.Contains(text, name) {
			t.Errorf("%q is in a calendar", name)
		}
	}
	for _, c := range town().Children.All() {
		if strings.Contains(text, c.FirstName) && utf8.RuneCountInString(c.FirstName) > 3 {
			t.Errorf("%q is in a calendar", c.FirstName)
		}
	}
}

func TestPosterWithoutChildrenNamesNone(t *testing.T) {
	first := map[string]bool{}
	for _, c := range town().Children.All() {
		first[c.FirstName] = true
	}
	for _, d := range town().Season(2026).Days {
		for w := range wordsOn(wednesdayPoster(Meta{}, town().WednesdayPoster(d.Date), PosterOptions{})) {
			if first[w] {
				t.Errorf("%v: %q is on the poster", d.Date, w)
			}
		}
	}
}

// TestPapersOfTheWednesdaysTakeAnything: names of 120 letters, thirteen rooms, thirty sessions, no room, no hour.
func TestPapersOfTheWednesdaysTakeAnything(t *testing.T) {
	for _, name := range []string{strings.Repeat("É", data.MaxName), strings.TrimSpace(strings.Repeat("Apolline ", 13)), strings.Repeat("😀", data.MaxName), ""} {
		for _, sessions := range []int{0, 1, 12, 30} {
			v, year := posterOf(), seasonOf()
			v.Sessions, v.Rooms = nil, nil
			for i := range 13 {
				v.Rooms = append(v.Rooms, registry.DayRoom{ID: data.ID[data.Room]{byte(i + 1)}, Name: name, Site: name})
			}
			for i := range sessions {
				s := session(i+1, wednesday, data.SessionState(i%3))
				s.RoomID, s.Start, s.Workshop.Name, s.Group = data.ID[data.Room]{byte(i%13 + 1)}, data.At(8+i%5, 15), name, name
				v.Sessions = append(v.Sessions, s)
			}
			if sessions > 0 {
				year.Rows[0].Sessions, year.Rows[0].Workshop.Name, year.Rows[0].Cycle = v.Sessions, name, name
			}
			for _, a3 := range []bool{false, true} {
				for _, d := range []*pdf.Document{
					wednesdayPoster(Meta{Date: day}, v, PosterOptions{A3: a3, Children: true}), yearPlanning(Meta{Date: day}, year, YearOptions{A3: a3}),
				} {
					rendered(t, d.Write)
				}
			}
		}
	}
}

func TestSamePapersOfTheWednesdaysGiveTheSameBytes(t *testing.T) {
	agenda, _ := town().Agenda(registry.AgendaOf{SchoolYear: 2026})
	m := Meta{Date: day}
	for name, write := range map[string]func(io.Writer) error{
		"poster": func(w io.Writer) error {
			return WednesdayPoster(w, m, town().WednesdayPoster(wednesday), PosterOptions{})
		},
		"year":   func(w io.Writer) error { return YearPlanning(w, m, town().Season(2026), YearOptions{A3: true}) },
		"agenda": func(w io.Writer) error { return Agenda(w, m, agenda) },
	} {
		if !bytes.Equal(rendered(t, write), rendered(t, write)) {
			t.Errorf("%s: two writings differ", name)
		}
	}
}

func TestAWholeYearFitsOnFewPages(t *testing.T) {
	if n := yearPlanning(Meta{Date: day}, town().Season(2026), YearOptions{}).Pages(); n > 3 {
		t.Errorf("%d pages", n)
	}
	if got := fmt.Sprint(monday(20270120), monday(20270118), monday(20270124)); got != "2027-01-18 2027-01-18 2027-01-18" {
		t.Errorf("weeks begin on %s", got)
	}
}
