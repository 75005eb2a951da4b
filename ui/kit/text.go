package kit

import (
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// ascent and descent of Atkinson Hyperlegible Next, in parts of the size (hhea table).
const ascent, descent = .984, .316

type textKey struct {
	text   string
	face   face
	size   float32
	colour color.NRGBA
}

// face names one of the four font files.
type face struct{ bold, figures bool }

func faceOf(st look.Style) face { return face{st.Bold, st.Figures} }

// widths keeps what was measured: layouts ask for the same words again and again. The colour of its keys is empty.
var widths = map[textKey]float32{}

// Width measures a text on one line.
func Width(t string, st look.Style) float32 {
	k := textKey{text: t, face: faceOf(st), size: st.Size}
	if w, ok := widths[k]; ok {
		return w
	}
	if len(widths) >= 10*cacheLimit {
		clear(widths)
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(t, st.Size, fyne.TextStyle{}, st.Font())
	widths[k] = size.Width
	return size.Width
}

// Ceil rounds up to a whole unit: text widths are fractional, sizes of widgets are not.
func Ceil(v float32) float32 { return float32(math.Ceil(float64(v) - .01)) }

// Ellipsis cuts t so that it fits w.
func Ellipsis(t string, st look.Style, w float32) string {
	if Width(t, st) <= w {
		return t
	}
	cut := func(r []rune) string { return strings.TrimRight(string(r), " \u00a0,.") + "…" }
	r := []rune(t)
	lo, hi := 0, len(r)
	for lo < hi {
		m := (lo + hi + 1) / 2
		if Width(cut(r[:m]), st) <= w {
			lo = m
		} else {
			hi = m - 1
		}
	}
	return cut(r[:lo])
}

// Wrap breaks t at line feeds and ordinary spaces, never at U+00A0, into lines of at most w. A single word that is
// wider than w stays whole.
func Wrap(t string, st look.Style, w float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(t, "\n") {
		line := ""
		for _, word := range strings.Split(paragraph, " ") {
			next := word
			if line != "" {
				next = line + " " + word
			}
			if line != "" && Width(next, st) > w {
				lines, next = append(lines, line), word
			}
			line = next
		}
		lines = append(lines, line)
	}
	return lines
}
