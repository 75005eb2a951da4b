package children

import (
	"cmp"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// filter is a chip over the list.
type filter struct {
	key   string // Route.Tab
	label string
	keep  func(r registry.ChildRow) bool
}

// filters are the chips, in order. Archived children are in the last one alone.
func filters(viewer data.ID[data.Member]) []filter {
	flag := func(on func(registry.ChildFlags) bool) func(registry.ChildRow) bool {
		return func(r registry.ChildRow) bool { return !r.Archived && on(r.Flags) }
	}
	return []filter{
		{key: "tous", label: "Tous", keep: func(r registry.ChildRow) bool { return !r.Archived }},
		{key: "suivis", label: "Mes suivis", keep: func(r registry.ChildRow) bool {
			return !r.Archived && !r.Flags.Ended && !viewer.IsZero() && r.KeyWorkerID == viewer
		}},
		{key: "a-placer", label: "À placer", keep: flag(func(f registry.ChildFlags) bool { return f.ToPlace })},
		{key: "accord", label: "Accord manquant", keep: flag(func(f registry.ChildFlags) bool { return f.NoConsent })},
		{key: "decision", label: "Sans décision EPS", keep: flag(func(f registry.ChildFlags) bool { return f.NoDecision })},
		{key: "regularite", label: "Régularité basse", keep: flag(func(f registry.ChildFlags) bool { return f.Low })},
		{key: "nouvelles", label: "Sans nouvelles depuis " + fr.Count(registry.QuietDays, "jour", "jours"),
			keep: flag(func(f registry.ChildFlags) bool { return f.Quiet })},
		{key: "termines", label: "Parcours terminés", keep: flag(func(f registry.ChildFlags) bool { return f.Ended })},
		{key: "archives", label: "Archivés", keep: func(r registry.ChildRow) bool { return r.Archived }},
	}
}

// alwaysShown is how many chips are there even when they keep nobody.
const alwaysShown = 3

// query is what is typed in the search box: every word must be found, or the digits of a telephone.
type query struct {
	words  []string
	digits string
}

func newQuery(text string) query {
	q := query{words: strings.Fields(fold.Text(text))}
	digits := strings.NewReplacer(" ", "", ".", "", "-", "", "\u00a0", "").Replace(text)
	if len(digits) > 1 && strings.Trim(digits, "0123456789") == "" {
		q.digits = digits
	}
	return q
}

func (q query) keeps(r registry.ChildRow) bool {
	if q.digits != "" {
		return strings.Contains(r.Folded, q.digits)
	}
	for _, w := range q.words {
		if !strings.Contains(r.Folded, w) {
			return false
		}
	}
	return true
}

// followed says how many children and families the team follows.
func followed(rows []registry.ChildRow) string {
	families := map[data.ID[data.Family]]bool{}
	n := 0
	for _, r := range rows {
		if r.Flags.Ended || r.Archived {
			continue
		}
		n++
		if !r.FamilyID.IsZero() {
			families[r.FamilyID] = true
		}
	}
	if n == 0 {
		return "Aucun enfant suivi"
	}
	words := fr.Count(n, "enfant suivi", "enfants suivis")
	if len(families) > 0 {
		words += ", " + fr.Count(len(families), "famille", "familles")
	}
	return words
}

// ageWords is an age, or that it is not known.
func ageWords(age int) string { return cmp.Or(fr.Age(age), "âge non saisi") }

// gradeAndSchool is « CE2, école des Tilleuls ».
func gradeAndSchool(g data.Grade, school string) string {
	return fr.Join(fr.Grade(g), school)
}

// byAge, byGrade and byRegularity order the columns whose text would not; who is unknown comes last.
func byAge(a, b registry.ChildRow) int {
	return cmp.Compare(cmp.Or(b.BirthDate, 1), cmp.Or(a.BirthDate, 1))
}

func byGrade(a, b registry.ChildRow) int {
	return cmp.Or(cmp.Compare(cmp.Or(a.Grade, 255), cmp.Or(b.Grade, 255)), fold.Compare(a.School, b.School))
}

func byRegularity(a, b registry.ChildRow) int {
	return cmp.Compare(percentOr(a.Regularity, 101), percentOr(b.Regularity, 101))
}

func percentOr(r data.Regularity, none int) int {
	if n, ok := r.Percent(); ok {
		return n
	}
	return none
}

// byNext orders by what presses most.
func byNext(a, b registry.ChildRow) int {
	return cmp.Or(cmp.Compare(a.Next.Kind, b.Next.Kind), cmp.Compare(a.Next.On, b.Next.On))
}

// weight says how much a thing to do presses.
type weight int

const (
	quiet weight = iota
	good
	warning
	alarm
)

// nextWords is the next thing to do, in a few words.
func nextWords(n registry.NextThing) (string, weight) {
	switch n.Kind {
	case registry.NextClash:
		return "Deux groupes à " + fr.Time(n.Start), alarm
	case registry.NextAbsences:
		return fr.Count(n.Count, "absence", "absences") + " de suite", alarm
	case registry.NextBilanLate:
		return "Bilan en retard", alarm
	case registry.NextConsentMissing:
		return "Accord à demander", warning
	case registry.NextConsentEnded, registry.NextConsentEnding:
		return "Accord à renouveler", warning
	case registry.NextDecide:
		return "Décision le " + fr.DayMonth(n.On), warning
	case registry.NextMark:
		return fr.Plural(n.Count, "Présence à saisir", fr.Count(n.Count, "présence", "présences")+" à saisir"), warning
	case registry.NextBilanDraft:
		return "Bilan en brouillon", quiet
	case registry.NextBilan:
		return "Bilan pour le " + fr.DayMonth(n.On), quiet
	case registry.NextCommission:
		return "Décision EPS attendue", quiet
	case registry.NextPlace:
		if n.Count > 0 {
			return fr.Count(n.Count, "place libre", "places libres"), good
		}
		return "Choisir un atelier", warning
	case registry.NextSession:
		return "Séance le " + fr.DayMonth(n.On), quiet
	}
	return "Rien à faire", quiet
}

// nextOrEnded is the next thing to do for a child, or that the pathway has ended.
func nextOrEnded(r registry.ChildRow) (string, weight) {
	words, w := nextWords(r.Next)
	if r.Flags.Ended {
		words = "Parcours terminé"
	}
	return words, w
}

// others is how the workshops after the first are folded: « et 1 autre ».
func others(n int) string {
	if n < 1 {
		return ""
	}
	return "et " + fr.Count(n, "autre", "autres")
}

// workshopWords is the column of the workshops in words, for its order.
func workshopWords(r registry.ChildRow) string {
	var names []string
	for _, w := range r.Workshops {
		names = append(names, w.Name)
	}
	if len(names) == 0 && len(r.Waiting) > 0 {
		return "Liste d’attente"
	}
	return strings.Join(names, ", ")
}

// alike are the children who may be the one being written: the same name, or a close one with the same birth date.
func alike(rows []registry.ChildRow, first, last string, birth data.Date) []registry.ChildRow {
	name := fold.Text(strings.TrimSpace(first + " " + last))
	if strings.TrimSpace(first) == "" || strings.TrimSpace(last) == "" {
		return nil
	}
	var found []registry.ChildRow
	for _, r := range rows {
		other := fold.Text(r.First + " " + r.Last)
		sameDay := !birth.IsZero() && r.BirthDate == birth
		if other == name && (birth.IsZero() || r.BirthDate.IsZero() || sameDay || near(birth, r.BirthDate)) ||
			sameDay && distance(name, other) <= 3 {
			found = append(found, r)
		}
	}
	return found
}

// near reports whether two birth dates differ by what may be a slip: less than three years.
func near(a, b data.Date) bool {
	days := a.DaysUntil(b)
	return max(days, -days) < 3*365
}

// distance counts the letters to change, add or drop to go from a to b.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			change := before
			if x[i] != y[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}

// existing says who is already there: « Il existe déjà Lila Kerdoun, 8 ans, école des Tilleuls. »
func existing(r registry.ChildRow) string {
	parts := []string{fr.FullName(r.First, r.Last), ageWords(r.Age)}
	if r.School != "" {
		parts = append(parts, r.School)
	}
	if r.Archived {
		parts = append(parts, "dans les archives")
	}
	return "Il existe déjà " + strings.Join(parts, ", ") + "."
}
