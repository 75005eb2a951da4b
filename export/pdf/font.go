package pdf

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"sync"

	"mercredi/assets"
)

// A face goes into a paper as a font whose codes are Unicode numbers, so that text can be searched and copied:
//
//	text in UTF-16 ─▶ codes ─ CIDToGIDMap ─▶ glyphs of a font cut down to some letters
//	                   └──── ToUnicode ────▶ the same numbers
//
// Nearly every paper is written with the letters of French: that cut is made once and serves them all. A paper with other
// signs (Ş, ñ, ☐) gets a cut of its own.

// fontFile is the whole file of a face.
func (f face) fontFile() []byte {
	return [faceCount][]byte{assets.FontRegular, assets.FontSemiBold, assets.FontFiguresRegular,
		assets.FontFiguresSemiBold, assets.FontSymbols}[f]
}

// fontNames are the faces as PDF names them.
var fontNames = [faceCount]string{"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold",
	"AtkinsonHyperlegibleNextFigures-Regular", "AtkinsonHyperlegibleNextFigures-SemiBold", "PRESymboles"}

// family is a face's name without its weight. PDF wants it of some fonts only, but strict readers of every one.
func (f face) family() string {
	family, _, _ := strings.Cut(fontNames[f], "-")
	return family
}

// name is that of a face on the pages.
func (f face) name() string { return fmt.Sprint("F", int(f)) }

// fontCut is a face cut down to some signs, ready to be written.
type fontCut struct {
	name   string // with the six letters that tell cuts apart
	file   []byte // compressed
	size   int    // of the file before that
	widths string // of each code, in thousandths of the size
}

// french is what French is written with beyond the letters of English.
const french = "«\u00a0»\u2009‘’“”–—…•·°²³×€àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆ"

// common are the signs of the cut that papers share.
func (f face) common(r rune) bool {
	switch f {
	case faceFigures, faceFiguresBold:
		return r < 'A' || r == '\u00a0' || r == '\u2009' || r == '–' || r == '€'
	case faceSymbols:
		return false
	}
	return r <= '~' || strings.ContainsRune(french, r)
}

// trueTypes are the faces taken apart, once.
var trueTypes = sync.OnceValue(func() (all [faceCount]*trueType) {
	for f := range faceCount {
		var err error
		if all[f], err = readTrueType(f.fontFile()); err != nil {
			panic("embedded font: " + err.Error())
		}
	}
	return all
})

// Of each face, made once: the cut that papers share, and the map of all its codes.
var commonCuts, codeMaps = perFace(func(f face) fontCut { return f.cut(f.common, deflateOnce) }), perFace(face.codes)

func perFace[T any](of func(face) T) (once [faceCount]func() T) {
	for f := range faceCount {
		once[f] = sync.OnceValue(func() T { return of(f) })
	}
	return once
}

// cutFor is a cut of the face that has all signs of a set.
func (f face) cutFor(used map[rune]bool) fontCut {
	for r := range used {
		if !f.common(r) {
			return f.cut(func(r rune) bool { return used[r] }, deflate)
		}
	}
	return commonCuts[f]()
}

func (f face) cut(has func(rune) bool, compress func([]byte) []byte) fontCut {
	font := trueTypes()[f]
	file := font.cut(has)
	hash := fnv.New64a()
	hash.Write(file)
	tag, sum := make([]byte, 6), hash.Sum64()
	for i := range tag {
		tag[i] = 'A' + byte(sum%26)
		sum /= 26
	}
	return fontCut{name: string(tag) + "+" + fontNames[f], file: compress(file), size: len(file), widths: font.widths(has)}
}

// widths lists the advances of signs as PDF does: the first of a run, then each.
func (f *trueType) widths(has func(rune) bool) string {
	var signs []rune
	for r := range f.signs {
		if has(r) {
			signs = append(signs, r)
		}
	}
	slices.Sort(signs)
	var b strings.Builder
	for i, r := range signs {
		switch {
		case i == 0:
			fmt.Fprintf(&b, "%d[", r)
		case signs[i-1] != r-1:
			fmt.Fprintf(&b, "]%d[", r)
		default:
			b.WriteByte(' ')
		}
		fmt.Fprint(&b, f.advance(f.signs[r]))
	}
	if len(signs) > 0 {
		b.WriteByte(']')
	}
	return b.String()
}

// advance is the width of a glyph in thousandths of the size.
func (f *trueType) advance(glyph int) int {
	last := f.short("hhea", 34) - 1
	return f.thousandths(f.short("hmtx", 4*min(glyph, last)))
}

func (f *trueType) thousandths(units int) int {
	em := f.short("head", 18)
	if units < 0 {
		return -(-units*1000 + em/2) / em
	}
	return (units*1000 + em/2) / em
}

// codes is the map from each code, two bytes, to its glyph: compressed.
func (f face) codes() []byte {
	all := make([]byte, 2*0x10000)
	for r, glyph := range trueTypes()[f].signs {
		all[2*r], all[2*r+1] = byte(glyph>>8), byte(glyph)
	}
	return deflateOnce(all)
}

// toUnicode maps every code to the Unicode number it is, for all faces at once: compressed.
var toUnicode = sync.OnceValue(func() []byte {
	var pages [256]bool // the high bytes that some face has signs of
	for _, font := range trueTypes() {
		for r := range font.signs {
			pages[r>>8] = true
		}
	}
	var ranges []string
	for high, there := range pages {
		if low := max(1-high, 0); there { // no code is 0000
			ranges = append(ranges, fmt.Sprintf("<%02X%02X><%02XFF><%02X%02X>\n", high, low, high, high, low))
		}
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for some := range slices.Chunk(ranges, 100) { // as many as one block may hold
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", len(some), strings.Join(some, ""))
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return deflateOnce(b.Bytes())
})

// describe is the descriptor of a face, whose file is an object of the paper.
func (f face) describe(name string, file int) string {
	font := trueTypes()[f]
	em := func(table string, at int) int { return font.thousandths(font.signed(table, at)) }
	stem := 80
	if f == faceSemiBold || f == faceFiguresBold {
		stem = 130
	}
	return fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/FontFamily(%s)/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d"+
		"/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R>>", name, f.family(), em("head", 36), em("head", 38), em("head", 40), em("head", 42),
		em("hhea", 4), em("hhea", 6), em("hhea", 4)*7/10, stem, file)
}

// codes writes a text as the codes of a font.
func codes(out []byte, text string) []byte {
	const digits = "0123456789ABCDEF"
	out = append(out, '<')
	for _, r := range text { // never beyond U+FFFF
		out = append(out, digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
	}
	return append(out, '>')
}
