package vault

import (
	"bytes"
	"crypto/rand"
	"testing"
)

func TestPaddingComesOffAndHidesTheLength(t *testing.T) {
	last := 0
	for n := range 5000 {
		value := bytes.Repeat([]byte{0x80}, n)
		if n > 0 {
			value[n-1] = 0 // a value may end like padding does
		}
		padded := pad(value)
		back, ok := unpad(padded)
		if !ok || !bytes.Equal(back, value) {
			t.Fatalf("%d bytes came back as %d", n, len(back))
		}
		length := len(padded)
		if length < last || length <= n || length > n+64 && length > n+1+n/8 {
			t.Fatalf("%d bytes are padded to %d, after %d", n, length, last)
		}
		last = length
	}
}

func TestPaddingThatPadNeverMadeIsRefused(t *testing.T) {
	for _, bad := range [][]byte{nil, {}, make([]byte, 64), bytes.Repeat([]byte{1}, 64), append(pad(nil), 0), {0x80}} {
		if value, ok := unpad(bad); ok {
			t.Errorf("%x gave %x", bad, value)
		}
	}
}

func benchKeys(b *testing.B) *Keys {
	b.Helper()
	founder := Founder{Name: "Odile Garance", Password: "un mercredi sur deux", Cost: Cost{MemoryKiB: 8, Passes: 1, Lanes: 1}}
	k, err := Found(founder, Opening{Random: rand.Reader})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(1 << 10)
	return k
}

func BenchmarkSeal1KiB(b *testing.B) {
	k, key, value := benchKeys(b), make([]byte, 16), make([]byte, 1<<10)
	for b.Loop() {
		if _, err := k.seal(origin{drawer: shared, version: 1}, "child", key, value); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen1KiB(b *testing.B) {
	k, key := benchKeys(b), make([]byte, 16)
	sealed, err := k.seal(origin{drawer: shared, version: 1}, "child", key, make([]byte, 1<<10))
	if err != nil {
		b.Fatal(err)
	}
	used := make([]byte, len(sealed))
	for b.Loop() {
		copy(used, sealed)
		if _, err := k.open("child", key, used); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSum(b *testing.B) {
	h, key, sealed := newHasher(make([]byte, 32)), make([]byte, 16), make([]byte, 1<<10)
	var set setHash
	for b.Loop() {
		h.toggle(&set, "child", key, sealed)
	}
}
