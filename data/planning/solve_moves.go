package planning

// move tries one change of the grid, and reports whether it made one. Members who lost their place and groups under
// their minimum are left for settle.
func (s *search) move() bool {
	if len(s.hopeful) == 0 {
		return false
	}
	switch n := s.below(256); {
	case n < 204:
		r := s.hopeful[s.below(len(s.hopeful))]
		if s.at[r] < 0 {
			return s.insert(r)
		}
		return s.shift(r)
	case n < 228:
		return s.retime()
	case n < 246:
		return s.begins()
	default:
		return s.ruin()
	}
}

// among answers an open group of a workshop at a start that suits a request, other than one, -1 for none. Random.
func (s *search) among(r, not int32) int32 {
	w := s.of[r].workshop
	from, n := s.base[w], int(s.base[w+1]-s.base[w])
	if n == 0 {
		return -1
	}
	first := s.below(n)
	for i := range n {
		at := from + int32((first+i)%n)
		if at != not && s.slots[at].open && s.suits(r, s.slots[at].start) {
			return at
		}
	}
	return -1
}

// oust takes a member out to make place, unless a lock keeps them.
func (s *search) oust(r int32) bool {
	if s.kept[r] {
		return false
	}
	s.unseat(r)
	return true
}

// insert gives a waiting request a place, whoever must leave theirs.
func (s *search) insert(r int32) bool {
	at := s.among(r, -1)
	if at < 0 {
		return s.openFor(r)
	}
	return s.force(at, r)
}

// force seats a waiting request in a group after taking out all that forbids it, save what a lock keeps.
func (s *search) force(at, r int32) bool {
	to, asked := &s.slots[at], &s.of[r]
	for busy := s.busy(asked, to.held); busy >= 0; busy = s.busy(asked, to.held) {
		if !s.oust(busy) {
			return false
		}
	}
	if foe := s.foe(to, at, asked); foe >= 0 && !s.oust(foe) {
		return false
	}
	for !gradesHold(to, asked) {
		if far := s.farthest(to, asked); !s.oust(far) {
			return false
		}
	}
	if len(to.members) >= to.most {
		if out := to.members[s.below(len(to.members))]; !s.oust(out) {
			return false
		}
	}
	if !s.tripHolds(to.start, asked) && !s.freeTrip(to.start) || !s.welcomes(at, r) {
		return false
	}
	s.seat(r, at)
	return true
}

// freeTrip takes out a child who needs a whole trip to a start.
func (s *search) freeTrip(start int32) bool {
	first := s.below(len(s.slots))
	for i := range s.slots {
		g := &s.slots[(first+i)%len(s.slots)]
		if !g.open || g.start != start {
			continue
		}
		for _, m := range g.members {
			if s.of[m].school < 0 {
				continue
			}
			if n := s.leaving[int(start)*s.in.schools+int(s.of[m].school)]; s.tripsFor(n-1) < s.tripsFor(n) && s.oust(m) {
				return true
			}
		}
	}
	return false
}

// farthest is the member whose grade is the farthest from a child's.
func (s *search) farthest(to *cell, asked *asking) int32 {
	worst, most := int32(-1), int8(-1)
	for _, m := range to.members {
		theirs := s.of[m].grade
		if theirs < 0 {
			continue
		}
		if d := max(theirs-asked.grade, asked.grade-theirs); d > most {
			worst, most = m, d
		}
	}
	return worst
}

// shift moves a placed request to another group of its workshop, in exchange for a member of it if it must be.
func (s *search) shift(r int32) bool {
	from := s.at[r]
	to := s.among(r, from)
	if to < 0 || s.kept[r] {
		return false
	}
	s.unseat(r)
	if s.welcomes(to, r) {
		s.seat(r, to)
		return true
	}
	other := s.slots[to].members
	if len(other) == 0 {
		return false
	}
	m := other[s.below(len(other))]
	if !s.oust(m) || !s.welcomes(to, r) {
		return false
	}
	s.seat(r, to)
	if s.welcomes(from, m) {
		s.seat(m, from)
	}
	return true
}

// settle finds places for those who lost theirs, fills the groups they left, and refuses a move that leaves a group
// under its minimum.
func (s *search) settle() bool {
	s.loose, s.touched = s.loose[:0], s.touched[:0]
	for _, c := range s.log {
		if c.kind == unseated {
			s.loose = append(s.loose, c.of)
			if !has(s.touched, c.slot) {
				s.touched = append(s.touched, c.slot)
			}
		}
	}
	for _, r := range s.loose {
		if s.at[r] < 0 {
			s.house(r)
		}
	}
	for _, at := range s.touched {
		if !s.slots[at].open {
			continue
		}
		s.fill(at)
		if w := s.kind(&s.slots[at]); len(s.slots[at].members) < w.Min && s.slots[at].locked < 0 {
			return false
		}
	}
	return true
}

func has(list []int32, x int32) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}

// house seats a waiting request in the first group that welcomes it, from a random one on.
func (s *search) house(r int32) {
	w := s.of[r].workshop
	from, n := s.base[w], int(s.base[w+1]-s.base[w])
	if n == 0 {
		return
	}
	first := s.below(n)
	for i := range n {
		at := from + int32((first+i)%n)
		if s.slots[at].open && s.welcomes(at, r) {
			s.seat(r, at)
			return
		}
	}
}

// fill seats waiting requests in a group, those worth most first.
func (s *search) fill(at int32) {
	to := &s.slots[at]
	for _, r := range s.comingAt(to.workshop, to.start) {
		if len(to.members) >= to.most {
			return
		}
		if s.at[r] < 0 && s.welcomes(at, r) {
			s.seat(r, at)
		}
	}
}
