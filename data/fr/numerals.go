package fr

import (
	"fmt"
	"strings"

	"mercredi/data"
)

var (
	unitWords = [...]string{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
		"treize", "quatorze", "quinze", "seize"}
	tenWords = [...]string{"", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"}
)

// Euros is a sum given in cents: "1 234,50 €", "45 €".
func Euros(cents int) string {
	if cents < 0 {
		return "−" + Euros(-cents)
	}
	if cents%100 == 0 {
		return Number(cents/100) + nbsp + "€"
	}
	return Number(cents/100) + "," + twoDigits(cents%100) + nbsp + "€"
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// EurosInWords is a sum given in cents, as a contract or a bill writes it: "mille deux cents euros et cinquante centimes".
func EurosInWords(cents int) string {
	if cents < 0 {
		return "moins " + EurosInWords(-cents)
	}
	euros, rest := cents/100, cents%100
	var said []string
	if euros > 0 || rest == 0 {
		word := InWords(euros) + " " + Plural(euros, "euro", "euros")
		if euros > 0 && euros%1_000_000 == 0 { // deux millions d’euros
			word = InWords(euros) + " d’euros"
		}
		said = append(said, word)
	}
	if rest > 0 {
		said = append(said, InWords(rest)+" "+Plural(rest, "centime", "centimes"))
	}
	return strings.Join(said, " et ")
}

// InWords is a whole number in masculine words, up to the thousands of millions: "quatre-vingt-un", "deux cents". Past
// that it is figures.
func InWords(n int) string {
	switch {
	case n < 0:
		return "moins " + InWords(-n)
	case n < 1000:
		return hundredsInWords(n, true)
	case n < 1_000_000:
		thousands, rest := n/1000, n%1000
		word := "mille"
		if thousands > 1 {
			word = hundredsInWords(thousands, false) + " mille"
		}
		return after0(word, rest)
	case n < 1_000_000_000:
		millions := n / 1_000_000
		return after0(InWords(millions)+" "+Plural(millions, "million", "millions"), n%1_000_000)
	}
	return Number(n)
}

// after0 adds what is left of a number, unless nothing is.
func after0(word string, rest int) string {
	if rest == 0 {
		return word
	}
	return word + " " + InWords(rest)
}

// hundredsInWords is a number under a thousand. last says that nothing follows it: « cents » and « quatre-vingts » take
// their s then, and lose it before another number.
func hundredsInWords(n int, last bool) string {
	hundreds, rest := n/100, n%100
	var word string
	switch {
	case hundreds == 0:
		return tensInWords(rest, last)
	case hundreds == 1:
		word = "cent"
	case rest == 0 && last:
		return unitWords[hundreds] + " cents"
	default:
		word = unitWords[hundreds] + " cent"
	}
	if rest == 0 {
		return word
	}
	return word + " " + tensInWords(rest, last)
}

func tensInWords(n int, last bool) string {
	ten, unit := n/10, n%10
	if ten == 7 || ten == 9 { // soixante-dix, quatre-vingt-dix: the teens follow
		unit += 10
	}
	switch {
	case n < len(unitWords):
		return unitWords[n]
	case n < 20:
		return "dix-" + unitWords[unit]
	case unit == 0 && ten == 8 && last:
		return "quatre-vingts"
	case unit == 0:
		return tenWords[ten]
	case (unit == 1 || unit == 11) && ten < 8:
		return tenWords[ten] + " et " + tensInWords(unit, last)
	}
	return tenWords[ten] + "-" + tensInWords(unit, last)
}

// ParseEuros reads a sum as it is typed, "48", "48,50", "1 234,5 €", in cents; "" is zero. ErrBadSum for anything else.
func ParseEuros(s string) (cents int, err error) {
	s = strings.NewReplacer(" ", "", nbsp, "", "\u202f", "", "€", "", ".", ",").Replace(Typed(s))
	if s == "" {
		return 0, nil
	}
	euros, rest, _ := strings.Cut(s, ",")
	if len(euros) == 0 || len(euros) > 7 || len(rest) > 2 {
		return 0, fmt.Errorf("reading %q euros: %w", s, data.ErrBadSum)
	}
	for _, digit := range euros + (rest + "00")[:2] {
		if digit < '0' || digit > '9' {
			return 0, fmt.Errorf("reading %q euros: %w", s, data.ErrBadSum)
		}
		cents = cents*10 + int(digit-'0')
	}
	return cents, nil
}
