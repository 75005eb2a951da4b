package fr

import "mercredi/data"

// kinds are the short and the long name of each kind of structure.
var kinds = [][2]string{
	{"Autre structure", "Autre structure"},
	{"MDA", "Maison des adolescents"},
	{"PAEJ", "Point accueil écoute jeunes"},
	{"Espace Santé Jeunes", "Espace Santé Jeunes"},
	{"CJC", "Consultation jeunes consommateurs"},
	{"REAAP", "Réseau d’écoute, d’appui et d’accompagnement des parents"},
	{"CMP enfants", "Centre médico-psychologique, enfants et adolescents"},
	{"CMP adultes", "Centre médico-psychologique, adultes"},
	{"CATTP enfants", "Centre d’accueil thérapeutique à temps partiel, enfants"},
	{"CATTP adultes", "Centre d’accueil thérapeutique à temps partiel, adultes"},
	{"Hôpital de jour", "Hôpital de jour"},
	{"CMPP", "Centre médico-psycho-pédagogique"},
	{"MSP", "Maison de santé pluriprofessionnelle"},
	{"PCO", "Plateforme de coordination et d’orientation (TSA, TND)"},
	{"MPF", "Maison de protection des familles"},
	{"LAEP", "Lieu d’accueil enfants-parents"},
	{"Association", "Association"},
	{"Libéral", "Praticien libéral"},
	{"École", "École"},
	{"Collège", "Collège"},
	{"CCAS", "Centre communal d’action sociale"},
	{"PMI", "Protection maternelle et infantile"},
	{"Centre social", "Centre social"},
	{"Instance", "Instance (PTSM, CLS, CLSM, ASV, CTG, cité éducative)"},
}

// PartnerKind is the short name of a kind of structure.
func PartnerKind(k data.PartnerKind) string {
	if int(k) >= len(kinds) {
		return ""
	}
	return kinds[k][0]
}

// PartnerKindLong is the full name of a kind of structure.
func PartnerKindLong(k data.PartnerKind) string {
	if int(k) >= len(kinds) {
		return ""
	}
	return kinds[k][1]
}

// PartnerKinds lists the kinds, for a list to choose from: « autre » comes last.
func PartnerKinds() []data.PartnerKind {
	return append(upTo(data.KindCouncil)[1:], data.KindOther)
}

// Directly is the referral rule of a structure, as one sentence.
func Directly(d data.Directly) string {
	return label([]string{
		"À préciser avec la structure.",
		"Le PRE peut orienter directement.",
		"Orientation avec une prescription ou un courrier.",
		"L’accès passe par un médecin.",
		"L’accès passe par l’école ou un médecin.",
		"L’accès passe par les partenaires.",
		"Le PRE ne peut pas orienter directement.",
	}, d)
}

// DirectlyShort is the referral rule in a word or two.
func DirectlyShort(d data.Directly) string {
	return label([]string{"à préciser", "directe", "prescription", "médecin", "école ou médecin", "partenaires", "non"}, d)
}

// DirectlyAll lists the rules, for a list to choose from.
func DirectlyAll() []data.Directly { return upTo(data.DirectlyNo) }
