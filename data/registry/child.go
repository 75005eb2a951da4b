package registry

import (
	"fmt"
	"strings"

	"mercredi/data"
)

// CloseChild ends the pathway of a child on a day. The groups whose sessions go on after that day are left on it, for
// the same reason, and the child leaves the waiting lists. ErrMarked refuses a day before a mark of the child.
func (r *Registry) CloseChild(id data.ID[data.Child], on data.Date, reason, note string) error {
	return r.Update(func(tx *Tx) error {
		c, err := find(r.Children, id)
		if err != nil {
			return err
		}
		if !on.Valid() {
			return fmt.Errorf("last day of the pathway: %w", data.ErrBadDate)
		}
		c.Pathway.EndedOn, c.Pathway.EndReason, c.Pathway.EndNote = on, strings.TrimSpace(reason), strings.TrimSpace(note)
		if err := Put(tx, r.Children, &c); err != nil {
			return err
		}
		for _, kept := range r.enrolledOfChild.of(id) {
			if err := r.endPlace(tx, kept, on, reason); err != nil {
				return err
			}
		}
		return nil
	})
}

// endPlace ends one enrolment because the pathway ends. The lock is held.
func (r *Registry) endPlace(tx *Tx, kept *data.Enrollment, on data.Date, reason string) error {
	if kept.State == data.Waiting {
		return Delete(tx, r.Enrollments, kept.ID)
	}
	e := r.Enrollments.copy(kept)
	goesOn := false
	for _, s := range r.sessionsOfGroup.of(e.GroupID) {
		goesOn = goesOn || s.Date > on && e.Covers(s.Date)
	}
	if !goesOn {
		return nil
	}
	if e.From > on { // never came: no day of the place is left
		return Delete(tx, r.Enrollments, kept.ID)
	}
	if err := r.leave(&e, on, reason); err != nil {
		return err
	}
	return Put(tx, r.Enrollments, &e)
}

// ReopenChild takes back the end of a pathway. The groups that were left stay so: enrol the child again.
func (r *Registry) ReopenChild(id data.ID[data.Child]) error {
	return change(r.Children, id, func(c *data.Child) error {
		c.Pathway.EndedOn, c.Pathway.EndReason, c.Pathway.EndNote = 0, "", ""
		return nil
	})
}

// Archive hides a record from lists without destroying it.
func (t *Table[T]) Archive(id data.ID[T]) error { return t.archive(id, true) }

// Unarchive shows an archived record again.
func (t *Table[T]) Unarchive(id data.ID[T]) error { return t.archive(id, false) }

func (t *Table[T]) archive(id data.ID[T], hidden bool) error {
	return change(t, id, func(v *T) error {
		head(v).Archived = hidden
		return nil
	})
}
