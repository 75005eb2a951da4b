package fr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"syscall"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/folder"
	"mercredi/data/kv"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// saying is what to tell people when an error is found: what happened, what to do, no blame.
type saying struct {
	err      error
	sentence string
}

// sayings are read in order and the first one found in the error is told, so the precise come before the general.
// A package that makes a new error that people can meet adds its sentence to one of these lists.
var sayings = slices.Concat(fieldSayings, calendarSayings, recordSayings, keySayings, vaultSayings, fileSayings)

var fieldSayings = []saying{
	{data.ErrMissing, "Ce champ est à remplir."},
	{data.ErrTooLong, "Ce texte est trop long. Raccourcissez-le."},
	{data.ErrFutureBirth, "La date de naissance est dans le futur. Vérifiez l’année."},
	{data.ErrTooOld, "La date de naissance est trop ancienne pour un enfant. Vérifiez l’année."},
	{data.ErrEndBeforeStart, "La fin vient avant le début. Vérifiez les deux dates."},
	{data.ErrOutOfRange, "Cette valeur n’est pas possible ici. Vérifiez-la."},
	{data.ErrDuplicate, "Cet élément est deux fois dans la liste. Retirez-en un."},
	{data.ErrBadDate, sayDateForm},
	{data.ErrBadSum, "Écrivez une somme en euros, comme 48 ou 48,50."},
	{data.ErrBadNumber, "Écrivez un numéro comme 1, 1.2 ou 1.2.1\u00a0: objectif stratégique, objectif spécifique, action."},
	{data.ErrBadID, "Cet identifiant n’est pas lisible. Copiez-le de nouveau en entier."},
	{data.ErrBadLogo, "Ce logo ne peut pas aller sur les papiers. Choisissez-le de nouveau dans un fichier PNG, JPEG ou SVG."},
	{ErrBadTime, "Écrivez une heure comme 14\u00a0h\u00a030."},
	{ErrBadPhone, "Écrivez un numéro de téléphone à 10 chiffres."},
}

var calendarSayings = []saying{
	{calendar.ErrUnknownYear, "Les vacances de cette année scolaire ne sont pas encore connues. " +
		"Saisissez-les dans les réglages, puis réessayez."},
	{calendar.ErrTooLate, "Il n’y a pas assez de séances possibles avant la date de fin. " +
		"Choisissez une fin plus tardive ou moins de séances."},
	{calendar.ErrEmptyRule, "Indiquez un nombre de séances ou une date de fin."},
}

var vaultSayings = []saying{
	{vault.ErrWrongPassword, "Mot de passe incorrect. Vérifiez les majuscules, puis réessayez."},
	{vault.ErrWeakPassword, fmt.Sprintf("Ce mot de passe est trop court. "+
		"Choisissez-en un d’au moins %d\u00a0caractères, par exemple quatre mots à la suite.", vault.MinPasswordLength)},
	{vault.ErrNotAVault, sayNotOurs},
	{vault.ErrAlreadyVault, "Ce fichier a déjà un mot de passe. Ouvrez-le au lieu de le créer."},
	{vault.ErrTampered, sayDamaged},
	{vault.ErrNewerFormat, sayNewer},
}

var fileSayings = []saying{
	{kv.ErrHeld, "Le fichier est déjà ouvert sur un autre poste ou dans une autre fenêtre. " +
		"Fermez-le là-bas, puis réessayez."},
	{kv.ErrNotOurs, sayNotOurs},
	{kv.ErrDamaged, sayDamaged},
	{kv.ErrFull, "Le disque est plein. Libérez de la place, puis réessayez."},
	{kv.ErrDisk, "Le disque n’a pas pu être lu ou écrit. Vérifiez qu’il est bien branché, puis réessayez. " +
		"Si cela revient, prévenez votre service informatique\u00a0: le disque s’use peut-être."},
	{kv.ErrReadOnly, "Il n’est pas permis d’écrire à cet endroit. Choisissez un autre dossier, " +
		"ou demandez à votre service informatique."},
	{kv.ErrClosed, "Le fichier est fermé. Ouvrez-le de nouveau."},
	{folder.ErrNetwork, "Ce dossier est sur un lecteur réseau\u00a0: Mercredi pourrait y perdre des données. " +
		"Choisissez un dossier du disque de ce poste\u00a0; le lecteur réseau convient pour les sauvegardes."},
	{folder.ErrRemovable, "Ce dossier est sur une clé ou un disque amovible\u00a0: s’il est débranché trop tôt, Mercredi " +
		"pourrait perdre des données. Choisissez un dossier du disque de ce poste\u00a0; la clé convient pour les sauvegardes."},
	{folder.ErrSynced, "Ce dossier est synchronisé avec d’autres ordinateurs\u00a0: Mercredi pourrait y perdre des données, " +
		"et ce qui est effacé pourrait revenir. Choisissez un dossier de ce poste qui n’est pas synchronisé\u00a0; " +
		"celui-ci convient pour les sauvegardes."},
	{syscall.ENOTDIR, "Un fichier se trouve là où il faut un dossier. Choisissez un autre emplacement."},
	{fs.ErrPermission, "Vous n’avez pas le droit d’ouvrir ou d’écrire ce fichier. Choisissez un autre dossier, " +
		"ou demandez à votre service informatique."},
	{fs.ErrNotExist, "Le fichier ou le dossier n’existe pas, ou n’existe plus. Vérifiez son emplacement."},
	{fs.ErrExist, "Un fichier porte déjà ce nom. Choisissez un autre nom."},
	{io.ErrUnexpectedEOF, "Le fichier est incomplet. Copiez-le de nouveau en entier, puis réessayez."},
	{context.Canceled, "L’opération a été annulée. Rien n’a changé."},
	{context.DeadlineExceeded, "L’opération a pris trop de temps. Réessayez."},
}

// Sentences that several errors share.
const (
	sayNotOurs = "Ce fichier n’est pas un fichier Mercredi. Choisissez-en un autre."
	sayDamaged = "Le fichier est abîmé ou incomplet. Ouvrez la dernière sauvegarde, et gardez ce fichier de côté."
	sayNewer   = "Ce fichier vient d’une version plus récente de Mercredi. Mettez Mercredi à jour, puis réessayez."
)

// sayUnexpected is for an error that nobody foresaw. It shows nothing of it: no English, no path, no name.
const sayUnexpected = "Une erreur inattendue s’est produite. Réessayez\u00a0; si elle revient, notez ce que vous faisiez " +
	"et prévenez la personne qui s’occupe de Mercredi."

// Told is an error whose sentence is known where it happens: the window wraps what only the window can meet.
type Told struct {
	Sentence string // what happened, what to do
	Err      error
}

func (t *Told) Error() string { return t.Err.Error() }

// Unwrap gives what went wrong.
func (t *Told) Unwrap() error { return t.Err }

// Error says an error to people. No error is "".
func Error(err error) string {
	if err == nil {
		return ""
	}
	if input, ok := errors.AsType[*InputError](err); ok {
		return input.Sentence
	}
	if told, ok := errors.AsType[*Told](err); ok {
		return told.Sentence
	}
	if short, ok := errors.AsType[*calendar.ShortError](err); ok {
		return shortSentence(short)
	}
	if slow, ok := errors.AsType[*registry.SlowDown](err); ok {
		return slowSentence(slow)
	}
	if typo, ok := errors.AsType[*vault.PaperTypo](err); ok {
		return typoSentence(typo)
	}
	if file, ok := errors.AsType[*planning.FormatError](err); ok {
		return sayPlanFile(file)
	}
	if setup, ok := errors.AsType[*planning.SetupError](err); ok {
		return PlanFault(planning.Names{}, setup.Faults[0]) // who has names says all of them
	}
	if locks, ok := errors.AsType[*planning.LockError](err); ok {
		return sayLocks(locks)
	}
	if sentence, ok := sayRecord(err); ok {
		return sentence
	}
	// The store knows the error numbers of each system: a full disk is told as such, wherever it is met.
	classified := kv.Classify(err)
	if errors.Is(classified, kv.ErrStopped) {
		return sayStopped(classified)
	}
	for _, s := range sayings {
		if errors.Is(classified, s.err) {
			return s.sentence
		}
	}
	return sayUnexpected
}

// sayStopped is for a file that takes no more writing since a write failed. Trying again does nothing then: whatever
// the cause, the way out is to close and to open again, and what is on screen must be saved by hand first.
func sayStopped(err error) string {
	const again = "Copiez ce que vous venez de taper, fermez Mercredi, puis ouvrez-le de nouveau."
	switch {
	case errors.Is(err, kv.ErrFull):
		return "Le disque est plein, et rien ne s’enregistre plus. Libérez de la place. " + again
	case errors.Is(err, kv.ErrReadOnly):
		return "Le dossier refuse l’écriture, et rien ne s’enregistre plus. Prévenez votre service informatique. " + again
	case errors.Is(err, kv.ErrDamaged):
		return sayDamaged
	}
	return "Le fichier ne peut plus être écrit, et rien ne s’enregistre plus. " + again
}

// shortSentence says how many sessions could be laid, and what to do for the others.
func shortSentence(e *calendar.ShortError) string {
	laid := "Aucune séance n’a pu être placée"
	if e.Laid > 0 {
		laid = Count(e.Laid, "séance a pu être placée", "séances ont pu être placées")
	}
	if e.Wanted > 0 && e.Laid > 0 {
		laid += " sur " + Number(e.Wanted)
	}
	switch {
	case errors.Is(e.Err, calendar.ErrTooLate):
		return fmt.Sprintf("%s avant le %s. Choisissez une fin plus tardive ou moins de séances.", laid, DateLong(e.Last))
	case e.Last.IsZero():
		return laid + "\u00a0: les vacances ne sont pas connues. Choisissez une zone ou saisissez les vacances dans les réglages."
	}
	return fmt.Sprintf("%s\u00a0: le calendrier connu s’arrête au %s. Saisissez les vacances suivantes dans les réglages.",
		laid, DateLong(e.Last))
}
