package task

import "sync"

// Progress says that done steps out of total are behind us. A total of zero means that it is not known yet.
type Progress func(done, total int)

// reporter carries the counts of one task to the UI goroutine, at most one on the way at a time.
type reporter struct {
	runner *Runner
	ticket *ticket
	show   Progress

	mu          sync.Mutex
	done, total int
	onTheWay    bool
}

func (p *reporter) report(done, total int) {
	p.mu.Lock()
	p.done, p.total = done, total
	already := p.onTheWay
	p.onTheWay = true
	p.mu.Unlock()
	if !already {
		p.runner.ui(p.deliver)
	}
}

func (p *reporter) deliver() {
	p.mu.Lock()
	done, total := p.done, p.total
	p.onTheWay = false
	p.mu.Unlock()
	if !p.ticket.dropped.Load() && p.runner.ctx.Err() == nil {
		p.show(done, total)
	}
}
