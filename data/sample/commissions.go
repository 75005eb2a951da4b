package sample

import (
	"time"

	"mercredi/data"
)

// examine writes the meetings of the commission: that of last June, that of last week and the one to come. Their
// decisions are those that the pathways tell. It draws from a stream of its own, so that the rest of the town does not
// depend on it.
func (b *builder) examine() {
	own := newDraw(b.opts.Seed ^ 0x455053)
	today := b.opts.Today
	june := data.NewDate(b.year, time.June, 18)
	last := today.AddDays(-9)
	b.meet(own, june, b.casesOn(june, 7, func(c *data.Child) bool { return c.Pathway.CommissionOn == june }))
	b.meet(own, last, b.casesOn(last, 6, func(c *data.Child) bool { return c.Pathway.CommissionOn == last }))
	next := weekday(today.AddDays(13), 1)
	b.meet(own, next, b.casesOn(next, 6, func(c *data.Child) bool {
		return c.Pathway.CommissionOn.IsZero() || c.Pathway.Decision == data.DecisionDeferred
	}))
	if own.err != nil && b.draw.err == nil {
		b.draw.err = own.err
	}
}

// casesOn picks at most so many children who are followed.
func (b *builder) casesOn(on data.Date, most int, ok func(*data.Child) bool) []*kid {
	var out []*kid
	for _, k := range b.kids {
		c := &b.town.Children[k.index]
		if len(out) < most && k.to == 0 && c.Pathway.SpottedOn <= on && ok(c) {
			out = append(out, k)
		}
	}
	return out
}

// meet writes one meeting, when there is a situation to examine.
func (b *builder) meet(own *draw, on data.Date, kids []*kid) {
	if len(kids) == 0 {
		return
	}
	held := on < b.opts.Today
	m := data.Commission{
		On: on, Start: data.At(14, 0), Place: "Salle du conseil, hôtel de ville",
		Chair: "Mme Viviane Castagnier, adjointe à l’éducation", Secretary: b.memberName(0),
		Invited: invited(held, b.memberName(0), b.memberName(4)),
	}
	if held {
		m.Notes = "Le calendrier des prochaines réunions est adopté. Chaque famille est informée de la décision par sa référente ou son référent."
	}
	m.ID = id[data.Commission](own)
	b.town.Commissions = append(b.town.Commissions, m)
	for i, k := range kids {
		b.town.CommissionCases = append(b.town.CommissionCases, b.situation(own, m, k, i+1))
	}
}

// invited are those who sit in the commission.
func invited(held bool, coordinator, psychologist string) []data.Invitee {
	all := []data.Invitee{
		{Name: coordinator, Job: "coordinatrice", Structure: "PRE"},
		{Name: psychologist, Job: "psychologue", Structure: "PRE"},
		{Name: "Hervé Dolmaire", Job: "conseiller pédagogique", Structure: "Éducation nationale"},
		{Name: "Dr Mireille Tarvenne", Job: "médecin scolaire", Structure: "Éducation nationale"},
		{Name: "Latifa Benkaddar", Job: "assistante sociale", Structure: "Département"},
		{Job: "représentant de la CAF", Structure: "CAF"},
	}
	if held {
		for i := range all {
			all[i].Came = answer(i < 5)
		}
	}
	return all
}

func (b *builder) memberName(i int) string { return b.town.Members[i].FullName() }

var (
	questions = []string{
		"Quel atelier proposer, et à quel rythme ?",
		"Faut-il orienter vers un partenaire avant d’ouvrir un parcours ?",
		"Comment soutenir la famille dans ses liens avec l’école ?",
		"L’entrée dans le programme est-elle adaptée, ou un autre dispositif suffit-il ?",
	}
	tried = []string{
		"Aide en classe depuis l’automne. Deux rencontres entre l’enseignante et la famille.",
		"Équipe éducative réunie une fois. Étude du soir deux fois par semaine.",
		"Rendez-vous pris avec la PMI, sans suite pour le moment.",
		"Aménagements en classe, avec peu d’effet jusqu’ici.",
	}
	familyWords = []string{
		"La famille est d’accord et souhaite un atelier le mercredi matin.",
		"La famille se dit inquiète et veut de l’aide.",
		"La famille préfère un accompagnement hors de l’école.",
		"La famille demande à en reparler avec la référente avant de se décider.",
	}
)

// situation is one child at a meeting.
func (b *builder) situation(own *draw, m data.Commission, k *kid, order int) data.CommissionCase {
	c := &b.town.Children[k.index]
	x := data.CommissionCase{
		CommissionID: m.ID, ChildID: c.ID, Order: order, Question: oneOf(own, questions), Facts: c.Pathway.IntakeReason,
		Tried: oneOf(own, tried), FamilyWords: oneOf(own, familyWords), FamilyTold: answer(own.chance(90)),
	}
	x.ID = id[data.CommissionCase](own)
	for _, member := range b.town.Members {
		if member.ID == c.KeyWorkerID {
			x.Presenter = member.FullName()
		}
	}
	if m.On >= b.opts.Today {
		return x
	}
	x.Decision, x.DecisionNote = c.Pathway.Decision, c.Pathway.DecisionNote
	switch x.Decision {
	case data.DecisionFavourable:
		x.Actions = []data.CaseAction{
			{What: "Rencontrer la famille et signer l’accord de suivi", Who: x.Presenter, By: m.On.AddDays(15)},
			{What: "Proposer une place en atelier", Who: b.memberName(0), By: m.On.AddDays(30)},
		}
		x.ReviewOn = m.On.AddMonths(6)
	case data.DecisionDeferred:
		x.Actions = []data.CaseAction{{What: "Rencontrer la famille", Who: x.Presenter, By: m.On.AddDays(21)}}
		x.ReviewOn = m.On.AddDays(22)
	case data.DecisionRefused:
		x.Actions = []data.CaseAction{{What: "Informer la famille et l’école", Who: x.Presenter, By: m.On.AddDays(10)}}
	}
	return x
}
