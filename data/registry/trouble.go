package registry

import (
	"errors"
	"io/fs"
	"syscall"

	"mercredi/data/folder"
	"mercredi/data/kv"
	"mercredi/data/vault"
)

// Trouble sorts the errors of a file by what a person can do about them.
type Trouble uint8

// The troubles.
const (
	TroubleOther    Trouble = iota
	TroublePassword         // not the right one, or too short: type another
	TroubleFile             // missing, there already, held, damaged, not ours: choose another
	TroubleWrite            // no right, no room, not a place for the file: choose another place
)

var troubles = []struct {
	err     error
	trouble Trouble
}{
	{vault.ErrWrongPassword, TroublePassword}, {vault.ErrWeakPassword, TroublePassword},
	{kv.ErrHeld, TroubleFile}, {kv.ErrNotOurs, TroubleFile}, {kv.ErrDamaged, TroubleFile},
	{vault.ErrNotAVault, TroubleFile}, {vault.ErrTampered, TroubleFile}, {vault.ErrNewerFormat, TroubleFile},
	{folder.ErrNetwork, TroubleWrite}, {folder.ErrRemovable, TroubleWrite}, {folder.ErrSynced, TroubleWrite},
	{ErrNewerFormat, TroubleFile}, {vault.ErrOldRing, TroubleFile}, {vault.ErrOtherVault, TroubleFile},
	{vault.ErrFormerFormat, TroubleFile}, {vault.ErrNoKey, TroubleFile}, {ErrNoRing, TroubleFile}, {ErrRingDamaged, TroubleFile},
	{ErrNotABackup, TroubleFile}, {ErrOtherTeam, TroubleFile}, {ErrPlaceMissing, TroubleWrite}, {ErrSameFolder, TroubleWrite},
	{vault.ErrPaperTypo, TroublePassword}, {ErrNoSuchMember, TroublePassword},
	{kv.ErrReadOnly, TroubleWrite}, {kv.ErrFull, TroubleWrite}, {syscall.ENOTDIR, TroubleWrite}, {fs.ErrPermission, TroubleWrite},
	{fs.ErrNotExist, TroubleFile}, {fs.ErrExist, TroubleFile},
}

// TroubleOf sorts an error of opening, making or writing a file.
func TroubleOf(err error) Trouble {
	if _, ok := errors.AsType[*SlowDown](err); ok {
		return TroublePassword
	}
	classified := kv.Classify(err)
	for _, t := range troubles {
		if errors.Is(classified, t.err) {
			return t.trouble
		}
	}
	return TroubleOther
}

// Stopped reports whether the file writes no more until it is closed and opened again: trying again is no use.
func Stopped(err error) bool { return errors.Is(err, kv.ErrStopped) }

// WhyStopped is why a file writes no more, for a command that ends with it. Another error is answered as it is.
func WhyStopped(err error) error { return cause(err) }
