package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// GroupBilanRow is the bilan of one group in a list, to write or to print.
type GroupBilanRow struct {
	Group   GroupName
	Moment  data.Moment
	Step    BilanStep
	Due     data.Date
	FinalOn data.Date
}

// GroupBilanRows lists the bilans of the groups of a school year: those that are kept, and that of the end of each
// cycle of several children that asks for bilans; by day due. None is late: nobody outside the team waits for them.
func (r *Registry) GroupBilanRows(schoolYear int) []GroupBilanRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []GroupBilanRow
	for _, g := range r.inYear(schoolYear) {
		x := r.read(g, r.world.Today())
		for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
			row := GroupBilanRow{Group: x.name(), Moment: m, Step: r.groupBilanStep(g.ID, m), Due: dueOn(x.cycle, m)}
			owed := m == data.MomentEnd && x.workshop.Format == data.InGroup && !row.Due.IsZero()
			if row.Step == BilanToWrite && !owed {
				continue
			}
			if b := r.groupBilanOf(g.ID, m); b != nil {
				row.FinalOn = b.FinalOn
			}
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(a, b GroupBilanRow) int {
		if n := cmp.Compare(a.Due, b.Due); n != 0 {
			return n
		}
		return cmp.Or(r.byGroup(a.Group, b.Group), cmp.Compare(a.Moment, b.Moment))
	})
	return out
}
