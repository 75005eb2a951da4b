package planning

// polish climbs on the exact score until no small change makes it better: no waiting request could then take the
// place of one that counts less.
func (s *search) polish() {
	for better := true; better && s.ctx.Err() == nil; {
		better = false
		for w := range s.ranked {
			for _, r := range s.ranked[w] {
				if s.kept[r] || s.ctx.Err() != nil {
					continue
				}
				if s.at[r] < 0 {
					better = s.place(r) || better
				} else {
					better = s.improve(r) || better
				}
			}
		}
		for at := range s.slots {
			better = s.bestHour(int32(at)) || better
		}
	}
}

// better makes a change and keeps it if the score gains.
func (s *search) better(change func() bool) bool {
	score, lacking := s.score, s.lacking
	s.log = s.log[:0]
	if change() && s.sound() && (s.lacking < lacking || s.lacking == lacking && s.score.Compare(score) > 0) {
		return true
	}
	s.rewind(0)
	return false
}

// sound reports whether no group that a change touched is under its minimum.
func (s *search) sound() bool {
	for _, c := range s.log {
		if g := &s.slots[c.slot]; c.kind == unseated && g.open && g.locked < 0 && len(g.members) < s.kind(g).Min {
			return false
		}
	}
	return true
}

// place gives a waiting request a place that is free, or that of a member who counts less.
func (s *search) place(r int32) bool {
	w := s.in.requests[r].workshop
	for at := s.base[w]; at < s.base[w+1]; at++ {
		if !s.slots[at].open || !s.suits(r, s.slots[at].start) {
			continue
		}
		if s.welcomes(at, r) && s.better(func() bool { s.seat(r, at); return true }) {
			return true
		}
		for i := range s.slots[at].members {
			if s.better(func() bool { return s.replace(s.slots[at].members[i], r, at) }) {
				return true
			}
		}
	}
	return false
}

// replace gives the place of a member to another request; the member goes to another group if one welcomes them.
func (s *search) replace(out, r, at int32) bool {
	if !s.oust(out) || !s.welcomes(at, r) {
		return false
	}
	s.seat(r, at)
	w := s.in.requests[out].workshop
	for other := s.base[w]; other < s.base[w+1]; other++ {
		if s.slots[other].open && s.welcomes(other, out) {
			s.seat(out, other)
			break
		}
	}
	return true
}

// improve moves a placed request to another group, alone or in exchange for a member of it.
func (s *search) improve(r int32) bool {
	w, from := s.in.requests[r].workshop, s.at[r]
	for at := s.base[w]; at < s.base[w+1]; at++ {
		if at == from || !s.slots[at].open || !s.suits(r, s.slots[at].start) {
			continue
		}
		if s.better(func() bool {
			s.unseat(r)
			if !s.welcomes(at, r) {
				return false
			}
			s.seat(r, at)
			s.fill(from)
			return true
		}) {
			return true
		}
		for i := range s.slots[at].members {
			if s.better(func() bool { return s.exchange(r, s.slots[at].members[i]) }) {
				return true
			}
		}
	}
	return false
}

// exchange puts two members of two groups in each other's place.
func (s *search) exchange(a, b int32) bool {
	from, to := s.at[a], s.at[b]
	s.unseat(a)
	if !s.oust(b) || !s.welcomes(to, a) {
		return false
	}
	s.seat(a, to)
	if !s.welcomes(from, b) {
		return false
	}
	s.seat(b, from)
	return true
}

// bestHour holds a group at another hour when that is better.
func (s *search) bestHour(at int32) bool {
	g := &s.slots[at]
	if !g.open || g.fixedStart >= 0 {
		return false
	}
	for _, start := range s.kind(g).starts {
		if int32(start) != g.start && s.better(func() bool { return s.hold(at, int32(start)) && s.settle() }) {
			return true
		}
	}
	return false
}

// Envy lists who could simply take a place from somebody who counts less, all rules kept. A finished search leaves none.
func Envy(in *Instance, p Plan) []Envied {
	g := gridOf(in, p.Groups)
	var out []Envied
	for w := range g.ranked {
		for _, r := range g.ranked[w] {
			if g.at[r] >= 0 {
				continue
			}
			for at := g.base[w]; at < g.base[w+1]; at++ {
				if g.slots[at].open {
					out = append(out, g.enviedBy(r, at)...)
				}
			}
		}
	}
	return out
}

// Envied is a place that a waiting request should have, by priority or by wait. Has is empty for a place that is free.
type Envied struct{ Waits, Has Request }

func (g *grid) enviedBy(r, at int32) []Envied {
	asked := g.in.problem.Requests
	if g.welcomes(at, r) {
		return []Envied{{Waits: asked[r]}}
	}
	var out []Envied
	for i := range g.slots[at].members {
		m := g.slots[at].members[i]
		if g.kept[m] || g.rank(r, m) >= 0 {
			continue
		}
		n := len(g.log)
		g.unseat(m)
		if g.welcomes(at, r) {
			out = append(out, Envied{asked[r], asked[m]})
		}
		g.rewind(n)
	}
	return out
}

// gridOf is the grid of groups in which everything is possible.
func gridOf(in *Instance, groups []Group) *grid {
	g := newGrid(newTables(in))
	next := make([]int32, len(in.workshops))
	for i := range groups {
		w := in.workshopAt[groups[i].Workshop]
		at := g.base[w] + next[w]
		next[w]++
		start := int32(0)
		for s := range in.starts {
			if in.starts[s] == groups[i].Start {
				start = int32(s)
			}
		}
		g.open(at, where{start, int32(in.roomAt[groups[i].Room]), int32(in.facilitatorAt[groups[i].Facilitator])})
		for _, id := range groups[i].Children {
			g.seat(g.asked[in.childAt[id]*len(in.workshops)+w], at)
		}
	}
	for i := range in.current {
		for _, k := range in.current[i].locked {
			if r := g.asked[k*len(in.workshops)+in.current[i].workshop]; r >= 0 {
				g.kept[r] = true
			}
		}
	}
	return g
}
