package cycles

import (
	"context"

	"mercredi/data"
	"mercredi/ui/task"
)

// queue keeps changes one after the other, in the order they were made: two marks on one cell never cross.
type queue struct {
	tasks *task.Runner
	jobs  []job // the first one is on its way
}

// job is one change that shows already.
type job struct {
	session data.ID[data.Session]
	marks   []data.ChildMark // what shows already, for a page that reads again meanwhile
	work    func() error
	end     func(error) // on the UI goroutine
}

func (q *queue) add(j job) {
	q.jobs = append(q.jobs, j)
	if len(q.jobs) == 1 {
		q.next()
	}
}

func (q *queue) next() {
	j := q.jobs[0]
	task.Run(q.tasks, func(context.Context) (struct{}, error) { return struct{}{}, j.work() }, func(_ struct{}, err error) {
		q.jobs = q.jobs[1:]
		j.end(err)
		if len(q.jobs) > 0 {
			q.next()
		}
	})
}
