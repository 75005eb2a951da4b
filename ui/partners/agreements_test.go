package partners

import (
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestAgreementIsToSignThenHoldsThenEnds(t *testing.T) {
	a := data.Agreement{StartsOn: 20261001, Terms: data.AgreementTerms{Months: 12}}
	row := func() registry.AgreementRow {
		return registry.AgreementRow{Agreement: a, From: a.From(), Until: a.Until()}
	}
	if got := agreementState(row(), 20270115); got != "À signer" {
		t.Errorf("unsigned: %s", got)
	}
	a.OursSignedOn, a.TheirsSignedOn = 20260920, 20260925
	for day, want := range map[data.Date]string{20260930: "À venir", 20261001: "En cours", 20270930: "En cours", 20271001: "Terminée"} {
		if got := agreementState(row(), day); got != want {
			t.Errorf("on %s: %s, want %s", day, got, want)
		}
	}
}

func TestAgreementSaysItsSpanAndWhatIsHeldOfTheBudget(t *testing.T) {
	a := registry.AgreementRow{From: 20261001, Until: 20270930, Held: 61, EndsSoon: true, DaysLeft: 12, Agreement: data.Agreement{Number: "2026-01", Budgeted: 240}}
	title, detail := agreementWords(a, 20270918)
	if title != "Convention n°\u00a02026-01" || detail != "Du 1er\u00a0octobre 2026 au 30\u00a0septembre 2027. Fin dans 12\u00a0jours, 61 entretiens tenus sur 240" {
		t.Errorf("%q, %q", title, detail)
	}
}
