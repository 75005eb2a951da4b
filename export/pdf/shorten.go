package pdf

import "math"

// What is drawn in a place of its own may be cut there, with "…"; it is then said whole under the drawing.

// shortened wraps a text over so many lines at most; cut reports whether its end was left out, for "…".
func (t *typecase) shortened(text string, st style, wide float64, most int) (lines []line, cut bool) {
	lines = t.paragraph(text, st, wide)
	if len(lines) <= most && !tooWide(lines, wide) {
		return lines, false
	}
	signs := []rune(clean(text))
	from, to := 0, len(signs)-1 // of signs kept: what fits, and the first that does not
	var best []line
	for from < to {
		n := (from + to + 1) / 2
		tried := t.paragraph(string(signs[:n])+"…", st, wide)
		if len(tried) <= most && !tooWide(tried, wide) {
			best, from = tried, n
		} else {
			to = n - 1
		}
	}
	return best, true
}

func tooWide(lines []line, wide float64) bool {
	for _, l := range lines {
		if l.width > wide+tolerance {
			return true
		}
	}
	return false
}

// oneLine is a text on one line, however long.
func (t *typecase) oneLine(text string, st style) []line {
	return t.wrap(t.words(plain(text), st), math.Inf(1))
}

// unsaid is what a drawing had no room to say whole, each with a heading over all.
func (d *Document) unsaid(title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	d.Heading(title)
	d.List(texts)
}
