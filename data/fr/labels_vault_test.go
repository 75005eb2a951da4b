package fr_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

func TestEveryActAndAccessHasItsOwnName(t *testing.T) {
	said := map[string]string{}
	name := func(what, label string) {
		if other, twice := said[label]; twice || label == "" {
			t.Errorf("%s and %s are both named %q", what, other, label)
		}
		said[label] = what
	}
	for a := journal.Unlocked; a <= journal.Repaired; a++ {
		name(fmt.Sprint("act ", a), fr.Act(a))
	}
	for _, a := range fr.Accesses() {
		name(fmt.Sprint("access ", a), fr.Access(a))
		name(fmt.Sprint("allowed to ", a), fr.AccessAllows(a))
	}
	if len(fr.Accesses()) != int(vault.Technical) {
		t.Errorf("%d accesses to choose from, want %d", len(fr.Accesses()), vault.Technical)
	}
}

func TestEveryRecordOfTheFileIsCountedInItsOwnWords(t *testing.T) {
	r, err := registry.Open(mem.New(), registry.World{})
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]registry.Noun{}
	for _, c := range r.Counts() {
		if other, twice := said[fr.Noun(c.Noun)]; twice || fr.Noun(c.Noun) == fr.Noun("unknown") {
			t.Errorf("%s and %s are both named %q", c.Noun, other, fr.Noun(c.Noun))
		}
		said[fr.Noun(c.Noun)] = c.Noun
	}
	expect(t, "sessions", fr.Records(registry.Count{Noun: registry.Sessions, Records: 12}), "12~séances")
	expect(t, "unknown", fr.Records(registry.Count{Noun: "unknown", Records: 1}), "1~fiche")
}

func TestWhenIsADayAndAnHour(t *testing.T) {
	expect(t, "moment", fr.When(time.Date(2027, 1, 20, 9, 5, 0, 0, time.UTC)), "20~janvier 2027 à 9~h~05")
	expect(t, "never", fr.When(time.Time{}), "")
}

func TestErrorsOfKeysAndBackupsAreSaidInFrench(t *testing.T) {
	said := map[string]error{fr.Error(errors.New("anything")): nil}
	for _, err := range []error{
		registry.ErrNoSuchMember, registry.ErrNotAllowed, registry.ErrNoRing, vault.ErrLastKey, vault.ErrPaperTypo, vault.ErrOldRing,
		vault.ErrNoKey, journal.ErrBroken, registry.ErrNotABackup, registry.ErrOtherTeam, registry.ErrSameFolder,
		registry.ErrNoBackupYet, registry.ErrDrillCounts, registry.ErrPlaceMissing,
	} {
		sentence := fr.Error(fmt.Errorf("saving: %w", err))
		if other, twice := said[sentence]; twice {
			t.Errorf("%v and %v are both said %q", err, other, sentence)
		}
		said[sentence] = err
	}
}
