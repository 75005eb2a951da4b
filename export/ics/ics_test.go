package ics

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mercredi/data"
)

var friday = data.NewDate(2027, 1, 15)

func written(t rapid.TB, c Calendar) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, c); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// fields are the properties of a component, without their parameters; read reads a calendar as RFC 5545 says, with
// nothing of the library that wrote it.
type fields map[string]string

func read(t rapid.TB, text string) (calendar fields, events map[string]fields) {
	t.Helper()
	calendar, events = fields{}, map[string]fields{}
	current, within := calendar, []string{}
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Fatal("lines do not all end with CR LF")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Fatalf("a line of %d octets", len(line))
		}
		if !utf8.ValidString(line) {
			t.Fatalf("a sign is cut: %q", line)
		}
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Fatalf("no value in %q", line)
		}
		name, parameters, _ := strings.Cut(name, ";")
		switch name {
		case "BEGIN":
			within = append(within, value)
			if value == "VEVENT" {
				current = fields{}
			}
			continue
		case "END":
			if within[len(within)-1] != value {
				t.Fatalf("%s ends inside %v", value, within)
			}
			within = within[:len(within)-1]
			if value == "VEVENT" {
				if _, twice := events[current["UID"]]; twice || current["UID"] == "" {
					t.Fatalf("the identity %q does not name one event", current["UID"])
				}
				events[current["UID"]] = current
				current = calendar
			}
			continue
		}
		if within[len(within)-1] == "VEVENT" || len(within) == 1 {
			current[name] = unescape(value)
			current[name+"?"] = parameters
		}
	}
	if len(within) > 0 {
		t.Fatalf("%v never ends", within)
	}
	return calendar, events
}

func unescape(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\,`, ",", `\;`, ";", `\n`, "\n", `\N`, "\n").Replace(s)
}

// agenda is a calendar program: it keeps the last word of each identity (RFC 5546, 2.1.5).
type agenda map[string]fields

func (a agenda) imports(t *testing.T, c Calendar) {
	t.Helper()
	_, events := read(t, written(t, c))
	for uid, e := range events {
		if kept, known := a[uid]; known && sequence(kept) > sequence(e) {
			continue
		}
		a[uid] = e
	}
}

func sequence(f fields) (n int) {
	_, _ = fmt.Sscan(f["SEQUENCE"], &n)
	return n
}

// shown are the events that are not cancelled.
func (a agenda) shown() (n int) {
	for _, e := range a {
		if e["STATUS"] != "CANCELLED" {
			n++
		}
	}
	return n
}

func two() Calendar {
	return Calendar{Name: "Mercredis", Stamp: friday, Events: []Event{
		{UID: "a@mercredi", Date: data.NewDate(2027, 1, 20), Start: data.At(14, 0), Minutes: 60, Summary: "Art-thérapie, groupe 1", Location: "Grande salle; PRE"},
		{UID: "b@mercredi", Date: data.NewDate(2027, 3, 31), Start: data.At(9, 0), Minutes: 90, Summary: "Sophrologie"},
	}}
}

func TestASecondImportDoublesNothing(t *testing.T) {
	a := agenda{}
	a.imports(t, two())
	a.imports(t, two())
	if a.shown() != 2 {
		t.Errorf("%d events after two imports", a.shown())
	}
}

func TestAnImportAfterAChangeBringsUpToDate(t *testing.T) {
	a, later := agenda{}, two()
	a.imports(t, two())
	later.Events[0].Date, later.Events[0].Sequence = data.NewDate(2027, 1, 21), 1
	later.Events[1].Cancelled, later.Events[1].Sequence = true, 1
	a.imports(t, later)
	if got := a["a@mercredi"]["DTSTART"]; got != "20270121T140000" || len(a) != 2 {
		t.Errorf("moved to %s, %d events", got, len(a))
	}
	if a.shown() != 1 {
		t.Errorf("%d events shown after a cancellation", a.shown())
	}
}

func TestAnOlderFileChangesNothing(t *testing.T) {
	a, later := agenda{}, two()
	later.Events[0].Date, later.Events[0].Sequence = data.NewDate(2027, 1, 21), 1
	a.imports(t, later)
	a.imports(t, two())
	if got := a["a@mercredi"]["DTSTART"]; got != "20270121T140000" {
		t.Errorf("an older file moved the session to %s", got)
	}
}

func TestTextsComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé😀 ,;:\\\"n’«»"))).Draw(t, "text")
		c := two()
		c.Events[0].Summary = "x" + text + "x"
		_, events := read(t, written(t, c))
		if got := events["a@mercredi"]["SUMMARY"]; got != "x"+text+"x" {
			t.Errorf("%q came back as %q", text, got)
		}
	})
}

func TestLineEndsAndControlsCannotForgeAnEvent(t *testing.T) {
	c := two()
	c.Name = "a\r\nMETHOD:CANCEL"
	c.Events[0].Summary = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\x00\x1b"
	c.Events[0].Location = "\n\n"
	calendar, events := read(t, written(t, c))
	if len(events) != 2 || calendar["METHOD"] != "PUBLISH" {
		t.Errorf("%d events, method %q", len(events), calendar["METHOD"])
	}
}

func TestASessionWithoutHourLastsTheDay(t *testing.T) {
	c := two()
	c.Events[0].Start = 0
	_, events := read(t, written(t, c))
	e := events["a@mercredi"]
	if e["DTSTART"] != "20270120" || e["DTEND"] != "20270121" || e["DTSTART?"] != "VALUE=DATE" {
		t.Errorf("from %s to %s (%s)", e["DTSTART"], e["DTEND"], e["DTSTART?"])
	}
}

func TestAnEmptyCalendarIsStillOne(t *testing.T) {
	calendar, events := read(t, written(t, Calendar{Name: "Mercredis"}))
	if len(events) != 0 || calendar["VERSION"] != "2.0" {
		t.Errorf("%v, %d events", calendar, len(events))
	}
}

// TestEveryZoneHasTheOffsetsOfTheWorld compares what we write with the tables of the time zones.
func TestEveryZoneHasTheOffsetsOfTheWorld(t *testing.T) {
	all := []zone{paris}
	for _, z := range zones {
		all = append(all, z)
	}
	for _, z := range all {
		there, err := time.LoadLocation(z.name)
		if err != nil {
			t.Fatal(err)
		}
		summer := z.summer
		if summer == "" {
			summer = z.winter
		}
		for month, want := range map[time.Month]string{time.January: z.winter, time.July: summer} {
			if got := time.Date(2027, month, 20, 12, 0, 0, 0, there).Format("-0700"); got != want {
				t.Errorf("%s in %v: %s, the world says %s", z.name, month, want, got)
			}
		}
	}
}

func TestSameCalendarGivesTheSameBytes(t *testing.T) {
	first := written(t, two())
	if again := written(t, two()); again != first {
		t.Error("two writings differ")
	}
}
