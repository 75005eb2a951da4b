package planner

import (
	"cmp"
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
)

// proposal is a plan that is not kept: what it changes, change by change, and which are accepted. It stands in place of
// the day until it is applied or given up.
type proposal struct {
	x       *reading // the day as it stands
	after   planning.Plan
	changes []planning.Change
	on      []bool
	names   planning.Names
	fresh   map[string]registry.GroupName // groups that do not exist yet
	proof   string                        // what is proven of the plan, "" when nothing is
	panel   *proposalPanel
}

func newProposal(x *reading, after planning.Plan) *proposal {
	q := &proposal{x: x, after: after, fresh: map[string]registry.GroupName{}}
	q.changes = planning.Diff(x.instance, &x.view.Plan, &q.after)
	q.on = make([]bool, len(q.changes))
	for i := range q.on {
		q.on[i] = true
	}
	q.christen()
	switch {
	case after.Proven:
		q.proof = "Prouvé" + nbsp + ": aucune meilleure répartition n’existe."
	case after.ProvenComposition:
		q.proof = "Prouvé" + nbsp + ": avec ces groupes, aucune meilleure composition n’existe."
	}
	return q
}

// groupName is the name of the nth group of a cycle.
func groupName(n int) string { return "Groupe " + fr.Number(n) }

// christen names the groups that open as the registry will: the first number that the cycle does not have.
func (q *proposal) christen() {
	taken := map[[2]string]bool{}
	for _, g := range q.x.view.Names.Groups {
		taken[[2]string{g.CycleID.String(), g.Group}] = true
	}
	for _, c := range q.changes {
		if c.Code != planning.GroupOpens {
			continue
		}
		w := q.x.view.Names.Workshops[c.Workshop]
		for n := 1; ; n++ {
			key := [2]string{w.CycleID.String(), groupName(n)}
			if !taken[key] {
				taken[key] = true
				q.fresh[c.Is.ID] = registry.GroupName{CycleID: w.CycleID, Workshop: w.WorkshopName, Cycle: w.Cycle, Group: groupName(n)}
				break
			}
		}
	}
	q.names = q.x.names
	known := q.x.names.Group
	q.names.Group = func(id string) string {
		if g, ok := q.fresh[id]; ok {
			return fr.GroupWord(g.Group)
		}
		return known(id)
	}
}

// plan is what stands with the changes that are accepted.
func (q *proposal) plan() *planning.Plan {
	return planning.Apply(q.x.instance, &q.x.view.Plan, q.changes, q.accepted())
}

func (q *proposal) accepted() (all []int) {
	for i, on := range q.on {
		if on {
			all = append(all, i)
		}
	}
	return all
}

// tick accepts a change with those it needs, or gives it up with those that need it.
func (q *proposal) tick(i int, on bool) {
	q.on[i] = on
	if on {
		for _, need := range q.changes[i].Needs {
			q.on[need] = true
		}
		return
	}
	for j := range q.changes {
		if slices.Contains(q.changes[j].Needs, i) {
			q.on[j] = false
		}
	}
}

// touched are the groups that the accepted changes change, with how many children more or less each then has.
func (q *proposal) touched(now *planning.Plan) map[string]int {
	out := map[string]int{}
	for _, i := range q.accepted() {
		c := q.changes[i]
		for _, g := range []*planning.Group{c.Was, c.Is} {
			if g != nil {
				out[g.ID] = 0
			}
		}
		for _, m := range c.Moves {
			for _, id := range []string{m.From, m.To} {
				if id != "" {
					out[id] = 0
				}
			}
		}
	}
	for id := range out {
		out[id] = len(childrenOf(now, id)) - len(childrenOf(&q.x.view.Plan, id))
	}
	return out
}

func childrenOf(p *planning.Plan, group string) []string {
	if i := slices.IndexFunc(p.Groups, func(g planning.Group) bool { return g.ID == group }); i >= 0 {
		return p.Groups[i].Children
	}
	return nil
}

// counts are figures of the day, before and after.
type counts struct{ conflicts, waiting, taken [2]int }

func (q *proposal) counts(now *planning.Plan) counts {
	seats := func(p *planning.Plan) (n int) {
		for _, g := range p.Groups {
			n += len(g.Children)
		}
		return n
	}
	gained := seats(now) - seats(&q.x.view.Plan)
	before, after := conflicts(q.x.instance, &q.x.view.Plan), conflicts(q.x.instance, now)
	taken := max(q.x.view.Day.Taken, seats(&q.x.view.Plan))
	waiting := len(q.x.view.Waiting)
	return counts{[2]int{before, after}, [2]int{waiting, waiting - gained}, [2]int{taken, taken + gained}}
}

// conflicts counts what cannot be held as it is.
func conflicts(in *planning.Instance, p *planning.Plan) (n int) {
	for _, v := range planning.Check(in, p) {
		if v.Severity == planning.Impossible && len(v.Groups) > 0 && !slices.Contains(quiet, v.Code) {
			n++
		}
	}
	return n
}

// rest says who stays without a place, and why: « Rayan O. : groupe 1 complet ».
func (q *proposal) rest(now *planning.Plan) (n int, words []string) {
	after := *q.x
	after.names, after.view.Plan, after.reasons = q.names, *now, nil
	after.explain()
	for i, w := range q.x.view.Waiting {
		if placed(now, w.Place) {
			continue
		}
		n++
		if why, _ := verdict(&after, i); why != "" {
			words = append(words, short(w.Child)+nbsp+": "+fr.Lower(why))
		}
	}
	for _, c := range q.changes {
		if c.Code == planning.ChildLeaves && len(c.Moves) > 0 && !placed(now, registry.PlannerPlace{Child: c.Moves[0].Child, Workshop: c.Workshop}) {
			n++
			words = append(words, q.names.Child(c.Moves[0].Child)+nbsp+": "+fr.Lower(fr.PlanChangeReasons(q.names, c)))
		}
	}
	return n, words
}

func placed(p *planning.Plan, at registry.PlannerPlace) bool {
	return slices.ContainsFunc(p.Groups, func(g planning.Group) bool {
		return g.Workshop == at.Workshop && slices.Contains(g.Children, at.Child)
	})
}

// title is « 3 changements proposés ».
func (q *proposal) title() string {
	return fr.Count(len(q.changes), "changement proposé", "changements proposés")
}

// verb is « Appliquer les 3 changements ».
func (q *proposal) verb() string {
	switch n := len(q.accepted()); n {
	case 0:
		return "Appliquer"
	case 1:
		return "Appliquer le changement"
	default:
		return fmt.Sprintf("Appliquer les %s changements", fr.Number(n))
	}
}

// present shows a plan in place of the day, or says that nothing would change.
func (p *Page) present(after planning.Plan) {
	q := newProposal(p.read, after)
	if len(q.changes) == 0 {
		said := "Rien à proposer de mieux" + nbsp + ": les groupes restent comme ils sont."
		if q.proof != "" {
			said = cmp.Or(q.proof, said)
		}
		p.desk.Window.Toast(said, nil)
		return
	}
	p.closeGroup()
	p.choose(choice{})
	p.proposal = q
	q.panel = newProposalPanel(p, q)
	p.showProposal()
	p.desk.Window.Canvas().Focus(q.panel.apply)
}

// abandon shows the day as it stands again.
func (p *Page) abandon() {
	if p.proposal == nil {
		return
	}
	p.proposal = nil
	p.showPanel()
	p.showHead()
	p.showBoard()
	p.desk.Window.Canvas().Focus(p.grid)
}

// apply keeps what is accepted, in one change that can be undone.
func (p *Page) apply() {
	q := p.proposal
	n := len(q.accepted())
	if n == 0 {
		return
	}
	x := registry.PlanApply{
		Day: q.x.view.Day.Date, Plan: *q.plan(), Was: q.x.view.Plan, Name: groupName, By: p.desk.Viewer,
		Why: "Groupes proposés",
	}
	reg := p.desk.Registry
	p.do(gesture{
		verb: "Appliquer quand même",
		said: fr.Count(n, "changement appliqué.", "changements appliqués."),
		work: func(reasons map[data.WarningCode]string) (func() error, error) {
			x.Reasons = reasons
			return reg.ApplyPlan(x)
		},
		done: p.settled,
	})
}

// settled puts aside what had happened: it has been answered.
func (p *Page) settled() {
	if p.event != nil {
		p.aside[p.event.key] = true
		p.event = nil
		p.showBoard()
	}
}

// outdated reports whether the day is no longer the one that a proposal was made for.
func (q *proposal) outdated(now *reading) bool {
	a, b := q.x.view, now.view
	return a.Day.Date != b.Day.Date || len(a.Plan.Groups) != len(b.Plan.Groups) ||
		!slices.EqualFunc(a.Plan.Groups, b.Plan.Groups, func(g, h planning.Group) bool {
			return g.ID == h.ID && g.Start == h.Start && g.Room == h.Room && g.Facilitator == h.Facilitator && slices.Equal(g.Children, h.Children)
		})
}
