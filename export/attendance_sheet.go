package export

import (
	"io"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// AttendanceSheet writes the « feuille d'émargement » of a group with the marks that were entered.
func AttendanceSheet(w io.Writer, m Meta, v registry.AttendanceSheetView) error {
	return attendanceSheet(m, v, false).Write(w)
}

// BlankAttendanceSheet writes the same sheet without marks, to be filled in by hand.
func BlankAttendanceSheet(w io.Writer, m Meta, v registry.AttendanceSheetView) error {
	return attendanceSheet(m, v, true).Write(w)
}

// markLegend says what the letters of a sheet mean.
const markLegend = "P\u00a0présent · R\u00a0en retard · E\u00a0absent excusé · A\u00a0absent."

const sheetConfidential = "Document de l’équipe. Il nomme des enfants\u00a0: il ne se diffuse pas."

const (
	sheetRow     = 11.0 // millimetres: room for a mark by hand
	sheetColumns = 14   // sessions on one page: more would leave no room for a hand
)

func attendanceSheet(m Meta, v registry.AttendanceSheetView, blank bool) *pdf.Document {
	line := groupLine(v.Group)
	v.Confidential = sheetConfidential
	d := m.open(v.Letterhead, pdf.Meta{
		Title: "Feuille d’émargement, " + line, Subject: line, Reference: v.Group.ID.Reference(), Landscape: true}, schoolYear(v.SchoolYear), sheetState(v, blank))
	setSheet(d, v, blank)
	return d
}

// CycleAttendanceSheets writes the sheets of all the groups of a cycle, each on its own pages, with their marks or blank.
func CycleAttendanceSheets(w io.Writer, m Meta, all []registry.AttendanceSheetView, blank bool) error {
	return cycleAttendanceSheets(m, all, blank).Write(w)
}

func cycleAttendanceSheets(m Meta, all []registry.AttendanceSheetView, blank bool) *pdf.Document {
	var head registry.AttendanceSheetView
	if len(all) > 0 {
		head = all[0]
	}
	line := groupLine(head.Group)
	head.Confidential = sheetConfidential
	d := m.open(head.Letterhead, pdf.Meta{Title: "Feuilles d’émargement, " + line, Subject: line, Reference: referred(head.Group.CycleID), Landscape: true},
		schoolYear(head.SchoolYear), sheetState(head, blank))
	if len(all) == 0 {
		d.Title("Feuilles d’émargement", "")
		d.Callout("Ce cycle n’a aucun groupe.")
	}
	for i, v := range all {
		if i > 0 {
			d.NewPage()
		}
		setSheet(d, v, blank)
	}
	return d
}

// setSheet sets the sheet of one group.
func setSheet(d *pdf.Document, v registry.AttendanceSheetView, blank bool) {
	line := groupLine(v.Group)
	d.Title("Feuille d’émargement", commas(line, fr.GroupWord(v.Group.Group), sheetDays(v), fr.TimeSpan(v.Start, v.LengthMinutes), v.Room, v.Site))
	sheet := sheetPaper{v, blank}
	each := columnsEach(len(v.Sessions))
	for from := 0; from == 0 || from < len(v.Sessions); from += each {
		d.Table(sheet.table(v.Sessions[from:min(from+each, len(v.Sessions))], from))
	}
	d.Note(markLegend + sheet.cancelled() + sheet.notExpected())
}

// columnsEach shares the sessions evenly between as few tables as can hold them.
func columnsEach(sessions int) int {
	tables := max(1, (sessions+sheetColumns-1)/sheetColumns)
	return max(1, (sessions+tables-1)/tables)
}

// sheetPaper is an attendance sheet being written.
type sheetPaper struct {
	registry.AttendanceSheetView
	blank bool
}

func schoolYear(year int) string { return "Année scolaire " + calendar.SchoolYear(year).String() }

func sheetState(v registry.AttendanceSheetView, blank bool) string {
	if blank {
		return "À remplir"
	}
	return "Au " + fr.DateLong(v.On)
}

// sheetDays is the span of the sessions: "du 7 octobre 2026 au 27 janvier 2027".
func sheetDays(v registry.AttendanceSheetView) string {
	if len(v.Sessions) == 0 {
		return ""
	}
	return fr.Range(v.Sessions[0].Date, v.Sessions[len(v.Sessions)-1].Date)
}

// table is one column a session, the first of which is the session number from of the group, and a last row to sign.
func (p sheetPaper) table(sessions []registry.SheetSession, from int) pdf.Table {
	t := pdf.Table{Grid: true, RowHeight: sheetRow, Columns: []pdf.Column{{Title: "Enfant"}}}
	signed := []string{p.signature()}
	for _, s := range sessions {
		t.Columns = append(t.Columns, pdf.Column{Title: strings.Replace(fr.DateShort(s.Date), "\u00a0", "\n", 1), Weight: 1, Align: pdf.Centre,
			Shaded: s.State == data.SessionCancelled})
		signed = append(signed, "")
	}
	for _, row := range p.Rows {
		cells := []string{typo(fr.FullName(row.Child.First, row.Child.Last))}
		for i := range sessions {
			cells = append(cells, p.mark(row.Cells[from+i]))
		}
		t.Rows = append(t.Rows, cells)
	}
	t.Rows = append(t.Rows, signed)
	return t
}

func (p sheetPaper) signature() string {
	who := "Signature"
	if len(p.Facilitators) > 0 {
		a := p.Facilitators[0]
		who += " " + strings.Replace(fr.De(fr.Lower(fr.FacilitatorWord(a.Feminine))), "d’", "de l’", 1)
	}
	return who
}

// mark is what stands in a cell: letters rather than colours.
func (p sheetPaper) mark(c registry.Cell) string {
	switch {
	case c.Kind == registry.CellNotExpected:
		return "×"
	case p.blank || c.Kind == registry.CellToCome || c.Mark == data.Cancelled:
		return ""
	}
	return fr.MarkShort(c.Mark)
}

// cancelled explains the tint, when there is one.
func (p sheetPaper) cancelled() string {
	for _, s := range p.Sessions {
		if s.State == data.SessionCancelled {
			return " Colonne teintée\u00a0: séance annulée."
		}
	}
	return ""
}

// notExpected explains the cross, when there is one.
func (p sheetPaper) notExpected() string {
	for _, row := range p.Rows {
		for _, c := range row.Cells {
			if c.Kind == registry.CellNotExpected {
				return " ×\u00a0: l’enfant n’était pas du groupe."
			}
		}
	}
	return ""
}
