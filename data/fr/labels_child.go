package fr

import "mercredi/data"

// label answers the label of an enum value, or "" past the table: a later version may know more values.
func label[T ~uint8](labels []string, v T) string {
	if int(v) >= len(labels) {
		return ""
	}
	return labels[v]
}

var grades = []string{"", "TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e", "2de", "1re", "Terminale"}

// Grade is the school level as schools write it, "" when not said.
func Grade(g data.Grade) string { return label(grades, g) }

// Grades lists the levels from the youngest, for a list to choose from.
func Grades() []data.Grade { return upTo(data.Terminale) }

// Sex is « fille » or « garçon ».
func Sex(s data.Sex) string { return label([]string{"", "fille", "garçon"}, s) }

// Born is « né » or « née », « né(e) » when not said.
func Born(s data.Sex) string { return label([]string{"né(e)", "née", "né"}, s) }

// Answer is « oui », « non » or « non renseigné ».
func Answer(a data.Answer) string { return label([]string{"non renseigné", "oui", "non"}, a) }

// Decision is what the commission decided.
func Decision(d data.Decision) string {
	return label([]string{"pas encore examiné", "avis favorable", "reporté", "avis défavorable"}, d)
}

// ConsentScope says what a family agrees to. recipient completes the scopes that share with somebody.
func ConsentScope(s data.ConsentScope, recipient string) string {
	switch s {
	case data.ConsentFollowUp:
		return "Suivi par le PRE"
	case data.ConsentShareSchool:
		return "Partage avec l’école"
	case data.ConsentSharePartner:
		if recipient == "" {
			return "Partage avec un partenaire"
		}
		return "Partage avec " + recipient
	case data.ConsentPictures:
		return "Photos et productions"
	case data.ConsentOuting:
		return "Sorties"
	}
	return ""
}

// ConsentScopes lists the scopes, for a list to choose from.
func ConsentScopes() []data.ConsentScope {
	return []data.ConsentScope{data.ConsentFollowUp, data.ConsentShareSchool, data.ConsentSharePartner, data.ConsentPictures, data.ConsentOuting}
}

// ConsentState is where a consent stands.
func ConsentState(s data.ConsentState) string {
	return label([]string{"à demander", "signé", "bientôt terminé", "terminé", "refusé", "retiré"}, s)
}

// NoteKind is what a note tells of.
func NoteKind(k data.NoteKind) string {
	return label([]string{"Note", "Appel", "Rencontre", "École", "Partenaire", "Observation"}, k)
}

// NoteKinds lists the kinds, for a list to choose from.
func NoteKinds() []data.NoteKind { return upTo(data.NoteObservation) }

// Relation of an adult to the child.
func Relation(r data.Relation) string {
	return label([]string{"non renseigné", "mère", "père", "grand-parent", "beau-parent", "frère ou sœur", "famille d’accueil", "service gardien", "autre"}, r)
}

// Relations lists the relations, for a list to choose from.
func Relations() []data.Relation { return upTo(data.OtherRelation) }

// SchoolKind is the kind of a school.
func SchoolKind(k data.SchoolKind) string {
	return label([]string{"autre", "école maternelle", "école élémentaire", "école primaire", "collège", "lycée"}, k)
}

// SchoolKinds lists the kinds, for a list to choose from.
func SchoolKinds() []data.SchoolKind { return upTo(data.HighSchool) }

// Network is the priority network of a school.
func Network(n data.Network) string {
	return label([]string{"non renseigné", "hors réseau", "REP", "REP+"}, n)
}

// Networks lists the networks, for a list to choose from.
func Networks() []data.Network { return upTo(data.REPPlus) }

// upTo lists the values of an enum from zero to last.
func upTo[T ~uint8](last T) []T {
	var all []T
	for v := T(0); v <= last; v++ {
		all = append(all, v)
	}
	return all
}
