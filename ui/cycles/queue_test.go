package cycles

import (
	"errors"
	"slices"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/ui/task"
)

func TestChangesAreKeptOneAfterTheOtherInTheirOrder(t *testing.T) {
	answers := make(chan func(), 10)
	runner := task.New(func(f func()) { answers <- f })
	defer runner.StopWithin(time.Minute)
	var kept []int
	var failed error
	refused := errors.New("refused")
	q := queue{tasks: runner}
	left := 5
	for i := range left {
		q.add(job{work: func() error { // no lock: two at once would be a race
			if i == 2 {
				return refused
			}
			kept = append(kept, i)
			return nil
		}, end: func(err error) {
			left--
			failed = errors.Join(failed, err)
		}})
	}
	for left > 0 {
		(<-answers)()
	}
	if !slices.Equal(kept, []int{0, 1, 3, 4}) {
		t.Errorf("kept %v, want all but the refused one in order", kept)
	}
	if !errors.Is(failed, refused) {
		t.Errorf("told %v, want the refusal", failed)
	}
	want(t, "jobs left", len(q.jobs), 0)
}

func TestReadingAgainKeepsTheMarkThatIsOnItsWay(t *testing.T) {
	s := open(t, "")
	rows, col := s.awaitedCells()
	child := s.view.Rows[rows[0]].Child.ID
	s.queue.jobs = []job{{session: s.view.Sessions[col].ID, marks: []data.ChildMark{{ChildID: child, Mark: data.Late}}}}
	s.Changed(nil)
	want(t, "mark on show", s.view.Rows[rows[0]].Cells[col].Mark, data.Late)
	want(t, "missing", s.attendance().missing(), 1)
}
