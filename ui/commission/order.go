package commission

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/ui/kit"
)

// movers are the two gestures of the mouse on a situation of the agenda; the keyboard has Alt and the arrows.
func (p *Page) movers(i int) fyne.CanvasObject {
	button := func(icon, verb, key string, step int) fyne.CanvasObject {
		b := kit.NewIconButton(icon, verb+"\u00a0: "+caseTitle(p.agenda[i]), func() { p.move(i, step) })
		b.Weight, b.Small, b.Tip = kit.Quiet, true, verb+" (Alt\u00a0"+key+")"
		if to := i + step; to < 0 || to >= len(p.agenda) {
			b.Disable()
		}
		return b
	}
	return kit.HBox(0, button("chevron-up", "Monter", "↑", -1), button("chevron-down", "Descendre", "↓", 1))
}

// move changes places with the situation before (-1) or after (1).
func (p *Page) move(i, step int) {
	to := i + step
	if to < 0 || to >= len(p.agenda) {
		return
	}
	order := make([]data.ID[data.CommissionCase], len(p.agenda))
	for j, c := range p.agenda {
		order[j] = c.ID
	}
	order[i], order[to] = order[to], order[i]
	p.moved = order[to]
	meeting := p.chosen
	p.desk.Do(func() error { return p.desk.Registry.OrderCases(meeting, order) }, p.load)
}
