package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// ActionPlanView is a plan of action as it is printed: its actions in the order of their numbers, under their objectives.
type ActionPlanView struct {
	Letterhead
	On        data.Date
	Reference string
	Plan      data.ActionPlan
	Actions   []PlannedAction
}

// PlannedAction is an action under its two objectives. An objective that nobody wrote has its number alone.
type PlannedAction struct {
	data.Action
	Strategic, Specific data.Objective
}

// ActionPlanRow is a plan in a list.
type ActionPlanRow struct {
	ID               data.ID[data.ActionPlan]
	Name, Period     string
	Actions          int
	Reached, Weighed int // indicators that reach their target, of those that have one and are measured
}

// ActionPlanRows lists the plans by name.
func (r *Registry) ActionPlanRows() []ActionPlanRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var out []ActionPlanRow
	for id, p := range r.ActionPlans.rows {
		if p.Archived {
			continue
		}
		row := ActionPlanRow{ID: id, Name: p.Name, Period: p.Period, Actions: len(p.Actions)}
		for _, a := range p.Actions {
			for _, x := range a.Indicators {
				if reached, known := x.Reached(); known {
					row.Weighed++
					if reached {
						row.Reached++
					}
				}
			}
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b ActionPlanRow) int {
		return cmp.Or(r.folds.compare(a.Name, b.Name), r.folds.compare(a.Period, b.Period), compareIDs(a.ID, b.ID))
	})
	return out
}

// ActionPlanView shows a plan; false when it is there no more.
func (r *Registry) ActionPlanView(id data.ID[data.ActionPlan]) (ActionPlanView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	kept, ok := r.ActionPlans.rows[id]
	if !ok {
		return ActionPlanView{}, false
	}
	v := ActionPlanView{Letterhead: r.letterhead(), On: r.world.Today(), Reference: id.Reference(), Plan: r.ActionPlans.copy(kept)}
	for _, a := range v.Plan.Actions {
		x := PlannedAction{Action: a}
		for _, o := range v.Plan.Objectives {
			switch {
			case !data.Under(a.Number, o.Number):
			case o.Strategic():
				x.Strategic = o
			default:
				x.Specific = o
			}
		}
		v.Actions = append(v.Actions, x)
	}
	slices.SortStableFunc(v.Actions, func(a, b PlannedAction) int { return data.ByNumber(a.Number, b.Number) })
	return v, true
}
