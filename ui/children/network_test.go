package children

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestReferralSaysWhatTheFamilyHasNotSignedWhileItIsOpen(t *testing.T) {
	x := registry.ReferralRow{Referral: data.Referral{State: data.ReferralSent}}
	for _, c := range []struct {
		state   data.ReferralState
		consent data.ConsentState
		want    string
	}{
		{data.ReferralSent, data.ConsentMissing, "Envoyée. Accord de la famille à recueillir"}, {data.ReferralSent, data.ConsentValid, "Envoyée"},
		{data.ReferralEnded, data.ConsentMissing, "Terminée"}, {data.ReferralRunning, data.ConsentWithdrawn, "En cours. Accord de la famille à recueillir"},
	} {
		x.State, x.Consent = c.state, c.consent
		if got := referralDetail(x); got != c.want {
			t.Errorf("%v, %v: %q, want %q", c.state, c.consent, got, c.want)
		}
	}
}

func TestInterviewsAreCountedUpToTheLimitOfTheAgreement(t *testing.T) {
	for n, want := range map[registry.InterviewCount]string{
		{Held: 3, Most: 20}:  "CMP\u00a0: 3\u00a0entretiens tenus sur 20, encore 17.",
		{Held: 20, Most: 20}: "CMP\u00a0: 20\u00a0entretiens tenus sur 20, limite atteinte\u00a0: autre financement à prévoir.",
		{Held: 1}:            "CMP\u00a0: 1\u00a0entretien tenu.",
	} {
		if got := countWords("CMP", n); got != want {
			t.Errorf("%+v: %q, want %q", n, got, want)
		}
	}
}
