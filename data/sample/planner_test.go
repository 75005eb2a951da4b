package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// fileOf keeps a town in a file in memory, on a day.
func fileOf(t *testing.T, x Town, day data.Date) *registry.Registry {
	t.Helper()
	r, err := registry.InMemory(registry.World{Today: func() data.Date { return day }, Random: rand.NewChaCha8([32]byte{})})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Keep(r); err != nil {
		t.Fatal(err)
	}
	return r
}

// conflicts are what the checker finds in a Wednesday, in a few words.
func conflicts(t *testing.T, v registry.PlannerView) []string {
	t.Helper()
	in, err := planning.New(&v.Problem, "")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, x := range planning.Check(in, &v.Plan) {
		words := string(x.Code)
		for _, c := range x.Children {
			words += " " + v.Names.Children[c].First
		}
		out = append(out, words)
	}
	return out
}

func TestPlannerShowsTheWednesdayOfTheMockup(t *testing.T) {
	v := fileOf(t, town(t, Options{Today: mockupDay}), mockupDay).Planner(20270120)
	var rooms, waiting []string
	for _, x := range v.Day.Rooms {
		rooms = append(rooms, x.Name)
	}
	for _, x := range v.Waiting {
		waiting = append(waiting, fmt.Sprintf("%s %d %s %d %v", x.Child.First, x.Age, x.Workshop.Name, x.Days, x.Blocked))
	}
	for what, pair := range map[string][2][]string{
		"rooms": {rooms, {"Petite salle", "Grande salle", "Salle 2", "Salle A", "Salle B"}},
		"waiting": {waiting, {
			"Louise 9 Art-thérapie 34 []", "Rayan 8 Art-thérapie 29 []", "Tiago 6 Psychoéducation 21 []", "Assia 5 Sophrologie 15 []",
			fmt.Sprintf("Soan 12 Petits penseurs 8 %v", []data.WarningCode{data.WarnNoConsent}),
		}},
		"conflicts": {conflicts(t, v), {"child-busy Kenza"}},
	} {
		if !slices.Equal(pair[0], pair[1]) {
			t.Errorf("%s: %q, want %q", what, pair[0], pair[1])
		}
	}
	d := v.Day
	if got := [6]int{d.Number, d.Of, d.Held, d.Expected, d.Taken, d.Places}; got != [6]int{11, 30, 12, 39, 40, 45} {
		t.Errorf("rank, Wednesdays, sessions, children, places taken and places are %v", got)
	}
	if len(v.Problem.Requests) != d.Taken+4 || len(v.Problem.Current) != d.Held {
		t.Errorf("%d requests and %d groups in the problem", len(v.Problem.Requests), len(v.Problem.Current))
	}
}

// TestAutumnHasEverythingToPlanAndNothingPlanned: from it the whole season can be planned.
func TestAutumnHasEverythingToPlanAndNothingPlanned(t *testing.T) {
	const day = data.Date(20260915)
	x, err := Autumn(Options{Today: day, Years: 1})
	if err != nil {
		t.Fatal(err)
	}
	checkAll(t, x, day)
	v := fileOf(t, x, day).Planner(20261014)
	if len(v.Problem.Workshops) != 5 || len(v.Problem.Current) != 0 || len(v.Problem.Requests) < 60 || len(v.Waiting) < len(v.Problem.Requests) {
		t.Errorf("%d workshops, %d groups, %d requests, %d wait", len(v.Problem.Workshops), len(v.Problem.Current), len(v.Problem.Requests), len(v.Waiting))
	}
	if found := conflicts(t, v); len(found) > 0 {
		t.Errorf("conflicts in nothing: %q", found)
	}
	priorities := map[planning.Priority]int{}
	for _, q := range v.Problem.Requests {
		priorities[q.Priority]++
	}
	p := v.Problem
	if len(priorities) != 3 || len(p.Apart) == 0 || len(p.Together) == 0 || p.Escorts == nil {
		t.Errorf("priorities %v, apart %v, together %v, escorts %v", priorities, p.Apart, p.Together, p.Escorts)
	}
}
