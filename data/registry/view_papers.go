package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// GroupBilanView is the bilan of a group. Children appear by first name and initial only, and no score, no note and
// no date of birth is anybody's.
type GroupBilanView struct {
	Letterhead
	Bilan     data.GroupBilan
	Reference string // "" until it is kept
	On        data.Date
	Author    Adult

	Group         GroupName // without the child of an individual workshop
	Workshop      string
	SchoolYear    int
	Facilitators  []Adult
	Room, Site    string
	Start         data.TimeOfDay
	LengthMinutes int
	First, Last   data.Date

	Children []ShortChild // by first name
	data.Regularity
	Sessions []GroupBilanSession
	Themes   []string // in the order they came
	Rubric   string
	Levels   []string
	Skills   []SkillCount
}

// ShortChild is a child on a paper that others read.
type ShortChild struct{ First, Initial string }

// GroupBilanSession is one line of a group's table of sessions.
type GroupBilanSession struct {
	Number int
	Date   data.Date
	State  data.SessionState
	Theme  string
	Count  data.Regularity
}

// SkillCount counts children by level of one criterion, from the facilitator's viewpoint. Start[0] counts those at
// the lowest level. Rose, Steady and Fell count the children rated at both ends.
type SkillCount struct {
	Key                int
	Label              string
	Skill              data.SkillFamily
	Start, End         []int
	Rose, Steady, Fell int
}

// GroupBilanView shows the bilan b of a group, kept or not; false when the group does not exist.
func (r *Registry) GroupBilanView(b data.GroupBilan) (GroupBilanView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[b.GroupID]
	if !ok {
		return GroupBilanView{}, false
	}
	x := r.read(g, r.world.Today())
	room := rowOr(r.Rooms, g.RoomID)
	v := GroupBilanView{
		Letterhead: r.letterhead(), Bilan: b, On: x.today, Author: memberAdult(rowOr(r.Members, b.AuthorID)),
		Group: x.name(), Workshop: x.workshop.Name, SchoolYear: x.cycle.SchoolYear, Facilitators: r.facilitatorsOf(x),
		Room: room.Name, Site: room.Site, Start: g.Start, LengthMinutes: g.LengthMinutes,
	}
	v.Group.Child = ChildName{}
	if x.workshop.Format != data.InGroup {
		v.Group.Group = "" // the team calls it after the child
	}
	if !b.ID.IsZero() {
		v.Reference = b.ID.Reference()
	}
	if b.State == data.BilanFinal && !b.FinalOn.IsZero() {
		v.On = b.FinalOn
	}
	v.meet(x)
	rubric := r.gridOf(x.cycle.ID)
	v.Rubric, v.Levels = rubric.Name, slices.Clone(rubric.Levels)
	v.Skills = r.countSkills(x, rubric, b.Moment)
	return v, true
}

// meet lays the children, the sessions and the themes, those of a mid-cycle bilan up to its session.
func (v *GroupBilanView) meet(x *reading) {
	last := data.Date(99991231)
	if v.Bilan.Moment == data.MomentMid {
		last = x.bilanDay(data.MomentMid)
	}
	for i := range x.rows {
		c := x.rows[i].child
		v.Children = append(v.Children, ShortChild{c.FirstName, initial(c.LastName)})
	}
	for i, s := range x.sessions {
		if s.Date > last {
			continue
		}
		if v.First == 0 {
			v.First = s.Date
		}
		v.Last = s.Date
		n := x.count(i)
		v.Regularity = plus(v.Regularity, n)
		v.Sessions = append(v.Sessions, GroupBilanSession{s.Number, s.Date, s.State, s.Theme, n})
		if s.Theme != "" && s.State != data.SessionCancelled && !slices.Contains(v.Themes, s.Theme) {
			v.Themes = append(v.Themes, s.Theme)
		}
	}
}

// initial is the first letter of a name.
func initial(name string) string {
	for _, letter := range name {
		return string(letter)
	}
	return ""
}

func (r *Registry) countSkills(x *reading, rubric *data.Rubric, until data.Moment) []SkillCount {
	var out []SkillCount
	for _, c := range rubric.Criteria {
		n := SkillCount{Key: c.Key, Label: c.Label, Skill: c.Skill,
			Start: make([]int, len(rubric.Levels)), End: make([]int, len(rubric.Levels))}
		for i := range x.rows {
			of := childInCycle{x.rows[i].child.ID, x.cycle.ID}
			n.add(r.levelOf(of, data.MomentStart, c.Key), r.levelOf(of, until, c.Key))
		}
		out = append(out, n)
	}
	return out
}

func (r *Registry) levelOf(of childInCycle, m data.Moment, key int) int {
	e := r.evaluationOf(of, m, data.ByFacilitator)
	if e == nil {
		return 0
	}
	return e.Level(key)
}

func (n *SkillCount) add(start, end int) {
	if start > 0 && start <= len(n.Start) {
		n.Start[start-1]++
	}
	if end > 0 && end <= len(n.End) {
		n.End[end-1]++
	}
	switch {
	case start == 0 || end == 0:
	case end > start:
		n.Rose++
	case end < start:
		n.Fell++
	default:
		n.Steady++
	}
}

// AttendanceSheetView is the « feuille d'émargement » of a group: one column a session, one line a child.
type AttendanceSheetView struct {
	Letterhead
	On            data.Date
	Group         GroupName
	Workshop      string
	SchoolYear    int
	Facilitators  []Adult
	Room, Site    string
	Start         data.TimeOfDay
	LengthMinutes int
	Sessions      []SheetSession
	Rows          []SheetRow // by last name
}

// SheetSession is one column.
type SheetSession struct {
	ID     data.ID[data.Session]
	Number int
	Date   data.Date
	Start  data.TimeOfDay
	State  data.SessionState
	Theme  string
	Past   bool // today included
	Count  data.Regularity
}

// SheetRow is one line.
type SheetRow struct {
	Child ChildName
	Grade data.Grade
	Cells []Cell // one a session
}

// AttendanceSheetView is the attendance sheet of a group, today; false when the group does not exist.
func (r *Registry) AttendanceSheetView(id data.ID[data.Group]) (AttendanceSheetView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[id]
	if !ok {
		return AttendanceSheetView{}, false
	}
	x := r.read(g, r.world.Today())
	room := rowOr(r.Rooms, g.RoomID)
	v := AttendanceSheetView{
		Letterhead: r.letterhead(), On: x.today, Group: x.name(), Workshop: x.workshop.Name, SchoolYear: x.cycle.SchoolYear,
		Facilitators: r.facilitatorsOf(x), Room: room.Name, Site: room.Site, Start: g.Start, LengthMinutes: g.LengthMinutes,
	}
	for i, s := range x.sessions {
		v.Sessions = append(v.Sessions, SheetSession{s.ID, s.Number, s.Date, s.Start, s.State, s.Theme, s.Date <= x.today, x.count(i)})
	}
	for i := range x.rows {
		row := &x.rows[i]
		v.Rows = append(v.Rows, SheetRow{childName(row.child), row.child.Grade, row.cells})
	}
	slices.SortFunc(v.Rows, func(a, b SheetRow) int { return r.byLastName(a.Child, b.Child) })
	return v, true
}

// BilanRow is one bilan in a list, to write or to print.
type BilanRow struct {
	Child    ChildName
	Group    GroupName
	CycleID  data.ID[data.Cycle]
	Moment   data.Moment
	SavedOn  data.Date
	FinalOn  data.Date
	Progress BilanProgress
}

// Kept reports whether there is something to print: a draft or a final bilan.
func (b BilanRow) Kept() bool { return !b.Progress.ID.IsZero() }

// BilansOf lists the bilans of a cycle, kept or owed, by group, moment and first name.
func (r *Registry) BilansOf(id data.ID[data.Cycle]) []BilanRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.bilanRows(r.groupsOfCycle.rows[id])
}

// BilanRows lists the bilans of a school year, kept or owed: what is late first, then by day due.
func (r *Registry) BilanRows(schoolYear int) []BilanRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var groups []*data.Group
	for _, c := range r.Cycles.rows {
		if c.SchoolYear == schoolYear && !c.Archived {
			groups = append(groups, r.groupsOfCycle.rows[c.ID]...)
		}
	}
	rows := r.bilanRows(groups)
	order := make([]*BilanRow, len(rows)) // rows are large, and there are thousands: their order is moved, not they
	for i := range rows {
		order[i] = &rows[i]
	}
	slices.SortStableFunc(order, func(a, b *BilanRow) int {
		return cmp.Or(cmp.Compare(b.Progress.LateDays, a.Progress.LateDays), cmp.Compare(a.Progress.Due, b.Progress.Due))
	})
	out := make([]BilanRow, len(rows))
	for i, row := range order {
		out[i] = *row
	}
	return out
}

// bilanRows are the bilans of groups, kept or owed, by group, moment and first name.
func (r *Registry) bilanRows(groups []*data.Group) []BilanRow {
	type named struct {
		*reading
		name GroupName
	}
	readings, children := make([]named, len(groups)), 0
	for i, g := range groups {
		x := r.read(g, r.world.Today())
		readings[i] = named{x, x.name()}
		children += len(x.rows)
	}
	slices.SortFunc(readings, func(a, b named) int { return r.byGroup(a.name, b.name) })
	out := make([]BilanRow, 0, children)
	for _, x := range readings {
		for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
			for i := range x.rows { // by first name
				p := r.progress(x.reading, &x.rows[i], m)
				if p.Step == BilanNotOwed {
					continue
				}
				b := rowOr(r.Bilans, p.ID)
				if !p.ID.IsZero() && b.GroupID != x.group.ID {
					continue // the child moved: it is written in the other group
				}
				out = append(out, BilanRow{childName(x.rows[i].child), x.name, x.cycle.ID, m, b.SavedOn, b.FinalOn, p})
			}
		}
	}
	return out
}

// FinishedCycles lists the cycles whose last session is past, and those that were closed, latest first.
func (r *Registry) FinishedCycles() []CycleRow {
	today := r.Today()
	all := r.CycleRows(0)
	return slices.DeleteFunc(all, func(c CycleRow) bool {
		return c.State != data.CycleClosed && (c.Last.IsZero() || c.Last >= today)
	})
}
