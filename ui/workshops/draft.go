package workshops

import (
	"slices"

	"mercredi/data"
	"mercredi/data/registry"
)

// draft is a cycle being prepared: a plan, and the reasons for what is unusual as people give them: one for the
// sessions, one for a group that is too full, one a child.
type draft struct {
	registry.CyclePlan // its groups are not used: they are in groups
	groups             []*groupDraft
	why                map[data.ID[data.Child]]string
	whySessions        string
	// midTyped and endTyped say that the person chose the day of a bilan: it does not follow the dates any more.
	midTyped, endTyped bool
}

// groupDraft is a group being prepared.
type groupDraft struct {
	registry.GroupPlan
	children []data.ID[data.Child]
	whyFull  string
}

func newDraft(p registry.CyclePlan) *draft {
	d := &draft{CyclePlan: p, why: map[data.ID[data.Child]]string{}}
	for _, g := range p.Groups {
		d.groups = append(d.groups, &groupDraft{GroupPlan: g})
	}
	return d
}

// aboutRoom are the warnings that come from how many children a group has, the same for each of them.
var aboutRoom = []data.WarningCode{data.WarnCapacity, data.WarnRoomPlaces}

// plan is what the registry previews and opens. Every reason is given for every warning it may be asked for.
func (d *draft) plan(seen registry.CyclePreview, by data.ID[data.Member]) registry.CyclePlan {
	p := d.CyclePlan
	p.By, p.Groups, p.Reasons = by, nil, map[data.WarningCode]string{}
	for _, code := range sessionCodes(seen) {
		p.Reasons[code] = d.whySessions
	}
	warnings := warningsOf(seen)
	for _, g := range d.groups {
		out := g.GroupPlan
		out.Children = nil
		for _, id := range g.children {
			reasons := map[data.WarningCode]string{}
			for _, code := range warnings[id] {
				reasons[code] = d.why[id]
				if slices.Contains(aboutRoom, code) {
					reasons[code] = g.whyFull
				}
			}
			out.Children = append(out.Children, registry.ChildPlan{ChildID: id, Reasons: reasons})
		}
		p.Groups = append(p.Groups, out)
	}
	return p
}

// sessionCodes are what is unusual about the sessions themselves.
func sessionCodes(seen registry.CyclePreview) []data.WarningCode {
	var codes []data.WarningCode
	for _, c := range seen.Clashes {
		if c.Code != data.WarnChildBusy && !slices.Contains(codes, c.Code) {
			codes = append(codes, c.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// warningsOf is what is unusual about each child.
func warningsOf(seen registry.CyclePreview) map[data.ID[data.Child]][]data.WarningCode {
	out := map[data.ID[data.Child]][]data.WarningCode{}
	for _, s := range seen.Seats {
		out[s.ChildID] = s.Warnings
	}
	return out
}

// own are the warnings of a child that do not come from the number of children.
func own(codes []data.WarningCode) []data.WarningCode {
	return slices.DeleteFunc(slices.Clone(codes), func(c data.WarningCode) bool { return slices.Contains(aboutRoom, c) })
}

// has reports whether a child has a place, or waits.
func (d *draft) has(id data.ID[data.Child]) bool {
	return slices.Contains(d.Waiting, id) || slices.ContainsFunc(d.groups, func(g *groupDraft) bool { return slices.Contains(g.children, id) })
}

// put gives a child a place in group at, or on the waiting list when at is past the last group.
func (d *draft) put(id data.ID[data.Child], at int) {
	d.drop(id)
	if at < len(d.groups) {
		d.groups[at].children = append(d.groups[at].children, id)
		return
	}
	d.Waiting = append(d.Waiting, id)
}

// drop takes a child out.
func (d *draft) drop(id data.ID[data.Child]) {
	is := func(x data.ID[data.Child]) bool { return x == id }
	for _, g := range d.groups {
		g.children = slices.DeleteFunc(g.children, is)
	}
	d.Waiting = slices.DeleteFunc(d.Waiting, is)
}

// free is the first group from at on that has a place, or the waiting list when there is none.
func (d *draft) free(at int) int {
	for i := at; i < len(d.groups); i++ {
		if len(d.groups[i].children) < d.groups[i].Capacity {
			return i
		}
	}
	return len(d.groups)
}

// addGroup adds a group like the last one, after it.
func (d *draft) addGroup(name string, length, capacity int) {
	g := registry.GroupPlan{Name: name, LengthMinutes: length, Capacity: capacity}
	if n := len(d.groups); n > 0 {
		last := d.groups[n-1].GroupPlan
		g = last
		g.Name, g.Start, g.Children = name, last.Start.Add(last.LengthMinutes), nil
		if d.Rule.Rhythm == data.Weekly {
			g.Start = g.Start.Add(pauseMinutes)
		}
	}
	d.groups = append(d.groups, &groupDraft{GroupPlan: g})
}

// pauseMinutes is between two groups that follow one another.
const pauseMinutes = 15

// removeGroup takes a group away; its children go to the waiting list.
func (d *draft) removeGroup(at int) {
	d.Waiting = append(d.Waiting, d.groups[at].children...)
	d.groups = slices.Delete(d.groups, at, at+1)
}

// seated is how many children have a place.
func (d *draft) seated() int {
	n := 0
	for _, g := range d.groups {
		n += len(g.children)
	}
	return n
}
