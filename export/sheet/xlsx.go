package sheet

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"mercredi/data/fr"
)

// What a workbook can hold, by its format (units of UTF-16), and how wide its columns are, in characters.
const (
	mostLetters  = 32767 // in a cell
	mostInName   = 31    // of a sheet
	mostInFoot   = 120   // each may count twice
	narrow, wide = 8, 60
	headRoom     = 4 // for the arrow of the filter beside a title
)

// XLSX writes a list as a workbook of one sheet: the heads stay in sight and filter, dates and numbers are what they
// are, and it prints on A4 with its heads on every page. The same list gives the same bytes.
func XLSX(w io.Writer, l List) error {
	file := excelize.NewFile()
	b := book{File: file, list: l, sheet: sheetName(l.Name)}
	err := b.fill()
	if err == nil {
		_, err = file.WriteTo(w)
	}
	if shut := file.Close(); err == nil {
		err = shut
	}
	if err != nil {
		return fmt.Errorf("writing a workbook: %w", err)
	}
	return nil
}

// book is a workbook being written. It is made in memory: the library's way for long files would leave children's
// names in a temporary file.
type book struct {
	*excelize.File
	list   List
	sheet  string
	styles map[kind]int
}

func (b *book) fill() error {
	if err := b.SetSheetName(b.GetSheetName(0), b.sheet); err != nil {
		return err
	}
	for _, step := range []func() error{b.makeStyles, b.heads, b.cells, b.frame, b.paper, b.say} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) makeStyles() error {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	date, clock := "dd/mm/yyyy", "hh:mm"
	b.styles = map[kind]int{}
	for _, x := range []struct {
		kind  kind
		style excelize.Style
	}{
		{nothing, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6ECEA"}}}}, // the heads
		{text, excelize.Style{Alignment: top}}, {number, excelize.Style{Alignment: top, NumFmt: 1}},
		{percent, excelize.Style{Alignment: top, NumFmt: 9}}, {day, excelize.Style{Alignment: top, CustomNumFmt: &date}},
		{hour, excelize.Style{Alignment: top, CustomNumFmt: &clock}},
	} {
		style, err := b.NewStyle(&x.style)
		if err != nil {
			return err
		}
		b.styles[x.kind] = style
	}
	return nil
}

func (b *book) heads() error {
	for i, h := range b.list.Heads {
		if err := b.put(place(i, 0), Text(h)); err != nil {
			return err
		}
		if err := b.SetCellStyle(b.sheet, place(i, 0), place(i, 0), b.styles[nothing]); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) cells() error {
	for r, row := range b.list.Rows {
		for i, c := range row {
			if c.kind == nothing {
				continue
			}
			if err := b.put(place(i, r+1), c); err != nil {
				return err
			}
		}
	}
	return nil
}

// put writes one cell with its kind. SetCellStr is what keeps a text a text, whatever it begins with.
func (b *book) put(at string, c Cell) (err error) {
	switch c.kind {
	case text:
		err = b.SetCellStr(b.sheet, at, cut(c.text, mostLetters))
	case number, percent:
		err = b.SetCellFloat(b.sheet, at, c.number, -1, 64)
	case day:
		err = b.SetCellFloat(b.sheet, at, float64(serial(c.day.Time())), -1, 64)
	case hour:
		err = b.SetCellFloat(b.sheet, at, float64(c.at)/(24*60), -1, 64)
	}
	if err != nil {
		return err
	}
	return b.SetCellStyle(b.sheet, at, at, b.styles[c.kind])
}

// serial is a day as spreadsheets count them.
func serial(day time.Time) int {
	return int(day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / (24 * time.Hour))
}

// frame keeps the heads in sight, filters under them, and gives each column the width of what it holds.
func (b *book) frame() error {
	if len(b.list.Heads) == 0 {
		return nil
	}
	for i := range b.list.Heads {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(b.sheet, name, name, float64(b.width(i))); err != nil {
			return err
		}
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := b.SetPanes(b.sheet, panes); err != nil {
		return err
	}
	return b.AutoFilter(b.sheet, "A1:"+place(len(b.list.Heads)-1, len(b.list.Rows)), nil)
}

// width is that of the longest line of a column, between bounds.
func (b *book) width(i int) int {
	longest := len([]rune(b.list.Heads[i])) + headRoom
	for _, row := range b.list.Rows {
		for line := range strings.Lines(cell(row, i).String()) {
			longest = max(longest, len([]rune(strings.TrimSpace(line)))+2)
		}
	}
	return min(max(longest, narrow), wide)
}

// paper is how the sheet prints.
func (b *book) paper() error {
	landscape, a4, wide, tall, fit := "landscape", 9, 1, 0, true
	layout := &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}
	if err := b.SetPageLayout(b.sheet, layout); err != nil {
		return err
	}
	if err := b.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	foot := strings.ReplaceAll(cut(Text(b.list.Foot).text, mostInFoot), "&", "&&")
	err := b.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddFooter: "&L" + foot + "&R&P / &N"})
	if err != nil {
		return err
	}
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: b.sheet,
		RefersTo: "'" + strings.ReplaceAll(b.sheet, "'", "''") + "'!$1:$1"})
}

// say writes what the file is and the day it was made.
func (b *book) say() error {
	about := &excelize.DocProperties{Title: b.sheet, Creator: "Mercredi", Language: "fr-FR"}
	if b.list.On.Valid() {
		about.Created = b.list.On.Time().UTC().Format(time.RFC3339)
		about.Modified = about.Created
		about.Description = "Fait le " + fr.DateLong(b.list.On)
	}
	return b.SetDocProps(about)
}

// place is the name of a cell: place(0, 0) is "A1". Lists are far from the bounds of a sheet.
func place(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row+1)
	if err != nil {
		panic(err)
	}
	return name
}

// sheetName is a name that a sheet may bear.
func sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, Text(name).text)
	if name = strings.TrimSpace(cut(strings.Join(strings.Fields(name), " "), mostInName)); name == "" {
		return "Liste"
	}
	return name
}

// cut keeps the beginning of a text, at most so many units of UTF-16, and no half sign.
func cut(s string, most int) string {
	units := 0
	for i, r := range s {
		if units += max(1, utf16.RuneLen(r)); units > most {
			return s[:i]
		}
	}
	return s
}
