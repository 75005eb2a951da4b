package sample

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
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

func TestAutumnBeginsWhenTheDemoDoes(t *testing.T) {
	x, err := Autumn(Options{Today: 20261127, Years: 1})
	if err != nil || x.Cycles[0].Rule.First != 20261202 {
		t.Errorf("begins on %s, %v", x.Cycles[0].Rule.First, err)
	}
	if _, err := Autumn(Options{Today: 20270705, Years: 1}); err == nil {
		t.Error("an autumn was invented in July")
	}
}

// TestWholeAutumnIsPlannedFromNothing: proposed, carried out, looked at again, undone.
func TestWholeAutumnIsPlannedFromNothing(t *testing.T) {
	const day, wednesday = data.Date(20260915), data.Date(20261014)
	x, err := Autumn(Options{Today: day, Years: 1})
	if err != nil {
		t.Fatal(err)
	}
	r := fileOf(t, x, day)
	before := r.Planner(wednesday)
	plan := solve(t, before)
	undo := carryOut(t, r, wednesday, plan)
	after := r.Planner(wednesday)
	if found := conflicts(t, after); len(found) > 0 {
		t.Errorf("conflicts: %q", found)
	}
	got, want := placings(after.Plan), placings(plan)
	if !slices.Equal(got, want) || len(got) < 40 {
		t.Errorf("%d children are placed, %d in the plan", len(got), len(want))
	}
	if dangling := r.CheckReferences(); len(dangling) > 0 {
		t.Errorf("references lead nowhere: %v", dangling[0])
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if v := r.Planner(wednesday); !reflect.DeepEqual(v, before) {
		t.Error("undoing leaves something")
	}
}

// TestProposalOfTheMockupIsCarriedOut: Kenza is in one place, two more children are placed, three wait.
func TestProposalOfTheMockupIsCarriedOut(t *testing.T) {
	const wednesday = data.Date(20270120)
	r := fileOf(t, town(t, Options{Today: mockupDay}), mockupDay)
	before, earlier := r.Planner(wednesday), r.Day(20270113)
	plan := solve(t, before)
	undo := carryOut(t, r, wednesday, plan)
	after := r.Planner(wednesday)
	if found := conflicts(t, after); len(found) > 0 || len(after.Waiting) != 3 || after.Day.Taken != 42 {
		t.Errorf("conflicts %q, %d wait, %d places taken", found, len(after.Waiting), after.Day.Taken)
	}
	if !reflect.DeepEqual(r.Day(20270113), earlier) {
		t.Error("the Wednesday before has changed")
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if v := r.Planner(wednesday); !reflect.DeepEqual(v, before) {
		t.Error("undoing leaves something")
	}
}

// solve proposes a plan for a Wednesday.
func solve(t *testing.T, v registry.PlannerView) planning.Plan {
	t.Helper()
	in, err := planning.New(&v.Problem, "")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := planning.Solve(context.Background(), in, planning.Options{Seed: 1, Iterations: 20_000})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// carryOut applies a plan to which nothing unusual is expected.
func carryOut(t *testing.T, r *registry.Registry, day data.Date, plan planning.Plan) (undo func() error) {
	t.Helper()
	undo, err := r.ApplyPlan(registry.PlanApply{
		Day: day, Plan: plan, Was: r.Planner(day).Plan, Name: func(n int) string { return fmt.Sprintf("Groupe %d", n) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return undo
}

// placings are the places of a plan: who, in what, when, where, with whom.
func placings(p planning.Plan) []string {
	var out []string
	for _, g := range p.Groups {
		for _, c := range g.Children {
			out = append(out, fmt.Sprint(c, g.Workshop, g.Start, g.Room, g.Facilitator))
		}
	}
	slices.Sort(out)
	return out
}
