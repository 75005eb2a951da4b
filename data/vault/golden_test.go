package vault_test

import (
	"bufio"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/cryptotest"

	"github.com/fxamacker/cbor/v2"
	"golang.org/x/crypto/argon2"

	"mercredi/data/kv"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
	"mercredi/data/vault"
)

var update = flag.Bool("update", false, "write the golden vault again: only for a new format, never for a released one")

const golden = "testdata/format-1.txt"

// goldenContents is what the golden vault keeps, for ever.
var goldenContents = []string{"", "Lila, CM2", strings.Repeat("Sauvelande ", 300)}

// TestVaultOfFormat1StillOpens holds the promise of the package comment against a vault made when it was given.
func TestVaultOfFormat1StillOpens(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	sealed, err := vault.Unlock(goldenStore(t), password)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for i, value := range goldenContents {
		want = append(want, fmt.Sprintf(`"%d"=%q`, i, value))
	}
	if got := kvtest.Contents(t, sealed, "child"); !slices.Equal(got, want) {
		t.Errorf("the golden vault holds %v", got)
	}
}

// goldenStore reads the lines that writeGolden wrote.
func goldenStore(t *testing.T) kv.Store {
	t.Helper()
	store := mem.New()
	file, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var bucket, key, value string
		if _, err := fmt.Sscan(lines.Text(), &bucket, &key, &value); err != nil {
			t.Fatal(err)
		}
		decoded, err := hex.DecodeString(value)
		if err != nil {
			t.Fatal(err)
		}
		kvtest.Fill(t, store, bucket, key, string(decoded))
	}
	return store
}

// writeGolden makes the golden vault, one record a line: bucket, key, value in hexadecimal.
func writeGolden(t *testing.T) {
	t.Helper()
	cryptotest.SetGlobalRandom(t, 1)
	store := mem.New()
	sealed := create(t, store)
	for i, value := range goldenContents {
		kvtest.Fill(t, sealed, "child", fmt.Sprint(i), value)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "vault head %x\n", raw(t, store, "vault", "head"))
	for i := range goldenContents {
		fmt.Fprintf(&text, "child %d %x\n", i, raw(t, store, "child", fmt.Sprint(i)))
	}
	if err := os.WriteFile(golden, []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFormatIsWhatThePackageCommentTells opens the golden vault with nothing but the comment and the primitives.
func TestFormatIsWhatThePackageCommentTells(t *testing.T) {
	store := goldenStore(t)
	var head struct {
		Format uint64            `cbor:"1,keyasint"`
		ID     []byte            `cbor:"2,keyasint"`
		Cost   map[uint64]uint32 `cbor:"3,keyasint"`
		Salt   []byte            `cbor:"4,keyasint"`
		Key    []byte            `cbor:"5,keyasint,omitempty"`
		Sum    []byte            `cbor:"6,keyasint,omitempty"`
	}
	if err := cbor.Unmarshal(raw(t, store, "vault", "head"), &head); err != nil {
		t.Fatal(err)
	}
	key := head.Key
	head.Key, head.Sum = nil, nil
	place := deterministic(t, head)
	secret := argon2.IDKey([]byte(password), head.Salt, head.Cost[2], head.Cost[1], uint8(head.Cost[3]), 32)
	vaultKey := openByHand(t, secret, head.ID, "mercredi wrap", key, "mercredi vault key"+string(place))
	for i, want := range goldenContents {
		place := "\x00\x00\x00\x01" + string(head.ID) + "\x00\x00\x00\x05child" + "\x00\x00\x00\x01" + fmt.Sprint(i)
		padded := openByHand(t, vaultKey, head.ID, "mercredi records", raw(t, store, "child", fmt.Sprint(i)), place)
		if got := strings.TrimRight(string(padded), "\x00"); got != want+"\x80" {
			t.Errorf("record %d is %q", i, got)
		}
	}
}

func openByHand(t *testing.T, secret, id []byte, purpose string, sealed []byte, place string) []byte {
	t.Helper()
	key, err := hkdf.Key(sha256.New, secret, id, purpose, 32)
	if err != nil {
		t.Fatal(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := gcm.Open(nil, sealed[:12], sealed[12:], []byte(place))
	if err != nil {
		t.Fatalf("%s: %v", purpose, err)
	}
	return opened
}
