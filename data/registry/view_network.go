package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// LiaisonView is a « fiche de liaison »: the request to a structure, and its answer when it has come.
type LiaisonView struct {
	Letterhead
	Reference string
	On        data.Date
	Referral  data.Referral
	Child     ChildName
	Sex       data.Sex
	BirthDate data.Date
	Age       int // -1 when not known
	Family    string
	Parents   []string // the adults of the family
	Partner   data.Partner
	By        Adult // who asks
	// Consent is the family's agreement to share with this structure, and where it stands today.
	Consent      data.Consent
	ConsentState data.ConsentState
	// WithinDays is how long, at most, before the first interview, by the agreement in force; 0 without one.
	WithinDays int
}

// LiaisonView shows a referral; false when it does not exist.
func (r *Registry) LiaisonView(id data.ID[data.Referral]) (LiaisonView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	kept, ok := r.Referrals.rows[id]
	if !ok {
		return LiaisonView{}, false
	}
	c, today := rowOr(r.Children, kept.ChildID), r.world.Today()
	family := rowOr(r.Families, c.FamilyID)
	v := LiaisonView{
		Letterhead: r.letterhead(), Reference: id.Reference(), On: today, Referral: *kept, Child: childName(c), Sex: c.Sex,
		BirthDate: c.BirthDate, Age: c.BirthDate.AgeOn(kept.AskedOn), Family: family.Name, By: memberAdult(rowOr(r.Members, kept.AskedByID)),
		Partner: r.Partners.copy(rowOr(r.Partners, kept.PartnerID)),
	}
	if v.By.Name == "" {
		v.By = memberAdult(rowOr(r.Members, c.KeyWorkerID))
	}
	for _, g := range family.Guardians {
		v.Parents = append(v.Parents, g.FullName())
	}
	v.Consent, v.ConsentState = r.consentToShare(c, kept.PartnerID, today)
	for _, a := range r.Agreements.rows {
		if a.PartnerID == kept.PartnerID && !a.Archived && a.Covers(kept.AskedOn) {
			v.WithinDays = a.Terms.FirstDays
		}
	}
	return v, true
}

// ReferralRow is a referral in a list.
type ReferralRow struct {
	data.Referral
	Child   ChildName
	Partner string
	// Consent is where the family's agreement to share with the structure stands.
	Consent data.ConsentState
}

// ReferralRows lists the referrals that are not archived, of one child or of all for the zero id, the latest first.
func (r *Registry) ReferralRows(child data.ID[data.Child]) []ReferralRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	var rows []ReferralRow
	for _, x := range r.Referrals.rows {
		if x.Archived || !child.IsZero() && x.ChildID != child {
			continue
		}
		c := rowOr(r.Children, x.ChildID)
		row := ReferralRow{Referral: *x, Child: childName(c), Partner: rowOr(r.Partners, x.PartnerID).Name}
		_, row.Consent = r.consentToShare(c, x.PartnerID, today)
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b ReferralRow) int { return cmp.Or(cmp.Compare(b.AskedOn, a.AskedOn), compareIDs(a.ID, b.ID)) })
	return rows
}

// InterviewRow is an interview in a list.
type InterviewRow struct {
	data.Interview
	Partner string
}

// InterviewRows lists the interviews with a child and those with its family, about no child alone, the latest first.
func (r *Registry) InterviewRows(child data.ID[data.Child]) []InterviewRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	var rows []InterviewRow
	family := rowOr(r.Children, child).FamilyID
	for _, x := range r.Interviews.rows {
		mine := x.ChildID == child || x.ChildID.IsZero() && !family.IsZero() && x.FamilyID == family
		if mine && !x.Archived {
			rows = append(rows, InterviewRow{*x, rowOr(r.Partners, rowOr(r.Agreements, x.AgreementID).PartnerID).Name})
		}
	}
	slices.SortFunc(rows, func(a, b InterviewRow) int { return cmp.Or(cmp.Compare(b.On, a.On), compareIDs(a.ID, b.ID)) })
	return rows
}

// InterviewCount is how many interviews somebody had under an agreement, and how many it allows: « 7/20 ». Most is 0 when
// that is not said.
type InterviewCount struct{ Held, Most int }

// InterviewsHeld counts the interviews held with a child under an agreement.
func (r *Registry) InterviewsHeld(child data.ID[data.Child], agreement data.ID[data.Agreement]) InterviewCount {
	r.mu.RLock()
	defer r.mu.RUnlock()
	n := InterviewCount{Most: rowOr(r.Agreements, agreement).Terms.PerPerson}
	for _, x := range r.interviewsOfChild.rows[child] {
		if x.AgreementID == agreement && !x.Archived && x.Outcome == data.Held {
			n.Held++
		}
	}
	return n
}

// AgreementRow is an agreement in a list.
type AgreementRow struct {
	data.Agreement
	Partner     string
	From, Until data.Date
	Held        int // interviews held
	DaysLeft    int // to its last day; 0 when that is not known or past
	EndsSoon    bool
}

// AgreementRows lists the agreements that are not archived, of one structure or of all for the zero id, the latest first.
func (r *Registry) AgreementRows(partner data.ID[data.Partner]) []AgreementRow {
	r.mu.RLock()
	defer r.mu.RUnlock()
	today := r.world.Today()
	var rows []AgreementRow
	for id, a := range r.Agreements.rows {
		if a.Archived || !partner.IsZero() && a.PartnerID != partner {
			continue
		}
		row := AgreementRow{Agreement: r.Agreements.copy(a), Partner: rowOr(r.Partners, a.PartnerID).Name, From: a.From(), Until: a.Until()}
		for _, x := range r.interviewsOf.rows[id] {
			if x.Outcome == data.Held && !x.Archived {
				row.Held++
			}
		}
		if row.Until >= today {
			row.DaysLeft = today.DaysUntil(row.Until)
			row.EndsSoon = a.Signed() && row.DaysLeft <= a.Terms.NoticeDays
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b AgreementRow) int {
		return cmp.Or(cmp.Compare(b.From, a.From), r.folds.compare(a.Partner, b.Partner), compareIDs(a.ID, b.ID))
	})
	return rows
}
