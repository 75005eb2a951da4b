package export

import (
	"io"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// MonthlyTable writes the « tableau mensuel » of an agreement with what the team knows.
func MonthlyTable(w io.Writer, m Meta, v registry.MonthlyView) error {
	return monthlyTable(m, v, false).Write(w)
}

// BlankMonthlyTable is MonthlyTable with the regularity left to the structure, which returns it.
func BlankMonthlyTable(w io.Writer, m Meta, v registry.MonthlyView) error {
	return monthlyTable(m, v, true).Write(w)
}

func monthlyTable(m Meta, v registry.MonthlyView, blank bool) *pdf.Document {
	v.Confidential = "Tableau mensuel. Il nomme des personnes suivies\u00a0: il circule entre le programme et la structure, et nulle part ailleurs."
	if len(m.Recipients) == 0 {
		m.Recipients = there(typo(v.Partner.Name))
	}
	d := m.open(v.Letterhead, pdf.Meta{Title: "Tableau mensuel", Subject: typo(v.Partner.Name), Reference: v.Reference, Landscape: true, Wide: true}, made(v.On))
	d.Title("Tableau mensuel", fr.Capital(commas(fr.MonthYear(v.From), v.Partner.Name, "convention "+numbered(v.Agreement.Number))))
	d.Facts([]pdf.Fact{
		{Label: "Personnes suivies", Value: fr.Number(len(v.Rows))}, {Label: "Psychologue de référence", Value: typo(v.Agreement.Psychologist)},
		{Label: "Entretiens par personne", Value: atMost(v.Agreement.Terms.PerPerson)},
	})
	if len(v.Rows) == 0 {
		d.Paragraph("Personne n’est suivi au titre de la convention ce mois-ci.")
		return d
	}
	t := pdf.Table{Grid: true, Columns: []pdf.Column{{Title: "Personne", Weight: 2}, {Title: "Demande"}, {Title: "Premier entretien"},
		{Title: "Fin de parcours", Weight: 1.6}}}
	if blank {
		t.RowHeight = 11
		t.Columns = append(t.Columns, pdf.Column{Title: "Entretiens tenus", Weight: 1}, pdf.Column{Title: "Absences", Weight: 1},
			pdf.Column{Title: "Remarques sur l’assiduité", Weight: 2.6})
	} else {
		t.Columns = append(t.Columns, pdf.Column{Title: "Tenus dans le mois", Align: pdf.Right}, pdf.Column{Title: "Absences", Weight: 1.4},
			pdf.Column{Title: "Depuis le début", Align: pdf.Right})
	}
	for _, row := range monthlyCells(v) {
		if blank {
			row = row[:4]
		}
		t.Rows = append(t.Rows, row)
	}
	d.Table(t)
	if blank {
		d.Note("Les trois dernières colonnes sont à compléter par la structure, qui retourne ce tableau au programme.")
		d.Signatures("Pour la structure")
		return d
	}
	d.Note("Une absence excusée a été annoncée. Un entretien annulé par la structure ne compte pas.")
	return d
}

// MonthlySheet is the table as rows for a spreadsheet, with their heads.
func MonthlySheet(v registry.MonthlyView) [][]string {
	return append([][]string{{"Personne", "Demande", "Premier entretien", "Fin de parcours", "Tenus dans le mois", "Absences", "Depuis le début"}}, monthlyCells(v)...)
}

func monthlyCells(v registry.MonthlyView) [][]string {
	var out [][]string
	for _, r := range v.Rows {
		who := typo(fr.FullName(r.Child.First, r.Child.Last))
		if r.ChildID.IsZero() {
			who = "Famille " + typo(r.Family)
		}
		total := fr.Number(r.Total)
		if most := v.Agreement.Terms.PerPerson; most > 0 {
			total += " sur\u00a0" + fr.Number(most)
		}
		out = append(out, []string{who, fr.DateDigits(r.AskedOn), fr.DateDigits(r.First), commas(fr.DateDigits(r.EndedOn), fr.Lower(r.EndReason)),
			fr.Number(r.Held), missed(r), total})
	}
	return out
}

// missed says the absences of a month: "1 excusée, 2 non annoncées".
func missed(r registry.MonthlyRow) string {
	var excused, others, unsaid string
	if r.Excused > 0 {
		excused = fr.Count(r.Excused, "excusée", "excusées")
	}
	if r.NoShow > 0 {
		others = fr.Count(r.NoShow, "non annoncée", "non annoncées")
	}
	if r.Unsaid > 0 {
		unsaid = fr.Count(r.Unsaid, "entretien non saisi", "entretiens non saisis")
	}
	if said := commas(excused, others, unsaid); said != "" {
		return said
	}
	return "aucune"
}

// atMost is a limit, "" when there is none.
func atMost(n int) string {
	if n == 0 {
		return ""
	}
	return fr.Number(n) + " au plus"
}
