// Package sheet writes lists for spreadsheets: a workbook (XLSX), or plain text (CSV). It knows no child.
//
// A cell keeps its kind: a date is a date that the spreadsheet can sort, a number one that it can add. A text is never
// taken for a formula. What is not known is an empty cell, never 0.
package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"mercredi/data"
	"mercredi/data/fr"
)

// List is what a file holds: one table.
type List struct {
	// Name is what the list is about, "Enfants": the sheet bears it.
	Name string
	// On is the day the list was made, written in the workbook instead of the clock's.
	On data.Date
	// Foot stands at the foot of each page that is printed: who may read this.
	Foot  string
	Heads []string
	Rows  [][]Cell // a row that is too short ends with empty cells
}

// Cell is one value. The zero Cell is empty: not known.
type Cell struct {
	kind   kind
	text   string
	number float64
	day    data.Date
	at     data.TimeOfDay
}

type kind uint8

const (
	nothing kind = iota
	text
	number
	percent
	day
	hour
)

// Text is a cell of words. Spaces that only serve typesetting become plain ones, so that a search finds the words;
// signs that no spreadsheet may hold are dropped.
func Text(s string) Cell {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
			return ' '
		case r == '\uFFFE', r == '\uFFFF', unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), ""))
	if s = strings.TrimSpace(s); s == "" {
		return Cell{}
	}
	return Cell{kind: text, text: s}
}

// Number is a whole number.
func Number(n int) Cell { return Cell{kind: number, number: float64(n)} }

// Percent is a rate in percent: 85 is 85 %.
func Percent(n int) Cell { return Cell{kind: percent, number: float64(n) / 100} }

// Rate is a regularity, empty when nothing counts yet.
func Rate(r data.Regularity) Cell {
	n, ok := r.Percent()
	if !ok {
		return Cell{}
	}
	return Percent(n)
}

// Day is a date, empty when it is not known.
func Day(d data.Date) Cell {
	if !d.Valid() {
		return Cell{}
	}
	return Cell{kind: day, day: d}
}

// Hour is an hour of the day, midnight included: an hour that is not said is the zero Cell.
func Hour(t data.TimeOfDay) Cell { return Cell{kind: hour, at: t} }

// String is the cell as a French spreadsheet reads it back: "20/01/2027", "85 %", "14:30".
func (c Cell) String() string {
	switch c.kind {
	case text:
		return c.text
	case number:
		return strings.Replace(strconv.FormatFloat(c.number, 'f', -1, 64), ".", ",", 1)
	case percent:
		return strings.ReplaceAll(fr.Percent(int(math.Round(100*c.number))), "\u00a0", " ")
	case day:
		return fr.DateDigits(c.day)
	case hour:
		return time.Time{}.Add(time.Duration(c.at) * time.Minute).Format("15:04")
	}
	return ""
}

// cell is the i-th cell of a row, empty beyond its end.
func cell(row []Cell, i int) Cell {
	if i < len(row) {
		return row[i]
	}
	return Cell{}
}
