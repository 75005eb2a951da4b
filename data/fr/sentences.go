package fr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Join puts what is said side by side: "CE2, école des Tilleuls". What is empty is left out.
func Join(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, ", ")
}

// Lower puts a small first letter, for the middle of a sentence: "art-thérapie", "l’atelier". A word that begins with
// several capitals or with a sign stays as it is: "EPS", "G1".
func Lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); !unicode.IsLower(next) && next != '’' && next != '\'' {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// commonWords begin the name of a group and lose their capital inside a sentence; any other first word is a name.
var commonWords = []string{"Groupe", "Duo", "Trio", "Binôme", "Petit", "Grand"}

// GroupWord is the name of a group in the middle of a sentence: "groupe 1", "trio du matin", "Noé T.".
func GroupWord(name string) string {
	if first, _, _ := strings.Cut(name, " "); slices.Contains(commonWords, first) {
		name = Lower(name)
	}
	return Numbered(name)
}

// Excerpt is the beginning of a text on one line, at most so many letters and a "…", cut between two words.
func Excerpt(text string, most int) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }), " ")
	letters := []rune(text)
	if len(letters) <= most {
		return text
	}
	cut := string(letters[:most])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, ",;:. "+nbsp) + "…"
}
