package partners

import (
	"cmp"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// entry is a structure of the list, with what the search looks in.
type entry struct {
	registry.PartnerRow
	words string
}

func entries(rows []registry.PartnerRow) []entry {
	out := make([]entry, len(rows))
	for i, r := range rows {
		out[i] = entry{r, r.Folded + " " + fold.Text(fr.PartnerKind(r.Kind)+" "+fr.PartnerKindLong(r.Kind)+" "+r.Access)}
	}
	return out
}

// gate is how one enters a structure, in four kinds that have a sign.
type gate uint8

const (
	gateUnknown gate = iota
	gateDirect
	gateLetter // with a prescription, through a doctor, a school or a partner
	gateClosed // the team never refers
)

func gateOf(d data.Directly) gate {
	switch d {
	case data.DirectlyUnknown:
		return gateUnknown
	case data.DirectlyYes:
		return gateDirect
	case data.DirectlyNo:
		return gateClosed
	}
	return gateLetter
}

// sign is what stands for a gate: its icon, its tone, its word in the legend and in the filter.
type sign struct {
	icon         string
	tone         look.ToneName
	word, choice string
}

var signs = map[gate]sign{
	gateUnknown: {"circle", look.Neutral, "à préciser", "À préciser"},
	gateDirect:  {"circle-check", look.Good, "directe", "Orientation directe"},
	gateLetter:  {"file-check", look.Warning, "prescription", "Avec une prescription ou un relais"},
	gateClosed:  {"ban", look.Alarm, "non", "Pas d’orientation par le PRE"},
}

// gates is the order in which they are shown.
var gates = []gate{gateDirect, gateLetter, gateClosed, gateUnknown}

// ageGroup is a choice of the filter by age.
type ageGroup struct {
	words    string
	from, to int
}

var ageGroups = []ageGroup{{"0 à 5\u00a0ans", 0, 5}, {"6 à 11\u00a0ans", 6, 11}, {"12 à 17\u00a0ans", 12, 17}, {"18\u00a0ans et plus", 18, 120}}

// receives reports whether a structure receives somebody of the group; one that does not say its ages may.
func (g ageGroup) receives(r registry.PartnerRow) bool {
	if r.MinAge == 0 && r.MaxAge == 0 {
		return true
	}
	return r.MinAge <= g.to && cmp.Or(r.MaxAge, 120) >= g.from
}

// filter is what the list keeps. Its places count from 1; 0 keeps everything.
type filter struct {
	text      string
	kind      int // place in fr.PartnerKinds
	age, gate int // places in ageGroups and gates
	archived  bool
}

func (f filter) keeps(e entry) bool {
	switch {
	case f.archived != e.Archived:
		return false
	case f.kind > 0 && fr.PartnerKinds()[f.kind-1] != e.Kind:
		return false
	case f.age > 0 && !ageGroups[f.age-1].receives(e.PartnerRow):
		return false
	case f.gate > 0 && gates[f.gate-1] != gateOf(e.Direct):
		return false
	}
	return fold.Has(e.words, f.text)
}

// listRow is a structure in the list: its rule, its name, for whom and how one comes.
func listRow(e entry) kit.PickRow {
	s := signs[gateOf(e.Direct)]
	access := e.Access
	if access == "" {
		access = fr.Capital(fr.DirectlyShort(e.Direct))
	}
	return kit.PickRow{Key: e.ID.String(), Icon: s.icon, Tone: s.tone, Title: e.Name,
		Detail: sentences(cmp.Or(e.Public, ages(e.MinAge, e.MaxAge)), access)}
}

// public says for whom: the words of the team, with the ages when they do not say them.
func public(words string, from, to int) string {
	if strings.ContainsAny(words, "0123456789") {
		return words
	}
	return fr.Join(words, ages(from, to))
}

// ages is « 6 à 16 ans », « jusqu’à 20 ans », « à partir de 16 ans ».
func ages(from, to int) string {
	switch {
	case from == 0 && to == 0:
		return ""
	case from == 0:
		return "jusqu’à " + fr.Age(to)
	case to == 0:
		return "à partir de " + fr.Age(from)
	}
	return fr.Number(from) + " à " + fr.Age(to)
}

// sentences puts what is said side by side, each beginning with a capital.
func sentences(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, fr.Capital(p))
		}
	}
	return strings.Join(said, ". ")
}

// counted is the line under the title of the page.
func counted(all []entry, today data.Date) string {
	n, stale := 0, 0
	for _, e := range all {
		if e.Archived {
			continue
		}
		n++
		if !fresh(e.CheckedOn, today) {
			stale++
		}
	}
	if n == 0 {
		return "Les structures autour des enfants"
	}
	words := fr.Count(n, "structure", "structures")
	if stale > 0 {
		words += ", dont " + fr.Number(stale) + " à vérifier"
	}
	return words
}

// fresh reports whether a sheet was checked within a year.
func fresh(on, today data.Date) bool { return !on.IsZero() && on.AddMonths(12) >= today }

// rule is what the panel above the sheet says: may the team refer, and otherwise who does.
type rule struct {
	tone       look.ToneName
	fact, next string
}

func ruleOf(kind data.PartnerKind, d data.Directly) rule {
	r := rule{fact: fr.Directly(d)}
	switch d {
	case data.DirectlyYes:
		r.tone, r.next = look.Good, "La famille prend rendez-vous, seule ou avec vous."
	case data.DirectlyPrescribed:
		r.tone, r.next = look.Warning, "Demandez ce document au médecin ou au professionnel qui suit l’enfant, avec l’accord de la famille."
	case data.DirectlyByDoctor:
		r.tone, r.next = look.Warning, "Orientez la famille vers son médecin, qui fait la demande."
	case data.DirectlyBySchool:
		r.tone, r.next = look.Warning, "Voyez avec l’école ou le médecin de l’enfant qui fait la demande avec la famille."
	case data.DirectlyByPartners:
		r.tone, r.next = look.Warning, "Un partenaire qui connaît la famille fait la demande."
	case data.DirectlyNo:
		r.tone, r.next = look.Alarm, relay(kind)
	default:
		r.tone, r.next = look.Info, "Appelez la structure, puis notez sa règle dans la fiche."
	}
	return r
}

// relay says through whom one enters where the team never refers.
func relay(kind data.PartnerKind) string {
	switch kind {
	case data.KindCATTPEnfants:
		return "L’accès passe par le CMP enfants, qui décide avec la famille."
	case data.KindCATTPAdultes:
		return "L’accès passe par le CMP adultes, qui décide avec la personne."
	case data.KindHopitalDeJour:
		return "L’accès passe par une orientation médicale, que l’équipe de soin décide avec la famille."
	}
	return "Demandez à la structure par qui passer."
}

// address is on one line.
func address(a data.Address) string {
	return fr.Join(a.Street, strings.TrimSpace(a.PostCode+" "+a.Town))
}

// groupLabels names the groups of a facilitator, with their cycle when two have the same name.
func groupLabels(groups []registry.GroupName) []string {
	out, seen := make([]string, len(groups)), map[string]int{}
	for i, g := range groups {
		out[i] = page.GroupWords(g)
		seen[out[i]]++
	}
	for i, g := range groups {
		if seen[out[i]] > 1 {
			out[i] = fr.Join(out[i], fr.Numbered(fr.Lower(g.Cycle)))
		}
	}
	return out
}

// subtitle is under the name of a structure.
func subtitle(p data.Partner) string {
	long := fr.PartnerKindLong(p.Kind)
	if long == p.Name {
		long = ""
	}
	return sentences(long, p.Sector)
}
