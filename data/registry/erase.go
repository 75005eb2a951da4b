package registry

import (
	"fmt"
	"strings"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/vault"
)

// ErasurePreview is what erasing a child would take away.
type ErasurePreview struct {
	Reference string
	Counts    []Count // records of the child, and of the family when it goes
	Marks     int     // attendance marks in sheets shared with others
	Family    bool    // the family goes too: no other child of it is left
	// Carriers are the places of the key ring; the erasure is complete when each was refreshed.
	Carriers []data.BackupPlace
	// Latest is the day by which the last backup that holds the child, unreadable, will have been rotated out; zero when
	// there are no backups.
	Latest data.Date
}

// Erasure is an erasure that was done, without a name.
type Erasure struct {
	ErasurePreview
	On     data.Date
	ByRole data.Role
	Reason string
	// Complete is the day on which the last carrier of the ring was refreshed; zero while one is still to come.
	Complete    data.Date
	JournalHead string // first 8 hexadecimal signs
	State       uint64
	// Entry is the number of the entry of the journal that tells it, EntryHash its hash, hexadecimal.
	Entry     uint64
	EntryHash string
}

// PreviewErasure says what EraseChild would do.
func (r *Registry) PreviewErasure(id data.ID[data.Child]) (ErasurePreview, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	child, err := find(r.Children, id)
	if err != nil {
		return ErasurePreview{}, err
	}
	p := ErasurePreview{Reference: id.Reference(), Family: r.lastOfFamily(&child)}
	for _, t := range r.tables {
		n := t.inDrawer(id)
		if p.Family {
			n += t.inDrawer(child.FamilyID)
		}
		if n > 0 {
			p.Counts = append(p.Counts, Count{t.count().Noun, n})
		}
	}
	for _, sheet := range r.Attendances.rows {
		if sheet.Of(id) != data.NotEntered {
			p.Marks++
		}
	}
	s := r.safetyNow()
	for _, place := range s.Places {
		if place.Ring {
			p.Carriers = append(p.Carriers, place)
		}
	}
	if len(s.Places) > 0 {
		p.Latest = r.world.Today().AddMonths(max(s.Monthly, 1)).AddDays(7 * s.Weekly)
	}
	return p, nil
}

// lastOfFamily reports whether nobody would be left in the family of a child. The lock is held.
func (r *Registry) lastOfFamily(c *data.Child) bool {
	return !c.FamilyID.IsZero() && len(r.childrenOfFamily.rows[c.FamilyID]) == 1
}

// EraseChild destroys a child's key, records and traces, for ever, and compacts the file: ErrNotAllowed,
// data.ErrMissing without a reason. What was destroyed cannot be opened again, in an older backup neither, once the
// carriers of the key ring were refreshed.
func (r *Registry) EraseChild(id data.ID[data.Child], reason string) (Erasure, error) {
	return r.erase(id, reason, journal.Erased, nil)
}

// erase is EraseChild, and what an anonymisation leaves is kept in the same change.
func (r *Registry) erase(id data.ID[data.Child], reason string, act journal.Act, left []data.Figure) (Erasure, error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return Erasure{}, fmt.Errorf("erasing a child: reason: %w", data.ErrMissing)
	}
	if r.keys == nil || !r.access().MayGovern() {
		return Erasure{}, fmt.Errorf("erasing a child: %w", ErrNotAllowed)
	}
	preview, err := r.PreviewErasure(id)
	if err != nil {
		return Erasure{}, fmt.Errorf("erasing a child: %w", err)
	}
	drawers := [][16]byte{id}
	if child, ok := r.Children.Get(id); ok && preview.Family {
		drawers = append(drawers, child.FamilyID)
	}
	// The keys go first: from here on the erasure is certain. If what follows is cut short, the next opening ends it.
	if err := r.keys.Erase(uint32(r.world.Today()), drawers...); err != nil {
		return Erasure{}, fmt.Errorf("erasing a child: %w", err)
	}
	line := journal.Line{Act: act, Noun: string(Children), Child: id, Record: id, Count: 1}
	if err := r.sweep(drawers, left, line); err != nil {
		return Erasure{}, fmt.Errorf("erasing a child: %w", err)
	}
	if r.place != nil {
		if _, _, err := r.compact(); err != nil {
			return Erasure{}, fmt.Errorf("erasing a child: %w", err)
		}
	}
	e, err := r.erasure(preview, reason)
	if err != nil {
		return e, err
	}
	e.Entry, e.EntryHash, err = r.entryTelling(act, id)
	return e, err
}

// erasure refreshes the carriers that can be reached, and says how the erasure stands.
func (r *Registry) erasure(preview ErasurePreview, reason string) (Erasure, error) {
	if err := r.ringRenewed(); err != nil {
		return Erasure{}, fmt.Errorf("erasing a child: %w", err)
	}
	s := r.Safety()
	e := Erasure{ErasurePreview: preview, On: r.world.Today(), Reason: reason, Complete: r.world.Today()}
	e.Carriers = nil
	for _, p := range s.Places {
		if !p.Ring {
			continue
		}
		e.Carriers = append(e.Carriers, p)
		if p.RingAt < s.RingOn {
			e.Complete = 0
		}
	}
	if m, ok := r.Members.Get(r.Keyholder().MemberID); ok {
		e.ByRole = m.Role
	}
	e.State, e.JournalHead = r.State()
	return e, nil
}

// ringRenewed notes that keys were taken out of the ring, and refreshes its carriers that can be reached: until each
// was, a copy of the former ring exists.
func (r *Registry) ringRenewed(lines ...journal.Line) error {
	now := data.Instant(r.world.now().Unix())
	refreshed := map[string]bool{}
	for _, p := range r.Safety().Places {
		if p.Ring && r.place != nil && exists(p.Path) && r.carryRing(p.Path) == nil {
			refreshed[p.Path] = true
		}
	}
	return r.noteSafety(func(s *data.Safety) {
		s.RingOn = now
		for i := range s.Places {
			if refreshed[s.Places[i].Path] {
				s.Places[i].RingAt = now
			}
		}
	}, lines...)
}

// sweep takes out of the file the records of erased drawers and what other records say of them, and keeps the figures
// that are left.
func (r *Registry) sweep(drawers [][16]byte, left []data.Figure, lines ...journal.Line) error {
	return r.keep(func(tx *Tx) error {
		sealed, ok := tx.kv.(vault.Tx)
		if !ok {
			return ErrNoRing
		}
		for _, n := range allNouns {
			if _, err := sealed.Sweep(string(n)); err != nil {
				return err
			}
		}
		if _, err := r.scrub(tx, drawers...); err != nil {
			return err
		}
		for _, d := range drawers {
			tx.apply = append(tx.apply, func() {
				for _, t := range r.tables {
					t.dropDrawer(d)
				}
			})
		}
		if err := KeepAll(tx, r.Figures, left); err != nil {
			return err
		}
		tx.lines = lines // what scrub did to shared records is part of it; which figures came is told nowhere
		tx.changes = append(tx.changes, Change{Noun: Children, Removed: true})
		return nil
	})
}

// finishErasures ends what was cut short, and applies to a restored backup what was erased since it was made.
func (r *Registry) finishErasures() error {
	if r.vault == nil || !r.access().MaySeeChildren() {
		return nil // who is shown no child leaves it to the next one: the records stay closed meanwhile
	}
	pending, err := r.vault.Pending()
	if err != nil || pending == 0 {
		return err
	}
	ids, _ := r.keys.Erased()
	ids = ids[len(ids)-pending:]
	var lines []journal.Line
	for _, id := range ids {
		lines = append(lines, journal.Line{Act: journal.Repaired, Child: id, Record: id, Count: 1})
	}
	return r.sweep(ids, nil, lines...)
}
