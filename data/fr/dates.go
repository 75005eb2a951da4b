package fr

import (
	"fmt"
	"strconv"
	"time"

	"mercredi/data"
)

var (
	months = [...]string{"janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	shortMonths = [...]string{"janv.", "févr.", "mars", "avr.", "mai", "juin",
		"juil.", "août", "sept.", "oct.", "nov.", "déc."}
	weekdays = [...]string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}
)

// Month is the name of a month: "janvier".
func Month(m time.Month) string { return months[m-1] }

// MonthShort is the short name of a month: "janv.".
func MonthShort(m time.Month) string { return shortMonths[m-1] }

// MonthYear is the title of a month: "janvier 2027".
func MonthYear(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%s %d", Month(d.Month()), d.Year())
}

// Weekday is the name of a day of the week: "mercredi".
func Weekday(w time.Weekday) string { return weekdays[w] }

// WeekdayShort is the short name of a day of the week: "mer.".
func WeekdayShort(w time.Weekday) string { return weekdays[w][:3] + "." }

// Date is a whole date: "mercredi 20 janvier 2027". Like every date below, "" when it has not been said, and its day
// never parts from its month at the end of a line.
func Date(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return Weekday(d.Weekday()) + " " + DateLong(d)
}

// DateLong is a date without its weekday: "20 janvier 2027", "1er février 2027".
func DateLong(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%s %d", DayMonth(d), d.Year())
}

// DayMonth is a date without its year: "20 janvier".
func DayMonth(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return dayOfMonth(d) + nbsp + Month(d.Month())
}

// DateShort is a date for narrow places, without its year: "20 janv.", "1er févr.".
func DateShort(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return dayOfMonth(d) + nbsp + MonthShort(d.Month())
}

// DateDigits is a date as it is typed: "20/01/2027".
func DateDigits(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day(), int(d.Month()), d.Year())
}

// DayOfMonth is the day alone: "20", "1er".
func DayOfMonth(d data.Date) string {
	if !d.Valid() {
		return ""
	}
	return dayOfMonth(d)
}

func dayOfMonth(d data.Date) string {
	if d.Day() == 1 {
		return "1er"
	}
	return strconv.Itoa(d.Day())
}

// Range is a span of days: "du 7 au 22 février 2026", "du 14 février au 1er mars 2026", "le 7 février 2026",
// "à partir du 7 février 2026", "jusqu’au 22 février 2026".
func Range(from, to data.Date) string {
	if !from.Valid() || !to.Valid() || from == to {
		return openRange(from, to, DateLong)
	}
	start := DateLong(from)
	if from.Year() == to.Year() {
		start = dayIn(from, to)
	}
	return "du " + start + " au " + DateLong(to)
}

// RangeShort is a span of days without years: "du 7 octobre au 27 janvier".
func RangeShort(from, to data.Date) string {
	if !from.Valid() || !to.Valid() || from == to {
		return openRange(from, to, DayMonth)
	}
	start := DayMonth(from)
	if from.Year() == to.Year() {
		start = dayIn(from, to)
	}
	return "du " + start + " au " + DayMonth(to)
}

// dayIn is the start of a span within one year: the month is said once when both days share it.
func dayIn(from, to data.Date) string {
	if from.Month() == to.Month() {
		return dayOfMonth(from)
	}
	return DayMonth(from)
}

// openRange is a span with one day, or one side not said.
func openRange(from, to data.Date, write func(data.Date) string) string {
	switch {
	case from.Valid() && from == to:
		return "le " + write(from)
	case from.Valid():
		return "à partir du " + write(from)
	case to.Valid():
		return "jusqu’au " + write(to)
	}
	return ""
}

// Relative places a day beside today: "aujourd’hui", "demain", "dans 5 jours", "hier", "il y a 3 jours".
func Relative(d, today data.Date) string {
	if !d.Valid() || !today.Valid() {
		return ""
	}
	switch days := today.DaysUntil(d); {
	case days == 0:
		return "aujourd’hui"
	case days == 1:
		return "demain"
	case days == -1:
		return "hier"
	case days > 0:
		return "dans " + Count(days, "jour", "jours")
	default:
		return "il y a " + Count(-days, "jour", "jours")
	}
}

// Time is a time of day: "14 h 30", "9 h", or "" when it has not been said.
func Time(t data.TimeOfDay) string {
	if t == 0 {
		return ""
	}
	return hoursMinutes(t.Hour(), t.Minute())
}

// WeekHours are hours that come back each week: "mercredi de 9 h à 10 h 30, judo".
func WeekHours(h data.WeekHours) string {
	words := Weekday(h.Weekday) + " de " + Time(h.From) + " à " + Time(h.To)
	if h.Reason != "" {
		words += ", " + h.Reason
	}
	return words
}

// TimeSpan is a span of hours: "14 h à 15 h 30".
func TimeSpan(start data.TimeOfDay, minutes int) string {
	if start == 0 {
		return ""
	}
	if minutes <= 0 {
		return Time(start)
	}
	return Time(start) + " à " + Time(start.Add(minutes))
}

func hoursMinutes(hours, minutes int) string {
	if minutes == 0 {
		return fmt.Sprintf("%d%sh", hours, nbsp)
	}
	return fmt.Sprintf("%d%sh%s%02d", hours, nbsp, nbsp, minutes)
}

// Duration is a number of minutes: "45 min", "1 h 30".
func Duration(minutes int) string {
	if minutes < 60 {
		return fmt.Sprintf("%d%smin", minutes, nbsp)
	}
	return hoursMinutes(minutes/60, minutes%60)
}

// Months is a number of months: "7 mois".
func Months(n int) string { return Number(n) + nbsp + "mois" }

// AfterLastContact is how long a file is kept: "2 ans après le dernier contact".
func AfterLastContact(months int) string {
	long := Months(months)
	if months%12 == 0 {
		long = Count(months/12, "an", "ans")
	}
	return long + " après le dernier contact"
}

// Age is an age in whole years: "8 ans", "moins d’un an", or "" when it is not known (negative).
func Age(years int) string {
	switch {
	case years < 0:
		return ""
	case years == 0:
		return "moins d’un an"
	}
	return Count(years, "an", "ans")
}
