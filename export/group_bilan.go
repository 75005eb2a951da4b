package export

import (
	"cmp"
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// GroupBilan writes the bilan of a group: what partners and the board may read. Children appear by first name and
// initial, their levels only as counts, and nobody's notes.
func GroupBilan(w io.Writer, m Meta, v registry.GroupBilanView) error {
	return groupBilan(m, v).Write(w)
}

// AnonymousGroupBilan writes the same without the first names of the children: only how many they are.
func AnonymousGroupBilan(w io.Writer, m Meta, v registry.GroupBilanView) error {
	for i := range v.Children {
		v.Children[i] = registry.ShortChild{}
	}
	return groupBilan(m, v).Write(w)
}

func groupBilan(m Meta, v registry.GroupBilanView) *pdf.Document {
	v.Confidential = "Bilan d’un groupe. Il ne donne aucun résultat individuel."
	p := groupPaper{GroupBilanView: v, draft: v.Bilan.State == data.BilanDraft}
	title := "Bilan de groupe"
	if v.Bilan.Moment == data.MomentMid {
		title = "Bilan de groupe à mi-cycle"
	}
	p.d = m.open(v.Letterhead, pdf.Meta{
		Title: title + ", " + groupLine(v.Group), Author: v.Author.Name, Subject: groupLine(v.Group), Reference: cmp.Or(v.Reference, referred(v.Group.ID))}, state(p.draft, v.On))
	p.d.Title(title, commas(groupLine(v.Group), fr.GroupWord(v.Group.Group), months(v.First, v.Last)))
	p.d.Facts([]pdf.Fact{
		{Label: "Horaire", Value: fr.TimeSpan(v.Start, v.LengthMinutes)}, {Label: "Lieu", Value: commas(v.Room, v.Site)},
		facilitatorFact(v.Facilitators),
	})
	p.children()
	p.regularity()
	p.evolution()
	part(p.d, "Déroulement", v.Bilan.Course, p.draft)
	part(p.d, "Dynamique du groupe", v.Bilan.Dynamics, p.draft)
	beside(p.d, block("Ce qui a aidé", v.Bilan.Works), block("Ajustements", v.Bilan.Adjust))
	part(p.d, "Suites", v.Bilan.Next, p.draft)
	p.d.Signatures(p.signatures()...)
	p.sessions()
	return p.d
}

// groupPaper is a bilan of a group being written.
type groupPaper struct {
	registry.GroupBilanView
	d     *pdf.Document
	draft bool
}

func (p *groupPaper) children() {
	var names []string
	for _, c := range p.Children {
		if c != (registry.ShortChild{}) {
			names = append(names, typo(fr.ShortName(c.First, c.Initial)))
		}
	}
	if len(p.Children) == 0 {
		return
	}
	said := fr.Count(len(p.Children), "enfant", "enfants")
	if len(names) > 0 {
		said += "\u00a0: " + fr.List(names)
	}
	p.d.Heading("Enfants")
	p.d.Paragraph(fullStop(said))
}

func (p *groupPaper) regularity() {
	p.d.Heading("Régularité")
	share, ok := p.Percent()
	if !ok {
		p.d.Paragraph("Aucune présence n’est encore notée.")
		return
	}
	p.d.Paragraph(commas(fr.Count(p.Came, "présence", "présences")+" sur "+fr.Number(p.Counted)+" attendues") + ". " + p.cancelled())
	p.d.Bars([]pdf.Bar{{Share: float64(p.Came) / float64(p.Counted), Text: fr.Percent(share),
		Alt: "Régularité du groupe\u00a0: " + fr.Percent(share) + "."}})
}

// cancelled tells the sessions that were not held.
func (p *groupPaper) cancelled() string {
	var n data.Regularity
	for _, s := range p.Sessions {
		if s.State == data.SessionCancelled {
			n.Cancelled++
		}
	}
	return otherSessions(n)
}

func (p *groupPaper) sessions() {
	var rows []sessionRow
	for _, s := range p.Sessions {
		rows = append(rows, sessionRow{s.Number, s.Date, s.Theme, groupAttended(s)})
	}
	sessionTable(p.d, "Présents", rows)
}

func groupAttended(s registry.GroupBilanSession) string {
	switch {
	case s.State == data.SessionCancelled:
		return "annulée"
	case s.Count.Counted > 0:
		return fr.Number(s.Count.Came) + " sur " + fr.Number(s.Count.Counted)
	case s.Count.ToCome > 0:
		return "à venir"
	}
	return "non noté"
}

// enough is the number of children from which a count is nobody's: of two, each family would read the other's.
const enough = 3

// evolution counts the children who rose, stayed or fell. What counts one or two is not said.
func (p *groupPaper) evolution() {
	rated := slices.DeleteFunc(slices.Clone(p.Skills), func(s registry.SkillCount) bool { return s.Rose+s.Steady+s.Fell == 0 })
	if len(rated) == 0 {
		return
	}
	few := len(rated)
	rated = slices.DeleteFunc(rated, func(s registry.SkillCount) bool { return s.Rose+s.Steady+s.Fell < enough })
	if few -= len(rated); len(rated) == 0 {
		p.d.Heading("Évolution")
		p.d.Paragraph("Moins de " + numberOf(enough) + " enfants ont été évalués deux fois\u00a0: compter leurs progrès dirait le résultat d’un seul.")
		return
	}
	t := pdf.Table{Columns: []pdf.Column{
		{Title: "Compétence", Weight: 1}, {Title: "En progrès", Align: pdf.Right},
		{Title: "Même niveau", Align: pdf.Right}, {Title: "En recul", Align: pdf.Right},
	}}
	for _, s := range rated {
		t.Rows = append(t.Rows, []string{typo(s.Label), fr.Number(s.Rose), fr.Number(s.Steady), fr.Number(s.Fell)})
	}
	p.d.Heading("Évolution")
	p.d.Table(t)
	note := "Nombre d’enfants évalués au début et " + atMoment(p.Bilan.Moment) + ", selon " + p.observer() + "."
	if few > 0 {
		note += " Les compétences évaluées pour moins de " + numberOf(enough) + " enfants n’y sont pas."
	}
	p.d.Note(note)
}

// observer is whose reading the counts are.
func (p *groupPaper) observer() string {
	if len(p.Facilitators) == 0 {
		return "l’équipe"
	}
	return fr.Le(fr.Lower(fr.FacilitatorWord(p.Facilitators[0].Feminine)))
}

func (p *groupPaper) signatures() []string {
	var labels []string
	if len(p.Facilitators) > 0 {
		labels = append(labels, facilitatorSigns(p.Facilitators[0]))
	}
	return append(labels, "Pour l’équipe")
}
