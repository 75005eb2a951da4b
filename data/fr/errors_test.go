package fr_test

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/folder"
	"mercredi/data/fr"
	"mercredi/data/kv"
	"mercredi/data/vault"
)

func TestErrorsAreSaidInFrench(t *testing.T) {
	path := func(err error) error {
		return fmt.Errorf("saving: %w", &fs.PathError{Op: "open", Path: "coffre/enfants.db", Err: err})
	}
	for _, tt := range []struct {
		err   error
		start string
	}{
		{nil, ""},
		{errors.New("bucket 7 exploded"), "Une erreur inattendue"},
		{fmt.Errorf("child: %w", data.ErrBadDate), "Écrivez une date"},
		{data.ErrBadID, "Cet identifiant"},
		{data.Faults{{Field: "Name", Err: data.ErrMissing}}, "Ce champ est à remplir."},
		{path(fs.ErrNotExist), "Le fichier ou le dossier n’existe pas"},
		{path(fs.ErrExist), "Un fichier porte déjà ce nom"},
		{path(fs.ErrPermission), "Il n’est pas permis d’écrire"},
		{fs.ErrPermission, "Il n’est pas permis d’écrire"},
		{path(syscall.Errno(syscall.EACCES)), "Il n’est pas permis d’écrire"},
		{kv.ErrHeld, "Le fichier est déjà ouvert sur un autre poste ou dans une autre fenêtre."},
		{kv.ErrNotOurs, "Ce fichier n’est pas un fichier Mercredi."},
		{kv.ErrDamaged, "Le fichier est abîmé"},
		{kv.ErrDisk, "Le disque n’a pas pu être lu ou écrit."},
		{kv.ErrFull, "Le disque est plein. Libérez de la place, puis réessayez."},
		{folder.ErrNetwork, "Ce dossier est sur un lecteur réseau\u00a0: Mercredi pourrait y perdre des données."},
		{folder.ErrRemovable, "Ce dossier est sur une clé ou un disque amovible"},
		{folder.ErrSynced, "Ce dossier est synchronisé avec d’autres ordinateurs"},
		{vault.ErrNewerFormat, "Ce fichier vient d’une version plus récente"},
		{vault.ErrWrongPassword, "Mot de passe incorrect. Vérifiez les majuscules, puis réessayez."},
		{vault.ErrWeakPassword, fmt.Sprintf("Ce mot de passe est trop court. Choisissez-en un d’au moins %d\u00a0caractères", vault.MinPasswordLength)},
		{vault.ErrNotAVault, "Ce fichier n’est pas un fichier Mercredi."},
		{vault.ErrTampered, "Le fichier est abîmé"},
		{vault.ErrAlreadyVault, "Ce fichier a déjà un mot de passe."},
		{calendar.ErrUnknownYear, "Les vacances de cette année scolaire"},
	} {
		if got := fr.Error(tt.err); !strings.HasPrefix(got, tt.start) || (got == "") != (tt.err == nil) {
			t.Errorf("%v is said %q, want %q…", tt.err, got, tt.start)
		}
	}
}

func TestTheUnexpectedLeaksNothing(t *testing.T) {
	secret := fmt.Errorf("opening coffre/enfants.db: %w", errors.New("unexpected child"))
	if got := fr.Error(secret); regexp.MustCompile(`coffre|child|opening|:[^\s]|/`).MatchString(got) {
		t.Errorf("the sentence leaks: %q", got)
	}
}

func TestAShortCycleSaysHowManySessionsWereLaid(t *testing.T) {
	c := calendar.New(calendar.Settings{Zone: calendar.ZoneA})
	first := data.NewDate(2028, 6, 1)
	for _, tt := range []struct {
		calendar calendar.Calendar
		rule     calendar.Rule
		want     string
	}{
		{c, calendar.Rule{Weekday: time.Wednesday, First: first, Count: 12, SkipHolidays: true},
			"4~séances ont pu être placées sur 12~: le calendrier connu s’arrête au 31~août 2028. " +
				"Saisissez les vacances suivantes dans les réglages."},
		{c, calendar.Rule{Weekday: time.Wednesday, First: first, Count: 12, Until: data.NewDate(2028, 6, 10), SkipHolidays: true},
			"1~séance a pu être placée sur 12 avant le 10~juin 2028. Choisissez une fin plus tardive ou moins de séances."},
		{calendar.New(calendar.Settings{}), calendar.Rule{First: first, Count: 3, SkipHolidays: true},
			"Aucune séance n’a pu être placée~: les vacances ne sont pas connues. " +
				"Choisissez une zone ou saisissez les vacances dans les réglages."},
	} {
		_, err := tt.calendar.Lay(tt.rule)
		expect(t, "short cycle", fr.Error(err), tt.want)
	}
}
