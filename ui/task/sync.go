package task

import "time"

// Sync builds a runner for tests and for the captures of the screens: work and answer happen before Run returns,
// on the caller's goroutine, and timers wait for Advance.
func Sync() *Runner {
	r := New(func(f func()) { f() })
	r.sync = &virtualTime{}
	return r
}

// Advance lets d pass for a runner built by Sync: the timers that are due fire in their order, those they start in
// turn included. A runner of the product keeps real time and ignores it.
func (r *Runner) Advance(d time.Duration) {
	if r.sync != nil {
		r.sync.advance(d)
	}
}

// virtualTime is the clock of a Sync runner. It starts at zero and moves only when told.
type virtualTime struct {
	now    time.Duration
	timers []virtualTimer
}

type virtualTimer struct {
	due  time.Duration
	fire func()
}

func (v *virtualTime) add(d time.Duration, fire func()) {
	v.timers = append(v.timers, virtualTimer{due: v.now + d, fire: fire})
}

func (v *virtualTime) advance(d time.Duration) {
	end := v.now + d
	for next := v.next(end); next >= 0; next = v.next(end) {
		timer := v.timers[next]
		v.timers = append(v.timers[:next], v.timers[next+1:]...)
		v.now = max(v.now, timer.due)
		timer.fire()
	}
	v.now = end
}

// next is the index of the earliest timer due by end, the first started among equals, or -1.
func (v *virtualTime) next(end time.Duration) int {
	found := -1
	for i, t := range v.timers {
		if t.due <= end && (found < 0 || t.due < v.timers[found].due) {
			found = i
		}
	}
	return found
}
