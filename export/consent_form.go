package export

import (
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// formZoom sets the lines of a form that a family reads in 12 points.
const formZoom = 12.0 / 10

// ConsentForm writes what a family signs: one part a scope, in plain words, with boxes to tick, then its rights and whom
// to call. It names one child.
func ConsentForm(w io.Writer, m Meta, v registry.ConsentFormView, scopes []data.ConsentScope) error {
	return consentForm(m, v, scopes).Write(w)
}

func consentForm(m Meta, v registry.ConsentFormView, scopes []data.ConsentScope) *pdf.Document {
	v.Confidential = "En deux exemplaires\u00a0: un pour la famille, un pour l’équipe."
	p := consentPaper{ConsentFormView: v}
	title := consentTitle(scopes)
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Author: typo(v.KeyWorker.Name), Reference: v.Reference, Zoom: formZoom}, made(v.Today))
	p.d.Title(title, "Pour "+fr.FullName(v.Child.First, v.Child.Last))
	p.d.Facts(childFacts(v.ChildOnPaper))
	p.d.Paragraph("Ce papier dit ce que vous acceptez, ou n’acceptez pas. Prenez votre temps. Vous pouvez poser toutes vos questions" + p.asked() + ".")
	for _, s := range scopes[:max(0, len(scopes)-1)] {
		p.d.KeepTogether(func() { p.scope(s) })
	}
	if n := len(scopes); n > 0 { // the last answer stays with the signatures
		p.scope(scopes[n-1])
	}
	p.sign()
	p.rights()
	return p.d
}

// consentPaper is an agreement being written.
type consentPaper struct {
	registry.ConsentFormView
	d *pdf.Document
}

// consentTitle names the form by what is asked.
func consentTitle(scopes []data.ConsentScope) string {
	if len(scopes) != 1 {
		return "Les accords de la famille"
	}
	switch scopes[0] {
	case data.ConsentPictures:
		return "Droit à l’image"
	case data.ConsentOuting:
		return "Autorisation de sortie"
	case data.ConsentShareSchool:
		return "Accord pour échanger avec l’école"
	case data.ConsentSharePartner:
		return "Accord pour échanger avec un partenaire"
	}
	return "Accord pour le suivi"
}

// asked is the person to ask: " à Samira Lounès".
func (p consentPaper) asked() string {
	if name := typo(p.KeyWorker.Name); name != "" {
		return " à " + name
	}
	return " à l’équipe"
}

// scope is one thing asked: what, why, who sees it, how long, and the answer.
func (p consentPaper) scope(s data.ConsentScope) {
	text := fr.ConsentText(s, p.Texts)
	entries := []pdf.Entry{
		{Label: "De quoi s’agit-il\u00a0?", Lines: []string{typo(text.What)}},
		{Label: "Pourquoi\u00a0?", Lines: []string{typo(text.Why)}},
		{Label: "Qui est concerné\u00a0?", Lines: []string{typo(text.Who)}},
	}
	switch s {
	case data.ConsentShareSchool:
		entries = append(entries, orBlank("L’école", p.School, 1))
	case data.ConsentSharePartner:
		entries = append(entries, orBlank("La structure", p.Partner, 1))
	case data.ConsentPictures:
		entries = append(entries, pdf.Entry{Label: "Où\u00a0? Cochez ce que vous acceptez", Lines: []string{
			"☐ dans les locaux du programme", "☐ dans un album remis aux familles", "☐ dans le journal de la commune", "☐ sur le site internet de la commune",
		}})
	case data.ConsentOuting:
		entries = append(entries,
			pdf.Entry{Label: "Après l’atelier, mon enfant", Lines: []string{"☐ rentre seul ou seule", "☐ attend une personne que j’ai désignée"}},
			orBlank("Qui peut venir le chercher", p.PickUp, 2))
	}
	entries = append(entries,
		pdf.Entry{Label: "Jusqu’à quand\u00a0?", Lines: []string{p.until(s)}},
		pdf.Entry{Label: "Votre réponse", Lines: []string{"☐ Oui, je suis d’accord.", "☐ Non, je ne suis pas d’accord."}})
	p.d.Heading(p.heading(s))
	p.d.Entries(entries...)
}

func (p consentPaper) heading(s data.ConsentScope) string {
	switch s {
	case data.ConsentFollowUp:
		return "Le suivi " + fr.De(typo(p.Child.First))
	case data.ConsentShareSchool:
		return "Échanger avec l’école"
	case data.ConsentSharePartner:
		return "Échanger avec un partenaire"
	case data.ConsentPictures:
		return "Les photos et les créations"
	}
	return "Les sorties"
}

// until is how long an agreement holds.
func (p consentPaper) until(s data.ConsentScope) string {
	if s == data.ConsentPictures || s == data.ConsentOuting {
		return "Pour cette année scolaire. Nous vous le redemanderons ensuite."
	}
	return "Tant que votre enfant est suivi, ou jusqu’à ce que vous changiez d’avis."
}

// rights are what the family can do at any time, and whom to call.
func (p consentPaper) rights() {
	p.d.KeepTogether(func() {
		p.d.Heading("Vos droits")
		p.d.List([]string{
			"Vous pouvez dire non. Cela ne change rien à la façon dont vous êtes accueillis.",
			"Vous pouvez changer d’avis à tout moment, sans dire pourquoi\u00a0: un appel, un mot ou une visite suffit.",
			"Vous pouvez lire ce que nous écrivons, demander une copie, faire corriger ou effacer.",
			p.kept(),
			"Si vous n’êtes pas satisfaits de notre réponse, vous pouvez écrire à la CNIL\u00a0: www.cnil.fr.",
		})
	})
	var lines []string
	if a := p.KeyWorker; a.Name != "" {
		lines = append(lines, commas(typo(a.Name), fr.Lower(fr.KeyWorker(a.Feminine)))+phone(a.Phone))
	}
	if reach := contact(p.Letterhead); reach != "" {
		lines = append(lines, commas(p.Team, reach))
	}
	if text := typo(p.RightsContact); text != "" {
		lines = append(lines, "Pour vos données\u00a0: "+text)
	}
	if len(lines) == 0 {
		return
	}
	p.d.KeepTogether(func() {
		p.d.Heading("Qui appeler")
		p.d.List(lines)
	})
}

// kept is how long the file stays.
func (p consentPaper) kept() string {
	long := "pendant une durée que l’équipe vous dit"
	switch n := p.KeepMonths; {
	case n > 0 && n%12 == 0:
		long = fr.Count(n/12, "an", "ans")
	case n > 0:
		long = fr.Months(n)
	}
	return "Nous gardons le dossier " + long + " après notre dernier contact. Ensuite, nous l’effaçons ou nous retirons les noms."
}

// sign is the day, the place, and one or two signatures: on the page of the answer, before the rights, which it recalls.
func (p consentPaper) sign() {
	labels := []string{"L’adulte responsable", "L’autre adulte responsable"}
	if who := p.Signers[:min(len(p.Signers), 2)]; len(who) > 0 {
		labels = nil
		for _, g := range who {
			labels = append(labels, commas(guardianName(g), kin(g)))
		}
	}
	p.d.KeepTogether(func() {
		p.d.Heading("Signatures")
		if !p.Authority {
			p.d.Note("Signe la personne qui a l’autorité parentale. Si deux personnes l’ont, l’accord des deux est préférable.")
		}
		if p.Interpreter != "" {
			p.d.Note("Ce papier a été lu en " + typo(fr.Lower(p.Interpreter)) + " par\u00a0: …………………………")
		}
		p.d.Note("Vos droits sont écrits à la suite\u00a0: lisez-les, ou demandez qu’on vous les lise, avant de signer.")
		p.d.Entries(pdf.Entry{Label: "Lieu et date", Blank: 1})
		p.d.Signatures(append(labels, "Pour l’équipe")...)
	})
}

// guardianName is how an adult is called on a paper: "Mme Nora Kerdoun".
func guardianName(g data.Guardian) string {
	name := fr.FullName(g.FirstName, g.LastName)
	switch g.Relation {
	case data.Mother:
		return "Mme\u00a0" + name
	case data.Father:
		return "M.\u00a0" + name
	}
	return name
}

// politely is how a letter greets the adults of a family.
func politely(who []data.Guardian) string {
	if len(who) == 1 && who[0].Relation == data.Mother {
		return "Madame"
	}
	if len(who) == 1 && who[0].Relation == data.Father {
		return "Monsieur"
	}
	if len(who) == 2 && !slices.ContainsFunc(who, func(g data.Guardian) bool { return g.Relation != who[0].Relation }) {
		switch who[0].Relation {
		case data.Mother:
			return "Mesdames"
		case data.Father:
			return "Messieurs"
		}
	}
	return "Madame, Monsieur"
}
