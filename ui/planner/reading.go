package planner

import (
	"slices"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// reading is one Wednesday, worked out beside the window: what stands, what is wrong with it, what is possible.
type reading struct {
	view  registry.PlannerView
	today data.Date
	names planning.Names
	// instance is the pattern worked out, nil when it contradicts itself: setup then says how.
	instance *planning.Instance
	setup    error
	// now is the pattern as it is held on this very day: what was moved or cancelled by hand is so here too.
	now      planning.Plan
	troubles []trouble
	// reasons are those of each request without a place, in the order of view.Waiting.
	reasons [][]planning.Reason
	// former and next are the Wednesdays around: those that work, or on which something takes place. Zero when none.
	former, next data.Date
}

// read works a Wednesday out.
func read(r *registry.Registry, day, today data.Date) *reading {
	x := &reading{view: r.Planner(day), today: today}
	x.names = namesOf(x.view.Names)
	x.former, x.next = around(r, x.view.Day)
	x.instance, x.setup = planning.New(&x.view.Problem, "")
	x.now = heldOn(x.view)
	if x.instance != nil {
		x.explain()
	}
	x.troubles = troublesOf(x)
	return x
}

// around are the days before and after: a holiday counts when something takes place on it.
func around(r *registry.Registry, d registry.Day) (former, next data.Date) {
	for _, tick := range d.Ribbon {
		if tick.Date == d.Date || !opens(tick) && r.Day(tick.Date).Held == 0 {
			continue
		}
		if tick.Date < d.Date {
			former = tick.Date
		} else if next == 0 {
			next = tick.Date
		}
	}
	return former, next
}

// heldOn is the pattern as its sessions of the day have it.
func heldOn(v registry.PlannerView) planning.Plan {
	held := map[string]*registry.DaySession{}
	for i := range v.Day.Sessions {
		s := &v.Day.Sessions[i]
		if s.State != data.SessionCancelled {
			held[s.Group.ID.String()] = s
		}
	}
	out := v.Plan
	out.Groups = nil
	for _, g := range v.Plan.Groups {
		s := held[g.ID]
		if s == nil {
			continue
		}
		g.Start, g.Room, g.Facilitator = planning.Time(s.Start), textOf(s.RoomID), textOf(s.FacilitatorID)
		out.Groups = append(out.Groups, g)
	}
	return out
}

func textOf[T any](id data.ID[T]) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}

// explain finds why each request waits.
func (x *reading) explain() {
	why := map[registry.PlannerPlace][]planning.Reason{}
	for _, w := range planning.Explain(x.instance, &x.view.Plan) {
		why[registry.PlannerPlace{Child: w.Child, Workshop: w.Workshop}] = w.Reasons
	}
	for _, w := range x.view.Waiting {
		x.reasons = append(x.reasons, why[w.Place])
	}
}

// free are the groups where a request could take a place.
func (x *reading) free(i int) (groups []string) {
	if i < 0 || i >= len(x.reasons) || len(x.view.Waiting[i].Blocked) > 0 {
		return nil
	}
	for _, r := range x.reasons[i] {
		if r.Code == planning.FreePlace && len(r.About) > 0 {
			groups = append(groups, r.About[0])
		}
	}
	return groups
}

// group is a group of the pattern, nil when the day has it otherwise: a stage, a group of a closed cycle.
func (x *reading) group(id string) *planning.Group {
	i := slices.IndexFunc(x.view.Plan.Groups, func(g planning.Group) bool { return g.ID == id })
	if i < 0 {
		return nil
	}
	return &x.view.Plan.Groups[i]
}

// locks are those of a group of the pattern.
func (x *reading) locks(id string) planning.Locks {
	for _, g := range x.view.Problem.Current {
		if g.ID == id && g.Locks != nil {
			return *g.Locks
		}
	}
	return planning.Locks{}
}

// workshop is that of a group of the pattern, nil when there is none.
func (x *reading) workshop(id string) *planning.Workshop {
	i := slices.IndexFunc(x.view.Problem.Workshops, func(w planning.Workshop) bool { return w.ID == id })
	if i < 0 {
		return nil
	}
	return &x.view.Problem.Workshops[i]
}

// elsewhere are the groups of the same workshop where a child who has a place could go without breaking a rule.
func (x *reading) elsewhere(child, from string) (groups []string) {
	g := x.group(from)
	if g == nil || x.instance == nil {
		return nil
	}
	for _, to := range x.view.Plan.Groups {
		if to.ID == from || to.Workshop != g.Workshop || slices.Contains(to.Children, child) {
			continue
		}
		moved := change(x.view.Plan, func(o *planning.Group) {
			switch o.ID {
			case from:
				o.Children = slices.DeleteFunc(slices.Clone(o.Children), func(c string) bool { return c == child })
			case to.ID:
				o.Children = append(slices.Clone(o.Children), child)
			}
		})
		if len(x.newTroubles(&x.view.Plan, &moved, to.ID)) == 0 {
			groups = append(groups, to.ID)
		}
	}
	return groups
}

// change is a plan with some of its groups changed.
func change(p planning.Plan, each func(*planning.Group)) planning.Plan {
	p.Groups = slices.Clone(p.Groups)
	for i := range p.Groups {
		each(&p.Groups[i])
	}
	return p
}

// newTroubles are those about a group that a plan has and another has not.
func (x *reading) newTroubles(before, after *planning.Plan, group string) []planning.Violation {
	old := planning.Check(x.instance, before)
	return slices.DeleteFunc(planning.Check(x.instance, after), func(v planning.Violation) bool {
		return !slices.Contains(v.Groups, group) || slices.ContainsFunc(old, func(o planning.Violation) bool { return same(o, v) })
	})
}

// same reports whether two violations are about the same thing, wherever the groups stand now.
func same(a, b planning.Violation) bool {
	return a.Code == b.Code && a.Room == b.Room && a.Facilitator == b.Facilitator && a.Start == b.Start &&
		slices.Equal(a.Groups, b.Groups) && slices.Equal(a.Children, b.Children)
}
