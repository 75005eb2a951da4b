package vault

import (
	"errors"
	"fmt"

	"mercredi/data/kv"
)

// Store is a sealed store over another one. It is a kv.Store whose Put goes to the shared drawer; a transaction is also
// a Tx, which puts a record in the drawer of a child.
type Store struct {
	inner kv.Store
	keys  *Keys
}

// Tx is what the transactions of a sealed store can do besides.
type Tx interface {
	kv.Tx
	// PutIn keeps a value in a drawer, whose key is made if it has none yet.
	PutIn(drawer [16]byte, bucket string, key, value []byte) error
	// Mark is what SetMark kept in the head, nil at first: up to 1,024 bytes for the caller, sealed with the sum of
	// the file.
	Mark() []byte
	SetMark(mark []byte)
	// Sweep takes out of a bucket the records of drawers whose key was destroyed, and answers how many there were.
	Sweep(bucket string) (int, error)
}

// Make makes the vault of an empty store: ErrAlreadyVault. The ring must have been written before. Closing the answer
// closes store; after an error store is still the caller's.
func Make(store kv.Store, keys *Keys) (*Store, error) {
	err := store.Update(func(tx kv.Tx) error {
		switch _, err := tx.Get(headBucket, []byte(headKey)); {
		case err == nil:
			return ErrAlreadyVault
		case !errors.Is(err, kv.ErrNotFound):
			return err
		}
		return keys.writeHead(tx, head{Set: make([]byte, len(setHash{})), Epoch: keys.Epoch()})
	})
	if err != nil {
		return nil, fmt.Errorf("making a vault: %w", err)
	}
	return &Store{store, keys}, nil
}

// Open opens the vault of a store with an opened ring: ErrNotAVault, ErrFormerFormat, ErrOtherVault, ErrOldRing,
// ErrTampered. It reads the head; Verify reads everything. Closing the answer closes store.
func Open(store kv.Store, keys *Keys) (*Store, error) {
	err := store.View(func(tx kv.Tx) error {
		_, err := keys.readHead(tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("opening the vault: %w", err)
	}
	return &Store{store, keys}, nil
}

// Keys are the keys that opened the store.
func (s *Store) Keys() *Keys { return s.keys }

// State is the number of the last change, and the caller's mark.
func (s *Store) State() (counter uint64, mark []byte, err error) {
	err = s.inner.View(func(tx kv.Tx) error {
		h, err := s.keys.readHead(tx)
		counter, mark = h.Counter, h.Mark
		return err
	})
	return counter, mark, err
}

// Pending is how many tombstones of the ring, the last ones, were not applied to this file yet.
func (s *Store) Pending() (int, error) {
	ids, _ := s.keys.Erased()
	pending := 0
	err := s.inner.View(func(tx kv.Tx) error {
		h, err := s.keys.readHead(tx)
		pending = len(ids) - int(min(h.Applied, uint64(len(ids))))
		return err
	})
	return pending, err
}

// Verify opens every value of the buckets and compares their sum with the head: ErrTampered when one was changed,
// moved, removed, added or put back from an older copy. The buckets are all those ever written. Records of erased
// drawers are summed up, not opened. hear, which may be nil, is told how many records were read so far.
func (s *Store) Verify(buckets []string, hear func(records int)) (records int, err error) {
	err = s.inner.View(func(tx kv.Tx) error {
		h, err := s.keys.readHead(tx)
		if err != nil {
			return err
		}
		var set setHash
		hasher := newHasher(s.keys.set)
		gone := s.keys.gone()
		for _, bucket := range buckets {
			err := tx.Scan(bucket, func(key, sealed []byte) error {
				hasher.toggle(&set, bucket, key, sealed)
				if records++; hear != nil {
					hear(records)
				}
				if o, err := readOrigin(sealed); err == nil && gone[o.drawer] {
					return nil
				}
				_, err := s.keys.open(bucket, key, sealed)
				return err
			})
			if err != nil {
				return err
			}
		}
		if set != h.set() || uint64(records) != h.Records {
			return fmt.Errorf("%d records instead of %d, or others: %w", records, h.Records, ErrTampered)
		}
		return nil
	})
	if err != nil {
		return records, fmt.Errorf("verifying the vault: %w", err)
	}
	return records, nil
}

// Holds reports whether a record stands in the store, opened or not.
func (s *Store) Holds(bucket string, key [16]byte) (held bool, err error) {
	err = s.inner.View(func(tx kv.Tx) error {
		_, err := tx.Get(bucket, key[:])
		held = err == nil
		if errors.Is(err, kv.ErrNotFound) {
			return nil
		}
		return err
	})
	return held, err
}

// View implements kv.Store.
func (s *Store) View(read func(kv.Tx) error) error {
	return s.inner.View(func(inner kv.Tx) error {
		return read(&tx{Tx: inner, keys: s.keys, gone: s.keys.gone()})
	})
}

// Update implements kv.Store. New drawers are in the ring, on the disk, before the change that uses them.
func (s *Store) Update(write func(kv.Tx) error) error {
	return s.inner.Update(func(inner kv.Tx) error {
		h, err := s.keys.readHead(inner)
		if err != nil {
			return err
		}
		h.Counter++
		t := &tx{Tx: inner, keys: s.keys, gone: s.keys.gone(), head: h, set: h.set(), hasher: newHasher(s.keys.set)}
		if err := write(t); err != nil {
			return err
		}
		return t.finish()
	})
}

// Close implements kv.Store.
func (s *Store) Close() error { return s.inner.Close() }

// gone are the drawers whose key was destroyed.
func (k *Keys) gone() map[[16]byte]bool {
	ids, _ := k.Erased()
	gone := make(map[[16]byte]bool, len(ids))
	for _, id := range ids {
		gone[id] = true
	}
	return gone
}
