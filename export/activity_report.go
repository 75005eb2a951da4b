package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/stats"
	"mercredi/export/pdf"
)

// ReportOptions choose who reads the report. Outside, small counts are masked and no group is told apart.
type ReportOptions struct{ Outside bool }

// ActivityReport writes the « rapport d'activité » of a school year: key figures, then a part a subject with its chart,
// its values and what the team says of them. It names nobody.
func ActivityReport(w io.Writer, m Meta, v registry.ActivityReportView, o ReportOptions) error {
	return activityReport(m, v, o).Write(w)
}

func activityReport(m Meta, v registry.ActivityReportView, o ReportOptions) *pdf.Document {
	year := calendar.SchoolYear(v.SchoolYear).String()
	v.Confidential = "Document de travail de l’équipe. Il ne nomme personne, mais ses petits nombres peuvent faire reconnaître un enfant."
	if o.Outside {
		v.Figures, v.Before = v.Figures.Masked(v.Report.Below()), v.Before.Masked(v.Report.Below())
		v.Confidential = "Chiffres sans nom. Les petits nombres sont masqués."
	}
	p := reportPaper{ActivityReportView: v, ReportOptions: o, f: v.Figures, large: m.Large}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: "Rapport d’activité " + year, Subject: "Année scolaire " + year, Reference: year}, made(v.On))
	p.d.Title("Rapport d’activité", "Année scolaire "+year+p.stopped())
	p.keyFigures()
	p.summary()
	p.children()
	p.pathways()
	p.commission()
	p.workshops()
	p.bilans()
	p.network()
	p.comment(data.SectionOutlook, true)
	p.method()
	return p.d
}

// reportPaper is a report being written.
type reportPaper struct {
	registry.ActivityReportView
	ReportOptions
	d     *pdf.Document
	f     stats.Figures // masked when it is for outside
	large bool          // fewer columns
}

// stopped says up to when the year is counted, when it is not over.
func (p *reportPaper) stopped() string {
	if p.f.On < p.f.To {
		return ", chiffres arrêtés au " + fr.DateLong(p.f.On)
	}
	return ""
}

const masked = "masqué"

// number is a count in figures, or that it is masked.
func number(t stats.Total) string {
	if t.Hidden {
		return masked
	}
	return fr.Number(t.N)
}

// of is a part of a whole: "57 sur 62".
func of(part, whole stats.Total) string { return number(part) + " sur " + number(whole) }

// portion is the part of a whole in %, "" when it cannot be told.
func portion(part, whole stats.Total) string {
	if part.Hidden || whole.Hidden || whole.N == 0 {
		return ""
	}
	return fr.Percent((200*part.N + whole.N) / (2 * whole.N))
}

// rate is a regularity in %, or that nothing is noted.
func rate(l stats.Line) string {
	if l.Hidden {
		return masked
	}
	share, ok := l.Percent()
	if !ok {
		return unsaid
	}
	return fr.Percent(share)
}

const unsaid = "non saisi"

// keyFigures are the band at the top: what a mayor reads.
func (p *reportPaper) keyFigures() {
	f := p.f
	facts := []pdf.Fact{
		{Label: "Enfants suivis", Value: number(f.Children)},
		{Label: "Familles", Value: number(f.Families)},
		{Label: "Quartier ou école prioritaire", Value: of(f.Eligible.Of(int(data.Yes)), f.Children)},
	}
	if n := f.All.Sessions.Planned(); n > 0 {
		facts = append(facts, pdf.Fact{Label: "Séances tenues", Value: fr.Number(f.All.Sessions.Held) + " sur " + fr.Number(n)})
		facts = append(facts, pdf.Fact{Label: "Régularité", Value: rate(f.All)})
	}
	if f.All.Bilans.Owed > 0 {
		facts = append(facts, pdf.Fact{Label: "Bilans rendus", Value: fr.Number(f.All.Bilans.Done) + " sur " + fr.Number(f.All.Bilans.Owed)})
	}
	p.d.Facts(facts)
}

// summary is the comment on the year, and the year before beside this one.
func (p *reportPaper) summary() {
	p.comment(data.SectionSummary, true)
	if p.Before.Children.N == 0 || p.Before.Children.Hidden {
		return
	}
	year := func(f stats.Figures) string { return calendar.SchoolYearOf(f.From).String() }
	row := func(label string, of func(stats.Figures) string) []string {
		return []string{label, of(p.Before), of(p.f)}
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Repères", Weight: 1}, figures(year(p.Before)), figures(year(p.f))}, Rows: [][]string{
		row("Enfants suivis", func(f stats.Figures) string { return number(f.Children) }),
		row("Familles", func(f stats.Figures) string { return number(f.Families) }),
		row("Parcours commencés", func(f stats.Figures) string { return number(f.Entries) }),
		row("Parcours terminés", func(f stats.Figures) string { return number(f.Exits.Whole) }),
		row("Séances tenues", func(f stats.Figures) string { return fr.Number(f.All.Sessions.Held) }),
		row("Régularité", func(f stats.Figures) string { return rate(f.All) }),
		row("Bilans rendus", func(f stats.Figures) string { return bilansDone(f.All) }),
	}}
	p.d.Table(t)
	if p.f.On < p.f.To {
		p.d.Note("L’année " + year(p.f) + " n’est pas finie\u00a0: elle se compare mal à une année entière.")
	}
}

func figures(title string) pdf.Column {
	return pdf.Column{Title: title, Align: pdf.Right, Figures: true}
}

func bilansDone(l stats.Line) string {
	switch {
	case l.Hidden:
		return masked
	case l.Bilans.Owed == 0:
		return "–"
	}
	return fr.Number(l.Bilans.Done) + " sur " + fr.Number(l.Bilans.Owed)
}

// comment is what the team wrote under a section; alone, it has its own heading.
func (p *reportPaper) comment(section data.ReportSection, heading bool) {
	text := typo(p.Report.Comment(section))
	if text == "" {
		return
	}
	if heading {
		p.d.Heading(fr.ReportSection(section))
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			p.d.Paragraph(fullStop(line))
		}
	}
}
