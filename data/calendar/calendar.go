// Package calendar knows the school year: its holidays by zone, the public holidays, the closing days of the team,
// and so "the Wednesdays" on which workshops can be held.
//
// What it knows comes from dated tables embedded in the program (the CSV files of this folder), and from what the
// team types. Past the last known day it says that it does not know, and never guesses. The package is pure: no
// clock, no file, no network.
package calendar

import (
	"errors"
	"time"

	"mercredi/data"
)

// ErrUnknownYear says that the holidays of a school year are in no table and have not been typed.
var ErrUnknownYear = errors.New("school year not known")

// Settings are what a team says of its calendar.
type Settings struct {
	Zone   Zone
	Region Region
	// Closings are the days when the team does not work, holidays apart.
	Closings []Period
	// Extra are holidays that come on top of the table, a local bridge for instance.
	Extra []Period
	// Typed are school years whose holidays the team entered whole: they replace those of the table.
	Typed []TypedYear
}

// TypedYear is a school year entered by the team.
type TypedYear struct {
	Year     SchoolYear
	Holidays []Period
}

// Period is a stretch of days with a name, last day included. A zero To means one day.
type Period struct {
	From data.Date
	To   data.Date
	Name string
}

// Last is the last day of the period.
func (p Period) Last() data.Date {
	if p.To.IsZero() {
		return p.From
	}
	return p.To
}

// Contains reports whether the day belongs to the period.
func (p Period) Contains(d data.Date) bool { return !d.IsZero() && p.From <= d && d <= p.Last() }

// Calendar answers questions about days. It never changes once built, so it can be shared.
type Calendar struct {
	region   Region
	closings []Period
	extra    []Period
	years    map[SchoolYear]yearTable
}

// yearTable is what is known of one school year in one zone.
type yearTable struct {
	holidays  []Period
	toConfirm bool
}

// New builds the calendar of a team. Without a zone, or in ZoneOther, only the typed years are known.
func New(s Settings) Calendar {
	c := Calendar{
		region:   s.Region,
		closings: append([]Period(nil), s.Closings...),
		extra:    append([]Period(nil), s.Extra...),
		years:    map[SchoolYear]yearTable{},
	}
	for year, table := range tables().years[s.Zone] {
		c.years[year] = table
	}
	for _, typed := range s.Typed {
		c.years[typed.Year] = yearTable{holidays: append([]Period(nil), typed.Holidays...)}
	}
	return c
}

// Of builds the calendar of the kept settings. The holidays they hold replace the table in the school years they touch.
func Of(team *data.Settings) Calendar {
	s := Settings{Zone: Zone(team.Zone), Region: Region(team.Region)}
	for _, p := range team.Closings {
		s.Closings = append(s.Closings, Period(p))
	}
	byYear := map[SchoolYear][]Period{}
	for _, p := range team.Holidays {
		year := SchoolYearOf(p.From)
		byYear[year] = append(byYear[year], Period(p))
	}
	for year, holidays := range byYear {
		s.Typed = append(s.Typed, TypedYear{year, holidays})
	}
	return New(s)
}

// Known reports whether the holidays of that day's school year are known.
func (c Calendar) Known(d data.Date) bool {
	_, known := c.years[SchoolYearOf(d)]
	return known && !d.IsZero()
}

// ToConfirm reports whether the day is in a school year that the table gives with reservations.
func (c Calendar) ToConfirm(d data.Date) bool { return c.years[SchoolYearOf(d)].toConfirm }

// LastKnown is the last day of the latest school year known, or the zero date when none is.
func (c Calendar) LastKnown() data.Date {
	var last SchoolYear
	for year := range c.years {
		last = max(last, year)
	}
	return last.Last()
}

// Holidays lists the school holidays of a year in the order of the table, then the team's extra ones.
func (c Calendar) Holidays(year SchoolYear) []Period {
	holidays := append([]Period(nil), c.years[year].holidays...)
	for _, p := range c.extra {
		if SchoolYearOf(p.From) == year {
			holidays = append(holidays, p)
		}
	}
	return holidays
}

// HolidayOn finds the school holidays that the day belongs to.
func (c Calendar) HolidayOn(d data.Date) (Period, bool) {
	if p, ok := find(c.years[SchoolYearOf(d)].holidays, d); ok {
		return p, true
	}
	return find(c.extra, d)
}

// ClosingOn finds the closing of the team that the day belongs to.
func (c Calendar) ClosingOn(d data.Date) (Period, bool) { return find(c.closings, d) }

// PublicHolidayOn names the public holiday of the day, national or of the team's region. Every year is known.
func (c Calendar) PublicHolidayOn(d data.Date) (string, bool) {
	for _, h := range tables().public {
		if h.in(c.region) && h.on(d.Year()) == d && !d.IsZero() {
			return h.name, true
		}
	}
	return "", false
}

func find(periods []Period, d data.Date) (Period, bool) {
	for _, p := range periods {
		if p.Contains(d) {
			return p, true
		}
	}
	return Period{}, false
}

// State is what a day is for the workshops.
type State uint8

// The states of a day. A public holiday or a closing inside school holidays is told as such.
const (
	StateUnknown State = iota
	StateWorking
	StateSchoolHolidays
	StatePublicHoliday
	StateClosing
)

// Reason says why a day is what it is. Name is the holiday's or the closing's, and may be empty.
type Reason struct {
	State State
	Name  string
}

// Day is a day and what it is.
type Day struct {
	Date data.Date
	Reason
	// ToConfirm is true in a school year that the table gives with reservations.
	ToConfirm bool
}

// Open reports whether a session can be held that day without a second thought. When it is false the reason is a
// warning to show, never a ban: a team may hold a course in the holidays.
func (c Calendar) Open(d data.Date) (bool, Reason) {
	r := c.reason(d)
	return r.State == StateWorking, r
}

func (c Calendar) reason(d data.Date) Reason {
	if name, ok := c.PublicHolidayOn(d); ok {
		return Reason{StatePublicHoliday, name}
	}
	if p, ok := c.ClosingOn(d); ok {
		return Reason{StateClosing, p.Name}
	}
	if p, ok := c.HolidayOn(d); ok {
		return Reason{StateSchoolHolidays, p.Name}
	}
	if !c.Known(d) {
		return Reason{State: StateUnknown}
	}
	return Reason{State: StateWorking}
}

// Days lists every such weekday from one day to another, both included, each with what it is.
func (c Calendar) Days(weekday time.Weekday, from, to data.Date) []Day {
	var days []Day
	for d := nextWeekday(weekday, from); !d.IsZero() && d <= to; d = d.AddDays(7) {
		days = append(days, Day{Date: d, Reason: c.reason(d), ToConfirm: c.ToConfirm(d)})
	}
	return days
}

// Working lists the weekdays from one day to another, both included, on which a session can be held.
func (c Calendar) Working(weekday time.Weekday, from, to data.Date) []data.Date {
	var dates []data.Date
	for _, day := range c.Days(weekday, from, to) {
		if day.State == StateWorking {
			dates = append(dates, day.Date)
		}
	}
	return dates
}

// nextWeekday is the first such weekday on or after d.
func nextWeekday(weekday time.Weekday, d data.Date) data.Date {
	return d.AddDays((int(weekday) - int(d.Weekday()) + 7) % 7)
}
