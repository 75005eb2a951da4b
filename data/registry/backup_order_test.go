package registry_test

import (
	"os"
	"path/filepath"
	"testing"

	"mercredi/data/registry"
)

// TestTwoBackupsOfOneMinuteAreOrderedByTheirChange once took change 9 for newer than change 10, and the rotation removed
// the newer one.
func TestTwoBackupsOfOneMinuteAreOrderedByTheirChange(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"n9-aaaaaaaa", "n10-bbbbbbbb", "n100-cccccccc"} {
		check(os.WriteFile(filepath.Join(dir, "mercredi-2026-09-10-12h00-"+name+".db"), nil, 0o600))
	}
	var got []uint64
	for _, b := range must(registry.ListBackups(dir)) {
		got = append(got, b.State)
	}
	if len(got) != 3 || got[0] != 100 || got[1] != 10 || got[2] != 9 {
		t.Errorf("newest first: %v", got)
	}
}
