package kvtest

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"mercredi/data/kv"
)

func keepsWhatWasPut(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "first", "l", "other")
	Fill(t, store, "b", "k", "elsewhere")
	Fill(t, store, "a", "k", "second")
	want(t, store, "a", `"k"="second"`, `"l"="other"`)
	want(t, store, "b", `"k"="elsewhere"`)
}

func saysWhenNothingIsThere(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v")
	view(t, store, func(tx kv.Tx) error {
		for _, place := range []struct{ bucket, key string }{{"a", "x"}, {"never", "k"}, {"a", ""}} {
			if v, err := tx.Get(place.bucket, []byte(place.key)); !errors.Is(err, kv.ErrNotFound) || v != nil {
				t.Errorf("Get(%v) = %q, %v", place, v, err)
			}
		}
		return nil
	})
	want(t, store, "never")
}

func tellsEmptyFromMissing(t *testing.T, store kv.Store) {
	update(t, store, func(tx kv.Tx) error {
		return errors.Join(tx.Put("a", []byte("empty"), []byte{}), tx.Put("a", []byte("nil"), nil))
	})
	view(t, store, func(tx kv.Tx) error {
		for _, key := range []string{"empty", "nil"} {
			if v, err := tx.Get("a", []byte(key)); err != nil || v == nil || len(v) != 0 {
				t.Errorf("Get(%s) = %#v, %v", key, v, err)
			}
		}
		return nil
	})
	want(t, store, "a", `"empty"=""`, `"nil"=""`)
}

func forgetsWhatWasDeleted(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v", "l", "w")
	update(t, store, func(tx kv.Tx) error {
		return errors.Join(tx.Delete("a", []byte("k")), tx.Delete("a", []byte("absent")), tx.Delete("never", []byte("k")))
	})
	want(t, store, "a", `"l"="w"`)
}

func seesItsOwnWrites(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "old", "1")
	update(t, store, func(tx kv.Tx) error {
		if err := errors.Join(tx.Put("a", []byte("new"), []byte("2")), tx.Delete("a", []byte("old"))); err != nil {
			return err
		}
		if v, err := tx.Get("a", []byte("new")); err != nil || string(v) != "2" {
			t.Errorf("Get of what was put = %q, %v", v, err)
		}
		if _, err := tx.Get("a", []byte("old")); !errors.Is(err, kv.ErrNotFound) {
			t.Errorf("Get of what was deleted: %v", err)
		}
		return nil
	})
}

func leavesNothingBehindAFailure(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v", "l", "w")
	no := errors.New("no")
	err := store.Update(func(tx kv.Tx) error {
		return errors.Join(tx.Put("a", []byte("k"), []byte("changed")), tx.Put("a", []byte("k"), []byte("again")),
			tx.Delete("a", []byte("l")), tx.Put("new", []byte("n"), nil), no)
	})
	if !errors.Is(err, no) {
		t.Errorf("Update = %v, want the function's own error", err)
	}
	want(t, store, "a", `"k"="v"`, `"l"="w"`)
	want(t, store, "new")
}

func leavesNothingBehindAPanic(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v")
	func() {
		defer func() {
			if p := recover(); p != "programmer's mistake" {
				t.Errorf("recovered %v: the panic was swallowed", p)
			}
		}()
		_ = store.Update(func(tx kv.Tx) error {
			_ = tx.Put("a", []byte("k"), []byte("changed"))
			panic("programmer's mistake")
		})
	}()
	want(t, store, "a", `"k"="v"`)
	Fill(t, store, "a", "k", "still writes")
}

func scansInOrder(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "b", "2", "\xff", "5", "a", "1", "\x00", "0", "bb", "3", "c", "4")
	want(t, store, "a", `"\x00"="0"`, `"a"="1"`, `"b"="2"`, `"bb"="3"`, `"c"="4"`, `"\xff"="5"`)
}

func stopsScanningAtTheFirstError(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v", "l", "w", "m", "x")
	seen, enough := 0, errors.New("enough")
	err := store.View(func(tx kv.Tx) error {
		return tx.Scan("a", func(_, _ []byte) error {
			if seen++; seen == 2 {
				return enough
			}
			return nil
		})
	})
	if seen != 2 || !errors.Is(err, enough) {
		t.Errorf("visited %d keys, error %v", seen, err)
	}
}

// many is enough records to fill several pages of a file.
func many(t *testing.T, store kv.Store) int {
	t.Helper()
	const count = 500
	update(t, store, func(tx kv.Tx) error {
		for i := range count {
			if err := tx.Put("a", fmt.Appendf(nil, "%04d", i), bytes.Repeat([]byte{'v'}, 100)); err != nil {
				return err
			}
		}
		return nil
	})
	return count
}

func letsAVisitDelete(t *testing.T, store kv.Store) {
	count, seen := many(t, store), 0
	update(t, store, func(tx kv.Tx) error {
		return tx.Scan("a", func(key, _ []byte) error {
			seen++
			return tx.Delete("a", key)
		})
	})
	if seen != count {
		t.Errorf("visited %d of %d keys while deleting", seen, count)
	}
	want(t, store, "a")
}

func letsAVisitRewrite(t *testing.T, store kv.Store) {
	count, seen := many(t, store), 0
	update(t, store, func(tx kv.Tx) error {
		return tx.Scan("a", func(key, value []byte) error {
			seen++
			return errors.Join(tx.Put("a", key, append(value, value...)), tx.Put("b", key, value))
		})
	})
	if seen != count || len(Contents(t, store, "a")) != count || len(Contents(t, store, "b")) != count {
		t.Errorf("visited %d of %d keys while rewriting", seen, count)
	}
	view(t, store, func(tx kv.Tx) error {
		if v, err := tx.Get("a", []byte("0499")); err != nil || len(v) != 200 {
			t.Errorf("last rewritten value has %d bytes, %v", len(v), err)
		}
		return nil
	})
}

func skipsWhatWasDeleted(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "1", "", "2", "", "3", "", "4", "")
	var seen string
	update(t, store, func(tx kv.Tx) error {
		return tx.Scan("a", func(key, _ []byte) error {
			seen += string(key)
			if seen == "1" {
				return errors.Join(tx.Delete("a", []byte("1")), tx.Delete("a", []byte("2")), tx.Delete("a", []byte("4")))
			}
			return nil
		})
	})
	if seen != "13" {
		t.Errorf("visited %s, want 13", seen)
	}
}

func givesAndTakesCopies(t *testing.T, store kv.Store) {
	key, value := []byte("k"), []byte("value")
	var got, scannedKey, scannedValue []byte
	update(t, store, func(tx kv.Tx) error {
		if err := tx.Put("a", key, value); err != nil {
			return err
		}
		key[0], value[0] = 'X', 'X'
		return nil
	})
	view(t, store, func(tx kv.Tx) (err error) {
		if got, err = tx.Get("a", []byte("k")); err != nil {
			return err
		}
		return tx.Scan("a", func(k, v []byte) error { scannedKey, scannedValue = k, v; return nil })
	})
	for _, slice := range [][]byte{got, scannedKey, scannedValue} {
		slice[0] = 'Y'
	}
	want(t, store, "a", `"k"="value"`)
}

func refusesToWriteInAView(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v")
	view(t, store, func(tx kv.Tx) error {
		if err := tx.Put("a", []byte("k"), nil); !errors.Is(err, kv.ErrReadTx) {
			t.Errorf("Put in a View: %v", err)
		}
		if err := tx.Delete("a", []byte("k")); !errors.Is(err, kv.ErrReadTx) {
			t.Errorf("Delete in a View: %v", err)
		}
		return nil
	})
	want(t, store, "a", `"k"="v"`)
}

func refusesBadKeys(t *testing.T, store kv.Store) {
	long := bytes.Repeat([]byte{'k'}, kv.MaxKeyLength+1)
	for _, bad := range []struct {
		bucket string
		key    []byte
	}{{"", []byte("k")}, {"a", nil}, {"a", long}, {string(long), []byte("k")}} {
		err := store.Update(func(tx kv.Tx) error { return tx.Put(bad.bucket, bad.key, nil) })
		if !errors.Is(err, kv.ErrBadKey) {
			t.Errorf("Put with a key of %d bytes: %v", len(bad.key), err)
		}
	}
	Fill(t, store, "a", string(long[1:]), "longest key")
	want(t, store, "a", fmt.Sprintf(`%q="longest key"`, long[1:]))
}

func refusesAnEndedTransaction(t *testing.T, store kv.Store) {
	var kept []kv.Tx
	keep := func(tx kv.Tx) error { kept = append(kept, tx); return nil }
	update(t, store, keep)
	view(t, store, keep)
	for _, tx := range kept {
		_, get := tx.Get("a", []byte("k"))
		scan := tx.Scan("a", func(_, _ []byte) error { return nil })
		for _, err := range []error{get, scan, tx.Put("a", []byte("k"), nil), tx.Delete("a", []byte("k"))} {
			if !errors.Is(err, kv.ErrClosed) {
				t.Errorf("use after the end: %v", err)
			}
		}
	}
}

func keepsLargeValues(t *testing.T, store kv.Store) {
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	Fill(t, store, "a", "large", string(large), "small", "s")
	view(t, store, func(tx kv.Tx) error {
		if v, err := tx.Get("a", []byte("large")); err != nil || !bytes.Equal(v, large) {
			t.Errorf("a value of %d bytes came back with %d, %v", len(large), len(v), err)
		}
		return nil
	})
}

func answersClosed(t *testing.T, store kv.Store) {
	Fill(t, store, "a", "k", "v")
	if err := store.Close(); err != nil {
		t.Fatalf("closing: %v", err)
	}
	never := func(kv.Tx) error { t.Error("transaction on a closed store"); return nil }
	if err := store.View(never); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("View: %v", err)
	}
	if err := store.Update(never); !errors.Is(err, kv.ErrClosed) {
		t.Errorf("Update: %v", err)
	}
}
