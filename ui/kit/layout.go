package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// The layouts of the kit place everything on whole pixels and let heights follow widths: a paragraph or a row of
// chips that gets less room becomes taller, and what is below it moves down in the same pass.

// Flowing is a widget whose height depends on its width.
type Flowing interface{ HeightFor(width float32) float32 }

// flow is a layout whose height depends on its width.
type flow interface {
	heightFor(objs []fyne.CanvasObject, width float32) float32
	wide(objs []fyne.CanvasObject) float32
}

// HeightFor returns the height o needs at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Flowing:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(flow); ok {
			return l.heightFor(shown(o.Objects), width)
		}
	}
	return Ceil(o.MinSize().Height)
}

func shown(objs []fyne.CanvasObject) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, len(objs))
	for _, o := range objs {
		if o != nil && o.Visible() {
			out = append(out, o)
		}
	}
	return out
}

// minWidth is the width o wants. It does not ask kit containers for their MinSize, which would compute every height
// below them, again at each level.
func minWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flow); ok {
			return l.wide(shown(c.Objects))
		}
	}
	return Ceil(o.MinSize().Width)
}

func widest(objs []fyne.CanvasObject) (w float32) {
	for _, o := range objs {
		w = max(w, minWidth(o))
	}
	return w
}

// memory keeps the last width a layout was given, because Fyne asks for a minimal size without one.
type memory struct{ width float32 }

func (m *memory) min(l flow, all []fyne.CanvasObject) fyne.Size {
	objs := shown(all)
	w, at := l.wide(objs), m.width
	if at == 0 {
		at = max(w, look.TextWidthMax)
	}
	return fyne.NewSize(w, l.heightFor(objs, at))
}

// inRow is the width of objects side by side.
func inRow(gap float32, objs []fyne.CanvasObject) float32 {
	w := gap * float32(max(0, len(objs)-1))
	for _, o := range objs {
		w += minWidth(o)
	}
	return w
}

func nonNil(objs []fyne.CanvasObject) []fyne.CanvasObject {
	out := objs[:0:0]
	for _, o := range objs {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

// Grow lets its object take the room that is left: the width in an HBox, the height in a VBox.
func Grow(o fyne.CanvasObject) *fyne.Container { return container.New(&growLayout{}, o) }

// Spacer is growing emptiness.
func Spacer() *fyne.Container { return Grow(Gap(0)) }

// Gap is an empty square of that side.
func Gap(side float32) fyne.CanvasObject {
	return NewPainted(fyne.NewSize(side, side), nil)
}

type growLayout struct{ fillLayout }

func growing(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(*growLayout)
	return ok
}

func countGrowing(objs []fyne.CanvasObject) (n float32) {
	for _, o := range objs {
		if growing(o) {
			n++
		}
	}
	return n
}

// Stack puts objects over one another, all of the same size.
func Stack(objs ...fyne.CanvasObject) *fyne.Container {
	return container.New(&fillLayout{}, nonNil(objs)...)
}

type fillLayout struct{ memory }

func (l *fillLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objs) {
		Place(o, At(0, 0, size.Width, size.Height))
	}
}

func (l *fillLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *fillLayout) wide(objs []fyne.CanvasObject) float32 { return widest(objs) }

func (l *fillLayout) heightFor(objs []fyne.CanvasObject, w float32) (h float32) {
	for _, o := range objs {
		h = max(h, HeightFor(o, w))
	}
	return h
}

// Pad puts the same margin around an object; PadXY chooses the sides (dx) and the top and bottom (dy).
func Pad(margin float32, o fyne.CanvasObject) *fyne.Container { return PadXY(margin, margin, o) }

// PadXY puts a margin of dx at the left and right of an object and dy above and below.
func PadXY(dx, dy float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&padLayout{dx: dx, dy: dy}, o)
}

type padLayout struct {
	memory
	dx, dy float32
}

func (l *padLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objs) {
		Place(o, At(0, 0, size.Width, size.Height).Inset(l.dx, l.dy))
	}
}

func (l *padLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *padLayout) wide(objs []fyne.CanvasObject) float32 { return widest(objs) + 2*l.dx }

func (l *padLayout) heightFor(objs []fyne.CanvasObject, w float32) (h float32) {
	for _, o := range objs {
		h = max(h, HeightFor(o, w-2*l.dx))
	}
	return h + 2*l.dy
}

// AtMost keeps an object at the left, not wider than width: a form, a long text.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atMostLayout{most: width}, o)
}

type atMostLayout struct {
	memory
	most float32
}

func (l *atMostLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objs) {
		Place(o, At(0, 0, min(l.most, size.Width), size.Height))
	}
}

func (l *atMostLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *atMostLayout) wide(objs []fyne.CanvasObject) float32 { return min(l.most, widest(objs)) }

func (l *atMostLayout) heightFor(objs []fyne.CanvasObject, w float32) (h float32) {
	for _, o := range objs {
		h = max(h, HeightFor(o, min(w, l.most)))
	}
	return h
}

// Sized gives an object a minimal size whatever its own: a list or a chart inside a scrolling page.
func Sized(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{fyne.NewSize(w, h)}, o)
}

type sizedLayout struct{ min fyne.Size }

func (l *sizedLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objs) {
		Place(o, At(0, 0, size.Width, size.Height))
	}
}

func (l *sizedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.min }

// Center puts an object, at its minimal size, in the middle.
func Center(o fyne.CanvasObject) *fyne.Container { return container.New(&centerLayout{}, o) }

type centerLayout struct{ memory }

func (l *centerLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range shown(objs) {
		w := min(minWidth(o), size.Width)
		Place(o, At(0, 0, size.Width, size.Height).Middle(w, min(HeightFor(o, w), size.Height)))
	}
}

func (l *centerLayout) MinSize(objs []fyne.CanvasObject) fyne.Size { return l.min(l, objs) }

func (l *centerLayout) wide(objs []fyne.CanvasObject) float32 { return widest(objs) }

func (l *centerLayout) heightFor(objs []fyne.CanvasObject, w float32) (h float32) {
	for _, o := range objs {
		h = max(h, HeightFor(o, min(minWidth(o), w)))
	}
	return h
}
