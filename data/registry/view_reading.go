package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// Cell is one child in one session, as the attendance matrix shows it.
type Cell struct {
	Kind CellKind
	Mark data.Mark // when Kind is CellMark; NotEntered is a mark that is awaited
}

// CellKind says what a cell is.
type CellKind uint8

// The kinds of cells.
const (
	CellMark        CellKind = iota
	CellToCome               // the session has not taken place
	CellNotExpected          // the child was not in the group on that day
)

// awaited reports whether the cell is still to be entered.
func (c Cell) awaited() bool { return c == Cell{CellMark, data.NotEntered} }

// reading is one group with all that its members lived, on a day: what most views are made of.
//
//	          séance 1   séance 2   séance 3
//	Lila      présent    absent     à venir
//	Inaya     pas inscrite  présent à venir
type reading struct {
	today      data.Date
	group      *data.Group
	cycle      *data.Cycle
	workshop   *data.Workshop
	sessions   []*data.Session // by date
	attendance []*data.Attendance
	rows       []readRow // by first name; who waits is not among them
}

// readRow is one child of a group.
type readRow struct {
	child *data.Child
	stays []*data.Enrollment // more than one when the child left and came back
	cells []Cell             // one a session
	data.Regularity
	inARow int       // unexcused absences in a row, up to the last mark
	since  data.Date // the first of them
}

// read walks through a group. The lock is held.
func (r *Registry) read(g *data.Group, today data.Date) *reading {
	cycle := rowOr(r.Cycles, g.CycleID)
	x := &reading{today: today, group: g, cycle: cycle, workshop: rowOr(r.Workshops, cycle.WorkshopID)}
	x.sessions = r.sessionsInOrder(g.ID)
	x.attendance = make([]*data.Attendance, len(x.sessions))
	for i, s := range x.sessions {
		x.attendance[i] = r.Attendances.rows[data.ID[data.Attendance](s.ID)]
	}
	enrolled := r.enrolledInGroup.rows[g.ID]
	x.rows = make([]readRow, 0, len(enrolled))
	for _, e := range enrolled {
		if e.State == data.Waiting || e.Archived {
			continue
		}
		i := slices.IndexFunc(x.rows, func(row readRow) bool { return row.child.ID == e.ChildID })
		if i < 0 {
			x.rows = append(x.rows, readRow{child: rowOr(r.Children, e.ChildID)})
			i = len(x.rows) - 1
		}
		x.rows[i].stays = append(x.rows[i].stays, e)
	}
	for i := range x.rows {
		x.fill(&x.rows[i])
	}
	slices.SortFunc(x.rows, func(a, b readRow) int { return r.byFirstName(childName(a.child), childName(b.child)) })
	return x
}

// sessionsInOrder are the sessions of a group by date. The lock is held.
func (r *Registry) sessionsInOrder(id data.ID[data.Group]) []*data.Session {
	all := r.sessionsOfGroup.of(id)
	all = slices.DeleteFunc(all, func(s *data.Session) bool { return s.Archived })
	slices.SortFunc(all, func(a, b *data.Session) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Number, b.Number))
	})
	return all
}

// fill counts the cells of one child.
func (x *reading) fill(row *readRow) {
	row.cells = make([]Cell, len(x.sessions))
	for i, s := range x.sessions {
		c := x.cell(row, i)
		row.cells[i] = c
		switch c.Kind {
		case CellToCome:
			row.ToCome++
			continue
		case CellNotExpected:
			continue
		}
		row.Add(c.Mark)
		switch {
		case c.Mark == data.Absent:
			if row.inARow++; row.inARow == 1 {
				row.since = s.Date
			}
		case c.Mark.Counts():
			row.inARow, row.since = 0, 0
		}
	}
}

func (x *reading) cell(row *readRow, i int) Cell {
	s := x.sessions[i]
	expected := row.expectedOn(s.Date)
	if s.State == data.SessionCancelled {
		if expected {
			return Cell{CellMark, data.Cancelled}
		}
		return Cell{Kind: CellNotExpected}
	}
	if a := x.attendance[i]; a != nil {
		if m := a.Of(row.child.ID); m != data.NotEntered {
			return Cell{CellMark, m}
		}
	}
	switch {
	case !expected:
		return Cell{Kind: CellNotExpected}
	case s.Date > x.today:
		return Cell{Kind: CellToCome}
	}
	return Cell{CellMark, data.NotEntered}
}

// expectedOn reports whether the child belongs to the group on a day.
func (row *readRow) expectedOn(day data.Date) bool {
	return slices.ContainsFunc(row.stays, func(e *data.Enrollment) bool { return e.Covers(day) })
}

// here reports whether the child is still in the group on a day, or is to come.
func (row *readRow) here(day data.Date) bool {
	return slices.ContainsFunc(row.stays, func(e *data.Enrollment) bool {
		return e.State == data.Enrolled && (e.Until.IsZero() || day <= e.Until)
	})
}

// missing counts the marks still to enter for a session, and the children expected.
func (x *reading) missing(session int) (missing, expected int) {
	for i := range x.rows {
		switch c := x.rows[i].cells[session]; {
		case c.awaited():
			missing++
			expected++
		case c.Kind != CellNotExpected:
			expected++
		}
	}
	return missing, expected
}

// count is the regularity of everybody in one session.
func (x *reading) count(session int) data.Regularity {
	var n data.Regularity
	for i := range x.rows {
		switch c := x.rows[i].cells[session]; c.Kind {
		case CellMark:
			n.Add(c.Mark)
		case CellToCome:
			n.ToCome++
		}
	}
	return n
}

// total is the regularity of the whole group.
func (x *reading) total() data.Regularity {
	var n data.Regularity
	for i := range x.rows {
		n = plus(n, x.rows[i].Regularity)
	}
	return n
}

// plus adds two counts.
func plus(a, b data.Regularity) data.Regularity {
	return data.Regularity{
		Came: a.Came + b.Came, Counted: a.Counted + b.Counted, NotEntered: a.NotEntered + b.NotEntered,
		Cancelled: a.Cancelled + b.Cancelled, ToCome: a.ToCome + b.ToCome,
	}
}

// name is how lists call the group.
func (x *reading) name() GroupName {
	n := GroupName{
		ID: x.group.ID, CycleID: x.cycle.ID, Workshop: workshopName(x.workshop),
		Cycle: x.cycle.Name, Group: x.group.Name,
	}
	if x.workshop.Format == data.InGroup {
		return n
	}
	for i := range x.rows {
		if x.rows[i].here(x.today) {
			if !n.Child.ID.IsZero() {
				n.Child = ChildName{} // two children: the group's own name says more
				return n
			}
			n.Child = childName(x.rows[i].child)
		}
	}
	return n
}

// current is the session to look at first: the latest past one with marks to enter, else the next one, else the last;
// -1 when there is none.
func (x *reading) current() int {
	next := len(x.sessions) - 1
	for i := len(x.sessions) - 1; i >= 0; i-- {
		s := x.sessions[i]
		if s.State == data.SessionCancelled {
			continue
		}
		if s.Date > x.today {
			next = i
			continue
		}
		if missing, _ := x.missing(i); missing > 0 {
			return i
		}
	}
	return next
}

// inYear are the groups of a school year, in no order: archived ones and those of archived cycles left out.
// The lock is held.
func (r *Registry) inYear(year int) []*data.Group {
	var groups []*data.Group
	for _, c := range r.Cycles.rows {
		if c.SchoolYear != year || c.Archived {
			continue
		}
		for _, g := range r.groupsOfCycle.of(c.ID) {
			if !g.Archived {
				groups = append(groups, g)
			}
		}
	}
	return groups
}
