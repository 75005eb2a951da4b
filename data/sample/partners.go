package sample

import "mercredi/data"

// settlePartners writes the network around the children: free access, with a prescription, and never directly.
func (b *builder) settlePartners() {
	for i, p := range partnerSheets() {
		p.ID = id[data.Partner](b.draw)
		if p.Direct == data.DirectlyUnknown {
			p.Direct = p.Kind.UsualDirectly()
		}
		if p.MinAge == 0 && p.MaxAge == 0 {
			p.MinAge, p.MaxAge = p.Kind.UsualAges()
		}
		p.Address = b.address()
		p.Phone = b.phone()
		p.CheckedOn = b.opts.Today.AddDays(-3 - 29*i)
		for j := range p.Contacts {
			p.Contacts[j].Phone = b.phone()
		}
		if p.Kind == data.KindCATTPEnfants {
			p.Address.Street, p.Phone = "4, allée des Frênes", "0199004127"
		}
		b.town.Partners = append(b.town.Partners, p)
	}
}

func partnerSheets() []data.Partner {
	return append(carePartners(), openPartners()...)
}

// carePartners are reached through a doctor, the school or another service.
func carePartners() []data.Partner {
	return []data.Partner{
		{
			Name: "CATTP enfants de Sauvelande", Kind: data.KindCATTPEnfants, Public: "Enfants",
			Access: "Orientation du CMP", Purpose: "Ateliers de soin en journée ou à temps partiel",
			Support: "Petits groupes animés par des soignants", Resources: "Infirmières, psychologue, éducateur",
			Email: "cattp@sauvelande.example", Sector: "Secteur 3", Wait: "Environ 4 mois",
			Contacts: []data.Contact{{Name: "Corinne Valmanche", Job: "Cadre de santé"}},
			Notes:    "Le PRE n’oriente jamais directement : passer par le CMP enfants, avec la famille.",
		},
		{
			Name: "CMP enfants de Sauvelande", Kind: data.KindCMPEnfants, Public: "Enfants et adolescents",
			MaxAge: 18, Access: "Prescription ou orientation", Purpose: "Prévention et soins psychiques des mineurs",
			Support: "Entretiens, psychomotricité, orthophonie", Resources: "Pédopsychiatre, psychologues, infirmiers",
			Email: "cmp-enfants@sauvelande.example", Web: "https://cmp.sauvelande.example", Sector: "Secteur 3",
			Wait: "De 2 à 3 mois",
			Contacts: []data.Contact{
				{Name: "Coralie Tessier", Job: "Psychologue de référence"},
				{Name: "Accueil du CMP", Job: "Secrétariat, le matin"},
			},
		},
		{
			Name: "CMPP de Sauvelande", Kind: data.KindCMPP, Public: "Enfants, jeunes et familles",
			Access: "École ou médecin", Purpose: "Consultations et rééducations",
			Support: "Psychothérapie, orthophonie, psychomotricité", Resources: "Psychologues, orthophonistes, psychomotriciennes",
			Email: "cmpp@sauvelande.example", Wait: "Environ 6 mois",
			Contacts: []data.Contact{{Name: "Hervé Morandoux", Job: "Directeur administratif"}},
		},
		{
			Name: "Hôpital de jour enfants", Kind: data.KindHopitalDeJour, Public: "Enfants",
			Access: "Orientation médicale", Purpose: "Soins soutenus en journée", Support: "Prises en charge plurielles",
			Resources: "Équipe pluridisciplinaire", Email: "hdj@sauvelande.example", Sector: "Secteur 3",
			Wait:     "Selon décision médicale",
			Contacts: []data.Contact{{Name: "Secrétariat médical", Job: "Du lundi au vendredi"}},
		},
		{
			Name: "PCO du territoire", Kind: data.KindPCO, Public: "Enfants de 0 à 6 ans", Access: "Orientation médicale",
			Purpose: "Repérage et coordination précoces", Support: "Bilans coordonnés, appui aux familles",
			Resources: "Orthophonistes, psychologues", Email: "pco@territoire.example", Wait: "Environ 2 mois",
			Contacts: []data.Contact{{Name: "Marine Oubelle", Job: "Coordinatrice de parcours"}},
		},
	}
}

// openPartners are free to join, or have their own agreement with the town.
func openPartners() []data.Partner {
	return []data.Partner{
		{
			Name: "Espace Santé Jeunes", Kind: data.KindEspaceSanteJeunes, Public: "12 à 25 ans", Access: "Accès libre",
			Purpose: "Écoute et information sur la santé", Support: "Prévention, entretiens, orientation",
			Resources: "Infirmière, psychologue, travailleuse sociale", Email: "esj@sauvelande.example",
			Wait: "Sous 10 jours", Contacts: []data.Contact{{Name: "Lucie Farvel", Job: "Infirmière"}},
		},
		{
			Name: "Irène Salvat", Kind: data.KindIndependent, Public: "6 à 16 ans", MinAge: 6, MaxAge: 16,
			Access: "Par convention avec la ville", Direct: data.DirectlyYes, Purpose: "Sophrologie",
			Support: "Séances individuelles ou à trois", Resources: "Sophrologue", Email: "irene.salvat@ateliers.example",
			Wait: "Selon les places du mercredi", Contacts: []data.Contact{{Name: "Irène Salvat", Job: "Sophrologue"}},
		},
		{
			Name: "LAEP de Sauvelande", Kind: data.KindLAEP, Public: "0 à 6 ans et parents", Access: "Libre, sans rendez-vous",
			Purpose: "Jouer et échanger, un parent avec son enfant", Support: "Écoute, socialisation en douceur",
			Resources: "Deux accueillantes formées", Email: "laep@sauvelande.example", Wait: "Aucune",
			Contacts: []data.Contact{{Name: "Odette Brisac", Job: "Accueillante"}},
		},
		{
			Name: "Maison des adolescents", Kind: data.KindMDA, Public: "11 à 25 ans et parents", Access: "Accès libre",
			Purpose: "Accueillir les jeunes et leurs familles", Support: "Écoute, ateliers, relais ; ce n’est pas un lieu de soin",
			Resources: "Éducateurs, psychologue, infirmière", Email: "mda@sauvelande.example",
			Web: "https://mda.sauvelande.example", Wait: "Environ 3 semaines",
			Contacts: []data.Contact{{Name: "Yannick Dorval", Job: "Éducateur"}, {Name: "Leïla Bessouane", Job: "Psychologue"}},
		},
		{
			Name: "PAEJ de Sauvelande", Kind: data.KindPAEJ, Public: "12 à 25 ans", Access: "Accès libre",
			Purpose: "Soutenir un jeune en difficulté", Support: "Écoute, appui de courte durée",
			Resources: "Éducatrice, psychologue", Email: "paej@sauvelande.example", Wait: "Sous 15 jours",
			Contacts: []data.Contact{{Name: "Sonia Marvault", Job: "Éducatrice"}},
		},
		{
			Name: "REAAP de l’agglomération", Kind: data.KindREAAP, Public: "Parents", MinAge: 18, Access: "Accès libre",
			Purpose: "Soutenir les parents", Support: "Groupes de parole, ateliers", Resources: "Médiatrice, parents relais",
			Email: "reaap@agglo.example", Wait: "Aucune", Contacts: []data.Contact{{Name: "Paule Rivesac", Job: "Animatrice du réseau"}},
		},
		{
			Name: "Maison de santé des Acacias", Kind: data.KindMSP, Public: "Tout public", Access: "Accès libre",
			Purpose: "Soins de proximité coordonnés", Support: "Consultations", Resources: "Médecins, orthophoniste, diététicienne",
			Email: "msp@sauvelande.example", Wait: "Une semaine", Contacts: []data.Contact{{Name: "Accueil de la maison de santé"}},
		},
		{
			Name: "Centre social du Vieux Pont", Kind: data.KindSocialCentre, Public: "Familles du quartier",
			Access: "Adhésion annuelle", Direct: data.DirectlyYes, Purpose: "Vie de quartier et loisirs",
			Support: "Accueil de loisirs, accompagnement scolaire, sorties", Resources: "Animateurs, conseillère familiale",
			Email: "centre.social@sauvelande.example", Wait: "Selon les places",
			Contacts: []data.Contact{{Name: "Karim Oubradane", Job: "Référent familles"}},
		},
		{
			Name: "Association Les Encres du mercredi", Kind: data.KindAssociation, Public: "Enfants suivis par le PRE",
			Access: "Par convention avec la ville", Direct: data.DirectlyYes, Purpose: "Ateliers de création et de théâtre",
			Support: "Art-thérapie en petit groupe", Resources: "Dramathérapeute, plasticienne",
			Email: "contact@encres-mercredi.example", Wait: "Au cycle suivant",
			Contacts: []data.Contact{{Name: "Maud Estève", Job: "Dramathérapeute"}},
		},
	}
}
