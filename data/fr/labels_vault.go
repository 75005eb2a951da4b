package fr

import (
	"time"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// Access is what a keyholder may do, in a word or two: "Lecture seule".
func Access(a vault.Access) string {
	switch a {
	case vault.Coordination:
		return "Coordination"
	case vault.KeyWorking:
		return "Référent·e"
	case vault.ReadOnly:
		return "Lecture seule"
	case vault.Technical:
		return "Administration technique"
	}
	return ""
}

// AccessAllows says in a sentence what the program lets a keyholder do.
func AccessAllows(a vault.Access) string {
	switch a {
	case vault.Coordination:
		return "Tout faire, y compris donner et retirer des clés, restaurer et effacer."
	case vault.KeyWorking:
		return "Tenir les fiches, les ateliers et les bilans. Ni clés, ni effacement."
	case vault.ReadOnly:
		return "Regarder et imprimer, sans rien changer."
	case vault.Technical:
		return "Sauvegarder et tenir les clés, sans voir d’enfant."
	}
	return ""
}

// Accesses lists the accesses, for a list to choose from.
func Accesses() []vault.Access {
	return []vault.Access{vault.Coordination, vault.KeyWorking, vault.ReadOnly, vault.Technical}
}

// acts names what the journal tells, in its own words.
var acts = map[journal.Act]string{
	journal.Unlocked: "Ouverture du fichier", journal.UnlockFailed: "Mot de passe refusé", journal.Locked: "Fermeture du fichier",
	journal.Created: "Création", journal.Changed: "Modification", journal.Removed: "Suppression",
	journal.Viewed: "Consultation", journal.Printed: "Impression", journal.Exported: "Export",
	journal.HandedOver: "Dossier remis à la famille", journal.Erased: "Effacement", journal.Anonymised: "Anonymisation",
	journal.SlotAdded: "Clé donnée", journal.SlotRemoved: "Clé retirée", journal.AccessChanged: "Droits changés",
	journal.PasswordChanged: "Mot de passe changé", journal.PasswordReset: "Mot de passe remplacé",
	journal.PaperKeyMade: "Clé de secours créée", journal.PaperKeyTried: "Clé de secours essayée",
	journal.BackedUp: "Sauvegarde", journal.BackupFailed: "Sauvegarde manquée", journal.Restored: "Restauration",
	journal.Drilled: "Essai de restauration", journal.Compacted: "Compactage", journal.Pruned: "Journal élagué",
	journal.Repaired: "Effacement achevé",
}

// Act names what was done, as the journal tells it: "Consultation".
func Act(a journal.Act) string { return acts[a] }

// nouns are the records of the file, one and several.
var nouns = map[registry.Noun][2]string{
	registry.Settings:     {"réglage", "réglages"},
	registry.Members:      {"membre de l’équipe", "membres de l’équipe"},
	registry.Facilitators: {"intervenant", "intervenants"},
	registry.Rooms:        {"salle", "salles"},
	registry.Schools:      {"école", "écoles"},
	registry.Families:     {"famille", "familles"},
	registry.Children:     {"enfant", "enfants"},
	registry.Notes:        {"note", "notes"},
	registry.Partners:     {"partenaire", "partenaires"},
	registry.Rubrics:      {"grille", "grilles"},
	registry.Workshops:    {"atelier", "ateliers"},
	registry.Cycles:       {"cycle", "cycles"},
	registry.Groups:       {"groupe", "groupes"},
	registry.Enrollments:  {"inscription", "inscriptions"},
	registry.Sessions:     {"séance", "séances"},
	registry.Attendances:  {"feuille de présences", "feuilles de présences"},
	registry.Observations: {"observation", "observations"},
	registry.Evaluations:  {"évaluation", "évaluations"},
	registry.Bilans:       {"bilan", "bilans"},
	registry.GroupBilans:  {"bilan de groupe", "bilans de groupe"},
	registry.Figures:      {"trace statistique", "traces statistiques"},
	registry.YearReports:  {"rapport d’activité", "rapports d’activité"},
	registry.ActionPlans:  {"plan d’action", "plans d’action"},
	registry.Safeties:     {"réglage des sauvegardes", "réglages des sauvegardes"},

	registry.Commissions:     {"réunion de l’EPS", "réunions de l’EPS"},
	registry.CommissionCases: {"situation examinée", "situations examinées"},
	registry.Referrals:       {"orientation", "orientations"},
	registry.Agreements:      {"convention", "conventions"},
	registry.Interviews:      {"entretien", "entretiens"},
}

// Noun names a kind of record: "feuille de présences". One that came later is a « fiche ».
func Noun(n registry.Noun) string {
	if words, ok := nouns[n]; ok {
		return words[0]
	}
	return "fiche"
}

// Nouns names several records of a kind: "feuilles de présences".
func Nouns(n registry.Noun) string {
	if words, ok := nouns[n]; ok {
		return words[1]
	}
	return "fiches"
}

// Records counts the records of a kind: "12 séances".
func Records(c registry.Count) string {
	words, ok := nouns[c.Noun]
	if !ok {
		words = [2]string{"fiche", "fiches"}
	}
	return Count(c.Records, words[0], words[1])
}

// When is a day and an hour: "20 janvier 2027 à 9 h 12"; "" when it never was.
func When(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return DateLong(data.DateOf(t)) + " à " + Time(data.At(t.Hour(), t.Minute()))
}
