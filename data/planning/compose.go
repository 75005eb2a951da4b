package planning

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// Compose keeps the grid of a plan, its groups, hours, rooms and facilitators, and answers the best children for them,
// proven by the engine: ProvenComposition is set. A group may end up empty, and then is no longer there. A plan whose
// grid itself breaks a rule comes back as it was, with nothing proven.
func Compose(ctx context.Context, in *Instance, plan Plan, engine Exact) (Plan, error) {
	slots, pools, ok := in.slotsOf(plan.Groups)
	if !ok || engine == nil {
		return plan, nil
	}
	f := formulate(in, slots, pools)
	goals := f.goals()
	a := attempt{f: f, engine: engine, effort: composeEffort, values: f.begin(plan.Groups)}
	found, err := a.reach(ctx, goals)
	if err != nil || !found {
		return plan, err
	}
	better, err := f.plan(plan, &a, goals)
	if err != nil {
		return plan, err
	}
	better.ProvenComposition = a.proven
	return better, nil
}

// composeEffort bounds each solve of a composition: twenty seconds of computing. Most need a tenth of one.
const composeEffort = 100_000

// slotsOf are the groups of a plan as slots, each in its own room. It answers false for a plan that can be held in no way:
// an id twice, a thing that is not there, a lock that its grid breaks.
func (in *Instance) slotsOf(groups []Group) ([]slot, []pool, bool) {
	rooms := roomBook{in: in}
	var slots []slot
	for i := range groups {
		s, room, ok := in.slotOf(&groups[i])
		if !ok || slices.ContainsFunc(slots, func(other slot) bool { return other.group == s.group }) {
			return nil, nil, false
		}
		s.pools = []int{rooms.alone(room)}
		slots = append(slots, s)
	}
	for i := range in.current {
		g := &in.current[i]
		if !g.slotLocked && !g.roomLocked && g.locked == nil {
			continue
		}
		at := slices.IndexFunc(slots, func(s slot) bool { return s.group == g.ID })
		if at < 0 || g.slotLocked && slots[at].start != g.Start || g.roomLocked && rooms.pools[slots[at].pools[0]].rooms[0] != g.room {
			return nil, nil, false
		}
		slots[at].must, slots[at].locked = true, g.locked
	}
	return slots, rooms.pools, true
}

// slotOf is a group as a slot, and its room; false if it cannot be held where it is.
func (in *Instance) slotOf(g *Group) (s slot, room int, ok bool) {
	s = slot{
		group: g.ID, workshop: at(in.workshopAt, g.Workshop), start: g.Start,
		facilitator: at(in.facilitatorAt, g.Facilitator),
	}
	room = at(in.roomAt, g.Room)
	if s.workshop < 0 || s.facilitator < 0 || room < 0 {
		return s, room, false
	}
	w := &in.workshops[s.workshop]
	ok = in.timeFault(w.Workshop, g.Start) == "" && slices.Contains(w.rooms, room) && slices.Contains(w.facilitators, s.facilitator) &&
		free(in.facilitators[s.facilitator].Available, w.during(g.Start))
	return s, room, ok
}

// begin is a plan as values of the columns, nil if it has a place that the formulation does not.
func (f *formulation) begin(groups []Group) []float64 {
	values := make([]float64, len(f.model.Columns))
	used := make([]bool, len(f.slots))
	for i := range groups {
		g := &groups[i]
		n := slices.IndexFunc(f.slots, func(s slot) bool {
			return s.start == g.Start && f.in.workshops[s.workshop].ID == g.Workshop && f.in.facilitators[s.facilitator].ID == g.Facilitator &&
				(s.group == "" || s.group == g.ID) && f.poolOf(&s, g.Room) >= 0
		})
		if n < 0 || used[n] {
			return nil
		}
		used[n] = true
		if !f.sit(&f.slots[n], g, values) {
			return nil
		}
	}
	f.follow(values)
	return values
}

// poolOf says which pool of a slot has a room, -1 for none.
func (f *formulation) poolOf(s *slot, room string) int {
	return slices.IndexFunc(s.pools, func(p int) bool {
		return slices.ContainsFunc(f.pools[p].rooms, func(r int) bool { return f.in.rooms[r].ID == room })
	})
}

func (f *formulation) sit(s *slot, g *Group, values []float64) bool {
	values[s.open] = 1
	values[s.rooms[f.poolOf(s, g.Room)]] = 1
	low, high := len(grades), -1
	for _, id := range g.Children {
		child := at(f.in.childAt, id)
		n := slices.IndexFunc(s.seats, func(t seat) bool { return f.in.requests[t.request].child == child })
		if n < 0 {
			return false
		}
		values[s.seats[n].column] = 1
		if grade := f.in.children[child].grade; grade >= 0 {
			low, high = min(low, grade), max(high, grade)
		}
	}
	for i, b := range s.bands {
		if window := s.windows[i]; high < 0 || window[0] <= low && high <= window[1] {
			values[b] = 1
			return true
		}
	}
	return len(s.bands) == 0
}

// plan is the answer of an attempt. The engine and the checker must agree on it: what it breaks, or is worth otherwise
// than the engine says, is an error, not a plan.
func (f *formulation) plan(from Plan, a *attempt, goals []goal) (Plan, error) {
	from.Groups = f.groups(a.values)
	score, offset := f.in.Score(from.Groups), Score{4: f.in.placedNow()}
	for i := range min(len(goals), len(score)) {
		if worth := goals[i].worth(a.values); worth != score[i]+offset[i] {
			return from, fmt.Errorf("reading an exact answer: level %d is %d, not %d", i+1, score[i], worth)
		}
	}
	f.in.tidy(&from)
	for _, v := range Check(f.in, &from) {
		if v.Severity == Impossible {
			return from, fmt.Errorf("reading an exact answer: it breaks a rule: %v", v)
		}
	}
	from.Proven, from.ProvenComposition = false, false
	return from, nil
}

// groups reads the slots that are held.
func (f *formulation) groups(values []float64) []Group {
	var held []int
	for i := range f.slots {
		if values[f.slots[i].open] > half {
			held = append(held, i)
		}
	}
	slices.SortStableFunc(held, func(a, b int) int { return cmp.Compare(f.slots[a].start, f.slots[b].start) })
	freed := make([]Time, len(f.in.rooms)) // when each room is free again
	groups := []Group{}
	for _, i := range held {
		s := &f.slots[i]
		g := Group{
			ID: s.group, Workshop: f.in.workshops[s.workshop].ID, Facilitator: f.in.facilitators[s.facilitator].ID,
			Start: s.start, Children: []string{},
		}
		for n, p := range s.pools {
			if values[s.rooms[n]] <= half {
				continue
			}
			for _, r := range f.pools[p].rooms {
				if freed[r] <= s.start {
					g.Room, freed[r] = f.in.rooms[r].ID, f.span(s).End
					break
				}
			}
		}
		for _, t := range s.seats {
			if values[t.column] > half {
				g.Children = append(g.Children, f.in.children[f.in.requests[t.request].child].ID)
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// half tells 0 from 1.
const half = 0.5
