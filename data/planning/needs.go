package planning

import "slices"

// needs works out which changes lean on which, so that any choice that is closed under Needs breaks no rule that was
// kept. What a change takes (a place, a room, an hour of somebody, a trip) may still be held by what another change
// frees:
//
//	takes ──needs──▶ frees     when all that is taken would not fit beside what is there
//	frees ──needs──▶ takes     when a group would fall under its minimum
//
// All the rules but the minimum are kept by less than is in after, so it is enough that who takes waits for all who free.
func (d *differ) needs() {
	n := &needing{differ: d, on: make([][]bool, len(d.changes)), change: map[string]int{}}
	for i := range n.on {
		n.on[i] = make([]bool, len(d.changes))
	}
	for i, c := range d.changes {
		switch c.Code {
		case GroupOpens, GroupRetimed, GroupRoom, GroupLeader:
			n.change[c.Is.ID] = i
		case GroupCloses:
			n.change[c.Was.ID] = i
		}
	}
	n.settings()
	n.hours()
	n.contents()
	n.counts()
	n.trips()
	n.close()
}

type needing struct {
	*differ
	on     [][]bool
	change map[string]int // of each group that opens, closes or is held otherwise
}

func (n *needing) need(taker, freer int) {
	if taker != freer {
		n.on[taker][freer] = true
	}
}

// held is when a group is held, empty for a workshop that is not there.
func (d *differ) held(g *Group) Span {
	if w := at(d.in.workshopAt, g.Workshop); w >= 0 {
		return d.in.workshops[w].during(g.Start)
	}
	return Span{}
}

// settings: a room or a facilitator that another group gives up.
func (n *needing) settings() {
	for _, i := range n.change {
		is := n.changes[i].Is
		if is == nil {
			continue
		}
		for _, j := range n.change {
			was := n.changes[j].Was
			if was != nil && was.ID != is.ID && n.held(is).meets(n.held(was)) && (was.Room == is.Room || was.Facilitator == is.Facilitator) {
				n.need(i, j)
			}
		}
	}
}

// comers are the children whom a change brings to an hour, and where.
func (d *differ) comers(c *Change, each func(child string, to *Group)) {
	for _, m := range c.Moves {
		if to := groupOf(d.after, m.To); to != nil {
			each(m.Child, to)
		}
	}
	if c.Code == GroupRetimed {
		for _, child := range c.Was.Children {
			if slices.Contains(c.Is.Children, child) {
				each(child, c.Is)
			}
		}
	}
}

// goers are the children whom a change takes from an hour, and where.
func (d *differ) goers(c *Change, each func(child string, from *Group)) {
	for _, m := range c.Moves {
		if from := groupOf(d.before, m.From); from != nil {
			each(m.Child, from)
		}
	}
	if c.Code == GroupRetimed || c.Code == GroupCloses {
		for _, child := range c.Was.Children {
			each(child, c.Was)
		}
	}
}

// hours: a child who was elsewhere then; a group that has to be open, or at its new hour, before a child comes.
func (n *needing) hours() {
	type place struct {
		change int
		group  *Group
	}
	going := map[string][]place{}
	for j := range n.changes {
		n.goers(&n.changes[j], func(child string, from *Group) { going[child] = append(going[child], place{j, from}) })
	}
	for i := range n.changes {
		n.comers(&n.changes[i], func(child string, to *Group) {
			for _, p := range going[child] {
				if p.group.ID != to.ID && n.held(p.group).meets(n.held(to)) {
					n.need(i, p.change)
				}
			}
			if at, ok := n.change[to.ID]; ok && (n.changes[at].Code == GroupOpens || n.changes[at].Code == GroupRetimed) {
				n.need(i, at)
			}
		})
	}
}

// contents: places, grades and children kept apart of each group, and its minimum.
func (n *needing) contents() {
	for g := range n.before.Groups {
		was := &n.before.Groups[g]
		var takers, freers []int
		all, left := slices.Clone(was.Children), slices.Clone(was.Children)
		for i, c := range n.changes {
			for _, m := range c.Moves {
				if m.To == was.ID {
					takers, all = append(takers, i), append(all, m.Child)
				}
				if m.From == was.ID {
					freers = append(freers, i)
					left = slices.DeleteFunc(left, func(id string) bool { return id == m.Child })
				}
			}
		}
		if n.overfull(was.Workshop, all) {
			n.each(takers, freers)
		}
		at, changes := n.change[was.ID]
		closes := changes && n.changes[at].Code == GroupCloses
		if w := n.workshop(was.Workshop); closes || w != nil && len(left) < w.Min {
			n.each(freers, takers)
			n.each(freers, freers)
		}
		switch {
		case closes:
			n.each(freers, []int{at})
			n.each([]int{at}, freers)
		case changes && n.changes[at].Code == GroupRetimed:
			n.each([]int{at}, freers) // they may not be free at the new hour
		}
	}
}

func (n *needing) each(takers, freers []int) {
	for _, i := range takers {
		for _, j := range freers {
			n.need(i, j)
		}
	}
}

func (d *differ) workshop(id string) *workshop {
	if w := at(d.in.workshopAt, id); w >= 0 {
		return &d.in.workshops[w]
	}
	return nil
}

// overfull reports whether children cannot all be in one group of a workshop.
func (d *differ) overfull(workshop string, children []string) bool {
	w := d.workshop(workshop)
	if w == nil || len(children) > w.Max {
		return w != nil
	}
	low, high := len(grades), -1
	for i, id := range children {
		k := at(d.in.childAt, id)
		if k < 0 {
			continue
		}
		kid := &d.in.children[k]
		if kid.grade >= 0 {
			low, high = min(low, kid.grade), max(high, kid.grade)
		}
		for _, other := range children[:i] {
			if slices.Contains(kid.apart, at(d.in.childAt, other)) {
				return true
			}
		}
	}
	return high-low > w.span
}

// counts: a workshop that would have too many groups.
func (n *needing) counts() {
	for w := range n.in.workshops {
		id := n.in.workshops[w].ID
		open := 0
		for i := range n.before.Groups {
			if n.before.Groups[i].Workshop == id {
				open++
			}
		}
		var opens, closes []int
		for i, c := range n.changes {
			switch {
			case c.Workshop == id && c.Code == GroupOpens:
				opens = append(opens, i)
			case c.Workshop == id && c.Code == GroupCloses:
				closes = append(closes, i)
			}
		}
		if open+len(opens) > n.in.workshops[w].MaxGroups {
			n.each(opens, closes)
		}
	}
}

// trips: starts where more children would be escorted than can be.
func (n *needing) trips() {
	rule := n.in.problem.Escorts
	if rule == nil {
		return
	}
	school := func(child string) int {
		if k := at(n.in.childAt, child); k >= 0 && n.in.children[k].Escort {
			return n.in.children[k].school
		}
		return -1
	}
	leaving, takers, freers := map[Time][]int{}, map[Time][]int{}, map[Time][]int{}
	count := func(start Time, child string) bool {
		s := school(child)
		if s < 0 {
			return false
		}
		if leaving[start] == nil {
			leaving[start] = make([]int, n.in.schools)
		}
		leaving[start][s]++
		return true
	}
	for i := range n.before.Groups {
		for _, child := range n.before.Groups[i].Children {
			count(n.before.Groups[i].Start, child)
		}
	}
	for i := range n.changes {
		n.comers(&n.changes[i], func(child string, to *Group) {
			if count(to.Start, child) {
				takers[to.Start] = append(takers[to.Start], i)
			}
		})
		n.goers(&n.changes[i], func(child string, from *Group) {
			if school(child) >= 0 {
				freers[from.Start] = append(freers[from.Start], i)
			}
		})
	}
	for start, who := range takers {
		if rule.trips(leaving[start]) > rule.TripsPerStart {
			n.each(who, freers[start])
		}
	}
}

// close follows what is needed to what that needs.
func (n *needing) close() {
	for i := range n.on {
		var reach []int
		seen := make([]bool, len(n.on))
		seen[i] = true
		for next := []int{i}; len(next) > 0; {
			at := next[0]
			next = next[1:]
			for j, needed := range n.on[at] {
				if needed && !seen[j] {
					seen[j] = true
					next, reach = append(next, j), append(reach, j)
				}
			}
		}
		slices.Sort(reach)
		n.changes[i].Needs = reach
	}
}
