package fr

import (
	"fmt"
	"strings"
	"testing"

	"mercredi/data"
)

func TestDefaultsPassTheirOwnChecks(t *testing.T) {
	s := DefaultSettings()
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	r := DefaultRubric()
	if err := r.Check(); err != nil {
		t.Error(err)
	}
	for _, w := range DefaultWorkshops() {
		if err := w.Check(); err != nil {
			t.Errorf("%s: %v", w.Name, err)
		}
	}
}

func TestDefaultWorkshopsHaveTheNumbersOfTheirFiche(t *testing.T) {
	want := []string{
		"art: 2 × 7, 12 × 60 min, mid 6, decision 0, 12 themes",
		"sophrology: 1 × 3, 30 × 90 min, mid 0, decision 0, 0 themes",
		"psychoeducation: 1 × 6, 12 × 60 min, mid 0, decision 0, 7 themes",
		"psychologist: 1 × 1, 4 × 60 min, mid 0, decision 4, 0 themes",
		"cps: 1 × 8, 2 × 60 min, mid 0, decision 0, 0 themes",
	}
	for i, w := range DefaultWorkshops() {
		got := fmt.Sprintf("%s: %d × %d, %d × %d min, mid %d, decision %d, %d themes", w.Discipline, w.Groups,
			w.Capacity, w.Sessions, w.SessionMinutes, w.MidBilanAfter, w.DecisionAfter, len(w.Themes))
		if got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

func TestDefaultRubricHasThreeFamiliesOnFiveLevels(t *testing.T) {
	r := DefaultRubric()
	count := map[data.SkillFamily]int{}
	for _, c := range r.Criteria {
		count[c.Skill]++
	}
	if len(r.Levels) != 5 || count[data.Cognitive] != 4 || count[data.Emotional] != 5 || count[data.Social] != 5 {
		t.Errorf("%d levels, families %v", len(r.Levels), count)
	}
}

func TestDefaultTextsFollowFrenchTypography(t *testing.T) {
	all := fmt.Sprintf("%+v%+v%+v", DefaultSettings(), DefaultRubric(), DefaultWorkshops())
	for _, bad := range []string{" »", "« ", " ;", "l'", "d'", "n'", " ?", " !"} {
		if strings.Contains(all, bad) {
			t.Errorf("%q in the defaults", bad)
		}
	}
}
