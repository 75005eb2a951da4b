package planning

import "slices"

// reasons says why each change is proposed.
func (d *differ) reasons() {
	for i := range d.changes {
		c := &d.changes[i]
		d.solved(c)
		switch c.Code {
		case ChildJoins:
			d.whyJoin(c)
		case ChildMoves, ChildRetimed:
			d.whyMove(c)
		case ChildLeaves:
			d.whyLeave(c)
		default:
			d.whyGroup(c)
		}
	}
}

func (c *Change) because(r ChangeReason) { c.Reasons = append(c.Reasons, r) }

// same reports whether two violations are the same one, however far it goes.
func same(a, b Violation) bool {
	return a.Code == b.Code && a.Workshop == b.Workshop && slices.Equal(a.Groups, b.Groups) && slices.Equal(a.Children, b.Children)
}

// solved are the rules broken before, kept after, that the change has to do with.
func (d *differ) solved(c *Change) {
	for _, v := range d.broken {
		mine := func(g *Group) bool { return g != nil && slices.Contains(v.Groups, g.ID) }
		if v.Severity != Impossible || !mine(c.Was) || slices.ContainsFunc(d.left, func(l Violation) bool { return same(v, l) }) {
			continue
		}
		ofOne := c.Code == ChildMoves || c.Code == ChildRetimed || c.Code == ChildLeaves
		if ofOne && len(v.Children) > 0 && !slices.Contains(v.Children, c.Moves[0].Child) {
			continue
		}
		c.because(ChangeReason{Code: Solves, Solved: &v})
	}
}

// whyJoin: the rank of the request, and what the group is for the child.
func (d *differ) whyJoin(c *Change) {
	if w := d.workshop(c.Workshop); w != nil && len(c.Is.Children) == w.Max {
		c.because(ChangeReason{Code: LastPlace})
	}
	child := c.Moves[0].Child
	if r, ok := d.in.requestAt[[2]int{at(d.in.childAt, child), at(d.in.workshopAt, c.Workshop)}]; ok {
		asked := &d.in.requests[r]
		if codes := []ChangeReasonCode{IsUrgent, IsHigh}; asked.class < len(codes) {
			c.because(ChangeReason{Code: codes[asked.class]})
		}
		if asked.waited > 0 {
			c.because(ChangeReason{Code: HasWaited, Count: asked.waited})
		}
	}
	d.comfort(c, child)
}

// comfort: friends, siblings, the preferred half of the day.
func (d *differ) comfort(c *Change, child string) {
	k := at(d.in.childAt, child)
	if k < 0 {
		return
	}
	others := func(pairs [][2]int) (ids []string) {
		for _, pair := range pairs {
			switch k {
			case pair[0]:
				ids = append(ids, d.in.children[pair[1]].ID)
			case pair[1]:
				ids = append(ids, d.in.children[pair[0]].ID)
			}
		}
		return ids
	}
	for _, friend := range others(d.in.together) {
		already := c.Was != nil && slices.Contains(c.Was.Children, friend)
		if slices.Contains(c.Is.Children, friend) && !already {
			c.because(ChangeReason{Code: WithFriend, About: []string{friend}})
		}
	}
	changesHalf := c.Was == nil || halfOf(c.Was.Start) != halfOf(c.Is.Start)
	if !changesHalf {
		return
	}
	for _, sibling := range others(d.in.siblings) {
		for i := range d.after.Groups {
			if g := &d.after.Groups[i]; slices.Contains(g.Children, sibling) && halfOf(g.Start) == halfOf(c.Is.Start) {
				c.because(ChangeReason{Code: WithSibling, About: []string{sibling}})
				break
			}
		}
	}
	if d.in.children[k].Prefers == halfOf(c.Is.Start) {
		c.because(ChangeReason{Code: Preferred})
	}
}

func (d *differ) whyMove(c *Change) {
	d.freed(c)
	d.comfort(c, c.Moves[0].Child)
	switch leader, room := c.Was.Facilitator == c.Is.Facilitator, c.Was.Room == c.Is.Room; {
	case leader && room:
		c.because(ChangeReason{Code: SameBoth})
	case leader:
		c.because(ChangeReason{Code: SameLeader})
	case room:
		c.because(ChangeReason{Code: SameRoom})
	}
}

// freed says for whom a child leaves a full group.
func (d *differ) freed(c *Change) {
	w, is := d.workshop(c.Workshop), groupOf(d.after, c.Was.ID)
	if w == nil || is == nil || len(c.Was.Children) < w.Max {
		return
	}
	var comers []string
	for _, child := range is.Children {
		if !slices.Contains(c.Was.Children, child) {
			comers = append(comers, child)
		}
	}
	if len(comers) > 0 {
		c.because(ChangeReason{Code: FreesPlace, About: comers})
	}
}

func (d *differ) whyLeave(c *Change) {
	child := c.Moves[0].Child
	r, asked := d.in.requestAt[[2]int{at(d.in.childAt, child), at(d.in.workshopAt, c.Workshop)}]
	if !asked {
		c.because(ChangeReason{Code: NoMoreAsked})
		return
	}
	d.freed(c)
	before := 0 // requests of a higher rank that find a place
	for _, other := range d.in.workshops[d.in.requests[r].workshop].requests {
		id := d.in.problem.Requests[other].Child
		if d.in.requests[other].class < d.in.requests[r].class && !hasPlace(d.before, c.Workshop, id) && hasPlace(d.after, c.Workshop, id) {
			before++
		}
	}
	if before > 0 {
		c.because(ChangeReason{Code: PlacedBefore, Count: before})
	}
}

// hasPlace reports whether a child has a place in a workshop.
func hasPlace(p *Plan, workshop, child string) bool {
	return slices.ContainsFunc(p.Groups, func(g Group) bool { return g.Workshop == workshop && slices.Contains(g.Children, child) })
}

// whyGroup: whom the group takes in, and what it leaves to others.
func (d *differ) whyGroup(c *Change) {
	if c.Is != nil {
		waited := 0
		for _, child := range c.Is.Children {
			if !hasPlace(d.before, c.Workshop, child) {
				waited++
			}
		}
		if waited > 0 {
			c.because(ChangeReason{Code: TakesIn, Count: waited})
		}
	}
	if c.Was == nil {
		return
	}
	held := d.held(c.Was)
	for i := range d.after.Groups {
		g := &d.after.Groups[i]
		if g.ID == c.Was.ID || !d.held(g).meets(held) {
			continue
		}
		was := groupOf(d.before, g.ID)
		came := was == nil || was.Start != g.Start
		if g.Room == c.Was.Room && (came || was.Room != g.Room) {
			c.because(ChangeReason{Code: FreesRoom, About: []string{g.ID}})
		}
		if g.Facilitator == c.Was.Facilitator && (came || was.Facilitator != g.Facilitator) {
			c.because(ChangeReason{Code: FreesLeader, About: []string{g.ID}})
		}
	}
}
