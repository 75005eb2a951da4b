package planning_test

import (
	"fmt"
	"slices"
	"syscall"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/highs"
	"mercredi/data/planning/instances"
)

var engine = highs.New("")

func newInstance(t testing.TB, p *planning.Problem) *planning.Instance {
	t.Helper()
	in, err := planning.New(p, "")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// greedy fills a grid in order: a plan to begin from, seldom a good one. Groups under their minimum are not held.
func greedy(t testing.TB, p *planning.Problem) []planning.Group {
	t.Helper()
	in := newInstance(t, p)
	groups := []planning.Group{}
	possible := func(more planning.Group) bool {
		for _, v := range planning.Check(in, &planning.Plan{Groups: append(groups[:len(groups):len(groups)], more)}) {
			if v.Severity == planning.Impossible && v.Code != planning.TooFew {
				return false
			}
		}
		return true
	}
	for _, w := range p.Workshops {
		for start := p.Day.Start; start < p.Day.End; start += planning.Time(p.StepMinutes) {
			for _, r := range p.Rooms {
				for _, f := range w.Facilitators {
					g := planning.Group{ID: fmt.Sprintf("%s-%s-%s", w.ID, start, f), Workshop: w.ID, Room: r.ID, Facilitator: f, Start: start}
					if !possible(g) {
						continue
					}
					for _, asked := range p.Requests {
						with := g
						with.Children = append(g.Children[:len(g.Children):len(g.Children)], asked.Child)
						if asked.Workshop == w.ID && possible(with) {
							g = with
						}
					}
					if len(g.Children) >= w.Min {
						groups = append(groups, g)
					}
				}
			}
		}
	}
	return groups
}

func TestComposeProvesTheBestChildren(t *testing.T) {
	for _, shape := range []instances.Shape{instances.Tiny, instances.Small, instances.Medium} {
		p := instances.Make(shape, 1)
		in := newInstance(t, p)
		before := planning.Plan{Groups: greedy(t, p)}
		after, err := planning.Compose(t.Context(), in, before, engine)
		if err != nil {
			t.Fatal(err)
		}
		if !after.ProvenComposition || in.Score(after.Groups).Compare(in.Score(before.Groups)) < 0 {
			t.Errorf("proven %v: %v then %v", after.ProvenComposition, in.Score(before.Groups), in.Score(after.Groups))
		}
	}
}

// planned is a problem whose current groups are the best for their grid.
func planned(t testing.TB, shape instances.Shape, seed uint64) *planning.Problem {
	t.Helper()
	p := instances.Make(shape, seed)
	best, err := planning.Compose(t.Context(), newInstance(t, p), planning.Plan{Groups: greedy(t, p)}, engine)
	if err != nil || !best.ProvenComposition {
		t.Fatal(err, best.ProvenComposition)
	}
	return instances.Follow(p, best.Groups)
}

func TestWhenAChildLeavesNobodyElseMoves(t *testing.T) {
	for _, shape := range []instances.Shape{instances.Tiny, instances.Small} {
		p := planned(t, shape, 1)
		p = instances.DropOut(p, spare(p))
		in := newInstance(t, p)
		after, err := planning.Replan(t.Context(), in, engine)
		if err != nil || !after.Proven {
			t.Fatal(err, after.Proven)
		}
		if moved := -in.Score(after.Groups)[4]; moved != 0 {
			t.Errorf("%d children: %d moved", shape.Children, moved)
		}
		if before, now := placed(p.Current), placed(after.Groups); now < before {
			t.Errorf("%d children: %d places, then %d", shape.Children, before, now)
		}
	}
}

// spare is a child without whom its group, and each other, still has enough children.
func spare(p *planning.Problem) string {
	enough := map[string]bool{}
	for _, g := range p.Current {
		for _, w := range p.Workshops {
			for _, child := range g.Children {
				if w.ID == g.Workshop {
					was, seen := enough[child]
					enough[child] = (was || !seen) && len(g.Children) > w.Min
				}
			}
		}
	}
	for _, c := range p.Children {
		if enough[c.ID] {
			return c.ID
		}
	}
	return ""
}

func placed(groups []planning.Group) (n int) {
	for _, g := range groups {
		n += len(g.Children)
	}
	return n
}

func TestWhenAFacilitatorIsAwayOnlyTheirWorkshopsAreHeldAgain(t *testing.T) {
	p := planned(t, instances.Small, 2)
	away := p.Current[0]
	p = instances.Away(p, away.Facilitator, 0)
	in := newInstance(t, p)
	after, err := planning.Replan(t.Context(), in, engine)
	if err != nil || !after.Proven {
		t.Fatal(err, after.Proven)
	}
	touched := map[string]bool{}
	for _, g := range p.Current {
		if g.Facilitator == away.Facilitator {
			touched[g.Workshop] = true
		}
	}
	for _, old := range p.Current {
		for _, now := range after.Groups {
			if now.ID == old.ID && !touched[old.Workshop] && (now.Start != old.Start || now.Room != old.Room || now.Facilitator != old.Facilitator) {
				t.Errorf("%v became %v", old, now)
			}
		}
	}
	for _, now := range after.Groups {
		if now.Facilitator == away.Facilitator {
			t.Errorf("%v is led by who is away", now)
		}
	}
}

func TestAChildInAFullGroupTakesThePlaceOfOneOnly(t *testing.T) {
	p := planned(t, instances.Small, 1)
	in := newInstance(t, p)
	plan := planning.Plan{Groups: p.Current}
	waiting, possible := 0, 0
	for _, asked := range p.Requests {
		has := slices.ContainsFunc(plan.Groups, func(g planning.Group) bool {
			return g.Workshop == asked.Workshop && slices.Contains(g.Children, asked.Child)
		})
		answer, err := planning.WhatIf(t.Context(), in, planning.Question{Plan: plan, Asked: asked}, engine)
		switch {
		case err != nil || !answer.Proven:
			t.Fatal(err, answer)
		case has && (!answer.Possible || answer.Displaced != nil || answer.Moved != nil):
			t.Errorf("%v has a place, and cannot keep it: %v", asked, answer)
		case !has && answer.Possible:
			possible++
			if now := placed(answer.Plan.Groups); now != placed(plan.Groups)+1-len(answer.Displaced) {
				t.Errorf("%v: %d places, %d displaced", asked, now, len(answer.Displaced))
			}
			for _, v := range planning.Check(in, &answer.Plan) {
				t.Errorf("%v: %v", asked, v)
			}
		}
		if !has {
			waiting++
		}
	}
	if possible == 0 || possible == waiting {
		t.Errorf("of %d who wait, %d can have a place: nothing is shown", waiting, possible)
	}
}

func TestASmallWednesdayIsProvenWhole(t *testing.T) {
	p := instances.Make(instances.Tiny, 1)
	in := newInstance(t, p)
	from := planning.Plan{Groups: greedy(t, p), Seed: 3}
	best, err := planning.Prove(t.Context(), in, from, engine)
	if err != nil || !best.Proven || best.Seed != 3 {
		t.Fatal(err, best.Proven)
	}
	if in.Score(best.Groups).Compare(in.Score(from.Groups)) < 0 {
		t.Errorf("%v is worse than %v", in.Score(best.Groups), in.Score(from.Groups))
	}
}

// cpu is the time that this process has computed, in seconds.
func cpu(b *testing.B) float64 {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

func BenchmarkCompose(b *testing.B) {
	if err := engine.Prepare(); err != nil {
		b.Fatal(err)
	}
	for _, shape := range []instances.Shape{instances.Small, instances.Medium, instances.Large} {
		for seed := range uint64(3) {
			p := instances.Make(shape, seed)
			in := newInstance(b, p)
			before := planning.Plan{Groups: greedy(b, p)}
			b.Run(fmt.Sprintf("%d-%d", shape.Children, seed), func(b *testing.B) {
				began := cpu(b)
				for b.Loop() {
					after, err := planning.Compose(b.Context(), in, before, engine)
					if err != nil || !after.ProvenComposition {
						b.Fatal(err, after.ProvenComposition)
					}
				}
				b.ReportMetric((cpu(b)-began)/float64(b.N), "cpu-s/op")
			})
		}
	}
}
