package calendar

import (
	"fmt"
	"time"

	"mercredi/data"
)

// SchoolYear is an « année scolaire », named by the year of its September. It runs from 1 September to 31 August.
// Zero means "not said yet".
type SchoolYear int16

// SchoolYearOf is the school year of a day.
func SchoolYearOf(d data.Date) SchoolYear {
	if d.IsZero() {
		return 0
	}
	if d.Month() >= time.September {
		return SchoolYear(d.Year())
	}
	return SchoolYear(d.Year() - 1)
}

// First is the 1 September of the year.
func (y SchoolYear) First() data.Date { return data.NewDate(int(y), time.September, 1) }

// Last is the 31 August that ends the year, or the zero date for the zero year.
func (y SchoolYear) Last() data.Date {
	if y == 0 {
		return 0
	}
	return data.NewDate(int(y)+1, time.August, 31)
}

// String is the usual form, 2026-2027, or "" for the zero year.
func (y SchoolYear) String() string {
	if y == 0 {
		return ""
	}
	return fmt.Sprintf("%d-%d", int(y), int(y)+1)
}
