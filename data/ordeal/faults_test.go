//go:build linux && robustness

package ordeal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"mercredi/data/fr"
)

// refusable are the calls that a disk may refuse, with the reasons it gives.
var (
	refusable = []string{
		"pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat", "renameat", "unlinkat", "mkdirat", "copy_file_range",
		"fchmod", "fchmodat", "linkat", "close",
	}
	reasons = []string{"ENOSPC", "EIO"}
)

// fault is one call of an operation that fails, or from which on all of its kind fail.
type fault struct {
	call, reason string
	number       int // of the call among those of its kind, from 1
	lasting      bool
}

func (f fault) String() string {
	if f.lasting {
		return fmt.Sprintf("%s %d and later ones fail with %s", f.call, f.number, f.reason)
	}
	return fmt.Sprintf("%s %d fails with %s", f.call, f.number, f.reason)
}

func (f fault) strace(log string) []string {
	when := fmt.Sprint(f.number)
	if f.lasting {
		when += "+"
	}
	return []string{
		"strace", "-f", "-e", "signal=none", "-e", "trace=" + f.call,
		"-e", fmt.Sprintf("inject=%s:error=%s:when=%s", f.call, f.reason, when), "-o", log,
	}
}

// strike runs a step of an operation with a fault and answers what happened. missed says that the operation has not so
// many calls of the kind.
func (f fault) strike(t *testing.T, o operation, root string) (v *victim, ended error, missed bool) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log")
	v = start(t, order{Operation: o.name, Root: root, From: 1, To: o.faulty}, f.strace(log)...)
	ended = v.end()
	lines, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return v, ended, !bytes.Contains(lines, []byte("(INJECTED)"))
}

// TestEveryCallThatFailsLosesNothingAndIsTold fails each call of each operation in turn, once and for good.
func TestEveryCallThatFailsLosesNothingAndIsTold(t *testing.T) {
	for _, o := range operations {
		before, j := prepared(t, o), newJudge(t)
		points, runs, failed, bad := 0, 0, 0, 0
		for _, call := range refusable {
			for number := 1; ; number += size(11, 1) {
				missed := false
				for _, f := range variants(call, number) {
					root := memory(t)
					if err := lay(root, before); err != nil {
						t.Fatal(err)
					}
					var v *victim
					var ended error
					if v, ended, missed = f.strike(t, o, root); missed {
						break
					}
					runs++
					if v.told.Sentence != "" {
						failed++
					}
					got := j.ask(question{Operation: o.name, Root: root, Acked: v.acked, GoOn: true})
					if wrong := judged(o, v, ended, got); wrong != "" {
						if bad++; bad < 10 {
							t.Errorf("%s, %s: %s", o.name, f, wrong)
						}
					}
				}
				if missed {
					break
				}
				points++
			}
		}
		figure("writes that fail, %s: %d points, %d runs, %d told, %d lost or not told", o.name, points, runs, failed, bad)
	}
}

func prepared(t *testing.T, o operation) map[string][]byte {
	t.Helper()
	root := t.TempDir()
	if err := under(root, o.prepare); err != nil {
		t.Fatal(err)
	}
	return load(t, root)
}

// variants of a fault: every one in a full run, one of them in a quick one.
func variants(call string, number int) []fault {
	var all []fault
	for _, reason := range reasons {
		all = append(all, fault{call, reason, number, false}, fault{call, reason, number, true})
	}
	if *full {
		return all
	}
	return slices.Clone(all[number%len(all):][:1])
}

// judged says what is wrong after a fault: something lost, a victim that crashed, or that failed without a sentence.
func judged(o operation, v *victim, ended error, got verdict) string {
	switch {
	case crashed(ended):
		return fmt.Sprintf("crashed: %v", ended)
	case v.told.Sentence == fr.Error(fmt.Errorf("anything")):
		return fmt.Sprintf("told nothing of use because %s", v.told.Why)
	case v.told.Sentence == "" && v.acked < o.faulty:
		return fmt.Sprintf("ended after step %d without a word", v.acked)
	}
	return got.lost(o, v.acked)
}
