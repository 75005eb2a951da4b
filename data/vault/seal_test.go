package vault

import (
	"bytes"
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

func benchSealer(b *testing.B) *sealer {
	b.Helper()
	s, err := newSealer(head{Format: format, VaultID: make([]byte, idLength)}, make([]byte, keyLength))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(1 << 10)
	return s
}

func BenchmarkSeal1KiB(b *testing.B) {
	s, key, value := benchSealer(b), make([]byte, 16), make([]byte, 1<<10)
	for b.Loop() {
		s.seal("child", key, value)
	}
}

func BenchmarkOpen1KiB(b *testing.B) {
	s, key := benchSealer(b), make([]byte, 16)
	sealed := s.seal("child", key, make([]byte, 1<<10))
	used := make([]byte, len(sealed))
	for b.Loop() {
		copy(used, sealed)
		if _, err := s.open("child", key, used); err != nil {
			b.Fatal(err)
		}
	}
}
