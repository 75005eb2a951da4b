package planning

// vacant answers a slot where a workshop may have one group more, -1 for none.
func (s *search) vacant(w int32) int32 {
	for at := s.base[w]; at < s.base[w+1]; at++ {
		if !s.slots[at].open && s.slots[at].locked < 0 {
			return at
		}
	}
	return -1
}

// begins opens one more group at a random hour.
func (s *search) begins() bool {
	w := int32(s.below(len(s.in.workshops)))
	at := s.vacant(w)
	starts := s.in.workshops[w].starts
	if at < 0 || len(starts) == 0 {
		return false
	}
	return s.start(at, int32(starts[s.below(len(starts))]))
}

// openFor opens a group for a request that has none to go to.
func (s *search) openFor(r int32) bool {
	w := int32(s.in.requests[r].workshop)
	at, starts := s.vacant(w), s.in.requests[r].starts
	if at < 0 {
		return false
	}
	return s.start(at, int32(starts[s.below(len(starts))]))
}

// start opens a group at an hour and fills it: from those who wait, then, if they are too few, from the other groups
// of the workshop, whose places go to others who wait.
func (s *search) start(at, start int32) bool {
	w := s.slots[at].workshop
	room, leader := s.findRoom(w, start, -1), s.findLeader(w, start, -1)
	if room < 0 || leader < 0 {
		return false
	}
	s.open(at, where{start, room, leader})
	return s.gather(at)
}

// gather fills a new group up to its minimum at least.
func (s *search) gather(at int32) bool {
	s.fillBest(at)
	to := &s.slots[at]
	need := s.kind(to).Min
	if len(to.members) >= need {
		return true
	}
	ranked := s.comingAt(to.workshop, to.start)
	if len(ranked) == 0 {
		return false
	}
	first := s.below(len(ranked))
	for i := range ranked {
		r := ranked[(first+i)%len(ranked)]
		from := s.at[r]
		if from < 0 || from == at || s.kept[r] || len(s.slots[from].members) <= need {
			continue
		}
		s.unseat(r)
		if !s.welcomes(at, r) {
			s.seat(r, from)
			continue
		}
		s.seat(r, at)
		if len(to.members) >= need {
			return true
		}
	}
	return false
}

// fillBest fills a new group with those worth most together: its span of grades begins where it gathers most.
func (s *search) fillBest(at int32) {
	to := &s.slots[at]
	if worth, low := s.promise(to.workshop, to.start); worth > 0 {
		high := low + to.span
		for _, r := range s.comingAt(to.workshop, to.start) {
			grade := int(s.of[r].grade)
			if s.at[r] < 0 && grade >= low && grade <= high && s.welcomes(at, r) {
				s.seat(r, at)
			}
		}
	}
	s.fill(at)
}

// promise is what a group of a workshop would gather among those who wait, were it held at a start: the weight of the
// best of them in one span of grades, and the lowest grade of that span. The weight is 0 when they are too few to open.
func (s *search) promise(w, start int32) (worth int64, lowest int) {
	known := &s.promised[int(w)*s.starts+int(start)]
	if known.stamp != s.stamps[w] {
		known.worth, known.lowest = s.work(w, start)
		known.stamp = s.stamps[w]
	}
	return known.worth, known.lowest
}

// promised is a promise that holds as long as the stamp of the workshop. It forgets that the trips of the hour change,
// which seating asks about.
type promised struct {
	stamp  uint32
	lowest int
	worth  int64
}

// knows reports whether a promise is known.
func (s *search) knows(w, start int32) bool {
	return s.promised[int(w)*s.starts+int(start)].stamp == s.stamps[w]
}

func (s *search) work(w, start int32) (best int64, lowest int) {
	kind := &s.in.workshops[w]
	held := kind.during(s.in.starts[start])
	var worth [16]int64 // by lowest grade
	var count [16]int
	for _, r := range s.comingAt(w, start) {
		asked := &s.of[r]
		if s.at[r] >= 0 || s.busy(asked, held) >= 0 || !s.tripHolds(start, asked) {
			continue
		}
		weight := s.weights[asked.class] + s.weights[3]*int64(asked.waited)
		low, high := 0, len(count)-1
		if grade := int(asked.grade); grade >= 0 {
			low, high = max(grade-kind.span, 0), grade
		}
		for n := low; n <= high; n++ {
			if count[n] < kind.Max {
				count[n]++
				worth[n] += weight
			}
		}
	}
	for n := range count {
		if count[n] >= kind.Min && worth[n] > best {
			best, lowest = worth[n], n
		}
	}
	return best, lowest
}

// findRoom answers a room that is free for a workshop at a start, the smallest first, -1 for none. When all are taken,
// a group that can go to another room does.
func (s *search) findRoom(w, start, prefer int32) int32 {
	kind := &s.in.workshops[w]
	held := kind.during(s.in.starts[start])
	if prefer >= 0 && s.roomFree(prefer, held) {
		return prefer
	}
	for _, room := range kind.rooms {
		if s.roomFree(int32(room), held) {
			return int32(room)
		}
	}
	for _, room := range kind.rooms {
		if s.clear(int32(room), held) {
			return int32(room)
		}
	}
	return -1
}

// clear moves the one group that holds a room to another.
func (s *search) clear(room int32, held Span) bool {
	one := s.only(s.inRoom[room], held)
	if one < 0 || s.slots[one].fixedRoom >= 0 {
		return false
	}
	g := &s.slots[one]
	for _, other := range s.kind(g).rooms {
		if s.roomFree(int32(other), g.held) {
			s.reassign(one, int32(other), g.facilitator)
			return true
		}
	}
	return false
}

// only answers the group of a list that meets a stretch, when there is exactly one.
func (s *search) only(list []int32, held Span) int32 {
	one := int32(-1)
	for _, at := range list {
		if s.slots[at].held.meets(held) {
			if one >= 0 {
				return -1
			}
			one = at
		}
	}
	return one
}

// findLeader answers a facilitator who can lead a workshop at a start, -1 for none.
func (s *search) findLeader(w, start, prefer int32) int32 {
	able := s.leadersAt(w, start)
	if len(able) == 0 {
		return -1
	}
	held := s.in.workshops[w].during(s.in.starts[start])
	if prefer >= 0 && has(able, prefer) && s.leaderFree(prefer, held) {
		return prefer
	}
	first := s.below(len(able))
	for i := range able {
		if f := able[(first+i)%len(able)]; s.leaderFree(f, held) {
			return f
		}
	}
	for i := range able {
		if f := able[(first+i)%len(able)]; s.relieve(f, held) {
			return f
		}
	}
	return -1
}

// relieve gives the one group that a facilitator leads during a stretch to another.
func (s *search) relieve(facilitator int32, held Span) bool {
	one := s.only(s.led[facilitator], held)
	if one < 0 {
		return false
	}
	g := &s.slots[one]
	for _, f := range s.leadersAt(g.workshop, g.start) {
		if f != facilitator && s.leaderFree(f, g.held) {
			s.reassign(one, g.room, f)
			return true
		}
	}
	return false
}
