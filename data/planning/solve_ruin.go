package planning

import "slices"

// retime holds a group at another hour, or with another room or facilitator. Those who cannot follow lose their place.
func (s *search) retime() bool {
	at := s.anyOpen()
	if at < 0 {
		return false
	}
	g := &s.slots[at]
	starts := s.kind(g).starts
	if g.fixedStart >= 0 || len(starts) == 0 {
		return false
	}
	start := int32(starts[s.below(len(starts))])
	if start == g.start {
		return false
	}
	return s.hold(at, start)
}

// hold takes a group to another start, with the members who can follow.
func (s *search) hold(at, start int32) bool {
	g := &s.slots[at]
	before := g.where
	members := append(s.loose[:0], g.members...)
	s.loose = members
	s.empty(at)
	room, leader := s.roomOf(at, start, before.room), s.findLeader(g.workshop, start, before.facilitator)
	if room < 0 || leader < 0 {
		return false
	}
	s.open(at, where{start, room, leader})
	for _, r := range members {
		if s.welcomes(at, r) {
			s.seat(r, at)
		} else if s.kept[r] {
			return false
		}
	}
	return true
}

// roomOf finds the room of a group, which a lock may have fixed.
func (s *search) roomOf(at, start, prefer int32) int32 {
	g := &s.slots[at]
	if g.fixedRoom < 0 {
		return s.findRoom(g.workshop, start, prefer)
	}
	held := s.kind(g).during(s.in.starts[start])
	if s.roomFree(g.fixedRoom, held) || s.clear(g.fixedRoom, held) {
		return g.fixedRoom
	}
	return -1
}

// anyOpen answers an open group at random, -1 when none is met in a few tries.
func (s *search) anyOpen() int32 {
	if len(s.slots) == 0 {
		return -1
	}
	for range 8 {
		if at := int32(s.below(len(s.slots))); s.slots[at].open {
			return at
		}
	}
	return -1
}

// ruin shuts a few groups that have something in common, and opens the best ones in their place.
func (s *search) ruin() bool {
	seed := s.anyOpen()
	if seed < 0 {
		return s.rebuild(1)
	}
	first := s.slots[seed]
	kind, size := s.below(4), 1+s.below(3)
	if first.locked < 0 {
		s.empty(seed)
		size--
	}
	n := len(s.slots)
	for i, from := 0, s.below(n); i < n && size > 0; i++ {
		at := int32((from + i) % n)
		g := &s.slots[at]
		if !g.open || g.locked >= 0 || !related(kind, &first, g) {
			continue
		}
		s.empty(at)
		size--
	}
	return s.rebuild(5)
}

// related reports whether two groups have the hour, the room, the facilitator or the workshop in common.
func related(kind int, a, b *cell) bool {
	switch kind {
	case 0:
		return a.held.meets(b.held)
	case 1:
		return a.room == b.room
	case 2:
		return a.facilitator == b.facilitator
	}
	return a.workshop == b.workshop
}

// rebuild opens at most so many groups, each time the one that promises most, give or take some luck.
func (s *search) rebuild(most int) bool {
	for range most {
		w, start := s.mostPromising()
		if w < 0 {
			break
		}
		if mark := len(s.log); !s.start(s.vacant(w), start) {
			s.rewind(mark)
			break
		}
	}
	return len(s.log) > 0
}

// enough is how many workshops and starts are compared before one is opened; of more, only some are looked at.
const enough = 64

// mostPromising answers the workshop and the start where a new group would gather most, -1 for none.
func (s *search) mostPromising() (workshop, start int32) {
	best := int64(0)
	workshop = -1
	for w := range s.in.workshops {
		if s.vacant(int32(w)) < 0 {
			continue
		}
		for _, at := range s.in.workshops[w].starts {
			if s.pairs > enough && s.below(s.pairs) >= enough {
				continue
			}
			luck := int64(192 + s.below(64))
			if !s.knows(int32(w), int32(at)) && !s.possible(int32(w), int32(at)) {
				continue
			}
			worth, _ := s.promise(int32(w), int32(at))
			if worth = worth >> 8 * luck; worth > best && s.possible(int32(w), int32(at)) {
				best, workshop, start = worth, int32(w), int32(at)
			}
		}
	}
	return workshop, start
}

// possible reports whether a workshop has a room and a facilitator free at a start.
func (s *search) possible(w, start int32) bool {
	kind := &s.in.workshops[w]
	held := kind.during(s.in.starts[start])
	if !slices.ContainsFunc(s.leadersAt(w, start), func(f int32) bool { return s.leaderFree(f, held) }) {
		return false
	}
	for _, room := range kind.rooms {
		if s.roomFree(int32(room), held) {
			return true
		}
	}
	return false
}
