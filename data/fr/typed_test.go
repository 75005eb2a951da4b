package fr_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/data/fr"
)

func TestTypedTextIsKeptInOneForm(t *testing.T) {
	for typed, want := range map[string]string{
		"":                               "",
		" \u00a0\t\n ":                   "",
		"  Lila \u00a0":                  "Lila",
		"Zoe\u0301 Be\u0301rard":         "Zoé Bérard",
		"a\r\nb\rc\u2028d":               "a\nb\nc\nd",
		"un\tdeux\n\ntrois":              "un\tdeux\n\ntrois",
		"\ufeffcoll\x00é \x1b[31mde\x7f": "collé [31mde",
		"rate\xff\xfe":                   "rate",
		"👩🏽‍🎨 rit 😀":                     "👩🏽‍🎨 rit 😀",
		"l’été\u00a0: 14\u00a0h":         "l’été~: 14~h",
	} {
		expect(t, "typed", fr.Typed(typed), want)
	}
}

func TestTypedTwiceChangesNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := fr.Typed(rapid.String().Draw(t, "text"))
		if twice := fr.Typed(once); twice != once || !utf8.ValidString(once) {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

// TestNameWithAccentsApartCountsTheLettersOneSees: 120 letters are kept, however the accents were typed.
func TestNameWithAccentsApartCountsTheLettersOneSees(t *testing.T) {
	for letters, long := range map[int]bool{data.MaxName: false, data.MaxName + 1: true} {
		name := fr.Typed("  " + strings.Repeat("e\u0301", letters) + "\u00a0")
		c := data.Child{FirstName: name, LastName: "Bérard"}
		if said := fr.Error(c.Check(20260910)); (said != "") != long {
			t.Errorf("%d letters: %q", letters, said)
		}
	}
}
