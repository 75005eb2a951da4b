package export

import (
	"io"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/ics"
)

// Agenda writes sessions as a calendar file (.ics). No event says the name of a child, and the name of the calendar
// neither.
func Agenda(w io.Writer, m Meta, v registry.AgendaView) error {
	c := ics.Calendar{Name: "Mercredis", Region: v.Region, Stamp: m.Date}
	if of := typo(v.Of); of != "" {
		c.Name += ", " + of
	}
	for _, e := range v.Events {
		event := ics.Event{
			UID: e.ID.String() + "@mercredi", Sequence: e.Sequence, Date: e.Date, Start: e.Start, Minutes: e.LengthMinutes,
			Summary: commas(e.Workshop.Name, groupWord(e.WednesdaySession)), Location: commas(e.Room, e.Site), Cancelled: e.Cancelled,
			Notes: fr.OrdinalFeminine(e.Number) + " séance",
		}
		if moved(e.WednesdaySession) && !e.Cancelled {
			event.Notes += ", au lieu du " + fr.Date(e.MovedFrom)
		}
		c.Events = append(c.Events, event)
	}
	return ics.Write(w, c)
}
