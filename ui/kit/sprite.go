package kit

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Corner bits of a rounded box.
const (
	TopLeft = 1 << iota
	TopRight
	BottomRight
	BottomLeft
	AllCorners = TopLeft | TopRight | BottomRight | BottomLeft
)

// spriteKey describes a rounded box in physical pixels.
type spriteKey struct {
	w, h, r, border int
	mask            int
	cut             int // > 0 keeps only so many columns on the left
	line, fill      color.NRGBA
}

// cornerKey is a sprite, or (bit ≠ 0) the r×r corner of the smallest box that has it.
type cornerKey struct {
	k   spriteKey
	bit int
}

// cacheLimit bounds each bitmap cache; scenes keep their own objects, so a full cache is simply emptied.
const cacheLimit = 4000

// bitmaps is a bounded cache, for the UI goroutine only.
type bitmaps[K comparable] map[K]*image.NRGBA

func (b bitmaps[K]) get(k K, draw func() *image.NRGBA) *image.NRGBA {
	if img, ok := b[k]; ok {
		return img
	}
	if len(b) >= cacheLimit {
		clear(b)
	}
	img := draw()
	b[k] = img
	return img
}

var sprites = bitmaps[cornerKey]{}

// sprite rasterises a box once, with exact coverage: both painters of Fyne then show the same pixels.
func sprite(k cornerKey) *image.NRGBA {
	return sprites.get(k, func() *image.NRGBA {
		if k.bit != 0 {
			return drawCorner(k)
		}
		return drawBox(k.k)
	})
}

func drawBox(k spriteKey) *image.NRGBA {
	out := image.NewRGBA(image.Rect(0, 0, k.w, k.h))
	put := func(c color.NRGBA, insets ...int) {
		if c.A == 0 {
			return
		}
		z := vector.NewRasterizer(k.w, k.h)
		for i, in := range insets {
			roundPath(z, k, float32(in), i > 0)
		}
		z.Draw(out, out.Bounds(), image.NewUniform(c), image.Point{})
	}
	switch {
	case k.border > 0 && k.fill.A == 0:
		put(k.line, 0, k.border) // a ring: the inner path runs backwards and cuts a hole
	case k.border > 0:
		put(k.line, 0)
		put(k.fill, k.border)
	default:
		put(k.fill, 0)
	}
	if k.cut > 0 {
		return crop(out, image.Rect(0, 0, k.cut, k.h))
	}
	return crop(out, out.Bounds())
}

func drawCorner(k cornerKey) *image.NRGBA {
	r := k.k.r
	n := 2*r + 2
	whole := drawBox(spriteKey{w: n, h: n, r: r, border: k.k.border, mask: AllCorners, line: k.k.line, fill: k.k.fill})
	x, y := 0, 0
	if k.bit == TopRight || k.bit == BottomRight {
		x = n - r
	}
	if k.bit == BottomLeft || k.bit == BottomRight {
		y = n - r
	}
	return crop(whole, image.Rect(x, y, x+r, y+r))
}

// crop copies to an image whose origin is (0, 0): the software painter ignores Bounds().Min of a sub-image.
func crop(src image.Image, r image.Rectangle) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(out, out.Bounds(), src, r.Min, draw.Src)
	return out
}

// roundPath adds the outline of a box, in pixels inside its edge; backwards turns the other way round.
func roundPath(z *vector.Rasterizer, k spriteKey, in float32, backwards bool) {
	const bend = 0.5522847
	x, y, w, h := in, in, float32(k.w)-2*in, float32(k.h)-2*in
	radius := func(bit int) float32 {
		if k.mask&bit == 0 {
			return 0
		}
		return max(0, float32(k.r)-in)
	}
	tl, tr, br, bl := radius(TopLeft), radius(TopRight), radius(BottomRight), radius(BottomLeft)
	const q = 1 - bend
	if backwards {
		z.MoveTo(x+tl, y)
		z.CubeTo(x+q*tl, y, x, y+q*tl, x, y+tl)
		z.LineTo(x, y+h-bl)
		z.CubeTo(x, y+h-q*bl, x+q*bl, y+h, x+bl, y+h)
		z.LineTo(x+w-br, y+h)
		z.CubeTo(x+w-q*br, y+h, x+w, y+h-q*br, x+w, y+h-br)
		z.LineTo(x+w, y+tr)
		z.CubeTo(x+w, y+q*tr, x+w-q*tr, y, x+w-tr, y)
		z.ClosePath()
		return
	}
	z.MoveTo(x+tl, y)
	z.LineTo(x+w-tr, y)
	z.CubeTo(x+w-q*tr, y, x+w, y+q*tr, x+w, y+tr)
	z.LineTo(x+w, y+h-br)
	z.CubeTo(x+w, y+h-q*br, x+w-q*br, y+h, x+w-br, y+h)
	z.LineTo(x+bl, y+h)
	z.CubeTo(x+q*bl, y+h, x, y+h-q*bl, x, y+h-bl)
	z.LineTo(x, y+tl)
	z.CubeTo(x, y+q*tl, x+q*tl, y, x+tl, y)
	z.ClosePath()
}

func iround(v float32) int { return int(math.Round(float64(v))) }
