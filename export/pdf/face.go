package pdf

import (
	"math"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// face is one embedded font. The figures faces are the text faces with digits of one width, for columns.
type face int

const (
	faceRegular face = iota
	faceSemiBold
	faceFigures
	faceFiguresBold
	faceSymbols
	faceCount
)

// parsedFaces are read once and only ever read afterwards, so documents on several goroutines share them.
var parsedFaces = sync.OnceValue(func() (all [faceCount]*sfnt.Font) {
	for f := range faceCount {
		parsed, err := sfnt.Parse(f.fontFile())
		if err != nil {
			panic("embedded font is broken: " + err.Error())
		}
		all[f] = parsed
	}
	return all
})

// style is how a text is set.
type style struct {
	size    float64 // points
	colour  colour
	bold    bool
	figures bool // digits of one width
}

var (
	textStyle    = style{size: 11, colour: ink}
	titleStyle   = style{size: 19, colour: ink, bold: true}
	subStyle     = style{size: 10, colour: grey}
	headingStyle = style{size: 11.5, colour: primary, bold: true}
	smallStyle   = style{size: 10, colour: ink}
	labelStyle   = style{size: 9.5, colour: grey}
	noteStyle    = style{size: 8, colour: grey}
	contactStyle = style{size: 8.5, colour: grey}
	honeyStyle   = style{size: 11, colour: umber}
)

// leading is the distance from one baseline to the next.
func (s style) leading() float64 { return s.size * 1.3 }

// baseline is where letters stand in a line of that height.
func (s style) baseline(height float64) float64 { return height/2 + s.size*0.34 }

func (s style) strong() style { s.bold = true; return s }

func (s style) face() face {
	switch {
	case s.figures && s.bold:
		return faceFiguresBold
	case s.figures:
		return faceFigures
	case s.bold:
		return faceSemiBold
	}
	return faceRegular
}

// typecase measures signs and finds the face that has each. One per document.
type typecase struct {
	least    float64 // points: smaller styles are set in this size
	buffer   sfnt.Buffer
	advances [faceCount]map[rune]float64 // em; -1: the face lacks it
	replaced map[rune]int
}

// fit is a style in the size it is set in.
func (t *typecase) fit(st style) style {
	st.size = max(st.size, t.least)
	return st
}

func newTypecase() *typecase {
	t := &typecase{replaced: map[rune]int{}}
	for f := range faceCount {
		t.advances[f] = map[rune]float64{}
	}
	return t
}

// advance is the width of r in em, or -1 when f lacks it. It is rounded as the PDF library rounds it.
func (t *typecase) advance(f face, r rune) float64 {
	if a, known := t.advances[f][r]; known {
		return a
	}
	a := -1.0
	parsed := parsedFaces()[f]
	if r <= 0xFFFF { // the library cannot draw beyond
		if glyph, err := parsed.GlyphIndex(&t.buffer, r); err == nil && glyph != 0 {
			em := fixed.I(int(parsed.UnitsPerEm()))
			if units, err := parsed.GlyphAdvance(&t.buffer, glyph, em, font.HintingNone); err == nil {
				a = math.Round(float64(units)*1000/float64(em)) / 1000
			}
		}
	}
	t.advances[f][r] = a
	return a
}

func (t *typecase) has(f face, r rune) bool { return t.advance(f, r) >= 0 }

// resolve finds signs that can be drawn for r, nearest first: itself, itself in the symbol font, a known
// stand-in, its compatibility form (ﬁ → fi), its letter without accent; at last an empty box.
func (t *typecase) resolve(r rune, base face) (string, face) {
	switch {
	case unicode.Is(unicode.Mn, r): // an accent that composes with nothing would stand beside its letter
		t.replaced[r]++
		return "", base
	case t.has(base, r):
		return string(r), base
	case t.has(faceSymbols, r):
		return string(r), faceSymbols
	}
	if s, ok := standIn(r); ok {
		if t.has(base, s) {
			return string(s), base
		}
		return string(s), faceSymbols
	}
	if same := norm.NFKC.String(string(r)); same != string(r) && t.covers(base, same) {
		return same, base
	}
	t.replaced[r]++
	if letter := []rune(norm.NFKD.String(string(r)))[0]; letter != r && t.has(base, letter) {
		return string(letter), base
	}
	return "□", faceSymbols
}

func (t *typecase) covers(f face, s string) bool {
	for _, r := range s {
		if !t.has(f, r) {
			return false
		}
	}
	return true
}
