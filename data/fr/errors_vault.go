package fr

import (
	"fmt"
	"time"

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
	{vault.ErrOtherVault, "Ce trousseau de clés est celui d’un autre dossier. Remettez celui de ce dossier."},
	{vault.ErrFormerFormat, "Ce dossier vient de la première version de Mercredi. Ouvrez-le dans la fenêtre pour le mettre à jour."},
	{registry.ErrRingDamaged, "Le trousseau de clés est abîmé. Remettez le plus récent, depuis la clé USB ou le disque qui en garde une copie."},
	{registry.ErrHasSlot, "Cette personne a déjà une clé. Changez plutôt son mot de passe ou son accès."},
	{registry.ErrNoFolder, "Ce fichier n’est pas dans un dossier. Ouvrez celui de l’équipe, puis réessayez."},
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

// slowSentence says how long to wait after several wrong passwords.
func slowSentence(e *registry.SlowDown) string {
	seconds := int((e.Wait + time.Second - 1) / time.Second)
	return "Plusieurs mots de passe étaient faux. Réessayez dans " + Count(seconds, "seconde", "secondes") + "."
}

// typoSentence says which group of a paper key to look at.
func typoSentence(e *vault.PaperTypo) string {
	if e.Group == 0 {
		return "Il manque des signes à cette clé de secours, ou il y en a trop. Recopiez les huit groupes de la feuille."
	}
	return fmt.Sprintf("Le groupe %d de cette clé de secours comporte une faute. Comparez-le avec la feuille.", e.Group)
}
