package planning_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

// solve answers a plan of a problem that has one.
func solve(t testing.TB, p *planning.Problem, o planning.Options) (*planning.Instance, planning.Plan) {
	t.Helper()
	in, err := planning.New(p, "")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := planning.Solve(context.Background(), in, o)
	if err != nil {
		t.Fatal(err)
	}
	return in, plan
}

// sparable answers a child whose groups all stay above their minimum without them, "" for none.
func sparable(p *planning.Problem, groups []planning.Group) string {
	for _, child := range p.Children {
		placed, all := false, true
		for _, g := range groups {
			w := slices.IndexFunc(p.Workshops, func(w planning.Workshop) bool { return w.ID == g.Workshop })
			if slices.Contains(g.Children, child.ID) {
				placed, all = true, all && len(g.Children) > p.Workshops[w].Min
			}
		}
		if placed && all {
			return child.ID
		}
	}
	return ""
}

// possible fails when a plan breaks a rule, forgets a request or leaves somebody a reason to envy.
func possible(t testing.TB, in *planning.Instance, plan planning.Plan) {
	t.Helper()
	if found := planning.Check(in, &plan); len(found) > 0 {
		t.Errorf("%d violations, the first %+v", len(found), found[0])
	}
	if envied := planning.Envy(in, plan); len(envied) > 0 {
		t.Errorf("%d places that another should have, the first %+v", len(envied), envied[0])
	}
}

// anyShape is a small problem of any make.
func anyShape(t *rapid.T) instances.Shape {
	return instances.Shape{
		Children: rapid.IntRange(1, 40).Draw(t, "children"), Rooms: rapid.IntRange(1, 4).Draw(t, "rooms"),
		Facilitators: rapid.IntRange(1, 6).Draw(t, "facilitators"), Requests: rapid.IntRange(1, 60).Draw(t, "requests"),
		GroupsPerWorkshop: rapid.IntRange(1, 3).Draw(t, "groups"), TripsPerStart: rapid.IntRange(0, 3).Draw(t, "trips"),
		StepMinutes: rapid.SampledFrom([]int{5, 7, 15, 30, 45}).Draw(t, "step"),
	}
}

func TestEveryProposalIsPossibleAndLeavesNoEnvy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := instances.Make(anyShape(t), rapid.Uint64().Draw(t, "problem"))
		o := planning.Options{Seed: rapid.Uint64().Draw(t, "seed"), Iterations: rapid.IntRange(1, 4000).Draw(t, "iterations")}
		in, err := planning.New(p, "")
		if err != nil {
			t.Fatal(err)
		}
		plan, err := planning.Solve(context.Background(), in, o)
		if err != nil {
			t.Fatal(err)
		}
		if found := planning.Check(in, &plan); len(found) > 0 {
			t.Errorf("violation %+v", found[0])
		}
		if envied := planning.Envy(in, plan); len(envied) > 0 {
			t.Errorf("envy %+v", envied[0])
		}
	})
}

func TestLocksAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := instances.Make(anyShape(t), rapid.Uint64().Draw(t, "problem"))
		in, err := planning.New(p, "")
		if err != nil {
			t.Fatal(err)
		}
		before, err := planning.Solve(context.Background(), in, planning.Options{Iterations: 500})
		if err != nil {
			t.Fatal(err)
		}
		p = instances.Lock(instances.Follow(p, before.Groups), rapid.Uint64().Draw(t, "locks"), rapid.IntRange(0, 100).Draw(t, "percent"))
		if in, err = planning.New(p, ""); err != nil {
			t.Fatal(err)
		}
		after, err := planning.Solve(context.Background(), in, planning.Options{Seed: 1, Iterations: rapid.IntRange(1, 4000).Draw(t, "iterations")})
		if err != nil {
			t.Fatal(err)
		}
		if found := planning.Check(in, &after); len(found) > 0 {
			t.Errorf("violation %+v", found[0])
		}
		if worse := in.Score(after.Groups).Compare(in.Score(before.Groups)); worse < 0 {
			t.Errorf("score %v, but the current groups have %v", in.Score(after.Groups), in.Score(before.Groups))
		}
	})
}

func TestTheScoreKeptWhileSearchingIsTheScoreOfThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := instances.Make(anyShape(t), rapid.Uint64().Draw(t, "problem"))
		in, err := planning.New(p, "")
		if err != nil {
			t.Fatal(err)
		}
		before, err := planning.Solve(context.Background(), in, planning.Options{Iterations: 300})
		if err != nil {
			t.Fatal(err)
		}
		if in, err = planning.New(instances.Follow(p, before.Groups), ""); err != nil {
			t.Fatal(err)
		}
		if err := planning.Wander(in, rapid.Uint64().Draw(t, "seed"), 200); err != nil {
			t.Error(err)
		}
	})
}

func TestSameProblemSeedAndIterationsGiveTheSameBytes(t *testing.T) {
	p := instances.Make(instances.Small, 3)
	var written [][]byte
	for range 2 {
		_, plan := solve(t, p, planning.Options{Seed: 9, Iterations: 20_000})
		out, err := json.Marshal(plan)
		if err != nil {
			t.Fatal(err)
		}
		written = append(written, out)
	}
	if !bytes.Equal(written[0], written[1]) {
		t.Errorf("two plans of one problem differ:\n%s\n%s", written[0], written[1])
	}
}

func TestACancelledSearchKeepsTheBestPlanSoFar(t *testing.T) {
	in, err := planning.New(instances.Make(instances.Medium, 1), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{1, 2, 5} {
		ctx, cancel := context.WithCancel(context.Background())
		told := 0
		plan, err := planning.Solve(ctx, in, planning.Options{Iterations: 1 << 30, Progress: func(planning.Progress) {
			if told++; told == after {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled search answers %v", err)
		}
		if found := planning.Check(in, &plan); len(found) > 0 || len(plan.Groups) == 0 {
			t.Errorf("%d groups, violations %+v", len(plan.Groups), found)
		}
	}
}

func TestMoreIterationsAreBetterMoreOftenThanWorse(t *testing.T) {
	better := 0
	for seed := range uint64(8) {
		p := instances.Make(instances.Small, seed)
		in, short := solve(t, p, planning.Options{Iterations: 300})
		_, long := solve(t, p, planning.Options{Iterations: 30_000})
		better += in.Score(long.Groups).Compare(in.Score(short.Groups))
	}
	if better <= 0 {
		t.Errorf("a hundred times the iterations is better %d times more than worse, of 8", better)
	}
}

func TestNobodyMovesWhenEverythingIsLockedAndAWaitingChildTakesThePlaceOfOneWhoLeft(t *testing.T) {
	gained := 0
	for seed := range uint64(6) {
		p := instances.Make(instances.Small, seed)
		_, before := solve(t, p, planning.Options{Iterations: 30_000})
		left := sparable(p, before.Groups)
		if left == "" {
			continue
		}
		p = instances.DropOut(instances.Follow(p, before.Groups), left)
		in, after := solve(t, instances.Lock(p, 1, 100), planning.Options{Iterations: 5_000})
		possible(t, in, after)
		if changes := after.Objective[4].Value; changes != 0 {
			t.Errorf("seed %d: %d of those who stay lose their hour", seed, changes)
		}
		gained += after.Objective[0].Value + after.Objective[1].Value + after.Objective[2].Value
		for _, g := range p.Current {
			gained -= len(g.Children)
		}
	}
	if gained == 0 {
		t.Error("nobody took the place of any of those who left")
	}
}

func TestLocksThatCannotBeHeldAreNamed(t *testing.T) {
	p := instances.Make(instances.Small, 0)
	_, before := solve(t, p, planning.Options{Iterations: 2_000})
	p = instances.Lock(instances.Follow(p, before.Groups), 1, 100)
	for i := range p.Facilitators {
		p.Facilitators[i].Available = []planning.Span{}
	}
	in, err := planning.New(p, "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = planning.Solve(context.Background(), in, planning.Options{Iterations: 1000})
	var locks *planning.LockError
	if !errors.As(err, &locks) || len(locks.Groups) != len(p.Current) {
		t.Errorf("locked groups without a facilitator: %v", err)
	}
}
