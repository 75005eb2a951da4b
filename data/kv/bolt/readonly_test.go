package bolt_test

import (
	"errors"
	"path/filepath"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
)

func TestFileOpenedForReadingRefusesToWriteAndLeavesNoNote(t *testing.T) {
	store, path := create(t)
	kvtest.Fill(t, store, "a", "k", "v")
	if _, err := bolt.OpenReadOnly(path); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("reading a file that is being written: %v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	var readers []kv.Store
	for range 2 {
		reader, err := bolt.OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		readers = append(readers, reader)
		if got := kvtest.Contents(t, reader, "a"); len(got) != 1 || got[0] != `"k"="v"` {
			t.Errorf("the file holds %v", got)
		}
		put := func(tx kv.Tx) error { return tx.Put("a", []byte("k"), nil) }
		if err := reader.Update(put); !errors.Is(err, kv.ErrReadTx) {
			t.Errorf("Update: %v", err)
		}
		if err := reader.View(put); !errors.Is(err, kv.ErrReadTx) {
			t.Errorf("writing in a View: %v", err)
		}
	}
	wantOnly(t, filepath.Dir(path), filepath.Base(path))
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("writing a file that is being read: %v", err)
	}
	for _, reader := range readers {
		if err := reader.Close(); err != nil {
			t.Error(err)
		}
		if err := reader.Update(func(kv.Tx) error { return nil }); !errors.Is(err, kv.ErrClosed) {
			t.Errorf("Update after Close: %v", err)
		}
	}
	kvtest.Fill(t, reopen(t, path), "a", "k", "written again")
}

func TestReaderThatClosesLeavesTheNoteOfTheWriter(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	reader, err := bolt.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	reopen(t, path)
	if err := reader.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := bolt.Holder(path); err != nil {
		t.Errorf("the note of the writer: %v", err)
	}
}
