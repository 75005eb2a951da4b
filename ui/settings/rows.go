package settings

import (
	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// memberDetail is what a list says of a member.
func memberDetail(m registry.MemberRow) string {
	followed := ""
	if m.Children > 0 {
		followed = fr.Count(m.Children, "enfant suivi", "enfants suivis")
	}
	return fr.Join(fr.Role(m.Role, m.Feminine), followed, fr.Phone(m.Phone))
}

// facilitatorDetail is what a list says of a facilitator.
func facilitatorDetail(f registry.FacilitatorRow) string {
	groups := ""
	if f.Groups > 0 {
		groups = fr.Count(f.Groups, "groupe cette année", "groupes cette année")
	}
	partner := f.Partner
	if partner == fr.FullName(f.First, f.Last) {
		partner = "" // who works alone bears the name of the structure
	}
	return fr.Capital(fr.Join(f.Profession, partner, groups, fr.Phone(f.Phone)))
}

// roomDetail is what a list says of a room.
func roomDetail(r registry.RoomRow) string {
	places, groups := "", ""
	if r.Places > 0 {
		places = fr.Count(r.Places, "place", "places")
	}
	if r.Groups > 0 {
		groups = fr.Count(r.Groups, "groupe cette année", "groupes cette année")
	}
	return fr.Join(r.Site, places, groups)
}

// schoolDetail is what a list says of a school.
func schoolDetail(s registry.SchoolRow) string {
	network, area := "", ""
	if s.Network == data.REP || s.Network == data.REPPlus {
		network = fr.Network(s.Network)
	}
	if s.Area == data.Yes {
		area = "en quartier prioritaire"
	}
	return fr.Join(fr.Capital(fr.SchoolKind(s.Kind)), network, area, fr.Count(s.Children, "enfant", "enfants"))
}

// periodText is a holiday or a closing in words.
func periodText(p calendar.Period) string {
	if p.Last() == p.From {
		return fr.DateLong(p.From)
	}
	return fr.Capital(fr.Range(p.From, p.Last()))
}

// criterionDetail says what a grid holds.
func criterionDetail(r data.Rubric) string {
	return fr.Join(fr.Count(len(r.Criteria), "critère", "critères"), fr.Count(len(r.Levels), "niveau", "niveaux")+" de «\u00a0"+r.Levels[0]+"\u00a0» à «\u00a0"+r.Levels[len(r.Levels)-1]+"\u00a0»")
}
