package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// WholeReferral is a referral of the child. Contact and Psychologist are "" when masked, or not said.
type WholeReferral struct {
	Partner               string
	Whom                  data.Whom
	AskedOn, SentOn       data.Date
	Reason                string
	State                 data.ReferralState
	Prescriber            string
	AnsweredOn, OfferedOn data.Date
	Contact, Psychologist string
	Answer                string
	EndedOn               data.Date
	By                    Writer
}

// WholeInterview is an interview with the child, the parents or the family.
type WholeInterview struct {
	Partner      string
	On           data.Date
	Kind         data.InterviewKind
	Outcome      data.Outcome
	Psychologist string // "" when masked, or not said
}

// referrals are the referrals of the child, oldest first.
func (w *wholeFile) referrals() {
	all := w.referralsOfChild.of(w.child.ID)
	slices.SortFunc(all, func(a, b *data.Referral) int {
		return cmp.Or(cmp.Compare(a.AskedOn, b.AskedOn), compareIDs(a.ID, b.ID))
	})
	for _, x := range all {
		w.v.Referrals = append(w.v.Referrals, WholeReferral{
			Partner: w.partnerName(x.PartnerID), Whom: x.Whom, AskedOn: x.AskedOn, SentOn: x.SentOn,
			Reason: w.m.text(PartReferrals, x.AskedOn, x.Reason), State: x.State,
			Prescriber: w.m.text(PartReferrals, x.AskedOn, x.Prescriber), AnsweredOn: x.AnsweredOn, OfferedOn: x.OfferedOn,
			Contact: w.outsider(x.Contact), Psychologist: w.outsider(x.Psychologist), Answer: w.m.text(PartReferrals, x.AnsweredOn, x.Answer),
			EndedOn: x.EndedOn, By: w.writer(x.AskedByID),
		})
	}
}

// interviews are those with the child, and those with its family alone.
func (w *wholeFile) interviews() {
	all := w.interviewsOfChild.of(w.child.ID)
	if family := w.child.FamilyID; !family.IsZero() {
		for _, x := range w.Interviews.rows {
			if x.ChildID.IsZero() && x.FamilyID == family {
				all = append(all, x)
			}
		}
	}
	slices.SortFunc(all, func(a, b *data.Interview) int { return cmp.Or(cmp.Compare(a.On, b.On), compareIDs(a.ID, b.ID)) })
	for _, x := range all {
		w.v.Interviews = append(w.v.Interviews, WholeInterview{
			w.partnerName(rowOr(w.Agreements, x.AgreementID).PartnerID), x.On, x.Kind, x.Outcome, w.outsider(x.Psychologist),
		})
	}
}

// partnerName is the name of a structure: it may be that of a person who works alone.
func (w *wholeFile) partnerName(id data.ID[data.Partner]) string {
	p := rowOr(w.Partners, id)
	if p.Kind == data.KindIndependent {
		return w.outsider(p.Name)
	}
	return p.Name
}

// outsider is the name of a professional outside of the team, "" when it is masked.
func (w *wholeFile) outsider(name string) string {
	if !w.o.Outside {
		return ""
	}
	return name
}
