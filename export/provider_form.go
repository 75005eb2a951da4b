package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// ProviderForm writes the « bilan du prestataire » of a group, to be filled in by who runs it: what the file knows is
// there already. Children appear by first name and initial, or not at all.
func ProviderForm(w io.Writer, m Meta, v registry.GroupBilanView, named bool) error {
	return providerForm(m, v, named).Write(w)
}

func providerForm(m Meta, v registry.GroupBilanView, named bool) *pdf.Document {
	v.Confidential = "Formulaire à remettre à l’équipe. Il parle d’enfants\u00a0: il ne se diffuse pas et ne porte aucun diagnostic."
	title := "Bilan du prestataire"
	if v.Bilan.Moment == data.MomentMid {
		title += " à mi-cycle"
	}
	d := m.open(v.Letterhead, pdf.Meta{Title: title + ", " + groupLine(v.Group), Subject: groupLine(v.Group), Reference: v.Group.ID.Reference()}, "À remplir")
	d.Title(title, commas(groupLine(v.Group), fr.GroupWord(v.Group.Group), months(v.First, v.Last)))
	share := ""
	if n, ok := v.Percent(); ok {
		share = fr.Percent(n)
	}
	held, off := heldAndOff(v.Sessions)
	d.Facts([]pdf.Fact{
		facilitatorFact(v.Facilitators), {Label: "Horaire", Value: fr.TimeSpan(v.Start, v.LengthMinutes)},
		{Label: "Séances tenues", Value: fr.Number(held)}, {Label: "Séances annulées", Value: fr.Number(off)},
		{Label: "Enfants", Value: fr.Number(len(v.Children))}, {Label: "Régularité", Value: share},
	})
	lines, more := 5, 5 // by hand, under a question: two full pages
	if m.Large {
		lines, more = 2, 2
	}
	d.Entries(
		pdf.Entry{Label: "Déroulement des séances", Blank: lines}, pdf.Entry{Label: "Dynamique du groupe", Blank: lines},
		pdf.Entry{Label: "Ce qui a aidé", Blank: lines}, pdf.Entry{Label: "Difficultés et ajustements", Blank: lines},
	)
	d.Ticks("Lieu, matériel, horaire", pdf.Tick{Text: "convient"}, pdf.Tick{Text: "à revoir"})
	if named {
		providerChildren(d, v.Children)
	} else {
		d.Entries(pdf.Entry{Label: "Évolution des enfants, sans les nommer", Blank: 4})
	}
	d.KeepTogether(func() {
		d.Ticks("Proposition pour la suite", pdf.Tick{Text: "poursuivre"}, pdf.Tick{Text: "adapter"}, pdf.Tick{Text: "arrêter"})
		d.Entries(pdf.Entry{Label: "Précisions", Blank: more})
	})
	d.Signatures("Date et signature " + fr.De("l’intervenant·e"))
	return d
}

// providerChildren leave a line to write on for each child.
func providerChildren(d *pdf.Document, all []registry.ShortChild) {
	const roomByHand = 13 // millimetres
	if len(all) == 0 {
		return
	}
	t := pdf.Table{Grid: true, RowHeight: roomByHand, Columns: []pdf.Column{{Title: "Enfant"}, {Title: "Évolution observée", Weight: 1},
		{Title: "À dire à l’équipe", Weight: 1}}}
	for _, c := range all {
		t.Rows = append(t.Rows, []string{typo(fr.ShortName(c.First, c.Initial)), "", ""})
	}
	d.Heading("Pour chaque enfant")
	d.Table(t)
}

// heldAndOff count the sessions that took place and those that were cancelled; those to come are in neither.
func heldAndOff(all []registry.GroupBilanSession) (held, off int) {
	for _, s := range all {
		switch {
		case s.State == data.SessionCancelled:
			off++
		case s.State == data.SessionHeld || s.Count.ToCome == 0:
			held++
		}
	}
	return held, off
}
