package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

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
