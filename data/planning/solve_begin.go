package planning

import (
	"cmp"
	"slices"
)

// holdTries bounds the search for hours, rooms and facilitators of what the locks keep.
const holdTries = 50_000

// begin makes the first grid: what the locks keep, then the current groups as far as they are still possible, then
// groups opened one by one.
func (s *search) begin() error {
	s.scale()
	locked, err := s.lockedSlots()
	if err != nil {
		return err
	}
	tries := holdTries
	if !s.holdAll(locked, &tries) {
		return &LockError{s.namesOf(locked)}
	}
	for _, at := range locked {
		s.seatCurrent(at, int(s.slots[at].locked))
	}
	for i := range s.in.current {
		if !s.in.current[i].mustStay() {
			s.resume(i)
		}
	}
	for at := range s.slots {
		g := &s.slots[at]
		if !g.open {
			continue
		}
		s.fill(int32(at))
		if len(g.members) < s.kind(g).Min && g.locked < 0 {
			s.empty(int32(at))
		}
	}
	s.log = s.log[:0]
	s.rebuild(len(s.slots))
	s.log = s.log[:0]
	return nil
}

// lockedSlots gives a slot to each current group that a lock keeps, the most bound first.
func (s *search) lockedSlots() ([]int32, error) {
	var locked []int32
	for i := range s.in.current {
		old := &s.in.current[i]
		if !old.mustStay() {
			continue
		}
		if old.workshop < 0 || old.roomLocked && old.room < 0 {
			return nil, &LockError{[]string{old.ID}}
		}
		at := s.vacant(int32(old.workshop))
		g := &s.slots[at]
		g.locked = int32(i)
		if old.slotLocked {
			g.fixedStart = int32(slices.Index(s.in.starts, old.Start))
			if !slices.Contains(s.kind(g).starts, int(g.fixedStart)) {
				return nil, &LockError{[]string{old.ID}}
			}
		}
		if old.roomLocked {
			g.fixedRoom = int32(old.room)
		}
		for _, k := range old.locked {
			r := s.asked[k*len(s.in.workshops)+old.workshop]
			if r < 0 {
				return nil, &LockError{[]string{old.ID}}
			}
			s.kept[r] = true
		}
		locked = append(locked, at)
	}
	freedom := func(at int32) int {
		g := &s.slots[at]
		n := -len(s.in.current[g.locked].locked)
		if g.fixedStart < 0 {
			n += 1000
		}
		if g.fixedRoom < 0 {
			n += 100
		}
		return n
	}
	slices.SortStableFunc(locked, func(a, b int32) int { return cmp.Compare(freedom(a), freedom(b)) })
	return locked, nil
}

func (s *search) namesOf(locked []int32) []string {
	var ids []string
	for _, at := range locked {
		ids = append(ids, s.in.current[s.slots[at].locked].ID)
	}
	return ids
}

// holdAll opens the locked groups with the children locked in them, trying the current hour, room and facilitator
// first, and going back when one cannot be held.
func (s *search) holdAll(locked []int32, tries *int) bool {
	if len(locked) == 0 {
		return true
	}
	at := locked[0]
	g := &s.slots[at]
	old := &s.in.current[g.locked]
	mark := len(s.log)
	for _, start := range firstOf(s.kind(g).starts, slices.Index(s.in.starts, old.Start)) {
		if g.fixedStart >= 0 && int32(start) != g.fixedStart {
			continue
		}
		held := s.kind(g).during(s.in.starts[start])
		for _, room := range firstOf(s.kind(g).rooms, old.room) {
			if g.fixedRoom >= 0 && int32(room) != g.fixedRoom || !s.roomFree(int32(room), held) {
				continue
			}
			for _, f := range firstOf(s.kind(g).facilitators, old.facilitator) {
				if !has(s.leadersAt(g.workshop, int32(start)), int32(f)) || !s.leaderFree(int32(f), held) {
					continue
				}
				if *tries--; *tries < 0 {
					return false
				}
				s.open(at, where{int32(start), int32(room), int32(f)})
				if s.seatLocked(at) && s.holdAll(locked[1:], tries) {
					return true
				}
				s.rewind(mark)
			}
		}
	}
	return false
}

// firstOf is a list with one of its values put first.
func firstOf(list []int, first int) []int {
	if !slices.Contains(list, first) {
		return list
	}
	out := []int{first}
	for _, x := range list {
		if x != first {
			out = append(out, x)
		}
	}
	return out
}

func (s *search) seatLocked(at int32) bool {
	for _, k := range s.in.current[s.slots[at].locked].locked {
		r := s.asked[k*len(s.in.workshops)+int(s.slots[at].workshop)]
		if !s.welcomes(at, r) {
			return false
		}
		s.seat(r, at)
	}
	return true
}

// seatCurrent gives back their places to those who have one today, as far as they can come.
func (s *search) seatCurrent(at int32, current int) {
	old := &s.in.current[current]
	for _, id := range old.Children {
		k, ok := s.in.childAt[id]
		if !ok {
			continue
		}
		r := s.asked[k*len(s.in.workshops)+old.workshop]
		if r >= 0 && s.at[r] < 0 && s.welcomes(at, r) {
			s.seat(r, at)
		}
	}
}

// resume opens a current group as it is today, or at its hour with another room or facilitator.
func (s *search) resume(current int) {
	old := &s.in.current[current]
	if old.workshop < 0 {
		return
	}
	w, start := int32(old.workshop), int32(slices.Index(s.in.starts, old.Start))
	at := s.vacant(w)
	if at < 0 || !slices.Contains(s.in.workshops[w].starts, int(start)) {
		return
	}
	prefer := int32(old.room)
	if !slices.Contains(s.in.workshops[w].rooms, old.room) {
		prefer = -1
	}
	leader := int32(old.facilitator)
	if !slices.Contains(s.in.workshops[w].facilitators, old.facilitator) {
		leader = -1
	}
	room, leads := s.findRoom(w, start, prefer), s.findLeader(w, start, leader)
	if room < 0 || leads < 0 {
		return
	}
	s.open(at, where{start, room, leads})
	s.seatCurrent(at, current)
}
