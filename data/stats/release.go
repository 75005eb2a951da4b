package stats

// release is a set of numbers to be shown together, with the sums that a reader can make of them.
//
//	sum:  whole = part + part + part
//
// The numbers that are equal by nature (the children in all of the lists) are one sum of one part.
type release struct {
	cells  []*Total
	small  []bool // to hide when it is under the limit
	sums   []sum
	hidden []bool
	in     [][]term // the sums of each number
}

// term is a number in a sum: its sign is 1 for a part, -1 for the whole.
type term struct{ sum, sign int }

type sum struct {
	whole int
	parts []int
}

// cell registers a number; guarded ones are hidden when they are small.
func (r *release) cell(t *Total, guarded bool) int {
	for i, known := range r.cells {
		if known == t {
			r.small[i] = r.small[i] || guarded
			return i
		}
	}
	r.cells, r.small = append(r.cells, t), append(r.small, guarded)
	return len(r.cells) - 1
}

// sum registers a whole and its parts.
func (r *release) sum(whole *Total, guarded bool, parts ...*Total) {
	s := sum{whole: r.cell(whole, true)}
	for _, p := range parts {
		s.parts = append(s.parts, r.cell(p, guarded))
	}
	if len(parts) > 0 {
		r.sums = append(r.sums, s)
	}
}

// list registers a list, whose whole is that of others.
func (r *release) list(l *List, same *Total) {
	if same != nil {
		r.sum(&l.Whole, true, same)
	}
	if l.Several {
		for i := range l.Rows {
			r.cell(&l.Rows[i].Total, true)
		}
		return
	}
	var parts []*Total
	for i := range l.Rows {
		parts = append(parts, &l.Rows[i].Total)
	}
	r.sum(&l.Whole, true, parts...)
	if len(parts) > 0 { // what is not said is nobody's secret, but tells the rest by subtraction
		last := &r.sums[len(r.sums)-1]
		last.parts = append(last.parts, r.cell(&l.Unsaid, false))
	}
}

// ages registers the bands: across, girls and boys make a band; down, bands make the children.
func (r *release) ages(f *Figures) {
	girls, boys, unsaid := f.Sex.at(int(1)), f.Sex.at(int(2)), &f.Sex.Unsaid
	var down [4][]*Total
	for i := range f.Ages {
		a := &f.Ages[i]
		r.sum(&a.Both, true, &a.Girls, &a.Boys, &a.Unsaid)
		for j, t := range []*Total{&a.Girls, &a.Boys, &a.Unsaid, &a.Both} {
			down[j] = append(down[j], t)
		}
	}
	for j, whole := range []*Total{girls, boys, unsaid, &f.Children} {
		r.sum(whole, true, down[j]...)
	}
}

// at is the number of a key.
func (l *List) at(key int) *Total {
	for i := range l.Rows {
		if l.Rows[i].Key == key {
			return &l.Rows[i].Total
		}
	}
	return new(Total)
}

// hide hides what is small, then what would tell it, until nothing hidden can be worked out.
func (r *release) hide(below int) {
	r.hidden = make([]bool, len(r.cells))
	for i, c := range r.cells {
		r.hidden[i] = r.small[i] && c.N > 0 && c.N < below
	}
	r.index()
	for i := r.telling(below); i >= 0; i = r.telling(below) {
		r.hidden[i] = true
	}
	for i, c := range r.cells {
		if r.hidden[i] {
			*c = Total{Hidden: true}
		}
	}
}

// index finds the sums that a number is in.
func (r *release) index() {
	r.in = make([][]term, len(r.cells))
	for s, x := range r.sums {
		r.in[x.whole] = append(r.in[x.whole], term{s, -1})
		for _, p := range x.parts {
			r.in[p] = append(r.in[p], term{s, 1})
		}
	}
}

// telling is the next number to hide: one that stands in a sum whose hidden parts are few together, or that helps to
// work out a hidden number. It is the smallest such one, a whole last; -1 when nothing is told.
func (r *release) telling(below int) int {
	for _, x := range r.sums {
		if hidden := r.within(x); hidden > 0 && hidden < below && !r.hidden[x.whole] {
			if i := r.smallest([]sum{x}, nil); i >= 0 {
				return i
			}
		}
	}
	for i := range r.cells {
		if !r.hidden[i] || r.free(i) {
			continue
		}
		var near, around []sum
		for _, t := range r.in[i] {
			near = append(near, r.sums[t.sum])
		}
		for _, x := range r.sums {
			if r.within(x) > 0 {
				around = append(around, x)
			}
		}
		if next := r.smallest(near, around); next >= 0 {
			return next
		}
	}
	return -1
}

// within is what the hidden parts of a sum make together.
func (r *release) within(x sum) (n int) {
	for _, p := range x.parts {
		if r.hidden[p] {
			n += r.cells[p].N
		}
	}
	return n
}

// smallest is the smallest number that is shown and not zero: a part of the first sums, else of the second, else a whole.
// It is -1 when all is hidden.
func (r *release) smallest(near, around []sum) int {
	best := -1
	consider := func(i int) {
		if !r.hidden[i] && r.cells[i].N > 0 && (best < 0 || r.cells[i].N < r.cells[best].N) {
			best = i
		}
	}
	for _, sums := range [][]sum{near, around} {
		for _, x := range sums {
			for _, p := range x.parts {
				if len(x.parts) > 1 { // a sum of one part says that two wholes are equal
					consider(p)
				}
			}
		}
		if best >= 0 {
			return best
		}
	}
	for _, x := range append(near, around...) {
		consider(x.whole)
	}
	return best
}

// free reports whether a hidden number could be one more or one less for who sees all the others, and knows that what
// is hidden is not zero. One more here is one less there, from sum to sum, until a number that is in no other sum:
//
//	girls 6-10   +1 ─▶ row 6-10: boys 6-10   −1 ─▶ column of boys: boys 11-15   +1 ─▶ … ─▶ back to girls 6-10
func (r *release) free(i int) bool {
	if len(r.in[i]) == 0 {
		return true
	}
	for _, step := range []int{1, -1} {
		if r.cells[i].N+step >= 1 && r.balances(i, step) {
			return true
		}
	}
	return false
}

// need is a sum that is out of balance, and by how much: one or minus one.
type need struct{ sum, by int }

// balances looks for a way to change a number by one that leaves all sums true. A number in three sums and more is left
// alone: rather hide too much than too little.
func (r *release) balances(i, step int) bool {
	var sides []need
	for _, t := range r.in[i] {
		sides = append(sides, need{t.sum, t.sign * step})
	}
	switch len(sides) {
	case 1:
		_, loose := r.mend(sides[0], need{-1, 0}, i)
		return loose
	case 2:
		met, loose := r.mend(sides[0], need{sides[1].sum, -sides[1].by}, i)
		if !met && loose {
			_, loose = r.mend(sides[1], need{-1, 0}, i)
		}
		return met || loose
	}
	return false
}

// mend walks from a sum that is out of balance to the sums that share a hidden number with it. It tells whether it met
// goal, and whether it came to a number that is in no other sum and so may change freely.
func (r *release) mend(from, goal need, but int) (met, loose bool) {
	queue, seen := []need{from}, map[need]bool{from: true}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		if at == goal {
			return true, loose
		}
		for v, in := range r.in {
			if !r.hidden[v] || v == but || len(in) > 2 {
				continue
			}
			for k, t := range in {
				change := -at.by * t.sign
				if t.sum != at.sum || r.cells[v].N+change < 1 {
					continue
				}
				if len(in) == 1 {
					loose = true
					continue
				}
				other := in[1-k]
				if next := (need{other.sum, other.sign * change}); !seen[next] {
					seen[next] = true
					queue = append(queue, next)
				}
			}
		}
	}
	return false, loose
}
