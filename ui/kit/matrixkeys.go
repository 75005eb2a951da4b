package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// outside is the column of the mouse when it is on no row. The names are column -1.
const outside = -2

func (m *Matrix) tool() *Tool {
	if m.parts.Legend == nil || m.parts.OnMark == nil {
		return nil
	}
	return m.parts.Legend.Tool()
}

// Mark puts the mark of a key on a cell, when the cell can be changed, and says whether it did.
func (m *Matrix) Mark(row, col int, key rune) bool {
	if row < 0 || row >= len(m.parts.Rows) || col < 0 || col >= len(m.parts.Columns) || m.parts.OnMark == nil {
		return false
	}
	if !m.parts.Cell(row, col).Editable {
		return false
	}
	m.parts.OnMark(row, col, key)
	m.Marked()
	return true
}

// Keyboard is what takes the focus.
func (m *Matrix) Keyboard() fyne.Focusable { return m }

// Focus is the cell the keyboard is on.
func (m *Matrix) Focus() (row, col int) { return m.row, m.col }

// SetFocus puts the keyboard on a cell and brings it in sight.
func (m *Matrix) SetFocus(row, col int) {
	m.row = max(0, min(row, len(m.parts.Rows)-1))
	m.col = max(m.first(), min(col, m.last()))
	m.reveal()
	m.repaint()
}

func (m *Matrix) repaint() {
	m.names.Refresh()
	m.body.Refresh()
	m.side.Refresh()
}

// FocusGained implements fyne.Focusable.
func (m *Matrix) FocusGained() {
	m.focused = true
	m.reveal()
	m.repaint()
}

// FocusLost implements fyne.Focusable.
func (m *Matrix) FocusLost() {
	m.focused = false
	m.repaint()
}

// TypedRune implements fyne.Focusable: the key of a tool marks the cell and goes down.
func (m *Matrix) TypedRune(r rune) {
	if m.parts.Legend == nil {
		return
	}
	r = unicode.ToUpper(r)
	for _, t := range m.parts.Legend.tools {
		if t.Key != 0 && unicode.ToUpper(t.Key) == r {
			m.markDown(t.Key)
			return
		}
	}
}

// markDown marks and goes to the next cell below that can be changed.
func (m *Matrix) markDown(key rune) {
	if !m.Mark(m.row, m.col, key) {
		return
	}
	for r := m.row + 1; r < len(m.parts.Rows); r++ {
		if m.parts.Cell(r, m.col).Editable {
			m.SetFocus(r, m.col)
			return
		}
	}
}

// first and last are the columns the arrows stop at: the name and the side columns count when they do something.
func (m *Matrix) first() int {
	if m.parts.OnName != nil {
		return -1
	}
	return 0
}

func (m *Matrix) last() int {
	last := len(m.parts.Columns) - 1
	for k, c := range m.parts.Side {
		if c.OnTap != nil {
			last = len(m.parts.Columns) + k
		}
	}
	return last
}

// beside is the next column in a direction that the keyboard can be on.
func (m *Matrix) beside(step int) int {
	n := len(m.parts.Columns)
	for c := m.col + step; c >= m.first() && c <= m.last(); c += step {
		if c < n || m.parts.Side[c-n].OnTap != nil {
			return c
		}
	}
	return m.col
}

// TypedKey implements fyne.Focusable.
func (m *Matrix) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(m.body.Size().Height/m.frame().row)-1)
	switch e.Name {
	case fyne.KeyUp:
		m.SetFocus(m.row-1, m.col)
	case fyne.KeyDown:
		m.SetFocus(m.row+1, m.col)
	case fyne.KeyLeft:
		m.SetFocus(m.row, m.beside(-1))
	case fyne.KeyRight:
		m.SetFocus(m.row, m.beside(1))
	case fyne.KeyHome:
		m.SetFocus(m.row, 0)
	case fyne.KeyEnd:
		m.SetFocus(m.row, len(m.parts.Columns)-1)
	case fyne.KeyPageUp:
		m.SetFocus(m.row-page, m.col)
	case fyne.KeyPageDown:
		m.SetFocus(m.row+page, m.col)
	case fyne.KeySpace:
		m.act(m.row, m.col)
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.col >= 0 && m.col < len(m.parts.Columns) {
			m.SetFocus(m.row+1, m.col)
			return
		}
		m.act(m.row, m.col)
	case fyne.KeyDelete, fyne.KeyBackspace:
		m.clear()
	case fyne.KeyEscape:
		Escape(m)
	}
}

// clear is Suppr: it works when one of the tools empties a cell.
func (m *Matrix) clear() {
	if m.parts.Legend == nil {
		return
	}
	for _, t := range m.parts.Legend.tools {
		if t.Key == 0 {
			m.markDown(0)
			return
		}
	}
}

// act does what a click there does.
func (m *Matrix) act(row, col int) {
	n := len(m.parts.Columns)
	switch {
	case row < 0 || row >= len(m.parts.Rows):
	case col == -1:
		if m.parts.OnName != nil {
			m.parts.OnName(row)
		}
	case col >= n:
		if tap := m.parts.Side[col-n].OnTap; tap != nil {
			tap(row)
		}
	default:
		if t := m.tool(); t != nil {
			m.Mark(row, col, t.Key)
		}
	}
}

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
