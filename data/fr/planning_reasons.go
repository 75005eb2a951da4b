package fr

import (
	"fmt"
	"strings"

	"mercredi/data/planning"
)

// PlanReasons says side by side why a request waits: "Groupe 1 complet. Groupe 2 : déjà en sophrologie à 15 h 15."
func PlanReasons(names planning.Names, reasons []planning.Reason) string {
	var said []string
	for _, r := range reasons {
		said = append(said, PlanReason(names, r))
	}
	return strings.Join(said, " ")
}

// PlanReason says one cause why a request waits, or that there is a place.
func PlanReason(names planning.Names, r planning.Reason) string {
	n := planWords{names}
	for _, say := range []func(planWords, planning.Reason) string{ofOpenGroup, ofOpening, ofWorkshop} {
		if sentence := say(n, r); sentence != "" {
			return stop(Capital(sentence))
		}
	}
	return ""
}

// aboutAt is a word of what a reason is about.
func aboutAt(about []string, i int) string {
	if i >= len(about) {
		return ""
	}
	return about[i]
}

// ofOpenGroup says why not in one group.
func ofOpenGroup(n planWords, r planning.Reason) string {
	group, at := n.group(aboutAt(r.About, 0)), planHour(r.Start)
	switch r.Code {
	case planning.GroupFull:
		return group + " complet"
	case planning.AwayThen:
		return fmt.Sprintf("%s\u00a0: ne peut pas venir à %s", group, at)
	case planning.BusyThen:
		return fmt.Sprintf("%s\u00a0: déjà en %s à %s", group, n.workshop(aboutAt(r.About, 2)), at)
	case planning.SpanTooWide:
		return fmt.Sprintf("%s\u00a0: %s d’écart, %s au plus", group, Count(r.Count, "niveau", "niveaux"), Number(r.Limit))
	case planning.ApartFrom:
		return fmt.Sprintf("%s\u00a0: pas avec %s", group, n.child(aboutAt(r.About, 1)))
	case planning.TripsExhausted:
		if len(r.About) == 0 {
			return fmt.Sprintf("plus d’accompagnement possible à %s", at)
		}
		return fmt.Sprintf("%s\u00a0: plus d’accompagnement possible à %s", group, at)
	case planning.FreePlace:
		return fmt.Sprintf("%s, %s à %s", Count(r.Count, "place", "places"), group, at)
	}
	return ""
}

// ofOpening says why no other group opens.
func ofOpening(n planWords, r planning.Reason) string {
	at, who, what := planHour(r.Start), aboutAt(r.About, 0), n.workshop(aboutAt(r.About, 2))
	switch r.Code {
	case planning.TooFewToOpen:
		return fmt.Sprintf("pas assez d’enfants pour un autre groupe à %s\u00a0: %s sur %s", at, Number(r.Count), Number(r.Limit))
	case planning.LeaderBusy:
		return fmt.Sprintf("%s est en %s à %s", n.facilitator(who), what, at)
	case planning.LeaderAway:
		return fmt.Sprintf("%s n’est pas là à %s", n.facilitator(who), at)
	case planning.NoLeaderFree:
		return "aucun intervenant libre à " + at
	case planning.RoomBusy:
		if room := n.room(who); strings.Contains(Fold(room), "salle") {
			return fmt.Sprintf("%s prise à %s", room, at)
		}
		return fmt.Sprintf("%s\u00a0: déjà en %s à %s", n.room(who), what, at)
	case planning.NoRoomFree:
		return "aucune salle libre à " + at
	case planning.ElsewhereThen:
		return fmt.Sprintf("déjà en %s à %s", n.workshop(aboutAt(r.About, 1)), at)
	case planning.CouldOpen:
		return fmt.Sprintf("un groupe de %s peut ouvrir à %s, %s, avec %s", Count(r.Count, "enfant", "enfants"), at, n.room(who),
			n.facilitator(aboutAt(r.About, 1)))
	}
	return ""
}

// ofWorkshop says why not in the workshop at all.
func ofWorkshop(_ planWords, r planning.Reason) string {
	switch r.Code {
	case planning.NotTheGrade:
		return fmt.Sprintf("pas de %s dans cet atelier", r.Grade)
	case planning.NotTheAge:
		if r.Count < r.Limit {
			return fmt.Sprintf("trop jeune\u00a0: atelier à partir de %s", Age(r.Limit))
		}
		return fmt.Sprintf("âge dépassé\u00a0: atelier jusqu’à %s", Age(r.Limit))
	case planning.NoGroupOpen:
		return "aucun groupe ouvert"
	case planning.Unled:
		return "personne n’assure cet atelier"
	case planning.NoLargeRoom:
		return fmt.Sprintf("aucune salle de %s", Count(r.Limit, "place", "places"))
	case planning.NoStartAtAll:
		return "aucune heure de la journée ne convient à cet atelier"
	case planning.NeverThere:
		return "ne peut venir à aucune heure de cet atelier"
	case planning.AllGroupsOpen:
		return fmt.Sprintf("pas de groupe de plus\u00a0: %s au maximum", Number(r.Limit))
	}
	return ""
}

// PlanRemedy says what would make room: "Possible en déplaçant Inès A. au groupe 2."
func PlanRemedy(names planning.Names, r planning.Remedy) string {
	n := planWords{names}
	at := planHour(r.Start)
	switch r.Code {
	case planning.PlaceChild:
		return stop(fmt.Sprintf("Une place\u00a0: %s à %s", n.group(r.Group), at))
	case planning.MoveChild:
		return stop(fmt.Sprintf("Possible en déplaçant %s %s", n.child(r.Moved), n.toward(r.To)))
	case planning.MoveSelf:
		return stop(fmt.Sprintf("Possible en passant %s %s", n.toward(r.To), De(n.workshop(r.Elsewhere))))
	case planning.Retime:
		return stop(fmt.Sprintf("Possible en mettant %s à %s", n.group(r.Group), at))
	case planning.OpenGroup:
		return stop(fmt.Sprintf("Possible en ouvrant un groupe à %s, %s, avec %s, pour %s", at, n.room(r.Room), n.facilitator(r.Facilitator),
			Count(len(r.With), "enfant", "enfants")))
	case planning.AddPlace:
		return stop(fmt.Sprintf("Possible en ajoutant une place\u00a0: %s à %s enfants", n.group(r.Group), Number(r.Places)))
	}
	return ""
}

// toward is where somebody goes: "au groupe 2", "au trio du matin", "avec Noé T.".
func (n planWords) toward(group string) string {
	if words := n.group(group); theGroup(words) != words {
		return "au " + words
	}
	return "avec " + n.group(group)
}
