package data

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault is one field of a record that cannot be kept as it stands.
type Fault struct {
	Field string // name of the Go field, "Pathway.EndedOn" for a nested one
	Err   error
}

func (f *Fault) Error() string { return f.Field + ": " + f.Err.Error() }
func (f *Fault) Unwrap() error { return f.Err }

// Faults is every field of one record that cannot be kept. A form shows each beside its field.
type Faults []*Fault

func (f Faults) Error() string {
	parts := make([]string, len(f))
	for i, x := range f {
		parts[i] = x.Error()
	}
	return strings.Join(parts, "; ")
}

// Unwrap lets errors.Is find each fault.
func (f Faults) Unwrap() []error {
	out := make([]error, len(f))
	for i, x := range f {
		out[i] = x
	}
	return out
}

// FaultOf answers the error of one field, or nil.
func FaultOf(err error, field string) error {
	var all Faults
	if !errors.As(err, &all) {
		return nil
	}
	for _, f := range all {
		if f.Field == field {
			return f.Err
		}
	}
	return nil
}

// faults collects while a record is checked.
type faults struct{ list Faults }

func (f *faults) add(field string, err error) { f.list = append(f.list, &Fault{field, err}) }

func (f *faults) err() error {
	if len(f.list) == 0 {
		return nil
	}
	return f.list
}

// name: needed, and at most MaxName runes.
func (f *faults) name(field, s string) {
	if strings.TrimSpace(s) == "" {
		f.add(field, ErrMissing)
		return
	}
	f.short(field, s)
}

func (f *faults) short(field, s string) { f.length(field, s, MaxName) }
func (f *faults) note(field, s string)  { f.length(field, s, MaxNote) }

// text is one field of a record, for those checked in a row.
type text struct{ field, words string }

func (f *faults) shorts(all ...text) {
	for _, t := range all {
		f.short(t.field, t.words)
	}
}

func (f *faults) notes(all ...text) {
	for _, t := range all {
		f.note(t.field, t.words)
	}
}

func (f *faults) length(field, s string, most int) {
	if n := utf8.RuneCountInString(s); n > most {
		f.add(field, fmt.Errorf("%d characters, at most %d: %w", n, most, ErrTooLong))
	}
}

// date: valid when said.
func (f *faults) date(field string, d Date) {
	if !d.IsZero() && !d.Valid() {
		f.add(field, ErrBadDate)
	}
}

// order: to is not before from, when both are said.
func (f *faults) order(field string, from, to Date) {
	f.date(field, to)
	if !from.IsZero() && !to.IsZero() && to < from {
		f.add(field, ErrEndBeforeStart)
	}
}

// between: n lies in [low, high].
func (f *faults) between(field string, n, low, high int) {
	if n < low || n > high {
		f.add(field, fmt.Errorf("%d is not between %d and %d: %w", n, low, high, ErrOutOfRange))
	}
}

func joinName(first, last string) string { return strings.TrimSpace(first + " " + last) }
