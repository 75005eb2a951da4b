package export

import (
	"io"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// FamilyOptions choose the type of a family's calendar.
type FamilyOptions struct {
	Large bool // 14 points instead of 11
}

// FamilyCalendar writes the calendar of one child for its family: the days in words, where, with whom, whom to call.
// No other child is named.
func FamilyCalendar(w io.Writer, m Meta, v registry.FamilyCalendarView, o FamilyOptions) error {
	return familyCalendar(m, v, o).Write(w)
}

func familyCalendar(m Meta, v registry.FamilyCalendarView, o FamilyOptions) *pdf.Document {
	title := "Le calendrier"
	if first := typo(v.Child.First); first != "" {
		title += " " + fr.De(first)
	}
	v.Confidential = "Calendrier remis à la famille. S’il change, l’équipe vous prévient."
	about := pdf.Meta{Title: title, Reference: v.Reference, Zoom: familyZoom}
	m.Large = m.Large || o.Large
	d := m.open(v.Letterhead, about, made(v.On))
	p := familyPaper{v, d}
	d.Title(title, p.span())
	p.next()
	p.workshops()
	p.sessions()
	p.off()
	part(d, "Pour venir et repartir", v.PickUp, false)
	p.call()
	return d
}

// familyPaper is a family's calendar being written.
type familyPaper struct {
	registry.FamilyCalendarView
	d *pdf.Document
}

func (p familyPaper) span() string {
	if n := len(p.Sessions); n > 0 {
		return fr.Capital(fr.Range(p.Sessions[0].Date, p.Sessions[n-1].Date))
	}
	return schoolYear(p.SchoolYear)
}

// next is the first session to come.
func (p familyPaper) next() {
	for _, s := range p.Sessions {
		if s.State != data.SessionCancelled && s.Date >= p.On {
			p.d.Callout("Prochaine séance\u00a0: " + commas(fr.Date(s.Date), fr.TimeSpan(s.Start, s.LengthMinutes), s.Room))
			return
		}
	}
}

// workshops says once for each what comes back every week.
func (p familyPaper) workshops() {
	if len(p.Sessions) == 0 {
		p.d.Callout("Aucune séance n’est prévue pour le moment.")
		return
	}
	var told []string
	for _, s := range p.Sessions {
		who := ""
		if s.Facilitator.Name != "" {
			who = "avec " + typo(s.Facilitator.Name)
			if s.Facilitator.Profession != "" {
				who += " (" + fr.Lower(typo(s.Facilitator.Profession)) + ")"
			}
		}
		line := fullStop(commas(s.Workshop.Name, who, s.Room, s.Site))
		if s.State != data.SessionCancelled && !slices.Contains(told, line) {
			told = append(told, line)
		}
	}
	if len(told) == 1 {
		p.d.Paragraph(told[0])
		return
	}
	p.d.List(told)
}

// sessions are the days, one a line, under the name of the month.
func (p familyPaper) sessions() {
	if len(p.Sessions) == 0 {
		return
	}
	many := slices.ContainsFunc(p.Sessions, func(s registry.WednesdaySession) bool { return s.Workshop.ID != p.Sessions[0].Workshop.ID })
	remarks := slices.ContainsFunc(p.Sessions, func(s registry.WednesdaySession) bool { return p.remark(s) != "" })
	t := pdf.Table{Columns: []pdf.Column{{Title: "Jour"}, {Title: "Heure"}}}
	if many {
		t.Columns = append(t.Columns, pdf.Column{Title: "Atelier", Weight: 1})
	}
	t.Columns = append(t.Columns, pdf.Column{Title: "Lieu", Weight: 1.2})
	if remarks {
		t.Columns = append(t.Columns, pdf.Column{Title: "À savoir", Weight: 1.3})
	}
	for _, s := range p.Sessions {
		row := []string{fr.Capital(fr.Date(s.Date)), fr.TimeSpan(s.Start, s.LengthMinutes)}
		if many {
			row = append(row, typo(s.Workshop.Name))
		}
		row = append(row, commas(s.Room, s.Site))
		if remarks {
			row = append(row, p.remark(s))
		}
		if s.State == data.SessionCancelled {
			row[1] = "—"
		}
		t.Rows = append(t.Rows, row)
	}
	p.d.Heading("Les séances")
	p.d.Table(t)
}

func (p familyPaper) remark(s registry.WednesdaySession) string {
	switch {
	case s.State == data.SessionCancelled:
		return "Annulée\u00a0: pas de séance"
	case moved(s):
		return "À la place du " + fr.Date(s.MovedFrom)
	case s.Added:
		return "Séance en plus"
	}
	return ""
}

// off says why some weeks have nothing.
func (p familyPaper) off() {
	var items []string
	for i := 0; i < len(p.Off); {
		n := i + 1
		for n < len(p.Off) && p.Off[n].Reason == p.Off[i].Reason {
			n++
		}
		items = append(items, fr.Capital(daysInWords(p.Off[i:n]))+"\u00a0: "+offWords(p.Off[i].Reason)+".")
		i = n
	}
	if len(items) > 0 {
		p.d.Heading("Pas de séance")
		p.d.List(items)
	}
}

// daysInWords names days of one reason: "le mercredi 11 novembre 2026", "les mercredis 21 et 28 octobre 2026".
func daysInWords(days []calendar.Day) string {
	if len(days) == 1 {
		return "le " + fr.Date(days[0].Date)
	}
	var words []string
	for i, d := range days {
		switch last := i == len(days)-1; {
		case last:
			words = append(words, fr.DateLong(d.Date))
		case d.Date.Year() != days[i+1].Date.Year():
			words = append(words, fr.DateLong(d.Date))
		case d.Date.Month() != days[i+1].Date.Month():
			words = append(words, fr.DayMonth(d.Date))
		default:
			words = append(words, fr.DayOfMonth(d.Date))
		}
	}
	return "les " + fr.Weekday(days[0].Date.Weekday()) + "s " + fr.List(words)
}

func offWords(r calendar.Reason) string {
	switch r.State {
	case calendar.StatePublicHoliday:
		return commas(r.Name, "jour férié")
	case calendar.StateClosing:
		return commas("fermeture", fr.Lower(r.Name))
	}
	return fr.Lower(holidays(r.Name))
}

// call says whom to tell when the child cannot come.
func (p familyPaper) call() {
	first := typo(p.Child.First)
	var lines []string
	if a := p.KeyWorker; a.Name != "" {
		lines = append(lines, commas(typo(a.Name), fr.Lower(fr.KeyWorker(a.Feminine)))+phone(a.Phone))
	}
	if p.Phone != "" {
		team := typo(p.Team)
		if team == "" {
			team = "L’équipe"
		}
		lines = append(lines, team+phone(p.Phone))
	}
	if len(lines) == 0 {
		return
	}
	p.d.KeepTogether(func() {
		p.d.Heading("Une question, une absence\u00a0?")
		p.d.Paragraph("Si " + first + " ne peut pas venir, ou si vous avez une question, appelez\u00a0:")
		p.d.List(lines)
	})
}

func phone(digits string) string {
	if strings.TrimSpace(digits) == "" {
		return ""
	}
	return "\u00a0: " + fr.Phone(digits)
}
