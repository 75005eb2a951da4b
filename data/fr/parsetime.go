package fr

import (
	"errors"
	"regexp"
	"strconv"

	"mercredi/data"
)

// ErrBadTime is the kind of the errors of ParseTime.
var ErrBadTime = errors.New("not a time of day")

var typedTime = regexp.MustCompile(`^(\d{1,2}) ?(?:(?:h|:|\.| ) ?(\d{2})?|heures?(?: (\d{2}))?|(\d{2}))? ?(?:min)?$`)

// ParseTime reads a time of day as people type it: 14h, 14h30, 14 h 30, 14:30, 1430, 9. Nothing typed is the zero
// time and no error. Midnight is refused: it could not be told from "not said yet". Every error is an *InputError.
func ParseTime(text string) (data.TimeOfDay, error) {
	typed := Fold(text)
	if typed == "" {
		return 0, nil
	}
	fail := func(sentence string) error { return &InputError{text, sentence, ErrBadTime} }
	if typed == "midi" {
		return data.At(12, 0), nil
	}
	m := typedTime.FindStringSubmatch(typed)
	if m == nil {
		return 0, fail("Écrivez une heure comme 14\u00a0h\u00a030.")
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2] + m[3] + m[4])
	switch {
	case hour > 23:
		return 0, fail("Les heures vont de 0 à 23.")
	case minute > 59:
		return 0, fail("Les minutes vont de 0 à 59.")
	case hour == 0 && minute == 0:
		return 0, fail("Minuit ne peut pas être noté. Écrivez une heure comme 14\u00a0h\u00a030.")
	}
	return data.At(hour, minute), nil
}
