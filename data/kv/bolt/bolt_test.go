package bolt_test

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
)

// TestMain lets the test program play the other instance: it holds the file named in the environment until its
// standard input ends.
func TestMain(m *testing.M) {
	path := os.Getenv("MERCREDI_TEST_HOLD")
	if path == "" {
		os.Exit(m.Run())
	}
	store, err := bolt.Open(path, bolt.Options{Since: "le 14 janvier"})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("held")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	if store.Close() != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func create(t *testing.T) (kv.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coffre.mercredi")
	store, err := bolt.Create(path, bolt.Options{Since: "9 h 12"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store, path
}

func reopen(t *testing.T, path string) kv.Store {
	t.Helper()
	store, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store
}

func TestFileStoreKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) kv.Store {
		store, _ := create(t)
		return store
	})
}

func TestFileKeepsWhatWasPutAfterReopening(t *testing.T) {
	store, path := create(t)
	kvtest.Fill(t, store, "a", "k", "v", "l", "w")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if got := kvtest.Contents(t, reopen(t, path), "a"); len(got) != 2 || got[0] != `"k"="v"` {
		t.Errorf("reopened file holds %v", got)
	}
}

func TestCreateRefusesWhateverStandsThere(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "letter.odt")
	if err := os.WriteFile(path, []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, taken := range []string{path, folder} {
		if _, err := bolt.Create(taken, bolt.Options{}); !errors.Is(err, fs.ErrExist) {
			t.Errorf("creating over %s: %v", taken, err)
		}
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "a letter" {
		t.Errorf("the letter is now %q, %v", text, err)
	}
}

func TestCreateLeavesOneFileThatOnlyItsOwnerReads(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 {
		t.Fatalf("folder holds %v, %v", files, err)
	}
	info, err := files[0].Info()
	if err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestCreateSaysWhenTheFolderIsMissing(t *testing.T) {
	_, err := bolt.Create(filepath.Join(t.TempDir(), "nowhere", "coffre"), bolt.Options{})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("creating in a missing folder: %v", err)
	}
}

func TestOpenSaysWhenTheFileIsMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coffre")
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("opening a missing file: %v", err)
	}
	if _, err := os.Lstat(path); err == nil {
		t.Error("opening a missing file made one")
	}
}

// refusedAsHeld opens a held file and wants the answer before the second hand has moved.
func refusedAsHeld(t *testing.T, path string) {
	t.Helper()
	var late atomic.Bool
	alarm := time.AfterFunc(time.Second, func() { late.Store(true) })
	defer alarm.Stop()
	if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrHeld) {
		t.Errorf("opening a held file: %v", err)
	}
	if late.Load() {
		t.Error("the answer took more than a second")
	}
}

func TestSecondOpeningInTheSameProcessIsRefused(t *testing.T) {
	store, path := create(t)
	refusedAsHeld(t, path)
	if holder, err := bolt.Holder(path); err != nil || !strings.HasSuffix(holder, ", depuis 9 h 12") {
		t.Errorf("holder %q, %v", holder, err)
	}
	kvtest.Fill(t, store, "a", "k", "the first instance goes on")
}

func TestSecondProcessLearnsWhoHoldsTheFile(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	other := exec.Command(os.Args[0])
	other.Env = append(os.Environ(), "MERCREDI_TEST_HOLD="+path)
	leave, err := other.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	says, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(says).ReadString('\n'); line != "held\n" {
		t.Fatalf("the other instance says %q, %v", line, err)
	}
	refusedAsHeld(t, path)
	host, _ := os.Hostname()
	want := fmt.Sprintf("%s (processus %d), depuis le 14 janvier", host, other.Process.Pid)
	if got, err := bolt.Holder(path); got != want || err != nil {
		t.Errorf("holder %q, %v, want %q", got, err, want)
	}
	_ = leave.Close()
	if err := other.Wait(); err != nil {
		t.Errorf("the other instance: %v", err)
	}
	if _, err := bolt.Holder(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the note is still there: %v", err)
	}
	reopen(t, path)
}

func TestHolderShowsNoControlCharactersAndNoNovel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coffre")
	if err := os.WriteFile(path+".ouvert", []byte("PC\x1b[31m\n\xff"+strings.Repeat("x", 9000)), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := bolt.Holder(path)
	if err != nil || len(got) > 300 || !strings.HasPrefix(got, "PC [31m x") {
		t.Errorf("holder %q, %v", got, err)
	}
}

func TestNoteOfACrashedInstanceDoesNotHoldTheFile(t *testing.T) {
	store, path := create(t)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+".ouvert", []byte("a PC that lost its power"), 0o600); err != nil {
		t.Fatal(err)
	}
	reopen(t, path)
	if holder, err := bolt.Holder(path); err != nil || strings.Contains(holder, "lost its power") {
		t.Errorf("holder %q, %v", holder, err)
	}
}

func TestOpenRefusesFilesThatAreNotOurs(t *testing.T) {
	folder := t.TempDir()
	foreign := filepath.Join(folder, "foreign.db")
	db, err := bbolt.Open(foreign, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	paths := []string{foreign, folder}
	for i, text := range []string{"a letter", strings.Repeat("PK\x03\x04", 9000), strings.Repeat("\x00", 1<<16), "x"} {
		path := filepath.Join(folder, fmt.Sprint(i))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for _, path := range paths {
		if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, kv.ErrNotOurs) {
			t.Errorf("opening %s: %v", path, err)
		}
	}
	if text, err := os.ReadFile(paths[2]); err != nil || string(text) != "a letter" {
		t.Errorf("the refused letter is now %q, %v", text, err)
	}
}
