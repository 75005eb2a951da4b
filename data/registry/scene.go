package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
)

// scene is the file with a draft laid on top: what is planned is looked at as if it were kept. The lock is held
// while it is used.
type scene struct {
	r *Registry
	draft
}

// draft is a cycle that is not kept yet, with ids of its own.
type draft struct {
	cycle       data.Cycle
	groups      []*data.Group
	sessions    []*data.Session
	enrollments []*data.Enrollment
	// gone are kept records that the draft replaces, or takes out.
	gone map[[16]byte]bool
}

func (s scene) sessionsOn(day data.Date) []*data.Session {
	out := among(s, s.r.sessionsOn.of(day), s.sessions, func(x *data.Session) bool { return x.Date == day })
	slices.SortFunc(out, byTime)
	return out
}

func (s scene) sessionsOf(group data.ID[data.Group]) []*data.Session {
	out := among(s, s.r.sessionsOfGroup.of(group), s.sessions, func(x *data.Session) bool { return x.GroupID == group })
	slices.SortFunc(out, byTime)
	return out
}

func (s scene) enrolledIn(group data.ID[data.Group]) []*data.Enrollment {
	return among(s, s.r.enrolledInGroup.of(group), s.enrollments, func(e *data.Enrollment) bool { return e.GroupID == group })
}

// among is what is kept and what is planned, archived records left out.
func among[T any](s scene, kept, planned []*T, ok func(*T) bool) []*T {
	if len(s.gone) > 0 {
		kept = slices.DeleteFunc(kept, func(x *T) bool { return s.gone[head(x).ID] })
	}
	for _, x := range planned {
		if ok(x) {
			kept = append(kept, x)
		}
	}
	return slices.DeleteFunc(kept, func(x *T) bool { return head(x).Archived })
}

// byTime orders sessions by day, hour, then id.
func byTime(a, b *data.Session) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), compareIDs(a.ID, b.ID))
}

// expected are the children who come to a group on a day, in a steady order that means nothing.
func (s scene) expected(group data.ID[data.Group], day data.Date) []data.ID[data.Child] {
	var children []data.ID[data.Child]
	for _, e := range s.enrolledIn(group) {
		if e.Covers(day) && !slices.Contains(children, e.ChildID) {
			children = append(children, e.ChildID)
		}
	}
	slices.SortFunc(children, compareIDs)
	return children
}

// Clash is one thing that makes a session unusual: a closed day, or another session in the way.
type Clash struct {
	Code  data.WarningCode
	Date  data.Date
	Start data.TimeOfDay
	// GroupID is the group whose session is looked at.
	GroupID data.ID[data.Group]
	// Name is the holiday or the closing, when Code is about the day.
	Name string
	// OtherID and OtherGroupID are the session in the way and its group, when there is one.
	OtherID      data.ID[data.Session]
	OtherGroupID data.ID[data.Group]
	// ChildID is the child who is expected in both, when Code is WarnChildBusy.
	ChildID data.ID[data.Child]
}

// clashes are all that makes a session unusual, the day first.
func (s scene) clashes(x *data.Session) []Clash {
	if x.State == data.SessionCancelled {
		return nil
	}
	bare := Clash{Date: x.Date, Start: x.Start, GroupID: x.GroupID}
	var out []Clash
	if code, name := s.dayWarning(x); code != 0 {
		c := bare
		c.Code, c.Name = code, name
		out = append(out, c)
	}
	elsewhere := s.elsewhere(x)
	for _, o := range s.sessionsOn(x.Date) {
		if o.ID == x.ID || !meet(x, o) {
			continue
		}
		c := bare
		c.OtherID, c.OtherGroupID = o.ID, o.GroupID
		if !x.FacilitatorID.IsZero() && x.FacilitatorID == o.FacilitatorID {
			c.Code = data.WarnFacilitator
			out = append(out, c)
		}
		if !x.RoomID.IsZero() && x.RoomID == o.RoomID {
			c.Code = data.WarnRoom
			out = append(out, c)
		}
		for _, child := range elsewhere[o.GroupID] {
			c.Code, c.ChildID = data.WarnChildBusy, child
			out = append(out, c)
		}
	}
	return out
}

// elsewhere is which children of a session are expected, that day, in which groups; its own is among them.
func (s scene) elsewhere(x *data.Session) map[data.ID[data.Group]][]data.ID[data.Child] {
	out := map[data.ID[data.Group]][]data.ID[data.Child]{}
	for _, child := range s.expected(x.GroupID, x.Date) {
		for _, group := range s.groupsOf(child, x.Date) {
			out[group] = append(out[group], child)
		}
	}
	return out
}

// groupsOf are the groups in which a child is expected on a day.
func (s scene) groupsOf(child data.ID[data.Child], day data.Date) []data.ID[data.Group] {
	var groups []data.ID[data.Group]
	for _, e := range among(s, s.r.enrolledOfChild.of(child), s.enrollments, func(e *data.Enrollment) bool { return e.ChildID == child }) {
		if e.Covers(day) && !slices.Contains(groups, e.GroupID) {
			groups = append(groups, e.GroupID)
		}
	}
	return groups
}

// dayWarning says what is unusual about the day itself. School holidays are normal for a stage.
func (s scene) dayWarning(x *data.Session) (data.WarningCode, string) {
	_, reason := s.r.calendar.Open(x.Date)
	switch reason.State {
	case calendar.StatePublicHoliday:
		return data.WarnPublicHoliday, reason.Name
	case calendar.StateClosing:
		return data.WarnClosed, reason.Name
	case calendar.StateSchoolHolidays:
		cycle := &s.cycle
		if x.CycleID != cycle.ID || cycle.ID.IsZero() {
			cycle = rowOr(s.r.Cycles, x.CycleID)
		}
		if cycle.Rule.Rhythm != data.Stage {
			return data.WarnHoliday, reason.Name
		}
	}
	return 0, ""
}

// meet reports whether two sessions share a minute and both take place.
func meet(a, b *data.Session) bool {
	return a.Date == b.Date && a.State != data.SessionCancelled && b.State != data.SessionCancelled &&
		data.Overlaps(a.Start, a.LengthMinutes, b.Start, b.LengthMinutes)
}

func codesOf(clashes []Clash) []data.WarningCode {
	var codes []data.WarningCode
	for _, c := range clashes {
		codes = append(codes, c.Code)
	}
	return codeSet(codes)
}

// seat is a place that a child is about to take.
type seat struct {
	child    *data.Child
	group    *data.Group
	workshop *data.Workshop
	from     data.Date // zero: from the first session
	until    data.Date // zero: to the last
	decided  bool      // the commission has decided on this very request
}

// warnings are all that is unusual about a seat, in the order of their codes.
func (s scene) warnings(x seat) []data.WarningCode {
	sessions := s.sessionsFor(x)
	first := max(s.r.world.Today(), x.from)
	if len(sessions) > 0 {
		first = sessions[0].Date
	}
	var codes []data.WarningCode
	add := func(code data.WarningCode, unusual bool) {
		if unusual {
			codes = append(codes, code)
		}
	}
	// An agreement signed today covers a child whose first sessions are past.
	consent := x.child.ConsentFor(data.ConsentFollowUp, max(first, s.r.world.Today()))
	add(data.WarnNoDecision, !x.child.Pathway.Approved() && !x.decided)
	add(data.WarnNoConsent, !consent.Allows())
	w := x.workshop
	if w.MinAge != 0 || w.MaxAge != 0 {
		age := x.child.BirthDate.AgeOn(first)
		add(data.WarnUnknownAge, age < 0)
		add(data.WarnAge, age >= 0 && (age < w.MinAge || w.MaxAge != 0 && age > w.MaxAge))
	}
	grade := x.child.Grade
	add(data.WarnGrade, grade != data.GradeUnknown && (grade < w.MinGrade || w.MaxGrade != 0 && grade > w.MaxGrade))
	full, crowded := s.full(x, sessions)
	add(data.WarnCapacity, full)
	add(data.WarnRoomPlaces, crowded)
	add(data.WarnChildBusy, slices.ContainsFunc(sessions, func(m *data.Session) bool { return s.busy(x, m) }))
	return codeSet(codes)
}

// sessionsFor are the sessions that the seat covers.
func (s scene) sessionsFor(x seat) []*data.Session {
	covers := data.Enrollment{State: data.Enrolled, From: x.from, Until: x.until}
	return slices.DeleteFunc(s.sessionsOf(x.group.ID), func(m *data.Session) bool {
		return m.State == data.SessionCancelled || !covers.Covers(m.Date)
	})
}

// full looks for a day on which the group would be over its places, or the room over its own.
func (s scene) full(x seat, sessions []*data.Session) (group, room bool) {
	days := map[data.Date]data.ID[data.Room]{}
	for _, m := range sessions {
		days[m.Date] = m.RoomID
	}
	if len(days) == 0 {
		days[max(x.from, s.r.world.Today())] = x.group.RoomID
	}
	for day, roomID := range days {
		others := slices.DeleteFunc(s.expected(x.group.ID, day), func(c data.ID[data.Child]) bool { return c == x.child.ID })
		n := len(others) + 1
		places := rowOr(s.r.Rooms, roomID).Places
		group = group || n > x.group.Capacity
		room = room || places > 0 && n > places
	}
	return group, room
}

// busy reports whether the child is expected elsewhere at the hour of a session. The child's place in another group
// of the same cycle does not count: a child has one place a cycle, so it is the one being left.
func (s scene) busy(x seat, m *data.Session) bool {
	for _, group := range s.groupsOf(x.child.ID, m.Date) {
		for _, o := range s.sessionsOf(group) {
			if o.CycleID != x.group.CycleID && meet(m, o) {
				return true
			}
		}
	}
	return false
}
