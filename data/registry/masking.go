package registry

import (
	"slices"
	"strings"
	"unicode"

	"mercredi/data"
	"mercredi/data/fold"
)

// masking takes the names of other people out of the texts about a child. It knows every child, every adult of a family
// and, unless they may be named, every professional outside of the team: by whole name, by last name, and by first name
// alone when it bears a capital. It cannot know a name that is in no record, nor « son grand frère »: a person reads the
// file before it is handed over, with the list of what was found.
//
// Members of the team are not masked: families know them, and they speak for the programme.
type masking struct {
	mask     string
	shown    map[string]bool
	own      map[string]bool // the child and who asks, folded
	names    map[string]*spelling
	byFirst  map[string][]*spelling // by first word, longest first
	mentions []Mention
}

// spelling is one way to write the name of somebody.
type spelling struct {
	name  string
	words []string
	kind  MentionKind
	sure  bool
}

// shortestName is how many letters a name alone needs to be looked for: "Le" and "My" are words.
const shortestName = 3

// person adds somebody by first and last name.
func (m *masking) person(first, last string, kind MentionKind) {
	whole := strings.TrimSpace(first + " " + last)
	if strings.TrimSpace(first) != "" && strings.TrimSpace(last) != "" {
		m.name(whole, kind, true)
		m.name(strings.TrimSpace(last+" "+first), kind, true)
	}
	if len([]rune(last)) >= shortestName {
		m.name(last, kind, true)
	}
	if len([]rune(first)) >= shortestName {
		m.name(first, kind, false)
	}
}

// name adds one spelling. A spelling of several people is sure when it is for one of them.
func (m *masking) name(name string, kind MentionKind, sure bool) {
	var words []string
	for _, w := range wordsOf(name) {
		words = append(words, fold.Text(name[w.from:w.to]))
	}
	key := strings.Join(words, " ")
	if key == "" || m.own[key] {
		return
	}
	if known := m.names[key]; known != nil {
		known.sure, known.kind, known.name = known.sure || sure, min(known.kind, kind), min(known.name, strings.TrimSpace(name))
		return
	}
	s := &spelling{strings.TrimSpace(name), words, kind, sure}
	m.names[key] = s
	m.byFirst[words[0]] = append(m.byFirst[words[0]], s)
}

// ready orders the spellings, longest first: "Kenza Zerrouki" before "Kenza".
func (m *masking) ready() {
	for _, all := range m.byFirst {
		slices.SortStableFunc(all, func(a, b *spelling) int { return len(b.words) - len(a.words) })
	}
}

// text is a text without the names of others; each is noted, with the part and the day of the text.
func (m *masking) text(part FilePart, on data.Date, s string) string {
	words := wordsOf(s)
	var out strings.Builder
	done := 0
	for i := 0; i < len(words); i++ {
		found, n := m.find(s, words, i)
		if found == nil {
			continue
		}
		from, to := words[i].from, words[i+n-1].to
		hidden := !m.shown[fold.Text(found.name)]
		m.mentions = append(m.mentions, Mention{
			Name: found.name, Kind: found.kind, Part: part, On: on, Before: lastWords(s[:from]), Found: s[from:to],
			After: firstWords(s[to:]), Masked: hidden, Sure: found.sure,
		})
		if hidden {
			out.WriteString(s[done:from])
			out.WriteString(m.mask)
			done = to
		}
		i += n - 1
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// texts is text for a list.
func (m *masking) texts(part FilePart, all []string) []string {
	out := slices.Clone(all)
	for i := range out {
		out[i] = m.text(part, 0, out[i])
	}
	return out
}

// find is the longest name that begins at a word, and how many words it takes. An initial after a first name goes with
// it: "Kenza Z".
func (m *masking) find(s string, words []textWord, i int) (*spelling, int) {
	if first := []rune(s[words[i].from:words[i].to])[0]; unicode.IsLower(first) {
		return nil, 0
	}
	for _, name := range m.byFirst[fold.Text(s[words[i].from:words[i].to])] {
		n := len(name.words)
		if i+n > len(words) || !matches(s, words[i:i+n], name.words) {
			continue
		}
		if n == 1 && i+1 < len(words) && isInitial(s, words[i], words[i+1]) {
			n = 2
		}
		return name, n
	}
	return nil, 0
}

func matches(s string, words []textWord, name []string) bool {
	for i, w := range words {
		if fold.Text(s[w.from:w.to]) != name[i] || i > 0 && !joined(s[words[i-1].to:w.from]) {
			return false
		}
	}
	return true
}

// joined reports whether two words are parts of one name: one space, hyphen or apostrophe between them.
func joined(gap string) bool { return len([]rune(gap)) == 1 && fold.Text(gap) == "" }

func isInitial(s string, word, next textWord) bool {
	letters := []rune(s[next.from:next.to])
	return len(letters) == 1 && unicode.IsUpper(letters[0]) && joined(s[word.to:next.from])
}

// textWord is where a word stands in a text.
type textWord struct{ from, to int }

// wordsOf are the words of a text: letters and what is set upon them.
func wordsOf(s string) []textWord {
	var out []textWord
	from := -1
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsMark(r) && from >= 0
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			out = append(out, textWord{from, i})
			from = -1
		}
	}
	if from >= 0 {
		out = append(out, textWord{from, len(s)})
	}
	return out
}

// aroundRunes is how much of a text is shown on each side of a name.
const aroundRunes = 40

func lastWords(s string) string {
	runes := []rune(s)
	return string(runes[max(0, len(runes)-aroundRunes):])
}

func firstWords(s string) string {
	runes := []rune(s)
	return string(runes[:min(len(runes), aroundRunes)])
}
