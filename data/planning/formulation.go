package planning

import (
	"math"
	"slices"
)

// A formulation is a part of an instance written as a linear model. It is made of slots, groups that may be held, and of
// seats, children who may be in them:
//
//	slot    open ∈ {0,1}        one room of its pools      min·open ≤ Σ seats ≤ max·open
//	seat    taken ∈ {0,1}       ≤ open, or ≤ Σ of the bands of grades that hold the child
//	band    chosen ∈ {0,1}      Σ bands = open: which grades the group is for, where the span is limited
//	trips   whole               children per trip × trips ≥ Σ seats of a school at a start
//
// With the slots of a plan it composes; with every start, facilitator and room it proves a whole Wednesday.
type formulation struct {
	in    *Instance
	slots []slot
	pools []pool
	model Model
	seats [][]seat // by request
	extra []extra
}

// slot is a group that may be held.
type slot struct {
	group                 string // its id, "" for a new group
	workshop, facilitator int
	start                 Time
	pools                 []int // one of them gives the room
	locked                []int // children who must be in it
	must                  bool  // the group must be held, here or in another slot of the same id

	open    int   // column
	rooms   []int // columns, one a pool; open itself when there is one pool
	seats   []seat
	windows [][2]int // of grades, when the span matters
	bands   []int    // columns, one a window
}

// seat is a request that may be placed in a slot.
type seat struct{ slot, request, column int }

// pool is rooms that do the same for every slot: how many are free is all that matters.
type pool struct{ rooms []int }

// extra is a column whose value follows from those before it.
type extra struct {
	column int
	follow func(values []float64) float64
}

func (f *formulation) span(s *slot) Span { return f.in.workshops[s.workshop].during(s.start) }

func (f *formulation) column(c Column) int {
	f.model.Columns = append(f.model.Columns, c)
	return len(f.model.Columns) - 1
}

// choice is a column that is 0 or 1.
func (f *formulation) choice() int { return f.column(Column{Upper: 1, Integer: true}) }

// sum is a row under construction.
type sum struct {
	columns      []int
	coefficients []float64
}

func (s *sum) add(coefficient float64, columns ...int) {
	for _, c := range columns {
		s.columns, s.coefficients = append(s.columns, c), append(s.coefficients, coefficient)
	}
}

// total adds the values of columns.
func total(values []float64, columns []int) float64 {
	t := 0.
	for _, c := range columns {
		t += values[c]
	}
	return t
}

// atMost, atLeast and equals keep a sum as a row.
func (f *formulation) atMost(s sum, limit float64)  { f.row(s, math.Inf(-1), limit) }
func (f *formulation) atLeast(s sum, limit float64) { f.row(s, limit, math.Inf(1)) }
func (f *formulation) equals(s sum, value float64)  { f.row(s, value, value) }

func (f *formulation) row(s sum, lower, upper float64) {
	f.model.Rows = append(f.model.Rows, Row{Lower: lower, Upper: upper, Columns: s.columns, Coefficients: s.coefficients})
}

// formulate writes the rules that bind slots. Those that cannot be held at all must not be among them.
func formulate(in *Instance, slots []slot, pools []pool) *formulation {
	f := &formulation{in: in, slots: slots, pools: pools, seats: make([][]seat, len(in.requests))}
	for i := range f.slots {
		f.write(i)
	}
	f.groupsOfWorkshops()
	f.facilitators()
	f.rooms()
	for i := range in.children {
		f.child(i)
	}
	f.trips()
	return f
}

// write gives a slot its columns, and the rows that need no other slot.
func (f *formulation) write(i int) {
	s := &f.slots[i]
	w := &f.in.workshops[s.workshop]
	s.open = f.choice()
	s.rooms = []int{s.open}
	if len(s.pools) > 1 {
		one := sum{}
		one.add(-1, s.open)
		s.rooms = nil
		for range s.pools {
			s.rooms = append(s.rooms, f.choice())
		}
		one.add(1, s.rooms...)
		f.equals(one, 0)
	}
	for _, r := range w.requests {
		if f.canSit(s, r) {
			t := seat{i, r, f.choice()}
			s.seats, f.seats[r] = append(s.seats, t), append(f.seats[r], t)
		}
	}
	least, most := sum{}, sum{}
	for _, t := range s.seats {
		least.add(1, t.column)
		most.add(1, t.column)
	}
	least.add(-float64(w.Min), s.open)
	most.add(-float64(w.Max), s.open)
	f.atLeast(least, 0)
	f.atMost(most, 0)
	f.grades(s)
	f.apart(s)
	f.lock(s)
}

func (f *formulation) canSit(s *slot, request int) bool {
	r := &f.in.requests[request]
	return r.fits && free(f.in.children[r.child].Available, f.span(s))
}

// grades lets in only children whose grades are near enough, and nobody in a group that is not held.
func (f *formulation) grades(s *slot) {
	if s.windows = f.windows(s); len(s.windows) < 2 {
		s.windows = nil
	}
	chosen := sum{}
	for range s.windows {
		s.bands = append(s.bands, f.choice())
	}
	if s.bands != nil {
		chosen.add(1, s.bands...)
		chosen.add(-1, s.open)
		f.equals(chosen, 0)
	}
	for _, t := range s.seats {
		allowed := sum{}
		allowed.add(1, t.column)
		grade := f.in.children[f.in.requests[t.request].child].grade
		if grade < 0 || s.bands == nil {
			allowed.add(-1, s.open)
		}
		for i, window := range s.windows {
			if window[0] <= grade && grade <= window[1] {
				allowed.add(-1, s.bands[i])
			}
		}
		f.atMost(allowed, 0)
	}
}

// windows are the widest stretches of grades that a group may have, none inside another.
func (f *formulation) windows(s *slot) (windows [][2]int) {
	var present []int
	for _, t := range s.seats {
		if g := f.in.children[f.in.requests[t.request].child].grade; g >= 0 {
			present = append(present, g)
		}
	}
	slices.Sort(present)
	for i, low := range present {
		high := low
		for _, g := range present[i:] {
			if g-low <= f.in.workshops[s.workshop].span {
				high = g
			}
		}
		if len(windows) == 0 || high > windows[len(windows)-1][1] {
			windows = append(windows, [2]int{low, high})
		}
	}
	return windows
}

func (f *formulation) apart(s *slot) {
	for _, pair := range f.in.apart {
		both := sum{}
		for _, t := range s.seats {
			if child := f.in.requests[t.request].child; child == pair[0] || child == pair[1] {
				both.add(1, t.column)
			}
		}
		if len(both.columns) == 2 {
			both.add(-1, s.open)
			f.atMost(both, 0)
		}
	}
}

func (f *formulation) lock(s *slot) {
	for _, child := range s.locked {
		in := sum{}
		for _, t := range s.seats {
			if f.in.requests[t.request].child == child {
				in.add(1, t.column)
			}
		}
		in.add(-1, s.open)
		f.atLeast(in, 0) // in an empty sum, the slot cannot be open
	}
}

func (f *formulation) groupsOfWorkshops() {
	for w := range f.in.workshops {
		groups := sum{}
		for i := range f.slots {
			if f.slots[i].workshop == w {
				groups.add(1, f.slots[i].open)
			}
		}
		if most := f.in.workshops[w].MaxGroups; len(groups.columns) > most {
			f.atMost(groups, float64(most))
		}
	}
	var seen []string
	for i := range f.slots {
		if id := f.slots[i].group; id != "" && !slices.Contains(seen, id) {
			seen = append(seen, id)
			f.once(id)
		}
	}
}

// once holds a group in one of its slots at most, and exactly when it must be held.
func (f *formulation) once(group string) {
	here, least := sum{}, 0.
	for i := range f.slots {
		if f.slots[i].group != group {
			continue
		}
		here.add(1, f.slots[i].open)
		if f.slots[i].must {
			least = 1
		}
	}
	if least == 1 || len(here.columns) > 1 {
		f.row(here, least, 1)
	}
}

// occupation is a column that keeps something for a stretch of the day.
type occupation struct {
	Span
	column int
}

// together bounds how many occupations hold at any moment. It is enough to look when one begins.
func (f *formulation) together(all []occupation, limit int) {
	var looked []Time
	for _, o := range all {
		if slices.Contains(looked, o.Start) {
			continue
		}
		looked = append(looked, o.Start)
		now := sum{}
		for _, other := range all {
			if other.Start <= o.Start && o.Start < other.End {
				now.add(1, other.column)
			}
		}
		if len(now.columns) > limit {
			f.atMost(now, float64(limit))
		}
	}
}

func (f *formulation) facilitators() {
	of := make([][]occupation, len(f.in.facilitators))
	for i := range f.slots {
		s := &f.slots[i]
		of[s.facilitator] = append(of[s.facilitator], occupation{f.span(s), s.open})
	}
	for _, all := range of {
		f.together(all, 1)
	}
}

func (f *formulation) rooms() {
	of := make([][]occupation, len(f.pools))
	for i := range f.slots {
		s := &f.slots[i]
		for n, p := range s.pools {
			of[p] = append(of[p], occupation{f.span(s), s.rooms[n]})
		}
	}
	for p, all := range of {
		f.together(all, len(f.pools[p].rooms))
	}
}

// child keeps a child in one place at a time, and once in each workshop.
func (f *formulation) child(i int) {
	var all []occupation
	for _, r := range f.in.children[i].requests {
		once := sum{}
		for _, t := range f.seats[r] {
			once.add(1, t.column)
			all = append(all, occupation{f.span(&f.slots[t.slot]), t.column})
		}
		if len(once.columns) > 1 {
			f.atMost(once, 1)
		}
	}
	if len(f.in.children[i].requests) > 1 {
		f.together(all, 1)
	}
}

// trips bounds the escorts that leave for each start.
func (f *formulation) trips() {
	rule := f.in.problem.Escorts
	if rule == nil {
		return
	}
	byStart := map[Time][]seat{}
	var starts []Time
	for _, seats := range f.seats {
		for _, t := range seats {
			c := &f.in.children[f.in.requests[t.request].child]
			if !c.Escort || c.school < 0 {
				continue
			}
			start := f.slots[t.slot].start
			if byStart[start] == nil {
				starts = append(starts, start)
			}
			byStart[start] = append(byStart[start], t)
		}
	}
	slices.Sort(starts)
	for _, start := range starts {
		f.tripsAt(byStart[start], rule)
	}
}

func (f *formulation) tripsAt(seats []seat, rule *Escorts) {
	schools := make([]sum, f.in.schools)
	children := make([][]int, f.in.schools)
	for _, t := range seats {
		child := f.in.requests[t.request].child
		school := f.in.children[child].school
		schools[school].add(1, t.column)
		if !slices.Contains(children[school], child) {
			children[school] = append(children[school], child)
		}
	}
	most := 0
	for _, c := range children {
		most += (len(c) + rule.ChildrenPerTrip - 1) / rule.ChildrenPerTrip
	}
	if most <= rule.TripsPerStart {
		return
	}
	all := sum{}
	for school := range schools {
		if len(children[school]) == 0 {
			continue
		}
		n := f.column(Column{Upper: float64(rule.TripsPerStart), Integer: true})
		going := schools[school].columns
		f.extra = append(f.extra, extra{n, func(v []float64) float64 {
			return math.Ceil(total(v, going) / float64(rule.ChildrenPerTrip))
		}})
		all.add(1, n)
		schools[school].add(-float64(rule.ChildrenPerTrip), n)
		f.atMost(schools[school], 0)
		for _, child := range children[school] {
			alone := sum{}
			for _, t := range seats {
				if f.in.requests[t.request].child == child {
					alone.add(1, t.column)
				}
			}
			alone.add(-1, n)
			f.atMost(alone, 0)
		}
	}
	f.atMost(all, float64(rule.TripsPerStart))
}
