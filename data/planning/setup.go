package planning

import (
	"fmt"
	"slices"
)

// SetupError says that a problem cannot be planned: no search can begin.
type SetupError struct{ Faults []Fault }

func (e *SetupError) Error() string { return fmt.Sprintf("problem cannot be planned: %v", e.Faults) }

// Fault is one cause why a set-up cannot be planned, or only in part. About are ids; for RepeatedID and EmptyID the
// first one says of what: "room", "facilitator", "workshop", "child", "group". fr.PlanFault makes a sentence of it.
type Fault struct {
	Code  FaultCode
	About []string
	// Start is the hour it is about, for those about an hour.
	Start        Time
	Count, Limit int
	// Broken is what no longer holds, for CurrentBroken.
	Broken *Violation
}

// FaultCode names a cause.
type FaultCode string

// Contradictions: New refuses the problem, there is nothing to work out.
const (
	RepeatedID      FaultCode = "repeated-id"
	EmptyID         FaultCode = "empty-id"
	RepeatedRequest FaultCode = "repeated-request" // child, workshop
	UnknownAsker    FaultCode = "unknown-asker"    // child, workshop: the child is not there
	UnknownAsked    FaultCode = "unknown-asked"    // child, workshop: the workshop is not there
	UnknownLeader   FaultCode = "unknown-leader"   // workshop, facilitator
	UnknownInPair   FaultCode = "unknown-in-pair"  // the child who is not there, the other
	PairOfOne       FaultCode = "pair-of-one"      // child
	UnknownPriority FaultCode = "unknown-priority" // child, workshop, what is said
	UnknownGrade    FaultCode = "unknown-grade"    // what is said, child or workshop
	UnknownHalf     FaultCode = "unknown-half"     // what is said, child
	LockedOutside   FaultCode = "locked-outside"   // group, child: locked where the child is not
	BadStep         FaultCode = "bad-step"         // Count minutes
	BadTrips        FaultCode = "bad-trips"
)

// contradictions are the faults with which nothing can be worked out.
func contradictions(p *Problem) []Fault {
	c := &contradicting{problem: p}
	c.ids("room", len(p.Rooms), func(i int) string { return p.Rooms[i].ID })
	leaders := c.ids("facilitator", len(p.Facilitators), func(i int) string { return p.Facilitators[i].ID })
	workshops := c.ids("workshop", len(p.Workshops), func(i int) string { return p.Workshops[i].ID })
	children := c.ids("child", len(p.Children), func(i int) string { return p.Children[i].ID })
	c.ids("group", len(p.Current), func(i int) string { return p.Current[i].ID })
	for i := range p.Workshops {
		for _, id := range p.Workshops[i].Facilitators {
			if !leaders[id] {
				c.add(UnknownLeader, p.Workshops[i].ID, id)
			}
		}
	}
	c.words()
	c.requests(children, workshops)
	c.pairs(children)
	c.lockedChildren(children)
	if p.StepMinutes < 1 || p.StepMinutes > int(midnight) {
		c.found = append(c.found, Fault{Code: BadStep, Count: p.StepMinutes})
	}
	if p.Escorts != nil && (p.Escorts.ChildrenPerTrip < 1 || p.Escorts.TripsPerStart < 0) {
		c.add(BadTrips)
	}
	return c.found
}

type contradicting struct {
	problem *Problem
	found   []Fault
}

func (c *contradicting) add(code FaultCode, about ...string) {
	c.found = append(c.found, Fault{Code: code, About: about})
}

// ids notes the ids that are empty or there twice, and answers all of them.
func (c *contradicting) ids(of string, n int, id func(int) string) map[string]bool {
	seen, twice := make(map[string]bool, n), map[string]bool{}
	for i := range n {
		switch name := id(i); {
		case name == "":
			c.add(EmptyID, of)
		case seen[name] && !twice[name]:
			c.add(RepeatedID, of, name)
			twice[name] = true
		default:
			seen[name] = true
		}
	}
	return seen
}

// words checks those of the format.
func (c *contradicting) words() {
	known := func(g Grade) bool { return g == "" || slices.Contains(grades, g) }
	for i := range c.problem.Workshops {
		w := &c.problem.Workshops[i]
		for _, g := range w.Grades {
			if !known(g) || g == "" {
				c.add(UnknownGrade, string(g), w.ID)
			}
		}
	}
	for i := range c.problem.Children {
		kid := &c.problem.Children[i]
		if !known(kid.Grade) {
			c.add(UnknownGrade, string(kid.Grade), kid.ID)
		}
		if kid.Prefers != "" && kid.Prefers != Morning && kid.Prefers != Afternoon {
			c.add(UnknownHalf, string(kid.Prefers), kid.ID)
		}
	}
}

func (c *contradicting) requests(children, workshops map[string]bool) {
	seen := map[[2]string]bool{}
	for _, r := range c.problem.Requests {
		pair := [2]string{r.Child, r.Workshop}
		switch {
		case !children[r.Child]:
			c.add(UnknownAsker, r.Child, r.Workshop)
		case !workshops[r.Workshop]:
			c.add(UnknownAsked, r.Child, r.Workshop)
		case seen[pair]:
			c.add(RepeatedRequest, r.Child, r.Workshop)
		}
		seen[pair] = true
		if r.Priority != Urgent && r.Priority != High && r.Priority != Normal {
			c.add(UnknownPriority, r.Child, r.Workshop, string(r.Priority))
		}
	}
}

func (c *contradicting) pairs(children map[string]bool) {
	for _, pair := range slices.Concat(c.problem.Apart, c.problem.Together) {
		switch {
		case pair[0] == pair[1]:
			c.add(PairOfOne, pair[0])
		case !children[pair[0]]:
			c.add(UnknownInPair, pair[0], pair[1])
		case !children[pair[1]]:
			c.add(UnknownInPair, pair[1], pair[0])
		}
	}
}

// lockedChildren checks that children are locked in the group where they are.
func (c *contradicting) lockedChildren(children map[string]bool) {
	for i := range c.problem.Current {
		g := &c.problem.Current[i]
		if g.Locks == nil {
			continue
		}
		for _, id := range g.Locks.Children {
			if !children[id] || !slices.Contains(g.Children, id) {
				c.add(LockedOutside, g.ID, id)
			}
		}
	}
}
