//go:build ci

package ui

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/sample"
	"mercredi/ui/page"
)

// paperScreens are what papers are made with: the sheet « Imprimer… » and its search, the commission, conventions,
// orientations, the report and the plan of the year.
func paperScreens(town sample.Town) []screen {
	documents, commission := page.Route{Page: page.Documents}, page.Route{Page: page.Commission}
	child := page.Route{Page: page.Child, Child: town.Referrals[0].ChildID, Tab: "orientations"}
	structure := page.Route{Page: page.Partners, Partner: town.Agreements[0].PartnerID}
	papers, report := page.Route{Page: page.Settings, Tab: "papiers"}, page.Route{Page: page.Settings, Tab: "rapport"}
	action := town.ActionPlans[0].Actions[0]
	return []screen{
		{name: "documents-imprimer", route: documents, taps: []string{"Bilan individuel"}},
		{name: "documents-pour", route: documents, taps: []string{"Bilan individuel", "Pour"}, typed: "art"},
		{name: "documents-mot-de-passe", route: documents, taps: []string{"Bilan individuel", "Protéger le fichier par un mot de passe"}},
		{name: "commission", route: commission},
		{name: "commission-reunion", route: commission, taps: []string{"Modifier la réunion"}},
		{name: "commission-situation", route: commission, taps: []string{firstCase(town)}},
		{name: "commission-imprimer", route: commission, taps: []string{"Imprimer"}},
		{name: "conventions", route: structure},
		{name: "conventions-suivante", route: structure, taps: []string{"Préparer la suivante"}},
		{name: "conventions-actions", route: structure, taps: []string{"Actions"}},
		{name: "enfant-orientations", route: child},
		{name: "enfant-orientation", route: child, taps: []string{"Ajouter une orientation"}},
		{name: "enfant-entretien", route: child, taps: []string{"Ajouter un entretien"}},
		{name: "enfant-invitation", route: page.Route{Page: page.Child, Child: child.Child, Tab: "documents"}, taps: []string{"Écrire une invitation"}},
		{name: "reglages-accord", route: papers, taps: []string{fr.Capital(fr.ConsentScope(data.ConsentFollowUp, ""))}},
		{name: "reglages-rapport-annee", route: report, taps: []string{"2026-2027"}},
		{name: "reglages-plan", route: report, taps: []string{town.ActionPlans[0].Name}},
		{name: "reglages-plan-action", route: report, taps: []string{action.Number + " " + action.Title}},
	}
}

// firstCase is the first line of the agenda of the meeting on show, « 1. Lila Kerdoun ».
func firstCase(town sample.Town) string {
	latest := town.Commissions[0]
	for _, c := range town.Commissions {
		if c.On > latest.On {
			latest = c
		}
	}
	for _, x := range town.CommissionCases {
		if x.CommissionID != latest.ID || x.Order != 1 {
			continue
		}
		for _, c := range town.Children {
			if c.ID == x.ChildID {
				return "1. " + fr.FullName(c.FirstName, c.LastName)
			}
		}
	}
	return ""
}
