//go:build unix

package registry_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/kv"
	"mercredi/data/kv/kvtest"
	"mercredi/data/registry"
)

// TestFullDiskLosesNothingThatWasAcknowledged fills the disk in the middle of a working day: the save that fails says
// what to do, memory stays what the disk holds, each later save says the same, and opening again mends everything.
func TestFullDiskLosesNothingThatWasAcknowledged(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	dir := t.TempDir()
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	lila := keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	lift := kvtest.LimitFiles(t, 300_000)
	var err error
	for err == nil {
		note := data.Note{ChildID: lila.ID, On: r.Today(), Title: "Note", Text: strings.Repeat("😀", data.MaxNote)}
		if err = r.Notes.Save(&note); err != nil && note.Revision != 0 {
			t.Errorf("the note that was not kept has revision %d", note.Revision)
		}
	}
	told := fr.Error(err)
	if !errors.Is(err, kv.ErrFull) || !strings.HasPrefix(told, "Le disque est plein") || !strings.Contains(told, "ouvrez-le de nouveau") {
		t.Errorf("%v is told %q", err, told)
	}
	before, _ := r.Children.Get(lila.ID)
	edited := before
	edited.FirstName = "Lilas"
	lift() // there is room again, but nobody knows what the failed write left
	for range 2 {
		if err := r.Children.Save(&edited); !registry.Stopped(err) || fr.Error(err) != told {
			t.Errorf("a later save: %v, told %q", err, fr.Error(err))
		}
	}
	if after, _ := r.Children.Get(lila.ID); !reflect.DeepEqual(after, before) {
		t.Errorf("memory shows %+v, which is not kept", after)
	}
	notes := r.Notes.All()
	check(r.Close())

	again := must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer again.Close()
	if got := again.Notes.All(); !reflect.DeepEqual(got, notes) || len(got) == 0 {
		t.Errorf("%d notes after opening again, %d were acknowledged", len(got), len(notes))
	}
	edited.ID, edited.Revision = lila.ID, before.Revision
	check(again.Children.Save(&edited))
	want(t, "first name", edited.FirstName, "Lilas")
}

func TestFolderThatCannotBeFilledIsNotLeftHalfMade(t *testing.T) {
	if !kvtest.Alone(t) {
		return
	}
	root := t.TempDir()
	dir := filepath.Join(root, "deep", "team")
	fill := func(r *registry.Registry) error {
		return r.Update(func(tx *registry.Tx) error {
			for range 40 {
				room := data.Room{Name: "Blue", Notes: strings.Repeat("a", data.MaxNote)}
				if err := registry.Put(tx, r.Rooms, &room); err != nil {
					return err
				}
			}
			return nil
		})
	}
	lift := kvtest.LimitFiles(t, 100_000)
	_, err := registry.CreateFilledFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld(), fill)
	lift()
	if got := fr.Error(err); got != "Le disque est plein. Libérez de la place, puis réessayez." {
		t.Errorf("%v is told %q", err, got)
	}
	if _, err := os.Stat(filepath.Dir(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left behind: %v", err)
	}
	r := must(registry.CreateFilledFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld(), fill)) // as the sentence says
	want(t, "rooms", r.Rooms.Len(), 40)
	check(r.Close())
}
