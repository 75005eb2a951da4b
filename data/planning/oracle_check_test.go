//go:build oracle

package planning_test

import (
	"fmt"

	"mercredi/data/planning"
)

// cannotBe lists what cannot be in groups, counted minute by minute and child by child.
func cannotBe(p *planning.Problem, groups []planning.Group) (found []string) {
	say := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	busy, once, held := map[string]string{}, map[string]bool{}, map[string]int{}
	leaving := map[string]int{}
	cells := those(p, groups)
	if len(cells) != len(groups) {
		say("a group of no workshop")
		return found
	}
	for i, g := range groups {
		c := &cells[i]
		held[g.Workshop]++
		found = append(found, alone(p, c, g)...)
		for m := c.start; m < c.end(); m++ {
			for _, who := range append([]string{"facilitator " + g.Facilitator, "room " + g.Room}, g.Children...) {
				key := fmt.Sprint(m, " ", who)
				if busy[key] != "" {
					say("%s is in %s and in %s", key, busy[key], g.ID)
				}
				busy[key] = g.ID
			}
		}
		for _, id := range g.Children {
			if once[id+g.Workshop] {
				say("%s twice in %s", id, g.Workshop)
			}
			once[id+g.Workshop] = true
			for _, child := range p.Children {
				if child.ID == id && child.Escort && child.School != "" {
					leaving[fmt.Sprint(c.start, " ", child.School)]++
				}
			}
		}
	}
	for _, w := range p.Workshops {
		if held[w.ID] > w.MaxGroups {
			say("%d groups of %s", held[w.ID], w.ID)
		}
	}
	if p.Escorts != nil {
		trips := map[string]int{}
		for key, n := range leaving {
			var start, school string
			_, _ = fmt.Sscan(key, &start, &school) // written above
			for ; n > 0; n -= p.Escorts.ChildrenPerTrip {
				trips[start]++
			}
		}
		for start, n := range trips {
			if n > p.Escorts.TripsPerStart {
				say("%d trips at %s", n, start)
			}
		}
	}
	return found
}

// alone lists what cannot be in a group whatever the others.
func alone(p *planning.Problem, c *cell, g planning.Group) (found []string) {
	say := func(format string, args ...any) { found = append(found, g.ID+": "+fmt.Sprintf(format, args...)) }
	possible := false
	for _, other := range everywhere(p) {
		possible = possible || other.workshop.ID == g.Workshop && other.start == c.start && other.facilitator == g.Facilitator
	}
	if !possible {
		say("not at that hour with %s", g.Facilitator)
	}
	for _, r := range p.Rooms {
		if r.ID == g.Room && r.Places < needs(c.workshop) {
			say("%s is too small", g.Room)
		}
	}
	if n := len(g.Children); n < c.workshop.Min || n > c.workshop.Max {
		say("%d children", n)
	}
	low, high := len(ladder), -1
	in := map[string]bool{}
	for _, id := range g.Children {
		in[id] = true
		asked := false
		for _, r := range p.Requests {
			asked = asked || r.Child == id && r.Workshop == g.Workshop
		}
		if !asked {
			say("%s did not ask", id)
		}
		for i := range p.Children {
			child := &p.Children[i]
			if child.ID != id {
				continue
			}
			if !suits(c.workshop, child) || !freeDuring(minutes(child.Available), c.start, c.end()) {
				say("%s cannot come", id)
			}
			for step, grade := range ladder {
				if grade == child.Grade {
					low, high = min(low, step), max(high, step)
				}
			}
		}
	}
	if c.workshop.MaxGradeSpan != nil && high-low > *c.workshop.MaxGradeSpan {
		say("grades %d to %d", low, high)
	}
	for _, pair := range p.Apart {
		if in[pair[0]] && in[pair[1]] {
			say("%v together", pair)
		}
	}
	return found
}
