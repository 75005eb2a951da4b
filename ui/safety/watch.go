package safety

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	"mercredi/data/registry"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// Watch looks after the backups of an open file: one after opening when the last is a day old, one a day while it stays
// open, one at closing, and those that are asked for. It keeps the sentence at the foot of the rail true.
//
//	Start ──▶ look, then every half hour: look, and back up when the last is a day old
//	BackUp ─▶ at most one at a time; who asks while one is under way waits for that one
//	Leave ──▶ one last backup before the window closes, that nobody has to wait for
//
// It is used on the UI goroutine.
type Watch struct {
	world   WatchWorld
	tick    task.Latest // the next half hour
	pause   task.Latest // after changes
	looking bool        // a look is under way
	again   bool        // and something changed since it started
	running bool
	waiting []*waiter
	dropped atomic.Bool // nobody waits any more for the backup under way: the places that remain are left
	tried   time.Time   // the last automatic backup
	leaving bool
	stopped bool
}

// WatchWorld is what a Watch works with.
type WatchWorld struct {
	// Tasks outlives the open file: a backup to a slow disk is never waited for.
	Tasks    *task.Runner
	Registry *registry.Registry
	Now      func() time.Time
	// State shows the sentence of the rail.
	State func(words string, tone look.ToneName)
	// Failed tells that a backup nobody asked for went wrong.
	Failed func(sentence string)
}

// waiter is somebody who waits for a backup.
type waiter struct {
	show task.Progress
	done func([]registry.BackupOutcome, error)
	gone bool
}

const (
	afterOpening = 10 * time.Second // the first page is on screen by then
	everyLook    = 30 * time.Minute // also when « hier » becomes « il y a 2 jours »
	afterChange  = 2 * time.Second
	oneDay       = 24 * time.Hour
)

// NewWatch makes a watch that has not started.
func NewWatch(w WatchWorld) *Watch { return &Watch{world: w} }

// Start begins to watch.
func (w *Watch) Start() {
	w.look()
	w.tick.After(w.world.Tasks, afterOpening, w.turn)
}

// turn is what happens every half hour.
func (w *Watch) turn() {
	w.tick.After(w.world.Tasks, everyLook, w.turn)
	if w.due() {
		w.tried = w.world.Now()
		w.BackUp(nil, w.settle)
		return
	}
	w.look()
}

// due reports whether the backup of the day is to be made. One that failed is not tried again the same day.
func (w *Watch) due() bool {
	r, now := w.world.Registry, w.world.Now()
	return len(r.Safety().Places) > 0 && now.Sub(r.LastBackup().LastAt) >= oneDay && now.Sub(w.tried) >= oneDay
}

// settle tells the failure of a backup that nobody asked for.
func (w *Watch) settle(all []registry.BackupOutcome, err error) {
	if err != nil || !wellEnough(all) {
		w.world.Failed(failureWords(all, err))
	}
}

// Changed is told that something in the file changed.
func (w *Watch) Changed() { w.pause.After(w.world.Tasks, afterChange, w.look) }

// Stop ends the watch. A backup under way goes on without it.
func (w *Watch) Stop() {
	w.stopped = true
	w.tick.Cancel()
	w.pause.Cancel()
}

// Running reports whether a backup is under way: the file cannot be closed without waiting.
func (w *Watch) Running() bool { return w.running }

// look reads the state beside the window, one reading at a time: a place that is slow to answer is not asked twice.
func (w *Watch) look() {
	if w.stopped {
		return
	}
	if w.looking {
		w.again = true
		return
	}
	w.looking = true
	r := w.world.Registry
	task.Run(w.world.Tasks, func(context.Context) (seen, error) { return seen{r.BackupState(), r.Safety()}, nil }, func(s seen, err error) {
		w.looking = false
		if w.stopped {
			return
		}
		if err == nil {
			w.world.State(railWords(s.state, w.world.Now(), s.safety.CarrierDays))
		}
		if w.again {
			w.again = false
			w.look()
		}
	})
}

// BackUp implements page.Keeping. show may be nil.
func (w *Watch) BackUp(show task.Progress, done func([]registry.BackupOutcome, error)) (cancel func()) {
	x := &waiter{show: show, done: done}
	w.waiting = append(w.waiting, x)
	w.dropped.Store(false)
	if !w.running {
		w.run()
	}
	return func() {
		x.gone = true
		w.dropped.Store(!slices.ContainsFunc(w.waiting, func(x *waiter) bool { return !x.gone }))
	}
}

func (w *Watch) run() {
	w.running = true
	r := w.world.Registry
	task.RunWithProgress(w.world.Tasks, func(_ context.Context, report task.Progress) ([]registry.BackupOutcome, error) {
		return r.BackUp(func(done, of int) bool {
			report(done, of)
			return !w.dropped.Load()
		})
	}, func(done, total int) {
		for _, x := range w.waiting {
			if !x.gone && x.show != nil {
				x.show(done, total)
			}
		}
	}, func(all []registry.BackupOutcome, err error) {
		w.running = false
		waited := w.waiting
		w.waiting = nil
		w.look()
		for _, x := range waited {
			if !x.gone {
				x.done(all, err)
			}
		}
	})
}
