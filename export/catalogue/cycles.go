package catalogue

import (
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// Phones asks for the telephones of the families.
const Phones Key = "telephones"

var blank = []Option{{Key: Blank, Label: "Vierge", Detail: "À signer pendant les séances"}}

// cycles are the papers of groups and their sessions.
var cycles = []Document{
	{
		Key: "emargement", Title: "Feuille d’émargement", Purpose: "Les présences d’un groupe, séance par séance", About: AboutGroup,
		Options: blank, Subjects: groups, Make: attendanceSheet,
	},
	{
		Key: "emargement-seance", Title: "Feuille d’émargement d’une séance", Purpose: "Arrivées, départs et signatures d’un jour", About: AboutSession,
		Options: blank, Subjects: sessions, Make: sessionSheet,
	},
	{
		Key: "emargement-cycle", Title: "Feuilles d’émargement d’un cycle", Purpose: "Tous les groupes d’un cycle", About: AboutCycle,
		Options: blank, Subjects: cyclesOf, Make: cycleSheets,
	},
	{
		Key: "liste-groupe", Title: "Liste d’un groupe", Purpose: "Pour recevoir les enfants\u00a0: qui vient, qui vient chercher qui", About: AboutGroup,
		Options:  []Option{{Key: Phones, Label: "Avec les téléphones", Detail: "Ceux des adultes de chaque famille"}},
		Subjects: groups, Make: groupList,
	},
	{
		Key: "fiche-action", Title: "Fiche action", Purpose: "Un atelier, ses objectifs, ses moyens, ses indicateurs", About: AboutWorkshop,
		Subjects: workshops, Make: ficheAction,
	},
}

// cycleDetail is « Cycle 1, 2026-2027 ».
func cycleDetail(c registry.CycleRow) string {
	return fmt.Sprintf("%s, %v", c.Name, calendar.SchoolYear(c.SchoolYear))
}

// cyclesOf are the cycles, the latest first.
func cyclesOf(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range r.CycleRows(0) {
		out = append(out, Choice{Subject: Subject{Cycle: c.ID}, Label: c.Workshop.Name, Detail: cycleDetail(c)})
	}
	return out
}

// sessions are those of the groups, the latest cycles first.
func sessions(r *registry.Registry) []Choice {
	var out []Choice
	for _, g := range groups(r) {
		v, _ := r.AttendanceSheetView(g.Group)
		for _, s := range v.Sessions {
			out = append(out, Choice{Subject: Subject{Session: s.ID, Group: g.Group, Cycle: g.Cycle, Day: s.Date},
				Label: fr.Capital(fr.DateLong(s.Date)), Detail: g.Label})
		}
	}
	return out
}

func workshops(r *registry.Registry) []Choice {
	var out []Choice
	for _, w := range r.WorkshopRows(0) {
		out = append(out, Choice{Subject: Subject{Workshop: w.ID}, Label: w.FullName})
	}
	return out
}

// childrenOf are those whose names stand in sheets.
func childrenOf(sheets ...registry.AttendanceSheetView) []data.ID[data.Child] {
	var out []data.ID[data.Child]
	seen := map[data.ID[data.Child]]bool{}
	for _, v := range sheets {
		for _, row := range v.Rows {
			if !seen[row.Child.ID] {
				seen[row.Child.ID] = true
				out = append(out, row.Child.ID)
			}
		}
	}
	return out
}

func attendanceSheet(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, ok := r.AttendanceSheetView(s.Group)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	write := export.AttendanceSheet
	if with.Has(Blank) {
		write = export.BlankAttendanceSheet
	}
	return Paper{Reference: s.Group.Reference(), Named: groupName(v.Group), Children: childrenOf(v),
		Write: func(w io.Writer) error { return write(w, m, v) }}, nil
}

func sessionSheet(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	kept, ok := r.Sessions.Get(s.Session)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	v, ok := r.AttendanceSheetView(kept.GroupID)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	of := export.SessionSheetOf{Session: s.Session, Blank: with.Has(Blank)}
	return Paper{Reference: s.Session.Reference(), Named: fr.Join(groupName(v.Group), kept.Date.String()), Children: childrenOf(v),
		Write: func(w io.Writer) error { return export.SessionSheet(w, m, v, of) }}, nil
}

func cycleSheets(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	all, ok := r.CycleSheets(s.Cycle)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	named := ""
	if len(all) > 0 {
		named = fr.Join(all[0].Group.Workshop.Name, all[0].Group.Cycle)
	}
	return Paper{Reference: s.Cycle.Reference(), Named: named, Children: childrenOf(all...),
		Write: func(w io.Writer) error { return export.CycleAttendanceSheets(w, m, all, with.Has(Blank)) }}, nil
}

func groupList(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v, ok := r.GroupList(s.Group, with.Has(Phones))
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{Reference: s.Group.Reference(), Named: fr.Join(v.Workshop.Name, fr.GroupWord(v.Group)),
		Write: func(w io.Writer) error { return export.FacilitatorList(w, m, v) }}
	for _, g := range v.Groups {
		for _, c := range g.Children {
			p.Children = append(p.Children, c.ID)
		}
	}
	return p, nil
}

func ficheAction(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.Fiche(s.Workshop)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{Reference: s.Workshop.Reference(), Named: v.Workshop.Name, Write: func(w io.Writer) error { return export.FicheAction(w, m, v) }}, nil
}
