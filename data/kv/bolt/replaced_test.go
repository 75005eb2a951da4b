package bolt

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"mercredi/data/kv"
)

// TestFileReplacedWhileItsLockIsAwaitedIsHeld is a window that opens the file in the instant it is compacted: what it
// has opened has lost its name, and would be saved to nowhere.
func TestFileReplacedWhileItsLockIsAwaitedIsHeld(t *testing.T) {
	dir := t.TempDir()
	path, newer := filepath.Join(dir, "coffre"), filepath.Join(dir, "newer")
	for _, p := range []string{path, newer} {
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	waiting, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer waiting.Close()
	if err := stillThere(waiting, path); err != nil {
		t.Errorf("before: %v", err)
	}
	if err := stillThere(waiting, newer); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("another file has the name: %v", err)
	}
}
