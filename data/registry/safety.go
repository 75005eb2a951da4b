package registry

import (
	"fmt"

	"mercredi/data"
	"mercredi/data/journal"
)

// Safety is a copy of what the team decided about its backups, with what became of them.
func (r *Registry) Safety() data.Safety {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.safetyNow()
}

// safetyNow is the one record, or what a team starts with. The lock is held.
func (r *Registry) safetyNow() data.Safety {
	for _, s := range r.safety.rows {
		return r.safety.copy(s)
	}
	return data.DefaultSafety()
}

// SaveSafety keeps it: ErrNotAllowed for who neither coordinates nor administers, ErrSameFolder for a place inside the
// team's folder.
func (r *Registry) SaveSafety(s *data.Safety) error {
	if !r.access().MayKeepKeys() {
		return fmt.Errorf("saving the backup places: %w", ErrNotAllowed)
	}
	for _, p := range s.Places {
		if r.place != nil && inside(p.Path, r.place.dir) {
			return fmt.Errorf("saving the backup places: %w", ErrSameFolder)
		}
	}
	return r.keep(func(tx *Tx) error { return Put(tx, r.safety, s) })
}

// noteSafety changes what became of the backups, whoever the keyholder is, with lines for the journal.
func (r *Registry) noteSafety(edit func(*data.Safety), lines ...journal.Line) error {
	return r.keep(func(tx *Tx) error {
		s := r.safetyNow()
		edit(&s)
		tx.lines = append(tx.lines, lines...)
		return Put(tx, r.safety, &s)
	})
}
