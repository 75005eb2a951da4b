package registry_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"mercredi/data/folder"
	"mercredi/data/kv"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

func TestTroublesAreSortedByWhatCanBeDone(t *testing.T) {
	for err, trouble := range map[error]registry.Trouble{
		vault.ErrWrongPassword:               registry.TroublePassword,
		&registry.HeldError{Err: kv.ErrHeld}: registry.TroubleFile,
		fs.ErrNotExist:                       registry.TroubleFile,
		kv.ErrFull:                           registry.TroubleWrite,
		folder.ErrNetwork:                    registry.TroubleWrite,
		folder.ErrRemovable:                  registry.TroubleWrite,
		folder.ErrSynced:                     registry.TroubleWrite,
		&fs.PathError{Err: syscall.ENOTDIR}:  registry.TroubleWrite,
		errors.New("anything"):               registry.TroubleOther,
	} {
		want(t, err.Error(), registry.TroubleOf(fmt.Errorf("opening: %w", err)), trouble)
	}
}
