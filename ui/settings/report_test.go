package settings_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

func TestACommentOnTheYearIsKept(t *testing.T) {
	d, w := open(t, "rapport")
	pagetest.Tap(t, w, "2026-2027")
	pagetest.Shoot(t, w, "reglages-rapport-annee")
	for _, f := range pagetest.Find[*kit.TextField](w, "Perspectives") {
		test.Type(f.Keyboard(), "Un atelier de plus.")
	}
	ages := pagetest.Find[*kit.TextField](w, "Tranches d’âge au 31\u00a0décembre")[0]
	ages.SetText("6-10, 3-5")
	pagetest.Tap(t, w, "Enregistrer")
	if ages.Err() == "" {
		t.Fatal("bands that do not rise are not told")
	}
	ages.SetText("3–5, 6-11")
	pagetest.Tap(t, w, "Enregistrer")
	y := d.Registry.YearReport(2026)
	if got := y.Ages; len(got) != 2 || got[1] != (data.AgeSpan{From: 6, To: 11}) {
		t.Errorf("bands %v", got)
	}
	if y.Comment(data.SectionOutlook) != "Un atelier de plus." || y.Comment(data.SectionSummary) == "" || len(w.Failures) > 0 {
		t.Errorf("kept %+v, failures %v", y.Comments, w.Failures)
	}
}

func TestAMeasureOfAnIndicatorIsKeptAndTheOtherActionsStay(t *testing.T) {
	d, w := open(t, "rapport")
	id := d.Registry.ActionPlanRows()[0].ID
	before, _ := d.Registry.ActionPlanView(id)
	pagetest.Tap(t, w, before.Actions[1].Number+" "+before.Actions[1].Title)
	pagetest.Shoot(t, w, "reglages-rapport-action")
	if on := pagetest.Find[*kit.DateField](w, "Mesuré le"); len(on) > 0 {
		on[0].SetValue(d.Registry.Today())
	}
	for i, n := range []int{30, 40} {
		if f := pagetest.Find[*kit.NumberField](w, []string{"Compté", "Sur"}[i]); len(f) > 0 {
			f[0].SetValue(n)
		}
	}
	pagetest.Tap(t, w, "Enregistrer")
	after, _ := d.Registry.ActionPlanView(id)
	value, known := after.Actions[1].Indicators[0].Value()
	if !known || value != 75 || len(after.Actions) != len(before.Actions) || len(after.Actions[1].Indicators) != len(before.Actions[1].Indicators) {
		t.Errorf("measured %d %v, %d actions of %d; failures %v", value, known, len(after.Actions), len(before.Actions), w.Failures)
	}
	if after.Actions[0].Title != before.Actions[0].Title || after.Actions[1].Description != before.Actions[1].Description {
		t.Error("what was not edited changed")
	}
}
