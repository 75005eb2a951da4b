package fr

import (
	"errors"
	"fmt"
	"strings"
)

// ErrBadPhone is the kind of the errors of ParsePhone.
var ErrBadPhone = errors.New("not a phone number")

// Phone writes a number kept by ParsePhone in pairs: "01 99 00 41 27". Other forms are left as they are.
func Phone(digits string) string {
	switch {
	case strings.Trim(digits, "0123456789") != "":
		return digits
	case len(digits) == 10, len(digits) == 4:
		return grouped(digits, 2)
	case len(digits) == 6:
		return grouped(digits, 3)
	}
	return digits
}

func grouped(digits string, size int) string {
	var groups []string
	for ; len(digits) > size; digits = digits[size:] {
		groups = append(groups, digits[:size])
	}
	return strings.Join(append(groups, digits), nbsp)
}

// ParsePhone reads a phone number as people type it and gives it as it is kept: ten digits for a French number
// (0199004127), two to six for a short one (3919, 119, 116006), "+" and digits for a foreign one (+41223456789).
// Nothing typed is "" and no error. Every error is an *InputError.
func ParsePhone(text string) (string, error) {
	fail := func(sentence string) (string, error) { return "", &InputError{text, sentence, ErrBadPhone} }
	typed := strings.ReplaceAll(strings.TrimSpace(text), "(0)", "")
	var b strings.Builder
	for i, r := range typed {
		switch {
		case r >= '0' && r <= '9', r == '+' && i == 0:
			b.WriteRune(r)
		case strings.ContainsRune(" .-/()\u00a0\u202f\u2011\u2009\t", r):
		default:
			return fail("Un numéro de téléphone s’écrit avec des chiffres, comme 01\u00a099\u00a000\u00a041\u00a027.")
		}
	}
	digits := b.String()
	if after, ok := strings.CutPrefix(digits, "00"); ok {
		digits = "+" + after
	}
	if strings.HasPrefix(digits, "+") {
		digits = national(digits)
	}
	switch n := len(digits); {
	case n == 0 && typed == "":
		return "", nil
	case digits != "" && digits[0] == '+' && n >= 9 && n <= 16:
		return digits, nil
	case n == 10 && digits[0] == '0':
		return digits, nil
	case n >= 2 && n <= 6 && n != 5 && (digits[0] == '1' || digits[0] == '3'):
		return digits, nil
	case n > 0 && digits[0] == '0':
		return fail(fmt.Sprintf("Un numéro de téléphone a 10 chiffres\u00a0; celui-ci en a %d.", n))
	}
	return fail("Écrivez un numéro comme 01\u00a099\u00a000\u00a041\u00a027, ou +41\u00a022\u00a0345\u00a067\u00a089 pour l’étranger.")
}

// national drops the code of France and of its overseas departments: +33 1… and +262 2 62… become 01… and 0262….
func national(digits string) string {
	if len(digits) == 12 && strings.HasPrefix(digits, "+33") {
		return "0" + digits[3:]
	}
	for _, code := range []string{"+262", "+590", "+594", "+596"} {
		if len(digits) == 13 && strings.HasPrefix(digits, code) {
			return "0" + digits[4:]
		}
	}
	return digits
}
