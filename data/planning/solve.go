package planning

import (
	"context"
	"fmt"
)

// Options say how to search. The zero value is seed 0 and as many iterations as the size deserves.
type Options struct {
	Seed       uint64
	Iterations int
	// Progress is told now and then how far the search is, from the goroutine that called Solve.
	Progress func(Progress)
}

// Progress is how far a search is.
type Progress struct {
	Done, Total int // iterations
	Best        Score
	Placed      int // requests
}

// LockError says that what the locks keep cannot be held, or that they keep open groups that stay under their minimum.
// Groups are ids.
type LockError struct{ Groups []string }

func (e *LockError) Error() string {
	return fmt.Sprintf("locks cannot all be kept: groups %q", e.Groups)
}

// Solve proposes groups, hours, rooms, facilitators and members.
//
//	begin: what the locks keep, then the current groups, then groups opened greedily
//	  │
//	  ▼  heat falls: urgent places freeze first, then high, normal, days waited
//	anneal ──▶ sharpen (a loss at no level is taken back by a gain at a lower one) ──▶ polish ──▶ plan
//
// The budget is iterations, never time: same instance, seed and iterations, same plan. When ctx is done before, the
// answer is the best plan so far, in which everything is possible, with the error of ctx. When locks keep a group open
// that too few children can join, the plan has it with those it has, and the error is a *LockError; when they cannot be
// held at all, there is no plan.
func Solve(ctx context.Context, in *Instance, o Options) (Plan, error) {
	if o.Iterations <= 0 {
		o.Iterations = DefaultIterations(in)
	}
	s := &search{ctx: ctx, chance: newChance(o.Seed), grid: newGrid(newTables(in)), o: o}
	s.promised = make([]promised, len(in.workshops)*len(in.starts))
	if err := s.begin(); err != nil {
		return Plan{}, err
	}
	s.anneal()
	s.recall()
	s.polish()
	p := s.plan()
	p.Seed, p.Iterations = o.Seed, o.Iterations
	if err := ctx.Err(); err != nil || s.lacking == 0 {
		return p, err
	}
	return p, &LockError{s.short()}
}

// DefaultIterations is the budget that a problem of this size deserves: a second or two for 120 children, a few for 300.
func DefaultIterations(in *Instance) int {
	return 900_000 + 2_500*len(in.requests)
}

// search is one run.
type search struct {
	ctx context.Context
	*chance
	*grid
	o       Options
	weights [8]int64
	heat    int64
	best    snapshot // of the heat now
	// champion is the score of the best heat before
	champion Score
	done     int
	strict   bool // levels are compared strictly, no longer weighed

	promised []promised // [workshop × start]
	// spare lists, so that nothing is allocated while searching
	loose, touched []int32
}

// snapshot is a grid kept.
type snapshot struct {
	score Score
	at    []int32
	where []where
	open  []bool
	taken bool
}

// keep remembers the grid as the best so far.
func (s *search) keep() {
	b := &s.best
	b.score, b.taken = s.score, true
	b.at = append(b.at[:0], s.at...)
	b.where, b.open = b.where[:0], b.open[:0]
	for i := range s.slots {
		b.where, b.open = append(b.where, s.slots[i].where), append(b.open, s.slots[i].open)
	}
}

// recall makes the best so far the grid again.
func (s *search) recall() {
	if !s.best.taken {
		return
	}
	for i := range s.slots {
		if s.slots[i].open {
			s.empty(int32(i))
		}
	}
	for i := range s.slots {
		if s.best.open[i] {
			s.open(int32(i), s.best.where[i])
		}
	}
	for r, at := range s.best.at {
		if at >= 0 {
			s.seat(int32(r), at)
		}
	}
	s.log = s.log[:0]
}

const (
	// classStep is what a place of a class is worth in places of the next one. Strictly it is infinite, and in the end it
	// is compared so; but a wider step would freeze one class before the next begins to move.
	classStep = 40
	dayWeight = 64
	// missing is what a child missing from a locked group costs, in urgent places.
	missing = 8
	// hottest is the heat at first, in normal places; it is halved so many times.
	hottest, octaves = 160, 14
	// movesOfHeat is what one heat needs, in moves a request, and mostHeats how many are worth having.
	movesOfHeat, mostHeats = 1_800, 4
)

// scale weighs the levels for this instance: a place is worth more than the longest wait.
func (s *search) scale() {
	longest := 30
	for i := range s.in.requests {
		longest = max(longest, s.in.requests[i].waited)
	}
	place := int64(longest) * dayWeight * 3 / 2
	s.weights = [8]int64{place * classStep * classStep, place * classStep, place, dayWeight, dayWeight / 2, dayWeight / 4, dayWeight / 8, 1}
}

// energy weighs the grid; more is better.
func (s *search) energy() int64 {
	e := -int64(s.lacking) * s.weights[0] * missing
	for i, w := range s.weights {
		e += w * int64(s.score[i])
	}
	return e
}

// anneal spends the iterations, in as many heats as they allow: where a grid freezes is a matter of luck, and two of
// them seldom have the same bad luck.
func (s *search) anneal() {
	if s.lacking == 0 {
		s.keep()
	}
	heats, champion := s.heats(), snapshot{}
	for i := range heats {
		s.anew(s.o.Iterations*i/heats, s.o.Iterations*(i+1)/heats)
		if s.best.taken && (!champion.taken || s.best.score.Compare(champion.score) > 0) {
			s.best, champion = champion, s.best
			s.champion = champion.score
		}
		s.best.taken = false
	}
	s.best = champion
}

// heats is how many times a grid is heated: each heat needs some thousands of moves for each request.
func (s *search) heats() int {
	return min(max(s.o.Iterations/(movesOfHeat*max(len(s.in.requests), 1)), 1), mostHeats)
}

// anew heats the grid and lets it cool, from an iteration to another: seven eighths while the heat falls, the rest on
// the strict order.
func (s *search) anew(from, to int) {
	s.strict = false
	warm := max((to-from)/8*7, 1)
	for s.done = from; s.done < to; s.done++ {
		if s.done-from == warm {
			s.strict = true
			s.recall()
		}
		if s.done%256 == 0 {
			if s.ctx.Err() != nil {
				return
			}
			s.heat = cooled(s.weights[2]*hottest, octaves<<16*int64(s.done-from)/int64(warm))
			s.tell()
		}
		s.try()
	}
}

func (s *search) tell() {
	if s.o.Progress != nil && s.done%4096 == 0 {
		best := s.champion
		if s.best.taken && s.best.score.Compare(best) > 0 {
			best = s.best.score
		}
		s.o.Progress(Progress{s.done, s.o.Iterations, best, best[0] + best[1] + best[2]})
	}
}

// try makes one move, and takes it back if it costs more than the heat allows.
func (s *search) try() {
	before, score, lacking := s.energy(), s.score, s.lacking
	s.log = s.log[:0]
	if !s.move() || !s.settle() {
		s.rewind(0)
		return
	}
	better := s.score.Compare(score)
	if s.strict {
		if s.lacking > lacking || s.lacking == lacking && better < 0 {
			s.rewind(0)
			return
		}
	} else if loss := before - s.energy(); loss > 0 && loss > s.heat*s.luck()>>16 {
		s.rewind(0)
		return
	}
	if s.lacking == 0 && (!s.best.taken || better > 0 && s.score.Compare(s.best.score) > 0) {
		s.keep()
	}
}

// short names the locked groups that are under their minimum.
func (s *search) short() []string {
	var ids []string
	for i := range s.slots {
		if at := &s.slots[i]; at.locked >= 0 && len(at.members) < s.kind(at).Min {
			ids = append(ids, s.in.current[at.locked].ID)
		}
	}
	return ids
}
