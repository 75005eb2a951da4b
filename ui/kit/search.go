package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// SearchBox is the search field: an icon, the entry, and the key cap that brings the focus here.
type SearchBox struct {
	widget.BaseWidget
	OnChanged func(string)
	OnEnter   func() // Enter: open the first result
	OnDown    func() // the down arrow: go to the results
	entry     *entry
	frame     *Painted
	box       *fyne.Container
	focused   bool
}

// NewSearchBox makes a search field; keys is the label of the key cap (« Ctrl K »), or empty.
func NewSearchBox(hint, keys string, changed func(string)) *SearchBox {
	b := &SearchBox{entry: newEntry(false), OnChanged: changed}
	b.entry.SetPlaceHolder(hint)
	b.entry.OnChanged = func(t string) {
		if b.OnChanged != nil {
			b.OnChanged(t)
		}
	}
	b.entry.onFocus = func(on bool) {
		b.focused = on
		b.frame.Refresh()
	}
	b.entry.onKey = b.key
	key := keyCapWidth(keys)
	b.frame = NewPainted(fyne.NewSize(220, look.RowHeight), func(s *Scene, size fyne.Size) {
		p := look.P()
		a := At(0, 0, size.Width, size.Height)
		if b.focused {
			s.Ring(a, look.RadiusField)
		}
		s.Box(a, Edge{1, p.LineStrong}, p.Card, look.RadiusField)
		s.Icon(At(11, 0, 18, size.Height), "search", p.Ink2)
		if keys != "" {
			s.KeyCap(At(size.Width-10-key, 0, key, size.Height), keys)
		}
	})
	b.box = container.New(&searchLayout{b.entry, hint, key + 14}, b.frame, dress(b.entry))
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *SearchBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.box) }

// Text is what is typed.
func (b *SearchBox) Text() string { return b.entry.Text }

// SetText types for the user; OnChanged is told.
func (b *SearchBox) SetText(t string) { b.entry.SetText(t) }

// Keyboard is what takes the focus: canvas.Focus(box.Keyboard()).
func (b *SearchBox) Keyboard() fyne.Focusable { return b.entry }

// Escape in a full search box empties it; in an empty one it does what Escape does elsewhere.
func (b *SearchBox) key(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyEscape && b.entry.Text != "":
		b.entry.SetText("")
	case e.Name == fyne.KeyDown && b.OnDown != nil:
		b.OnDown()
	case (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && b.OnEnter != nil:
		b.OnEnter()
	default:
		return false
	}
	return true
}

type searchLayout struct {
	entry *entry
	hint  string
	right float32
}

func (l *searchLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(220, look.RowHeight)
}

func (l *searchLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	Place(objs[0], At(0, 0, size.Width, size.Height))
	h, w := Ceil(objs[1].MinSize().Height), size.Width-31-l.right
	if short := Ellipsis(l.hint, look.Body, w-2*entryPad-2); short != l.entry.PlaceHolder {
		l.entry.SetPlaceHolder(short) // a longer hint would scroll
	}
	Place(objs[1], At(31, (size.Height-h)/2, w, h))
}
