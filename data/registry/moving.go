package registry

import (
	"strings"

	"mercredi/data"
)

// Moving asks for a place in another group of the same cycle.
type Moving struct {
	EnrollmentID data.ID[data.Enrollment]
	GroupID      data.ID[data.Group]
	// On is the first day in the new group; zero is the first session, or today when the old group has begun.
	On data.Date
	// Why is kept with the place that is left.
	Why     string
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// MoveToGroup moves a child to another group of the cycle, with the rules of Enroll. What the child lived in the
// first group stays there: that place ends on the day before, and the answer is the new one. When no session of the
// first group is left behind, the same enrolment changes group.
func (r *Registry) MoveToGroup(m Moving) (data.Enrollment, error) {
	var e, left data.Enrollment
	err := r.Update(func(tx *Tx) (err error) {
		if left, err = find(r.Enrollments, m.EnrollmentID); err != nil {
			return err
		}
		x := Enrolling{ChildID: left.ChildID, GroupID: m.GroupID, From: m.On, Reasons: m.Reasons, By: m.By}
		s, err := r.seatFor(x)
		if err != nil {
			return err
		}
		on := r.moveDay(&left, m.On)
		if err := r.checkMove(&left, s.group, on); err != nil {
			return err
		}
		s.from, s.until = max(left.From, on), left.Until
		if !r.metBefore(&left, on) {
			e = left
			return r.sit(tx, x, s, &e)
		}
		e = againOf(&left)
		left.State, left.Until, left.LeaveReason = data.Left, on.AddDays(-1), strings.TrimSpace(m.Why)
		if err := Put(tx, r.Enrollments, &left); err != nil {
			return err
		}
		return r.sit(tx, x, s, &e)
	})
	return answer(e, err)
}

// againOf is a new enrolment for the request of one that ends.
func againOf(left *data.Enrollment) data.Enrollment {
	return data.Enrollment{
		ChildID: left.ChildID, CycleID: left.CycleID, RequestedOn: left.RequestedOn,
		Priority: left.Priority, DecidedOn: left.DecidedOn, AskedBy: left.AskedBy,
	}
}

func (r *Registry) checkMove(left *data.Enrollment, group *data.Group, on data.Date) error {
	switch {
	case left.State != data.Enrolled:
		return ErrNotEnrolled
	case group.CycleID != left.CycleID:
		return ErrOtherCycle
	case group.ID == left.GroupID:
		return ErrAlreadyEnrolled
	case !left.Until.IsZero() && on > left.Until:
		return data.ErrEndBeforeStart
	case r.markedAfter(left, on.AddDays(-1)):
		return ErrMarked
	}
	return nil
}

// moveDay is the day asked for, or zero when the old group has not begun, or today; tomorrow when
// the child is already marked today.
func (r *Registry) moveDay(left *data.Enrollment, asked data.Date) data.Date {
	today := r.world.Today()
	switch {
	case !asked.IsZero():
		return asked
	case r.markedAfter(left, today.AddDays(-1)):
		return today.AddDays(1)
	case r.metBefore(left, today):
		return today
	}
	return 0
}

// metBefore reports whether the child was expected at a session of the group before a day, cancelled or not. The lock is held.
func (r *Registry) metBefore(e *data.Enrollment, day data.Date) bool {
	for _, s := range r.sessionsOfGroup.of(e.GroupID) {
		if s.Date < day && e.Covers(s.Date) {
			return true
		}
	}
	return false
}
