package ui

import (
	"context"
	"sync"

	"mercredi/data/planning"
	"mercredi/ui/task"
)

// engine is the exact engine as the window uses it. Making it ready takes seconds the first time on a PC, and nothing
// shortens them: that is done beside whoever asks, who may so give up, or leave the program, at once.
type engine struct {
	exact slowToStart
	tasks *task.Runner

	begin sync.Once
	ready chan struct{} // closed once it is ready, or has failed
}

// slowToStart is an engine that has to be made ready, once.
type slowToStart interface {
	planning.Exact
	Prepare() error
}

func newEngine(exact slowToStart, tasks *task.Runner) *engine {
	return &engine{exact: exact, tasks: tasks, ready: make(chan struct{})}
}

// Solve waits for the engine no longer than ctx allows: nothing is found then.
func (e *engine) Solve(ctx context.Context, m *planning.Model) (planning.Solution, error) {
	e.begin.Do(func() {
		task.Run(e.tasks, func(context.Context) (struct{}, error) {
			defer close(e.ready)
			return struct{}{}, e.exact.Prepare()
		}, func(struct{}, error) {}) // Solve says what failed
	})
	select {
	case <-e.ready:
		return e.exact.Solve(ctx, m)
	case <-ctx.Done():
		return planning.Solution{Status: planning.Stopped}, nil
	}
}
