package export

import (
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// JournalPaper writes an extract of the journal, and what is needed to compare it with the file later.
func JournalPaper(w io.Writer, m Meta, v registry.JournalPaperView) error {
	return journalPaper(m, v).Write(w)
}

func journalPaper(m Meta, v registry.JournalPaperView) *pdf.Document {
	v.Confidential = "Extrait du journal. Il nomme les membres de l’équipe, et aucun enfant."
	d := m.open(v.Letterhead, pdf.Meta{Title: "Extrait du journal", Subject: fr.Range(v.From, v.To)}, made(v.On))
	period := fr.Capital(fr.Range(v.From, v.To))
	if period == "" {
		period = "Depuis le début du journal"
	}
	d.Title("Extrait du journal", period)
	filter := typo(v.Filter)
	if filter == "" {
		filter = "Tout"
	}
	d.Facts([]pdf.Fact{{Label: "Choix", Value: filter}, {Label: "Entrées de l’extrait", Value: fr.Number(len(v.Rows))},
		{Label: "Entrées du journal", Value: fr.Number(v.Entries)}})
	chain(d, v)
	if len(v.Rows) == 0 {
		d.Heading("Entrées")
		d.Paragraph("Aucune entrée ne répond à ce choix.")
		return d
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "N°", Align: pdf.Right}, {Title: "Date"}, {Title: "Heure", Align: pdf.Right},
		{Title: "Membre", Weight: 1}, {Title: "Ce qui a été fait", Weight: 1.6}, {Title: "Référence"}}}
	for _, r := range v.Rows {
		t.Rows = append(t.Rows, []string{fr.Number(int(r.Number)), fr.DateDigits(r.On), clock(r.At), typo(r.By), typo(r.What), r.Reference})
	}
	d.Heading("Entrées")
	d.Table(t)
	return d
}

// chain says whether the journal holds together, and its last print, to compare with another paper or a backup.
func chain(d *pdf.Document, v registry.JournalPaperView) {
	d.Heading("Vérification")
	switch {
	case v.Fault != "":
		d.Callout("Le journal ne tient pas ensemble\u00a0: " + fullStop(fr.Lower(typo(v.Fault))))
	case v.VerifiedOn.Valid():
		d.Paragraph("Vérifié en entier le " + fr.DateLong(v.VerifiedOn) + "\u00a0: aucune entrée ne manque, aucune n’a été modifiée, chaque signature est juste.")
	default:
		d.Callout("Le journal n’a pas été vérifié avant l’impression de cet extrait.")
	}
	if v.First > 1 {
		d.Note("Les entrées avant le n°\u00a0" + fr.Number(int(v.First)) + " ont été retirées au terme de leur conservation\u00a0; la chaîne reprend d’une empreinte signée.")
	}
	if v.Head != "" {
		d.Entries(pdf.Entry{Label: "Empreinte du journal", Lines: []string{grouped(v.Head)}})
		d.Note("Si le journal était réécrit, cette empreinte ne serait plus la sienne. Gardez cet extrait hors de l’ordinateur.")
	}
}

// clock is an hour of the journal, where midnight is one too: "9 h 05", "0 h 00".
func clock(t data.TimeOfDay) string { return fmt.Sprintf("%d\u00a0h\u00a0%02d", t.Hour(), t.Minute()) }
