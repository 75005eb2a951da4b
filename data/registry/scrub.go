package registry

import (
	"slices"

	"mercredi/data"
)

// scrub takes children out of the records that they share with others and out of those of other children, and answers how many attendance marks went. It
// works from the ids alone: the children's own records may be gone, or sealed with keys that are. What belongs to a child
// (see ownedBy) is not touched. It is called once in a change, with all of them: a change sees the sheets as they were
// before it. The lock is held.
func (r *Registry) scrub(tx *Tx, children ...[16]byte) (marks int, err error) {
	of := func(m data.ChildMark) bool { return slices.Contains(children, [16]byte(m.ChildID)) }
	for _, kept := range r.Attendances.rows {
		if !slices.ContainsFunc(kept.Marks, of) {
			continue
		}
		sheet := r.Attendances.copy(kept)
		before := len(sheet.Marks)
		sheet.Marks = slices.DeleteFunc(sheet.Marks, of)
		marks += before - len(sheet.Marks)
		if err := Put(tx, r.Attendances, &sheet); err != nil {
			return 0, err
		}
	}
	return marks, r.forget(tx, children)
}

// forget takes children out of those whom others are kept apart from, or put beside. The records of the children
// themselves are left alone: their keys are gone.
func (r *Registry) forget(tx *Tx, children [][16]byte) error {
	gone := func(id data.ID[data.Child]) bool { return slices.Contains(children, [16]byte(id)) }
	for id, kept := range r.Children.rows {
		if gone(id) || !slices.ContainsFunc(kept.Apart, gone) && !slices.ContainsFunc(kept.Together, gone) {
			continue
		}
		c := r.Children.copy(kept)
		c.Forget(gone)
		if err := Put(tx, r.Children, &c); err != nil {
			return err
		}
	}
	return nil
}
