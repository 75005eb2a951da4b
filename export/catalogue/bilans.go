package catalogue

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// bilans are what is written at the middle and the end of a cycle.
var bilans = []Document{
	{
		Key: "bilan", Title: "Bilan individuel", Purpose: "Pour la famille, l’école et l’équipe", About: AboutBilan,
		Subjects: keptBilans, Make: bilan,
	},
}

// keptBilans are the bilans that were begun or are final, the latest cycles first.
func keptBilans(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range r.CycleRows(0) {
		for _, b := range r.BilansOf(c.ID) {
			if b.Kept() {
				out = append(out, Choice{Subject: Subject{Child: b.Child.ID, Cycle: c.ID, Moment: b.Moment},
					Label: fr.FullName(b.Child.First, b.Child.Last), Detail: groupName(b.Group)})
			}
		}
	}
	return out
}

func bilan(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.BilanView(r.Bilan(s.Child, s.Cycle, s.Moment))
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.Bilan(w, m, v) },
	}, nil
}
