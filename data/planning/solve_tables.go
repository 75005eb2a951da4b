package planning

import (
	"cmp"
	"slices"
)

// tables are what the search asks thousands of times a second, worked out once.
type tables struct {
	in      *Instance
	starts  int
	fits    []bool    // [request × start]: the child is free and may come
	leaders [][]int32 // [workshop × start]: who may lead, as far as their hours say
	asked   []int32   // [child × workshop]: the request, -1 for none
	half    []uint8   // [start]: 0 morning, 1 afternoon
	of      []asking  // [request]
	ranked  [][]int32 // [workshop]: the requests that some start suits, those worth most first
	coming  [][]int32 // [workshop × start]: those among them whom it suits
	// hopeful are the requests that some start suits.
	hopeful []int32
	friends [][]partner // [child]: pairs to keep together
	kin     [][]int32   // [child]: siblings, one entry a pair
	base    []int32     // [workshop]: its first slot; base[len] ends the last
	pairs   int         // of a workshop and a start
	perTrip int         // children a trip, 0 when trips are not counted
	trips   int         // allowed at a start
}

// asking is what the search needs of a request and of its child, close together.
type asking struct {
	child, workshop int32
	class, grade    int8  // grade is -1 when not known
	wish            int8  // half-day preferred, -1 for none
	alone           bool  // it is all that its child asks
	school          int32 // -1 for a child who needs no escort
	was             int32 // start it has today, -1 for none
	waited          int
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
	t.leaders = make([][]int32, len(t.in.workshops)*t.starts)
	for w := range t.in.workshops {
		t.pairs += len(t.in.workshops[w].starts)
		for _, f := range t.in.workshops[w].facilitators {
			for _, s := range t.in.workshops[w].starts {
				if at := w*t.starts + s; free(t.in.facilitators[f].Available, t.in.workshops[w].during(t.in.starts[s])) {
					t.leaders[at] = append(t.leaders[at], int32(f))
				}
			}
		}
	}
}

func (t *tables) requests() {
	t.fits = make([]bool, len(t.in.requests)*t.starts)
	t.ranked = make([][]int32, len(t.in.workshops))
	for i := range t.in.requests {
		r := &t.in.requests[i]
		t.of = append(t.of, t.asking(r))
		for _, s := range r.starts {
			t.fits[i*t.starts+s] = true
		}
		if len(r.starts) > 0 {
			t.hopeful = append(t.hopeful, int32(i))
			t.ranked[r.workshop] = append(t.ranked[r.workshop], int32(i))
		}
	}
	t.coming = make([][]int32, len(t.in.workshops)*t.starts)
	for w, ranked := range t.ranked {
		slices.SortStableFunc(ranked, t.rank)
		for _, r := range ranked {
			for _, s := range t.in.requests[r].starts {
				t.coming[w*t.starts+s] = append(t.coming[w*t.starts+s], r)
			}
		}
	}
}

func (t *tables) asking(r *request) asking {
	kid := &t.in.children[r.child]
	a := asking{
		child: int32(r.child), workshop: int32(r.workshop), class: int8(r.class), grade: int8(kid.grade), alone: len(kid.requests) == 1,
		wish: int8(slices.Index([]HalfDay{Morning, Afternoon}, kid.Prefers)), school: -1, was: -1, waited: r.waited,
	}
	if r.current >= 0 {
		a.was = int32(slices.Index(t.in.starts, t.in.current[r.current].Start))
	}
	if e := t.in.problem.Escorts; e != nil && kid.Escort {
		a.school = int32(kid.school)
	}
	return a
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

// leadersAt are those who may lead a workshop at a start, as far as their hours say.
func (t *tables) leadersAt(w, start int32) []int32 { return t.leaders[int(w)*t.starts+int(start)] }

// comingAt are the requests of a workshop whom a start suits, those worth most first.
func (t *tables) comingAt(w, start int32) []int32 { return t.coming[int(w)*t.starts+int(start)] }
