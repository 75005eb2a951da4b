package registry

import (
	"slices"

	"mercredi/data"
)

// Rating gives one criterion its level: a cell of the evaluation grid.
type Rating struct {
	ChildID   data.ID[data.Child]
	CycleID   data.ID[data.Cycle]
	Moment    data.Moment
	Viewpoint data.Viewpoint
	Key       int
	Level     int // 0 takes the level away
	By        data.ID[data.Member]
}

// Rate keeps one level, in the evaluation of that moment and viewpoint or in a new one dated today.
func (r *Registry) Rate(x Rating) error {
	return r.Update(func(tx *Tx) error {
		if !r.hasPlace(x.ChildID, x.CycleID) {
			return ErrNotEnrolled
		}
		rubric := r.gridOf(x.CycleID)
		known := slices.ContainsFunc(rubric.Criteria, func(c data.Criterion) bool { return c.Key == x.Key })
		if x.Level != 0 && (!known || x.Level < 0 || x.Level > len(rubric.Levels)) {
			return ErrUnknownCriterion
		}
		e := data.Evaluation{
			ChildID: x.ChildID, CycleID: x.CycleID, Moment: x.Moment, Viewpoint: x.Viewpoint, On: r.world.Today(), AuthorID: x.By,
		}
		if kept := r.evaluationOf(childInCycle{x.ChildID, x.CycleID}, x.Moment, x.Viewpoint); kept != nil {
			e = r.Evaluations.copy(kept)
		}
		e.Rate(x.Key, x.Level)
		return Put(tx, r.Evaluations, &e)
	})
}

// hasPlace reports whether the child is or was in a group of the cycle. The lock is held.
func (r *Registry) hasPlace(child data.ID[data.Child], cycle data.ID[data.Cycle]) bool {
	return slices.ContainsFunc(r.placesOf(child, cycle), func(e *data.Enrollment) bool { return e.State != data.Waiting })
}

// gridOf is the grid of a cycle, or of its template. The lock is held.
func (r *Registry) gridOf(cycle data.ID[data.Cycle]) *data.Rubric {
	c := rowOr(r.Cycles, cycle)
	if !c.RubricID.IsZero() {
		return rowOr(r.Rubrics, c.RubricID)
	}
	return rowOr(r.Rubrics, rowOr(r.Workshops, c.WorkshopID).RubricID)
}

// evaluationOf is the evaluation kept for a moment and viewpoint, or nil. The lock is held.
func (r *Registry) evaluationOf(of childInCycle, moment data.Moment, viewpoint data.Viewpoint) *data.Evaluation {
	var found *data.Evaluation
	for _, e := range r.evaluated.rows[of] {
		if e.Moment == moment && e.Viewpoint == viewpoint && !e.Archived && (found == nil || compareIDs(e.ID, found.ID) < 0) {
			found = e
		}
	}
	return found
}
