package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// places are the enrolments of the child, with the sessions where it was expected, marked or observed. A group where
// something was lived without an enrolment comes last: nothing that is kept is left out.
func (w *wholeFile) places() {
	all := w.enrolledOfChild.of(w.child.ID)
	slices.SortFunc(all, func(a, b *data.Enrollment) int {
		return cmp.Or(w.byCycle(a.CycleID, b.CycleID), cmp.Compare(a.From, b.From), compareIDs(a.ID, b.ID))
	})
	left := w.lived()
	for _, e := range all {
		p := w.place(e)
		for _, s := range w.sessionsInOrder(e.GroupID) {
			if _, lived := left[s.ID]; e.Covers(s.Date) || lived && !w.covered(all, s) {
				delete(left, s.ID)
				p.Sessions = append(p.Sessions, w.session(s))
			}
		}
		w.v.Places = append(w.v.Places, p)
	}
	groups := map[data.ID[data.Group]][]*data.Session{}
	for _, s := range left {
		groups[s.GroupID] = append(groups[s.GroupID], s)
	}
	var others []WholePlace
	for group, sessions := range groups {
		p := w.place(&data.Enrollment{GroupID: group, CycleID: rowOr(w.Groups, group).CycleID, State: data.Left})
		slices.SortFunc(sessions, func(a, b *data.Session) int { return cmp.Compare(a.Date, b.Date) })
		for _, s := range sessions {
			p.Sessions = append(p.Sessions, w.session(s))
		}
		others = append(others, p)
	}
	slices.SortFunc(others, func(a, b WholePlace) int { return cmp.Compare(a.Sessions[0].Date, b.Sessions[0].Date) })
	w.v.Places = append(w.v.Places, others...)
}

// lived are the sessions where the child has a mark or an observation.
func (w *wholeFile) lived() map[data.ID[data.Session]]*data.Session {
	out := map[data.ID[data.Session]]*data.Session{}
	for id, sheet := range w.Attendances.rows {
		if s, ok := w.Sessions.rows[data.ID[data.Session](id)]; ok && sheet.Of(w.child.ID) != data.NotEntered {
			out[s.ID] = s
		}
	}
	for _, o := range w.observedOfChild.rows[w.child.ID] {
		if s, ok := w.Sessions.rows[o.SessionID]; ok {
			out[s.ID] = s
		}
	}
	return out
}

// covered reports whether one of the enrolments was for that session.
func (w *wholeFile) covered(all []*data.Enrollment, s *data.Session) bool {
	return slices.ContainsFunc(all, func(e *data.Enrollment) bool { return e.GroupID == s.GroupID && e.Covers(s.Date) })
}

func (w *wholeFile) place(e *data.Enrollment) WholePlace {
	cycle, group := rowOr(w.Cycles, e.CycleID), rowOr(w.Groups, e.GroupID)
	p := WholePlace{
		Workshop: rowOr(w.Workshops, cycle.WorkshopID).Name, Cycle: cycle.Name, Group: w.m.text(PartPlaces, 0, group.Name),
		SchoolYear: cycle.SchoolYear, State: e.State, RequestedOn: e.RequestedOn, From: e.From, Until: e.Until,
		Priority: e.Priority, DecidedOn: e.DecidedOn, AskedBy: w.m.text(PartPlaces, e.RequestedOn, e.AskedBy),
		LeaveReason: w.m.text(PartPlaces, e.Until, e.LeaveReason), Warnings: slices.Clone(e.Warnings),
	}
	for i, x := range p.Warnings {
		p.Warnings[i].Reason = w.m.text(PartPlaces, x.On, x.Reason)
	}
	for _, f := range w.facilitatorsOf(&reading{group: group, sessions: w.sessionsInOrder(group.ID)}) {
		if !w.o.Outside && !w.ofTheTeam(f.Name) {
			f.Name = ""
		}
		f.Phone = ""
		p.Facilitators = append(p.Facilitators, f)
	}
	return p
}

// ofTheTeam reports whether a facilitator is a member of the team.
func (w *wholeFile) ofTheTeam(name string) bool {
	return anyRow(w.Registry.Facilitators, func(f *data.Facilitator) bool { return f.FullName() == name && !f.MemberID.IsZero() })
}

func (w *wholeFile) session(s *data.Session) WholeSession {
	out := WholeSession{Number: s.Number, Date: s.Date, Theme: w.m.text(PartSessions, s.Date, s.Theme)}
	switch mark := w.markOf(s.ID, w.child.ID); {
	case s.State == data.SessionCancelled:
		out.Cell = Cell{CellMark, data.Cancelled}
	case mark == data.NotEntered && s.Date > w.today:
		out.Cell = Cell{Kind: CellToCome}
	default:
		out.Cell = Cell{CellMark, mark}
	}
	observed := w.observedInSession.of(s.ID)
	slices.SortFunc(observed, func(a, b *data.Observation) int { return compareIDs(a.ID, b.ID) })
	for _, o := range observed {
		if o.ChildID == w.child.ID {
			out.Observations = append(out.Observations, WholeObservation{
				o.Participation, o.Mood, w.m.text(PartSessions, s.Date, o.Text), w.writer(o.AuthorID),
			})
		}
	}
	return out
}
