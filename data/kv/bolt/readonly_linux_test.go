package bolt_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
)

// forReading takes the right to write from a folder of t.TempDir, and root's power over files from this thread.
func forReading(t *testing.T, folder string) {
	t.Helper()
	if err := errors.Join(os.Chmod(filepath.Dir(folder), 0o755), os.Chmod(folder, 0o555)); err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread()
	user := os.Geteuid()
	setUser := func(id int) {
		if err := syscall.Setfsuid(id); user == 0 && err != nil {
			t.Error(err)
		}
	}
	if user == 0 {
		setUser(65534)
	}
	t.Cleanup(func() {
		setUser(user)
		runtime.UnlockOSThread()
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Error(err)
		}
	})
}

func TestFolderThatMayNotBeWrittenIsNamed(t *testing.T) {
	folder := t.TempDir()
	forReading(t, folder)
	if _, err := bolt.Create(filepath.Join(folder, "coffre"), bolt.Options{}); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("creating in a folder for reading: %v", err)
	}
}

func TestFileThatMayNotBeWrittenIsNamed(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	forReading(t, filepath.Dir(path))
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrReadOnly) {
		t.Errorf("opening a file for reading: %v", err)
	}
}

func TestFileOpensInAFolderThatTakesNoNote(t *testing.T) {
	store, path := create(t)
	if err := errors.Join(store.Close(), os.Chmod(path, 0o666)); err != nil {
		t.Fatal(err)
	}
	forReading(t, filepath.Dir(path))
	opened, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatalf("opening where no note can be written: %v", err)
	}
	if err := opened.Close(); err != nil {
		t.Error(err)
	}
}
