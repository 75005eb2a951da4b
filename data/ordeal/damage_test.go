//go:build linux

package ordeal

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mercredi/data/fr"
)

// page is the size of bbolt's pages on this machine.
var page = os.Getpagesize()

// damages are what happens to the bytes of a file at rest.
var damages = []struct {
	name string
	do   func(file []byte, dice *rand.Rand) []byte
}{
	{"one bit", func(file []byte, dice *rand.Rand) []byte {
		file[dice.IntN(len(file))] ^= 1 << dice.IntN(8)
		return file
	}},
	{"page of zeros", func(file []byte, dice *rand.Rand) []byte {
		clear(anyPage(file, dice))
		return file
	}},
	{"page of garbage", func(file []byte, dice *rand.Rand) []byte {
		garble(anyPage(file, dice), dice)
		return file
	}},
	{"page of elsewhere", func(file []byte, dice *rand.Rand) []byte {
		copy(anyPage(file, dice), slices.Clone(anyPage(file, dice)))
		return file
	}},
	{"cut", func(file []byte, dice *rand.Rand) []byte { return file[:dice.IntN(len(file))] }},
	{"both metas", func(file []byte, dice *rand.Rand) []byte {
		for meta := range 2 {
			field := file[meta*page+16+dice.IntN(64):]
			binary.NativeEndian.PutUint16(field, binary.NativeEndian.Uint16(field)+1+uint16(dice.IntN(60_000)))
		}
		return file
	}},
}

func anyPage(file []byte, dice *rand.Rand) []byte {
	at := dice.IntN(len(file)/page) * page
	return file[at : at+page]
}

func garble(bytes []byte, dice *rand.Rand) {
	for i := range bytes {
		bytes[i] = byte(dice.Uint32())
	}
}

// lived is a folder after so many saves.
func lived(t *testing.T, saves int) (root string) {
	t.Helper()
	root = t.TempDir()
	if err := under(root, saving.prepare); err != nil {
		t.Fatal(err)
	}
	if err := under(root, func() error { return saving.run(1, saves, func(int) {}) }); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestDamagedFileIsNeverShownAndNeverCrashes damages mercredi.db at random. The damage may hit a page that is free, and
// then the folder is whole; otherwise it does not open, and people are told what to do.
func TestDamagedFileIsNeverShownAndNeverCrashes(t *testing.T) {
	const saves = 10 // more of them leave more of the file free
	root, j, dice := lived(t, saves), newJudge(t), rand.New(rand.NewPCG(5, 5))
	path := filepath.Join(root, team, "mercredi.db")
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refusals := 0
	for _, damage := range damages {
		times, free, refused, silent, crashes := size(20, 500), 0, 0, 0, 0
		for range times {
			if err := os.WriteFile(path, damage.do(slices.Clone(good), dice), 0o600); err != nil {
				t.Fatal(err)
			}
			v := j.ask(question{Operation: saving.name, Root: root, Acked: saves, Probe: true})
			switch {
			case v.Crashed != "":
				crashes++
				t.Errorf("%s: %.500s", damage.name, v.Crashed)
			case v.Refused != "" && (v.Told == "" || v.Told == fr.Error(fmt.Errorf("anything"))):
				t.Errorf("%s: %s is told as %q", damage.name, v.Refused, v.Told)
			case v.Refused != "":
				refused++
			case v.Torn != "" || v.Seen != saving.at(saves):
				silent++
				t.Errorf("%s: %s", damage.name, v.Torn+v.Seen)
			default:
				free++
			}
		}
		figure("damaged mercredi.db, %s: %d damages, %d refused, %d in a free place, %d silent, %d crashes",
			damage.name, times, refused, free, silent, crashes)
		refusals += refused
	}
	if refusals < size(30, 700) {
		t.Errorf("only %d damages were refused: they miss", refusals)
	}
}
