package export

import (
	"io"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// FacilitatorList writes what a facilitator needs to receive the groups of a day, or of a cycle: who comes, where, and
// who fetches whom. Children appear by first name and initial.
func FacilitatorList(w io.Writer, m Meta, v registry.FacilitatorListView) error {
	return facilitatorList(m, v).Write(w)
}

func facilitatorList(m Meta, v registry.FacilitatorListView) *pdf.Document {
	v.Confidential = "Document confidentiel\u00a0: il nomme des enfants. À garder avec soi, à rendre à l’équipe ou à détruire après usage."
	p := facilitatorPaper{FacilitatorListView: v, large: m.Large}
	title := "Liste " + fr.De(typo(v.Facilitator.Name))
	if v.Group != "" {
		title = "Liste du groupe"
	}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Subject: p.about()}, made(v.On))
	p.d.Title(title, p.about())
	if len(v.Groups) == 0 {
		p.d.Callout("Aucune séance n’est prévue.")
	}
	for _, g := range v.Groups {
		p.group(g)
	}
	return p.d
}

// facilitatorPaper is a list being written.
type facilitatorPaper struct {
	registry.FacilitatorListView
	d     *pdf.Document
	large bool // the level then stands under the name: four columns would break words
}

// about is the day, or the cycle.
func (p facilitatorPaper) about() string {
	if p.Cycle == "" {
		return fr.Capital(commas(fr.Date(p.Date), count(p.Groups)))
	}
	return commas(p.Workshop.Name, fr.Lower(p.Cycle), count(p.Groups))
}

func count(groups []registry.FacilitatorGroup) string {
	children := 0
	for _, g := range groups {
		children += len(g.Children)
	}
	return commas(fr.Count(len(groups), "groupe", "groupes"), fr.Count(children, "enfant", "enfants"))
}

func (p facilitatorPaper) group(g registry.FacilitatorGroup) {
	first := g.Sessions[0]
	name := commas(first.Workshop.Name, fr.GroupWord(g.Name))
	if span := fr.TimeSpan(g.Start, g.LengthMinutes); span != "" {
		name = span + "\u00a0: " + name
	}
	p.d.Heading(name)
	if p.Cycle == "" {
		for _, s := range g.Sessions {
			p.session(s)
		}
	} else {
		p.dates(g.Sessions)
	}
	if len(g.Children) == 0 {
		p.d.Paragraph("Aucun enfant n’est inscrit.")
		return
	}
	p.children(g.Children)
}

// session is one session of the day: where, its number, what is unusual.
func (p facilitatorPaper) session(s registry.WednesdaySession) {
	p.d.Paragraph(fr.Capital(commas(place(s), fr.OrdinalFeminine(s.Number)+" séance", theme(s.Theme))))
	switch {
	case s.State == data.SessionCancelled:
		p.d.Callout("Séance annulée.")
	case moved(s):
		p.d.Callout("Séance reportée du " + fr.Date(s.MovedFrom) + ".")
	}
}

func place(s registry.WednesdaySession) string {
	if s.Room == "" {
		return "salle à préciser"
	}
	return commas(s.Room, s.Site)
}

func theme(name string) string {
	if name = typo(name); name == "" {
		return ""
	}
	return "thème " + fr.Quote(fr.Lower(name))
}

// dates are the sessions of a cycle, in words.
func (p facilitatorPaper) dates(sessions []registry.WednesdaySession) {
	var held, out []string
	for _, s := range sessions {
		switch day := fr.DateShort(s.Date); {
		case s.State == data.SessionCancelled:
			out = append(out, day+" (annulée)")
		case moved(s):
			held = append(held, day+" (au lieu du "+fr.DateShort(s.MovedFrom)+")")
		default:
			held = append(held, day)
		}
	}
	text := fullStop(fr.Capital(place(sessions[0])))
	if len(held) > 0 {
		text += " " + fullStop(fr.Count(len(held), "séance", "séances")+"\u00a0: "+strings.Join(held, ", "))
	}
	if len(out) > 0 {
		text += " " + fullStop("Pas de séance\u00a0: "+strings.Join(out, ", "))
	}
	p.d.Paragraph(text)
}

func (p facilitatorPaper) children(all []registry.FacilitatorChild) {
	t := pdf.Table{Columns: []pdf.Column{{Title: "Enfant"}, {Title: "Niveau"}, {Title: "Pour venir et repartir", Weight: 1}}}
	if p.large {
		t.Columns = slices.Delete(t.Columns, 1, 2)
	}
	if p.Phones {
		t.Columns = append(t.Columns, pdf.Column{Title: "Téléphone"})
	}
	for _, c := range all {
		row := []string{fr.ShortName(typo(c.First), c.Initial), fr.Grade(c.Grade), typo(c.PickUp)}
		if p.large {
			row = []string{strings.Join(there(row[0], row[1]), "\n"), row[2]}
		}
		if p.Phones {
			var lines []string
			for _, x := range c.Phones {
				lines = append(lines, relation(x.Relation)+fr.Phone(x.Phone))
			}
			row = append(row, strings.Join(lines, "\n"))
		}
		t.Rows = append(t.Rows, row)
	}
	p.d.Table(t)
}

// relation is who answers: "Mère ", "" when it is not known.
func relation(r data.Relation) string {
	if r == data.RelationUnknown {
		return ""
	}
	return fr.Capital(fr.Relation(r)) + " "
}
