package planning

import "slices"

// standing is a plan as the explanations look at it: who is where, and what a place more would break. It can be
// changed and changed back, to try what if.
type standing struct {
	in         *Instance
	groups     []placed
	ofWorkshop [][]int        // groups
	ofChild    [][]int        // groups
	inRoom     [][]int        // groups
	ledBy      [][]int        // groups, by facilitator
	leaving    map[Time][]int // escorted children by school, at each start
}

func stand(in *Instance, groups []Group) *standing {
	s := &standing{
		in: in, groups: make([]placed, len(groups)), ofWorkshop: make([][]int, len(in.workshops)), ofChild: make([][]int, len(in.children)),
		inRoom: make([][]int, len(in.rooms)), ledBy: make([][]int, len(in.facilitators)), leaving: map[Time][]int{},
	}
	c := checker{in: in}
	for g := range groups {
		p := c.place(&groups[g])
		children := p.children
		p.children = nil
		s.groups[g] = p
		if p.workshop >= 0 {
			s.ofWorkshop[p.workshop] = append(s.ofWorkshop[p.workshop], g)
		}
		if p.room >= 0 {
			s.inRoom[p.room] = append(s.inRoom[p.room], g)
		}
		if p.facilitator >= 0 {
			s.ledBy[p.facilitator] = append(s.ledBy[p.facilitator], g)
		}
		for _, k := range children {
			if k >= 0 {
				s.join(k, g)
			}
		}
	}
	return s
}

// join puts a child in a group, leave takes the child out.
func (s *standing) join(k, g int) {
	p := &s.groups[g]
	p.children = append(p.children, k)
	s.ofChild[k] = append(s.ofChild[k], g)
	s.escort(k, p.Start, 1)
}

func (s *standing) leave(k, g int) {
	p := &s.groups[g]
	p.children = without(p.children, k)
	s.ofChild[k] = without(s.ofChild[k], g)
	s.escort(k, p.Start, -1)
}

// without is a list with one less, in another memory: whoever reads the former list is not disturbed.
func without(list []int, x int) []int {
	if i := slices.Index(list, x); i >= 0 {
		return slices.Concat(list[:i], list[i+1:])
	}
	return list
}

func (s *standing) escort(k int, start Time, n int) {
	kid := &s.in.children[k]
	if s.in.problem.Escorts == nil || !kid.Escort || kid.school < 0 {
		return
	}
	if s.leaving[start] == nil {
		s.leaving[start] = make([]int, s.in.schools)
	}
	s.leaving[start][kid.school] += n
}

// overTrips reports whether one more child at that start asks for a trip more than there are.
func (s *standing) overTrips(k int, start Time) bool {
	kid, rule := &s.in.children[k], s.in.problem.Escorts
	if rule == nil || !kid.Escort || kid.school < 0 {
		return false
	}
	leaving := s.leaving[start]
	if leaving == nil {
		return rule.TripsPerStart < 1
	}
	if leaving[kid.school]%rule.ChildrenPerTrip != 0 {
		return false // a place left in a trip
	}
	return rule.trips(leaving)+1 > rule.TripsPerStart
}

// grades are the lowest and the highest in a group, high < low when none is known.
func (s *standing) gradesOf(g int) (low, high int) {
	low, high = len(grades), -1
	for _, k := range s.groups[g].children {
		if grade := s.in.children[k].grade; grade >= 0 {
			low, high = min(low, grade), max(high, grade)
		}
	}
	return low, high
}

// against are the causes that keep a child out of a group of the workshop asked for, besides grade and age.
func (s *standing) against(k, g int) (causes []Reason) {
	p, kid := &s.groups[g], &s.in.children[k]
	w := &s.in.workshops[p.workshop]
	add := func(r Reason, more ...string) {
		r.About = append([]string{p.ID}, more...)
		causes = append(causes, r)
	}
	if len(p.children) >= w.Max {
		add(Reason{Code: GroupFull, Count: len(p.children), Limit: w.Max})
	}
	if !free(kid.Available, p.held) {
		add(Reason{Code: AwayThen, Start: p.Start})
	}
	for _, h := range s.ofChild[k] {
		if other := &s.groups[h]; h != g && other.held.meets(p.held) {
			add(Reason{Code: BusyThen, Start: other.Start}, other.ID, other.Workshop)
		}
	}
	if low, high := s.gradesOf(g); kid.grade >= 0 && (kid.grade < low || kid.grade > high) {
		if span := max(high, kid.grade) - min(low, kid.grade); span > w.span {
			add(Reason{Code: SpanTooWide, Count: span, Limit: w.span, Grade: kid.Grade})
		}
	}
	for _, other := range kid.apart {
		if slices.Contains(p.children, other) {
			add(Reason{Code: ApartFrom}, s.in.children[other].ID)
		}
	}
	if s.overTrips(k, p.Start) {
		add(Reason{Code: TripsExhausted, Start: p.Start, Limit: s.in.problem.Escorts.TripsPerStart})
	}
	return causes
}

// fits is against without the words: nothing keeps the child out.
func (s *standing) fits(k, g int) bool {
	p, kid := &s.groups[g], &s.in.children[k]
	w := &s.in.workshops[p.workshop]
	if len(p.children) >= w.Max || s.overTrips(k, p.Start) || !free(kid.Available, p.held) {
		return false
	}
	for _, h := range s.ofChild[k] {
		if h != g && s.groups[h].held.meets(p.held) {
			return false
		}
	}
	if low, high := s.gradesOf(g); kid.grade >= 0 && (kid.grade < low || kid.grade > high) && max(high, kid.grade)-min(low, kid.grade) > w.span {
		return false
	}
	return !slices.ContainsFunc(kid.apart, func(other int) bool { return slices.Contains(p.children, other) })
}

// busy is a group of a list held during a stretch, -1 for none.
func (s *standing) busy(groups []int, held Span) int {
	for _, g := range groups {
		if s.groups[g].held.meets(held) {
			return g
		}
	}
	return -1
}
