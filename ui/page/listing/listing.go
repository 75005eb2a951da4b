// Package listing takes a list out of the window as a file for a spreadsheet: the columns that the table shows, the
// rows that its filter keeps, in its order.
package listing

import (
	"io"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// List is what leaves.
type List[R any] struct {
	// Name is what the list is about, "Enfants": the file and its sheet bear it. It names nobody.
	Name    string
	Columns []Column[R]
	Rows    func() []R
	// Child is whom a row is about, for the journal; nil when rows are about no child.
	Child func(R) data.ID[data.Child]
}

// Column is one column of the file.
type Column[R any] struct {
	Title string
	Cell  func(R) sheet.Cell
}

// Cells are the values of some columns of a table, by their ID.
type Cells[R any] map[string]func(R) sheet.Cell

// Of are the columns that a table shows. A column leaves by its cell among those given, where a date is a date and a
// rate a number, else by its text.
func Of[R any](t *kit.Table[R], cells Cells[R]) []Column[R] {
	var out []Column[R]
	for _, c := range t.Columns() {
		cell := cells[c.ID]
		if cell == nil && c.Text != nil {
			text := c.Text
			cell = func(r R) sheet.Cell { return sheet.Text(text(r)) }
		}
		if cell != nil {
			out = append(out, Column[R]{c.Title, cell})
		}
	}
	return out
}

// Button opens the two ways out of a list.
func Button[R any](d page.Desk, list func() List[R]) *kit.Button {
	return kit.NewMenuButton("Exporter", "file-up", func() []kit.MenuItem { return Items(d, list()) })
}

// Items are the two ways out, for a menu.
func Items[R any](d page.Desk, l List[R]) []kit.MenuItem {
	reason := ""
	if len(l.Rows()) == 0 {
		reason = "Il n’y a rien à exporter"
	}
	return []kit.MenuItem{
		{Icon: "table-2", Title: "Exporter la liste en classeur", Detail: "XLSX, les lignes et les colonnes affichées", Reason: reason,
			Do: func() { send(d, l, way{"xlsx", sheet.XLSX}) }},
		{Icon: "file-text", Title: "Exporter la liste en texte", Detail: "CSV, pour un autre logiciel", Reason: reason,
			Do: func() { send(d, l, way{"csv", sheet.CSV}) }},
	}
}

// way is how a list is written.
type way struct {
	extension string
	write     func(io.Writer, sheet.List) error
}

func send[R any](d page.Desk, l List[R], how way) {
	made := l.sheet(d.Registry.Letterhead(), d.Today())
	d.Papers.Print(page.Paper{
		Name: export.SafeName(l.Name + " " + d.Today().String() + "." + how.extension), What: "Liste\u00a0: " + l.Name,
		Act: journal.Exported, Children: l.children(),
		Render: func(w io.Writer) error { return how.write(w, made) },
	})
}

// sheet is the list as it is now, in plain values.
func (l List[R]) sheet(head registry.Letterhead, on data.Date) sheet.List {
	out := sheet.List{Name: l.Name, On: on, Foot: head.Confidential}
	for _, c := range l.Columns {
		out.Heads = append(out.Heads, c.Title)
	}
	for _, r := range l.Rows() {
		row := make([]sheet.Cell, len(l.Columns))
		for i, c := range l.Columns {
			row[i] = c.Cell(r)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// children are those whom the rows are about, each once.
func (l List[R]) children() []data.ID[data.Child] {
	if l.Child == nil {
		return nil
	}
	var out []data.ID[data.Child]
	seen := map[data.ID[data.Child]]bool{{}: true}
	for _, r := range l.Rows() {
		if id := l.Child(r); !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
