package planning

import (
	"cmp"
	"slices"
	"strconv"
)

// Diff says what changes from a plan to another, in the order to show it: what mends a conflict first, then the groups,
// then the children. A group of after that goes on from one of before, under another id, is taken for the same.
func Diff(in *Instance, before, after *Plan) []Change {
	d := &differ{in: in, before: before, after: continued(before, after)}
	d.broken, d.left = Check(in, before), Check(in, d.after)
	d.groups()
	d.children()
	d.reasons()
	d.sort()
	d.needs()
	return d.changes
}

type differ struct {
	in            *Instance
	before, after *Plan
	broken, left  []Violation
	changes       []Change
}

func groupOf(p *Plan, id string) *Group {
	for i := range p.Groups {
		if p.Groups[i].ID == id {
			return &p.Groups[i]
		}
	}
	return nil
}

// continued is after with its groups named as those of before that they go on from: same id and workshop, otherwise the
// most children, hour, room and facilitator in common. The others get ids that before does not have.
func continued(before, after *Plan) *Plan {
	out := *after
	out.Groups = slices.Clone(after.Groups)
	goesOn, named := map[string]bool{}, make([]bool, len(out.Groups))
	for i := range out.Groups {
		if was := groupOf(before, out.Groups[i].ID); was != nil && was.Workshop == out.Groups[i].Workshop {
			goesOn[was.ID], named[i] = true, true
		}
	}
	for {
		best, group, was := 0, -1, ""
		for i := range out.Groups {
			for j := range before.Groups {
				b := &before.Groups[j]
				if likeness := likenessOf(b, &out.Groups[i]); !named[i] && !goesOn[b.ID] && likeness > best {
					best, group, was = likeness, i, b.ID
				}
			}
		}
		if group < 0 {
			break
		}
		out.Groups[group].ID, named[group], goesOn[was] = was, true, true
	}
	n := 0
	for i := range out.Groups {
		for !named[i] {
			n++
			id := "g" + strconv.Itoa(n)
			free := groupOf(before, id) == nil && !slices.ContainsFunc(out.Groups, func(g Group) bool { return g.ID == id })
			if groupOf(before, out.Groups[i].ID) == nil { // its own is free
				free, id = true, out.Groups[i].ID
			}
			if free {
				out.Groups[i].ID, named[i] = id, true
			}
		}
	}
	return &out
}

// likenessOf is how much a group goes on from another; 0 is not at all.
func likenessOf(a, b *Group) int {
	if a.Workshop != b.Workshop {
		return 0
	}
	common, setting := 0, 0
	for _, id := range a.Children {
		if slices.Contains(b.Children, id) {
			common++
		}
	}
	if a.Start == b.Start {
		setting += 2
	}
	if a.Room == b.Room {
		setting++
	}
	if a.Facilitator == b.Facilitator {
		setting++
	}
	if common == 0 && setting < 3 {
		return 0
	}
	return 5*common + setting
}

// groups notes the groups that open, close or are held otherwise.
func (d *differ) groups() {
	for i := range d.after.Groups {
		is := &d.after.Groups[i]
		was := groupOf(d.before, is.ID)
		c := Change{Workshop: is.Workshop, Was: was, Is: is}
		switch {
		case was == nil:
			c.Code = GroupOpens
		case was.Start != is.Start:
			c.Code = GroupRetimed
		case was.Room != is.Room:
			c.Code = GroupRoom
		case was.Facilitator != is.Facilitator:
			c.Code = GroupLeader
		default:
			continue
		}
		d.changes = append(d.changes, c)
	}
	for i := range d.before.Groups {
		if was := &d.before.Groups[i]; groupOf(d.after, was.ID) == nil {
			d.changes = append(d.changes, Change{Code: GroupCloses, Workshop: was.Workshop, Was: was})
		}
	}
}

// children notes the places that change: with the group that opens or closes, otherwise as changes of their own.
func (d *differ) children() {
	for i := range d.before.Groups {
		was := &d.before.Groups[i]
		for _, child := range was.Children {
			if is := groupOf(d.after, was.ID); is != nil && slices.Contains(is.Children, child) {
				continue
			}
			to := d.destination(child, was)
			m := Move{Child: child, From: was.ID}
			if to != nil {
				m.To = to.ID
			}
			d.move(m, was, to)
		}
	}
	for i := range d.after.Groups {
		is := &d.after.Groups[i]
		for _, child := range is.Children {
			if was := groupOf(d.before, is.ID); was != nil && slices.Contains(was.Children, child) || d.moved(child, is.ID) {
				continue
			}
			d.move(Move{Child: child, To: is.ID}, nil, is)
		}
	}
}

// destination is where a child who leaves a group goes in the same workshop, nil for the waiting list.
func (d *differ) destination(child string, was *Group) *Group {
	for i := range d.after.Groups {
		is := &d.after.Groups[i]
		if is.Workshop != was.Workshop || is.ID == was.ID || !slices.Contains(is.Children, child) || d.moved(child, is.ID) {
			continue
		}
		if there := groupOf(d.before, is.ID); there == nil || !slices.Contains(there.Children, child) {
			return is
		}
	}
	return nil
}

// moved reports whether a move to a group is noted.
func (d *differ) moved(child, to string) bool {
	return slices.ContainsFunc(d.changes, func(c Change) bool {
		return slices.ContainsFunc(c.Moves, func(m Move) bool { return m.Child == child && m.To == to })
	})
}

func (d *differ) move(m Move, was, is *Group) {
	for i := range d.changes {
		c := &d.changes[i]
		opens := c.Code == GroupOpens && is != nil && c.Is.ID == is.ID
		closes := c.Code == GroupCloses && was != nil && c.Was.ID == was.ID && (is == nil || groupOf(d.before, is.ID) != nil)
		if opens || closes {
			c.Moves = append(c.Moves, m)
			return
		}
	}
	c := Change{Was: was, Is: is, Moves: []Move{m}}
	switch {
	case was == nil:
		c.Code, c.Workshop = ChildJoins, is.Workshop
	case is == nil:
		c.Code, c.Workshop = ChildLeaves, was.Workshop
	case was.Start != is.Start:
		c.Code, c.Workshop = ChildRetimed, is.Workshop
	default:
		c.Code, c.Workshop = ChildMoves, is.Workshop
	}
	d.changes = append(d.changes, c)
}

// sort puts first what mends a conflict, then the groups, then the children, who comes first first.
func (d *differ) sort() {
	order := []ChangeCode{GroupCloses, GroupOpens, GroupRetimed, GroupRoom, GroupLeader}
	weight := func(c *Change) int {
		if slices.ContainsFunc(c.Reasons, func(r ChangeReason) bool { return r.Code == Solves }) {
			return -1
		}
		if i := slices.Index(order, c.Code); i >= 0 {
			return i
		}
		return len(order)
	}
	rank := func(c *Change) int {
		if len(c.Moves) != 1 {
			return 0
		}
		r, ok := d.in.requestAt[[2]int{at(d.in.childAt, c.Moves[0].Child), at(d.in.workshopAt, c.Workshop)}]
		if !ok {
			return 0
		}
		return d.in.requests[r].class*10_000 - d.in.requests[r].waited
	}
	slices.SortStableFunc(d.changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(weight(&a), weight(&b)), cmp.Compare(rank(&a), rank(&b)))
	})
}

// Apply is before with some of its changes made, by their index, and those they need. Who waits and the objective are
// worked out again.
func Apply(in *Instance, before *Plan, changes []Change, accepted []int) *Plan {
	out := *before
	out.Proven, out.ProvenComposition, out.Groups = false, false, nil
	made := make([]bool, len(changes))
	for _, i := range accepted {
		made[i] = true
		for _, needed := range changes[i].Needs {
			made[needed] = true
		}
	}
	for i := range before.Groups {
		g := before.Groups[i]
		g.Children = slices.Clone(g.Children)
		out.Groups = append(out.Groups, g)
	}
	for i := range changes {
		if made[i] {
			changes[i].settle(&out)
		}
	}
	for i := range changes {
		if made[i] {
			changes[i].seat(&out)
		}
	}
	place := func(id string) int { return at(in.childAt, id) }
	for i := range out.Groups {
		slices.SortStableFunc(out.Groups[i].Children, func(a, b string) int { return cmp.Compare(place(a), place(b)) })
	}
	out.Waiting, out.Objective = Explain(in, &out), in.Score(out.Groups).Levels()
	return &out
}

// settle opens, closes or changes the group.
func (c *Change) settle(p *Plan) {
	switch c.Code {
	case GroupOpens:
		g := *c.Is
		g.Children = nil
		p.Groups = append(p.Groups, g)
	case GroupCloses:
		p.Groups = slices.DeleteFunc(p.Groups, func(g Group) bool { return g.ID == c.Was.ID })
	case GroupRetimed, GroupRoom, GroupLeader:
		if g := groupOf(p, c.Is.ID); g != nil {
			g.Start, g.Room, g.Facilitator = c.Is.Start, c.Is.Room, c.Is.Facilitator
		}
	}
}

// seat moves the children.
func (c *Change) seat(p *Plan) {
	for _, m := range c.Moves {
		if from := groupOf(p, m.From); from != nil {
			from.Children = slices.DeleteFunc(from.Children, func(id string) bool { return id == m.Child })
		}
		if to := groupOf(p, m.To); to != nil && !slices.Contains(to.Children, m.Child) {
			to.Children = append(to.Children, m.Child)
		}
	}
}
