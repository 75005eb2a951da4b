package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// ColumnTone says how a column of a matrix stands out.
type ColumnTone int

// The tones of a column.
const (
	ColumnNormal  ColumnTone = iota
	ColumnCurrent            // a select band
	ColumnOff                // a sunken band
	ColumnComing             // a quiet title
)

// MatrixColumn is one column of marks.
type MatrixColumn struct {
	Title, Sub string
	Tone       ColumnTone
}

// Span is a label above columns From to To, both included.
type Span struct {
	From, To   int
	Text, Icon string
	Tone       look.ToneName
}

// MatrixRow is the left heading of a row.
type MatrixRow struct{ Name, Detail string }

// SideColumn stands at the right of the marks. OnTap, when set, makes its cells links.
type SideColumn struct {
	Title  string
	Width  float32
	Centre bool                            // centre the title
	Draw   func(s *Scene, a Area, row int) // row = -1 is the footer
	OnTap  func(row int)
	Tip    func(row int) string
}

// MatrixParts is what a matrix shows and does. Columns, Rows and Cell are needed.
type MatrixParts struct {
	Corner  string // above the names
	Columns []MatrixColumn
	Spans   []Span
	Rows    []MatrixRow
	Cell    func(row, col int) CellLook
	Side    []SideColumn
	Foot    string               // the caption of the footer; empty = no footer
	FootOf  func(col int) string // what the footer says of a column
	Legend  *Legend              // the tools; without them the matrix is read only
	Tip     func(row, col int) string
	OnMark  func(row, col int, key rune) // an editable cell was marked with the key of a tool
	OnName  func(row int)                // a name was clicked
	Current int                          // the column the keyboard starts on
}

// Matrix is a grid of marks with its names at the left, its dates above and its sums at the right and below, which
// stay in sight while the rest scrolls. A click puts the mark of the chosen tool; the keys of the tools mark and go
// down; Space puts the chosen tool. It is one stop for Tab.
type Matrix struct {
	widget.BaseWidget
	parts            MatrixParts
	row, col         int // where the keyboard is; col -1 = the name, from len(Columns) on = the side columns
	hoverRow         int
	hoverCol         int
	focused, placed  bool
	ox, oy           float32 // how far the marks are scrolled
	drag             matrixDrag
	back, head, bars *Painted
	names, body      *Painted
	side, foot       *Painted
	box              *fyne.Container
}

// Sizes of a matrix.
const (
	nameLeast, nameMost = 176, 240
	markWidth           = 52 // a column
	markLeast           = 46 // a column, before the marks scroll
	markSide            = 30
	spanHeight          = 28
	titleHeight         = 38
	footRoom            = 30
	rowTall, rowShort   = 42, 36
	rowLeast            = 31 // when that brings every row in sight
)

// NewMatrix makes a matrix.
func NewMatrix(p MatrixParts) *Matrix {
	m := &Matrix{parts: p, col: p.Current, hoverRow: -1, hoverCol: outside}
	least := fyne.NewSize(1, 1)
	m.back, m.head, m.bars = NewPainted(least, m.paintBack), NewPainted(least, m.paintHead), NewPainted(least, m.paintBars)
	m.names, m.body = NewPainted(least, m.paintNames), NewPainted(least, m.paintBody)
	m.side, m.foot = NewPainted(least, m.paintSide), NewPainted(least, m.paintFoot)
	m.box = container.New(&matrixLayout{m}, m.back, Clip(m.head), Clip(m.names), Clip(m.body), Clip(m.side), Clip(m.foot), m.bars)
	m.ExtendBaseWidget(m)
	return m
}

// Set replaces everything; the keyboard and the scrolling stay where they are, as far as there are rows and columns.
func (m *Matrix) Set(p MatrixParts) {
	m.parts = p
	m.row = max(0, min(m.row, len(p.Rows)-1))
	m.col = max(-1, min(m.col, len(p.Columns)+len(p.Side)-1))
	m.hoverRow, m.hoverCol = -1, outside
	m.box.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (m *Matrix) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

// MinSize implements fyne.CanvasObject: a few columns, and up to seven short rows.
func (m *Matrix) MinSize() fyne.Size {
	rows := float32(max(1, min(7, len(m.parts.Rows))))
	cols := float32(max(1, min(4, len(m.parts.Columns))))
	return fyne.NewSize(nameLeast+cols*markLeast+m.sideWidth(), m.headHeight()+rows*rowLeast+m.footHeight())
}

// Wanted is the height at which every row is in sight and tall.
func (m *Matrix) Wanted() float32 {
	return m.headHeight() + float32(len(m.parts.Rows))*rowTall + m.footHeight()
}

// Marked repaints what one mark can change: the cells, the side columns and the footer.
func (m *Matrix) Marked() {
	m.body.Refresh()
	m.side.Refresh()
	m.foot.Refresh()
}

// Texts returns the words in sight, for tests and for reading aloud.
func (m *Matrix) Texts() (words []string) {
	for _, p := range []*Painted{m.back, m.head, m.names, m.body, m.side, m.foot} {
		words = append(words, p.Texts()...)
	}
	return words
}

func (m *Matrix) sideWidth() (w float32) {
	for _, c := range m.parts.Side {
		w += c.Width
	}
	return w
}

func (m *Matrix) headHeight() float32 {
	if len(m.parts.Spans) > 0 {
		return spanHeight + titleHeight
	}
	return titleHeight
}

func (m *Matrix) footHeight() float32 {
	if m.parts.Foot == "" {
		return 0
	}
	return footRoom
}

// frame is where the parts of a matrix lie:
//
//	          │ spans, titles │
//	──────────┼───────────────┼──────
//	  names   │     marks     │ side
//	──────────┼───────────────┼──────
//	           foot
type matrixFrame struct {
	name, row   float32 // width of the names, height of a row
	col         float32 // width of a column
	head, marks Area
	side, foot  Area
}

func (m *Matrix) frame() matrixFrame {
	size := m.box.Size()
	var f matrixFrame
	n, rows := float32(len(m.parts.Columns)), float32(len(m.parts.Rows))
	room := size.Width - m.sideWidth()
	f.name = Snap(max(nameLeast, min(nameMost, room-n*markWidth)))
	f.col = max(markLeast, min(markWidth, (room-f.name)/max(1, n)))
	height := size.Height - m.headHeight() - m.footHeight()
	fit := float32(int((height + 1) / max(1, rows))) // heights come rounded to pixels
	f.row = min(rowTall, fit)
	if fit < rowLeast {
		f.row = rowShort // the rows scroll
	}
	w := max(0, min(size.Width-f.name-m.sideWidth(), n*f.col))
	h := max(0, min(height, rows*f.row))
	f.marks = At(f.name, m.headHeight(), w, h)
	f.head = At(f.name, 0, w, m.headHeight())
	f.side = At(f.marks.End(), f.marks.Y, max(0, size.Width-f.marks.End()), h)
	f.foot = At(0, f.marks.Bottom(), size.Width, m.footHeight())
	return f
}

type matrixLayout struct{ m *Matrix }

func (l *matrixLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *matrixLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f := l.m.frame()
	for i, a := range []Area{
		At(0, 0, size.Width, size.Height), f.head, At(0, f.marks.Y, f.name, f.marks.H), f.marks, f.side, f.foot,
		At(0, 0, size.Width, size.Height),
	} {
		Place(objs[i], a)
	}
	l.m.scrollTo(l.m.ox, l.m.oy)
	if !l.m.placed && size.Width > 1 { // the first time, the current column is brought in sight
		l.m.placed = true
		l.m.reveal()
	}
}

func (m *Matrix) scrollTo(x, y float32) {
	f := m.frame()
	x = Snap(max(0, min(x, float32(len(m.parts.Columns))*f.col-f.marks.W)))
	y = Snap(max(0, min(y, float32(len(m.parts.Rows))*f.row-f.marks.H)))
	if x != m.ox || y != m.oy {
		m.ox, m.oy = x, y
		m.hoverRow, m.hoverCol = -1, outside
		for _, p := range []*Painted{m.back, m.head, m.names, m.body, m.side, m.foot, m.bars} {
			p.Refresh()
		}
	}
}

// reveal brings the cell of the keyboard in sight.
func (m *Matrix) reveal() {
	f := m.frame()
	x, y := m.ox, float32(m.row)*f.row
	if m.col >= 0 && m.col < len(m.parts.Columns) {
		left := float32(m.col) * f.col
		x = max(left+f.col-f.marks.W, min(m.ox, left))
	}
	m.scrollTo(x, max(y+f.row-f.marks.H, min(m.oy, y)))
}
