package kit

import (
	"image"
	"image/color"
)

// rounding is a corner radius and the corners it applies to.
type rounding struct {
	r    float32
	mask int
}

// Boxes up to wholeBox pixels are one bitmap. Larger ones are four corner bitmaps and plain rectangles, so that
// resizing makes no new bitmap; from bigBox on the rectangles do not overlap, because the pixels filled are what
// costs in a software GL.
const (
	wholeBox = 48 * 48
	bigBox   = 200 * 200
)

// round draws a box. Fyne's CornerRadius and StrokeWidth are not used: its two painters draw them differently, and
// the GL shader fades every edge over two pixels.
func (s *Scene) round(a Area, e Edge, fill color.NRGBA, c rounding) {
	p := s.pixels(a)
	if p.Dx() <= 0 || p.Dy() <= 0 {
		return
	}
	border := 0
	if e.Width > 0 {
		border = max(1, s.px(e.Width))
	}
	r := min(s.px(c.r), (min(p.Dx(), p.Dy())+1)/2)
	k := spriteKey{r: r, border: border, mask: c.mask, line: e.Colour, fill: fill}
	switch {
	case r <= 0 && border == 0:
		if fill.A > 0 {
			s.plain(p, fill)
		}
	case r <= 0:
		s.frame(p, k)
		if fill.A > 0 {
			s.plain(p.Inset(border), fill)
		}
	case p.Dx()*p.Dy() <= wholeBox || 2*r >= p.Dx() || 2*r >= p.Dy():
		k.w, k.h = p.Dx(), p.Dy()
		s.sprite(p.Min.X, p.Min.Y, cornerKey{k: k})
	default:
		s.large(p, k)
	}
}

// frame draws the four straight lines of a border, without the corners.
func (s *Scene) frame(p image.Rectangle, k spriteKey) {
	r, b := k.r, k.border
	s.plain(image.Rect(p.Min.X+r, p.Min.Y, p.Max.X-r, p.Min.Y+b), k.line)
	s.plain(image.Rect(p.Min.X+r, p.Max.Y-b, p.Max.X-r, p.Max.Y), k.line)
	s.plain(image.Rect(p.Min.X, p.Min.Y+r, p.Min.X+b, p.Max.Y-r), k.line)
	s.plain(image.Rect(p.Max.X-b, p.Min.Y+r, p.Max.X, p.Max.Y-r), k.line)
}

// large draws a box as strips and corner bitmaps:
//
//	TL ─ top ─ TR
//	│   middle  │
//	BL ─ low ─ BR
func (s *Scene) large(p image.Rectangle, k spriteKey) {
	if k.border > 0 {
		s.frame(p, k)
	}
	if k.fill.A > 0 {
		s.strips(p, k)
	}
	for _, c := range []struct{ bit, x, y int }{
		{TopLeft, p.Min.X, p.Min.Y}, {TopRight, p.Max.X - k.r, p.Min.Y},
		{BottomLeft, p.Min.X, p.Max.Y - k.r}, {BottomRight, p.Max.X - k.r, p.Max.Y - k.r},
	} {
		if k.mask&c.bit != 0 {
			s.sprite(c.x, c.y, cornerKey{spriteKey{r: k.r, border: k.border, line: k.line, fill: k.fill}, c.bit})
		}
	}
}

func (s *Scene) strips(p image.Rectangle, k spriteKey) {
	in, r := k.border, k.r
	if k.mask == AllCorners && p.Dx()*p.Dy() < bigBox { // two overlapping rectangles
		s.plain(image.Rect(p.Min.X+r, p.Min.Y+in, p.Max.X-r, p.Max.Y-in), k.fill)
		s.plain(image.Rect(p.Min.X+in, p.Min.Y+r, p.Max.X-in, p.Max.Y-r), k.fill)
		return
	}
	side := func(bit int) int {
		if k.mask&bit != 0 {
			return r
		}
		return in
	}
	s.plain(image.Rect(p.Min.X+side(TopLeft), p.Min.Y+in, p.Max.X-side(TopRight), p.Min.Y+r), k.fill)
	s.plain(image.Rect(p.Min.X+in, p.Min.Y+r, p.Max.X-in, p.Max.Y-r), k.fill)
	s.plain(image.Rect(p.Min.X+side(BottomLeft), p.Max.Y-r, p.Max.X-side(BottomRight), p.Max.Y-in), k.fill)
}
