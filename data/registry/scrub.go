package registry

import (
	"slices"

	"mercredi/data"
)

// scrub takes a child out of the records that it shares with others, and answers how many attendance marks went. It
// works from the id alone: the child's own records may be gone, or sealed with a key that is. What belongs to the child
// (see ownedBy) is not touched. The lock is held.
func (r *Registry) scrub(tx *Tx, child data.ID[data.Child]) (marks int, err error) {
	of := func(m data.ChildMark) bool { return m.ChildID == child }
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
	return marks, nil
}
