package fr

import "mercredi/data"

// Mark is an attendance in words.
func Mark(m data.Mark) string {
	return label([]string{"non saisi", "présent", "retard", "absent excusé", "absent non excusé", "séance annulée"}, m)
}

// MarkShort is the attendance in the few letters of a printed sheet.
func MarkShort(m data.Mark) string {
	return label([]string{"", "P", "R", "E", "A", "–"}, m)
}

// Moment of a cycle.
func Moment(m data.Moment) string { return label([]string{"", "début", "mi-cycle", "fin"}, m) }

// BilanMoment names a bilan by its moment: « bilan de mi-cycle », « bilan de fin de cycle ».
func BilanMoment(m data.Moment) string {
	if m == data.MomentMid {
		return "bilan de mi-cycle"
	}
	return "bilan de fin de cycle"
}

// Viewpoint is whose reading an evaluation is.
func Viewpoint(v data.Viewpoint) string {
	return label([]string{"", "intervenant", "enfant", "famille", "école"}, v)
}

// SkillFamily is one of the three families of psychosocial skills.
func SkillFamily(s data.SkillFamily) string {
	return label([]string{"Autres", "Compétences cognitives", "Compétences émotionnelles", "Compétences sociales"}, s)
}

// BilanState is where a bilan stands.
func BilanState(s data.BilanState) string { return label([]string{"Brouillon", "Finalisé"}, s) }

// SessionState is where a session stands.
func SessionState(s data.SessionState) string {
	return label([]string{"prévue", "tenue", "annulée"}, s)
}

// Format of the sessions of a workshop.
func Format(f data.Format) string {
	return label([]string{"en groupe", "individuel", "avec la famille"}, f)
}

// Rhythm of the sessions of a workshop.
func Rhythm(r data.Rhythm) string {
	return label([]string{"chaque semaine, hors vacances", "stage, jours de suite"}, r)
}

// Discipline is the name that stands beside the colour and the pictogram.
func Discipline(d data.Discipline) string {
	switch d {
	case data.ArtTherapy:
		return "Art-thérapie"
	case data.Sophrology:
		return "Sophrologie"
	case data.Psychoeducation:
		return "Psychoéducation"
	case data.Psychologist:
		return "Psychologue"
	case data.SocialSkills:
		return "Petits penseurs"
	case data.SchoolSupport:
		return "Accompagnement scolaire"
	}
	return string(d)
}

// Disciplines lists the disciplines, for a list to choose from.
func Disciplines() []data.Discipline {
	return []data.Discipline{data.ArtTherapy, data.Sophrology, data.Psychoeducation, data.Psychologist, data.SocialSkills, data.SchoolSupport}
}

// Priority of a request.
func Priority(p data.Priority) string { return label([]string{"normal", "prioritaire", "urgent"}, p) }

// HalfDay is the half of the day that suits a child best.
func HalfDay(h data.HalfDay) string {
	return label([]string{"peu importe", "le matin", "l’après-midi"}, h)
}

// Warning says in one short sentence what is unusual.
func Warning(w data.WarningCode) string {
	return label([]string{
		"",
		"Pas encore de décision EPS favorable.",
		"Pas d’accord de la famille en cours de validité.",
		"L’âge de l’enfant sort de la tranche prévue.",
		"Le niveau scolaire sort de celui qui est prévu.",
		"Le groupe est complet.",
		"L’enfant est déjà dans un autre groupe à la même heure.",
		"L’intervenant a une autre séance à la même heure.",
		"La salle est déjà prise à la même heure.",
		"La séance tombe pendant les vacances scolaires.",
		"La séance tombe un jour férié.",
		"La séance tombe un jour de fermeture.",
		"La salle a moins de places que le groupe.",
		"La date de naissance n’est pas renseignée.",
		"L’intervenant n’est pas là à cette heure.",
		"L’enfant ne peut pas venir à cette heure.",
		"La salle est fermée à cette heure.",
	}, w)
}
