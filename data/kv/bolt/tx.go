package bolt

import (
	"bytes"

	"go.etcd.io/bbolt"

	"mercredi/data/kv"
)

type tx struct {
	inner    *bbolt.Tx
	writable bool
	ended    bool
	writes   int // puts and deletes so far: a cursor is lost after one
}

// end gives the transaction up. After a commit bbolt answers that there is nothing to give up any more.
func (t *tx) end() error {
	t.ended = true
	return guard(t.inner.Rollback)
}

func (t *tx) Get(bucket string, key []byte) (value []byte, err error) {
	if t.ended {
		return nil, kv.ErrClosed
	}
	err = guard(func() error {
		if b := t.inner.Bucket([]byte(bucket)); b != nil {
			value = bytes.Clone(b.Get(key))
		}
		return nil
	})
	if err == nil && value == nil {
		err = kv.ErrNotFound
	}
	return value, err
}

func (t *tx) Put(bucket string, key, value []byte) error {
	if err := t.mayWrite(bucket, key); err != nil {
		return err
	}
	return guard(func() error {
		b, err := t.inner.CreateBucketIfNotExists([]byte(bucket))
		if err != nil {
			return err
		}
		return b.Put(key, bytes.Clone(value)) // bbolt keeps the slice until the commit
	})
}

func (t *tx) Delete(bucket string, key []byte) error {
	if err := t.mayWrite(bucket, key); err != nil {
		return err
	}
	return guard(func() error {
		b := t.inner.Bucket([]byte(bucket))
		if b == nil {
			return nil
		}
		return b.Delete(key)
	})
}

func (t *tx) mayWrite(bucket string, key []byte) error {
	switch {
	case t.ended:
		return kv.ErrClosed
	case !t.writable:
		return kv.ErrReadTx
	}
	t.writes++
	return kv.CheckKey(bucket, key)
}

func (t *tx) Scan(bucket string, visit func(key, value []byte) error) error {
	if t.ended {
		return kv.ErrClosed
	}
	s := &scan{tx: t}
	err := s.first([]byte(bucket))
	for err == nil && s.key != nil {
		before := t.writes
		if err = visit(s.key, s.value); err != nil {
			return err
		}
		err = s.next(t.writes != before)
	}
	return err
}

// scan walks a bucket and copies what it finds out of the mapped file.
type scan struct {
	tx         *tx
	cursor     *bbolt.Cursor
	key, value []byte
	last       []byte // the visited key, out of the reach of the visitor
}

func (s *scan) first(bucket []byte) error {
	return guard(func() error {
		if b := s.tx.inner.Bucket(bucket); b != nil {
			s.cursor = b.Cursor()
			s.take(s.cursor.First())
		}
		return nil
	})
}

func (s *scan) next(lost bool) error {
	return guard(func() error {
		if !lost {
			s.take(s.cursor.Next())
			return nil
		}
		key, value := s.cursor.Seek(s.last)
		if bytes.Equal(key, s.last) {
			key, value = s.cursor.Next()
		}
		s.take(key, value)
		return nil
	})
}

func (s *scan) take(key, value []byte) {
	s.key, s.value = bytes.Clone(key), bytes.Clone(value)
	s.last = append(s.last[:0], key...)
}
