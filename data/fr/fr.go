// Package fr is the only French of the domain: dates, counts, names, typography, the reading of what people type,
// and the sentences that tell them what went wrong. Other packages hold values and English errors; screens and
// papers say them through here.
//
// Every text it writes is composed (NFC) and uses the no-break space U+00A0, never the narrow U+202F nor superior
// letters: the typeface of the screen has neither.
package fr

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// nbsp is the no-break space.
const nbsp = "\u00a0"

// NFC composes accents: text pasted from a Mac or a PDF may carry them apart.
func NFC(s string) string { return norm.NFC.String(s) }

// Typed is what somebody typed or pasted, as it is kept: composed accents, lines that end with \n alone, no control
// signs, no spaces at the ends. Emoji stay. Whatever lets a text into the file goes through it, so that two ways of
// writing one name are one name, and count as many letters as one sees.
func Typed(s string) string {
	s = lineEnds.Replace(strings.ToValidUTF8(s, ""))
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == byteOrder {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(NFC(s))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n")

const byteOrder = '\ufeff' // the mark that some programs put before a text

// Capital puts a capital on the first letter.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
