package registry

import (
	"errors"
	"fmt"
	"slices"

	"mercredi/data"
)

// rework is a change of groups, sessions and places, prepared before any of it is written: what is unusual is looked at
// in the file as it will be. It is one change, and can be undone as one. The lock is held while it is prepared.
type rework struct {
	scene
	from   data.Date // the first day that may change
	why    acceptance
	steps  []step
	mine   map[[16]byte]any      // the draft of each record that is touched or added
	seated []*data.Enrollment    // places to look at
	moved  []*data.Session       // sessions to look at
	run    map[[16]byte]struct{} // ids of the records of this rework
}

// step is one record of a rework, as it was and as it will be.
type step interface {
	put(tx *Tx) error
	back(tx *Tx, all *rework) error
}

// record is a step: before is nil for a new record, after for one that is taken out.
type record[T any] struct {
	table         *Table[T]
	before, after *T
}

// rework prepares a change with edit, gives what is unusual its reasons, and keeps it. A *NeedsReason lists what has none.
func (r *Registry) rework(from data.Date, why acceptance, edit func(*rework) error) (undo func() error, err error) {
	var w *rework
	err = r.Update(func(tx *Tx) error {
		w = &rework{
			scene: scene{r, draft{gone: map[[16]byte]bool{}}}, from: max(from, r.world.Today()), why: why,
			mine: map[[16]byte]any{}, run: map[[16]byte]struct{}{},
		}
		w.why.on = r.world.Today()
		if err := edit(w); err != nil {
			return err
		}
		if err := w.alone(); err != nil {
			return err
		}
		if err := w.accept(); err != nil {
			return err
		}
		for _, s := range w.steps {
			if err := s.put(tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return w.undo, nil
}

// undo puts back everything, in one change. ErrChangedSince when somebody has changed any of it since.
func (w *rework) undo() error {
	return w.r.Update(func(tx *Tx) error {
		for _, s := range w.steps {
			if err := s.back(tx, w); err != nil {
				return fmt.Errorf("undoing a change of the planning: %w", err)
			}
		}
		if !w.numbered() {
			return fmt.Errorf("undoing a change of the planning: %w", ErrChangedSince)
		}
		return nil
	})
}

// numbered reports whether the sessions that come back take their numbers among those of their groups: somebody may have
// added or moved one since.
func (w *rework) numbered() bool {
	groups := map[data.ID[data.Group]][]*data.Session{}
	for _, s := range w.steps {
		switch x, ok := s.(record[data.Session]); {
		case ok && x.before != nil:
			groups[x.before.GroupID] = append(groups[x.before.GroupID], x.before)
		case ok:
			groups[x.after.GroupID] = append(groups[x.after.GroupID], nil)
		}
	}
	for id, all := range groups {
		for _, s := range w.r.sessionsOfGroup.rows[id] {
			if _, ours := w.run[s.ID]; !ours {
				all = append(all, s)
			}
		}
		all = slices.DeleteFunc(all, func(s *data.Session) bool { return s == nil || s.Archived })
		slices.SortFunc(all, byTime)
		for i, s := range all {
			if s.Number != i+1 {
				return false
			}
		}
	}
	return true
}

// touch is the draft of a kept record, to be changed.
func touch[T any](w *rework, t *Table[T], list *[]*T, kept *T) *T {
	id := head(kept).ID
	if x, ok := w.mine[id].(*T); ok {
		return x
	}
	v := t.copy(kept)
	w.note(id, &v, record[T]{t, kept, &v})
	w.gone[id] = true
	*list = append(*list, &v)
	return &v
}

// add is a new record in the draft, with an id.
func add[T any](w *rework, t *Table[T], list *[]*T, v *T) error {
	id, err := w.r.drawID()
	if err != nil {
		return err
	}
	head(v).ID = id
	w.note(id, v, record[T]{t, nil, v})
	*list = append(*list, v)
	return nil
}

// drop takes a kept record out.
func drop[T any](w *rework, t *Table[T], kept *T) {
	id := head(kept).ID
	w.note(id, nil, record[T]{t, kept, nil})
	w.gone[id] = true
}

func (w *rework) note(id [16]byte, v any, s step) {
	w.steps = append(w.steps, s)
	w.run[id] = struct{}{}
	w.mine[id] = v
}

func (w *rework) group(kept *data.Group) *data.Group {
	return touch(w, w.r.Groups, &w.groups, kept)
}

func (w *rework) session(kept *data.Session) *data.Session {
	return touch(w, w.r.Sessions, &w.sessions, kept)
}

func (w *rework) place(kept *data.Enrollment) *data.Enrollment {
	return touch(w, w.r.Enrollments, &w.enrollments, kept)
}

func (x record[T]) put(tx *Tx) error {
	if x.after == nil {
		return takeOut(tx, x.table, head(x.before).ID)
	}
	return Put(tx, x.table, x.after)
}

// back puts the record back as it was, if it still is what this rework made of it.
func (x record[T]) back(tx *Tx, all *rework) error {
	if x.after == nil {
		v := *x.before
		head(&v).Revision = 0
		if x.table.rows[head(&v).ID] != nil {
			return ErrChangedSince
		}
		return Put(tx, x.table, &v)
	}
	now := x.table.rows[head(x.after).ID]
	if now == nil || head(now).Revision != head(x.after).Revision {
		return ErrChangedSince
	}
	if x.before != nil {
		v := *x.before
		head(&v).Revision = head(now).Revision
		return Put(tx, x.table, &v)
	}
	if all.wanted(now) {
		return ErrChangedSince
	}
	return takeOut(tx, x.table, head(now).ID)
}

// wanted reports whether something that came since needs a record that this rework made.
func (w *rework) wanted(v any) bool {
	r := w.r
	foreign := func(id [16]byte) bool { _, ours := w.run[id]; return !ours }
	switch v := v.(type) {
	case *data.Session:
		return errors.Is(r.Sessions.guard(v), ErrInUse)
	case *data.Enrollment:
		return errors.Is(r.Enrollments.guard(v), ErrInUse)
	case *data.Group:
		return len(r.bilansOfGroup.rows[v.ID]) > 0 ||
			slices.ContainsFunc(r.sessionsOfGroup.rows[v.ID], func(s *data.Session) bool { return foreign(s.ID) }) ||
			slices.ContainsFunc(r.enrolledInGroup.rows[v.ID], func(e *data.Enrollment) bool { return foreign(e.ID) })
	case *data.Cycle:
		return slices.ContainsFunc(r.groupsOfCycle.rows[v.ID], func(g *data.Group) bool { return foreign(g.ID) }) ||
			slices.ContainsFunc(r.enrolledInCycle.rows[v.ID], func(e *data.Enrollment) bool { return foreign(e.ID) })
	}
	return false
}

// alone refuses a second place of a child in a cycle on the same days.
func (w *rework) alone() error {
	for _, e := range w.enrollments {
		for _, o := range among(w.scene, w.r.enrolledOfChild.of(e.ChildID), w.enrollments, func(o *data.Enrollment) bool { return o.ChildID == e.ChildID }) {
			if o.ID != e.ID && o.CycleID == e.CycleID && collide(e, o) {
				return ErrAlreadyEnrolled
			}
		}
	}
	return nil
}

// collide reports whether two places of a child in a cycle cannot both be. A wait is for all the days to come.
func collide(a, b *data.Enrollment) bool {
	if a.State == data.Waiting || b.State == data.Waiting {
		return a.State != data.Left && b.State != data.Left
	}
	return (a.Until.IsZero() || b.From <= a.Until) && (b.Until.IsZero() || a.From <= b.Until)
}

// accept gives what is unusual in the draft its reasons: those that were kept with a place or a session, and those given.
func (w *rework) accept() error {
	var bare []data.WarningCode
	give := func(kept []data.Warning, codes []data.WarningCode) []data.Warning {
		why := acceptance{map[data.WarningCode]string{}, w.why.by, w.why.on}
		for code, reason := range w.why.reasons {
			why.reasons[code] = reason
		}
		var out []data.Warning
		for _, code := range codes {
			if i := slices.IndexFunc(kept, func(x data.Warning) bool { return x.Code == code && x.Reason != "" }); i >= 0 {
				out = append(out, kept[i])
				continue
			}
			given, err := why.accept([]data.WarningCode{code})
			if err != nil {
				bare = append(bare, code)
			}
			out = append(out, given...)
		}
		return out
	}
	for _, s := range w.moved {
		s.Warnings = give(s.Warnings, codesOf(w.clashes(s)))
	}
	for _, e := range w.seated {
		e.Warnings = give(e.Warnings, w.warnings(w.seatAt(e)))
	}
	if len(bare) > 0 {
		return &NeedsReason{codeSet(bare)}
	}
	return nil
}

// seatAt is the seat of a place of the draft.
func (w *rework) seatAt(e *data.Enrollment) seat {
	group := rowOr(w.r.Groups, e.GroupID)
	if g, ok := w.mine[e.GroupID].(*data.Group); ok {
		group = g
	}
	cycle := rowOr(w.r.Cycles, e.CycleID)
	return seat{
		child: rowOr(w.r.Children, e.ChildID), group: group, workshop: rowOr(w.r.Workshops, cycle.WorkshopID),
		from: e.From, until: e.Until, decided: !e.DecidedOn.IsZero(),
	}
}

// reshape changes the hour or the place of a group. Its sessions from the first day on that were as the group had it
// follow; those moved by hand, marked or cancelled stay.
func (w *rework) reshape(kept *data.Group, edit func(*data.Group)) {
	g := w.group(kept)
	edit(g)
	for _, s := range w.r.followers(kept, g, w.from) {
		draft := w.session(w.r.Sessions.rows[s.ID])
		*draft = s
		w.moved = append(w.moved, draft)
	}
	w.renumber(kept.ID) // two of a day may change places
}

// found makes a group and its sessions on some days.
func (w *rework) found(g *data.Group, days []data.Date, themes []string) error {
	if len(days) == 0 {
		return ErrNoSessionYet
	}
	if err := add(w, w.r.Groups, &w.groups, g); err != nil {
		return err
	}
	for i, theme := range spread(themes, len(days)) {
		s := sessionOf(g, days[i])
		s.Number, s.Theme = i+1, theme
		if err := add(w, w.r.Sessions, &w.sessions, s); err != nil {
			return err
		}
		w.moved = append(w.moved, s)
	}
	return nil
}

// dissolve ends a group without children: one that has lived keeps what it lived and loses its sessions to come, one that
// never met goes, and is archived if somebody had cancelled or moved one of its sessions.
func (w *rework) dissolve(kept *data.Group) {
	sessions := w.r.sessionsOfGroup.of(kept.ID)
	byHand := func(s *data.Session) bool { return !w.r.untouched(s) || s.Added || !s.MovedFrom.IsZero() }
	lived := slices.ContainsFunc(sessions, func(s *data.Session) bool { return s.Date < w.from }) ||
		len(w.r.bilansOfGroup.rows[kept.ID]) > 0
	if !lived && (w.holds(kept.ID) || slices.ContainsFunc(sessions, byHand)) {
		w.group(kept).Archived = true
		return
	}
	for _, s := range sessions {
		if s.Date >= w.from && w.r.untouched(s) {
			drop(w, w.r.Sessions, s)
		}
	}
	if lived {
		w.renumber(kept.ID)
		return
	}
	drop(w, w.r.Groups, kept)
}

// holds reports whether a place in a group will still be kept.
func (w *rework) holds(group data.ID[data.Group]) bool {
	return slices.ContainsFunc(w.r.enrolledInGroup.rows[group], func(e *data.Enrollment) bool {
		draft, ours := w.mine[e.ID].(*data.Enrollment)
		return !ours || draft.GroupID == group
	})
}

// renumber gives the sessions of a group their numbers again.
func (w *rework) renumber(group data.ID[data.Group]) {
	for i, s := range w.sessionsOf(group) {
		if s.Number == i+1 {
			continue
		}
		if _, ours := w.mine[s.ID]; !ours {
			s = w.session(s)
		}
		s.Number = i + 1
	}
}
