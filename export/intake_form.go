package export

import (
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// IntakeForm writes a « saisine » of the programme: blank, for a school or a partner to fill in, or begun from what is
// known of a child. It asks for facts, never for a judgement or a diagnosis, and for the agreement of the family.
func IntakeForm(w io.Writer, m Meta, v registry.IntakeView) error { return intakeForm(m, v).Write(w) }

func intakeForm(m Meta, v registry.IntakeView) *pdf.Document {
	if len(m.Recipients) == 0 {
		m.Recipients = []string{"l’équipe du programme"}
	}
	v.Confidential = "Document confidentiel, pour l’équipe du programme seule. À remettre en main propre ou sous pli fermé."
	p := intakePaper{IntakeView: v}
	title := "Saisine du programme"
	subtitle := "À remplir avec la famille, par l’école, un partenaire ou la famille elle-même"
	if !v.Blank {
		title = "Saisine pour " + fr.FullName(v.Child.First, v.Child.Last)
		subtitle = "Fiche commencée avec ce que l’équipe sait déjà, à compléter et à corriger"
	}
	begun := made(v.Today)
	if v.Blank {
		begun = ""
	}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Reference: v.Reference}, begun)
	p.d.Title(title, subtitle)
	p.asks()
	p.child()
	p.family()
	p.observed()
	p.expected()
	p.agreement()
	return p.d
}

// intakePaper is a « saisine » being written.
type intakePaper struct {
	registry.IntakeView
	d *pdf.Document
}

// orBlank is an entry with what is known, or lines to write on.
func orBlank(label, text string, blank int) pdf.Entry {
	if text = typo(text); text != "" {
		return pdf.Entry{Label: label, Lines: []string{text}}
	}
	return pdf.Entry{Label: label, Blank: blank}
}

// asks is who sends the form.
func (p intakePaper) asks() {
	p.d.Heading("Qui demande")
	p.d.Entries(
		orBlank("Nom et fonction", fr.Capital(typo(p.Pathway.SpottedBy)), 1),
		pdf.Entry{Label: "École ou structure, téléphone", Blank: 1},
		orBlank("Repérage le", fr.DateLong(p.Pathway.SpottedOn), 1),
	)
}

func (p intakePaper) child() {
	born := fr.DateLong(p.BirthDate)
	p.d.Heading("L’enfant")
	p.d.Entries(
		orBlank("Prénom et nom", fr.FullName(p.Child.First, p.Child.Last), 1),
		orBlank(fr.Capital(fr.Born(p.Sex))+" le", born, 1),
		orBlank("École et classe", commas(p.School, fr.Grade(p.Grade)), 1),
		choice("Habite en quartier prioritaire", p.Area, "☐ oui", "☐ non", "☐ je ne sais pas"),
	)
}

// choice is an answer that is known, or boxes to tick.
func choice(label string, a data.Answer, boxes ...string) pdf.Entry {
	if a == data.Unsaid {
		return pdf.Entry{Label: label, Lines: boxes}
	}
	return pdf.Entry{Label: label, Lines: []string{fr.Capital(fr.Answer(a))}}
}

func (p intakePaper) family() {
	p.d.Heading("La famille")
	var adults []string
	for _, g := range p.Guardians {
		adults = append(adults, commas(fr.FullName(g.FirstName, g.LastName), kin(g), fr.Phone(g.Phone), authority(g.Authority)))
	}
	who := pdf.Entry{Label: "Adultes responsables, téléphone", Lines: adults}
	if len(adults) == 0 {
		who.Blank = 2
	}
	p.d.Entries(
		who,
		orBlank("Adresse", oneLine(p.Address), 1),
		orBlank("Langue parlée, si ce n’est pas le français", p.Interpreter, 1),
		choice("La famille est informée de cette demande", p.Latest.FamilyTold, "☐ oui", "☐ non, parce que…"),
		orBlank("Ce que dit la famille", p.Latest.FamilyWords, 2),
	)
}

// kin is what an adult is to the child, "" when it is not said.
func kin(g data.Guardian) string {
	if g.Relation == data.RelationUnknown {
		return ""
	}
	return fr.Relation(g.Relation)
}

func authority(a data.Answer) string {
	switch a {
	case data.Yes:
		return "autorité parentale"
	case data.No:
		return "sans autorité parentale"
	}
	return ""
}

// oneLine is an address on one line.
func oneLine(a data.Address) string { return commas(a.Street, townLine(a)) }

// observed are facts, and what holds.
func (p intakePaper) observed() {
	facts := typo(p.Latest.Facts)
	if facts == "" {
		facts = p.Pathway.IntakeReason
	}
	p.d.KeepTogether(func() {
		p.d.Heading("Ce qui est observé")
		p.d.Note("Des faits\u00a0: ce que l’on voit, où, depuis quand, combien de fois. Pas de jugement, pas de diagnostic.")
		p.d.Entries(orBlank("Les faits", facts, 4))
	})
	p.d.Entries(
		pdf.Entry{Label: "Ce qui est à soutenir", Lines: ticked(p.Tags, p.Fragilities)},
		orBlank("Les points d’appui", fr.Capital(commas(p.Strengths...)), 2),
		orBlank("Ce qui a déjà été fait", p.Latest.Tried, 2),
	)
}

// ticked are boxes, with a mark in those that are chosen. What is chosen and not offered is added.
func ticked(offered, chosen []string) []string {
	var out []string
	for _, tag := range offered {
		box := "☐ "
		if slices.Contains(chosen, tag) {
			box = "☑ "
		}
		out = append(out, box+typo(tag))
	}
	for _, tag := range chosen {
		if !slices.Contains(offered, tag) {
			out = append(out, "☑ "+typo(tag))
		}
	}
	return append(out, "☐ autre\u00a0: …")
}

func (p intakePaper) expected() {
	p.d.Heading("Ce qui est attendu")
	p.d.Entries(
		orBlank("De la part du programme", p.Latest.Question, 2),
		pdf.Entry{Label: "Qui reste en lien avec la famille", Blank: 1},
	)
}

// agreement is what the family signs before anything is sent.
func (p intakePaper) agreement() {
	p.d.KeepTogether(func() {
		p.d.Heading("L’accord de la famille")
		if p.FollowUp.Allows() {
			p.d.Callout("Un accord de suivi est déjà signé et valable aujourd’hui.")
		}
		p.d.Entries(pdf.Entry{Label: "La famille répond", Lines: []string{
			"☐ J’ai lu cette fiche, ou on me l’a lue.",
			"☐ Je suis d’accord pour qu’elle soit remise à l’équipe du programme.",
			"☐ Je suis d’accord pour que l’équipe me contacte.",
		}})
		p.d.Note("La famille peut changer d’avis à tout moment, et demander à lire ou à corriger ce qui est écrit. " +
			"Une personne a le droit de ne pas répondre à une question.")
		p.d.Signatures("La personne qui demande", "L’adulte responsable", "Reçu par l’équipe, le")
	})
}
