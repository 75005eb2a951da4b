package export

import (
	"cmp"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// CommissionNotice writes the « convocation » of a meeting of the commission and its agenda. Situations are told by
// number and initials, or by number alone in an anonymous notice: nothing of what they are about leaves the office.
func CommissionNotice(w io.Writer, m Meta, v registry.CommissionView) error {
	return commissionNotice(m, v).Write(w)
}

func commissionNotice(m Meta, v registry.CommissionView) *pdf.Document {
	p := openMeeting(m, v, "Convocation à la commission (EPS)")
	p.d.Paragraph("Madame, Monsieur,")
	p.d.Paragraph("L’équipe pluridisciplinaire de soutien se réunit " + p.when() + ". Votre présence est importante\u00a0: " +
		"chaque situation est mieux comprise quand l’école, les services sociaux et de santé et l’équipe du programme la regardent ensemble.")
	p.d.Heading("Ordre du jour")
	p.agenda()
	p.invited(false)
	p.secrecy()
	p.d.KeepTogether(func() {
		p.d.Heading("Votre réponse")
		p.d.Entries(
			pdf.Entry{Label: "Nom et fonction", Blank: 1},
			pdf.Entry{Label: "Le jour de la réunion", Lines: []string{"☐ je serai présent ou présente", "☐ je serai représenté ou représentée par\u00a0: ………………………", "☐ je ne pourrai pas venir"}},
		)
		if back := contact(v.Letterhead); back != "" {
			p.d.Note("À rendre à l’équipe\u00a0: " + back)
		}
	})
	return p.d
}

// meetingPaper is a paper of a meeting being written.
type meetingPaper struct {
	registry.CommissionView
	d *pdf.Document
}

// openMeeting begins a paper of a meeting: its title, the day, the hour, the place, who presides.
func openMeeting(m Meta, v registry.CommissionView, title string) meetingPaper {
	if len(m.Recipients) == 0 {
		m.Recipients = []string{"les membres de la commission"}
		if v.Anonymous {
			m.Recipients = []string{"les partenaires du programme"}
		}
	}
	v.Confidential = "Document confidentiel, pour les seuls membres de la commission, tenus au secret."
	p := meetingPaper{CommissionView: v}
	subtitle := fr.Capital(p.when())
	if v.Anonymous {
		v.Confidential = "Version anonyme\u00a0: aucun nom, aucune école, aucune date de naissance."
		subtitle = commas(subtitle, "version anonyme")
	}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: title, Author: v.Meeting.Secretary, Reference: v.Reference}, made(v.Today))
	p.d.Title(title, subtitle)
	p.d.Facts([]pdf.Fact{
		{Label: "Lieu", Value: typo(v.Meeting.Place)},
		{Label: "Présidence", Value: typo(v.Meeting.Chair)},
		{Label: "Secrétariat", Value: typo(v.Meeting.Secretary)},
	})
	return p
}

// when is the day and the hour in words: "le mercredi 27 janvier 2027 à 14 h".
func (p meetingPaper) when() string {
	day := fr.Date(p.Meeting.On)
	if day == "" {
		return "à une date à préciser"
	}
	if hour := fr.Time(p.Meeting.Start); hour != "" {
		day += " à " + hour
	}
	return "le " + day
}

// agenda are the situations, one a line.
func (p meetingPaper) agenda() {
	if len(p.Cases) == 0 {
		p.d.Callout("Aucune situation n’est inscrite à l’ordre du jour.")
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "N°", Figures: true}, {Title: "Situation", Weight: 1}}}
	if !p.Anonymous {
		t.Columns = append(t.Columns, pdf.Column{Title: "Présentée par", Weight: 1.6})
	}
	for _, c := range p.Cases {
		row := []string{fr.Number(c.Number)}
		if p.Anonymous {
			row = append(row, situation(c.Number))
		} else {
			row = append(row, typo(c.Initials), typo(c.Presenter))
		}
		t.Rows = append(t.Rows, row)
	}
	p.d.Table(t)
}

// situation names a case by its number alone, when it has one.
func situation(number int) string {
	if number == 0 {
		return "Situation"
	}
	return "Situation\u00a0" + fr.Number(number)
}

// invited are those who sit in the commission, with their presence once the meeting was held.
func (p meetingPaper) invited(held bool) {
	title := "Personnes invitées"
	if held {
		title = "Liste de présence"
	}
	p.d.Heading(title)
	if len(p.Meeting.Invited) == 0 {
		p.d.Callout("Aucune personne n’est notée.")
		return
	}
	t := pdf.Table{}
	if !p.Anonymous {
		t.Columns = append(t.Columns, pdf.Column{Title: "Nom", Weight: 1.2})
	}
	t.Columns = append(t.Columns, pdf.Column{Title: "Fonction", Weight: 1.2}, pdf.Column{Title: "Structure", Weight: 1})
	if held {
		t.Columns = append(t.Columns, pdf.Column{Title: "Présence"})
	}
	for _, i := range p.Meeting.Invited {
		var row []string
		if !p.Anonymous {
			row = append(row, cmp.Or(typo(i.Name), "à désigner"))
		}
		row = append(row, fr.Capital(typo(i.Job)), typo(i.Structure))
		if held {
			row = append(row, came(i.Came))
		}
		t.Rows = append(t.Rows, row)
	}
	p.d.Table(t)
}

// came says whether somebody was there.
func came(a data.Answer) string {
	switch a {
	case data.Yes:
		return "oui"
	case data.No:
		return "non"
	}
	return "non noté"
}

// secrecy recalls to those who sit there what they may do with what they hear.
func (p meetingPaper) secrecy() {
	p.d.KeepTogether(func() {
		p.d.Heading("Ce qui se dit reste entre nous")
		p.d.Paragraph("On partage seulement ce qui est utile pour aider l’enfant\u00a0: des faits, sans jugement ni diagnostic. " +
			"Rien n’est répété hors de la commission.")
	})
}

// contact is how to reach the team: phone and mail.
func contact(head registry.Letterhead) string { return commas(fr.Phone(head.Phone), head.Email) }
