package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// InvitationLetter writes a letter to the family of one child: a meeting, a first session, a bilan to read together. It
// names no other child, in large plain type, and ends with a reply to cut.
func InvitationLetter(w io.Writer, m Meta, v registry.LetterView) error {
	return invitationLetter(m, v).Write(w)
}

func invitationLetter(m Meta, v registry.LetterView) *pdf.Document {
	v.Confidential = "Courrier personnel, pour la famille seule."
	p := letterPaper{LetterView: v, first: typo(v.Child.First)}
	title := "Invitation\u00a0: " + p.subject()
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Author: typo(v.KeyWorker.Name), Reference: v.Reference, Zoom: formZoom}, made(v.Today))
	p.address()
	p.d.Title(title, "")
	p.d.Paragraph(politely(v.To) + ",")
	p.d.Paragraph(p.invites())
	var entries []pdf.Entry
	if workshop := typo(v.Workshop); workshop != "" {
		entries = append(entries, pdf.Entry{Label: "Quel atelier\u00a0?", Lines: []string{workshop}})
	}
	p.d.Entries(append(entries,
		orBlank("Quand\u00a0?", p.when(), 1),
		orBlank("Où\u00a0?", v.Place, 1),
		orBlank("Avec qui\u00a0?", v.With, 1),
	)...)
	p.d.Paragraph(p.practical())
	p.d.Paragraph("À bientôt,")
	p.d.Signatures(p.signs())
	p.reply()
	return p.d
}

// letterPaper is a letter being written.
type letterPaper struct {
	registry.LetterView
	first string
	d     *pdf.Document
}

// subject is what the letter is about, in a few words.
func (p letterPaper) subject() string {
	switch p.Kind {
	case registry.LetterFirst:
		return "la prochaine séance " + fr.De(p.first)
	case registry.LetterBilan:
		return "lire ensemble le bilan " + fr.De(p.first)
	}
	return "parler ensemble " + fr.De(p.first)
}

// invites is the sentence that invites.
func (p letterPaper) invites() string {
	switch p.Kind {
	case registry.LetterFirst:
		return p.first + " est attendu" + feminine(p.Sex) + " à l’atelier. Vous pouvez venir aussi, pour voir le lieu et rencontrer la personne qui l’accueille."
	case registry.LetterBilan:
		return "Nous avons écrit un bilan. Nous voulons le lire avec vous, et entendre ce que vous en pensez. " + p.first + " peut venir avec vous."
	}
	return "Nous vous invitons à une rencontre. Nous parlerons de " + p.first + ", de ce qui va bien, et de ce qui peut l’aider."
}

func (p letterPaper) when() string {
	day := fr.Capital(fr.Date(p.On))
	if day == "" {
		return ""
	}
	if hour := fr.Time(p.Start); hour != "" {
		return day + " à " + hour
	}
	return day
}

// practical says what helps to come.
func (p letterPaper) practical() string {
	lines := []string{"La rencontre est gratuite. Vous pouvez venir accompagnés de la personne de votre choix."}
	if p.Kind == registry.LetterFirst {
		lines = []string{"L’atelier est gratuit."}
	}
	if language := typo(p.Interpreter); language != "" {
		lines = append(lines, "Si vous le souhaitez, une personne peut traduire ("+fr.Lower(language)+").")
	}
	var call []string
	if a := p.KeyWorker; a.Name != "" && a.Phone != "" {
		call = append(call, typo(a.Name)+phone(a.Phone))
	}
	if p.Phone != "" {
		call = append(call, "l’équipe"+phone(p.Phone))
	}
	if len(call) > 0 {
		lines = append(lines, "Une question, un empêchement\u00a0? Appelez "+strings.Join(call, ", ou ")+".")
	}
	return strings.Join(lines, " ")
}

// address is where the letter goes.
func (p letterPaper) address() {
	var lines []string
	for _, g := range p.To[:min(len(p.To), 2)] {
		lines = append(lines, guardianName(g))
	}
	if len(lines) == 0 {
		lines = []string{"La famille " + fr.De(fr.FullName(p.Child.First, p.Child.Last))}
	}
	p.d.Address(append(lines, there(p.Address.Street, townLine(p.Address))...)...)
}

// signs is who writes.
func (p letterPaper) signs() string {
	if p.KeyWorker.Name == "" {
		return "L’équipe du programme"
	}
	return commas(p.KeyWorker.Name, fr.Lower(fr.KeyWorker(p.KeyWorker.Feminine)))
}

// reply is the slip that the family cuts and gives back.
func (p letterPaper) reply() {
	p.d.KeepTogether(func() {
		p.d.Gap(6)
		p.d.Note("– – – – – –  à couper ici et à rendre à l’équipe  – – – – – –")
		entries := []pdf.Entry{
			{Label: "Pour", Lines: []string{commas(fr.FullName(p.Child.First, p.Child.Last), fr.Lower(p.when()))}},
			{Label: "Votre réponse", Lines: []string{"☐ Je viendrai.", "☐ Je ne peux pas venir. Je préfère un autre jour\u00a0: ………………………"}},
			{Label: "Nom et signature", Blank: 1},
		}
		if p.Kind == registry.LetterFirst {
			coming := "présent"
			if p.Sex == data.Girl {
				coming = "présente"
			}
			entries[1].Lines = []string{"☐ " + p.first + " sera " + coming + ".", "☐ Ce n’est pas possible\u00a0: ………………………"}
		}
		p.d.Entries(entries...)
	})
}
