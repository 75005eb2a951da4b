package vault_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"path/filepath"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

const password = "un mercredi sur deux"

var cheap = vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}

// team is a vault with its ring, as on the disk.
type team struct {
	t     testing.TB
	inner kv.Store
	ring  []byte // as it was written last
	keys  *vault.Keys
	*vault.Store
}

func (x *team) opening() vault.Opening {
	return vault.Opening{Random: rand.Reader, Keep: func(b []byte) error {
		x.ring = bytes.Clone(b)
		return nil
	}}
}

func found(t testing.TB, inner kv.Store) *team {
	t.Helper()
	x := &team{t: t, inner: inner}
	founder := vault.Founder{Member: [16]byte{1}, Name: "Odile Garance", Password: password, Cost: cheap, Since: 20260910}
	x.keys = must(vault.Found(founder, x.opening()))
	check(t, x.keys.Save())
	x.Store = must(vault.Make(inner, x.keys))
	return x
}

// ringNow is the ring as it stands on the disk.
func (x *team) ringNow() *vault.Ring { return must(vault.ReadRing(x.ring)) }

func (x *team) put(drawer byte, key, value string) {
	x.t.Helper()
	check(x.t, x.Update(func(tx kv.Tx) error {
		return tx.(vault.Tx).PutIn([16]byte{drawer}, "note", []byte(key), []byte(value))
	}))
}

// reads is what a ring and a password see in the store.
func (x *team) reads(ring []byte, slot [16]byte, password string) ([]string, error) {
	r, err := vault.ReadRing(ring)
	if err != nil {
		return nil, err
	}
	keys, err := r.Unlock(slot, password, vault.Opening{Random: rand.Reader})
	if err != nil {
		return nil, err
	}
	s, err := vault.Open(x.inner, keys)
	if err != nil {
		return nil, err
	}
	var all []string
	err = s.View(func(tx kv.Tx) error {
		return tx.Scan("note", func(key, value []byte) error {
			all = append(all, string(key)+"="+string(value))
			return nil
		})
	})
	if err == nil {
		_, err = s.Verify([]string{"note"}, nil)
	}
	return all, err
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func wantErr(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error is %v, want %v", err, want)
	}
}

func TestVaultOverMemoryKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) kv.Store { return found(t, mem.New()).Store })
}

func TestVaultOverAFileKeepsTheContract(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) kv.Store {
		return found(t, must(bolt.Create(filepath.Join(t.TempDir(), "v"), bolt.Options{}))).Store
	})
}

func TestPasswordOpensWhatItSealed(t *testing.T) {
	x := found(t, mem.New())
	x.put(7, "a", "Lila")
	x.put(0, "b", "shared")
	slot := x.keys.Slot()
	got, err := x.reads(x.ring, slot.ID, password)
	if err != nil || len(got) != 2 || got[0] != "a=Lila" {
		t.Errorf("read %v, %v", got, err)
	}
	_, err = x.reads(x.ring, slot.ID, password+".")
	wantErr(t, err, vault.ErrWrongPassword)
}

func TestNewMemberOpensWithTheirOwnPasswordOnly(t *testing.T) {
	x := found(t, mem.New())
	x.put(7, "a", "Lila")
	s := must(x.keys.AddSlot(vault.Slot{Member: [16]byte{2}, Name: "Rémi Salin", Access: vault.KeyWorking}, "mirabelle et cerise", cheap))
	if got, err := x.reads(x.ring, s.ID, "mirabelle et cerise"); err != nil || len(got) != 1 {
		t.Errorf("read %v, %v", got, err)
	}
	_, err := x.reads(x.ring, s.ID, password)
	wantErr(t, err, vault.ErrWrongPassword)
}

func TestChangedPasswordOpensAndTheFormerDoesNot(t *testing.T) {
	x := found(t, mem.New())
	x.put(7, "a", "Lila")
	wantErr(t, x.keys.ChangePassword("not this one", "brioche du dimanche"), vault.ErrWrongPassword)
	wantErr(t, x.keys.ChangePassword(password, "court"), vault.ErrWeakPassword)
	check(t, x.keys.ChangePassword(password, "brioche du dimanche"))
	slot := x.keys.Slot().ID
	if got, err := x.reads(x.ring, slot, "brioche du dimanche"); err != nil || len(got) != 1 {
		t.Errorf("read %v, %v", got, err)
	}
	_, err := x.reads(x.ring, slot, password)
	wantErr(t, err, vault.ErrWrongPassword)
}

func TestPaperKeyOpensHoweverItIsTypedAndNamesTheGroupThatIsWrong(t *testing.T) {
	x := found(t, mem.New())
	code, _, err := x.keys.AddPaper(vault.Slot{Name: "Clé de secours 1", Access: vault.Coordination})
	check(t, err)
	ring := x.ringNow()
	for _, typed := range []string{code, " " + string(bytes.ToLower([]byte(code))), string(bytes.ReplaceAll([]byte(code), []byte("-"), []byte(" ")))} {
		keys := must(ring.UnlockPaper(typed, vault.Opening{Random: rand.Reader}))
		if !keys.Slot().Paper {
			t.Error("opened another slot")
		}
	}
	wrong := []byte(code)
	at := bytes.IndexByte(wrong, '-') + 1 // the second group
	wrong[at] = map[bool]byte{true: 'X', false: 'Y'}[wrong[at] == 'Y']
	_, err = ring.UnlockPaper(string(wrong), vault.Opening{})
	var typo *vault.PaperTypo
	if !errors.As(err, &typo) || typo.Group != 2 {
		t.Errorf("error is %v", err)
	}
	_, err = ring.UnlockPaper(code[:10], vault.Opening{})
	wantErr(t, err, vault.ErrPaperTypo)
	other := found(t, mem.New())
	code, _, err = other.keys.AddPaper(vault.Slot{Name: "Clé de secours 1", Access: vault.Coordination})
	check(t, err)
	_, err = ring.UnlockPaper(code, vault.Opening{})
	wantErr(t, err, vault.ErrWrongPassword)
}

func TestRemovedMemberWithACopyOfTheRingReadsNothingWrittenSince(t *testing.T) {
	x := found(t, mem.New())
	x.put(7, "a", "Lila")
	s := must(x.keys.AddSlot(vault.Slot{Member: [16]byte{2}, Name: "Rémi Salin", Access: vault.KeyWorking}, "mirabelle et cerise", cheap))
	copied := bytes.Clone(x.ring)
	check(t, x.keys.RemoveSlot(s.ID))
	x.put(7, "b", "since")
	_, err := x.reads(copied, s.ID, "mirabelle et cerise")
	wantErr(t, err, vault.ErrOldRing)
	_, err = x.reads(x.ring, s.ID, "mirabelle et cerise")
	wantErr(t, err, vault.ErrWrongPassword)
	if got, err := x.reads(x.ring, x.keys.Slot().ID, password); err != nil || len(got) != 2 {
		t.Errorf("those who stay read %v, %v", got, err)
	}
	wantErr(t, x.keys.RemoveSlot(x.keys.Slot().ID), vault.ErrLastKey)
}

func TestErasedDrawerOpensNowhereNotEvenInAnOldCopy(t *testing.T) {
	x := found(t, mem.New())
	x.put(7, "a", "Lila")
	x.put(8, "b", "Noé")
	old := copyOf(t, x.inner)
	check(t, x.keys.Erase(20261127, [16]byte{7}))
	check(t, x.Update(func(tx kv.Tx) error { _, err := tx.(vault.Tx).Sweep("note"); return err }))
	if got, err := x.reads(x.ring, x.keys.Slot().ID, password); err != nil || len(got) != 1 || got[0] != "b=Noé" {
		t.Errorf("read %v, %v", got, err)
	}
	before := *x
	before.inner = old
	if got, err := before.reads(x.ring, x.keys.Slot().ID, password); err != nil || len(got) != 1 {
		t.Errorf("the old copy gives %v, %v", got, err)
	}
	err := x.Update(func(tx kv.Tx) error { return tx.(vault.Tx).PutIn([16]byte{7}, "note", []byte("c"), nil) })
	wantErr(t, err, vault.ErrNoKey)
}

// copyOf copies what a test wrote, head included.
func copyOf(t testing.TB, from kv.Store) kv.Store {
	t.Helper()
	to := mem.New()
	check(t, from.View(func(a kv.Tx) error {
		return to.Update(func(b kv.Tx) error {
			for _, bucket := range []string{"vault", "note"} {
				if err := a.Scan(bucket, func(key, value []byte) error { return b.Put(bucket, key, value) }); err != nil {
					return err
				}
			}
			return nil
		})
	}))
	return to
}

func TestRingThatCannotBeWrittenChangesNothing(t *testing.T) {
	x := &team{t: t, inner: mem.New()}
	refuse := false
	with := vault.Opening{Random: rand.Reader, Keep: func([]byte) error {
		if refuse {
			return kv.ErrFull
		}
		return nil
	}}
	keys := must(vault.Found(vault.Founder{Member: [16]byte{1}, Name: "O", Password: password, Cost: cheap}, with))
	s := must(vault.Make(x.inner, keys))
	refuse = true
	before := keys.Epoch()
	put := func() error {
		return s.Update(func(tx kv.Tx) error { return tx.(vault.Tx).PutIn([16]byte{7}, "note", []byte("a"), nil) })
	}
	wantErr(t, put(), kv.ErrFull)
	wantErr(t, keys.Erase(20261127, [16]byte{7}), kv.ErrFull)
	if keys.Epoch() != before {
		t.Error("the ring counts a writing that failed")
	}
	refuse = false
	check(t, put())
}

func TestStoreRefusesTheBucketOfTheHead(t *testing.T) {
	x := found(t, mem.New())
	err := x.Update(func(tx kv.Tx) error { return tx.Put("vault", []byte("head"), nil) })
	wantErr(t, err, kv.ErrBadKey)
	wantErr(t, x.View(func(tx kv.Tx) error { _, err := tx.Get("vault", []byte("head")); return err }), kv.ErrBadKey)
}
