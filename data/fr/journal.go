package fr

import (
	"slices"

	"mercredi/data/journal"
	"mercredi/data/registry"
)

// deeds are the acts of the journal after the name of whoever did them: « Maud Estève a ouvert le dossier ».
var deeds = map[journal.Act]string{
	journal.Unlocked: "a ouvert Mercredi", journal.UnlockFailed: "s’est trompé de mot de passe", journal.Locked: "a fermé Mercredi",
	journal.Created: "a créé", journal.Changed: "a modifié", journal.Removed: "a supprimé",
	journal.Viewed: "a ouvert le dossier", journal.Printed: "a imprimé", journal.Exported: "a exporté",
	journal.HandedOver: "a remis le dossier à la famille", journal.Erased: "a effacé le dossier",
	journal.Anonymised: "a anonymisé le dossier", journal.SlotAdded: "a donné une clé", journal.SlotRemoved: "a retiré une clé",
	journal.AccessChanged: "a changé des droits", journal.PasswordChanged: "a changé son mot de passe",
	journal.PasswordReset: "a remplacé un mot de passe", journal.PaperKeyMade: "a créé une clé de secours",
	journal.PaperKeyTried: "a essayé une clé de secours", journal.BackedUp: "a sauvegardé",
	journal.BackupFailed: "n’a pas pu sauvegarder", journal.Restored: "a restauré une sauvegarde",
	journal.Drilled: "a fait l’essai de restauration", journal.Compacted: "a compacté le fichier",
	journal.Pruned: "a élagué le journal", journal.Repaired: "a achevé un effacement",
}

// feminine are the records of feminine gender.
var feminine = []registry.Noun{
	registry.Rooms, registry.Schools, registry.Families, registry.Notes, registry.Rubrics, registry.Enrollments,
	registry.Sessions, registry.Attendances, registry.Observations, registry.Evaluations,
}

// Deed says what was done, after the name of whoever did it: "a modifié une note", "a ouvert le dossier", "a créé 12 séances".
func Deed(a journal.Act, n registry.Noun, count int) string {
	if a != journal.Created && a != journal.Changed && a != journal.Removed {
		return deeds[a]
	}
	_, known := nouns[n]
	switch {
	case n == registry.Settings:
		return deeds[a] + " les réglages"
	case n == registry.Safeties:
		return deeds[a] + " les réglages des sauvegardes"
	case count > 1:
		return deeds[a] + " " + Records(registry.Count{Noun: n, Records: count})
	case n == registry.Children:
		return deeds[a] + " la fiche de l’enfant"
	case !known || slices.Contains(feminine, n):
		return deeds[a] + " une " + Noun(n)
	}
	return deeds[a] + " un " + Noun(n)
}
