package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Painted is the base of every widget of the kit: a minimal size and a paint function over a Scene. A widget that
// embeds it sets Paint (and Measure when its size follows its content), then calls ExtendBaseWidget on itself.
type Painted struct {
	widget.BaseWidget
	Min     fyne.Size
	Measure func() fyne.Size // when set, replaces Min
	Paint   func(s *Scene, size fyne.Size)
	scene   Scene
}

// NewPainted makes a passive drawing.
func NewPainted(min fyne.Size, paint func(*Scene, fyne.Size)) *Painted {
	p := &Painted{Min: min, Paint: paint}
	p.ExtendBaseWidget(p)
	return p
}

// NewMeasured makes a passive drawing whose size is asked each time.
func NewMeasured(measure func() fyne.Size, paint func(*Scene, fyne.Size)) *Painted {
	p := &Painted{Measure: measure, Paint: paint}
	p.ExtendBaseWidget(p)
	return p
}

// MinSize implements fyne.CanvasObject.
func (p *Painted) MinSize() fyne.Size {
	if p.Measure != nil {
		return p.Measure()
	}
	return p.Min
}

// Texts returns the words drawn, in order and before any ellipsis, for tests and for reading aloud.
func (p *Painted) Texts() []string {
	if len(p.scene.objs) == 0 {
		p.paint(p.MinSize())
	}
	return slices.Clone(p.scene.words)
}

func (p *Painted) paint(size fyne.Size) {
	if size.Width < 1 || size.Height < 1 || p.Paint == nil {
		return
	}
	p.scene.begin(canvasScale)
	p.Paint(&p.scene, size)
	p.scene.end()
}

// CreateRenderer implements fyne.Widget.
func (p *Painted) CreateRenderer() fyne.WidgetRenderer { return &sceneRenderer{p} }

type sceneRenderer struct{ p *Painted }

func (r *sceneRenderer) Layout(size fyne.Size)        { r.p.paint(size) }
func (r *sceneRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *sceneRenderer) Objects() []fyne.CanvasObject { return r.p.scene.objs }
func (r *sceneRenderer) Destroy()                     {}

// Refresh paints again and marks the canvas dirty once: texts and icons that did not change keep their textures.
func (r *sceneRenderer) Refresh() {
	r.p.paint(r.p.Size())
	if len(r.p.scene.objs) > 0 {
		canvas.Refresh(r.p.scene.objs[0])
	}
}

// canvasScale is the number of pixels in a canvas unit.
var canvasScale float32 = 1

// Scale returns the scale everything is painted at.
func Scale() float32 { return canvasScale }

// SetScale tells the kit the scale of the window's canvas; it says whether that is news. The shell calls it when
// the window opens or changes screen, and then refreshes its content.
func SetScale(s float32) bool {
	if s <= 0 || s == canvasScale {
		return false
	}
	canvasScale = s
	return true
}

// Snap rounds to the grid of physical pixels.
func Snap(v float32) float32 { return float32(iround(v*canvasScale)) / canvasScale }

// Place moves and sizes an object on whole pixels: a widget between two pixels shifts all it contains, and the two
// painters do not round the same way.
func Place(o fyne.CanvasObject, a Area) {
	x, y := Snap(a.X), Snap(a.Y)
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(Snap(a.X+a.W)-x, Snap(a.Y+a.H)-y))
}

// Clip cuts its content. Fyne's NewClip forgets ExtendBaseWidget, without which its first Resize is lost.
func Clip(o fyne.CanvasObject) *container.Clip {
	c := container.NewClip(o)
	c.ExtendBaseWidget(c)
	return c
}
