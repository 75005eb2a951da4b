package planning

import (
	"context"
	"slices"
)

// Replan answers what happened to the current groups, with the fewest changes: a child has left and its request is
// gone, a facilitator no longer comes, a room is lost. Groups that can still be held stay where they are, with their
// hour, room and facilitator; the workshops of the others, and of those left with too few children, may be held at any
// start, by whoever gives them, in any room that is free. Proven is that nothing better exists under these conditions.
func Replan(ctx context.Context, in *Instance, engine Exact) (Plan, error) {
	b := roomBook{in: in}
	slots, touched := b.kept()
	slots = append(slots, b.open(touched, slots)...)
	f := formulate(in, slots, b.pools)
	goals := append(f.goals(), f.familiar())
	a := attempt{f: f, engine: engine, effort: composeEffort, values: f.begin(in.stillHeld())}
	return in.answer(ctx, &a, goals)
}

// Prove plans the whole Wednesday with every start, facilitator and room, from the plan that a search has found. It is
// for small problems, sixty children or so: on larger ones it gives up after minutes and answers the best it has.
// Proven is that no plan is better at any level.
func Prove(ctx context.Context, in *Instance, from Plan, engine Exact) (Plan, error) {
	b := roomBook{in: in}
	all := make([]bool, len(in.workshops))
	for w := range all {
		all[w] = true
	}
	slots := b.open(all, nil)
	f := formulate(in, slots, b.pools)
	goals := f.goals()
	a := attempt{f: f, engine: engine, effort: proveEffort, values: f.begin(from.Groups)}
	answer, err := in.answer(ctx, &a, goals)
	answer.Seed, answer.Iterations = from.Seed, from.Iterations
	return answer, err
}

// proveEffort bounds each solve of a proof: half a minute of computing.
const proveEffort = 150_000

// answer runs an attempt and reads it. Without an answer the error is that of ctx, or nil: then the plan is empty.
func (in *Instance) answer(ctx context.Context, a *attempt, goals []goal) (Plan, error) {
	found, err := a.reach(ctx, goals)
	if err != nil || !found {
		return Plan{}, err
	}
	p, err := a.f.plan(Plan{}, a, goals)
	p.Proven = a.proven && err == nil
	return p, err
}

// stillHeld are the current groups as a plan, without those that can no longer be held nor the children who left.
func (in *Instance) stillHeld() (groups []Group) {
	for i := range in.current {
		if _, _, ok := in.slotOf(in.current[i].Group); !ok {
			continue
		}
		g := *in.current[i].Group
		g.Locks = nil
		g.Children = slices.DeleteFunc(slices.Clone(g.Children), func(id string) bool {
			_, asked := in.requestAt[[2]int{at(in.childAt, id), in.current[i].workshop}]
			return !asked
		})
		if len(g.Children) >= in.workshops[in.current[i].workshop].Min {
			groups = append(groups, g)
		}
	}
	return groups
}

// staying counts the children of a current group who still ask for it.
func (in *Instance) staying(g *currentGroup) (n int) {
	for _, id := range g.Children {
		if _, asked := in.requestAt[[2]int{at(in.childAt, id), g.workshop}]; asked {
			n++
		}
	}
	return n
}

// roomBook puts rooms in pools, and groups in slots.
type roomBook struct {
	in    *Instance
	pools []pool
}

// alone is the pool of one room.
func (b *roomBook) alone(room int) int {
	for i := range b.pools {
		if slices.Contains(b.pools[i].rooms, room) {
			return i
		}
	}
	b.pools = append(b.pools, pool{[]int{room}})
	return len(b.pools) - 1
}

// share puts the rooms that no group is bound to in pools: those that are large enough for the same workshops do the same.
func (b *roomBook) share() {
	bound := len(b.pools)
	for r := range b.in.rooms {
		if slices.ContainsFunc(b.pools[:bound], func(p pool) bool { return slices.Contains(p.rooms, r) }) {
			continue
		}
		at := slices.IndexFunc(b.pools[bound:], func(p pool) bool { return b.same(p.rooms[0], r) })
		if at < 0 {
			b.pools = append(b.pools, pool{[]int{r}})
			continue
		}
		b.pools[bound+at].rooms = append(b.pools[bound+at].rooms, r)
	}
}

func (b *roomBook) same(r, other int) bool {
	for w := range b.in.workshops {
		rooms := b.in.workshops[w].rooms
		if slices.Contains(rooms, r) != slices.Contains(rooms, other) {
			return false
		}
	}
	return true
}

// of are the pools whose rooms are large enough for a workshop.
func (b *roomBook) of(w int) (pools []int) {
	for i, p := range b.pools {
		if slices.Contains(b.in.workshops[w].rooms, p.rooms[0]) {
			pools = append(pools, i)
		}
	}
	return pools
}

// kept are the current groups that can still be held, and the workshops of the others. Their rooms are bound.
func (b *roomBook) kept() (slots []slot, touched []bool) {
	touched = make([]bool, len(b.in.workshops))
	for i := range b.in.current {
		g := &b.in.current[i]
		s, room, ok := b.in.slotOf(g.Group)
		if room >= 0 {
			b.alone(room)
		}
		if !ok {
			if g.workshop >= 0 {
				touched[g.workshop] = true
			}
			continue
		}
		if b.in.staying(g) < b.in.workshops[g.workshop].Min {
			touched[g.workshop] = true // perhaps it gathers enough children at another hour
		}
		s.pools = []int{b.alone(room)}
		s.must, s.locked = g.slotLocked || g.roomLocked || g.locked != nil, g.locked
		slots = append(slots, s)
	}
	return slots, touched
}

// open are the slots where the groups of workshops may be held: those of locked groups first, each for itself, then
// those of any group. kept are slots that exist already.
func (b *roomBook) open(workshops []bool, kept []slot) (slots []slot) {
	for i := range b.in.current {
		if g := &b.in.current[i]; g.roomLocked && g.room >= 0 {
			b.alone(g.room)
		}
	}
	b.share()
	for i := range b.in.current {
		g := &b.in.current[i]
		bound := g.slotLocked || g.roomLocked || g.locked != nil
		if bound && g.workshop >= 0 && !slices.ContainsFunc(kept, func(s slot) bool { return s.group == g.ID }) {
			slots = append(slots, b.bound(g)...)
		}
	}
	for w := range workshops {
		if !workshops[w] {
			continue
		}
		for _, s := range b.anywhere(w) {
			if !slices.ContainsFunc(kept, func(k slot) bool {
				return k.workshop == w && k.start == s.start && k.facilitator == s.facilitator
			}) {
				slots = append(slots, s)
			}
		}
	}
	return slots
}

// anywhere are all slots of a workshop.
func (b *roomBook) anywhere(w int) (slots []slot) {
	kind := &b.in.workshops[w]
	pools := b.of(w)
	if len(pools) == 0 {
		return nil
	}
	for _, start := range kind.starts {
		for _, f := range kind.facilitators {
			if t := b.in.starts[start]; free(b.in.facilitators[f].Available, kind.during(t)) {
				slots = append(slots, slot{workshop: w, facilitator: f, start: t, pools: pools})
			}
		}
	}
	return slots
}

// bound are the slots of a group that has locks.
func (b *roomBook) bound(g *currentGroup) (slots []slot) {
	for _, s := range b.anywhere(g.workshop) {
		if g.slotLocked && s.start != g.Start {
			continue
		}
		if g.roomLocked {
			if s.pools = nil; g.room >= 0 && slices.Contains(b.in.workshops[g.workshop].rooms, g.room) {
				s.pools = []int{b.alone(g.room)}
			}
		}
		if len(s.pools) > 0 {
			s.group, s.must, s.locked = g.ID, true, g.locked
			slots = append(slots, s)
		}
	}
	return slots
}

// familiar is, once all else is equal, the former room and the former facilitator for the groups that are held again.
func (f *formulation) familiar() (g goal) {
	for i := range f.slots {
		s := &f.slots[i]
		same := func(room bool, r int) bool {
			return slices.ContainsFunc(f.in.current, func(old currentGroup) bool {
				return old.workshop == s.workshop && (room && old.room == r || !room && old.facilitator == s.facilitator)
			})
		}
		if same(false, 0) {
			g.add(s.open, 1)
			g.reach++
		}
		for n, p := range s.pools {
			if len(s.rooms) > 1 && same(true, f.pools[p].rooms[0]) {
				g.add(s.rooms[n], 1)
				g.reach++
			}
		}
	}
	return g
}
