package registry

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
)

// WednesdaySession is one session as the papers of the Wednesdays tell it. It holds no reason and no note: somebody
// may have written a name there.
type WednesdaySession struct {
	ID       data.ID[data.Session]
	Revision uint32
	Workshop WorkshopName
	Cycle    string
	// Group is "" when it would name a child: a workshop for one child, or a group called after one.
	GroupID       data.ID[data.Group]
	Group         string
	Number        int
	Date          data.Date
	MovedFrom     data.Date
	State         data.SessionState
	Added         bool
	Theme         string
	Start         data.TimeOfDay
	LengthMinutes int
	RoomID        data.ID[data.Room]
	Room, Site    string
	FacilitatorID data.ID[data.Facilitator]
	Facilitator   Adult
	Places        int          // of the group
	Enrolled      int          // children expected
	Children      []ShortChild // by first name
}

// WednesdayPosterView is a day of workshops for the wall.
type WednesdayPosterView struct {
	Letterhead
	Date data.Date
	// Number is the rank of the day among the Of working Wednesdays of the year, 0 when it is not one of them.
	Number, Of int
	Reason     calendar.Reason
	Breaks     []data.Span
	Rooms      []DayRoom // in the order of the team; without room, the zero one, last
	Sessions   []WednesdaySession
	Away       []WednesdaySession // those that were moved from this day to another
}

// WednesdayPoster is the poster of a day.
func (r *Registry) WednesdayPoster(date data.Date) WednesdayPosterView {
	r.mu.RLock()
	defer r.mu.RUnlock()
	day := r.day(date)
	_, reason := r.calendar.Open(date)
	v := WednesdayPosterView{Letterhead: r.letterhead(), Date: date, Number: day.Number, Of: day.Of, Reason: reason,
		Rooms: day.Rooms, Breaks: r.settingsNow().Pauses()}
	p := newPublicNames(r)
	for _, s := range day.Sessions {
		if row, ok := r.Sessions.rows[s.ID]; ok {
			v.Sessions = append(v.Sessions, p.session(row))
		}
	}
	for _, s := range r.Sessions.rows {
		if s.MovedFrom == date && s.Date != date && r.stands(s) && s.State != data.SessionCancelled {
			v.Away = append(v.Away, p.session(s))
		}
	}
	sortWednesdays(v.Away)
	return v
}

// stands reports whether a session, its group and its cycle are all there.
func (r *Registry) stands(s *data.Session) bool {
	g, ok := r.Groups.rows[s.GroupID]
	return ok && !s.Archived && !g.Archived && !rowOr(r.Cycles, g.CycleID).Archived
}

func sortWednesdays(all []WednesdaySession) {
	slices.SortFunc(all, func(a, b WednesdaySession) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Workshop.Name, b.Workshop.Name),
			cmp.Compare(a.Group, b.Group), compareIDs(a.ID, b.ID))
	})
}

// publicNames reads sessions for papers that others read.
type publicNames struct {
	*Registry
	groups map[data.ID[data.Group]]string
}

func newPublicNames(r *Registry) publicNames {
	return publicNames{r, map[data.ID[data.Group]]string{}}
}

// group is the name of a group, "" when it holds the name of a child of its cycle.
func (p publicNames) group(g *data.Group) string {
	if name, ok := p.groups[g.ID]; ok {
		return name
	}
	m := &masking{own: map[string]bool{}, shown: map[string]bool{}, names: map[string]*spelling{}, byFirst: map[string][]*spelling{}}
	for _, e := range p.enrolledInCycle.rows[g.CycleID] {
		c := rowOr(p.Registry.Children, e.ChildID)
		m.person(c.FirstName, c.LastName, MentionChild)
	}
	m.ready()
	name := g.Name
	if m.text(PartChild, 0, strings.ToUpper(name)); len(m.mentions) > 0 { // in capitals: a name typed without is one too
		name = ""
	}
	p.groups[g.ID] = name
	return name
}

func (p publicNames) session(s *data.Session) WednesdaySession {
	g := rowOr(p.Groups, s.GroupID)
	d := p.daySession(s, g)
	w := WednesdaySession{
		ID: s.ID, Revision: s.Revision, Workshop: d.Group.Workshop, Cycle: d.Group.Cycle, GroupID: g.ID, Group: p.group(g),
		Number: s.Number, Date: s.Date, MovedFrom: s.MovedFrom, State: s.State, Added: s.Added, Theme: s.Theme,
		Start: cmp.Or(s.Start, g.Start), LengthMinutes: cmp.Or(s.LengthMinutes, g.LengthMinutes),
		RoomID: s.RoomID, Room: d.Room, Site: d.Site, FacilitatorID: s.FacilitatorID, Facilitator: d.Facilitator, Enrolled: d.Enrolled, Places: d.Capacity,
	}
	children := make([]ChildName, 0, len(d.children))
	for _, id := range d.children {
		children = append(children, childName(rowOr(p.Registry.Children, id)))
	}
	slices.SortFunc(children, p.byFirstName)
	for _, c := range children {
		w.Children = append(w.Children, ShortChild{c.First, initial(c.Last)})
	}
	return w
}

// SeasonView is the year of Wednesdays: one column a Wednesday, one row a group.
type SeasonView struct {
	Letterhead
	On         data.Date
	SchoolYear int
	Days       []SeasonDay
	Rows       []SeasonRow // by workshop, cycle, hour
}

// SeasonDay is a Wednesday of the season.
type SeasonDay struct {
	calendar.Day
	Spare bool // kept in reserve for replacements
}

// SeasonRow is a group and its sessions by date.
type SeasonRow struct {
	Workshop      WorkshopName
	Cycle, Group  string // Group as in WednesdaySession
	Start         data.TimeOfDay
	LengthMinutes int
	Room          string
	Sessions      []WednesdaySession
}

// Season is the planning of a school year.
func (r *Registry) Season(schoolYear int) SeasonView {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v := SeasonView{Letterhead: r.letterhead(), On: r.world.Today(), SchoolYear: schoolYear}
	from, to := r.season(schoolYear)
	for _, day := range r.calendar.Days(time.Wednesday, from, to) {
		v.Days = append(v.Days, SeasonDay{day, slices.Contains(r.settingsNow().SpareDays, day.Date)})
	}
	p := newPublicNames(r)
	for _, g := range r.inYear(schoolYear) {
		if row := p.seasonRow(g); len(row.Sessions) > 0 {
			v.Rows = append(v.Rows, row)
		}
	}
	slices.SortFunc(v.Rows, func(a, b SeasonRow) int {
		return cmp.Or(r.folds.compare(a.Workshop.Name, b.Workshop.Name), cmp.Compare(a.Sessions[0].Date, b.Sessions[0].Date),
			r.folds.compare(a.Cycle, b.Cycle), cmp.Compare(a.Start, b.Start), r.folds.compare(a.Group, b.Group),
			compareIDs(a.Sessions[0].ID, b.Sessions[0].ID))
	})
	return v
}

func (p publicNames) seasonRow(g *data.Group) SeasonRow {
	cycle := rowOr(p.Cycles, g.CycleID)
	row := SeasonRow{
		Workshop: workshopName(rowOr(p.Workshops, cycle.WorkshopID)), Cycle: cycle.Name, Group: p.group(g),
		Start: g.Start, LengthMinutes: g.LengthMinutes, Room: rowOr(p.Rooms, g.RoomID).Name,
	}
	for _, s := range p.sessionsInOrder(g.ID) {
		row.Sessions = append(row.Sessions, p.session(s))
	}
	return row
}
