package fr

import (
	"regexp"
	"strings"

	"mercredi/data"
)

// ToComplete stands in a contract for what nobody has said yet.
const ToComplete = "[à compléter]"

// AgreementTerms are the terms that a new agreement of the team starts with: its own, else those of the program.
func AgreementTerms(s data.Settings) data.AgreementTerms {
	if len(s.Agreements.Clauses) > 0 {
		return s.Agreements
	}
	return DefaultAgreementTerms()
}

// Preamble is the title of the clause that comes before the articles, and has no number.
const Preamble = "Préambule"

// DefaultAgreementTerms are the terms of the program: what comes with a new file, and which the team can edit. What an
// interview costs and whether absences are paid for is the team's to say.
func DefaultAgreementTerms() data.AgreementTerms {
	return data.AgreementTerms{
		Object: "La structure reçoit, pour un suivi individuel ou familial, des enfants accompagnés par le programme de réussite éducative, " +
			"leurs parents ou leur famille.",
		Months: 12, FirstDays: 30, PerPerson: 20, NoticeDays: 60, Termination: 1, Settlement: data.SettledQuarterly,
		Clauses: []data.Clause{
			{Title: Preamble, Text: "Le programme de réussite éducative accompagne des enfants et des adolescents qui montrent des signes de fragilité, " +
				"avec leur famille et en lien avec l’école. Il repère, oriente et suit, sans soigner. Lorsqu’un appui psychologique est utile, " +
				"il s’adresse à une structure dont c’est le métier. Les parties organisent ici cette coopération."},
			{Title: "Objet", Text: "{objet} La conduite du parcours reste au programme."},
			{Title: "Demande et premier entretien", Text: "Le programme adresse chaque demande par une fiche de liaison, avec l’accord écrit de la famille. " +
				"La structure propose un premier entretien dans un délai de {délai} à compter de la demande, et retourne la fiche complétée."},
			{Title: "Nombre d’entretiens", Text: "Chaque personne adressée bénéficie de {entretiens} au plus au titre de la convention. " +
				"Au-delà, la suite relève d’un autre financement, que les parties cherchent ensemble avant ce terme."},
			{Title: "Psychologue de référence", Text: "Pour la structure, l’interlocuteur du programme est {psychologue}. Tout remplacement est annoncé par écrit."},
			{Title: "Lieu et rendez-vous", Text: "Les entretiens se tiennent sur rendez-vous, à l’adresse suivante\u00a0: {lieu}."},
			{Title: "Engagements de la structure", Text: "La structure tient le programme informé du rythme des rendez-vous, des absences et de toute réorientation " +
				"qu’elle envisage. Elle ne rapporte rien de ce qui se dit en entretien sans l’accord de la personne."},
			{Title: "Engagements du programme", Text: "Le programme transmet chaque mois à la structure le tableau des personnes suivies, avec les fins de parcours " +
				"et leurs dates. La structure le retourne, complété de l’assiduité de chacun."},
			{Title: "Rencontres", Text: "Les parties se réunissent régulièrement pour faire le point sur le nombre de situations suivies et sur celles qui attendent."},
			{Title: "Durée", Text: "La convention est conclue pour {durée}. Elle prend effet {début}. Son renouvellement demande un nouvel accord écrit."},
			{Title: "Tarifs", Text: "Chaque entretien tenu est rémunéré ainsi\u00a0: {tarifs}. Ces tarifs couvrent tous les frais de la structure. " +
				"Ils ne sont pas révisés pendant la durée de la convention."},
			{Title: "Absences", Text: "{absences}"},
			{Title: "Règlement", Text: "Le règlement est {règlement}, à l’acte, sur présentation de l’état des entretiens, que les deux parties vérifient."},
			{Title: "Confidentialité et données personnelles", Text: "Les échanges se limitent à ce que l’accompagnement demande et que la famille a accepté. " +
				"Chaque partie protège les données qu’elle détient, répond de leur usage et les efface à l’échéance de leur conservation. " +
				"Les intervenants sont tenus au secret professionnel."},
			{Title: "Évaluation", Text: "Chaque année, les parties établissent le nombre de personnes reçues, le délai du premier entretien, le nombre d’entretiens tenus, " +
				"l’assiduité et les suites données."},
			{Title: "Assurance", Text: "Chaque partie est assurée pour les dommages qu’elle peut causer dans l’exécution de la convention."},
			{Title: "Modification", Text: "Toute modification fait l’objet d’un avenant écrit, signé par les deux parties."},
			{Title: "Résiliation", Text: "Chaque partie peut mettre fin à la convention par lettre recommandée avec avis de réception. " +
				"La fin prend effet {préavis} après sa réception. Les entretiens déjà convenus avec les familles sont honorés."},
			{Title: "Litiges", Text: "En cas de désaccord, les parties cherchent d’abord un règlement amiable. À défaut, le tribunal administratif compétent peut être saisi."},
		},
	}
}

// ClauseWord is a name that a clause may hold between braces, and what it stands for.
type ClauseWord struct{ Word, Means string }

// ClauseWords lists the names that a clause may hold.
func ClauseWords() []ClauseWord {
	return []ClauseWord{
		{"objet", "l’objet"}, {"délai", "le délai du premier entretien"}, {"entretiens", "le nombre d’entretiens par personne"},
		{"psychologue", "la ou le psychologue de référence"}, {"lieu", "le lieu des entretiens"}, {"durée", "la durée"}, {"début", "la prise d’effet"},
		{"tarifs", "les tarifs des entretiens"}, {"absences", "la règle des absences"}, {"règlement", "le rythme du règlement"},
		{"préavis", "le préavis de résiliation"}, {"structure", "le nom de la structure"}, {"programme", "le nom de la collectivité"},
		{"financeurs", "les financeurs"}, {"budget", "le nombre d’entretiens budgétés"},
	}
}

var clauseWord = regexp.MustCompile(`\{[^{}\n]{1,30}\}`)

// Clause is the text of a clause with what the agreement says in place of each name; what is not said is ToComplete, and
// missing tells it in words. A name that nobody knows stays as it was typed.
func Clause(text string, a *data.Agreement) (filled string, missing []string) {
	filled = clauseWord.ReplaceAllStringFunc(text, func(mark string) string {
		word := strings.TrimSpace(strings.ToLower(mark[1 : len(mark)-1]))
		for _, w := range ClauseWords() {
			if Fold(w.Word) != Fold(word) {
				continue
			}
			value := clauseValue(w.Word, a)
			if value == "" {
				missing = append(missing, w.Means)
				return ToComplete
			}
			return value
		}
		return mark
	})
	return filled, missing
}

// clauseValue is what an agreement says, "" when it says nothing.
func clauseValue(word string, a *data.Agreement) string {
	t := a.Terms
	switch word {
	case "objet":
		return strings.TrimSpace(t.Object)
	case "délai":
		return counted(t.FirstDays, "jour", "jours")
	case "entretiens":
		return counted(t.PerPerson, "entretien", "entretiens")
	case "durée":
		return counted(t.Months, "mois", "mois")
	case "préavis":
		return counted(t.Termination, "mois", "mois")
	case "budget":
		return counted(a.Budgeted, "entretien", "entretiens")
	case "début":
		if from := a.From(); from.Valid() {
			return "le " + DateLong(from)
		}
		return "à la date de la seconde signature"
	case "tarifs":
		return fees(t)
	case "absences":
		return AbsenceRule(t)
	case "règlement":
		if t.Settlement == data.SettledUnsaid {
			return ""
		}
		return Settlement(t.Settlement)
	case "psychologue":
		return a.Psychologist
	case "lieu":
		return strings.TrimRight(strings.TrimSpace(a.Place), ".")
	case "structure":
		return a.Theirs.Name
	case "programme":
		return a.Ours.Name
	case "financeurs":
		return List(a.Funders)
	}
	return ""
}

// counted is a number in words and in figures, as contracts write it: "douze (12) mois"; "" for zero.
func counted(n int, one, many string) string {
	if n == 0 {
		return ""
	}
	return InWords(n) + nbsp + "(" + Number(n) + ")" + nbsp + Plural(n, one, many)
}

// fees are those that are said: "entretien individuel, 45 € (quarante-cinq euros) ; …".
func fees(t data.AgreementTerms) string {
	var said []string
	for _, k := range InterviewKinds() {
		if cents := t.Fee(k); cents > 0 {
			said = append(said, interviewWith(k)+", "+Euros(cents)+" ("+EurosInWords(cents)+")")
		}
	}
	return strings.Join(said, nbsp+"; ")
}

// interviewWith names an interview in a sentence.
func interviewWith(k data.InterviewKind) string {
	return label([]string{"entretien", "entretien individuel", "entretien avec les parents", "entretien avec la famille"}, k)
}

// AbsenceRule says in a sentence whether absences are paid for; "" when that is not said.
func AbsenceRule(t data.AgreementTerms) string {
	switch {
	case t.AbsenceBilled == data.No:
		return "Les absences et les annulations ne sont pas facturées."
	case t.AbsenceBilled == data.Yes && t.AbsencePercent == 100:
		return "Une absence que personne n’a annoncée est facturée au tarif entier. Une absence annoncée ou un entretien annulé par la structure ne l’est pas."
	case t.AbsenceBilled == data.Yes && t.AbsencePercent > 0:
		return "Une absence que personne n’a annoncée est facturée à hauteur de " + Percent(t.AbsencePercent) +
			" du tarif. Une absence annoncée ou un entretien annulé par la structure ne l’est pas."
	}
	return ""
}
