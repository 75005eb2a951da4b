package catalogue

import (
	"fmt"
	"io"

	"mercredi/data/calendar"
	"mercredi/data/registry"
	"mercredi/export"
)

// cycles are the papers of groups and their sessions.
var cycles = []Document{
	{
		Key: "emargement", Title: "Feuille d’émargement", Purpose: "Les présences d’un groupe, séance par séance", About: AboutGroup,
		Options:  []Option{{Key: Blank, Label: "Vierge", Detail: "À signer pendant les séances"}},
		Subjects: groups, Make: attendanceSheet,
	},
}

// cycleDetail is « Cycle 1, 2026-2027 ».
func cycleDetail(c registry.CycleRow) string {
	return fmt.Sprintf("%s, %v", c.Name, calendar.SchoolYear(c.SchoolYear))
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
	p := Paper{Reference: s.Group.Reference(), Named: groupName(v.Group), Write: func(w io.Writer) error { return write(w, m, v) }}
	for _, row := range v.Rows {
		p.Children = append(p.Children, row.Child.ID)
	}
	return p, nil
}
