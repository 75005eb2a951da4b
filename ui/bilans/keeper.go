package bilans

import (
	"context"
	"time"

	"mercredi/ui/task"
)

// keepPause is how long the typing stops before what is typed is kept.
const keepPause = 800 * time.Millisecond

// keeper keeps what the person does, one save at a time: a moment after the typing stops, at once for a job, and when
// asked. What could not be kept stays to be kept, and is tried again with the next thing.
//
//	typed ── 800 ms ──▶ flush ──▶ jobs, then the text, beside the window ──▶ settle
type keeper struct {
	tasks *task.Runner
	// gather takes what is typed, on the UI goroutine, and answers how to keep it; nil when there is nothing new.
	gather func() (save func() error)
	// settle is told what became of it, on the UI goroutine. saved says whether the text was kept.
	settle func(saved bool, err error)

	pause task.Latest
	typed bool           // since it was last gathered
	jobs  []func() error // to do
	busy  bool
	again bool          // something came while busy
	after []func(error) // wait until everything is kept, or the first failure
}

// edited is told at each key.
func (k *keeper) edited() {
	k.typed = true
	k.pause.After(k.tasks, keepPause, func() { k.flush(nil) })
}

// add does a job at once, after those that are waiting.
func (k *keeper) add(job func() error) {
	k.jobs = append(k.jobs, job)
	k.flush(nil)
}

// pending reports whether something is not kept yet.
func (k *keeper) pending() bool { return k.busy || k.typed || len(k.jobs) > 0 }

// forget lets go of what was typed: the person takes another text.
func (k *keeper) forget() {
	k.pause.Cancel()
	k.typed = false
}

// flush keeps everything now. then, which may be nil, is told once nothing is left, or why something is.
func (k *keeper) flush(then func(error)) {
	if then != nil {
		k.after = append(k.after, then)
	}
	if k.busy {
		k.again = true
		return
	}
	k.pause.Cancel()
	var save func() error
	if k.typed {
		save, k.typed = k.gather(), false
	}
	jobs := k.jobs
	k.jobs = nil
	if save == nil && len(jobs) == 0 {
		k.settle(false, nil)
		k.answer(nil)
		return
	}
	k.run(jobs, save)
}

func (k *keeper) run(jobs []func() error, save func() error) {
	k.busy, k.again = true, false
	left, unsaved := jobs, save != nil // what a panic would leave
	task.Run(k.tasks, func(context.Context) (struct{}, error) {
		var first error
		failed := func(err error) bool {
			if first == nil {
				first = err
			}
			return err != nil
		}
		var again []func() error
		for _, job := range jobs {
			if failed(job()) {
				again = append(again, job)
			}
		}
		left = again
		unsaved = save != nil && failed(save())
		return struct{}{}, first
	}, func(_ struct{}, err error) {
		k.busy = false
		k.jobs = append(left, k.jobs...)
		k.typed = k.typed || unsaved
		k.settle(save != nil && !unsaved, err)
		switch {
		case err != nil:
			k.answer(err)
		case k.again || len(k.after) > 0 || len(k.jobs) > 0:
			k.flush(nil)
		}
	})
}

func (k *keeper) answer(err error) {
	after := k.after
	k.after = nil
	for _, then := range after {
		then(err)
	}
}
