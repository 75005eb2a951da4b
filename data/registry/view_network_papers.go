package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// AgreementView is an agreement as a paper shows it.
type AgreementView struct {
	Letterhead
	Reference string
	On        data.Date
	Agreement data.Agreement
	Partner   data.Partner
}

// AgreementView shows an agreement; false when it does not exist.
func (r *Registry) AgreementView(id data.ID[data.Agreement]) (AgreementView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.agreementView(id)
}

func (r *Registry) agreementView(id data.ID[data.Agreement]) (AgreementView, bool) {
	a, ok := r.Agreements.rows[id]
	if !ok {
		return AgreementView{}, false
	}
	return AgreementView{
		r.letterhead(), id.Reference(), r.world.Today(), r.Agreements.copy(a), r.Partners.copy(rowOr(r.Partners, a.PartnerID)),
	}, true
}

// MonthlyView is the « tableau mensuel » of an agreement: who is followed, what was held, which pathways have ended.
type MonthlyView struct {
	AgreementView
	From, To data.Date // the month
	Rows     []MonthlyRow
}

// MonthlyRow is one person followed under an agreement.
type MonthlyRow struct {
	Child   ChildName // zero for a family
	ChildID data.ID[data.Child]
	Family  string // without a child
	AskedOn data.Date
	First   data.Date // of the interviews held
	// What became of the interviews of the month, and how many were held under the agreement up to its end.
	Held, Excused, NoShow, Unsaid int
	Total                         int
	EndedOn                       data.Date // of the pathway, up to the end of the month
	EndReason                     string
}

// personOf is a child, or a family without one.
type personOf struct {
	child  data.ID[data.Child]
	family data.ID[data.Family]
}

// MonthlyView shows the month that holds a day; false when the agreement does not exist. A person whose pathway ended
// before the month is not in it any more.
func (r *Registry) MonthlyView(id data.ID[data.Agreement], day data.Date) (MonthlyView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	of, ok := r.agreementView(id)
	if !ok || !day.Valid() {
		return MonthlyView{}, false
	}
	first := data.NewDate(day.Year(), day.Month(), 1)
	v := MonthlyView{AgreementView: of, From: first, To: first.AddMonths(1).AddDays(-1)}
	rows := map[personOf]*MonthlyRow{}
	for _, x := range r.interviewsOf.rows[id] {
		if x.On <= v.To && !x.Archived {
			who := personOf{child: x.ChildID}
			if x.ChildID.IsZero() {
				who.family = x.FamilyID
			}
			r.monthlyRow(rows, who).add(x, v.From)
		}
	}
	for _, x := range r.Referrals.rows {
		who := personOf{child: x.ChildID}
		followed := rows[who] != nil || of.Agreement.Covers(x.AskedOn) && x.State != data.ReferralRefused
		if x.PartnerID == of.Partner.ID && !x.Archived && x.AskedOn <= v.To && followed {
			row := r.monthlyRow(rows, who)
			row.AskedOn = max(row.AskedOn, x.AskedOn)
		}
	}
	for who, row := range rows {
		p := rowOr(r.Children, who.child).Pathway
		if !p.EndedOn.IsZero() && p.EndedOn < v.From {
			continue
		}
		if p.EndedOn.Valid() && p.EndedOn <= v.To {
			row.EndedOn, row.EndReason = p.EndedOn, p.EndReason
		}
		v.Rows = append(v.Rows, *row)
	}
	slices.SortFunc(v.Rows, func(a, b MonthlyRow) int {
		return cmp.Or(r.folds.compare(cmp.Or(a.Child.Last, a.Family), cmp.Or(b.Child.Last, b.Family)), r.folds.compare(a.Child.First, b.Child.First),
			compareIDs(a.ChildID, b.ChildID))
	})
	return v, true
}

func (r *Registry) monthlyRow(rows map[personOf]*MonthlyRow, who personOf) *MonthlyRow {
	row := rows[who]
	if row == nil {
		row = &MonthlyRow{ChildID: who.child}
		if who.child.IsZero() {
			row.Family = rowOr(r.Families, who.family).Name
		} else {
			row.Child = childName(rowOr(r.Children, who.child))
		}
		rows[who] = row
	}
	return row
}

// add counts one interview: in the month, and since the beginning.
func (m *MonthlyRow) add(x *data.Interview, from data.Date) {
	if x.Outcome == data.Held {
		m.Total++
		if m.First.IsZero() || x.On < m.First {
			m.First = x.On
		}
	}
	if x.On < from {
		return
	}
	switch x.Outcome {
	case data.Held:
		m.Held++
	case data.ExcusedAway:
		m.Excused++
	case data.NoShow:
		m.NoShow++
	case data.OutcomeUnsaid:
		m.Unsaid++
	}
}

// StatementView is the « état trimestriel » of an agreement: the acts of a period, and what they cost.
type StatementView struct {
	AgreementView
	From, To   data.Date
	Acts       []Act
	Sums       []ActSum
	TotalCents int
	Unsaid     int // acts whose outcome is not entered: they are not in the total
	Unpriced   int // acts that should be paid for and whose fee is not said
}

// Act is one interview, without a name: Reference is that of the child, or of the family.
type Act struct {
	On        data.Date
	Reference string
	Kind      data.InterviewKind
	Outcome   data.Outcome
	Cents     int
}

// ActSum adds the acts of one kind and outcome that are paid for. EachCents is what one costs.
type ActSum struct {
	Kind                         data.InterviewKind
	Outcome                      data.Outcome
	Count, EachCents, TotalCents int
}

// StatementView shows the calendar quarter that holds a day; false when the agreement does not exist.
func (r *Registry) StatementView(id data.ID[data.Agreement], day data.Date) (StatementView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	of, ok := r.agreementView(id)
	if !ok || !day.Valid() {
		return StatementView{}, false
	}
	first := quarterOf(day)
	v := StatementView{AgreementView: of, From: first, To: first.AddMonths(3).AddDays(-1)}
	terms := of.Agreement.Terms
	for _, x := range r.interviewsOf.rows[id] {
		if x.On < v.From || x.On > v.To || x.Archived {
			continue
		}
		act := Act{On: x.On, Reference: x.ChildID.Reference(), Kind: x.Kind, Outcome: x.Outcome, Cents: terms.Due(x.Kind, x.Outcome)}
		if x.ChildID.IsZero() {
			act.Reference = x.FamilyID.Reference()
		}
		v.Acts = append(v.Acts, act)
	}
	slices.SortFunc(v.Acts, func(a, b Act) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Reference, b.Reference), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Outcome, b.Outcome))
	})
	v.sum(terms)
	return v, true
}

// sum adds the acts up.
func (v *StatementView) sum(terms data.AgreementTerms) {
	for _, a := range v.Acts {
		switch {
		case a.Outcome == data.OutcomeUnsaid:
			v.Unsaid++
		case terms.Unpriced(a.Kind, a.Outcome):
			v.Unpriced++
		}
		if a.Cents == 0 {
			continue
		}
		i := slices.IndexFunc(v.Sums, func(s ActSum) bool { return s.Kind == a.Kind && s.Outcome == a.Outcome })
		if i < 0 {
			i = len(v.Sums)
			v.Sums = append(v.Sums, ActSum{Kind: a.Kind, Outcome: a.Outcome, EachCents: a.Cents})
		}
		v.Sums[i].Count++
		v.Sums[i].TotalCents += a.Cents
		v.TotalCents += a.Cents
	}
	slices.SortFunc(v.Sums, func(a, b ActSum) int { return cmp.Or(cmp.Compare(a.Outcome, b.Outcome), cmp.Compare(a.Kind, b.Kind)) })
}

// DirectoryView is the « annuaire des structures ».
type DirectoryView struct {
	Letterhead
	On     data.Date
	Groups []DirectoryGroup // in the order of the kinds
}

// DirectoryGroup is the structures of one kind, by name.
type DirectoryGroup struct {
	Kind     data.PartnerKind
	Partners []DirectoryRow
}

// DirectoryRow is a structure, and whether an agreement with it holds today.
type DirectoryRow struct {
	data.Partner
	Agreed bool
}

// DirectoryView lists the structures that are not archived.
func (r *Registry) DirectoryView() DirectoryView {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v := DirectoryView{Letterhead: r.letterhead(), On: r.world.Today()}
	byKind := map[data.PartnerKind][]DirectoryRow{}
	for _, p := range r.Partners.rows {
		if !p.Archived {
			byKind[p.Kind] = append(byKind[p.Kind], DirectoryRow{r.Partners.copy(p), r.agreed(p.ID, v.On)})
		}
	}
	for kind, rows := range byKind {
		slices.SortFunc(rows, func(a, b DirectoryRow) int { return cmp.Or(r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID)) })
		v.Groups = append(v.Groups, DirectoryGroup{kind, rows})
	}
	order := func(k data.PartnerKind) int { // « autre » comes last
		if k == data.KindOther {
			return 1000
		}
		return int(k)
	}
	slices.SortFunc(v.Groups, func(a, b DirectoryGroup) int { return cmp.Compare(order(a.Kind), order(b.Kind)) })
	return v
}

// agreed reports whether an agreement with a structure holds on a day. The lock is held.
func (r *Registry) agreed(partner data.ID[data.Partner], day data.Date) bool {
	return anyRow(r.Agreements, func(a *data.Agreement) bool { return a.PartnerID == partner && !a.Archived && a.Covers(day) })
}
