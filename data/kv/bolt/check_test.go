package bolt_test

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
)

// checkBytes checks the bytes as a file.
func checkBytes(t *testing.T, path string, file []byte) error {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return bolt.Check(path)
}

func TestSoundFilesPassTheCheck(t *testing.T) {
	path, _, _ := used(t)
	if err := bolt.Check(path); err != nil {
		t.Errorf("a used file: %v", err)
	}
	empty, path := create(t)
	if err := bolt.Check(path); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("an open file: %v", err)
	}
	if err := errors.Join(empty.Close(), bolt.Check(path)); err != nil {
		t.Errorf("an empty file: %v", err)
	}
	if err := bolt.Check(filepath.Join(t.TempDir(), "nowhere")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	store, path := erased(t)
	if err := errors.Join(store.Close(), bolt.Check(path), bolt.Compact(path), bolt.Check(path)); err != nil {
		t.Errorf("a file with freed pages, before and after compacting: %v", err)
	}
}

// TestCheckFindsEveryBrokenPageThatIsUsed breaks each page in turn. What the check lets pass must still hold the same
// records: the page was free.
func TestCheckFindsEveryBrokenPageThatIsUsed(t *testing.T) {
	path, whole, contents := used(t)
	broken := filepath.Join(filepath.Dir(path), "broken")
	dice := rand.New(rand.NewPCG(5, 6))
	size, damaged := os.Getpagesize(), 0
	for at := 2 * size; at < len(whole); at += size {
		for _, garbage := range []bool{true, false} {
			file := slices.Clone(whole)
			for i := range size {
				file[at+i] = 0
				if garbage {
					file[at+i] = byte(dice.Uint32())
				}
			}
			err := checkBytes(t, broken, file)
			if errors.Is(err, kv.ErrDamaged) {
				damaged++
				continue
			}
			got, readErr := openDamaged(t, broken, file)
			// Garbage inside of a long value stays a value: only the seal of data/vault knows.
			if err != nil || readErr != nil || len(got) != len(contents) {
				t.Errorf("page at %d: check %v, reading %v, %d of %d records", at, err, readErr, len(got), len(contents))
			}
		}
	}
	if damaged == 0 {
		t.Error("no broken page was found: the damage missed")
	}
}

// TestCheckComesBackFromPagesThatLeadToThemselves forges what bbolt's own check follows for ever.
func TestCheckComesBackFromPagesThatLeadToThemselves(t *testing.T) {
	path, whole, _ := used(t)
	size, order, forged := os.Getpagesize(), binary.NativeEndian, 0
	const branchFlag = 1
	for at := 2 * size; at < len(whole); at += size {
		if order.Uint16(whole[at+8:]) != branchFlag || order.Uint64(whole[at:]) != uint64(at/size) {
			continue
		}
		file := slices.Clone(whole)
		order.PutUint64(file[at+16+8:], uint64(at/size))
		if err := checkBytes(t, path, file); errors.Is(err, kv.ErrDamaged) {
			forged++
		} else if err != nil {
			t.Errorf("page at %d: %v", at, err)
		}
	}
	if forged == 0 {
		t.Error("no page that leads to itself was found")
	}
}

// TestCheckComesBackFromAnyFlippedByte: one byte of a used page becomes another. Check answers, and so does reading.
func TestCheckComesBackFromAnyFlippedByte(t *testing.T) {
	path, whole, _ := used(t)
	dice := rand.New(rand.NewPCG(7, 8))
	damaged := 0
	for range 400 {
		file := slices.Clone(whole)
		page := dice.IntN(len(file)/os.Getpagesize()) * os.Getpagesize()
		file[page+dice.IntN(200)] ^= byte(1 + dice.IntN(255)) // the header and the first elements
		err := checkBytes(t, path, file)
		switch {
		case errors.Is(err, kv.ErrDamaged), errors.Is(err, kv.ErrNotOurs):
			damaged++
		case err != nil:
			t.Errorf("page at %d: %v", page, err)
		}
	}
	if damaged < 40 {
		t.Errorf("only %d of 400 flipped bytes were found", damaged)
	}
}

func TestDamagedStoreIsNeitherCopiedNorCompacted(t *testing.T) {
	path, whole, _ := used(t)
	size, order, refused := os.Getpagesize(), binary.NativeEndian, 0
	copied := filepath.Join(t.TempDir(), "copie")
	for at := 2 * size; at < len(whole); at += size {
		file := slices.Clone(whole)
		order.PutUint16(file[at+8:], 0x40) // no kind of page that there is
		if !errors.Is(checkBytes(t, path, file), kv.ErrDamaged) {
			continue
		}
		compacted := bolt.Compact(path)
		if !slices.Equal(read(t, path), file) && compacted != nil {
			t.Errorf("compacting failed and changed the file: %v", compacted)
		}
		wantOnly(t, filepath.Dir(path), filepath.Base(path))
		if errors.Is(compacted, kv.ErrDamaged) {
			refused++
		}
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		store, err := bolt.OpenReadOnly(path)
		if err != nil {
			continue
		}
		err = bolt.Copy(store, copied)
		wantOnly(t, filepath.Dir(copied), filepath.Base(copied))
		if (err == nil) != (compacted == nil) {
			t.Errorf("page at %d: copied with %v, compacted with %v", at, err, compacted)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
	if refused == 0 {
		t.Error("no damaged file was refused")
	}
	kvtest.Fill(t, reopen(t, writeBack(t, path, whole)), "a", "k", "the whole file still opens")
}

func writeBack(t *testing.T, path string, whole []byte) string {
	t.Helper()
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
