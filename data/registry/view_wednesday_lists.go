package registry

import (
	"slices"

	"mercredi/data"
)

// ExpectedOn are the children expected on a day, by last name.
func (r *Registry) ExpectedOn(date data.Date) []ChildName {
	r.mu.RLock()
	defer r.mu.RUnlock()
	seen := map[data.ID[data.Child]]bool{}
	for _, s := range r.sessionsOfDay(date) {
		if s.State == data.SessionCancelled {
			continue
		}
		for _, id := range s.children {
			seen[id] = true
		}
	}
	return r.namesOf(seen)
}

// ExpectedIn are the children who have, or had, a place in a group of a school year, by last name.
func (r *Registry) ExpectedIn(schoolYear int) []ChildName {
	r.mu.RLock()
	defer r.mu.RUnlock()
	seen := map[data.ID[data.Child]]bool{}
	for _, g := range r.inYear(schoolYear) {
		for _, e := range r.enrolledInGroup.rows[g.ID] {
			seen[e.ChildID] = seen[e.ChildID] || !e.Archived && e.State != data.Waiting
		}
	}
	return r.namesOf(seen)
}

func (r *Registry) namesOf(ids map[data.ID[data.Child]]bool) []ChildName {
	var out []ChildName
	for id, wanted := range ids {
		if c, ok := r.Children.rows[id]; ok && wanted {
			out = append(out, childName(c))
		}
	}
	slices.SortFunc(out, r.byLastName)
	return out
}

// FacilitatorName is a facilitator in a list to print.
type FacilitatorName struct {
	ID   data.ID[data.Facilitator]
	Name string
}

// FacilitatorsOn are those who have a session on a day, cancelled ones too, by last name.
func (r *Registry) FacilitatorsOn(date data.Date) []FacilitatorName {
	r.mu.RLock()
	defer r.mu.RUnlock()
	seen := map[data.ID[data.Facilitator]]bool{}
	for _, s := range r.sessionsOfDay(date) {
		seen[s.FacilitatorID] = true
	}
	return r.facilitatorNames(seen)
}

// FacilitatorsIn are those who have a session in a school year, by last name.
func (r *Registry) FacilitatorsIn(schoolYear int) []FacilitatorName {
	r.mu.RLock()
	defer r.mu.RUnlock()
	seen := map[data.ID[data.Facilitator]]bool{}
	for _, g := range r.inYear(schoolYear) {
		for _, s := range r.sessionsOfGroup.rows[g.ID] {
			seen[s.FacilitatorID] = true
		}
	}
	return r.facilitatorNames(seen)
}

func (r *Registry) facilitatorNames(ids map[data.ID[data.Facilitator]]bool) []FacilitatorName {
	var found []*data.Facilitator
	for id := range ids {
		if f, ok := r.Facilitators.rows[id]; ok {
			found = append(found, f)
		}
	}
	slices.SortFunc(found, func(a, b *data.Facilitator) int {
		if c := r.folds.compare(a.LastName, b.LastName); c != 0 {
			return c
		}
		return compareIDs(a.ID, b.ID)
	})
	out := make([]FacilitatorName, len(found))
	for i, f := range found {
		out[i] = FacilitatorName{f.ID, f.FullName()}
	}
	return out
}
