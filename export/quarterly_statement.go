package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// QuarterlyStatement writes the « état trimestriel » of an agreement: the acts at their fee, the absences as was agreed,
// the total in figures and in words. It names nobody: each act has the reference of the file.
func QuarterlyStatement(w io.Writer, m Meta, v registry.StatementView) error {
	return quarterlyStatement(m, v).Write(w)
}

func quarterlyStatement(m Meta, v registry.StatementView) *pdf.Document {
	v.Confidential = "État des actes, pour le règlement. Les personnes y sont désignées par la référence de leur dossier."
	d := m.open(v.Letterhead, pdf.Meta{Title: "État trimestriel des actes", Subject: typo(v.Partner.Name), Reference: v.Reference}, made(v.On))
	d.Title("État trimestriel des actes", fr.Capital(commas(quarter(v.From), v.Partner.Name, "convention "+numbered(v.Agreement.Number))))
	d.Facts([]pdf.Fact{
		{Label: "Période", Value: fr.Capital(fr.Range(v.From, v.To))}, {Label: "Structure", Value: typo(v.Partner.Name)},
		{Label: "Entretiens", Value: fr.Number(len(v.Acts))}, {Label: "Financement", Value: typo(fr.List(there(v.Agreement.Funders...)))},
	})
	if v.Unsaid > 0 {
		d.Callout(fullStop(fr.Count(v.Unsaid, "entretien n’a pas de suite saisie et n’est pas compté", "entretiens n’ont pas de suite saisie et ne sont pas comptés")))
	}
	if v.Unpriced > 0 {
		d.Callout(fullStop("Tarif à préciser dans la convention\u00a0: " + fr.Count(v.Unpriced, "acte n’est pas compté", "actes ne sont pas comptés")))
	}
	if len(v.Acts) == 0 {
		d.Paragraph("Aucun entretien n’a eu lieu au titre de la convention pendant ce trimestre. Rien n’est à régler.")
		return d
	}
	statementSums(d, v)
	statementActs(d, v)
	d.Signatures("Pour le programme"+comma(typo(v.Agreement.Ours.Person)), "Pour la structure"+comma(typo(v.Agreement.Theirs.Person)))
	return d
}

// quarter is "4e trimestre 2026".
func quarter(first data.Date) string {
	if !first.Valid() {
		return ""
	}
	return fr.Ordinal((int(first.Month())+2)/3) + " trimestre " + first.String()[:4]
}

// statementSums is what is to be paid, by kind of act.
func statementSums(d *pdf.Document, v registry.StatementView) {
	t := pdf.Table{Total: true, Columns: []pdf.Column{{Title: "Acte", Weight: 1}, {Title: "Nombre", Align: pdf.Right, Figures: true},
		{Title: "Tarif", Align: pdf.Right, Figures: true}, {Title: "Montant", Align: pdf.Right, Figures: true}}}
	count := 0
	for _, s := range v.Sums {
		count += s.Count
		t.Rows = append(t.Rows, []string{actWord(s.Kind, s.Outcome), fr.Number(s.Count), fr.Euros(s.EachCents), fr.Euros(s.TotalCents)})
	}
	t.Rows = append(t.Rows, []string{"Total", fr.Number(count), "", fr.Euros(v.TotalCents)})
	d.Heading("À régler")
	d.Table(t)
	d.Paragraph("Le présent état est arrêté à la somme de " + fr.EurosInWords(v.TotalCents) + " (" + fr.Euros(v.TotalCents) + ").")
	rule := fr.AbsenceRule(v.Agreement.Terms)
	if rule == "" {
		rule = "La convention ne dit pas si les absences se règlent\u00a0: aucune n’est comptée."
	}
	d.Note(rule)
}

// actWord names what is paid for.
func actWord(k data.InterviewKind, o data.Outcome) string {
	word := "Entretien " + fr.InterviewKind(k)
	switch k {
	case data.InterviewParents:
		word = "Entretien avec les parents"
	case data.InterviewFamily:
		word = "Entretien avec la famille"
	}
	if o != data.Held {
		word += ", " + fr.Outcome(o)
	}
	return word
}

func statementActs(d *pdf.Document, v registry.StatementView) {
	t := pdf.Table{Columns: []pdf.Column{{Title: "Date"}, {Title: "Dossier"}, {Title: "Acte", Weight: 1}, {Title: "Suite"}, {Title: "Montant", Align: pdf.Right, Figures: true}}}
	t.Rows = append(t.Rows, StatementSheet(v)[1:]...)
	d.Heading("Détail des actes")
	d.Table(t)
}

// StatementSheet is the acts as rows for a spreadsheet, with their heads.
func StatementSheet(v registry.StatementView) [][]string {
	out := [][]string{{"Date", "Dossier", "Acte", "Suite", "Montant"}}
	for _, a := range v.Acts {
		out = append(out, []string{fr.DateDigits(a.On), a.Reference, actWord(a.Kind, data.Held), fr.Outcome(a.Outcome), fr.Euros(a.Cents)})
	}
	return out
}
