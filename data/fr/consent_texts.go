package fr

import (
	"cmp"

	"mercredi/data"
)

// consentTexts are the words of the agreements until the team writes its own: short sentences, one idea each.
var consentTexts = []data.ConsentText{
	{
		Scope: data.ConsentFollowUp,
		What: "Votre enfant est suivi par notre équipe. Une personne de l’équipe est votre interlocutrice. Votre enfant peut venir à des ateliers. " +
			"Nous notons dans un dossier ce que nous faisons ensemble.",
		Why: "Pour aider votre enfant à se sentir bien et à apprendre.",
		Who: "Les personnes de notre équipe, et elles seules. Elles gardent le secret.",
	},
	{
		Scope: data.ConsentShareSchool,
		What:  "Notre équipe et l’école de votre enfant se parlent. Nous échangeons seulement ce qui est utile.",
		Why:   "Pour aider votre enfant de la même façon à l’école et chez nous.",
		Who:   "L’enseignante ou l’enseignant, et la direction de l’école.",
	},
	{
		Scope: data.ConsentSharePartner,
		What:  "Notre équipe parle de votre enfant avec la structure écrite ici. Nous échangeons seulement ce qui est utile.",
		Why:   "Pour que votre enfant reçoive l’aide qui lui convient, sans que vous ayez tout à répéter.",
		Who:   "Les personnes de cette structure qui s’occupent de votre enfant.",
	},
	{
		Scope: data.ConsentPictures,
		What:  "Nous prenons des photos pendant les ateliers. Nous montrons aussi les dessins et les créations de votre enfant.",
		Why:   "Pour garder un souvenir, et pour montrer ce que font les enfants. Jamais pour vendre.",
		Who:   "Vous choisissez ci-dessous où l’image peut être vue.",
	},
	{
		Scope: data.ConsentOuting,
		What:  "Votre enfant sort avec nous pendant un atelier, à pied ou en transport, avec un adulte de l’équipe.",
		Why:   "Pour découvrir un lieu, ou pour aller de l’école à l’atelier.",
		Who:   "Un adulte de l’équipe reste avec les enfants du départ au retour.",
	},
}

// ConsentText is what a family reads about a scope: the words of the team where it wrote some, else those of the program.
func ConsentText(scope data.ConsentScope, own []data.ConsentText) data.ConsentText {
	text := data.ConsentText{Scope: scope}
	for _, all := range [][]data.ConsentText{own, consentTexts} {
		for _, t := range all {
			if t.Scope == scope {
				text.What, text.Why, text.Who = cmp.Or(text.What, t.What), cmp.Or(text.Why, t.Why), cmp.Or(text.Who, t.Who)
			}
		}
	}
	return text
}
