package planner

import (
	"slices"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
)

// choice is the child in hand: one who waits, or one who has a place. The zero choice is nobody.
type choice struct {
	enrolment data.ID[data.Enrollment]
	child     string // id in the problem
	// from is the group the child is in, "" for one who waits.
	from string
}

func (c choice) none() bool { return c == choice{} }

// choose takes a child in hand, whose possible groups light up.
func (p *Page) choose(c choice) {
	if c == p.chosen {
		return
	}
	p.chosen = c
	p.waiting.mark()
	p.light()
}

// stillChosen says whether the child in hand is still where it was.
func (p *Page) stillChosen() bool {
	c := p.chosen
	if c.from == "" {
		return p.waitingAt(c.enrolment) >= 0
	}
	g := p.read.group(c.from)
	return g != nil && slices.Contains(g.Children, c.child)
}

// waitingAt is the place of a request among those that wait, or -1.
func (p *Page) waitingAt(id data.ID[data.Enrollment]) int {
	return slices.IndexFunc(p.read.view.Waiting, func(w registry.PlannerRequest) bool { return w.ID == id })
}

// possible are the groups where the child in hand could go.
func (p *Page) possible() []string {
	switch {
	case p.read == nil || p.chosen.none():
		return nil
	case p.chosen.from == "":
		return p.read.free(p.waitingAt(p.chosen.enrolment))
	}
	return p.read.elsewhere(p.chosen.child, p.chosen.from)
}

// light shows the day, with the groups where the child in hand could go.
func (p *Page) light() {
	if p.read == nil {
		return
	}
	parts, possible := p.board.parts, p.possible()
	parts.Blocks = slices.Clone(parts.Blocks)
	for i := range parts.Blocks {
		s := p.board.sessions[i]
		if slices.Contains(possible, s.Group.ID.String()) && s.State != data.SessionCancelled {
			parts.Blocks[i].Target = "Placer ici"
		}
	}
	p.gestures(&parts)
	p.grid.Set(parts)
	p.waiting.advise(slices.ContainsFunc(parts.Blocks, func(b kit.PlanBlock) bool { return b.Target != "" }))
}
