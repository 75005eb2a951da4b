package kit

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mercredi/ui/look"
)

// Scene is a retained drawing list written like immediate mode. Texts, icons and boxes are matched by content
// between two paints: what is drawn again only moves, so its texture survives and only new content is made.
type Scene struct {
	scale  float32
	objs   []fyne.CanvasObject
	rects  []*canvas.Rectangle
	used   int // rectangles of rects in use
	texts  shelf[textKey, *canvas.Text]
	images shelf[any, *canvas.Image] // by iconKey, cornerKey or textBitmapKey
	words  []string
}

// Edge is the border of a box: its width in canvas units and its colour. The zero Edge is no border.
type Edge struct {
	Width  float32
	Colour color.NRGBA
}

// shelf keeps the objects of the last paint by content. First in, first out: equal things keep their order, or
// they would swap places at each paint and Fyne would repaint for ever.
type shelf[K comparable, O any] struct{ now, before map[K][]O }

func (s *shelf[K, O]) turn() { s.before, s.now = s.now, make(map[K][]O, len(s.now)) }

func (s *shelf[K, O]) take(k K, create func() O) O {
	var o O
	if l := s.before[k]; len(l) > 0 {
		o, s.before[k] = l[0], l[1:]
	} else {
		o = create()
	}
	s.now[k] = append(s.now[k], o)
	return o
}

func (s *Scene) begin(scale float32) {
	s.scale, s.used = scale, 0
	s.objs, s.words = make([]fyne.CanvasObject, 0, len(s.objs)), s.words[:0]
	s.texts.turn()
	s.images.turn()
}

func (s *Scene) end() { s.texts.before, s.images.before = nil, nil }

// eps keeps a coordinate just under the pixel boundary: the software painter rounds up, the GL painter to
// nearest, and n/scale*scale is not always n in float32.
const eps = .02

func (s *Scene) px(v float32) int { return iround(v * s.scale) }

func (s *Scene) put(o fyne.CanvasObject, x, y int) {
	o.Move(fyne.NewPos((float32(x)-eps)/s.scale, (float32(y)-eps)/s.scale))
	s.objs = append(s.objs, o)
}

func (s *Scene) size(w, h int) fyne.Size {
	return fyne.NewSize((float32(w)-eps)/s.scale, (float32(h)-eps)/s.scale)
}

// plain draws a square-cornered rectangle given in pixels.
func (s *Scene) plain(r image.Rectangle, fill color.NRGBA) *canvas.Rectangle {
	if s.used == len(s.rects) {
		s.rects = append(s.rects, &canvas.Rectangle{})
	}
	o := s.rects[s.used]
	s.used++
	o.FillColor, o.CornerRadius, o.Shadow = fill, 0, canvas.Shadow{}
	o.Resize(s.size(r.Dx(), r.Dy()))
	s.put(o, r.Min.X, r.Min.Y)
	return o
}

func (s *Scene) image(key any, x, y int, bitmap func() *image.NRGBA) {
	o := s.images.take(key, func() *canvas.Image {
		img := bitmap()
		o := canvas.NewImageFromImage(img)
		o.Resize(s.size(img.Rect.Dx(), img.Rect.Dy()))
		return o
	})
	s.put(o, x, y)
}

func (s *Scene) sprite(x, y int, k cornerKey) {
	s.image(k, x, y, func() *image.NRGBA { return sprite(k) })
}

// pixels returns an area on the pixel grid. Hairlines keep their thickness wherever they fall.
func (s *Scene) pixels(a Area) image.Rectangle {
	r := image.Rect(s.px(a.X), s.px(a.Y), s.px(a.X+a.W), s.px(a.Y+a.H))
	if a.W <= 2 && a.W > 0 {
		r.Max.X = r.Min.X + max(1, s.px(a.W))
	}
	if a.H <= 2 && a.H > 0 {
		r.Max.Y = r.Min.Y + max(1, s.px(a.H))
	}
	return r
}

// Rect draws a filled rectangle with corner radius r (0 = square).
func (s *Scene) Rect(a Area, fill color.NRGBA, r float32) {
	s.round(a, Edge{}, fill, rounding{r, AllCorners})
}

// RectC draws a filled rectangle and rounds only the corners of the mask.
func (s *Scene) RectC(a Area, fill color.NRGBA, r float32, mask int) {
	s.round(a, Edge{}, fill, rounding{r, mask})
}

// Box draws a bordered box; a transparent fill leaves what is behind.
func (s *Scene) Box(a Area, e Edge, fill color.NRGBA, r float32) {
	s.round(a, e, fill, rounding{r, AllCorners})
}

// Edged draws a block: a bordered box in the tint of a tone with a strip of its edge colour, 4 wide, on the left.
func (s *Scene) Edged(a Area, e Edge, t look.Tone, r float32) {
	s.Box(a, e, t.Tint, r)
	p, b := s.pixels(a), max(1, s.px(e.Width))
	strip := spriteKey{w: 2*s.px(r) + 4, h: p.Dy() - 2*b, r: s.px(r) - b, mask: TopLeft | BottomLeft, cut: s.px(4), fill: t.Edge}
	if strip.h > 0 {
		s.sprite(p.Min.X+b, p.Min.Y+b, cornerKey{k: strip})
	}
}

// Ring draws the focus ring: 2 wide, 2 outside the box of corner radius r. Nothing behind it is covered.
func (s *Scene) Ring(a Area, r float32) {
	s.Box(a.Inset(-4, -4), Edge{2, look.P().Focus}, color.NRGBA{}, r+4)
}

// RingIn draws the focus ring just inside the box, for what an ancestor would clip (rows, cells).
func (s *Scene) RingIn(a Area, r float32) { s.Box(a, Edge{2, look.P().Focus}, color.NRGBA{}, r) }

// Dot draws a filled circle in the middle of the area, of its smaller side.
func (s *Scene) Dot(a Area, c color.NRGBA) {
	d := min(a.W, a.H)
	s.Rect(a.Middle(d, d), c, d/2)
}

// Shadow puts a soft shadow under a box that is drawn next (the only use of Fyne's own corner radius).
func (s *Scene) Shadow(a Area, r float32) {
	o := s.plain(s.pixels(a.Inset(1, 1)), color.NRGBA{A: 1})
	o.CornerRadius = r
	o.Shadow = canvas.Shadow{Color: color.NRGBA{A: 60}, BlurRadius: 14, Offset: fyne.NewPos(0, 4)}
}

// Icon draws an icon in the middle of the area, of its smaller side.
func (s *Scene) Icon(a Area, name string, c color.NRGBA) {
	if name == "" {
		return
	}
	d := min(a.W, a.H)
	a = a.Middle(d, d)
	k := iconKey{name, c, s.px(d)}
	s.image(k, s.px(a.X), s.px(a.Y), func() *image.NRGBA { return iconBitmap(k) })
}

// Text draws t on one line and returns the width it took. The line box is that of a browser: ascent and descent
// rounded to pixels, half of the leading above, rounded down. With a.W > 0 a longer text ends with an ellipsis.
func (s *Scene) Text(a Area, t string, st look.Style) float32 {
	if t == "" || a.W < 0 {
		return 0
	}
	s.words = append(s.words, t)
	if a.W > 0 {
		t = Ellipsis(t, st, a.W)
	}
	sc := float64(s.scale)
	asc, desc := math.Ceil(ascent*float64(st.Size)*sc), math.Round(descent*float64(st.Size)*sc)
	x, y := s.px(a.X), int(math.Round(float64(a.Y)*sc)+math.Floor((float64(a.H)*sc-asc-desc)/2))
	if s.scale >= bitmapTextFrom {
		k := textBitmapKey{t, faceOf(st), st.Size, st.Colour(), s.scale}
		if img := textBitmap(k); img != nil {
			s.image(k, x, y, func() *image.NRGBA { return img })
			return Width(t, st)
		}
	}
	o := s.texts.take(textKey{t, faceOf(st), st.Size, st.Colour()}, func() *canvas.Text {
		o := &canvas.Text{Text: t, TextSize: st.Size, Color: st.Colour(), FontSource: st.Font()}
		o.Resize(o.MinSize())
		return o
	})
	s.put(o, x, y)
	return Width(t, st)
}

// TextC draws t centred in the area.
func (s *Scene) TextC(a Area, t string, st look.Style) {
	w := min(Width(t, st), a.W)
	s.Text(At(a.X+(a.W-w)/2, a.Y, w+1, a.H), t, st)
}

// TextR draws t against the right edge of the area and returns its width.
func (s *Scene) TextR(a Area, t string, st look.Style) float32 {
	w := Width(t, st)
	if a.W > 0 {
		w = min(w, a.W)
	}
	s.Text(At(a.X+a.W-w, a.Y, w+1, a.H), t, st)
	return w
}

// Lines draws already wrapped lines below one another, each a.H high, and returns the height they took.
func (s *Scene) Lines(a Area, lines []string, st look.Style) float32 {
	for i, l := range lines {
		s.Text(a.Shift(0, float32(i)*a.H), l, st)
	}
	return float32(len(lines)) * a.H
}
