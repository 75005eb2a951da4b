package ui

import (
	"context"
	"time"

	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// idle tells whether somebody is in front of an open file. The window locks on request, when nobody has done anything for
// as long as the team allows, and when the computer has slept.
//
//	gesture ─▶ somebody is there
//	tick ────▶ every 2 s: nobody for 10 min, or a minute that nobody saw ─▶ drafts are kept ─▶ locked
type idle struct {
	gesture, tick time.Time // the last ones, by the clock on the wall: it goes on while the computer sleeps
	next          task.Latest
	locking       bool
}

const (
	everyTick = 2 * time.Second
	// slept is how late a tick is after a sleep.
	slept = time.Minute
	// patience is how long a lock waits for what is being kept or closed.
	patience = 5 * time.Second
	nearly   = 100 * time.Millisecond
)

// onTheWall is the moment without what a sleep stops.
func (w *window) onTheWall() time.Time { return w.world.Now().Round(0) }

// beginIdle starts to watch over a file that was just opened.
func (w *window) beginIdle() {
	now := w.onTheWall()
	w.idle = idle{gesture: now, tick: now}
	w.idle.next.After(w.background, everyTick, w.tick)
}

// gesture is told that somebody did something.
func (w *window) gesture() {
	if w.registry == nil || w.idle.locking {
		return
	}
	now := w.onTheWall()
	if now.Sub(w.idle.tick) > slept { // the first thing after a sleep
		w.lockUnasked()
		return
	}
	w.idle.gesture = now
}

func (w *window) tick() {
	now := w.onTheWall()
	asleep := now.Sub(w.idle.tick) > slept
	w.idle.tick = now
	if now.Before(w.idle.gesture) {
		w.idle.gesture = now // the clock was put back
	}
	if asleep || now.Sub(w.idle.gesture) >= w.idleTime() {
		w.lockUnasked()
		return
	}
	w.idle.next.After(w.background, everyTick, w.tick)
}

// idleTime is what the team allows.
func (w *window) idleTime() time.Duration {
	return time.Duration(max(1, w.registry.Safety().IdleMinutes)) * time.Minute
}

// lock is asked for: the page on show may ask first.
func (w *window) lock() { w.leave(w.lockNow) }

// lockUnasked asks nobody. A draft is kept first; it is waited for, but not for ever.
func (w *window) lockUnasked() {
	if w.idle.locking {
		return
	}
	w.idle.locking = true
	if s, ok := w.page.(page.Saver); ok {
		s.Save()
	}
	w.settle(patience)
}

// settle waits for what is being kept, then locks.
func (w *window) settle(left time.Duration) {
	if left <= 0 || w.tasks.Idle() {
		w.lockNow()
		return
	}
	w.idle.next.After(w.background, nearly, func() { w.settle(left - nearly) })
}

// lockNow closes the file and starts the program anew, so that its memory holds nothing.
func (w *window) lockNow() {
	for _, o := range w.window.Canvas().Overlays().List() {
		w.window.Canvas().Overlays().Remove(o)
	}
	w.window.Canvas().Unfocus()
	w.layer.Clear()
	kit.Replace(w.under, kit.Gap(1))
	r := w.detach()
	if r == nil {
		return
	}
	var once bool
	locked := func(err error) {
		if !once {
			once = true
			w.closed(err)
			w.relaunch()
		}
	}
	waited := w.background.After(patience, func() { locked(context.DeadlineExceeded) })
	task.Run(w.background, func(context.Context) (struct{}, error) { return struct{}{}, r.Close() }, func(_ struct{}, err error) {
		waited()
		locked(err)
	})
}

// relaunch starts anew, or else forgets what it can.
func (w *window) relaunch() {
	if w.world.Relaunch != nil {
		if err := w.world.Relaunch(); err != nil {
			_, _ = w.world.Stderr.Write([]byte(err.Error() + "\n")) // the window is locked all the same
		}
	}
	w.showLocked()
}

// may reports whether whoever opened the file is shown a page: « administration technique » sees no child.
func (w *window) may(n page.Name) bool {
	if w.registry.Keyholder().Access != vault.Technical {
		return true
	}
	return n == page.Settings || n == page.Backups || n == page.Journal
}
