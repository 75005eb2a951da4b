package planning

import "math/bits"

// grid is a plan under search: groups in slots, requests in groups, and the score of it all, kept up to date by five
// elementary changes (seat, unseat, open, shut, reassign) that can be taken back.
type grid struct {
	*tables
	slots []cell
	at    []int32 // [request]: its slot, -1 when it waits
	kept  []bool  // [request]: a lock holds it in its group
	spot  []int32 // [request]: its place among the members of its slot
	score Score
	// lacking counts the children missing from groups that a lock keeps open and that are under their minimum.
	lacking int

	inRoom, led [][]int32 // slots of each room, of each facilitator
	leaving     []int16   // [start × school]: children who are escorted
	tripsAt     []int16   // [start]
	halves      []uint8   // [child × half-day]: places
	shared      []uint8   // [pair to keep together]: groups they share
	stamps      []uint32  // [workshop]: grows when who waits for it, or is free, changes
	log         []change
}

// cell is a group that is open or may be.
type cell struct {
	where
	workshop int32
	open     bool
	most     int // children
	span     int
	held     Span
	members  []int32 // requests
	perGrade [16]uint16
	grades   uint16 // bit n: somebody of grade n
	// locked is the current group that a lock keeps here, -1 for none; start and room are fixed when not -1.
	locked                int32
	fixedStart, fixedRoom int32
}

// where is the hour, the room and the facilitator of a group.
type where struct{ start, room, facilitator int32 }

// change is an elementary change, as much of it as it takes to undo it.
type change struct {
	kind     changeKind
	slot, of int32 // of is a request
	before   where
}

type changeKind uint8

const (
	seated changeKind = iota
	unseated
	opened
	shut
	moved
)

func newGrid(t *tables) *grid {
	g := &grid{tables: t}
	in := t.in
	for w := range in.workshops {
		for range t.base[w+1] - t.base[w] {
			g.slots = append(g.slots, cell{
				workshop: int32(w), most: in.workshops[w].Max, span: in.workshops[w].span, locked: -1, fixedStart: -1, fixedRoom: -1,
				members: make([]int32, 0, in.workshops[w].Max+1),
			})
		}
	}
	g.at, g.spot = make([]int32, len(in.requests)), make([]int32, len(in.requests))
	g.stamps = make([]uint32, len(in.workshops))
	g.restamp()
	g.kept = make([]bool, len(in.requests))
	for i := range g.at {
		g.at[i] = -1
	}
	g.inRoom, g.led = make([][]int32, len(in.rooms)), make([][]int32, len(in.facilitators))
	g.leaving, g.tripsAt = make([]int16, t.starts*in.schools), make([]int16, t.starts)
	g.halves, g.shared = make([]uint8, 2*len(in.children)), make([]uint8, len(in.together))
	g.score[4] = -in.placedNow()
	return g
}

func (g *grid) kind(s *cell) *workshop { return &g.in.workshops[s.workshop] }

// restamp forgets all promises.
func (g *grid) restamp() {
	for w := range g.stamps {
		g.stamps[w]++
	}
}

// seat gives a request a place. The caller has asked whether it can.
func (g *grid) seat(r, at int32) {
	g.count(r, at, 1)
	s := &g.slots[at]
	g.at[r], g.spot[r] = at, int32(len(s.members))
	s.members = append(s.members, r)
	if grade := g.of[r].grade; grade >= 0 {
		s.perGrade[grade]++
		s.grades |= 1 << grade
	}
	g.log = append(g.log, change{kind: seated, slot: at, of: r})
}

// unseat takes a request out of its group.
func (g *grid) unseat(r int32) {
	at := g.at[r]
	s := &g.slots[at]
	last := s.members[len(s.members)-1]
	s.members[g.spot[r]], g.spot[last] = last, g.spot[r]
	s.members = s.members[:len(s.members)-1]
	g.at[r] = -1
	if grade := g.of[r].grade; grade >= 0 {
		if s.perGrade[grade]--; s.perGrade[grade] == 0 {
			s.grades &^= 1 << grade
		}
	}
	g.count(r, at, -1)
	g.log = append(g.log, change{kind: unseated, slot: at, of: r})
}

// count moves the score by one request more (sign +1) or less (-1) in a slot that does not have it.
func (g *grid) count(r, at int32, sign int) {
	s, asked := &g.slots[at], &g.of[r]
	g.score[asked.class] += sign
	g.score[3] += sign * asked.waited
	if asked.was == s.start {
		g.score[4] += sign
	}
	if asked.wish == int8(g.half[s.start]) {
		g.score[6] += sign
	}
	g.score[7] += sign * (2*(s.most-len(s.members)) - 1)
	if s.locked >= 0 && len(s.members) < g.kind(s).Min {
		g.lacking -= sign
	}
	if asked.school >= 0 {
		n := &g.leaving[int(s.start)*g.in.schools+int(asked.school)]
		before := g.tripsFor(*n)
		*n += int16(sign)
		g.tripsAt[s.start] += g.tripsFor(*n) - before
	}
	if asked.alone {
		g.stamps[s.workshop]++
	} else {
		for _, other := range g.in.children[asked.child].requests {
			g.stamps[g.of[other].workshop]++
		}
	}
	g.countPairs(int(asked.child), at, sign)
}

func (g *grid) tripsFor(children int16) int16 {
	return (children + int16(g.perTrip) - 1) / int16(g.perTrip)
}

// countPairs moves the score by the pairs that a child makes or unmakes in a slot.
func (g *grid) countPairs(child int, at int32, sign int) {
	s := &g.slots[at]
	for _, p := range g.friends[child] {
		other := g.asked[int(p.child)*len(g.in.workshops)+int(s.workshop)]
		if other < 0 || g.at[other] != at {
			continue
		}
		before := g.shared[p.pair]
		g.shared[p.pair] += uint8(sign)
		if before == 0 || g.shared[p.pair] == 0 {
			g.score[5] += sign
		}
	}
	half := int(g.half[s.start])
	before := g.halves[2*child+half]
	g.halves[2*child+half] += uint8(sign)
	if before != 0 && g.halves[2*child+half] != 0 {
		return
	}
	for _, other := range g.kin[child] {
		elsewhere := g.halves[2*child+1-half] > 0 && g.halves[2*int(other)+1-half] > 0
		if g.halves[2*int(other)+half] > 0 && !elsewhere {
			g.score[5] += sign
		}
	}
}

// open begins a group in a free slot.
func (g *grid) open(at int32, here where) {
	s := &g.slots[at]
	s.where, s.open = here, true
	s.held = g.kind(s).during(g.in.starts[here.start])
	g.inRoom[here.room] = append(g.inRoom[here.room], at)
	g.led[here.facilitator] = append(g.led[here.facilitator], at)
	g.score[7] -= g.kind(s).Max * g.kind(s).Max
	if s.locked >= 0 {
		g.lacking += g.kind(s).Min
	}
	g.log = append(g.log, change{kind: opened, slot: at})
}

// shut ends a group that has nobody left.
func (g *grid) shut(at int32) {
	s := &g.slots[at]
	s.open = false
	g.inRoom[s.room] = removed(g.inRoom[s.room], at)
	g.led[s.facilitator] = removed(g.led[s.facilitator], at)
	g.score[7] += g.kind(s).Max * g.kind(s).Max
	if s.locked >= 0 {
		g.lacking -= g.kind(s).Min
	}
	g.log = append(g.log, change{kind: shut, slot: at, before: s.where})
}

// reassign changes the room and the facilitator of a group.
func (g *grid) reassign(at, room, facilitator int32) {
	s := &g.slots[at]
	g.log = append(g.log, change{kind: moved, slot: at, before: s.where})
	g.inRoom[s.room] = removed(g.inRoom[s.room], at)
	g.led[s.facilitator] = removed(g.led[s.facilitator], at)
	s.room, s.facilitator = room, facilitator
	g.inRoom[room] = append(g.inRoom[room], at)
	g.led[facilitator] = append(g.led[facilitator], at)
}

func removed(list []int32, x int32) []int32 {
	for i, y := range list {
		if x == y {
			list[i] = list[len(list)-1]
			return list[:len(list)-1]
		}
	}
	return list
}

// empty shuts a group after taking everybody out of it, those that locks keep too: the caller puts these back.
func (g *grid) empty(at int32) {
	for s := &g.slots[at]; len(s.members) > 0; {
		g.unseat(s.members[len(s.members)-1])
	}
	g.shut(at)
}

// rewind takes back all changes after the first n.
func (g *grid) rewind(n int) {
	for i := len(g.log) - 1; i >= n; i-- {
		c := g.log[i]
		switch c.kind {
		case seated:
			g.unseat(c.of)
		case unseated:
			g.seat(c.of, c.slot)
		case opened:
			g.shut(c.slot)
		case shut:
			g.open(c.slot, c.before)
		case moved:
			g.reassign(c.slot, c.before.room, c.before.facilitator)
		}
	}
	g.log = g.log[:n]
}

// welcomes reports whether a waiting request may take a place in an open group as it is now.
func (g *grid) welcomes(at, r int32) bool {
	s, asked := &g.slots[at], &g.of[r]
	return len(s.members) < s.most && g.suits(r, s.start) && gradesHold(s, asked) && g.busy(asked, s.held) < 0 &&
		g.foe(s, at, asked) < 0 && g.tripHolds(s.start, asked)
}

// gradesHold reports whether a child would keep the span of grades of a group.
func gradesHold(s *cell, asked *asking) bool {
	if asked.grade < 0 {
		return true
	}
	all := s.grades | 1<<asked.grade
	return bits.Len16(all)-1-bits.TrailingZeros16(all) <= s.span
}

// busy answers a request of the same child that is placed during a stretch, -1 for none. It is asked about requests
// that wait.
func (g *grid) busy(asked *asking, held Span) int32 {
	if asked.alone {
		return -1
	}
	for _, r := range g.in.children[asked.child].requests {
		if at := g.at[r]; at >= 0 && g.slots[at].held.meets(held) {
			return int32(r)
		}
	}
	return -1
}

// foe answers the request of a member whom the child must not meet, -1 for none.
func (g *grid) foe(s *cell, at int32, asked *asking) int32 {
	for _, other := range g.in.children[asked.child].apart {
		if r := g.asked[other*len(g.in.workshops)+int(s.workshop)]; r >= 0 && g.at[r] == at {
			return r
		}
	}
	return -1
}

// tripHolds reports whether the escorts can bring one more child to a start.
func (g *grid) tripHolds(start int32, asked *asking) bool {
	if asked.school < 0 || int(g.tripsAt[start]) < g.trips {
		return true
	}
	n := g.leaving[int(start)*g.in.schools+int(asked.school)]
	return int(g.tripsAt[start]+g.tripsFor(n+1)-g.tripsFor(n)) <= g.trips
}

// roomFree reports whether nobody else holds a room during a stretch.
func (g *grid) roomFree(room int32, held Span) bool {
	for _, at := range g.inRoom[room] {
		if g.slots[at].held.meets(held) {
			return false
		}
	}
	return true
}

// leaderFree reports whether a facilitator leads nobody during a stretch.
func (g *grid) leaderFree(facilitator int32, held Span) bool {
	for _, at := range g.led[facilitator] {
		if g.slots[at].held.meets(held) {
			return false
		}
	}
	return true
}
