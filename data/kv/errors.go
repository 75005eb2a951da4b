package kv

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
)

// The errors of a store. Callers test them with errors.Is; people read them through fr.Error.
// A file that is missing or already there is fs.ErrNotExist or fs.ErrExist.
var (
	ErrNotFound = errors.New("no such key")
	ErrBadKey   = errors.New("key or bucket name empty or too long")
	ErrReadTx   = errors.New("transaction is for reading only")
	ErrClosed   = errors.New("store is closed")

	ErrHeld     = errors.New("file is held by another instance")
	ErrNotOurs  = errors.New("not a Mercredi file")
	ErrDamaged  = errors.New("file is damaged")
	ErrReadOnly = errors.New("file or folder may not be written")
	ErrFull     = errors.New("no space left")
	ErrDisk     = errors.New("disk did not read or write")
	ErrStopped  = errors.New("store has stopped writing")
)

// osError says what an error number of the operating system means here; each system has its own table.
type osError struct {
	number  syscall.Errno
	meaning error
}

// Classify wraps an error of the operating system with its meaning (ErrFull, ErrDisk, ErrReadOnly, ErrHeld), if it has one.
// It also reads the text of the error, because bbolt turns some of them into text on the way.
func Classify(err error) error {
	if err == nil {
		return nil
	}
	for _, known := range osErrors {
		if errors.Is(err, known.meaning) {
			return err
		}
		if errors.Is(err, known.number) || strings.HasSuffix(err.Error(), ": "+known.number.Error()) {
			return fmt.Errorf("%w: %w", known.meaning, err)
		}
	}
	if errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return err
}
