package planning

import (
	"slices"
	"strconv"
)

// Remedy is one thing that would make room for a request that waits. Applied, it breaks no rule that was kept.
type Remedy struct {
	Code            RemedyCode
	Child, Workshop string // who waits, for what
	// Group is where the child would go, From and To the groups between which Moved goes.
	Group           string
	Moved, From, To string
	// Elsewhere is the workshop of From and To, for MoveSelf.
	Elsewhere string
	// Start is the hour of Group; Room and Facilitator are those of a group that opens.
	Start             Time
	Room, Facilitator string
	// With are the children of a group that opens, who waits included.
	With []string
	// Places are those that Group must have.
	Places int
}

// RemedyCode names a remedy.
type RemedyCode string

// The remedies, the lightest first.
const (
	PlaceChild RemedyCode = "place-child"  // there is a place
	MoveChild  RemedyCode = "move-child"   // another child changes group
	MoveSelf   RemedyCode = "move-self"    // the child changes group in another workshop
	Retime     RemedyCode = "retime-group" // the group is held at another hour
	OpenGroup  RemedyCode = "open-group"
	AddPlace   RemedyCode = "add-place" // the group takes one child more than its workshop says
)

var remedyCodes = []RemedyCode{PlaceChild, MoveChild, MoveSelf, Retime, OpenGroup, AddPlace}

// Remedies are what would make room for a request, each by one gesture, the lightest first; at most one of a kind for
// each group. None for a request that has a place, or whose grade or age is not that of the workshop.
func Remedies(in *Instance, p *Plan, child, workshop string) []Remedy {
	r, ok := in.requestAt[[2]int{at(in.childAt, child), at(in.workshopAt, workshop)}]
	if !ok {
		return nil
	}
	e := explain(in, p)
	if !e.waits[r] || !in.requests[r].fits {
		return nil
	}
	m := &mender{explainer: e, request: r, kid: in.requests[r].child, plan: p}
	for _, g := range e.ofWorkshop[in.requests[r].workshop] {
		m.into(g)
	}
	m.open()
	slices.SortStableFunc(m.found, func(a, b Remedy) int { return m.weight(a) - m.weight(b) })
	return m.found
}

type mender struct {
	*explainer
	request, kid int
	plan         *Plan
	found        []Remedy
}

func (m *mender) weight(r Remedy) int { return slices.Index(remedyCodes, r.Code) }

func (m *mender) add(code RemedyCode, g int, r Remedy) {
	asked := &m.in.problem.Requests[m.request]
	r.Code, r.Child, r.Workshop = code, asked.Child, asked.Workshop
	if g >= 0 {
		r.Group, r.Start = m.groups[g].ID, m.groups[g].Start
	}
	m.found = append(m.found, r)
}

// into looks for what would make room in one group.
func (m *mender) into(g int) {
	causes := m.against(m.kid, g)
	if len(causes) == 0 {
		m.add(PlaceChild, g, Remedy{})
		return
	}
	only := func(codes ...ReasonCode) bool {
		return !slices.ContainsFunc(causes, func(c Reason) bool { return !slices.Contains(codes, c.Code) })
	}
	switch {
	case only(GroupFull, SpanTooWide, ApartFrom, TripsExhausted):
		m.moveOther(g)
	case only(BusyThen) && len(causes) == 1:
		m.moveSelf(g)
	}
	if only(BusyThen, AwayThen, TripsExhausted) {
		m.retime(g)
	}
	if only(GroupFull) {
		m.addPlace(g)
	}
}

// locked reports whether a child must stay in a group.
func (m *mender) locked(k, g int) bool {
	return slices.ContainsFunc(m.in.current, func(c currentGroup) bool { return c.ID == m.groups[g].ID && slices.Contains(c.locked, k) })
}

// moveOther looks for a child of the group who can go to another group of the workshop.
func (m *mender) moveOther(g int) {
	w := m.groups[g].workshop
	for _, k := range m.groups[g].children {
		if _, asked := m.in.requestAt[[2]int{k, w}]; !asked || m.locked(k, g) {
			continue
		}
		m.leave(k, g)
		to := -1
		if m.fits(m.kid, g) {
			m.join(m.kid, g)
			to = m.otherGroup(k, g)
			m.standing.leave(m.kid, g)
		}
		m.join(k, g)
		if to >= 0 {
			m.add(MoveChild, g, Remedy{Moved: m.in.children[k].ID, From: m.groups[g].ID, To: m.groups[to].ID})
			return
		}
	}
}

// otherGroup is a group of the same workshop where a child, now out of g, can go; -1 for none.
func (m *mender) otherGroup(k, g int) int {
	for _, to := range m.ofWorkshop[m.groups[g].workshop] {
		if to != g && m.fits(k, to) {
			return to
		}
	}
	return -1
}

// moveSelf looks whether the child can be at another hour where the child has a place already.
func (m *mender) moveSelf(g int) {
	for _, from := range m.ofChild[m.kid] {
		p := &m.groups[from]
		if !p.held.meets(m.groups[g].held) {
			continue
		}
		_, asked := m.in.requestAt[[2]int{m.kid, p.workshop}]
		if p.workshop < 0 || !asked || m.locked(m.kid, from) || len(p.children) <= m.in.workshops[p.workshop].Min {
			return
		}
		m.leave(m.kid, from)
		to := -1
		if m.fits(m.kid, g) {
			m.join(m.kid, g)
			to = m.otherGroup(m.kid, from)
			m.leave(m.kid, g)
		}
		m.join(m.kid, from)
		if to >= 0 {
			m.add(MoveSelf, g, Remedy{Moved: m.in.children[m.kid].ID, From: p.ID, To: m.groups[to].ID, Elsewhere: p.Workshop})
		}
		return
	}
}

// retime looks for an hour when the whole group and the child are free, in the same room with the same facilitator.
func (m *mender) retime(g int) {
	p := &m.groups[g]
	w := &m.in.workshops[p.workshop]
	slotLocked := slices.ContainsFunc(m.in.current, func(c currentGroup) bool { return c.ID == p.ID && c.slotLocked })
	if slotLocked || p.room < 0 || p.facilitator < 0 || len(p.children) >= w.Max {
		return
	}
	everybody := append([]int{m.kid}, p.children...)
	for _, s := range w.starts {
		start := m.in.starts[s]
		if start != p.Start && m.settingFreeAt(g, w.during(start)) && m.allFreeAt(g, everybody, w.during(start)) {
			m.add(Retime, g, Remedy{})
			m.found[len(m.found)-1].Start = start
			return
		}
	}
}

// settingFreeAt reports whether the room and the facilitator of a group are free for it during a stretch.
func (m *mender) settingFreeAt(g int, held Span) bool {
	p := &m.groups[g]
	return m.busy(without(m.inRoom[p.room], g), held) < 0 && m.busy(without(m.ledBy[p.facilitator], g), held) < 0 &&
		free(m.in.facilitators[p.facilitator].Available, held)
}

// allFreeAt reports whether children of a group are free during a stretch, and can all be escorted.
func (m *mender) allFreeAt(g int, children []int, held Span) bool {
	for i, k := range children {
		if !free(m.in.children[k].Available, held) || m.busy(without(m.ofChild[k], g), held) >= 0 || m.overTrips(k, held.Start) {
			for _, back := range children[:i] {
				m.escort(back, held.Start, -1)
			}
			return false
		}
		m.escort(k, held.Start, 1)
	}
	for _, back := range children {
		m.escort(back, held.Start, -1)
	}
	return true
}

// addPlace proposes one child more than the workshop says, where the rooms are large enough for it.
func (m *mender) addPlace(g int) {
	w := &m.in.workshops[m.groups[g].workshop]
	places := len(m.groups[g].children) + 1
	if places != w.Max+1 {
		return
	}
	if w.Places == 0 {
		for _, other := range m.ofWorkshop[m.groups[g].workshop] {
			if room := m.groups[other].room; room < 0 || m.in.rooms[room].Places < places+1 {
				return
			}
		}
	}
	m.add(AddPlace, g, Remedy{Places: places})
}

func (m *mender) open() {
	_, o := m.opening(m.request)
	if o == nil {
		return
	}
	r := Remedy{Group: m.newID(), Start: o.start, Room: m.in.rooms[o.room].ID, Facilitator: m.in.facilitators[o.facilitator].ID}
	for _, q := range o.with {
		r.With = append(r.With, m.in.problem.Requests[q].Child)
	}
	m.add(OpenGroup, -1, r)
}

// newID is a group's that neither the plan nor the current one has.
func (m *mender) newID() string {
	for n := 1; ; n++ {
		id := "g" + strconv.Itoa(n)
		taken := slices.ContainsFunc(m.plan.Groups, func(g Group) bool { return g.ID == id }) ||
			slices.ContainsFunc(m.in.current, func(g currentGroup) bool { return g.ID == id })
		if !taken {
			return id
		}
	}
}

// Apply is the plan with the remedy in it; the one given stays as it is. For AddPlace the problem must allow Places.
func (r *Remedy) Apply(p *Plan) *Plan {
	out := *p
	out.Groups = slices.Clone(p.Groups)
	out.Waiting = slices.DeleteFunc(slices.Clone(p.Waiting), func(w Waiting) bool {
		return w.Workshop == r.Workshop && (w.Child == r.Child || slices.Contains(r.With, w.Child))
	})
	if r.Code == OpenGroup {
		out.Groups = append(out.Groups, Group{ID: r.Group, Workshop: r.Workshop, Room: r.Room, Facilitator: r.Facilitator,
			Start: r.Start, Children: slices.Clone(r.With)})
		return &out
	}
	for i := range out.Groups {
		g := &out.Groups[i]
		g.Children = slices.Clone(g.Children)
		if g.ID == r.From {
			g.Children = slices.DeleteFunc(g.Children, func(id string) bool { return id == r.Moved })
		}
		if g.ID == r.To && r.To != "" {
			g.Children = append(g.Children, r.Moved)
		}
		if g.ID == r.Group {
			g.Children, g.Start = append(g.Children, r.Child), r.Start
		}
	}
	return &out
}
