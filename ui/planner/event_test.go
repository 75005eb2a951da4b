package planner

import (
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

func TestAnEngineWithoutTimeLeavesNobodyMovedAndAFreePlaceTaken(t *testing.T) {
	town := instances.Make(instances.Medium, 1)
	in, err := planning.New(town, "")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := planning.Solve(t.Context(), in, planning.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	left := instances.DropOut(instances.Follow(town, plan.Groups), plan.Groups[0].Children[0])
	if in, err = planning.New(left, ""); err != nil {
		t.Fatal(err)
	}
	before := in.Score(left.Current)
	got := orHeld(t.Context(), in, planning.Plan{Groups: left.Current})
	if after := in.Score(got.Groups); after[4] != 0 || after.Compare(before) <= 0 {
		t.Errorf("before %v, after %v", before, after)
	}
	if found := planning.Check(in, &got); len(found) > 0 {
		t.Errorf("%v", found)
	}
}
