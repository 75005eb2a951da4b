package ics

import (
	"github.com/emersion/go-ical"

	"mercredi/data/calendar"
)

// zone is a time zone: its name, its offset in winter, and in summer where there is a summer time.
type zone struct {
	name, winter, summer string
}

var paris = zone{"Europe/Paris", "+0100", "+0200"}

// zones of the regions that do not live with Paris; none has a summer time.
var zones = map[calendar.Region]zone{
	calendar.Guadeloupe:      {name: "America/Guadeloupe", winter: "-0400"},
	calendar.Martinique:      {name: "America/Martinique", winter: "-0400"},
	calendar.SaintBarthelemy: {name: "America/St_Barthelemy", winter: "-0400"},
	calendar.SaintMartin:     {name: "America/Marigot", winter: "-0400"},
	calendar.Guyane:          {name: "America/Cayenne", winter: "-0300"},
	calendar.LaReunion:       {name: "Indian/Reunion", winter: "+0400"},
	calendar.Mayotte:         {name: "Indian/Mayotte", winter: "+0300"},
}

func zoneOf(region string) zone {
	if z, ok := zones[calendar.Region(region)]; ok {
		return z
	}
	return paris
}

// component says the zone in full: a program that does not know its name can still place the hours. Summer time in
// Europe runs from the last Sunday of March to the last of October (directive 2000/84/CE).
func (z zone) component() *ical.Component {
	c := ical.NewComponent(ical.CompTimezone)
	c.Props.SetText(ical.PropTimezoneID, z.name)
	if z.summer == "" {
		c.Children = append(c.Children, turn(ical.CompTimezoneStandard, "19700101T000000", [2]string{z.winter, z.winter}, ""))
		return c
	}
	c.Children = append(c.Children,
		turn(ical.CompTimezoneDaylight, "19960331T020000", [2]string{z.winter, z.summer}, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
		turn(ical.CompTimezoneStandard, "19961027T030000", [2]string{z.summer, z.winter}, "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"))
	return c
}

// turn is a change of the clocks from one offset to another, every year by a rule.
func turn(kind, from string, offsets [2]string, rule string) *ical.Component {
	c := ical.NewComponent(kind)
	set := func(name, value string) { c.Props.Set(&ical.Prop{Name: name, Params: ical.Params{}, Value: value}) }
	set(ical.PropDateTimeStart, from)
	set(ical.PropTimezoneOffsetFrom, offsets[0])
	set(ical.PropTimezoneOffsetTo, offsets[1])
	if rule != "" {
		set(ical.PropRecurrenceRule, rule)
	}
	return c
}
