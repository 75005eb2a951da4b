package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// SearchButton looks like a search field and opens the search of the window: with a click, Enter, or the first letter
// typed in it. Going through it with Tab opens nothing.
type SearchButton struct {
	Press
	OnTyped func(letter rune) // the first letter; may be nil
	hint    string
	keys    string
}

const searchButtonWidth = 400

// NewSearchButton makes the field; keys is the label of the key cap (« Ctrl K »).
func NewSearchButton(hint, keys string, open func()) *SearchButton {
	b := &SearchButton{hint: hint, keys: keys}
	b.Name, b.OnTapped = hint, open
	b.Min, b.Paint = fyne.NewSize(searchButtonWidth, look.RowHeight), b.paint
	b.Extend(b)
	return b
}

// TypedRune implements fyne.Focusable.
func (b *SearchButton) TypedRune(r rune) {
	if b.OnTyped != nil && r != ' ' { // Space has opened it already
		b.OnTyped(r)
	}
}

func (b *SearchButton) paint(s *Scene, size fyne.Size) {
	p := look.P()
	line := p.LineStrong
	if b.Hovered() {
		line = p.Ink2
	}
	b.ring(s, size, look.RadiusField)
	s.Box(At(0, 0, size.Width, size.Height), Edge{1, line}, p.Card, look.RadiusField)
	s.Icon(At(11, 0, 18, size.Height), "search", p.Ink2)
	key := keyCapWidth(b.keys)
	s.Text(At(36, 0, size.Width-36-key-22, size.Height), b.hint, look.Body.As(look.Ink3))
	if b.keys != "" {
		s.KeyCap(At(size.Width-14-key, 0, key, size.Height), b.keys)
	}
}
