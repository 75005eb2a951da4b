package registry

import (
	"cmp"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
)

// Day is one day of workshops: its place among the Wednesdays of the year, its sessions by room.
type Day struct {
	Date data.Date
	// Number is the rank of the day among the Of working Wednesdays of the year, 0 when it is not one of them.
	Number, Of int
	Ribbon     []RibbonDay
	Sessions   []DaySession // by start, room, workshop
	Rooms      []DayRoom    // every room in use by the team, in the team's order, then by site and name
	Expected   int          // different children expected
	Held       int          // sessions that are not cancelled
	Taken      int          // places taken in them
	Places     int
}

// RibbonDay is one tick of the ribbon of Wednesdays.
type RibbonDay struct {
	calendar.Day
	Phase RibbonPhase
}

// RibbonPhase places a day around the day that is shown.
type RibbonPhase uint8

// The phases.
const (
	RibbonDone RibbonPhase = iota
	RibbonNext
	RibbonToCome
)

// DayRoom is a room and how many sessions it receives on the day. Sessions without room come under the zero id.
type DayRoom struct {
	ID         data.ID[data.Room]
	Name, Site string
	Places     int
	Sessions   int
}

// DaySession is one session of a day.
type DaySession struct {
	ID            data.ID[data.Session]
	Group         GroupName
	Number        int // of the session in its group
	State         data.SessionState
	Theme         string
	RoomID        data.ID[data.Room]
	Room, Site    string
	FacilitatorID data.ID[data.Facilitator]
	Facilitator   Adult
	Start         data.TimeOfDay
	LengthMinutes int
	Enrolled      int
	Capacity      int
	Clashes       []DayClash
}

// DayClash is somebody or something that two sessions want at the same time, or that is not there for one: then there is
// no other session.
type DayClash struct {
	Code   data.WarningCode // WarnChildBusy, WarnFacilitator or WarnRoom; WarnChildAway, WarnFacilitatorAway or WarnRoomClosed
	Child  ChildName        // of a WarnChildBusy or a WarnChildAway
	With   data.ID[data.Session]
	Group  GroupName // of the other session
	Start  data.TimeOfDay
	Reason string // why somebody is not there, when it was said
}

// Day is the day of workshops that a planner shows.
func (r *Registry) Day(date data.Date) Day {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.day(date)
}

// daySession is a session with who is expected, for finding clashes.
type daySession struct {
	DaySession
	children []data.ID[data.Child]
	shared   []data.ID[data.Child] // those of children who are expected in another session too
}

func (r *Registry) day(date data.Date) Day {
	d := Day{Date: date}
	d.Ribbon = r.ribbon(date)
	for _, tick := range d.Ribbon {
		if tick.State != calendar.StateWorking {
			continue
		}
		d.Of++
		if tick.Date == date {
			d.Number = d.Of
		}
	}
	sessions := r.sessionsOfDay(date)
	r.clash(sessions)
	r.miss(sessions, date)
	expected := map[data.ID[data.Child]]bool{}
	for _, s := range sessions {
		d.Sessions = append(d.Sessions, s.DaySession)
		if s.State == data.SessionCancelled {
			continue
		}
		d.Held++
		d.Taken += s.Enrolled
		d.Places += s.Capacity
		for _, child := range s.children {
			expected[child] = true
		}
	}
	d.Expected = len(expected)
	d.Rooms = r.roomsOf(d.Sessions)
	return d
}

// ribbon are the Wednesdays of the school year of a day, seen from that day.
func (r *Registry) ribbon(date data.Date) []RibbonDay {
	from, to := r.season(int(calendar.SchoolYearOf(date)))
	var out []RibbonDay
	for _, day := range r.calendar.Days(time.Wednesday, from, to) {
		phase := RibbonToCome
		switch {
		case day.Date < date:
			phase = RibbonDone
		case day.Date == date:
			phase = RibbonNext
		}
		out = append(out, RibbonDay{day, phase})
	}
	return out
}

// season is the first and last day of the year's workshops: 1 October to 30 June until the team says otherwise.
func (r *Registry) season(year int) (from, to data.Date) {
	s := *r.settingsNow()
	s.SeasonStart, s.SeasonEnd = cmp.Or(s.SeasonStart, 1001), cmp.Or(s.SeasonEnd, 630)
	return s.Season(year)
}

func (r *Registry) sessionsOfDay(date data.Date) []daySession {
	var out []daySession
	for _, s := range r.sessionsOn.of(date) {
		g := rowOr(r.Groups, s.GroupID)
		if s.Archived || g.Archived || rowOr(r.Cycles, g.CycleID).Archived {
			continue
		}
		out = append(out, r.daySession(s, g))
	}
	slices.SortFunc(out, func(a, b daySession) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), r.folds.compare(a.Room, b.Room), r.byGroup(a.Group, b.Group),
			compareIDs(a.ID, b.ID))
	})
	return out
}

func (r *Registry) daySession(s *data.Session, g *data.Group) daySession {
	cycle := rowOr(r.Cycles, g.CycleID)
	room, facilitator := rowOr(r.Rooms, s.RoomID), rowOr(r.Facilitators, s.FacilitatorID)
	workshop := rowOr(r.Workshops, cycle.WorkshopID)
	d := daySession{DaySession: DaySession{
		ID: s.ID, Number: s.Number, State: s.State, Theme: s.Theme,
		RoomID: s.RoomID, Room: room.Name, Site: room.Site,
		FacilitatorID: s.FacilitatorID, Facilitator: facilitatorAdult(facilitator),
		Start: s.Start, LengthMinutes: s.LengthMinutes, Capacity: g.Capacity,
		Group: GroupName{ID: g.ID, CycleID: cycle.ID, Workshop: workshopName(workshop), Cycle: cycle.Name, Group: g.Name},
	}}
	for _, e := range r.enrolledInGroup.rows[g.ID] {
		if !e.Archived && e.Covers(s.Date) && !slices.Contains(d.children, e.ChildID) {
			d.children = append(d.children, e.ChildID)
		}
	}
	d.Enrolled = len(d.children)
	if workshop.Format != data.InGroup && len(d.children) == 1 {
		d.Group.Child = childName(rowOr(r.Children, d.children[0]))
	}
	return d
}

// clash writes on each session what it wants at the same time as another.
func (r *Registry) clash(all []daySession) {
	share(all)
	for i := range all {
		for j := range all {
			a, b := &all[i], &all[j]
			if i == j || !a.meets(b) {
				continue
			}
			if a.RoomID == b.RoomID && !a.RoomID.IsZero() {
				a.note(b, data.WarnRoom, ChildName{})
			}
			if a.FacilitatorID == b.FacilitatorID && !a.FacilitatorID.IsZero() {
				a.note(b, data.WarnFacilitator, ChildName{})
			}
			for _, child := range a.shared {
				if slices.Contains(b.shared, child) {
					a.note(b, data.WarnChildBusy, childName(rowOr(r.Children, child)))
				}
			}
		}
	}
}

// miss writes on each session who or what is not there for it.
func (r *Registry) miss(all []daySession, date data.Date) {
	for i := range all {
		s := &all[i]
		if s.State == data.SessionCancelled || s.Start == 0 {
			continue
		}
		add := func(code data.WarningCode, reason string, child ChildName) {
			s.Clashes = append(s.Clashes, DayClash{Code: code, Child: child, Start: s.Start, Reason: reason})
		}
		span := data.Span{From: s.Start, To: s.Start.Add(s.LengthMinutes)}
		if away, why := rowOr(r.Facilitators, s.FacilitatorID).AwayAt(date, s.Start, s.LengthMinutes); away {
			add(data.WarnFacilitatorAway, why, ChildName{})
		}
		if why, taken := takenIn(rowOr(r.Rooms, s.RoomID).Closed, date.Weekday(), span); taken {
			add(data.WarnRoomClosed, why, ChildName{})
		}
		for _, id := range s.children {
			c := rowOr(r.Children, id)
			if why, taken := takenIn(c.Busy, date.Weekday(), span); taken {
				add(data.WarnChildAway, why, childName(c))
			}
		}
	}
}

// takenIn reports whether hours of a day of the week meet a span, and why.
func takenIn(hours []data.WeekHours, day time.Weekday, span data.Span) (reason string, taken bool) {
	for _, h := range hours {
		if h.Weekday == day && span.Meets(data.Span{From: h.From, To: h.To}) {
			return h.Reason, true
		}
	}
	return "", false
}

// note writes one clash with another session.
func (a *daySession) note(b *daySession, code data.WarningCode, child ChildName) {
	a.Clashes = append(a.Clashes, DayClash{Code: code, Child: child, With: b.ID, Group: b.Group, Start: b.Start})
}

// share finds the children of more than one session. They are few, so that clash compares few.
func share(all []daySession) {
	sessions := map[data.ID[data.Child]]int{}
	for i := range all {
		for _, child := range all[i].children {
			sessions[child]++
		}
	}
	for i := range all {
		for _, child := range all[i].children {
			if sessions[child] > 1 {
				all[i].shared = append(all[i].shared, child)
			}
		}
	}
}

// meets reports whether both sessions take place at the same time. One whose hour is not said meets none.
func (a *daySession) meets(b *daySession) bool {
	return a.Start != 0 && b.Start != 0 && a.State != data.SessionCancelled && b.State != data.SessionCancelled &&
		data.Overlaps(a.Start, a.LengthMinutes, b.Start, b.LengthMinutes)
}

func (r *Registry) roomsOf(sessions []DaySession) []DayRoom {
	count := map[data.ID[data.Room]]int{}
	for _, s := range sessions {
		count[s.RoomID]++
	}
	var rooms []DayRoom
	for id, room := range r.Rooms.rows {
		if !room.Archived || count[id] > 0 {
			rooms = append(rooms, DayRoom{id, room.Name, room.Site, room.Places, count[id]})
		}
	}
	slices.SortFunc(rooms, func(a, b DayRoom) int {
		return cmp.Or(r.byOrder(a.ID, b.ID), r.folds.compare(a.Site, b.Site), r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	if n := count[data.ID[data.Room]{}]; n > 0 {
		rooms = append(rooms, DayRoom{Sessions: n})
	}
	return rooms
}

// byOrder puts rooms in the order of the team; those that have no place in it come after.
func (r *Registry) byOrder(a, b data.ID[data.Room]) int {
	const last = 1 << 20
	return cmp.Compare(cmp.Or(rowOr(r.Rooms, a).Order, last), cmp.Or(rowOr(r.Rooms, b).Order, last))
}
