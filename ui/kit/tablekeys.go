package kit

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/data/fold"
	"mercredi/ui/look"
)

// searchTime is how long letters typed after one another make one word.
const searchTime = time.Second

// FocusGained implements fyne.Focusable.
func (t *Table[R]) FocusGained() { t.setFocus(true) }

// FocusLost implements fyne.Focusable.
func (t *Table[R]) FocusLost() {
	t.header = -1
	t.setFocus(false)
}

func (t *Table[R]) setFocus(on bool) {
	t.focused = on
	t.top.Refresh()
	t.body.Refresh()
}

// Keyboard is what takes the focus.
func (t *Table[R]) Keyboard() fyne.Focusable { return t }

// TypedRune implements fyne.Focusable: letters look for a row; in the header + and − change the width of a column.
func (t *Table[R]) TypedRune(r rune) {
	if t.header >= 0 {
		step := map[rune]float32{'+': columnStep, '=': columnStep, '-': -columnStep}[r]
		if step != 0 {
			t.resize(t.header, t.widthOf(t.header)+step)
			t.changed()
		}
		return
	}
	if !unicode.IsPrint(r) || r == ' ' && t.search == "" {
		return
	}
	t.stopSearch()
	t.stopSearch = after(searchTime, func() { t.search = "" })
	if next := fold.Text(t.search + string(r)); t.lookFor(next) {
		t.search = next
	} else if one := fold.Text(string(r)); t.lookFor(one) {
		t.search = one
	}
	if r == ' ' && !strings.HasSuffix(t.search, " ") {
		t.search += " "
	}
}

// TypedKey implements fyne.Focusable.
func (t *Table[R]) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyEscape && t.header < 0:
		Escape(t)
	case t.header >= 0:
		t.headerKey(e)
	case e.Name == fyne.KeyF6 || e.Name == fyne.KeyUp && t.at <= 0:
		t.enterHeader()
	default:
		t.rowKey(e)
	}
}

func (t *Table[R]) rowKey(e *fyne.KeyEvent) {
	page := max(1, int(t.body.Size().Height/look.RowHeight)-1)
	switch e.Name {
	case fyne.KeyUp:
		t.moveTo(t.at - 1)
	case fyne.KeyDown:
		t.moveTo(t.at + 1)
	case fyne.KeyHome:
		t.moveTo(0)
	case fyne.KeyEnd:
		t.moveTo(len(t.view) - 1)
	case fyne.KeyPageUp:
		t.moveTo(t.at - page)
	case fyne.KeyPageDown:
		t.moveTo(t.at + page)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open()
	}
}

// moveTo selects the row at a place of the view.
func (t *Table[R]) moveTo(i int) {
	if len(t.view) == 0 {
		return
	}
	i = max(0, min(i, len(t.view)-1))
	if i != t.at {
		t.at = i
		r := t.rows[t.view[i]]
		t.selected = t.parts.Key(r)
		t.body.Refresh()
		t.reveal()
		if t.parts.OnSelect != nil {
			t.parts.OnSelect(r)
		}
	}
	t.reveal()
}

func (t *Table[R]) open() {
	if r, ok := t.Selected(); ok && t.parts.OnOpen != nil {
		t.parts.OnOpen(r)
	}
}

func (t *Table[R]) enterHeader() {
	cols := t.shown()
	if len(cols) == 0 {
		return
	}
	t.header = cols[0]
	if i := t.column(t.state.Sort); slices.Contains(cols, i) {
		t.header = i
	}
	t.top.Refresh()
	t.body.Refresh()
}

func (t *Table[R]) headerKey(e *fyne.KeyEvent) {
	cols := t.shown()
	i := slices.Index(cols, t.header)
	switch e.Name {
	case fyne.KeyLeft:
		t.header = cols[max(0, i-1)]
	case fyne.KeyRight:
		t.header = cols[min(len(cols)-1, i+1)]
	case fyne.KeyHome:
		t.header = cols[0]
	case fyne.KeyEnd:
		t.header = cols[len(cols)-1]
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.SortBy(t.parts.Columns[t.header].ID)
	case fyne.KeyDown, fyne.KeyF6, fyne.KeyEscape:
		t.header = -1
		t.body.Refresh()
	}
	t.top.Refresh()
}

// tableDrag is what the pressed mouse moves: the edge of a column, or the bar.
type tableDrag struct {
	column      int // -1 = none
	bar         bool
	from, start float32 // where the mouse was pressed; the width or the offset it started from
}

// MouseDown remembers what was pressed: the first Dragged comes once the mouse has moved.
func (t *Table[R]) MouseDown(e *desktop.MouseEvent) {
	t.drag = tableDrag{column: -1}
	if c := t.edgeAt(e.Position); c >= 0 {
		t.drag = tableDrag{column: c, from: e.Position.X, start: t.widthOf(c)}
	} else if t.onBar(e.Position) {
		t.drag = tableDrag{column: -1, bar: true, from: e.Position.Y, start: t.offset}
	}
}

// MouseUp implements desktop.Mouseable.
func (t *Table[R]) MouseUp(*desktop.MouseEvent) { t.DragEnd() }

// Dragged implements fyne.Draggable.
func (t *Table[R]) Dragged(e *fyne.DragEvent) {
	switch {
	case t.drag.column >= 0:
		t.resize(t.drag.column, t.drag.start+e.Position.X-t.drag.from)
	case t.drag.bar:
		length := t.bar.Size().Height - 8
		if _, size, needed := thumb(length, float32(len(t.view))*look.RowHeight, 0); needed {
			t.ScrollTo(t.drag.start + (e.Position.Y-t.drag.from)*t.mostOffset()/(length-size))
		}
	}
}

// DragEnd implements fyne.Draggable.
func (t *Table[R]) DragEnd() {
	was := t.drag
	t.drag = tableDrag{column: -1}
	if was.column >= 0 && t.widthOf(was.column) != was.start {
		t.changed()
	}
	if was.column >= 0 || was.bar {
		t.top.Refresh()
		t.bar.Refresh()
	}
}

// Scrolled implements fyne.Scrollable.
func (t *Table[R]) Scrolled(e *fyne.ScrollEvent) { t.ScrollTo(t.offset - e.Scrolled.DY) }

// Tapped selects and opens a row, or sorts by a column.
func (t *Table[R]) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.header = -1
	if c := t.titleAt(e.Position); c >= 0 && t.edgeAt(e.Position) < 0 {
		t.SortBy(t.parts.Columns[c].ID)
		return
	}
	if t.onBar(e.Position) {
		return
	}
	if i := t.rowAt(e.Position); i >= 0 {
		t.moveTo(i)
		t.open()
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Table[R]) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *Table[R]) MouseMoved(e *desktop.MouseEvent) {
	row := t.rowAt(e.Position)
	if t.onBar(e.Position) {
		row = -1
	}
	t.hover(row, t.titleAt(e.Position), t.edgeAt(e.Position))
}

// MouseOut implements desktop.Hoverable.
func (t *Table[R]) MouseOut() { t.hover(-1, -1, -1) }

// hover repaints only what changed: the mouse tells every pixel it crosses.
func (t *Table[R]) hover(row, title, edge int) {
	if row != t.hoverRow {
		t.hoverRow = row
		t.body.Refresh()
	}
	if title != t.hoverHead || edge != t.edge {
		t.hoverHead, t.edge = title, edge
		t.top.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (t *Table[R]) Cursor() desktop.Cursor {
	switch {
	case t.edge >= 0 || t.drag.column >= 0:
		return desktop.HResizeCursor
	case t.hoverRow >= 0 && t.parts.OnOpen != nil:
		return desktop.PointerCursor
	case t.hoverHead >= 0 && t.parts.Columns[t.hoverHead].sortable():
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (t *Table[R]) rowAt(at fyne.Position) int {
	y := at.Y - look.HeaderHeight
	if y < 0 || y >= t.body.Size().Height || at.X < 0 || at.X >= t.Size().Width {
		return -1
	}
	if i := int((y + t.offset) / look.RowHeight); i < len(t.view) {
		return i
	}
	return -1
}

func (t *Table[R]) onBar(at fyne.Position) bool {
	_, _, needed := thumb(t.bar.Size().Height-8, float32(len(t.view))*look.RowHeight, 0)
	return needed && at.Y >= look.HeaderHeight && at.X >= t.Size().Width-barRoom-1
}

func (t *Table[R]) titleAt(at fyne.Position) (found int) {
	found = -1
	if at.Y < 0 || at.Y >= look.HeaderHeight {
		return found
	}
	t.cells(At(1, 0, t.top.Size().Width, look.HeaderHeight), func(c int, a Area) {
		if a.Has(at.X, at.Y) {
			found = c
		}
	})
	return found
}

// edgeAt is the column whose right edge is under the mouse. The last column has none: it ends where the table does.
func (t *Table[R]) edgeAt(at fyne.Position) (found int) {
	found = -1
	if at.Y < 0 || at.Y >= look.HeaderHeight {
		return found
	}
	cols := t.shown()
	t.cells(At(1, 0, t.top.Size().Width, look.HeaderHeight), func(c int, a Area) {
		if c != cols[len(cols)-1] && at.X >= a.End()-5 && at.X <= a.End()+5 {
			found = c
		}
	})
	return found
}
