package vault

import (
	"fmt"

	"mercredi/data/kv"
)

// sealed is the store that callers of Create and Unlock see.
type sealed struct {
	inner  kv.Store
	sealer *sealer
}

// sealedStore clears the vault key: from here on only the cipher knows it.
func sealedStore(inner kv.Store, h head, key []byte) (kv.Store, error) {
	defer clear(key)
	sealer, err := newSealer(h, key)
	if err != nil {
		return nil, fmt.Errorf("opening the vault: %w", err)
	}
	return &sealed{inner: inner, sealer: sealer}, nil
}

func (s *sealed) View(read func(kv.Tx) error) error {
	return s.inner.View(func(inner kv.Tx) error { return read(&tx{inner, s.sealer}) })
}

func (s *sealed) Update(write func(kv.Tx) error) error {
	return s.inner.Update(func(inner kv.Tx) error { return write(&tx{inner, s.sealer}) })
}

func (s *sealed) Close() error { return s.inner.Close() }

type tx struct {
	inner  kv.Tx
	sealer *sealer
}

func (t *tx) Get(bucket string, key []byte) ([]byte, error) {
	if err := notHead(bucket); err != nil {
		return nil, err
	}
	value, err := t.inner.Get(bucket, key)
	if err != nil {
		return nil, err
	}
	return t.sealer.open(bucket, key, value)
}

func (t *tx) Put(bucket string, key, value []byte) error {
	if err := notHead(bucket); err != nil {
		return err
	}
	return t.inner.Put(bucket, key, t.sealer.seal(bucket, key, value))
}

func (t *tx) Delete(bucket string, key []byte) error {
	if err := notHead(bucket); err != nil {
		return err
	}
	return t.inner.Delete(bucket, key)
}

func (t *tx) Scan(bucket string, visit func(key, value []byte) error) error {
	if err := notHead(bucket); err != nil {
		return err
	}
	return t.inner.Scan(bucket, func(key, value []byte) error {
		opened, err := t.sealer.open(bucket, key, value)
		if err != nil {
			return err
		}
		return visit(key, opened)
	})
}

func notHead(bucket string) error {
	if bucket == headBucket {
		return fmt.Errorf("bucket %s is the vault's own: %w", bucket, kv.ErrBadKey)
	}
	return nil
}
