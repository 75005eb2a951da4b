package bilans

import (
	"slices"
	"testing"
	"time"

	"mercredi/ui/task"
)

// TestWhatIsTypedDuringASaveIsKeptAfterIt runs on a real runner: the test is the UI goroutine.
func TestWhatIsTypedDuringASaveIsKeptAfterIt(t *testing.T) {
	queue := make(chan func(), 100)
	typed, release := "un", make(chan bool)
	var kept []string
	k := keeper{tasks: task.New(func(f func()) { queue <- f }), settle: func(bool, error) {}}
	k.gather = func() func() error {
		text := typed
		return func() error {
			<-release
			kept = append(kept, text)
			return nil
		}
	}
	k.edited()
	k.flush(nil)
	typed = "deux"
	k.edited()
	done := false
	k.flush(func(error) { done = true })
	if done || len(kept) > 0 {
		t.Fatal("kept before the save has ended")
	}
	close(release)
	for !done {
		select {
		case f := <-queue:
			f()
		case <-time.After(10 * time.Second):
			t.Fatal("the second text is never kept")
		}
	}
	if !slices.Equal(kept, []string{"un", "deux"}) || k.pending() {
		t.Errorf("kept %q, pending %v", kept, k.pending())
	}
}
