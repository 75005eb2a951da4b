//go:build linux

package ordeal

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// state is what a power cut could leave.
type state struct {
	files func() map[string][]byte // to be called before the disk goes on
	acked int                      // the last step acknowledged before the cut
	how   string
}

// chances is how many states of each moment are left to chance.
const chances = 12

// states gives what a cut just now could leave: most chosen with care, or, of a disk that lies, all by chance.
func (d *disk) states(what string, dice *rand.Rand) []state {
	var out []state
	if !d.lies {
		out = d.careful(what, dice)
	}
	for i := range chances {
		effects := map[[2]int]effect{}
		pick := func(f, c int) effect {
			e, known := effects[[2]int{f, c}]
			if !known {
				e = d.byChance(len(d.files[f].pending[c].bytes), dice)
				effects[[2]int{f, c}] = e
			}
			return e
		}
		moves := dice.IntN(len(d.moves) + 1)
		files := func() map[string][]byte { return d.seen(moves, pick) }
		out = append(out, state{files, d.acked, fmt.Sprintf("%s: by chance, %d", what, i)})
	}
	return out
}

func (d *disk) careful(what string, dice *rand.Rand) []state {
	var out []state
	add := func(how string, moves int, pick func(file, change int) effect) {
		files := func() map[string][]byte { return d.seen(moves, pick) }
		out = append(out, state{files, d.acked, what + ": " + how})
	}
	all := func(e effect) func(int, int) effect { return func(int, int) effect { return e } }
	for moves := range len(d.moves) + 1 {
		name := fmt.Sprintf("%d of %d names", moves, len(d.moves))
		add(name+", all bytes", moves, all(whole))
		add(name+", no byte", moves, all(lost))
		add(name+", zeros", moves, all(zeroed))
	}
	for f, file := range d.files {
		for c, one := range file.pending {
			only := func(e, others effect) func(int, int) effect {
				return func(f2, c2 int) effect {
					if f == f2 && c == c2 {
						return e
					}
					return others
				}
			}
			name := fmt.Sprintf("change %d of file %d ", c, f)
			add(name+"lost", len(d.moves), only(lost, whole))
			add(name+"alone", len(d.moves), only(whole, lost))
			add(name+"zeroed", len(d.moves), only(zeroed, whole))
			for _, n := range tears(len(one.bytes), dice) {
				add(fmt.Sprint(name, "torn at ", n), len(d.moves), only(effect(n), whole))
			}
		}
	}
	return out
}

// tears are the places, whole sectors, where a write of so many bytes may stop: all of them in a short write, a few in
// a long one.
func tears(length int, dice *rand.Rand) []int {
	const most = 16
	var out []int
	for n := sector; n < length; n += sector {
		out = append(out, n)
	}
	if len(out) > most {
		dice.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
		out = out[:most]
	}
	return out
}

func (d *disk) byChance(length int, dice *rand.Rand) effect {
	switch dice.IntN(10) {
	case 0, 1, 2, 3:
		return lost
	case 4:
		return zeroed
	case 5:
		if length > sector {
			return effect(dice.IntN(length/sector) * sector)
		}
	}
	return whole
}

// trace is what a victim did, handmade.
func trace(lines ...string) []call {
	hexed := func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			fmt.Fprintf(&b, `\x%02x`, s[i])
		}
		return b.String()
	}
	log := ""
	for _, line := range lines {
		for i, part := range strings.Split(line, "'") { // 'clear' text is written as strace would
			if i%2 == 1 {
				part = hexed(part)
			}
			log += part
		}
		log += "\n"
	}
	calls, err := readTrace(strings.NewReader(log))
	if err != nil {
		panic(err)
	}
	return calls
}

// replaceByRename is the careful way to rewrite a file: beside, synced, renamed, the folder synced.
func replaceByRename() []call {
	return trace(
		`1 openat(AT_FDCWD<'/'>, "'/r/new'", O_WRONLY|O_CREAT|O_EXCL, 0600) = 3<'/r/new'>`,
		`1 write(3<'/r/new'>, "'second'", 6) = 6`,
		`1 fsync(3<'/r/new'>) = 0`,
		`1 rename("'/r/new'", "'/r/ring'") = 0`,
		`1 openat(AT_FDCWD<'/'>, "'/r'", O_RDONLY) = 4<'/r'>`,
		`1 fsync(4<'/r'>) = 0`,
		`1 sendmsg(5<socket:[1]>, {msg_name=NULL, msg_iov=[{iov_base="'ack 1`+"\n"+`'", iov_len=6}], msg_flags=0}, 0) = 6`,
	)
}

func contentsOf(t *testing.T, calls []call) map[int][]string {
	t.Helper()
	d := newDisk("/r", map[string][]byte{"ring": []byte("first!")})
	found := map[int][]string{}
	err := d.follow(calls, func(what string) {
		for _, s := range d.states(what, rand.New(rand.NewPCG(1, 1))) {
			ring, there := s.files()["ring"]
			if !there {
				ring = []byte("(no file)")
			}
			if !slices.Contains(found[s.acked], string(ring)) {
				found[s.acked] = append(found[s.acked], string(ring))
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		slices.Sort(f)
	}
	return found
}

func equalContents(a, b map[int][]string) bool {
	return maps.EqualFunc(a, b, func(a, b []string) bool { return slices.Equal(a, b) })
}

func TestCutsDuringACarefulRewriteLeaveOneFileOrTheOther(t *testing.T) {
	found := contentsOf(t, replaceByRename())
	if want := map[int][]string{0: {"first!", "second"}, 1: {"second"}}; !equalContents(found, want) {
		t.Errorf("found %v, want %v", found, want)
	}
}

func TestCutsDuringACarelessRewriteAreSeenToLoseIt(t *testing.T) {
	careful := replaceByRename()
	for name, without := range map[string]string{"of the file": "/r/new", "of the folder": "/r"} {
		calls := slices.DeleteFunc(slices.Clone(careful), func(c call) bool {
			path, _ := c.path(0)
			return c.name == "fsync" && path == without
		})
		found := contentsOf(t, calls)
		if slices.Equal(found[1], []string{"second"}) {
			t.Errorf("without the fsync %s, nothing is lost: %v", name, found)
		}
	}
	inPlace := contentsOf(t, trace(
		`1 openat(AT_FDCWD<'/'>, "'/r/ring'", O_WRONLY|O_CREAT|O_TRUNC, 0600) = 3<'/r/ring'>`,
		`1 write(3<'/r/ring'>, "'second'", 6) = 6`,
		`1 fsync(3<'/r/ring'>) = 0`))
	if !slices.Contains(inPlace[0], "") || !slices.Contains(inPlace[0], "second") {
		t.Errorf("a rewrite in place leaves %v", inPlace)
	}
}

func TestCutTearsAWriteBetweenSectorsAndZeroesANewLength(t *testing.T) {
	long := strings.Repeat("a", sector) + strings.Repeat("b", sector)
	found := contentsOf(t, trace(
		`1 openat(AT_FDCWD<'/'>, "'/r/ring'", O_RDWR) = 3<'/r/ring'>`,
		`1 pwrite64(3<'/r/ring'>, "'`+long+`'", 1024, 6) = 1024`,
		`1 ftruncate(3<'/r/ring'>, 3) = 0`))
	for _, want := range []string{"first!" + long[:sector], "first!" + string(make([]byte, len(long))), "first!", "fir"} {
		if !slices.Contains(found[0], want) {
			t.Errorf("no cut leaves %.10q… of %d bytes", want, len(want))
		}
	}
}

func TestCopiesMadeByTheKernelAreFollowed(t *testing.T) {
	d := newDisk("/r", map[string][]byte{"ring": []byte("first!")})
	err := d.follow(trace(
		`1 openat(AT_FDCWD<'/'>, "'/r/ring'", O_RDONLY) = 3<'/r/ring'>`,
		`1 lseek(3<'/r/ring'>, 2, SEEK_SET) = 2`,
		`1 openat(AT_FDCWD<'/'>, "'/r/copy'", O_WRONLY|O_CREAT, 0600) = 4<'/r/copy'>`,
		`1 copy_file_range(3<'/r/ring'>, NULL, 4<'/r/copy'>, NULL, 3, 0) = 3`,
		`1 sendfile(4<'/r/copy'>, 3<'/r/ring'>, NULL, 9) = 1`,
		`1 unlinkat(AT_FDCWD<'/'>, "'/r/ring'", 0) = 0`), func(string) {})
	if got := d.current(); err != nil || len(got) != 1 || string(got["copy"]) != "rst!" {
		t.Errorf("left %q, %v", got, err)
	}
}
