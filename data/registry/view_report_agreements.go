package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
)

// AgreementYear is what was done and spent under one agreement in a school year.
type AgreementYear struct {
	Partner   string
	Number    string // of the agreement
	Held      int    // interviews
	Budgeted  int    // for the whole agreement; 0 is not said
	People    int    // children, and families received as such
	PerPerson int    // interviews a person, at most; 0 is not said
	Full      int    // people who have had as many, since the agreement began
	Cents     int
	Unpriced  int // acts that should be paid for and whose fee is not said
	Unsaid    int // acts whose outcome is not entered
}

// QuarterCost is what all agreements cost in a calendar quarter.
type QuarterCost struct {
	First data.Date
	Cents int
}

// agreementYears are the agreements that had interviews in a school year, by structure, up to today. The lock is held.
func (r *Registry) agreementYears(year calendar.SchoolYear, today data.Date) ([]AgreementYear, []QuarterCost) {
	from, to := year.First(), min(year.Last(), today)
	var out []AgreementYear
	var quarters []QuarterCost
	for q := quarterOf(from); q <= to; q = q.AddMonths(3) {
		quarters = append(quarters, QuarterCost{First: q})
	}
	for _, a := range r.Agreements.rows {
		var acts []*data.Interview // of the year
		for _, x := range r.interviewsOf.rows[a.ID] {
			if !a.Archived && !x.Archived && x.On >= from && x.On <= to {
				acts = append(acts, x)
			}
		}
		if len(acts) == 0 {
			continue
		}
		out = append(out, r.agreementYear(a, acts))
		for _, x := range acts {
			i := slices.IndexFunc(quarters, func(q QuarterCost) bool { return q.First == quarterOf(x.On) })
			quarters[i].Cents += a.Terms.Due(x.Kind, x.Outcome)
		}
	}
	slices.SortFunc(out, func(a, b AgreementYear) int {
		return cmp.Or(r.folds.compare(a.Partner, b.Partner), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Held, b.Held), cmp.Compare(a.Cents, b.Cents))
	})
	return out, quarters
}

// agreementYear adds up the acts of a year under an agreement. Who had as many interviews as it allows is counted from its
// first day to the last of these acts.
func (r *Registry) agreementYear(a *data.Agreement, acts []*data.Interview) AgreementYear {
	y := AgreementYear{Partner: rowOr(r.Partners, a.PartnerID).Name, Number: a.Number, Budgeted: a.Budgeted, PerPerson: a.Terms.PerPerson}
	last, held := data.Date(0), map[[16]byte]int{}
	people := map[[16]byte]bool{}
	for _, x := range acts {
		y.add(x, a.Terms)
		people[received(x)], last = true, max(last, x.On)
	}
	for _, x := range r.interviewsOf.rows[a.ID] {
		if !x.Archived && x.On <= last && x.Outcome == data.Held {
			held[received(x)]++
		}
	}
	for who := range people {
		if y.PerPerson > 0 && held[who] >= y.PerPerson {
			y.Full++
		}
	}
	y.People = len(people)
	return y
}

// received is the child, or the family, of an interview.
func received(x *data.Interview) [16]byte {
	if x.ChildID.IsZero() {
		return x.FamilyID
	}
	return x.ChildID
}

// add counts one act.
func (y *AgreementYear) add(x *data.Interview, terms data.AgreementTerms) {
	y.Cents += terms.Due(x.Kind, x.Outcome)
	switch {
	case x.Outcome == data.Held:
		y.Held++
	case x.Outcome == data.OutcomeUnsaid:
		y.Unsaid++
	}
	if terms.Unpriced(x.Kind, x.Outcome) {
		y.Unpriced++
	}
}

// quarterOf is the first day of the calendar quarter of a day.
func quarterOf(d data.Date) data.Date { return data.NewDate(d.Year(), (d.Month()-1)/3*3+1, 1) }
