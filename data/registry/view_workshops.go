package registry

import (
	"cmp"
	"slices"
	"time"

	"mercredi/data"
)

// WorkshopRow is a template with the cycles that were opened from it in a school year.
type WorkshopRow struct {
	WorkshopName
	FullName                    string
	MinAge, MaxAge              int
	MinGrade, MaxGrade          data.Grade
	Capacity, Groups            int
	SessionCount, LengthMinutes int
	Weekday                     time.Weekday
	Rhythm                      data.Rhythm
	Cycles                      []CycleRow
}

// CycleRow is a cycle in a list.
type CycleRow struct {
	ID          data.ID[data.Cycle]
	Workshop    WorkshopName
	Name        string
	SchoolYear  int
	State       data.CycleState
	Weekday     time.Weekday
	First, Last data.Date // of its sessions
	Done, Of    int       // sessions held or past, of those that are not cancelled, in the group that has most
	Places      PlaceCount
	Groups      []CycleGroup
	Mid, End    BilanCount
	Regularity  data.Regularity
	ToEnter     int // past sessions with marks to enter
}

// CycleGroup is a group in a list of cycles.
type CycleGroup struct {
	GroupName
	Start         data.TimeOfDay
	LengthMinutes int
	Room          string
	Facilitator   Adult
	Enrolled      int
	Capacity      int
	Regularity    data.Regularity
	ToEnter       int
	Mid, End      BilanCount
	// Next is the day of its next session that takes place, today's included; zero when there is none.
	Next data.Date
}

// WorkshopRows lists the templates by name, each with its cycles of the year by first session.
func (r *Registry) WorkshopRows(schoolYear int) []WorkshopRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []WorkshopRow
	for _, w := range r.Workshops.rows {
		row := WorkshopRow{
			WorkshopName: workshopName(w), FullName: w.Name, MinAge: w.MinAge, MaxAge: w.MaxAge,
			MinGrade: w.MinGrade, MaxGrade: w.MaxGrade, Capacity: w.Capacity, Groups: w.Groups,
			SessionCount: w.Sessions, LengthMinutes: w.SessionMinutes, Weekday: w.Weekday, Rhythm: w.Rhythm,
		}
		for _, c := range r.cyclesOfWorkshop.of(w.ID) {
			if c.SchoolYear == schoolYear && !c.Archived {
				row.Cycles = append(row.Cycles, r.cycleRow(c))
			}
		}
		if w.Archived && len(row.Cycles) == 0 {
			continue
		}
		slices.SortFunc(row.Cycles, r.byFirstSession)
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b WorkshopRow) int {
		return cmp.Or(r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	return out
}

// CycleRows lists the cycles of a school year by first session; year 0 is every year, latest first.
func (r *Registry) CycleRows(schoolYear int) []CycleRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []CycleRow
	for _, c := range r.Cycles.rows {
		if (schoolYear == 0 || c.SchoolYear == schoolYear) && !c.Archived {
			out = append(out, r.cycleRow(c))
		}
	}
	slices.SortFunc(out, r.byFirstSession)
	return out
}

func (r *Registry) byFirstSession(a, b CycleRow) int {
	return cmp.Or(cmp.Compare(b.SchoolYear, a.SchoolYear), cmp.Compare(a.First, b.First),
		r.folds.compare(a.Workshop.Name, b.Workshop.Name), r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
}

func (r *Registry) cycleRow(c *data.Cycle) CycleRow {
	today := r.world.Today()
	row := CycleRow{
		ID: c.ID, Workshop: workshopName(rowOr(r.Workshops, c.WorkshopID)), Name: c.Name, SchoolYear: c.SchoolYear,
		State: c.State, Weekday: c.Rule.Weekday, Places: r.countPlaces(c, today),
		Mid: BilanCount{Due: c.MidBilanDue}, End: BilanCount{Due: c.EndBilanDue},
	}
	for _, g := range r.groupsOfCycle.of(c.ID) {
		if g.Archived {
			continue
		}
		x := r.read(g, today)
		group := r.cycleGroup(x)
		row.Groups = append(row.Groups, group)
		row.Mid, row.End = row.Mid.plus(group.Mid), row.End.plus(group.End)
		row.Regularity = plus(row.Regularity, group.Regularity)
		row.ToEnter += group.ToEnter
		row.span(x)
	}
	slices.SortFunc(row.Groups, func(a, b CycleGroup) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), r.byGroup(a.GroupName, b.GroupName))
	})
	return row
}

// span widens the cycle to the sessions of one of its groups.
func (row *CycleRow) span(x *reading) {
	done, of := 0, 0
	for _, s := range x.sessions {
		if row.First == 0 || s.Date < row.First {
			row.First = s.Date
		}
		row.Last = max(row.Last, s.Date)
		if s.State == data.SessionCancelled {
			continue
		}
		of++
		if s.Date <= x.today {
			done++
		}
	}
	row.Done, row.Of = max(row.Done, done), max(row.Of, of)
}

func (r *Registry) cycleGroup(x *reading) CycleGroup {
	g := CycleGroup{
		GroupName: x.name(), Start: x.group.Start, LengthMinutes: x.group.LengthMinutes,
		Room:        rowOr(r.Rooms, x.group.RoomID).Name,
		Facilitator: facilitatorAdult(rowOr(r.Facilitators, x.group.FacilitatorID)),
		Enrolled:    r.hereIn(x.group.ID, x.today), Capacity: x.group.Capacity,
		Regularity: x.total(), ToEnter: len(x.toEnter()),
		Mid: BilanCount{Due: x.cycle.MidBilanDue}, End: BilanCount{Due: x.cycle.EndBilanDue},
	}
	for _, s := range x.sessions { // by date
		if g.Next.IsZero() && s.Date >= x.today && s.State != data.SessionCancelled {
			g.Next = s.Date
		}
	}
	for i := range x.rows {
		g.Mid.add(r.progress(x, &x.rows[i], data.MomentMid))
		g.End.add(r.progress(x, &x.rows[i], data.MomentEnd))
	}
	return g
}

func (n BilanCount) plus(o BilanCount) BilanCount {
	return BilanCount{n.Due, n.Owed + o.Owed, n.Done + o.Done, n.Started + o.Started, n.Late + o.Late}
}
