package fr_test

import (
	"errors"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
)

func TestNumbersAreWrittenInWordsAsContractsDo(t *testing.T) {
	for n, want := range map[int]string{
		0: "zéro", 1: "un", 16: "seize", 17: "dix-sept", 20: "vingt", 21: "vingt et un", 30: "trente", 61: "soixante et un", 70: "soixante-dix",
		71: "soixante et onze", 77: "soixante-dix-sept", 80: "quatre-vingts", 81: "quatre-vingt-un", 90: "quatre-vingt-dix", 91: "quatre-vingt-onze",
		99: "quatre-vingt-dix-neuf", 100: "cent", 101: "cent un", 200: "deux cents", 201: "deux cent un", 380: "trois cent quatre-vingts",
		999: "neuf cent quatre-vingt-dix-neuf", 1000: "mille", 1001: "mille un", 2000: "deux mille", 80_000: "quatre-vingt mille",
		200_000: "deux cent mille", 21_071: "vingt et un mille soixante et onze", 1_000_000: "un million",
		2_345_678: "deux millions trois cent quarante-cinq mille six cent soixante-dix-huit", -3: "moins trois",
	} {
		if got := fr.InWords(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestSumsAreWrittenInFiguresAndInWords(t *testing.T) {
	for cents, want := range map[int][2]string{
		0:           {"0\u00a0€", "zéro euro"},
		50:          {"0,50\u00a0€", "cinquante centimes"},
		100:         {"1\u00a0€", "un euro"},
		101:         {"1,01\u00a0€", "un euro et un centime"},
		4500:        {"45\u00a0€", "quarante-cinq euros"},
		123_450:     {"1\u00a0234,50\u00a0€", "mille deux cent trente-quatre euros et cinquante centimes"},
		200_000_000: {"2\u00a0000\u00a0000\u00a0€", "deux millions d’euros"},
		-250:        {"−2,50\u00a0€", "moins deux euros et cinquante centimes"},
	} {
		if got := [2]string{fr.Euros(cents), fr.EurosInWords(cents)}; got != want {
			t.Errorf("%d cents are %q, want %q", cents, got, want)
		}
	}
}

func TestSumsAreReadAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]int{
		"": 0, "48": 4800, "48,5": 4850, "48.50": 4850, " 1\u00a0234,05 € ": 123405, "0,10": 10,
	} {
		if got, err := fr.ParseEuros(typed); err != nil || got != want {
			t.Errorf("%q is %d cents, %v; want %d", typed, got, err, want)
		}
	}
	for _, typed := range []string{"quarante", "-5", "4,555", ",5", "12345678", "1,2,3", "٣"} {
		if got, err := fr.ParseEuros(typed); !errors.Is(err, data.ErrBadSum) {
			t.Errorf("%q is read as %d, %v", typed, got, err)
		}
	}
}
