package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// In a text that wraps, Fyne 2.8 has no place for the cursor behind a space at the end of a line: it puts it before,
// and what is typed next lands before the space (the words « long encore » become « longe ncore »). So the place where
// the cursor belongs is kept aside, and given back before the next edit.
type cursorPlace struct {
	offset   int // where it belongs
	row, col int // where Fyne put it
	text     string
	there    bool
}

// TypedRune implements fyne.Focusable.
func (e *entry) TypedRune(r rune) { e.edit(true, func() { e.Entry.TypedRune(r) }) }

// pressed is a key for the text itself.
func (e *entry) pressed(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEnter:
		e.edit(true, func() { e.Entry.TypedKey(k) })
	case fyne.KeyDelete:
		e.edit(false, func() { e.Entry.TypedKey(k) })
	default:
		e.Entry.TypedKey(k)
	}
}

// edit changes the text with the cursor where it belongs; moves says whether the cursor follows what is added or
// taken away.
func (e *entry) edit(moves bool, change func()) {
	if !e.MultiLine || e.Disabled() || e.SelectedText() != "" {
		change()
		return
	}
	if p := e.place; p.there && p.text == e.Text && p.row == e.CursorRow && p.col == e.CursorColumn {
		e.CursorColumn += p.offset - e.CursorTextOffset()
	}
	belongs, length := e.CursorTextOffset(), utf8.RuneCountInString(e.Text)
	change()
	if moves {
		belongs += utf8.RuneCountInString(e.Text) - length
	}
	e.place = cursorPlace{belongs, e.CursorRow, e.CursorColumn, e.Text, belongs != e.CursorTextOffset()}
}
