package registry

import (
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/planning"
)

// PlanApply is a plan to carry out.
type PlanApply struct {
	// Day is the first day that changes; days that are past never do.
	Day  data.Date
	Plan planning.Plan
	// Was is the plan that stood when this one was made, from PlannerView.Plan: ErrPlanOld if it no longer does. Without
	// groups it is not compared.
	Was planning.Plan
	// Name is the name of the nth group of a cycle, for the new ones.
	Name func(n int) string
	// Why is kept with the places that are left, Reasons with what is unusual, By who accepts it.
	Why     string
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// ApplyPlan makes the groups and the places of the weekly pattern those of a plan, from a day on, in one change: groups
// are opened with their sessions, moved, or ended when they have no children left; children are placed, moved, or put back
// on the waiting list. A session that was moved, cancelled, marked or added by hand stays as it is, and what a child lived
// in a group stays there. undo puts everything back, also in one change: ErrChangedSince when somebody changed it since.
//
// What is unusual needs a reason: *NeedsReason. ErrPlanOld refuses a plan that names what is no longer there.
func (r *Registry) ApplyPlan(x PlanApply) (undo func() error, err error) {
	return r.rework(x.Day, acceptance{reasons: x.Reasons, by: x.By}, func(w *rework) error {
		a := application{rework: w, PlanApply: x, pattern: r.pattern(x.Day)}
		if len(x.Was.Groups) > 0 && !samePlan(x.Was, a.pattern.plan()) {
			return ErrPlanOld
		}
		return a.apply()
	})
}

// samePlan reports whether two plans have the same groups with the same children.
func samePlan(a, b planning.Plan) bool {
	return slices.EqualFunc(a.Groups, b.Groups, func(x, y planning.Group) bool {
		return x.ID == y.ID && x.Start == y.Start && x.Room == y.Room && x.Facilitator == y.Facilitator &&
			len(x.Children) == len(y.Children) && !slices.ContainsFunc(x.Children, func(c string) bool { return !slices.Contains(y.Children, c) })
	})
}

// application is a plan being carried out.
type application struct {
	*rework
	PlanApply
	pattern *pattern
	target  map[data.ID[data.Enrollment]]*data.Group // where each seat goes
	kept    map[data.ID[data.Group]]bool             // groups that the plan has
}

func (a *application) apply() error {
	a.target, a.kept = map[data.ID[data.Enrollment]]*data.Group{}, map[data.ID[data.Group]]bool{}
	seats := map[PlannerPlace]*patternSeat{}
	for i := range a.pattern.seats {
		seats[a.pattern.seats[i].place()] = &a.pattern.seats[i]
	}
	for _, g := range a.Plan.Groups {
		draft, err := a.groupOf(g)
		if err != nil {
			return err
		}
		for _, child := range g.Children {
			x := seats[PlannerPlace{child, g.Workshop}]
			if x == nil {
				return fmt.Errorf("placing a child: %w", ErrPlanOld)
			}
			if a.target[x.e.ID] != nil {
				return ErrAlreadyEnrolled
			}
			a.target[x.e.ID] = draft
		}
	}
	for i := range a.pattern.seats {
		if err := a.seat(&a.pattern.seats[i]); err != nil {
			return err
		}
	}
	for _, s := range a.pattern.shapes {
		for _, g := range s.groups {
			if !a.kept[g.ID] {
				a.dissolve(g)
			}
		}
	}
	return nil
}

// groupOf is the group of the file that a group of the plan becomes.
func (a *application) groupOf(g planning.Group) (*data.Group, error) {
	room, err := idOf(a.r.Rooms, g.Room)
	if err != nil {
		return nil, err
	}
	facilitator, err := idOf(a.r.Facilitators, g.Facilitator)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(a.pattern.shapes, func(s *patternShape) bool { return s.id == g.Workshop })
	if i < 0 {
		return nil, fmt.Errorf("opening a group: %w", ErrPlanOld)
	}
	shape, start := a.pattern.shapes[i], data.TimeOfDay(g.Start)
	for _, old := range shape.groups {
		if old.ID.String() != g.ID {
			continue
		}
		a.kept[old.ID] = true
		if old.Start == start && old.RoomID == room && old.FacilitatorID == facilitator {
			return old, nil
		}
		a.reshape(old, func(now *data.Group) { now.Start, now.RoomID, now.FacilitatorID = start, room, facilitator })
		return a.mine[old.ID].(*data.Group), nil
	}
	if _, err := data.ParseID[data.Group](g.ID); err == nil { // a group that was, and is no more
		return nil, fmt.Errorf("looking for a group: %w", ErrPlanOld)
	}
	made := &data.Group{
		CycleID: shape.run.cycle.ID, Name: a.newName(shape.run), Start: start, LengthMinutes: shape.minutes,
		RoomID: room, FacilitatorID: facilitator, Capacity: shape.places,
	}
	return made, a.found(made, a.daysOf(shape.run), shape.run.workshop.Themes)
}

// idOf is the id of a record that a plan names, "" naming nothing.
func idOf[T any](t *Table[T], text string) (data.ID[T], error) {
	if text == "" {
		return data.ID[T]{}, nil
	}
	id, err := data.ParseID[T](text)
	if err != nil || t.rows[id] == nil {
		return data.ID[T]{}, fmt.Errorf("looking for %s: %w", t.noun, ErrPlanOld)
	}
	return id, nil
}

// daysOf are the days of a new group of a cycle: those of its rule from the first day of the plan, or from today when the
// cycle has no group yet and begins as a whole.
func (a *application) daysOf(run *patternRun) []data.Date {
	from := a.from
	if len(a.r.groupsOfCycle.rows[run.cycle.ID]) == 0 {
		from = a.r.world.Today()
	}
	return slices.DeleteFunc(slices.Clone(run.days), func(d data.Date) bool { return d < from })
}

// newName is the first name of a group that the cycle does not have.
func (a *application) newName(run *patternRun) string {
	taken := map[string]bool{}
	for _, g := range a.r.groupsOfCycle.rows[run.cycle.ID] {
		taken[g.Name] = !g.Archived || taken[g.Name]
	}
	for _, g := range a.groups {
		taken[g.Name] = taken[g.Name] || g.CycleID == run.cycle.ID
	}
	for n := 1; ; n++ {
		if name := a.Name(n); !taken[name] || n > len(taken)+1 {
			return name
		}
	}
}

// seat carries out what the plan says of one child.
func (a *application) seat(x *patternSeat) error {
	to := a.target[x.e.ID]
	switch {
	case to == nil && x.group == nil:
		return nil
	case to == nil && x.e.State == data.Left: // leaves anyway, a little later
		return a.cutShort(x.e)
	case to == nil:
		return a.standBack(x.e, a.Why)
	case x.group == nil:
		return a.seatIn(x.e, to, 0)
	case to.ID != x.group.ID:
		return a.swap(x.e, to, a.Why)
	}
	return nil
}
