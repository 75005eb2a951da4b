package registry

import (
	"fmt"
	"strings"

	"mercredi/data"
)

// The gestures of the planning made by hand: each is one change, and answers how to undo it.

// Placing asks for a place in a group for a child who waits, or for another group of the cycle for a child who has one.
type Placing struct {
	EnrollmentID data.ID[data.Enrollment]
	GroupID      data.ID[data.Group]
	// Day is the first day in the group; zero or a past day is today.
	Day     data.Date
	Why     string // kept with the place that is left
	Reasons map[data.WarningCode]string
	By      data.ID[data.Member]
}

// PlaceChild takes a child off the waiting list into a group, from a day on.
func (r *Registry) PlaceChild(x Placing) (undo func() error, err error) {
	return r.placing(x, func(w *rework, e *data.Enrollment, g *data.Group) error { return w.seatIn(e, g, 0) })
}

// SwapGroup moves a child to another group of the cycle, from a day on.
func (r *Registry) SwapGroup(x Placing) (undo func() error, err error) {
	return r.placing(x, func(w *rework, e *data.Enrollment, g *data.Group) error { return w.swap(e, g, x.Why) })
}

// placing finds the enrolment and the group, and does something with them.
func (r *Registry) placing(x Placing, do func(*rework, *data.Enrollment, *data.Group) error) (undo func() error, err error) {
	return r.rework(x.Day, acceptance{reasons: x.Reasons, by: x.By}, func(w *rework) error {
		e, ok := r.Enrollments.rows[x.EnrollmentID]
		g, known := r.Groups.rows[x.GroupID]
		if !ok || !known {
			return fmt.Errorf("placing a child: %w", ErrGone)
		}
		return do(w, e, g)
	})
}

// PutBack puts a child who has a place back on the waiting list of the cycle from a day on, with the request as it was.
func (r *Registry) PutBack(id data.ID[data.Enrollment], day data.Date, why string) (undo func() error, err error) {
	return r.rework(day, acceptance{}, func(w *rework) error {
		e, ok := r.Enrollments.rows[id]
		if !ok {
			return fmt.Errorf("putting a child back on the list: %w", ErrGone)
		}
		if _, err := r.openCycle(e.CycleID); err != nil {
			return err
		}
		return w.standBack(e, why)
	})
}

// GroupMove asks for another hour or another place for a group.
type GroupMove struct {
	GroupID data.ID[data.Group]
	// Day is the day from which it moves, or the only one when Once is true.
	Day           data.Date
	Once          bool
	Start         data.TimeOfDay
	RoomID        data.ID[data.Room]
	FacilitatorID data.ID[data.Facilitator]
	Why           string // kept with the session, when it is moved once
	Reasons       map[data.WarningCode]string
	By            data.ID[data.Member]
}

// MoveGroup moves a group in time, room or facilitator: its sessions from a day on, or that of the day alone. Sessions
// that were moved by hand, marked or cancelled stay.
func (r *Registry) MoveGroup(m GroupMove) (undo func() error, err error) {
	return r.rework(m.Day, acceptance{reasons: m.Reasons, by: m.By}, func(w *rework) error {
		g, ok := r.Groups.rows[m.GroupID]
		if !ok {
			return fmt.Errorf("moving a group: %w", ErrGone)
		}
		if _, err := r.openCycle(g.CycleID); err != nil {
			return err
		}
		if m.Once {
			return w.moveOnce(m)
		}
		w.reshape(g, func(g *data.Group) { g.Start, g.RoomID, g.FacilitatorID = m.Start, m.RoomID, m.FacilitatorID })
		return nil
	})
}

// moveOnce moves the sessions of one day.
func (w *rework) moveOnce(m GroupMove) error {
	found := false
	for _, kept := range w.r.sessionsOfGroup.of(m.GroupID) {
		if kept.Date != m.Day || kept.State == data.SessionCancelled || kept.Archived {
			continue
		}
		s := w.session(kept)
		s.Start, s.RoomID, s.FacilitatorID, s.Reason = m.Start, m.RoomID, m.FacilitatorID, strings.TrimSpace(m.Why)
		w.moved = append(w.moved, s)
		found = true
	}
	if !found {
		return fmt.Errorf("moving a group once: %w", ErrNoSessionYet)
	}
	w.renumber(m.GroupID)
	return nil
}

// LockGroup keeps the hour or the room of a group when groups are proposed again, or sets them free.
func (r *Registry) LockGroup(id data.ID[data.Group], slot, room bool) (undo func() error, err error) {
	return r.rework(0, acceptance{}, func(w *rework) error {
		g, ok := r.Groups.rows[id]
		if !ok {
			return fmt.Errorf("locking a group: %w", ErrGone)
		}
		draft := w.group(g)
		draft.SlotLocked, draft.RoomLocked = slot, room
		return nil
	})
}

// LockPlace keeps a child in a group when groups are proposed again, or sets the child free.
func (r *Registry) LockPlace(id data.ID[data.Enrollment], locked bool) (undo func() error, err error) {
	return r.rework(0, acceptance{}, func(w *rework) error {
		e, ok := r.Enrollments.rows[id]
		if !ok {
			return fmt.Errorf("locking a place: %w", ErrGone)
		}
		if e.State != data.Enrolled {
			return ErrNotEnrolled
		}
		w.place(e).Locked = locked
		return nil
	})
}
