package pdf

import "math"

// Align says on which side of its column a text stands.
type Align int

// The sides of a column.
const (
	Left Align = iota
	Right
	Centre
)

// Column of a table.
type Column struct {
	Title   string
	Weight  float64 // share of the width that is left; 0: as wide as its text
	Align   Align
	Figures bool // digits of one width, for columns of numbers
	Shaded  bool // tinted: not to be filled, a cancelled session
}

// Table is rows of text under a head that comes again on every page. A row is never cut, unless no page can
// hold it.
type Table struct {
	Columns   []Column
	Rows      [][]string // missing cells are empty, cells beyond the last column join it
	RowHeight float64    // millimetres at least, to leave room for a signature; 0: as high as the text
	Grid      bool       // a line around every cell, for sheets filled in by hand
	Total     bool       // the last row is a total
}

const (
	cellGap = 8.0 // between the texts of two columns, points
	cellPad = 3.0 // above and below a text
)

// Table sets a table over the whole width.
func (d *Document) Table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	s := tableSetter{doc: d, Table: t, element: d.root.add(KindTable), limit: d.room() / 3}
	s.widths = s.share()
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	strips := s.row(titles, rowHead)
	bind(strips, stuck)
	strips[len(strips)-1].glue = stuck
	s.limit = d.room()
	var head *strip
	if len(strips) == 1 { // a head that takes a third of the page is not repeated
		head = &strip{height: strips[0].height, marks: strips[0].marks}
		s.limit -= head.height
	}
	for i, cells := range t.Rows {
		kind := rowBody
		if t.Total && i == len(t.Rows)-1 {
			kind = rowTotal
		}
		row := s.row(cells, kind)
		for j := range row {
			row[j].head = head
		}
		if kind == rowTotal && i > 0 {
			strips[len(strips)-1].glue = stuck
		}
		strips = append(strips, row...)
	}
	if len(t.Rows) == 0 {
		strips[len(strips)-1].glue = loose
	}
	d.add(d.aboveText()+2, strips...)
}

type rowKind int

const (
	rowBody rowKind = iota
	rowHead
	rowTotal
)

type tableSetter struct {
	doc *Document
	Table
	element *Element
	widths  []float64
	limit   float64 // height of the tallest row that stays whole
}

func (s *tableSetter) style(c Column, kind rowKind) style {
	st := smallStyle
	st.figures = c.Figures
	if kind == rowHead {
		st = labelStyle // in the text face: one font less to embed
	}
	st.bold = kind != rowBody
	return st
}

// share gives every column its width: natural for those without weight, then the rest by weight. When
// natural widths ask for too much, all of them shrink alike.
func (s *tableSetter) share() []float64 {
	free := s.doc.page.measure()
	widths := make([]float64, len(s.Columns))
	natural, weights := 0.0, 0.0
	for i, c := range s.Columns {
		if c.Weight > 0 {
			weights += c.Weight
			continue
		}
		widths[i] = s.natural(i) + cellGap
		natural += widths[i]
	}
	budget := free
	if weights > 0 {
		budget = free * 0.7
	}
	shrink := min(1, budget/max(natural, 1))
	if weights == 0 {
		shrink = free / max(natural, 1)
	}
	for i, c := range s.Columns {
		if c.Weight > 0 {
			widths[i] = (free - natural*shrink) * c.Weight / weights
		} else {
			widths[i] *= shrink
		}
	}
	return widths
}

func (s *tableSetter) natural(i int) float64 {
	c := s.Columns[i]
	widest := width(s.doc.types.words(plain(c.Title), s.style(c, rowHead)))
	for n, row := range s.Rows {
		kind := rowBody
		if s.Total && n == len(s.Rows)-1 {
			kind = rowTotal
		}
		if i < len(row) {
			widest = max(widest, width(s.doc.types.words(plain(row[i]), s.style(c, kind))))
		}
	}
	return math.Ceil(min(widest, s.doc.page.measure()/2))
}

// row is one strip or, when no page could hold it, one strip a line.
func (s *tableSetter) row(cells []string, kind rowKind) []strip {
	row := s.element.add(KindRow)
	row.heads = kind == rowHead
	columns := make([]column, len(s.Columns))
	x := 0.0
	for i, c := range s.Columns {
		cellKind := KindCell
		if kind == rowHead {
			cellKind = KindHead
		}
		text := cell(cells, i, len(s.Columns))
		columns[i] = column{x: x, width: max(1, s.widths[i]-cellGap), right: c.Align == Right, centred: c.Align == Centre}
		if s.Grid || s.shades() {
			columns[i].x += cellGap / 2
		} else if c.Align == Right && i == len(s.Columns)-1 {
			columns[i].x += cellGap
		}
		columns[i].lines = s.doc.text(text, s.style(c, kind), columns[i].width, row.add(cellKind))
		x += s.widths[i]
	}
	strips := s.doc.whole(beside(columns...), s.limit-2*cellPad)
	if len(strips) == 1 {
		s.pad(&strips[0], kind)
	}
	for i := range strips {
		s.dress(&strips[i], kind, i == len(strips)-1)
	}
	return strips
}

// pad gives a row its air, and a body row its least height with the text in its middle.
func (s *tableSetter) pad(row *strip, kind rowKind) {
	height := max(row.height, smallStyle.leading()) + 2*cellPad
	top := cellPad
	if least := min(s.RowHeight*mm, s.limit); kind == rowBody && least > height {
		height = least
		top = (height - row.height) / 2
	}
	row.marks = shift(row.marks, 0, top)
	row.height = height
}

// dress draws the tints and lines of a row.
func (s *tableSetter) dress(row *strip, kind rowKind, last bool) {
	under := mark{shape: shapeRule, y: row.height, w: s.doc.page.measure(), size: 0.5, colour: rule}
	if kind == rowHead {
		under.size, under.colour = 0.8, grey
	}
	const thin = 0.3 // tints leave the lines between rows free
	x := 0.0
	for i, c := range s.Columns {
		if c.Shaded {
			row.under(mark{shape: shapeBox, x: x, y: thin, w: s.widths[i], h: row.height - 2*thin, colour: shade})
		}
		x += s.widths[i]
		if s.Grid && i < len(s.Columns)-1 {
			row.over(mark{shape: shapeRule, x: x, h: row.height, size: 0.5, colour: rule})
		}
	}
	if last {
		row.over(under)
	}
	if s.Grid {
		row.over(mark{shape: shapeRule, h: row.height, size: 0.5, colour: rule},
			mark{shape: shapeRule, x: s.doc.page.measure(), h: row.height, size: 0.5, colour: rule})
	}
	if s.Grid && kind == rowHead {
		row.over(mark{shape: shapeRule, w: s.doc.page.measure(), size: 0.5, colour: rule})
	}
}

func (s *tableSetter) shades() bool {
	for _, c := range s.Columns {
		if c.Shaded {
			return true
		}
	}
	return false
}

// cell is the text of a column; what a row has too much goes to the last one, so that nothing is lost.
func cell(cells []string, i, columns int) string {
	if i >= len(cells) {
		return ""
	}
	text := cells[i]
	if i == columns-1 {
		for _, extra := range cells[columns:] {
			text += "\n" + extra
		}
	}
	return text
}
