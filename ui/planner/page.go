// Package planner is the page « Mercredis »: a day of workshops by room or by facilitator, the children who wait for a
// place, and what is wrong or possible.
package planner

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Page is the page « Mercredis ».
type Page struct {
	desk   page.Desk
	day    data.Date
	by     side
	loads  task.Latest
	read   *reading // what is on show; nil at first
	board  board
	shown  func(data.Date) int // the place of a day in the ribbon
	chosen choice
	tried  int // the trouble of the band that is on show

	searching *search         // under way; nil most of the time
	proposal  *proposal       // in place of the day; nil most of the time
	event     *event          // what happened to the groups; nil most of the time
	aside     map[string]bool // the events that were put aside

	content, head, band, middle, panel *fyne.Container
	former, next, papers               *kit.Button
	segments                           *kit.Segmented
	ribbon                             *kit.Ribbon
	grid                               *kit.PlanGrid
	waiting                            *waitingPanel
	group                              *groupPanel // of the group that is open; nil when the waiting children are on show
}

// New makes the page, on the day of the route or on the next Wednesday.
func New(d page.Desk, r page.Route) page.Page {
	p := &Page{desk: d, day: r.Day, aside: map[string]bool{}}
	if p.day.IsZero() {
		p.day = d.Registry.NextDay(d.Today())
	}
	p.build()
	p.load()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.load() }

// Turn implements page.Turner: to the Wednesday before or after.
func (p *Page) Turn(step int) {
	if p.read == nil {
		return
	}
	to := p.read.next
	if step < 0 {
		to = p.read.former
	}
	if !to.IsZero() {
		p.goTo(to)
	}
}

// Find implements page.Finder: the keyboard goes to the children who wait.
func (p *Page) Find() {
	p.closeGroup()
	p.desk.Window.Canvas().Focus(p.waiting.list.Keyboard())
}

// goTo shows another day.
func (p *Page) goTo(day data.Date) {
	p.giveUp()
	p.abandon()
	p.event = nil
	p.day, p.tried = day, 0
	p.choose(choice{})
	p.closeGroup()
	p.load()
}

// width of the panel beside the grid.
const panelWidth = 296

func (p *Page) build() {
	p.former = kit.NewIconButton("chevron-left", "Mercredi précédent (Ctrl\u00a0Page haut)", func() { p.Turn(-1) })
	p.next = kit.NewIconButton("chevron-right", "Mercredi suivant (Ctrl\u00a0Page bas)", func() { p.Turn(1) })
	p.segments = kit.NewSegmented([]string{"Salles", "Intervenants"}, func(i int) {
		p.by = side(i)
		p.showBoard()
	})
	p.papers = p.newPrintButton()
	p.ribbon = kit.NewDatedRibbon(nil, func(i int) { p.goTo(p.read.view.Day.Ribbon[i].Date) })
	p.ribbon.Name = "mercredis de l’année"
	p.grid = kit.NewPlanGrid(kit.PlanParts{From: 9 * 60, To: 18 * 60})
	p.waiting = newWaitingPanel(p)
	p.head, p.band, p.middle, p.panel = kit.Holder(kit.Gap(1)), kit.VBox(look.Tight), kit.Holder(p.grid), kit.Holder(p.waiting.root)
	left := kit.VBox(look.Tight, p.band, kit.Grow(p.middle))
	p.content = kit.PadXY(look.Margin, look.Wide, kit.VBox(look.Tight, p.head, p.ribbon, kit.Grow(
		kit.Columns(look.Wide, kit.Share(1, left), kit.Fixed(panelWidth, p.panel)))))
}

// load reads the day again, beside the window.
func (p *Page) load() {
	r, day, today := p.desk.Registry, p.day, p.desk.Today()
	task.RunLatest(p.desk.Tasks, &p.loads, func(context.Context) (*reading, error) { return read(r, day, today), nil },
		func(x *reading, err error) {
			if err != nil {
				p.desk.Window.Fail(err)
				return
			}
			p.read = x
			if p.proposal != nil && p.proposal.outdated(x) {
				p.proposal = nil
				p.showPanel()
			}
			p.show()
		})
}

func (p *Page) show() {
	x := p.read
	enable(p.former, !x.former.IsZero())
	enable(p.next, !x.next.IsZero())
	kit.KeepFocus(p.head, p.showHead)
	cells, shown := ribbon(x.view.Day.Ribbon, x.today)
	p.shown = shown
	p.ribbon.Set(cells)
	p.ribbon.Choose(shown(x.view.Day.Date))
	if !p.stillChosen() {
		p.chosen = choice{}
	}
	p.waiting.show()
	if p.group != nil && !p.group.show() {
		p.closeGroup()
	}
	p.showBoard()
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (p *Page) showHead() {
	words := kit.VBox(2, kit.Text(dayTitle(p.read.view.Day), look.PageTitle), kit.Text(daySentence(p.read.view), look.Body.As(look.Ink2)))
	row := kit.HBox(look.Gap, kit.HBox(look.Hair, p.former, p.next), kit.Grow(words), p.segments, p.papers)
	for _, o := range p.actions() {
		row.Add(o)
	}
	kit.Replace(p.head, row)
}

// showBoard shows the day, what is wrong above it, or why there is none.
func (p *Page) showBoard() {
	if p.proposal != nil {
		p.showProposal()
		return
	}
	p.showBand()
	if empty := p.empty(); empty != nil {
		kit.Replace(p.middle, kit.Panel(kit.Center(empty)))
		return
	}
	p.board = boardOf(p.read, p.by)
	p.light()
	kit.Replace(p.middle, p.grid)
}

// empty is what stands in place of the day when there is nothing to lay out; nil when there is.
func (p *Page) empty() fyne.CanvasObject {
	d, r := p.read.view.Day, p.desk.Registry
	switch {
	case d.Held > 0:
	case len(d.Rooms) == 0:
		return kit.EmptyState("map-pin", "Aucune salle pour l’instant", "Indiquez les salles où les ateliers se tiennent"+nbsp+": le mercredi se lit par salle.",
			p.link("Ajouter une salle", "plus", page.Route{Page: page.Settings, Tab: "lieux"}))
	case offName(d) != "":
		return kit.EmptyState("calendar", offName(d), "Pas d’atelier ce mercredi-là. Les stages s’y montrent quand il y en a.",
			p.step("Mercredi précédent", "arrow-left", -1), p.step("Mercredi suivant", "arrow-right", 1))
	case len(d.Sessions) == 0 && len(p.read.view.Problem.Workshops) == 0 && r.Cycles.Len() == 0:
		return kit.EmptyState("calendar", "Aucun cycle pour l’instant", "Ouvrez les ateliers de la saison, puis placez-y les enfants.", p.begin()...)
	}
	return nil
}

// step is a button of an empty day that leads to the next or the former one, nil when there is none.
func (p *Page) step(words, icon string, step int) fyne.CanvasObject {
	b := kit.NewButton(words, icon, kit.Secondary, func() { p.Turn(step) })
	enable(b, step < 0 && !p.read.former.IsZero() || step > 0 && !p.read.next.IsZero())
	return b
}

func (p *Page) link(words, icon string, to page.Route) *kit.Button {
	return kit.NewButton(words, icon, kit.Secondary, func() { p.desk.Window.Go(to) })
}
