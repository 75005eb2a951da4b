package pdf

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
// hold it. A table whose words are wider than its columns is set in smaller type, down to 8.5 points, then record by
// record: no word is ever cut to keep a grid.
type Table struct {
	Columns   []Column
	Rows      [][]string // missing cells are empty, cells beyond the last column join it
	Groups    []Group    // heads over some rows, in the order of At
	RowHeads  bool       // the first cell of a row says what the row is about
	RowHeight float64    // millimetres at least, to leave room for a signature; 0: as high as the text
	Type      float64    // points of the text; 0: 10
	Grid      bool       // a line around every cell, for sheets filled in by hand
	Total     bool       // the last row is a total
}

// Group is a head over the rows from one on, until the next group.
type Group struct {
	At    int // of the first row, from 0
	Title string
}

const (
	cellGap   = 8.0 // between the texts of two columns, points
	cellPad   = 3.0 // above and below a text
	smallType = 8.5 // points, the smallest of a table
)

// Table sets a table over the whole width.
func (d *Document) Table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	s := tableSetter{doc: d, Table: t, element: d.root.add(KindTable), limit: d.room() / 3, size: smallStyle.size}
	if t.Type > 0 {
		s.size = t.Type
	}
	s.read()
	for s.widths = s.share(); s.narrow() && s.canShrink(); s.widths = s.share() {
		s.size = max(smallType, s.size-0.5)
		s.read()
	}
	if s.narrow() && !t.Grid {
		s.records()
		return
	}
	s.grid()
}

// grid sets rows of cells.
func (s *tableSetter) grid() {
	strips := s.row(s.titles, rowHead)
	bind(strips, stuck)
	strips[len(strips)-1].glue = stuck
	s.limit = s.doc.room()
	var head *strip
	if len(strips) == 1 { // a head that takes a third of the page is not repeated
		head = &strip{height: strips[0].height, marks: strips[0].marks}
		s.limit -= head.height
	}
	groups := s.Groups
	for i := range s.Rows {
		var row []strip
		for len(groups) > 0 && groups[0].At <= i {
			row = append(row, s.group(groups[0].Title)...)
			groups = groups[1:]
		}
		kind := s.kind(i)
		row = append(row, s.row(s.cells[i], kind)...)
		for j := range row {
			row[j].head = head
		}
		if kind == rowTotal && i > 0 {
			strips[len(strips)-1].glue = stuck
		}
		if i > 1 && i == len(s.Rows)-1 { // the last row has company
			strips[len(strips)-1].glue = max(strips[len(strips)-1].glue, kept)
		}
		strips = append(strips, row...)
	}
	if len(s.Rows) == 0 {
		strips[len(strips)-1].glue = loose
	}
	s.doc.add(s.doc.aboveText()+2, strips...)
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
	size    float64 // points of the text
	titles  [][][]word
	cells   [][][][]word // of each row, each cell, each line typed in it
	widths  []float64
	limit   float64 // height of the tallest row that stays whole
}

// read cuts all cells in words, in the size of the table.
func (s *tableSetter) read() {
	s.titles = make([][][]word, len(s.Columns))
	for i, c := range s.Columns {
		s.titles[i] = s.doc.types.cut(c.Title, s.style(c, rowHead))
	}
	s.cells = make([][][][]word, len(s.Rows))
	for n, row := range s.Rows {
		s.cells[n] = make([][][]word, len(s.Columns))
		for i, c := range s.Columns {
			s.cells[n][i] = s.doc.types.cut(cell(row, i, len(s.Columns)), s.style(c, s.kind(n)))
		}
	}
}

// kind of the nth row of the body.
func (s *tableSetter) kind(n int) rowKind {
	if s.Total && n == len(s.Rows)-1 {
		return rowTotal
	}
	return rowBody
}

func (s *tableSetter) style(c Column, kind rowKind) style {
	st := smallStyle
	st.size = s.size
	st.figures = c.Figures
	if kind == rowHead {
		st = labelStyle // in the text face: one font less to embed
		st.size = min(st.size, s.size)
	}
	st.bold = kind != rowBody
	return s.doc.types.fit(st)
}

// group is a head over rows, on the page of the row that follows.
func (s *tableSetter) group(title string) []strip {
	row := s.element.add(KindRow)
	head := row.add(KindHead)
	head.span = len(s.Columns)
	st := s.style(Column{}, rowTotal)
	st.colour = primary
	inset := 0.0
	if s.Grid || s.shades() {
		inset = cellGap / 2
	}
	lines := s.doc.text(title, st, s.doc.page.measure()-2*inset, head)
	strips := s.doc.whole(beside(column{x: inset, lines: lines}), s.limit/3)
	for i := range strips {
		strips[i].glue = stuck
	}
	if len(strips) == 1 {
		strips[0].marks = shift(strips[0].marks, 0, 2*cellPad)
		strips[0].height += 3 * cellPad
		strips[0].over(s.sides(strips[0].height)...)
		strips[0].over(mark{shape: shapeRule, y: strips[0].height, w: s.doc.page.measure(), size: 0.5, colour: rule})
	}
	return strips
}

// row is one strip or, when no page could hold it, one strip a line.
func (s *tableSetter) row(cells [][][]word, kind rowKind) []strip {
	row := s.element.add(KindRow)
	row.heads = kind == rowHead
	columns := make([]column, len(s.Columns))
	x := 0.0
	for i, c := range s.Columns {
		cellKind := KindCell
		if kind == rowHead || s.RowHeads && i == 0 {
			cellKind = KindHead
		}
		columns[i] = column{x: x, width: max(1, s.widths[i]-cellGap), right: c.Align == Right, centred: c.Align == Centre}
		if s.Grid || s.shades() {
			columns[i].x += cellGap / 2
		} else if c.Align == Right && i == len(s.Columns)-1 {
			columns[i].x += cellGap
		}
		columns[i].lines = sets(s.doc.types.wrapAll(cells[i], columns[i].width), s.style(c, kind), row.add(cellKind))
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
	height := max(row.height, s.style(Column{}, rowBody).leading()) + 2*cellPad
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
	row.over(s.sides(row.height)...)
	if s.Grid && kind == rowHead {
		row.over(mark{shape: shapeRule, w: s.doc.page.measure(), size: 0.5, colour: rule})
	}
}

// sides are the left and right edges of a grid.
func (s *tableSetter) sides(height float64) []mark {
	if !s.Grid {
		return nil
	}
	left := mark{shape: shapeRule, h: height, size: 0.5, colour: rule}
	right := left
	right.x = s.doc.page.measure()
	return []mark{left, right}
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
