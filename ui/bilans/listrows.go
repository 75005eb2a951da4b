package bilans

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/page"
)

// row is one bilan of the list: of a child, or of a group.
type row struct {
	who    string // « Lila K. »; « Tout le groupe »
	group  registry.GroupName
	moment data.Moment
	step   registry.BilanStep
	due    data.Date
	late   int // days
	final  data.Date
	route  page.Route
	folded string // what the search looks in
}

// wholeGroup is the name of a group's own bilan in the list.
const wholeGroup = "Tout le groupe"

func (r row) ofGroup() bool { return !r.route.Group.IsZero() }

func (r row) key() string {
	return r.route.Child.String() + r.route.Cycle.String() + r.route.Group.String() + string(rune('0'+r.moment))
}

// rowsOf are the bilans of a school year: those of children by urgency, then those of groups.
func rowsOf(children []registry.BilanRow, groups []registry.GroupBilanRow) []row {
	rows := make([]row, 0, len(children)+len(groups))
	for _, b := range children {
		rows = append(rows, newRow(row{
			who: fr.ShortName(b.Child.First, b.Child.Last), group: b.Group, moment: b.Moment, step: b.Progress.Step,
			due: b.Progress.Due, late: b.Progress.LateDays, final: b.FinalOn,
			route:  page.Route{Page: page.Bilan, Child: b.Child.ID, Cycle: b.CycleID, Moment: b.Moment},
			folded: b.Child.First + " " + b.Child.Last,
		}))
	}
	for _, b := range groups {
		rows = append(rows, newRow(row{
			who: wholeGroup, group: b.Group, moment: b.Moment, step: b.Step, due: b.Due, final: b.FinalOn,
			route: page.Route{Page: page.Bilan, Group: b.Group.ID, Moment: b.Moment}, folded: wholeGroup,
		}))
	}
	slices.SortStableFunc(rows, byUrgency)
	return rows
}

func newRow(r row) row {
	r.folded = fold.Text(strings.Join([]string{r.folded, r.group.Workshop.Name, r.group.Group, momentTitle(r.moment)}, " "))
	return r
}

// byUrgency puts what is late longest first, then what is due soonest; what is final comes last.
func byUrgency(a, b row) int {
	return cmp.Or(cmp.Compare(b.late, a.late), cmp.Compare(finished(a), finished(b)), cmp.Compare(a.due, b.due))
}

func finished(r row) int {
	if r.step == registry.BilanDone {
		return 1
	}
	return 0
}

// filter is a chip over the list.
type filter struct {
	key   string // Route.Tab
	label string
	keep  func(row) bool
	empty string // when it keeps none
}

var filters = []filter{
	{"a-ecrire", "À écrire", func(r row) bool { return r.step == registry.BilanToWrite }, "Aucun bilan n’est à commencer"},
	{"brouillons", "Brouillons", func(r row) bool { return r.step == registry.BilanStarted }, "Aucun brouillon en cours"},
	{"en-retard", "En retard", func(r row) bool { return r.late > 0 }, "Aucun bilan n’est en retard"},
	{"finalises", "Finalisés", func(r row) bool { return r.step == registry.BilanDone }, "Aucun bilan n’est encore finalisé"},
	{"tous", "Tous", func(row) bool { return true }, "Aucun bilan cette année"},
}

// counts are the numbers in the chips.
func counts(rows []row) []int {
	out := make([]int, len(filters))
	for i, f := range filters {
		for _, r := range rows {
			if f.keep(r) {
				out[i]++
			}
		}
	}
	return out
}

// headWords is the line under the title: « 12 à écrire, 3 brouillons, 1 en retard ».
func headWords(rows []row) string {
	if len(rows) == 0 {
		return "Rien n’est attendu cette année scolaire"
	}
	n := counts(rows)
	var parts []string
	for i, words := range [][2]string{{"à écrire", "à écrire"}, {"brouillon", "brouillons"}, {"en retard", "en retard"}, {"finalisé", "finalisés"}} {
		if n[i] > 0 {
			parts = append(parts, fr.Count(n[i], words[0], words[1]))
		}
	}
	return strings.Join(parts, ", ")
}

func stepWords(s registry.BilanStep) string {
	switch s {
	case registry.BilanStarted:
		return "Brouillon"
	case registry.BilanDone:
		return "Finalisé"
	}
	return "À écrire"
}

// yearsOf are the school years that have cycles, latest first, and the one that is shown at first.
func yearsOf(cycles []registry.CycleRow, shown int) []int {
	years := []int{shown}
	for _, c := range cycles {
		if !slices.Contains(years, c.SchoolYear) {
			years = append(years, c.SchoolYear)
		}
	}
	slices.SortFunc(years, func(a, b int) int { return cmp.Compare(b, a) })
	return years
}
