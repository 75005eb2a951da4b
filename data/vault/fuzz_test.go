package vault

import (
	"bytes"
	"errors"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/mem"
)

// FuzzReadRing feeds anything to what reads a key ring. What is accepted is written again to the byte.
func FuzzReadRing(f *testing.F) {
	x := newRing(f)
	f.Add(x.ring)
	f.Add(x.ring[:100])
	f.Add([]byte(ringMagic))
	f.Add([]byte(ringMagic + "\xa1\x01\x03"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := ReadRing(b)
		if err != nil {
			if !errors.Is(err, ErrTampered) && !errors.Is(err, ErrNotAVault) && !errors.Is(err, ErrNewerFormat) {
				t.Errorf("refused for another reason: %v", err)
			}
			// The same with a good checksum: what lies behind it is read too.
			var body ringBody
			if !bytes.HasPrefix(b, []byte(ringMagic)) || strict.Unmarshal(b[len(ringMagic):], &body) != nil {
				return
			}
			body.Sum = body.sum()
			if r, err = ReadRing(append([]byte(ringMagic), good(encoding.Marshal(body))...)); err != nil {
				return
			}
			b = append([]byte(ringMagic), good(encoding.Marshal(r.body))...)
		}
		if again := append([]byte(ringMagic), good(encoding.Marshal(r.body))...); !bytes.Equal(again, b) {
			t.Error("written otherwise than it was read")
		}
		for _, s := range r.body.Slots {
			if s.Paper {
				_, err = r.UnlockPaper(x.code, Opening{}) // no Argon2id: as fast as it can be
			}
		}
		if err == nil && !bytes.Equal(b, x.ring) && len(r.body.Slots) > 0 && r.body.Slots[0].Paper {
			t.Error("a forged ring opens")
		}
	})
}

// FuzzPaperCode feeds anything to what reads a paper key. What is accepted is the code of its secret.
func FuzzPaperCode(f *testing.F) {
	x := newRing(f)
	f.Add(x.code)
	f.Add(x.code[:20])
	f.Add(" o0-iIlL\u00a0")
	f.Fuzz(func(t *testing.T, code string) {
		secret, err := readPaperCode(code)
		if err != nil {
			if !errors.Is(err, ErrPaperTypo) {
				t.Errorf("refused for another reason: %v", err)
			}
			return
		}
		said, same, err := newPaperCode(bytes.NewReader(secret))
		if err != nil || !bytes.Equal(same, secret) {
			t.Fatal(err)
		}
		if back, err := readPaperCode(said); err != nil || !bytes.Equal(back, secret) {
			t.Errorf("%q is read as another key than %q", said, code)
		}
	})
}

// FuzzSealed feeds anything to what reads a head and a sealed value.
func FuzzSealed(f *testing.F) {
	x := newRing(f)
	k := x.keys
	f.Add(good(k.seal(origin{drawer: shared, version: 1}, "child", []byte("key"), []byte("value"))))
	f.Add(append(headStart(k.vault), good(k.seal(origin{drawer: shared, version: 1}, headBucket, []byte(headKey), []byte("\xa0")))...))
	f.Fuzz(func(t *testing.T, b []byte) {
		store := mem.New()
		good(0, store.Update(func(tx kv.Tx) error { return tx.Put(headBucket, []byte(headKey), b) }))
		if _, _, err := Format(store); err == nil && len(b) < 3 {
			t.Error("a format of nothing")
		}
		if _, err := Open(store, k); err == nil {
			t.Error("a forged head opens")
		}
		if _, err := k.open("note", []byte("key"), bytes.Clone(b)); err == nil {
			t.Error("a forged value opens")
		}
		if value, ok := unpad(bytes.Clone(b)); ok && !bytes.Equal(pad(value), b) {
			t.Error("padding that pad never made")
		}
		_, _ = k.OpenOwn(nil, b)
	})
}
