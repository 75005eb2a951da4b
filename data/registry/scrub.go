package registry

import (
	"slices"

	"mercredi/data"
)

// scrub takes children out of the records that they share with others, and answers how many attendance marks went. It
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
	return marks, nil
}
