package planning

import (
	"fmt"
	"strconv"
	"strings"

	"mercredi/data"
)

// Time is an hour of the day, in minutes since midnight, written "14:30". 1440, "24:00", ends a day.
type Time int

const (
	noon     Time = 12 * 60
	midnight Time = 24 * 60
)

// String is the form of the files.
func (t Time) String() string { return fmt.Sprintf("%02d:%02d", int(t)/60, int(t)%60) }

// MarshalText writes "14:30".
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads "14:30", and nothing else.
func (t *Time) UnmarshalText(text []byte) error {
	hours, minutes, _ := strings.Cut(string(text), ":")
	h, errH := strconv.Atoi(hours)
	m, errM := strconv.Atoi(minutes)
	at := Time(h*60 + m)
	if errH != nil || errM != nil || m > 59 || at.String() != string(text) || at < 0 || at > midnight {
		return fmt.Errorf("reading an hour: %q is not \"HH:MM\"", text)
	}
	*t = at
	return nil
}

// Date is a civil date, written "2026-09-20".
type Date data.Date

// MarshalText writes "2026-09-20".
func (d Date) MarshalText() ([]byte, error) { return []byte(data.Date(d).String()), nil }

// UnmarshalText reads "2026-09-20".
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := data.ParseDate(string(text))
	*d = Date(parsed)
	return err
}

// Span is a stretch of the day, its end excluded.
type Span struct {
	Start Time `json:"start"`
	End   Time `json:"end"`
}

// meets reports whether two stretches share a minute.
func (s Span) meets(other Span) bool { return s.Start < other.End && other.Start < s.End }

// free reports whether a stretch is inside one of those given. They may touch or overlap: 9–12 and 12–18 hold 11–13.
func free(available []Span, want Span) bool {
	at := want.Start
	for at < want.End {
		reached := at
		for _, s := range available {
			if s.Start <= at {
				reached = max(reached, s.End)
			}
		}
		if reached == at {
			return false
		}
		at = reached
	}
	return true
}

// HalfDay is a half of the day. Zero is no wish.
type HalfDay string

// The halves: a group that starts before noon is of the morning.
const (
	Morning   HalfDay = "morning"
	Afternoon HalfDay = "afternoon"
)

func halfOf(start Time) HalfDay {
	if start < noon {
		return Morning
	}
	return Afternoon
}

// Grade is a school level, by its name: "CP", "6e", "Tle". "" is not known.
type Grade string

// grades are all levels in their order; the distance between two is the span of a group that holds both.
var grades = []Grade{"TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e", "2de", "1re", "Tle"}

// GradeAt is the name of a level of data.
func GradeAt(g data.Grade) Grade {
	if g == data.GradeUnknown || int(g) > len(grades) {
		return ""
	}
	return grades[g-1]
}
