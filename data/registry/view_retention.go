package registry

import (
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
)

// RetentionState says why a child is in the review of old files.
type RetentionState uint8

// The states, in the order of the list.
const (
	RetentionDue     RetentionState = iota + 1 // the time is over: keep with a reason, anonymise or erase
	RetentionSoon                              // it will be within RetentionNoticeMonths
	RetentionKept                              // it is over, and somebody decided to keep the file until a day to come
	RetentionUndated                           // no contact is dated: nobody can tell
)

// RetentionNoticeMonths is how long before its time is over a finished file is announced.
const RetentionNoticeMonths = 3

// RetentionRow is one child in the review of old files.
type RetentionRow struct {
	ChildID   data.ID[data.Child]
	Reference string // what an elimination list prints in place of a name
	Name      ChildName
	Archived  bool
	Ended     bool // the pathway has an end
	First     data.Date
	Last      data.LastContact
	Due       data.Date // the last contact and the time that the team set
	// KeptUntil and KeptReason are the last decision to keep the file. A day that is past no longer holds.
	KeptUntil  data.Date
	KeptReason string
	Records    int // the child's own record and all that hangs on it
	State      RetentionState
	Running    bool // the child has a place in a workshop, or waits for one: the review does not show it
}

// Retention is the review of old files: the children whose last contact is further back than the team keeps files
// (Safety.RetentionMonths), those whose finished pathway comes near to it, those that were kept with a reason, and those
// without any dated contact. What is due comes first; within a state, the oldest contact first. A child with a running
// place is never in it. Archived children are in it like the others: hidden is still kept.
func (r *Registry) Retention() []RetentionRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today, months := r.world.Today(), r.safetyNow().RetentionMonths
	traces := r.traces(today)
	var rows []RetentionRow
	for _, c := range r.Children.rows {
		if row, ok := retentionRow(c, traces[c.ID], months, today); ok && !r.running(c.ID, today) {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b RetentionRow) int {
		return cmp.Or(cmp.Compare(a.State, b.State), cmp.Compare(a.Last.On, b.Last.On), r.byLastName(a.Name, b.Name))
	})
	return rows
}

// RetentionOf says how long the file of one child is kept; State is zero while the review does not show it. It is false
// when there is no such child.
func (r *Registry) RetentionOf(id data.ID[data.Child]) (RetentionRow, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	c, ok := r.Children.rows[id]
	if !ok {
		return RetentionRow{}, false
	}
	today, months := r.world.Today(), r.safetyNow().RetentionMonths
	row, shown := retentionRow(c, r.traces(today)[id], months, today)
	if row.Running = r.running(id, today); row.Running || !shown {
		row.State = 0
	}
	return row, true
}

// retentionRow is the row of a child, and whether the review shows it. A pathway that is still open comes up only once
// its time is over: nobody is told in advance that a follow-up in progress is old.
func retentionRow(c *data.Child, t trace, months int, today data.Date) (RetentionRow, bool) {
	row := RetentionRow{
		ChildID: c.ID, Reference: c.ID.Reference(), Name: childName(c), Archived: c.Archived, Ended: !c.Pathway.EndedOn.IsZero(),
		First: t.first, Last: t.last, Due: t.last.On.AddMonths(months), KeptUntil: c.KeepUntil, KeptReason: c.KeepReason,
		Records: 1 + t.records,
	}
	notice := today.AddMonths(RetentionNoticeMonths)
	switch {
	case row.Last.On.IsZero():
		row.State = RetentionUndated
	case row.Due > today && (row.Due > notice || !row.Ended && !row.Archived):
		return row, false
	case row.Due > today:
		row.State = RetentionSoon
	default:
		row.State = RetentionDue
	}
	if row.State != RetentionSoon && c.KeepUntil > today {
		row.State = RetentionKept
	}
	return row, true
}

// KeepChild decides that the file of a child is kept until a day, and why; the zero day takes the decision back.
// ErrKeepDay refuses a day that is not to come, or further than data.MaxKeepYears. data.ErrMissing asks for the reason.
func (r *Registry) KeepChild(id data.ID[data.Child], until data.Date, reason string) error {
	return change(r.Children, id, func(c *data.Child) error {
		today := r.world.Today()
		if !until.IsZero() && (!until.Valid() || until <= today || until > today.AddMonths(12*data.MaxKeepYears)) {
			return ErrKeepDay
		}
		c.KeepUntil, c.KeepReason = until, strings.TrimSpace(reason)
		if until.IsZero() {
			c.KeepReason = ""
		}
		return nil
	})
}

// trace is what the records of a child tell of when it was in touch.
type trace struct {
	first   data.Date
	last    data.LastContact
	records int
}

// traces walks once through all the records that belong to children. The lock is held.
func (r *Registry) traces(today data.Date) map[data.ID[data.Child]]trace {
	all := make(map[data.ID[data.Child]]trace, len(r.Children.rows))
	see := func(id data.ID[data.Child], kind data.ContactKind, days ...data.Date) {
		t := all[id]
		for _, on := range days {
			t.last = t.last.Or(on, kind, today)
			if on.Valid() && on <= today && (t.first.IsZero() || on < t.first) {
				t.first = on
			}
		}
		all[id] = t
	}
	count := func(id data.ID[data.Child]) {
		t := all[id]
		t.records++
		all[id] = t
	}
	for id, c := range r.Children.rows {
		last := c.LastSeen(today)
		see(id, last.Kind, c.Pathway.SpottedOn, c.Pathway.IntakeOn, c.Pathway.CommissionOn, c.Pathway.StartedOn, last.On)
		t := all[id]
		t.last = last
		all[id] = t
	}
	for _, n := range r.Notes.rows {
		see(n.ChildID, data.ContactNote, n.On)
		count(n.ChildID)
	}
	for _, e := range r.Enrollments.rows {
		see(e.ChildID, data.ContactEnrollment, e.RequestedOn, e.From, e.Until)
		count(e.ChildID)
	}
	for id, a := range r.Attendances.rows {
		for _, m := range a.Marks {
			if m.Mark.Came() {
				see(m.ChildID, data.ContactSession, rowOr(r.Sessions, data.ID[data.Session](id)).Date)
			}
		}
	}
	for _, o := range r.Observations.rows {
		see(o.ChildID, data.ContactObservation, rowOr(r.Sessions, o.SessionID).Date)
		count(o.ChildID)
	}
	for _, e := range r.Evaluations.rows {
		see(e.ChildID, data.ContactEvaluation, e.On)
		count(e.ChildID)
	}
	for _, b := range r.Bilans.rows {
		see(b.ChildID, data.ContactBilan, b.FinalOn, b.FamilyOn)
		count(b.ChildID)
	}
	for _, x := range r.CommissionCases.rows {
		see(x.ChildID, data.ContactCommission, rowOr(r.Commissions, x.CommissionID).On)
		count(x.ChildID)
	}
	for _, x := range r.Referrals.rows {
		see(x.ChildID, data.ContactReferral, x.AskedOn, x.SentOn, x.AnsweredOn, x.EndedOn)
		count(x.ChildID)
	}
	for _, x := range r.Interviews.rows {
		if x.ChildID.IsZero() {
			continue
		}
		if x.Outcome == data.Held {
			see(x.ChildID, data.ContactInterview, x.On)
		}
		count(x.ChildID)
	}
	return all
}

// running reports whether a child has a place or waits for one in a cycle that is neither closed nor archived, and of
// this school year or later, or with sessions to come. The lock is held.
func (r *Registry) running(id data.ID[data.Child], today data.Date) bool {
	return slices.ContainsFunc(r.enrolledOfChild.rows[id], func(e *data.Enrollment) bool {
		cycle := rowOr(r.Cycles, e.CycleID)
		over := !e.Until.IsZero() && e.Until < today || e.Until.IsZero() && e.State == data.Left
		if over || e.Archived || cycle.Archived || cycle.State == data.CycleClosed {
			return false
		}
		return cycle.SchoolYear >= int(calendar.SchoolYearOf(today)) ||
			slices.ContainsFunc(r.sessionsOfGroup.rows[e.GroupID], func(s *data.Session) bool { return s.Date >= today })
	})
}
