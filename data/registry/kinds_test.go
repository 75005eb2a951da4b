package registry

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

// TestRecordOfOneKindIsNeverReadAsAnother tries every pair of the kinds of records, in a shared drawer and in a child's.
func TestRecordOfOneKindIsNeverReadAsAnother(t *testing.T) {
	founder := vault.Founder{Name: "Odile Garance", Password: "un mercredi sur deux", Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}}
	keys, err := vault.Found(founder, vault.Opening{Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	inner, key := mem.New(), []byte("a key of the sam") // sixteen bytes, as an id
	sealed, err := vault.Make(inner, keys)
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, drawer := range [][16]byte{{}, {7}} {
		for _, from := range buckets() {
			for _, to := range buckets() {
				err := errors.Join(
					sealed.Update(func(tx kv.Tx) error { return tx.(vault.Tx).PutIn(drawer, from, key, []byte("content")) }),
					inner.Update(func(tx kv.Tx) error {
						value, err := tx.Get(from, key)
						return errors.Join(err, tx.Put(to, key, bytes.Clone(value)))
					}),
				)
				if err != nil {
					t.Fatal(err)
				}
				err = sealed.View(func(tx kv.Tx) error { _, err := tx.Get(to, key); return err })
				if from == to && err != nil || from != to && !errors.Is(err, vault.ErrTampered) {
					t.Errorf("a %s read as a %s: error is %v", from, to, err)
				}
				if pairs++; from == to {
					continue
				}
				if err := inner.Update(func(tx kv.Tx) error { return tx.Delete(to, key) }); err != nil {
					t.Fatal(err)
				}
			}
			if err := sealed.Update(func(tx kv.Tx) error { return tx.Delete(from, key) }); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := sealed.Verify(buckets(), nil); err != nil {
		t.Errorf("what is left: %v", err)
	}
	if want := 2 * len(buckets()) * len(buckets()); pairs != want {
		t.Errorf("%d pairs of %d", pairs, want)
	}
}
