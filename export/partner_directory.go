package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// PartnerDirectory writes the « annuaire des structures »: for whom each is, who may refer there, how long one waits, and
// when somebody last checked it.
func PartnerDirectory(w io.Writer, m Meta, v registry.DirectoryView) error {
	return partnerDirectory(m, v).Write(w)
}

func partnerDirectory(m Meta, v registry.DirectoryView) *pdf.Document {
	v.Confidential = "Annuaire de travail de l’équipe."
	d := m.open(v.Letterhead, pdf.Meta{Title: "Annuaire des structures", Subject: "Réseau autour de l’enfant", Landscape: true, Wide: true}, made(v.On))
	n, agreed := 0, 0
	for _, g := range v.Groups {
		for _, p := range g.Partners {
			n++
			if p.Agreed {
				agreed++
			}
		}
	}
	about := fr.Count(n, "structure", "structures")
	if agreed > 0 {
		about += ", dont " + fr.Number(agreed) + " avec une convention en cours"
	}
	d.Title("Annuaire des structures", about)
	if n == 0 {
		d.Paragraph("Aucune structure n’est encore enregistrée.")
		return d
	}
	t := pdf.Table{Columns: []pdf.Column{{Title: "Structure", Weight: 2.1}, {Title: "Public et accès", Weight: 1.6}, {Title: "Orientation par le PRE", Weight: 1.4},
		{Title: "Attente et vérification", Weight: 1.5}, {Title: "Coordonnées", Weight: 2.6}}}
	for _, g := range v.Groups {
		for _, p := range g.Partners {
			t.Rows = append(t.Rows, directoryCells(g.Kind, p))
		}
	}
	d.Table(t)
	return d
}

// aLine is, in letters, about what a column holds on a line: the sheet of the structure says the rest.
const aLine = 60

// directoryCells are two lines of each column.
func directoryCells(kind data.PartnerKind, p registry.DirectoryRow) []string {
	name, word := typo(p.Name), fr.PartnerKind(kind)
	if fr.Fold(name) == fr.Fold(word) {
		word = ""
	}
	wait, checked := "attente non saisie", "jamais vérifié"
	if w := fr.Excerpt(typo(p.Wait), aLine); w != "" {
		wait = w
	}
	if p.CheckedOn.Valid() {
		checked = "vérifié le " + fr.DateDigits(p.CheckedOn)
	}
	return []string{
		lines(name, word), lines(fr.Excerpt(typo(publicOf(p)), aLine), fr.Excerpt(typo(p.Access), aLine)), lines(fr.Capital(fr.DirectlyShort(p.Direct)), agreedWord(p)),
		lines(fr.Capital(wait), fr.Capital(checked)), lines(fr.Phone(p.Phone), typo(p.Email), typo(where(p.Address))),
	}
}

// lines sets what is there one under the other.
func lines(parts ...string) string { return strings.Join(there(parts...), "\n") }

func agreedWord(p registry.DirectoryRow) string {
	if p.Agreed {
		return "Convention en cours"
	}
	return ""
}

// publicOf says for whom a structure is: its words, else its ages.
func publicOf(p registry.DirectoryRow) string {
	switch {
	case p.Public != "":
		return p.Public
	case p.MinAge == 0 && p.MaxAge == 0:
		return ""
	case p.MinAge == 0:
		return "Jusqu’à " + fr.Age(p.MaxAge)
	case p.MaxAge == 0:
		return "À partir de " + fr.Age(p.MinAge)
	}
	return fr.Number(p.MinAge) + " à " + fr.Age(p.MaxAge)
}

// DirectorySheet is the directory as rows for a spreadsheet, with their heads.
func DirectorySheet(v registry.DirectoryView) [][]string {
	out := [][]string{{"Type", "Structure", "Adresse", "Public", "Accès", "Orientation par le PRE", "Attente", "Téléphone", "Courriel", "Site", "Secteur", "Vérifié le", "Convention"}}
	for _, g := range v.Groups {
		for _, p := range g.Partners {
			out = append(out, []string{fr.PartnerKind(p.Kind), typo(p.Name), where(p.Address), typo(publicOf(p)), typo(p.Access), fr.DirectlyShort(p.Direct), typo(p.Wait),
				fr.Phone(p.Phone), p.Email, p.Web, typo(p.Sector), fr.DateDigits(p.CheckedOn), agreedWord(p)})
		}
	}
	return out
}
