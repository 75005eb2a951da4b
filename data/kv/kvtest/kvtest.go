// Package kvtest is the contract of kv.Store as tests: every backend, and every store that wraps one, runs it.
package kvtest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"mercredi/data/kv"
)

// Run tests the contract on stores made by open, each new and empty.
func Run(t *testing.T, open func(*testing.T) kv.Store) {
	for _, c := range []struct {
		sentence string
		test     func(*testing.T, kv.Store)
	}{
		{"KeepsWhatWasPut", keepsWhatWasPut},
		{"SaysWhenNothingIsThere", saysWhenNothingIsThere},
		{"TellsEmptyFromMissing", tellsEmptyFromMissing},
		{"ForgetsWhatWasDeleted", forgetsWhatWasDeleted},
		{"SeesItsOwnWritesInsideTheTransaction", seesItsOwnWrites},
		{"LeavesNothingBehindAFailedUpdate", leavesNothingBehindAFailure},
		{"LeavesNothingBehindAPanic", leavesNothingBehindAPanic},
		{"ScansInTheOrderOfKeys", scansInOrder},
		{"StopsScanningAtTheFirstError", stopsScanningAtTheFirstError},
		{"LetsAVisitDeleteWhatItScans", letsAVisitDelete},
		{"LetsAVisitRewriteWhatItScans", letsAVisitRewrite},
		{"SkipsWhatAnEarlierVisitDeleted", skipsWhatWasDeleted},
		{"GivesAndTakesCopies", givesAndTakesCopies},
		{"RefusesToWriteInAView", refusesToWriteInAView},
		{"RefusesBadKeysAndKeepsOnWriting", refusesBadKeys},
		{"RefusesATransactionThatHasEnded", refusesAnEndedTransaction},
		{"KeepsLargeValues", keepsLargeValues},
		{"AnswersClosedAfterClose", answersClosed},
		{"AgreesWithAModel", agreesWithAModel},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			store := open(t)
			c.test(t, store)
			if err := store.Close(); err != nil {
				t.Errorf("closing: %v", err)
			}
		})
	}
}

// Contents reads a whole bucket, keys in order as "key=value" with bytes quoted.
func Contents(t *testing.T, store kv.Store, bucket string) []string {
	t.Helper()
	var all []string
	view(t, store, func(tx kv.Tx) error {
		return tx.Scan(bucket, func(key, value []byte) error {
			all = append(all, fmt.Sprintf("%q=%q", key, value))
			return nil
		})
	})
	return all
}

// Fill puts pairs "key", "value", "key", "value"… in one Update.
func Fill(t *testing.T, store kv.Store, bucket string, pairs ...string) {
	t.Helper()
	update(t, store, func(tx kv.Tx) error {
		for pair := range slices.Chunk(pairs, 2) {
			if err := tx.Put(bucket, []byte(pair[0]), []byte(pair[1])); err != nil {
				return err
			}
		}
		return nil
	})
}

func view(t *testing.T, store kv.Store, read func(kv.Tx) error) {
	t.Helper()
	if err := store.View(read); err != nil {
		t.Fatalf("View: %v", err)
	}
}

func update(t *testing.T, store kv.Store, write func(kv.Tx) error) {
	t.Helper()
	if err := store.Update(write); err != nil {
		t.Fatalf("Update: %v", err)
	}
}

func want(t *testing.T, store kv.Store, bucket string, contents ...string) {
	t.Helper()
	if got := Contents(t, store, bucket); !slices.Equal(got, contents) {
		t.Errorf("%s holds %v, want %v", bucket, got, contents)
	}
}

// agreesWithAModel runs seeded scripts of puts, deletes and failed updates beside a plain map.
func agreesWithAModel(t *testing.T, store kv.Store) {
	model := map[string]string{}
	dice := rand.New(rand.NewPCG(1, 2))
	errNo := errors.New("changed my mind")
	for range 40 {
		next, fails := maps.Clone(model), dice.IntN(4) == 0
		err := store.Update(func(tx kv.Tx) error {
			for range dice.IntN(12) {
				key, value := fmt.Sprint(dice.IntN(30)), bytes.Repeat([]byte{byte(dice.IntN(256))}, dice.IntN(900))
				if dice.IntN(3) == 0 {
					delete(next, key)
					if err := tx.Delete("model", []byte(key)); err != nil {
						return err
					}
					continue
				}
				next[key] = string(value)
				if err := tx.Put("model", []byte(key), value); err != nil {
					return err
				}
			}
			if fails {
				return errNo
			}
			return nil
		})
		if fails != errors.Is(err, errNo) || (!fails && err != nil) {
			t.Fatalf("Update: %v", err)
		}
		if !fails {
			model = next
		}
		var expected []string
		for _, key := range slices.Sorted(maps.Keys(model)) {
			expected = append(expected, fmt.Sprintf("%q=%q", key, model[key]))
		}
		want(t, store, "model", expected...)
	}
}
