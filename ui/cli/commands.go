package cli

import (
	"fmt"
	"slices"
)

// command is one or two words at the beginning of a command line. The first of a name is run; another one of the same
// name shows in the help another way to write it.
type command struct {
	group, name, usage, summary string
	values                      []string // the options that take a value
	switches                    []string // the options that do not
	arguments                   int      // how many words besides the options
	run                         func(World, line) error
}

// The groups of the help, in its order.
const (
	groupDemo    = "Essayer"
	groupPlan    = "Planifier les mercredis"
	groupPapers  = "Imprimer"
	groupSafety  = "Vérifier et sauvegarder"
	groupKeys    = "Les clés de l’équipe"
	groupPrivacy = "Données personnelles"
	groupOther   = "Mercredi"
	groupHidden  = "" // for the program itself
)

var groups = []string{groupDemo, groupPlan, groupPapers, groupSafety, groupKeys, groupPrivacy, groupOther}

// opening are the options of whatever opens a folder.
var opening = []string{"dossier", "membre", "phrase-fichier", "cle-papier-fichier"}

// opens are the options of a command that opens a folder, and its own.
func opens(own ...string) []string { return slices.Concat(opening, own) }

func commands() []command {
	return slices.Concat(planCommands, paperCommands, safetyCommands, keyCommands, privacyCommands, []command{
		{group: groupOther, name: "version", summary: "dire la version", run: version},
		{group: groupOther, name: "aide", summary: "afficher cette aide", run: help},
		{group: groupHidden, name: "controle", run: checkInChild},
	})
}

var planCommands = []command{
	{group: groupPlan, name: "proposer", usage: "--probleme P.json --sortie PLAN.json [--graine N] [--iterations N] [--exact]",
		summary: "proposer les groupes, les heures, les salles et les intervenants\u00a0; mêmes nombres, même plan",
		values:  []string{"probleme", "sortie", "graine", "iterations"}, switches: []string{"exact"}, run: propose},
	{group: groupPlan, name: "controler", usage: "--probleme P.json --plan PLAN.json",
		summary: "dire tout ce qui, dans un plan, ne peut pas tenir", values: []string{"probleme", "plan"}, run: control},
}

var paperCommands = []command{
	{group: groupDemo, name: "demo", usage: "DOSSIER [--enfants N] [--annees N] [--graine N]",
		summary: "créer un dossier de démonstration (une ville inventée)",
		values:  []string{"enfants", "annees", "graine"}, arguments: 1, run: demo},
	{group: groupPapers, name: "bilans", usage: "--dossier D --sortie DIR [--cycle ID | --tous]",
		summary: "imprimer les bilans et les feuilles d’émargement en PDF, des années scolaires finies, d’un cycle ou de tous",
		values:  opens("sortie", "cycle"), switches: []string{"tous"}, run: bilans},
	{group: groupPapers, name: "documents", usage: "--dossier D --sortie DIR [--variante normale|grand|gris|toutes]",
		summary: "un exemplaire de chaque document, avec ce que le dossier contient",
		values:  opens("sortie", "variante"), run: documents},
	{group: groupPapers, name: "mercredis", usage: "--dossier D --sortie DIR [--date AAAA-MM-JJ] [--annee AAAA]",
		summary: "affiche d’un mercredi, planning de l’année, calendriers des familles, listes des intervenants, agendas (.ics)",
		values:  opens("sortie", "date", "annee"), run: wednesdays},
}

var safetyCommands = []command{
	{group: groupSafety, name: "verifier", usage: "--dossier D",
		summary: "tout lire, et dire si la structure, les scellés, le journal et les liens entre fiches tiennent ensemble",
		values:  opens("sauvegarde", "trousseau"), run: verify},
	{group: groupSafety, name: "verifier", usage: "--sauvegarde F [--trousseau R | --dossier D]",
		summary: "tout lire dans une sauvegarde, avec un trousseau de clés ou celui d’un dossier", run: verify},
	{group: groupSafety, name: "sauvegarder", usage: "--dossier D [--vers DIR]",
		summary: "sauvegarder dans tous les emplacements choisis par l’équipe, ou dans un dossier\u00a0; chaque copie est relue",
		values:  opens("vers"), run: backUp},
	{group: groupSafety, name: "restaurer", usage: "--sauvegarde F --dossier D [--trousseau R] [--apercu]",
		summary: "mettre une sauvegarde à la place du fichier, ou montrer seulement ce qu’elle contient",
		values:  opens("sauvegarde", "trousseau"), switches: []string{"apercu"}, run: restore},
	{group: groupSafety, name: "compacter", usage: "--dossier D", summary: "réécrire le fichier sans la place perdue",
		values: opens(), run: compact},
}

var keyCommands = []command{
	{group: groupKeys, name: "membres", usage: "--dossier D", summary: "qui a une clé, et pour quoi faire",
		values: opens(), run: listMembers},
	{group: groupKeys, name: "membres ajouter", usage: "--dossier D --nom \"Prénom Nom\" --role ROLE",
		summary: "donner une clé\u00a0; ROLE est coordination, referent, lecture ou technique",
		values:  opens("nom", "role", "nouvelle-phrase-fichier"), run: addMember},
	{group: groupKeys, name: "membres retirer", usage: "--dossier D --nom \"Prénom Nom\"", summary: "retirer une clé",
		values: opens("nom"), run: removeMember},
	{group: groupKeys, name: "membres phrase", usage: "--dossier D [--nom \"Prénom Nom\"]",
		summary: "changer son mot de passe, ou remplacer celui d’un autre membre",
		values:  opens("nom", "nouvelle-phrase-fichier"), run: changePassword},
	{group: groupKeys, name: "cle-papier", usage: "--dossier D [--sortie F.pdf]",
		summary: "créer une clé de secours, et sa feuille à imprimer", values: opens("sortie"), run: makePaperKey},
	{group: groupKeys, name: "cle-papier liste", usage: "--dossier D", summary: "quelles clés de secours existent",
		values: opens(), run: listPaperKeys},
	{group: groupKeys, name: "cle-papier essayer", usage: "--dossier D [--code-fichier F]",
		summary: "vérifier qu’une clé de secours recopiée ouvre le dossier", values: opens("code-fichier"), run: tryPaperKey},
	{group: groupKeys, name: "cle-papier retirer", usage: "--dossier D --nom \"Clé de secours 1\"",
		summary: "retirer une clé de secours", values: opens("nom"), run: removePaperKey},
}

var privacyCommands = []command{
	{group: groupPrivacy, name: "journal",
		usage:   "--dossier D [--enfant REF] [--par NOM] [--du DATE] [--au DATE] [--sortie F.xlsx | F.csv | F.pdf]",
		summary: "lire le journal, ou en faire un tableau ou un document",
		values:  opens("enfant", "par", "du", "au", "sortie"), switches: []string{"verifier", "elaguer"}, run: readJournal},
	{group: groupPrivacy, name: "journal", usage: "--dossier D --verifier | --elaguer",
		summary: "vérifier toute la chaîne, ou retirer ce qui dépasse la durée choisie par l’équipe", run: readJournal},
	{group: groupPrivacy, name: "droit-acces", usage: "--dossier D --enfant REF --sortie DIR [--demandeur \"Prénom Nom\"]",
		summary: "tout ce qui est gardé sur un enfant, en PDF et en JSON, pour l’adulte de la famille qui le demande",
		values:  opens("enfant", "sortie", "demandeur"), run: handOver},
	{group: groupPrivacy, name: "effacer", usage: "--dossier D --enfant REF --motif M --oui [--attestation F.pdf]",
		summary: "effacer un enfant pour toujours\u00a0; sans --oui, montrer seulement ce qui disparaîtrait",
		values:  opens("enfant", "motif", "attestation"), switches: []string{"oui"}, run: erase},
}

func version(w World, _ line) error {
	fmt.Fprintf(w.Stdout, "Mercredi %s\n", w.Version)
	return nil
}
