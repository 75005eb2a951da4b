//go:build linux && robustness

package ordeal

import "testing"

// TestDiskThatLiesIsNeverBelieved does the same with a disk that answers every fsync and does nothing. Steps may be lost
// then; but what opens is whole, at some step, and what does not open says so.
func TestDiskThatLiesIsNeverBelieved(t *testing.T) {
	o, former, refused := saving, 0, 0
	b := newBench(t, o, func(_ cut, v verdict) string {
		switch {
		case v.Crashed != "" || v.Torn != "":
			return v.Crashed + v.Torn
		case v.Refused != "":
			refused++
		default:
			former++
		}
		return ""
	})
	share := 0.5
	if !*full {
		share = 0.05
	}
	w := watch(t, o, 8)
	liar := newDisk(w.root, w.before)
	liar.lies = true
	w.cuts(t, liar, share, func(c cut) { b.states <- c })
	b.close()
	figure("disk that lies, save: %d states, %d whole at some step, %d refused, %d silently wrong or crashed",
		b.judged, former, refused, b.bad)
}
