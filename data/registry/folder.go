package registry

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// fileName is the file in a team's folder that holds everything.
const fileName = "mercredi.db"

// HeldError says that another instance holds the folder, and what it left said of itself.
type HeldError struct {
	Holder string // computer, process, since when; may be empty
	Err    error
}

func (e *HeldError) Error() string { return e.Err.Error() }

// Unwrap gives kv.ErrHeld.
func (e *HeldError) Unwrap() error { return e.Err }

// FolderExists answers nil when dir is a team's folder, and fs.ErrNotExist when it is not one yet.
func FolderExists(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, fileName)); err != nil {
		return fmt.Errorf("looking for a team's folder: %w", err)
	}
	return nil
}

// CreateFolder makes a team's folder, closed by a password, and opens it empty. A folder that holds a file already
// is fs.ErrExist. When it fails, nothing is left behind.
func CreateFolder(dir, password string, world World) (*Registry, error) {
	path := filepath.Join(dir, fileName)
	if err := FolderExists(dir); err == nil {
		return nil, fmt.Errorf("creating a team's folder: %w", fs.ErrExist)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", kv.Classify(err))
	}
	store, err := bolt.Create(path, bolt.Options{Since: world.Since})
	if err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", err)
	}
	sealed, err := vault.Create(store, password, vault.Options{Cost: world.Cost, Random: world.Random})
	if err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", errors.Join(err, store.Close(), os.Remove(path)))
	}
	return openStore(sealed, world)
}

// OpenFolder opens a team's folder. The errors that matter: vault.ErrWrongPassword, *HeldError, kv.ErrNotOurs,
// kv.ErrDamaged, vault.ErrTampered, ErrNewerFormat, fs.ErrNotExist.
func OpenFolder(dir, password string, world World) (*Registry, error) {
	path := filepath.Join(dir, fileName)
	store, err := bolt.Open(path, bolt.Options{Since: world.Since})
	if errors.Is(err, kv.ErrHeld) {
		holder, _ := bolt.Holder(path) // a note that is missing says nothing
		return nil, &HeldError{Holder: holder, Err: err}
	}
	if err != nil {
		return nil, fmt.Errorf("opening a team's folder: %w", err)
	}
	sealed, err := vault.Unlock(store, password)
	if err != nil {
		return nil, fmt.Errorf("opening a team's folder: %w", errors.Join(err, store.Close()))
	}
	return openStore(sealed, world)
}

func openStore(sealed kv.Store, world World) (*Registry, error) {
	r, err := Open(sealed, world)
	if err != nil {
		return nil, errors.Join(err, sealed.Close())
	}
	return r, nil
}

// Count is how many records of a noun are kept.
type Count struct {
	Noun    Noun
	Records int
}

// Counts is how many records of each noun are kept, in the order of the nouns.
func (r *Registry) Counts() []Count {
	r.mu.RLock()
	defer r.mu.RUnlock()
	out := make([]Count, len(r.tables))
	for i, t := range r.tables {
		out[i] = t.count()
	}
	return out
}
