package planner

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// search is a search under way: how far it is, and how to stop it.
type search struct {
	title  string
	stop   context.CancelFunc // keeps the best so far
	drop   func()             // gives up
	placed atomic.Int64       // requests, in the best so far
	of     int                // requests
	bar    *fyne.Container
	root   fyne.CanvasObject
	halt   *kit.Button
}

// solver answers a plan for a problem, telling how far it is.
type solver func(ctx context.Context, tell func(planning.Progress)) (planning.Plan, error)

// seek runs a solver beside the window and presents its plan. It can be stopped at any time: the best so far is then
// presented.
func (p *Page) seek(title string, solve solver) {
	if p.searching != nil {
		return
	}
	stopped, stop := context.WithCancel(context.Background())
	s := &search{title: title, stop: stop, of: len(p.read.view.Problem.Requests), bar: kit.Holder(kit.Gap(1))}
	s.build(p)
	p.searching = s
	p.closeGroup()
	p.choose(choice{})
	s.show(0, 1)
	p.showPanel()
	kit.KeepFocus(p.head, p.showHead)
	p.desk.Window.Canvas().Focus(s.halt)
	s.drop = task.RunWithProgress(p.desk.Tasks, func(ctx context.Context, report task.Progress) (planning.Plan, error) {
		ctx, done := context.WithCancel(ctx)
		defer done()
		defer context.AfterFunc(stopped, done)()
		return solve(ctx, func(at planning.Progress) {
			s.placed.Store(int64(at.Placed))
			report(at.Done, at.Total)
		})
	}, s.show, func(plan planning.Plan, err error) {
		p.searching = nil
		p.showPanel()
		p.showHead()
		if err != nil && !(errors.Is(err, context.Canceled) && len(plan.Groups) > 0) {
			p.searchFailed(err)
			return
		}
		p.present(plan)
	})
	if p.searching == nil {
		s.drop = func() {}
	}
}

func (p *Page) searchFailed(err error) {
	if errors.Is(err, context.Canceled) {
		p.desk.Window.Toast("La recherche est arrêtée avant d’avoir trouvé un planning.", nil)
		return
	}
	p.desk.Window.Fail(err)
}

// giveUp leaves a search without its answer.
func (p *Page) giveUp() {
	if p.searching == nil {
		return
	}
	p.searching.stop()
	p.searching.drop()
	p.searching = nil
	p.showPanel()
	p.showHead()
	p.desk.Window.Canvas().Focus(p.grid)
}

func (s *search) build(p *Page) {
	s.halt = kit.NewButton("Arrêter, garder le meilleur", "check", kit.Secondary, s.stop)
	give := kit.NewButton("Abandonner", "", kit.Secondary, p.giveUp)
	head := kit.VBox(look.Gap, kit.Text(s.title, look.CardTitle), s.bar,
		kit.Paragraph("Groupes, heures, salles et intervenants sont essayés ensemble. Rien n’est enregistré.", look.Detail))
	s.root = kit.BarePanel(kit.VBox(0, kit.PadXY(look.Cards, look.Gap, head), kit.Grow(kit.Gap(1)), kit.Separator(),
		kit.PadXY(look.Cards, look.Gap, kit.VBox(look.Tight, s.halt, give))))
}

// show writes how far the search is.
func (s *search) show(done, total int) {
	words := fr.Number(int(s.placed.Load())) + " demandes placées sur " + fr.Number(s.of)
	kit.Replace(s.bar, kit.Progress(done, max(1, total), words))
}

// propose looks for better groups: those that stand are kept where nothing is gained by moving them.
func (p *Page) propose() {
	x := p.read
	if off := p.whyNotPropose(); off != "" {
		p.desk.Window.Toast(off, nil)
		return
	}
	if x.setup != nil {
		p.showFaults(faultsOf(x.setup), nil)
		return
	}
	start := func() { p.seek("Recherche des groupes", p.solving(x.instance)) }
	if faults := p.worthSaying(planning.Warnings(x.instance)); len(faults) > 0 {
		p.showFaults(faults, start)
		return
	}
	start()
}

// patience is how long a person waits for a proof; what is found until then is kept.
const patience = 10 * time.Second

// solving searches, then has the composition proven when the exact engine is there.
func (p *Page) solving(in *planning.Instance) solver {
	engine := p.desk.Exact
	return func(ctx context.Context, tell func(planning.Progress)) (planning.Plan, error) {
		plan, err := planning.Solve(ctx, in, planning.Options{Seed: 1, Progress: tell})
		if err != nil || engine == nil {
			return plan, err
		}
		hurried, stop := context.WithTimeout(ctx, patience)
		defer stop()
		better, err := planning.Compose(hurried, in, plan, engine)
		if err != nil { // the search alone is good enough
			return plan, nil
		}
		return better, nil
	}
}

// whyNotPropose is why groups cannot be proposed for this day, "" when they can.
func (p *Page) whyNotPropose() string {
	switch x := p.read; {
	case p.locked() != "":
		return p.locked()
	case x == nil:
		return "Le mercredi se charge."
	case x.view.Day.Date < x.today:
		return "Ce mercredi est passé. Choisissez un mercredi à venir."
	case len(x.view.Problem.Workshops) == 0:
		return "Aucun cycle ouvert ce mercredi-là. Préparez d’abord la saison."
	case len(x.view.Problem.Requests) == 0:
		return "Aucune demande à placer ce mercredi-là. Ajoutez d’abord une demande."
	}
	return ""
}
