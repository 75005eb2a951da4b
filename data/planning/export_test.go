package planning

import (
	"context"
	"fmt"
)

// Wander makes random moves, takes some back, and compares at each step the score that is kept with the score of the
// groups, and the groups with the rules.
func Wander(in *Instance, seed uint64, moves int) error {
	s := &search{ctx: context.Background(), chance: newChance(seed), grid: newGrid(newTables(in))}
	s.promised = make([]promised, len(in.workshops)*len(in.starts))
	if err := s.begin(); err != nil {
		return err
	}
	for i := range moves {
		s.log = s.log[:0]
		if !s.move() || !s.settle() || s.oneIn(3) {
			s.rewind(0)
		}
		p := s.plan()
		if kept, real := s.score, in.Score(p.Groups); kept != real {
			return fmt.Errorf("after %d moves the score kept is %v, that of the plan %v", i+1, kept, real)
		}
		if found := Check(in, &p); len(found) > 0 {
			return fmt.Errorf("after %d moves: %+v", i+1, found[0])
		}
	}
	return nil
}
