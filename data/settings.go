package data

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
}

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
	return f.err()
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
