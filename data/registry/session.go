package registry

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
)

// SessionWarnings are all that is unusual about a session as it stands in s, kept or not.
func (r *Registry) SessionWarnings(s data.Session) []Clash {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return scene{r: r}.clashes(&s)
}

// MoveSession postpones a session, or brings it forward. The reason is kept with it, and accepts what is unusual about
// the new day: without one the error is then a *NeedsReason. A session with marks stays on a day when all those
// children are expected, and not in the future: ErrMarked otherwise.
func (r *Registry) MoveSession(id data.ID[data.Session], day data.Date, start data.TimeOfDay, reason string) error {
	return r.changeSession(id, func(s *data.Session) error {
		if s.State == data.SessionCancelled {
			return ErrSessionCancelled
		}
		if day != s.Date {
			if !day.Valid() {
				return fmt.Errorf("moving a session: %w", data.ErrBadDate)
			}
			if err := r.checkMarks(s, day); err != nil {
				return err
			}
			if s.MovedFrom.IsZero() {
				s.MovedFrom = s.Date
			}
			if s.MovedFrom == day {
				s.MovedFrom = 0
			}
		}
		s.Date, s.Start, s.Reason = day, start, strings.TrimSpace(reason)
		codes := codesOf(scene{r: r}.clashes(s))
		reasons := map[data.WarningCode]string{}
		for _, c := range codes {
			reasons[c] = reason
		}
		var err error
		s.Warnings, err = acceptance{reasons: reasons, on: r.world.Today()}.accept(codes)
		return err
	})
}

// checkMarks refuses a day on which a marked child could not have come.
func (r *Registry) checkMarks(s *data.Session, day data.Date) error {
	marks := rowOr(r.Attendances, data.ID[data.Attendance](s.ID)).Marks
	if len(marks) > 0 && day > r.world.Today() {
		return ErrMarked
	}
	expected := scene{r: r}.expected(s.GroupID, day)
	for _, m := range marks {
		if !slices.Contains(expected, m.ChildID) {
			return ErrMarked
		}
	}
	return nil
}

// CancelSession says that a session does not take place and is not replaced. Its marks, if any, are kept aside.
func (r *Registry) CancelSession(id data.ID[data.Session], reason string) error {
	return r.changeSession(id, func(s *data.Session) error {
		s.State, s.Reason = data.SessionCancelled, strings.TrimSpace(reason)
		return nil
	})
}

// UncancelSession says that a cancelled session takes place after all.
func (r *Registry) UncancelSession(id data.ID[data.Session]) error {
	return r.changeSession(id, func(s *data.Session) error {
		if s.State == data.SessionCancelled {
			s.State, s.Reason = data.SessionPlanned, ""
		}
		return nil
	})
}

// SetTheme says what a session is about.
func (r *Registry) SetTheme(id data.ID[data.Session], theme string) error {
	return change(r.Sessions, id, func(s *data.Session) error {
		s.Theme = strings.TrimSpace(theme)
		return nil
	})
}

// AddSession adds a session that is not in the rule of the cycle, at the place of the group.
func (r *Registry) AddSession(group data.ID[data.Group], day data.Date, start data.TimeOfDay,
	reasons map[data.WarningCode]string,
) (data.Session, error) {
	var added *data.Session
	err := r.Update(func(tx *Tx) error {
		g, err := findActive(r.Groups, group)
		if err != nil {
			return err
		}
		if _, err := r.openCycle(g.CycleID); err != nil {
			return err
		}
		if !day.Valid() {
			return fmt.Errorf("adding a session: %w", data.ErrBadDate)
		}
		added = sessionOf(&g, day)
		added.Start, added.Added = start, true
		codes := codesOf(scene{r: r}.clashes(added))
		added.Warnings, err = acceptance{reasons: reasons, on: r.world.Today()}.accept(codes)
		if err != nil {
			return err
		}
		if added.ID, err = data.NewID[data.Session](r.world.Random); err != nil {
			return err
		}
		return r.renumber(tx, group, added, nil)
	})
	if err != nil {
		return data.Session{}, err
	}
	return *added, nil
}

// RemoveSession takes out a session that was never to be, and answers how to undo it. A session with marks or
// observations took place: ErrInUse, cancel it.
func (r *Registry) RemoveSession(id data.ID[data.Session]) (undo func() error, err error) {
	var removed data.Session
	err = r.Update(func(tx *Tx) error {
		var err error
		if removed, err = find(r.Sessions, id); err != nil {
			return err
		}
		if err := Delete(tx, r.Sessions, id); err != nil {
			return err
		}
		return r.renumber(tx, removed.GroupID, nil, &removed)
	})
	if err != nil {
		return nil, err
	}
	return func() error {
		return r.Update(func(tx *Tx) error {
			back := removed
			back.Revision = 0
			return r.renumber(tx, back.GroupID, &back, nil)
		})
	}, nil
}

// changeSession makes one change to a session of an open cycle, and numbers its group again.
func (r *Registry) changeSession(id data.ID[data.Session], edit func(*data.Session) error) error {
	return r.Update(func(tx *Tx) error {
		s, err := find(r.Sessions, id)
		if err != nil {
			return err
		}
		if _, err := r.openCycle(s.CycleID); err != nil {
			return err
		}
		if err := edit(&s); err != nil {
			return err
		}
		return r.renumber(tx, s.GroupID, &s, nil)
	})
}

// renumber keeps put, and gives the sessions of a group their numbers: 1 to n in the order of their dates. Only
// sessions whose number changes are written again. removed is left out. The lock is held.
func (r *Registry) renumber(tx *Tx, group data.ID[data.Group], put, removed *data.Session) error {
	var all []*data.Session
	for _, s := range r.sessionsOfGroup.of(group) {
		if (put == nil || s.ID != put.ID) && (removed == nil || s.ID != removed.ID) && !s.Archived {
			all = append(all, s)
		}
	}
	if put != nil {
		all = append(all, put)
	}
	slices.SortFunc(all, byTime)
	for i, s := range all {
		if s != put && s.Number == i+1 {
			continue
		}
		if s != put {
			own := r.Sessions.copy(s)
			s = &own
		}
		s.Number = i + 1
		if err := Put(tx, r.Sessions, s); err != nil {
			return err
		}
	}
	return nil
}
