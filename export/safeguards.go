package export

import (
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// What Mercredi does to protect the file, and what it does not, in the words of the papers that describe it. A sentence
// about a setting is left out while the setting is not known.

// accessMeasures are against who should not read.
func accessMeasures(s registry.Safeguards) []string {
	password := "Un mot de passe par personne"
	if s.Members > 0 {
		password += " (" + fr.Count(s.Members, "personne", "personnes") + " à ce jour)"
	}
	lines := []string{
		"Fichier chiffré, une clé par enfant\u00a0; sans mot de passe ou clé de secours, il ne se lit pas, ni sur l’ordinateur ni dans une sauvegarde.",
		password + ", ralenti contre les essais répétés\u00a0; les essais manqués sont au journal.",
	}
	if s.IdleMinutes > 0 {
		lines = append(lines, "Verrouillage après "+fr.Count(s.IdleMinutes, "minute", "minutes")+" sans geste, à la mise en veille et à la demande.")
	}
	return append(lines,
		"Quatre accès\u00a0: coordination, référents de parcours, lecture seule, administration technique (qui ne voit aucun dossier).",
		"Notes privées lisibles par leur seul auteur. Départ d’un membre\u00a0: sa clé est retirée et celle de l’équipe renouvelée.",
		"Les sauvegardes ne contiennent pas le trousseau de clés.",
		"Mercredi n’envoie rien sur internet.")
}

// changeMeasures are against unwanted changes.
func changeMeasures(s registry.Safeguards) []string {
	lines := []string{
		"Chaque fiche est scellée à sa place\u00a0: modifiée, déplacée, remplacée ou retirée hors de Mercredi, elle est refusée à l’ouverture.",
		"Deux personnes qui modifient la même fiche gardent chacune leur version\u00a0; l’une choisit.",
	}
	journal := "Journal signé et chaîné des consultations, modifications, impressions, exports et effacements"
	if s.JournalMonths > 0 {
		journal += ", gardé " + fr.Months(s.JournalMonths)
	}
	return append(lines, journal+".", "Le numéro d’état et l’empreinte du journal, au pied des papiers, permettent de reconnaître un fichier remplacé par un plus ancien.")
}

// lossMeasures are against losing the file.
func lossMeasures(s registry.Safeguards) []string {
	lines := []string{"Enregistrement en une fois\u00a0: une coupure de courant ne laisse pas de fiche à moitié écrite."}
	if s.Places == 0 {
		return append(lines, "Aucun lieu de sauvegarde n’est choisi à ce jour\u00a0: une panne de l’ordinateur ferait tout perdre.")
	}
	backups := "Sauvegarde chaque jour et à la fermeture, relue et déchiffrée en entier"
	if s.Daily+s.Weekly+s.Monthly > 0 {
		backups += "\u00a0; sont gardées " + rotation(s)
	}
	lines = append(lines, backups+".", fr.Count(s.Places, "lieu de sauvegarde", "lieux de sauvegarde")+", "+
		fr.Count(s.Carriers, "copie du trousseau", "copies du trousseau")+" et "+fr.Count(s.PaperKeys, "clé de secours", "clés de secours")+" sur papier.")
	drill := "Essai de restauration proposé chaque mois\u00a0; "
	if s.DrillOn.Valid() {
		drill += "le dernier réussi date du " + fr.DateLong(s.DrillOn)
	} else {
		drill += "aucun n’a encore été réussi"
	}
	return append(lines, drill+".")
}

// rotation is how many backups are kept: "7 quotidiennes, 4 hebdomadaires et 6 mensuelles".
func rotation(s registry.Safeguards) string {
	return fr.List([]string{fr.Count(s.Daily, "quotidienne", "quotidiennes"), fr.Count(s.Weekly, "hebdomadaire", "hebdomadaires"),
		fr.Count(s.Monthly, "mensuelle", "mensuelles")})
}

// retention is how long the file of a child is kept, and what comes then.
func retention(s registry.Safeguards) string {
	if s.RetentionMonths <= 0 {
		return ""
	}
	return years(s.RetentionMonths) + " après le dernier contact. Une personne décide alors de garder, de rendre anonyme ou d’effacer."
}

// years says months as people do when they make whole years: "2 ans", "18 mois".
func years(months int) string {
	if months%12 == 0 {
		return fr.Count(months/12, "an", "ans")
	}
	return fr.Months(months)
}
