package fr

import (
	"mercredi/data"
	"mercredi/data/registry"
)

// RetentionState says why a child is in the review of old files: "délai dépassé".
func RetentionState(s registry.RetentionState) string {
	return label([]string{"", "délai dépassé", "délai bientôt atteint", "conservé", "sans date"}, s)
}

// ContactKind says what the last contact with a child was: "fin du parcours".
func ContactKind(k data.ContactKind) string {
	return label([]string{
		"inconnu", "repérage ou saisine", "examen en EPS", "début du parcours", "fin du parcours", "accord de la famille", "note",
		"inscription", "séance", "observation", "évaluation", "bilan",
		"orientation", "entretien",
	}, k)
}

// AgeBand is a band of ages of the figures of the year.
func AgeBand(a data.AgeBand) string {
	return label([]string{"âge non détaillé", "2\u00a0à 5\u00a0ans", "6\u00a0à 10\u00a0ans", "11\u00a0à 15\u00a0ans", "16\u00a0à 18\u00a0ans"}, a)
}

// Length is about how long a pathway lasted.
func Length(l data.Length) string {
	return label([]string{"durée non détaillée", "6\u00a0mois au plus", "de 6\u00a0mois à un an", "de un à deux ans", "plus de deux ans"}, l)
}

// FigureKind says what a figure counts.
func FigureKind(k data.FigureKind) string {
	return label([]string{"", "un enfant dans l’année", "une place dans l’année", "une entrée", "une sortie"}, k)
}

// OtherPerson stands in place of a name that is not the reader's to know.
const OtherPerson = "[autre personne]"

// MentionKind says who is mentioned in a text.
func MentionKind(k registry.MentionKind) string {
	return label([]string{"", "autre enfant", "autre adulte", "professionnel extérieur"}, k)
}

// FilePart names a part of the whole file of a child.
func FilePart(p registry.FilePart) string {
	return label([]string{
		"", "fiche de l’enfant", "parcours", "famille", "accords", "notes", "inscriptions", "séances", "évaluations", "bilans",
		"commissions",
		"orientations",
	}, p)
}
