package registry

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mercredi/data/folder"
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
	return CreateFilledFolder(dir, password, world, func(*Registry) error { return nil })
}

// CreateFilledFolder is CreateFolder with what a new folder starts with. When fill fails, on a full disk for one,
// nothing is left behind either: the same folder can be made again.
func CreateFilledFolder(dir, password string, world World, fill func(*Registry) error) (*Registry, error) {
	if err := FolderExists(dir); err == nil {
		return nil, fmt.Errorf("creating a team's folder: %w", fs.ErrExist)
	}
	unmake, err := folder.Make(dir)
	if err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", kv.Classify(err))
	}
	r, err := createFile(filepath.Join(dir, fileName), password, world, fill)
	if err != nil {
		unmake()
		return nil, fmt.Errorf("creating a team's folder: %w", err)
	}
	return r, nil
}

func createFile(path, password string, world World, fill func(*Registry) error) (*Registry, error) {
	store, err := bolt.Create(path, bolt.Options{Since: world.Since})
	if err != nil {
		return nil, err
	}
	r, err := createStore(store, password, world)
	if err == nil {
		err = fill(r)
	}
	if err != nil {
		return nil, errors.Join(cause(err), store.Close(), os.Remove(path))
	}
	return r, nil
}

// cause is why a store stopped writing. When the file goes away there is nothing to open again: free some room, choose
// another place, and start over.
func cause(err error) error {
	for _, why := range []error{kv.ErrFull, kv.ErrReadOnly} {
		if errors.Is(err, kv.ErrStopped) && errors.Is(err, why) {
			return fmt.Errorf("writing a new file: %w", why)
		}
	}
	return err
}

func createStore(store kv.Store, password string, world World) (*Registry, error) {
	sealed, err := vault.Create(store, password, vault.Options{Cost: world.Cost, Random: world.Random})
	if err != nil {
		return nil, err
	}
	return Open(sealed, world)
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
