// Package bolt keeps a kv.Store in one file on this PC, with bbolt. It is the only package that knows bbolt.
//
// bbolt survives power cuts well, but trusts its file: it waits for ever on a file that somebody holds, makes a new
// store of an empty file, and may bring the program down on a cut one. So here
//
//   - a new file is made beside, synced and renamed, and never replaces one (create.go);
//   - a file is measured before it is mapped (inspect.go), and a fault while reading it is kv.ErrDamaged (guard.go);
//   - a held file is kv.ErrHeld at once, with a note beside it that says who holds it (holder.go);
//   - a file that was replaced between its opening and its lock is not written: its saves would be lost;
//   - after a write that failed the store writes no more;
//   - a copy, and a file made smaller, are written anew from their records, so that nothing deleted travels (copy.go);
//   - the pages of a file are walked by our own code before bbolt's check, which trusts them too (check.go, pages.go).
//
// bbolt keeps no checksum of what it stores: a bit that rots is found by data/vault, which seals every value.
package bolt

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"mercredi/data/kv"
)

// lockWait is how long Open waits for a file that another instance may be about to leave.
const lockWait = 250 * time.Millisecond

// The marker is the first record of every file: it tells ours from those of other programs that use bbolt.
// No caller's bucket begins with a zero byte.
const markerBucket, markerKey, markerValue = "\x00mercredi", "file", "1"

// Options of an opening.
type Options struct {
	// Since is the moment of the opening, in words, for whoever finds the file held: "le 14 janvier à 9 h 12".
	Since string
}

type store struct {
	db       *bbolt.DB
	path     string
	readOnly bool

	writing sync.Mutex // one writer at a time, until stopped is known
	stopped error      // what made the store stop writing
	closed  bool
}

// Open opens a file made by Create. It answers within a second: kv.ErrHeld when another instance holds the file
// (ask Holder who), kv.ErrNotOurs, kv.ErrDamaged, kv.ErrReadOnly, fs.ErrNotExist.
func Open(path string, opt Options) (kv.Store, error) {
	s, err := openOurs(path, false)
	if err != nil {
		return nil, err
	}
	writeHolder(path, opt.Since)
	return s, nil
}

// OpenReadOnly opens a file to read it, a backup for one, and leaves no note beside it. Others may read it meanwhile;
// one that is open for writing is kv.ErrHeld. Update answers kv.ErrReadTx; the errors are those of Open.
func OpenReadOnly(path string) (kv.Store, error) {
	s, err := openOurs(path, true)
	if err != nil {
		return nil, err
	}
	return s, nil
}

func openOurs(path string, readOnly bool) (*store, error) {
	s, err := open(path, readOnly)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, kv.Classify(err))
	}
	if err := s.View(checkMarker); err != nil {
		_ = guard(s.db.Close)
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	return s, nil
}

func open(path string, readOnly bool) (*store, error) {
	if err := inspect(path); err != nil {
		return nil, err
	}
	s := &store{path: path, readOnly: readOnly}
	var file *os.File
	options := &bbolt.Options{
		Timeout:      lockWait,
		FreelistType: bbolt.FreelistMapType,
		NoStatistics: true,
		ReadOnly:     readOnly,
		OpenFile: func(path string, flag int, mode os.FileMode) (_ *os.File, err error) {
			// Without O_CREATE: a file that has just been moved away is missing, not empty.
			file, err = os.OpenFile(path, flag&^os.O_CREATE, mode)
			return file, err
		},
	}
	err := guard(func() (err error) {
		s.db, err = bbolt.Open(path, 0o600, options)
		return err
	})
	if errors.Is(err, bbolterrors.ErrTimeout) {
		return nil, kv.ErrHeld
	}
	if err != nil {
		return nil, err
	}
	if err := stillThere(file, path); err != nil {
		_ = guard(s.db.Close)
		return nil, err
	}
	return s, nil
}

// stillThere is kv.ErrHeld when another file took the name of this one while its lock was awaited: whoever compacts
// or restores does that.
func stillThere(file *os.File, path string) error {
	opened, err := file.Stat()
	if err != nil {
		return err
	}
	named, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !os.SameFile(opened, named) {
		return fmt.Errorf("%w: it was replaced meanwhile", kv.ErrHeld)
	}
	return nil
}

func checkMarker(tx kv.Tx) error {
	value, err := tx.Get(markerBucket, []byte(markerKey))
	if errors.Is(err, kv.ErrNotFound) || (err == nil && string(value) != markerValue) {
		return kv.ErrNotOurs
	}
	return err
}

func (s *store) View(read func(kv.Tx) error) error {
	t, err := s.begin(false)
	if err != nil {
		return err
	}
	defer func() { _ = t.end() }()
	return read(t)
}

func (s *store) Update(write func(kv.Tx) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	switch {
	case s.closed:
		return kv.ErrClosed
	case s.readOnly:
		return fmt.Errorf("writing %s: %w", s.path, kv.ErrReadTx)
	case s.stopped != nil:
		return fmt.Errorf("%w: %w", kv.ErrStopped, s.stopped)
	}
	t, err := s.begin(true)
	if err != nil {
		return err
	}
	defer func() { _ = t.end() }()
	if err := write(t); err != nil {
		return err
	}
	if err := guard(t.inner.Commit); err != nil {
		s.stopped = kv.Classify(err)
		return fmt.Errorf("writing %s: %w: %w", s.path, kv.ErrStopped, s.stopped)
	}
	return nil
}

func (s *store) begin(writable bool) (*tx, error) {
	t := &tx{writable: writable}
	err := guard(func() (err error) {
		t.inner, err = s.db.Begin(writable)
		return err
	})
	if errors.Is(err, bbolterrors.ErrDatabaseNotOpen) {
		return nil, kv.ErrClosed
	}
	return t, err
}

func (s *store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	if !s.readOnly {
		removeHolder(s.path) // before the lock goes: afterwards the note may be somebody else's
	}
	if err := guard(s.db.Close); err != nil {
		return fmt.Errorf("closing %s: %w", s.path, kv.Classify(err))
	}
	return nil
}
