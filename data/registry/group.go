package registry

import (
	"mercredi/data"
)

// ChangeGroup keeps a group of an open cycle. Its sessions to come that were at the old hour and place follow to the
// new one; those that were moved by hand, marked or cancelled stay. What becomes unusual needs a reason for each
// warning, kept with the sessions: without, the error is a *NeedsReason.
func (r *Registry) ChangeGroup(g *data.Group, reasons map[data.WarningCode]string, by data.ID[data.Member]) error {
	return r.Update(func(tx *Tx) error {
		if _, err := r.openCycle(g.CycleID); err != nil {
			return err
		}
		old, err := find(r.Groups, g.ID)
		if err != nil {
			return err
		}
		if err := Put(tx, r.Groups, g); err != nil {
			return err
		}
		followers := r.followers(&old, g, r.world.Today())
		var bare []data.WarningCode
		for i := range followers {
			s := &followers[i]
			kept := map[data.WarningCode]string{}
			for _, w := range s.Warnings {
				kept[w.Code] = w.Reason
			}
			for code, reason := range reasons {
				kept[code] = reason
			}
			codes := codesOf(scene{r: r}.clashes(s))
			s.Warnings, err = acceptance{kept, by, r.world.Today()}.accept(codes)
			if asked, ok := err.(*NeedsReason); ok {
				bare = append(bare, asked.Warnings...)
				continue
			}
			if err := Put(tx, r.Sessions, s); err != nil {
				return err
			}
		}
		if len(bare) > 0 {
			return &NeedsReason{codeSet(bare)}
		}
		return nil
	})
}

// followers are the sessions of a group from a day on, at its new hour and place, when those change. The lock is held.
func (r *Registry) followers(old, g *data.Group, from data.Date) []data.Session {
	if old.Start == g.Start && old.LengthMinutes == g.LengthMinutes && old.RoomID == g.RoomID && old.FacilitatorID == g.FacilitatorID {
		return nil
	}
	var out []data.Session
	for _, kept := range r.sessionsOfGroup.of(g.ID) {
		if kept.Date < from || !r.untouched(kept) {
			continue
		}
		s := r.Sessions.copy(kept)
		follow(&s.Start, old.Start, g.Start)
		follow(&s.LengthMinutes, old.LengthMinutes, g.LengthMinutes)
		follow(&s.RoomID, old.RoomID, g.RoomID)
		follow(&s.FacilitatorID, old.FacilitatorID, g.FacilitatorID)
		out = append(out, s)
	}
	return out
}

// untouched reports whether a session is still only planned: neither held, marked, cancelled nor archived.
func (r *Registry) untouched(s *data.Session) bool {
	return s.State == data.SessionPlanned && !s.Archived && len(rowOr(r.Attendances, data.ID[data.Attendance](s.ID)).Marks) == 0
}

// follow changes what was as the group had it.
func follow[T comparable](v *T, old, now T) {
	if *v == old {
		*v = now
	}
}
