package registry

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
)

// PrepareSeason opens, for each workshop, the cycle that ProposeCycle proposes, without groups: children can be asked for,
// and the groups are proposed from the requests. A workshop whose latest cycle is still without groups is left alone. It
// answers the cycles that it opened.
func (r *Registry) PrepareSeason(workshops []data.ID[data.Workshop], names Naming) (opened []data.Cycle, undo func() error, err error) {
	var plans []CyclePlan
	for _, id := range workshops {
		plans = append(plans, r.ProposeCycle(id, r.world.Today(), names))
	}
	var made []*data.Cycle
	undo, err = r.rework(0, acceptance{}, func(w *rework) error {
		for _, plan := range plans {
			if _, err := findActive(r.Workshops, plan.WorkshopID); err != nil {
				return err
			}
			if latest, _ := r.latestCycle(plan.WorkshopID); latest != nil && latest.State == data.CycleOpen && len(r.groupsOfCycle.rows[latest.ID]) == 0 {
				continue
			}
			days, err := r.layDays(plan.Rule)
			if err != nil {
				return err
			}
			cycle := plan.cycle(days)
			if err := add(w, r.Cycles, &made, &cycle); err != nil {
				return err
			}
		}
		return nil
	})
	for _, c := range made {
		opened = append(opened, *c)
	}
	return opened, undo, err
}

// Asking is a request: a child for a cycle.
type Asking struct {
	ChildID  data.ID[data.Child]
	CycleID  data.ID[data.Cycle]
	Priority data.Priority
	// DecidedOn is the day of the commission, AskedBy who asked, Since when; zero is today.
	DecidedOn data.Date
	AskedBy   string
	Since     data.Date
	// Reasons is why the child is to be placed in spite of what is unusual: no decision yet, another age.
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// AddRequest puts a child on the waiting list of a cycle.
func (r *Registry) AddRequest(x Asking) (data.Enrollment, func() error, error) {
	var e *data.Enrollment
	undo, err := r.rework(0, acceptance{by: x.By}, func(w *rework) error {
		if _, err := findActive(r.Children, x.ChildID); err != nil {
			return err
		}
		if _, err := r.openCycle(x.CycleID); err != nil {
			return err
		}
		free, err := r.freePlace(x.ChildID, x.CycleID, r.world.Today())
		if err != nil {
			return err
		}
		if !free.ID.IsZero() { // already waiting
			return ErrAlreadyEnrolled
		}
		e = &free
		x.write(e, w.why)
		return add(w, r.Enrollments, &w.enrollments, e)
	})
	if err != nil {
		return data.Enrollment{}, nil, err
	}
	return *e, undo, nil
}

// ChangeRequest changes what is said of a request; the child and the cycle stay.
func (r *Registry) ChangeRequest(id data.ID[data.Enrollment], x Asking) (undo func() error, err error) {
	return r.rework(0, acceptance{by: x.By}, func(w *rework) error {
		e, ok := r.Enrollments.rows[id]
		if !ok {
			return fmt.Errorf("changing a request: %w", ErrGone)
		}
		x.write(w.place(e), w.why)
		return nil
	})
}

// write puts a request in its enrolment. While the child waits the reasons are the warnings; later they are those of the
// place.
func (x Asking) write(e *data.Enrollment, why acceptance) {
	e.Priority, e.DecidedOn, e.AskedBy = x.Priority, x.DecidedOn, strings.TrimSpace(x.AskedBy)
	if !x.Since.IsZero() {
		e.RequestedOn = x.Since
	}
	if e.State != data.Waiting {
		return
	}
	e.Warnings = nil
	for code := range x.Reasons {
		if reason := strings.TrimSpace(x.Reasons[code]); reason != "" {
			e.Warnings = append(e.Warnings, data.Warning{Code: code, Reason: reason, ByID: why.by, On: why.on})
		}
	}
	slices.SortFunc(e.Warnings, func(a, b data.Warning) int { return int(a.Code) - int(b.Code) })
}

// WithdrawRequest takes a request off the waiting list.
func (r *Registry) WithdrawRequest(id data.ID[data.Enrollment]) (undo func() error, err error) {
	return r.rework(0, acceptance{}, func(w *rework) error {
		e, ok := r.Enrollments.rows[id]
		if !ok {
			return fmt.Errorf("withdrawing a request: %w", ErrGone)
		}
		if e.State != data.Waiting {
			return ErrNotWaiting
		}
		drop(w, r.Enrollments, e)
		return nil
	})
}

// ReplaceOnSpare holds a session that was cancelled, or cannot be held, on the next spare day of the team
// after it when the facilitator, the room and the children are free, and answers that day. ErrNoSpareDay when there is none.
func (r *Registry) ReplaceOnSpare(id data.ID[data.Session]) (day data.Date, undo func() error, err error) {
	undo, err = r.rework(0, acceptance{}, func(w *rework) error {
		kept, ok := r.Sessions.rows[id]
		if !ok {
			return fmt.Errorf("replacing a session: %w", ErrGone)
		}
		if _, err := r.openCycle(kept.CycleID); err != nil {
			return err
		}
		if kept.State == data.SessionHeld || len(rowOr(r.Attendances, data.ID[data.Attendance](id)).Marks) > 0 {
			return ErrMarked
		}
		s := w.session(kept)
		s.State = data.SessionPlanned
		if s.MovedFrom.IsZero() {
			s.MovedFrom = s.Date
		}
		spare := slices.Clone(r.settingsNow().SpareDays)
		slices.Sort(spare)
		for _, d := range spare {
			if d <= kept.Date || d < w.from || !w.freeOn(s, d) {
				continue
			}
			day, s.Date = d, d
			w.renumber(s.GroupID)
			return nil
		}
		return ErrNoSpareDay
	})
	return day, undo, err
}

// freeOn reports whether a session could be held on a day without anything unusual.
func (w *rework) freeOn(s *data.Session, day data.Date) bool {
	try := *s
	try.Date = day
	if _, reason := w.r.calendar.Open(day); reason.State != calendar.StateWorking || len(w.clashes(&try)) > 0 {
		return false
	}
	away, _ := rowOr(w.r.Facilitators, s.FacilitatorID).AwayAt(day, s.Start, s.LengthMinutes)
	return !away
}
