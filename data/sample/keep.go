package sample

import "mercredi/data/registry"

// Keep writes the town into an empty file.
func (t *Town) Keep(r *registry.Registry) error {
	in := registry.NewImport(r)
	registry.AddSettings(in, &t.Settings)
	registry.Add(in, r.Members, t.Members)
	registry.Add(in, r.Partners, t.Partners)
	registry.Add(in, r.Facilitators, t.Facilitators)
	registry.Add(in, r.Rooms, t.Rooms)
	registry.Add(in, r.Schools, t.Schools)
	registry.Add(in, r.Families, t.Families)
	registry.Add(in, r.Children, t.Children)
	registry.Add(in, r.Rubrics, t.Rubrics)
	registry.Add(in, r.Workshops, t.Workshops)
	registry.Add(in, r.Cycles, t.Cycles)
	registry.Add(in, r.Groups, t.Groups)
	registry.Add(in, r.Enrollments, t.Enrollments)
	registry.Add(in, r.Sessions, t.Sessions)
	registry.Add(in, r.Attendances, t.Attendance)
	registry.Add(in, r.Observations, t.Observations)
	registry.Add(in, r.Evaluations, t.Evaluations)
	registry.Add(in, r.Bilans, t.Bilans)
	registry.Add(in, r.GroupBilans, t.GroupBilans)
	registry.Add(in, r.Notes, t.Notes)
	registry.Add(in, r.YearReports, t.YearReports)
	registry.Add(in, r.ActionPlans, t.ActionPlans)
	registry.Add(in, r.Commissions, t.Commissions)
	registry.Add(in, r.CommissionCases, t.CommissionCases)
	registry.Add(in, r.Agreements, t.Agreements)
	registry.Add(in, r.Referrals, t.Referrals)
	registry.Add(in, r.Interviews, t.Interviews)
	return in.Keep(nil)
}
