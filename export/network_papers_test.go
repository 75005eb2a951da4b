package export

import (
	"fmt"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
)

// liaisonOf is the referral of a child of the sample.
func liaisonOf(t testing.TB, last string) registry.LiaisonView {
	t.Helper()
	for _, row := range town().ReferralRows(data.ID[data.Child]{}) {
		if row.Child.Last == last {
			v, ok := town().LiaisonView(row.ID)
			if !ok {
				t.Fatal("no view of a kept referral")
			}
			return v
		}
	}
	t.Fatalf("no referral of %s in the sample", last)
	return registry.LiaisonView{}
}

// agreementOf is an agreement of the sample by the name of its structure.
func agreementOf(t testing.TB, partner string) registry.AgreementView {
	t.Helper()
	for _, row := range town().AgreementRows(data.ID[data.Partner]{}) {
		if row.Partner == partner {
			v, _ := town().AgreementView(row.ID)
			return v
		}
	}
	t.Fatalf("no agreement with %s in the sample", partner)
	return registry.AgreementView{}
}

const cmpName = "CMP enfants de Sauvelande"

func TestLiaisonFormAsksRecallsTheAgreementAndShowsTheAnswer(t *testing.T) {
	golden(t, "liaison-answered", liaisonForm(Meta{Date: day}, liaisonOf(t, "Kerdoun"), false))
}

func TestLiaisonFormLeavesLinesForTheAnswerOnOnePage(t *testing.T) {
	v := liaisonOf(t, "Kerdoun")
	d := liaisonForm(Meta{Date: day}, v, true)
	golden(t, "liaison-blank", d)
	if n := d.Pages(); n != 1 {
		t.Errorf("%d pages", n)
	}
	v.Referral.AnsweredOn = 0
	if got := outline(liaisonForm(Meta{Date: day}, v, false)); got != outline(d) {
		t.Error("without an answer the paper is not the one to fill in")
	}
}

func TestLiaisonFormWithoutAnAgreementSaysSoAboveTheRest(t *testing.T) {
	v := liaisonOf(t, "Kerdoun")
	for state, want := range map[data.ConsentState]string{
		data.ConsentMissing: "À recueillir.", data.ConsentEnded: "À renouveler", data.ConsentRefused: "a refusé", data.ConsentWithdrawn: "a retiré",
	} {
		v.ConsentState = state
		if got := outline(liaisonForm(Meta{}, v, false)); !strings.Contains(got, "Accord de la famille à recueillir") || !strings.Contains(got, want) {
			t.Errorf("%v is not told:\n%s", state, got)
		}
	}
	v.ConsentState = data.ConsentValid
	if got := outline(liaisonForm(Meta{}, v, false)); strings.Contains(got, "à recueillir") {
		t.Errorf("an agreement that holds is asked for:\n%s", got)
	}
}

func TestConventionNumbersItsArticlesAndSaysEveryNumber(t *testing.T) {
	golden(t, "convention", convention(Meta{Date: day}, agreementOf(t, cmpName)))
}

func TestConventionToCompleteSaysWhatIsMissing(t *testing.T) {
	golden(t, "convention-draft", convention(Meta{Date: day}, agreementOf(t, "Maison des adolescents")))
}

func TestAmendmentSaysWhatChangesAndThatTheRestDoesNot(t *testing.T) {
	golden(t, "amendment", amendment(Meta{Date: day}, agreementOf(t, cmpName), 1))
}

func TestMonthlyTableSaysWhoIsFollowedAndWhoseParcoursEnded(t *testing.T) {
	v, _ := town().MonthlyView(agreementOf(t, cmpName).Agreement.ID, 20261201)
	golden(t, "monthly-table", monthlyTable(Meta{Date: day}, v, false))
	golden(t, "monthly-table-blank", monthlyTable(Meta{Date: day}, v, true))
	sheet := MonthlySheet(v)
	if len(sheet) != len(v.Rows)+1 || len(sheet[0]) != len(sheet[1]) {
		t.Errorf("sheet of %d rows for %d", len(sheet), len(v.Rows))
	}
}

func TestQuarterlyStatementAddsUpAndNamesNobody(t *testing.T) {
	v, _ := town().StatementView(agreementOf(t, cmpName).Agreement.ID, 20261115)
	d := quarterlyStatement(Meta{Date: day}, v)
	golden(t, "quarterly-statement", d)
	total := 0
	for _, s := range v.Sums {
		if s.TotalCents != s.Count*s.EachCents {
			t.Errorf("%+v does not multiply", s)
		}
		total += s.TotalCents
	}
	if total != v.TotalCents || total == 0 {
		t.Errorf("the sums make %d, the total %d", total, v.TotalCents)
	}
	text := outline(d)
	for _, c := range town().Children.All() {
		if strings.Contains(text, c.LastName) {
			t.Errorf("the statement names %s", c.FullName())
		}
	}
}

func TestDirectoryOfStructuresGoesByKind(t *testing.T) {
	v := town().DirectoryView()
	golden(t, "partner-directory", partnerDirectory(Meta{Date: day}, v))
	if sheet := DirectorySheet(v); len(sheet) != len(town().Partners.All())+1 {
		t.Errorf("sheet of %d rows", len(sheet))
	}
}

// networkPapers are the papers of the network, of values that nobody typed or everybody did.
func networkPapers(text string, rows int) map[string]*pdf.Document {
	on := registry.AgreementView{On: day}
	a := &on.Agreement
	if text != "" {
		on.Partner = data.Partner{Name: text, Wait: text, Access: text, Public: text, Email: text, Address: data.Address{Street: text, Town: text}}
		a.Number, a.Psychologist, a.Place, a.Funders, a.Terms.Object = text, text, text, []string{text, text}, text
		a.Ours = data.Party{Name: text, Address: text, Person: text, Quality: text}
		a.Theirs, a.Terms.Clauses = a.Ours, []data.Clause{{Title: text, Text: text + "{lieu}{objet}"}}
		a.Amendments = []data.Amendment{{Number: 1, Object: text, Clauses: a.Terms.Clauses}}
	}
	monthly, bill := registry.MonthlyView{AgreementView: on, From: 20261201, To: 20261231}, registry.StatementView{AgreementView: on, From: 20261001, To: 20261231}
	directory := registry.DirectoryView{On: day}
	for i := range rows {
		monthly.Rows = append(monthly.Rows, registry.MonthlyRow{ChildID: data.ID[data.Child]{1}, Child: registry.ChildName{First: text, Last: fmt.Sprint(text, i)}, EndReason: text, Held: i})
		bill.Acts = append(bill.Acts, registry.Act{On: 20261105, Reference: "ABCDEFGH", Kind: data.InterviewChild, Outcome: data.Held, Cents: 4500})
		directory.Groups = append(directory.Groups, registry.DirectoryGroup{Kind: data.PartnerKind(i % 24), Partners: []registry.DirectoryRow{{Partner: on.Partner}}})
	}
	liaison := registry.LiaisonView{On: day, Age: -1, Partner: on.Partner, Referral: data.Referral{Reason: text, Answer: text, Contact: text, Psychologist: text, AnsweredOn: 20270102},
		Child: registry.ChildName{First: text, Last: text}, Parents: []string{text}}
	return map[string]*pdf.Document{
		"liaison": liaisonForm(Meta{}, liaison, false), "liaison blank": liaisonForm(Meta{Large: true}, liaison, true),
		"convention": convention(Meta{}, on), "amendment": amendment(Meta{}, on, 1), "monthly": monthlyTable(Meta{}, monthly, false),
		"monthly blank": monthlyTable(Meta{Large: true}, monthly, true), "statement": quarterlyStatement(Meta{}, bill), "directory": partnerDirectory(Meta{Large: true}, directory),
	}
}

func TestNetworkPapersStandWhateverIsTyped(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "long": strings.Repeat("Marie-Amandine de La Rochefontaine ", 4), "one word": strings.Repeat("x", data.MaxName),
		"emoji": "😀 \u202eabc\u0301 ﷽", "page": strings.Repeat("Une phrase assez longue pour remplir des lignes. ", 200),
	} {
		for what, d := range networkPapers(text, 3) {
			var out strings.Builder
			if err := d.Write(&out); err != nil {
				t.Errorf("%s, %s: %v", what, name, err)
			}
		}
	}
}

func TestNetworkPapersHoldFourHundredRows(t *testing.T) {
	for what, d := range networkPapers("Lila", 400) {
		n := d.Pages()
		long := what != "convention" && what != "amendment" && !strings.HasPrefix(what, "liaison")
		if long != (n > 5) {
			t.Errorf("%s: %d pages", what, n)
		}
	}
}

func TestStatementWithoutActsOwesNothing(t *testing.T) {
	golden(t, "quarterly-statement-empty", quarterlyStatement(Meta{}, registry.StatementView{From: 20261001, To: 20261231}))
	golden(t, "monthly-table-empty", monthlyTable(Meta{}, registry.MonthlyView{From: 20261201, To: 20261231}, true))
	golden(t, "partner-directory-empty", partnerDirectory(Meta{}, registry.DirectoryView{On: day}))
	if got := outline(liaisonForm(Meta{}, registry.LiaisonView{Age: -1}, false)); strings.Contains(got, fr.Number(0)+" ") {
		t.Errorf("what nobody said is a zero:\n%s", got)
	}
}
