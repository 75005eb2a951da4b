//go:build ci

package ui

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/sample"
	"mercredi/ui/page"
)

// screen is one picture: a name, the way there, then what is tapped by its words, typed and said.
type screen struct {
	name  string
	route page.Route
	taps  []string
	typed string
	keys  []fyne.KeyName // after Ctrl+F
	toast string
}

// screens are every page of the sample town, on the records of the mockups.
func screens(town sample.Town) []screen {
	lila := town.Children[0].ID
	group, cycle := liveGroup(town, lila)
	end := page.Route{Page: page.Bilan, Child: lila, Cycle: cycle, Moment: data.MomentEnd}
	mid := page.Route{Page: page.Bilan, Child: lila, Cycle: cycle, Moment: data.MomentMid}
	all := []screen{
		{name: "accueil", route: page.Route{Page: page.Home}},
		{name: "accueil-message", route: page.Route{Page: page.Home}, toast: "Louise N. est placée."},
		{name: "recherche", route: page.Route{Page: page.Home}, taps: []string{"Chercher un enfant, un atelier, une structure"}, typed: "sa"},
		{name: "mercredis", route: page.Route{Page: page.Planner}},
		{name: "mercredis-enfant", route: page.Route{Page: page.Planner}, keys: []fyne.KeyName{fyne.KeyDown}},
		{name: "mercredis-apercu", route: page.Route{Page: page.Planner}, taps: []string{"Proposer les groupes"}},
		{name: "mercredis-demande", route: page.Route{Page: page.Planner}, taps: []string{"Ajouter une demande"}},
		{name: "mercredis-vacances", route: page.Route{Page: page.Planner, Day: data.NewDate(2027, 2, 24)}},
		{name: "enfants", route: page.Route{Page: page.Children}},
		{name: "enfants-aucun", route: page.Route{Page: page.Children}, typed: "zzz"},
		{name: "enfants-ajouter", route: page.Route{Page: page.Children}, taps: []string{"Ajouter un enfant"}},
		{name: "bilans", route: page.Route{Page: page.Bilans}},
		{name: "bilan", route: end},
		{name: "bilan-finalise", route: mid},
		{name: "bilan-rouvrir", route: mid, taps: []string{"Rouvrir"}},
		{name: "bilan-du-groupe", route: page.Route{Page: page.Bilan, Group: group, Moment: data.MomentEnd}},
		{name: "partenaires", route: page.Route{Page: page.Partners}},
		{name: "partenaires-ajouter", route: page.Route{Page: page.Partners}, taps: []string{"Ajouter une structure"}},
		{name: "documents", route: page.Route{Page: page.Documents}},
		{name: "ateliers", route: page.Route{Page: page.Workshops}},
		{name: "ateliers-ajouter", route: page.Route{Page: page.Workshops}, taps: []string{"Ajouter un atelier"}},
	}
	all = append(all, wizard(town.Workshops[0].ID)...)
	all = append(all, child(lila)...)
	all = append(all, groupTabs(group)...)
	all = append(all, safetyScreens(lila)...)
	all = append(all, paperScreens(town)...)
	return append(all, settingsTabs()...)
}

// wizard is the opening of a cycle, step by step.
func wizard(w data.ID[data.Workshop]) []screen {
	r := page.Route{Page: page.OpenCycle, Workshop: w}
	return []screen{
		{name: "ouvrir-un-cycle", route: r},
		{name: "ouvrir-un-cycle-dates", route: r, taps: []string{"Continuer"}},
		{name: "ouvrir-un-cycle-groupes", route: r, taps: []string{"Continuer", "Continuer"}},
		{name: "ouvrir-un-cycle-enfants", route: r, taps: []string{"Continuer", "Continuer", "Continuer"}},
	}
}

func child(id data.ID[data.Child]) []screen {
	r := page.Route{Page: page.Child, Child: id}
	all := []screen{
		{name: "enfant", route: r},
		{name: "enfant-menu", route: r, taps: []string{"Modifier"}},
		{name: "enfant-note", route: r, taps: []string{"Écrire une note"}},
		{name: "enfant-inscrire", route: r, taps: []string{"Inscrire à un atelier"}},
	}
	for _, tab := range []string{"famille", "ateliers", "observations", "evaluations", "documents", "donnees"} {
		r.Tab = tab
		all = append(all, screen{name: "enfant-" + tab, route: r})
	}
	return append(all,
		screen{name: "enfant-effacer", route: r, taps: []string{"Effacer…"}},
		screen{name: "enfant-garder", route: r, taps: []string{"Garder plus longtemps"}},
		screen{name: "conservation", route: page.Route{Page: page.Retention}},
		screen{name: "conservation-regle", route: page.Route{Page: page.Retention}, taps: []string{"Changer la règle"}})
}

func groupTabs(id data.ID[data.Group]) []screen {
	r := page.Route{Page: page.Group, Group: id}
	all := []screen{
		{name: "groupe", route: r},
		{name: "groupe-documents", route: r, taps: []string{"Documents"}},
		{name: "groupe-seance", route: r, taps: []string{"Modifier la séance"}},
		{name: "groupe-notes", route: r, taps: []string{"Notes des enfants"}},
	}
	for _, tab := range []string{"seances", "evaluations", "bilans", "inscriptions"} {
		r.Tab = tab
		all = append(all, screen{name: "groupe-" + tab, route: r})
	}
	return append(all, screen{name: "groupe-inscrire", route: r, taps: []string{"Inscrire un enfant"}})
}

func settingsTabs() []screen {
	all := []screen{{name: "reglages", route: page.Route{Page: page.Settings}}}
	for _, tab := range []string{"cles", "lieux", "annee", "mercredis", "grilles", "papiers", "rapport", "affichage"} {
		all = append(all, screen{name: "reglages-" + tab, route: page.Route{Page: page.Settings, Tab: tab}})
	}
	keys := page.Route{Page: page.Settings, Tab: "cles"}
	all = append(all, screen{name: "reglages-cles-donner", route: keys, taps: []string{"Donner une clé"}},
		screen{name: "reglages-cles-mot-de-passe", route: keys, taps: []string{"Changer mon mot de passe"}})
	return append(all, screen{name: "reglages-ajouter", route: page.Route{Page: page.Settings}, taps: []string{"Ajouter un membre"}})
}

// liveGroup is the group of the current year in which a child is enrolled.
func liveGroup(town sample.Town, child data.ID[data.Child]) (g data.ID[data.Group], c data.ID[data.Cycle]) {
	for _, e := range town.Enrollments {
		if e.ChildID == child && e.State == data.Enrolled {
			g, c = e.GroupID, e.CycleID
		}
	}
	return g, c
}
