package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// BrandMark is the name of the program over its five Wednesdays, as large as on the threshold.
func BrandMark(name string) *Painted {
	st := look.Threshold
	return NewMeasured(func() fyne.Size { return fyne.NewSize(max(120, Ceil(Width(name, st))), 60) }, func(s *Scene, size fyne.Size) {
		s.Text(At(0, 0, size.Width, 40), name, st)
		s.Ribbon(0, 50)
	})
}

// SideBand is the calm side of a screen: the colour of the rail, a hairline at its right.
func SideBand(o fyne.CanvasObject) *fyne.Container {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		p := look.P()
		s.Rect(At(0, 0, size.Width, size.Height), p.Rail, 0)
		s.Rect(At(size.Width-1, 0, 1, size.Height), p.Line, 0)
	})
	return Stack(back, o)
}

// MiddleColumn puts a column of a given width in the middle of its room, both ways. It gives way in a narrow window.
func MiddleColumn(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&middleLayout{width: width}, o)
}

type middleLayout struct {
	memory
	width float32
}

func (l *middleLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.memory.width = size.Width
	w := min(l.width, size.Width)
	h := HeightFor(objs[0], w)
	Place(objs[0], At((size.Width-w)/2, max(0, (size.Height-h)/2), w, h))
}

func (l *middleLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return l.min(l, objs)
}

func (l *middleLayout) wide(objs []fyne.CanvasObject) float32 { return widest(objs) }

func (l *middleLayout) heightFor(objs []fyne.CanvasObject, total float32) float32 {
	return HeightFor(objs[0], min(l.width, total))
}
