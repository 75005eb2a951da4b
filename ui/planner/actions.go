package planner

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page/asking"
)

// actions are the buttons at the right of the title.
func (p *Page) actions() []fyne.CanvasObject {
	b := kit.NewButton("Proposer les groupes", "puzzle", kit.Primary, p.propose)
	switch {
	case p.proposal != nil || p.searching != nil:
		b.Disable()
	default:
		b.SetReason(p.whyNotPropose())
	}
	return []fyne.CanvasObject{b}
}

// begin are the first actions of a season.
func (p *Page) begin() []fyne.CanvasObject {
	b := kit.NewButton("Préparer la saison", "calendar-days", kit.Primary, p.prepare)
	b.SetReason(p.locked())
	return []fyne.CanvasObject{b}
}

func (p *Page) prepare() { asking.PrepareSeason(p.desk, nil) }

// showPanel puts beside the day what is under way: a search, a preview, a group, or the children who wait.
func (p *Page) showPanel() {
	switch {
	case p.searching != nil:
		kit.Replace(p.panel, p.searching.root)
	case p.proposal != nil:
		kit.Replace(p.panel, p.proposal.panel.root)
	case p.group != nil:
		kit.Replace(p.panel, p.group.root)
	default:
		kit.Replace(p.panel, p.waiting.root)
	}
}

// Escape implements page.Escaper: a preview or a search is left before the page.
func (p *Page) Escape() bool {
	switch {
	case p.searching != nil:
		p.giveUp()
	case p.proposal != nil:
		p.abandon()
	default:
		return false
	}
	return true
}

// waitingActions are at the right of the title of the panel.
func (p *Page) waitingActions() []fyne.CanvasObject {
	add := kit.NewIconButton("plus", "Ajouter une demande", func() { asking.Add(p.desk, data.ID[data.Child]{}) })
	add.Small = true
	if off := p.locked(); off != "" {
		add.SetReason(off)
	}
	return []fyne.CanvasObject{add}
}

// requestActions are what can be done with a request.
func (p *Page) requestActions(r registry.PlannerRequest) []kit.MenuItem {
	off := p.locked()
	return []kit.MenuItem{
		{Icon: "pencil", Title: "Modifier la demande", Detail: "Priorité, commission, qui l’a faite", Reason: off, Do: func() { asking.Change(p.desk, r.ID) }},
		{Icon: "x", Title: "Retirer la demande", Reason: off, Do: func() { asking.Withdraw(p.desk, r.ID) }},
	}
}
