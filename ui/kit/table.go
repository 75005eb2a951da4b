package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/data/fold"
	"mercredi/ui/look"
)

// Align says against which edge of its column a text stands.
type Align int

// The alignments.
const (
	AlignLeft Align = iota
	AlignRight
	AlignCentre
)

// Column is one column of a Table whose rows are R.
type Column[R any] struct {
	ID, Title string
	Width     float32 // the width wanted; 0 = 120
	Weight    float32 // share of the width that is left over
	Align     Align
	Figures   bool       // digits of equal width
	Style     look.Style // the zero Style is look.Body
	Hidden    bool

	Text func(R) string
	// Sort orders two rows. A column without Sort is ordered by its Text as a French index is, unless it holds
	// Figures; a column with neither is not sortable.
	Sort func(a, b R) int
	// Draw, when set, paints the cell instead of Text: a badge, an avatar, a bar. The area has its margins already.
	Draw func(s *Scene, a Area, r R)
}

func (c *Column[R]) sortable() bool { return c.Sort != nil || c.Text != nil && !c.Figures }

// TableParts is what a table is made of. Columns and Key are needed.
type TableParts[R any] struct {
	Columns  []Column[R]
	Key      func(R) string   // names a row, so that the selection survives sorting, filtering and SetRows
	OnOpen   func(R)          // a click on a row, or Enter
	OnSelect func(R)          // the selection moved, by a click or an arrow
	OnState  func(TableState) // the order or a width was changed by the person
	Empty    fyne.CanvasObject
	NoMatch  fyne.CanvasObject // shown instead of Empty when there are rows and the filter keeps none
}

// Table is a list of rows in columns. Only the rows in sight are painted, whatever their number. It is one stop for
// Tab: arrows, Home, End and the page keys move, Enter opens, letters look for a row by its first column; Up from the
// first row or F6 goes to the header, where Left and Right choose a column, Enter sorts, + and − change its width.
type Table[R any] struct {
	widget.BaseWidget
	parts TableParts[R]
	keep  func(R) bool

	rows     []R
	order    []int // rows, sorted
	view     []int // order, filtered
	at       int   // place of the selected row in view; -1 = none in sight
	selected string
	state    TableState

	offset         float32 // how far the body is scrolled
	toReveal       bool    // the selected row was to be brought in sight before there was any room
	focused        bool
	header         int // the column the keyboard is on in the header; -1 = the keyboard is on the rows
	hoverRow       int
	hoverHead      int
	edge           int // the column whose right edge is under the mouse; -1 = none
	drag           tableDrag
	search         string
	stopSearch     func()
	back, top, bar *Painted
	body           *Painted
	nothing        *fyne.Container
	shows          fyne.CanvasObject // Empty, NoMatch or nil: what nothing holds
	box            *fyne.Container
}

// NewTable makes a table without rows.
func NewTable[R any](p TableParts[R]) *Table[R] {
	t := &Table[R]{parts: p, at: -1, header: -1, hoverRow: -1, hoverHead: -1, edge: -1, drag: tableDrag{column: -1}}
	t.stopSearch = func() {}
	least := fyne.NewSize(1, 1)
	t.back, t.top = NewPainted(least, t.paintBack), NewPainted(least, t.paintHeader)
	t.body, t.bar = NewPainted(least, t.paintBody), NewPainted(least, t.paintBar)
	t.nothing = Holder(Gap(1))
	t.nothing.Hide()
	t.box = container.New(&tableLayout{t.back, t.top, t.bar, t.nothing, t.placed}, t.back, t.top, Clip(t.body), t.bar, t.nothing)
	t.ExtendBaseWidget(t)
	t.showNothing()
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Table[R]) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

// MinSize implements fyne.CanvasObject: the header and three rows.
func (t *Table[R]) MinSize() fyne.Size {
	return fyne.NewSize(280, look.HeaderHeight+3*look.RowHeight+2)
}

// Wanted is the height at which every row is in sight.
func (t *Table[R]) Wanted() float32 {
	return look.HeaderHeight + float32(len(t.view))*look.RowHeight + 2
}

type tableLayout struct {
	back, top, bar, nothing fyne.CanvasObject
	placed                  func()
}

func (l *tableLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *tableLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	in := At(1, look.HeaderHeight, size.Width-2, size.Height-look.HeaderHeight-1)
	Place(l.back, At(0, 0, size.Width, size.Height))
	Place(l.top, At(1, 1, size.Width-2, look.HeaderHeight-1))
	Place(objs[2], in)
	Place(l.bar, in.Right(barRoom))
	Place(l.nothing, in)
	l.placed()
}

// Texts returns the words in sight, for tests and for reading aloud.
func (t *Table[R]) Texts() []string { return append(t.top.Texts(), t.body.Texts()...) }

// SetRows replaces the rows; the selected row stays selected when it is still there.
func (t *Table[R]) SetRows(rows []R) {
	t.rows = rows
	t.sortRows()
	t.filterRows()
}

// Filter keeps the rows for which keep is true; nil keeps all. The selection comes back with its row.
func (t *Table[R]) Filter(keep func(R) bool) {
	t.keep = keep
	t.filterRows()
}

// Rows returns the rows on show, in their order.
func (t *Table[R]) Rows() []R {
	rows := make([]R, len(t.view))
	for i, v := range t.view {
		rows[i] = t.rows[v]
	}
	return rows
}

// Count is the number of rows the filter keeps; Total is that of all rows.
func (t *Table[R]) Count() int { return len(t.view) }

// Total is the number of all rows.
func (t *Table[R]) Total() int { return len(t.rows) }

// Selected returns the selected row; false when none is, or when the filter hides it.
func (t *Table[R]) Selected() (R, bool) {
	if t.at < 0 {
		var none R
		return none, false
	}
	return t.rows[t.view[t.at]], true
}

// Select selects the row of that key and brings it in sight, without telling.
func (t *Table[R]) Select(key string) {
	t.selected = key
	t.find()
	t.reveal()
	t.repaint()
}

func (t *Table[R]) find() {
	t.at = -1
	if t.selected == "" {
		return
	}
	t.at = slices.IndexFunc(t.view, func(v int) bool { return t.parts.Key(t.rows[v]) == t.selected })
}

func (t *Table[R]) filterRows() {
	t.view = t.view[:0]
	for _, i := range t.order {
		if t.keep == nil || t.keep(t.rows[i]) {
			t.view = append(t.view, i)
		}
	}
	t.find()
	t.hoverRow = -1
	t.offset = min(t.offset, t.mostOffset())
	t.showNothing()
	t.repaint()
}

// sortRows puts the rows in order; rows that are equal keep the order they came in, in both directions.
func (t *Table[R]) sortRows() {
	t.order = t.order[:0]
	for i := range t.rows {
		t.order = append(t.order, i)
	}
	i := t.column(t.state.Sort)
	if i < 0 || !t.parts.Columns[i].sortable() {
		return
	}
	compare := t.comparison(&t.parts.Columns[i])
	if t.state.Descending {
		up := compare
		compare = func(a, b int) int { return up(b, a) }
	}
	slices.SortStableFunc(t.order, compare)
}

func (t *Table[R]) comparison(c *Column[R]) func(a, b int) int {
	if c.Sort != nil {
		return func(a, b int) int { return c.Sort(t.rows[a], t.rows[b]) }
	}
	plain, folded := make([]string, len(t.rows)), make([]string, len(t.rows))
	for i, r := range t.rows {
		plain[i] = c.Text(r)
		folded[i] = fold.Text(plain[i])
	}
	return func(a, b int) int { return fold.CompareFolded(folded[a], folded[b], plain[a], plain[b]) }
}

// SortBy orders by a column; the column in use changes direction.
func (t *Table[R]) SortBy(id string) {
	i := t.column(id)
	if i < 0 || !t.parts.Columns[i].sortable() {
		return
	}
	t.state.Descending = t.state.Sort == id && !t.state.Descending
	t.state.Sort = id
	t.sortRows()
	t.filterRows()
	t.reveal()
	t.changed()
}

// lookFor selects the first row from the current one on whose first column begins with what was typed.
func (t *Table[R]) lookFor(typed string) bool {
	cols := t.shown()
	if len(cols) == 0 || t.parts.Columns[cols[0]].Text == nil || len(t.view) == 0 {
		return false
	}
	text := t.parts.Columns[cols[0]].Text
	start := max(0, t.at)
	if len([]rune(typed)) == 1 && t.at >= 0 {
		start++ // the same letter again goes to the next row
	}
	for n := range t.view {
		i := (start + n) % len(t.view)
		if strings.HasPrefix(fold.Text(text(t.rows[t.view[i]])), typed) {
			t.moveTo(i)
			return true
		}
	}
	return false
}

// showNothing puts Empty or NoMatch in place of the rows when there is none.
func (t *Table[R]) showNothing() {
	var o fyne.CanvasObject
	switch {
	case len(t.view) > 0:
	case len(t.rows) > 0:
		o = t.parts.NoMatch
	default:
		o = t.parts.Empty
	}
	if o == t.shows {
		return
	}
	t.shows = o
	if o == nil {
		t.nothing.Hide()
		return
	}
	Replace(t.nothing, o)
	t.nothing.Show()
}

func (t *Table[R]) repaint() {
	t.back.Refresh()
	t.top.Refresh()
	t.body.Refresh()
	t.bar.Refresh()
}
