package catalogue

import (
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// Team asks for the version of a bilan that stays in the team.
const Team Key = "equipe"

// bilans are what is written at the middle and the end of a cycle.
var bilans = []Document{
	{
		Key: "bilan", Title: "Bilan individuel", Purpose: "Pour la famille, l’école et l’équipe", About: AboutBilan,
		Options: []Option{
			{Key: ToSend, Label: "Version à transmettre", Detail: "Ce dont le destinataire a besoin, avec l’accord de la famille rappelé"},
			{Key: Team, Label: "Version de l’équipe", Detail: "Avec les observations des séances, sans note privée"},
		},
		Subjects: keptBilans, Make: bilan,
	},
	{
		Key: "bilan-groupe", Title: "Bilan de groupe", Purpose: "Pour les partenaires et le comité, sans résultat individuel", About: AboutBilan,
		Options:  []Option{{Key: Anonymous, Label: "Sans les prénoms", Detail: "Seulement le nombre d’enfants"}},
		Subjects: trueGroupMoments, Make: groupBilan,
	},
	{
		Key: "bilan-cycle", Title: "Bilan de cycle", Purpose: "Tous les groupes d’un cycle, sans nom d’enfant", About: AboutCycle,
		Subjects: cycleMoments, Make: cycleBilan,
	},
	{
		Key: "bilan-prestataire", Title: "Bilan du prestataire", Purpose: "À remplir par l’intervenant, déjà complété de ce qui est connu", About: AboutBilan,
		Options:  []Option{{Key: Anonymous, Label: "Sans les prénoms", Detail: "Une place pour écrire, sans ligne par enfant"}},
		Subjects: groupMoments, Make: providerForm,
	},
	{
		Key: "attestation", Title: "Attestation de présence", Purpose: "Pour une famille\u00a0: dates et heures, sans nommer l’atelier", About: AboutStay,
		Subjects: stays, Make: certificate,
	},
}

// keptBilans are the bilans that were begun or are final, the latest cycles first.
func keptBilans(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range r.CycleRows(0) {
		for _, b := range r.BilansOf(c.ID) {
			if b.Kept() {
				out = append(out, Choice{Subject: Subject{Child: b.Child.ID, Cycle: c.ID, Group: b.Group.ID, Moment: b.Moment},
					Label: fr.FullName(b.Child.First, b.Child.Last), Detail: fr.Join(groupName(b.Group), momentWords(b.Moment), fr.Lower(cycleDetail(c)))})
			}
		}
	}
	return out
}

func bilan(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	kept := r.Bilan(s.Child, s.Cycle, s.Moment)
	v, ok := r.TeamBilan(kept)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.Bilan(w, m, v.BilanView) },
	}
	switch {
	case with.Has(ToSend):
		agreed := r.Sharings(s.Child, v.On)
		to := m.Recipients
		if len(to) == 0 {
			to = export.Agreed(agreed)
		}
		p.Warnings = export.SharingWarnings(to, agreed)
		p.Write = func(w io.Writer) error { return export.SentBilan(w, m, v.BilanView, agreed) }
	case with.Has(Team):
		p.Write = func(w io.Writer) error { return export.TeamBilan(w, m, v) }
	}
	return p, nil
}

// moments are those at which bilans are written, the end first.
var moments = []data.Moment{data.MomentEnd, data.MomentMid}

// momentWords is « fin de cycle ».
func momentWords(m data.Moment) string {
	if m == data.MomentMid {
		return "mi-cycle"
	}
	return "fin de cycle"
}

// groupMoments are the groups, at the end and at the middle of their cycle.
func groupMoments(r *registry.Registry) []Choice { return atMoments(groups(r)) }

// trueGroupMoments are the same without the workshops that receive one child at a time: nothing can be said of a group of
// one that is not said of the child.
func trueGroupMoments(r *registry.Registry) []Choice {
	alone := map[data.ID[data.Cycle]]bool{}
	for _, c := range r.CycleRows(0) {
		alone[c.ID] = c.Workshop.Format != data.InGroup
	}
	return slices.DeleteFunc(groupMoments(r), func(c Choice) bool { return alone[c.Cycle] })
}

// cycleMoments are the cycles, at their end and at their middle.
func cycleMoments(r *registry.Registry) []Choice { return atMoments(cyclesOf(r)) }

func atMoments(all []Choice) []Choice {
	var out []Choice
	for _, c := range all {
		for _, m := range moments {
			c.Moment = m
			out = append(out, Choice{Subject: c.Subject, Label: fr.Join(c.Label, momentWords(m)), Detail: c.Detail})
		}
	}
	return out
}

// groupBilanOf reads the bilan of a group, kept or not.
func groupBilanOf(r *registry.Registry, s Subject) (registry.GroupBilanView, Paper, error) {
	v, ok := r.GroupBilanView(r.GroupBilan(s.Group, s.Moment))
	if !ok {
		return v, Paper{}, registry.ErrGone
	}
	p := Paper{Reference: v.Reference, Named: groupName(v.Group)}
	if p.Reference == "" {
		p.Reference = s.Group.Reference()
	}
	return v, p, nil
}

// namedIn are the children whose first names stand in a paper about a group.
func namedIn(r *registry.Registry, group data.ID[data.Group]) []data.ID[data.Child] {
	v, _ := r.AttendanceSheetView(group)
	var out []data.ID[data.Child]
	for _, row := range v.Rows {
		out = append(out, row.Child.ID)
	}
	return out
}

func groupBilan(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, p, err := groupBilanOf(r, s)
	p.Write = func(w io.Writer) error { return export.GroupBilan(w, m, v) }
	if with.Has(Anonymous) {
		p.Write = func(w io.Writer) error { return export.AnonymousGroupBilan(w, m, v) }
	} else if err == nil {
		p.Children = namedIn(r, s.Group)
	}
	return p, err
}

func providerForm(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, p, err := groupBilanOf(r, s)
	named := !with.Has(Anonymous)
	if named && err == nil {
		p.Children = namedIn(r, s.Group)
	}
	p.Write = func(w io.Writer) error { return export.ProviderForm(w, m, v, named) }
	return p, err
}

func cycleBilan(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.CycleBilan(s.Cycle, s.Moment)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{Reference: s.Cycle.Reference(), Named: fr.Join(v.Workshop.Name, v.Cycle),
		Write: func(w io.Writer) error { return export.CycleBilan(w, m, v) }}, nil
}

// stays are the children of each cycle, the latest cycles first.
func stays(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range r.CycleRows(0) {
		seen := map[data.ID[data.Child]]bool{}
		for _, g := range c.Groups {
			v, _ := r.AttendanceSheetView(g.ID)
			for _, row := range v.Rows {
				if !seen[row.Child.ID] {
					seen[row.Child.ID] = true
					out = append(out, Choice{Subject: Subject{Child: row.Child.ID, Cycle: c.ID},
						Label: fr.FullName(row.Child.First, row.Child.Last), Detail: fr.Join(c.Workshop.Name, cycleDetail(c))})
				}
			}
		}
	}
	return out
}

func certificate(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.Certificate(s.Child, s.Cycle)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.Certificate(w, m, v) }}
	if len(v.Days) == 0 {
		p.Warnings = []string{"Aucune présence n’est encore notée pour cet enfant."}
	}
	return p, nil
}
