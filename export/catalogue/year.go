package catalogue

import (
	"io"

	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// year is what tells of a whole year: the activity, and the plan of the local council.
var year = []Document{
	{
		Key: "rapport", Title: "Rapport d’activité", Purpose: "Pour les financeurs et le conseil", About: AboutYear,
		Options:  []Option{{Key: Outside, Label: "Version à diffuser", Detail: "Petits nombres masqués, aucun groupe à part"}},
		Subjects: reportYears, Make: activityReport,
	},
	{
		Key: "plan-local", Title: "Plan d’action du conseil local", Purpose: "Douze colonnes en A3, et les indicateurs", About: AboutPlan,
		Subjects: actionPlans, Make: actionPlan,
	},
}

// Outside is asked of what leaves the office: nobody can be recognised by a small number.
const Outside Key = "diffuser"

func reportYears(r *registry.Registry) []Choice {
	var out []Choice
	for _, y := range r.ReportYears() {
		out = append(out, Choice{Subject: Subject{SchoolYear: y}, Label: calendar.SchoolYear(y).String()})
	}
	return out
}

func activityReport(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	v := r.ActivityReport(s.SchoolYear)
	return Paper{
		Reference: calendar.SchoolYear(s.SchoolYear).String(),
		Write: func(w io.Writer) error {
			return export.ActivityReport(w, m, v, export.ReportOptions{Outside: with.Has(Outside)})
		},
	}, nil
}

func actionPlans(r *registry.Registry) []Choice {
	var out []Choice
	for _, p := range r.ActionPlanRows() {
		out = append(out, Choice{Subject: Subject{Plan: p.ID}, Label: p.Name, Detail: fr.Count(p.Actions, "action", "actions")})
	}
	return out
}

func actionPlan(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
	v, ok := r.ActionPlanView(s.Plan)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	return Paper{Reference: v.Reference, Named: v.Plan.Name, Write: func(w io.Writer) error { return export.ActionPlan(w, m, v) }}, nil
}
