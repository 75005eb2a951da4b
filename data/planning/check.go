package planning

import (
	"cmp"
	"slices"
)

// Check lists every rule that a plan breaks, in the order of its groups. An empty answer is a plan that can be held.
// Live conflicts, the search, the papers and the tests all ask this one function.
func Check(in *Instance, p *Plan) []Violation {
	c := checker{in: in, groups: make([]placed, len(p.Groups))}
	for i := range p.Groups {
		c.groups[i] = c.place(&p.Groups[i])
	}
	c.alone()
	c.between()
	c.perWorkshop()
	c.trips()
	c.locks()
	c.file(p)
	return c.found
}

type checker struct {
	in     *Instance
	groups []placed
	found  []Violation
}

// placed is a group with its indices, -1 for what the problem does not have.
type placed struct {
	*Group
	workshop, room, facilitator int
	children                    []int
	held                        Span // empty without workshop
}

func (c *checker) place(g *Group) placed {
	p := placed{Group: g, workshop: at(c.in.workshopAt, g.Workshop), room: at(c.in.roomAt, g.Room), facilitator: at(c.in.facilitatorAt, g.Facilitator)}
	for _, id := range g.Children {
		p.children = append(p.children, at(c.in.childAt, id))
	}
	if p.workshop >= 0 {
		p.held = c.in.workshops[p.workshop].during(g.Start)
	}
	return p
}

func (c *checker) add(v Violation) { c.found = append(c.found, v) }

// on begins a violation shown on a group.
func (p *placed) on(code Code) Violation {
	return Violation{Code: code, Groups: []string{p.ID}, Workshop: p.Workshop, Room: p.Room, Facilitator: p.Facilitator, Start: p.Start}
}

// alone checks each group without looking at the others.
func (c *checker) alone() {
	seen := map[string]bool{}
	for i := range c.groups {
		p := &c.groups[i]
		if seen[p.ID] {
			c.add(p.on(RepeatedGroup))
		}
		seen[p.ID] = true
		if p.workshop < 0 {
			c.add(p.on(UnknownWorkshop))
			continue
		}
		w := &c.in.workshops[p.workshop]
		if fault := c.in.timeFault(w.Workshop, p.Start); fault != "" {
			c.add(p.on(fault))
		}
		c.room(p, w)
		c.facilitator(p, w)
		c.size(p, w)
		c.members(p, w)
	}
}

func (c *checker) room(p *placed, w *workshop) {
	switch {
	case p.room < 0:
		c.add(p.on(UnknownRoom))
	case c.in.rooms[p.room].Places < w.places():
		v := p.on(RoomTooSmall)
		v.Count, v.Limit = w.places(), c.in.rooms[p.room].Places
		c.add(v)
	}
}

func (c *checker) facilitator(p *placed, w *workshop) {
	switch {
	case p.facilitator < 0:
		c.add(p.on(UnknownFacilitator))
	case !slices.Contains(w.facilitators, p.facilitator):
		c.add(p.on(FacilitatorUnfit))
	case !free(c.in.facilitators[p.facilitator].Available, p.held):
		c.add(p.on(FacilitatorAway))
	}
}

func (c *checker) size(p *placed, w *workshop) {
	v := p.on(TooFew)
	v.Count, v.Limit = len(p.Children), w.Min
	if v.Count < w.Min {
		c.add(v)
	}
	if v.Count > w.Max {
		v.Code, v.Limit = TooMany, w.Max
		c.add(v)
	}
}

// members checks the children of a group: each alone, then together.
func (c *checker) members(p *placed, w *workshop) {
	low, high := len(grades), -1
	for i, k := range p.children {
		about := func(code Code) {
			v := p.on(code)
			v.Children = []string{p.Children[i]}
			c.add(v)
		}
		if slices.Contains(p.Children[:i], p.Children[i]) {
			about(ChildTwice)
			continue
		}
		if k < 0 {
			about(UnknownChild)
			continue
		}
		kid := &c.in.children[k]
		if _, asked := c.in.requestAt[[2]int{k, p.workshop}]; !asked {
			about(NoRequest)
		}
		if fault := fitFault(w.Workshop, kid.Child); fault != "" {
			about(fault)
		}
		if !free(kid.Available, p.held) {
			about(ChildAway)
		}
		if kid.grade >= 0 {
			low, high = min(low, kid.grade), max(high, kid.grade)
		}
	}
	if high-low > w.span {
		v := p.on(GradeSpan)
		v.Count, v.Limit = high-low, w.span
		for i, k := range p.children {
			if k >= 0 && (c.in.children[k].grade == low || c.in.children[k].grade == high) {
				v.Children = append(v.Children, p.Children[i])
			}
		}
		c.add(v)
	}
	for _, pair := range c.in.apart {
		if slices.Contains(p.children, pair[0]) && slices.Contains(p.children, pair[1]) {
			v := p.on(KeptApart)
			v.Children = []string{c.in.children[pair[0]].ID, c.in.children[pair[1]].ID}
			c.add(v)
		}
	}
}

// between compares the groups that are held at the same time, and those of one workshop.
func (c *checker) between() {
	byStart := make([]int, len(c.groups))
	for i := range byStart {
		byStart[i] = i
	}
	slices.SortStableFunc(byStart, func(a, b int) int { return cmp.Compare(c.groups[a].Start, c.groups[b].Start) })
	of := c.groupsOfChildren()
	for n, i := range byStart {
		for _, j := range byStart[n+1:] {
			a, b := &c.groups[i], &c.groups[j]
			if b.held.Start >= a.held.End && b.Start >= a.held.End {
				break
			}
			if a.held.meets(b.held) {
				c.clash(a, b)
			}
		}
	}
	for k, in := range of {
		c.places(k, in)
	}
}

// clash notes the room and the facilitator that two groups want at once.
func (c *checker) clash(a, b *placed) {
	if a.room >= 0 && a.room == b.room {
		c.add(a.with(b, RoomTaken))
	}
	if a.facilitator >= 0 && a.facilitator == b.facilitator {
		c.add(a.with(b, FacilitatorBusy))
	}
}

// with begins a violation between two groups.
func (p *placed) with(other *placed, code Code) Violation {
	v := p.on(code)
	v.Groups, v.OtherWorkshop, v.OtherRoom = []string{p.ID, other.ID}, other.Workshop, other.Room
	v.Start, v.End = max(p.Start, other.Start), min(p.held.End, other.held.End)
	return v
}

// groupsOfChildren are the groups of each child, each group once.
func (c *checker) groupsOfChildren() [][]int {
	of := make([][]int, len(c.in.children))
	for i := range c.groups {
		for _, k := range c.groups[i].children {
			if k >= 0 && !slices.Contains(of[k], i) {
				of[k] = append(of[k], i)
			}
		}
	}
	return of
}

// places compares the groups of one child.
func (c *checker) places(k int, in []int) {
	for n, i := range in {
		for _, j := range in[n+1:] {
			a, b := &c.groups[i], &c.groups[j]
			v := a.with(b, ChildBusy)
			v.Children = []string{c.in.children[k].ID}
			if a.held.meets(b.held) {
				c.add(v)
			}
			if a.workshop >= 0 && a.workshop == b.workshop {
				v.Code = ChildTwice
				c.add(v)
			}
		}
	}
}

func (c *checker) perWorkshop() {
	for w := range c.in.workshops {
		v := Violation{Code: TooManyGroups, Workshop: c.in.workshops[w].ID, Limit: c.in.workshops[w].MaxGroups}
		for i := range c.groups {
			if c.groups[i].workshop == w {
				v.Groups = append(v.Groups, c.groups[i].ID)
			}
		}
		if v.Count = len(v.Groups); v.Count > v.Limit {
			c.add(v)
		}
	}
}

// trips counts the escorts that each start needs.
func (c *checker) trips() {
	rule := c.in.problem.Escorts
	if rule == nil {
		return
	}
	leaving := map[Time][]int{} // children by school
	where := map[Time][]string{}
	for i := range c.groups {
		p := &c.groups[i]
		for _, k := range p.children {
			if k < 0 || !c.in.children[k].Escort || c.in.children[k].school < 0 {
				continue
			}
			if leaving[p.Start] == nil {
				leaving[p.Start] = make([]int, c.in.schools)
			}
			leaving[p.Start][c.in.children[k].school]++
			if !slices.Contains(where[p.Start], p.ID) {
				where[p.Start] = append(where[p.Start], p.ID)
			}
		}
	}
	var starts []Time
	for start := range leaving {
		starts = append(starts, start)
	}
	slices.Sort(starts)
	for _, start := range starts {
		if trips := rule.trips(leaving[start]); trips > rule.TripsPerStart {
			c.add(Violation{Code: TooManyTrips, Groups: where[start], Start: start, Count: trips, Limit: rule.TripsPerStart})
		}
	}
}

// trips are those that so many children of each school need.
func (e *Escorts) trips(leaving []int) int {
	n := 0
	for _, children := range leaving {
		n += (children + e.ChildrenPerTrip - 1) / e.ChildrenPerTrip
	}
	return n
}

func (c *checker) locks() {
	for i := range c.in.current {
		old := &c.in.current[i]
		at := slices.IndexFunc(c.groups, func(p placed) bool { return p.ID == old.ID })
		now := placed{Group: &Group{ID: old.ID}, room: -1}
		if at >= 0 {
			now = c.groups[at]
		}
		v := Violation{Groups: []string{old.ID}, Workshop: old.Workshop, Room: old.Room, Facilitator: old.Facilitator, Start: old.Start}
		if old.slotLocked && (at < 0 || now.Start != old.Start) {
			v.Code = LockedSlot
			c.add(v)
		}
		if old.roomLocked && (at < 0 || now.Room != old.Room) {
			v.Code = LockedRoom
			c.add(v)
		}
		for _, k := range old.locked {
			if !slices.Contains(now.children, k) {
				v.Code, v.Children = LockedChild, []string{c.in.children[k].ID}
				c.add(v)
			}
		}
	}
}

// file checks the plan as a file: its problem, and that every request is placed or waits.
func (c *checker) file(p *Plan) {
	doubt := func(code Code, child, workshop string) {
		c.add(Violation{Code: code, Severity: Doubtful, Children: []string{child}, Workshop: workshop})
	}
	if p.ProblemSHA256 != "" && c.in.sha256 != "" && p.ProblemSHA256 != c.in.sha256 {
		c.add(Violation{Code: OtherProblem, Severity: Doubtful})
	}
	state := make([]int, len(c.in.requests)) // 1 placed, 2 waiting, 3 both
	for i := range c.groups {
		for _, k := range c.groups[i].children {
			if r, ok := c.in.requestAt[[2]int{k, c.groups[i].workshop}]; ok {
				state[r] |= 1
			}
		}
	}
	for _, w := range p.Waiting {
		r, ok := c.in.requestAt[[2]int{at(c.in.childAt, w.Child), at(c.in.workshopAt, w.Workshop)}]
		if !ok {
			doubt(WaitingWithoutDemand, w.Child, w.Workshop)
			continue
		}
		state[r] |= 2
	}
	for i, s := range state {
		asked := &c.in.problem.Requests[i]
		switch s {
		case 0:
			if p.Waiting == nil { // a plan at work, that lists nobody
				continue
			}
			doubt(ForgottenRequest, asked.Child, asked.Workshop)
		case 3:
			doubt(PlacedAndWaiting, asked.Child, asked.Workshop)
		}
	}
}
