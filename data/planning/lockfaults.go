package planning

import "slices"

// locks finds the locks that contradict each other, or that nothing can keep.
func (f *faults) locks() {
	var held []*currentGroup // whose start is locked where it can be
	groups := make([]int, len(f.in.workshops))
	for i := range f.in.current {
		g := &f.in.current[i]
		if !g.slotLocked && !g.roomLocked && len(g.locked) == 0 {
			continue
		}
		if g.workshop < 0 {
			f.add(LockedNowhere, g.ID)
			continue
		}
		groups[g.workshop]++
		if f.lockedGroup(g) && g.slotLocked {
			held = append(held, g)
		}
		f.lockedMembers(g)
	}
	for w, n := range groups {
		if limit := f.in.workshops[w].MaxGroups; n > limit && limit >= 0 {
			f.counted(LockedManyGroups, n, limit, f.in.workshops[w].ID)
		}
	}
	f.lockedChildren()
	f.lockedAtOnce(held)
	f.lockedTrips(held)
}

// lockedGroup checks the start and the room of one group, and reports whether its start can be kept.
func (f *faults) lockedGroup(g *currentGroup) bool {
	w := &f.in.workshops[g.workshop]
	if g.roomLocked && !slices.Contains(w.rooms, g.room) {
		f.add(LockedBadRoom, g.ID, g.Room)
	}
	if !g.slotLocked {
		return true
	}
	if f.in.timeFault(w.Workshop, g.Start) != "" {
		f.at(LockedBadStart, g.Start, g.ID)
		return false
	}
	if len(f.in.leadersAt(w, g.Start)) == 0 {
		f.at(LockedUnled, g.Start, g.ID)
		return false
	}
	return true
}

// leadersAt are the facilitators who can give a workshop at that hour, busy or not.
func (in *Instance) leadersAt(w *workshop, start Time) (who []int) {
	for _, k := range w.facilitators {
		if free(in.facilitators[k].Available, w.during(start)) {
			who = append(who, k)
		}
	}
	return who
}

// lockedMembers checks the children locked in one group.
func (f *faults) lockedMembers(g *currentGroup) {
	w := &f.in.workshops[g.workshop]
	low, high := len(grades), -1
	for i, k := range g.locked {
		kid := &f.in.children[k]
		_, asked := f.in.requestAt[[2]int{k, g.workshop}]
		switch {
		case !asked:
			f.add(LockedUnasked, g.ID, kid.ID)
		case fitFault(w.Workshop, kid.Child) != "":
			f.add(LockedUnfit, g.ID, kid.ID)
		case g.slotLocked && !free(kid.Available, w.during(g.Start)):
			f.at(LockedAway, g.Start, g.ID, kid.ID)
		}
		for _, other := range g.locked[:i] {
			if slices.Contains(kid.apart, other) {
				f.add(LockedApart, g.ID, kid.ID, f.in.children[other].ID)
			}
		}
		if kid.grade >= 0 {
			low, high = min(low, kid.grade), max(high, kid.grade)
		}
	}
	if high-low > w.span && w.span >= 0 {
		f.counted(LockedSpan, high-low, w.span, g.ID)
	}
	if len(g.locked) > w.Max && w.Max > 0 {
		f.counted(LockedTooMany, len(g.locked), w.Max, g.ID)
	}
	possible := 0
	for _, r := range w.requests {
		asked := &f.in.requests[r]
		if asked.fits && (!g.slotLocked || free(f.in.children[asked.child].Available, w.during(g.Start))) {
			possible++
		}
	}
	if possible < w.Min && w.Min <= w.Max {
		f.counted(LockedTooFew, possible, w.Min, g.ID)
	}
}

// lockedChildren finds the children locked in two places that exclude each other.
func (f *faults) lockedChildren() {
	for j := range f.in.current {
		b := &f.in.current[j]
		for i := range f.in.current[:j] {
			a := &f.in.current[i]
			if a.workshop < 0 || b.workshop < 0 {
				continue
			}
			atOnce := a.slotLocked && b.slotLocked && f.span(a).meets(f.span(b))
			if !atOnce && a.workshop != b.workshop {
				continue
			}
			for _, k := range b.locked {
				if slices.Contains(a.locked, k) {
					f.add(LockedTwice, f.in.children[k].ID, a.ID, b.ID)
				}
			}
		}
	}
}

func (f *faults) span(g *currentGroup) Span { return f.in.workshops[g.workshop].during(g.Start) }

// lockedAtOnce checks that the groups locked at one moment can have a room and a facilitator each. It is enough to look
// at the moments when one of them starts.
func (f *faults) lockedAtOnce(held []*currentGroup) {
	clash := false
	for j, b := range held {
		for _, a := range held[:j] {
			if a.roomLocked && b.roomLocked && a.room >= 0 && a.room == b.room && f.span(a).meets(f.span(b)) {
				f.at(LockedOneRoom, max(a.Start, b.Start), a.Room, a.ID, b.ID)
				clash = true
			}
		}
	}
	for i, g := range held {
		var together []*currentGroup
		for j, other := range held {
			// of those that start with g, only the first looks
			if f.span(other).meets(Span{g.Start, g.Start + 1}) && (j >= i || other.Start != g.Start) {
				together = append(together, other)
			}
		}
		earlier := slices.ContainsFunc(held[:i], func(o *currentGroup) bool { return o.Start == g.Start })
		if earlier || len(together) < 2 {
			continue
		}
		rooms := func(g *currentGroup) []int {
			if g.roomLocked {
				return []int{g.room}
			}
			return f.in.workshops[g.workshop].rooms
		}
		leaders := func(g *currentGroup) []int { return f.in.leadersAt(&f.in.workshops[g.workshop], g.Start) }
		if !matched(together, leaders) || !clash && !matched(together, rooms) {
			var ids []string
			for _, o := range together {
				ids = append(ids, o.ID)
			}
			f.at(LockedTogether, g.Start, ids...)
		}
	}
}

// matched reports whether each group can have one of its own among its choices (augmenting paths).
func matched(groups []*currentGroup, choices func(*currentGroup) []int) bool {
	holder := map[int]int{} // choice → group
	var give func(g int, tried map[int]bool) bool
	give = func(g int, tried map[int]bool) bool {
		for _, c := range choices(groups[g]) {
			if tried[c] {
				continue
			}
			tried[c] = true
			other, taken := holder[c]
			if !taken || give(other, tried) {
				holder[c] = g
				return true
			}
		}
		return false
	}
	for g := range groups {
		if !give(g, map[int]bool{}) {
			return false
		}
	}
	return true
}

// lockedTrips checks that the children locked at one start can all be escorted.
func (f *faults) lockedTrips(held []*currentGroup) {
	rule := f.in.problem.Escorts
	if rule == nil {
		return
	}
	for i, g := range held {
		if slices.ContainsFunc(held[:i], func(o *currentGroup) bool { return o.Start == g.Start }) {
			continue
		}
		leaving := make([]int, f.in.schools)
		for _, other := range held[i:] {
			if other.Start != g.Start {
				continue
			}
			for _, k := range other.locked {
				if kid := &f.in.children[k]; kid.Escort && kid.school >= 0 {
					leaving[kid.school]++
				}
			}
		}
		if trips := rule.trips(leaving); trips > rule.TripsPerStart {
			f.found = append(f.found, Fault{Code: LockedTrips, Start: g.Start, Count: trips, Limit: rule.TripsPerStart})
		}
	}
}
