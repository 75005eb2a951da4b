package data

import (
	"bytes"
	"cmp"
)

// Settings is what the team has set for itself: one record in the file.
type Settings struct {
	Record[Settings]
	TeamName string  `cbor:"10,keyasint"` // « Programme de réussite éducative »
	Town     string  `cbor:"11,keyasint"`
	Address  Address `cbor:"12,keyasint"`
	Phone    string  `cbor:"13,keyasint,omitempty"`
	Email    string  `cbor:"14,keyasint,omitempty"`
	// Zone is the school zone "A", "B" or "C", or "" when the holidays are typed by hand.
	Zone string `cbor:"15,keyasint,omitempty"`
	// Region names the public holidays of a region: "" for the national ones alone (see data/calendar).
	Region string `cbor:"16,keyasint,omitempty"`
	// SchoolYear is the year on screen: 2026 for 2026-2027.
	SchoolYear int         `cbor:"17,keyasint,omitempty"`
	Closings   []DayPeriod `cbor:"18,keyasint,omitempty"`
	// Holidays are school holidays typed by the team; they replace the embedded table for the years they touch.
	Holidays []DayPeriod `cbor:"19,keyasint,omitempty"`
	// SeasonStart and SeasonEnd bound the year's workshops, as month*100+day: 1001 and 630 by default.
	SeasonStart int `cbor:"20,keyasint,omitempty"`
	SeasonEnd   int `cbor:"21,keyasint,omitempty"`
	// AbsenceAlert is how many unexcused absences in a row are announced.
	AbsenceAlert int `cbor:"22,keyasint,omitempty"`
	// LowRegularity is the percentage under which a regularity is shown as low.
	LowRegularity int      `cbor:"23,keyasint,omitempty"`
	Fragilities   []string `cbor:"24,keyasint,omitempty"` // the tags offered for a child
	Confidential  string   `cbor:"25,keyasint,omitempty"` // the sentence at the foot of papers for families

	// DayStart and DayEnd bound the day of workshops, Breaks cut it: see Day and Pauses for what they are until the team
	// says otherwise. NoBreak says that nothing cuts it.
	DayStart TimeOfDay `cbor:"26,keyasint,omitempty"`
	DayEnd   TimeOfDay `cbor:"27,keyasint,omitempty"`
	Breaks   []Span    `cbor:"28,keyasint,omitempty"`
	NoBreak  bool      `cbor:"29,keyasint,omitempty"`
	// PlanStep is how many minutes lie between two possible starts; see Step.
	PlanStep int `cbor:"30,keyasint,omitempty"`
	// TripsPerStart is how many trips from a school the team can make for one start, ChildrenPerTrip how many children it
	// takes along; escorts are not counted when either is zero.
	TripsPerStart   int `cbor:"31,keyasint,omitempty"`
	ChildrenPerTrip int `cbor:"32,keyasint,omitempty"`
	// SpareDays are the Wednesdays kept to replace cancelled sessions.
	SpareDays []Date `cbor:"33,keyasint,omitempty"`
	// Logo stands at the head of papers: a PNG as export/picture makes it, or nothing.
	Logo []byte `cbor:"34,keyasint,omitempty"`

	// Agreements are the terms that a new agreement starts with. Without clauses, they are those of the program.
	Agreements AgreementTerms `cbor:"40,keyasint"`
	// ConsentTexts are the words of the agreements that families sign, where the team has written its own; RightsContact is
	// whom to call about what is kept, when it is not the team.
	ConsentTexts  []ConsentText `cbor:"50,keyasint,omitempty"`
	RightsContact string        `cbor:"51,keyasint,omitempty"`
}

// MaxLogo is the largest logo that is kept, in bytes: it goes into every paper.
const MaxLogo = 200 << 10

// Day is the day of workshops: 9 h to 18 h until the team says otherwise.
func (s *Settings) Day() Span {
	return Span{cmp.Or(s.DayStart, At(9, 0)), cmp.Or(s.DayEnd, At(18, 0))}
}

// Pauses are the breaks of the day: noon to 13 h 30 until the team says otherwise.
func (s *Settings) Pauses() []Span {
	switch {
	case s.NoBreak:
		return nil
	case len(s.Breaks) > 0:
		return s.Breaks
	}
	return []Span{{At(12, 0), At(13, 30)}}
}

// FirstInterviewDays is within how many days a structure is asked to offer a first interview: 30 until the team's terms of
// agreements say otherwise.
func (s *Settings) FirstInterviewDays() int { return cmp.Or(s.Agreements.FirstDays, 30) }

// Step is how many minutes lie between two possible starts: 15 until the team says otherwise.
func (s *Settings) Step() int { return cmp.Or(s.PlanStep, 15) }

// DayPeriod is a span of days, both included, with its name.
type DayPeriod struct {
	From Date   `cbor:"1,keyasint"`
	To   Date   `cbor:"2,keyasint"`
	Name string `cbor:"3,keyasint,omitempty"`
}

// Check verifies the settings.
func (s *Settings) Check() error {
	var f faults
	f.name("TeamName", s.TeamName)
	f.shorts(text{"Town", s.Town}, text{"Phone", s.Phone}, text{"Email", s.Email}, text{"Zone", s.Zone}, text{"Region", s.Region})
	s.Address.check("Address", &f)
	f.note("Confidential", s.Confidential)
	for _, t := range s.Fragilities {
		f.short("Fragilities", t)
	}
	for _, p := range append(append([]DayPeriod(nil), s.Closings...), s.Holidays...) {
		if !p.From.Valid() {
			f.add("Closings", ErrBadDate)
		}
		f.order("Closings", p.From, p.To)
		f.short("Closings", p.Name)
	}
	f.between("AbsenceAlert", s.AbsenceAlert, 1, 20)
	f.between("LowRegularity", s.LowRegularity, 0, 100)
	if len(s.Logo) > MaxLogo || len(s.Logo) > 0 && !bytes.HasPrefix(s.Logo, []byte("\x89PNG\r\n\x1a\n")) {
		f.add("Logo", ErrBadLogo)
	}
	s.Agreements.check("Agreements", &f)
	s.checkDay(&f)
	for _, t := range s.ConsentTexts {
		t.check(&f)
	}
	f.note("RightsContact", s.RightsContact)
	return f.err()
}

func (s *Settings) checkDay(f *faults) {
	day := s.Day()
	f.span("DayEnd", day.From, day.To)
	for _, b := range s.Breaks {
		f.span("Breaks", b.From, b.To)
	}
	if s.PlanStep != 0 {
		f.between("PlanStep", s.PlanStep, 5, 60)
	}
	f.between("TripsPerStart", s.TripsPerStart, 0, 50)
	f.between("ChildrenPerTrip", s.ChildrenPerTrip, 0, 50)
	for _, d := range s.SpareDays {
		if !d.Valid() {
			f.add("SpareDays", ErrBadDate)
		}
	}
}

// Season is the first and last day of the workshops of a school year that starts in year.
func (s *Settings) Season(year int) (from, to Date) {
	return s.seasonDay(year, s.SeasonStart), s.seasonDay(year, s.SeasonEnd)
}

// seasonDay puts month*100+day in the school year that starts in year: August and later belong to that year.
func (s *Settings) seasonDay(year, monthDay int) Date {
	if monthDay < 801 {
		year++
	}
	return Date(year*10000 + monthDay)
}
