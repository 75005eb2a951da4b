package fr

import (
	"strconv"
	"strings"
)

// Number writes a whole number with its thousands apart: "1 234".
func Number(n int) string {
	digits, minus := strings.CutPrefix(strconv.Itoa(n), "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + nbsp + digits[i:]
	}
	if minus {
		return "−" + digits
	}
	return digits
}

// Count is a number and its noun: "0 enfant", "1 enfant", "2 enfants". In French 0 and 1 are singular.
// The number never parts from its noun at the end of a line.
func Count(n int, singular, plural string) string {
	return Number(n) + nbsp + Plural(n, singular, plural)
}

// Plural chooses the form of a noun.
func Plural(n int, singular, plural string) string {
	if n > 1 || n < -1 {
		return plural
	}
	return singular
}

// Percent is a share out of a hundred: "86 %".
func Percent(n int) string { return Number(n) + nbsp + "%" }

// Ordinal is a rank: "1er", "2e", "11e".
func Ordinal(n int) string {
	if n == 1 {
		return "1er"
	}
	return Number(n) + "e"
}

// OrdinalFeminine is a rank of a feminine noun: "1re", "2e".
func OrdinalFeminine(n int) string {
	if n == 1 {
		return "1re"
	}
	return Ordinal(n)
}
