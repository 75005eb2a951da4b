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

// Convention writes an agreement to be signed: the parties, the preamble, the articles with every number that was agreed
// upon, and the place of the signatures.
func Convention(w io.Writer, m Meta, v registry.AgreementView) error {
	return convention(m, v).Write(w)
}

func convention(m Meta, v registry.AgreementView) *pdf.Document {
	p := conventionPaper{AgreementView: v}
	p.open(m, "Convention de partenariat", numbered(v.Agreement.Number))
	articles := p.articles(v.Agreement.Terms.Clauses)
	p.say()
	a := v.Agreement
	p.d.Facts([]pdf.Fact{
		{Label: "Durée", Value: monthsLong(a.Terms.Months)}, {Label: "Prise d’effet", Value: fr.DateLong(a.From())}, {Label: "Dernier jour", Value: fr.DateLong(lastDay(a))},
		{Label: "Entretiens budgétés", Value: positive(a.Budgeted)}, {Label: "Financement", Value: typo(fr.List(there(a.Funders...)))},
	})
	p.parties()
	if p.preamble != "" {
		p.d.Heading(fr.Preamble)
		p.d.Prose(p.preamble)
	}
	p.d.Articles(articles...)
	if len(a.Amendments) > 0 {
		var said []string
		for _, x := range a.Amendments {
			said = append(said, commas("avenant n°\u00a0"+fr.Number(x.Number), fr.DateLong(x.On)))
		}
		p.d.Note(fullStop("Cette convention a été modifiée\u00a0: " + strings.Join(said, "\u00a0; ")))
	}
	p.sign()
	return p.d
}

// Amendment writes an « avenant », to be signed beside its agreement; number is one of its amendments, and any other
// leaves the paper without a change.
func Amendment(w io.Writer, m Meta, v registry.AgreementView, number int) error {
	return amendment(m, v, number).Write(w)
}

func amendment(m Meta, v registry.AgreementView, number int) *pdf.Document {
	var x data.Amendment
	if i := slices.IndexFunc(v.Agreement.Amendments, func(a data.Amendment) bool { return a.Number == number }); i >= 0 {
		x = v.Agreement.Amendments[i]
	}
	p := conventionPaper{AgreementView: v}
	title := "Avenant n°\u00a0" + fr.Number(number)
	p.open(m, title, commas("à la convention de partenariat "+numbered(v.Agreement.Number)))
	changed := p.articles(x.Clauses)
	articles := []pdf.Article{{Title: "Objet", Text: fullStop(typo(x.Object))}}
	if articles[0].Text == "" {
		articles[0].Text = p.toComplete("l’objet de l’avenant")
	}
	for i := range changed {
		changed[i].Title = "Clause modifiée\u00a0: " + fr.Lower(changed[i].Title)
		changed[i].Text = "Cette clause se lit désormais ainsi\u00a0:\n" + changed[i].Text
	}
	articles = append(articles, changed...)
	if x.Until.Valid() {
		articles = append(articles, pdf.Article{Title: "Durée", Text: "La convention prend fin le " + fr.DateLong(x.Until) + "."})
	}
	effect := "L’avenant prend effet à la date de la seconde signature."
	if x.From.Valid() {
		effect = "L’avenant prend effet le " + fr.DateLong(x.From) + "."
	}
	articles = append(articles, pdf.Article{Title: "Prise d’effet", Text: effect + " Les autres clauses de la convention restent inchangées."})
	p.say()
	p.parties()
	p.d.Articles(articles...)
	p.sign()
	return p.d
}

// conventionPaper is an agreement or an amendment being written.
type conventionPaper struct {
	registry.AgreementView
	d        *pdf.Document
	preamble string
	missing  []string // what nobody has said yet
}

func (p *conventionPaper) open(m Meta, title, subtitle string) {
	p.Confidential = "Convention entre deux structures. Elle ne nomme aucune personne suivie."
	p.d = m.open(p.Letterhead, pdf.Meta{Title: title, Subject: typo(p.Partner.Name), Reference: p.Reference}, made(p.On))
	with := typo(p.name(p.Agreement.Theirs.Name, p.Partner.Name))
	if with != "" {
		with = "avec " + fr.Quote(with)
	}
	p.d.Title(title, fr.Capital(commas(subtitle, with)))
}

// name is the first name that is said.
func (p *conventionPaper) name(names ...string) string {
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			return n
		}
	}
	return ""
}

// articles are the clauses with what was agreed upon in place of their names; the preamble is kept apart.
func (p *conventionPaper) articles(clauses []data.Clause) []pdf.Article {
	a := p.Agreement
	a.Theirs.Name, a.Ours.Name = p.name(a.Theirs.Name, p.Partner.Name), p.name(a.Ours.Name, p.Team)
	var out []pdf.Article
	for _, c := range clauses {
		text, missing := fr.Clause(c.Text, &a)
		for _, x := range missing {
			p.miss(x)
		}
		if fr.Fold(c.Title) == fr.Fold(fr.Preamble) {
			p.preamble = typo(text)
			continue
		}
		out = append(out, pdf.Article{Title: typo(c.Title), Text: typo(text)})
	}
	return out
}

func (p *conventionPaper) miss(what string) {
	if !slices.Contains(p.missing, what) {
		p.missing = append(p.missing, what)
	}
}

func (p *conventionPaper) toComplete(what string) string {
	p.miss(what)
	return fr.ToComplete
}

// say tells, above all, what has to be written before anybody signs.
func (p *conventionPaper) say() {
	for _, x := range []struct{ value, what string }{
		{p.Agreement.Ours.Person, "qui signe pour le programme"}, {p.Agreement.Theirs.Person, "qui signe pour la structure"},
	} {
		if typo(x.value) == "" {
			p.miss(x.what)
		}
	}
	if len(p.missing) > 0 {
		p.d.Callout("À compléter avant la signature\u00a0: " + fr.List(p.missing) + ".")
	}
}

func (p *conventionPaper) parties() {
	ours, theirs := p.Agreement.Ours, p.Agreement.Theirs
	ours.Name, theirs.Name = p.name(ours.Name, p.Team), p.name(theirs.Name, p.Partner.Name)
	p.d.Heading("Entre les parties")
	p.d.Entries(pdf.Entry{Label: "D’une part, le programme", Lines: []string{p.party(ours)}},
		pdf.Entry{Label: "D’autre part, la structure", Lines: []string{p.party(theirs)}})
}

// party says who a side is, and who signs for it.
func (p *conventionPaper) party(x data.Party) string {
	who := commas(x.Name, x.Address)
	if who == "" {
		who = fr.ToComplete
	}
	signs := commas(x.Person, x.Quality)
	if typo(x.Person) == "" {
		signs = fr.ToComplete
	}
	return fullStop(who) + " Signature\u00a0: " + fullStop(signs)
}

// sign is where both parties sign, or when they did.
func (p *conventionPaper) sign() {
	a := p.Agreement
	p.d.KeepTogether(func() {
		p.d.Heading("Signatures")
		p.d.Paragraph("Fait en deux exemplaires, un pour chaque partie.")
		p.d.Fill("À", "le")
		p.d.Signatures("Pour le programme"+comma(typo(a.Ours.Person)), "Pour la structure"+comma(typo(a.Theirs.Person)))
	})
}

func comma(s string) string {
	if s == "" {
		return ""
	}
	return ", " + s
}

// numbered is the number of an agreement, "" without one.
func numbered(number string) string {
	if number = typo(number); number == "" {
		return ""
	}
	return "n°\u00a0" + number
}

// lastDay is the day on which an agreement ends when nothing amends it.
func lastDay(a data.Agreement) data.Date {
	a.Amendments, a.EndedOn = nil, 0
	return a.Until()
}

func monthsLong(n int) string {
	if n == 0 {
		return ""
	}
	return fr.Count(n, "mois", "mois")
}

// positive is a number, "" for zero: zero is not said.
func positive(n int) string {
	if n == 0 {
		return ""
	}
	return fr.Number(n)
}
