package planning

import (
	"cmp"
	"slices"
	"strconv"
)

// plan writes the grid down.
func (s *search) plan() Plan {
	p := Plan{Groups: []Group{}}
	var of []int32
	for at := range s.slots {
		if s.slots[at].open {
			of = append(of, int32(at))
		}
	}
	ids := s.ids(of)
	for n, at := range of {
		g := &s.slots[at]
		out := Group{
			ID: ids[n], Workshop: s.kind(g).ID, Start: s.in.starts[g.start],
			Room: s.in.rooms[g.room].ID, Facilitator: s.in.facilitators[g.facilitator].ID,
		}
		for _, r := range g.members {
			out.Children = append(out.Children, s.in.children[s.in.requests[r].child].ID)
		}
		p.Groups = append(p.Groups, out)
	}
	s.in.rehouse(p.Groups)
	s.in.tidy(&p)
	p.Waiting = Explain(s.in, &p)
	return p
}

// ids names the groups: as the current group that each continues, the one it has most in common with, or the first
// "g1", "g2"… that nobody has.
func (s *search) ids(of []int32) []string {
	ids := make([]string, len(of))
	taken := map[string]bool{}
	type tie struct{ n, current, worth int }
	var ties []tie
	for n, at := range of {
		g := &s.slots[at]
		for i := range s.in.current {
			old := &s.in.current[i]
			taken[old.ID] = true
			if old.workshop == int(g.workshop) && !old.mustStay() && g.locked < 0 {
				ties = append(ties, tie{n, i, s.alike(g, old)})
			}
		}
		if g.locked >= 0 {
			ids[n] = s.in.current[g.locked].ID
		}
	}
	slices.SortStableFunc(ties, func(a, b tie) int { return cmp.Compare(b.worth, a.worth) })
	continued := map[int]bool{}
	for _, t := range ties {
		if ids[t.n] == "" && !continued[t.current] {
			ids[t.n], continued[t.current] = s.in.current[t.current].ID, true
		}
	}
	next := 1
	for _, n := range s.written(of) {
		for ids[n] == "" {
			if id := "g" + strconv.Itoa(next); !taken[id] {
				ids[n] = id
			}
			next++
		}
	}
	return ids
}

// alike weighs what a group has in common with a current one: each child, then the hour, the room, the facilitator.
func (s *search) alike(g *cell, old *currentGroup) int {
	worth := 0
	for _, r := range g.members {
		if slices.Contains(old.Children, s.in.children[s.in.requests[r].child].ID) {
			worth += 4
		}
	}
	for _, same := range []bool{s.in.starts[g.start] == old.Start, int(g.room) == old.room, int(g.facilitator) == old.facilitator} {
		if same {
			worth++
		}
	}
	return worth
}

// written are positions in a list of slots, in the order of the plan.
func (s *search) written(of []int32) []int {
	order := make([]int, len(of))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := &s.slots[of[a]], &s.slots[of[b]]
		return cmp.Or(cmp.Compare(x.start, y.start), cmp.Compare(x.workshop, y.workshop), cmp.Compare(x.room, y.room))
	})
	return order
}
