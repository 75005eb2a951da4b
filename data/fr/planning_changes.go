package fr

import (
	"fmt"
	"strings"

	"mercredi/data/planning"
)

// PlanChange is the title of a change: "Kenza Z. change d’heure", "Louise N. rejoint le groupe 2".
func PlanChange(names planning.Names, c planning.Change) string {
	n := planWords{names}
	child, group := "", ""
	if len(c.Moves) > 0 {
		child = n.child(c.Moves[0].Child)
	}
	switch {
	case c.Is != nil:
		group = n.group(c.Is.ID)
	case c.Was != nil:
		group = n.group(c.Was.ID)
	}
	return Capital(changeTitle(c.Code, child, group))
}

func changeTitle(code planning.ChangeCode, child, group string) string {
	switch code {
	case planning.GroupOpens:
		return group + " ouvre"
	case planning.GroupCloses:
		return group + " ferme"
	case planning.GroupRetimed:
		return group + " change d’heure"
	case planning.GroupRoom:
		return group + " change de salle"
	case planning.GroupLeader:
		return group + " change d’intervenant"
	case planning.ChildRetimed:
		return child + " change d’heure"
	case planning.ChildMoves:
		return child + " change de groupe"
	case planning.ChildJoins:
		return child + " rejoint " + theGroup(group)
	case planning.ChildLeaves:
		return child + " quitte " + theGroup(group)
	}
	return ""
}

// theGroup puts the article before a group, none before a name: "le groupe 2", "le trio du matin", "Noé T.".
func theGroup(words string) string {
	if words == Lower(words) && Capital(words) != words {
		return Le(words)
	}
	return words
}

// PlanChangeWhere is the line under the title: "Art-thérapie, 15 h 15", and what a group leaves for what.
func PlanChangeWhere(names planning.Names, c planning.Change) string {
	n := planWords{names}
	what := Capital(n.workshop(c.Workshop))
	switch c.Code {
	case planning.GroupOpens:
		return Join(what, planHour(c.Is.Start), n.room(c.Is.Room), n.facilitator(c.Is.Facilitator), Count(len(c.Is.Children), "enfant", "enfants"))
	case planning.GroupCloses:
		return Join(what, planHour(c.Was.Start), n.room(c.Was.Room))
	case planning.GroupRetimed, planning.GroupRoom, planning.GroupLeader:
		return Join(what, becomes(planHour(c.Was.Start), planHour(c.Is.Start)), becomes(n.room(c.Was.Room), n.room(c.Is.Room)),
			becomes(n.facilitator(c.Was.Facilitator), n.facilitator(c.Is.Facilitator)))
	case planning.ChildRetimed, planning.ChildMoves:
		return Join(Capital(n.group(c.Is.ID)), planHour(c.Is.Start))
	case planning.ChildLeaves:
		return Join(what, planHour(c.Was.Start))
	}
	return Join(what, planHour(c.Is.Start))
}

// becomes is what changes, "" when it does not.
func becomes(was, is string) string {
	if was == is {
		return ""
	}
	return is + " au lieu de " + was
}

// PlanChangeReasons are the reasons of a change, side by side: "Dernière place. Attend depuis 34 jours."
func PlanChangeReasons(names planning.Names, c planning.Change) string {
	var said []string
	for _, r := range c.Reasons {
		said = append(said, PlanChangeReason(names, r))
	}
	return strings.Join(said, " ")
}

// PlanChangeReason says one reason of a change.
func PlanChangeReason(names planning.Names, r planning.ChangeReason) string {
	n := planWords{names}
	return stop(Capital(changeReason(n, r)))
}

func changeReason(n planWords, r planning.ChangeReason) string {
	switch r.Code {
	case planning.Solves:
		return solved(n, r.Solved)
	case planning.IsUrgent:
		return "demande urgente"
	case planning.IsHigh:
		return "demande prioritaire"
	case planning.HasWaited:
		return "attend depuis " + Count(r.Count, "jour", "jours")
	case planning.LastPlace:
		return "dernière place"
	case planning.WithFriend:
		return "avec " + n.children(r.About)
	case planning.WithSibling:
		return fmt.Sprintf("vient la même demi-journée %s", Que(n.children(r.About)))
	case planning.Preferred:
		return "moment préféré"
	case planning.SameLeader:
		return "même intervenant"
	case planning.SameRoom:
		return "même salle"
	case planning.SameBoth:
		return "même intervenant, même salle"
	case planning.FreesPlace:
		return "laisse une place à " + n.children(r.About)
	case planning.TakesIn:
		return Count(r.Count, "enfant en attente y trouve", "enfants en attente y trouvent") + " une place"
	case planning.FreesRoom:
		return "laisse la salle pour " + n.groups(r.About)
	case planning.FreesLeader:
		return "laisse l’intervenant pour " + n.groups(r.About)
	case planning.NoMoreAsked:
		return "sa demande n’existe plus"
	case planning.PlacedBefore:
		return fmt.Sprintf("%s avant", Count(r.Count, "demande plus urgente passe", "demandes plus urgentes passent"))
	}
	return ""
}

// solved says what is no more, in short.
func solved(n planWords, v *planning.Violation) string {
	if v == nil {
		return "règle un conflit"
	}
	switch v.Code {
	case planning.ChildBusy:
		return "n’est plus à deux endroits à la fois"
	case planning.ChildAway, planning.FacilitatorAway:
		return "tient compte d’une absence"
	case planning.FacilitatorBusy:
		return n.facilitator(v.Facilitator) + " n’a plus deux groupes à la fois"
	case planning.RoomTaken:
		return n.room(v.Room) + " n’a plus deux groupes à la fois"
	case planning.TooMany:
		return "le groupe n’a plus trop d’enfants"
	case planning.TooFew:
		return "le groupe n’est plus trop petit"
	case planning.KeptApart:
		return "sépare " + n.children(v.Children)
	}
	return "règle un conflit (" + Lower(strings.TrimSuffix(PlanViolation(n.Names, *v), ".")) + ")"
}
