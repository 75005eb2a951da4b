package sheet

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// What a line of dated hours says.
const (
	awayChoice = iota
	otherHoursChoice
)

// The widths of a line of dated hours.
const (
	kindWidth = 152
	dateWidth = 140
)

// datedLine is one line of dated hours on screen: an absence, or one span of other hours.
type datedLine struct {
	data.DatedHours
	span data.Span
}

// Absences edits the days when somebody is away, or there at other hours. Several spans on the same days are several
// lines.
type Absences struct {
	*kit.RowsField[datedLine]
}

// NewAbsences makes the rows.
func NewAbsences(label, help string, today data.Date) Absences {
	return Absences{kit.NewRowsField(kit.RowsParts[datedLine]{
		Label: label, Help: help, Empty: "Aucune absence notée.", Add: "Ajouter une absence ou d’autres heures", Take: "Retirer cette ligne",
		New: func([]datedLine) datedLine { return datedLine{DatedHours: data.DatedHours{Away: true}} },
		Row: func(x datedLine) kit.FieldRow[datedLine] { return absenceRow(x, today) },
	})}
}

// Set shows what is kept.
func (a Absences) Set(all []data.DatedHours) {
	var lines []datedLine
	for _, x := range all {
		if x.Away || len(x.Hours) == 0 {
			x.Away = true
			lines = append(lines, datedLine{DatedHours: x})
		}
		for _, s := range x.Hours {
			if !x.Away {
				lines = append(lines, datedLine{x, s})
			}
		}
	}
	a.SetValues(lines)
}

// Hours are what the lines say, those of other hours on the same days together.
func (a Absences) Hours() []data.DatedHours {
	var out []data.DatedHours
	for _, l := range a.Values() {
		same := slices.IndexFunc(out, func(x data.DatedHours) bool {
			return !x.Away && !l.Away && x.From == l.From && x.To == l.To
		})
		switch {
		case l.Away:
			out = append(out, data.DatedHours{From: l.From, To: l.To, Away: true, Reason: l.Reason})
		case same >= 0:
			out[same].Hours = append(out[same].Hours, l.span)
		default:
			out = append(out, data.DatedHours{From: l.From, To: l.To, Hours: []data.Span{l.span}, Reason: l.Reason})
		}
	}
	return out
}

// absenceRow is two lines: what and when, then the hours and why.
func absenceRow(x datedLine, today data.Date) kit.FieldRow[datedLine] {
	kind := kit.NewSelectField("", []string{"Absence", "Autres heures"}, map[bool]int{true: awayChoice, false: otherHoursChoice}[x.Away])
	from, to := kit.NewDateField("", today), kit.NewDateField("", today)
	from.Needed = "Indiquez le jour."
	from.Explain = func(d data.Date) string { return fr.Weekday(d.Weekday()) + " " + fr.DayMonth(d) }
	to.Explain = from.Explain
	from.SetValue(x.From)
	if x.To != x.From {
		to.SetValue(x.To)
	}
	to.Rule = func(d data.Date) string {
		if d < from.Value() {
			return "Avant le premier jour."
		}
		return ""
	}
	hours := newSpan(x.span)
	needFrom, needTo := hours.from.Needed, hours.to.Needed
	reason := kit.NewTextField("", "").Hint("Motif, si c’est utile")
	reason.SetText(x.Reason)
	spans := kit.Columns(look.Tight, hours.cells()...)
	turn := func(choice int) {
		away := choice == awayChoice
		hours.from.Needed, hours.to.Needed = needFrom, needTo
		spans.Show()
		if away {
			hours.from.Needed, hours.to.Needed = "", ""
			hours.from.SetValue(0)
			hours.to.SetValue(0)
			spans.Hide()
		}
		kit.Relayout(spans)
	}
	turn(kind.Chosen())
	kind.OnPick = turn
	body := kit.VBox(4,
		kit.Columns(look.Tight, kit.Fixed(kindWidth, kind), word("du"), kit.Fixed(dateWidth, from), word("au"), kit.Fixed(dateWidth, to)),
		kit.Columns(look.Tight, kit.Fixed(spans.MinSize().Width, spans), kit.Share(1, reason)), kit.Separator())
	return kit.FieldRow[datedLine]{Body: body, Inputs: []kit.Input{kind, from, to, hours.from, hours.to, reason}, Value: func() datedLine {
		l := datedLine{DatedHours: data.DatedHours{From: from.Value(), To: max(from.Value(), to.Value()), Away: kind.Chosen() == awayChoice, Reason: reason.Text()}}
		if !l.Away {
			l.span = hours.value()
		}
		return l
	}}
}
