package fr_test

import (
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
)

// visible shows the no-break spaces of a text as "~", so that a test reads well and a missing one is seen.
func visible(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r == '\u00a0' {
			out[i] = '~'
		}
	}
	return string(out)
}

func expect(t *testing.T, what, got, want string) {
	t.Helper()
	if visible(got) != want {
		t.Errorf("%s: %q, want %q", what, visible(got), want)
	}
}

func TestDatesAreWrittenInFrench(t *testing.T) {
	d, first := data.NewDate(2027, 1, 20), data.NewDate(2027, 2, 1)
	expect(t, "date", fr.Date(d), "mercredi 20~janvier 2027")
	expect(t, "date on the first", fr.Date(first), "lundi 1er~février 2027")
	expect(t, "long", fr.DateLong(d), "20~janvier 2027")
	expect(t, "long on the first", fr.DateLong(first), "1er~février 2027")
	expect(t, "short", fr.DateShort(d), "20~janv.")
	expect(t, "short on the first", fr.DateShort(first), "1er~févr.")
	expect(t, "without year", fr.DayMonth(data.NewDate(2026, 8, 15)), "15~août")
	expect(t, "digits", fr.DateDigits(first), "01/02/2027")
	expect(t, "month", fr.MonthYear(data.NewDate(2026, 12, 3)), "décembre 2026")
	expect(t, "weekday", fr.Weekday(d.Weekday()), "mercredi")
	expect(t, "short weekday", fr.WeekdayShort(first.Weekday()), "lun.")
	for _, write := range []func(data.Date) string{fr.Date, fr.DateLong, fr.DateShort, fr.DayMonth, fr.DateDigits, fr.MonthYear} {
		expect(t, "not said", write(0), "")
		expect(t, "no such day", write(data.Date(20270231)), "")
	}
}

func TestRangesSayEachPartOnce(t *testing.T) {
	day := data.NewDate
	tests := []struct {
		from, to    data.Date
		long, short string
	}{
		{day(2026, 2, 7), day(2026, 2, 22), "du 7 au 22~février 2026", "du 7 au 22~février"},
		{day(2026, 2, 14), day(2026, 3, 1), "du 14~février au 1er~mars 2026", "du 14~février au 1er~mars"},
		{day(2026, 10, 7), day(2027, 1, 27), "du 7~octobre 2026 au 27~janvier 2027", "du 7~octobre au 27~janvier"},
		{day(2026, 2, 1), day(2027, 2, 3), "du 1er~février 2026 au 3~février 2027", "du 1er~février au 3~février"},
		{day(2026, 2, 1), day(2026, 2, 3), "du 1er au 3~février 2026", "du 1er au 3~février"},
		{day(2026, 2, 7), day(2026, 2, 7), "le 7~février 2026", "le 7~février"},
		{day(2026, 2, 7), 0, "à partir du 7~février 2026", "à partir du 7~février"},
		{0, day(2026, 2, 7), "jusqu’au 7~février 2026", "jusqu’au 7~février"},
		{0, 0, "", ""},
	}
	for _, tt := range tests {
		expect(t, "range", fr.Range(tt.from, tt.to), tt.long)
		expect(t, "short range", fr.RangeShort(tt.from, tt.to), tt.short)
	}
}

func TestRelativeDays(t *testing.T) {
	today := data.NewDate(2026, 12, 30)
	for days, want := range map[int]string{
		0: "aujourd’hui", 1: "demain", -1: "hier", 2: "dans 2~jours", 5: "dans 5~jours", -3: "il y a 3~jours",
		1200: "dans 1~200~jours",
	} {
		expect(t, "relative", fr.Relative(today.AddDays(days), today), want)
	}
	expect(t, "not said", fr.Relative(0, today), "")
}

func TestHoursAndDurations(t *testing.T) {
	expect(t, "week hours", fr.WeekHours(data.WeekHours{Weekday: time.Wednesday, From: data.At(9, 0), To: data.At(10, 30), Reason: "judo"}),
		"mercredi de 9~h à 10~h~30, judo")
	expect(t, "time", fr.Time(data.At(14, 30)), "14~h~30")
	expect(t, "early", fr.Time(data.At(9, 5)), "9~h~05")
	expect(t, "full hour", fr.Time(data.At(14, 0)), "14~h")
	expect(t, "not said", fr.Time(0), "")
	expect(t, "span", fr.TimeSpan(data.At(14, 0), 60), "14~h à 15~h")
	expect(t, "uneven span", fr.TimeSpan(data.At(13, 30), 90), "13~h~30 à 15~h")
	expect(t, "span without length", fr.TimeSpan(data.At(13, 30), 0), "13~h~30")
	expect(t, "span not said", fr.TimeSpan(0, 60), "")
	expect(t, "duration", fr.Duration(90), "1~h~30")
	expect(t, "minutes", fr.Duration(45), "45~min")
	expect(t, "hours", fr.Duration(120), "2~h")
	expect(t, "months", fr.Months(7), "7~mois")
	expect(t, "two years", fr.AfterLastContact(24), "2~ans après le dernier contact")
	expect(t, "a year and a half", fr.AfterLastContact(18), "18~mois après le dernier contact")
}

func TestAges(t *testing.T) {
	for years, want := range map[int]string{8: "8~ans", 1: "1~an", 0: "moins d’un an", -1: ""} {
		expect(t, "age", fr.Age(years), want)
	}
}
