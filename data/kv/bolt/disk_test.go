//go:build unix

package bolt_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
)

func TestFullDiskStopsWritingAndLosesNothing(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	for _, room := range []uint64{40_000, 90_000, 200_000} {
		t.Run(fmt.Sprint(room), func(t *testing.T) {
			store, path := create(t)
			kvtest.Fill(t, store, "a", "before", "kept")
			lift := kvtest.LimitFiles(t, room)
			saved := 0
			put := func(tx kv.Tx) error {
				return tx.Put("a", fmt.Append(nil, saved), bytes.Repeat([]byte{'v'}, 5000))
			}
			var err error
			for ; err == nil; saved++ {
				err = store.Update(put)
			}
			saved--
			if !errors.Is(err, kv.ErrFull) || !errors.Is(err, kv.ErrStopped) {
				t.Errorf("Update on a full disk: %v", err)
			}
			lift()
			if err := store.Update(put); !errors.Is(err, kv.ErrStopped) || !errors.Is(err, kv.ErrFull) {
				t.Errorf("Update after a failed write: %v", err)
			}
			if got := kvtest.Contents(t, store, "a"); len(got) != saved+1 {
				t.Errorf("the stopped store shows %d records of %d", len(got), saved+1)
			}
			if err := store.Close(); err != nil {
				t.Errorf("closing: %v", err)
			}
			again := reopen(t, path)
			if got := kvtest.Contents(t, again, "a"); len(got) != saved+1 {
				t.Errorf("reopened file holds %d records of %d", len(got), saved+1)
			}
			kvtest.Fill(t, again, "a", "after", "writes again")
		})
	}
}

func TestCreateOnAFullDiskLeavesNothing(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	folder := t.TempDir()
	lift := kvtest.LimitFiles(t, 5000)
	_, err := bolt.Create(filepath.Join(folder, "coffre"), bolt.Options{})
	lift()
	if !errors.Is(err, kv.ErrFull) {
		t.Errorf("creating on a full disk: %v", err)
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) != 0 {
		t.Errorf("left behind: %v, %v", files, err)
	}
}

// TestFileCutWhileItIsOpenIsDamaged is what a file synchroniser or a pulled-out stick does to a mapped file.
func TestFileCutWhileItIsOpenIsDamaged(t *testing.T) {
	path, whole, _ := used(t)
	store := reopen(t, path)
	if err := os.Truncate(path, int64(2*os.Getpagesize())); err != nil {
		t.Fatal(err)
	}
	err := store.View(func(tx kv.Tx) error {
		return tx.Scan("a", func(_, _ []byte) error { return nil })
	})
	if !errors.Is(err, kv.ErrDamaged) {
		t.Errorf("reading: %v", err)
	}
	for range 2 {
		err := store.Update(func(tx kv.Tx) error { return tx.Put("a", []byte("k"), nil) })
		if !errors.Is(err, kv.ErrDamaged) {
			t.Errorf("writing: %v", err)
		}
	}
	if err := store.Close(); err != nil {
		t.Errorf("closing: %v", err)
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	reopen(t, path)
}

func TestPipeInPlaceOfTheFileIsRefusedAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coffre")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrNotOurs) {
		t.Errorf("opening a pipe: %v", err)
	}
}

// TestCopyOnAFullDiskKeepsTheFormerFile fills the disk at every page of a copy over a former one.
func TestCopyOnAFullDiskKeepsTheFormerFile(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	store, _ := create(t)
	kvtest.Fill(t, store, "a", "k", "former")
	path := filepath.Join(t.TempDir(), "copie")
	if err := bolt.Copy(store, path); err != nil {
		t.Fatal(err)
	}
	former := read(t, path)
	for i := range 40 {
		kvtest.Fill(t, store, "a", fmt.Sprint(i), string(bytes.Repeat([]byte{'v'}, 3000)))
	}
	for room := uint64(0); room < 160_000; room += 4096 {
		lift := kvtest.LimitFiles(t, room)
		err := bolt.Copy(store, path)
		lift()
		if !errors.Is(err, kv.ErrFull) || errors.Is(err, kv.ErrDamaged) {
			t.Errorf("copying with room for %d bytes: %v", room, err)
		}
		wantOnly(t, filepath.Dir(path), filepath.Base(path))
		if !bytes.Equal(read(t, path), former) {
			t.Fatalf("the former copy changed, with room for %d bytes", room)
		}
	}
	kvtest.Fill(t, store, "a", "after", "a copy that fails stops nobody")
	if err := bolt.Copy(store, path); err != nil {
		t.Fatal(err)
	}
	if got, want := kvtest.Contents(t, reopen(t, path), "a"), kvtest.Contents(t, store, "a"); len(got) != len(want) {
		t.Errorf("the copy holds %d records of %d", len(got), len(want))
	}
}

func TestCompactingOnAFullDiskKeepsTheFile(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	store, path := create(t)
	for i := range 40 {
		kvtest.Fill(t, store, "a", fmt.Sprint(i), string(bytes.Repeat([]byte{'v'}, 3000)))
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	former := read(t, path)
	for room := uint64(0); room < 120_000; room += 4096 {
		lift := kvtest.LimitFiles(t, room)
		err := bolt.Compact(path)
		lift()
		if !errors.Is(err, kv.ErrFull) {
			t.Errorf("compacting with room for %d bytes: %v", room, err)
		}
		wantOnly(t, filepath.Dir(path), filepath.Base(path))
		if !bytes.Equal(read(t, path), former) {
			t.Fatalf("the file changed, with room for %d bytes", room)
		}
	}
	if err := bolt.Compact(path); err != nil {
		t.Error(err)
	}
}
