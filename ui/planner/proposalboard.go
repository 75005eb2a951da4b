package planner

import (
	"cmp"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// showProposal lays out the day as it would be: what changes is outlined, the rest is grey.
func (p *Page) showProposal() {
	q := p.proposal
	now := q.plan()
	p.band.Show()
	kit.Replace(p.band, kit.NewNoticeBand(look.Next, "eye", kit.Sentence{Fact: "Aperçu", Rest: nbsp + ": rien n’est encore enregistré. Les groupes entourés changent."}))
	kit.Relayout(p.band)
	p.board = q.board(p.by, now)
	parts := p.board.parts
	parts.OnEscape = func() bool { p.abandon(); return true }
	parts.OnOpen = func(i int) { q.panel.reveal(p.board.sessions[i].Group) }
	p.grid.Set(parts)
	kit.Replace(p.middle, p.grid)
	q.panel.show(now)
	kit.Replace(p.panel, q.panel.root)
	kit.KeepFocus(p.head, p.showHead)
}

// board is the day with the changes that are accepted.
func (q *proposal) board(by side, now *planning.Plan) board {
	day := *q.x
	day.troubles = nil
	touched := q.touched(now)
	day.view.Day.Sessions, day.view.Day.Rooms = q.sessions(now), slices.Clone(q.x.view.Day.Rooms)
	for _, s := range day.view.Day.Sessions {
		if !slices.ContainsFunc(day.view.Day.Rooms, func(r registry.DayRoom) bool { return r.ID == s.RoomID }) {
			day.view.Day.Rooms = append(day.view.Day.Rooms, registry.DayRoom{ID: s.RoomID, Name: s.Room, Site: s.Site})
		}
	}
	b := boardOf(&day, by)
	for i := range b.parts.Blocks {
		k, id := &b.parts.Blocks[i], b.sessions[i].Group.Group
		id = cmp.Or(textOf(b.sessions[i].Group.ID), id)
		if fresh := q.freshID(b.sessions[i].Group); fresh != "" {
			id = fresh
		}
		k.Fixed = "Rien n’est encore enregistré."
		delta, changes := touched[id]
		if !changes {
			k.Faded, k.Alert = true, false
			continue
		}
		k.Proposed = true
		switch {
		case delta > 0:
			k.Change = "+" + fr.Number(delta)
		case delta < 0:
			k.Change = "−" + fr.Number(-delta)
		}
		if childrenOf(now, id) == nil {
			k.Trail, k.Taken, k.Places = "ferme", 0, 0
		}
	}
	return b
}

// freshID is the id in the plan of a group that does not exist yet, "" for the others.
func (q *proposal) freshID(g registry.GroupName) string {
	if !g.ID.IsZero() {
		return ""
	}
	for id, f := range q.fresh {
		if f.CycleID == g.CycleID && f.Group == g.Group {
			return id
		}
	}
	return ""
}

// sessions are those of the day as they would be, with those of the groups that would open.
func (q *proposal) sessions(now *planning.Plan) (out []registry.DaySession) {
	for _, s := range q.x.view.Day.Sessions {
		id := s.Group.ID.String()
		was, is := q.x.group(id), groupIn(now, id)
		if was != nil && is != nil && s.State != data.SessionCancelled {
			// what was moved by hand that day stays where it is
			if s.Start == data.TimeOfDay(was.Start) {
				s.Start = data.TimeOfDay(is.Start)
			}
			q.house(&s, is, was)
			s.Enrolled = len(is.Children) + s.Enrolled - len(was.Children)
		}
		out = append(out, s)
	}
	for _, g := range now.Groups {
		name, fresh := q.fresh[g.ID]
		if !fresh {
			continue
		}
		s := registry.DaySession{Group: name, State: data.SessionPlanned, Number: 1, Start: data.TimeOfDay(g.Start), Enrolled: len(g.Children)}
		if w := q.x.workshop(g.Workshop); w != nil {
			s.LengthMinutes, s.Capacity = w.LengthMinutes, w.Max
		}
		if name.Workshop.Format != data.InGroup && len(g.Children) == 1 {
			s.Group.Child = q.x.view.Names.Children[g.Children[0]]
		}
		q.house(&s, &g, nil)
		out = append(out, s)
	}
	return out
}

// house puts a session where its group would be, unless the session alone is elsewhere.
func (q *proposal) house(s *registry.DaySession, is, was *planning.Group) {
	if was == nil || textOf(s.RoomID) == was.Room {
		room := q.x.view.Names.Rooms[is.Room]
		s.RoomID, _ = data.ParseID[data.Room](is.Room) // zero for none
		s.Room, s.Site = room.Name, room.Site
	}
	if was == nil || textOf(s.FacilitatorID) == was.Facilitator {
		s.FacilitatorID, _ = data.ParseID[data.Facilitator](is.Facilitator) // zero for none
		s.Facilitator = q.x.view.Names.Facilitators[is.Facilitator]
	}
}

func groupIn(p *planning.Plan, id string) *planning.Group {
	if i := slices.IndexFunc(p.Groups, func(g planning.Group) bool { return g.ID == id }); i >= 0 {
		return &p.Groups[i]
	}
	return nil
}
