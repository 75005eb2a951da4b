package task_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"mercredi/ui/task"
)

// window is a UI goroutine for tests: a queue emptied by the test itself, so that the test is the UI goroutine.
type window struct{ queue chan func() }

func newWindow() *window { return &window{queue: make(chan func(), 100)} }

func (w *window) do(f func()) { w.queue <- f }

// next runs one queued function, or fails when none comes.
func (w *window) next(t *testing.T) {
	t.Helper()
	select {
	case f := <-w.queue:
		f()
	case <-time.After(10 * time.Second):
		t.Fatal("nothing reached the UI goroutine")
	}
}

// waitQueued returns once n functions wait in the queue.
func (w *window) waitQueued(t *testing.T, n int) {
	t.Helper()
	for range 1000 {
		if len(w.queue) >= n {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("%d functions in the queue, want %d", len(w.queue), n)
}

func TestRunAnswersOnTheUIGoroutineOnly(t *testing.T) {
	w := newWindow()
	var got int
	task.Run(task.New(w.do),
		func(context.Context) (int, error) { return 42, nil },
		func(n int, err error) { got = n })
	w.waitQueued(t, 1)
	if got != 0 {
		t.Fatal("apply ran before the UI goroutine took it")
	}
	w.next(t)
	if got != 42 {
		t.Fatalf("got %d, want 42", got)
	}
}

func TestRunHandsTheErrorOver(t *testing.T) {
	full := errors.New("disk full")
	var got error
	task.Run(task.Sync(),
		func(context.Context) (int, error) { return 0, full },
		func(_ int, err error) { got = err })
	if !errors.Is(got, full) {
		t.Fatalf("got %v, want %v", got, full)
	}
}

func TestPanicInWorkBecomesAnErrorWithItsStack(t *testing.T) {
	for name, r := range map[string]*task.Runner{"beside": task.New(func(f func()) { f() }), "sync": task.Sync()} {
		answers := make(chan error, 1)
		task.Run(r,
			func(context.Context) (int, error) { panic("out of paper") },
			func(_ int, err error) { answers <- err })
		var p *task.Panic
		if err := <-answers; !errors.As(err, &p) {
			t.Fatalf("%s: got %v, want a *task.Panic", name, err)
		}
		if p.Value != "out of paper" || !strings.Contains(string(p.Stack), "task_test.go") {
			t.Errorf("%s: the panic lost its value or its stack: %v\n%s", name, p.Value, p.Stack)
		}
	}
}

func TestCancelledTaskNeverAnswers(t *testing.T) {
	w := newWindow()
	r := task.New(w.do)
	cancel := task.Run(r,
		func(context.Context) (int, error) { return 1, nil },
		func(int, error) { t.Error("apply ran after cancel") })
	w.waitQueued(t, 1) // the answer is already on its way
	cancel()
	cancel()
	w.next(t)
	r.Wait()
}

func TestCancelEndsTheContextOfTheWork(t *testing.T) {
	r := task.New(newWindow().do)
	cancel := task.Run(r,
		func(ctx context.Context) (int, error) { <-ctx.Done(); return 0, ctx.Err() },
		func(int, error) { t.Error("apply ran after cancel") })
	cancel()
	r.Wait() // hangs if the context did not end
}

func TestLatestDropsTheAnswerOfTheFormerTask(t *testing.T) {
	w := newWindow()
	r := task.New(w.do)
	var shown []string
	show := func(s string, _ error) { shown = append(shown, s) }
	var place task.Latest
	release := make(chan bool)
	task.RunLatest(r, &place, func(context.Context) (string, error) { <-release; return "slow", nil }, show)
	task.RunLatest(r, &place, func(context.Context) (string, error) { return "quick", nil }, show)
	w.next(t)
	close(release)
	r.Wait()
	if !slices.Equal(shown, []string{"quick"}) || len(w.queue) != 0 {
		t.Fatalf("shown %q with %d in the queue, want only the newest", shown, len(w.queue))
	}
}

func TestLatestAfterFiresOnceWhenTypingPauses(t *testing.T) {
	r := task.Sync()
	var place task.Latest
	fired := 0
	for range 5 {
		place.After(r, 200*time.Millisecond, func() { fired++ })
		r.Advance(100 * time.Millisecond)
	}
	if fired != 0 {
		t.Fatalf("fired %d times while typing", fired)
	}
	r.Advance(100 * time.Millisecond)
	if fired != 1 {
		t.Fatalf("fired %d times after the pause, want once", fired)
	}
}

func TestProgressShowsTheNewestCountAndNothingAfterTheAnswer(t *testing.T) {
	w := newWindow()
	var seen [][2]int
	applied := false
	task.RunWithProgress(task.New(w.do),
		func(_ context.Context, report task.Progress) (int, error) {
			for i := range 1000 {
				report(i+1, 1000)
			}
			return 0, nil
		},
		func(done, total int) {
			if applied {
				t.Error("progress shown after the answer")
			}
			seen = append(seen, [2]int{done, total})
		},
		func(int, error) { applied = true })
	w.waitQueued(t, 2)
	for !applied {
		w.next(t)
	}
	if want := [][2]int{{1000, 1000}}; !slices.Equal(seen, want) {
		t.Fatalf("seen %v, want %v: reports not coalesced", seen, want)
	}
}

func TestAfterFiresOnTheUIGoroutineUnlessCancelled(t *testing.T) {
	w := newWindow()
	r := task.New(w.do)
	fired := ""
	r.After(time.Hour, func() { fired += "late " })()
	cancelOnItsWay := r.After(0, func() { fired += "cancelled " })
	w.waitQueued(t, 1)
	cancelOnItsWay()
	w.next(t)
	r.After(0, func() { fired += "kept" })
	w.next(t)
	if fired != "kept" {
		t.Fatalf("fired %q, want only the one kept", fired)
	}
}

func TestAdvanceFiresTimersInTheOrderTheyAreDue(t *testing.T) {
	r := task.Sync()
	var order []string
	note := func(s string) func() { return func() { order = append(order, s) } }
	r.After(3*time.Second, note("third"))
	r.After(time.Second, func() {
		order = append(order, "first")
		r.After(time.Second, note("started by the first"))
	})
	r.After(10*time.Second, note("not yet"))
	r.Advance(5 * time.Second)
	if want := []string{"first", "started by the first", "third"}; !slices.Equal(order, want) {
		t.Fatalf("order %q, want %q", order, want)
	}
}

func TestStopCancelsDropsAndStartsNothingMore(t *testing.T) {
	w := newWindow()
	r := task.New(w.do)
	never := func(int, error) { t.Error("apply ran after Stop") }
	ended := false
	task.Run(r, func(ctx context.Context) (int, error) { <-ctx.Done(); ended = true; return 0, nil }, never)
	r.StopWithin(time.Minute)
	if !ended {
		t.Error("Stop returned while work was running")
	}
	task.Run(r, func(context.Context) (int, error) { t.Error("work started after Stop"); return 0, nil }, never)
	r.Wait()
}

func TestTheEndOfTheProgramDoesNotWaitForWorkThatHeedsNothing(t *testing.T) {
	r := task.New(newWindow().do)
	deaf := make(chan struct{})
	task.Run(r, func(context.Context) (int, error) { <-deaf; return 0, nil }, func(int, error) { t.Error("apply ran after Stop") })
	if r.StopWithin(time.Millisecond) {
		t.Error("said that all had ended while work was running")
	}
	close(deaf)
	if !r.StopWithin(time.Minute) {
		t.Error("said that work was running when it had ended")
	}
}

func TestWaitCoversTasksStartedByAnAnswer(t *testing.T) {
	r := task.New(func(f func()) { f() })
	second := make(chan bool, 1)
	task.Run(r, func(context.Context) (int, error) { return 0, nil }, func(int, error) {
		task.Run(r, func(context.Context) (int, error) { return 0, nil }, func(int, error) { second <- true })
	})
	r.Wait()
	if len(second) != 1 {
		t.Fatal("Wait returned before the second answer")
	}
}

func TestARunnerIsIdleOnceItsAnswersAreApplied(t *testing.T) {
	w := newWindow()
	r := task.New(w.do)
	if !r.Idle() {
		t.Error("a new runner is busy")
	}
	task.Run(r, func(context.Context) (int, error) { return 0, nil }, func(int, error) {})
	w.waitQueued(t, 1)
	if r.Idle() {
		t.Error("idle before the answer is applied")
	}
	w.next(t)
	if !r.Idle() {
		t.Error("busy once the answer is applied")
	}
}
