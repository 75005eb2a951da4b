package export

import (
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// CaseSheet writes the « fiche de situation » that prepares the examination of one child: what is known on the front,
// room to write what is decided. It names the child, for who presents it alone.
func CaseSheet(w io.Writer, m Meta, v registry.CaseSheetView) error { return caseSheet(m, v).Write(w) }

func caseSheet(m Meta, v registry.CaseSheetView) *pdf.Document {
	if len(m.Recipients) == 0 {
		m.Recipients = []string{"la personne qui présente la situation"}
	}
	v.Confidential = "Document confidentiel\u00a0: il nomme un enfant. À reprendre après la réunion."
	p := caseSheetPaper{CaseSheetView: v}
	title := "Situation " + fr.De(fr.FullName(v.Child.First, v.Child.Last))
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Author: typo(v.Case.Presenter), Reference: v.Reference}, made(v.Today))
	subtitle := situation(v.Case.Order) + " de la commission (EPS)"
	if v.MeetingOn.Valid() {
		subtitle += " du " + fr.DateLong(v.MeetingOn)
	}
	p.d.Title(title, subtitle)
	facts := append(childFacts(v.ChildOnPaper), pdf.Fact{Label: "Éligibilité", Value: eligible(v.Eligibility)})
	if who := typo(v.Case.Presenter); who != typo(v.KeyWorker.Name) {
		facts = append(facts, pdf.Fact{Label: "Présentée par", Value: who})
	}
	p.d.Facts(facts)
	p.question()
	p.known()
	p.places()
	p.earlier()
	p.decision()
	return p.d
}

// caseSheetPaper is the sheet of a situation being written.
type caseSheetPaper struct {
	registry.CaseSheetView
	d *pdf.Document
}

// childFacts are who a child is, on a paper about that child.
func childFacts(c registry.ChildOnPaper) []pdf.Fact {
	born := fr.DateLong(c.BirthDate)
	if born != "" && c.Age >= 0 {
		born += " (" + fr.Age(c.Age) + ")"
	}
	return []pdf.Fact{
		{Label: fr.Capital(fr.Born(c.Sex)) + " le", Value: born},
		{Label: "École", Value: commas(c.School, fr.Grade(c.Grade))},
		{Label: fr.KeyWorker(c.KeyWorker.Feminine), Value: typo(c.KeyWorker.Name)},
	}
}

// eligible says what makes a child eligible.
func eligible(e data.Eligibility) string {
	var why []string
	if e.Area {
		why = append(why, "quartier prioritaire")
	}
	if e.Network {
		why = append(why, "réseau d’éducation prioritaire")
	}
	if e.SchoolArea {
		why = append(why, "école en quartier prioritaire")
	}
	if len(why) == 0 {
		return "à vérifier"
	}
	return fr.Capital(commas(why...))
}

func (p caseSheetPaper) question() {
	question := typo(p.Case.Question)
	if question == "" {
		question = "Question à préciser"
	}
	p.d.Callout(question)
}

func (p caseSheetPaper) known() {
	entry := func(label, text string, blank int) pdf.Entry {
		if text = typo(text); text != "" {
			return pdf.Entry{Label: label, Lines: []string{text}}
		}
		return pdf.Entry{Label: label, Blank: blank}
	}
	x := p.Pathway
	facts := typo(p.Case.Facts)
	if facts == "" {
		facts = x.IntakeReason
	}
	p.d.Entries(
		entry("Repérage et saisine", commas(fr.DateLong(x.SpottedOn), x.SpottedBy, after("saisine du ", fr.DateLong(x.IntakeOn))), 1),
		entry("Ce qui est observé", facts, 3),
		entry("Points à soutenir", commas(p.Fragilities...), 1),
		entry("Points d’appui", commas(p.Strengths...), 1),
		entry("Ce qui a déjà été fait", p.Case.Tried, 2),
		entry("Ce que dit la famille", p.Case.FamilyWords, 2),
		pdf.Entry{Label: "Famille prévenue", Lines: []string{fr.Capital(fr.Answer(p.Case.FamilyTold))}},
		pdf.Entry{Label: "Accords de la famille", Lines: []string{
			"Suivi\u00a0: " + fr.ConsentState(p.FollowUp) + ". Partage avec l’école\u00a0: " + fr.ConsentState(p.ShareSchool) + "."}},
	)
}

// after is a text with what stands before it, "" when there is no text.
func after(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

func (p caseSheetPaper) places() {
	if len(p.Places) == 0 {
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Atelier", Weight: 1}, {Title: "Cycle"}, {Title: "Année"}, {Title: "Régularité"}}}
	for _, x := range p.Places {
		share := "aucune présence notée"
		if n, ok := x.Percent(); ok {
			share = fmt.Sprintf("%s (%d sur %d)", fr.Percent(n), x.Came, x.Counted)
		}
		if x.Waiting {
			share = "en attente d’une place"
		}
		t.Rows = append(t.Rows, []string{typo(x.Workshop), typo(x.Cycle), calendar.SchoolYear(x.SchoolYear).String(), share})
	}
	p.d.Heading("Ateliers")
	p.d.Table(t)
}

func (p caseSheetPaper) earlier() {
	if len(p.Earlier) == 0 {
		return
	}
	var items []string
	for _, x := range p.Earlier {
		items = append(items, fullStop(fr.DateLong(x.On)+"\u00a0: "+decided(x.Decision, x.Note)))
	}
	p.d.Heading("Décisions précédentes")
	p.d.List(items)
}

// decision is what was decided, or room to write it.
func (p caseSheetPaper) decision() {
	c := p.Case
	p.d.Heading("Décision")
	if c.Decision != data.DecisionPending {
		p.d.Paragraph(fullStop(fr.Capital(decided(c.Decision, c.DecisionNote))))
		var items []string
		for _, a := range c.Actions {
			items = append(items, fullStop(actionLine(a)))
		}
		if len(items) > 0 {
			p.d.List(items)
		}
		if c.ReviewOn.Valid() {
			p.d.Paragraph("Situation à revoir le " + fr.DateLong(c.ReviewOn) + ".")
		}
		return
	}
	p.d.Entries(
		pdf.Entry{Label: "La commission décide", Lines: []string{"☐ avis favorable", "☐ situation reportée", "☐ avis défavorable"}},
		pdf.Entry{Label: "Précisions", Blank: 1},
		pdf.Entry{Label: "Qui fait quoi, avant quand", Blank: 2},
		pdf.Entry{Label: "À revoir le", Blank: 1},
	)
}
