package vault_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

// raw reads the bytes of one record as the backend has them.
func raw(t *testing.T, store kv.Store, bucket, key string) (value []byte) {
	t.Helper()
	err := store.View(func(tx kv.Tx) (err error) {
		value, err = tx.Get(bucket, []byte(key))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// reads reports how the sealed store answers for one record, by Get and by Scan.
func reads(t *testing.T, sealed kv.Store, bucket, key string) (get, scan error) {
	t.Helper()
	err := sealed.View(func(tx kv.Tx) error {
		_, get = tx.Get(bucket, []byte(key))
		scan = tx.Scan(bucket, func(_, _ []byte) error { return nil })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return get, scan
}

func TestChangedBitOrCutValueDoesNotOpen(t *testing.T) {
	store := mem.New()
	sealed := create(t, store)
	kvtest.Fill(t, sealed, "a", "k", "Lila")
	whole := raw(t, store, "a", "k")
	var bad []string
	for i := range len(whole) * 8 {
		flipped := slices.Clone(whole)
		flipped[i/8] ^= 1 << (i % 8)
		bad = append(bad, string(flipped), string(whole[:i/8]))
	}
	bad = append(bad, string(whole)+"\x00")
	for _, value := range bad {
		kvtest.Fill(t, store, "a", "k", value)
		if get, scan := reads(t, sealed, "a", "k"); !errors.Is(get, vault.ErrTampered) || !errors.Is(scan, vault.ErrTampered) {
			t.Fatalf("%x opened: %v, %v", value, get, scan)
		}
	}
	kvtest.Fill(t, store, "a", "k", string(whole))
	if get, scan := reads(t, sealed, "a", "k"); get != nil || scan != nil {
		t.Errorf("the whole value: %v, %v", get, scan)
	}
}

func TestMovedValueDoesNotOpen(t *testing.T) {
	store, other := mem.New(), mem.New()
	sealed := create(t, store)
	kvtest.Fill(t, sealed, "a", "k", "1", "kb", "2")
	kvtest.Fill(t, sealed, "ak", "b", "3")
	kvtest.Fill(t, create(t, other), "a", "k", "1")
	for _, moved := range []struct {
		from            kv.Store
		fromB, fromK    string
		toBucket, toKey string
	}{
		{store, "a", "k", "a", "kb"},
		{store, "a", "k", "a", "new"},
		{store, "a", "k", "b", "k"},
		{store, "a", "kb", "ak", "b"}, // the same letters in the same order
		{other, "a", "k", "a", "k"},   // from another vault with the same password
	} {
		kvtest.Fill(t, store, moved.toBucket, moved.toKey, string(raw(t, moved.from, moved.fromB, moved.fromK)))
		if get, scan := reads(t, sealed, moved.toBucket, moved.toKey); !errors.Is(get, vault.ErrTampered) || !errors.Is(scan, vault.ErrTampered) {
			t.Errorf("%s/%s opened at %s/%s: %v, %v", moved.fromB, moved.fromK, moved.toBucket, moved.toKey, get, scan)
		}
	}
}

func TestEqualValuesDoNotLookEqual(t *testing.T) {
	store := mem.New()
	sealed := create(t, store)
	kvtest.Fill(t, sealed, "a", "k", "present", "l", "absent")
	first := raw(t, store, "a", "k")
	kvtest.Fill(t, sealed, "a", "k", "present")
	if bytes.Equal(first, raw(t, store, "a", "k")) {
		t.Error("saving the same value twice shows that it is the same")
	}
	if len(first) != len(raw(t, store, "a", "l")) {
		t.Error("the length tells present from absent")
	}
}

func TestStoreWithoutHeadIsNotAVault(t *testing.T) {
	store := mem.New()
	kvtest.Fill(t, store, "a", "k", "v")
	if _, err := vault.Unlock(store, password); !errors.Is(err, vault.ErrNotAVault) {
		t.Errorf("unlocking: %v", err)
	}
	if err := vault.ChangePassword(store, password, password); !errors.Is(err, vault.ErrNotAVault) {
		t.Errorf("changing the password: %v", err)
	}
}

// TestDamagedHeadNeverOpens tries every changed byte and every cut of the head. Rot is told from a wrong password.
func TestDamagedHeadNeverOpens(t *testing.T) {
	store := mem.New()
	create(t, store)
	whole := raw(t, store, "vault", "head")
	var bad [][]byte
	for i := range whole {
		for _, change := range []byte{1, 0x80, 0xFF} {
			flipped := slices.Clone(whole)
			flipped[i] ^= change
			bad = append(bad, flipped)
		}
		bad = append(bad, whole[:i])
	}
	otherEncoding := bytes.Replace(whole, []byte{0xA6, 1, 1}, []byte{0xA6, 1, 0x18, 1}, 1) // the same number, longer
	bad = append(bad, otherEncoding, append(slices.Clone(whole), 0), bytes.Repeat([]byte{0xA1}, 5000))
	for _, head := range bad {
		kvtest.Fill(t, store, "vault", "head", string(head))
		_, err := vault.Unlock(store, password)
		if !errors.Is(err, vault.ErrTampered) && !errors.Is(err, vault.ErrNewerFormat) {
			t.Errorf("head %x: %v", head, err)
		}
	}
}

// TestForgedHeadIsRefusedBeforeItCosts writes heads that are well formed, with a right sum, as an attacker would.
func TestForgedHeadIsRefusedBeforeItCosts(t *testing.T) {
	store := mem.New()
	create(t, store)
	var head map[uint64]any
	if err := cbor.Unmarshal(raw(t, store, "vault", "head"), &head); err != nil {
		t.Fatal(err)
	}
	for _, forged := range []struct {
		memoryKiB, passes, lanes uint64
		want                     error
	}{
		{8, 1, 1, nil},
		{9, 1, 1, vault.ErrWrongPassword}, // the cost is part of what the seal names
		{1 << 31, 1, 1, vault.ErrTampered},
		{8, 1 << 31, 1, vault.ErrTampered},
		{8, 1, 255, vault.ErrTampered},
		{0, 1, 1, vault.ErrTampered},
		{8, 0, 1, vault.ErrTampered},
		{8, 1, 0, vault.ErrTampered},
	} {
		head[3] = map[uint64]any{1: forged.memoryKiB, 2: forged.passes, 3: forged.lanes}
		kvtest.Fill(t, store, "vault", "head", string(summed(t, head)))
		if _, err := vault.Unlock(store, password); !errors.Is(err, forged.want) {
			t.Errorf("head with %+v: %v", forged, err)
		}
	}
}

func TestLaterFormatIsRefusedByName(t *testing.T) {
	store := mem.New()
	create(t, store)
	later, err := cbor.Marshal(map[uint64]any{1: 2, 40: "something new"})
	if err != nil {
		t.Fatal(err)
	}
	kvtest.Fill(t, store, "vault", "head", string(later))
	if _, err := vault.Unlock(store, password); !errors.Is(err, vault.ErrNewerFormat) {
		t.Errorf("unlocking: %v", err)
	}
	if _, err := vault.Create(store, password, cheap); !errors.Is(err, vault.ErrAlreadyVault) {
		t.Errorf("creating over it: %v", err)
	}
}

// TestRottenFileNeverShowsAWrongValue breaks bits of a whole file, which bbolt alone would not see.
func TestRottenFileNeverShowsAWrongValue(t *testing.T) {
	store, path := file(t)
	sealed := create(t, store)
	for i := range 40 {
		kvtest.Fill(t, sealed, "a", fmt.Sprint(i), fmt.Sprintf("value of %d", i))
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	dice, refused := rand.New(rand.NewPCG(5, 6)), 0
	for range 300 {
		rotten := slices.Clone(whole)
		rotten[dice.IntN(len(rotten))] ^= 1 << dice.IntN(8)
		if err := os.WriteFile(path, rotten, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := readRotten(t, path); err != nil {
			refused++
			if !errors.Is(err, vault.ErrTampered) && !errors.Is(err, kv.ErrDamaged) && !errors.Is(err, vault.ErrNotAVault) && !errors.Is(err, kv.ErrNotOurs) {
				t.Errorf("rotten file: %v", err)
			}
		}
	}
	if refused == 0 {
		t.Error("no rotten file was refused: the rot missed")
	}
}

// readRotten opens a file and checks every value it shows.
func readRotten(t *testing.T, path string) error {
	store, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	sealed, err := vault.Unlock(store, password)
	if err != nil {
		return err
	}
	return sealed.View(func(tx kv.Tx) error {
		return tx.Scan("a", func(key, value []byte) error {
			if string(value) != fmt.Sprintf("value of %s", key) {
				t.Errorf("%s = %q", key, value)
			}
			return nil
		})
	})
}

// summed encodes a head with the sum that the package comment tells.
func summed(t *testing.T, head map[uint64]any) []byte {
	t.Helper()
	delete(head, 6)
	sum := sha256.Sum256(deterministic(t, head))
	head[6] = sum[:8]
	return deterministic(t, head)
}

func deterministic(t *testing.T, value any) []byte {
	t.Helper()
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		t.Fatal(err)
	}
	encoded, err := mode.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}
