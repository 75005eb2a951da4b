package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (t *Timeline) under(pos fyne.Position) int {
	for _, i := range slices.Backward(t.order) {
		if t.block(i).Has(pos.X, pos.Y) {
			return i
		}
	}
	return -1
}

// Tapped opens the block under the mouse, or with the keyboard the current one.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	i := -1
	switch {
	case e != nil && !e.Position.IsZero():
		i = t.under(e.Position)
	case len(t.order) > 0:
		i = t.order[t.at]
	}
	if i < 0 {
		return
	}
	t.at = slices.Index(t.order, i)
	t.Refresh()
	if t.parts.OnOpen != nil {
		t.parts.OnOpen(i)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Timeline) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	t.hover(t.under(e.Position), e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (t *Timeline) MouseOut() { t.hover(-1, fyne.Position{}) }

func (t *Timeline) hover(i int, at fyne.Position) {
	if i == t.over {
		return
	}
	t.over = i
	t.Refresh()
	tip := ""
	if i >= 0 {
		tip = t.parts.Blocks[i].Tip
	}
	showTip(tip, at)
}

// Cursor implements desktop.Cursorable.
func (t *Timeline) Cursor() desktop.Cursor {
	if t.over >= 0 && t.parts.OnOpen != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// At is the block the keyboard is on, or -1.
func (t *Timeline) At() int {
	if len(t.order) == 0 {
		return -1
	}
	return t.order[t.at]
}

func (t *Timeline) key(e *fyne.KeyEvent) bool {
	last := len(t.order) - 1
	switch e.Name {
	case fyne.KeyLeft:
		t.at = max(0, t.at-1)
	case fyne.KeyRight:
		t.at = max(0, min(last, t.at+1))
	case fyne.KeyHome:
		t.at = 0
	case fyne.KeyEnd:
		t.at = max(0, last)
	case fyne.KeyUp:
		t.at = t.nearest(-1)
	case fyne.KeyDown:
		t.at = t.nearest(1)
	default:
		return false
	}
	t.Refresh()
	return true
}

// nearest is the place of the block of the next line above (-1) or below (+1) whose middle is closest in time.
func (t *Timeline) nearest(step float32) int {
	if len(t.order) == 0 {
		return 0
	}
	from := t.block(t.order[t.at])
	best, bestUp, bestBeside := t.at, float32(0), float32(0)
	for place, i := range t.order {
		a := t.block(i)
		up := (a.Y - from.Y) * step
		if up <= 0 {
			continue
		}
		beside := a.X + a.W/2 - from.X - from.W/2
		if beside < 0 {
			beside = -beside
		}
		if best == t.at || up < bestUp || up == bestUp && beside < bestBeside {
			best, bestUp, bestBeside = place, up, beside
		}
	}
	return best
}
