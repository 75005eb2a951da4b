package registry_test

import (
	"errors"
	"testing"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/kv/mem"
	"mercredi/data/registry"
)

func TestOneReportASchoolYear(t *testing.T) {
	r := emptyFile(t, mem.New())
	first := r.YearReport(2026)
	first.Say(data.SectionSummary, "Une année pleine.")
	if err := r.SaveYearReport(&first); err != nil {
		t.Fatal(err)
	}
	second := data.YearReport{SchoolYear: 2026}
	if _, ok := errors.AsType[*registry.Conflict](r.SaveYearReport(&second)); !ok {
		t.Error("a second report of the year is kept")
	}
	other := r.YearReport(2025)
	if err := r.SaveYearReport(&other); err != nil {
		t.Error(err)
	}
	if kept := r.YearReport(2026); kept.Comment(data.SectionSummary) != "Une année pleine." {
		t.Errorf("kept %+v", kept)
	}
}

func TestAReportCountsWhatAgreementsCost(t *testing.T) {
	r := emptyFile(t, mem.New())
	save := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	p := data.Partner{Name: "PAEJ"}
	save(r.Partners.Save(&p))
	a := data.Agreement{PartnerID: p.ID, Budgeted: 40, Terms: data.AgreementTerms{PerPerson: 2, ChildCents: 5000, AbsenceBilled: data.Yes, AbsencePercent: 50}}
	save(r.Agreements.Save(&a))
	lila, noe := data.Child{FirstName: "Lila", LastName: "Sample"}, data.Child{FirstName: "Noé", LastName: "Sample"}
	save(r.Children.Save(&lila))
	save(r.Children.Save(&noe))
	today := r.Today()
	for _, x := range []data.Interview{
		{ChildID: lila.ID, On: today.AddDays(-700), Outcome: data.Held}, // another year, and counts for the ceiling
		{ChildID: lila.ID, On: today, Outcome: data.Held},
		{ChildID: noe.ID, On: today, Outcome: data.Held},
		{ChildID: noe.ID, On: today, Outcome: data.NoShow},
		{ChildID: noe.ID, On: today},
	} {
		x.AgreementID, x.Kind = a.ID, data.InterviewChild
		save(r.Interviews.Save(&x))
	}
	v := r.ActivityReport(int(calendar.SchoolYearOf(today)))
	want := registry.AgreementYear{Partner: "PAEJ", Held: 2, Budgeted: 40, People: 2, PerPerson: 2, Full: 1, Cents: 12500, Unsaid: 1}
	if len(v.Agreements) != 1 || v.Agreements[0] != want {
		t.Errorf("%+v", v.Agreements)
	}
	cents := 0
	for _, q := range v.Quarters {
		cents += q.Cents
	}
	if last := v.Quarters[len(v.Quarters)-1]; cents != 12500 || last.Cents != cents {
		t.Errorf("%+v", v.Quarters)
	}
}

func TestTheDelayOfTheReportIsThatOfTheTeamsAgreements(t *testing.T) {
	r := emptyFile(t, mem.New())
	if n := r.ActivityReport(2026).DelayDays; n != 30 {
		t.Errorf("%d days before anybody says", n)
	}
	s := r.Settings()
	s.TeamName, s.AbsenceAlert, s.Agreements.FirstDays = "PRE", 3, 45
	if err := r.SaveSettings(&s); err != nil {
		t.Fatal(err)
	}
	if n := r.ActivityReport(2026).DelayDays; n != 45 {
		t.Errorf("%d days", n)
	}
}
