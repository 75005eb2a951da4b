//go:build vectors || robustness

package vault

import (
	"bytes"
	"crypto/ecdh"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/crypto/argon2"
)

// The vectors of Wycheproof, by their module. It has no Go package to import: the go command puts it in the module cache,
// against the public checksum database, and the sum is held here.
const (
	wycheproof    = "github.com/google/wycheproof@v0.0.0-20191219022705-2196000605e4"
	wycheproofSum = "h1:/jhsqtCSTRK25HsqYePIHeLbPIDBwVOANhQmWRdgsyA="
)

// vector is a test of any of the files that are read here: they share their words.
type vector struct {
	ID      int    `json:"tcId"`
	Comment string `json:"comment"`
	Result  string `json:"result"` // valid, invalid, acceptable

	Key, IV, AAD, Msg, CT, Tag, IKM, Salt, Info, OKM, Sig, Public, Private, Shared hexadecimal
	Size                                                                           int
}

type group struct {
	IVSize, KeySize, TagSize int // bits
	Key                      struct{ PK hexadecimal }
	Tests                    []vector
}

type hexadecimal []byte

func (h *hexadecimal) UnmarshalText(text []byte) (err error) {
	*h, err = hex.DecodeString(string(text))
	return err
}

// groups reads a file of vectors.
func groups(t *testing.T, name string) []group {
	t.Helper()
	out, err := exec.Command("go", "mod", "download", "-json", wycheproof).Output()
	if err != nil {
		t.Fatalf("the module of the vectors is neither in the cache nor to be downloaded: %v %s", err, out)
	}
	var module struct{ Dir, Sum string }
	if err := json.Unmarshal(out, &module); err != nil || module.Sum != wycheproofSum {
		t.Fatalf("the module is not the one that is meant: %v, %s", err, module.Sum)
	}
	text := good(os.ReadFile(filepath.Join(module.Dir, "testvectors", name)))
	var file struct {
		NumberOfTests int
		TestGroups    []json.RawMessage
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	var all []group
	n := 0
	for _, raw := range file.TestGroups {
		var g group
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(err)
		}
		n += len(g.Tests)
		all = append(all, g)
	}
	if n != file.NumberOfTests || n == 0 {
		t.Fatalf("%s holds %d vectors of %d", name, n, file.NumberOfTests)
	}
	return all
}

// run holds an answer against each vector. apply answers whether the primitive said yes; a vector that does not apply to
// how the vault uses the primitive is counted apart.
func run(t *testing.T, name string, all []group, apply func(group, vector) (yes, applies bool)) {
	t.Helper()
	ran, left := 0, 0
	for _, g := range all {
		for _, v := range g.Tests {
			yes, applies := apply(g, v)
			if !applies {
				left++
				continue
			}
			ran++
			if v.Result == "valid" && !yes || v.Result == "invalid" && yes {
				t.Errorf("%s, vector %d (%s, %s): answered %t", name, v.ID, v.Comment, v.Result, yes)
			}
		}
	}
	if ran == 0 {
		t.Errorf("%s: no vector applies", name)
	}
	figure("Wycheproof, %s: %d vectors run, %d do not apply, 0 failed", name, ran, left)
}

// TestVectorsOfAESGCM: the vault uses AES-256-GCM with a nonce of 12 bytes drawn by the cipher itself, which takes no other
// size; the other vectors are for nonces and keys that it can never meet.
func TestVectorsOfAESGCM(t *testing.T) {
	run(t, "AES-256-GCM", groups(t, "aes_gcm_test.json"), func(g group, v vector) (yes, applies bool) {
		if g.IVSize != 96 || g.KeySize != 256 || g.TagSize != 128 {
			return false, false
		}
		opened, err := good(newCipher(v.Key)).Open(nil, nil, slices.Concat(v.IV, v.CT, v.Tag), v.AAD)
		return err == nil && bytes.Equal(opened, v.Msg), true
	})
}

func TestVectorsOfHKDF(t *testing.T) {
	run(t, "HKDF-SHA-256", groups(t, "hkdf_sha256_test.json"), func(_ group, v vector) (yes, applies bool) {
		key, err := hkdf.Key(sha256.New, v.IKM, v.Salt, string(v.Info), v.Size)
		return err == nil && bytes.Equal(key, v.OKM), true
	})
}

func TestVectorsOfHMAC(t *testing.T) {
	run(t, "HMAC-SHA-256", groups(t, "hmac_sha256_test.json"), func(g group, v vector) (yes, applies bool) {
		h := hmac.New(sha256.New, v.Key)
		h.Write(v.Msg)
		return hmac.Equal(h.Sum(nil)[:g.TagSize/8], v.Tag), true // the vault uses whole tags; half ones are their beginning
	})
}

func TestVectorsOfEd25519(t *testing.T) {
	run(t, "Ed25519", groups(t, "eddsa_test.json"), func(g group, v vector) (yes, applies bool) {
		return ed25519.Verify(ed25519.PublicKey(g.Key.PK), v.Msg, v.Sig), true
	})
}

// TestVectorsOfX25519: HPKE refuses a shared secret of zeros, and so does crypto/ecdh; Wycheproof calls those acceptable.
func TestVectorsOfX25519(t *testing.T) {
	run(t, "X25519", groups(t, "x25519_test.json"), func(_ group, v vector) (yes, applies bool) {
		private, err := ecdh.X25519().NewPrivateKey(v.Private)
		if err != nil {
			return false, true
		}
		public, err := ecdh.X25519().NewPublicKey(v.Public)
		if err != nil {
			return false, true
		}
		shared, err := private.ECDH(public)
		if err == nil && !bytes.Equal(shared, v.Shared) {
			t.Errorf("vector %d: another secret", v.ID)
		}
		return err == nil, true
	})
}

// TestVectorOfArgon2id: RFC 9106, section 5.3, has a secret and associated data, which neither x/crypto nor the vault has.
// These are of the reference implementation of its authors (phc-winner-argon2, test.c), for version 19.
func TestVectorOfArgon2id(t *testing.T) {
	for _, v := range []struct {
		passes, memory uint32
		lanes          uint8
		salt, tag      string
	}{
		{2, 65536, 1, "somesalt", "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"},
		{2, 256, 1, "somesalt", "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"},
		{2, 256, 2, "somesalt", "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"},
		{1, 65536, 1, "somesalt", "f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98"},
		{4, 65536, 1, "somesalt", "9025d48e68ef7395cca9079da4c4ec3affb3c8911fe4f86d1a2520856f63172c"},
	} {
		got := fmt.Sprintf("%x", argon2.IDKey([]byte("password"), []byte(v.salt), v.passes, v.memory, v.lanes, 32))
		if got != v.tag {
			t.Errorf("%+v: %s", v, got)
		}
	}
	if got := fmt.Sprintf("%x", (Cost{MemoryKiB: 256, Passes: 2, Lanes: 2}).derive("password", []byte("somesalt"))); got != "6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037" {
		t.Errorf("the vault derives %s", got)
	}
	figure("Argon2id: 5 vectors of the reference implementation, 0 failed")
}
