//go:build oracle

package planning_test

import (
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/planning"
)

// newOracle writes the rules of the format for the cells given, and the levels of its objective. wide are the columns
// that go over 1, with their bounds.
func newOracle(p *planning.Problem, cells []cell) (o *oracle, wide map[int]int) {
	o, wide = &oracle{p: p, cells: cells}, map[int]int{}
	for i := range o.levels {
		o.levels[i] = map[int]int{}
	}
	children := map[string]*planning.Child{}
	for i := range p.Children {
		children[p.Children[i].ID] = &p.Children[i]
	}
	for i := range o.cells {
		o.seat(&o.cells[i], children)
	}
	o.oneAtATime()
	o.escorts(wide)
	o.pairs()
	return o, wide
}

// seat reads rules 4 to 7 for one cell, and the levels that one place has.
func (o *oracle) seat(c *cell, children map[string]*planning.Child) {
	c.open, c.seats = o.column(), map[string]int{}
	sizes, has := map[int]int{c.open: -1}, map[planning.Grade]int{}
	count := map[int]int{}
	for n := c.workshop.Min; n <= c.workshop.Max; n++ {
		size := o.column()
		sizes[size], count[size] = 1, -n
		o.levels[7][size] = -(c.workshop.Max - n) * (c.workshop.Max - n)
	}
	o.row(sizes, "E", 0)
	for i := range o.p.Requests {
		asked := &o.p.Requests[i]
		child := children[asked.Child]
		if asked.Workshop != c.workshop.ID || !suits(c.workshop, child) || !freeDuring(minutes(child.Available), c.start, c.end()) {
			continue
		}
		x := o.column()
		c.seats[child.ID], count[x] = x, 1
		o.row(map[int]int{x: 1, c.open: -1}, "L", 0)
		if child.Grade != "" {
			if _, ok := has[child.Grade]; !ok {
				has[child.Grade] = o.column()
				o.row(map[int]int{has[child.Grade]: 1, c.open: -1}, "L", 0)
			}
			o.row(map[int]int{x: 1, has[child.Grade]: -1}, "L", 0)
		}
		o.level(x, c, asked, child)
	}
	o.row(count, "E", 0)
	for a, x := range has {
		for b, y := range has {
			far := slices.Index(ladder, b) - slices.Index(ladder, a)
			if c.workshop.MaxGradeSpan != nil && far > *c.workshop.MaxGradeSpan {
				o.row(map[int]int{x: 1, y: 1, c.open: -1}, "L", 0)
			}
		}
	}
	for _, pair := range o.p.Apart {
		a, both := c.seats[pair[0]]
		if b, ok := c.seats[pair[1]]; ok && both {
			o.row(map[int]int{a: 1, b: 1, c.open: -1}, "L", 0)
		}
	}
}

func (o *oracle) level(x int, c *cell, asked *planning.Request, child *planning.Child) {
	o.levels[slices.Index([]planning.Priority{planning.Urgent, planning.High, planning.Normal}, asked.Priority)][x] = 1
	if asked.Since != 0 {
		o.levels[3][x] = data.Date(asked.Since).DaysUntil(data.Date(o.p.ReferenceDate))
	}
	for _, g := range o.p.Current {
		if g.Workshop == asked.Workshop && slices.Contains(g.Children, child.ID) && int(g.Start) == c.start {
			o.levels[4][x] = 1
		}
	}
	if child.Prefers == planning.Morning && c.start < 720 || child.Prefers == planning.Afternoon && c.start >= 720 {
		o.levels[6][x] = 1
	}
}

// oneAtATime reads rules 2, 3, 4 and 5 between cells, minute by minute.
func (o *oracle) oneAtATime() {
	groups, once := map[string]map[int]int{}, map[string]map[int]int{}
	busy := map[string]map[int]map[int]int{} // by who or what, then by minute
	at := func(who string, c *cell, column int) {
		for m := c.start; m < c.end(); m += 5 {
			into(into2(busy, who), m)[column] = 1
		}
	}
	for i := range o.cells {
		c := &o.cells[i]
		into(groups, c.workshop.ID)[c.open] = 1
		at("facilitator "+c.facilitator, c, c.open)
		if c.room == "" {
			chosen := map[int]int{c.open: -1}
			for _, r := range o.p.Rooms {
				if r.Places >= needs(c.workshop) {
					z := o.column()
					chosen[z] = 1
					at("room "+r.ID, c, z)
				}
			}
			o.row(chosen, "E", 0)
		} else {
			at("room "+c.room, c, c.open)
		}
		for child, x := range c.seats {
			at("child "+child, c, x)
			into(once, child+" in "+c.workshop.ID)[x] = 1
		}
	}
	for _, w := range o.p.Workshops {
		o.row(groups[w.ID], "L", w.MaxGroups)
	}
	for _, who := range sorted(once) {
		o.row(once[who], "L", 1)
	}
	for _, who := range sorted(busy) {
		seen := map[string]bool{}
		for m := range 24 * 60 {
			if row := busy[who][m]; len(row) > 1 && !seen[fmt.Sprint(row)] {
				seen[fmt.Sprint(row)] = true
				o.row(row, "L", 1)
			}
		}
	}
}

func into[K comparable](m map[K]map[int]int, key K) map[int]int {
	if m[key] == nil {
		m[key] = map[int]int{}
	}
	return m[key]
}

func into2(m map[string]map[int]map[int]int, key string) map[int]map[int]int {
	if m[key] == nil {
		m[key] = map[int]map[int]int{}
	}
	return m[key]
}

func sorted[V any](m map[string]V) (keys []string) {
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// escorts reads rule 8.
func (o *oracle) escorts(wide map[int]int) {
	if o.p.Escorts == nil {
		return
	}
	leaving := map[string]map[int]int{} // by start and school
	trips := map[int]map[int]int{}      // by start
	for i := range o.cells {
		for _, child := range o.p.Children {
			if x, ok := o.cells[i].seats[child.ID]; ok && child.Escort && child.School != "" {
				key := fmt.Sprintf("%04d %s", o.cells[i].start, child.School)
				if leaving[key] == nil {
					n := o.column()
					wide[n] = o.p.Escorts.TripsPerStart
					into(leaving, key)[n] = -o.p.Escorts.ChildrenPerTrip
					into(trips, o.cells[i].start)[n] = 1
				}
				leaving[key][x] = 1
			}
		}
	}
	for _, key := range sorted(leaving) {
		o.row(leaving[key], "L", 0)
	}
	for m := range 24 * 60 {
		if trips[m] != nil {
			o.row(trips[m], "L", o.p.Escorts.TripsPerStart)
		}
	}
}

// pairs reads level 6.
func (o *oracle) pairs() {
	for _, pair := range o.p.Together {
		met := map[int]int{}
		for i := range o.cells {
			a, one := o.cells[i].seats[pair[0]]
			if b, other := o.cells[i].seats[pair[1]]; one && other {
				q := o.column()
				met[q] = -1
				o.row(map[int]int{q: 1, a: -1}, "L", 0)
				o.row(map[int]int{q: 1, b: -1}, "L", 0)
			}
		}
		o.met(met)
	}
	for i := range o.p.Children {
		for j := range i {
			a, b := &o.p.Children[i], &o.p.Children[j]
			if a.Family == "" || a.Family != b.Family {
				continue
			}
			met := map[int]int{}
			for half := range 2 {
				q := o.column()
				met[q] = -1
				for _, child := range []*planning.Child{a, b} {
					comes := map[int]int{q: 1}
					for n := range o.cells {
						if x, ok := o.cells[n].seats[child.ID]; ok && (o.cells[n].start >= 720) == (half == 1) {
							comes[x] = -1
						}
					}
					o.row(comes, "L", 0)
				}
			}
			o.met(met)
		}
	}
}

func (o *oracle) met(ways map[int]int) {
	p := o.column()
	ways[p] = 1
	o.row(ways, "L", 0)
	o.levels[5][p] = 1
}
