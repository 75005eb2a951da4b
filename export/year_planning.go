package export

import (
	"io"
	"slices"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// YearOptions choose the sheet of the year's planning.
type YearOptions struct{ A3 bool }

// YearPlanning writes the Wednesdays of a school year: a column a week, a row a group, and what is out of the rule in
// words. It names nobody.
func YearPlanning(w io.Writer, m Meta, v registry.SeasonView, o YearOptions) error {
	return yearPlanning(m, v, o).Write(w)
}

// a3Zoom makes of an A4 sheet an A3 one: twice the surface.
const a3Zoom = 1.4142

func yearPlanning(m Meta, v registry.SeasonView, o YearOptions) *pdf.Document {
	v.Confidential, m.Large = "", false // a year on one page has no larger type than that of A3
	title := "Les mercredis de l’année " + calendar.SchoolYear(v.SchoolYear).String()
	about := pdf.Meta{Title: title, Landscape: true, Wide: true, A3: o.A3}
	if o.A3 {
		about.Zoom = a3Zoom
	}
	d := m.open(v.Letterhead, about, made(v.On))
	p := yearPaper{SeasonView: v}
	p.weeks()
	d.Title(title, p.subtitle())
	if len(v.Rows) == 0 {
		d.Callout("Aucune séance n’est prévue pour cette année scolaire.")
	}
	d.Almanac(p.almanac())
	p.exceptions(d)
	return d
}

// yearPaper is the planning of a year being written.
type yearPaper struct {
	registry.SeasonView
	mondays []data.Date // of the columns, rising
	days    []registry.SeasonDay
	told    []string // what is out of the rule
}

// weeks are those of the Wednesdays of the season, and of the sessions held outside it.
func (p *yearPaper) weeks() {
	p.days = slices.Clone(p.Days)
	for _, row := range p.Rows {
		for _, s := range row.Sessions {
			for _, on := range []data.Date{s.Date, s.MovedFrom} {
				wednesday := monday(on).AddDays(2)
				if on.IsZero() || slices.ContainsFunc(p.days, func(d registry.SeasonDay) bool { return d.Date == wednesday }) {
					continue
				}
				p.days = append(p.days, registry.SeasonDay{Day: calendar.Day{Date: wednesday, Reason: calendar.Reason{State: calendar.StateWorking}}})
			}
		}
	}
	slices.SortFunc(p.days, func(a, b registry.SeasonDay) int { return int(a.Date - b.Date) })
	for _, d := range p.days {
		p.mondays = append(p.mondays, monday(d.Date))
	}
}

// monday is the first day of the week of a day.
func monday(d data.Date) data.Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

func (p *yearPaper) subtitle() string {
	working, spare := 0, 0
	for _, d := range p.Days {
		if d.State == calendar.StateWorking {
			working++
		}
		if d.Spare {
			spare++
		}
	}
	parts := []string{fr.Count(working, "mercredi de travail", "mercredis de travail"), fr.Count(len(p.Rows), "groupe", "groupes")}
	if spare > 0 {
		parts = append(parts, fr.Count(spare, "mercredi de réserve", "mercredis de réserve"))
	}
	return commas(parts...)
}

func (p *yearPaper) almanac() pdf.Almanac {
	var a pdf.Almanac
	for _, d := range p.days {
		c := pdf.AlmanacColumn{Month: fr.Capital(fr.MonthShort(d.Date.Month())), Day: fr.Number(d.Date.Day()), Spare: d.Spare}
		if c.Shut = d.State != calendar.StateWorking && d.State != calendar.StateUnknown; c.Shut {
			c.Reason = shortReason(d.Reason)
		}
		if d.Spare && c.Reason == "" {
			c.Reason = "Réserve"
		}
		a.Columns = append(a.Columns, c)
	}
	for _, row := range p.Rows {
		a.Rows = append(a.Rows, p.row(row))
	}
	a.Legend, a.Whole = p.legend(), inFull
	return a
}

// shortReason fits in the head of a column: "Toussaint", "Noël", "Hiver", "Armistice de 1918".
func shortReason(r calendar.Reason) string {
	name := typo(r.Name)
	for _, prefix := range []string{"Vacances de la ", "Vacances de ", "Vacances d’", "Pont de l’"} {
		name = strings.TrimPrefix(name, prefix)
	}
	switch {
	case name != "":
		return fr.Capital(name)
	case r.State == calendar.StateClosing:
		return "Fermeture"
	}
	return "Vacances"
}

func (p *yearPaper) row(r registry.SeasonRow) pdf.AlmanacRow {
	first := r.Sessions[0]
	out := pdf.AlmanacRow{
		Tone: pdf.Tone(r.Workshop.Discipline), Icon: disciplineIcon(r.Workshop.Discipline),
		Title: commas(r.Workshop.Name, fr.Lower(r.Cycle)), Sub: commas(groupLabel(first), fr.TimeSpan(r.Start, r.LengthMinutes), r.Room),
		Cells: make([]pdf.AlmanacCell, len(p.mondays)),
	}
	about := commas(r.Workshop.Name, fr.Lower(r.Cycle), groupWord(first), fr.TimeSpan(r.Start, r.LengthMinutes))
	for _, s := range r.Sessions {
		p.put(out.Cells, s.Date, p.cell(s))
		if moved(s) && monday(s.MovedFrom) != monday(s.Date) {
			p.put(out.Cells, s.MovedFrom, pdf.AlmanacCell{Kind: pdf.AlmanacGone, Text: "→"})
		}
		if out := p.exception(s); out != "" {
			p.told = append(p.told, about+"\u00a0: "+out)
		}
	}
	return out
}

func moved(s registry.WednesdaySession) bool { return !s.MovedFrom.IsZero() && s.MovedFrom != s.Date }

// put writes a cell in the week of a day; what a week holds already is kept beside.
func (p *yearPaper) put(cells []pdf.AlmanacCell, on data.Date, c pdf.AlmanacCell) {
	i, found := slices.BinarySearch(p.mondays, monday(on))
	if !found {
		return
	}
	switch {
	case cells[i].Kind == pdf.AlmanacNone:
		cells[i] = c
	case c.Kind == pdf.AlmanacGone:
	case cells[i].Kind == pdf.AlmanacGone:
		cells[i] = c
	default:
		cells[i].Text += "\u2009" + c.Text
		cells[i].Kind = max(cells[i].Kind, c.Kind)
	}
}

func (p *yearPaper) cell(s registry.WednesdaySession) pdf.AlmanacCell {
	c := pdf.AlmanacCell{Kind: pdf.AlmanacPlain, Text: fr.Number(s.Number)}
	switch {
	case s.State == data.SessionCancelled:
		c.Kind = pdf.AlmanacOff
	case moved(s) || s.Added:
		c.Kind = pdf.AlmanacFull
	}
	return c
}

// exception says in words what is out of the rule in a session.
func (p *yearPaper) exception(s registry.WednesdaySession) string {
	number := fr.OrdinalFeminine(s.Number) + " séance"
	switch {
	case s.State == data.SessionCancelled:
		return number + " du " + fr.DateLong(s.Date) + " annulée."
	case moved(s):
		return number + " du " + fr.DateLong(s.MovedFrom) + " reportée au " + fr.Date(s.Date) + at(s.Start) + "."
	case s.Added:
		return number + " ajoutée le " + fr.Date(s.Date) + at(s.Start) + "."
	case s.Date.Weekday() != time.Wednesday:
		return number + " le " + fr.Date(s.Date) + at(s.Start) + "."
	}
	return ""
}

func (p *yearPaper) legend() []pdf.AlmanacKey {
	keys := []pdf.AlmanacKey{
		{Kind: pdf.AlmanacPlain, Text: "4", Label: "4e séance"},
		{Kind: pdf.AlmanacFull, Text: "4", Label: "séance reportée ici, ou ajoutée"},
		{Kind: pdf.AlmanacGone, Text: "→", Label: "séance reportée à un autre jour"},
		{Kind: pdf.AlmanacOff, Text: "4", Label: "séance annulée"},
		{Shut: true, Label: "vacances, jour férié, fermeture"},
	}
	if slices.ContainsFunc(p.days, func(d registry.SeasonDay) bool { return d.Spare }) {
		keys = append(keys, pdf.AlmanacKey{Spare: true, Label: "mercredi de réserve"})
	}
	return keys
}

// exceptions lists in words what the cells only mark.
func (p *yearPaper) exceptions(d *pdf.Document) {
	if len(p.told) > 0 {
		d.Heading("Hors du rythme habituel")
		d.List(p.told)
	}
}
