package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fit puts rest below first. first takes up to wish more than its least height, when rest leaves it, and never what it
// does not need: a grid that scrolls inside itself, and what stands below it.
func Fit(gap float32, wish func() float32, first, rest fyne.CanvasObject) *fyne.Container {
	return container.New(&fitLayout{gap: gap, wish: wish}, first, rest)
}

type fitLayout struct {
	memory
	gap  float32
	wish func() float32
}

func (l *fitLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *fitLayout) wide(objs []fyne.CanvasObject) (w float32) {
	for _, o := range objs {
		w = max(w, minWidth(o))
	}
	return w
}

func (l *fitLayout) heightFor(objs []fyne.CanvasObject, width float32) float32 {
	h := l.gap * float32(max(0, len(objs)-1))
	for _, o := range objs {
		h += HeightFor(o, width)
	}
	return h
}

func (l *fitLayout) Layout(all []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	objs := shown(all)
	left, y := max(0, size.Height-l.heightFor(objs, size.Width)), float32(0)
	for i, o := range objs {
		h := HeightFor(o, size.Width)
		if i == 0 {
			h += min(left, max(0, l.wish()))
		}
		Place(o, At(0, y, size.Width, h))
		y += h + l.gap
	}
}
