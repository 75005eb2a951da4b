package bilans

import (
	"errors"
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

// TestKeeperTriesAgainWhatCouldNotBeKept: a full disk loses neither the text nor a level.
func TestKeeperTriesAgainWhatCouldNotBeKept(t *testing.T) {
	d := open(t)
	full, errFull := true, errors.New("the disk is full")
	typed, kept, levels := "texte", "", 0
	var told error
	k := keeper{tasks: d.Tasks}
	k.gather = func() func() error {
		text := typed
		return func() error {
			if full {
				return errFull
			}
			kept = text
			return nil
		}
	}
	k.settle = func(_ bool, err error) { told = err }
	k.edited()
	k.add(func() error {
		if full {
			return errFull
		}
		levels++
		return nil
	})
	if !errors.Is(told, errFull) || !k.pending() {
		t.Fatalf("told %v, pending %v", told, k.pending())
	}
	full = false
	k.flush(nil)
	if kept != "texte" || levels != 1 || told != nil || k.pending() {
		t.Errorf("kept %q, %d levels, told %v", kept, levels, told)
	}
}
