// Package fr is the only French of the domain: dates, counts, names, typography, the reading of what people type,
// and the sentences that tell them what went wrong. Other packages hold values and English errors; screens and
// papers say them through here.
//
// Every text it writes is composed (NFC) and uses the no-break space U+00A0, never the narrow U+202F nor superior
// letters: the typeface of the screen has neither.
package fr

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nbsp is the no-break space.
const nbsp = "\u00a0"

// NFC composes accents: text pasted from a Mac or a PDF may carry them apart.
func NFC(s string) string { return norm.NFC.String(s) }

// Capital puts a capital on the first letter.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
