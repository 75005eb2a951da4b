package pdftest

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// readUnicode reads what each code of a font means: only the operators a map of characters may hold (Adobe technical
// note 5411, ISO 32000-1 9.10.3).
func (f *File) readUnicode(t *font, v any) {
	s := f.stream(v)
	if s == nil {
		f.blame("6.2.11.7.2", t.object, "no /ToUnicode: its text cannot be read")
		return
	}
	text, err := f.bytesOf(s)
	if err != nil {
		f.blame("6.2.11.7.2", t.object, "/ToUnicode: %v", err)
	}
	c := charMap{File: f, font: t, clause: "6.2.11.7.2"}
	l := &lexer{text: text, blame: func(clause, what string, args ...any) { f.blame(clause, t.object, what, args...) }}
	var operands []any
	for {
		v, err := l.next()
		if err == errEnd {
			break
		}
		if err != nil {
			f.blame(c.clause, t.object, "/ToUnicode: %v", err)
			break
		}
		if o, ok := v.(operator); ok {
			c.do(o, operands)
			operands = operands[:0]
			continue
		}
		operands = append(operands, v)
	}
	if !c.spaced {
		f.blame(c.clause, t.object, "/ToUnicode says no codespacerange")
	}
}

type charMap struct {
	*File
	font   *font
	clause string
	spaced bool
	many   int // what the last begin announced
}

func (c *charMap) do(o operator, operands []any) {
	switch o {
	case "begincodespacerange":
		c.spaced = true
	case "beginbfchar", "beginbfrange":
		c.many = -1
		if len(operands) > 0 {
			c.many = c.integer(operands[len(operands)-1], -1)
		}
		if c.many < 1 || c.many > 100 {
			c.blame(c.clause, c.font.object, "/ToUnicode: %s of %d lines; the most is 100", o, c.many)
		}
	case "endbfchar":
		if len(operands) != 2*c.many {
			c.blame(c.clause, c.font.object, "/ToUnicode: %d lines announced, %d values", c.many, len(operands))
			return
		}
		for i := 0; i < len(operands); i += 2 {
			c.set(code(operands[i]), operands[i+1])
		}
	case "endbfrange":
		if len(operands) != 3*c.many {
			c.blame(c.clause, c.font.object, "/ToUnicode: %d lines announced, %d values", c.many, len(operands))
			return
		}
		for i := 0; i < len(operands); i += 3 {
			c.span(operands[i : i+3])
		}
	}
}

// span maps a range: only the last byte of the code, and of the sign, may run (ISO 32000-1 9.10.3).
func (c *charMap) span(line []any) {
	first, last := code(line[0]), code(line[1])
	if first < 0 || last < first || first>>8 != last>>8 {
		c.blame(c.clause, c.font.object, "/ToUnicode: the range %04X to %04X runs over more than the last byte", first, last)
		return
	}
	if list, ok := line[2].(Array); ok {
		for i := 0; i < len(list) && first+i <= last; i++ {
			c.set(first+i, list[i])
		}
		return
	}
	to, _ := line[2].(String)
	if len(to) == 0 || int(to[len(to)-1])+last-first > 255 {
		c.blame(c.clause, c.font.object, "/ToUnicode: the range from %04X leaves the last byte of its signs", first)
		return
	}
	if len(to)%2 != 0 {
		c.blame(c.clause, c.font.object, "/ToUnicode: the code %04X means %v", first, to)
		return
	}
	c.font.spans = append(c.font.spans, span{first, last, to})
}

// set says that a code means the sign v.
func (c *charMap) set(code int, v any) {
	s, ok := v.(String)
	if !ok || len(s) == 0 || len(s)%2 != 0 || code < 0 {
		c.blame(c.clause, c.font.object, "/ToUnicode: the code %04X means %v", code, v)
		return
	}
	c.font.unicode[code] = decoded(s, 0)
}

// span is a range of codes: the first means to, the others the signs that follow it.
type span struct {
	first, last int
	to          String
}

// sign is what a code means, and whether the map says so.
func (t *font) sign(code int) (string, bool) {
	if s, ok := t.unicode[code]; ok {
		return s, true
	}
	for _, s := range slices.Backward(t.spans) {
		if s.first <= code && code <= s.last {
			t.unicode[code] = decoded(s.to, code-s.first)
			return t.unicode[code], true
		}
	}
	return "", false
}

// decoded is a text in UTF-16, its last unit being raised by more.
func decoded(s String, more int) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	units[len(units)-1] += uint16(more)
	return string(utf16.Decode(units))
}

func code(v any) int {
	s, ok := v.(String)
	if !ok || len(s) != 2 {
		return -1
	}
	return int(s[0])<<8 | int(s[1])
}

// glyphs checks the signs of a run: each is in the font, as wide as said, and means something.
func (r *reader) glyphs(run Run) {
	t := run.font
	for _, c := range run.codes {
		for clause, what := range r.signFaults(run, c) {
			if !t.faults[what] {
				t.faults[what] = true
				r.file.blame(clause, t.object, "the code %04X, on %s: %s", c, r.object, what)
			}
		}
	}
}

func (r *reader) signFaults(run Run, code int) map[string]string {
	t, found := run.font, map[string]string{}
	switch sign, known := t.sign(code); {
	case !known || sign == "":
		found["6.2.11.7.2"] = "/ToUnicode does not say what it means"
	case strings.ContainsAny(sign, "\x00\uFEFF\uFFFE\uFFFF\uFFFD"):
		found["6.2.11.7.2"] = "/ToUnicode says U+0000, FEFF, FFFE, FFFF or half of a pair"
	case strings.ContainsFunc(sign, func(s rune) bool { return unicode.Is(unicode.Co, s) }) && !r.replaced():
		found["6.2.11.7.3"] = "a sign of private use, and no /ActualText"
	}
	if t.program == nil || run.mode == 3 {
		return found
	}
	glyph := t.glyph(code)
	switch {
	case glyph == 0:
		found["6.2.11.8"] = "it shows the glyph .notdef"
	case glyph >= t.program.glyphs:
		found["6.2.11.4.1"] = "its glyph is not in the embedded font"
	case math.Abs(t.width(code)-t.program.advance(glyph)) > 1:
		found["6.2.11.5"] = "the width said is not that of the font"
	case !t.program.drawn(glyph):
		if sign, _ := t.sign(code); strings.TrimFunc(sign, unicode.IsSpace) != "" {
			found["house"] = "its glyph is empty"
		}
	}
	return found
}

// replaced reports whether a text replaces what is shown now.
func (r *reader) replaced() bool {
	for _, i := range r.open {
		if r.all[i].actual {
			return true
		}
	}
	return false
}
