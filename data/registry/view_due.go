package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// BilanStep is where a bilan stands, written or not.
type BilanStep uint8

// The steps.
const (
	BilanNotOwed BilanStep = iota // nobody expects one
	BilanToWrite
	BilanStarted // a draft
	BilanDone    // final
)

// BilanProgress is where the bilan of one child stands at one moment.
type BilanProgress struct {
	Step     BilanStep
	ID       data.ID[data.Bilan] // zero until it is started
	Due      data.Date
	LateDays int // 0 when done or on time
}

// BilanCount counts the bilans of a group at one moment.
type BilanCount struct {
	Due                       data.Date
	Owed, Done, Started, Late int
}

func (n *BilanCount) add(p BilanProgress) {
	if p.Step == BilanNotOwed {
		return
	}
	n.Owed++
	switch p.Step {
	case BilanDone:
		n.Done++
	case BilanStarted:
		n.Started++
	}
	if p.LateDays > 0 {
		n.Late++
	}
}

// dueOn is the day by which the bilans of a moment are to be handed over; zero when none is asked for.
func dueOn(c *data.Cycle, m data.Moment) data.Date {
	switch m {
	case data.MomentMid:
		return c.MidBilanDue
	case data.MomentEnd:
		return c.EndBilanDue
	}
	return 0
}

// bilanDay is the session that closes a moment: who is in the group on that day is owed a bilan.
func (x *reading) bilanDay(m data.Moment) data.Date {
	held := slices.DeleteFunc(slices.Clone(x.sessions), func(s *data.Session) bool { return s.State == data.SessionCancelled })
	if len(held) == 0 {
		return dueOn(x.cycle, m)
	}
	n := len(held)
	if m == data.MomentMid && x.workshop.MidBilanAfter > 0 {
		n = min(n, x.workshop.MidBilanAfter)
	}
	return held[n-1].Date
}

// progress is where the bilan of one child stands. The lock is held.
func (r *Registry) progress(x *reading, row *readRow, m data.Moment) BilanProgress {
	p := BilanProgress{Due: dueOn(x.cycle, m)}
	b := r.bilanOf(childInCycle{row.child.ID, x.cycle.ID}, m)
	if b != nil && (b.GroupID == x.group.ID || row.here(x.today)) {
		p.ID, p.Step = b.ID, BilanStarted
		if b.State == data.BilanFinal {
			p.Step = BilanDone
		}
	} else if !p.Due.IsZero() && row.expectedOn(x.bilanDay(m)) {
		p.Step = BilanToWrite
	}
	if (p.Step == BilanToWrite || p.Step == BilanStarted) && !p.Due.IsZero() && p.Due < x.today {
		p.LateDays = p.Due.DaysUntil(x.today)
	}
	return p
}

// decisionDay is the day of the session after which the team decides what follows for a child: the nth that the child
// came to or is to come to. It is zero when the workshop asks for none or when the sessions do not reach it.
func (x *reading) decisionDay(row *readRow) data.Date {
	left := x.workshop.DecisionAfter
	if left == 0 {
		return 0
	}
	for i, c := range row.cells {
		if c.Kind == CellToCome || c.Kind == CellMark && (c.Mark.Came() || c.Mark == data.NotEntered) {
			if left--; left == 0 {
				return x.sessions[i].Date
			}
		}
	}
	return 0
}

// How far ahead, in days, a deadline is announced.
const (
	bilanNoticeDays    = 30
	decisionNoticeDays = 7
)

// Due is something to hand over: the bilans of a group, the one that is left, or a decision after meetings.
type Due struct {
	Kind     DueKind
	Group    GroupName
	Moment   data.Moment
	Child    ChildName // when one child is concerned
	On       data.Date
	LateDays int // 0 when not late
	BilanCount
	After int // of a decision: the number of meetings
}

// DueKind says what is to hand over.
type DueKind uint8

// The kinds.
const (
	DueBilans DueKind = iota
	DueDecision
)

// dues lists what a group has to hand over soon. The lock is held.
func (r *Registry) dues(x *reading) []Due {
	var out []Due
	for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
		if d, ok := r.bilansDue(x, m); ok {
			out = append(out, d)
		}
	}
	for i := range x.rows {
		row := &x.rows[i]
		on := x.decisionDay(row)
		if on.IsZero() || x.today.DaysUntil(on) > decisionNoticeDays || !row.here(x.today) {
			continue
		}
		if b := r.bilanOf(childInCycle{row.child.ID, x.cycle.ID}, data.MomentEnd); b != nil && b.State == data.BilanFinal {
			continue // the decision is written in it
		}
		out = append(out, Due{
			Kind: DueDecision, Group: x.name(), Moment: data.MomentEnd, Child: childName(row.child),
			On: on, LateDays: max(0, on.DaysUntil(x.today)), After: x.workshop.DecisionAfter,
		})
	}
	return out
}

// bilansDue is what is left of one moment's bilans; false when nothing is, or not yet.
func (r *Registry) bilansDue(x *reading, m data.Moment) (Due, bool) {
	d := Due{Kind: DueBilans, Group: x.name(), Moment: m, On: dueOn(x.cycle, m)}
	if d.On.IsZero() || x.today.DaysUntil(d.On) > bilanNoticeDays {
		return d, false
	}
	for i := range x.rows {
		p := r.progress(x, &x.rows[i], m)
		d.add(p)
		d.LateDays = max(d.LateDays, p.LateDays)
		if p.Step == BilanToWrite || p.Step == BilanStarted {
			d.Child = childName(x.rows[i].child)
		}
	}
	if d.Owed-d.Done != 1 {
		d.Child = ChildName{}
	}
	d.Due = d.On
	return d, d.Done < d.Owed
}

// sortDues puts the most urgent first.
func (r *Registry) sortDues(all []Due) {
	slices.SortFunc(all, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.On, b.On), r.byGroup(a.Group, b.Group), r.byFirstName(a.Child, b.Child))
	})
}

// byGroup orders groups by workshop, cycle and name.
func (r *Registry) byGroup(a, b GroupName) int {
	if a.ID == b.ID && a.CycleID == b.CycleID {
		return 0
	}
	return cmp.Or(r.folds.compare(a.Workshop.Name, b.Workshop.Name), r.folds.compare(a.Cycle, b.Cycle),
		r.folds.compare(a.Group, b.Group), compareIDs(a.ID, b.ID))
}
