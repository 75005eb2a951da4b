package export

import (
	"io"
	"strings"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// ErasureCertificate writes the « attestation d'effacement » of a file, without saying whose it was.
func ErasureCertificate(w io.Writer, m Meta, v registry.ErasureCertificateView) error {
	return erasureCertificate(m, v).Write(w)
}

func erasureCertificate(m Meta, v registry.ErasureCertificateView) *pdf.Document {
	v.Confidential = "Attestation d’effacement. Elle ne nomme pas l’enfant\u00a0: n’y ajoutez pas son nom."
	d := m.open(v.Letterhead, pdf.Meta{
		Title: "Attestation d’effacement", Subject: "Dossier " + typo(v.Reference), Reference: typo(v.Reference)}, made(m.Date))
	d.Title("Attestation d’effacement", "")
	d.Facts([]pdf.Fact{
		{Label: "Dossier", Value: typo(v.Reference)}, {Label: "Effacé le", Value: fr.DateLong(v.ErasedOn)}, {Label: "Par", Value: typo(v.By)},
	})
	d.Gap(1)
	d.Paragraph(completeness(v))
	p := certificatePaper{v, d}
	p.trace()
	p.destroyed()
	p.kept()
	p.carriers()
	d.Signatures("Pour l’équipe", "Le délégué à la protection des données")
	return d
}

// certificatePaper is a certificate being written.
type certificatePaper struct {
	registry.ErasureCertificateView
	d *pdf.Document
}

// completeness is how far the erasure went: what the certificate is asked for.
func completeness(v registry.ErasureCertificateView) string {
	start := "La clé de ce dossier a été détruite et ses fiches retirées du fichier de l’équipe. "
	switch {
	case v.CompleteOn.Valid():
		return start + "Effacement complet le " + fr.DateLong(v.CompleteOn) + "\u00a0: aucune copie connue du trousseau ne contient plus cette clé, et " +
			"les anciennes sauvegardes du dossier ne peuvent plus être lues."
	case v.LatestOn.Valid():
		return start + "Effacement complet au plus tard le " + fr.DateLong(v.LatestOn) + ", quand la dernière sauvegarde qui contient le dossier " +
			"aura été remplacée, ou plus tôt, dès que chaque copie du trousseau aura été renouvelée."
	}
	return start + "L’effacement sera complet quand chaque copie du trousseau aura été renouvelée."
}

// trace is why it was done, and the entry of the journal that anybody can look up.
func (p certificatePaper) trace() {
	var entries []pdf.Entry
	if reason := typo(p.Reason); reason != "" {
		entries = append(entries, pdf.Entry{Label: "Motif", Lines: []string{fullStop(reason)}})
	}
	if p.JournalNumber > 0 {
		entries = append(entries, pdf.Entry{Label: "Journal, entrée n°\u00a0" + fr.Number(int(p.JournalNumber)), Lines: []string{grouped(p.JournalHash)}})
	}
	p.d.Entries(entries...)
}

func (p certificatePaper) destroyed() {
	p.d.Heading("Ce qui a été détruit")
	if len(p.Destroyed) == 0 {
		p.d.Paragraph("Le dossier ne contenait aucune fiche. Sa clé a été détruite.")
		return
	}
	p.d.Table(halves(p.Destroyed))
}

// halves sets counts in two columns side by side, so that an eye goes from a word to its number.
func halves(counts []registry.DestroyedCount) pdf.Table {
	word, number := pdf.Column{Title: "Nature", Weight: 1}, pdf.Column{Title: "Nombre", Align: pdf.Right}
	t := pdf.Table{Columns: []pdf.Column{word, number, {Title: " "}, word, number}}
	half := (len(counts) + 1) / 2
	for i, c := range counts[:half] {
		row := []string{typo(c.What), fr.Number(c.Count)}
		if i+half < len(counts) {
			row = append(row, "", typo(counts[i+half].What), fr.Number(counts[i+half].Count))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (p certificatePaper) kept() {
	p.d.Heading("Ce qui reste")
	lines := []string{"Le numéro du dossier, tiré au hasard, pour qu’une sauvegarde restaurée ne le fasse pas revenir.",
		"Le journal\u00a0: qui a consulté, modifié ou effacé le dossier, et quand, sous ce même numéro et sans le nom de l’enfant."}
	for _, k := range p.Kept {
		if k = typo(k); k != "" {
			lines = append(lines, fullStop(fr.Capital(k)))
		}
	}
	p.d.List(lines)
	p.d.Note("Mercredi ne peut pas atteindre ce qui en est sorti\u00a0: papiers imprimés, documents enregistrés ou envoyés, copies d’écran. À détruire à part.")
}

func (p certificatePaper) carriers() {
	p.d.Heading("Copies du trousseau")
	if len(p.Carriers) == 0 {
		p.d.Paragraph("Aucune copie du trousseau n’était enregistrée au jour de l’effacement.")
		return
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Support", Weight: 1}, {Title: "Renouvelée le"}, {Title: "Contient encore la clé"}}}
	for _, c := range p.Carriers {
		seen, holds := fr.DateLong(c.RefreshedOn), "oui"
		if seen == "" {
			seen = "jamais"
		}
		if c.Clean {
			holds = "non"
		}
		t.Rows = append(t.Rows, []string{typo(c.Label), seen, holds})
	}
	p.d.Table(t)
	if p.pending() {
		p.d.Note("Avec une copie ancienne du trousseau, une sauvegarde ancienne et un mot de passe de l’époque, le dossier pourrait encore être " +
			"lu. Branchez ces supports et lancez une sauvegarde\u00a0: la copie est remplacée.")
	}
}

func (p certificatePaper) pending() bool {
	for _, c := range p.Carriers {
		if !c.Clean {
			return true
		}
	}
	return false
}

// grouped parts a long code in groups of eight, four on a line, that an eye can compare.
func grouped(code string) string {
	var b strings.Builder
	for i, sign := range []rune(code) {
		switch {
		case i > 0 && i%32 == 0:
			b.WriteByte('\n')
		case i > 0 && i%8 == 0:
			b.WriteByte(' ')
		}
		b.WriteRune(sign)
	}
	return b.String()
}
