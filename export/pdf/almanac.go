package pdf

import (
	"slices"
	"strings"
)

// Almanac is a year in one table: a column a week under the names of the months, a row a thing that comes back.
type Almanac struct {
	Columns []AlmanacColumn
	Rows    []AlmanacRow
	Legend  []AlmanacKey // under the table
	Whole   string       // heading of what the table had no room to say whole
}

// AlmanacColumn is one week. Reason is written upwards in the head of one that is shut.
type AlmanacColumn struct {
	Month, Day string
	Reason     string
	Shut       bool // tinted: nothing is expected
	Spare      bool // kept in reserve: a frame of honey
}

// AlmanacRow is a thing and its cells, one a column.
type AlmanacRow struct {
	Tone       Tone
	Icon       string
	Title, Sub string
	Cells      []AlmanacCell
}

// AlmanacCell is what a week holds. Several things of one week share its text.
type AlmanacCell struct {
	Kind AlmanacKind
	Text string
}

// AlmanacKind is how a cell is drawn; the drawing says it without colour.
type AlmanacKind int

// The kinds.
const (
	AlmanacNone  AlmanacKind = iota
	AlmanacPlain             // tinted
	AlmanacOff               // struck out in a frame
	AlmanacFull              // white on the edge's colour
	AlmanacGone              // an arrow
)

// AlmanacKey explains a kind of cell.
type AlmanacKey struct {
	Kind  AlmanacKind
	Text  string // in the cell
	Label string
	Shut  bool // a shut column
	Spare bool // a spare one
}

const (
	almanacLabel = 0.235 // share of the width that names the rows
	almanacHead  = 62.0  // room for the reasons, which climb
	almanacIcon  = 11.0
	almanacPad   = 2.5
)

var (
	almanacTitle = style{size: 8.5, colour: ink, bold: true}
	almanacSub   = style{size: 7.5, colour: grey}
	almanacDay   = style{size: 7.5, colour: ink, bold: true}
	almanacCell  = style{size: 7.5, colour: ink, bold: true}
)

// Almanac sets the table, its head again on every page.
func (d *Document) Almanac(a Almanac) {
	if len(a.Columns) == 0 {
		return
	}
	s := almanacSetter{doc: d, Almanac: a, left: d.page.measure() * almanacLabel}
	s.each = (d.page.measure() - s.left) / float64(len(a.Columns))
	table := d.root.add(KindTable)
	head := s.head(table)
	again := &strip{height: head.height, marks: head.marks}
	head.glue = stuck
	strips := []strip{head}
	for _, row := range a.Rows {
		r := s.row(row, table.add(KindRow))
		r.head = again
		strips = append(strips, r)
	}
	if len(a.Rows) == 0 {
		strips[0].glue = loose
	}
	d.add(d.aboveText()+2, strips...)
	s.legend()
	d.unsaid(a.Whole, s.told)
}

type almanacSetter struct {
	doc *Document
	Almanac
	left, each float64
	told       []string // whole, what was cut
}

// tell keeps what was cut, once.
func (s *almanacSetter) tell(text string) {
	if !slices.Contains(s.told, text) {
		s.told = append(s.told, text)
	}
}

func (s *almanacSetter) x(column int) float64 { return s.left + s.each*float64(column) }

// head names the months, the days, and why some have nothing.
func (s *almanacSetter) head(table *Element) strip {
	head := strip{height: almanacHead}
	months, days := table.add(KindRow), table.add(KindRow)
	for _, row := range []*Element{months, days} {
		row.heads = true
		row.add(KindCell) // above the names of the rows
	}
	for i := 0; i < len(s.Columns); {
		n := i + 1
		for n < len(s.Columns) && s.Columns[n].Month == s.Columns[i].Month {
			n++
		}
		month := months.add(KindHead)
		month.span = n - i
		s.words(&head, line1{s.Columns[i].Month, labelStyle.strong(), s.x(i) + 2, 10, s.each*float64(n-i) - 3}, month)
		head.over(mark{shape: shapeRule, x: s.x(i), h: head.height, size: 0.8, colour: rule})
		i = n
	}
	s.tint(&head, 13)
	for i, c := range s.Columns {
		e := days.add(KindHead)
		l := s.doc.types.words(plain(c.Day), almanacDay)
		x := s.x(i) + (s.each-width(l))/2
		s.words(&head, line1{c.Day, almanacDay, x, head.height - 4, s.each + 2}, e)
		if c.Reason != "" && (i == 0 || s.Columns[i-1].Reason != c.Reason) {
			s.climb(&head, i, e)
		}
	}
	head.over(mark{shape: shapeRule, y: head.height, w: s.doc.page.measure(), size: 0.8, colour: grey})
	return head
}

// climb writes upwards why a column, and those beside it with the same reason, have nothing.
func (s *almanacSetter) climb(head *strip, column int, e *Element) {
	st := style{size: 6.8, colour: ink}
	run := 1
	for column+run < len(s.Columns) && s.Columns[column+run].Reason == s.Columns[column].Reason {
		run++
	}
	most := max(1, int(s.each*float64(run)/(st.size*1.1)))
	lines, cut := s.doc.types.shortened(s.Columns[column].Reason, st, almanacHead-28, most)
	if cut {
		s.tell(s.when(column) + "\u00a0: " + s.Columns[column].Reason)
	}
	middle := s.x(column) + s.each*float64(run)/2
	for i, l := range lines {
		x := middle + st.size*1.1*(float64(i)-float64(len(lines)-1)/2) + st.size*0.34
		for _, m := range l.marks(x, head.height-14, st, e) {
			m.x, m.y = x, head.height-14-(m.x-x)
			m.turned = true
			head.over(m)
		}
	}
}

// tint shades the columns that are shut and frames the spare ones, from a height down.
func (s *almanacSetter) tint(row *strip, from float64) {
	for i, c := range s.Columns {
		switch {
		case c.Shut:
			row.under(mark{shape: shapeBox, x: s.x(i), y: from, w: s.each + 0.2, h: row.height - from, colour: shade})
		case c.Spare:
			row.under(mark{shape: shapeBox, x: s.x(i), y: from, w: s.each + 0.2, h: row.height - from, colour: honey})
		}
	}
}

// when names a column: "14 avril".
func (s *almanacSetter) when(column int) string {
	return s.Columns[column].Day + "\u00a0" + strings.ToLower(s.Columns[column].Month)
}

// line1 is a text on one line at most so wide.
type line1 struct {
	text    string
	st      style
	x, y, w float64
}

// words writes what its place can hold of a text; false when that is not all.
func (s *almanacSetter) words(row *strip, l line1, e *Element) bool {
	lines, cut := s.doc.types.shortened(l.text, l.st, l.w, 1)
	for _, first := range open(lines) {
		row.over(first.marks(l.x, l.y, l.st, e)...)
	}
	return !cut
}

// The lines that name a row at most: real names need fewer.
const (
	almanacTitles = 3
	almanacSubs   = 2
)

// row is one thing: as high as its name.
func (s *almanacSetter) row(r AlmanacRow, row *Element) strip {
	x := almanacIcon + 6
	titles, short := s.doc.types.shortened(r.Title, almanacTitle, s.left-x-4, almanacTitles)
	subs, shorter := s.doc.types.shortened(r.Sub, almanacSub, s.left-x-4, almanacSubs)
	if short || shorter {
		s.tell(strings.Trim(r.Title+", "+r.Sub, ", "))
	}
	high := float64(max(1, len(titles)))*almanacTitle.size*1.25 + float64(max(1, len(subs)))*almanacSub.size*1.25 + 2*almanacPad
	out := strip{height: high}
	inks, name := r.Tone.inks(), row.add(KindHead)
	out.over(mark{shape: shapeIcon, icon: r.Icon, x: 1, y: (high - almanacIcon) / 2, w: almanacIcon, colour: inks.edge})
	y := almanacPad
	for _, part := range []struct {
		lines []line
		st    style
	}{{titles, almanacTitle}, {subs, almanacSub}} {
		for _, l := range open(part.lines) {
			out.over(l.marks(x, y+part.st.size, part.st, name)...)
			y += part.st.size * 1.25
		}
	}
	s.tint(&out, 0)
	for i, c := range r.Cells[:min(len(r.Cells), len(s.Columns))] {
		if !s.cell(&out, placed{c, s.x(i), 0, s.each, high, inks, row.add(KindCell)}) {
			s.tell(r.Title + ", " + s.when(i) + "\u00a0: " + c.Text)
		}
	}
	for i := range s.Columns {
		if i == 0 || s.Columns[i-1].Month != s.Columns[i].Month {
			out.over(mark{shape: shapeRule, x: s.x(i), h: high, size: 0.8, colour: rule})
		}
	}
	out.over(mark{shape: shapeRule, y: high, w: s.doc.page.measure(), size: 0.4, colour: rule})
	return out
}

// placed is a cell, where it stands and what it is drawn with.
type placed struct {
	AlmanacCell
	x, y, w, h float64
	inks       toneInks
	elem       *Element
}

// cell draws one week of a row; false when it has no room for its text.
func (s *almanacSetter) cell(row *strip, c placed) bool {
	if c.Kind == AlmanacNone {
		return true
	}
	const inset = 1.3
	box := mark{x: c.x + inset, y: c.y + inset + 1, w: c.w - 2*inset, h: c.h - 2*inset - 2, size: 2, colour: c.inks.tint, shape: shapeBand}
	st := almanacCell
	st.colour = c.inks.ink
	switch c.Kind {
	case AlmanacFull:
		box.colour, st.colour = c.inks.edge, paper
	case AlmanacOff:
		box.shape, box.size, box.colour, st.colour = shapeFrame, 0.6, grey, ink
	case AlmanacGone:
		st.colour = grey
	}
	if c.Kind != AlmanacGone {
		row.over(box)
	}
	w := width(s.doc.types.words(plain(c.Text), st))
	if w > c.w-2*inset && w > 0 {
		st.size *= max((c.w-2*inset)/w, 0.5)
		w = width(s.doc.types.words(plain(c.Text), st))
	}
	y := c.y + c.h/2 + st.size*0.34
	whole := s.words(row, line1{c.Text, st, c.x + (c.w-min(w, c.w-2*inset))/2, y, min(w, c.w-2*inset) + 1}, c.elem)
	if c.Kind == AlmanacOff {
		row.over(mark{shape: shapeRule, x: box.x + 1, y: box.y + box.h - 1.5, w: box.w - 2, h: -(box.h - 3), size: 0.6, colour: grey})
	}
	return whole
}

// legend explains the cells, as many a line as fit.
func (s *almanacSetter) legend() {
	const high, gap = 15.0, 14.0
	list := s.doc.root.add(KindList)
	var rows []strip
	x, row := 0.0, strip{height: high}
	for _, k := range s.Legend {
		words := s.doc.types.words(plain(k.Label), almanacSub)
		wide := s.each + 4 + width(words)
		if x > 0 && x+wide > s.doc.page.measure() {
			rows, row, x = append(rows, row), strip{height: high}, 0
		}
		item, from := list.add(KindItem), len(row.marks)
		switch {
		case k.Shut:
			row.over(mark{shape: shapeBox, x: x, y: 1, w: s.each, h: high - 2, colour: shade})
		case k.Spare:
			row.over(mark{shape: shapeBox, x: x, y: 1, w: s.each, h: high - 2, colour: honey})
		default:
			s.cell(&row, placed{AlmanacCell{k.Kind, k.Text}, x, -1, s.each, high + 2, toneInks{grey, shade, ink}, item})
			for i, m := range row.marks[from:] {
				if m.elem == item {
					row.marks[from+i].part = partLabel
				}
			}
		}
		s.words(&row, line1{k.Label, almanacSub, x + s.each + 4, high/2 + almanacSub.size*0.34, width(words) + 1}, item)
		x += wide + gap
	}
	if x > 0 {
		rows = append(rows, row)
	}
	bind(rows, kept)
	s.doc.add(6, rows...)
}
