package sheet

import (
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// hourWidth is that of an hour in a row of hours, dayWidth that of a day.
const (
	hourWidth = 92
	dayWidth  = 128
)

// weekdays are the days of the week as they are offered: the Wednesday is what the programme lives on.
var weekdays = []time.Weekday{
	time.Wednesday, time.Monday, time.Tuesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}

// span is a pair of hours, the second behind the first.
type span struct{ from, to *kit.TimeField }

func newSpan(s data.Span) span {
	x := span{kit.NewTimeField("", ""), kit.NewTimeField("", "")}
	x.from.Hint("9\u00a0h")
	x.to.Hint("12\u00a0h")
	x.from.Needed, x.to.Needed = "Heure\u00a0?", "Heure\u00a0?"
	if s.To > s.From {
		x.from.SetValue(s.From)
		x.to.SetValue(s.To)
	}
	reads := x.to.Valid
	x.to.Valid = func(text string) string {
		if said := reads(text); said != "" {
			return said
		}
		if from := x.from.Value(); from != 0 && x.to.Value() <= from {
			return "Avant le début."
		}
		return ""
	}
	return x
}

func (x span) value() data.Span { return data.Span{From: x.from.Value(), To: x.to.Value()} }

// cells are « de [9 h] à [12 h] ».
func (x span) cells() []kit.Cell {
	return []kit.Cell{word("de"), kit.Fixed(hourWidth, x.from), word("à"), kit.Fixed(hourWidth, x.to)}
}

// word stands between two fields of a row, at the height of what is typed in them.
func word(s string) kit.Cell {
	words := kit.Text(s, look.Body.As(look.Ink2))
	return kit.Fixed(words.MinSize().Width, kit.VBox(0, kit.Gap(8), words))
}

// WeekHours edits hours that come back each week; Reasons adds why.
type WeekHours struct {
	Label, Help, Empty string
	Reasons            string // hint of the reason; "" when none is asked for
}

// Field makes the rows.
func (w WeekHours) Field() *kit.RowsField[data.WeekHours] {
	return kit.NewRowsField(kit.RowsParts[data.WeekHours]{
		Label: w.Label, Help: w.Help, Empty: w.Empty, Add: "Ajouter des heures", Take: "Retirer ces heures",
		Row: w.row, Rule: overlapping,
		New: func(all []data.WeekHours) data.WeekHours {
			if n := len(all); n > 0 {
				return data.WeekHours{Weekday: all[n-1].Weekday}
			}
			return data.WeekHours{Weekday: time.Wednesday}
		},
	})
}

func (w WeekHours) row(h data.WeekHours) kit.FieldRow[data.WeekHours] {
	day := kit.NewSelectField("", kit.Labels(weekdays, func(d time.Weekday) string { return fr.Capital(fr.Weekday(d)) }),
		max(0, slices.Index(weekdays, h.Weekday)))
	hours := newSpan(data.Span{From: h.From, To: h.To})
	cells := append([]kit.Cell{kit.Fixed(dayWidth, day)}, hours.cells()...)
	inputs := []kit.Input{day, hours.from, hours.to}
	reason := kit.NewTextField("", "").Hint(w.Reasons)
	if w.Reasons != "" {
		reason.SetText(h.Reason)
		cells = append(cells, kit.Share(1, reason))
		inputs = append(inputs, reason)
	}
	return kit.FieldRow[data.WeekHours]{Body: kit.Columns(look.Tight, cells...), Inputs: inputs, Value: func() data.WeekHours {
		s := hours.value()
		return data.WeekHours{Weekday: weekdays[max(0, day.Chosen())], From: s.From, To: s.To, Reason: reason.Text()}
	}}
}

// overlapping says which hours of one day are said twice.
func overlapping(all []data.WeekHours) string {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.Weekday == b.Weekday && (data.Span{From: a.From, To: a.To}).Meets(data.Span{From: b.From, To: b.To}) {
				return fr.Capital(fr.Weekday(a.Weekday)) + "\u00a0: deux lignes se recouvrent de " + fr.Time(max(a.From, b.From)) + " à " + fr.Time(min(a.To, b.To)) + "."
			}
		}
	}
	return ""
}

// Spans edits spans of one day: the breaks of the team.
func Spans(label, empty string) *kit.RowsField[data.Span] {
	return kit.NewRowsField(kit.RowsParts[data.Span]{
		Label: label, Empty: empty, Add: "Ajouter une pause", Take: "Retirer cette pause",
		New: func([]data.Span) data.Span { return data.Span{} },
		Row: func(s data.Span) kit.FieldRow[data.Span] {
			x := newSpan(s)
			return kit.FieldRow[data.Span]{Body: kit.Columns(look.Tight, x.cells()...), Inputs: []kit.Input{x.from, x.to}, Value: x.value}
		},
		Rule: func(all []data.Span) string {
			for i, a := range all {
				for _, b := range all[:i] {
					if a.Meets(b) {
						return "Deux pauses se recouvrent. Écrivez-en une seule."
					}
				}
			}
			return ""
		},
	})
}
