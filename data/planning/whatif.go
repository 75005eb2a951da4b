package planning

import (
	"context"
	"slices"
)

// Question is: with these groups, could this request have a place?
type Question struct {
	Plan  Plan
	Asked Request
}

// Possibility is the answer to « what if this child had a place? ».
type Possibility struct {
	// Possible says that the child can have a place in these groups; Plan is then the plan with it.
	Possible bool
	// Proven says that nobody less would lose their place or be moved, or that there is no place at all.
	Proven bool
	Plan   Plan
	// Displaced are the requests that would lose their place, Moved those that would change groups.
	Displaced, Moved []Request
}

// whatIfEffort bounds the answer to a question that somebody waits for.
const whatIfEffort = 10_000

// WhatIf asks whether a waiting request could have a place in the groups of a plan, as they are, and at the cost of
// whom: the fewest who lose their place, least urgent first, then the fewest who change groups. Nobody else is placed.
func WhatIf(ctx context.Context, in *Instance, q Question, engine Exact) (Possibility, error) {
	plan, asked := q.Plan, q.Asked
	wanted, ok := in.requestAt[[2]int{at(in.childAt, asked.Child), at(in.workshopAt, asked.Workshop)}]
	slots, pools, held := in.slotsOf(plan.Groups)
	if !ok || !held || engine == nil {
		return Possibility{}, nil
	}
	for i := range slots {
		slots[i].must = true
	}
	f := formulate(in, slots, pools)
	of := in.slotsOfRequests(plan.Groups)
	one := sum{}
	for r := range in.requests {
		for _, t := range f.seats[r] {
			switch {
			case r == wanted:
				one.add(1, t.column)
			case of[r] < 0:
				f.model.Columns[t.column].Upper = 0
			}
		}
	}
	f.equals(one, 1)
	a := attempt{f: f, engine: engine, effort: whatIfEffort}
	found, err := a.reach(ctx, f.kept(of))
	if err != nil || !found {
		return Possibility{Proven: a.proven && err == nil}, err
	}
	p := Possibility{Possible: true, Proven: a.proven}
	if p.Plan, err = f.plan(plan, &a, nil); err != nil {
		return Possibility{}, err
	}
	for r := range of {
		now := slices.IndexFunc(f.seats[r], func(t seat) bool { return a.values[t.column] > half })
		switch old := in.problem.Requests[r]; {
		case of[r] >= 0 && now < 0:
			p.Displaced = append(p.Displaced, old)
		case of[r] >= 0 && f.seats[r][now].slot != of[r]:
			p.Moved = append(p.Moved, old)
		}
	}
	return p, nil
}

// slotsOfRequests says in which group each request is placed, -1 for none.
func (in *Instance) slotsOfRequests(groups []Group) []int {
	of := slices.Repeat([]int{-1}, len(in.requests))
	for i := range groups {
		for _, id := range groups[i].Children {
			if r, ok := in.requestAt[[2]int{at(in.childAt, id), at(in.workshopAt, groups[i].Workshop)}]; ok {
				of[r] = i
			}
		}
	}
	return of
}

// kept are, in order: places kept, urgent ones, high ones, in the same group.
func (f *formulation) kept(of []int) []goal {
	g := make([]goal, 4)
	for r := range f.in.requests {
		if of[r] < 0 {
			continue
		}
		class := f.in.requests[r].class
		for _, t := range f.seats[r] {
			g[0].add(t.column, 1)
			if class < 2 {
				g[1+class].add(t.column, 1)
			}
			if t.slot == of[r] {
				g[3].add(t.column, 1)
			}
		}
		for i := range g {
			if i == 0 || i == 1+class || i == 3 {
				g[i].reach++
			}
		}
	}
	return g
}
