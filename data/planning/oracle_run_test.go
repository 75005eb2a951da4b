//go:build oracle

package planning_test

import (
	"fmt"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/highs"
	"mercredi/data/planning/instances"
)

// trial is what the oracle asks of a size of problem.
type trial struct {
	shape   instances.Shape
	seeds   int
	seconds int     // of CPU that CBC has for a whole grid
	gap     float64 // the widest allowed between the search and what nothing exceeds
}

var trials = []trial{
	{instances.Small, 12, 60, 0.01},
	{instances.Medium, 12, 120, 0.01},
	{instances.Large, 6, 60, 0.02},
}

// TestTheOracleAgrees is the whole comparison of docs/planning.md, « make oracle »: each line is an instance.
func TestTheOracleAgrees(t *testing.T) {
	for _, try := range trials {
		for seed := range uint64(try.seeds) {
			t.Run(fmt.Sprintf("%d-%d", try.shape.Children, seed), func(t *testing.T) { compare(t, try, seed) })
		}
	}
}

// TestTheOracleAgreesOnAFew is the short form, part of « make test ».
func TestTheOracleAgreesOnAFew(t *testing.T) {
	for seed := range uint64(3) {
		compare(t, trial{instances.Tiny, 3, 20, 0.01}, seed)
		compare(t, trial{instances.Small, 3, 20, 0.01}, seed)
	}
}

// oracleEngine is compiled once.
var oracleEngine = highs.New("")

func compare(t *testing.T, try trial, seed uint64) {
	p := instances.Make(try.shape, seed)
	in := newInstance(t, p)
	plan, err := planning.Solve(t.Context(), in, planning.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	composed, err := planning.Compose(t.Context(), in, plan, oracleEngine)
	if err != nil || !composed.ProvenComposition {
		t.Fatalf("the exact engine proves nothing: %v", err)
	}
	for _, found := range []planning.Plan{plan, composed} {
		for _, v := range planning.Check(in, &found) {
			t.Errorf("impossible, says Check: %v", v)
		}
		for _, v := range cannotBe(p, found.Groups) {
			t.Errorf("impossible, says the oracle: %s", v)
		}
		if envy := planning.Envy(in, found); len(envy) > 0 {
			t.Errorf("justified envy: %v", envy)
		}
	}
	fixed, wide := newOracle(p, those(p, plan.Groups))
	if best, got := fixed.best(t, wide), in.Score(composed.Groups); got != best {
		t.Errorf("on the same grid the oracle has %v, the exact engine %v", best, got)
	}
	grid, wide := newOracle(p, everywhere(p))
	goal, weights := grid.placed()
	v := grid.ask(t, goal, wide, try.seconds)
	search, exact := weigh(in.Score(plan.Groups), weights), weigh(in.Score(composed.Groups), weights)
	gap := (v.best - float64(search)) / max(v.best, 1)
	how := map[bool]string{true: "proven", false: "bound"}[v.proven]
	fmt.Printf("figure: %d children, seed %d: %v, %s %v, gap %.2f %%, after composition %.2f %%\n", try.shape.Children, seed,
		in.Score(plan.Groups), how, unweigh(int(v.best), weights), 100*gap, 100*(v.best-float64(exact))/max(v.best, 1))
	if gap > try.gap {
		t.Errorf("the search is %.2f %% under the %s best", 100*gap, how)
	}
}

// placed are the first three levels in one sum, so weighed that an urgent place is worth more than all others.
func (o *oracle) placed() (goal map[int]int, weights [3]int) {
	count := map[planning.Priority]int{}
	for _, r := range o.p.Requests {
		count[r.Priority]++
	}
	normal := 1
	high := count[planning.Normal] + 1
	weights = [3]int{high * (count[planning.High] + 1), high, normal}
	goal = map[int]int{}
	for level, weight := range weights {
		for c, value := range o.levels[level] {
			goal[c] = weight * value
		}
	}
	return goal, weights
}

func weigh(s planning.Score, weights [3]int) (sum int) {
	for i, w := range weights {
		sum += s[i] * w
	}
	return sum
}

// unweigh reads a sum as places of each level.
func unweigh(sum int, weights [3]int) (levels [3]int) {
	for i, w := range weights {
		levels[i], sum = sum/w, sum%w
	}
	return levels
}
