package instances_test

import (
	"reflect"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

func TestOneSeedAlwaysMakesTheSameProblem(t *testing.T) {
	for _, s := range []instances.Shape{instances.Tiny, instances.Small, instances.Medium, instances.Large} {
		a, b := instances.Make(s, 7), instances.Make(s, 7)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%d children: two problems of one seed differ", s.Children)
		}
		if reflect.DeepEqual(a, instances.Make(s, 8)) {
			t.Errorf("%d children: another seed makes the same problem", s.Children)
		}
		if len(a.Children) != s.Children || len(a.Requests) != s.Requests {
			t.Errorf("%d children and %d requests, wanted %d and %d", len(a.Children), len(a.Requests), s.Children, s.Requests)
		}
	}
}

func TestEveryProblemCanBeWorkedOut(t *testing.T) {
	for _, s := range []instances.Shape{instances.Tiny, instances.Small, instances.Medium, instances.Large} {
		for seed := range uint64(12) {
			if _, err := planning.New(instances.Make(s, seed), ""); err != nil {
				t.Errorf("%d children, seed %d: %v", s.Children, seed, err)
			}
		}
	}
}
