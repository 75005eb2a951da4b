package fr

import (
	"fmt"
	"strings"

	"mercredi/data/planning"
)

// planWords says the ids of a plan.
type planWords struct{ planning.Names }

func say(name func(string) string, id string) string {
	if name == nil {
		return id
	}
	return name(id)
}

func (n planWords) child(id string) string       { return say(n.Child, id) }
func (n planWords) group(id string) string       { return say(n.Group, id) }
func (n planWords) workshop(id string) string    { return say(n.Workshop, id) }
func (n planWords) room(id string) string        { return say(n.Room, id) }
func (n planWords) facilitator(id string) string { return say(n.Facilitator, id) }

func (n planWords) children(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, n.child(id))
	}
	return List(names)
}

// groupOf is a group and what is done in it: "groupe 2 d’art-thérapie".
func (n planWords) groupOf(group, workshop string) string {
	if workshop == "" {
		return n.group(group)
	}
	return n.group(group) + " " + De(n.workshop(workshop))
}

// planHour is one of a plan: "14 h 30".
func planHour(t planning.Time) string { return hoursMinutes(int(t)/60, int(t)%60) }

// stop ends a sentence: one full stop, even after "Kenza Z.".
func stop(sentence string) string { return strings.TrimSuffix(sentence, ".") + "." }

// PlanViolation says what in a plan cannot be.
func PlanViolation(names planning.Names, v planning.Violation) string {
	n := planWords{names}
	for _, say := range []func(planWords, planning.Violation) string{ofPlace, ofPeople, ofGroup, ofFile} {
		if sentence := say(n, v); sentence != "" {
			return stop(Capital(sentence))
		}
	}
	return ""
}

// firstOf is the first of a list, "" without.
func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// both are the two groups of a violation: "groupe 1 d’art-thérapie et trio du matin de sophrologie".
func (n planWords) both(v planning.Violation) string {
	if len(v.Groups) < 2 {
		return n.groupOf(firstOf(v.Groups), v.Workshop)
	}
	return n.groupOf(v.Groups[0], v.Workshop) + " et " + n.groupOf(v.Groups[1], v.OtherWorkshop)
}

// ofPlace is about hours and rooms.
func ofPlace(n planWords, v planning.Violation) string {
	group, at := n.groupOf(firstOf(v.Groups), v.Workshop), planHour(v.Start)
	switch v.Code {
	case planning.OutsideDay:
		return fmt.Sprintf("%s\u00a0: la séance de %s sort de la journée", group, at)
	case planning.OffGrid:
		return fmt.Sprintf("%s\u00a0: %s n’est pas une heure du planning", group, at)
	case planning.InBreak:
		return fmt.Sprintf("%s\u00a0: la séance de %s tombe dans une pause", group, at)
	case planning.TooEarly:
		return fmt.Sprintf("%s\u00a0: %s est trop tôt pour cet atelier", group, at)
	case planning.TooLate:
		return fmt.Sprintf("%s\u00a0: %s est trop tard pour cet atelier", group, at)
	case planning.RoomTaken:
		return fmt.Sprintf("%s\u00a0: deux groupes à %s, %s", n.room(v.Room), at, n.both(v))
	case planning.RoomTooSmall:
		return fmt.Sprintf("%s\u00a0: %s a %s, il en faut %s", group, n.room(v.Room), Count(v.Limit, "place", "places"), Number(v.Count))
	case planning.LockedSlot:
		return fmt.Sprintf("%s\u00a0: son heure est verrouillée à %s", group, at)
	case planning.LockedRoom:
		return fmt.Sprintf("%s\u00a0: sa salle est verrouillée, %s", group, n.room(v.Room))
	case planning.TooManyTrips:
		return fmt.Sprintf("à %s, il faut %s, %s au plus", at, Count(v.Count, "accompagnement", "accompagnements"), Number(v.Limit))
	}
	return ""
}

// ofPeople is about facilitators and children.
func ofPeople(n planWords, v planning.Violation) string {
	group, at, child := n.groupOf(firstOf(v.Groups), v.Workshop), planHour(v.Start), n.child(firstOf(v.Children))
	switch v.Code {
	case planning.FacilitatorBusy:
		return fmt.Sprintf("%s a deux groupes à %s\u00a0: %s", n.facilitator(v.Facilitator), at, n.both(v))
	case planning.FacilitatorAway:
		return fmt.Sprintf("%s n’est pas là à %s\u00a0: %s", n.facilitator(v.Facilitator), at, group)
	case planning.FacilitatorUnfit:
		return fmt.Sprintf("%s\u00a0: %s n’assure pas cet atelier", group, n.facilitator(v.Facilitator))
	case planning.ChildBusy:
		where := n.room(v.Room) + " et " + n.room(v.OtherRoom)
		if v.Room == v.OtherRoom {
			where = n.both(v)
		}
		return fmt.Sprintf("%s est à deux endroits de %s à %s\u00a0: %s", child, at, planHour(v.End), where)
	case planning.ChildAway:
		return fmt.Sprintf("%s ne peut pas venir à %s\u00a0: %s", child, at, group)
	case planning.ChildTwice:
		return fmt.Sprintf("%s a deux places en %s", child, n.workshop(v.Workshop))
	case planning.NoRequest:
		return fmt.Sprintf("%s\u00a0: aucune demande pour %s", group, child)
	case planning.WrongGrade:
		return fmt.Sprintf("%s\u00a0: le niveau %s n’est pas celui de l’atelier", group, De(child))
	case planning.WrongAge:
		return fmt.Sprintf("%s\u00a0: l’âge %s n’est pas celui de l’atelier", group, De(child))
	case planning.KeptApart:
		return fmt.Sprintf("%s\u00a0: %s ne doivent pas être ensemble", group, n.children(v.Children))
	case planning.LockedChild:
		return fmt.Sprintf("%s\u00a0: la place %s est verrouillée", group, De(child))
	}
	return ""
}

// ofGroup is about what makes a group.
func ofGroup(n planWords, v planning.Violation) string {
	group := n.groupOf(firstOf(v.Groups), v.Workshop)
	switch v.Code {
	case planning.TooFew:
		return fmt.Sprintf("%s\u00a0: %s, il en faut %s", group, Count(v.Count, "enfant", "enfants"), Number(v.Limit))
	case planning.TooMany:
		return fmt.Sprintf("%s\u00a0: %s pour %s", group, Count(v.Count, "enfant", "enfants"), Count(v.Limit, "place", "places"))
	case planning.TooManyGroups:
		return fmt.Sprintf("%s\u00a0: %s, %s au plus", n.workshop(v.Workshop), Count(v.Count, "groupe", "groupes"), Number(v.Limit))
	case planning.GradeSpan:
		return fmt.Sprintf("%s\u00a0: %s d’écart, %s au plus (%s)", group, Count(v.Count, "niveau", "niveaux"), Number(v.Limit), n.children(v.Children))
	case planning.RepeatedGroup:
		return fmt.Sprintf("le %s est deux fois dans le plan", n.group(firstOf(v.Groups)))
	case planning.UnknownWorkshop:
		return fmt.Sprintf("%s\u00a0: cet atelier n’existe pas ou plus", group)
	case planning.UnknownRoom:
		return fmt.Sprintf("%s\u00a0: la salle %s n’existe pas ou plus", group, n.room(v.Room))
	case planning.UnknownFacilitator:
		return fmt.Sprintf("%s\u00a0: l’intervenant %s n’existe pas ou plus", group, n.facilitator(v.Facilitator))
	case planning.UnknownChild:
		return fmt.Sprintf("%s\u00a0: l’enfant %s n’existe pas ou plus", group, n.child(firstOf(v.Children)))
	}
	return ""
}

// ofFile is about the plan as a whole.
func ofFile(n planWords, v planning.Violation) string {
	child, workshop := n.child(firstOf(v.Children)), n.workshop(v.Workshop)
	switch v.Code {
	case planning.ForgottenRequest:
		return fmt.Sprintf("%s en %s\u00a0: ni place, ni attente", child, workshop)
	case planning.PlacedAndWaiting:
		return fmt.Sprintf("%s a une place en %s et attend encore", child, workshop)
	case planning.WaitingWithoutDemand:
		return fmt.Sprintf("%s attend en %s sans demande", child, workshop)
	case planning.OtherProblem:
		return "ce plan a été fait pour un autre problème. Choisissez le bon fichier, ou proposez de nouveau"
	}
	return ""
}
