package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// Certificate writes the « attestation de présence » of a child: days and hours, for whoever the family shows it to. It
// names no other child and no workshop, whose name may say why the child comes.
func Certificate(w io.Writer, m Meta, v registry.CertificateView) error {
	return certificate(m, v).Write(w)
}

func certificate(m Meta, v registry.CertificateView) *pdf.Document {
	v.Confidential = "Remis à la famille, qui en fait l’usage qu’elle souhaite."
	name := fr.FullName(typo(v.Child.First), typo(v.Child.Last))
	d := m.open(v.Letterhead, pdf.Meta{
		Title: "Attestation de présence " + fr.De(name), Reference: v.Reference, Zoom: familyZoom}, made(v.On))
	d.Title("Attestation de présence", name)
	if len(v.Days) == 0 {
		d.Callout("Aucune présence n’est encore notée\u00a0: il n’y a rien à attester.")
		return d
	}
	first, last := v.Days[0].Date, v.Days[len(v.Days)-1].Date
	d.Paragraph("L’équipe" + certifier(v.Letterhead) + " atteste " + fr.Que(name) + birth(v) + ", a participé à " +
		fr.Count(len(v.Days), "séance d’activité éducative", "séances d’activité éducative") + " " + fr.Range(first, last) + total(v) + ".")
	d.Heading("Dates et heures")
	d.Table(certificateTable(v.Days, m.Large))
	d.Paragraph("Attestation établie à la demande de la famille, pour servir et valoir ce que de droit.")
	d.Signatures("Pour l’équipe, nom et signature")
	return d
}

// certificateTable sets a line a day. A long one is set in two halves side by side, unless the type is large.
func certificateTable(days []registry.CertificateDay, large bool) pdf.Table {
	columns := []pdf.Column{{Title: "Jour", Weight: 1}, {Title: "Heure"}}
	cells := func(day registry.CertificateDay) []string {
		return []string{fr.Capital(fr.Date(day.Date)), fr.TimeSpan(day.Start, day.LengthMinutes)}
	}
	t := pdf.Table{Columns: columns}
	half := len(days)
	if half > manySessions && !large {
		half = (half + 1) / 2
		t.Columns = append(t.Columns, columns...)
	}
	for i := range half {
		row := cells(days[i])
		if i+half < len(days) {
			row = append(row, cells(days[i+half])...)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// certifier is who certifies: " « Programme de réussite éducative », ville de Sauvelande,", "" when the file does not say.
func certifier(head registry.Letterhead) string {
	said := ""
	if team := typo(head.Team); team != "" {
		said = " " + fr.Quote(team)
	}
	if town := typo(head.Town); town != "" {
		said += ", ville " + fr.De(town) + ","
	}
	return said
}

func birth(v registry.CertificateView) string {
	if !v.BirthDate.Valid() {
		return ""
	}
	return ", " + fr.Born(v.Sex) + " le " + fr.DateLong(v.BirthDate)
}

// total is the time spent, when each session says how long it lasts.
func total(v registry.CertificateView) string {
	for _, d := range v.Days {
		if d.LengthMinutes == 0 {
			return ""
		}
	}
	return ", soit " + fr.Duration(v.Minutes())
}

// heldAt is where and when the sessions of a group are held, in words.
func heldAt(start data.TimeOfDay, minutes int, room, site string) string {
	return commas(fr.TimeSpan(start, minutes), room, site)
}
