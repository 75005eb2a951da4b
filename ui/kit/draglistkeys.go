package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

// choose takes a line, and tells when it is another one; -1 takes none.
func (r *dragRows) choose(i int) {
	key := ""
	if i >= 0 && i < len(r.rows) {
		key = r.rows[i].Key
	}
	if key == r.key {
		return
	}
	r.list.Select(key)
	if r.parts.OnPick != nil {
		r.parts.OnPick(key)
	}
}

func (r *dragRows) press(e *fyne.KeyEvent) bool {
	i, last := r.at(), len(r.rows)-1
	if r.parts.OnKey != nil && r.parts.OnKey(r.key, e) {
		return true
	}
	switch e.Name {
	case fyne.KeyDown:
		r.choose(min(i+1, last))
	case fyne.KeyUp:
		r.choose(max(min(i, last)-1, 0))
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		switch {
		case i < 0:
			r.choose(0)
		case r.parts.OnOpen != nil:
			r.parts.OnOpen(r.key)
		}
	case desktop.KeyMenu:
		r.menu(i)
	case fyne.KeyEscape:
		if i < 0 {
			return false
		}
		r.choose(-1)
	default:
		return false
	}
	return true
}

// TypedRune implements fyne.Focusable.
func (r *dragRows) TypedRune(letter rune) {
	if r.key != "" && r.parts.OnRune != nil {
		r.parts.OnRune(r.key, letter)
	}
}

func (r *dragRows) menu(i int) {
	if i < 0 || r.parts.OnMenu == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r)
	r.parts.OnMenu(r.rows[i].Key, r.row(i).Shift(at.X, at.Y))
}

func (r *dragRows) under(y float32) int {
	for i := range r.rows {
		if a := r.row(i); y >= a.Y && y < a.Bottom() {
			return i
		}
	}
	return -1
}

func (r *dragRows) focusHere() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}

// Tapped chooses the line under the mouse; the one already chosen is left.
func (r *dragRows) Tapped(e *fyne.PointEvent) {
	gesture()
	r.focusHere()
	i := r.under(e.Position.Y)
	if i == r.at() {
		i = -1
	}
	r.choose(i)
}

// TappedSecondary opens the menu of the line under the mouse.
func (r *dragRows) TappedSecondary(e *fyne.PointEvent) {
	gesture()
	r.focusHere()
	if i := r.under(e.Position.Y); i >= 0 {
		r.choose(i)
		r.menu(i)
	}
}

// FocusGained implements fyne.Focusable. The list scrolls to its choice, not to its own top.
func (r *dragRows) FocusGained() {
	r.set(&r.focused, true)
	r.reveal()
}

// MouseIn implements desktop.Hoverable.
func (r *dragRows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *dragRows) MouseMoved(e *desktop.MouseEvent) {
	if i := r.under(e.Position.Y); i != r.over {
		r.over = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *dragRows) MouseOut() {
	r.over = -1
	r.Refresh()
}

// MouseDown remembers the line: the first move of a drag is told later.
func (r *dragRows) MouseDown(e *desktop.MouseEvent) {
	r.pressed = ""
	if i := r.under(e.Position.Y); i >= 0 {
		r.pressed = r.rows[i].Key
	}
}

// MouseUp implements desktop.Mouseable.
func (r *dragRows) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: the name follows the mouse, over whatever is in the window.
func (r *dragRows) Dragged(e *fyne.DragEvent) {
	i := slices.IndexFunc(r.rows, func(row DragRow) bool { return row.Key == r.pressed })
	if i < 0 || r.parts.OnDrop == nil {
		return
	}
	row := r.rows[i]
	if row.Fixed != "" {
		showTip(row.Fixed, e.AbsolutePosition)
		return
	}
	if r.carried == "" {
		r.carried = row.Key
		r.focusHere()
		r.choose(i)
	}
	r.lastAt = e.AbsolutePosition
	words, bad := "", false
	if r.parts.OnDrag != nil {
		words, bad = r.parts.OnDrag(row.Key, r.lastAt)
	}
	if top != nil {
		top.Drag(func(s *Scene, at fyne.Position) { row.ghost(s, at, words, bad) }, r.lastAt)
	}
}

// DragEnd implements fyne.Draggable.
func (r *dragRows) DragEnd() {
	key := r.carried
	r.carried, r.pressed = "", ""
	showTip("", fyne.Position{})
	if key == "" {
		return
	}
	if top != nil {
		top.Drag(nil, fyne.Position{})
	}
	r.parts.OnDrop(key, r.lastAt)
}

// ghost is the name under the mouse, and below it what letting it go would do.
func (d DragRow) ghost(s *Scene, at fyne.Position, words string, bad bool) {
	p := look.P()
	name := At(at.X+8, at.Y+8, Ceil(Width(d.Title, look.BodyBold))+24, 34)
	if d.Icon != "" {
		name.W += 24
	}
	s.Shadow(name, look.RadiusField)
	s.Box(name, Edge{1, p.Primary}, p.Card, look.RadiusField)
	in := name.After(12)
	if d.Icon != "" {
		s.Icon(in.Left(look.IconMid), d.Icon, p.Tone(d.Tone).Ink)
		in = in.After(24)
	}
	s.Text(At(in.X, in.Y, 0, in.H), d.Title, look.BodyBold)
	if words != "" {
		s.verdict(At(name.X, name.Bottom()+4, 0, 0), words, bad)
	}
}
