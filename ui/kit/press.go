package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Press is the base of everything that can be clicked: hover, focus ring, Enter and Space, pointer cursor,
// disabled. A widget embeds it, sets Paint and Name, and calls ExtendBaseWidget on itself.
type Press struct {
	Painted
	Name     string // what the widget says: tests find it by this
	Tip      string // shown on hover; never the only place where something is said
	Still    bool   // the keyboard scrolls nothing into sight: it stands outside of what scrolls
	OnTapped func()
	OnKey    func(*fyne.KeyEvent) bool // sees keys first; true = taken
	OnHover  func(bool)
	OnFocus  func(bool)

	hovered, focused, disabled bool
	self                       fyne.Widget
}

// Extend is ExtendBaseWidget, and remembers who embeds the base.
func (b *Press) Extend(self fyne.Widget) {
	b.self = self
	b.ExtendBaseWidget(self)
}

// Hovered says whether the mouse is here and may click.
func (b *Press) Hovered() bool { return b.hovered && !b.disabled }

// Focused says whether the keyboard is here.
func (b *Press) Focused() bool { return b.focused }

// Disabled implements fyne.Disableable.
func (b *Press) Disabled() bool { return b.disabled }

// Enable implements fyne.Disableable.
func (b *Press) Enable() { b.set(&b.disabled, false) }

// Disable implements fyne.Disableable.
func (b *Press) Disable() { b.set(&b.disabled, true) }

func (b *Press) set(f *bool, v bool) {
	if *f != v {
		*f = v
		b.Refresh()
	}
}

// Label returns the plain words of the widget.
func (b *Press) Label() string { return b.Name }

// Tapped implements fyne.Tappable. The tip goes: what is pressed is often gone before the mouse leaves it.
func (b *Press) Tapped(*fyne.PointEvent) {
	gesture()
	if b.Tip != "" {
		showTip("", fyne.Position{})
	}
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Press) MouseIn(e *desktop.MouseEvent) {
	b.set(&b.hovered, true)
	if b.OnHover != nil {
		b.OnHover(true)
	}
	if b.Tip != "" && e != nil {
		showTip(b.Tip, e.AbsolutePosition)
	}
}

// MouseMoved implements desktop.Hoverable.
func (b *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Press) MouseOut() {
	b.set(&b.hovered, false)
	if b.OnHover != nil {
		b.OnHover(false)
	}
	if b.Tip != "" {
		showTip("", fyne.Position{})
	}
}

// FocusGained implements fyne.Focusable.
func (b *Press) FocusGained() {
	b.set(&b.focused, true)
	if !b.Still {
		Reveal(b.self)
	}
	if b.OnFocus != nil {
		b.OnFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (b *Press) FocusLost() {
	b.set(&b.focused, false)
	if b.OnFocus != nil {
		b.OnFocus(false)
	}
}

// TypedRune implements fyne.Focusable.
func (b *Press) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *Press) TypedKey(e *fyne.KeyEvent) {
	if b.OnKey != nil && b.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if t, ok := b.self.(fyne.Tappable); ok {
			t.Tapped(&fyne.PointEvent{})
		}
	case fyne.KeyEscape:
		Escape(b.self)
	}
}

// Cursor implements desktop.Cursorable.
func (b *Press) Cursor() desktop.Cursor {
	if b.disabled || b.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Force shows a state as if the mouse or the keyboard were there: for catalogues and documentation.
func (b *Press) Force(hovered, focused bool) {
	b.hovered, b.focused = hovered, focused
	b.Refresh()
}

// ring draws the focus ring around the whole widget when it has the focus.
func (b *Press) ring(s *Scene, size fyne.Size, r float32) {
	if b.focused {
		s.Ring(At(0, 0, size.Width, size.Height), r)
	}
}

// OnEscape is what Escape does when nothing is open: the shell sets it.
var OnEscape func()

// Escape closes the topmost dialog or menu of o's window with its safe answer, or else calls OnEscape. Widgets with
// their own keyboard call it when they have no use for the key; so does the shell, with nil, when nothing has the
// focus.
func Escape(o fyne.CanvasObject) {
	if o == nil && top != nil {
		o = top
	}
	if o == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		if top, ok := c.Overlays().Top().(interface{ Escape() }); ok {
			top.Escape()
			return
		}
	}
	if OnEscape != nil {
		OnEscape()
	}
}
