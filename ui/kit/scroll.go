package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroll lets its content be higher than the room it has. Put the margins of the page inside it, so that focus
// rings are not cut.
func Scroll(o fyne.CanvasObject) *fyne.Container {
	inner := container.New(&scrolled{}, o)
	bar := container.NewVScroll(inner)
	return container.New(&scrollLayout{inner: inner}, bar)
}

// scrolled is as high as its content needs at the width of the scroll.
type scrolled struct{ width, least float32 }

func (l *scrolled) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objs {
		Place(o, At(0, 0, l.width, max(l.least, HeightFor(o, l.width))))
	}
}

func (l *scrolled) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, HeightFor(objs[0], l.width))
}

type scrollLayout struct{ inner *fyne.Container }

func (l *scrollLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	s := l.inner.Layout.(*scrolled)
	s.width, s.least = size.Width, size.Height
	Place(objs[0], At(0, 0, size.Width, size.Height))
	l.inner.Resize(fyne.NewSize(size.Width, max(size.Height, l.inner.MinSize().Height)))
	s.Layout(l.inner.Objects, l.inner.Size())
	objs[0].Refresh()
}

func (l *scrollLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

// HeightWanted is the height at which the content of a Scroll would need no bar.
func HeightWanted(scroll *fyne.Container, width float32) float32 {
	if l, ok := scroll.Layout.(*scrollLayout); ok {
		return HeightFor(l.inner.Objects[0], width)
	}
	return HeightFor(scroll, width)
}

// Reveal scrolls whatever holds o so that o can be seen. Every widget of the kit calls it when it gets the focus;
// a stock Entry in a page should do the same.
func Reveal(o fyne.CanvasObject) {
	if o == nil {
		return
	}
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	at := d.AbsolutePositionForObject(o)
	for _, s := range scrollsIn(root) {
		in := d.AbsolutePositionForObject(s.Content)
		inside := At(in.X, in.Y, s.Content.Size().Width, s.Content.Size().Height).Has(at.X, at.Y)
		if !inside || o == fyne.CanvasObject(s.Content) {
			continue
		}
		top, bottom := at.Y-in.Y-8, at.Y-in.Y+o.Size().Height+8
		switch {
		case top < s.Offset.Y:
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, max(0, top)))
		case bottom > s.Offset.Y+s.Size().Height:
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, bottom-s.Size().Height))
		}
	}
}

func scrollsIn(o fyne.CanvasObject) (found []*container.Scroll) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			if child != nil && child.Visible() {
				found = append(found, scrollsIn(child)...)
			}
		}
	case *container.Scroll:
		found = append(scrollsIn(o.Content), o)
	case interface{ Content() fyne.CanvasObject }:
		found = scrollsIn(o.Content())
	}
	return found
}
