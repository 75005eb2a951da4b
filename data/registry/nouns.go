package registry

// allNouns are the kinds of records, in the order of their tables.
var allNouns = []Noun{
	Settings, Members, Facilitators, Rooms, Schools, Families, Children, Notes, Partners, Rubrics, Workshops, Cycles,
	Groups, Enrollments, Sessions, Attendances, Observations, Evaluations, Bilans, GroupBilans, Figures,
	YearReports, ActionPlans, Safeties,
	Commissions, CommissionCases,
	Referrals, Agreements, Interviews,
}

// aboutChildren are the allNouns that are about children: a keyholder who is shown none does not even load them.
var aboutChildren = map[Noun]bool{
	Families: true, Children: true, Notes: true, Enrollments: true, Attendances: true, Observations: true,
	Evaluations: true, Bilans: true, GroupBilans: true, CommissionCases: true,
	Referrals: true, Interviews: true,
}

// buckets are all that a file holds: what its sum is made of.
func buckets() []string {
	out := []string{journalBucket}
	for _, n := range allNouns {
		out = append(out, string(n))
	}
	return out
}
