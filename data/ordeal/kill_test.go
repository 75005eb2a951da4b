//go:build linux

package ordeal

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestKilledProgramLosesNoAcknowledgedStep kills victims while they write. Each goes on where the one before it died,
// a hundred times in one folder, then in another.
func TestKilledProgramLosesNoAcknowledgedStep(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 9))
	for _, o := range operations {
		kills, acks := size(3, 150), 0
		if o.name == saving.name {
			kills = size(30, 1000)
		}
		for done := 0; done < kills; done += 100 {
			acks += killed(t, o, min(100, kills-done), dice)
		}
		if acks == 0 {
			t.Errorf("%s: no step was acknowledged before a kill", o.name)
		}
		figure("kill -9, %s: %d kills, %d acknowledged steps, 0 lost", o.name, kills, acks)
	}
}

// killed kills victims in a new folder, and answers how many steps they acknowledged. It stops at the first one lost.
func killed(t *testing.T, o operation, kills int, dice *rand.Rand) (acks int) {
	t.Helper()
	root, j, step := t.TempDir(), newJudge(t), 0
	if err := under(root, o.prepare); err != nil {
		t.Fatal(err)
	}
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
			t.Fatalf("%s, killed after step %d: %s", o.name, v.acked, wrong)
		}
		step, _ = o.standsAt(got.Seen, v.acked)
	}
	return acks
}
