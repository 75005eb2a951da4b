package kit

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// Stages is the way through a long form: numbered stations joined by a line, those that are passed ticked. It is one
// stop for Tab, arrows inside; the page decides whether one may go there.
type Stages struct {
	choice
}

// NewStages makes the way, at its first station.
func NewStages(labels []string, changed func(i int)) *Stages {
	g := &Stages{}
	g.start(labels, changed)
	g.Name, g.Paint, g.part = "étapes", g.paint, g.station
	g.Measure = func() fyne.Size { return fyne.NewSize(g.station(len(g.labels)-1).End(), look.Control) }
	g.Extend(g)
	return g
}

const (
	stageDisc = 24
	stageLine = 40 // between two stations
)

// station is the area of station i, as wide as its bold form so that moving on moves nothing.
func (g *Stages) station(i int) Area {
	var x float32
	for j, l := range g.labels {
		w := stageDisc + look.Tight + Ceil(Width(l, look.BodyBold)) + 2*look.Hair
		if j == i {
			return At(x, 0, w, look.Control)
		}
		x += w + stageLine
	}
	return Area{}
}

func (g *Stages) paint(s *Scene, _ fyne.Size) {
	p := look.P()
	for i, l := range g.labels {
		a := g.station(i)
		if i > 0 {
			line := p.LineStrong
			if i <= g.selected {
				line = p.Primary
			}
			s.Rect(At(a.X-stageLine+look.Hair, a.H/2-1, stageLine-2*look.Hair, 2), line, 1)
		}
		switch {
		case i == g.selected && g.focused:
			s.RingIn(a, look.RadiusField)
		case i == g.over && g.hovered:
			s.Rect(a, p.Hover, look.RadiusField)
		}
		g.paintStation(s, a.Inset(look.Hair, 0), i, l)
	}
}

func (g *Stages) paintStation(s *Scene, a Area, i int, label string) {
	p := look.P()
	disc := a.Left(stageDisc).Middle(stageDisc, stageDisc)
	st, number := look.Body.As(look.Ink2), look.CaptionBold.As(look.Ink2)
	switch {
	case i < g.selected:
		s.Dot(disc, p.Primary)
		s.Icon(disc.Middle(look.IconSmall, look.IconSmall), "check", p.OnPrimary)
		st = look.Body
	case i == g.selected:
		s.Box(disc, Edge{1, p.HoneyEdge}, p.Honey, stageDisc/2)
		st, number = look.BodyBold, look.CaptionBold.As(look.OnHoney)
	default:
		s.Box(disc, Edge{1, p.LineStrong}, p.Card, stageDisc/2)
	}
	if i >= g.selected {
		s.TextC(disc, strconv.Itoa(i+1), number)
	}
	s.Text(At(a.X+stageDisc+look.Tight, 0, 0, a.H), label, st)
}
