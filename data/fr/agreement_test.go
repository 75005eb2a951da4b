package fr_test

import (
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
)

func TestClauseSaysWhatTheAgreementSaysInWordsAndFigures(t *testing.T) {
	a := data.Agreement{Psychologist: "Coralie Tessier", Terms: data.AgreementTerms{
		FirstDays: 30, PerPerson: 20, Months: 12, Termination: 1, ChildCents: 48_50, FamilyCents: 62_00, Settlement: data.SettledQuarterly,
	}}
	for text, want := range map[string]string{
		"Sous {délai}.":                "Sous trente\u00a0(30)\u00a0jours.",
		"{entretiens} au plus":         "vingt\u00a0(20)\u00a0entretiens au plus",
		"{ Durée }, puis {préavis}":    "douze\u00a0(12)\u00a0mois, puis un\u00a0(1)\u00a0mois",
		"{tarifs}":                     "entretien individuel, 48,50\u00a0€ (quarante-huit euros et cinquante centimes)\u00a0; entretien avec la famille, 62\u00a0€ (soixante-deux euros)",
		"Le règlement est {règlement}": "Le règlement est trimestriel",
		"{psychologue} reçoit":         "Coralie Tessier reçoit",
		"prend effet {début}":          "prend effet à la date de la seconde signature",
		"{inconnu} et {":               "{inconnu} et {",
		"sans nom":                     "sans nom",
	} {
		if got, missing := fr.Clause(text, &a); got != want || len(missing) > 0 {
			t.Errorf("%q is %q, want %q; missing %q", text, got, want, missing)
		}
	}
}

func TestClauseShowsWhatNobodyHasSaid(t *testing.T) {
	got, missing := fr.Clause("Lieu : {lieu}. {absences}", &data.Agreement{})
	if got != "Lieu : [à compléter]. [à compléter]" || strings.Join(missing, ", ") != "le lieu des entretiens, la règle des absences" {
		t.Errorf("%q, missing %q", got, missing)
	}
}

func TestEveryNameOfTheDefaultClausesIsKnown(t *testing.T) {
	terms := fr.DefaultAgreementTerms()
	a := data.Agreement{
		Terms: terms, Psychologist: "P", Place: "L", Budgeted: 9, Funders: []string{"F"}, Ours: data.Party{Name: "O"}, Theirs: data.Party{Name: "T"},
	}
	a.Terms.ChildCents, a.Terms.AbsenceBilled = 100, data.No
	for _, c := range terms.Clauses {
		got, missing := fr.Clause(c.Text, &a)
		if len(missing) > 0 || strings.Contains(got, "{") || got == "" {
			t.Errorf("%s: %q, missing %q", c.Title, got, missing)
		}
		if set := fr.Typo(c.Text); strings.Contains(set, "'") {
			t.Errorf("%s holds a straight apostrophe", c.Title)
		}
	}
	for _, w := range fr.ClauseWords() {
		if got, missing := fr.Clause("{"+w.Word+"}", &a); got == "" || len(missing) > 0 {
			t.Errorf("%s is %q, missing %q", w.Word, got, missing)
		}
	}
}

func TestTermsOfTheTeamComeBeforeThoseOfTheProgram(t *testing.T) {
	if got := fr.AgreementTerms(data.Settings{}); got.Months != 12 || len(got.Clauses) < 15 {
		t.Errorf("a team that said nothing has %d months and %d clauses", got.Months, len(got.Clauses))
	}
	own := data.AgreementTerms{Months: 6, Clauses: []data.Clause{{Title: "Objet"}}}
	if got := fr.AgreementTerms(data.Settings{Agreements: own}); got.Months != 6 || len(got.Clauses) != 1 {
		t.Errorf("the team's own are %+v", got)
	}
}

func TestAbsenceRuleIsSaidOnlyWhenItIsWhole(t *testing.T) {
	for want, terms := range map[string]data.AgreementTerms{
		"":             {},
		"ne sont pas":  {AbsenceBilled: data.No},
		"tarif entier": {AbsenceBilled: data.Yes, AbsencePercent: 100},
		"50\u00a0%":    {AbsenceBilled: data.Yes, AbsencePercent: 50},
	} {
		if got := fr.AbsenceRule(terms); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%+v is said as %q, want %q in it", terms, got, want)
		}
	}
	if got := fr.AbsenceRule(data.AgreementTerms{AbsenceBilled: data.Yes}); got != "" {
		t.Errorf("billed, and nobody knows how much: %q", got)
	}
}
