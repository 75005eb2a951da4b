package planning

import "math"

// term is a part of a goal: so much for each unit of a column.
type term struct {
	column int
	value  int
}

// goal is something to have as much of as possible. From nothing to everything is reach; more cannot be won.
type goal struct {
	terms []term
	reach int
}

func (g *goal) add(column, value int) { g.terms = append(g.terms, term{column, value}) }

func (g *goal) worth(values []float64) int {
	total := 0.
	for _, t := range g.terms {
		total += float64(t.value) * values[t.column]
	}
	return int(math.Round(total))
}

// goals are the levels of Score, as sums of columns. The columns of the last three are written with them.
func (f *formulation) goals() []goal {
	var g [8]goal
	for r := range f.in.requests {
		asked := &f.in.requests[r]
		for _, t := range f.seats[r] {
			start := f.slots[t.slot].start
			g[asked.class].add(t.column, 1)
			if asked.waited != 0 {
				g[3].add(t.column, asked.waited)
			}
			if asked.current >= 0 && f.in.current[asked.current].Start == start {
				g[4].add(t.column, 1)
			}
			if f.in.children[asked.child].Prefers == halfOf(start) {
				g[6].add(t.column, 1)
			}
		}
		if len(f.seats[r]) > 0 {
			g[asked.class].reach++
			g[3].reach += max(asked.waited, -asked.waited)
			g[4].reach++
			g[6].reach++
		}
	}
	g[5] = f.pairs()
	g[7] = f.fill()
	return g[:]
}

// least writes a column that is worth at most each of a few sums, and 1. Where more is better, it is the least of them.
func (f *formulation) least(sums ...[]int) int {
	c := f.column(Column{Upper: 1})
	for _, columns := range sums {
		under := sum{}
		under.add(1, c)
		under.add(-1, columns...)
		f.atMost(under, 0)
	}
	f.extra = append(f.extra, extra{c, func(values []float64) float64 {
		worth := 1.
		for _, columns := range sums {
			worth = min(worth, total(values, columns))
		}
		return worth
	}})
	return c
}

// pairs are those who share a group, and siblings who come in one half-day.
func (f *formulation) pairs() (g goal) {
	for _, pair := range f.in.together {
		var shared []int
		for i := range f.slots {
			a, b := f.seatsOf(pair[0], func(s *seat) bool { return s.slot == i }), f.seatsOf(pair[1], func(s *seat) bool { return s.slot == i })
			if a != nil && b != nil {
				shared = append(shared, f.least(a, b))
			}
		}
		f.pair(&g, shared)
	}
	for _, pair := range f.in.siblings {
		var shared []int
		for _, half := range []HalfDay{Morning, Afternoon} {
			in := func(s *seat) bool { return halfOf(f.slots[s.slot].start) == half }
			a, b := f.seatsOf(pair[0], in), f.seatsOf(pair[1], in)
			if a != nil && b != nil {
				shared = append(shared, f.least(a, b))
			}
		}
		f.pair(&g, shared)
	}
	return g
}

// pair counts once a pair that can meet in several ways.
func (f *formulation) pair(g *goal, shared []int) {
	if len(shared) == 0 {
		return
	}
	met := shared[0]
	if len(shared) > 1 {
		met = f.least(shared)
	}
	g.add(met, 1)
	g.reach++
}

// seatsOf are the columns of the seats of a child that are wanted.
func (f *formulation) seatsOf(child int, wanted func(*seat) bool) (columns []int) {
	for _, r := range f.in.children[child].requests {
		for i := range f.seats[r] {
			if wanted(&f.seats[r][i]) {
				columns = append(columns, f.seats[r][i].column)
			}
		}
	}
	return columns
}

// fill is −Σ (max − children)². A group that opens costs what min children cost; each child more is worth less than the
// one before, so the columns fill in order by themselves.
func (f *formulation) fill() (g goal) {
	for i := range f.slots {
		s := &f.slots[i]
		w := &f.in.workshops[s.workshop]
		empty := w.Max - w.Min
		g.add(s.open, -empty*empty)
		g.reach += empty * empty
		more := sum{}
		more.add(1, s.open)
		more.coefficients[0] = float64(w.Min)
		for _, t := range s.seats {
			more.add(-1, t.column)
		}
		for n := w.Min + 1; n <= w.Max; n++ {
			c := f.column(Column{Upper: 1})
			under := sum{}
			under.add(1, c)
			under.add(-1, s.open)
			f.atMost(under, 0)
			more.add(1, c)
			g.add(c, 2*(w.Max-n)+1)
			f.extra = append(f.extra, extra{c, func(values []float64) float64 {
				seated := 0.
				for _, t := range s.seats {
					seated += values[t.column]
				}
				return min(1, max(0, seated-float64(n-1)))
			}})
		}
		f.equals(more, 0)
	}
	return g
}

// follow works the extra columns out again: an engine leaves those it has no interest in where they are.
func (f *formulation) follow(values []float64) {
	for _, e := range f.extra {
		values[e.column] = e.follow(values)
	}
}

// heaviest is the most that an objective may weigh: far under what doubles and the tolerances of an engine tell apart.
const heaviest = 4_000_000
