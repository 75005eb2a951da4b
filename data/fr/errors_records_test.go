package fr_test

import (
	"fmt"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/kv"
	"mercredi/data/registry"
)

func TestRefusalsOfTheRegistryAreSaidInFrench(t *testing.T) {
	said := map[string]error{}
	for _, err := range []error{
		registry.ErrOnAgenda, registry.ErrInUse, registry.ErrGone, registry.ErrNewerFormat, registry.ErrAlreadyEnrolled, registry.ErrNotEnrolled,
		registry.ErrNotWaiting, registry.ErrOtherCycle, registry.ErrCycleClosed, registry.ErrArchived, registry.ErrMarked,
		registry.ErrNotExpected, registry.ErrNotYet, registry.ErrSessionCancelled, registry.ErrUnknownCriterion,
		registry.ErrFinal, registry.ErrNoSessionYet, registry.ErrKeepDay, registry.ErrRunning, registry.ErrPlanOld, registry.ErrChangedSince,
		registry.ErrNoSpareDay, &registry.Conflict{Noun: "child", Stored: 3, Started: 2},
	} {
		sentence := fr.Error(fmt.Errorf("saving: %w", err))
		if sentence == fr.Error(fmt.Errorf("anything")) {
			t.Errorf("%v has no sentence of its own", err)
		}
		if other, twice := said[sentence]; twice {
			t.Errorf("%v and %v are both said %q", err, other, sentence)
		}
		said[sentence] = err
	}
}

func TestAWarningAsksForItsReason(t *testing.T) {
	err := &registry.NeedsReason{Warnings: []data.WarningCode{data.WarnNoDecision}}
	expect(t, "needs a reason", fr.Error(err), fr.Warning(data.WarnNoDecision)+" Si vous continuez, écrivez pourquoi.")
}

func TestWhoHoldsTheFileIsSaid(t *testing.T) {
	held := &registry.HeldError{Holder: "poste-12 (processus 4242), depuis le 14 janvier à 9~h~12", Err: kv.ErrHeld}
	expect(t, "held", fr.Error(fmt.Errorf("opening: %w", held)), "Le fichier est déjà ouvert~: poste-12 (processus 4242), "+
		"depuis le 14 janvier à 9~h~12. Fermez-le là-bas, puis réessayez.")
	held.Holder = ""
	expect(t, "held by nobody known", fr.Error(held), fr.Error(kv.ErrHeld))
}

func TestEveryGapHasItsOwnName(t *testing.T) {
	said := map[string]registry.GapKind{}
	for kind := registry.GapCriterion; kind <= registry.GapDynamics; kind++ {
		name := fr.Gap(registry.BilanGap{Kind: kind})
		if other, twice := said[name]; twice || name == fr.Gap(registry.BilanGap{}) {
			t.Errorf("gaps %d and %d are both named %q", kind, other, name)
		}
		said[name] = kind
	}
}

func TestABilanSaysWhatItLacks(t *testing.T) {
	err := fmt.Errorf("approving: %w", &registry.NotReady{Gaps: []registry.BilanGap{
		{Kind: registry.GapCriterion, Key: 1, Label: "Attention"}, {Kind: registry.GapStrengths}, {Kind: registry.GapSynthesis},
	}})
	expect(t, "not ready", fr.Error(err), "Ce bilan ne peut pas encore être définitif. "+
		"Il manque~: l’évaluation de «~Attention~», les points forts et la synthèse.")
}
