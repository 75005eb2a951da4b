package registry

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"mercredi/data/journal"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
)

// readRing reads the key ring of a folder. A folder without one may be of the former format.
func readRing(dir string) (*vault.Ring, error) {
	ring, err := readRingFile(filepath.Join(dir, ringName))
	if !errors.Is(err, fs.ErrNotExist) {
		return ring, err
	}
	if exists := FolderExists(dir); exists != nil {
		return nil, exists
	}
	store, opening := bolt.OpenReadOnly(filepath.Join(dir, fileName))
	if opening != nil {
		return nil, fmt.Errorf("opening a team's folder: %w", opening)
	}
	version, _, formatErr := vault.Format(store)
	if err := errors.Join(formatErr, store.Close()); err != nil {
		return nil, fmt.Errorf("opening a team's folder: %w", err)
	}
	if version == 1 {
		return nil, fmt.Errorf("opening a team's folder: %w", vault.ErrFormerFormat)
	}
	return nil, fmt.Errorf("opening a team's folder: %w", ErrNoRing)
}

// ErrRingDamaged says that the key ring cannot be read.
var ErrRingDamaged = errors.New("key ring is damaged")

func readRingFile(path string) (*vault.Ring, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the key ring: %w", kv.Classify(err))
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, longestRing+1))
	if err != nil {
		return nil, fmt.Errorf("reading the key ring: %w", err)
	}
	ring, err := vault.ReadRing(b)
	if errors.Is(err, vault.ErrTampered) {
		err = fmt.Errorf("%w: %w", ErrRingDamaged, err)
	}
	return ring, err
}

// OpenFolder opens a team's folder. The file is measured, read whole and verified before anything of it is believed.
// The errors that matter: vault.ErrWrongPassword, *SlowDown, *HeldError, kv.ErrNotOurs, kv.ErrDamaged, ErrNoRing,
// ErrRingDamaged, vault.ErrTampered, vault.ErrOldRing, vault.ErrOtherVault, ErrNewerFormat, vault.ErrFormerFormat,
// fs.ErrNotExist, and those of folder.Suit.
func OpenFolder(dir string, key Key, world World) (*Registry, error) {
	r, err := openFolder(dir, key, world)
	if err != nil {
		return nil, fmt.Errorf("opening a team's folder: %w", err)
	}
	return r, nil
}

func openFolder(dir string, key Key, world World) (*Registry, error) {
	p := &place{dir: dir}
	if err := p.notHeld(); err != nil {
		return nil, err
	}
	if err := bolt.Inspect(p.file()); err != nil {
		return nil, err // before a password is paid for in vain
	}
	ring, err := readRing(dir)
	if err != nil {
		return nil, err
	}
	failed, err := p.readAttempts(world.now())
	if err != nil {
		return nil, err
	}
	keys, err := key.open(ring, vault.Opening{Random: world.Random, Keep: p.keepRing})
	if errors.Is(err, vault.ErrWrongPassword) {
		return nil, errors.Join(err, p.addAttempt(failed, world.now()))
	}
	if err != nil {
		return nil, err
	}
	if err := checkFile(p.file(), p.ring(), keys, world); err != nil {
		return nil, err
	}
	r, err := p.open(keys, world)
	if err != nil {
		return nil, err
	}
	if err := r.unlocked(failed); err != nil {
		return nil, errors.Join(err, r.store.Close())
	}
	return r, nil
}

// notHeld answers a *HeldError when another instance has the file open.
func (p *place) notHeld() error {
	err := bolt.Held(p.file())
	if errors.Is(err, kv.ErrHeld) {
		holder, _ := bolt.Holder(p.file()) // a note that is missing says nothing
		return &HeldError{Holder: holder, Err: err}
	}
	return err
}

// open opens a ring with what a person brought.
func (k Key) open(ring *vault.Ring, with vault.Opening) (*vault.Keys, error) {
	if k.Paper != "" {
		return ring.UnlockPaper(k.Paper, with)
	}
	if k.Slot == ([16]byte{}) {
		first, err := SlotNamed(ring.Slots(), "")
		if err != nil {
			return nil, err
		}
		k.Slot = first.ID
	}
	return ring.Unlock(k.Slot, k.Password, with)
}

// open opens a file that was checked.
func (p *place) open(keys *vault.Keys, world World) (*Registry, error) {
	store, err := bolt.Open(p.file(), bolt.Options{Since: world.Since})
	if errors.Is(err, kv.ErrHeld) {
		return nil, p.notHeld()
	}
	if err != nil {
		return nil, err
	}
	p.bolt = store
	sealed, err := vault.Open(store, keys)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	r, err := Open(sealed, world)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	r.place = p
	return r, nil
}

// unlocked notes the opening, and the failed attempts before it.
func (r *Registry) unlocked(failed attempts) error {
	var lines []journal.Line
	if n := len(failed.At); n > 0 {
		lines = append(lines, journal.Line{Act: journal.UnlockFailed, Count: n})
	}
	if err := r.journal(append(lines, journal.Line{Act: journal.Unlocked})...); err != nil {
		return err
	}
	return r.place.forgetAttempts()
}
