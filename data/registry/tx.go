package registry

import (
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/vault"
)

// Change is one record that was kept or removed.
type Change struct {
	Noun    Noun
	ID      [16]byte
	Removed bool
}

// Tx is one change of the file in the making. All of it is kept, or nothing.
type Tx struct {
	reg     *Registry
	kv      kv.Tx
	apply   []func()
	changes []Change
	lines   []journal.Line // what the journal will say of it
	signers []journal.Signer
}

// Update makes one change of the file: ErrNotAllowed for a keyholder who only looks. Inside f, use Put and Delete, which
// see the file as it was before; a reading method called there would wait for the change to end, for ever.
func (r *Registry) Update(f func(*Tx) error) error {
	if !r.access().MayWrite() {
		return fmt.Errorf("changing the file: %w", ErrNotAllowed)
	}
	return r.keep(f)
}

// keep is Update for what every keyholder does: a look, a print, a backup.
func (r *Registry) keep(f func(*Tx) error) error { return r.keepWith(nil, f) }

// keepWith is keep for a change whose entry in the journal is a checkpoint.
func (r *Registry) keepWith(checkpoint *journal.Checkpoint, f func(*Tx) error) error {
	changes, listeners, err := r.update(checkpoint, f)
	for _, hear := range listeners {
		hear(changes)
	}
	if err == nil && slices.ContainsFunc(changes, func(c Change) bool { return c.Noun == Members }) {
		r.renameSlots()
	}
	return err
}

// update holds the lock, and gives it back even when f panics.
func (r *Registry) update(checkpoint *journal.Checkpoint, f func(*Tx) error) ([]Change, []func([]Change), error) {
	r.moving.RLock()
	defer r.moving.RUnlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	tx := &Tx{reg: r}
	var next chain
	err := r.store.Update(func(k kv.Tx) (err error) {
		tx.kv, tx.apply, tx.changes, tx.lines, tx.signers = k, nil, nil, nil, nil
		if err := f(tx); err != nil {
			return err
		}
		next, err = r.writeEntry(tx, checkpoint)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	r.chain = next
	for _, apply := range tx.apply {
		apply()
	}
	return tx.changes, r.listening(), nil
}

// Put checks a record and keeps it when the transaction ends well. A new record has its id at once, so that others
// can name it in the same transaction.
func Put[T any](tx *Tx, t *Table[T], v *T) error {
	if err := t.reg.check(v); err != nil {
		return fmt.Errorf("saving %s: %w", t.noun, err)
	}
	h := head(v)
	old := t.rows[h.ID]
	switch {
	case h.ID.IsZero():
		id, err := data.NewID[T](t.reg.world.Random)
		if err != nil {
			return err
		}
		h.ID = id
	case old == nil && h.Revision != 0:
		return fmt.Errorf("saving %s: %w", t.noun, ErrGone)
	case old != nil && head(old).Revision != h.Revision:
		return &Conflict{Noun: t.noun, Stored: head(old).Revision, Started: h.Revision}
	}
	next := *v
	head(&next).Revision++
	if err := t.reg.conceal(&next); err != nil {
		return fmt.Errorf("saving %s: %w", t.noun, err)
	}
	value, err := t.reg.codec.encode(&next)
	if err != nil {
		return err
	}
	kept := new(T) // read back: what cannot be read again is never written
	if err := t.reg.codec.decode(t.noun, value, kept); err != nil {
		return fmt.Errorf("saving %s: %w", t.noun, err)
	}
	t.reg.reveal(kept)
	drawer := ownedBy(t.noun, kept)
	if err := tx.putIn(drawer, t.noun, h.ID, value); err != nil {
		return fmt.Errorf("saving %s: %w", t.noun, err)
	}
	act := journal.Changed
	if old == nil {
		act = journal.Created
	}
	tx.note(act, t.noun, drawer, h.ID)
	tx.changes = append(tx.changes, Change{Noun: t.noun, ID: h.ID})
	tx.apply = append(tx.apply, func() {
		t.set(kept)
		*h = *head(kept)
	})
	return nil
}

// Delete removes a record when the transaction ends well.
func Delete[T any](tx *Tx, t *Table[T], id data.ID[T]) error {
	row, ok := t.rows[id]
	if !ok {
		return fmt.Errorf("removing %s: %w", t.noun, ErrGone)
	}
	if t.guard != nil {
		if err := t.guard(row); err != nil {
			return fmt.Errorf("removing %s: %w", t.noun, err)
		}
	}
	return takeOut(tx, t, id)
}

// takeOut is Delete of a record whose others go in the same change: the guards, which see the file as it was, are not asked.
func takeOut[T any](tx *Tx, t *Table[T], id data.ID[T]) error {
	row, ok := t.rows[id]
	if !ok {
		return fmt.Errorf("removing %s: %w", t.noun, ErrGone)
	}
	if err := tx.kv.Delete(string(t.noun), id[:]); err != nil {
		return fmt.Errorf("removing %s: %w", t.noun, err)
	}
	tx.note(journal.Removed, t.noun, ownedBy(t.noun, row), id)
	tx.changes = append(tx.changes, Change{Noun: t.noun, ID: id, Removed: true})
	tx.apply = append(tx.apply, func() { t.drop(id) })
	return nil
}

// putIn writes a value in the drawer of whom it belongs to. Another Put into the same record in this change replaces it.
func (tx *Tx) putIn(drawer [16]byte, noun Noun, id [16]byte, value []byte) error {
	if sealed, ok := tx.kv.(vault.Tx); ok {
		return sealed.PutIn(drawer, string(noun), id[:], value)
	}
	return tx.kv.Put(string(noun), id[:], value)
}
