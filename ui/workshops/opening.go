package workshops

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Opening is the page that opens a cycle in four steps. Nothing is kept before « Ouvrir le cycle ».
type Opening struct {
	desk     page.Desk
	workshop data.Workshop
	draft    *draft
	seen     registry.CyclePreview
	at       int
	step     step
	changed  bool // something would be lost
	opening  bool

	stages  *kit.Stages
	body    *fyne.Container
	summary *kit.Prose
	back    *kit.Button
	next    *kit.Button
	content *fyne.Container
	scroll  *fyne.Container // around the body
}

// step is one of the four parts.
type step interface {
	content() fyne.CanvasObject
	// check says whether one may go on, and shows why not.
	check() bool
	// show refreshes what follows from the draft.
	show()
	first() fyne.Focusable
}

var stepNames = []string{"Atelier", "Dates", "Groupes", "Enfants"}

// NewOpening makes the page for Route.Workshop.
func NewOpening(d page.Desk, r page.Route) page.Page {
	p := &Opening{desk: d}
	w, ok := d.Registry.Workshops.Get(r.Workshop)
	if !ok || w.Archived {
		p.content = kit.Page(kit.Header(kit.PageHeader{Title: "Ouvrir un cycle", Back: p.leave}),
			kit.Panel(kit.EmptyState("shapes", "Cet atelier n’existe plus, ou il est archivé.", "Choisissez-en un autre dans la liste.",
				kit.NewButton("Voir les ateliers", "", kit.Primary, p.leave))))
		return p
	}
	p.workshop = w
	p.draft = newDraft(d.Registry.ProposeCycle(w.ID, d.Today(), naming))
	p.stages = kit.NewStages(stepNames, p.jump)
	p.body = kit.Holder(kit.Gap(1))
	p.summary = kit.Paragraph("", look.BodyBold)
	p.back = kit.NewButton("Annuler", "", kit.Secondary, p.previous)
	p.next = kit.NewButton("Continuer", "", kit.Primary, p.forward)
	head := kit.VBox(look.Gap, kit.Header(kit.PageHeader{
		Title: "Ouvrir un cycle", Sub: w.Name, Icon: look.DisciplineIcon(string(w.Discipline)), Tone: look.ToneName(w.Discipline),
		Back: p.leave, BackTip: "Retour aux ateliers",
	}), p.stages)
	p.content, p.scroll = kit.PageFoot(head, p.body, kit.HBox(look.Gap, kit.Grow(p.summary), p.back, p.next))
	p.look()
	p.enter(0)
	return p
}

// naming gives a proposal its words.
var naming = registry.Naming{
	Cycle: func(n int) string { return "Cycle " + fr.Number(n) },
	Group: func(n int) string { return "Groupe " + fr.Number(n) },
}

// Content implements page.Page.
func (p *Opening) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page: the preview is made again; what is being typed stays.
func (p *Opening) Changed([]registry.Change) {
	if p.draft != nil && !p.opening {
		p.look()
		p.step.show()
	}
}

// Arrive implements page.Focuser.
func (p *Opening) Arrive() {
	if p.draft != nil {
		p.desk.Window.Canvas().Focus(p.step.first())
	}
}

// Save implements page.Saver: Ctrl+S goes on.
func (p *Opening) Save() {
	if p.draft != nil {
		p.forward()
	}
}

// Leave implements page.Leaver: what was prepared is not dropped without asking.
func (p *Opening) Leave(leave func()) {
	if !p.changed {
		leave()
		return
	}
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Abandonner l’ouverture du cycle\u00a0?", Text: "Les dates, les groupes et les enfants choisis ne seront pas enregistrés.",
		Verb: "Abandonner", Safe: "Continuer l’ouverture", Danger: true, Do: func() { p.changed = false; leave() },
	})
}

func (p *Opening) leave() { p.desk.Window.Go(page.Route{Page: page.Workshops}) }

// edited is told by the steps that the draft has changed.
func (p *Opening) edited() {
	p.changed = true
	p.look()
	p.step.show()
}

// look makes the preview again.
func (p *Opening) look() {
	p.seen = p.desk.Registry.PreviewCycle(p.draft.plan(registry.CyclePreview{}, p.desk.Viewer))
	if !p.draft.midTyped {
		p.draft.MidBilanDue = p.seen.MidBilanDue
	}
	if !p.draft.endTyped {
		p.draft.EndBilanDue = p.seen.EndBilanDue
	}
	p.summary.SetText(summary(p.draft, p.seen))
}

// enter shows a step.
func (p *Opening) enter(at int) {
	p.at = at
	switch at {
	case 0:
		p.step = newAbout(p)
	case 1:
		p.step = newDates(p)
	case 2:
		p.step = newGroups(p)
	default:
		p.step = newSeats(p)
	}
	kit.Replace(p.body, p.step.content())
	p.step.show()
	p.stages.Select(at)
	p.back.SetLabel("Revenir")
	p.next.SetLabel("Continuer")
	if at == 0 {
		p.back.SetLabel("Annuler")
	}
	if at == len(stepNames)-1 {
		p.next.SetLabel("Ouvrir le cycle")
	}
	kit.Relayout(p.body)
	kit.SetScrollOffset(p.scroll, 0)
}

// forward goes to the next step when this one is well; from the last it opens the cycle.
func (p *Opening) forward() {
	switch {
	case p.opening || !p.step.check():
	case p.at == len(stepNames)-1:
		p.open()
	default:
		p.enter(p.at + 1)
		p.desk.Window.Canvas().Focus(p.step.first())
	}
}

func (p *Opening) previous() {
	if p.at == 0 {
		p.leave()
		return
	}
	p.enter(p.at - 1)
	p.desk.Window.Canvas().Focus(p.step.first())
}

// jump goes to a step chosen above: back at once, forward as far as the steps between are well.
func (p *Opening) jump(to int) {
	if to < p.at {
		p.enter(to)
	}
	for p.at < to && p.step.check() {
		p.enter(p.at + 1)
	}
	p.stages.Select(p.at)
}

// open keeps the cycle beside the window, then goes to its first group.
func (p *Opening) open() {
	p.opening = true
	plan := p.draft.plan(p.seen, p.desk.Viewer)
	task.Run(p.desk.Tasks, func(context.Context) (data.Cycle, error) { return p.desk.Registry.OpenCycle(plan) },
		func(c data.Cycle, err error) {
			p.opening = false
			if err != nil {
				p.refused(err)
				return
			}
			p.changed = false
			p.desk.Window.Toast("Le cycle est ouvert\u00a0: "+fr.Lower(summary(p.draft, p.seen)), nil)
			p.desk.Window.Go(p.firstGroup(c))
		})
}

// refused shows what has changed meanwhile, and says why the cycle is not open.
func (p *Opening) refused(err error) {
	var asked *registry.NeedsReason
	if errors.As(err, &asked) {
		err = &fr.Told{Sentence: "La situation a changé. " + fr.Error(asked), Err: err}
	}
	p.look()
	p.step.show()
	p.desk.Window.Fail(err)
}

// firstGroup is the page of the first group of a cycle that was just opened.
func (p *Opening) firstGroup(c data.Cycle) page.Route {
	for _, row := range p.desk.Registry.CycleRows(c.SchoolYear) {
		if row.ID == c.ID && len(row.Groups) > 0 {
			return page.Route{Page: page.Group, Group: row.Groups[0].ID}
		}
	}
	return page.Route{Page: page.Workshops}
}
