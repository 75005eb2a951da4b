package calendar

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/rickar/cal/v2"

	"mercredi/data"
)

// Zone is the zone of the school calendar. Zero means "not said yet".
type Zone string

// The zones. In ZoneOther (Corsica, overseas) holidays are fixed on the spot and typed by the team.
const (
	ZoneA     Zone = "A"
	ZoneB     Zone = "B"
	ZoneC     Zone = "C"
	ZoneOther Zone = "autre"
)

// Region is a part of the country with public holidays of its own. Zero means none.
type Region string

// The regions with public holidays of their own.
const (
	AlsaceMoselle   Region = "alsace-moselle"
	Guadeloupe      Region = "guadeloupe"
	Guyane          Region = "guyane"
	LaReunion       Region = "la-reunion"
	Martinique      Region = "martinique"
	Mayotte         Region = "mayotte"
	SaintBarthelemy Region = "saint-barthelemy"
	SaintMartin     Region = "saint-martin"
)

// Regions lists the regions with public holidays of their own.
func Regions() []Region {
	return []Region{AlsaceMoselle, Guadeloupe, Guyane, LaReunion, Martinique, Mayotte, SaintBarthelemy, SaintMartin}
}

// Academy is an « académie » with its zone, and the region whose public holidays it keeps.
type Academy struct {
	Name   string
	Zone   Zone
	Region Region
}

// Academies lists the académies by name.
func Academies() []Academy { return slices.Clone(tables().academies) }

//go:embed holidays.csv
var holidaysCSV string

//go:embed years.csv
var yearsCSV string

//go:embed public.csv
var publicCSV string

//go:embed academies.csv
var academiesCSV string

// publicHoliday is a line of public.csv.
type publicHoliday struct {
	rule   *cal.Holiday
	name   string
	region Region
}

func (h publicHoliday) in(region Region) bool { return h.region == "" || h.region == region }

func (h publicHoliday) on(year int) data.Date {
	actual, _ := h.rule.Calc(year)
	return data.DateOf(actual)
}

// embedded is everything that the tables say.
type embedded struct {
	years     map[Zone]map[SchoolYear]yearTable
	public    []publicHoliday
	academies []Academy
}

// tables reads the embedded files once. A broken table is a broken program, so it panics: the tests read it.
var tables = sync.OnceValue(func() embedded {
	return embedded{years: readYears(), public: readPublic(), academies: readAcademies()}
})

func readYears() map[Zone]map[SchoolYear]yearTable {
	years := map[Zone]map[SchoolYear]yearTable{ZoneA: {}, ZoneB: {}, ZoneC: {}}
	for _, line := range lines("years.csv", yearsCSV, 2) {
		for _, zone := range []Zone{ZoneA, ZoneB, ZoneC} {
			years[zone][yearIn(line[0])] = yearTable{toConfirm: line[1] == "oui"}
		}
	}
	for _, line := range lines("holidays.csv", holidaysCSV, 5) {
		year := yearIn(line[0])
		period := Period{From: dateIn(line[3]), To: dateIn(line[4]), Name: line[2]}
		if SchoolYearOf(period.From) != year || SchoolYearOf(period.To) != year || period.To < period.From {
			panic(fmt.Sprintf("calendar: period out of its school year: %v", line))
		}
		for _, letter := range line[1] {
			table, ok := years[Zone(letter)][year]
			if !ok {
				panic(fmt.Sprintf("calendar: unknown year or zone: %v", line))
			}
			table.holidays = append(table.holidays, period)
			years[Zone(letter)][year] = table
		}
	}
	return years
}

func readPublic() []publicHoliday {
	var public []publicHoliday
	for _, line := range lines("public.csv", publicCSV, 3) {
		rule := &cal.Holiday{}
		if offset, ok := strings.CutPrefix(line[0], "paques"); ok {
			rule.Offset, rule.Func = number(offset), cal.CalcEasterOffset
		} else {
			month, day, _ := strings.Cut(line[0], "-")
			rule.Month, rule.Day, rule.Func = time.Month(number(month)), number(day), cal.CalcDayOfMonth
		}
		public = append(public, publicHoliday{rule, line[1], Region(line[2])})
	}
	return public
}

func readAcademies() []Academy {
	var academies []Academy
	for _, line := range lines("academies.csv", academiesCSV, 3) {
		academies = append(academies, Academy{line[0], Zone(line[1]), Region(line[2])})
	}
	return academies
}

// lines splits a table in fields.
func lines(name, text string, fields int) [][]string {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.Comment, r.FieldsPerRecord = ';', '#', fields
	all, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("calendar: %s: %v", name, err))
	}
	return all
}

func dateIn(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return d
}

func yearIn(s string) SchoolYear { return SchoolYear(number(s)) }

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("calendar: " + err.Error())
	}
	return n
}
