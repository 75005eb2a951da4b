package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// AgendaOf says whose calendar: a facilitator's, a room's, a child's; of the whole team when none is said.
type AgendaOf struct {
	Facilitator data.ID[data.Facilitator]
	Room        data.ID[data.Room]
	Child       data.ID[data.Child]
	SchoolYear  int
}

// AgendaView is the sessions of a school year for a calendar program.
type AgendaView struct {
	Team   string
	Region string // chooses the time zone
	Of     string // the facilitator or the room, "" for a child and the team
	Events []AgendaEvent
}

// AgendaEvent is one session. What was given once under a session's id is never taken away without a word: it comes
// again as Cancelled.
type AgendaEvent struct {
	WednesdaySession
	// Sequence grows with every change that a calendar must learn.
	Sequence  int
	Cancelled bool
}

// Agenda is a calendar of a school year; false when the facilitator, the room or the child does not exist.
func (r *Registry) Agenda(of AgendaOf) (AgendaView, bool) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	v := AgendaView{Team: r.settingsNow().TeamName, Region: r.settingsNow().Region}
	p := newPublicNames(r)
	switch {
	case !of.Child.IsZero():
		_, ok := r.Children.rows[of.Child]
		v.Events = p.childEvents(of)
		return v, ok
	case !of.Facilitator.IsZero():
		f, ok := r.Facilitators.rows[of.Facilitator]
		if !ok {
			return v, false
		}
		v.Of = f.FullName()
	case !of.Room.IsZero():
		room, ok := r.Rooms.rows[of.Room]
		if !ok {
			return v, false
		}
		v.Of = room.Name
	}
	for _, s := range r.Sessions.rows {
		if of.wants(s) && rowOr(r.Cycles, rowOr(r.Groups, s.GroupID).CycleID).SchoolYear == of.SchoolYear {
			v.Events = append(v.Events, agendaEvent(p.session(s), !r.stands(s)))
		}
	}
	slices.SortFunc(v.Events, func(a, b AgendaEvent) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Start, b.Start), compareIDs(a.ID, b.ID))
	})
	return v, true
}

func (of AgendaOf) wants(s *data.Session) bool {
	return (of.Facilitator.IsZero() || s.FacilitatorID == of.Facilitator) && (of.Room.IsZero() || s.RoomID == of.Room)
}

// agendaEvent is a session; gone says that it was hidden.
func agendaEvent(s WednesdaySession, gone bool) AgendaEvent {
	s.Children = nil
	return AgendaEvent{s, int(max(s.Revision, 1)) - 1, gone || s.State == data.SessionCancelled}
}

// childEvents are the sessions of a child. One from which the child was withdrawn is cancelled, and the changes of its
// places count in the sequence.
func (p publicNames) childEvents(of AgendaOf) []AgendaEvent {
	var out []AgendaEvent
	for _, s := range p.ofChild(of.Child, of.SchoolYear) {
		e := agendaEvent(s.forFamily(), s.left)
		e.Sequence += int(s.changes)
		out = append(out, e)
	}
	return out
}
