// Package mem is a kv.Store in memory, for tests: the same contract as kv/bolt, forgotten at Close.
package mem

import (
	"bytes"
	"maps"
	"slices"
	"sync"

	"mercredi/data/kv"
)

type store struct {
	mu      sync.RWMutex
	buckets map[string]map[string][]byte // nil once closed
}

// New is an empty store.
func New() kv.Store { return &store{buckets: map[string]map[string][]byte{}} }

func (s *store) View(read func(kv.Tx) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.buckets == nil {
		return kv.ErrClosed
	}
	t := &tx{buckets: s.buckets}
	defer t.end()
	return read(t)
}

func (s *store) Update(write func(kv.Tx) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.buckets == nil {
		return kv.ErrClosed
	}
	t := &tx{buckets: s.buckets, writable: true}
	defer t.end() // also when write panics
	if err := write(t); err != nil {
		return err
	}
	t.undo = nil
	return nil
}

func (s *store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buckets = nil
	return nil
}

// tx writes in place and remembers how to take each write back.
type tx struct {
	buckets  map[string]map[string][]byte // nil once ended
	writable bool
	undo     []func()
}

func (t *tx) end() {
	for _, takeBack := range slices.Backward(t.undo) {
		takeBack()
	}
	t.buckets = nil
}

func (t *tx) Get(bucket string, key []byte) ([]byte, error) {
	if t.buckets == nil {
		return nil, kv.ErrClosed
	}
	value, found := t.buckets[bucket][string(key)]
	if !found {
		return nil, kv.ErrNotFound
	}
	return bytes.Clone(value), nil
}

func (t *tx) Put(bucket string, key, value []byte) error {
	if err := t.mayWrite(bucket, key); err != nil {
		return err
	}
	if t.buckets[bucket] == nil {
		t.buckets[bucket] = map[string][]byte{}
	}
	t.remember(t.buckets[bucket], string(key))
	t.buckets[bucket][string(key)] = append([]byte{}, value...)
	return nil
}

func (t *tx) Delete(bucket string, key []byte) error {
	if err := t.mayWrite(bucket, key); err != nil {
		return err
	}
	t.remember(t.buckets[bucket], string(key))
	delete(t.buckets[bucket], string(key))
	return nil
}

func (t *tx) Scan(bucket string, visit func(key, value []byte) error) error {
	if t.buckets == nil {
		return kv.ErrClosed
	}
	for _, key := range slices.Sorted(maps.Keys(t.buckets[bucket])) {
		value, found := t.buckets[bucket][key]
		if !found {
			continue // deleted by an earlier visit
		}
		if err := visit([]byte(key), bytes.Clone(value)); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) mayWrite(bucket string, key []byte) error {
	switch {
	case t.buckets == nil:
		return kv.ErrClosed
	case !t.writable:
		return kv.ErrReadTx
	}
	return kv.CheckKey(bucket, key)
}

func (t *tx) remember(records map[string][]byte, key string) {
	before, found := records[key]
	t.undo = append(t.undo, func() {
		if found {
			records[key] = before
		} else {
			delete(records, key)
		}
	})
}
