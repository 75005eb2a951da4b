package registry_test

import (
	"errors"
	"fmt"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
)

func TestReferralToAStructureThatTakesNoneDirectlyIsRefused(t *testing.T) {
	f := newFile(t)
	lila := f.child("Lila")
	cattp := keep(f.Partners, data.Partner{Name: "CATTP", Direct: data.DirectlyNo})
	open := keep(f.Partners, data.Partner{Name: "PAEJ", Direct: data.DirectlyYes})
	wantErr(t, f.SaveReferral(&data.Referral{ChildID: lila.ID, PartnerID: cattp.ID, AskedOn: f.today}), registry.ErrNotDirect)
	x := data.Referral{ChildID: lila.ID, PartnerID: open.ID, AskedOn: f.today}
	check(f.SaveReferral(&x))
	open.Direct = data.DirectlyNo
	check(f.Partners.Save(&open))
	x.Answer = "Le PAEJ ne reçoit plus."
	check(f.SaveReferral(&x)) // it was asked before the rule changed
	x.PartnerID = cattp.ID
	wantErr(t, f.SaveReferral(&x), registry.ErrNotDirect)
}

func TestConsentToShareNamesOneStructureAndNoOther(t *testing.T) {
	f := newFile(t)
	cmp := keep(f.Partners, data.Partner{Name: "CMP enfants de Sauvelande"})
	adults := keep(f.Partners, data.Partner{Name: "CMP adultes"})
	cmpp := keep(f.Partners, data.Partner{Name: "CMPP"})
	const signed = 20260901
	for recipient, want := range map[string][3]data.ConsentState{
		"CMP enfants de Sauvelande": {data.ConsentValid},
		"le CMP":                    {},
		"CMP Enfants":               {data.ConsentValid},
		"CMP":                       {}, // there are two
		"CMP adultes":               {0, data.ConsentValid},
		"CMPP":                      {0, 0, data.ConsentValid},
		"":                          {},
	} {
		c := f.child("Lila", func(c *data.Child) {
			c.Consents = []data.Consent{{Scope: data.ConsentSharePartner, Recipient: recipient, Given: data.Yes, SignedOn: signed}}
		})
		for i, p := range []data.Partner{cmp, adults, cmpp} {
			x, state := f.ConsentToShare(c.ID, p.ID, f.today)
			if state != want[i] || state.Allows() != (x.SignedOn == signed) {
				t.Errorf("%q, %s: %v signed on %v, want %v", recipient, p.Name, state, x.SignedOn, want[i])
			}
		}
	}
}

func TestConsentThatHoldsWinsOverTheOneThatWasWithdrawn(t *testing.T) {
	f := newFile(t)
	p := keep(f.Partners, data.Partner{Name: "PAEJ"})
	share := func(signed, withdrawn data.Date) data.Consent {
		return data.Consent{Scope: data.ConsentSharePartner, Recipient: "PAEJ", Given: data.Yes, SignedOn: signed, WithdrawnOn: withdrawn}
	}
	c := f.child("Lila", func(c *data.Child) {
		c.Consents = []data.Consent{share(20260301, 20260401), share(20260501, 0), share(20260201, 20260202)}
	})
	if x, state := f.ConsentToShare(c.ID, p.ID, f.today); state != data.ConsentValid || x.SignedOn != 20260501 {
		t.Errorf("%v signed on %v", state, x.SignedOn)
	}
	c.Consents = c.Consents[:1]
	check(f.Children.Save(&c))
	if _, state := f.ConsentToShare(c.ID, p.ID, f.today); state != data.ConsentWithdrawn {
		t.Errorf("%v", state)
	}
}

func TestAgreementRunsFromTheSecondSignatureForItsMonths(t *testing.T) {
	a := data.Agreement{Terms: data.AgreementTerms{Months: 12}}
	want(t, "nothing said", fmt.Sprint(a.From(), a.Until(), a.Signed()), fmt.Sprint(data.Date(0), data.Date(0), false))
	a.OursSignedOn = 20260301
	want(t, "one signature", a.From(), data.Date(0))
	a.TheirsSignedOn = 20260310
	want(t, "both", fmt.Sprint(a.From(), a.Until()), fmt.Sprint(data.Date(20260310), data.Date(20270309)))
	a.StartsOn = 20260401
	want(t, "a day of its own", fmt.Sprint(a.From(), a.Until()), fmt.Sprint(data.Date(20260401), data.Date(20270331)))
	for day, covers := range map[data.Date]bool{20260331: false, 20260401: true, 20270331: true, 20270401: false} {
		want(t, day.String(), a.Covers(day), covers)
	}
	a.Amend(data.Amendment{Number: a.NextAmendment(), Until: 20270930})
	a.Amend(data.Amendment{Number: a.NextAmendment(), Object: "Prices"})
	want(t, "amended", a.Until(), data.Date(20270930))
	a.EndedOn = 20261231
	want(t, "ended", a.Until(), data.Date(20261231))
	want(t, "next", a.NextAmendment(), 3)
}

func TestNextAgreementTakesOverTheTermsOfTheLast(t *testing.T) {
	f := newFile(t)
	p := keep(f.Partners, data.Partner{Name: "PAEJ", Address: data.Address{Street: "4, allée des Frênes", PostCode: "99120", Town: "Sauvelande"}})
	ours := data.AgreementTerms{PerPerson: 20, Clauses: []data.Clause{{Title: "Object"}}}
	a := f.NewAgreement(p.ID, ours)
	want(t, "first", fmt.Sprint(a.Theirs.Name, a.Place, a.Terms.PerPerson), "PAEJ4, allée des Frênes, 99120 Sauvelande20")
	a.StartsOn, a.Terms.PerPerson, a.Ours.Person = 20260101, 10, "Solange Sample"
	check(f.Agreements.Save(&a))
	next := f.NewAgreement(p.ID, ours)
	want(t, "next", fmt.Sprintf("%d %s %v %v", next.Terms.PerPerson, next.Ours.Person, next.StartsOn.IsZero(), next.ID.IsZero()), "10 Solange Sample true true")
	next.Terms.Clauses[0].Title = "Changed"
	want(t, "the last keeps its own", found(f.Agreements.Get(a.ID)).Terms.Clauses[0].Title, "Object")
}

func TestWhatTheNetworkNeedsIsNotRemoved(t *testing.T) {
	f := newFile(t)
	family := keep(f.Families, data.Family{Name: "Sample"})
	lila, noe := f.child("Lila"), f.child("Noé")
	asked, signed := keep(f.Partners, data.Partner{Name: "PAEJ"}), keep(f.Partners, data.Partner{Name: "CMP"})
	a := keep(f.Agreements, data.Agreement{PartnerID: signed.ID})
	keep(f.Referrals, data.Referral{ChildID: lila.ID, PartnerID: asked.ID, AskedOn: f.today})
	keep(f.Interviews, data.Interview{ChildID: noe.ID, AgreementID: a.ID, On: f.today, Kind: data.InterviewChild})
	keep(f.Interviews, data.Interview{FamilyID: family.ID, AgreementID: a.ID, On: f.today, Kind: data.InterviewFamily})
	for what, remove := range map[string]func() error{
		"child referred":          func() error { _, err := f.Children.Remove(lila.ID); return err },
		"child interviewed":       func() error { _, err := f.Children.Remove(noe.ID); return err },
		"family interviewed":      func() error { _, err := f.Families.Remove(family.ID); return err },
		"structure asked":         func() error { _, err := f.Partners.Remove(asked.ID); return err },
		"structure that signed":   func() error { _, err := f.Partners.Remove(signed.ID); return err },
		"agreement with its acts": func() error { _, err := f.Agreements.Remove(a.ID); return err },
	} {
		if err := remove(); !errors.Is(err, registry.ErrInUse) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestAbsenceCostsTheShareThatWasAgreed(t *testing.T) {
	terms := data.AgreementTerms{ChildCents: 45_01, FamilyCents: 60_00, AbsenceBilled: data.Yes, AbsencePercent: 50}
	for _, x := range []struct {
		kind    data.InterviewKind
		outcome data.Outcome
		want    int
	}{
		{data.InterviewChild, data.Held, 45_01}, {data.InterviewChild, data.NoShow, 22_51}, {data.InterviewFamily, data.NoShow, 30_00},
		{data.InterviewParents, data.Held, 0}, {data.InterviewChild, data.ExcusedAway, 0}, {data.InterviewChild, data.CalledOff, 0}, {data.InterviewChild, 0, 0},
	} {
		want(t, fmt.Sprint(x.kind, x.outcome), terms.Due(x.kind, x.outcome), x.want)
	}
	terms.AbsenceBilled = data.No
	want(t, "when absences are free", terms.Due(data.InterviewChild, data.NoShow), 0)
}

func TestFileForAFamilyListsReferralsAndInterviews(t *testing.T) {
	v := newTown(t)
	lila := v.children["Lila"]
	p := keep(v.Partners, data.Partner{Name: "CMP enfants", Kind: data.KindCMPEnfants})
	a := keep(v.Agreements, data.Agreement{PartnerID: p.ID, Psychologist: "Coralie Tessier"})
	keep(v.Referrals, data.Referral{ChildID: lila.ID, PartnerID: p.ID, AskedOn: 20261202, AskedByID: v.samira.ID, Reason: "Comme Kenza, parle peu.",
		Psychologist: "Coralie Tessier", State: data.ReferralRunning, Answer: "Coralie Tessier la reçoit."})
	keep(v.Interviews, data.Interview{ChildID: lila.ID, AgreementID: a.ID, On: 20261222, Kind: data.InterviewChild, Outcome: data.Held, Psychologist: "Coralie Tessier"})
	keep(v.Interviews, data.Interview{FamilyID: v.family.ID, AgreementID: a.ID, On: 20261215, Kind: data.InterviewFamily})
	keep(v.Interviews, data.Interview{ChildID: v.children["Noé"].ID, AgreementID: a.ID, On: 20261223, Kind: data.InterviewChild})
	f := v.lila(t, registry.WholeFileOptions{})
	want(t, "referrals", fmt.Sprintf("%+v", f.Referrals), fmt.Sprintf("%+v", []registry.WholeReferral{{
		Partner: "CMP enfants", AskedOn: 20261202, Reason: "Comme […], parle peu.", State: data.ReferralRunning, Answer: "[…] la reçoit.",
		By: registry.Writer{Role: data.RoleKeyWorker, Known: true}}}))
	want(t, "interviews", fmt.Sprint(f.Interviews), fmt.Sprint([]registry.WholeInterview{
		{Partner: "CMP enfants", On: 20261215, Kind: data.InterviewFamily}, {Partner: "CMP enfants", On: 20261222, Kind: data.InterviewChild, Outcome: data.Held}}))
	f = v.lila(t, registry.WholeFileOptions{Outside: true})
	want(t, "psychologist", f.Referrals[0].Psychologist+", "+f.Interviews[1].Psychologist, "Coralie Tessier, Coralie Tessier")
}

func TestInterviewsOfTheFamilyAreAmongThoseOfEachChild(t *testing.T) {
	v := newTown(t)
	p := keep(v.Partners, data.Partner{Name: "CMP enfants", Kind: data.KindCMPEnfants})
	a := keep(v.Agreements, data.Agreement{PartnerID: p.ID})
	keep(v.Interviews, data.Interview{FamilyID: v.family.ID, AgreementID: a.ID, On: 20261215, Kind: data.InterviewFamily, Outcome: data.Held})
	keep(v.Interviews, data.Interview{ChildID: v.children["Noé"].ID, AgreementID: a.ID, On: 20261223, Kind: data.InterviewChild})
	lila := v.children["Lila"].ID
	rows := v.InterviewRows(lila)
	want(t, "rows", len(rows), 1)
	want(t, "day", rows[0].On, data.Date(20261215))
	want(t, "those of the child alone", v.InterviewsHeld(lila, a.ID).Held, 0)
}
