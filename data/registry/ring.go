package registry

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"mercredi/data/vault"
)

// RingIn is where the key ring of a folder is, a team's or a place of backups.
func RingIn(dir string) string { return filepath.Join(dir, ringName) }

// SlotsOf is Threshold for a key ring that lies anywhere: who can open a backup with it.
func SlotsOf(ring string) ([]vault.Slot, error) {
	r, err := readRingFile(ring)
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("%w: %w", ErrNoRing, err)
	}
	if err != nil {
		return nil, err
	}
	return sortSlots(r.Slots()), nil
}
