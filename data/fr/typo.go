package fr

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	untouchable = regexp.MustCompile(`[^\s\x{a0}«»]*(?:://|@|www\.)[^\s\x{a0}«»]*`) // addresses of the web and of mail
	lineEnd     = regexp.MustCompile(`[ \x{a0}]+(\n|$)`)
	wideGap     = regexp.MustCompile(`([^ \x{a0}\n])[ \x{a0}]{2,}`)
	first       = regexp.MustCompile(`\b1 ?(?:er|Er|ER)\b`)
	firstShe    = regexp.MustCompile(`\b1(?:ère|ere)(s?)\b`)
	nth         = regexp.MustCompile(`\b(\d+) ?(?:i?ème|i?eme)(s?)\b`)
	hourMinute  = regexp.MustCompile(`\b(\d{1,2})(?:[hH]|[ \x{a0}]h)[ \x{a0}]?(\d{2})\b`)
	hour        = regexp.MustCompile(`\b(\d{1,3})(?:[hH]|[ \x{a0}]h)\b`)
	measured    = regexp.MustCompile(`(\d|\b1er) (` + strings.Join(months[:], "|") + `|ans?|mois|jours?|semaines?|minutes?|min|heures?|euros?|€` +
		`|enfants?|élèves?|séances?|rencontres?|places?)(\P{L}|$)`)
	numbered = regexp.MustCompile(`((?:^|\P{L})(?:[Gg]roupe|[Ss]éance|[Cc]ycle|[Pp]age|n°|N°)) (\d)`)
	titled   = regexp.MustCompile(`((?:^|[^\p{L}\p{N}.])(?:M\.|Mme|Mmes|Mlle|Dr)) (\p{Lu})`)
)

// hidden stands for an address while the rest is worked on. It is a private letter that no text holds.
const hidden = '\ue000'

// Typo sets a typed text as French is printed: no-break spaces before : ; ! ? % and inside « », ’ for ', "1er",
// "2e", "14 h 30", "20 janvier", "8 ans", "groupe 2" and "Mme Aubin" in one piece, no double spaces, no spaces at the
// end of lines. Addresses, hours like 14:30 and smileys stay as they are. Set twice, a text does not change any more.
func Typo(s string) string {
	s = oneKind.Replace(NFC(s))
	var addresses []string
	if strings.Contains(s, "@") || strings.Contains(s, "://") || strings.Contains(s, "www.") {
		s = untouchable.ReplaceAllStringFunc(s, func(address string) string {
			addresses = append(addresses, address)
			return string(hidden)
		})
	}
	if strings.Contains(s, "  ") || strings.Contains(s, nbsp) || strings.Contains(s, " \n") || strings.HasSuffix(s, " ") {
		s = lineEnd.ReplaceAllString(s, "$1")
		s = wideGap.ReplaceAllString(s, "$1 ")
	}
	if strings.ContainsAny(s, "0123456789") {
		s = keepFigures(s)
	}
	if strings.ContainsAny(s, "MD") {
		s = titled.ReplaceAllString(s, "$1"+nbsp+"$2")
	}
	if strings.ContainsAny(s, "'«\u00a0»:;!?%") {
		s = setMarks(s)
	}
	for _, address := range addresses {
		s = strings.Replace(s, string(hidden), address, 1)
	}
	return s
}

// oneKind leaves one kind of thin space, of tabulation and of line end.
var oneKind = strings.NewReplacer("\u202f", nbsp, "\t", " ", "\r\n", "\n", string(hidden), "")

// keepFigures keeps figures with what they count. Rules are slow: most texts have no figure, and are spared them.
func keepFigures(s string) string {
	s = first.ReplaceAllString(s, "1er")
	s = firstShe.ReplaceAllString(s, "1re$1")
	s = nth.ReplaceAllString(s, "${1}e$2")
	s = hourMinute.ReplaceAllString(s, "$1"+nbsp+"h"+nbsp+"$2")
	s = hour.ReplaceAllString(s, "$1"+nbsp+"h")
	s = measured.ReplaceAllString(s, "$1"+nbsp+"$2$3")
	return Numbered(s)
}

// setMarks goes through the text once and sets the spaces around each mark, and the apostrophes.
func setMarks(s string) string {
	in := []rune(s)
	out := make([]rune, 0, len(in)+8)
	for i := 0; i < len(in); i++ {
		r, next := in[i], after(in, i)
		switch {
		case r == '\'' && unicode.IsLetter(last(out)) && (unicode.IsLetter(next) || unicode.IsDigit(next) || next == '«'):
			out = append(out, '’')
		case r == '«':
			for isGap(after(in, i)) {
				i++
			}
			out = append(out, '«')
			if n := after(in, i); n != 0 && n != '\n' {
				out = append(out, '\u00a0')
			}
		case takesGap(out, r, next):
			out = setMark(out, r)
		default:
			out = append(out, r)
		}
	}
	return string(out)
}

// setMark writes a mark after its no-break space. Marks that follow one another, or that open a line or a bracket,
// take none.
func setMark(out []rune, mark rune) []rune {
	bare := out
	for isGap(last(bare)) {
		bare = bare[:len(bare)-1]
	}
	switch before := last(bare); {
	case before == 0 || before == '\n' || strings.ContainsRune("([«", before):
		return append(out, mark)
	case strings.ContainsRune("!?", before) && strings.ContainsRune("!?", mark):
		return append(bare, mark)
	case mark != '»' && strings.ContainsRune(":;!?", last(out)):
		return append(out, mark)
	}
	return append(bare, '\u00a0', mark)
}

// takesGap reports whether r is a mark that ends a word, not a piece of an hour, a smiley or a code.
func takesGap(before []rune, r, next rune) bool {
	ends := next == 0 || unicode.IsSpace(next) || next == '»'
	switch r {
	case '»':
		return true
	case ';':
		return ends
	case ':':
		return ends || isGap(last(before)) && (unicode.IsLetter(next) || next == '«')
	case '!', '?':
		return ends || strings.ContainsRune("!?)]…,.", next)
	case '%':
		for isGap(last(before)) {
			before = before[:len(before)-1]
		}
		return unicode.IsDigit(last(before)) && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	return false
}

func isGap(r rune) bool { return r == ' ' || r == '\u00a0' }

// last is the last rune written, or 0.
func last(out []rune) rune {
	if len(out) == 0 {
		return 0
	}
	return out[len(out)-1]
}

// after is the rune that follows in[i], or 0.
func after(in []rune, i int) rune {
	if i+1 >= len(in) {
		return 0
	}
	return in[i+1]
}
