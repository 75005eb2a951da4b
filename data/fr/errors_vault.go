package fr

import (
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// keySayings are for keys, backups and the journal.
var keySayings = []saying{
	{registry.ErrNoSuchMember, "Personne de ce nom n’a de clé pour ce dossier. Vérifiez le nom, ou demandez à la coordination."},
	{registry.ErrNotAllowed, "Votre clé ne le permet pas. Demandez à la coordination."},
	{registry.ErrNoRing, "Le trousseau de clés manque à côté du fichier. Remettez-le d’une sauvegarde, sans toucher au fichier."},
	{vault.ErrLastKey, "C’est la dernière clé de coordination\u00a0: sans elle, plus personne ne donnerait de clé. " +
		"Donnez d’abord ce rôle à quelqu’un d’autre."},
	{vault.ErrPaperTypo, "Cette clé de secours comporte une faute de frappe. Comparez chaque groupe avec la feuille."},
	{vault.ErrOldRing, "Le trousseau de clés est plus ancien que le fichier. Remettez le plus récent d’une sauvegarde."},
	{vault.ErrNoKey, "Une fiche n’a pas de clé dans ce trousseau. Remettez le trousseau le plus récent d’une sauvegarde."},
	{journal.ErrBroken, "Le journal a été modifié ou il en manque une partie. Gardez ce fichier de côté, " +
		"et prévenez la personne chargée de la protection des données."},
	{registry.ErrNotABackup, "Ce fichier n’est pas une sauvegarde de Mercredi. Choisissez-en un autre."},
	{registry.ErrOtherTeam, "Cette sauvegarde ou ce trousseau vient d’une autre équipe. Choisissez ceux de la vôtre."},
	{registry.ErrSameFolder, "Une sauvegarde ne se range pas dans le dossier de l’équipe\u00a0: elle disparaîtrait avec lui. " +
		"Choisissez un autre disque."},
	{registry.ErrNoBackupYet, "Il n’y a pas encore de sauvegarde. Faites-en une d’abord."},
	{registry.ErrDrillCounts, "La sauvegarde ne contient pas ce qu’elle devrait. Faites-en une nouvelle, et gardez celle-ci de côté."},
	{registry.ErrPlaceMissing, "Cet emplacement n’est pas accessible. Branchez le disque ou la clé USB, puis réessayez."},
}
