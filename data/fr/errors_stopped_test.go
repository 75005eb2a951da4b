package fr_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"mercredi/data/fr"
	"mercredi/data/kv"
)

// TestStoppedFileNeverAsksToTryAgain: no save succeeds until the file is opened again, so saying « réessayez » would
// send people round in circles.
func TestStoppedFileNeverAsksToTryAgain(t *testing.T) {
	said := map[string]bool{}
	for _, cause := range []error{kv.ErrFull, kv.ErrReadOnly, errors.New("input/output error")} {
		got := fr.Error(fmt.Errorf("saving: %w: %w", kv.ErrStopped, cause))
		if !strings.HasSuffix(got, "Copiez ce que vous venez de taper, fermez Mercredi, puis ouvrez-le de nouveau.") ||
			strings.Contains(got, "réessayez") || said[got] {
			t.Errorf("%v is said %q", cause, got)
		}
		said[got] = true
	}
	expect(t, "stopped by damage", fr.Error(fmt.Errorf("%w: %w", kv.ErrStopped, kv.ErrDamaged)), fr.Error(kv.ErrDamaged))
}
