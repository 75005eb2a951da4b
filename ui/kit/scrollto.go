package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// OnScroll has f called when the person scrolls a Scroll.
func OnScroll(scroll *fyne.Container, f func()) {
	if s := scrollOf(scroll); s != nil {
		s.OnScrolled = func(fyne.Position) { f() }
	}
}

// ScrollTo scrolls so that o, which is inside, stands at the top, or as near to it as the end allows.
func ScrollTo(scroll *fyne.Container, o fyne.CanvasObject) {
	if s := scrollOf(scroll); s != nil {
		most := max(0, s.Content.Size().Height-s.Size().Height)
		s.ScrollToOffset(fyne.NewPos(0, min(most, max(0, placeIn(s, o)))))
	}
}

// ScrollOffset is how far a Scroll is scrolled, and SetScrollOffset scrolls it there again: to keep one's place when
// what is inside is made anew.
func ScrollOffset(scroll *fyne.Container) float32 {
	if s := scrollOf(scroll); s != nil {
		return s.Offset.Y
	}
	return 0
}

// SetScrollOffset is told by ScrollOffset.
func SetScrollOffset(scroll *fyne.Container, y float32) {
	if s := scrollOf(scroll); s != nil {
		s.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// AtTop is the index of the part that the person reads: the last one that begins in the upper third of a Scroll, and
// the very last once the end is reached.
func AtTop(scroll *fyne.Container, parts []fyne.CanvasObject) int {
	s := scrollOf(scroll)
	if s == nil || len(parts) == 0 {
		return 0
	}
	if s.Offset.Y > 0 && s.Offset.Y >= s.Content.Size().Height-s.Size().Height-1 {
		return len(parts) - 1
	}
	at := 0
	for i, o := range parts {
		if placeIn(s, o) <= s.Offset.Y+s.Size().Height/3 {
			at = i
		}
	}
	return at
}

func scrollOf(c *fyne.Container) *container.Scroll {
	for _, o := range c.Objects {
		if s, ok := o.(*container.Scroll); ok {
			return s
		}
	}
	return nil
}

// placeIn is where o begins in what is scrolled.
func placeIn(s *container.Scroll, o fyne.CanvasObject) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.Content).Y
}
