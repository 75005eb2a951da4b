package documents

import (
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/export/catalogue"
	"mercredi/ui/page/printing"
)

// row is a document as the page lists it.
type row struct {
	key, shelf, title, purpose string
	icon                       string
	count                      string // of what it can be made
	reason                     string // why it cannot be made yet, "" when it can
}

// rows are the documents that a search finds, shelf after shelf.
func rows(all []printing.Fitting, query string) []row {
	var out []row
	for _, f := range all {
		if !fold.Has(fold.Text(f.Title+" "+f.Purpose+" "+f.Shelf), query) {
			continue
		}
		r := row{key: f.Key, shelf: f.Shelf, title: f.Title, purpose: f.Purpose, icon: icon(f.About)}
		switch n := len(f.Choices); {
		case n == 0:
			r.count, r.reason = "rien à imprimer", lacks(f.About)
		case n > 1:
			r.count = fr.Count(n, "possible", "possibles")
		}
		out = append(out, r)
	}
	return out
}

func icon(a catalogue.About) string {
	switch a {
	case catalogue.AboutChild:
		return "user-round"
	case catalogue.AboutBilan:
		return "file-pen-line"
	case catalogue.AboutGroup, catalogue.AboutCycle, catalogue.AboutSession:
		return "users-round"
	case catalogue.AboutWorkshop:
		return "shapes"
	case catalogue.AboutPartner, catalogue.AboutAgreement, catalogue.AboutAmendment, catalogue.AboutAgreementMonth:
		return "handshake"
	case catalogue.AboutCommission, catalogue.AboutCase:
		return "scale"
	case catalogue.AboutReferral:
		return "signpost"
	case catalogue.AboutPlan:
		return "target"
	case catalogue.AboutDay, catalogue.AboutYear:
		return "calendar-days"
	}
	return "file-text"
}

// lacks says what has to be there first.
func lacks(a catalogue.About) string {
	switch a {
	case catalogue.AboutChild:
		return "Ajoutez d’abord un enfant."
	case catalogue.AboutBilan:
		return "Commencez d’abord un bilan."
	case catalogue.AboutGroup, catalogue.AboutCycle, catalogue.AboutSession, catalogue.AboutDay:
		return "Ouvrez d’abord un cycle."
	case catalogue.AboutWorkshop:
		return "Décrivez d’abord un atelier."
	case catalogue.AboutPerson:
		return "Donnez d’abord une séance à un intervenant."
	case catalogue.AboutAgreement, catalogue.AboutAmendment, catalogue.AboutAgreementMonth:
		return "Notez d’abord une convention avec une structure."
	case catalogue.AboutReferral:
		return "Notez d’abord une orientation vers une structure."
	case catalogue.AboutCommission, catalogue.AboutCase:
		return "Préparez d’abord une commission."
	case catalogue.AboutPartner:
		return "Ajoutez d’abord une structure."
	}
	return "Rien n’est encore saisi pour ce document."
}

// summary says how many documents there are, and how many can be printed today.
func summary(all []printing.Fitting) string {
	ready := 0
	for _, f := range all {
		if len(f.Choices) > 0 {
			ready++
		}
	}
	words := fr.Count(len(all), "modèle", "modèles")
	if ready == len(all) {
		return words + ", tous prêts à imprimer"
	}
	return words + ", dont " + fr.Count(ready, "prêt", "prêts") + " à imprimer"
}
