package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
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
