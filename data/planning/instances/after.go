package instances

import (
	"math/rand/v2"
	"slices"

	"mercredi/data/planning"
)

// Follow is the problem of the next week: the groups of a plan are the current ones, without locks.
func Follow(p *planning.Problem, groups []planning.Group) *planning.Problem {
	next := *p
	next.Current = nil
	for _, g := range groups {
		g.Locks, g.Children = nil, slices.Clone(g.Children)
		next.Current = append(next.Current, g)
	}
	return &next
}

// DropOut is the problem once a child who has a place has left: its requests go, its places too.
func DropOut(p *planning.Problem, child string) *planning.Problem {
	next := Follow(p, p.Current)
	next.Requests = slices.DeleteFunc(slices.Clone(p.Requests), func(r planning.Request) bool { return r.Child == child })
	for i := range next.Current {
		g := &next.Current[i]
		g.Locks = p.Current[i].Locks
		g.Children = slices.DeleteFunc(g.Children, func(id string) bool { return id == child })
	}
	return next
}

// Away is the problem once a facilitator can no longer come after an hour.
func Away(p *planning.Problem, facilitator string, from planning.Time) *planning.Problem {
	next := *p
	next.Facilitators = slices.Clone(p.Facilitators)
	for i := range next.Facilitators {
		f := &next.Facilitators[i]
		if f.ID != facilitator {
			continue
		}
		left := []planning.Span{}
		for _, s := range f.Available {
			if s.Start < from {
				left = append(left, planning.Span{Start: s.Start, End: min(s.End, from)})
			}
		}
		f.Available = left
	}
	return &next
}

// Lock locks a part of the current groups: so many of a hundred slots, rooms and children.
func Lock(p *planning.Problem, seed uint64, percent int) *planning.Problem {
	chance := rand.New(rand.NewPCG(seed, 0x6c6f636b))
	next := Follow(p, p.Current)
	for i := range next.Current {
		g := &next.Current[i]
		locks := planning.Locks{Slot: chance.IntN(100) < percent, Room: chance.IntN(100) < percent}
		for _, child := range g.Children {
			if chance.IntN(100) < percent {
				locks.Children = append(locks.Children, child)
			}
		}
		if locks.Slot || locks.Room || locks.Children != nil {
			g.Locks = &locks
		}
	}
	return next
}
