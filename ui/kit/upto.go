package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// UpTo puts two objects below one another. Of the room that is left the upper one takes what wanted answers, or
// nothing when there is not that much; the lower one takes the rest.
func UpTo(gap float32, wanted func() float32, upper, lower fyne.CanvasObject) *fyne.Container {
	return container.New(&upToLayout{gap: gap, wanted: wanted}, upper, lower)
}

type upToLayout struct {
	memory
	gap    float32
	wanted func() float32 // more than its least height
}

func (l *upToLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	h, more := HeightFor(objs[0], size.Width), l.wanted()
	if size.Height-l.heightFor(objs, size.Width) >= more {
		h += more
	}
	Place(objs[0], At(0, 0, size.Width, h))
	Place(objs[1], At(0, h+l.gap, size.Width, max(0, size.Height-h-l.gap)))
}

func (l *upToLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *upToLayout) wide(objs []fyne.CanvasObject) float32 { return widest(objs) }

func (l *upToLayout) heightFor(objs []fyne.CanvasObject, w float32) float32 {
	return HeightFor(objs[0], w) + l.gap + HeightFor(objs[1], w)
}
