// Package ics writes calendars (iCalendar, RFC 5545) that any calendar program reads: one event a session, with an
// identity that never changes, so that a second import brings the first up to date instead of doubling it. It knows no
// child.
package ics

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-ical"

	"mercredi/data"
)

// Calendar is a list of events in one time zone.
type Calendar struct {
	Name   string
	Region string // of the public holidays (data/calendar): it says the time zone; "" is that of Paris
	// Stamp is the day the calendar is made, said of every event.
	Stamp  data.Date
	Events []Event
}

// Event is one session. Without Start it lasts the whole day.
type Event struct {
	UID       string
	Sequence  int // grows with every change
	Date      data.Date
	Start     data.TimeOfDay
	Minutes   int // an hour when not said
	Summary   string
	Location  string
	Notes     string
	Cancelled bool
}

const (
	product  = "-//Mercredi//Les mercredis//FR"
	lineMost = 75 // octets of a line, its end left out
)

// Write writes the calendar. Same calendar, same bytes.
func Write(w io.Writer, c Calendar) error {
	zone := zoneOf(c.Region)
	cal := ical.NewCalendar()
	cal.Props.SetText(ical.PropProductID, product)
	cal.Props.SetText(ical.PropVersion, "2.0")
	cal.Props.SetText(ical.PropCalendarScale, "GREGORIAN")
	cal.Props.SetText(ical.PropMethod, "PUBLISH")
	for name, text := range map[string]string{"X-WR-CALNAME": clean(c.Name), "X-WR-TIMEZONE": zone.name} {
		p := ical.NewProp(name)
		p.SetText(text)
		p.Params.Del(ical.ParamValue) // some programs read these two names only when they stand alone
		cal.Props.Set(p)
	}
	cal.Children = append(cal.Children, zone.component())
	for _, e := range c.Events {
		if e.Date.Valid() {
			cal.Children = append(cal.Children, e.component(zone, c.Stamp))
		}
	}
	var out bytes.Buffer
	if err := ical.NewEncoder(&out).Encode(cal); err != nil {
		return fmt.Errorf("encoding a calendar: %w", err)
	}
	if _, err := w.Write(fold(out.Bytes())); err != nil {
		return fmt.Errorf("writing a calendar: %w", err)
	}
	return nil
}

// component is the event as the library holds it.
func (e Event) component(z zone, stamp data.Date) *ical.Component {
	c := ical.NewComponent(ical.CompEvent)
	raw := func(name, value string) { c.Props.Set(&ical.Prop{Name: name, Params: ical.Params{}, Value: value}) }
	if !stamp.Valid() {
		stamp = e.Date
	}
	c.Props.SetText(ical.PropUID, e.UID)
	raw(ical.PropDateTimeStamp, day(stamp)+"T000000Z")
	raw(ical.PropLastModified, day(stamp)+"T000000Z")
	raw(ical.PropSequence, strconv.Itoa(max(e.Sequence, 0)))
	c.Props.SetText(ical.PropSummary, clean(e.Summary))
	status := "CONFIRMED"
	if e.Cancelled {
		status = "CANCELLED"
	}
	raw(ical.PropStatus, status)
	for name, text := range map[string]string{ical.PropLocation: clean(e.Location), ical.PropDescription: clean(e.Notes)} {
		if text != "" {
			c.Props.SetText(name, text)
		}
	}
	for name, value := range map[string]ical.Prop{ical.PropDateTimeStart: e.begins(z), ical.PropDateTimeEnd: e.ends(z)} {
		value.Name = name
		c.Props.Set(&value)
	}
	return c
}

func (e Event) begins(z zone) ical.Prop {
	if e.Start == 0 {
		return wholeDay(e.Date)
	}
	return at(z, e.Date, int(e.Start))
}

func (e Event) ends(z zone) ical.Prop {
	if e.Start == 0 {
		return wholeDay(e.Date.AddDays(1))
	}
	minutes := e.Minutes
	if minutes <= 0 {
		minutes = 60
	}
	return at(z, e.Date, int(e.Start)+minutes)
}

func wholeDay(d data.Date) ical.Prop {
	return ical.Prop{Params: ical.Params{ical.ParamValue: {"DATE"}}, Value: day(d)}
}

// at is a minute of a day in the zone's own hours.
func at(z zone, d data.Date, minute int) ical.Prop {
	t := d.Time().Add(time.Duration(minute) * time.Minute)
	return ical.Prop{Params: ical.Params{ical.ParamTimezoneID: {z.name}}, Value: t.Format("20060102T150405")}
}

func day(d data.Date) string { return d.Time().Format("20060102") }

// clean takes out what a line cannot carry; line ends become a comma.
func clean(s string) string {
	s = strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\uFFFD"), func(r rune) bool { return r == '\n' || r == '\r' }), ", ")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s))
}

// fold cuts the lines that are too long, never inside a sign.
func fold(text []byte) []byte {
	var out bytes.Buffer
	for line := range bytes.SplitSeq(bytes.TrimSuffix(text, []byte("\r\n")), []byte("\r\n")) {
		for most := lineMost; len(line) > most; most = lineMost - 1 { // the space that opens a line counts
			cut := most
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			out.Write(line[:cut])
			out.WriteString("\r\n ")
			line = line[cut:]
		}
		out.Write(line)
		out.WriteString("\r\n")
	}
	return out.Bytes()
}
