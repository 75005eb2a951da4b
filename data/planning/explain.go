package planning

import (
	"cmp"
	"slices"
)

// Explain says for every request without a place, in the order of the problem, why: for each group of the workshop what
// keeps the child out, then why no other group opens. When nothing stands in the way it says that too. Text is left
// empty.
func Explain(in *Instance, p *Plan) []Waiting {
	e := explain(in, p)
	out := []Waiting{}
	for r := range in.requests {
		if e.waits[r] {
			asked := &in.problem.Requests[r]
			out = append(out, Waiting{Child: asked.Child, Workshop: asked.Workshop, Reasons: e.reasons(r)})
		}
	}
	return out
}

// explainer adds to a standing who waits.
type explainer struct {
	*standing
	waits   []bool
	waiting [][]int      // requests of each workshop, first who comes first
	comes   [][]bool     // by request, at each start
	free    [][]*opening // by workshop, at each start: where and with whom a group could open, worked out at need
}

func explain(in *Instance, p *Plan) *explainer {
	e := &explainer{standing: stand(in, p.Groups), waits: make([]bool, len(in.requests)), waiting: make([][]int, len(in.workshops)),
		comes: make([][]bool, len(in.requests)), free: make([][]*opening, len(in.workshops))}
	for w := range e.free {
		e.free[w] = make([]*opening, len(in.starts))
	}
	for r := range in.requests {
		asked := &in.requests[r]
		e.waits[r] = !slices.ContainsFunc(e.ofChild[asked.child], func(g int) bool { return e.groups[g].workshop == asked.workshop })
		if !e.waits[r] {
			continue
		}
		e.waiting[asked.workshop] = append(e.waiting[asked.workshop], r)
		e.comes[r] = make([]bool, len(in.starts))
		for _, s := range asked.starts {
			held := in.workshops[asked.workshop].during(in.starts[s])
			e.comes[r][s] = e.busy(e.ofChild[asked.child], held) < 0
		}
	}
	for _, list := range e.waiting {
		slices.SortStableFunc(list, func(a, b int) int {
			x, y := &in.requests[a], &in.requests[b]
			return cmp.Or(cmp.Compare(x.class, y.class), cmp.Compare(y.waited, x.waited))
		})
	}
	return e
}

func (e *explainer) reasons(r int) []Reason {
	asked := &e.in.requests[r]
	w := &e.in.workshops[asked.workshop]
	if unfit, ok := e.unfit(r); ok {
		return []Reason{unfit}
	}
	out := []Reason{}
	for _, g := range e.ofWorkshop[asked.workshop] {
		causes := e.against(asked.child, g)
		if len(causes) == 0 {
			p := &e.groups[g]
			causes = []Reason{{Code: FreePlace, About: []string{p.ID}, Start: p.Start, Count: w.Max - len(p.children)}}
		}
		out = append(out, causes...)
	}
	if len(out) == 0 {
		out = append(out, Reason{Code: NoGroupOpen, About: []string{w.ID}})
	}
	causes, best := e.opening(r)
	if best != nil {
		causes = []Reason{{Code: CouldOpen, About: []string{e.in.rooms[best.room].ID, e.in.facilitators[best.facilitator].ID},
			Start: best.start, Count: len(best.with)}}
	}
	return append(out, causes...)
}

// unfit says the grade or the age that forbids the workshop whatever is open.
func (e *explainer) unfit(r int) (Reason, bool) {
	asked := &e.in.requests[r]
	w, kid := &e.in.workshops[asked.workshop], &e.in.children[asked.child]
	switch fitFault(w.Workshop, kid.Child) {
	case WrongGrade:
		return Reason{Code: NotTheGrade, About: []string{w.ID}, Grade: kid.Grade}, true
	case WrongAge:
		bound := w.Ages.From
		if *kid.Age > w.Ages.To {
			bound = w.Ages.To
		}
		return Reason{Code: NotTheAge, About: []string{w.ID}, Count: *kid.Age, Limit: bound}, true
	}
	return Reason{}, false
}

// opening is a group that could be opened: where, with whom, and the requests it would take.
type opening struct {
	start             Time
	room, facilitator int
	with              []int
}

// opening looks for a group that could open for a request. Otherwise the causes are those of the hour with the fewest,
// the earliest: with these out of the way, it opens.
func (e *explainer) opening(r int) ([]Reason, *opening) {
	asked := &e.in.requests[r]
	w := &e.in.workshops[asked.workshop]
	if causes := e.never(r); len(causes) > 0 {
		return causes, nil
	}
	var best []Reason
	for n, s := range asked.starts {
		start := e.in.starts[s]
		causes, o := e.at(r, s)
		if n > 0 && len(causes) >= len(best) {
			continue
		}
		if o.with = e.companions(r, s); len(o.with) < w.Min {
			causes = append(causes, Reason{Code: TooFewToOpen, About: []string{w.ID}, Start: start, Count: len(o.with), Limit: w.Min})
		}
		if len(causes) == 0 {
			return nil, &o
		}
		if n == 0 || len(causes) < len(best) {
			best = causes
		}
	}
	return best, nil
}

// never are the causes that hold at every hour.
func (e *explainer) never(r int) (causes []Reason) {
	asked := &e.in.requests[r]
	w := &e.in.workshops[asked.workshop]
	add := func(code ReasonCode, limit int) {
		causes = append(causes, Reason{Code: code, About: []string{w.ID}, Limit: limit})
	}
	if open := len(e.ofWorkshop[asked.workshop]); open >= w.MaxGroups {
		add(AllGroupsOpen, w.MaxGroups)
	}
	if len(w.facilitators) == 0 {
		add(Unled, 0)
	}
	if len(w.rooms) == 0 {
		add(NoLargeRoom, w.places())
	}
	switch {
	case len(w.starts) == 0:
		add(NoStartAtAll, 0)
	case len(asked.starts) == 0:
		add(NeverThere, 0)
	}
	return causes
}

// at are the causes that keep a group from opening at the start s for a request, the companions aside, and where and
// with whom it would be.
func (e *explainer) at(r, s int) (causes []Reason, o opening) {
	asked := &e.in.requests[r]
	w, start := &e.in.workshops[asked.workshop], e.in.starts[s]
	held := w.during(start)
	add := func(code ReasonCode, about ...string) {
		causes = append(causes, Reason{Code: code, About: about, Start: start})
	}
	for _, g := range e.ofChild[asked.child] {
		if e.groups[g].held.meets(held) {
			add(ElsewhereThen, e.groups[g].ID, e.groups[g].Workshop)
		}
	}
	if e.free[asked.workshop][s] == nil {
		e.free[asked.workshop][s] = e.freeAt(w, held)
	}
	o = *e.free[asked.workshop][s]
	if o.facilitator < 0 {
		e.noLeader(w, held, add)
	}
	switch {
	case o.room < 0 && len(w.rooms) == 1:
		other := &e.groups[e.busy(e.inRoom[w.rooms[0]], held)]
		add(RoomBusy, other.Room, other.ID, other.Workshop)
	case o.room < 0:
		add(NoRoomFree, w.ID)
	}
	if e.overTrips(asked.child, start) {
		add(TripsExhausted)
	}
	return causes, o
}

// freeAt is the first facilitator of a workshop and the smallest room that are free during a stretch, -1 for none.
func (e *explainer) freeAt(w *workshop, held Span) *opening {
	o := &opening{start: held.Start, room: -1, facilitator: -1}
	for _, f := range w.facilitators {
		if free(e.in.facilitators[f].Available, held) && e.busy(e.ledBy[f], held) < 0 {
			o.facilitator = f
			break
		}
	}
	for _, room := range w.rooms {
		if e.busy(e.inRoom[room], held) < 0 {
			o.room = room
			break
		}
	}
	return o
}

// noLeader says why nobody is free to lead.
func (e *explainer) noLeader(w *workshop, held Span, add func(ReasonCode, ...string)) {
	if len(w.facilitators) > 1 {
		add(NoLeaderFree, w.ID)
		return
	}
	who := w.facilitators[0]
	if !free(e.in.facilitators[who].Available, held) {
		add(LeaderAway, e.in.facilitators[who].ID)
		return
	}
	other := &e.groups[e.busy(e.ledBy[who], held)]
	add(LeaderBusy, other.Facilitator, other.ID, other.Workshop)
}

// companions are the requests that a group opened for r at the start s would take, r first: as many as it finds who
// wait, can come, and may be together.
func (e *explainer) companions(r, s int) (best []int) {
	asked := &e.in.requests[r]
	w, grade := &e.in.workshops[asked.workshop], e.in.children[asked.child].grade
	low := max(0, grade-w.span)
	if grade < 0 || w.span >= len(grades) {
		low = grade // one stretch of grades is enough: any
	}
	for ; low <= grade; low++ {
		if found := e.companionsFrom(r, s, low); len(found) > len(best) {
			best = found
		}
		if len(best) >= w.Max {
			break
		}
	}
	return best
}

// companionsFrom are those whose grade is at least low, the whole span from there.
func (e *explainer) companionsFrom(r, s, low int) []int {
	asked := &e.in.requests[r]
	w, start := &e.in.workshops[asked.workshop], e.in.starts[s]
	taken := []int{r}
	anyGrade := w.span >= len(grades)
	lowest, highest := low, low+w.span
	if e.in.children[asked.child].grade < 0 { // then from the first whose grade is known
		lowest = -1
	}
	e.escort(asked.child, start, 1)
	defer func() {
		for _, q := range taken {
			e.escort(e.in.requests[q].child, start, -1)
		}
	}()
	for _, q := range e.waiting[asked.workshop] {
		k := e.in.requests[q].child
		kid := &e.in.children[k]
		if q == r || !e.comes[q][s] || len(taken) >= w.Max {
			continue
		}
		if !anyGrade && kid.grade >= 0 {
			if lowest < 0 {
				lowest, highest = kid.grade, kid.grade+w.span
			}
			if kid.grade < lowest || kid.grade > highest {
				continue
			}
		}
		apart := slices.ContainsFunc(taken, func(t int) bool { return slices.Contains(kid.apart, e.in.requests[t].child) })
		if apart || e.overTrips(k, start) {
			continue
		}
		e.escort(k, start, 1)
		taken = append(taken, q)
	}
	return taken
}
