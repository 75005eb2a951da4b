package sample

import (
	"embed"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
)

//go:embed texts/*.txt
var textFiles embed.FS

// texts are the fragments of each section of the embedded files. A line that starts with "@art" is kept for that
// discipline alone.
type texts map[string][]fragment

type fragment struct {
	discipline data.Discipline // "" for all
	text       string
	others     bool // tells of other children, so never written of a meeting alone
}

// suits reports whether a fragment can be written of a workshop.
func (f fragment) suits(d data.Discipline) bool {
	return (f.discipline == "" || f.discipline == d) && !(f.others && d == data.Psychologist)
}

// tellsOfOthers spots the words of a group.
func tellsOfOthers(text string) bool {
	for _, word := range []string{"group", "autres", "camarade", "équipe", "binôme", "plus jeunes", "plus petit", "enfants"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// readTexts reads the embedded files. They are part of the program, so a fault in them is a fault in the program:
// the tests read them all.
func readTexts() texts {
	t := texts{}
	files, _ := textFiles.ReadDir("texts")
	for _, f := range files {
		content, _ := textFiles.ReadFile("texts/" + f.Name())
		section := ""
		for line := range strings.Lines(string(content)) {
			line = strings.TrimSpace(line)
			switch {
			case line == "" || strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "["):
				section = strings.Trim(line, "[]")
			case strings.HasPrefix(line, "@"):
				discipline, text, _ := strings.Cut(line[1:], " ")
				t[section] = append(t[section], fragment{data.Discipline(discipline), text, tellsOfOthers(text)})
			default:
				t[section] = append(t[section], fragment{"", line, tellsOfOthers(line)})
			}
		}
	}
	return t
}

// names lists the plain lines of a section.
func (t texts) names(section string) []string {
	out := make([]string, len(t[section]))
	for i, f := range t[section] {
		out[i] = f.text
	}
	return out
}

// pick draws count different fragments of a section that suit a discipline, for a child, as one paragraph.
func (b *builder) pick(section string, count int, k *kid, discipline data.Discipline) string {
	list := b.texts[section]
	var taken []int
	var s strings.Builder
	for try := 0; len(taken) < count && try < 50; try++ {
		i := b.draw.IntN(len(list))
		if !list[i].suits(discipline) || slices.Contains(taken, i) {
			continue
		}
		if len(taken) > 0 {
			s.WriteByte(' ')
		}
		taken = append(taken, i)
		s.WriteString(agree(list[i].text, k))
	}
	return s.String()
}

// agree writes a fragment for a child: {P} is the first name, {de} and {que} elide before it, {masculine/feminine}
// the form that agrees. Without a child the text has no mark.
func agree(text string, k *kid) string {
	var s strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		s.WriteString(before)
		if !found {
			return s.String()
		}
		mark, after, _ := strings.Cut(rest, "}")
		text = after
		masculine, feminine, two := strings.Cut(mark, "/")
		switch {
		case mark == "P":
			s.WriteString(k.first)
		case mark == "de":
			s.WriteString(fr.De(k.first))
		case mark == "que":
			s.WriteString(fr.Que(k.first))
		case two && k.sex == data.Girl:
			s.WriteString(feminine)
		default:
			s.WriteString(masculine)
		}
	}
}

// ascii is how the town's mail servers write a name.
func ascii(s string) string { return strings.ReplaceAll(fr.Fold(s), " ", "-") }
