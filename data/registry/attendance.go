package registry

import (
	"fmt"
	"slices"

	"mercredi/data"
)

// Mark gives a child a mark in a session, as one durable change, and answers the mark before. NotEntered takes the
// mark away. ErrSessionCancelled, ErrNotYet and ErrNotExpected refuse what cannot have been.
func (r *Registry) Mark(session data.ID[data.Session], child data.ID[data.Child], mark data.Mark) (previous data.Mark, err error) {
	before, err := r.SetMarks(session, []data.ChildMark{{ChildID: child, Mark: mark}})
	if err != nil {
		return data.NotEntered, err
	}
	return before[0].Mark, nil
}

// SetMarks gives several children their marks in one change, and answers the marks before: given to SetMarks again,
// they undo it.
func (r *Registry) SetMarks(session data.ID[data.Session], marks []data.ChildMark) (previous []data.ChildMark, err error) {
	err = r.Update(func(tx *Tx) error {
		previous, err = r.setMarks(tx, session, marks)
		return err
	})
	return answer(previous, err)
}

// MarkRemaining gives one mark to every child expected in a session whose mark is not entered yet, and answers what
// SetMarks needs to undo it.
func (r *Registry) MarkRemaining(session data.ID[data.Session], mark data.Mark) (undo []data.ChildMark, err error) {
	err = r.Update(func(tx *Tx) error {
		s, err := find(r.Sessions, session)
		if err != nil {
			return err
		}
		var marks []data.ChildMark
		for _, child := range (scene{r: r}).expected(s.GroupID, s.Date) {
			if r.markOf(session, child) == data.NotEntered {
				marks = append(marks, data.ChildMark{ChildID: child, Mark: mark})
			}
		}
		undo, err = r.setMarks(tx, session, marks)
		return err
	})
	return answer(undo, err)
}

// setMarks is SetMarks inside a change.
func (r *Registry) setMarks(tx *Tx, session data.ID[data.Session], marks []data.ChildMark) ([]data.ChildMark, error) {
	s, err := find(r.Sessions, session)
	if err != nil {
		return nil, err
	}
	switch {
	case s.State == data.SessionCancelled:
		return nil, ErrSessionCancelled
	case s.Date > r.world.Today():
		return nil, ErrNotYet
	}
	id := data.ID[data.Attendance](session)
	sheet := data.Attendance{Record: data.Record[data.Attendance]{ID: id}, GroupID: s.GroupID}
	if kept, ok := r.Attendances.rows[id]; ok {
		sheet = r.Attendances.copy(kept)
	}
	expected := scene{r: r}.expected(s.GroupID, s.Date)
	var previous []data.ChildMark
	for _, m := range marks {
		if m.Mark >= data.Cancelled { // a session is cancelled, never one child's mark
			return nil, fmt.Errorf("marking %d: %w", m.Mark, data.ErrOutOfRange)
		}
		if m.Mark != data.NotEntered && !slices.Contains(expected, m.ChildID) {
			return nil, ErrNotExpected
		}
		previous = append(previous, data.ChildMark{ChildID: m.ChildID, Mark: sheet.Of(m.ChildID)})
		sheet.Set(m.ChildID, m.Mark)
	}
	if len(marks) == 0 {
		return nil, nil
	}
	return previous, Put(tx, r.Attendances, &sheet)
}
