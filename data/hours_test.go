package data_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"mercredi/data"
)

func span(from, to int) data.Span { return data.Span{From: data.At(from, 0), To: data.At(to, 0)} }

func TestHoursThatTouchAreOneSpan(t *testing.T) {
	hours := []data.WeekHours{
		{Weekday: time.Wednesday, From: data.At(14, 0), To: data.At(17, 0)}, {Weekday: time.Friday, From: data.At(9, 0), To: data.At(10, 0)},
		{Weekday: time.Wednesday, From: data.At(9, 0), To: data.At(12, 0)}, {Weekday: time.Wednesday, From: data.At(12, 0), To: data.At(14, 0)},
	}
	if got := data.SpansOn(hours, time.Wednesday); !slices.Equal(got, []data.Span{span(9, 17)}) {
		t.Errorf("Wednesday is %v", got)
	}
	if got := data.SpansOn(hours, time.Monday); len(got) > 0 {
		t.Errorf("Monday is %v", got)
	}
}

func TestDayWithoutWhatIsTaken(t *testing.T) {
	for _, x := range []struct{ taken, left []data.Span }{
		{nil, []data.Span{span(9, 18)}},
		{[]data.Span{span(12, 13)}, []data.Span{span(9, 12), span(13, 18)}},
		{[]data.Span{span(8, 10), span(17, 19), span(12, 14), span(13, 15)}, []data.Span{span(10, 12), span(15, 17)}},
		{[]data.Span{span(6, 9), span(18, 20)}, []data.Span{span(9, 18)}},
		{[]data.Span{span(8, 20)}, nil},
	} {
		if got := span(9, 18).Without(x.taken); !slices.Equal(got, x.left) {
			t.Errorf("without %v: %v, want %v", x.taken, got, x.left)
		}
	}
}

func TestFacilitatorWhoSaysNothingIsThereAllDay(t *testing.T) {
	const wednesday, thursday = data.Date(20261007), data.Date(20261008)
	var f data.Facilitator
	if got := f.HoursOn(wednesday, span(9, 18)); !slices.Equal(got, []data.Span{span(9, 18)}) {
		t.Errorf("hours are %v", got)
	}
	f.Hours = []data.WeekHours{{Weekday: time.Wednesday, From: data.At(14, 0), To: data.At(17, 0)}}
	if got := f.HoursOn(thursday, span(9, 18)); len(got) > 0 {
		t.Errorf("hours of a day of which nothing is said, others being said: %v", got)
	}
	for _, x := range []struct {
		day   data.Date
		start data.TimeOfDay
		away  bool
	}{{wednesday, data.At(14, 0), false}, {wednesday, data.At(16, 30), true}, {wednesday, data.At(10, 0), true}, {thursday, data.At(10, 0), false}} {
		if away, _ := f.AwayAt(x.day, x.start, 60); away != x.away {
			t.Errorf("away on %s at %v: %v", x.day, x.start, away)
		}
	}
	f.Exceptions = []data.DatedHours{{From: 20261006, To: thursday, Away: true, Reason: "ill"}}
	if away, why := f.AwayAt(thursday, data.At(10, 0), 60); !away || why != "ill" {
		t.Errorf("an ill facilitator is away: %v, %q", away, why)
	}
}

func TestDayOfTheTeamIsWhatItSaysOrTheUsualOne(t *testing.T) {
	var s data.Settings
	if s.Day() != span(9, 18) || s.Step() != 15 || len(s.Pauses()) != 1 {
		t.Errorf("usual day %v, step %d, pauses %v", s.Day(), s.Step(), s.Pauses())
	}
	s.DayStart, s.DayEnd, s.PlanStep, s.Breaks = data.At(8, 0), data.At(17, 0), 30, []data.Span{span(12, 13)}
	if s.Day() != span(8, 17) || s.Step() != 30 || s.Pauses()[0] != span(12, 13) {
		t.Errorf("day %v, step %d, pauses %v", s.Day(), s.Step(), s.Pauses())
	}
	if s.NoBreak = true; len(s.Pauses()) > 0 {
		t.Errorf("pauses that nobody wants: %v", s.Pauses())
	}
}

func TestHoursThatEndBeforeTheyBeginAreAFault(t *testing.T) {
	back := []data.WeekHours{{Weekday: time.Wednesday, From: data.At(12, 0), To: data.At(9, 0)}}
	me := data.ID[data.Child]{1}
	for field, record := range map[string]any{
		"Hours":       &data.Facilitator{Hours: back},
		"Exceptions":  &data.Facilitator{Exceptions: []data.DatedHours{{From: 20261008, To: 20261007}}},
		"Closed":      &data.Room{Closed: back},
		"Busy":        &data.Child{Busy: back},
		"Latest":      &data.Workshop{Earliest: data.At(15, 0), Latest: data.At(14, 0)},
		"MinChildren": &data.Workshop{MinChildren: 5, Capacity: 4},
		"DayEnd":      &data.Settings{DayStart: data.At(19, 0)},
		"Breaks":      &data.Settings{Breaks: []data.Span{span(13, 12)}},
	} {
		if err := data.FaultOf(check(record), field); !errors.Is(err, data.ErrEndBeforeStart) {
			t.Errorf("%s: %v", field, err)
		}
	}
	lone := data.Child{Record: data.Record[data.Child]{ID: me}, Together: []data.ID[data.Child]{me}}
	if err := data.FaultOf(check(&lone), "Apart"); !errors.Is(err, data.ErrDuplicate) {
		t.Errorf("a child beside itself: %v", err)
	}
	for _, s := range []data.Settings{{SpareDays: []data.Date{20260231}}, {Breaks: []data.Span{{}}}, {PlanStep: 3}} {
		if s.Check() == nil {
			t.Errorf("%+v is accepted", s)
		}
	}
}
