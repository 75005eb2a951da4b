package sample

import "mercredi/data"

// planActions invents the plan of the town's council for mental health: three strategic objectives, seven specific ones,
// nine actions. What nobody has decided is left empty or « à définir », as in real plans; some indicators are measured.
func (b *builder) planActions() {
	p := data.ActionPlan{
		Name: "Plan d’action du conseil local en santé mentale", Period: "2026-2028", Lead: "Ville de Sauvelande, coordination du conseil local",
		Aim: "Faire de la santé mentale l’affaire de tous dans les quartiers de Sauvelande.",
		Objectives: []data.Objective{
			{Number: "1", Title: "Prévenir, et promouvoir le bien-être"},
			{Number: "1.1", Title: "Mieux répondre aux personnes en situation de précarité, avec les professionnels qui les entourent"},
			{Number: "1.2", Title: "Parler de santé mentale avec les enfants, les jeunes et leur entourage"},
			{Number: "1.3", Title: "Informer l’entourage des personnes âgées, aidants et professionnels"},
			{Number: "2", Title: "Mieux repérer les difficultés"},
			{Number: "2.1", Title: "Rendre lisible qui fait quoi sur le territoire"},
			{Number: "3", Title: "Piloter ensemble"},
			{Number: "3.1", Title: "Donner un cap au conseil local"},
			{Number: "3.2", Title: "Mettre les actions en œuvre"},
			{Number: "3.3", Title: "Rassembler les habitants autour du sujet"},
		},
	}
	p.Actions = append(p.Actions, b.actionsOfPrecarity()...)
	p.Actions = append(p.Actions, b.actionsOfYouth()...)
	p.Actions = append(p.Actions, b.actionsOfSteering()...)
	p.ID = id[data.ActionPlan](b.draw)
	b.town.ActionPlans = append(b.town.ActionPlans, p)
}

// share and number are indicators; a denominator of zero, or no day, is not measured yet.
func share(label, of string, target int, source string) data.Indicator {
	return data.Indicator{Label: label, Numerator: label, Denominator: of, Target: target, Source: source}
}

func number(label string, target int, source string) data.Indicator {
	return data.Indicator{Label: label, Kind: data.IndicatorNumber, Numerator: label, Target: target, Source: source}
}

// measured adds what was counted at the end of a term of the first year, and of this one.
func (b *builder) measured(x data.Indicator, first, last, of int) data.Indicator {
	x.Measures = []data.Measure{
		{On: data.NewDate(b.year, 6, 30), Numerator: first, Denominator: of}, {On: data.NewDate(b.year, 12, 15), Numerator: last, Denominator: of}}
	return x
}

func (b *builder) actionsOfPrecarity() []data.Action {
	return []data.Action{{
		Number: "1.1.1", Title: "Sensibiliser les acteurs qui accueillent des personnes en situation de précarité",
		Description:   "Des ateliers sur la santé mentale vue dans son ensemble, pour les professionnels du social, du soin, du logement et du droit commun.",
		Prerequisites: "Choisir une formation adaptée\nRecenser les acteurs à former\nTrouver le financement",
		Public:        "Éducateurs, assistants sociaux, bailleurs, soignants, pharmaciens, élus",
		Existing:      "Une formation aux premiers secours existe, très tournée vers le soin. Rien de plus large à ce jour.",
		Results:       "60 % des acteurs concernés ont été sensibilisés\n50 % tiennent mieux compte de la santé mentale dans leur pratique",
		Indicators: []data.Indicator{
			b.measured(share("Acteurs sensibilisés", "acteurs concernés recensés", 60, "Émargement ; liste des acteurs"), 9, 21, 51),
			b.measured(share("Acteurs qui ont changé leur pratique", "acteurs formés", 50, "Questionnaire avant et après"), 0, 7, 21),
		},
		Available: "Équipe mobile, en appui aux professionnels\nRéseau des conseils locaux voisins",
		Wanted:    "Salle\nOrganisme de formation\nNombre d’ateliers à financer : à définir",
	}, {
		Number: "1.1.2", Title: "Proposer des ateliers aux personnes accompagnées",
		Description:   "Des temps collectifs animés avec un professionnel, portés par le groupe sensibilisé à l’action 1.1.1.",
		Prerequisites: "Écrire le contenu\nDésigner une structure porteuse\nMobiliser les structures d’accueil",
		Public:        "Personnes suivies par l’aide alimentaire, l’hébergement, le CCAS",
		Existing:      "Un module est à créer par l’équipe du territoire.",
		Results:       "50 % des personnes identifiées ont suivi un atelier\n50 % des participants disent en avoir une meilleure image",
		Indicators: []data.Indicator{
			share("Participants aux ateliers", "personnes identifiées par les structures", 50, "Émargement"),
			share("Personnes dont l’image a changé", "participants", 50, "Questionnaire avant et après"),
		},
		Available: "À définir", Wanted: "Salles\nPetites fournitures",
	}}
}

func (b *builder) actionsOfYouth() []data.Action {
	return []data.Action{{
		Number: "1.2.1", Title: "Réunir un groupe qui pense les campagnes de prévention",
		Description:   "Un groupe d’élus, de professionnels et d’habitants cherche les mots et les supports qui parlent aux jeunes.",
		Prerequisites: "Trouver des volontaires\nFixer les objectifs de prévention",
		Public:        "8 à 10 personnes",
		Existing:      "Rien à ce jour ; des outils nationaux sont disponibles.",
		Results:       "Les messages sont adaptés à ceux qu’ils visent",
		Indicators: []data.Indicator{
			b.measured(number("Membres du groupe", 8, "Liste du groupe"), 6, 9, 0),
			share("Jeunes pour qui la campagne est plus parlante", "jeunes interrogés", 0, "Questionnaire, à construire"),
		},
		Available: "Service communication de la ville", Wanted: "Création et impression des supports : à définir",
	}, {
		Number: "1.2.2", Title: "Ateliers de sensibilisation pour les jeunes et pour les parents",
		Description:   "Un atelier pour les enfants et les jeunes, un autre pour les parents des tout-petits, qui tournent dans les écoles, les clubs et les centres.",
		Prerequisites: "Préparer les ateliers\nAdapter le contenu à chaque âge\nRepérer les lieux d’accueil",
		Public:        "240 enfants, jeunes et proches",
		Existing:      "Interventions de la maison des adolescents.",
		Results:       "50 % des 3 à 25\u00a0ans du territoire ont suivi un atelier\n50 % des participants connaissent mieux le sujet",
		Indicators: []data.Indicator{
			b.measured(number("Personnes reçues, un atelier pour 20", 240, "Émargement"), 58, 132, 0),
			share("Jeunes de 3 à 25\u00a0ans touchés", "jeunes du territoire", 50, "Émargement ; recensement"),
			b.measured(share("Participants qui connaissent mieux le sujet", "questionnaires rendus", 50, "Questionnaire avant et après"), 30, 71, 118),
		},
		Available: "Assurance maladie, caisse d’allocations familiales", Wanted: "Coût par atelier ; leur nombre est à définir",
	}, {
		Number: "1.3.1", Title: "Des campagnes avec la plateforme d’aide aux aidants",
		Description:   "Compléter ce qui est déjà diffusé, sur plusieurs supports.",
		Prerequisites: "Définir les besoins ensemble\nProduire les supports\nChoisir les lieux de diffusion",
		Public:        "Proches, aidants et professionnels autour des personnes âgées",
		Existing:      "Des campagnes existent, pour les personnes âgées elles-mêmes.",
		Results:       "Une campagne est disponible pour l’entourage",
		Indicators: []data.Indicator{
			number("Supports créés", 0, "Exemplaires déposés"), number("Canaux de diffusion utilisés", 0, "Partenariats signés"),
			number("Personnes informées", 0, "Questionnaire auprès des habitants"),
		},
		Available: "À définir", Wanted: "Impression, s’il y a lieu",
	}}
}

func (b *builder) actionsOfSteering() []data.Action {
	return []data.Action{{
		Number: "2.1.1", Title: "Un répertoire de la santé mentale",
		Description:   "Un répertoire écrit à plusieurs, avec une entrée interculturelle, mis en ligne pour les professionnels et les élus.",
		Prerequisites: "Réunir les répertoires existants\nNommer un référent\nArrêter le format",
		Public:        "Professionnels du soin, du médico-social et du social",
		Existing:      "Des morceaux de répertoire dans plusieurs structures.",
		Results:       "Un répertoire du territoire est en ligne",
		Indicators: []data.Indicator{
			b.measured(number("Répertoire en ligne", 1, "Adresse de la page"), 0, 0, 0),
			b.measured(number("Réunions de travail", 6, "Émargement"), 2, 4, 0),
			share("Partenaires pour qui le repérage est plus simple", "partenaires interrogés", 0, "Questionnaire"),
		},
		Available: "Hébergement par la ville", Wanted: "Temps pour l’écrire et le tenir à jour\nImpression éventuelle",
	}, {
		Number: "3.1.1", Title: "Un comité de gouvernance", Description: "Choisir les membres ; le rythme des réunions est à définir dans la charte.",
		Prerequisites: "Composition, fonctionnement et missions écrits dans la charte",
		Indicators:    []data.Indicator{b.measured(number("Réunions dans l’année", 2, "Comptes rendus"), 1, 2, 0)},
	}, {
		Number: "3.2.1", Title: "Des groupes de travail", Description: "Choisir les membres et se réunir régulièrement pour faire avancer les actions.",
		Prerequisites: "Rôle du comité technique écrit dans la charte",
	}, {
		Number: "3.3.1", Title: "Une assemblée plénière chaque année",
		Description:   "Élus, professionnels et habitants font le point et échangent autour de tables rondes.",
		Prerequisites: "Préparer le contenu\nMobiliser le comité technique", Public: "Élus, professionnels, habitants",
		Indicators: []data.Indicator{b.measured(number("Assemblée tenue", 1, "Feuille de présence"), 0, 1, 0)},
	}}
}

// comment writes what the team says of its years: much of the last one that is over, little of this one.
func (b *builder) comment() {
	for year := b.year - b.opts.Years + 1; year <= b.year; year++ {
		y := data.YearReport{SchoolYear: year}
		y.Say(data.SectionSummary, "L’équipe a accompagné les familles au plus près, malgré deux postes vacants une partie de l’année.")
		if year < b.year {
			y.Say(data.SectionChildren, "Les demandes viennent plus tôt : les écoles maternelles nous connaissent mieux.")
			y.Say(data.SectionWorkshops, "Le deuxième groupe d’art-thérapie a permis d’accueillir tous les enfants qui attendaient.")
			y.Say(data.SectionBilans, "Chaque famille a été reçue pour lire le bilan de son enfant.")
			y.Say(data.SectionOutlook, "Ouvrir un atelier pour les collégiens, et resserrer les délais de premier rendez-vous avec les structures de soin.")
			y.AdultsReached = 46
		}
		y.ID = id[data.YearReport](b.draw)
		b.town.YearReports = append(b.town.YearReports, y)
	}
}
