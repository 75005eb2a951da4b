//go:build linux && robustness

package ordeal

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// memory is where folders are made by the thousand: a file system without a disk, if there is one.
func memory(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "mercredi-ordeal")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// load reads every file under a root.
func load(t *testing.T, root string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(root, path)
		files[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// lay makes a root hold these files and no other. Folders stay.
func lay(root string, files map[string][]byte) error {
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return os.Remove(path)
	})
	for name, content := range files {
		path := filepath.Join(root, name)
		if err == nil {
			err = os.MkdirAll(filepath.Dir(path), 0o700)
		}
		if err == nil {
			err = os.WriteFile(path, content, 0o600)
		}
	}
	return err
}

// watched is an operation that a victim did under the eyes of strace.
type watched struct {
	operation
	root   string
	before map[string][]byte
	calls  []call
}

func watch(t *testing.T, o operation, steps int) watched {
	t.Helper()
	root, log := t.TempDir(), filepath.Join(t.TempDir(), "log")
	root, err := filepath.EvalSymlinks(root)
	if err == nil {
		err = under(root, o.prepare)
	}
	if err != nil {
		t.Fatal(err)
	}
	w := watched{operation: o, root: root, before: load(t, root)}
	v := start(t, order{o.name, root, 1, steps}, append([]string{"strace"}, straceArgs(log)...)...)
	if err := v.end(); err != nil || v.acked != steps || v.told.Why != "" {
		t.Fatalf("%s: %d steps, %v, %s", o.name, v.acked, err, v.told)
	}
	file, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if w.calls, err = readTrace(file); err != nil {
		t.Fatal(err)
	}
	return w
}

// cut is what one power cut could leave of the files.
type cut struct {
	files map[string][]byte
	acked int
	how   string
}

// cuts follows the operation again and gives a share of the states, each once. It fails when following leads elsewhere
// than to the disk.
func (w watched) cuts(t *testing.T, d *disk, share float64, emit func(cut)) {
	t.Helper()
	known, dice := map[[32]byte]bool{}, rand.New(rand.NewPCG(2, 7))
	err := d.follow(w.calls, func(what string) {
		for _, s := range d.states(what, dice) {
			if dice.Float64() >= share {
				continue
			}
			c := cut{s.files(), s.acked, s.how}
			if sum := c.sum(); !known[sum] {
				known[sum] = true
				emit(c)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.EqualFunc(d.current(), load(t, w.root), bytes.Equal) {
		t.Fatalf("%s: the calls of the log do not give the files on the disk", w.name)
	}
}

func (c cut) sum() [32]byte {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(c.files)) {
		fmt.Fprintf(h, "%q %d ", name, len(c.files[name]))
		h.Write(c.files[name])
	}
	fmt.Fprint(h, c.acked)
	return [32]byte(h.Sum(nil))
}

// bench is judges at work on states, each in its own root.
type bench struct {
	t      *testing.T
	o      operation
	states chan cut
	judges sync.WaitGroup
	wrong  func(cut, verdict) string

	mu     sync.Mutex
	judged int
	bad    int
}

func newBench(t *testing.T, o operation, wrong func(cut, verdict) string) *bench {
	b := &bench{t: t, o: o, states: make(chan cut), wrong: wrong}
	for range 2 {
		j, root := newJudge(t), memory(t)
		b.judges.Go(func() {
			for c := range b.states {
				b.judge(j, root, c)
			}
		})
	}
	return b
}

func (b *bench) judge(j *judge, root string, c cut) {
	if err := lay(root, c.files); err != nil {
		b.t.Error(err)
		return
	}
	got := j.ask(question{Operation: b.o.name, Root: root, Acked: c.acked, GoOn: true})
	b.mu.Lock()
	defer b.mu.Unlock()
	b.judged++
	if wrong := b.wrong(c, got); wrong != "" {
		if b.bad++; b.bad <= 5 || got.Crashed != "" {
			b.t.Errorf("%s, cut at %s: %s", b.o.name, c.how, wrong)
		}
	}
}

func (b *bench) close() {
	close(b.states)
	b.judges.Wait()
}

// TestPowerCutAnywhereInAnOperationLosesNothing builds what a power cut at each moment could leave, and opens it.
func TestPowerCutAnywhereInAnOperationLosesNothing(t *testing.T) {
	share := 1.0
	if !*full {
		share = 0.02
	}
	for _, o := range operations {
		b := newBench(t, o, func(c cut, v verdict) string { return v.lost(o, c.acked) })
		w := watch(t, o, size(min(o.watched, 3), o.watched))
		w.cuts(t, newDisk(w.root, w.before), share, func(c cut) { b.states <- c })
		b.close()
		figure("power cut, enumerated, %s: %d states, %d lost or torn", o.name, b.judged, b.bad)
	}
}

// traced are the system calls that change files, say where the next write goes, or acknowledge a step. What others do
// (a mapping written to, say) would show: a log is believed only when it gives the files that are on the disk.
const traced = "openat,read,write,pwrite64,writev,pwritev,lseek,ftruncate,truncate,fallocate,fsync,fdatasync," +
	"rename,renameat,renameat2,link,linkat,unlink,unlinkat,copy_file_range,sendfile,sendmsg"

// straceArgs have strace write its log in hexadecimal, with the path of each file.
func straceArgs(log string) []string {
	return []string{"-f", "-y", "-xx", "-s", "16777216", "-e", "signal=none", "-e", "trace=" + traced, "-o", log}
}
