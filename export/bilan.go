package export

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// Bilan writes the bilan of one child: what families, schools and the team read and sign. It holds the whole name of
// the child, no other child, no note. A draft shows in honey what is still to be written; a final bilan leaves out
// what was not. What is read and signed comes first, on one page in the ordinary case; the table of sessions follows.
func Bilan(w io.Writer, m Meta, v registry.BilanView) error {
	return bilan(m, v).Write(w)
}

func bilan(m Meta, v registry.BilanView) *pdf.Document {
	p := beginBilan(m, v, "")
	p.parts()
	p.d.Signatures(p.signatures()...)
	p.sessions()
	return p.d
}

// beginBilan sets the head of a bilan; version says which one it is, "" for the paper that the family signs.
func beginBilan(m Meta, v registry.BilanView, version string) *bilanPaper {
	p := &bilanPaper{BilanView: v, draft: v.Bilan.State == data.BilanDraft}
	title := bilanTitle(v.Bilan.Moment) + " " + fr.De(fr.FullName(v.Child.First, v.Child.Last))
	p.d = m.open(v.Letterhead, pdf.Meta{
		Title: title, Author: v.Author.Name, Subject: groupLine(v.Group), Reference: v.Reference}, there(version, state(p.draft, v.On))...)
	p.d.Title(title, commas(groupLine(v.Group), months(v.First, v.Last)))
	p.d.Facts(p.identity())
	return p
}

// parts are what every version says, from what was asked to what comes next.
func (p *bilanPaper) parts() {
	p.context()
	p.regularity()
	p.evolution()
	p.words()
	p.strengths()
	p.part("Synthèse", p.Bilan.Synthesis)
	p.part("Suites", p.next())
}

// bilanPaper is a bilan being written.
type bilanPaper struct {
	registry.BilanView
	d     *pdf.Document
	draft bool
}

func bilanTitle(m data.Moment) string {
	if m == data.MomentMid {
		return "Bilan de mi-cycle"
	}
	return "Bilan d’atelier"
}

func (p *bilanPaper) identity() []pdf.Fact {
	born := fr.Capital(fr.Born(p.Sex)) + " le"
	school := commas(p.School, fr.Grade(p.Grade))
	return []pdf.Fact{
		{Label: born, Value: fr.DateLong(p.BirthDate)},
		{Label: "École", Value: school},
		{Label: fr.KeyWorker(p.KeyWorker.Feminine), Value: p.KeyWorker.Name},
		facilitatorFact(p.Facilitators),
	}
}

// context says who asked for what, and who agreed.
func (p *bilanPaper) context() {
	dates, asked := p.agreements(), typo(p.Bilan.Context)
	if dates == "" && asked == "" {
		return
	}
	p.d.Heading("Demande et contexte")
	if asked != "" {
		p.d.Paragraph(asked)
	}
	if dates != "" {
		p.d.Note(dates)
	}
}

// agreements are the dates of the request, the decision and the consent, as they came.
func (p *bilanPaper) agreements() string {
	type step struct {
		on   data.Date
		said string
	}
	steps := []step{
		{p.RequestedOn, "Demande\u00a0: "},
		{p.CommissionOn, "Décision favorable\u00a0: "},
		{p.ConsentOn, "Accord de la famille\u00a0: "},
	}
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Compare(a.on, b.on) })
	var said []string
	for _, s := range steps {
		if s.on.Valid() {
			said = append(said, s.said+fr.DateLong(s.on)+".")
		}
	}
	return strings.Join(said, " ")
}

func (p *bilanPaper) regularity() {
	p.d.Heading("Régularité")
	p.d.Paragraph(p.attendance())
	if when := heldAt(p.Start, p.Minutes, p.Room, p.Site); when != "" {
		p.d.Note("Séances\u00a0: " + fullStop(when))
	}
	if share, ok := p.Percent(); ok {
		p.d.Bars([]pdf.Bar{{Share: float64(p.Came) / float64(p.Counted), Text: fr.Percent(share),
			Alt: "Régularité\u00a0: " + fr.Percent(share) + "."}})
	}
}

// attendance is the regularity in words.
func (p *bilanPaper) attendance() string {
	first := typo(p.Child.First)
	text := "Aucune présence n’est encore notée."
	if p.Counted > 0 {
		text = first + " a suivi " + fr.Count(p.Came, "séance", "séances") + " sur " + fr.Number(p.Counted) + absences(p.Sessions) + "."
	}
	return strings.TrimSpace(text + " " + otherSessions(p.Regularity))
}

func (p *bilanPaper) strengths() {
	b := p.Bilan
	if p.draft && typo(b.Strengths) == "" {
		p.part("Points forts", "")
		if watch := typo(b.Watch); watch != "" {
			p.part("Points de vigilance", watch)
		}
		return
	}
	beside(p.d, block("Points forts", b.Strengths), block("Points de vigilance", b.Watch))
}

// words are what the child, the family and the school said, side by side.
func (p *bilanPaper) words() {
	b := p.Bilan
	beside(p.d, block(typo(p.Child.First), quoted(b.ChildWords)), block("Sa famille", quoted(b.FamilyWords)),
		block("Son école", quoted(b.SchoolWords)))
}

func (p *bilanPaper) next() string {
	next := fullStop(typo(p.Bilan.Next))
	if next == "" && p.draft || !p.Bilan.FamilyOn.Valid() {
		return next
	}
	return strings.TrimSpace(next + " Rencontre avec la famille le " + fr.DateLong(p.Bilan.FamilyOn) + ".")
}

// part is a heading and its text.
func (p *bilanPaper) part(title, text string) { part(p.d, title, text, p.draft) }

func (p *bilanPaper) sessions() {
	var rows []sessionRow
	for _, s := range p.Sessions {
		rows = append(rows, sessionRow{s.Number, s.Date, s.Theme, attended(s.Cell, p.Sex)})
	}
	sessionTable(p.d, "Présence", rows)
}

func (p *bilanPaper) signatures() []string {
	labels := []string{"La famille"}
	if len(p.Facilitators) > 0 {
		labels = append(labels, facilitatorSigns(p.Facilitators[0]))
	}
	if p.KeyWorker.Name != "" {
		labels = append(labels, keyWorkerSigns(p.KeyWorker))
	}
	return labels
}
