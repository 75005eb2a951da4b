package registry

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
)

// Enrolling asks for a place for a child in a group.
type Enrolling struct {
	ChildID data.ID[data.Child]
	GroupID data.ID[data.Group]
	// From is the first day; zero is the first session, or today when the group has already begun.
	From data.Date
	// Reasons says why each warning is accepted, and By who accepts.
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// EnrollmentWarnings are all that would be unusual if the child took a place in the group now.
func (r *Registry) EnrollmentWarnings(child data.ID[data.Child], group data.ID[data.Group]) []data.WarningCode {
	return r.WarningsFor(Enrolling{ChildID: child, GroupID: group})
}

// WarningsFor is EnrollmentWarnings from a given day.
func (r *Registry) WarningsFor(x Enrolling) []data.WarningCode {
	r.mu.RLock()
	defer r.mu.RUnlock()
	s, err := r.seatFor(x)
	if err != nil {
		return nil
	}
	return scene{r: r}.warnings(s)
}

// Enroll gives a child a place in a group, off the waiting list if the child was on it. Warnings never block, but each
// needs a reason: without, the error is a *NeedsReason. ErrAlreadyEnrolled, ErrCycleClosed and ErrArchived refuse.
func (r *Registry) Enroll(x Enrolling) (data.Enrollment, error) {
	var e data.Enrollment
	err := r.Update(func(tx *Tx) (err error) {
		s, err := r.seatFor(x)
		if err != nil {
			return err
		}
		if e, err = r.freePlace(x.ChildID, s.group.CycleID, s.from); err != nil {
			return err
		}
		return r.sit(tx, x, s, &e)
	})
	return answer(e, err)
}

// Wait puts a child on the waiting list of a cycle.
func (r *Registry) Wait(child data.ID[data.Child], cycle data.ID[data.Cycle]) (data.Enrollment, error) {
	var e data.Enrollment
	err := r.Update(func(tx *Tx) (err error) {
		if _, err = findActive(r.Children, child); err != nil {
			return err
		}
		if _, err = r.openCycle(cycle); err != nil {
			return err
		}
		if e, err = r.freePlace(child, cycle, r.world.Today()); err != nil {
			return err
		}
		if !e.ID.IsZero() { // already waiting
			return ErrAlreadyEnrolled
		}
		return Put(tx, r.Enrollments, &e)
	})
	return answer(e, err)
}

// Place takes a child off the waiting list into a group of the same cycle, with the rules of Enroll.
func (r *Registry) Place(id data.ID[data.Enrollment], group data.ID[data.Group],
	reasons map[data.WarningCode]string, by data.ID[data.Member],
) (data.Enrollment, error) {
	var e data.Enrollment
	err := r.Update(func(tx *Tx) (err error) {
		if e, err = find(r.Enrollments, id); err != nil {
			return err
		}
		if e.State != data.Waiting {
			return ErrNotWaiting
		}
		x := Enrolling{ChildID: e.ChildID, GroupID: group, Reasons: reasons, By: by}
		s, err := r.seatFor(x)
		if err != nil {
			return err
		}
		if s.group.CycleID != e.CycleID {
			return ErrOtherCycle
		}
		return r.sit(tx, x, s, &e)
	})
	return answer(e, err)
}

// answer is the record of a change that was kept, or nothing.
func answer[T any](v T, err error) (T, error) {
	if err != nil {
		var none T
		return none, err
	}
	return v, nil
}

// sit writes the place into the enrolment and keeps it.
func (r *Registry) sit(tx *Tx, x Enrolling, s seat, e *data.Enrollment) error {
	s.decided = !e.DecidedOn.IsZero()
	warnings, err := acceptance{x.Reasons, x.By, r.world.Today()}.accept(scene{r: r}.warnings(s))
	if err != nil {
		return err
	}
	e.GroupID, e.State, e.From, e.Until, e.Warnings = s.group.ID, data.Enrolled, s.from, s.until, warnings
	return Put(tx, r.Enrollments, e)
}

// seatFor finds what a place is about, and refuses what cannot be. The lock is held.
func (r *Registry) seatFor(x Enrolling) (seat, error) {
	child, err := findActive(r.Children, x.ChildID)
	if err != nil {
		return seat{}, err
	}
	group, err := findActive(r.Groups, x.GroupID)
	if err != nil {
		return seat{}, err
	}
	cycle, err := r.openCycle(group.CycleID)
	if err != nil {
		return seat{}, err
	}
	if !x.From.IsZero() && !x.From.Valid() {
		return seat{}, fmt.Errorf("first day of the place: %w", data.ErrBadDate)
	}
	from := x.From
	if from.IsZero() {
		from = r.defaultFrom(x.ChildID, &group)
	}
	return seat{child: &child, group: &group, workshop: rowOr(r.Workshops, cycle.WorkshopID), from: from}, nil
}

// defaultFrom is the first session (zero), or today when the group has begun, and never a day of an earlier place of
// the child in the cycle.
func (r *Registry) defaultFrom(child data.ID[data.Child], group *data.Group) data.Date {
	var from data.Date
	sessions := scene{r: r}.sessionsOf(group.ID)
	if len(sessions) > 0 && sessions[0].Date < r.world.Today() {
		from = r.world.Today()
	}
	for _, e := range r.placesOf(child, group.CycleID) {
		if e.State == data.Left && e.Until >= from {
			from = e.Until.AddDays(1)
		}
	}
	return from
}

// placesOf are the enrolments of a child in a cycle. The lock is held.
func (r *Registry) placesOf(child data.ID[data.Child], cycle data.ID[data.Cycle]) []*data.Enrollment {
	return slices.DeleteFunc(r.enrolledOfChild.of(child), func(e *data.Enrollment) bool {
		return e.CycleID != cycle || e.Archived
	})
}

// freePlace is a new enrolment of the child in the cycle, or the one that waits. A child has one place at a time.
func (r *Registry) freePlace(child data.ID[data.Child], cycle data.ID[data.Cycle], from data.Date) (data.Enrollment, error) {
	e := data.Enrollment{ChildID: child, CycleID: cycle, RequestedOn: r.world.Today()}
	for _, o := range r.placesOf(child, cycle) {
		switch {
		case o.State == data.Waiting:
			e = r.Enrollments.copy(o)
		case o.Until.IsZero() || o.Until >= from:
			return data.Enrollment{}, ErrAlreadyEnrolled
		}
	}
	return e, nil
}

// Leave says that the child left the group: until is the last day on which the child was expected.
func (r *Registry) Leave(id data.ID[data.Enrollment], until data.Date, reason string) error {
	return change(r.Enrollments, id, func(e *data.Enrollment) error { return r.leave(e, until, reason) })
}

func (r *Registry) leave(e *data.Enrollment, until data.Date, reason string) error {
	switch {
	case e.State == data.Waiting:
		return ErrNotEnrolled
	case !until.Valid():
		return fmt.Errorf("last day of the place: %w", data.ErrBadDate)
	case until < e.From:
		return data.ErrEndBeforeStart
	case r.markedAfter(e, until):
		return ErrMarked
	}
	e.State, e.Until, e.LeaveReason = data.Left, until, strings.TrimSpace(reason)
	return r.checkAlone(e) // a later day may meet the place that followed
}

// UndoLeave gives the child the place again, to the end of the cycle.
func (r *Registry) UndoLeave(id data.ID[data.Enrollment]) error {
	return change(r.Enrollments, id, func(e *data.Enrollment) error {
		if e.State != data.Left {
			return ErrNotEnrolled
		}
		e.State, e.Until, e.LeaveReason = data.Enrolled, 0, ""
		return r.checkAlone(e)
	})
}

// checkAlone refuses a second place of a child in a cycle on the same days. The lock is held.
func (r *Registry) checkAlone(e *data.Enrollment) error {
	for _, o := range r.placesOf(e.ChildID, e.CycleID) {
		apart := !o.Until.IsZero() && o.Until < e.From || !e.Until.IsZero() && e.Until < o.From
		if o.ID != e.ID && (!apart || o.State == data.Waiting || e.State == data.Waiting) {
			return ErrAlreadyEnrolled
		}
	}
	return nil
}

// Unenroll takes an enrolment out as if it had never been, from a group or a waiting list, and answers how to undo
// it. A child who has marks, evaluations or bilans there has been there: ErrInUse, use Leave.
func (r *Registry) Unenroll(id data.ID[data.Enrollment]) (undo func() error, err error) {
	removed, err := r.Enrollments.Remove(id)
	if err != nil {
		return nil, err
	}
	return func() error {
		return r.Update(func(tx *Tx) error {
			back := r.Enrollments.copy(&removed)
			back.Revision = 0
			if err := r.checkAlone(&back); err != nil {
				return err
			}
			return Put(tx, r.Enrollments, &back)
		})
	}, nil
}

// markedAfter reports whether the child of an enrolment has a mark later than a day that it covers. The lock is held.
func (r *Registry) markedAfter(e *data.Enrollment, day data.Date) bool {
	return slices.ContainsFunc(r.sessionsOfGroup.of(e.GroupID), func(s *data.Session) bool {
		return s.Date > day && e.Covers(s.Date) && r.markOf(s.ID, e.ChildID) != data.NotEntered
	})
}

// markOf is the mark of a child in a session. The lock is held.
func (r *Registry) markOf(session data.ID[data.Session], child data.ID[data.Child]) data.Mark {
	return rowOr(r.Attendances, data.ID[data.Attendance](session)).Of(child)
}

// lived reports whether anything is kept of the child's time in an enrolment. Evaluations and bilans are of the
// whole cycle: they need one place there, any of them. The lock is held.
func (r *Registry) lived(e *data.Enrollment) bool {
	if e.State == data.Waiting {
		return false
	}
	observed := slices.ContainsFunc(r.observedOfChild.of(e.ChildID), func(o *data.Observation) bool {
		s := rowOr(r.Sessions, o.SessionID)
		return s.GroupID == e.GroupID && e.Covers(s.Date)
	})
	if observed || r.markedAfter(e, 0) {
		return true
	}
	elsewhere := slices.ContainsFunc(r.placesOf(e.ChildID, e.CycleID), func(o *data.Enrollment) bool {
		return o.ID != e.ID && o.State != data.Waiting
	})
	key := childInCycle{e.ChildID, e.CycleID}
	return !elsewhere && (len(r.evaluated.rows[key]) > 0 || len(r.bilansOf.rows[key]) > 0)
}
