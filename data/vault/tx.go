package vault

import (
	"bytes"
	"errors"
	"fmt"

	"mercredi/data/kv"
)

// tx is a transaction of a sealed store. The keys of new drawers are in the ring before it is kept.
type tx struct {
	kv.Tx
	keys   *Keys
	gone   map[[16]byte]bool
	head   head // of the change in the making
	set    setHash
	hasher *hasher
	swept  bool
}

// Get implements kv.Tx. A record of an erased drawer is not found.
func (t *tx) Get(bucket string, key []byte) ([]byte, error) {
	if err := notHead(bucket); err != nil {
		return nil, err
	}
	sealed, err := t.Tx.Get(bucket, key)
	if err != nil {
		return nil, err
	}
	if o, err := readOrigin(sealed); err == nil && t.gone[o.drawer] {
		return nil, kv.ErrNotFound
	}
	return t.keys.open(bucket, key, sealed)
}

// Put implements kv.Tx, in the shared drawer.
func (t *tx) Put(bucket string, key, value []byte) error { return t.PutIn(shared, bucket, key, value) }

// PutIn implements Tx.
func (t *tx) PutIn(drawer [16]byte, bucket string, key, value []byte) error {
	if err := t.take(bucket, key); err != nil {
		return err
	}
	if t.gone[drawer] {
		return fmt.Errorf("putting %s in an erased drawer: %w", bucket, ErrNoKey)
	}
	if err := t.keys.draft(drawer); err != nil {
		return err
	}
	sealed, err := t.keys.seal(origin{drawer: drawer, version: t.head.Counter}, bucket, key, value)
	if err != nil {
		return err
	}
	if err := t.Tx.Put(bucket, key, sealed); err != nil {
		return err
	}
	t.hasher.toggle(&t.set, bucket, key, sealed)
	t.head.Records++
	return nil
}

// take takes the record that stands at a place, if any, out of the sum.
func (t *tx) take(bucket string, key []byte) error {
	if err := notHead(bucket); err != nil {
		return err
	}
	if t.hasher == nil {
		return t.Tx.Delete(bucket, key) // a transaction for reading says so itself
	}
	old, err := t.Tx.Get(bucket, key)
	if errors.Is(err, kv.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	t.hasher.toggle(&t.set, bucket, key, old)
	t.head.Records--
	return nil
}

// Delete implements kv.Tx.
func (t *tx) Delete(bucket string, key []byte) error {
	if err := t.take(bucket, key); err != nil {
		return err
	}
	return t.Tx.Delete(bucket, key)
}

// Scan implements kv.Tx. Records of erased drawers are passed over.
func (t *tx) Scan(bucket string, visit func(key, value []byte) error) error {
	if err := notHead(bucket); err != nil {
		return err
	}
	return t.Tx.Scan(bucket, func(key, sealed []byte) error {
		if o, err := readOrigin(sealed); err == nil && t.gone[o.drawer] {
			return nil
		}
		value, err := t.keys.open(bucket, key, sealed)
		if err != nil {
			return err
		}
		return visit(key, value)
	})
}

// Mark implements Tx.
func (t *tx) Mark() []byte { return bytes.Clone(t.head.Mark) }

// SetMark implements Tx.
func (t *tx) SetMark(mark []byte) { t.head.Mark = bytes.Clone(mark) }

// Sweep implements Tx.
func (t *tx) Sweep(bucket string) (int, error) {
	if err := notHead(bucket); err != nil {
		return 0, err
	}
	n := 0
	err := t.Tx.Scan(bucket, func(key, sealed []byte) error {
		o, err := readOrigin(sealed)
		if err != nil || !t.gone[o.drawer] {
			return err
		}
		n++
		return t.Delete(bucket, key)
	})
	t.swept = true
	return n, err
}

// finish seals the head of the change.
func (t *tx) finish() error {
	if len(t.head.Mark) > longestMark {
		return fmt.Errorf("mark of %d bytes: %w", len(t.head.Mark), kv.ErrBadKey)
	}
	if err := t.keys.flush(); err != nil {
		return err
	}
	t.head.Set, t.head.Epoch = t.set[:], t.keys.Epoch()
	if t.swept {
		t.head.Applied = uint64(len(t.gone))
	}
	return t.keys.writeHead(t.Tx, t.head)
}

func notHead(bucket string) error {
	if bucket == headBucket {
		return fmt.Errorf("bucket %s is the vault's own: %w", bucket, kv.ErrBadKey)
	}
	return nil
}
