package bolt_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
)

// used is a file after many saves, with its bytes and what it holds.
func used(t *testing.T) (path string, whole []byte, contents []string) {
	t.Helper()
	store, path := create(t)
	for i := range 120 {
		text := strings.Repeat("saved ", 50+i)
		kvtest.Fill(t, store, "a", fmt.Sprint(i), text, fmt.Sprint(i/2), text, fmt.Sprint(i/3), text)
	}
	contents = kvtest.Contents(t, store, "a")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, whole, contents
}

// openDamaged opens the bytes as a file and reads all of it.
func openDamaged(t *testing.T, path string, file []byte) (contents []string, err error) {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		return nil, err
	}
	err = store.View(func(tx kv.Tx) error {
		return tx.Scan("a", func(key, value []byte) error {
			contents = append(contents, fmt.Sprintf("%q=%q", key, value))
			return nil
		})
	})
	return contents, errors.Join(err, store.Close())
}

func TestFileCutAnywhereIsDamagedAndNeverCrashes(t *testing.T) {
	path, whole, contents := used(t)
	cut := filepath.Join(filepath.Dir(path), "cut")
	lengths := []int{}
	for n := range 40 {
		lengths = append(lengths, n)
	}
	for page := 0; page < len(whole); page += os.Getpagesize() {
		lengths = append(lengths, page+1, page+os.Getpagesize()/3, page+os.Getpagesize()-1, page+os.Getpagesize())
	}
	damaged := 0
	for _, n := range lengths {
		got, err := openDamaged(t, cut, whole[:min(n, len(whole))])
		switch {
		case errors.Is(err, kv.ErrDamaged):
			damaged++
		case err != nil || !slices.Equal(got, contents):
			t.Errorf("cut to %d of %d bytes: %v", n, len(whole), err)
		}
	}
	if damaged < len(lengths)/2 {
		t.Errorf("only %d of %d cut files were found damaged", damaged, len(lengths))
	}
}

func TestFileFullOfGarbagePagesNeverCrashes(t *testing.T) {
	path, whole, _ := used(t)
	broken := filepath.Join(filepath.Dir(path), "broken")
	dice := rand.New(rand.NewPCG(3, 4))
	refused := 0
	for range 150 {
		file := slices.Clone(whole)
		page := dice.IntN(len(file)/os.Getpagesize()) * os.Getpagesize()
		for i := range os.Getpagesize() {
			file[page+i] = byte(dice.Uint32())
		}
		if _, err := openDamaged(t, broken, file); err != nil {
			refused++
			if !errors.Is(err, kv.ErrDamaged) && !errors.Is(err, kv.ErrNotOurs) {
				t.Errorf("garbage in page at %d: %v", page, err)
			}
		}
	}
	if refused == 0 {
		t.Error("no broken file was refused: the damage missed")
	}
}

func TestFileWithBothMetaPagesBrokenIsDamaged(t *testing.T) {
	path, whole, contents := used(t)
	first, second := 16+20, os.Getpagesize()+16+20
	whole[first]++
	if got, err := openDamaged(t, path, whole); err != nil || len(got) < len(contents)-1 {
		t.Errorf("one broken meta page: %d of %d records, %v", len(got), len(contents), err)
	}
	whole[second]++
	if _, err := openDamaged(t, path, whole); !errors.Is(err, kv.ErrDamaged) {
		t.Errorf("both meta pages broken: %v", err)
	}
}

// TestFreeListThatAsksForAllTheMemoryIsDamaged forges the one count that bbolt allocates without looking.
func TestFreeListThatAsksForAllTheMemoryIsDamaged(t *testing.T) {
	path, whole, _ := used(t)
	order, page := binary.NativeEndian, os.Getpagesize()
	for meta := range 2 {
		list := int(order.Uint64(whole[meta*page+16+32:])) * page
		order.PutUint16(whole[list+10:], 0xFFFF)
		order.PutUint64(whole[list+16:], 1<<45)
	}
	if _, err := openDamaged(t, path, whole); !errors.Is(err, kv.ErrDamaged) {
		t.Errorf("opening: %v", err)
	}
}
