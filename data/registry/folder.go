package registry

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/folder"
	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// A team's folder holds two files: the sealed data, and the key ring that opens them. Backups of the data never carry
// the ring: an erasure in the ring then reaches every old backup.
const (
	fileName = "mercredi.db"
	ringName = "mercredi.cles"
)

// longestRing bounds what is read as a key ring, in bytes.
const longestRing = 64 << 20

// place is the folder that a registry was opened from.
type place struct {
	dir  string
	bolt kv.Store // the store under the seals
}

func (p *place) file() string { return filepath.Join(p.dir, fileName) }
func (p *place) ring() string { return filepath.Join(p.dir, ringName) }

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

// Founder is who makes a team's folder: its first coordinator. The member receives an id, for fill to keep.
type Founder struct {
	Member   *data.Member
	Password string
}

// CreateFolder makes a team's folder with its founder in it, and opens it. A folder that holds a file already is
// fs.ErrExist. When it fails, nothing is left behind.
func CreateFolder(dir string, founder Founder, world World) (*Registry, error) {
	return CreateFilledFolder(dir, founder, world, func(r *Registry) error { return r.Members.Save(founder.Member) })
}

// CreateFilledFolder is CreateFolder with what a new folder starts with, the founder's record included. When fill
// fails, on a full disk for one, nothing is left behind either: the same folder can be made again.
func CreateFilledFolder(dir string, founder Founder, world World, fill func(*Registry) error) (*Registry, error) {
	if err := vault.CheckPassword(founder.Password); err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", err)
	}
	for _, name := range []string{fileName, ringName} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return nil, fmt.Errorf("creating a team's folder: %w", fs.ErrExist)
		}
	}
	if err := folder.Suit(dir); err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", err)
	}
	unmake, err := folder.Make(dir)
	if err != nil {
		return nil, fmt.Errorf("creating a team's folder: %w", kv.Classify(err))
	}
	r, err := createFiles(dir, founder, world, fill)
	if err != nil {
		unmake()
		return nil, fmt.Errorf("creating a team's folder: %w", err)
	}
	return r, nil
}

func createFiles(dir string, founder Founder, world World, fill func(*Registry) error) (*Registry, error) {
	p := &place{dir: dir}
	keys, err := foundKeys(p, founder, world)
	if err != nil {
		return nil, err
	}
	undo := func(err error) error { return errors.Join(cause(err), os.Remove(p.ring())) }
	if p.bolt, err = bolt.Create(p.file(), bolt.Options{Since: world.Since}); err != nil {
		return nil, undo(err)
	}
	undo = func(err error) error {
		return errors.Join(cause(err), p.bolt.Close(), os.Remove(p.file()), os.Remove(p.ring()))
	}
	r, err := makeVault(p, keys, world)
	if err == nil {
		err = fill(r)
	}
	if err != nil {
		return nil, undo(err)
	}
	return r, nil
}

// foundKeys writes the ring of a new team.
func foundKeys(p *place, founder Founder, world World) (*vault.Keys, error) {
	if founder.Member.ID.IsZero() {
		id, err := data.NewID[data.Member](world.Random)
		if err != nil {
			return nil, err
		}
		founder.Member.ID = id
	}
	cost := (&Registry{world: world}).cost()
	keys, err := vault.Found(vault.Founder{
		Member: founder.Member.ID, Name: founder.Member.FullName(), Password: founder.Password,
		Cost: cost, Since: uint32(world.Today()),
	}, vault.Opening{Random: world.Random, Keep: p.keepRing})
	if err != nil {
		return nil, err
	}
	return keys, kv.Classify(keys.Save())
}

// makeVault makes the vault of an empty store, and begins its journal with the founder's key.
func makeVault(p *place, keys *vault.Keys, world World) (*Registry, error) {
	sealed, err := vault.Make(p.bolt, keys)
	if err != nil {
		return nil, err
	}
	r, err := Open(sealed, world)
	if err != nil {
		return nil, err
	}
	r.place = p
	return r, r.signed(keys.Slot(), journal.SlotAdded)
}

// keepRing writes the key ring, whole or not at all.
func (p *place) keepRing(b []byte) error { return writeRing(p.ring(), b) }

func writeRing(path string, b []byte) error {
	err := folder.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
	return kv.Classify(err)
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
