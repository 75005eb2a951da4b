package planner

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/page"
)

// trouble is something wrong on the day: where, and in words.
type trouble struct {
	code   planning.Code // "" for one that the day tells and the pattern does not
	groups []string      // ids of groups, the one it is shown on first
	child  string        // id, of the child who is at two places
	fact   string        // « Kenza Z. est à deux endroits de 14 h à 15 h »
	rest   string        // « : Grande salle et Salle 2. »
	// shared is what two groups want: an icon for the bridge between them, "" when they do not meet.
	shared string
}

// Troubles counts what is wrong with the day of workshops that comes: the rail says it.
func Troubles(r *registry.Registry, today data.Date) int {
	return len(read(r, r.NextDay(today), today).troubles)
}

func (t trouble) words() string { return t.fact + t.rest }

// rank puts first what cannot take place, then what is only unusual.
var rank = []planning.Code{
	planning.ChildBusy, planning.RoomTaken, planning.FacilitatorBusy, planning.FacilitatorAway, planning.ChildAway,
	planning.KeptApart, planning.ChildTwice, planning.TooMany, planning.RoomTooSmall, planning.TooManyTrips, planning.InBreak,
	planning.OutsideDay,
}

// quiet are the violations that this page does not speak of: the locks are the planner's own business, and hours off the
// grid were chosen by hand.
var quiet = []planning.Code{
	planning.LockedSlot, planning.LockedRoom, planning.LockedChild, planning.OffGrid, planning.TooManyGroups,
}

// troublesOf are those of a day: what the checker says of the pattern as it is held, then what the day alone knows, of
// the stages and of what is outside of the pattern.
func troublesOf(x *reading) (all []trouble) {
	inPattern := map[string]bool{}
	for _, g := range x.now.Groups {
		inPattern[g.ID] = true
	}
	if x.instance != nil {
		for _, v := range planning.Check(x.instance, &x.now) {
			if v.Severity == planning.Impossible && len(v.Groups) > 0 && !slices.Contains(quiet, v.Code) {
				all = append(all, troubleOf(x.names, v))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b trouble) int { return cmp.Compare(order(a.code), order(b.code)) })
	for _, s := range x.view.Day.Sessions {
		for _, c := range s.Clashes {
			both := inPattern[s.Group.ID.String()] && inPattern[c.Group.ID.String()]
			if x.instance != nil && both || !c.With.IsZero() && c.With.String() < s.ID.String() { // told once
				continue
			}
			all = append(all, clashOf(s, c))
		}
	}
	return all
}

func order(c planning.Code) int {
	if i := slices.Index(rank, c); i >= 0 {
		return i
	}
	return len(rank)
}

func troubleOf(names planning.Names, v planning.Violation) trouble {
	t := trouble{code: v.Code, groups: v.Groups}
	t.fact, t.rest = halves(fr.PlanViolation(names, v))
	switch v.Code {
	case planning.ChildBusy:
		t.shared, t.child = "user-round", v.Children[0]
	case planning.FacilitatorBusy:
		t.shared = "user-check"
	case planning.RoomTaken:
		t.shared = "map-pin"
	}
	return t
}

// halves parts a sentence before its colon: what comes first is the fact.
func halves(sentence string) (fact, rest string) {
	if i := strings.Index(sentence, "\u00a0:"); i >= 0 {
		return sentence[:i], sentence[i:]
	}
	return sentence, ""
}

// clashOf says a clash that the day alone knows.
func clashOf(s registry.DaySession, c registry.DayClash) trouble {
	t := trouble{groups: []string{s.Group.ID.String()}}
	if !c.Group.ID.IsZero() {
		t.groups = append(t.groups, c.Group.ID.String())
	}
	both := page.GroupWords(s.Group) + " et " + page.GroupWords(c.Group) + "."
	at := fr.Time(max(s.Start, c.Start))
	switch c.Code {
	case data.WarnChildBusy:
		t.shared, t.child = "user-round", c.Child.ID.String()
		t.fact, t.rest = short(c.Child)+" est à deux endroits à "+at, nbsp+": "+both
	case data.WarnRoom:
		t.shared = "map-pin"
		t.fact, t.rest = "Deux groupes à "+at+" dans la même salle", nbsp+": "+both
	case data.WarnFacilitator:
		t.shared = "user-check"
		t.fact, t.rest = s.Facilitator.Name+" a deux groupes à "+at, nbsp+": "+both
	default:
		t.fact, t.rest = page.GroupWords(s.Group)+", "+fr.Time(s.Start), nbsp+": "+fr.Lower(fr.Warning(c.Code))
	}
	return t
}
