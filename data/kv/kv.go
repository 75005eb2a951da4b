// Package kv is the seam between Mercredi and whatever keeps its bytes: buckets of keys and values, read and written
// in transactions. It knows no domain word and no secret. The backends are kv/bolt (one file on this PC) and kv/mem
// (tests); data/vault puts itself in between and looks like one more Store. kv/kvtest is the contract that all pass.
//
// A transaction sees one state of the store. What Update wrote is kept whole when it returns nil, on the disk if
// there is one, and leaves nothing behind when its function fails.
//
// Never start a transaction inside the function of another one on the same store: a writer waits for the writer
// before it, so it would wait for itself for ever.
package kv

import "fmt"

// Store is an opened set of buckets. Its methods may be called from several goroutines.
type Store interface {
	// View runs read on one state of the store. Its Tx refuses to write (ErrReadTx).
	View(read func(Tx) error) error
	// Update runs write and keeps what it did, or, when it returns an error, none of it.
	// When the backend itself fails to write, nobody knows what the disk holds: this and every later Update is
	// refused with ErrStopped and the first cause, until the store is closed and opened again.
	Update(write func(Tx) error) error
	// Close waits for the running transactions. Later calls answer ErrClosed; a second Close does nothing.
	Close() error
}

// Tx is a running transaction. It is worth nothing once its function has returned (ErrClosed).
// Every slice it gives belongs to the caller, every slice it takes is copied.
type Tx interface {
	// Get answers the value of key, or ErrNotFound. An empty value is found, and is not nil.
	Get(bucket string, key []byte) ([]byte, error)
	// Put keeps value under key and makes the bucket if it is the first.
	Put(bucket string, key, value []byte) error
	// Delete forgets key. A key that is not there is no error.
	Delete(bucket string, key []byte) error
	// Scan visits a bucket in the order of its keys and stops at the first error. visit may put and delete, even in
	// the bucket it scans: each key comes at most once, as it stands at its turn; a key put meanwhile may be missed.
	Scan(bucket string, visit func(key, value []byte) error) error
}

// MaxKeyLength is the longest key and the longest bucket name, in bytes. The shortest is 1.
const MaxKeyLength = 1024

// CheckKey answers ErrBadKey for a bucket name or a key that no backend keeps.
func CheckKey(bucket string, key []byte) error {
	if len(bucket) < 1 || len(bucket) > MaxKeyLength {
		return fmt.Errorf("bucket name of %d bytes: %w", len(bucket), ErrBadKey)
	}
	if len(key) < 1 || len(key) > MaxKeyLength {
		return fmt.Errorf("key of %d bytes in %s: %w", len(key), bucket, ErrBadKey)
	}
	return nil
}
