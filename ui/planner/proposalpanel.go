package planner

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// proposalPanel is beside the preview: what it gains, each change with its reason, and who stays without a place.
type proposalPanel struct {
	page   *Page
	q      *proposal
	head   *fyne.Container
	rest   *fyne.Container
	checks []*kit.CheckField
	scroll *fyne.Container
	apply  *kit.Button
	root   fyne.CanvasObject
}

func newProposalPanel(p *Page, q *proposal) *proposalPanel {
	w := &proposalPanel{page: p, q: q, head: kit.Holder(kit.Gap(1)), rest: kit.Holder(kit.Gap(1))}
	rows := kit.VBox(look.Tight)
	for i := range q.changes {
		rows.Add(kit.Separator())
		rows.Add(w.row(i))
	}
	rows.Add(kit.Separator())
	rows.Add(w.rest)
	rows.Add(kit.Gap(look.Tight))
	w.scroll = kit.Scroll(kit.PadXY(look.Tight, 0, rows))
	w.apply = kit.NewButton(q.verb(), "check", kit.Primary, p.apply)
	give := kit.NewButton("Abandonner", "", kit.Secondary, p.abandon)
	give.Tip = "Échap"
	w.apply.Still, give.Still = true, true // they stand under what scrolls
	w.root = kit.BarePanel(kit.VBox(0, kit.PadXY(look.Cards, look.Gap, w.head), kit.Grow(w.scroll), kit.Separator(),
		kit.PadXY(look.Cards, look.Gap, kit.VBox(look.Tight, w.apply, give))))
	return w
}

// row is one change: its tick, where, and why.
func (w *proposalPanel) row(i int) fyne.CanvasObject {
	c := w.q.changes[i]
	check := kit.NewCheckField(fr.PlanChange(w.q.names, c), true)
	check.Bold = true
	check.OnSet = func(on bool) {
		w.q.tick(i, on)
		w.page.showProposal()
	}
	w.checks = append(w.checks, check)
	discipline := w.q.x.view.Names.Workshops[c.Workshop].Discipline
	where := kit.HTop(6, kit.Icon(look.DisciplineIcon(string(discipline)), look.ToneName(discipline), look.IconMid),
		kit.Grow(kit.Paragraph(fr.PlanChangeWhere(w.q.names, c), look.Detail.As(look.Ink))))
	words := kit.VBox(2, where)
	if why := fr.PlanChangeReasons(w.q.names, c); why != "" {
		words.Add(kit.Paragraph(why, look.Detail))
	}
	return kit.VBox(0, check, kit.HTop(0, kit.Gap(30), kit.Grow(words)))
}

// show writes again what depends on the ticks.
func (w *proposalPanel) show(now *planning.Plan) {
	for i, c := range w.checks {
		c.Set(w.q.on[i])
	}
	n := w.q.counts(now)
	head := kit.VBox(look.Gap, kit.Text(w.q.title(), look.CardTitle), kit.SunkenPanel(kit.Pad(look.Tight, kit.Grid(3, 0,
		figure(n.conflicts, "Conflits"), figure(n.waiting, "À placer"), figure(n.taken, "Places prises")))))
	if w.q.proof != "" && len(w.q.accepted()) == len(w.q.changes) {
		head.Add(kit.HTop(6, kit.Icon("check-check", look.Good, look.IconMid), kit.Grow(kit.Paragraph(w.q.proof, look.Detail))))
	}
	kit.Replace(w.head, head)
	w.apply.SetLabel(w.q.verb())
	switch {
	case w.page.locked() != "":
		w.apply.SetReason(w.page.locked())
	case len(w.q.accepted()) == 0:
		w.apply.SetReason("Cochez au moins un changement.")
	default:
		w.apply.SetReason("")
	}
	kit.Replace(w.rest, w.remaining(now))
	kit.Relayout(w.rest)
}

// figure is a count before and after.
func figure(n [2]int, label string) fyne.CanvasObject {
	return kit.VBox(0, kit.Center(kit.HBox(4, kit.Text(fr.Number(n[0]), look.BodyBold), kit.Icon("arrow-right", look.Neutral, 14),
		kit.Text(fr.Number(n[1]), look.BodyBold))), kit.Center(kit.Text(label, look.Caption)))
}

// remaining says who is still to place, and why.
func (w *proposalPanel) remaining(now *planning.Plan) fyne.CanvasObject {
	n, words := w.q.rest(now)
	if n == 0 {
		return kit.HTop(look.Tight, kit.Icon("circle-check", look.Good, look.IconMid), kit.Grow(kit.Text("Chaque demande a son groupe", look.BodyBold)))
	}
	said := kit.VBox(2, kit.Text(fr.Count(n, "enfant reste à placer", "enfants restent à placer"), look.BodyBold))
	for _, s := range words {
		said.Add(kit.Paragraph(s, look.Detail))
	}
	return kit.HTop(look.Tight, kit.Icon("info", look.Neutral, look.IconMid), kit.Grow(said))
}

// reveal shows the first change about a group, and gives it the keyboard.
func (w *proposalPanel) reveal(g registry.GroupName) {
	id := textOf(g.ID)
	if fresh := w.q.freshID(g); fresh != "" {
		id = fresh
	}
	for i, c := range w.q.changes {
		about := c.Is != nil && c.Is.ID == id || c.Was != nil && c.Was.ID == id
		for _, m := range c.Moves {
			about = about || m.From == id || m.To == id
		}
		if about {
			w.page.desk.Window.Canvas().Focus(w.checks[i])
			kit.Reveal(w.checks[i])
			return
		}
	}
}
