package export

import (
	"cmp"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// LiaisonForm writes the « fiche de liaison » of a referral: the request, with the family's agreement, and the answer of
// the structure, or the lines where it writes it.
func LiaisonForm(w io.Writer, m Meta, v registry.LiaisonView) error {
	return liaisonForm(m, v, false).Write(w)
}

// BlankLiaisonForm is LiaisonForm with its answer left to fill in by hand, whatever came back.
func BlankLiaisonForm(w io.Writer, m Meta, v registry.LiaisonView) error {
	return liaisonForm(m, v, true).Write(w)
}

func liaisonForm(m Meta, v registry.LiaisonView, blank bool) *pdf.Document {
	v.Confidential = "Fiche de liaison. Elle est destinée à la seule structure qu’elle nomme, avec l’accord de la famille."
	partner := typo(v.Partner.Name)
	if len(m.Recipients) == 0 {
		m.Recipients = there(partner)
	}
	p := liaisonPaper{LiaisonView: v}
	p.d = m.open(v.Letterhead, pdf.Meta{Title: "Fiche de liaison", Subject: "Orientation", Reference: v.Reference},
		made(cmp.Or(v.Referral.SentOn, v.On)))
	subtitle := "Demande du " + fr.DateLong(v.Referral.AskedOn)
	if v.Referral.AskedOn.IsZero() {
		subtitle = "Demande"
	}
	if partner != "" {
		subtitle += ", adressée à la structure " + fr.Quote(partner)
	}
	p.d.Title("Fiche de liaison", subtitle)
	p.d.Facts([]pdf.Fact{
		{Label: "Adresse", Value: typo(where(v.Partner.Address))}, {Label: "Téléphone", Value: fr.Phone(v.Partner.Phone)},
		{Label: "Courriel", Value: typo(v.Partner.Email)}, {Label: "À l’attention de", Value: typo(v.Referral.Contact)},
	})
	p.request()
	if v.Referral.AnsweredOn.IsZero() || blank {
		p.toAnswer()
	} else {
		p.answer()
	}
	return p.d
}

// liaisonPaper is a fiche being written.
type liaisonPaper struct {
	registry.LiaisonView
	d *pdf.Document
}

// where is an address on one line.
func where(a data.Address) string {
	return commas(a.Street, townLine(a))
}

// unsaidOr is a value, or the words that say that nobody entered it.
func unsaidOr(value string) []string {
	if value = typo(value); value == "" {
		return []string{"non saisi"}
	}
	return []string{value}
}

func (p *liaisonPaper) request() {
	p.d.Heading("La demande")
	if !p.ConsentState.Allows() {
		p.d.Callout("Accord de la famille à recueillir\u00a0: cette fiche ne part pas avant.")
	}
	born := fr.DateLong(p.BirthDate)
	if p.BirthDate.Valid() {
		born = commas(born, fr.Age(p.Age))
	}
	entries := []pdf.Entry{
		{Label: "Orientation pour", Lines: unsaidOr(whom(p.Referral.Whom))},
		{Label: "Nom", Lines: unsaidOr(p.Child.Last)}, {Label: "Prénom", Lines: unsaidOr(p.Child.First)},
		{Label: fr.Capital(fr.Born(p.Sex)) + " le", Lines: unsaidOr(born)},
	}
	if p.Referral.Whom == data.WhomParents || p.Referral.Whom == data.WhomFamily {
		entries = append(entries, pdf.Entry{Label: "Parents", Lines: unsaidOr(cmp.Or(fr.List(p.Parents), p.Family))})
	}
	entries = append(entries, pdf.Entry{Label: "Motif de la demande", Lines: unsaidOr(fullStop(typo(p.Referral.Reason)))})
	if p.Referral.Prescriber != "" || p.Partner.Direct == data.DirectlyPrescribed || p.Partner.Direct == data.DirectlyByDoctor {
		entries = append(entries, pdf.Entry{Label: "Prescription", Lines: unsaidOr(p.Referral.Prescriber)})
	}
	p.d.Entries(append(entries,
		pdf.Entry{Label: fr.KeyWorker(p.By.Feminine), Lines: unsaidOr(commas(p.By.Name, fr.Phone(p.By.Phone)))},
		pdf.Entry{Label: "Accord de la famille", Lines: []string{p.consent()}})...)
}

// consent recalls what the family signed about this structure.
func (p *liaisonPaper) consent() string {
	x := p.Consent
	signed := "signé le " + fr.DateLong(x.SignedOn)
	if name := typo(x.SignedBy); name != "" {
		signed += " par " + name
	}
	switch p.ConsentState {
	case data.ConsentValid, data.ConsentEndsSoon:
		if x.Until.Valid() {
			signed += ", jusqu’au " + fr.DateLong(x.Until)
		}
		return fullStop(fr.Capital(signed))
	case data.ConsentEnded:
		return "À renouveler\u00a0: l’accord " + signed + " a pris fin le " + fr.DateLong(x.Until) + "."
	case data.ConsentRefused:
		return "La famille a refusé ce partage."
	case data.ConsentWithdrawn:
		return "La famille a retiré son accord le " + fr.DateLong(x.WithdrawnOn) + "."
	}
	return "À recueillir."
}

// toAnswer leaves lines for the structure.
func (p *liaisonPaper) toAnswer() {
	p.d.Heading("La réponse de la structure")
	p.d.Entries(pdf.Entry{Label: "Date de la réponse", Blank: 1}, pdf.Entry{Label: "Premier entretien proposé le", Blank: 1},
		pdf.Entry{Label: "Psychologue", Blank: 1}, pdf.Entry{Label: "Suite proposée", Blank: 3})
	back := "À retourner au programme"
	if mail := typo(p.Letterhead.Email); mail != "" {
		back += ", " + mail
	}
	if p.WithinDays > 0 {
		back += ". La convention prévoit un premier entretien dans un délai de " + fr.Count(p.WithinDays, "jour", "jours")
		if asked := p.Referral.AskedOn; asked.Valid() {
			back += ", soit avant le " + fr.DateLong(asked.AddDays(p.WithinDays+1))
		}
	}
	p.d.Note(fullStop(back))
}

func (p *liaisonPaper) answer() {
	x := p.Referral
	p.d.Heading("La réponse de la structure")
	entries := []pdf.Entry{{Label: "Date de la réponse", Lines: unsaidOr(fr.DateLong(x.AnsweredOn))},
		{Label: "Premier entretien proposé le", Lines: unsaidOr(p.offered())}, {Label: "Psychologue", Lines: unsaidOr(x.Psychologist)}}
	if text := typo(x.Answer); text != "" {
		entries = append(entries, pdf.Entry{Label: "Suite proposée", Lines: []string{fullStop(text)}})
	}
	entries = append(entries, pdf.Entry{Label: "État de l’orientation", Lines: []string{fr.Capital(fr.ReferralState(x.State))}})
	p.d.Entries(entries...)
}

// offered is the day of the first interview, and how long after the request it is.
func (p *liaisonPaper) offered() string {
	x := p.Referral
	if !x.OfferedOn.Valid() {
		return ""
	}
	said := fr.DateLong(x.OfferedOn)
	if days := x.AskedOn.DaysUntil(x.OfferedOn); x.AskedOn.Valid() && days > 0 {
		said += ", " + fr.Count(days, "jour", "jours") + " après la demande"
	}
	return said
}
