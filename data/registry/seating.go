package registry

import (
	"fmt"
	"strings"

	"mercredi/data"
)

// The moves of a child in a rework. What the child lived in a group stays there, with its marks.

// seatIn gives a child who waits a place in a group, from the first day of the rework or from the first session when the
// group has not begun. asked may be zero, or a later first day.
func (w *rework) seatIn(kept *data.Enrollment, group *data.Group, asked data.Date) error {
	if kept.State != data.Waiting {
		return ErrNotWaiting
	}
	if err := w.mayEnter(kept, group); err != nil {
		return err
	}
	e := w.place(kept)
	e.GroupID, e.State, e.Until, e.Locked = group.ID, data.Enrolled, 0, false
	e.From = w.firstDay(group, asked)
	for _, o := range w.r.placesOf(kept.ChildID, kept.CycleID) {
		if o.ID != e.ID && o.State == data.Left && o.Until >= e.From {
			e.From = o.Until.AddDays(1)
		}
	}
	w.seated = append(w.seated, e)
	return nil
}

// firstDay is zero when nothing of a group is behind, else the first day of the rework.
func (w *rework) firstDay(group *data.Group, asked data.Date) data.Date {
	if !asked.IsZero() {
		return max(asked, w.from)
	}
	if w.r.Groups.rows[group.ID] == nil { // made by this rework
		return 0
	}
	if all := w.sessionsOf(group.ID); len(all) > 0 && all[0].Date < w.from {
		return w.from
	}
	return 0
}

// swap moves a child to another group of the cycle.
func (w *rework) swap(kept *data.Enrollment, group *data.Group, why string) error {
	if kept.State == data.Waiting || group.ID == kept.GroupID {
		return ErrNotEnrolled
	}
	if err := w.mayEnter(kept, group); err != nil {
		return err
	}
	e, err := w.leave(kept, why)
	if err != nil {
		return err
	}
	e.GroupID, e.State, e.Until, e.LeaveReason = group.ID, kept.State, kept.Until, kept.LeaveReason
	if e.ID == kept.ID {
		e.From = max(kept.From, w.firstDay(group, 0))
	} else {
		e.From = w.from
	}
	w.seated = append(w.seated, e)
	return nil
}

// standBack puts a child back on the waiting list, with the request as it was. A place of the child that is to come in
// another group of the cycle goes too.
func (w *rework) standBack(kept *data.Enrollment, why string) error {
	if kept.State != data.Enrolled {
		return ErrNotEnrolled
	}
	for _, o := range w.r.placesOf(kept.ChildID, kept.CycleID) {
		if o.ID == kept.ID || o.State == data.Left && o.Until < w.from {
			continue
		}
		if w.r.lived(o) {
			return ErrMarked
		}
		drop(w, w.r.Enrollments, o)
	}
	e, err := w.leave(kept, why)
	if err != nil {
		return err
	}
	e.GroupID, e.State, e.From, e.Until, e.LeaveReason = data.ID[data.Group]{}, data.Waiting, 0, 0, ""
	return nil
}

// cutShort ends a place that was to end later, on the day before the rework begins.
func (w *rework) cutShort(kept *data.Enrollment) error {
	switch {
	case w.r.markedAfter(kept, w.from.AddDays(-1)):
		return ErrMarked
	case w.r.metBefore(kept, w.from):
		w.place(kept).Until = w.from.AddDays(-1)
	case w.r.lived(kept):
		return ErrMarked
	default:
		drop(w, w.r.Enrollments, kept)
	}
	return nil
}

// leave ends a place on the day before the rework begins, and answers the enrolment that follows: a new one, or the same
// when the child has not met the group yet.
func (w *rework) leave(kept *data.Enrollment, why string) (*data.Enrollment, error) {
	if w.r.markedAfter(kept, w.from.AddDays(-1)) {
		return nil, ErrMarked
	}
	e := w.place(kept)
	e.Locked = false
	if !w.r.metBefore(kept, w.from) {
		return e, nil
	}
	e.State, e.Until, e.LeaveReason = data.Left, w.from.AddDays(-1), strings.TrimSpace(why)
	again := againOf(kept)
	again.Warnings = append([]data.Warning(nil), kept.Warnings...)
	return &again, add(w, w.r.Enrollments, &w.enrollments, &again)
}

// mayEnter refuses a group of another cycle, and what is closed or archived.
func (w *rework) mayEnter(kept *data.Enrollment, group *data.Group) error {
	if _, err := findActive(w.r.Children, kept.ChildID); err != nil {
		return err
	}
	if _, err := w.r.openCycle(kept.CycleID); err != nil {
		return err
	}
	switch {
	case group.CycleID != kept.CycleID:
		return ErrOtherCycle
	case group.Archived:
		return fmt.Errorf("using %s: %w", Groups, ErrArchived)
	}
	return nil
}
