package ui

import (
	"context"
	"errors"
	"testing"

	"mercredi/data/planning"
	"mercredi/ui/task"
)

// starting is an engine whose start is held until the test lets it go.
type starting struct {
	held   chan struct{}
	broken error
}

func (s *starting) Prepare() error { <-s.held; return s.broken }

func (s *starting) Solve(context.Context, *planning.Model) (planning.Solution, error) {
	return planning.Solution{Status: planning.Optimal}, s.broken
}

func TestWhoGivesUpDoesNotWaitForTheEngineToStart(t *testing.T) {
	exact := &starting{held: make(chan struct{})}
	e := newEngine(exact, task.New(func(f func()) { f() }))
	given, giveUp := context.WithCancel(t.Context())
	giveUp()
	if s, err := e.Solve(given, nil); err != nil || s.Status != planning.Stopped {
		t.Fatalf("%v %v", s, err)
	}
	close(exact.held)
	if s, err := e.Solve(t.Context(), nil); err != nil || s.Status != planning.Optimal {
		t.Fatalf("once it is ready: %v %v", s, err)
	}
}

func TestAnEngineThatCannotStartSaysWhyEachTime(t *testing.T) {
	why := errors.New("no executable memory")
	exact := &starting{held: make(chan struct{}), broken: why}
	close(exact.held)
	e := newEngine(exact, task.New(func(f func()) { f() }))
	for range 2 {
		if _, err := e.Solve(t.Context(), nil); !errors.Is(err, why) {
			t.Fatalf("%v", err)
		}
	}
}
