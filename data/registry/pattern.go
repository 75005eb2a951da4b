package registry

import (
	"cmp"
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/planning"
)

// pattern is the weekly pattern that runs on a day, in the records and as a problem. It is for reading, while the lock
// is held.
//
//	open weekly cycle ──▶ patternRun ──▶ patternShape: its groups of one length and size = a workshop of the problem
//	enrolment         ──▶ patternSeat: placed in a group, or waiting       = a request of the problem
type pattern struct {
	r          *Registry
	day        data.Date
	runs       []*patternRun
	shapes     []*patternShape
	leaders    []*data.Facilitator // in the order of the problem
	seats      []patternSeat
	childrenOf map[data.ID[data.Group]][]data.ID[data.Child]
	problem    planning.Problem
}

// patternRun is one cycle of the pattern.
type patternRun struct {
	cycle    *data.Cycle
	workshop *data.Workshop
	days     []data.Date // of its rule
	shapes   []*patternShape
	main     *patternShape // the first shape
}

// patternShape are the groups of a cycle that have one length and one size, or none yet.
type patternShape struct {
	id              string
	run             *patternRun
	minutes, places int // places for children
	groups          []*data.Group
	// widened says that its workshop receives children of other ages or levels, because the team accepted some.
	widened bool
}

// patternSeat is a request of the pattern: group is nil while the child waits.
type patternSeat struct {
	e       *data.Enrollment
	child   *data.Child
	text    string // the child's id
	run     *patternRun
	shape   *patternShape
	group   *data.Group
	blocked []data.WarningCode
}

func (x *patternSeat) place() PlannerPlace { return PlannerPlace{x.text, x.shape.id} }

// pattern reads what runs on a day. The lock is held.
func (r *Registry) pattern(day data.Date) *pattern {
	p := &pattern{r: r, day: day, childrenOf: map[data.ID[data.Group]][]data.ID[data.Child]{}}
	p.findRuns()
	for _, run := range p.runs {
		p.findGroups(run)
		p.findSeats(run)
	}
	p.write()
	return p
}

// findRuns finds the open weekly cycles of the weekday whose dates cover the day.
func (p *pattern) findRuns() {
	laid := map[data.DateRule][]data.Date{}
	year := int(calendar.SchoolYearOf(p.day))
	for _, c := range p.r.Cycles.rows {
		if c.SchoolYear != year || c.Archived || c.State != data.CycleOpen || c.Rule.Rhythm != data.Weekly || c.Rule.Weekday != p.day.Weekday() {
			continue
		}
		days, known := laid[c.Rule]
		if !known {
			days = p.r.sessionDays(c.Rule)
			laid[c.Rule] = days
		}
		if len(days) == 0 || p.day < days[0] || p.day > p.lastDay(c, days) {
			continue
		}
		p.runs = append(p.runs, &patternRun{cycle: c, workshop: rowOr(p.r.Workshops, c.WorkshopID), days: days})
	}
	slices.SortFunc(p.runs, func(a, b *patternRun) int {
		return cmp.Or(p.r.folds.compare(a.workshop.Name, b.workshop.Name), p.r.folds.compare(a.cycle.Name, b.cycle.Name),
			compareIDs(a.cycle.ID, b.cycle.ID))
	})
}

// sessionDays are the days on which a rule lays sessions; those that could be, when the calendar ends too early.
func (r *Registry) sessionDays(rule data.DateRule) []data.Date {
	laid, _ := r.layDays(rule)
	var out []data.Date
	for _, d := range laid {
		if d.Number > 0 {
			out = append(out, d.Date)
		}
	}
	return out
}

// lastDay is the last day of a cycle: of its rule, or of a session that was moved beyond.
func (p *pattern) lastDay(c *data.Cycle, days []data.Date) data.Date {
	last := days[len(days)-1]
	if p.day <= last {
		return last
	}
	for _, g := range p.r.groupsOfCycle.rows[c.ID] {
		for _, s := range p.r.sessionsOfGroup.rows[g.ID] {
			if s.State != data.SessionCancelled {
				last = max(last, s.Date)
			}
		}
	}
	return last
}

// findGroups sorts the groups of a cycle that still meet into shapes. The main one is where new groups and the children
// who wait belong: that of the workshop, or the most usual one when no group has it.
func (p *pattern) findGroups(run *patternRun) {
	w := run.workshop
	shapes := []*patternShape{}
	for _, g := range p.r.groupsOfCycle.of(run.cycle.ID) {
		if g.Archived || !p.goesOn(g) {
			continue
		}
		i := slices.IndexFunc(shapes, func(s *patternShape) bool { return s.minutes == g.LengthMinutes && s.places == g.Capacity })
		if i < 0 {
			i = len(shapes)
			shapes = append(shapes, &patternShape{run: run, minutes: g.LengthMinutes, places: g.Capacity})
		}
		shapes[i].groups = append(shapes[i].groups, g)
	}
	if len(shapes) == 0 {
		shapes = append(shapes, &patternShape{run: run, minutes: w.SessionMinutes, places: w.Capacity})
	}
	usual := func(s *patternShape) bool { return s.minutes == w.SessionMinutes && s.places == w.Capacity }
	slices.SortFunc(shapes, func(a, b *patternShape) int {
		if usual(a) != usual(b) {
			return cmp.Compare(boolRank(usual(b)), boolRank(usual(a)))
		}
		return cmp.Or(cmp.Compare(len(b.groups), len(a.groups)), cmp.Compare(b.places, a.places), cmp.Compare(b.minutes, a.minutes))
	})
	for i, s := range shapes {
		s.id = run.cycle.ID.String()
		if i > 0 {
			s.id += fmt.Sprintf("/%d/%d", s.minutes, s.places)
		}
		slices.SortFunc(s.groups, func(a, b *data.Group) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), p.r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
		})
	}
	run.shapes, run.main = shapes, shapes[0]
	p.shapes = append(p.shapes, shapes...)
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// goesOn reports whether a group meets on the day or later; one without any session is being prepared.
func (p *pattern) goesOn(g *data.Group) bool {
	sessions := p.r.sessionsOfGroup.rows[g.ID]
	return len(sessions) == 0 || slices.ContainsFunc(sessions, func(s *data.Session) bool { return s.Date >= p.day && !s.Archived })
}

// findSeats finds who is in the groups of a cycle, and who waits. A child has one seat in it: the place of the day, else
// the one to come, else the wait.
func (p *pattern) findSeats(run *patternRun) {
	all := p.r.enrolledInCycle.rows[run.cycle.ID]
	best := make(map[data.ID[data.Child]]*data.Enrollment, len(all))
	for _, e := range all {
		over := e.State != data.Waiting && !e.Until.IsZero() && e.Until < p.day
		if over || e.Archived || rowOr(p.r.Children, e.ChildID).Archived {
			continue
		}
		if old := best[e.ChildID]; old == nil || p.nearer(e, old) {
			best[e.ChildID] = e
		}
	}
	var seats []patternSeat
	for _, e := range best {
		x := patternSeat{e: e, child: rowOr(p.r.Children, e.ChildID), text: e.ChildID.String(), run: run, shape: run.main}
		if e.State != data.Waiting {
			if x.shape, x.group = run.seatedIn(e.GroupID); x.group == nil {
				continue
			}
		}
		seats = append(seats, x)
	}
	slices.SortFunc(seats, func(a, b patternSeat) int {
		return cmp.Or(p.r.byFirstName(childName(a.child), childName(b.child)), compareIDs(a.e.ID, b.e.ID))
	})
	for i := range seats {
		if g := seats[i].group; g != nil {
			p.childrenOf[g.ID] = append(p.childrenOf[g.ID], seats[i].child.ID)
		}
	}
	p.seats = append(p.seats, seats...)
}

// nearer reports whether an enrolment says more of the day than another of the same child.
func (p *pattern) nearer(e, old *data.Enrollment) bool {
	rank := func(x *data.Enrollment) int {
		switch {
		case x.State == data.Waiting:
			return 0
		case x.Covers(p.day):
			return 2
		}
		return 1
	}
	return cmp.Or(cmp.Compare(rank(e), rank(old)), cmp.Compare(old.From, e.From), compareIDs(old.ID, e.ID)) > 0
}

func (run *patternRun) seatedIn(id data.ID[data.Group]) (*patternShape, *data.Group) {
	for _, s := range run.shapes {
		for _, g := range s.groups {
			if g.ID == id {
				return s, g
			}
		}
	}
	return nil, nil
}

// plan is how the pattern stands.
func (p *pattern) plan() planning.Plan {
	out := planning.Plan{Format: planning.FormatPlan, Groups: []planning.Group{}, Waiting: []planning.Waiting{}, Objective: []planning.Level{}}
	for _, g := range p.problem.Current {
		g.Locks = nil
		g.Children = slices.Clone(g.Children)
		out.Groups = append(out.Groups, g)
	}
	for i := range p.seats {
		if x := &p.seats[i]; x.group == nil && len(x.blocked) == 0 {
			out.Waiting = append(out.Waiting, planning.Waiting{Child: x.text, Workshop: x.shape.id, Reasons: []planning.Reason{}})
		}
	}
	return out
}
