package calendar_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickar/cal/v2/fr"

	"mercredi/data"
	"mercredi/data/calendar"
)

func day(t *testing.T, iso string) data.Date {
	t.Helper()
	d, err := data.ParseDate(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wednesdays lists the Wednesdays of a school year, 1 October to 30 June.
func wednesdays(zone calendar.Zone, year int) []calendar.Day {
	c := calendar.New(calendar.Settings{Zone: zone})
	return c.Days(time.Wednesday, data.NewDate(year, time.October, 1), data.NewDate(year+1, time.June, 30))
}

func TestEveryZoneHasTheExpectedWednesdays(t *testing.T) {
	tests := []struct {
		year, count int
		nth         map[int]string // nth working Wednesday, from 1
	}{
		{2025, 31, map[int]string{1: "2025-10-01", 12: "2026-01-14", 24: "2026-05-06"}},
		{2026, 30, map[int]string{1: "2026-10-07", 12: "2027-01-27", 13: "2027-02-03", 24: "2027-05-19", 30: "2027-06-30"}},
		{2027, 31, nil},
	}
	for _, tt := range tests {
		for _, zone := range []calendar.Zone{calendar.ZoneA, calendar.ZoneB, calendar.ZoneC} {
			c := calendar.New(calendar.Settings{Zone: zone})
			from, to := data.NewDate(tt.year, time.October, 1), data.NewDate(tt.year+1, time.June, 30)
			working := c.Working(time.Wednesday, from, to)
			if len(working) != tt.count {
				t.Errorf("%d zone %s: %d Wednesdays, want %d", tt.year, zone, len(working), tt.count)
				continue
			}
			for nth, iso := range tt.nth {
				if got := working[nth-1]; got != day(t, iso) {
					t.Errorf("%d zone %s: Wednesday %d is %v, want %s", tt.year, zone, nth, got, iso)
				}
			}
		}
	}
}

func TestEveryExcludedWednesdayOf2026IsKnown(t *testing.T) {
	common := []string{"2026-10-21", "2026-10-28", "2026-11-11", "2026-12-23", "2026-12-30"}
	own := map[calendar.Zone][]string{
		calendar.ZoneA: {"2027-02-17", "2027-02-24", "2027-04-14", "2027-04-21"},
		calendar.ZoneB: {"2027-02-24", "2027-03-03", "2027-04-21", "2027-04-28"},
		calendar.ZoneC: {"2027-02-10", "2027-02-17", "2027-04-07", "2027-04-14"},
	}
	for zone, more := range own {
		var got []string
		for _, d := range wednesdays(zone, 2026) {
			if d.State == calendar.StateWorking {
				continue
			}
			got = append(got, d.Date.String())
			want := calendar.StateSchoolHolidays
			if d.Date == day(t, "2026-11-11") {
				want = calendar.StatePublicHoliday
			}
			if d.State != want || d.Name == "" || d.ToConfirm {
				t.Errorf("zone %s: %v is %+v", zone, d.Date, d)
			}
		}
		if want := append(slices.Clone(common), more...); !slices.Equal(got, want) {
			t.Errorf("zone %s: excluded %v, want %v", zone, got, want)
		}
	}
}

func TestHolidaysStartAndEndOnTheOfficialDays(t *testing.T) {
	tests := []struct {
		zone              calendar.Zone
		lastClass, resume string
	}{
		{calendar.ZoneA, "2025-10-17", "2025-11-03"}, {calendar.ZoneB, "2025-12-19", "2026-01-05"},
		{calendar.ZoneA, "2026-02-06", "2026-02-23"}, {calendar.ZoneB, "2026-02-13", "2026-03-02"},
		{calendar.ZoneC, "2026-02-20", "2026-03-09"}, {calendar.ZoneA, "2026-04-03", "2026-04-20"},
		{calendar.ZoneB, "2026-04-10", "2026-04-27"}, {calendar.ZoneC, "2026-04-17", "2026-05-04"},
		{calendar.ZoneA, "2026-05-13", "2026-05-18"}, {calendar.ZoneC, "2026-07-03", "2026-09-01"},
		{calendar.ZoneA, "2026-10-16", "2026-11-02"}, {calendar.ZoneC, "2026-12-18", "2027-01-04"},
		{calendar.ZoneA, "2027-02-12", "2027-03-01"}, {calendar.ZoneB, "2027-02-19", "2027-03-08"},
		{calendar.ZoneC, "2027-02-05", "2027-02-22"}, {calendar.ZoneA, "2027-04-09", "2027-04-26"},
		{calendar.ZoneB, "2027-04-16", "2027-05-03"}, {calendar.ZoneC, "2027-04-02", "2027-04-19"},
		{calendar.ZoneA, "2027-05-05", "2027-05-10"}, {calendar.ZoneB, "2027-07-02", "2027-09-02"},
	}
	for _, tt := range tests {
		c := calendar.New(calendar.Settings{Zone: tt.zone})
		before, after := day(t, tt.lastClass), day(t, tt.resume)
		for d := before; d <= after; d = d.AddDays(1) {
			_, off := c.HolidayOn(d)
			if want := d != before && d != after; off != want {
				t.Errorf("zone %s: %v in holidays = %v, want %v", tt.zone, d, off, want)
			}
		}
	}
}

func TestPublicHolidaysOfEveryRegion(t *testing.T) {
	text, err := os.ReadFile("testdata/public.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, region := range append(calendar.Regions(), "") {
		want := map[data.Date]string{}
		for line := range strings.Lines(string(text)) {
			parts := strings.SplitN(strings.TrimSpace(line), " ", 3)
			if parts[0] != "#" && (parts[1] == "tout" || parts[1] == string(region)) {
				want[day(t, parts[0])] = parts[2]
			}
		}
		c := calendar.New(calendar.Settings{Region: region})
		for d := day(t, "2026-01-01"); d <= day(t, "2027-12-31"); d = d.AddDays(1) {
			if name, _ := c.PublicHolidayOn(d); name != want[d] {
				t.Errorf("region %q: %v is %q, want %q", region, d, name, want[d])
			}
		}
	}
}

func TestNationalHolidaysAgreeWithTheLibrary(t *testing.T) {
	c := calendar.New(calendar.Settings{})
	for year := 2020; year <= 2045; year++ {
		want := map[data.Date]bool{}
		for _, h := range fr.Holidays {
			actual, _ := h.Calc(year)
			want[data.DateOf(actual)] = true
		}
		for d := data.NewDate(year, 1, 1); d.Year() == year; d = d.AddDays(1) {
			if _, off := c.PublicHolidayOn(d); off != want[d] {
				t.Errorf("%v: public holiday = %v, want %v", d, off, want[d])
			}
		}
	}
}

func TestPastTheLastKnownDayTheCalendarSaysSo(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneB})
	if got := c.LastKnown(); got != day(t, "2028-08-31") {
		t.Errorf("last known day %v", got)
	}
	if c.Known(day(t, "2028-09-06")) || c.Known(day(t, "2025-08-27")) || c.Known(0) {
		t.Error("a day out of the table is known")
	}
	if open, why := c.Open(day(t, "2028-09-06")); open || why.State != calendar.StateUnknown {
		t.Errorf("a day out of the table: %v %v", open, why)
	}
	if open, why := c.Open(day(t, "2030-11-11")); open || why.State != calendar.StatePublicHoliday {
		t.Errorf("a public holiday out of the table: %v %v", open, why)
	}
}

func TestOnly2027IsToConfirm(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneA})
	for iso, want := range map[string]bool{"2025-10-01": false, "2027-08-31": false, "2027-09-01": true, "2028-06-28": true} {
		if got := c.ToConfirm(day(t, iso)); got != want {
			t.Errorf("%s to confirm = %v", iso, got)
		}
	}
}

func TestOtherZoneKnowsOnlyWhatIsTyped(t *testing.T) {
	carnival := calendar.Period{From: day(t, "2027-02-06"), To: day(t, "2027-02-21"), Name: "Carnaval"}
	c := calendar.New(calendar.Settings{
		Zone:  calendar.ZoneOther,
		Typed: []calendar.TypedYear{{Year: 2026, Holidays: []calendar.Period{carnival}}},
	})
	if c.Known(day(t, "2026-06-03")) || !c.Known(day(t, "2026-10-07")) {
		t.Error("known years are not the typed ones")
	}
	if p, ok := c.HolidayOn(day(t, "2027-02-10")); !ok || p != carnival {
		t.Errorf("typed holidays not found: %v", p)
	}
	if open, _ := c.Open(day(t, "2026-10-21")); !open {
		t.Error("another zone's holidays are used")
	}
}

func TestTypedYearReplacesTheTableAndExtraAddsToIt(t *testing.T) {
	bridge := calendar.Period{From: day(t, "2026-10-07"), Name: "Pont"}
	s := calendar.Settings{Zone: calendar.ZoneA, Extra: []calendar.Period{bridge}}
	c := calendar.New(s)
	if p, ok := c.HolidayOn(day(t, "2026-10-07")); !ok || p != bridge {
		t.Error("the extra day is not found")
	}
	if _, ok := c.HolidayOn(day(t, "2026-10-08")); ok {
		t.Error("a period without last day is longer than one day")
	}
	if _, ok := c.HolidayOn(day(t, "2026-10-21")); !ok {
		t.Error("the extra day hides the table")
	}
	if n := len(c.Holidays(2026)); n != 7 {
		t.Errorf("%d holidays in 2026, want 7", n)
	}
	s.Typed = []calendar.TypedYear{{Year: 2026}}
	if open, _ := calendar.New(s).Open(day(t, "2026-10-21")); !open {
		t.Error("the typed year does not replace the table")
	}
	if open, _ := calendar.New(s).Open(day(t, "2025-10-22")); open {
		t.Error("the typed year replaces another year")
	}
}

func TestCalendarOfTheKeptSettings(t *testing.T) {
	c := calendar.Of(&data.Settings{
		Zone: "C", Region: "alsace-moselle",
		Closings: []data.DayPeriod{{From: day(t, "2025-12-03"), To: day(t, "2025-12-03"), Name: "Formation"}},
		Holidays: []data.DayPeriod{
			{From: day(t, "2026-10-07"), To: day(t, "2026-10-07"), Name: "Pont"},
			{From: day(t, "2027-02-03"), To: day(t, "2027-02-10"), Name: "Hiver"},
		},
	})
	states := map[string]calendar.State{
		"2025-10-22": calendar.StateSchoolHolidays, "2025-12-03": calendar.StateClosing, "2025-12-10": calendar.StateWorking,
		"2026-10-07": calendar.StateSchoolHolidays, "2026-10-21": calendar.StateWorking, "2027-02-10": calendar.StateSchoolHolidays,
		"2026-04-03": calendar.StatePublicHoliday, "2028-10-04": calendar.StateUnknown,
	}
	for iso, want := range states {
		if _, why := c.Open(day(t, iso)); why.State != want {
			t.Errorf("%s is %+v, want %d", iso, why, want)
		}
	}
}

func TestClosingDayIsNotOpenAndSaysWhy(t *testing.T) {
	c := calendar.New(calendar.Settings{
		Zone:     calendar.ZoneC,
		Closings: []calendar.Period{{From: day(t, "2027-01-13"), Name: "Formation"}},
	})
	open, why := c.Open(day(t, "2027-01-13"))
	if want := (calendar.Reason{State: calendar.StateClosing, Name: "Formation"}); open || why != want {
		t.Errorf("closing day: %v %v", open, why)
	}
	if open, why := c.Open(day(t, "2027-01-20")); !open || why != (calendar.Reason{State: calendar.StateWorking}) {
		t.Errorf("ordinary day: %v %v", open, why)
	}
}

func TestSettingsChangedLaterDoNotChangeTheCalendar(t *testing.T) {
	s := calendar.Settings{Zone: calendar.ZoneA, Closings: []calendar.Period{{From: day(t, "2027-01-13")}}}
	c := calendar.New(s)
	s.Closings[0].From = day(t, "2027-01-20")
	if open, _ := c.Open(day(t, "2027-01-20")); !open {
		t.Error("the calendar followed its settings")
	}
}

func TestSchoolYearTurnsOnTheFirstOfSeptember(t *testing.T) {
	for iso, want := range map[string]string{"2026-08-31": "2025-2026", "2026-09-01": "2026-2027", "2027-01-01": "2026-2027"} {
		if got := calendar.SchoolYearOf(day(t, iso)); got.String() != want {
			t.Errorf("%s is in %v, want %s", iso, got, want)
		}
	}
	if y := calendar.SchoolYearOf(0); y != 0 || y.String() != "" || y.First() != 0 || y.Last() != 0 {
		t.Errorf("the zero date is in %v", y)
	}
}

func TestEveryAcademyHasAZoneAndARealRegion(t *testing.T) {
	count := map[calendar.Zone]int{}
	for _, a := range calendar.Academies() {
		count[a.Zone]++
		if a.Region != "" && !slices.Contains(calendar.Regions(), a.Region) {
			t.Errorf("%s has the unknown region %q", a.Name, a.Region)
		}
	}
	if count[calendar.ZoneA] != 8 || count[calendar.ZoneB] != 11 || count[calendar.ZoneC] != 5 || len(count) != 4 {
		t.Errorf("académies by zone: %v", count)
	}
}

func TestUnknownYearErrorIsFoundThroughShortError(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneA})
	dates, err := c.Lay(calendar.Rule{Weekday: time.Wednesday, First: day(t, "2028-06-01"), Count: 12, SkipHolidays: true})
	short, ok := errors.AsType[*calendar.ShortError](err)
	if !ok || !errors.Is(err, calendar.ErrUnknownYear) {
		t.Fatalf("error %v", err)
	}
	if len(dates) != 4 || short.Laid != 4 || short.Wanted != 12 || short.Last != day(t, "2028-08-31") {
		t.Errorf("laid %v, error %+v", dates, short)
	}
}
