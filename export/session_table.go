package export

import (
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/export/pdf"
)

// sessionRow is a line of a table of sessions.
type sessionRow struct {
	number   int
	on       data.Date
	theme    string
	attended string
}

// manySessions is how many lines are set one under the other; a longer table is set in two halves side by side.
const manySessions = 16

// sessionTable ends a bilan with its sessions, on one page. Without any theme there is no column for them. It does
// without the figures face: one font more would cost a third of the time of a bilan.
func sessionTable(d *pdf.Document, attended string, rows []sessionRow) {
	if len(rows) == 0 {
		return
	}
	themed := slices.ContainsFunc(rows, func(r sessionRow) bool { return typo(r.theme) != "" })
	t := pdf.Table{Columns: sessionColumns(attended, themed)}
	half := len(rows)
	if half > manySessions {
		half = (half + 1) / 2
		t.Columns = append(t.Columns, sessionColumns(attended, themed)...)
	}
	for i := range half {
		cells := rows[i].cells(themed)
		if i+half < len(rows) {
			cells = append(cells, rows[i+half].cells(themed)...)
		}
		t.Rows = append(t.Rows, cells)
	}
	d.Gap(4)
	d.KeepTogether(func() {
		d.Heading("Séances")
		d.Table(t)
	})
}

func sessionColumns(attended string, themed bool) []pdf.Column {
	columns := []pdf.Column{{Title: "N°", Align: pdf.Right}, {Title: "Date"}, {Title: attended, Weight: 1}}
	if themed {
		columns = slices.Insert(columns, 2, pdf.Column{Title: "Thème", Weight: 2.2})
	}
	return columns
}

func (r sessionRow) cells(themed bool) []string {
	cells := []string{fr.Number(r.number), fr.DateLong(r.on), r.attended}
	if themed {
		cells = slices.Insert(cells, 2, typo(r.theme))
	}
	return cells
}
