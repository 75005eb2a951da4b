package fr

import (
	"time"

	"mercredi/data"
)

// DefaultSettings is what a new file starts with. The team can edit every value; the town, the zone and the school
// year are left to say.
func DefaultSettings() data.Settings {
	return data.Settings{
		TeamName:      "Programme de réussite éducative",
		SeasonStart:   1001,
		SeasonEnd:     630,
		AbsenceAlert:  3,
		LowRegularity: 60,
		Fragilities: []string{
			"émotions", "attention et concentration", "langage", "confiance en soi", "relation aux autres",
			"inhibition", "agitation", "stress", "harcèlement subi", "apprentissages", "isolement", "absentéisme",
		},
		Confidential: "Document remis à la famille. Il rapporte des observations, non un diagnostic.",
	}
}

// DefaultRubric is the grid of psychosocial skills that a new file starts with: fourteen criteria in three families,
// on five levels. Its words are ours.
func DefaultRubric() data.Rubric {
	r := data.Rubric{
		Name:   "Compétences psychosociales",
		Levels: []string{"pas encore", "rarement", "parfois", "souvent", "toujours"},
	}
	families := []struct {
		skill  data.SkillFamily
		labels []string
	}{
		{data.Cognitive, []string{
			"Attention", "Suivre les consignes", "Persévérance", "Résolution de problèmes"}},
		{data.Emotional, []string{
			"Reconnaître ses émotions", "Exprimer ses émotions", "Réguler ses émotions", "Faire face au stress",
			"Confiance en soi"}},
		{data.Social, []string{
			"Relation aux autres", "Respect des règles", "Coopération", "Place dans le groupe",
			"Demander de l’aide"}},
	}
	for _, f := range families {
		for _, label := range f.labels {
			r.Criteria = append(r.Criteria, data.Criterion{Key: len(r.Criteria) + 1, Label: label, Skill: f.skill})
		}
	}
	return r
}

// DefaultWorkshops are the five « fiches action » that a new file starts with. Themes stand in the order of the
// sessions: the first is that of session 1; when they run out, the team chooses.
func DefaultWorkshops() []data.Workshop {
	return []data.Workshop{
		artTherapy(), sophrology(), psychoeducation(), psychologistMeetings(), socialSkills(),
	}
}

func artTherapy() data.Workshop {
	return data.Workshop{
		Name: "Art-thérapie", ShortName: "Art-thérapie", Discipline: data.ArtTherapy, Format: data.InGroup,
		Capacity: 7, Groups: 2, Sessions: 12, SessionMinutes: 60, Weekday: time.Wednesday, MidBilanAfter: 6,
		Themes: []string{
			"Arts plastiques", "Arts plastiques", "Collage", "Collage", "Modelage", "Modelage",
			"Création libre", "Création libre", "Marionnette", "Marionnette", "Théâtre", "Théâtre",
		},
		Fiche: data.Fiche{
			Carrier:     "Programme de réussite éducative",
			Public:      "Enfants suivis par le programme, en deux groupes de sept au plus.",
			Findings:    "Certains enfants disent difficilement avec des mots ce qui les préoccupe, se retirent du groupe ou débordent.",
			Objectives:  "Offrir un lieu sûr pour s’exprimer. Soutenir la confiance en soi. Aider à reconnaître et à partager ses émotions. Trouver sa place parmi les autres.",
			Description: "Création en petit groupe : arts plastiques, collage, modelage, création libre, marionnette, théâtre. Un rituel ouvre et ferme chaque séance. Rien n’est jugé ni interprété.",
			Venue:       "Grande salle d’activité du PRE.",
			Calendar:    "Deux cycles de douze séances par an, le mercredi après-midi, sur deux créneaux, hors vacances scolaires.",
			Partners:    "Familles, écoles, services de la ville.",
			Leads:       "Coordinatrice du PRE et référents de parcours.",
			Provider:    "Dramathérapeute.",
			Staff:       "Une intervenante par groupe ; les référents de parcours font le lien avec les familles.",
			Equipment:   "Peinture, papiers, argile, tissus, marionnettes, costumes ; armoire fermée pour les travaux.",
			Budget:      "À compléter : vacations, préparation des bilans et petit matériel.",
			Indicators:  "Enfants concernés, régularité, ressenti de l’enfant, de la famille et de l’école, cohérence avec le parcours, bilan écrit de l’intervenante.",
		},
	}
}

func sophrology() data.Workshop {
	return data.Workshop{
		Name: "Sophrologie", ShortName: "Sophrologie", Discipline: data.Sophrology, Format: data.InGroup,
		MinAge: 6, MaxAge: 16, Capacity: 3, Groups: 1, Sessions: 30, SessionMinutes: 90, Weekday: time.Wednesday,
		Fiche: data.Fiche{
			Carrier:     "Programme de réussite éducative",
			Public:      "Enfants et adolescents de 6 à 16\u00a0ans, seuls ou à deux ou trois.",
			Findings:    "Stress, sommeil difficile, colères ou grande timidité gênent la vie à l’école et à la maison.",
			Objectives:  "Reconnaître les signes de tension. Apprendre à respirer et à se détendre. Prendre confiance et mieux vivre avec les autres.",
			Description: "Exercices courts de respiration, de relâchement et d’attention au corps, repris à la maison si l’enfant le souhaite. Un mal-être qui dure conduit à proposer un relais vers un soin psychologique, au CMP ou ailleurs.",
			Venue:       "Une salle du CCAS.",
			Calendar:    "Chaque mercredi du 1er\u00a0octobre au 30\u00a0juin, jamais pendant les vacances scolaires. 1 h en individuel, 1 h 30 à deux ou trois. L’engagement vaut pour l’année.",
			Partners:    "CCAS, familles, écoles, CMP.",
			Leads:       "Coordinatrice du PRE.",
			Provider:    "Sophrologue en exercice libéral, par convention annuelle.",
			Staff:       "Une intervenante ; le référent de parcours suit chaque enfant.",
			Equipment:   "Tapis, couvertures, pièce calme.",
			Budget:      "À compléter : nombre de séances prévu par la convention annuelle.",
			Indicators:  "Rencontre d’évaluation en fin d’année, régularité, ressenti de l’enfant et de la famille.",
		},
	}
}

func psychoeducation() data.Workshop {
	return data.Workshop{
		Name: "Psychoéducation « Apprendre à apprendre »", ShortName: "Psychoéducation",
		Discipline: data.Psychoeducation, Format: data.InGroup,
		MinGrade: data.CP, MaxGrade: data.CP, Capacity: 6, Groups: 1, Sessions: 12, SessionMinutes: 60,
		Weekday: time.Wednesday,
		Themes: []string{
			"Faire connaissance", "Attention", "Attention", "Attention", "Inhibition",
			"Organisation et planification", "Émotions",
		},
		Fiche: data.Fiche{
			Carrier:     "Programme de réussite éducative",
			Public:      "Élèves de CP, par groupes de six.",
			Findings:    "À l’entrée au CP, certains enfants peinent à se concentrer, à attendre leur tour ou à s’organiser.",
			Objectives:  "Comprendre comment on apprend. S’exercer à faire attention, à mémoriser, à se freiner, à prévoir, à réguler ses émotions. Oser demander de l’aide.",
			Description: "Jeux et histoires où chaque personnage tient une fonction : attention, mémoire, inhibition, planification, régulation. Chaque enfant complète un « carnet d’explorateur », gardé sur place. Un échange avec la famille suit chaque séance.",
			Venue:       "Service Éducation.",
			Calendar:    "Douze séances le mercredi : une pour se connaître, trois sur l’attention, puis l’inhibition, l’organisation, les émotions ; les suivantes sont libres. La durée se règle ici.",
			Partners:    "Écoles élémentaires, familles.",
			Leads:       "Référents de parcours.",
			Provider:    "Orthopédagogue.",
			Staff:       "Un intervenant, un membre de l’équipe pour l’accueil des familles.",
			Equipment:   "Carnets, jeux de cartes, sablier, images de consignes.",
			Budget:      "À compléter.",
			Indicators:  "Nombre de participants, trace écrite, bilan de fin de cycle.",
		},
	}
}

func psychologistMeetings() data.Workshop {
	return data.Workshop{
		Name: "Rencontre avec la psychologue", ShortName: "Psychologue", Discipline: data.Psychologist,
		Format: data.WithFamily, Capacity: 1, Groups: 1, Sessions: 4, SessionMinutes: 60, Weekday: time.Wednesday,
		DecisionAfter: 4,
		Fiche: data.Fiche{
			Carrier:     "Programme de réussite éducative",
			Public:      "Enfants suivis et leurs parents.",
			Findings:    "Des familles s’inquiètent et ne savent pas à qui en parler ; l’accès aux consultations est long.",
			Objectives:  "Écouter l’enfant et ses parents, soutenir leur lien, décider ensemble de la suite.",
			Description: "Les quatre premières rencontres servent à évaluer la demande. Le référent de parcours assiste à tout ou partie de la première. Après la quatrième, l’équipe décide : suivi ponctuel ou relais vers le droit commun (CMP, CMPP…).",
			Venue:       "Locaux du PRE.",
			Calendar:    "Le mercredi, aux dates fixées avec le référent de parcours. La durée se règle ici.",
			Partners:    "CMP, CMPP, écoles, médecins de famille.",
			Leads:       "Psychologue et référents de parcours.",
			Provider:    "Psychologue du PRE.",
			Staff:       "Une psychologue.",
			Equipment:   "Un bureau calme, du papier, des jeux.",
			Budget:      "À compléter.",
			Indicators:  "Enfants et familles reçus, lien parent-enfant, comportement, bien-être.",
		},
	}
}

func socialSkills() data.Workshop {
	return data.Workshop{
		Name: "Compétences psychosociales « petits penseurs »", ShortName: "Petits penseurs",
		Discipline: data.SocialSkills, Format: data.InGroup,
		MinGrade: data.Sixieme, MaxGrade: data.Troisieme, Capacity: 8, Groups: 1, Sessions: 2, SessionMinutes: 60,
		Weekday: time.Wednesday,
		Fiche: data.Fiche{
			Carrier:     "Programme de réussite éducative",
			Public:      "Collégiens, huit au plus.",
			Findings:    "Prendre la parole, écouter un désaccord et le nuancer s’apprend peu en classe.",
			Objectives:  "Penser par soi-même et avec les autres. Argumenter, écouter, changer d’avis. Prendre confiance à l’oral.",
			Description: "Discussions à partir d’une question choisie par le groupe. Deux séances prolongent un stage de deux semaines.",
			Venue:       "Service Éducation.",
			Calendar:    "Deux séances d’une heure le mercredi, à la suite du stage.",
			Partners:    "Collèges, centre social.",
			Leads:       "Coordinatrice du PRE.",
			Provider:    "Praticien ou praticienne en philosophie.",
			Staff:       "Un intervenant, un référent de parcours.",
			Equipment:   "Cercle de chaises, paperboard.",
			Budget:      "À compléter.",
			Indicators:  "Participants, prises de parole, avis des jeunes en fin d’atelier.",
		},
	}
}
