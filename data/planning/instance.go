package planning

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// Instance is a problem with its ids turned into indices and its rules worked out: what the checker, the search, the
// exact models and the explanations read. It never changes once made.
type Instance struct {
	problem *Problem
	sha256  string

	starts       []Time // every start of the grid of the day, in order
	rooms        []Room
	facilitators []Facilitator
	workshops    []workshop
	children     []child
	requests     []request
	apart        [][2]int // children
	together     [][2]int // children
	siblings     [][2]int // children of one family, each pair once
	current      []currentGroup
	schools      int // how many different ones

	roomAt, facilitatorAt, workshopAt, childAt map[string]int
	requestAt                                  map[[2]int]int // by child and workshop
}

// workshop is a Workshop worked out.
type workshop struct {
	*Workshop
	facilitators []int // who can lead it
	rooms        []int // large enough, the smallest first
	starts       []int // indices in Instance.starts where the day allows it
	span         int   // widest distance between grades; len(grades) when there is no rule
	requests     []int
}

// child is a Child worked out.
type child struct {
	*Child
	grade    int // index in grades, -1 when not known
	school   int // from 0, -1 when not said
	requests []int
	apart    []int // children
}

// request is a Request worked out.
type request struct {
	child, workshop int
	class           int // 0 urgent, 1 high, 2 normal
	waited          int // days
	// fits says that the grade and the age are those of the workshop; starts are the indices in Instance.starts where
	// the child is free, among those of the workshop. A request that does not fit has none.
	fits   bool
	starts []int
	// current is where the request is placed today: an index in Instance.current, -1 for nowhere.
	current int
}

// currentGroup is a Group of Problem.Current worked out. An index is -1 when the problem no longer has what it names.
type currentGroup struct {
	*Group
	workshop, room, facilitator int
	slotLocked, roomLocked      bool
	locked                      []int // children
}

// New works a problem out. A problem that contradicts itself is refused with a *SetupError that names every cause.
// sha256 is that of the file it was read from, "" when there is none.
func New(p *Problem, sha256 string) (*Instance, error) {
	if faults := contradictions(p); len(faults) > 0 {
		return nil, &SetupError{faults}
	}
	in := &Instance{problem: p, sha256: sha256, rooms: p.Rooms, facilitators: p.Facilitators}
	in.index()
	in.workStarts()
	in.workWorkshops()
	in.workChildren()
	in.workPairs()
	in.workCurrent()
	in.workRequests()
	return in, nil
}

// Problem is what the instance was made from.
func (in *Instance) Problem() *Problem { return in.problem }

func (in *Instance) index() {
	p := in.problem
	in.roomAt = places(p.Rooms, func(r *Room) string { return r.ID })
	in.facilitatorAt = places(p.Facilitators, func(f *Facilitator) string { return f.ID })
	in.workshopAt = places(p.Workshops, func(w *Workshop) string { return w.ID })
	in.childAt = places(p.Children, func(c *Child) string { return c.ID })
}

// places says where each thing is, by its id.
func places[T any](all []T, id func(*T) string) map[string]int {
	at := make(map[string]int, len(all))
	for i := range all {
		at[id(&all[i])] = i
	}
	return at
}

// at is a place, -1 for an id that is not there.
func at(places map[string]int, id string) int {
	if i, ok := places[id]; ok {
		return i
	}
	return -1
}

func (in *Instance) workStarts() {
	day := in.problem.Day
	for t := day.Start; t < day.End; t += Time(in.problem.StepMinutes) {
		in.starts = append(in.starts, t)
	}
}

func (in *Instance) workWorkshops() {
	for i := range in.problem.Workshops {
		w := workshop{Workshop: &in.problem.Workshops[i], span: len(grades)}
		if w.MaxGradeSpan != nil {
			w.span = *w.MaxGradeSpan
		}
		for _, id := range w.Facilitators {
			w.facilitators = append(w.facilitators, in.facilitatorAt[id])
		}
		for r := range in.rooms {
			if in.rooms[r].Places >= w.places() {
				w.rooms = append(w.rooms, r)
			}
		}
		slices.SortStableFunc(w.rooms, func(a, b int) int { return cmp.Compare(in.rooms[a].Places, in.rooms[b].Places) })
		for s, start := range in.starts {
			if in.timeFault(w.Workshop, start) == "" {
				w.starts = append(w.starts, s)
			}
		}
		in.workshops = append(in.workshops, w)
	}
}

// during is when a group of a workshop is held.
func (w *Workshop) during(start Time) Span { return Span{start, start + Time(w.LengthMinutes)} }

// timeFault says what forbids a start to a workshop, "" for nothing.
func (in *Instance) timeFault(w *Workshop, start Time) Code {
	day, held := in.problem.Day, w.during(start)
	switch {
	case start < day.Start || held.End > day.End:
		return OutsideDay
	case int(start-day.Start)%in.problem.StepMinutes != 0:
		return OffGrid
	case slices.ContainsFunc(day.Breaks, held.meets):
		return InBreak
	case start < w.Earliest:
		return TooEarly
	case w.Latest != 0 && start > w.Latest:
		return TooLate
	}
	return ""
}

func (in *Instance) workChildren() {
	schools := map[string]int{}
	for i := range in.problem.Children {
		c := child{Child: &in.problem.Children[i], school: -1}
		c.grade = slices.Index(grades, c.Grade)
		if c.School != "" {
			if _, ok := schools[c.School]; !ok {
				schools[c.School] = len(schools)
			}
			c.school = schools[c.School]
		}
		in.children = append(in.children, c)
	}
	in.schools = len(schools)
}

func (in *Instance) workPairs() {
	for _, pair := range in.problem.Apart {
		a, b := in.childAt[pair[0]], in.childAt[pair[1]]
		in.apart = append(in.apart, [2]int{a, b})
		in.children[a].apart = append(in.children[a].apart, b)
		in.children[b].apart = append(in.children[b].apart, a)
	}
	for _, pair := range in.problem.Together {
		in.together = append(in.together, [2]int{in.childAt[pair[0]], in.childAt[pair[1]]})
	}
	families := map[string][]int{}
	for i := range in.children {
		family := in.children[i].Family
		if family == "" {
			continue
		}
		for _, sibling := range families[family] {
			in.siblings = append(in.siblings, [2]int{sibling, i})
		}
		families[family] = append(families[family], i)
	}
}

func (in *Instance) workCurrent() {
	for i := range in.problem.Current {
		g := currentGroup{Group: &in.problem.Current[i]}
		g.workshop, g.room, g.facilitator = at(in.workshopAt, g.Workshop), at(in.roomAt, g.Room), at(in.facilitatorAt, g.Facilitator)
		if g.Locks != nil {
			g.slotLocked, g.roomLocked = g.Locks.Slot, g.Locks.Room
			for _, id := range g.Locks.Children {
				g.locked = append(g.locked, in.childAt[id])
			}
		}
		in.current = append(in.current, g)
	}
}

func (in *Instance) workRequests() {
	in.requestAt = map[[2]int]int{}
	for i, asked := range in.problem.Requests {
		r := request{child: in.childAt[asked.Child], workshop: in.workshopAt[asked.Workshop], current: -1}
		r.class = slices.Index([]Priority{Urgent, High, Normal}, asked.Priority)
		r.waited = waited(asked.Since, in.problem.ReferenceDate)
		c, w := &in.children[r.child], &in.workshops[r.workshop]
		r.fits = fitFault(w.Workshop, c.Child) == ""
		for _, s := range w.starts {
			if r.fits && free(c.Available, w.during(in.starts[s])) {
				r.starts = append(r.starts, s)
			}
		}
		r.current = slices.IndexFunc(in.current, func(g currentGroup) bool {
			return g.workshop == r.workshop && slices.Contains(g.Children, asked.Child)
		})
		in.requestAt[[2]int{r.child, r.workshop}] = i
		c.requests, w.requests = append(c.requests, i), append(w.requests, i)
		in.requests = append(in.requests, r)
	}
}

// waited counts the days from the request to the day of reference; a request without date has not waited.
func waited(since, reference Date) int {
	if since == 0 {
		return 0
	}
	return data.Date(since).DaysUntil(data.Date(reference))
}

// fitFault says what in a child forbids a workshop whatever the hour, "" for nothing.
func fitFault(w *Workshop, c *Child) Code {
	switch {
	case c.Grade != "" && len(w.Grades) > 0 && !slices.Contains(w.Grades, c.Grade):
		return WrongGrade
	case c.Age != nil && w.Ages != nil && (*c.Age < w.Ages.From || *c.Age > w.Ages.To):
		return WrongAge
	}
	return ""
}
