package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// under is the row and column at a position: row -1, col outside when there is none.
func (m *Matrix) under(at fyne.Position) (row, col int) {
	f := m.frame()
	if at.Y < f.marks.Y || at.Y >= f.marks.Bottom() || at.X < 0 {
		return -1, outside
	}
	row = int((at.Y - f.marks.Y + m.oy) / f.row)
	if row >= len(m.parts.Rows) {
		return -1, outside
	}
	if at.X < f.name {
		return row, -1
	}
	if at.X < f.marks.End() {
		return row, min(len(m.parts.Columns)-1, int((at.X-f.marks.X+m.ox)/f.col))
	}
	x := f.side.X
	for k, c := range m.parts.Side {
		if at.X >= x && at.X < x+c.Width {
			return row, len(m.parts.Columns) + k
		}
		x += c.Width
	}
	return -1, outside
}

// Tapped marks a cell with the chosen tool, or follows a name or a side column.
func (m *Matrix) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	row, col := m.under(e.Position)
	if row < 0 {
		return
	}
	m.row, m.col = row, max(m.first(), min(col, m.last()))
	m.repaint()
	m.act(row, col)
}

// MouseIn implements desktop.Hoverable.
func (m *Matrix) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: it repaints only when the cell under the mouse changes.
func (m *Matrix) MouseMoved(e *desktop.MouseEvent) {
	row, col := m.under(e.Position)
	if row == m.hoverRow && col == m.hoverCol {
		return
	}
	m.hoverRow, m.hoverCol = row, col
	m.repaint()
	showTip(m.tipAt(row, col), e.AbsolutePosition)
}

func (m *Matrix) tipAt(row, col int) string {
	n := len(m.parts.Columns)
	switch {
	case row < 0:
	case col >= n:
		if tip := m.parts.Side[col-n].Tip; tip != nil {
			return tip(row)
		}
	case col >= 0 && m.parts.Tip != nil:
		return m.parts.Tip(row, col)
	}
	return ""
}

// MouseOut implements desktop.Hoverable.
func (m *Matrix) MouseOut() {
	m.hoverRow, m.hoverCol = -1, outside
	m.repaint()
	showTip("", fyne.Position{})
}

// Cursor implements desktop.Cursorable.
func (m *Matrix) Cursor() desktop.Cursor {
	n := len(m.parts.Columns)
	on := false
	switch {
	case m.hoverRow < 0:
	case m.hoverCol == -1:
		on = m.parts.OnName != nil
	case m.hoverCol >= n:
		on = m.parts.Side[m.hoverCol-n].OnTap != nil
	case m.hoverCol >= 0:
		on = m.tool() != nil && m.parts.Cell(m.hoverRow, m.hoverCol).Editable
	}
	if on {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Scrolled implements fyne.Scrollable.
func (m *Matrix) Scrolled(e *fyne.ScrollEvent) { m.scrollTo(m.ox-e.Scrolled.DX, m.oy-e.Scrolled.DY) }

// matrixDrag is the handle the mouse holds.
type matrixDrag struct {
	across, down bool
	from         fyne.Position
	ox, oy       float32
}

// MouseDown takes hold of a handle.
func (m *Matrix) MouseDown(e *desktop.MouseEvent) {
	f, at := m.frame(), e.Position
	m.drag = matrixDrag{from: at, ox: m.ox, oy: m.oy}
	_, _, wide := thumb(f.marks.W, float32(len(m.parts.Columns))*f.col, 0)
	_, _, high := thumb(f.marks.H, float32(len(m.parts.Rows))*f.row, 0)
	m.drag.across = wide && at.X >= f.marks.X && at.X < f.marks.End() && at.Y >= f.marks.Bottom()-1 && at.Y < f.marks.Bottom()+8
	m.drag.down = high && at.X >= m.Size().Width-8 && at.Y >= f.marks.Y && at.Y < f.marks.Bottom()
}

// MouseUp implements desktop.Mouseable.
func (m *Matrix) MouseUp(*desktop.MouseEvent) { m.DragEnd() }

// Dragged implements fyne.Draggable.
func (m *Matrix) Dragged(e *fyne.DragEvent) {
	f := m.frame()
	whole, high := float32(len(m.parts.Columns))*f.col, float32(len(m.parts.Rows))*f.row
	switch {
	case m.drag.across:
		m.scrollTo(m.drag.ox+(e.Position.X-m.drag.from.X)*whole/f.marks.W, m.oy)
	case m.drag.down:
		m.scrollTo(m.ox, m.drag.oy+(e.Position.Y-m.drag.from.Y)*high/f.marks.H)
	}
}

// DragEnd implements fyne.Draggable.
func (m *Matrix) DragEnd() { m.drag = matrixDrag{} }
