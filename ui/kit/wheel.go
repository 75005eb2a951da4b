package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a text of several lines and hands the mouse wheel on to the page. Fyne's entry keeps it to itself,
// and a form of notes would not scroll. It takes nothing else: clicks and keys go to what is below.
type wheel struct{ widget.BaseWidget }

func newWheel() *wheel {
	w := &wheel{}
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(w)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	at := d.AbsolutePositionForObject(w)
	for _, s := range scrollsIn(root) {
		in := d.AbsolutePositionForObject(s.Content)
		if At(in.X, in.Y, s.Content.Size().Width, s.Content.Size().Height).Has(at.X, at.Y) {
			s.Scrolled(e)
			return
		}
	}
}
