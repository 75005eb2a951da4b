package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
)

// FamilyCalendarView is the calendar of one child, for its family. It names no other child and no other family.
type FamilyCalendarView struct {
	Letterhead
	On         data.Date
	Child      ChildName
	Sex        data.Sex
	Reference  string
	SchoolYear int
	From       data.Date // sessions before are left out
	Sessions   []WednesdaySession
	Off        []calendar.Day // days of the week of the sessions, between the first and the last, without any
	PickUp     string         // without the names of others
	KeyWorker  Adult
}

// FamilyCalendar is the calendar of a child for a school year: from today on, or whole once the year is over; false when
// the child does not exist.
func (r *Registry) FamilyCalendar(id data.ID[data.Child], schoolYear int) (FamilyCalendarView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[id]
	if !ok {
		return FamilyCalendarView{}, false
	}
	family := rowOr(r.Families, c.FamilyID)
	m := r.maskingFor(c, family, WholeFileOptions{Adults: true, Outside: true})
	v := FamilyCalendarView{
		Letterhead: r.letterhead(), On: r.world.Today(), Child: childName(c), Sex: c.Sex, Reference: c.ID.Reference(), SchoolYear: schoolYear,
		PickUp: m.text(PartChild, 0, c.PickUp), KeyWorker: memberAdult(rowOr(r.Members, c.KeyWorkerID)),
	}
	if v.On <= calendar.SchoolYear(schoolYear).Last() {
		v.From = v.On
	}
	for _, s := range newPublicNames(r).ofChild(id, schoolYear) {
		if s.Date >= v.From && !s.left {
			v.Sessions = append(v.Sessions, s.forFamily())
		}
	}
	v.Off = r.daysOff(v.Sessions)
	return v, true
}

// childSession is a session of a group that a child is, or was, in.
type childSession struct {
	WednesdaySession
	left    bool   // the child is not expected
	changes uint32 // saves of the child's places in the group
}

// forFamily leaves out whoever else is there, and the name of the group, which may be anybody's.
func (s childSession) forFamily() WednesdaySession {
	s.Children, s.Enrolled, s.Group, s.Theme = nil, 0, "", ""
	return s.WednesdaySession
}

// ofChild are the sessions of all the groups a child has been in, by date.
func (p publicNames) ofChild(id data.ID[data.Child], schoolYear int) []childSession {
	stays := map[data.ID[data.Group]][]*data.Enrollment{}
	for _, e := range p.enrolledOfChild.rows[id] {
		if !e.GroupID.IsZero() {
			stays[e.GroupID] = append(stays[e.GroupID], e)
		}
	}
	var out []childSession
	for group, places := range stays {
		g := rowOr(p.Groups, group)
		if cycle := rowOr(p.Cycles, g.CycleID); g.Archived || cycle.Archived || cycle.SchoolYear != schoolYear {
			continue
		}
		first := slices.MinFunc(places, func(a, b *data.Enrollment) int { return cmp.Compare(a.From, b.From) }).From
		changes := uint32(0)
		for _, e := range places {
			changes += e.Revision
		}
		for _, s := range p.sessionsInOrder(group) {
			if s.Date < first {
				continue
			}
			here := slices.ContainsFunc(places, func(e *data.Enrollment) bool { return !e.Archived && e.Covers(s.Date) })
			out = append(out, childSession{p.session(s), !here, changes})
		}
	}
	slices.SortFunc(out, func(a, b childSession) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), compareIDs(a.ID, b.ID))
	})
	return out
}

// daysOff are the days without session between the first and the last, on the days of the week of the sessions, when
// holidays, a public holiday or a closing explain them.
func (r *Registry) daysOff(sessions []WednesdaySession) []calendar.Day {
	if len(sessions) == 0 {
		return nil
	}
	used := map[data.Date]bool{}
	for _, s := range sessions {
		used[s.Date] = true
	}
	var out []calendar.Day
	for _, day := range r.calendar.Days(sessions[0].Date.Weekday(), sessions[0].Date, sessions[len(sessions)-1].Date) {
		if day.State != calendar.StateWorking && day.State != calendar.StateUnknown && !used[day.Date] {
			out = append(out, day)
		}
	}
	return out
}

// FacilitatorListOf says which list: of a day, or of a cycle.
type FacilitatorListOf struct {
	Facilitator data.ID[data.Facilitator]
	Date        data.Date
	Cycle       data.ID[data.Cycle]
	Phones      bool // with the telephone of the adults
}

// FacilitatorListView is what a facilitator needs to receive the groups of a day, or of a cycle.
type FacilitatorListView struct {
	Letterhead
	On          data.Date
	Facilitator Adult
	Date        data.Date // zero for a cycle
	Cycle       string    // workshop and cycle, "" for a day
	Workshop    WorkshopName
	Group       string // when the list is that of one group, "" for all those of the facilitator
	Phones      bool
	Groups      []FacilitatorGroup // by hour
}

// FacilitatorGroup is one group of the list, with the session of the day or all those of the cycle.
type FacilitatorGroup struct {
	Name          string // of the group, as the team calls it
	Start         data.TimeOfDay
	LengthMinutes int
	Sessions      []WednesdaySession
	Children      []FacilitatorChild // by first name
}

// FacilitatorChild is a child as a facilitator receives it.
type FacilitatorChild struct {
	ShortChild
	ID     data.ID[data.Child]
	Grade  data.Grade
	PickUp string // without the names of other families
	Phones []FamilyPhone
}

// FamilyPhone is how to reach an adult of the family.
type FamilyPhone struct {
	Relation data.Relation
	Phone    string
}

// FacilitatorList is the list of a facilitator; false when the facilitator or the cycle does not exist.
func (r *Registry) FacilitatorList(of FacilitatorListOf) (FacilitatorListView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	f, ok := r.Facilitators.rows[of.Facilitator]
	cycle := rowOr(r.Cycles, of.Cycle)
	if !ok || !of.Cycle.IsZero() && cycle.ID.IsZero() {
		return FacilitatorListView{}, false
	}
	v := FacilitatorListView{Letterhead: r.letterhead(), On: r.world.Today(), Facilitator: facilitatorAdult(f), Phones: of.Phones}
	var sessions []*data.Session
	if of.Cycle.IsZero() {
		v.Date = of.Date
		sessions = r.sessionsOn.of(of.Date)
	} else {
		v.Cycle, v.Workshop = cycle.Name, workshopName(rowOr(r.Workshops, cycle.WorkshopID))
		for _, g := range r.groupsOfCycle.of(of.Cycle) {
			sessions = append(sessions, r.sessionsInOrder(g.ID)...)
		}
	}
	sessions = slices.DeleteFunc(sessions, func(s *data.Session) bool { return s.FacilitatorID != of.Facilitator || !r.stands(s) })
	v.Groups = newPublicNames(r).facilitatorGroups(sessions, of.Phones)
	return v, true
}

// facilitatorGroups gather sessions by group, in the order of the day.
func (p publicNames) facilitatorGroups(sessions []*data.Session, phones bool) []FacilitatorGroup {
	byGroup := map[data.ID[data.Group]]int{}
	var out []FacilitatorGroup
	for _, s := range sessions {
		w := p.session(s)
		i, known := byGroup[s.GroupID]
		if !known {
			i = len(out)
			byGroup[s.GroupID] = i
			out = append(out, FacilitatorGroup{Name: rowOr(p.Groups, s.GroupID).Name, Start: w.Start, LengthMinutes: w.LengthMinutes})
		}
		out[i].Sessions = append(out[i].Sessions, w)
		out[i].Children = p.expected(out[i].Children, s, phones)
	}
	for i := range out {
		sortWednesdays(out[i].Sessions)
		slices.SortFunc(out[i].Children, func(a, b FacilitatorChild) int {
			return cmp.Or(p.folds.compare(a.First, b.First), cmp.Compare(a.Initial, b.Initial), compareIDs(a.ID, b.ID))
		})
	}
	slices.SortStableFunc(out, func(a, b FacilitatorGroup) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), p.folds.compare(a.Name, b.Name))
	})
	return out
}

// expected adds the children of a session who are not in the list yet.
func (p publicNames) expected(known []FacilitatorChild, s *data.Session, phones bool) []FacilitatorChild {
	for _, e := range p.enrolledInGroup.rows[s.GroupID] {
		if e.Archived || !e.Covers(s.Date) || slices.ContainsFunc(known, func(c FacilitatorChild) bool { return c.ID == e.ChildID }) {
			continue
		}
		c := rowOr(p.Registry.Children, e.ChildID)
		family := rowOr(p.Families, c.FamilyID)
		row := FacilitatorChild{ShortChild: ShortChild{c.FirstName, initial(c.LastName)}, ID: c.ID, Grade: c.Grade}
		if c.PickUp != "" {
			row.PickUp = p.maskingFor(c, family, WholeFileOptions{Adults: true, Outside: true}).text(PartChild, 0, c.PickUp)
		}
		for _, g := range family.Guardians {
			if phones && g.Phone != "" {
				row.Phones = append(row.Phones, FamilyPhone{g.Relation, g.Phone})
			}
		}
		known = append(known, row)
	}
	return known
}
