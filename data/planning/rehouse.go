package planning

import "slices"

// rehouse gives the groups that continue a current one its room and its facilitator back, wherever that can be: no level
// of the objective looks at them, but people do.
func (in *Instance) rehouse(groups []Group) {
	in.giveBack(groups, func(g *Group) *string { return &g.Room }, func(g *Group) (ids []string) {
		for _, r := range in.workshops[in.workshopAt[g.Workshop]].rooms {
			ids = append(ids, in.rooms[r].ID)
		}
		return ids
	})
	in.giveBack(groups, func(g *Group) *string { return &g.Facilitator }, func(g *Group) (ids []string) {
		w := &in.workshops[in.workshopAt[g.Workshop]]
		for _, f := range w.facilitators {
			if free(in.facilitators[f].Available, w.during(g.Start)) {
				ids = append(ids, in.facilitators[f].ID)
			}
		}
		return ids
	})
}

// giveBack first gives each group what it had, those with a locked room before all, then those who keep their hour; then the others keep what they have,
// or take the first that is free. If somebody is left without, all stays as it was.
func (in *Instance) giveBack(groups []Group, field func(*Group) *string, may func(*Group) []string) {
	final := make([]string, len(groups))
	give := func(i int, id string) {
		if final[i] == "" && slices.Contains(may(&groups[i]), id) && !in.takenBy(groups, final, i, id) {
			final[i] = id
		}
	}
	for _, turn := range []func(*currentGroup, *Group) bool{
		func(old *currentGroup, _ *Group) bool { return old.roomLocked },
		func(old *currentGroup, g *Group) bool { return old.Start == g.Start },
		func(*currentGroup, *Group) bool { return true },
	} {
		for i := range groups {
			at := slices.IndexFunc(in.current, func(c currentGroup) bool { return c.ID == groups[i].ID && c.Workshop == groups[i].Workshop })
			if at >= 0 && turn(&in.current[at], &groups[i]) {
				give(i, *field(in.current[at].Group))
			}
		}
	}
	for i := range groups {
		give(i, *field(&groups[i]))
		for _, id := range may(&groups[i]) {
			give(i, id)
		}
	}
	if slices.Contains(final, "") {
		return
	}
	for i := range groups {
		*field(&groups[i]) = final[i]
	}
}

// takenBy reports whether another group has a room or a facilitator while this one is held.
func (in *Instance) takenBy(groups []Group, final []string, i int, id string) bool {
	held := in.workshops[in.workshopAt[groups[i].Workshop]].during(groups[i].Start)
	for j := range groups {
		if final[j] == id && held.meets(in.workshops[in.workshopAt[groups[j].Workshop]].during(groups[j].Start)) {
			return true
		}
	}
	return false
}
