package sample

import (
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
)

// network invents the agreements with structures, the children led to them and the interviews that followed. It has its
// own chance, so that the rest of the town does not depend on it.
func (b *builder) network() {
	n := &network{builder: b, draw: newDraw(b.opts.Seed + 0x6e6574)}
	n.agreements()
	n.cast()
	for i, k := range b.kids {
		if k.part == nil && k.to == 0 && i%9 == 4 {
			n.refer(k)
		}
	}
	if b.draw.err == nil {
		b.draw.err = n.draw.err
	}
}

// network is the network around the children being invented.
type network struct {
	*builder
	draw *draw
}

func (n *network) partner(kind data.PartnerKind) *data.Partner {
	i := slices.IndexFunc(n.town.Partners, func(p data.Partner) bool { return p.Kind == kind })
	return &n.town.Partners[i]
}

// agreements are those of the mockups, one of the year before, and one that waits for its signatures.
func (n *network) agreements() {
	autumn := data.NewDate(n.year, time.October, 1)
	cmp := n.agreement(n.partner(data.KindCMPEnfants), "1", autumn)
	cmp.Psychologist, cmp.Theirs.Person, cmp.Theirs.Quality = "Coralie Tessier", "Bertrand Calvière", "directeur de l’établissement"
	cmp.Terms.ChildCents, cmp.Terms.ParentsCents, cmp.Terms.FamilyCents = 48_00, 55_00, 62_00
	cmp.Terms.AbsenceBilled, cmp.Terms.AbsencePercent = data.Yes, 50
	cmp.Budgeted, cmp.Funders = 240, []string{"Commune", "CAF", "Cité éducative"}
	if on := autumn.AddDays(66); on < n.opts.Today {
		cmp.Amendments = []data.Amendment{{
			Number: 1, On: on, Object: "Ajouter une permanence au collège.", From: on.AddDays(25),
			Clauses: []data.Clause{{Title: "Lieu et rendez-vous", Text: "Les entretiens se tiennent sur rendez-vous, à l’adresse suivante\u00a0: {lieu}. " +
				"Une permanence est aussi tenue au collège, un mercredi sur deux."}},
		}}
	}
	n.keepAgreement(cmp)

	sophro := n.agreement(n.partner(data.KindIndependent), "2", data.NewDate(n.year, time.March, 1))
	sophro.Psychologist, sophro.Theirs.Person, sophro.Theirs.Quality = "Irène Salvat", "Irène Salvat", "sophrologue"
	sophro.Place, sophro.Budgeted, sophro.Funders = "Salle 2, CCAS", 98, []string{"Commune", "CAF"}
	sophro.Terms.ChildCents, sophro.Terms.ParentsCents, sophro.Terms.FamilyCents = 45_00, 45_00, 52_50
	sophro.Terms.AbsenceBilled = data.No
	signed := data.NewDate(n.year, time.May, 12)
	sophro.Amendments = []data.Amendment{{
		Number: 1, On: signed, Object: "Changer de salle.", From: signed.AddDays(7),
		Clauses: []data.Clause{{Title: "Lieu et rendez-vous", Text: "Les séances se tiennent dans la salle 2 du CCAS."}},
	}}
	n.keepAgreement(sophro)

	mda := n.agreement(n.partner(data.KindMDA), "3", 0)
	n.keepAgreement(mda)
}

// agreement is one that starts, signed, on a day; zero is still to sign.
func (n *network) agreement(p *data.Partner, number string, from data.Date) data.Agreement {
	s := n.town.Settings
	a := data.Agreement{
		PartnerID: p.ID, Terms: fr.AgreementTerms(s), Place: p.Address.Street + ", " + p.Address.Town,
		Ours: data.Party{Name: "Caisse des écoles de Sauvelande", Address: s.Address.Street + ", " + s.Address.PostCode + " " + s.Address.Town,
			Person: "Solange Amiot", Quality: "présidente"},
		Theirs: data.Party{Name: p.Name, Address: p.Address.Street + ", " + p.Address.PostCode + " " + p.Address.Town},
	}
	a.ID = id[data.Agreement](n.draw)
	if from.Valid() && from < n.opts.Today {
		a.Number, a.StartsOn = from.String()[:4]+"-0"+number, from
		a.OursSignedOn, a.TheirsSignedOn = from.AddDays(-12), from.AddDays(-7)
	}
	return a
}

func (n *network) keepAgreement(a data.Agreement) { n.town.Agreements = append(n.town.Agreements, a) }

// cast leads the children of the mockups to the CMP, with as many interviews as they show by mid-January.
func (n *network) cast() {
	held := []struct {
		last  string
		count int
		every int // days
		first data.Date
	}{
		{"Bessonnier", 20, 5, data.NewDate(n.year, time.October, 5)}, {"Corvaisac", 18, 5, data.NewDate(n.year, time.October, 6)},
		{"Faucharel", 12, 7, data.NewDate(n.year, time.October, 14)}, {"Sarrazet", 7, 7, data.NewDate(n.year, time.November, 18)},
		{"Kerdoun", 3, 10, data.NewDate(n.year, time.December, 22)},
	}
	for _, h := range held {
		i := slices.IndexFunc(n.kids, func(k *kid) bool { return k.part != nil && k.part.last == h.last })
		if i < 0 || h.first.AddDays(-20) >= n.opts.Today {
			continue
		}
		k := n.kids[i]
		x := n.referral(k, n.partner(data.KindCMPEnfants), h.first.AddDays(-20))
		n.answer(&x, h.first, "Coralie Tessier")
		n.agree(k, "CMP enfants", x.AskedOn.AddDays(-2))
		n.town.Referrals = append(n.town.Referrals, x)
		for j := range h.count {
			n.interview(k, weekday(h.first.AddDays(j*h.every), 1), data.Held)
		}
		n.interview(k, weekday(h.first.AddDays(3), 1), data.NoShow)
	}
}

// refer leads a child to a structure that takes a direct request, some time this year.
func (n *network) refer(k *kid) {
	open := []data.PartnerKind{data.KindEspaceSanteJeunes, data.KindMDA, data.KindPAEJ, data.KindMSP, data.KindREAAP, data.KindCMPEnfants}
	p := n.partner(oneOf(n.draw, open))
	asked := weekday(data.NewDate(n.year, time.September, 14).AddDays(n.draw.between(0, 250)), 1)
	if asked >= n.opts.Today {
		return
	}
	x := n.referral(k, p, asked)
	if n.draw.chance(70) {
		n.agree(k, p.Name, asked.AddDays(-3))
	}
	if first := weekday(asked.AddDays(n.draw.between(12, 45)), 1); n.draw.chance(75) {
		n.answer(&x, first, p.Contacts[0].Name)
		if p.Kind == data.KindCMPEnfants {
			for j := range n.draw.between(1, 9) {
				n.interview(k, weekday(first.AddDays(14*j), 1), oneOf(n.draw, []data.Outcome{data.Held, data.Held, data.Held, data.ExcusedAway, data.NoShow, data.CalledOff}))
			}
		}
	}
	n.town.Referrals = append(n.town.Referrals, x)
}

func (n *network) referral(k *kid, p *data.Partner, asked data.Date) data.Referral {
	c := &n.town.Children[k.index]
	x := data.Referral{
		ChildID: c.ID, PartnerID: p.ID, Contact: p.Contacts[0].Name, Whom: data.WhomChild, AskedOn: asked, AskedByID: k.keyWorker,
		Reason: oneOf(n.draw, reasons), State: data.ReferralSent, SentOn: asked,
	}
	if p.Kind == data.KindREAAP {
		x.Whom = data.WhomParents
	}
	if p.Direct == data.DirectlyPrescribed {
		x.Prescriber = "Médecin scolaire"
	}
	x.ID = id[data.Referral](n.draw)
	return x
}

// answer writes the structure's answer, if it has come.
func (n *network) answer(x *data.Referral, first data.Date, psychologist string) {
	answered := weekday(first.AddDays(-9), -1)
	if answered <= x.AskedOn || answered >= n.opts.Today {
		return
	}
	x.State, x.AnsweredOn, x.OfferedOn, x.Psychologist = data.ReferralAnswered, answered, first, psychologist
	x.Answer = oneOf(n.draw, []string{"Un premier entretien est proposé à l’enfant et à ses parents.", "Nous recevrons d’abord les parents.",
		"Rendez-vous proposé, la famille a été appelée."})
	if first < n.opts.Today {
		x.State = data.ReferralRunning
	}
}

// agree keeps the family's agreement to share, unless it is there already or the day is to come.
func (n *network) agree(k *kid, recipient string, on data.Date) {
	c := &n.town.Children[k.index]
	if on >= n.opts.Today || slices.ContainsFunc(c.Consents, func(x data.Consent) bool { return x.Recipient == recipient }) {
		return
	}
	c.Consents = append(c.Consents, data.Consent{
		Scope: data.ConsentSharePartner, Recipient: recipient, Given: data.Yes, SignedOn: on, SignedBy: n.signer(c.FamilyID),
	})
}

// interview is an act of the CMP's agreement, unless it is to come.
func (n *network) interview(k *kid, on data.Date, outcome data.Outcome) {
	a := n.town.Agreements[0]
	if on >= n.opts.Today || !a.Covers(on) {
		return
	}
	x := data.Interview{
		AgreementID: a.ID, ChildID: n.town.Children[k.index].ID, On: on, Outcome: outcome, Psychologist: a.Psychologist,
		Kind: oneOf(n.draw, []data.InterviewKind{data.InterviewChild, data.InterviewChild, data.InterviewChild, data.InterviewParents, data.InterviewFamily}),
	}
	x.ID = id[data.Interview](n.draw)
	n.town.Interviews = append(n.town.Interviews, x)
}
