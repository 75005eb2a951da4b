package planner

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/page"
)

const nbsp = "\u00a0"

func short(c registry.ChildName) string { return fr.ShortName(c.First, c.Last) }

// namesOf are the words for the ids of a problem, as they stand in the middle of a sentence.
func namesOf(n registry.PlannerNames) planning.Names {
	return planning.Names{
		Child: func(id string) string { return cmp.Or(short(n.Children[id]), "un enfant") },
		Group: func(id string) string {
			if g, ok := n.Groups[id]; ok {
				return page.GroupOnly(g)
			}
			return "un nouveau groupe"
		},
		Workshop:    func(id string) string { return cmp.Or(fr.Lower(n.Workshops[id].Name), "cet atelier") },
		Room:        func(id string) string { return cmp.Or(fr.Numbered(n.Rooms[id].Name), "une salle à choisir") },
		Facilitator: func(id string) string { return cmp.Or(n.Facilitators[id].Name, "un intervenant à choisir") },
	}
}

// dayTitle is « Mercredi 20 janvier 2027 ».
func dayTitle(d registry.Day) string { return fr.Capital(fr.Date(d.Date)) }

// daySentence says the rank of the day in the year and how full it is: « 11e sur 30. 12 séances, 39 enfants, 40 places
// prises sur 45 ».
func daySentence(v registry.PlannerView) string {
	d := v.Day
	var parts []string
	switch {
	case d.Number > 0:
		parts = append(parts, fr.Ordinal(d.Number)+" sur "+fr.Number(d.Of))
	case offName(d) != "":
		parts = append(parts, offName(d))
	}
	if v.Spare {
		parts = append(parts, "Mercredi de réserve")
	}
	if d.Held == 0 {
		return strings.Join(append(parts, "Aucune séance ce jour-là"), ". ")
	}
	words := fr.Join(fr.Count(d.Held, "séance", "séances"), fr.Count(d.Expected, "enfant", "enfants"))
	if d.Places > 0 {
		words += ", " + fr.Count(d.Taken, "place prise", "places prises") + " sur " + fr.Number(d.Places)
	}
	return strings.Join(append(parts, words), ". ")
}

// offName is why the day is not one of workshops, "" when it is.
func offName(d registry.Day) string {
	for _, tick := range d.Ribbon {
		if tick.Date == d.Date && !opens(tick) {
			return cmp.Or(tick.Name, "Jour sans atelier")
		}
	}
	return ""
}

// waited is « 34 jours », "" when the day of the request is not known.
func waited(w registry.PlannerRequest) string {
	if w.Since.IsZero() {
		return ""
	}
	if w.Days == 0 {
		return "aujourd’hui"
	}
	return fr.Count(w.Days, "jour", "jours")
}

func ageAndGrade(w registry.PlannerRequest) string { return fr.Join(fr.Age(w.Age), fr.Grade(w.Grade)) }

// containsFolded looks for a word whatever its accents and capitals.
func containsFolded(text, word string) bool { return strings.Contains(fr.Fold(text), fr.Fold(word)) }

// opening are the reasons that tell why no other group opens: too many to read for one child.
var opening = []planning.ReasonCode{
	planning.TooFewToOpen, planning.LeaderBusy, planning.LeaderAway, planning.NoLeaderFree, planning.RoomBusy, planning.NoRoomFree,
	planning.ElsewhereThen, planning.CouldOpen, planning.AllGroupsOpen,
}

// mostReasons is how many reasons are read at once.
const mostReasons = 3

// verdict says what is possible for a request, or why nothing is.
func verdict(x *reading, i int) (words string, good bool) {
	w := x.view.Waiting[i]
	if len(w.Blocked) > 0 {
		var why []string
		for _, code := range w.Blocked {
			why = append(why, fr.Warning(code))
		}
		return strings.Join(why, " "), false
	}
	if i >= len(x.reasons) {
		return "", false
	}
	var free, groups, others []planning.Reason
	for _, r := range x.reasons[i] {
		switch {
		case r.Code == planning.FreePlace:
			free = append(free, r)
		case slices.Contains(opening, r.Code):
			others = append(others, r)
		default:
			groups = append(groups, r)
		}
	}
	if len(free) > 0 {
		return strings.TrimSuffix(fr.PlanReasons(x.names, free[:min(2, len(free))]), "."), true
	}
	for _, r := range others {
		if len(groups) < mostReasons && (len(groups) == 0 || r.Code == planning.CouldOpen || onlyNone(groups)) {
			groups = append(groups, r)
		}
	}
	return fr.PlanReasons(x.names, groups[:min(mostReasons, len(groups))]), false
}

// onlyNone says that no group is open: why none opens then matters.
func onlyNone(all []planning.Reason) bool { return all[0].Code == planning.NoGroupOpen }
