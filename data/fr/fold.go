package fr

import "mercredi/data/fold"

// Fold is the text as a search sees it: lower-case, without accents, œ as oe, hyphens and apostrophes as spaces,
// one space at most between words.
func Fold(s string) string { return fold.Text(s) }

// Compare orders two texts as a French index does: letters first, then accents, then capitals.
func Compare(a, b string) int { return fold.Compare(a, b) }

// CompareFolded is Compare for long lists that keep the folded form of their texts.
func CompareFolded(foldedA, foldedB, a, b string) int {
	return fold.CompareFolded(foldedA, foldedB, a, b)
}

// Less reports whether a comes before b in French alphabetical order.
func Less(a, b string) bool { return Compare(a, b) < 0 }
