//go:build unix

package folder_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"mercredi/data/folder"
	"mercredi/data/kv"
	"mercredi/data/kv/kvtest"
)

func TestWriteFileIsReadByItsOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ring")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := folder.WriteFile(path, text("new")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestWriteFileFollowsALink(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	target := filepath.Join(elsewhere, "ring")
	if err := errors.Join(folder.WriteFile(target, text("old")), os.Symlink(target, filepath.Join(dir, "link"))); err != nil {
		t.Fatal(err)
	}
	if err := folder.WriteFile(filepath.Join(dir, "link"), text("new")); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, elsewhere, "ring=new")
	wantFiles(t, dir, "link=new")
}

// TestDiskFullAtAnyByteKeepsTheFormerFile writes a file byte by byte on a disk that is full after each of them.
func TestDiskFullAtAnyByteKeepsTheFormerFile(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "ring")
	const long = "a new ring of keys"
	if err := folder.WriteFile(path, text("old")); err != nil {
		t.Fatal(err)
	}
	byteByByte := func(w io.Writer) error {
		for i := range len(long) {
			if _, err := w.Write([]byte{long[i]}); err != nil {
				return err
			}
		}
		return nil
	}
	for room := range uint64(len(long)) {
		lift := kvtest.LimitFiles(t, room)
		err := folder.WriteFile(path, byteByByte)
		lift()
		if !errors.Is(kv.Classify(err), kv.ErrFull) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
		wantFiles(t, dir, "ring=old")
	}
	if err := folder.WriteFile(path, byteByByte); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, dir, "ring="+long)
}
