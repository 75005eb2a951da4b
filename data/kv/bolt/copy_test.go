package bolt_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
)

func read(t *testing.T, path string) []byte {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// wantOnly says what else than names a folder holds.
func wantOnly(t *testing.T, folder string, names ...string) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !slices.Contains(names, f.Name()) {
			t.Errorf("left behind: %s", f.Name())
		}
	}
}

const markers = 1000

func marker(i int) string { return fmt.Sprintf("<erased child %04d>", i) }

func found(file []byte) (n int) {
	for i := range markers {
		if bytes.Contains(file, []byte(marker(i))) {
			n++
		}
	}
	return n
}

// erased is a store with 1,000 markers in its freed pages, and some records.
func erased(t *testing.T) (store kv.Store, path string) {
	t.Helper()
	store, path = create(t)
	var pairs []string
	for i := range markers {
		pairs = append(pairs, fmt.Sprint("key", i), marker(i))
	}
	kvtest.Fill(t, store, "children", pairs...)
	kvtest.Fill(t, store, "team", "k", "kept", "l", "", "m", "kept too")
	err := store.Update(func(tx kv.Tx) error {
		for i := range markers {
			if err := tx.Delete("children", fmt.Append(nil, "key", i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := found(read(t, path)); n < markers/2 {
		t.Fatalf("only %d of %d erased markers are left in the live file: the search would prove nothing", n, markers)
	}
	return store, path
}

func TestNothingDeletedTravelsWithACopy(t *testing.T) {
	store, path := erased(t)
	copied := filepath.Join(t.TempDir(), "copie")
	if err := bolt.Copy(store, copied); err != nil {
		t.Fatal(err)
	}
	if n := found(read(t, copied)); n > 0 {
		t.Errorf("%d of %d erased markers are in the copy", n, markers)
	}
	again := reopen(t, copied)
	for _, bucket := range []string{"children", "team", "never"} {
		if got, want := kvtest.Contents(t, again, bucket), kvtest.Contents(t, store, bucket); !slices.Equal(got, want) {
			t.Errorf("%s of the copy holds %v, want %v", bucket, got, want)
		}
	}
	if live, copy := len(read(t, path)), len(read(t, copied)); copy >= live {
		t.Errorf("the copy has %d bytes, the live file %d", copy, live)
	}
	kvtest.Fill(t, again, "team", "n", "a copy is a store like another")
}

func TestNothingDeletedIsLeftAfterCompacting(t *testing.T) {
	store, path := erased(t)
	before := kvtest.Contents(t, store, "team")
	if err := bolt.Compact(path); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("compacting an open file: %v", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	length := len(read(t, path))
	if err := bolt.Compact(path); err != nil {
		t.Fatal(err)
	}
	wantOnly(t, filepath.Dir(path), filepath.Base(path))
	after := read(t, path)
	if n := found(after); n > 0 || len(after) >= length {
		t.Errorf("%d erased markers left, %d bytes from %d", n, len(after), length)
	}
	if got := kvtest.Contents(t, reopen(t, path), "team"); !slices.Equal(got, before) {
		t.Errorf("the compacted file holds %v, want %v", got, before)
	}
}

// TestCopyOfAStoreThatIsWrittenMeanwhileIsOneState: each save counts in two buckets and adds a record as large as a
// page, so that a copy of two states at once would show.
func TestCopyOfAStoreThatIsWrittenMeanwhileIsOneState(t *testing.T) {
	store, _ := create(t)
	var writer sync.WaitGroup
	stop := make(chan struct{})
	saves := 0
	save := func(tx kv.Tx) error {
		count := fmt.Append(nil, saves+1)
		return errors.Join(tx.Put("a", []byte("count"), count), tx.Put("z", []byte("count"), count),
			tx.Put("m", fmt.Appendf(nil, "%06d", saves), bytes.Repeat([]byte{'v'}, 3000)))
	}
	if err := store.Update(save); err != nil {
		t.Fatal(err)
	}
	saves++
	writer.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			if err := store.Update(save); err != nil {
				t.Error(err)
				return
			}
			saves++
		}
	})
	path := filepath.Join(t.TempDir(), "copie")
	states := map[string]bool{}
	for range 20 {
		if err := bolt.Copy(store, path); err != nil {
			t.Fatal(err)
		}
		copied, err := bolt.OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		a, z, m := kvtest.Contents(t, copied, "a"), kvtest.Contents(t, copied, "z"), kvtest.Contents(t, copied, "m")
		if !slices.Equal(a, z) || a[0] != `"count"=`+strconv.Quote(fmt.Sprint(len(m))) {
			t.Errorf("a copy of two states: %v, %v, %d records", a, z, len(m))
		}
		states[a[0]] = true
		if err := copied.Close(); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	writer.Wait()
	if len(states) < 2 {
		t.Error("nothing was written between the copies")
	}
}

func TestCopyOfManyBatchesIsWhole(t *testing.T) {
	store, _ := create(t)
	for i := range 5 {
		var pairs []string
		for j := range 100 {
			pairs = append(pairs, fmt.Sprint(i*j), string(bytes.Repeat([]byte{byte(j)}, 20_000)))
		}
		kvtest.Fill(t, store, fmt.Sprint("bucket", i%2), pairs...)
	}
	path := filepath.Join(t.TempDir(), "copie")
	if err := bolt.Copy(store, path); err != nil {
		t.Fatal(err)
	}
	copied := reopen(t, path)
	for _, bucket := range []string{"bucket0", "bucket1"} {
		if !slices.Equal(kvtest.Contents(t, copied, bucket), kvtest.Contents(t, store, bucket)) {
			t.Errorf("%s of the copy differs", bucket)
		}
	}
}

func TestCopyReplacesOnlyAFileThatNobodyWrites(t *testing.T) {
	store, path := create(t)
	kvtest.Fill(t, store, "a", "k", "v")
	other, held := create(t)
	kvtest.Fill(t, other, "a", "k", "other")
	for _, target := range []string{path, held} {
		if err := bolt.Copy(store, target); !errors.Is(err, kv.ErrHeld) {
			t.Errorf("copying over an open file: %v", err)
		}
	}
	wantOnly(t, filepath.Dir(held), filepath.Base(held), filepath.Base(held)+".ouvert")
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if err := bolt.Copy(store, held); err != nil {
		t.Fatal(err)
	}
	if got := kvtest.Contents(t, reopen(t, held), "a"); !slices.Equal(got, []string{`"k"="v"`}) {
		t.Errorf("the replaced file holds %v", got)
	}
}

func TestCopyRefusesAStoreOfAnotherKind(t *testing.T) {
	folder := t.TempDir()
	if err := bolt.Copy(mem.New(), filepath.Join(folder, "copie")); err == nil {
		t.Error("a store in memory was copied")
	}
	wantOnly(t, folder)
}

func TestClosedStoreIsNotCopied(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := bolt.Copy(store, path+".copie"); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("copying a closed store: %v", err)
	}
	wantOnly(t, filepath.Dir(path), filepath.Base(path))
}

func TestCompactingThroughALinkKeepsTheLink(t *testing.T) {
	store, path := erased(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "lien")
	if err := errors.Join(os.Symlink(path, link), bolt.Compact(link)); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != path || found(read(t, path)) > 0 {
		t.Errorf("the link leads to %q, %v; %d markers are left", to, err, found(read(t, path)))
	}
}
