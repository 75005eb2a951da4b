package planning_test

import (
	"slices"
	"testing"

	"mercredi/data/planning"
	"mercredi/data/planning/instances"
)

func TestGroupsThatStayAtTheirHourStayInTheirRoomWithWhoLeadsThem(t *testing.T) {
	for seed := range uint64(4) {
		town := instances.Make(instances.Small, seed)
		_, first := solve(t, town, planning.Options{Seed: 1, Iterations: 100_000})
		_, again := solve(t, instances.Follow(town, first.Groups), planning.Options{Seed: 2, Iterations: 100_000})
		moved, stayed := 0, 0
		for _, g := range again.Groups {
			at := slices.IndexFunc(first.Groups, func(old planning.Group) bool { return old.ID == g.ID })
			if at < 0 || first.Groups[at].Start != g.Start {
				moved++
				continue
			}
			if old := first.Groups[at]; old.Room == g.Room && old.Facilitator == g.Facilitator {
				stayed++
			} else if moved == 0 {
				t.Errorf("seed %d: %s was in %s with %s, is in %s with %s", seed, g.ID, old.Room, old.Facilitator, g.Room, g.Facilitator)
			}
		}
		if stayed == 0 {
			t.Errorf("seed %d: nobody stayed where they were", seed)
		}
	}
}
