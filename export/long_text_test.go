//go:build papers

package export

import (
	"bytes"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/pdf"
	"mercredi/export/pdf/pdftest"
)

// longSigns is twice what the registry keeps: papers do not count on it.
const longSigns = 20_000

// TestTextsOfTwentyThousandSignsPrintWhole gives each text of each view, one after the other, 20,000 signs: the paper ends,
// conforms, and holds every word of what it shows, or says by « … » that it cuts.
func TestTextsOfTwentyThousandSignsPrintWhole(t *testing.T) {
	next, last := meetings(t, false)
	families, _ := town().ConsentFormView(childNamed(t, "Lila").ID, fr.OtherPerson)
	letter, _ := town().LetterView(childNamed(t, "Lila").ID, registry.Letter{On: 20270127, Start: data.At(17, 30), Place: "Au PRE"})
	intake, _ := town().IntakeView(childNamed(t, "Lila").ID, fr.OtherPerson)
	month, _ := town().MonthlyView(agreementOf(t, cmpName).Agreement.ID, 20261201)
	quarter, _ := town().StatementView(agreementOf(t, cmpName).Agreement.ID, 20261115)
	plan, _ := town().ActionPlanView(town().ActionPlans.All()[0].ID)
	fiche, _ := town().Fiche(town().Workshops.All()[0].ID)
	certified, _ := town().Certificate(sheetOf(t).Rows[0].Child.ID, art(t, 2026).ID)
	m := Meta{Date: day}
	long(t, "bilan", rich(t), func(v registry.BilanView) *pdf.Document { return bilan(m, final(v)) })
	long(t, "bilan à transmettre", rich(t), func(v registry.BilanView) *pdf.Document { return sentBilan(m, final(v), agreed) })
	long(t, "bilan de l’équipe", registry.TeamBilanView{BilanView: rich(t), Fragilities: []string{"émotions"}, Observations: []registry.BilanObservation{{Number: 1, Text: "x"}}},
		func(v registry.TeamBilanView) *pdf.Document { return teamBilan(m, v) })
	long(t, "bilan de groupe", groupBilanOf(t), func(v registry.GroupBilanView) *pdf.Document { return groupBilan(m, v) })
	long(t, "bilan du prestataire", groupBilanOf(t), func(v registry.GroupBilanView) *pdf.Document { return providerForm(m, v, true) })
	long(t, "bilan de cycle", cycleOf(t), func(v registry.CycleBilanView) *pdf.Document { return cycleBilan(m, v) })
	long(t, "émargement", sheetOf(t), func(v registry.AttendanceSheetView) *pdf.Document { return attendanceSheet(m, v, false) })
	long(t, "attestation", certified, func(v registry.CertificateView) *pdf.Document { return certificate(m, v) })
	long(t, "fiche action", fiche, func(v registry.FicheView) *pdf.Document { return ficheAction(m, v) })
	long(t, "convocation", next, func(v registry.CommissionView) *pdf.Document { return commissionNotice(m, v) })
	long(t, "compte rendu", last, func(v registry.CommissionView) *pdf.Document { return commissionMinutes(m, v) })
	long(t, "situation", caseSheetOf(t, 1), func(v registry.CaseSheetView) *pdf.Document { return caseSheet(m, v) })
	long(t, "saisine", intake, func(v registry.IntakeView) *pdf.Document { return intakeForm(m, v) })
	long(t, "accords", families, func(v registry.ConsentFormView) *pdf.Document { return consentForm(m, v, fr.ConsentScopes()) })
	long(t, "invitation", letter, func(v registry.LetterView) *pdf.Document { return invitationLetter(m, v) })
	long(t, "calendrier", familyOf(), func(v registry.FamilyCalendarView) *pdf.Document { return familyCalendar(m, v, FamilyOptions{}) })
	long(t, "liste", facilitatorOf(), func(v registry.FacilitatorListView) *pdf.Document { return facilitatorList(m, v) })
	long(t, "liaison", liaisonOf(t, "Kerdoun"), func(v registry.LiaisonView) *pdf.Document { return liaisonForm(m, v, false) })
	long(t, "convention", agreementOf(t, cmpName), func(v registry.AgreementView) *pdf.Document { return convention(m, v) })
	long(t, "avenant", agreementOf(t, cmpName), func(v registry.AgreementView) *pdf.Document { return amendment(m, v, 1) })
	long(t, "tableau mensuel", month, func(v registry.MonthlyView) *pdf.Document { return monthlyTable(m, v, false) })
	long(t, "état trimestriel", quarter, func(v registry.StatementView) *pdf.Document { return quarterlyStatement(m, v) })
	long(t, "annuaire", town().DirectoryView(), func(v registry.DirectoryView) *pdf.Document { return partnerDirectory(m, v) })
	long(t, "plan local", plan, func(v registry.ActionPlanView) *pdf.Document { return actionPlan(m, v) })
	long(t, "rapport", town().ActivityReport(2026), func(v registry.ActivityReportView) *pdf.Document { return activityReport(m, v, ReportOptions{}) })
	long(t, "dossier", wholeOf(t, "Lila"), func(v registry.WholeFileView) *pdf.Document { return wholeFile(m, v) })
	long(t, "affiche", posterOf(), func(v registry.WednesdayPosterView) *pdf.Document { return wednesdayPoster(m, v, PosterOptions{}) })
	long(t, "année", seasonOf(), func(v registry.SeasonView) *pdf.Document { return yearPlanning(m, v, YearOptions{}) })
	long(t, "registre", recordOf(), func(v registry.ProcessingRecordView) *pdf.Document { return processingRecord(m, v) })
	long(t, "élimination", eliminationOf(3), func(v registry.EliminationListView) *pdf.Document { return eliminationList(m, v) })
	long(t, "effacement", erasureOf(), func(v registry.ErasureCertificateView) *pdf.Document { return erasureCertificate(m, v) })
}

// long prints a view once for each of its texts, that text being long.
func long[V any](t *testing.T, name string, v V, draw func(V) *pdf.Document) {
	t.Run(name, func(t *testing.T) {
		var text strings.Builder
		for n := 0; text.Len() < longSigns; n++ {
			fmt.Fprintf(&text, "mot%05d ", n)
		}
		shown, all := 0, 0
		eachText(reflect.ValueOf(&v).Elem(), "", map[string]bool{}, func(path string, s reflect.Value) {
			defer s.SetString(s.String())
			s.SetString(text.String()[:longSigns])
			var file bytes.Buffer
			if err := draw(v).Write(&file); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			all++
			if longWhole(t, path, file.Bytes()) {
				shown++
			}
		})
		if shown == 0 {
			t.Error("none of its texts is on the paper")
		}
		if !t.Failed() {
			t.Logf("figure: %s: %d texts of %d signs, %d of them shown, no word lost", name, all, longSigns, shown)
		}
	})
}

// eachText hears the first text at each path of a value, and may change it.
func eachText(v reflect.Value, path string, seen map[string]bool, hear func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		if !seen[path] && !strings.HasSuffix(path, "Hash") { // a print of the journal: nobody types it, papers show a part
			seen[path] = true
			hear(path, v)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				eachText(v.Field(i), path+"."+f.Name, seen, hear)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), path, seen, hear)
		}
	}
}

var longWord = regexp.MustCompile(`(?i)mot(\d{5})`)

// longWhole reports whether a paper shows the long text, and fails when it shows a part without saying so.
func longWhole(t *testing.T, path string, file []byte) bool {
	t.Helper()
	read := pdftest.Read(file)
	for _, f := range read.Conform() {
		t.Errorf("%s: %s", path, f)
	}
	words, cut := map[string]bool{}, false
	for _, line := range read.Outline() {
		for _, m := range longWord.FindAllStringSubmatch(fmt.Sprint(line), -1) {
			words[m[1]] = true
		}
		cut = cut || strings.Contains(fmt.Sprint(line), "…")
	}
	if want := longSigns / len("mot00000 "); len(words) > 0 && len(words) < want && !cut {
		t.Errorf("%s: %d words of %d are on the paper, which does not say that it cuts", path, len(words), want)
	}
	return len(words) > 0
}
