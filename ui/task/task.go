// Package task is the only room that starts goroutines. A page gathers its inputs on the UI goroutine, hands plain
// values to work that runs beside it, and gets the answer back on the UI goroutine:
//
//	cancel := task.Run(runner,
//		func(ctx context.Context) ([]Row, error) { return registry.Rows(ctx, filter) },
//		func(rows []Row, err error) { page.show(rows, err) })
//
//	UI goroutine   ── Run ───────────────────────────── apply ──▶
//	                    ╲                             ╱
//	background           ──── work(ctx) ── report … ─
//
// A cancelled task never answers: once cancel has been called on the UI goroutine, apply is not. The room knows
// nothing of Fyne; the way to the UI goroutine is given to New. Tests hand pages the runner of Sync, which does
// everything at once, on the spot.
package task

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// Runner starts background work and brings the answers back to the UI goroutine. One per opened file: stop it
// before the file is closed.
type Runner struct {
	ui   func(func())
	sync *virtualTime // nil in the product

	ctx  context.Context
	stop context.CancelFunc

	mu      sync.Mutex
	changed *sync.Cond
	working int // works that have not returned
	pending int // works whose answer has not been applied or dropped
}

// New builds a runner. ui must run the function it is given on the UI goroutine, in the order of the calls:
// fyne.Do in the product.
func New(ui func(func())) *Runner {
	r := &Runner{ui: ui}
	r.changed = sync.NewCond(&r.mu)
	r.ctx, r.stop = context.WithCancel(context.Background())
	return r
}

// Run runs work beside the caller, then apply on the UI goroutine with what work returned. A panic in work reaches
// apply as a *Panic. The context ends when cancel is called or the runner stops; apply is then dropped.
func Run[T any](r *Runner, work func(context.Context) (T, error), apply func(T, error)) (cancel func()) {
	return start(r, newTicket(r), work, apply)
}

// RunWithProgress is Run for work that counts its steps. Each call of report reaches show on the UI goroutine;
// when reports come faster than the window can show them only the newest is shown. show is never called
// after apply.
func RunWithProgress[T any](r *Runner, work func(ctx context.Context, report Progress) (T, error), show Progress, apply func(T, error)) (cancel func()) {
	t := newTicket(r)
	counter := &reporter{runner: r, ticket: t, show: show}
	counted := func(ctx context.Context) (T, error) { return work(ctx, counter.report) }
	return start(r, t, counted, apply)
}

func start[T any](r *Runner, t *ticket, work func(context.Context) (T, error), apply func(T, error)) func() {
	run := func() {
		result, err := guarded(t.ctx, work)
		r.count(-1, 0)
		if t.dropped.Load() || r.ctx.Err() != nil {
			t.end()
			r.count(0, -1)
			return
		}
		r.ui(func() {
			defer r.count(0, -1)
			late := t.dropped.Load() || r.ctx.Err() != nil
			t.end()
			if !late {
				apply(result, err)
			}
		})
	}
	if r.ctx.Err() != nil {
		return t.end
	}
	r.count(+1, +1)
	if r.sync != nil {
		run()
	} else {
		go run()
	}
	return t.end
}

// After runs f on the UI goroutine once d has passed, unless cancel is called first or the runner stops.
func (r *Runner) After(d time.Duration, f func()) (cancel func()) {
	t := newTicket(r)
	fire := func() {
		r.ui(func() {
			if !t.dropped.Load() && r.ctx.Err() == nil {
				t.end()
				f()
			}
		})
	}
	if r.sync != nil {
		r.sync.add(d, fire)
		return t.end
	}
	timer := time.AfterFunc(d, fire)
	return func() {
		timer.Stop()
		t.end()
	}
}

// OnUI runs f on the UI goroutine, in the order of the calls.
func (r *Runner) OnUI(f func()) { r.ui(f) }

// Wait returns when no work runs and every answer has been applied or dropped; timers are not waited for.
// Never call it on the UI goroutine: the answers are waiting for it.
func (r *Runner) Wait() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.pending > 0 {
		r.changed.Wait()
	}
}

// Idle reports whether no work runs and every answer has been applied or dropped. Timers do not count.
func (r *Runner) Idle() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.pending == 0 && r.working == 0
}

// StopWithin cancels everything, drops the answers still to come, and returns when no work runs any more; work that does
// not heed its context is waited for no longer than grace. It reports whether all had ended. It may be called on the UI
// goroutine. A stopped runner starts nothing.
func (r *Runner) StopWithin(grace time.Duration) bool {
	r.stop()
	late := false
	timer := time.AfterFunc(grace, func() {
		r.mu.Lock()
		defer r.mu.Unlock()
		late = true
		r.changed.Broadcast()
	})
	defer timer.Stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.working > 0 && !late {
		r.changed.Wait()
	}
	return r.working == 0
}

func (r *Runner) count(working, pending int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.working += working
	r.pending += pending
	r.changed.Broadcast()
}

// ticket is one task's right to answer.
type ticket struct {
	ctx     context.Context
	cancel  context.CancelFunc
	dropped atomic.Bool
}

func newTicket(r *Runner) *ticket {
	t := &ticket{}
	t.ctx, t.cancel = context.WithCancel(r.ctx)
	return t
}

// end takes the right to answer away. Calling it twice is harmless.
func (t *ticket) end() {
	t.dropped.Store(true)
	t.cancel()
}

// Panic is what work that panicked answers. Stack is for the log, never for the screen.
type Panic struct {
	Value any
	Stack []byte
}

// Error says what the work panicked with.
func (p *Panic) Error() string { return fmt.Sprintf("panic in background work: %v", p.Value) }

func guarded[T any](ctx context.Context, work func(context.Context) (T, error)) (result T, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &Panic{Value: value, Stack: debug.Stack()}
		}
	}()
	return work(ctx)
}
