package planning

import (
	"cmp"
	"slices"
)

// tables are what the search asks thousands of times a second, worked out once.
type tables struct {
	in     *Instance
	starts int
	fits   []bool  // [request × start]: the child is free and may come
	leads  []bool  // [(workshop × facilitator) × start]
	asked  []int32 // [child × workshop]: the request, -1 for none
	half   []uint8 // [start]: 0 morning, 1 afternoon
	wishes []int8  // [child]: the half-day preferred, -1 for none
	was    []int32 // [request]: the start it has today, -1 for none
	ranked [][]int32
	// hopeful are the requests that some start suits.
	hopeful []int32
	friends [][]partner // [child]: pairs to keep together
	kin     [][]int32   // [child]: siblings, one entry a pair
	base    []int32     // [workshop]: its first slot; base[len] ends the last
	perTrip int         // children a trip, 0 when trips are not counted
	trips   int         // allowed at a start
}

// partner is the other child of a pair to keep together.
type partner struct{ child, pair int32 }

func newTables(in *Instance) *tables {
	t := &tables{in: in, starts: len(in.starts)}
	t.hours()
	t.requests()
	t.people()
	t.slots()
	if e := in.problem.Escorts; e != nil {
		t.perTrip, t.trips = max(e.ChildrenPerTrip, 1), e.TripsPerStart
	}
	return t
}

func (t *tables) hours() {
	t.half = make([]uint8, t.starts)
	for s, start := range t.in.starts {
		if halfOf(start) == Afternoon {
			t.half[s] = 1
		}
	}
	t.leads = make([]bool, len(t.in.workshops)*len(t.in.facilitators)*t.starts)
	for w := range t.in.workshops {
		for _, f := range t.in.workshops[w].facilitators {
			for _, s := range t.in.workshops[w].starts {
				held := t.in.workshops[w].during(t.in.starts[s])
				t.leads[(w*len(t.in.facilitators)+f)*t.starts+s] = free(t.in.facilitators[f].Available, held)
			}
		}
	}
}

func (t *tables) requests() {
	t.fits = make([]bool, len(t.in.requests)*t.starts)
	t.was = make([]int32, len(t.in.requests))
	t.ranked = make([][]int32, len(t.in.workshops))
	for i := range t.in.requests {
		r := &t.in.requests[i]
		t.was[i] = -1
		if r.current >= 0 {
			t.was[i] = int32(slices.Index(t.in.starts, t.in.current[r.current].Start))
		}
		for _, s := range r.starts {
			t.fits[i*t.starts+s] = true
		}
		if len(r.starts) > 0 {
			t.hopeful = append(t.hopeful, int32(i))
			t.ranked[r.workshop] = append(t.ranked[r.workshop], int32(i))
		}
	}
	for _, of := range t.ranked {
		slices.SortStableFunc(of, func(a, b int32) int { return t.rank(a, b) })
	}
}

// rank orders requests by what placing them is worth, the most first.
func (t *tables) rank(a, b int32) int {
	x, y := &t.in.requests[a], &t.in.requests[b]
	return cmp.Or(cmp.Compare(x.class, y.class), cmp.Compare(y.waited, x.waited))
}

func (t *tables) people() {
	in := t.in
	t.asked = make([]int32, len(in.children)*len(in.workshops))
	for i := range t.asked {
		t.asked[i] = -1
	}
	for i := range in.requests {
		t.asked[in.requests[i].child*len(in.workshops)+in.requests[i].workshop] = int32(i)
	}
	t.wishes = make([]int8, len(in.children))
	for i := range in.children {
		t.wishes[i] = int8(slices.Index([]HalfDay{Morning, Afternoon}, in.children[i].Prefers))
	}
	t.friends = make([][]partner, len(in.children))
	for i, pair := range in.together {
		t.friends[pair[0]] = append(t.friends[pair[0]], partner{int32(pair[1]), int32(i)})
		t.friends[pair[1]] = append(t.friends[pair[1]], partner{int32(pair[0]), int32(i)})
	}
	t.kin = make([][]int32, len(in.children))
	for _, pair := range in.siblings {
		t.kin[pair[0]] = append(t.kin[pair[0]], int32(pair[1]))
		t.kin[pair[1]] = append(t.kin[pair[1]], int32(pair[0]))
	}
}

// slots reserves for each workshop as many groups as it can ever have.
func (t *tables) slots() {
	t.base = make([]int32, len(t.in.workshops)+1)
	for w := range t.in.workshops {
		most, locked := len(t.ranked[w])/max(t.in.workshops[w].Min, 1), 0
		for i := range t.in.current {
			if t.in.current[i].workshop == w && t.in.current[i].mustStay() {
				locked++
			}
		}
		t.base[w+1] = t.base[w] + int32(max(min(most, t.in.workshops[w].MaxGroups), locked))
	}
}

// mustStay reports whether a lock forbids closing the group.
func (g *currentGroup) mustStay() bool { return g.slotLocked || g.roomLocked || len(g.locked) > 0 }

// suits reports whether the child of a request may come at a start.
func (t *tables) suits(r, start int32) bool { return t.fits[int(r)*t.starts+int(start)] }

// canLead reports whether a facilitator may lead a workshop at a start, as far as their hours say.
func (t *tables) canLead(w, f, start int32) bool {
	return t.leads[(int(w)*len(t.in.facilitators)+int(f))*t.starts+int(start)]
}
