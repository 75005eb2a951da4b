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
	}, k)
}
