package data

import (
	"fmt"
	"time"
)

// Date is a civil date, without hour or time zone: the decimal number yyyymmdd, so dates compare with <.
// The zero Date means "not said yet".
type Date int32

// NewDate builds a date. A day that the calendar does not have (31 February) gives the zero Date.
func NewDate(year int, month time.Month, day int) Date {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day || year < 1 || year > 9999 {
		return 0
	}
	return Date(year*10000 + int(month)*100 + day)
}

// DateOf is the civil date of t in t's own zone.
func DateOf(t time.Time) Date { return NewDate(t.Year(), t.Month(), t.Day()) }

// ParseDate reads the ISO form that String writes.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("parsing date %q: %w", s, ErrBadDate)
	}
	return DateOf(t), nil
}

func (d Date) Year() int         { return int(d) / 10000 }
func (d Date) Month() time.Month { return time.Month(int(d) / 100 % 100) }
func (d Date) Day() int          { return int(d) % 100 }

// IsZero reports whether the date has not been said yet.
func (d Date) IsZero() bool { return d == 0 }

// Valid reports whether d is a day of the calendar. A stored number may be anything.
func (d Date) Valid() bool { return d != 0 && NewDate(d.Year(), d.Month(), d.Day()) == d }

// Time is midnight UTC of the day.
func (d Date) Time() time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// Weekday is the day of the week. The zero Date has none: it answers Sunday, so ask IsZero first.
func (d Date) Weekday() time.Weekday {
	if d.IsZero() {
		return time.Sunday
	}
	return d.Time().Weekday()
}

// AddDays moves by n days, backwards when n is negative. The zero Date stays zero.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return 0
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// AddMonths moves by n months and stays within the month: 31 January plus one month is the last day of February.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return 0
	}
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return NewDate(first.Year(), first.Month(), min(d.Day(), last))
}

// DaysUntil counts the days from d to other: negative when other is earlier.
func (d Date) DaysUntil(other Date) int {
	return int(other.Time().Sub(d.Time()).Hours() / 24)
}

// AgeOn is the age in whole years, on day on, of somebody born on d. It is -1 when either date is not said
// or the birth is later than on.
func (d Date) AgeOn(on Date) int {
	if d.IsZero() || on.IsZero() || on < d {
		return -1
	}
	age := on.Year() - d.Year()
	if on%10000 < d%10000 {
		age--
	}
	return age
}

// String is the ISO form 2027-01-15, or "" for the zero Date. People read dates through data/fr.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), int(d.Month()), d.Day())
}

// TimeOfDay is an hour of the day in minutes since midnight. Zero means "not said yet": nothing here happens at midnight.
type TimeOfDay int16

// At builds a time of day.
func At(hour, minute int) TimeOfDay { return TimeOfDay(hour*60 + minute) }

func (t TimeOfDay) Hour() int   { return int(t) / 60 }
func (t TimeOfDay) Minute() int { return int(t) % 60 }

// Add moves by minutes.
func (t TimeOfDay) Add(minutes int) TimeOfDay { return t + TimeOfDay(minutes) }

// Overlaps reports whether two spans of the same day share a minute.
func Overlaps(start1 TimeOfDay, minutes1 int, start2 TimeOfDay, minutes2 int) bool {
	return start1 < start2.Add(minutes2) && start2 < start1.Add(minutes1)
}
