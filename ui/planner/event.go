package planner

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// event is something that happened to the groups, after which they may be planned again in three ways.
type event struct {
	fact, rest string
	key        string   // what it is about, so that one that was put aside does not come back
	x          *reading // the day for which the ways were worked out
	ways       []way
	runs       task.Latest
}

// way is one way to plan again: its plan, and how many children who have a place change hour or lose it.
type way struct {
	words string
	plan  planning.Plan
	moved int
	gain  int    // children who wait and would have a place
	off   string // why it is not possible
}

// The three ways.
const (
	nobodyMoves  = "Personne ne bouge"
	fewestMoves  = "Changements minimes"
	fromTheStart = "Tout recalculer"
)

// happened shows above the day that something has happened.
func (p *Page) happened(e *event) {
	p.event = e
	p.showBoard()
}

// bands are what else stands above the day.
func (p *Page) bands() []fyne.CanvasObject {
	e := p.event
	if e == nil {
		e = p.departure()
		p.event = e
	}
	if e == nil || p.locked() != "" || p.read.instance == nil || p.read.view.Day.Date < p.read.today {
		return nil
	}
	if e.x != p.read {
		e.x, e.ways = p.read, nil
		p.weigh(e)
	}
	var buttons []fyne.CanvasObject
	if e.ways == nil {
		for _, words := range []string{nobodyMoves, fewestMoves, fromTheStart} {
			b := kit.NewSmall(words, "", kit.Secondary, nil)
			b.SetReason("Le nombre de changements se calcule.")
			buttons = append(buttons, b)
		}
	}
	for _, w := range e.ways {
		buttons = append(buttons, p.wayButton(w))
	}
	aside := kit.NewIconButton("x", "Laisser comme c’est", func() {
		p.aside[e.key] = true
		p.event = nil
		p.showBoard()
	})
	aside.Small, aside.Weight = true, kit.Quiet
	return []fyne.CanvasObject{kit.NewNoticeBand(look.Info, "user-round-x", kit.Sentence{Fact: e.fact, Rest: e.rest}, append(buttons, aside)...)}
}

func (p *Page) wayButton(w way) *kit.Button {
	words := w.words
	if w.off == "" && w.words != nobodyMoves {
		words += " (" + fr.Number(w.moved) + ")"
	}
	b := kit.NewSmall(words, "", kit.Secondary, func() {
		p.event.runs.Cancel()
		p.present(w.plan)
	})
	b.Tip = fr.Count(w.moved, "enfant déplacé", "enfants déplacés") + ", " + fr.Count(w.gain, "enfant placé", "enfants placés")
	if w.off != "" {
		b.SetReason(w.off)
	}
	return b
}

// weigh works the three ways out beside the window.
func (p *Page) weigh(e *event) {
	x, engine := p.read, p.desk.Exact
	task.RunLatest(p.desk.Tasks, &e.runs, func(ctx context.Context) ([]way, error) {
		ways := []way{
			x.way(ctx, nobodyMoves, held(x.view.Problem), nil),
			x.way(ctx, fewestMoves, x.view.Problem, engine),
			x.way(ctx, fromTheStart, fromNothing(x.view.Problem), nil),
		}
		return ways, ctx.Err()
	}, func(ways []way, err error) {
		if err != nil || p.event != e || e.x != x {
			return
		}
		e.ways = ways
		if p.proposal == nil {
			p.showBand()
		}
	})
}

// way works out one way. The exact engine moves the fewest, and proves it; without it the search does what it can.
func (x *reading) way(ctx context.Context, words string, problem planning.Problem, engine planning.Exact) way {
	w := way{words: words}
	in, err := planning.New(&problem, "")
	if err == nil && engine != nil {
		hurried, stop := context.WithTimeout(ctx, patience)
		defer stop()
		w.plan, err = planning.Replan(hurried, in, engine)
		if err == nil && !w.plan.Proven {
			w.plan = orHeld(ctx, in, w.plan)
		}
	}
	if err == nil && w.plan.Groups == nil {
		w.plan, err = planning.Solve(ctx, in, planning.Options{Seed: 1})
	}
	if err != nil {
		w.off = fr.Error(err)
		return w
	}
	w.moved, w.gain = x.moves(&w.plan)
	return w
}

// orHeld is the better of a plan that the engine had no time to prove and of one in which nobody moves.
func orHeld(ctx context.Context, in *planning.Instance, unproven planning.Plan) planning.Plan {
	problem := held(*in.Problem())
	still, err := planning.New(&problem, "")
	if err != nil { // something cannot stay as it is
		return unproven
	}
	plan, err := planning.Solve(ctx, still, planning.Options{Seed: 1})
	if err != nil || unproven.Groups != nil && in.Score(plan.Groups).Compare(in.Score(unproven.Groups)) <= 0 {
		return unproven
	}
	return plan
}

// held is a problem in which every group keeps its hour, its room and its children.
func held(p planning.Problem) planning.Problem {
	p.Current = slices.Clone(p.Current)
	for i := range p.Current {
		g := &p.Current[i]
		g.Locks = &planning.Locks{Slot: true, Room: true, Children: slices.Clone(g.Children)}
	}
	return p
}

// fromNothing is a problem that forgets the groups, save those that are locked.
func fromNothing(p planning.Problem) planning.Problem {
	p.Current = slices.DeleteFunc(slices.Clone(p.Current), func(g planning.Group) bool { return g.Locks == nil })
	return p
}

// moves counts the children with a place who would lose it or come at another hour, and those who wait and would have one.
func (x *reading) moves(after *planning.Plan) (moved, gain int) {
	was, is := starts(&x.view.Plan), starts(after)
	for place, start := range was {
		if now, still := is[place]; !still || now != start {
			moved++
		}
	}
	for place := range is {
		if _, had := was[place]; !had {
			gain++
		}
	}
	return moved, gain
}

// starts are the hours of the children of a plan.
func starts(p *planning.Plan) map[registry.PlannerPlace]planning.Time {
	out := map[registry.PlannerPlace]planning.Time{}
	for _, g := range p.Groups {
		for _, c := range g.Children {
			out[registry.PlannerPlace{Child: c, Workshop: g.Workshop}] = g.Start
		}
	}
	return out
}

// recentDays is how long after a departure the place that is free is spoken of.
const recentDays = 14

// departure is the latest child who left a group of the day, when somebody waits: the place may be for another. nil when
// there is none.
func (p *Page) departure() *event {
	x := p.read
	if len(x.view.Waiting) == 0 {
		return nil
	}
	var last data.Enrollment
	for _, e := range p.desk.Registry.Enrollments.All() {
		if e.State != data.Left || e.Until < x.today.AddDays(-recentDays) || p.aside[e.ID.String()] || e.Until < last.Until {
			continue
		}
		if g := x.group(e.GroupID.String()); g != nil && x.roomIn(g) && x.asksFor(g.Workshop) {
			last = e
		}
	}
	if last.ID.IsZero() {
		return nil
	}
	return &event{
		key: last.ID.String(), fact: fr.PlanChange(x.names, leaving(last.ChildID.String(), last.GroupID.String())),
		rest: nbsp + ": une place est libre.",
	}
}

// leaving is the change of a child who leaves a group, to be said.
func leaving(child, group string) planning.Change {
	return planning.Change{Code: planning.ChildLeaves, Was: &planning.Group{ID: group}, Moves: []planning.Move{{Child: child, From: group}}}
}

func (x *reading) roomIn(g *planning.Group) bool {
	w := x.workshop(g.Workshop)
	return w != nil && len(g.Children) < w.Max
}

// asksFor reports whether somebody waits for a workshop and is not blocked.
func (x *reading) asksFor(workshop string) bool {
	return slices.ContainsFunc(x.view.Waiting, func(r registry.PlannerRequest) bool {
		return r.Place.Workshop == workshop && len(r.Blocked) == 0
	})
}
