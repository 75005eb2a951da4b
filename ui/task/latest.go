package task

import (
	"context"
	"time"
)

// Latest is a place for one task at a time: starting another cancels the former, whose late answer is dropped.
// A page keeps one for each thing it shows (the rows of a search, the preview of a paper). The zero Latest is empty
// and ready; it is used on the UI goroutine only.
type Latest struct {
	cancel func()
}

// RunLatest is Run in the place l: what ran there before is cancelled first.
func RunLatest[T any](r *Runner, l *Latest, work func(context.Context) (T, error), apply func(T, error)) {
	l.Cancel()
	l.cancel = Run(r, work, apply)
}

// After is Runner.After in the place l. Called at each key, it runs f once the typing has paused for d.
func (l *Latest) After(r *Runner, d time.Duration, f func()) {
	l.Cancel()
	l.cancel = r.After(d, f)
}

// Cancel empties the place.
func (l *Latest) Cancel() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}
