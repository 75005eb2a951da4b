package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestFirstPageTellsTheStoryOfTheMockup(t *testing.T) {
	x := town(t, Options{Today: mockupDay})
	r, err := registry.InMemory(registry.World{
		Today: func() data.Date { return mockupDay }, Random: rand.NewChaCha8([32]byte{}),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Keep(r); err != nil {
		t.Fatal(err)
	}
	h := r.Home(mockupDay)
	var marks, dues, watch []string
	for _, e := range h.ToEnter {
		marks = append(marks, fmt.Sprintf("%s %s %d/%d", e.Group.Workshop.Name, e.Group.Group, e.Missing, e.Total))
	}
	for _, d := range h.BilansDue[:2] {
		dues = append(dues, fmt.Sprintf("%d %s late %d", d.Kind, d.Child.First, d.LateDays))
	}
	for _, a := range h.Watch[:2] {
		watch = append(watch, fmt.Sprintf("%d %s %s", a.Kind, a.Child.First, a.On))
	}
	slices.Sort(marks)
	same := func(what string, got []string, want ...string) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	same("to enter", marks, "Art-thérapie Groupe 1 2/7", "Petits penseurs 6e et 5e 6/6", "Psychoéducation Groupe 2 5/5",
		"Sophrologie Trio de l’après-midi 3/3")
	same("bilans", dues, fmt.Sprintf("%d Noé late 9", registry.DueBilans), fmt.Sprintf("%d Ilyès late 0", registry.DueDecision))
	same("watch", watch, fmt.Sprintf("%d Kenza 2027-01-20", registry.AlertChildBusy),
		fmt.Sprintf("%d Mathis 2026-12-16", registry.AlertAbsences))
	if h.Next.Date != 20270120 || h.Next.Number != 11 || h.Next.Of != 30 {
		t.Errorf("next: %s, %d of %d", h.Next.Date, h.Next.Number, h.Next.Of)
	}
}
