package calendar_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/data/calendar"
)

func TestLayTwelveSessionsFromAnyDayOfTheWeek(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneC})
	rule := calendar.Rule{Weekday: time.Wednesday, First: day(t, "2026-10-01"), Count: 12, SkipHolidays: true}
	dates, err := c.Lay(rule)
	if err != nil {
		t.Fatal(err)
	}
	if len(dates) != 12 || dates[0] != day(t, "2026-10-07") || dates[11] != day(t, "2027-01-27") {
		t.Errorf("laid %v", dates)
	}
}

func TestLayInHolidaysWhenAsked(t *testing.T) {
	c := calendar.New(calendar.Settings{
		Zone:     calendar.ZoneA,
		Closings: []calendar.Period{{From: day(t, "2026-12-23")}},
	})
	dates, err := c.Lay(calendar.Rule{Weekday: time.Wednesday, First: day(t, "2026-10-21"), Count: 10})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2026-10-21", "2026-10-28", "2026-11-04", "2026-11-18", "2026-11-25", "2026-12-02", "2026-12-09",
		"2026-12-16", "2026-12-30", "2027-01-06"}
	for i, iso := range want {
		if dates[i] != day(t, iso) {
			t.Errorf("session %d on %v, want %s", i+1, dates[i], iso)
		}
	}
}

func TestLayWithoutCountStopsAtTheLastDay(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneB})
	rule := calendar.Rule{Weekday: time.Wednesday, First: day(t, "2026-10-07"), Until: day(t, "2027-06-30"), SkipHolidays: true}
	dates, err := c.Lay(rule)
	if err != nil || len(dates) != 30 {
		t.Errorf("laid %d, error %v", len(dates), err)
	}
	rule.Count = 31
	dates, err = c.Lay(rule)
	if len(dates) != 30 || !errors.Is(err, calendar.ErrTooLate) {
		t.Errorf("laid %d, error %v", len(dates), err)
	}
}

func TestLayRefusesARuleWithoutEndOrBeginning(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneB})
	if _, err := c.Lay(calendar.Rule{First: day(t, "2026-10-07")}); !errors.Is(err, calendar.ErrEmptyRule) {
		t.Errorf("no end: %v", err)
	}
	if _, err := c.Lay(calendar.Rule{First: day(t, "2026-10-07"), Count: -1}); !errors.Is(err, calendar.ErrEmptyRule) {
		t.Errorf("negative count: %v", err)
	}
	if _, err := c.Lay(calendar.Rule{Count: 3}); !errors.Is(err, data.ErrBadDate) {
		t.Errorf("no first day: %v", err)
	}
}

func TestLayStopsAtTheEndOfTime(t *testing.T) {
	c := calendar.New(calendar.Settings{})
	dates, err := c.Lay(calendar.Rule{Weekday: time.Friday, First: day(t, "9999-12-20"), Count: 5})
	if len(dates) != 2 || err == nil {
		t.Errorf("laid %v, error %v", dates, err)
	}
}

func TestLaidSessionsAreWorkingDaysInOrder(t *testing.T) {
	zones := []calendar.Zone{calendar.ZoneA, calendar.ZoneB, calendar.ZoneC}
	rapid.Check(t, func(t *rapid.T) {
		start := data.NewDate(2025, time.September, 1)
		c := calendar.New(calendar.Settings{
			Zone:     rapid.SampledFrom(zones).Draw(t, "zone"),
			Region:   rapid.SampledFrom(append(calendar.Regions(), "")).Draw(t, "region"),
			Closings: []calendar.Period{{From: start.AddDays(rapid.IntRange(0, 1000).Draw(t, "closing"))}},
		})
		rule := calendar.Rule{
			Weekday:      time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday")),
			First:        start.AddDays(rapid.IntRange(0, 1090).Draw(t, "first")),
			Count:        rapid.IntRange(1, 60).Draw(t, "count"),
			SkipHolidays: true,
		}
		dates, err := c.Lay(rule)
		if err == nil && len(dates) != rule.Count {
			t.Fatalf("%d sessions, want %d", len(dates), rule.Count)
		}
		if err != nil && (len(dates) >= rule.Count || !errors.Is(err, calendar.ErrUnknownYear)) {
			t.Fatalf("%d sessions of %d with error %v", len(dates), rule.Count, err)
		}
		last := rule.First.AddDays(-1)
		for _, d := range dates {
			if open, why := c.Open(d); !open || d <= last || d.Weekday() != rule.Weekday {
				t.Fatalf("session on %v (%v) after %v: %v", d, d.Weekday(), last, why)
			}
			last = d
		}
		// Nothing usable was left out between the first day and the last session.
		if n := len(c.Working(rule.Weekday, rule.First, last)); n != len(dates) {
			t.Fatalf("%d working days, %d sessions", n, len(dates))
		}
	})
}
