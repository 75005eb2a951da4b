package planning

import (
	"cmp"
	"slices"
	"strconv"
)

// tidy puts groups in the order of the files, names those without id, and says who waits and what it is all worth. A
// nameless group continues the current group of its workshop with which it shares most children, or is the first "g1",
// "g2"… that nobody has.
func (in *Instance) tidy(p *Plan) {
	for i := range p.Groups {
		slices.SortFunc(p.Groups[i].Children, func(a, b string) int { return cmp.Compare(in.childAt[a], in.childAt[b]) })
	}
	slices.SortStableFunc(p.Groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(in.workshopAt[a.Workshop], in.workshopAt[b.Workshop]),
			cmp.Compare(in.roomAt[a.Room], in.roomAt[b.Room]), cmp.Compare(a.ID, b.ID))
	})
	in.name(p.Groups)
	placed := make([]bool, len(in.requests))
	for i := range p.Groups {
		for _, id := range p.Groups[i].Children {
			if r, ok := in.requestAt[[2]int{at(in.childAt, id), at(in.workshopAt, p.Groups[i].Workshop)}]; ok {
				placed[r] = true
			}
		}
	}
	p.Format, p.ProblemSHA256, p.Waiting = FormatPlan, in.sha256, []Waiting{}
	for r := range in.requests {
		if asked := &in.problem.Requests[r]; !placed[r] {
			p.Waiting = append(p.Waiting, Waiting{Child: asked.Child, Workshop: asked.Workshop, Reasons: []Reason{}})
		}
	}
	p.Objective = in.Score(p.Groups).Levels()
}

func (in *Instance) name(groups []Group) {
	taken := map[string]bool{}
	for i := range groups {
		taken[groups[i].ID] = true
	}
	for i := range groups {
		if groups[i].ID != "" {
			continue
		}
		best, most := "", -1
		for c := range in.current {
			old := &in.current[c]
			if taken[old.ID] || old.Workshop != groups[i].Workshop {
				continue
			}
			if n := alike(&groups[i], old.Group); n > most {
				best, most = old.ID, n
			}
		}
		groups[i].ID, taken[best] = best, true
	}
	for i := range in.current {
		taken[in.current[i].ID] = true
	}
	next := 1
	for i := range groups {
		for groups[i].ID == "" {
			if id := "g" + strconv.Itoa(next); !taken[id] {
				groups[i].ID = id
			}
			next++
		}
	}
}

// alike counts what two groups share: each child, the hour, the room, the facilitator.
func alike(a, b *Group) (n int) {
	for _, id := range a.Children {
		if slices.Contains(b.Children, id) {
			n++
		}
	}
	for _, same := range []bool{a.Start == b.Start, a.Room == b.Room, a.Facilitator == b.Facilitator} {
		if same {
			n++
		}
	}
	return n
}
