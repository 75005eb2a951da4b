package registry

import (
	"cmp"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
)

// Home is what the first page shows: the next day of workshops, and what must be done before.
type Home struct {
	Today data.Date
	// Next is the next day with sessions, today included; with none to come, the next working Wednesday.
	Next Day
	// ToEnter are the past sessions of the year with marks to enter, latest first.
	ToEnter []ToEnter
	// BilansDue are the bilans and decisions to hand over, most urgent first.
	BilansDue []Due
	// Watch is what somebody should look at, most serious first.
	Watch []Alert
}

// ToEnter is a past session with marks to enter.
type ToEnter struct {
	SessionID data.ID[data.Session]
	Group     GroupName
	Number    int
	Date      data.Date
	Start     data.TimeOfDay
	Missing   int // children without mark
	Total     int // children expected
}

// Alert is something to look at. Which fields are said depends on its kind.
type Alert struct {
	Kind  AlertKind
	Child ChildName
	Group GroupName
	With  GroupName // the other group of a clash
	On    data.Date // day of the clash, first absence, end of the consent
	Start data.TimeOfDay
	Count int // absences in a row, children waiting
	Free  int // places left
	Scope data.ConsentScope
	For   string // with whom information is shared
}

// AlertKind says what is to be looked at. The kinds go from the most serious to the least.
type AlertKind uint8

// The kinds.
const (
	AlertChildBusy       AlertKind = iota + 1 // a child is expected in two groups at the same time, on the next day
	AlertFacilitatorBusy                      // a facilitator is
	AlertRoomTaken                            // two groups are in the same room
	AlertAbsences                             // unexcused absences in a row
	AlertConsentMissing                       // in a group without the family's agreement to be followed
	AlertConsentEnded
	AlertConsentEnding
	AlertNoDecision // in a group without a favourable decision of the commission
	AlertPlaceFree  // children wait for a cycle that has places left
)

// Home is the first page on a day.
func (r *Registry) Home(today data.Date) Home {
	r.mu.RLock()
	defer r.mu.RUnlock()
	h := Home{Today: today, Next: r.day(r.nextDay(today))}
	h.Watch = append(h.Watch, clashAlerts(h.Next)...)
	seen := map[data.ID[data.Child]]bool{}
	for _, g := range r.inYear(int(calendar.SchoolYearOf(today))) {
		x := r.read(g, today)
		if x.cycle.State == data.CycleClosed {
			continue
		}
		h.ToEnter = append(h.ToEnter, x.toEnter()...)
		h.BilansDue = append(h.BilansDue, r.dues(x)...)
		h.Watch = append(h.Watch, r.groupAlerts(x, seen)...)
	}
	h.Watch = append(h.Watch, r.waitingAlerts(today)...)
	r.sortHome(&h)
	return h
}

// NextDay is the day of workshops that comes, today included: the next one with a session, or the next working Wednesday.
func (r *Registry) NextDay(today data.Date) data.Date {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.nextDay(today)
}

// nextDay is the next day with a session that is not cancelled, or the next working Wednesday, or today.
func (r *Registry) nextDay(today data.Date) data.Date {
	next := data.Date(0)
	for date := range r.sessionsOn.rows {
		if date >= today && (next == 0 || date < next) && r.worksOn(date) {
			next = date
		}
	}
	if next != 0 {
		return next
	}
	if days := r.calendar.Working(time.Wednesday, today, today.AddDays(120)); len(days) > 0 {
		return days[0]
	}
	return today
}

func (r *Registry) worksOn(date data.Date) bool {
	return slices.ContainsFunc(r.sessionsOn.rows[date], func(s *data.Session) bool {
		g := rowOr(r.Groups, s.GroupID)
		return s.State != data.SessionCancelled && !s.Archived && !g.Archived && !rowOr(r.Cycles, g.CycleID).Archived
	})
}

// toEnter lists the past sessions of a group with marks to enter.
func (x *reading) toEnter() []ToEnter {
	var out []ToEnter
	for i, s := range x.sessions {
		if s.Date > x.today || s.State == data.SessionCancelled {
			continue
		}
		if missing, total := x.missing(i); missing > 0 {
			out = append(out, ToEnter{s.ID, x.name(), s.Number, s.Date, s.Start, missing, total})
		}
	}
	return out
}

// clashAlerts tells each clash of a day once.
func clashAlerts(d Day) []Alert {
	kinds := map[data.WarningCode]AlertKind{
		data.WarnChildBusy: AlertChildBusy, data.WarnFacilitator: AlertFacilitatorBusy, data.WarnRoom: AlertRoomTaken,
	}
	var out []Alert
	for _, s := range d.Sessions {
		for _, c := range s.Clashes {
			if first := compareIDs(s.ID, c.With); first < 0 {
				out = append(out, Alert{
					Kind: kinds[c.Code], Child: c.Child, Group: s.Group, With: c.Group, On: d.Date, Start: max(s.Start, c.Start),
				})
			}
		}
	}
	return out
}

// groupAlerts tells what is unusual of the children of a group. A child's own papers are told once: seen remembers.
func (r *Registry) groupAlerts(x *reading, seen map[data.ID[data.Child]]bool) []Alert {
	var out []Alert
	for i := range x.rows {
		row := &x.rows[i]
		if !row.here(x.today) {
			continue
		}
		base := Alert{Child: childName(row.child), Group: x.name()}
		if row.inARow >= r.absenceAlert() {
			a := base
			a.Kind, a.On, a.Count = AlertAbsences, row.since, row.inARow
			out = append(out, a)
		}
		if seen[row.child.ID] {
			continue
		}
		seen[row.child.ID] = true
		out = append(out, consentAlerts(row.child, base, x.today)...)
		if !row.child.Pathway.Approved() {
			a := base
			a.Kind = AlertNoDecision
			out = append(out, a)
		}
	}
	return out
}

// absenceAlert is how many absences in a row are announced: 3 until the team says otherwise.
func (r *Registry) absenceAlert() int { return cmp.Or(r.settingsNow().AbsenceAlert, 3) }

// lowRegularity is the percentage under which a regularity is low: 70 until the team says otherwise.
func (r *Registry) lowRegularity() int { return cmp.Or(r.settingsNow().LowRegularity, 70) }

// fewSessions is how many sessions say too little for a regularity to be low.
const fewSessions = 2

// low reports whether a regularity is to be shown as low.
func (r *Registry) low(n data.Regularity) bool {
	percent, _ := n.Percent()
	return n.Counted > fewSessions && percent < r.lowRegularity()
}

// consentAlerts tells of the agreement to be followed when it is missing, and of those that end.
func consentAlerts(c *data.Child, base Alert, today data.Date) []Alert {
	var out []Alert
	if s := c.ConsentFor(data.ConsentFollowUp, today); !s.Allows() && s != data.ConsentEnded {
		a := base
		a.Kind, a.Scope = AlertConsentMissing, data.ConsentFollowUp
		out = append(out, a)
	}
	for _, x := range latestConsents(c, today) {
		a := base
		a.Scope, a.For, a.On = x.Scope, x.Recipient, x.Until
		switch x.On(today) {
		case data.ConsentEnded:
			a.Kind = AlertConsentEnded
		case data.ConsentEndsSoon:
			a.Kind = AlertConsentEnding
		default:
			continue
		}
		out = append(out, a)
	}
	return out
}

// latestConsents keeps, for each scope and recipient, the consent that weighs on a day: one that allows, else the one
// signed last.
func latestConsents(c *data.Child, day data.Date) []data.Consent {
	var out []data.Consent
	for _, x := range c.Consents {
		i := slices.IndexFunc(out, func(o data.Consent) bool { return o.Scope == x.Scope && o.Recipient == x.Recipient })
		if i < 0 {
			out = append(out, x)
			continue
		}
		if outweighs(x, out[i], day) {
			out[i] = x
		}
	}
	slices.SortStableFunc(out, func(a, b data.Consent) int {
		return cmp.Or(cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.Recipient, b.Recipient))
	})
	return out
}

// outweighs reports whether a says more than b of what the family agrees to on a day.
func outweighs(a, b data.Consent, day data.Date) bool {
	switch valid := a.On(day).Allows(); {
	case valid != b.On(day).Allows():
		return valid
	case valid:
		return a.Until.IsZero() || !b.Until.IsZero() && a.Until > b.Until
	}
	return a.SignedOn >= b.SignedOn
}

// waitingAlerts tells of the open cycles of the year where children wait and places are left.
func (r *Registry) waitingAlerts(today data.Date) []Alert {
	var out []Alert
	for _, c := range r.Cycles.rows {
		if c.SchoolYear != int(calendar.SchoolYearOf(today)) || c.Archived || c.State == data.CycleClosed {
			continue
		}
		n := r.countPlaces(c, today)
		if free := n.Capacity - n.Enrolled; free > 0 && n.Waiting > 0 {
			out = append(out, Alert{
				Kind: AlertPlaceFree, Count: n.Waiting, Free: free,
				Group: GroupName{CycleID: c.ID, Workshop: workshopName(rowOr(r.Workshops, c.WorkshopID)), Cycle: c.Name},
			})
		}
	}
	return out
}

// PlaceCount counts the places of a cycle on a day.
type PlaceCount struct{ Groups, Capacity, Enrolled, Waiting int }

func (r *Registry) countPlaces(c *data.Cycle, today data.Date) PlaceCount {
	var n PlaceCount
	for _, g := range r.groupsOfCycle.of(c.ID) {
		if !g.Archived {
			n.Groups++
			n.Capacity += g.Capacity
		}
	}
	for _, e := range r.enrolledInCycle.rows[c.ID] {
		switch {
		case e.Archived:
		case e.State == data.Waiting:
			n.Waiting++
		case e.State == data.Enrolled && (e.Until.IsZero() || today <= e.Until):
			n.Enrolled++
		}
	}
	return n
}

func (r *Registry) sortHome(h *Home) {
	slices.SortFunc(h.ToEnter, func(a, b ToEnter) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Start, b.Start), r.byGroup(a.Group, b.Group))
	})
	r.sortDues(h.BilansDue)
	slices.SortFunc(h.Watch, func(a, b Alert) int {
		if c := cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.On, b.On)); c != 0 {
			return c
		}
		if c := r.byFirstName(a.Child, b.Child); c != 0 {
			return c
		}
		return cmp.Or(r.byGroup(a.Group, b.Group), cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.For, b.For))
	})
}
