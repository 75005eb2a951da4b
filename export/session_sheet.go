package export

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// SessionSheet writes the « feuille d'émargement » of one session: who came, when each child arrived and left, who signs.
// A blank sheet has no mark, and lines for who was not expected.
func SessionSheet(w io.Writer, m Meta, v registry.AttendanceSheetView, of SessionSheetOf) error {
	return sessionSheet(m, v, of).Write(w)
}

// SessionSheetOf is which session, and how.
type SessionSheetOf struct {
	Session data.ID[data.Session]
	Blank   bool
}

const spareLines = 3 // on a blank sheet, for children nobody expected

func sessionSheet(m Meta, v registry.AttendanceSheetView, of SessionSheetOf) *pdf.Document {
	at := -1
	for i, s := range v.Sessions {
		if s.ID == of.Session {
			at = i
		}
	}
	v.Confidential = sheetConfidential
	line := groupLine(v.Group)
	d := m.open(v.Letterhead, pdf.Meta{Title: "Feuille d’émargement, " + line, Subject: line, Reference: of.Session.Reference()}, sheetState(v, of.Blank))
	if at < 0 {
		d.Callout("Cette séance n’est plus dans le groupe.")
		return d
	}
	s := v.Sessions[at]
	start := s.Start
	if start == 0 {
		start = v.Start
	}
	d.Title("Feuille d’émargement", commas(line, fr.GroupWord(v.Group.Group)))
	d.Facts([]pdf.Fact{
		{Label: "Séance n°\u00a0" + fr.Number(s.Number), Value: fr.Capital(fr.DateLong(s.Date))},
		{Label: "Horaire", Value: fr.TimeSpan(start, v.LengthMinutes)}, {Label: "Lieu", Value: commas(v.Room, v.Site)},
		facilitatorFact(v.Facilitators), {Label: "Thème", Value: typo(s.Theme)},
	})
	if s.State == data.SessionCancelled {
		d.Callout("Séance annulée.")
	}
	d.Table(sessionSheetTable(v, at, of.Blank))
	d.Note(markLegend)
	d.Signatures(sheetPaper{v, of.Blank}.signature())
	return d
}

func sessionSheetTable(v registry.AttendanceSheetView, at int, blank bool) pdf.Table {
	t := pdf.Table{Grid: true, RowHeight: sheetRow, Columns: []pdf.Column{{Title: "Enfant", Weight: 2}, {Title: "Niveau"},
		{Title: "Présence", Align: pdf.Centre}, {Title: "Arrivée", Weight: 1}, {Title: "Départ", Weight: 1}, {Title: "Signature de l’adulte", Weight: 2}}}
	paper := sheetPaper{v, blank}
	for _, row := range v.Rows {
		if row.Cells[at].Kind == registry.CellNotExpected {
			continue
		}
		t.Rows = append(t.Rows, []string{typo(fr.FullName(row.Child.First, row.Child.Last)), fr.Grade(row.Grade), paper.mark(row.Cells[at])})
	}
	if blank {
		for range spareLines {
			t.Rows = append(t.Rows, make([]string, len(t.Columns)))
		}
	}
	return t
}
