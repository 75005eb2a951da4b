package bilans

import (
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// momentTitle names a moment in a table and above ratings.
func momentTitle(m data.Moment) string {
	switch m {
	case data.MomentStart:
		return "Début"
	case data.MomentMid:
		return "Mi-cycle"
	}
	return "Fin de cycle"
}

// momentsBefore are those that a bilan looks back on.
func momentsBefore(m data.Moment) []data.Moment {
	if m == data.MomentMid {
		return []data.Moment{data.MomentStart}
	}
	return []data.Moment{data.MomentStart, data.MomentMid}
}

// groupWords is « Art-thérapie, groupe 1 »; a workshop that receives one child at a time goes without group.
func groupWords(g registry.GroupName) string {
	words := g.Workshop.Name
	if g.Group != "" && g.Child.ID.IsZero() {
		words += ", " + fr.GroupWord(g.Group)
	}
	return words
}

// under is the line under the title: « Art-thérapie, groupe 1. Fin de cycle, pour le 27 janvier ».
func under(g registry.GroupName, m data.Moment, due data.Date, lateDays int) string {
	words := groupWords(g) + ". " + momentTitle(m)
	if !due.IsZero() {
		words += ", pour le " + fr.DayMonth(due)
	}
	if lateDays > 0 {
		words += ", " + lateWords(lateDays)
	}
	return words
}

// lateWords is « en retard de 3 jours ».
func lateWords(days int) string { return "en retard de " + fr.Count(days, "jour", "jours") }

// regularityWords is « 9 présences sur 9 séances. 1 annulée, 2 à venir ».
func regularityWords(r data.Regularity) string {
	words := "Aucune présence n’est encore notée"
	if r.Counted > 0 {
		words = fr.Count(r.Came, "présence", "présences") + " sur " + fr.Count(r.Counted, "séance", "séances")
	}
	var others []string
	for _, o := range []struct {
		n         int
		one, many string
	}{{r.NotEntered, "à saisir", "à saisir"}, {r.Cancelled, "annulée", "annulées"}, {r.ToCome, "à venir", "à venir"}} {
		if o.n > 0 {
			others = append(others, fr.Count(o.n, o.one, o.many))
		}
	}
	if len(others) > 0 {
		words += ". " + strings.Join(others, ", ")
	}
	return words
}

// groupRegularityWords is « 58 présences sur 63 attendues. 7 à saisir ».
func groupRegularityWords(r data.Regularity) string {
	if r.Counted == 0 {
		return regularityWords(data.Regularity{NotEntered: r.NotEntered})
	}
	words := fr.Count(r.Came, "présence", "présences") + " sur " + fr.Count(r.Counted, "attendue", "attendues")
	if r.NotEntered > 0 {
		words += ". " + fr.Count(r.NotEntered, "à saisir", "à saisir")
	}
	return words
}

// levelWords is « 2 rarement », or a dash for what was not rated.
func levelWords(level int, levels []string) string {
	if level < 1 || level > len(levels) {
		return "–"
	}
	return fr.Number(level) + "\u00a0" + levels[level-1]
}

// toRate counts the skills that are not rated.
func toRate(gaps []registry.BilanGap) int {
	n := 0
	for _, g := range gaps {
		if g.Kind == registry.GapCriterion {
			n++
		}
	}
	return n
}

// lacks reports whether something of that kind is missing.
func lacks(gaps []registry.BilanGap, kind registry.GapKind) bool {
	for _, g := range gaps {
		if g.Kind == kind {
			return true
		}
	}
	return false
}

// finalWords says what is left to do before a bilan can be final: « évaluez encore 2 compétences et complétez les
// suites ». It is empty when nothing is.
func finalWords(gaps []registry.BilanGap) string {
	var todo, texts []string
	if n := toRate(gaps); n > 0 {
		todo = append(todo, "évaluez encore "+fr.Count(n, "compétence", "compétences"))
	}
	for _, g := range gaps {
		switch g.Kind {
		case registry.GapCriterion:
		case registry.GapNext:
			texts = append(texts, "les suites")
		default:
			texts = append(texts, fr.Gap(g))
		}
	}
	if len(texts) > 0 {
		todo = append(todo, "complétez "+fr.List(texts))
	}
	if len(todo) == 2 && len(texts) > 1 {
		return strings.Join(todo, ", puis ")
	}
	return fr.List(todo)
}

// evolutionWords is how a skill moved in a group: « 3 progressent, 2 stables ». It is empty when no child was rated at
// both ends.
func evolutionWords(s registry.SkillCount) string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{s.Rose, "progresse", "progressent"}, {s.Steady, "stable", "stables"}, {s.Fell, "recule", "reculent"}} {
		if p.n > 0 {
			parts = append(parts, fr.Count(p.n, p.one, p.many))
		}
	}
	return strings.Join(parts, ", ")
}
