package fr_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
)

func TestEveryEnumValueHasALabel(t *testing.T) {
	for g := data.TPS; g <= data.Terminale; g++ {
		notEmpty(t, "grade", int(g), fr.Grade(g))
	}
	for m := data.NotEntered; m <= data.Cancelled; m++ {
		notEmpty(t, "mark", int(m), fr.Mark(m))
	}
	for w := data.WarnNoDecision; w <= data.WarnRoomClosed; w++ {
		notEmpty(t, "warning", int(w), fr.Warning(w))
	}
	for p := data.Normal; p <= data.Urgent; p++ {
		notEmpty(t, "priority", int(p), fr.Priority(p))
	}
	for h := data.AnyHalf; h <= data.Afternoon; h++ {
		notEmpty(t, "half day", int(h), fr.HalfDay(h))
	}
	for k := data.KindOther; k <= data.KindCouncil; k++ {
		notEmpty(t, "partner kind", int(k), fr.PartnerKind(k))
		notEmpty(t, "partner kind", int(k), fr.PartnerKindLong(k))
	}
	for d := data.DirectlyUnknown; d <= data.DirectlyNo; d++ {
		notEmpty(t, "directly", int(d), fr.Directly(d))
		notEmpty(t, "directly", int(d), fr.DirectlyShort(d))
	}
	for _, s := range fr.ConsentScopes() {
		notEmpty(t, "consent", int(s), fr.ConsentScope(s, ""))
	}
	for s := data.ConsentMissing; s <= data.ConsentWithdrawn; s++ {
		notEmpty(t, "consent state", int(s), fr.ConsentState(s))
	}
	for s := data.ReferralPrepared; s <= data.ReferralUnanswered; s++ {
		notEmpty(t, "referral state", int(s), fr.ReferralState(s))
	}
	for w := data.WhomUnsaid; w <= data.WhomFamily; w++ {
		notEmpty(t, "whom", int(w), fr.Whom(w))
	}
	for k := data.InterviewKind(0); k <= data.InterviewFamily; k++ {
		notEmpty(t, "interview kind", int(k), fr.InterviewKind(k))
	}
	for o := data.OutcomeUnsaid; o <= data.CalledOff; o++ {
		notEmpty(t, "outcome", int(o), fr.Outcome(o))
	}
	for s := data.SettledUnsaid; s <= data.SettledYearly; s++ {
		notEmpty(t, "settlement", int(s), fr.Settlement(s))
	}
	for _, d := range fr.Disciplines() {
		notEmpty(t, "discipline", 0, fr.Discipline(d))
	}
}

func TestAValueFromALaterVersionHasAnEmptyLabel(t *testing.T) {
	if got := fr.Mark(200); got != "" {
		t.Errorf("Mark(200) = %q, want empty", got)
	}
	if got := fr.PartnerKind(200); got != "" {
		t.Errorf("PartnerKind(200) = %q, want empty", got)
	}
}

func TestRolesAgreeWithThePerson(t *testing.T) {
	if got := fr.Role(data.RoleKeyWorker, data.Yes); got != "Référente de parcours" {
		t.Errorf("feminine key worker = %q", got)
	}
	if got := fr.Role(data.RoleKeyWorker, data.Unsaid); got != "Référent·e de parcours" {
		t.Errorf("unsaid key worker = %q", got)
	}
}

func notEmpty(t *testing.T, what string, value int, got string) {
	t.Helper()
	if got == "" {
		t.Errorf("%s %d has no label", what, value)
	}
}
