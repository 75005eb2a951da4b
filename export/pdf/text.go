package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n",
	"\v", "\n", "\f", "\n")

// clean makes typed or pasted text safe to set: accents composed, line ends as "\n", every breakable space as
// U+0020, and signs that only steer a screen (control, soft hyphen, joiners, direction, skin tone) removed.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = lineEnds.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\u00a0' || r == '\u202f' || r == '\u2009':
			return r
		case r == '\u2007':
			return '\u00a0'
		case r == '\t' || unicode.Is(unicode.Zs, r):
			return ' '
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r):
			return -1
		case r >= 0xFE00 && r <= 0xFE0F || r == 0x20E3 || r >= 0x1F3FB && r <= 0x1F3FF:
			return -1
		}
		return r
	}, s)
}

// standIns draw what people really type and no embedded font has.
var standIns = map[rune]rune{
	'\u202f': '\u2009', '\u2010': '-', '\u2011': '-', '\u2012': '–', '\u2015': '—', '\u2043': '•',
	'\u02bc': '’', '\u201b': '‘', '\u2032': '’', '\u2033': '”', '\u2500': '–',
	'\uf0b7': '•', '\uf0fc': '✓', '\uf0e0': '→', // Word's private signs, pasted with a list
	'✅': '✓', '❌': '✗', '✖': '✗', '❎': '✗', '⭐': '★', '🌟': '★', '➡': '→', '⬅': '←',
	'⇒': '→', '➔': '→', '➜': '→', '⚫': '●', '⚪': '○', '🔴': '●', '🟢': '●', '🟠': '●', '🟡': '●', '⬛': '■',
	'⬜': '□', '▶': '→', '◀': '←', '∎': '■', '◦': '○', '‣': '▪',
}

// standIn replaces happy and unhappy faces by one of two: the meaning of a smile matters, its shape does not.
// A face that says neither is no smile, so it becomes an empty box rather than a lie.
func standIn(r rune) (rune, bool) {
	if s, ok := standIns[r]; ok {
		return s, true
	}
	switch {
	case strings.ContainsRune("😀😁😂😃😄😅😆😇😉😊😋😌😍😎😗😘😙😚😛😜😝😸😹😺😻🙂🙃🤗🤣🤩🥰🥳😏", r):
		return '☺', true
	case strings.ContainsRune("😒😓😔😕😖😞😟😠😡😢😣😤😥😦😧😨😩😪😫😬😭😰😱😳😵😾😿🙀🙁🥺🤢🤮🤕🤒", r):
		return '☹', true
	}
	return 0, false
}

// Span is a piece of a sentence. Words may run from one span into the next.
type Span struct {
	Text string
	Bold bool
	To   string // where it leads: mailto:, tel: or https:; "" nowhere
}

func plain(s string) []Span { return []Span{{Text: s}} }

// run is a piece of text in one face, raised above the line when it ends an ordinal.
type run struct {
	text  string
	to    string // where it leads
	face  face
	size  float64
	rise  float64
	width float64
}

// word is what is never cut by a line end, unless it is wider than the line.
type word struct {
	runs  []run
	width float64
	space run // what separates it from the next word, drawn at a line end too
}

func (w *word) add(r run) {
	w.width += r.width
	if last := len(w.runs) - 1; last >= 0 && w.runs[last].joins(r) {
		w.runs[last].text += r.text
		w.runs[last].width += r.width
		return
	}
	w.runs = append(w.runs, r)
}

func (r run) joins(next run) bool {
	return r.face == next.face && r.size == next.size && r.rise == next.rise && r.to == next.to
}

// words cuts spans at U+0020 only, so that no-break spaces hold, and gives every sign a face that has it.
func (t *typecase) words(spans []Span, st style) []word {
	var words []word
	var current word
	st = t.fit(st)
	for _, span := range spans {
		look := st
		look.bold = st.bold || span.Bold
		to := safe(span.To)
		text := []rune(clean(span.Text))
		space := t.run(" ", look.face(), st.size)
		space.to = to
		for i := 0; i < len(text); i++ {
			if text[i] == ' ' || text[i] == '\n' {
				if len(current.runs) > 0 {
					words = append(words, current)
					current = word{}
				}
				continue
			}
			if n := t.simple(text, i, look.face()); n > 0 {
				piece := t.run(string(text[i:i+n]), look.face(), look.size)
				piece.to = to
				current.add(piece)
				i += n - 1
			} else {
				for _, piece := range t.runs(text, i, look) {
					piece.to = to
					current.add(piece)
				}
			}
			current.space = space
		}
	}
	if len(current.runs) > 0 {
		words = append(words, current)
	}
	return words
}

// simple is how many signs a word that begins at i has, when one face has them all and none can be raised; else 0. Nearly
// all words are, and are set at once.
func (t *typecase) simple(text []rune, i int, f face) int {
	if i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
		return 0
	}
	for n, r := range text[i:] {
		switch {
		case r == ' ' || r == '\n':
			return n
		case !t.has(f, r) || r >= 0x300 && unicode.Is(unicode.Mn, r), (r == 'e' || r == 'r') && n > 0 && unicode.IsDigit(text[i+n-1]):
			return 0
		}
	}
	return len(text) - i
}

// runs sets one sign of a text.
func (t *typecase) runs(text []rune, i int, st style) []run {
	drawn, face := t.resolve(text[i], st.face())
	if drawn == "" {
		return nil
	}
	r := t.run(drawn, face, st.size)
	if ordinal(text, i) {
		r = t.run(drawn, face, st.size*0.68)
		r.rise = st.size * 0.3
	}
	return []run{r}
}

func (t *typecase) run(text string, f face, size float64) run {
	r := run{text: text, face: f, size: size}
	for _, sign := range text {
		r.width += max(0, t.advance(f, sign)) * size
	}
	return r
}

// ordinal reports whether the sign at i is one of the letters of "1er", "1re" or "12e", which French raises.
func ordinal(text []rune, i int) bool {
	inWord := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]))
	}
	from, to := i, i+1 // the letters of the word around i
	for from > 0 && unicode.IsLetter(text[from-1]) && i-from < 2 {
		from--
	}
	for to < len(text) && unicode.IsLetter(text[to]) && to-i < 3 {
		to++
	}
	digits := from
	for digits > 0 && unicode.IsDigit(text[digits-1]) {
		digits--
	}
	if digits == from || inWord(digits-1) || inWord(to) {
		return false
	}
	switch string(text[from:to]) {
	case "e":
		return string(text[digits:from]) != "1"
	case "er", "re":
		return string(text[digits:from]) == "1"
	}
	return false
}
