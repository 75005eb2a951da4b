package planning_test

import (
	"fmt"
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
func greedy(p *planning.Problem) []planning.Group {
	var groups []planning.Group
	in, err := planning.New(p, "")
	if err != nil {
		return nil
	}
	possible := func(more ...planning.Group) bool {
		for _, v := range planning.Check(in, &planning.Plan{Groups: append(append([]planning.Group{}, groups...), more...)}) {
			if v.Severity == planning.Impossible && v.Code != planning.TooFew {
				return false
			}
		}
		return true
	}
	for _, w := range p.Workshops {
		open := 0
		for start := p.Day.Start; start < p.Day.End; start += planning.Time(p.StepMinutes) {
			for _, r := range p.Rooms {
				for _, f := range w.Facilitators {
					g := planning.Group{ID: fmt.Sprintf("%s-%d", w.ID, open), Workshop: w.ID, Room: r.ID, Facilitator: f, Start: start}
					if open == w.MaxGroups || !possible(g) {
						continue
					}
					for _, asked := range p.Requests {
						if asked.Workshop != w.ID {
							continue
						}
						with := g
						with.Children = append(append([]string{}, g.Children...), asked.Child)
						if possible(with) {
							g = with
						}
					}
					if len(g.Children) >= w.Min {
						groups = append(groups, g)
						open++
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
		before := planning.Plan{Groups: greedy(p)}
		after, err := planning.Compose(t.Context(), in, before, engine)
		if err != nil {
			t.Fatal(err)
		}
		if !after.ProvenComposition || in.Score(after.Groups).Compare(in.Score(before.Groups)) < 0 {
			t.Errorf("proven %v: %v then %v", after.ProvenComposition, in.Score(before.Groups), in.Score(after.Groups))
		}
		t.Log(len(before.Groups), in.Score(before.Groups), len(after.Groups), in.Score(after.Groups))
	}
}
