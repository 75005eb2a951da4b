package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/planning"
)

// PlannerView is one Wednesday as it is planned: what happens that day, and the weekly pattern that runs on it as a
// problem, with how it stands.
type PlannerView struct {
	Day Day
	// Hours, Pauses and Step are those of the team: the day that the grid shows, what cuts it, and the minutes between two
	// possible starts.
	Hours  data.Span
	Pauses []data.Span
	Step   int
	// Spare says that the day is one of those kept to replace cancelled sessions.
	Spare bool
	// Problem is the pattern: every open weekly cycle whose dates cover the day, its groups and requests. Its ids are those
	// of the records as texts; see Names. Plan is how it stands.
	Problem planning.Problem
	Plan    planning.Plan
	// Waiting are the requests without a place, the most pressing first. Those that are blocked are not in the problem.
	Waiting []PlannerRequest
	Names   PlannerNames
	// Places are the enrolments behind the requests.
	Places map[PlannerPlace]data.ID[data.Enrollment]
}

// PlannerPlace is a child in a workshop of the problem, by their ids there.
type PlannerPlace struct{ Child, Workshop string }

// PlannerRequest is a child who waits.
type PlannerRequest struct {
	ID       data.ID[data.Enrollment]
	Place    PlannerPlace // its ids in the problem
	Child    ChildName
	Age      int // -1 when not known
	Grade    data.Grade
	Workshop WorkshopName
	CycleID  data.ID[data.Cycle]
	Cycle    string
	Since    data.Date
	Days     int // waited
	Priority data.Priority
	// DecidedOn is the day of the commission, AskedBy who asked.
	DecidedOn data.Date
	AskedBy   string
	// Blocked is why the child cannot be placed yet, whatever the groups: no agreement of the family, no decision of the
	// commission and no reason kept for doing without, outside what the team has made of the workshop.
	Blocked []data.WarningCode
}

// PlannerNames are the names behind the ids of a problem.
type PlannerNames struct {
	Children     map[string]ChildName
	Rooms        map[string]PlannerRoom
	Facilitators map[string]Adult
	Workshops    map[string]PlannerWorkshop
	Groups       map[string]GroupName
	Schools      map[string]string
}

// PlannerRoom is a room as the planner names it.
type PlannerRoom struct{ Name, Site string }

// PlannerWorkshop is a workshop of a problem: a cycle, or those of its groups that have one length and one size.
type PlannerWorkshop struct {
	WorkshopName
	CycleID data.ID[data.Cycle]
	Cycle   string
}

// Planner is the Wednesday that the page of the planning shows.
func (r *Registry) Planner(day data.Date) PlannerView {
	r.mu.RLock()
	defer r.mu.RUnlock()
	s := r.settingsNow()
	p := r.pattern(day)
	v := PlannerView{
		Day: r.day(day), Hours: s.Day(), Pauses: slices.Clone(s.Pauses()), Step: s.Step(), Spare: slices.Contains(s.SpareDays, day),
		Problem: p.problem, Plan: p.plan(), Places: make(map[PlannerPlace]data.ID[data.Enrollment], len(p.seats)),
	}
	for i := range p.seats {
		x := &p.seats[i]
		v.Places[x.place()] = x.e.ID
		if x.group == nil {
			v.Waiting = append(v.Waiting, p.request(x))
		}
	}
	slices.SortStableFunc(v.Waiting, func(a, b PlannerRequest) int {
		return cmp.Or(cmp.Compare(b.Priority, a.Priority), cmp.Compare(b.Days, a.Days), r.byFirstName(a.Child, b.Child))
	})
	v.Names = p.names()
	return v
}

// request is a seat that waits, as it is shown.
func (p *pattern) request(x *patternSeat) PlannerRequest {
	e := x.e
	return PlannerRequest{
		ID: e.ID, Place: x.place(), Child: childName(x.child), Age: x.child.BirthDate.AgeOn(p.day), Grade: x.child.Grade,
		Workshop: workshopName(x.run.workshop), CycleID: x.run.cycle.ID, Cycle: x.run.cycle.Name,
		Since: e.RequestedOn, Days: max(0, waitedDays(e.RequestedOn, p.r.world.Today())), Priority: e.Priority,
		DecidedOn: e.DecidedOn, AskedBy: e.AskedBy, Blocked: x.blocked,
	}
}

func waitedDays(since, today data.Date) int {
	if since.IsZero() {
		return 0
	}
	return since.DaysUntil(today)
}

// names are those of what the problem names.
func (p *pattern) names() PlannerNames {
	n := PlannerNames{
		Children: make(map[string]ChildName, len(p.seats)), Rooms: map[string]PlannerRoom{}, Facilitators: map[string]Adult{},
		Workshops: map[string]PlannerWorkshop{}, Groups: map[string]GroupName{}, Schools: map[string]string{},
	}
	for i := range p.seats {
		c := p.seats[i].child
		n.Children[p.seats[i].text] = childName(c)
		if !c.SchoolID.IsZero() {
			n.Schools[c.SchoolID.String()] = rowOr(p.r.Schools, c.SchoolID).Name
		}
	}
	for id, room := range p.r.Rooms.rows {
		n.Rooms[id.String()] = PlannerRoom{room.Name, room.Site}
	}
	for id, f := range p.r.Facilitators.rows {
		n.Facilitators[id.String()] = facilitatorAdult(f)
	}
	for _, w := range p.shapes {
		n.Workshops[w.id] = PlannerWorkshop{workshopName(w.run.workshop), w.run.cycle.ID, w.run.cycle.Name}
		for _, g := range w.groups {
			name := GroupName{ID: g.ID, CycleID: g.CycleID, Workshop: workshopName(w.run.workshop), Cycle: w.run.cycle.Name, Group: g.Name}
			if children := p.childrenOf[g.ID]; w.run.workshop.Format != data.InGroup && len(children) == 1 {
				name.Child = childName(rowOr(p.r.Children, children[0]))
			}
			n.Groups[g.ID.String()] = name
		}
	}
	return n
}
