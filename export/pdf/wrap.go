package pdf

import "strings"

// line is a row of words that fits the width it was wrapped to.
type line struct {
	words []word
	width float64 // without the space after the last word
	ends  bool    // the last of its paragraph
}

// wrap fills lines greedily, ragged right: justified text without hyphenation opens gaps.
func (t *typecase) wrap(words []word, width float64) []line {
	var lines []line
	var current line
	for _, w := range words {
		if len(current.words) > 0 && current.width+current.gap()+w.width > width+tolerance {
			lines = append(lines, current)
			current = line{}
		}
		for w.width > width+tolerance {
			head, rest := t.split(w, width)
			if len(rest.runs) == 0 {
				break
			}
			lines = append(lines, line{words: []word{head}, width: head.width})
			w = rest
		}
		if len(current.words) > 0 {
			current.width += current.gap()
		}
		current.words = append(current.words, w)
		current.width += w.width
	}
	if len(current.words) > 0 {
		current.ends = true
		lines = append(lines, current)
	}
	return lines
}

// gap is the space after the last word so far.
func (l line) gap() float64 { return l.words[len(l.words)-1].space.width }

// split cuts a word that is wider than a line; at least one sign stays in head.
func (t *typecase) split(w word, width float64) (head, rest word) {
	for n, r := range w.runs {
		for i, sign := range r.text {
			piece := t.run(string(sign), r.face, r.size)
			piece.rise, piece.to = r.rise, r.to
			if len(head.runs) == 0 || head.width+piece.width <= width {
				head.add(piece)
				continue
			}
			tail := t.run(r.text[i:], r.face, r.size)
			tail.rise, tail.to = r.rise, r.to
			rest = word{runs: append([]run{tail}, w.runs[n+1:]...), width: w.width - head.width, space: w.space}
			return head, rest
		}
	}
	return head, word{}
}

// width of words on one line.
func width(words []word) float64 {
	total := 0.0
	for i, w := range words {
		total += w.width
		if i < len(words)-1 {
			total += w.space.width
		}
	}
	return total
}

// paragraph wraps a text that may hold line ends of its own; blank lines are dropped.
func (t *typecase) paragraph(text string, st style, width float64) []line {
	return t.wrapAll(t.cut(text, st), width)
}

// cut reads the words of a text, line after line as it was typed.
func (t *typecase) cut(text string, st style) [][]word {
	var typed [][]word
	for part := range strings.SplitSeq(clean(text), "\n") {
		if words := t.words(plain(part), st); len(words) > 0 {
			typed = append(typed, words)
		}
	}
	return typed
}

// wrapAll wraps each line that was typed; the last line of all ends the paragraph.
func (t *typecase) wrapAll(typed [][]word, width float64) []line {
	var lines []line
	for _, words := range typed {
		lines = append(lines, t.wrap(words, width)...)
	}
	for i := range lines {
		lines[i].ends = i == len(lines)-1
	}
	return lines
}

// marks draws the line from x on the baseline y. The space after the last word is drawn too, unless the
// paragraph ends there: without it a screen reader glues the words on both sides of a line end.
func (l line) marks(x, y float64, st style, elem *Element) []mark {
	var all word
	for i, w := range l.words {
		for _, r := range w.runs {
			all.add(r)
		}
		if i < len(l.words)-1 || !l.ends {
			all.add(w.space)
		}
	}
	var marks []mark
	for _, r := range all.runs {
		if r.text == "" {
			continue
		}
		m := mark{shape: shapeText, x: x, y: y - r.rise, w: r.width, size: r.size,
			colour: st.colour, face: r.face, text: r.text, elem: elem}
		if r.to != "" && elem != nil {
			m.elem, m.colour = elem.leading(r.to), primary
		}
		marks = append(marks, m)
		x += r.width
	}
	return marks
}
