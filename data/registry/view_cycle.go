package registry

import (
	"cmp"
	"slices"
	"time"

	"mercredi/data"
)

// GroupView is the page of one group: the attendance matrix and all that stands around it.
type GroupView struct {
	GroupName
	SchoolYear    int
	State         data.CycleState
	Weekday       time.Weekday
	Rhythm        data.Rhythm
	Start         data.TimeOfDay
	LengthMinutes int
	RoomID        data.ID[data.Room]
	Room, Site    string
	FacilitatorID data.ID[data.Facilitator]
	Facilitator   Adult
	Capacity      int
	Enrolled      int // children here today
	First, Last   data.Date

	Sessions []GroupSession
	// Current is the session to look at first: the latest past one with marks to enter, else the next one, else the
	// last; -1 when there is none.
	Current int
	Done    int // rank of the last past session, for "séance 10 sur 12"; cancelled ones count
	Themes  []ThemeSpan

	Rows     []GroupRow // by first name
	Total    data.Regularity
	Mid, End BilanCount
	// GroupMid and GroupEnd are the bilans of the group itself.
	GroupMid, GroupEnd BilanStep

	RubricID    data.ID[data.Rubric]
	Rubric      string
	Evaluations [3]EvaluationCount // start, mid, end; from the facilitator's viewpoint

	Waiting  []WaitingRow // of the whole cycle, longest wait first
	Siblings []SiblingGroup
}

// GroupSession is one column of the matrix.
type GroupSession struct {
	ID            data.ID[data.Session]
	Number        int
	Date          data.Date
	Start         data.TimeOfDay
	LengthMinutes int
	State         data.SessionState
	Past          bool // today included
	Theme, Note   string
	Reason        string
	MovedFrom     data.Date
	Added         bool
	Missing       int // marks to enter, 0 for a session to come
	Expected      int // children expected
	Count         data.Regularity
}

// ThemeSpan is a theme and the sessions in a row that share it, as indexes in Sessions, both included.
type ThemeSpan struct {
	Theme    string
	From, To int
}

// GroupRow is one child of the matrix.
type GroupRow struct {
	Child      ChildName
	Age        int // -1 when not known
	Grade      data.Grade
	Enrollment data.ID[data.Enrollment] // the last stay
	From       data.Date                // first day of the last stay, zero for the first session
	Left       bool
	LeftOn     data.Date
	Cells      []Cell // one a session
	data.Regularity
	Low      bool // under what the team calls low
	InARow   int  // unexcused absences in a row, up to the last mark
	Since    data.Date
	Alert    bool // InARow reaches what the team announces
	Mid, End BilanProgress
}

// EvaluationCount counts the evaluations of a moment: Owed is one a child, Done has every criterion rated.
type EvaluationCount struct{ Owed, Started, Done int }

// WaitingRow is a child on the waiting list of a cycle.
type WaitingRow struct {
	Enrollment  data.ID[data.Enrollment]
	Child       ChildName
	Age         int
	Grade       data.Grade
	RequestedOn data.Date
	Days        int // since the request, 0 when its day is not known
}

// SiblingGroup is another group of the same cycle.
type SiblingGroup struct {
	ID                 data.ID[data.Group]
	Name               string
	Start              data.TimeOfDay
	Enrolled, Capacity int
	Children           []data.ID[data.Child] // here today or to come, in no order
}

// Group is the page of one group, today; false when it does not exist.
func (r *Registry) Group(id data.ID[data.Group]) (GroupView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[id]
	if !ok {
		return GroupView{}, false
	}
	x := r.read(g, r.world.Today())
	v := r.groupHeader(x)
	v.Sessions, v.Themes = x.columns(), x.themes()
	for i, s := range v.Sessions {
		if s.Past {
			v.Done = i + 1
		}
	}
	if n := len(v.Sessions); n > 0 {
		v.First, v.Last = v.Sessions[0].Date, v.Sessions[n-1].Date
	}
	v.Mid.Due, v.End.Due = x.cycle.MidBilanDue, x.cycle.EndBilanDue
	for i := range x.rows {
		row := r.groupRow(x, &x.rows[i])
		v.Mid.add(row.Mid)
		v.End.add(row.End)
		if !row.Left {
			v.Enrolled++
		}
		v.Rows = append(v.Rows, row)
	}
	v.GroupMid, v.GroupEnd = r.groupBilanStep(id, data.MomentMid), r.groupBilanStep(id, data.MomentEnd)
	v.Evaluations = r.countEvaluations(x)
	v.Waiting = r.waitingFor(x.cycle, x.today)
	v.Siblings = r.siblings(x)
	return v, true
}

func (r *Registry) groupHeader(x *reading) GroupView {
	g, room, f := x.group, rowOr(r.Rooms, x.group.RoomID), rowOr(r.Facilitators, x.group.FacilitatorID)
	rubric := r.gridOf(x.cycle.ID)
	return GroupView{
		GroupName: x.name(), SchoolYear: x.cycle.SchoolYear, State: x.cycle.State,
		Weekday: x.cycle.Rule.Weekday, Rhythm: x.cycle.Rule.Rhythm,
		Start: g.Start, LengthMinutes: g.LengthMinutes,
		RoomID: room.ID, Room: room.Name, Site: room.Site,
		FacilitatorID: f.ID, Facilitator: facilitatorAdult(f), Capacity: g.Capacity,
		Current: x.current(), Total: x.total(), RubricID: rubric.ID, Rubric: rubric.Name,
	}
}

func (x *reading) columns() []GroupSession {
	out := make([]GroupSession, len(x.sessions))
	for i, s := range x.sessions {
		out[i] = GroupSession{
			ID: s.ID, Number: s.Number, Date: s.Date, Start: s.Start, LengthMinutes: s.LengthMinutes, State: s.State,
			Past: s.Date <= x.today, Theme: s.Theme, Note: s.Note, Reason: s.Reason, MovedFrom: s.MovedFrom, Added: s.Added,
			Count: x.count(i),
		}
		out[i].Missing, out[i].Expected = x.missing(i)
	}
	return out
}

func (x *reading) themes() []ThemeSpan {
	var out []ThemeSpan
	for i, s := range x.sessions {
		if n := len(out); n > 0 && out[n-1].Theme == s.Theme && out[n-1].To == i-1 {
			out[n-1].To = i
		} else if s.Theme != "" {
			out = append(out, ThemeSpan{s.Theme, i, i})
		}
	}
	return out
}

func (r *Registry) groupRow(x *reading, row *readRow) GroupRow {
	last := slices.MaxFunc(row.stays, func(a, b *data.Enrollment) int { return cmp.Compare(a.From, b.From) })
	here := row.here(x.today)
	v := GroupRow{
		Child: childName(row.child), Age: row.child.BirthDate.AgeOn(x.today), Grade: row.child.Grade,
		Enrollment: last.ID, From: last.From, Left: !here, Cells: row.cells, Regularity: row.Regularity,
		Low: r.low(row.Regularity), InARow: row.inARow, Since: row.since, Alert: here && row.inARow >= r.absenceAlert(),
		Mid: r.progress(x, row, data.MomentMid), End: r.progress(x, row, data.MomentEnd),
	}
	if v.Left {
		v.LeftOn = last.Until
	}
	return v
}

func (r *Registry) groupBilanStep(group data.ID[data.Group], m data.Moment) BilanStep {
	b := r.groupBilanOf(group, m)
	switch {
	case b == nil:
		return BilanToWrite
	case b.State == data.BilanFinal:
		return BilanDone
	}
	return BilanStarted
}

func (r *Registry) countEvaluations(x *reading) (counts [3]EvaluationCount) {
	criteria := r.gridOf(x.cycle.ID).Criteria
	for i := range x.rows {
		here := x.rows[i].here(x.today)
		for k := range counts {
			e := r.evaluationOf(childInCycle{x.rows[i].child.ID, x.cycle.ID}, data.MomentStart+data.Moment(k), data.ByFacilitator)
			if e == nil && !here {
				continue
			}
			counts[k].Owed++
			switch {
			case e == nil || len(e.Scores) == 0:
			case slices.ContainsFunc(criteria, func(c data.Criterion) bool { return e.Level(c.Key) == 0 }):
				counts[k].Started++
			default:
				counts[k].Done++
			}
		}
	}
	return counts
}

func (r *Registry) waitingFor(c *data.Cycle, today data.Date) []WaitingRow {
	var out []WaitingRow
	for _, e := range r.enrolledInCycle.rows[c.ID] {
		if e.State != data.Waiting || e.Archived {
			continue
		}
		child := rowOr(r.Children, e.ChildID)
		row := WaitingRow{
			Enrollment: e.ID, Child: childName(child), Age: child.BirthDate.AgeOn(today), Grade: child.Grade,
			RequestedOn: e.RequestedOn,
		}
		if !e.RequestedOn.IsZero() {
			row.Days = max(0, e.RequestedOn.DaysUntil(today))
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b WaitingRow) int {
		return cmp.Or(cmp.Compare(b.Days, a.Days), r.byFirstName(a.Child, b.Child))
	})
	return out
}

func (r *Registry) siblings(x *reading) []SiblingGroup {
	var out []SiblingGroup
	for _, g := range r.groupsOfCycle.of(x.cycle.ID) {
		if g.ID == x.group.ID || g.Archived {
			continue
		}
		children := r.childrenIn(g.ID, x.today)
		out = append(out, SiblingGroup{g.ID, g.Name, g.Start, len(children), g.Capacity, children})
	}
	slices.SortFunc(out, func(a, b SiblingGroup) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	return out
}

// hereIn counts the children who are in a group today or are to come.
func (r *Registry) hereIn(group data.ID[data.Group], today data.Date) int {
	return len(r.childrenIn(group, today))
}

func (r *Registry) childrenIn(group data.ID[data.Group], today data.Date) []data.ID[data.Child] {
	var children []data.ID[data.Child]
	for _, e := range r.enrolledInGroup.rows[group] {
		if !e.Archived && e.State == data.Enrolled && (e.Until.IsZero() || today <= e.Until) {
			children = append(children, e.ChildID)
		}
	}
	return children
}
