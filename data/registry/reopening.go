package registry

import (
	"errors"
	"fmt"
	"os"

	"mercredi/data/journal"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// Recover closes the file and opens it again with the keys at hand, after a write that failed: nobody then knows what
// the disk holds, so everything is verified and read anew. Those who listen hear of every noun.
func (r *Registry) Recover() error {
	if r.place == nil {
		return fmt.Errorf("opening again: %w", ErrNoFolder)
	}
	listeners, err := r.readAnew()
	if err != nil {
		return fmt.Errorf("opening again: %w", err)
	}
	var changes []Change
	for _, n := range allNouns {
		changes = append(changes, Change{Noun: n})
	}
	for _, hear := range listeners {
		hear(changes)
	}
	return nil
}

func (r *Registry) readAnew() ([]func([]Change), error) {
	r.moving.Lock()
	defer r.moving.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	_ = r.store.Close() // what it could not write it cannot write now
	if err := bolt.Inspect(r.place.file()); err != nil {
		return nil, err
	}
	if err := checkFile(r.place.file(), r.place.ring(), r.keys, r.world); err != nil {
		return nil, err
	}
	if err := r.reopen(); err != nil {
		return nil, err
	}
	for _, t := range r.tables {
		t.reset()
	}
	return r.listening(), r.load()
}

// reopen opens the file of the folder again. moving is held.
func (r *Registry) reopen() error {
	store, err := bolt.Open(r.place.file(), bolt.Options{Since: r.world.Since})
	if err != nil {
		return err
	}
	sealed, err := vault.Open(store, r.keys)
	if err != nil {
		return errors.Join(err, store.Close())
	}
	r.store, r.vault, r.place.bolt = sealed, sealed, store
	return nil
}

// Compact closes, compacts and opens the file again, so that freed pages do not stay on the disk. It answers the sizes
// in bytes.
func (r *Registry) Compact() (before, after int64, err error) {
	if r.place == nil {
		return 0, 0, fmt.Errorf("compacting: %w", ErrNoFolder)
	}
	if before, after, err = r.compact(); err != nil {
		return before, after, err
	}
	return before, after, r.journal(journal.Line{Act: journal.Compacted, Count: 1})
}

func (r *Registry) compact() (before, after int64, err error) {
	r.moving.Lock()
	defer r.moving.Unlock()
	before = sizeOf(r.place.file())
	if err := r.store.Close(); err != nil {
		return before, before, fmt.Errorf("compacting: %w", err)
	}
	err = bolt.Compact(r.place.file())
	if again := r.reopen(); again != nil {
		err = errors.Join(err, again)
	}
	if err != nil {
		return before, before, fmt.Errorf("compacting: %w", err)
	}
	return before, sizeOf(r.place.file()), nil
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
