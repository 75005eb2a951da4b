//go:build linux

package ordeal

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestKilledProgramLosesNoAcknowledgedStep kills victims while they write. Each goes on where the one before it died.
func TestKilledProgramLosesNoAcknowledgedStep(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 9))
	for _, o := range operations {
		kills, root, j := size(3, 150), t.TempDir(), newJudge(t)
		if o.name == saving.name {
			kills = size(30, 1000)
		}
		if err := under(root, o.prepare); err != nil {
			t.Fatal(err)
		}
		step, lost, acks := 0, 0, 0
		for range kills {
			v := start(t, order{o.name, root, step + 1, step + 10_000})
			for range 1 + dice.IntN(4) { // ready, and a few steps
				v.hear()
			}
			time.Sleep(time.Duration(dice.IntN(20_000)) * time.Microsecond)
			v.kill()
			if err := v.end(); crashed(err) || v.told.Why != "" {
				t.Fatalf("%s: the victim failed by itself: %v, %s", o.name, err, v.told)
			}
			acks += v.acked - step
			got := j.ask(question{Operation: o.name, Root: root, Acked: v.acked})
			if wrong := got.lost(o, v.acked); wrong != "" {
				lost++
				t.Fatalf("%s, killed after step %d: %s", o.name, v.acked, wrong)
			}
			step, _ = o.standsAt(got.Seen, v.acked)
		}
		if acks == 0 {
			t.Errorf("%s: no step was acknowledged before a kill", o.name)
		}
		figure("kill -9, %s: %d kills, %d acknowledged steps, %d lost", o.name, kills, acks, lost)
	}
}
