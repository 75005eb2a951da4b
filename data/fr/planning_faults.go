package fr

import (
	"fmt"

	"mercredi/data/planning"
)

// PlanFault says why a set-up cannot be planned, or only in part, and what to do.
func PlanFault(names planning.Names, f planning.Fault) string {
	n := planWords{names}
	for _, say := range []func(planWords, planning.Fault) string{ofContradiction, ofWords, ofObstacle, ofLock, ofMembersLocked, ofWarning} {
		if sentence := say(n, f); sentence != "" {
			return stop(Capital(sentence))
		}
	}
	return ""
}

// planKinds are what an id can be of.
var planKinds = map[string]struct{ the, a string }{
	"room": {"la salle", "une salle"}, "facilitator": {"l’intervenant", "un intervenant"}, "workshop": {"l’atelier", "un atelier"},
	"child": {"l’enfant", "un enfant"}, "group": {"le groupe", "un groupe"},
}

func ofContradiction(n planWords, f planning.Fault) string {
	a, b := aboutAt(f.About, 0), aboutAt(f.About, 1)
	switch f.Code {
	case planning.RepeatedID:
		return fmt.Sprintf("%s %s est là deux fois. Retirez-en un, ou changez son identifiant", planKinds[a].the, Quote(b))
	case planning.EmptyID:
		return fmt.Sprintf("%s n’a pas d’identifiant. Donnez-lui-en un", planKinds[a].a)
	case planning.RepeatedRequest:
		return fmt.Sprintf("%s a deux demandes en %s. Gardez-en une", n.child(a), n.workshop(b))
	case planning.UnknownAsker:
		return fmt.Sprintf("une demande en %s est pour un enfant qui n’existe pas, %s. Ajoutez l’enfant, ou retirez la demande", n.workshop(b), n.child(a))
	case planning.UnknownAsked:
		return fmt.Sprintf("%s demande un atelier qui n’existe pas, %s. Ajoutez l’atelier, ou retirez la demande", n.child(a), n.workshop(b))
	case planning.UnknownLeader:
		return fmt.Sprintf("%s a un intervenant qui n’existe pas, %s. Ajoutez-le, ou retirez-le de l’atelier", n.workshop(a), n.facilitator(b))
	case planning.UnknownInPair:
		return fmt.Sprintf("%s est à séparer ou à réunir avec un enfant qui n’existe pas, %s. Retirez ce lien", n.child(b), n.child(a))
	case planning.PairOfOne:
		return fmt.Sprintf("%s est à séparer ou à réunir avec le même enfant. Retirez ce lien", n.child(a))
	case planning.LockedOutside:
		return fmt.Sprintf("%s a une place verrouillée dans %s sans y être. Retirez le verrou, ou mettez l’enfant dans le groupe", n.child(b), n.group(a))
	}
	return ""
}

// ofWords is about what a field of the format may say.
func ofWords(n planWords, f planning.Fault) string {
	a, b := aboutAt(f.About, 0), aboutAt(f.About, 1)
	switch f.Code {
	case planning.UnknownPriority:
		return fmt.Sprintf("la priorité %s de la demande %s en %s n’existe pas. Écrivez urgent, high ou normal", Quote(aboutAt(f.About, 2)), De(n.child(a)), n.workshop(b))
	case planning.UnknownGrade:
		return fmt.Sprintf("le niveau «\u00a0%s\u00a0» n’existe pas (%s). Écrivez CP, CE1, 6e…", a, b)
	case planning.UnknownHalf:
		return fmt.Sprintf("le moment préféré «\u00a0%s\u00a0» n’existe pas (%s). Écrivez morning ou afternoon, ou rien", a, n.child(b))
	case planning.BadStep:
		return fmt.Sprintf("le pas de %s n’est pas possible. Choisissez entre 1 et 1\u00a0440\u00a0minutes", Count(f.Count, "minute", "minutes"))
	case planning.BadTrips:
		return "le nombre d’accompagnements n’est pas possible. Il faut au moins 1\u00a0enfant par trajet, et 0\u00a0trajet ou plus"
	}
	return ""
}

func ofObstacle(n planWords, f planning.Fault) string {
	a, at := aboutAt(f.About, 0), planHour(f.Start)
	switch f.Code {
	case planning.NoRequestAtAll:
		return "il n’y a aucune demande. Ajoutez les enfants à placer"
	case planning.NoRoomAtAll:
		return "il n’y a aucune salle. Ajoutez-en une dans les réglages"
	case planning.DayEndsFirst:
		return "la journée finit avant de commencer. Vérifiez ses deux heures"
	case planning.BadBreak:
		return fmt.Sprintf("la pause de %s finit avant de commencer. Vérifiez ses deux heures", at)
	case planning.BadHours:
		return fmt.Sprintf("des heures %s finissent avant de commencer. Vérifiez-les", De(n.whoever(a)))
	case planning.MinAboveMax:
		return fmt.Sprintf("%s\u00a0: le minimum (%s) dépasse le maximum (%s). Changez l’un des deux", n.workshop(a), Number(f.Count), Number(f.Limit))
	case planning.BadSize:
		return fmt.Sprintf("%s\u00a0: un nombre n’est pas possible. Vérifiez la durée, le minimum, le maximum, les groupes, les places et l’écart de niveaux", n.workshop(a))
	case planning.BadAges:
		return fmt.Sprintf("%s\u00a0: l’âge le plus bas (%s) dépasse le plus haut (%s). Changez l’un des deux", n.workshop(a), Number(f.Count), Number(f.Limit))
	case planning.LongerThanDay:
		return fmt.Sprintf("%s dure %s, plus que la journée (%s). Raccourcissez la séance, ou allongez la journée", n.workshop(a), Duration(f.Count), Duration(f.Limit))
	case planning.LongerThanHalf:
		return fmt.Sprintf("%s dure %s, plus que le temps entre deux pauses (%s). Raccourcissez la séance, ou déplacez la pause", n.workshop(a), Duration(f.Count), Duration(f.Limit))
	}
	return ""
}

// whoever is a child or a facilitator: each says an id that is not its own as it is.
func (n planWords) whoever(id string) string {
	if name := n.child(id); name != id && name != "" {
		return name
	}
	if name := n.facilitator(id); name != "" {
		return name
	}
	return id
}

func ofLock(n planWords, f planning.Fault) string {
	a, b, at := aboutAt(f.About, 0), aboutAt(f.About, 1), planHour(f.Start)
	switch f.Code {
	case planning.LockedNowhere:
		return fmt.Sprintf("%s est verrouillé, mais son atelier n’existe plus. Retirez le verrou", n.group(a))
	case planning.LockedBadStart:
		return fmt.Sprintf("%s est verrouillé à %s, une heure impossible pour son atelier. Retirez le verrou, ou changez l’heure", n.group(a), at)
	case planning.LockedBadRoom:
		return fmt.Sprintf("%s est verrouillé dans une salle trop petite ou qui n’existe plus, %s. Retirez le verrou", n.group(a), n.room(b))
	case planning.LockedUnled:
		return fmt.Sprintf("%s est verrouillé à %s, quand personne ne peut l’assurer. Retirez le verrou, ou changez les heures d’un intervenant", n.group(a), at)
	case planning.LockedTogether:
		return fmt.Sprintf("%s sont verrouillés à %s, sans assez de salles ou d’intervenants pour tous. Retirez un verrou", n.groups(f.About), at)
	case planning.LockedOneRoom:
		return fmt.Sprintf("%s sont verrouillés ensemble à %s dans la même salle, %s. Retirez un verrou", n.groups(f.About[1:]), at, n.room(a))
	case planning.LockedTooMany:
		return fmt.Sprintf("%s a %s. Retirez des verrous, ou ajoutez des places", n.group(a),
			Count(f.Count, "enfant verrouillé", "enfants verrouillés")+" pour "+Count(f.Limit, "place", "places"))
	case planning.LockedTooFew:
		return fmt.Sprintf("%s est verrouillé, mais %s y venir sur %s au moins. Retirez le verrou, ou baissez le minimum", n.group(a),
			Count(f.Count, "enfant seulement peut", "enfants seulement peuvent"), Number(f.Limit))
	case planning.LockedManyGroups:
		return fmt.Sprintf("%s\u00a0: %s, %s au plus. Retirez un verrou", n.workshop(a), Count(f.Count, "groupe verrouillé", "groupes verrouillés"), Number(f.Limit))
	case planning.LockedTrips:
		return fmt.Sprintf("à %s, les enfants verrouillés demandent %s, %s au plus. Retirez un verrou", at,
			Count(f.Count, "accompagnement", "accompagnements"), Number(f.Limit))
	case planning.LockedSpan:
		return fmt.Sprintf("%s\u00a0: les enfants verrouillés ont %s d’écart, %s au plus. Retirez un verrou", n.group(a), Count(f.Count, "niveau", "niveaux"), Number(f.Limit))
	}
	return ""
}

// sayLocks is for locks that only the search could find impossible.
func sayLocks(e *planning.LockError) string {
	return stop(fmt.Sprintf("Les verrous de %s ne peuvent pas tous tenir. Retirez-en un", List(e.Groups)))
}

func (n planWords) groups(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, n.group(id))
	}
	return List(names)
}

// ofMembersLocked is about the place of a child.
func ofMembersLocked(n planWords, f planning.Fault) string {
	a, b, at := aboutAt(f.About, 0), aboutAt(f.About, 1), planHour(f.Start)
	const give = "Retirez le verrou"
	switch f.Code {
	case planning.LockedTwice:
		return fmt.Sprintf("%s a une place verrouillée dans deux groupes qui s’excluent, %s. %s de l’un", n.child(a), n.groups(f.About[1:]), give)
	case planning.LockedUnasked:
		return fmt.Sprintf("%s\u00a0: la place %s est verrouillée sans demande. %s, ou ajoutez la demande", n.group(a), De(n.child(b)), give)
	case planning.LockedUnfit:
		return fmt.Sprintf("%s\u00a0: la place %s est verrouillée, mais l’atelier n’est pas de son niveau ou de son âge. %s", n.group(a), De(n.child(b)), give)
	case planning.LockedAway:
		return fmt.Sprintf("%s\u00a0: la place %s est verrouillée à %s, quand l’enfant ne peut pas venir. %s", n.group(a), De(n.child(b)), at, give)
	case planning.LockedApart:
		return fmt.Sprintf("%s\u00a0: %s y sont verrouillés et ne doivent pas être ensemble. %s de l’un", n.group(a), n.children(f.About[1:]), give)
	}
	return ""
}

func ofWarning(n planWords, f planning.Fault) string {
	a, b := aboutAt(f.About, 0), aboutAt(f.About, 1)
	switch f.Code {
	case planning.NobodyGives:
		return fmt.Sprintf("%s\u00a0: personne n’assure cet atelier. Choisissez un intervenant", n.workshop(a))
	case planning.NobodyFree:
		return fmt.Sprintf("%s\u00a0: aucun intervenant n’est là aux heures de l’atelier. Vérifiez ses heures", n.workshop(a))
	case planning.NoRoomLarge:
		return fmt.Sprintf("%s\u00a0: aucune salle de %s. Ajoutez une salle, ou baissez le nombre de places", n.workshop(a), Count(f.Limit, "place", "places"))
	case planning.NoStart:
		return fmt.Sprintf("%s\u00a0: aucune heure possible. Vérifiez sa durée et ses heures", n.workshop(a))
	case planning.NoGroupAllowed:
		return fmt.Sprintf("%s\u00a0: 0\u00a0groupe au maximum. Augmentez ce nombre", n.workshop(a))
	case planning.NeverFree:
		return fmt.Sprintf("%s n’a aucune heure libre dans la journée. Vérifiez ses heures", n.child(a))
	case planning.NeverFreeThen:
		return fmt.Sprintf("%s n’est libre à aucune heure de l’atelier %s. Vérifiez ses heures", n.child(a), n.workshop(b))
	case planning.NotForChild:
		return fmt.Sprintf("%s n’a pas le niveau ou l’âge de l’atelier %s. Vérifiez la demande", n.child(a), n.workshop(b))
	case planning.TooFewRequests:
		return fmt.Sprintf("%s\u00a0: %s venir, il en faut %s pour ouvrir un groupe. Baissez le minimum, ou attendez d’autres demandes",
			n.workshop(a), Count(f.Count, "enfant peut", "enfants peuvent"), Number(f.Limit))
	case planning.RequestsWithout:
		return fmt.Sprintf("%s\u00a0: personne ne le demande, aucun groupe n’ouvrira", n.workshop(a))
	case planning.CurrentNowhere:
		return fmt.Sprintf("%s ne peut pas continuer\u00a0: son atelier n’existe plus", n.groupOf(a, b))
	case planning.CurrentBroken:
		sentence := fmt.Sprintf("%s ne peut pas rester ainsi", n.group(a))
		if f.Broken != nil {
			sentence += ". " + PlanViolation(n.Names, *f.Broken)
		}
		return sentence
	}
	return ""
}
