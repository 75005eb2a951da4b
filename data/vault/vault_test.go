package vault_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

const password = "un mercredi sur deux"

// cheap is a cost for tests only.
var cheap = vault.Options{Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}}

func create(t testing.TB, store kv.Store) kv.Store {
	t.Helper()
	sealed, err := vault.Create(store, password, cheap)
	if err != nil {
		t.Fatal(err)
	}
	return sealed
}

func file(t testing.TB) (kv.Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coffre")
	store, err := bolt.Create(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	return store, path
}

func TestVaultOverMemoryKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) kv.Store { return create(t, mem.New()) })
}

func TestVaultOverAFileKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) kv.Store {
		store, _ := file(t)
		return create(t, store)
	})
}

func TestFileNeverShowsAName(t *testing.T) {
	store, path := file(t)
	names := []string{"Lila Kerdoun", "Kerdoun"}
	kvtest.Fill(t, create(t, store), "child", "k1", "Lila Kerdoun, CM2", "k2", "", "k1", "Lila Kerdoun, 6e")
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(all, []byte("child")) {
		t.Fatal("the bucket is not in the file: the search proves nothing")
	}
	for _, name := range append(names, password) {
		if bytes.Contains(all, []byte(name)) {
			t.Errorf("%q stands in clear in the file", name)
		}
	}
	again, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() })
	sealed, err := vault.Unlock(again, password)
	if err != nil {
		t.Fatal(err)
	}
	if got := kvtest.Contents(t, sealed, "child"); len(got) != 2 || got[0] != `"k1"="Lila Kerdoun, 6e"` {
		t.Errorf("unlocked file holds %v", got)
	}
}

func TestWrongPasswordOpensNothingAndLeavesTheStoreOpen(t *testing.T) {
	store := mem.New()
	create(t, store)
	for _, wrong := range []string{"", "un mercredi sur trois", password + " ", "Un mercredi sur deux"} {
		if _, err := vault.Unlock(store, wrong); !errors.Is(err, vault.ErrWrongPassword) {
			t.Errorf("unlocking with %q: %v", wrong, err)
		}
	}
	if _, err := vault.Unlock(store, password); err != nil {
		t.Errorf("unlocking with the password: %v", err)
	}
}

func TestPasswordIsTheSameHoweverItsAccentsAreTyped(t *testing.T) {
	store := mem.New()
	if _, err := vault.Create(store, "l’\u00e9t\u00e9 \u00e0 la mer", cheap); err != nil {
		t.Fatal(err)
	}
	if _, err := vault.Unlock(store, "l’e\u0301te\u0301 a\u0300 la mer"); err != nil {
		t.Errorf("decomposed accents: %v", err)
	}
}

func TestShortPasswordIsRefused(t *testing.T) {
	store := mem.New()
	for _, weak := range []string{"", "neuf sign", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"} {
		if _, err := vault.Create(store, weak, cheap); !errors.Is(err, vault.ErrWeakPassword) {
			t.Errorf("password %q: %v", weak, err)
		}
	}
	if _, err := vault.Unlock(store, password); !errors.Is(err, vault.ErrNotAVault) {
		t.Errorf("the refused vault was made: %v", err)
	}
	if _, err := vault.Create(store, "été à midi", cheap); err != nil {
		t.Errorf("ten characters: %v", err)
	}
}

func TestCreateRefusesAStoreThatHoldsAVault(t *testing.T) {
	store := mem.New()
	kvtest.Fill(t, create(t, store), "a", "k", "v")
	if _, err := vault.Create(store, "another password", cheap); !errors.Is(err, vault.ErrAlreadyVault) {
		t.Errorf("second vault: %v", err)
	}
	sealed, err := vault.Unlock(store, password)
	if err != nil {
		t.Fatal(err)
	}
	if got := kvtest.Contents(t, sealed, "a"); len(got) != 1 {
		t.Errorf("the first vault holds %v", got)
	}
}

func TestCreateRefusesACostOutOfBounds(t *testing.T) {
	for _, cost := range []vault.Cost{
		{MemoryKiB: 7, Passes: 1, Lanes: 1}, {MemoryKiB: 4<<20 + 1, Passes: 1, Lanes: 1}, {MemoryKiB: 8, Passes: 0, Lanes: 1},
		{MemoryKiB: 8, Passes: 21, Lanes: 1}, {MemoryKiB: 8, Passes: 1, Lanes: 0}, {MemoryKiB: 8, Passes: 1, Lanes: 17},
	} {
		if _, err := vault.Create(mem.New(), password, vault.Options{Cost: cost}); err == nil {
			t.Errorf("cost %+v was accepted", cost)
		}
	}
}

func TestChangedPasswordOpensTheSameVaultAndTheOldOneDoesNot(t *testing.T) {
	const next = "une autre phrase"
	store := mem.New()
	open := create(t, store)
	kvtest.Fill(t, open, "a", "k", "before")
	if err := vault.ChangePassword(store, "not this one", next); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("changing with a wrong password: %v", err)
	}
	if err := vault.ChangePassword(store, password, "short"); !errors.Is(err, vault.ErrWeakPassword) {
		t.Errorf("changing to a weak password: %v", err)
	}
	if err := vault.ChangePassword(store, password, next); err != nil {
		t.Fatal(err)
	}
	kvtest.Fill(t, open, "a", "l", "the open vault goes on")
	if _, err := vault.Unlock(store, password); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the old password: %v", err)
	}
	sealed, err := vault.Unlock(store, next)
	if err != nil {
		t.Fatal(err)
	}
	if got := kvtest.Contents(t, sealed, "a"); len(got) != 2 || got[0] != `"k"="before"` {
		t.Errorf("after the change the vault holds %v", got)
	}
}

// overtaken is a store on which somebody else is a little faster.
type overtaken struct {
	kv.Store
	first func()
}

func (o overtaken) Update(write func(kv.Tx) error) error {
	o.first()
	return o.Store.Update(write)
}

func TestPasswordChangedMeanwhileIsNotChangedAgain(t *testing.T) {
	store := mem.New()
	create(t, store)
	first := func() {
		if err := vault.ChangePassword(store, password, "the faster one"); err != nil {
			t.Fatal(err)
		}
	}
	if err := vault.ChangePassword(overtaken{store, first}, password, "the slower one"); !errors.Is(err, vault.ErrWrongPassword) {
		t.Errorf("the slower change: %v", err)
	}
	if _, err := vault.Unlock(store, "the faster one"); err != nil {
		t.Errorf("the faster change: %v", err)
	}
}

func TestSealedStoreRefusesTheBucketOfTheHead(t *testing.T) {
	sealed := create(t, mem.New())
	err := sealed.Update(func(tx kv.Tx) error {
		_, get := tx.Get("vault", []byte("head"))
		scan := tx.Scan("vault", func(_, _ []byte) error { return nil })
		for _, err := range []error{get, scan, tx.Put("vault", []byte("head"), nil), tx.Delete("vault", []byte("head"))} {
			if !errors.Is(err, kv.ErrBadKey) {
				t.Errorf("touching the head: %v", err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func BenchmarkUnlockAtTheDefaultCost(b *testing.B) {
	store := mem.New()
	if _, err := vault.Create(store, password, vault.Options{}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := vault.Unlock(store, password); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSaveOneRecordInAFile is one durable transaction: sealed, written and synced.
func BenchmarkSaveOneRecordInAFile(b *testing.B) {
	store, _ := file(b)
	sealed, value := create(b, store), make([]byte, 120)
	for b.Loop() {
		err := sealed.Update(func(tx kv.Tx) error { return tx.Put("a", []byte("k"), value) })
		if err != nil {
			b.Fatal(err)
		}
	}
}
