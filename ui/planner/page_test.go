package planner

import (
	"testing"

	"mercredi/data"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// open shows the page on the Wednesday of the mockup, in the sample town.
func open(t *testing.T) (*Page, *pagetest.Window) {
	t.Helper()
	desk, w := pagetest.Open(t)
	p := New(desk, page.Route{Page: page.Planner, Day: data.NewDate(2027, 1, 20)}).(*Page)
	pagetest.Show(w, p)
	return p, w
}

func TestShots(t *testing.T) {
	p, w := open(t)
	pagetest.Shoot(t, w, "mercredis")
	p.segments.Choose(1)
	pagetest.Shoot(t, w, "mercredis-intervenants")
	p.segments.Choose(0)
	rows := p.waiting.list.Rows()
	for _, r := range rows {
		t.Log(r.Title, r.Detail, r.Verdict, r.Good)
		if r.Good {
			p.waiting.pick(r.Key)
			p.waiting.list.Select(r.Key)
			break
		}
	}
	pagetest.Shoot(t, w, "mercredis-choisi")
	p.choose(choice{})
	p.openGroup(p.board.sessions[6])
	pagetest.Shoot(t, w, "mercredis-groupe")
	p.closeGroup()
	p.goTo(data.NewDate(2027, 2, 24))
	pagetest.Shoot(t, w, "mercredis-vacances")
	for _, x := range p.read.troubles {
		t.Log(x.words())
	}
}
