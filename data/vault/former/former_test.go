package former_test

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mercredi/data/kv"
	"mercredi/data/kv/kvtest"
	"mercredi/data/kv/mem"
	"mercredi/data/vault/former"
)

const password = "un mercredi sur deux"

// contents is what the golden vault keeps, for ever.
var contents = []string{"", "Lila, CM2", strings.Repeat("Sauvelande ", 300)}

// golden is a vault made by the version that wrote format 1, one record a line: bucket, key, value in hexadecimal.
func golden(t *testing.T) (store kv.Store, head []byte) {
	t.Helper()
	store = mem.New()
	file, err := os.ReadFile("testdata/format-1.txt")
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
		if bucket == "vault" {
			head = decoded
		}
		kvtest.Fill(t, store, bucket, key, string(decoded))
	}
	return store, head
}

func TestVaultOfFormat1StillOpens(t *testing.T) {
	store, _ := golden(t)
	v, err := former.Open(store, password)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	if err := v.Scan("child", func(_, value []byte) error {
		got = append(got, string(value))
		return nil
	}); err != nil || !slices.Equal(got, contents) {
		t.Errorf("the golden vault holds %q, %v", got, err)
	}
}

func TestWrongPasswordOfAFormerVaultOpensNothing(t *testing.T) {
	store, _ := golden(t)
	if _, err := former.Open(store, password+"."); !errors.Is(err, former.ErrWrongPassword) {
		t.Errorf("error is %v", err)
	}
}

func TestDamagedHeadOfAFormerVaultNeverOpens(t *testing.T) {
	for at := range 100 {
		store, head := golden(t)
		if at >= len(head) {
			break
		}
		head[at] ^= 0x10
		kvtest.Fill(t, store, "vault", "head", string(head))
		if _, err := former.Open(store, password); err == nil {
			t.Errorf("byte %d changed, and it opens", at)
		}
	}
}
