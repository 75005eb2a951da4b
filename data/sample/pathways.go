package sample

import (
	"slices"
	"time"

	"mercredi/data"
)

// settlePathways gives every child a pathway and the agreements of the family. Some children of the first quarter are
// still on the way to a first workshop, one at each step.
func (b *builder) settlePathways() {
	first := b.year - b.opts.Years + 1
	for _, q := range b.quarters {
		for n, k := range q.kids {
			k.from = first
			switch {
			case b.isNewcomer(k) || b.town.Children[k.index].Grade <= data.MS:
				k.from = b.year
			case k.part != nil:
				k.from = max(first, b.year-1)
			case b.draw.chance(30):
				k.from = b.draw.between(first, b.year)
			}
			b.approve(k)
			if k.part == nil && k.from < b.year && n%8 == 3 && b.town.Children[k.index].Grade != data.CP {
				b.end(k)
			}
			b.consent(k, n)
		}
	}
	b.leaveGaps()
}

// isNewcomer tells the children of the mockups who joined this year.
func (b *builder) isNewcomer(k *kid) bool {
	if k.part == nil {
		return false
	}
	switch k.part.last {
	case "Kerdoun", "Nervalle", "Fontelle", "Tazrout", "Marguelin":
		return true
	}
	return false
}

var (
	spotters = []string{"l’école", "l’école", "la famille", "la PMI", "le centre social", "le médecin scolaire", "le collège"}
	reasons  = []string{
		"Difficulté à entrer dans les apprentissages, malgré de l’aide en classe.",
		"Repli et tristesse remarqués depuis quelques mois.",
		"Colères fréquentes à la maison et dans la cour.",
		"Absences répétées, la famille demande un appui.",
		"Grande timidité : ne parle presque pas en classe.",
		"Agitation et fatigue, sommeil difficile.",
		"Conflits avec les autres élèves, moqueries subies.",
		"Séparation récente des parents, besoin d’un lieu de parole.",
		"Arrivée récente dans la commune, isolement de la famille.",
		"Manque de confiance, abandonne vite.",
	}
	endReasons = []string{"Objectifs atteints", "Déménagement", "Relais vers le droit commun", "Demande de la famille"}
)

// approve leads a child from being noticed to a favourable commission, before the first workshops of k.from.
func (b *builder) approve(k *kid) {
	commission := data.NewDate(k.from, time.June, 18)
	if autumn := data.NewDate(k.from, time.September, 24); b.draw.chance(25) && autumn < b.opts.Today.AddDays(-10) {
		commission = autumn
	}
	p := data.Pathway{
		SpottedBy: oneOf(b.draw, spotters), IntakeReason: oneOf(b.draw, reasons), CommissionOn: commission,
		Decision: data.DecisionFavourable, DecisionNote: "Avis favorable, atelier et suivi par la référente.",
	}
	p.IntakeOn = commission.AddDays(-b.draw.between(10, 30))
	p.SpottedOn = p.IntakeOn.AddDays(-b.draw.between(7, 40))
	p.StartedOn = commission.AddDays(b.draw.between(0, 6))
	if k.first == "Lila" && k.part != nil {
		p.SpottedOn, p.SpottedBy = data.NewDate(b.year, time.May, 12), "l’école"
		p.IntakeOn = data.NewDate(b.year, time.June, 2)
		p.IntakeReason = "Ne prend pas la parole et se retire des jeux. La mère souhaite un lieu pour s’exprimer."
		p.CommissionOn = data.NewDate(b.year, time.June, 18)
		p.StartedOn = p.CommissionOn
	}
	b.town.Children[k.index].Pathway = p
}

// end closes a pathway at the end of a school year before the last one.
func (b *builder) end(k *kid) {
	k.to = b.draw.between(k.from, b.year-1)
	p := &b.town.Children[k.index].Pathway
	p.EndedOn = data.NewDate(k.to+1, time.July, 2)
	p.EndReason = oneOf(b.draw, endReasons)
	p.EndNote = "Point fait avec la famille. Le bilan lui a été remis."
}

// consent writes what the family signed. n numbers the children of a quarter: some agreements are missing.
func (b *builder) consent(k *kid, n int) {
	c := &b.town.Children[k.index]
	signed := min(data.NewDate(k.from, time.September, 22), b.opts.Today.AddDays(-2))
	signer := b.signer(c.FamilyID)
	add := func(scope data.ConsentScope, given bool, until data.Date) {
		c.Consents = append(c.Consents, data.Consent{
			Scope: scope, Given: answer(given), SignedOn: signed, SignedBy: signer, Until: until,
		})
	}
	if k.first == "Lila" && k.part != nil {
		b.consentLila(c, signed, signer)
		return
	}
	switch {
	case k.part != nil && k.first == "Soan", k.part == nil && n%17 == 9:
		return // nothing signed yet
	case k.part == nil && n%34 == 12:
		add(data.ConsentFollowUp, true, b.opts.Today.AddDays(12))
	case k.part == nil && n%29 == 26:
		add(data.ConsentFollowUp, true, 0)
		c.Consents[0].WithdrawnOn = b.opts.Today.AddDays(-1)
	default:
		add(data.ConsentFollowUp, true, 0)
	}
	add(data.ConsentShareSchool, !b.draw.chance(10), 0)
	add(data.ConsentPictures, !b.draw.chance(35), 0)
	if b.draw.chance(50) {
		add(data.ConsentOuting, true, 0)
	}
}

func (b *builder) consentLila(c *data.Child, signed data.Date, signer string) {
	c.Consents = []data.Consent{
		{Scope: data.ConsentFollowUp, Given: data.Yes, SignedOn: signed, SignedBy: signer},
		{Scope: data.ConsentShareSchool, Given: data.Yes, SignedOn: signed, SignedBy: signer,
			Until: data.NewDate(b.year+1, time.January, 31)},
		{Scope: data.ConsentPictures, Given: data.No, SignedOn: signed, SignedBy: signer},
	}
	if on := data.NewDate(b.year, time.November, 30); on < b.opts.Today {
		c.Consents = append(c.Consents, data.Consent{
			Scope: data.ConsentSharePartner, Recipient: "CMP enfants", Given: data.Yes, SignedOn: on, SignedBy: signer,
		})
	}
}

// signer names the adult who signs for a family.
func (b *builder) signer(family data.ID[data.Family]) string {
	for i := range b.town.Families {
		if b.town.Families[i].ID == family {
			return b.town.Families[i].Guardians[0].FullName()
		}
	}
	return ""
}

// leaveGaps puts the last children of the first quarter at every step before a first workshop, and two others in the
// situations that a real file knows: no commission yet, no birth date.
func (b *builder) leaveGaps() {
	needed := []data.Grade{data.CP, data.CE1, data.Sixieme, data.Cinquieme} // few of them, for groups that ask for them
	step := 0
	kids := b.quarters[0].kids
	for i := len(kids) - 1; i >= 0 && step < len(steps) && len(kids) > 2*len(cast); i-- {
		k := kids[i]
		grade := b.town.Children[k.index].Grade
		if k.part != nil || k.to != 0 || slices.Contains(needed, grade) {
			continue
		}
		k.available, k.from = false, b.year
		p := &b.town.Children[k.index].Pathway
		*p = data.Pathway{SpottedBy: p.SpottedBy, SpottedOn: b.opts.Today.AddDays(-12 - 9*step), IntakeReason: p.IntakeReason}
		steps[step](p, b.opts.Today)
		step++
	}
	for _, k := range kids {
		c := &b.town.Children[k.index]
		if k.part != nil && k.part.last == "Lorzac" {
			c.Pathway.CommissionOn, c.Pathway.Decision, c.Pathway.DecisionNote = 0, data.DecisionPending, ""
		}
		if k.part != nil && k.part.last == "Faucharel" {
			c.BirthDate = 0
		}
	}
}

// steps are the places where a pathway can stand before the first workshop.
var steps = []func(p *data.Pathway, today data.Date){
	func(p *data.Pathway, _ data.Date) { p.IntakeReason = "" },                         // noticed only
	func(p *data.Pathway, today data.Date) { p.IntakeOn = today.AddDays(-5) },          // intake made
	func(p *data.Pathway, today data.Date) { p.IntakeOn = today.AddDays(-16) },         // waits for the commission
	func(p *data.Pathway, today data.Date) { decide(p, today, data.DecisionDeferred) }, // to be seen again
	func(p *data.Pathway, today data.Date) { decide(p, today, data.DecisionRefused) },
	func(p *data.Pathway, today data.Date) { decide(p, today, data.DecisionFavourable) }, // to place
}

func decide(p *data.Pathway, today data.Date, d data.Decision) {
	p.SpottedOn = today.AddDays(-64)
	p.IntakeOn = today.AddDays(-40)
	p.CommissionOn = today.AddDays(-9)
	p.Decision = d
	p.DecisionNote = map[data.Decision]string{
		data.DecisionDeferred:   "Rencontrer d’abord la famille, puis en reparler.",
		data.DecisionRefused:    "Un suivi existe déjà ailleurs ; l’école et la famille en sont informées.",
		data.DecisionFavourable: "Avis favorable, place à trouver.",
	}[d]
}
