package registry

import (
	"cmp"
	"slices"

	"mercredi/data"
)

// life is what a child lives in a school year.
type life struct {
	workshops, waiting []WorkshopName
	psychologist       bool // some of the workshops are meetings followed by a decision
	others             bool // some are not
	free               int  // places where the child waits
	data.Regularity
	next []NextThing
}

// livesIn gathers the life of every child in a school year. The lock is held.
func (r *Registry) livesIn(year int, today data.Date) map[data.ID[data.Child]]*life {
	lives := map[data.ID[data.Child]]*life{}
	of := func(id data.ID[data.Child]) *life {
		l := lives[id]
		if l == nil {
			l = &life{}
			lives[id] = l
		}
		return l
	}
	for _, g := range r.inYear(year) {
		x := r.read(g, today)
		for i := range x.rows {
			r.live(of(x.rows[i].child.ID), x, &x.rows[i])
		}
	}
	for _, c := range r.Cycles.rows {
		if c.SchoolYear != year || c.Archived || c.State == data.CycleClosed {
			continue
		}
		n := r.countPlaces(c, today)
		for _, e := range r.enrolledInCycle.rows[c.ID] {
			if e.State == data.Waiting && !e.Archived {
				l := of(e.ChildID)
				l.waiting = append(l.waiting, workshopName(rowOr(r.Workshops, c.WorkshopID)))
				l.free = max(l.free, n.Capacity-n.Enrolled)
			}
		}
	}
	for _, l := range lives {
		r.sortNames(l.workshops)
		r.sortNames(l.waiting)
		l.workshops = slices.Compact(l.workshops)
	}
	return lives
}

func (r *Registry) sortNames(names []WorkshopName) {
	if len(names) > 1 {
		slices.SortFunc(names, func(a, b WorkshopName) int {
			return cmp.Or(r.folds.compare(a.Name, b.Name), compareIDs(a.ID, b.ID))
		})
	}
}

// live adds to a life what the child lives in one group.
func (r *Registry) live(l *life, x *reading, row *readRow) {
	l.Regularity = plus(l.Regularity, row.Regularity)
	add := func(t NextThing) {
		t.Group = x.name()
		l.next = append(l.next, t)
	}
	closed := x.cycle.State == data.CycleClosed
	if row.here(x.today) && !closed {
		l.workshops = append(l.workshops, workshopName(x.workshop))
		if x.workshop.DecisionAfter > 0 {
			l.psychologist = true
		} else {
			l.others = true
		}
		if row.inARow >= r.absenceAlert() {
			add(NextThing{Kind: NextAbsences, On: row.since, Count: row.inARow})
		}
	}
	if closed {
		return
	}
	if t, ok := x.toMark(row); ok {
		add(t)
	}
	for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
		if t, ok := nextBilan(r.progress(x, row, m), x.today); ok {
			add(t)
		}
	}
	if on := x.decisionDay(row); !on.IsZero() && x.today.DaysUntil(on) <= decisionNoticeDays && row.here(x.today) {
		if b := r.bilanOf(childInCycle{row.child.ID, x.cycle.ID}, data.MomentEnd); b == nil || b.State != data.BilanFinal {
			add(NextThing{Kind: NextDecide, On: on})
		}
	}
	for i, s := range x.sessions {
		if row.cells[i].Kind == CellToCome {
			add(NextThing{Kind: NextSession, On: s.Date, Start: s.Start})
			break
		}
	}
}

// toMark counts the sessions of a child that are still to be entered.
func (x *reading) toMark(row *readRow) (NextThing, bool) {
	t := NextThing{Kind: NextMark}
	for i, c := range row.cells {
		if c.awaited() {
			if t.Count++; t.Count == 1 {
				t.On = x.sessions[i].Date
			}
		}
	}
	return t, t.Count > 0
}

func nextBilan(p BilanProgress, today data.Date) (NextThing, bool) {
	t := NextThing{On: p.Due}
	switch {
	case p.Step == BilanDone || p.Step == BilanNotOwed:
		return t, false
	case p.LateDays > 0:
		t.Kind = NextBilanLate
	case p.Step == BilanStarted:
		t.Kind = NextBilanDraft
	case today.DaysUntil(p.Due) > bilanNoticeDays:
		return t, false
	default:
		t.Kind = NextBilan
	}
	return t, true
}

// addClashes adds what the next day of workshops asks of a child twice. The lock is held.
func (r *Registry) addClashes(lives map[data.ID[data.Child]]*life, today data.Date) {
	day := r.nextDay(today)
	sessions := r.sessionsOfDay(day)
	r.clash(sessions)
	for i := range sessions {
		s := &sessions[i]
		for _, c := range s.Clashes {
			if l := lives[c.Child.ID]; c.Code == data.WarnChildBusy && l != nil {
				l.next = append(l.next, NextThing{Kind: NextClash, On: day, Start: max(s.Start, c.Start), Group: s.Group})
			}
		}
	}
}
