package kit

import (
	"bytes"
	"image"
	"image/color"
	"math"

	"github.com/fyne-io/oksvg"
	"github.com/go-text/render"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"

	"mercredi/assets"
	"mercredi/ui/look"
)

type iconKey struct {
	name   string
	colour color.NRGBA
	px     int
}

var iconBitmaps = bitmaps[iconKey]{}

// iconBitmap rasterises an icon for exactly px pixels: the same pixels in both painters.
func iconBitmap(k iconKey) *image.NRGBA {
	return iconBitmaps.get(k, func() *image.NRGBA {
		svg, err := oksvg.ReadIconStream(bytes.NewReader(look.Icon(k.name, k.colour)))
		if err != nil {
			panic("kit: icon " + k.name + ": " + err.Error())
		}
		svg.SetTarget(0, 0, float64(k.px), float64(k.px))
		out := image.NewRGBA(image.Rect(0, 0, k.px, k.px))
		svg.Draw(rasterx.NewDasher(k.px, k.px, rasterx.NewScannerGV(k.px, k.px, out, out.Bounds())), 1)
		return crop(out, out.Bounds())
	})
}

// bitmapTextFrom is the scale from which texts are rasterised here: Fyne 2.8's GL painter stretches its text
// textures by one pixel as soon as round(scale) > 1, which blurs them.
const bitmapTextFrom float32 = 1.5

type textBitmapKey struct {
	text   string
	face   face
	size   float32
	colour color.NRGBA
	scale  float32
}

var (
	textBitmaps = bitmaps[textBitmapKey]{}
	fontFaces   = map[face]*font.Face{}
	shaper      shaping.HarfbuzzShaper
)

func fontFace(f face) *font.Face {
	if fontFaces[f] == nil {
		file := map[face][]byte{
			{}: assets.FontRegular, {bold: true}: assets.FontSemiBold,
			{figures: true}: assets.FontFiguresRegular, {true, true}: assets.FontFiguresSemiBold,
		}[f]
		parsed, err := font.ParseTTF(bytes.NewReader(file))
		if err != nil {
			panic("kit: embedded font: " + err.Error())
		}
		fontFaces[f] = parsed
	}
	return fontFaces[f]
}

// textBitmap returns nil when the font lacks a glyph: the caller then uses canvas.Text and its fallback fonts.
func textBitmap(k textBitmapKey) *image.NRGBA {
	return textBitmaps.get(k, func() *image.NRGBA {
		runes := []rune(k.text)
		run := shaper.Shape(shaping.Input{Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: fontFace(k.face), Size: fixed.Int26_6(k.size * 64)})
		for _, g := range run.Glyphs {
			if g.GlyphID == 0 {
				return nil
			}
		}
		sc := float64(k.scale)
		w := int(math.Ceil(float64(run.Advance)/64*sc)) + 2
		asc, desc := math.Ceil(ascent*float64(k.size)*sc), math.Ceil(descent*float64(k.size)*sc)
		out := image.NewRGBA(image.Rect(0, 0, w, int(asc+desc)+1))
		r := render.Renderer{FontSize: k.size, PixScale: k.scale, Color: k.colour}
		r.DrawShapedRunAt(run, out, 0, int(asc))
		return crop(out, out.Bounds())
	})
}
