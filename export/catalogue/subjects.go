package catalogue

import (
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// children are all the children who are followed, by first name.
func children(r *registry.Registry) []Choice {
	var out []Choice
	for _, row := range r.ChildRows() {
		out = append(out, Choice{Subject: Subject{Child: row.ID}, Label: fr.FullName(row.First, row.Last), Detail: row.School})
	}
	return out
}

// groups are those of the cycles, the latest school year first.
func groups(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range r.CycleRows(0) {
		for _, g := range c.Groups {
			out = append(out, Choice{Subject: Subject{Group: g.ID, Cycle: c.ID}, Label: groupName(g.GroupName), Detail: cycleDetail(c)})
		}
	}
	return out
}

// groupName is « Art-thérapie, groupe 1 », or the workshop and the child it receives.
func groupName(g registry.GroupName) string {
	if g.Child.First != "" {
		return fr.Join(g.Workshop.Name, fr.ShortName(g.Child.First, g.Child.Last))
	}
	return fr.Join(g.Workshop.Name, fr.GroupWord(g.Group))
}
