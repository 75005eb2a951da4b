package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/planning"
)

// manyPlaces stand for those of a room that does not say how many it has.
const manyPlaces = 999

// write makes the problem of a pattern whose runs, shapes and seats are known.
func (p *pattern) write() {
	s := p.r.settingsNow()
	day := s.Day()
	p.problem = planning.Problem{
		Format: planning.FormatProblem, ReferenceDate: planning.Date(p.r.world.Today()), StepMinutes: s.Step(),
		Day:   planning.Day{Start: planning.Time(day.From), End: planning.Time(day.To), Breaks: spans(s.Pauses())},
		Rooms: []planning.Room{}, Facilitators: []planning.Facilitator{}, Workshops: []planning.Workshop{},
		Children: []planning.Child{}, Requests: []planning.Request{},
	}
	if s.TripsPerStart > 0 && s.ChildrenPerTrip > 0 {
		p.problem.Escorts = &planning.Escorts{TripsPerStart: s.TripsPerStart, ChildrenPerTrip: s.ChildrenPerTrip}
	}
	if len(p.runs) == 0 {
		return
	}
	p.writeRooms(day)
	p.writeFacilitators(day)
	seats := map[*patternShape][]*patternSeat{}
	for i := range p.seats {
		seats[p.seats[i].shape] = append(seats[p.seats[i].shape], &p.seats[i])
	}
	for _, shape := range p.shapes {
		p.writeWorkshop(shape, seats[shape])
	}
	p.writeRequests()
	p.writeChildren(day)
	p.writeGroups()
}

func spans(all []data.Span) []planning.Span {
	out := []planning.Span{}
	for _, s := range all {
		out = append(out, planning.Span{Start: planning.Time(s.From), End: planning.Time(s.To)})
	}
	return out
}

// writeRooms writes the rooms that are open some time of the day, in the order of the team. A room has no hours in a
// problem: the hours when it is closed are told by the view of the day.
func (p *pattern) writeRooms(day data.Span) {
	var rooms []*data.Room
	for _, x := range p.r.Rooms.rows {
		if !x.Archived && len(day.Without(data.SpansOn(x.Closed, p.day.Weekday()))) > 0 {
			rooms = append(rooms, x)
		}
	}
	slices.SortFunc(rooms, func(a, b *data.Room) int {
		return cmp.Or(p.r.byOrder(a.ID, b.ID), p.r.folds.compare(a.Site, b.Site), p.r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
	})
	for _, x := range rooms {
		p.problem.Rooms = append(p.problem.Rooms, planning.Room{ID: x.ID.String(), Places: cmp.Or(x.Places, manyPlaces)})
	}
}

// writeFacilitators writes the facilitators with their hours on that very day.
func (p *pattern) writeFacilitators(day data.Span) {
	var all []*data.Facilitator
	for _, x := range p.r.Facilitators.rows {
		if !x.Archived {
			all = append(all, x)
		}
	}
	slices.SortFunc(all, func(a, b *data.Facilitator) int {
		return cmp.Or(p.r.folds.compare(a.LastName, b.LastName), p.r.folds.compare(a.FirstName, b.FirstName), compareIDs(a.ID, b.ID))
	})
	p.leaders = all
	for _, x := range all {
		p.problem.Facilitators = append(p.problem.Facilitators, planning.Facilitator{ID: x.ID.String(), Available: spans(x.HoursOn(p.day, day))})
	}
}

func (p *pattern) writeWorkshop(s *patternShape, seats []*patternSeat) {
	w := s.run.workshop
	out := planning.Workshop{
		ID: s.id, LengthMinutes: s.minutes, Min: min(max(1, w.MinChildren), s.places), Max: p.most(s, seats), MaxGroups: s.mostGroups(),
		Grades: gradesOf(w), Facilitators: p.canGive(s.run), Earliest: planning.Time(w.Earliest), Latest: planning.Time(w.Latest),
		Places: w.PlacesNeeded(s.places),
	}
	if w.MaxGradeSpan > 0 {
		span := w.MaxGradeSpan
		out.MaxGradeSpan = &span
	}
	if w.MinAge != 0 || w.MaxAge != 0 {
		out.Ages = &planning.Ages{From: w.MinAge, To: cmp.Or(w.MaxAge, data.MaxAge)}
	}
	for _, x := range seats {
		p.widen(&out, x)
	}
	p.problem.Workshops = append(p.problem.Workshops, out)
}

// most is how many children a group of a shape may have: its places, or as many as the team has accepted in one.
func (p *pattern) most(s *patternShape, seats []*patternSeat) int {
	most := s.places
	for _, x := range seats {
		if x.group != nil && x.e.Kept(data.WarnCapacity) != "" {
			most = max(most, len(p.childrenOf[x.group.ID]))
		}
	}
	return most
}

// mostGroups is how many groups of a shape there may be: those that are, and new ones of the main shape up to the number
// of the workshop.
func (s *patternShape) mostGroups() int {
	n := len(s.groups)
	if s != s.run.main {
		return n
	}
	others := 0
	for _, o := range s.run.shapes[1:] {
		others += len(o.groups)
	}
	return max(1, n, s.run.workshop.Groups-others)
}

// gradesOf are the levels of a workshop, none when it takes all.
func gradesOf(w *data.Workshop) []planning.Grade {
	if w.MinGrade == data.GradeUnknown && w.MaxGrade == data.GradeUnknown {
		return nil
	}
	var out []planning.Grade
	for g := max(data.TPS, w.MinGrade); g <= cmp.Or(w.MaxGrade, data.Terminale); g++ {
		out = append(out, planning.GradeAt(g))
	}
	return out
}

// widen lets a workshop receive a child whom the team accepted in spite of the age or the level, or who has a place since
// the cycle began and has grown.
func (p *pattern) widen(w *planning.Workshop, x *patternSeat) {
	grade := planning.GradeAt(x.child.Grade)
	if grade != "" && len(w.Grades) > 0 && !slices.Contains(w.Grades, grade) && x.e.Kept(data.WarnGrade) != "" {
		w.Grades = append(w.Grades, grade)
		x.shape.widened = true
	}
	age := x.child.BirthDate.AgeOn(p.day)
	if w.Ages == nil || age < 0 || w.Ages.From <= age && age <= w.Ages.To {
		return
	}
	then := x.child.BirthDate.AgeOn(x.run.days[0])
	if x.e.Kept(data.WarnAge) != "" || x.group != nil && w.Ages.From <= then && then <= w.Ages.To {
		w.Ages.From, w.Ages.To = min(w.Ages.From, age), max(w.Ages.To, age)
		x.shape.widened = true
	}
}

// canGive are the facilitators who can lead the groups of a cycle: those who say so and those who lead one; when nobody
// does, those who have said nothing.
func (p *pattern) canGive(run *patternRun) []string {
	var give, silent []string
	leads := map[data.ID[data.Facilitator]]bool{}
	for _, s := range run.shapes {
		for _, g := range s.groups {
			leads[g.FacilitatorID] = true
		}
	}
	for i, x := range p.leaders {
		id := p.problem.Facilitators[i].ID
		switch {
		case leads[x.ID] || slices.Contains(x.WorkshopIDs, run.cycle.WorkshopID):
			give = append(give, id)
		case len(x.WorkshopIDs) == 0:
			silent = append(silent, id)
		}
	}
	if len(give) > 0 {
		return give
	}
	return append([]string{}, silent...)
}

// writeRequests writes a request for each seat that is not blocked.
func (p *pattern) writeRequests() {
	priorities := map[data.Priority]planning.Priority{data.Urgent: planning.Urgent, data.High: planning.High, data.Normal: planning.Normal}
	for i := range p.seats {
		x := &p.seats[i]
		if x.group == nil {
			x.blocked = p.blocked(x)
		}
		if len(x.blocked) == 0 {
			p.problem.Requests = append(p.problem.Requests, planning.Request{
				Child: x.text, Workshop: x.shape.id, Priority: priorities[x.e.Priority], Since: planning.Date(x.e.RequestedOn),
			})
		}
	}
}

// blocked is why a request cannot be placed whatever the groups. The age and the level are the problem's own to judge,
// unless its workshop was widened for somebody else.
func (p *pattern) blocked(x *patternSeat) []data.WarningCode {
	var out []data.WarningCode
	consent := x.child.ConsentFor(data.ConsentFollowUp, max(p.day, p.r.world.Today()))
	if !consent.Allows() && x.e.Kept(data.WarnNoConsent) == "" {
		out = append(out, data.WarnNoConsent)
	}
	if !decided(x.child, x.e) && x.e.Kept(data.WarnNoDecision) == "" {
		out = append(out, data.WarnNoDecision)
	}
	if !x.shape.widened {
		return out
	}
	w, age := x.run.workshop, x.child.BirthDate.AgeOn(p.day)
	if outside(age, w.MinAge, w.MaxAge) && age >= 0 && x.e.Kept(data.WarnAge) == "" {
		out = append(out, data.WarnAge)
	}
	if g := x.child.Grade; g != data.GradeUnknown && outside(int(g), int(w.MinGrade), int(w.MaxGrade)) && x.e.Kept(data.WarnGrade) == "" {
		out = append(out, data.WarnGrade)
	}
	return out
}

// outside reports whether a number lies outside bounds, the upper one being none when it is zero.
func outside(n, low, high int) bool { return n < low || high != 0 && n > high }

// decided reports whether the commission has said yes to a child, or to one request.
func decided(c *data.Child, e *data.Enrollment) bool {
	return c.Pathway.Approved() || !e.DecidedOn.IsZero()
}

// writeChildren writes the children who ask for something, and what is said between them.
func (p *pattern) writeChildren(day data.Span) {
	here := make(map[data.ID[data.Child]]*data.Child, len(p.seats))
	for i := range p.seats {
		if x := &p.seats[i]; len(x.blocked) == 0 {
			here[x.child.ID] = x.child
		}
	}
	var all []*data.Child
	for _, c := range here {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *data.Child) int { return p.r.byFirstName(childName(a), childName(b)) })
	halves := map[data.HalfDay]planning.HalfDay{data.Morning: planning.Morning, data.Afternoon: planning.Afternoon}
	for _, c := range all {
		out := planning.Child{
			ID: c.ID.String(), Grade: planning.GradeAt(c.Grade), Available: spans(c.FreeOn(p.day.Weekday(), day)),
			Escort: c.NeedsEscort == data.Yes, Prefers: halves[c.Prefers],
		}
		if age := c.BirthDate.AgeOn(p.day); age >= 0 {
			out.Age = &age
		}
		if !c.SchoolID.IsZero() {
			out.School = c.SchoolID.String()
		}
		if !c.FamilyID.IsZero() {
			out.Family = c.FamilyID.String()
		}
		p.problem.Children = append(p.problem.Children, out)
		p.problem.Apart = pairs(p.problem.Apart, c, c.Apart, here)
		p.problem.Together = pairs(p.problem.Together, c, c.Together, here)
	}
}

// pairs adds what a child says of others, each pair once.
func pairs(to []planning.Pair, c *data.Child, others []data.ID[data.Child], here map[data.ID[data.Child]]*data.Child) []planning.Pair {
	for _, o := range others {
		a, b := c.ID.String(), o.String()
		known := slices.ContainsFunc(to, func(x planning.Pair) bool { return x == planning.Pair{a, b} || x == planning.Pair{b, a} })
		if here[o] != nil && o != c.ID && !known {
			to = append(to, planning.Pair{a, b})
		}
	}
	return to
}

// writeGroups writes the groups as they stand, with their locks.
func (p *pattern) writeGroups() {
	locked := map[data.ID[data.Group]][]string{}
	for i := range p.seats {
		if x := &p.seats[i]; x.group != nil && x.e.Locked {
			locked[x.group.ID] = append(locked[x.group.ID], x.text)
		}
	}
	for _, s := range p.shapes {
		for _, g := range s.groups {
			out := planning.Group{
				ID: g.ID.String(), Workshop: s.id, Start: planning.Time(g.Start), Children: []string{},
				Room: textOf(g.RoomID), Facilitator: textOf(g.FacilitatorID),
			}
			for _, c := range p.childrenOf[g.ID] {
				out.Children = append(out.Children, c.String())
			}
			if g.SlotLocked || g.RoomLocked || len(locked[g.ID]) > 0 {
				out.Locks = &planning.Locks{Slot: g.SlotLocked, Room: g.RoomLocked, Children: locked[g.ID]}
			}
			p.problem.Current = append(p.problem.Current, out)
		}
	}
}

// textOf is an id as a text, "" when it names nothing.
func textOf[T any](id data.ID[T]) string {
	if id.IsZero() {
		return ""
	}
	return id.String()
}
