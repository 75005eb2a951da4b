package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Picture shows a page of paper in a thin frame, as wide as its room or larger; what is larger scrolls both ways.
// Until an image comes, and when none can, a blank page says so in words.
type Picture struct {
	widget.BaseWidget
	// OnPixels is told how many pixels wide the page is drawn, when that changes: an image of that width is crisp.
	OnPixels func(width int)

	zoom   float32
	ratio  float32 // height of a page of width 1
	pixels int
	words  string
	image  *canvas.Image
	paper  *Painted
	scroll *container.Scroll
}

// Zooms of a Picture: its room's width is 1.
const (
	zoomLeast, zoomMost = .5, 3
	zoomStep            = 1.25
	ratioA4             = 297. / 210
	fitLeast            = .88 // of the room's width: what a page may lose to be in sight as a whole
	pictureBar          = 14
)

// NewPicture makes a blank page that says words.
func NewPicture(words string) *Picture {
	p := &Picture{zoom: 1, ratio: ratioA4, words: words}
	p.image = canvas.NewImageFromImage(nil)
	p.image.FillMode, p.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	p.image.Hide()
	p.paper = NewPainted(fyne.NewSize(1, 1), p.paintPaper)
	p.scroll = container.NewScroll(container.New(&pictureSheet{p}, p.paper, p.image))
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&pictureView{p}, p.scroll))
}

// MinSize implements fyne.CanvasObject.
func (p *Picture) MinSize() fyne.Size { return fyne.NewSize(120, 120) }

// SetImage shows a page.
func (p *Picture) SetImage(m image.Image) {
	if b := m.Bounds(); b.Dx() > 0 {
		p.ratio = float32(b.Dy()) / float32(b.Dx())
	}
	p.image.Image = m
	p.image.Show()
	p.image.Refresh()
	p.relay()
}

// Image is the page on show, or nil.
func (p *Picture) Image() image.Image { return p.image.Image }

// SetWords takes the page away and says why there is none.
func (p *Picture) SetWords(words string) {
	p.words, p.image.Image = words, nil
	p.image.Hide()
	p.relay()
}

// Words is what the blank page says, "" when a page is on show.
func (p *Picture) Words() string {
	if p.image.Image != nil {
		return ""
	}
	return p.words
}

// ZoomIn makes the page larger.
func (p *Picture) ZoomIn() { p.setZoom(min(zoomMost, p.zoom*zoomStep)) }

// ZoomOut makes the page smaller.
func (p *Picture) ZoomOut() { p.setZoom(max(zoomLeast, p.zoom/zoomStep)) }

// FullWidth makes the page as wide as its room.
func (p *Picture) FullWidth() { p.setZoom(1) }

// Pixels is how many pixels wide the page is drawn, 0 before it has any room.
func (p *Picture) Pixels() int { return p.pixels }

func (p *Picture) setZoom(z float32) {
	p.zoom = z
	p.relay()
}

// relay lays the page out again in the same room.
func (p *Picture) relay() {
	p.scroll.Refresh()
	p.place()
	p.paper.Refresh()
}

// page is the size of the page. A page that is nearly in sight as a whole is made to fit; one that scrolls leaves room
// for its bar.
func (p *Picture) page() fyne.Size {
	view := p.scroll.Size()
	full := view.Width
	switch whole := (view.Height-2)/p.ratio + 2; {
	case whole < fitLeast*full:
		full -= pictureBar
	case whole < full:
		full = whole
	}
	w := Snap(full * p.zoom)
	return fyne.NewSize(w, Snap((w-2)*p.ratio)+2)
}

// place lays the page in the middle of what scrolls, and tells how many pixels it has.
func (p *Picture) place() {
	view, page := p.scroll.Size(), p.page()
	if view.Width < 3 {
		return
	}
	at := At(max(0, (view.Width-page.Width)/2), 0, page.Width, page.Height)
	Place(p.paper, at)
	Place(p.image, at.Inset(1, 1))
	if px := iround(page.Width*canvasScale) - 2*max(1, iround(canvasScale)); px != p.pixels {
		p.pixels = px
		if p.OnPixels != nil {
			p.OnPixels(px)
		}
	}
}

func (p *Picture) paintPaper(s *Scene, size fyne.Size) {
	c := look.P()
	all := At(0, 0, size.Width, size.Height)
	s.Box(all, Edge{1, c.LineStrong}, c.Card, 0)
	if p.image.Image != nil {
		return
	}
	st := look.Detail
	lines := Wrap(p.words, st, min(280, max(60, size.Width-40)))
	y := size.Height/3 - float32(len(lines))*st.Line()/2
	s.Icon(At(0, y-36, size.Width, 24), "file-text", c.Ink3)
	for i, l := range lines {
		s.TextC(At(20, y+float32(i)*st.Line(), size.Width-40, st.Line()), l, st)
	}
}

// pictureSheet is what scrolls: the page.
type pictureSheet struct{ p *Picture }

func (l *pictureSheet) MinSize([]fyne.CanvasObject) fyne.Size { return l.p.page() }

func (l *pictureSheet) Layout([]fyne.CanvasObject, fyne.Size) { l.p.place() }

// pictureView gives the scroll all the room.
type pictureView struct{ p *Picture }

func (l *pictureView) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *pictureView) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	Place(objs[0], At(0, 0, size.Width, size.Height))
	l.p.place()
}
