package fr

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"mercredi/data"
)

// InputError says why a typed text could not be read. It wraps data.ErrBadDate for a date.
type InputError struct {
	Text     string // what was typed
	Sentence string // what to tell the person who typed it
	Err      error
}

func (e *InputError) Error() string { return fmt.Sprintf("reading %q: %v", e.Text, e.Err) }

// Unwrap gives the kind of error.
func (e *InputError) Unwrap() error { return e.Err }

const (
	sayDateForm = "Écrivez une date comme 12/03/2018."
	sayDayForm  = "Le jour doit être compris entre 1 et 31."
	sayYearForm = "Écrivez l’année avec quatre chiffres, comme 2018."
)

// The years that a typed date may have: nobody here was born before, nothing is planned after.
const (
	firstYear = 1900
	lastYear  = 2199
)

var (
	numericDate = regexp.MustCompile(`^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{1,4}))?$`)
	isoDate     = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	compactDate = regexp.MustCompile(`^(\d{2})(\d{2})(\d{2}|\d{4})$`)
	writtenDate = regexp.MustCompile(`^(?:le )?(?:([a-z]{3,})\.? )?(\d{1,2})(?:er|e)? ?([a-z]{3,})\.?(?: (\d{1,4}))?$`)
	shiftedDate = regexp.MustCompile(`^j? ?([+-]) ?(\d{1,4})$`)
)

// ParseDate reads a date as people type it: 1/3/24, 01/03/2024, 01032024, 010324, 1-3-2024, 1.3.2024, 1 mars,
// 1er mars 2024, mercredi 20 janvier, auj, demain, hier, j+7, +7. Nothing typed is the zero date and no error.
//
// A year of two digits falls at most ten years after today. Without a year, the date is the nearest to today, and
// the nearest that falls on the weekday when one is typed. Every error is an *InputError.
func ParseDate(text string, today data.Date) (data.Date, error) {
	typed := strings.Trim(foldDate(text), " .")
	if typed == "" {
		return 0, nil
	}
	r := dateReader{text, today}
	if d, ok := r.word(typed); ok {
		return d, nil
	}
	if m := isoDate.FindStringSubmatch(typed); m != nil {
		return r.build("", m[3], m[2], m[1])
	}
	if m := numericDate.FindStringSubmatch(typed); m != nil {
		return r.build("", m[1], m[2], m[3])
	}
	if m := compactDate.FindStringSubmatch(typed); m != nil {
		return r.build("", m[1], m[2], m[3])
	}
	if m := shiftedDate.FindStringSubmatch(typed); m != nil {
		return r.shift(m[1], m[2])
	}
	if m := writtenDate.FindStringSubmatch(typed); m != nil {
		return r.written(m[1], m[2], m[3], m[4])
	}
	return 0, r.fail(sayDateForm)
}

// foldDate is Fold with the hyphens kept.
func foldDate(text string) string {
	parts := strings.Split(NFC(text), "-")
	for i, p := range parts {
		parts[i] = Fold(p)
	}
	return strings.Join(parts, "-")
}

// dateReader carries what every step needs.
type dateReader struct {
	text  string
	today data.Date
}

func (r dateReader) fail(sentence string) error {
	return &InputError{r.text, sentence, data.ErrBadDate}
}

func (r dateReader) word(typed string) (data.Date, bool) {
	if !r.today.Valid() {
		return 0, false
	}
	switch typed {
	case "auj", "aujourd hui", "aujourdhui", "ajd", "j":
		return r.today, true
	case "demain", "dem":
		return r.today.AddDays(1), true
	case "apres demain", "apres-demain":
		return r.today.AddDays(2), true
	case "hier":
		return r.today.AddDays(-1), true
	case "avant hier", "avant-hier":
		return r.today.AddDays(-2), true
	}
	return 0, false
}

func (r dateReader) shift(sign, digits string) (data.Date, error) {
	days, _ := strconv.Atoi(digits)
	if sign == "-" {
		days = -days
	}
	if d := r.today.AddDays(days); d.Valid() {
		return d, nil
	}
	return 0, r.fail(sayDateForm)
}

func (r dateReader) written(weekday, day, month, year string) (data.Date, error) {
	m := monthNamed(month)
	if m == 0 || weekday != "" && weekdayNamed(weekday) < 0 {
		return 0, r.fail(sayDateForm)
	}
	return r.build(weekday, day, strconv.Itoa(int(m)), year)
}

// build makes the date of digits already known to be digits; year and weekday may be missing.
func (r dateReader) build(weekday, day, month, year string) (data.Date, error) {
	d, _ := strconv.Atoi(day)
	m, _ := strconv.Atoi(month)
	if m < 1 || m > 12 {
		return 0, r.fail(fmt.Sprintf("Il n’y a pas de mois numéro %d. Écrivez le jour, puis le mois, comme 12/03/2018.", m))
	}
	if d < 1 {
		return 0, r.fail(sayDayForm)
	}
	if year == "" {
		return r.nearest(weekday, d, time.Month(m))
	}
	y, err := r.year(year)
	if err != nil {
		return 0, err
	}
	date := data.NewDate(y, time.Month(m), d)
	if date.IsZero() {
		return 0, r.fail(noSuchDay(y, time.Month(m), d))
	}
	if w := weekdayNamed(weekday); w >= 0 && date.Weekday() != w {
		return 0, r.fail(fmt.Sprintf("Le %s est un %s.", DateLong(date), Weekday(date.Weekday())))
	}
	return date, nil
}

// nearest finds the year that was not typed.
func (r dateReader) nearest(weekday string, day int, month time.Month) (data.Date, error) {
	if !r.today.Valid() {
		return 0, r.fail(sayDateForm)
	}
	w := weekdayNamed(weekday)
	var any, best data.Date
	for y := r.today.Year() - 1; y <= r.today.Year()+1; y++ {
		d := data.NewDate(y, month, day)
		any = nearer(r.today, any, d)
		if w < 0 || d.Weekday() == w {
			best = nearer(r.today, best, d)
		}
	}
	switch {
	case any.IsZero():
		return 0, r.fail(noSuchDay(r.today.Year(), month, day))
	case best.IsZero():
		return 0, r.fail(fmt.Sprintf("Le %s est un %s.", DateLong(any), Weekday(any.Weekday())))
	}
	return best, nil
}

func nearer(today, a, b data.Date) data.Date {
	if a.IsZero() {
		return b
	}
	if b.IsZero() || abs(today.DaysUntil(a)) <= abs(today.DaysUntil(b)) {
		return a
	}
	return b
}

func abs(n int) int { return max(n, -n) }

// year reads two or four digits.
func (r dateReader) year(digits string) (int, error) {
	y, _ := strconv.Atoi(digits)
	switch {
	case len(digits) == 4 && (y < firstYear || y > lastYear):
		return 0, r.fail(fmt.Sprintf("L’année doit être comprise entre %d et %d.", firstYear, lastYear))
	case len(digits) == 4:
		return y, nil
	case len(digits) != 2 || !r.today.Valid():
		return 0, r.fail(sayYearForm)
	}
	last := r.today.Year() + 10
	return last - (last-y)%100, nil
}

// noSuchDay says why a month has no such day.
func noSuchDay(year int, month time.Month, day int) string {
	if month == time.February && day == 29 {
		return fmt.Sprintf("L’année %d n’est pas bissextile\u00a0: février s’arrête au 28.", year)
	}
	if day > 31 {
		return sayDayForm
	}
	return fmt.Sprintf("%s n’a pas %d\u00a0jours.", Capital(Month(month)), day)
}

// monthNamed finds a month by its folded name or an abbreviation that cannot be another, or answers 0.
func monthNamed(name string) time.Month {
	var found time.Month
	for i, month := range months {
		switch {
		case Fold(month) == name:
			return time.Month(i + 1)
		case !strings.HasPrefix(Fold(month), name):
		case found != 0:
			return 0
		default:
			found = time.Month(i + 1)
		}
	}
	return found
}

// weekdayNamed finds a day of the week by its name or its first letters, or answers -1.
func weekdayNamed(name string) time.Weekday {
	for i, weekday := range weekdays {
		if name != "" && strings.HasPrefix(weekday, name) {
			return time.Weekday(i)
		}
	}
	return -1
}
