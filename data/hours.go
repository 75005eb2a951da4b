package data

import (
	"slices"
	"time"
)

// Span is a span of one day, from an hour to another, the second excluded.
type Span struct {
	From TimeOfDay `cbor:"1,keyasint"`
	To   TimeOfDay `cbor:"2,keyasint"`
}

// Minutes is how long the span lasts.
func (s Span) Minutes() int { return int(s.To - s.From) }

// Holds reports whether something that starts at an hour and lasts some minutes fits in the span.
func (s Span) Holds(start TimeOfDay, minutes int) bool {
	return s.From <= start && start.Add(minutes) <= s.To
}

// Meets reports whether two spans share a minute.
func (s Span) Meets(o Span) bool { return s.From < o.To && o.From < s.To }

// WeekHours are hours that come back each week: those of a facilitator, those when a child cannot come.
type WeekHours struct {
	Weekday time.Weekday `cbor:"1,keyasint,omitempty"`
	From    TimeOfDay    `cbor:"2,keyasint"`
	To      TimeOfDay    `cbor:"3,keyasint"`
	Reason  string       `cbor:"4,keyasint,omitempty"` // why, when it is worth saying
}

// DatedHours change the hours of somebody on some days, both included: away, or there at these hours instead.
type DatedHours struct {
	From   Date   `cbor:"1,keyasint"`
	To     Date   `cbor:"2,keyasint"`
	Away   bool   `cbor:"3,keyasint,omitempty"`
	Hours  []Span `cbor:"4,keyasint,omitempty"`
	Reason string `cbor:"5,keyasint,omitempty"`
}

// Covers reports whether the hours are those of a day. A last day that is not said is the first one.
func (x DatedHours) Covers(day Date) bool { return x.From <= day && day <= max(x.From, x.To) }

// HalfDay is the half of the day that a child comes more easily.
type HalfDay uint8

// The halves. Zero is either.
const (
	AnyHalf HalfDay = iota
	Morning
	Afternoon
)

// SpansOn are the spans of a day of the week among hours, in order.
func SpansOn(hours []WeekHours, day time.Weekday) []Span {
	var out []Span
	for _, h := range hours {
		if h.Weekday == day {
			out = append(out, Span{h.From, h.To})
		}
	}
	return joined(out)
}

// joined puts spans in order, and makes one of those that touch.
func joined(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return int(a.From - b.From) })
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}

// Without is what is left of a span when others are taken out of it, in order.
func (s Span) Without(taken []Span) []Span {
	var out []Span
	at := s.From
	for _, t := range joined(slices.Clone(taken)) {
		if t.To <= at || t.From >= s.To {
			continue
		}
		if t.From > at {
			out = append(out, Span{at, t.From})
		}
		at = t.To
	}
	if at < s.To {
		out = append(out, Span{at, s.To})
	}
	return out
}

func (f *faults) span(field string, from, to TimeOfDay) {
	if from < 0 || to > At(24, 0) {
		f.add(field, ErrOutOfRange)
	}
	if to <= from {
		f.add(field, ErrEndBeforeStart)
	}
}

func (f *faults) hours(field string, all []WeekHours) {
	for _, h := range all {
		f.between(field, int(h.Weekday), int(time.Sunday), int(time.Saturday))
		f.span(field, h.From, h.To)
		f.short(field, h.Reason)
	}
}

func (f *faults) datedHours(field string, all []DatedHours) {
	for _, x := range all {
		if !x.From.Valid() {
			f.add(field, ErrBadDate)
		}
		f.order(field, x.From, x.To)
		f.short(field, x.Reason)
		for _, s := range x.Hours {
			f.span(field, s.From, s.To)
		}
	}
}

// startHour: an hour at which a session may start, when said.
func (f *faults) startHour(field string, t TimeOfDay) {
	if t != 0 {
		f.between(field, int(t), int(At(6, 0)), int(At(22, 0)))
	}
}
