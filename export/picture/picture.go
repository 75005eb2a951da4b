// Package picture reads the logo that a team chooses, whatever its file is, and makes of it the one picture that papers
// carry: a small opaque PNG. What it cannot read it refuses with a sentence that says what to do.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	scale "golang.org/x/image/draw"

	"mercredi/data/fr"
)

const (
	// MostBytes is the largest file that is read.
	MostBytes  = 20 << 20
	mostPixels = 30_000_000 // of a photograph as it comes out of a camera
	mostHigh   = 200        // pixels of the logo: 17 mm of paper at 300 dots an inch
	mostWide   = 520        // 44 mm
	mostKept   = 48 << 10   // bytes: it goes into every paper
	leastHigh  = 40         // under this a logo would be a blot
)

// ErrUnreadable is the kind of the errors of Logo. Each tells people what happened and what to do.
var ErrUnreadable = errors.New("not a picture that can be a logo")

// The sentences of what can be wrong.
const (
	sayEmpty   = "Ce fichier est vide. Choisissez une image PNG, JPEG ou SVG."
	sayHeavy   = "Ce fichier est trop lourd pour un logo. Choisissez une image de moins de 20\u00a0Mo."
	sayHuge    = "Cette image est trop grande pour un logo. Réduisez-la à 1\u00a0000\u00a0points de large, puis réessayez."
	sayTiny    = "Cette image est trop petite\u00a0: le logo serait flou. Choisissez-en une d’au moins 40\u00a0points de haut."
	sayOther   = "Ce fichier n’est pas une image PNG, JPEG ou SVG. Enregistrez le logo dans l’un de ces formats, puis réessayez."
	sayPDF     = "Ce fichier est un PDF, quel que soit son nom. Enregistrez le logo en PNG, JPEG ou SVG, puis réessayez."
	sayBroken  = "Cette image est abîmée ou incomplète. Copiez-la de nouveau ou enregistrez-la en PNG, puis réessayez."
	sayNothing = "On ne verrait rien\u00a0: cette image est d’une seule couleur sur du papier blanc. Choisissez la version du logo pour fond clair."
	sayDrawing = "Ce dessin SVG contient du texte ou des effets que Mercredi ne sait pas dessiner. Enregistrez le logo en PNG, puis réessayez."
)

func refuse(sentence, why string, args ...any) error {
	return &fr.Told{Sentence: sentence, Err: fmt.Errorf("%w: "+why, append([]any{ErrUnreadable}, args...)...)}
}

// Logo makes of a file the PNG that papers carry: flattened on white, without its empty border, no higher than
// papers need, no heavier than 48 KB.
func Logo(file []byte) (logo []byte, err error) {
	defer func() {
		if r := recover(); r != nil { // decoders are fed what people have
			logo, err = nil, refuse(sayBroken, "decoding failed: %v", r)
		}
	}()
	drawn, err := decode(file)
	if err != nil {
		return nil, err
	}
	flat := flatten(drawn)
	seen := trim(flat)
	if seen.Empty() {
		return nil, refuse(sayNothing, "nothing to see")
	}
	if seen.Dy() < leastHigh && seen.Dx() < 3*leastHigh {
		return nil, refuse(sayTiny, "%v", seen)
	}
	return lighten(flat.SubImage(seen))
}

// decode reads a file by what it holds, not by its name. Sizes are known before anything is decoded.
func decode(file []byte) (image.Image, error) {
	config, read := png.DecodeConfig, png.Decode
	switch {
	case len(bytes.TrimSpace(file)) == 0:
		return nil, refuse(sayEmpty, "empty file")
	case len(file) > MostBytes:
		return nil, refuse(sayHeavy, "%d bytes", len(file))
	case bytes.HasPrefix(file, []byte("\x89PNG")):
	case bytes.HasPrefix(file, []byte("\xff\xd8")):
		config, read = jpeg.DecodeConfig, jpeg.Decode
	case bytes.HasPrefix(file, []byte("%PDF")):
		return nil, refuse(sayPDF, "a PDF")
	case isSVG(file):
		return drawSVG(file)
	default:
		return nil, refuse(sayOther, "begins with %q", file[:min(8, len(file))])
	}
	size, err := config(bytes.NewReader(file))
	if err != nil {
		return nil, refuse(sayBroken, "reading its size: %v", err)
	}
	if size.Width*size.Height > mostPixels {
		return nil, refuse(sayHuge, "%d by %d", size.Width, size.Height)
	}
	drawn, err := read(bytes.NewReader(file))
	if err != nil {
		return nil, refuse(sayBroken, "decoding: %v", err)
	}
	return drawn, nil
}

// flatten puts a picture on white paper, made smaller first when it is far larger than a logo.
func flatten(drawn image.Image) *image.RGBA {
	from := drawn.Bounds()
	to := fit(from.Dx(), from.Dy(), 2*mostWide, 2*mostHigh)
	flat := image.NewRGBA(image.Rectangle{Max: to})
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	if to == from.Size() {
		draw.Draw(flat, flat.Bounds(), drawn, from.Min, draw.Over)
	} else {
		scale.CatmullRom.Scale(flat, flat.Bounds(), drawn, from, scale.Over, nil)
	}
	return flat
}

// fit is the size of a picture that holds in a frame; a small one stays as it is.
func fit(width, height, wide, high int) image.Point {
	ratio := min(1, float64(wide)/float64(max(width, 1)), float64(high)/float64(max(height, 1)))
	return image.Pt(max(1, int(float64(width)*ratio+0.5)), max(1, int(float64(height)*ratio+0.5)))
}

// trim is the part of a picture where something can be seen on white.
func trim(flat *image.RGBA) image.Rectangle {
	const pale = 0xF4 // above, an eye sees white
	var seen image.Rectangle
	b := flat.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if c := flat.RGBAAt(x, y); c.R < pale || c.G < pale || c.B < pale {
				seen = seen.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if plain(flat, seen) {
		return image.Rectangle{}
	}
	return seen
}

// plain reports whether an area is of one colour from edge to edge.
func plain(flat *image.RGBA, area image.Rectangle) bool {
	first := flat.RGBAAt(area.Min.X, area.Min.Y)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if flat.RGBAAt(x, y) != first {
				return false
			}
		}
	}
	return true
}

// coarser are the bits kept of each colour, and the bytes that this may take: a drawing in flat colours keeps them all,
// a photograph loses what a printer would not show.
var coarser = []struct {
	bits uint
	most int
}{{8, 4 << 10}, {5, 16 << 10}, {4, mostKept}}

// lighten writes a picture as a PNG of at most 48 KB: in fewer colours first, then smaller.
func lighten(drawn image.Image) ([]byte, error) {
	size := drawn.Bounds().Size()
	wide, high := mostWide, mostHigh
	for {
		to := fit(size.X, size.Y, wide, high)
		small := image.NewRGBA(image.Rectangle{Max: to})
		scale.CatmullRom.Scale(small, small.Bounds(), drawn, drawn.Bounds(), scale.Src, nil)
		for _, c := range coarser {
			var out bytes.Buffer
			best := png.Encoder{CompressionLevel: png.BestCompression}
			if err := best.Encode(&out, few(coarse(small, c.bits))); err != nil {
				return nil, refuse(sayBroken, "encoding: %v", err)
			}
			if out.Len() <= c.most {
				return out.Bytes(), nil
			}
		}
		wide, high = min(wide, to.X)*3/4, min(high, to.Y)*3/4
	}
}

// few is a picture by its palette, when it has no more than 256 colours.
func few(from *image.RGBA) image.Image {
	var palette color.Palette
	index := map[color.RGBA]uint8{}
	b := from.Bounds()
	to := image.NewPaletted(b, nil)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := from.RGBAAt(x, y)
			n, known := index[c]
			if !known {
				if len(palette) == 256 {
					return from
				}
				n = uint8(len(palette))
				index[c], palette = n, append(palette, c)
			}
			to.Pix[to.PixOffset(x, y)] = n
		}
	}
	to.Palette = palette
	return to
}

// coarse keeps so many bits of each colour: what is nearly the same becomes the same, and files shrink.
func coarse(from *image.RGBA, bits uint) *image.RGBA {
	to := image.NewRGBA(from.Bounds())
	step := func(v uint8) uint8 {
		levels := 1<<bits - 1
		return uint8((int(v)*levels + 127) / 255 * 255 / levels)
	}
	for i, v := range from.Pix {
		to.Pix[i] = step(v)
	}
	return to
}
