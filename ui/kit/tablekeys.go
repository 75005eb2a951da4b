package kit

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

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
