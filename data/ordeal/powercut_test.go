//go:build linux && robustness

package ordeal

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// volume is a kind of file system, made in an image and mounted. Shutting it down drops what was not synced, as a power
// cut does; mounting it again replays its journal.
type volume struct {
	name, options string
	make          []string
	megabytes     int64
}

var volumes = []volume{
	{"ext4 commit=1", "commit=1", []string{"mkfs.ext4", "-q", "-F"}, 64},
	{"ext4 data=writeback,commit=1000", "data=writeback,commit=1000", []string{"mkfs.ext4", "-q", "-F"}, 64},
	{"ext4 data=journal", "data=journal", []string{"mkfs.ext4", "-q", "-F"}, 64},
	{"xfs", "", []string{"mkfs.xfs", "-q", "-f"}, 320},
}

// mounted is a volume that is there.
type mounted struct {
	volume
	image, dir string
}

// create makes the image and mounts it. An error says why this machine cannot.
func (v volume) create(t *testing.T) (mounted, error) {
	t.Helper()
	m := mounted{v, filepath.Join(t.TempDir(), "image"), filepath.Join(t.TempDir(), "volume")}
	if err := os.WriteFile(m.image, nil, 0o600); err != nil {
		return m, err
	}
	if err := os.Truncate(m.image, v.megabytes<<20); err != nil {
		return m, err
	}
	if err := os.Mkdir(m.dir, 0o700); err != nil {
		return m, err
	}
	if err := command(append(v.make, m.image)...); err != nil {
		return m, err
	}
	if err := m.mount(); err != nil {
		return m, err
	}
	t.Cleanup(func() { _ = command("umount", m.dir) })
	return m, nil
}

func (m mounted) mount() error {
	return command("mount", "-o", strings.TrimSuffix("loop,"+m.options, ","), m.image, m.dir)
}

// cut is the power cut.
func (m mounted) cut() error { return command("xfs_io", "-x", "-c", "shutdown", m.dir) }

// restart is the PC that starts again.
func (m mounted) restart() error {
	if err := command("umount", m.dir); err != nil {
		return err
	}
	return m.mount()
}

func command(words ...string) error {
	if out, err := exec.Command(words[0], words[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(words, " "), err, out)
	}
	return nil
}

// TestPowerCutOfAFileSystemLosesNoAcknowledgedStep cuts the power of real file systems while victims write, and goes on
// after each cut on the folder that is left. It needs root and loop devices; without them it says so, and no figure.
func TestPowerCutOfAFileSystemLosesNoAcknowledgedStep(t *testing.T) {
	if os.Geteuid() != 0 {
		figure("power cut by file-system shutdown: not run here, it needs root")
		return
	}
	for i, volume := range volumes {
		m, err := volume.create(t)
		if err != nil {
			figure("power cut by file-system shutdown, %s: not run here: %v", volume.name, err)
			continue
		}
		if !*full { // another operation on each
			m.cutDuring(t, operations[i], 3)
			continue
		}
		for _, o := range operations {
			cuts := 12
			if o.name == saving.name {
				cuts = 40
			}
			m.cutDuring(t, o, cuts)
		}
	}
}

func (m mounted) cutDuring(t *testing.T, o operation, cuts int) {
	t.Helper()
	root, j, dice := filepath.Join(m.dir, o.name), newJudge(t), rand.New(rand.NewPCG(8, 8))
	if err := os.Mkdir(root, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := under(root, o.prepare); err != nil {
		t.Fatal(err)
	}
	if err := command("sync", "-f", m.dir); err != nil { // the folders above the first file are the PC's, not ours
		t.Fatal(err)
	}
	step, acks := 0, 0
	for range cuts {
		v := start(t, order{o.name, root, step + 1, step + 10_000})
		for range 1 + dice.IntN(4) { // ready, and a few steps
			v.hear()
		}
		time.Sleep(moment(dice))
		if err := m.cut(); err != nil {
			t.Fatal(err)
		}
		v.kill()
		if err := v.end(); crashed(err) {
			t.Fatalf("%s, %s: the victim crashed: %v", m.name, o.name, err)
		}
		if err := m.restart(); err != nil {
			t.Fatal(err)
		}
		acks += v.acked - step
		got := j.ask(question{Operation: o.name, Root: root, Acked: v.acked})
		if wrong := got.lost(o, v.acked); wrong != "" {
			t.Fatalf("%s, %s, cut after step %d: %s", m.name, o.name, v.acked, wrong)
		}
		step, _ = o.standsAt(got.Seen, v.acked)
	}
	figure("power cut by file-system shutdown, %s, %s: %d cuts, %d acknowledged steps, 0 lost", m.name, o.name, cuts, acks)
}

// moment is how long a victim goes on before the cut: mostly less than a step, sometimes beyond what a file system writes
// by itself.
func moment(dice *rand.Rand) time.Duration {
	longest := 20_000
	if dice.IntN(10) == 0 {
		longest = 1_500_000
	}
	return time.Duration(dice.IntN(longest)) * time.Microsecond
}

// TestPowerCutIsSeenToLoseWhatADiskOnlyPretendsToKeep is the proof that the cuts above could fail: with an fsync that does
// nothing, acknowledged saves are lost.
func TestPowerCutIsSeenToLoseWhatADiskOnlyPretendsToKeep(t *testing.T) {
	if os.Geteuid() != 0 {
		return
	}
	m, err := volumes[1].create(t)
	if err != nil {
		return
	}
	j := newJudge(t)
	for try := range 20 {
		root := filepath.Join(m.dir, fmt.Sprint(try))
		if err := os.Mkdir(root, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := under(root, saving.prepare); err != nil {
			t.Fatal(err)
		}
		if err := command("sync", "-f", m.dir); err != nil {
			t.Fatal(err)
		}
		v := start(t, order{saving.name, root, 1, 10_000}, "strace", "-f", "-o", os.DevNull, "-e", "signal=none",
			"-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:retval=0")
		for v.acked < 3 {
			if _, more := v.hear(); !more {
				t.Fatal(v.end())
			}
		}
		if err := m.cut(); err != nil {
			t.Fatal(err)
		}
		v.kill()
		_ = v.end()
		if err := m.restart(); err != nil {
			t.Fatal(err)
		}
		if j.ask(question{Operation: saving.name, Root: root, Acked: v.acked}).lost(saving, v.acked) != "" {
			return
		}
	}
	t.Error("20 cuts of a disk that lies lost nothing: the cuts cut nothing")
}
