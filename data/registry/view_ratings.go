package registry

import (
	"slices"

	"mercredi/data"
)

// RatingsView is what the evaluations of a group are entered from: the grid, and what was said of each child.
type RatingsView struct {
	Rubric   string
	Levels   []string // the word of each level, lowest first
	Criteria []data.Criterion
	Rows     []RatingsRow // by first name
}

// RatingsRow is one child, with a SkillRow a criterion.
type RatingsRow struct {
	Child  ChildName
	Left   bool
	Skills []SkillRow
}

// Rated counts the criteria that have a level at a moment, from a viewpoint.
func (row RatingsRow) Rated(m data.Moment, v data.Viewpoint) int {
	n := 0
	for _, s := range row.Skills {
		if s.Level(m, v) > 0 {
			n++
		}
	}
	return n
}

// Ratings is the grid of a group with its levels; false when the group does not exist.
func (r *Registry) Ratings(id data.ID[data.Group]) (RatingsView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	g, ok := r.Groups.rows[id]
	if !ok {
		return RatingsView{}, false
	}
	x := r.read(g, r.world.Today())
	grid := r.gridOf(x.cycle.ID)
	v := RatingsView{Rubric: grid.Name, Levels: slices.Clone(grid.Levels), Criteria: slices.Clone(grid.Criteria)}
	for i := range x.rows {
		row := &x.rows[i]
		v.Rows = append(v.Rows, RatingsRow{
			Child: childName(row.child), Left: !row.here(x.today),
			Skills: r.skills(childInCycle{row.child.ID, x.cycle.ID}, data.MomentEnd),
		})
	}
	return v, true
}

// ObservationsIn are the notes of the children in a session, in no order.
func (r *Registry) ObservationsIn(session data.ID[data.Session]) []data.Observation {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []data.Observation
	for _, o := range r.observedInSession.of(session) {
		if !o.Archived {
			out = append(out, *o)
		}
	}
	return out
}
