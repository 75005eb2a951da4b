package registry_test

import (
	"errors"
	"testing"

	"mercredi/data"
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
