package fr

import (
	"errors"
	"strings"

	"mercredi/data"
	"mercredi/data/registry"
)

// recordSayings are for the rules that span records: what the registry refuses.
var recordSayings = []saying{
	{registry.ErrInUse, "D’autres fiches s’en servent encore, et celle-ci ne peut pas être supprimée. Archivez-la plutôt."},
	{registry.ErrGone, "Cette fiche a été supprimée entre-temps. Revenez à la liste."},
	{registry.ErrNewerFormat, sayNewer},
	{registry.ErrAlreadyEnrolled, "L’enfant a déjà une place dans ce cycle à ces dates. Retirez-le d’abord de l’autre groupe."},
	{registry.ErrOnAgenda, "La situation de cet enfant est déjà à l’ordre du jour de cette réunion."},
	{registry.ErrNotEnrolled, "L’enfant n’est pas inscrit dans ce groupe. Inscrivez-le d’abord."},
	{registry.ErrNotWaiting, "L’enfant n’est plus sur la liste d’attente. Revenez à la liste."},
	{registry.ErrOtherCycle, "Ce groupe appartient à un autre cycle. Choisissez un groupe de ce cycle."},
	{registry.ErrCycleClosed, "Ce cycle est terminé. Rouvrez-le pour le modifier."},
	{registry.ErrArchived, "Cette fiche est archivée. Sortez-la des archives pour la modifier."},
	{registry.ErrMarked, "Des présences sont déjà notées à ces dates. Effacez-les d’abord."},
	{registry.ErrNotExpected, "L’enfant n’est pas attendu ce jour-là. Vérifiez les dates de son inscription."},
	{registry.ErrNotYet, "La séance n’a pas encore eu lieu. Les présences se notent à partir du jour même."},
	{registry.ErrSessionCancelled, "Cette séance est annulée. Rétablissez-la pour y noter des présences."},
	{registry.ErrUnknownCriterion, "Ce critère ou ce niveau n’est plus dans la grille. Rouvrez l’évaluation."},
	{registry.ErrFinal, "Ce bilan est définitif. Repassez-le en brouillon pour le modifier."},
	{registry.ErrNoSessionYet, "Aucune séance n’est prévue. Choisissez des dates."},
	{registry.ErrKeepDay, "Choisissez un jour à venir, d’ici à " + Count(data.MaxKeepYears, "an", "ans") + " au plus. " +
		"Le dossier reviendra alors dans la liste."},
	{registry.ErrPlanOld, "Le planning a changé depuis cette proposition. Proposez de nouveau les groupes."},
	{registry.ErrChangedSince, "Le planning a changé depuis, et ce geste ne peut plus être annulé. Corrigez-le à la main."},
	{registry.ErrNoSpareDay, "Aucun mercredi de réserve n’est libre pour cette séance. Ajoutez-en dans les réglages, ou déplacez-la."},
	{registry.ErrNotDirect, "Le PRE n’oriente jamais directement vers cette structure. Choisissez celle qui en décide, ou un service intermédiaire."},
	{registry.ErrRunning, "L’enfant a une place dans un atelier en cours. Terminez d’abord son parcours."},
}

// sayRecord says the errors of the registry that carry details.
func sayRecord(err error) (string, bool) {
	if _, ok := errors.AsType[*registry.Conflict](err); ok {
		return "Cette fiche a été enregistrée ailleurs pendant que vous la modifiiez. " +
			"Relisez l’autre version, puis reprenez vos changements.", true
	}
	if held, ok := errors.AsType[*registry.HeldError](err); ok && held.Holder != "" {
		return "Le fichier est déjà ouvert" + nbsp + ": " + held.Holder + ". Fermez-le là-bas, puis réessayez.", true
	}
	if asked, ok := errors.AsType[*registry.NeedsReason](err); ok {
		var warnings []string
		for _, w := range asked.Warnings {
			warnings = append(warnings, Warning(w))
		}
		return strings.Join(append(warnings, "Si vous continuez, écrivez pourquoi."), " "), true
	}
	if draft, ok := errors.AsType[*registry.NotReady](err); ok {
		var gaps []string
		for _, gap := range draft.Gaps {
			gaps = append(gaps, Gap(gap))
		}
		return "Ce bilan ne peut pas encore être définitif. Il manque\u00a0: " + List(gaps) + ".", true
	}
	return "", false
}

// Gap names what a bilan lacks before it can be final: "la synthèse".
func Gap(g registry.BilanGap) string {
	switch g.Kind {
	case registry.GapCriterion:
		return "l’évaluation de " + Quote(g.Label)
	case registry.GapStrengths:
		return "les points forts"
	case registry.GapSynthesis:
		return "la synthèse"
	case registry.GapNext:
		return "la suite proposée"
	case registry.GapCourse:
		return "le déroulement du cycle"
	case registry.GapDynamics:
		return "la dynamique du groupe"
	}
	return "un élément"
}
