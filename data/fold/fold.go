// Package fold compares texts as French people look for them: without accents, capitals, hyphens or apostrophes.
// Lists are sorted and searched with it, in the registry, on papers and on screens.
package fold

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Text is s as a search sees it: lower-case, without accents, œ as oe, hyphens and apostrophes as spaces, one space at
// most between words.
func Text(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r): // accents, soft hyphens
			continue
		case unicode.IsSpace(r) || strings.ContainsRune(separators, r):
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		switch r {
		case 'œ', 'Œ':
			b.WriteString("oe")
		case 'æ', 'Æ':
			b.WriteString("ae")
		case 'ß', 'ẞ':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Has reports whether every word of what somebody typed is somewhere in a folded text: "les till" in "ecole des
// tilleuls". Nothing typed is in every text.
func Has(folded, typed string) bool {
	for word := range strings.FieldsSeq(Text(typed)) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

// separators are the hyphens and apostrophes that people type for one another.
const separators = "-‐‑–—'’ʼ‘`´"

// plain reports whether s is folded already.
func plain(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// Compare orders two texts as a French index does: letters first, then accents, then capitals.
func Compare(a, b string) int { return CompareFolded(Text(a), Text(b), a, b) }

// CompareFolded is Compare for long lists that keep the folded form of their texts.
func CompareFolded(foldedA, foldedB, a, b string) int {
	if c := strings.Compare(foldedA, foldedB); c != 0 || a == b {
		return c
	}
	return cmp.Or(
		strings.Compare(strings.ToLower(norm.NFC.String(a)), strings.ToLower(norm.NFC.String(b))),
		strings.Compare(b, a), // lower case before capitals
	)
}
