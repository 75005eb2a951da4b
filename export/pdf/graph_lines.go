package pdf

import (
	"cmp"
	"math"
	"slices"
)

// LineGraph draws a line a series, over months or years: at most four, each with its own stroke and its own point. A
// value that is not known breaks its line.
func (d *Document) LineGraph(g Graph) {
	if len(g.Labels) == 0 || len(g.Series) == 0 {
		return
	}
	p := plot{pen: pen{doc: d}, Graph: g}
	most, whole := g.top()
	p.axis = newRuler(most, whole)
	for _, s := range g.Series {
		if last := s.last(len(g.Labels)); last >= 0 {
			p.right = max(p.right, min(tickMost, p.width(p.said(s, last), labelStyle))+endGap)
		}
	}
	p.setFrame(len(g.Labels))
	p.thin()
	p.elem = d.figure(g)
	drawing := strip{height: p.foot + p.under}
	drawing.over(p.grid()...)
	for k, s := range g.Series {
		drawing.over(p.line(s, traceOf(k))...)
	}
	drawing.over(p.ends()...)
	drawing.over(p.labels()...)
	legend := p.legend(g, func(n int, a area) []mark {
		a.x, a.w = a.x-1, a.w+3
		s := traceOf(n)
		middle := a.y + a.h/2
		return append(s.line(point{a.x, middle}, point{a.x + a.w, middle}, p.elem), s.dot(point{a.x + a.w/2, middle}, p.elem)...)
	})
	d.end(g, append(legend, drawing)...)
}

// thin writes one label out of two, three … when all of them would not hold, on one line.
func (p *plot) thin() {
	st := p.doc.types.fit(labelStyle)
	widest := 0.0
	for i, l := range p.Labels {
		widest = max(widest, p.width(l, st))
		p.wrapped[i] = p.doc.types.paragraph(l, st, p.measure)
		p.wrapped[i] = p.wrapped[i][:min(1, len(p.wrapped[i]))]
	}
	p.every = max(1, int(math.Ceil((widest+6)/p.each)))
	p.under = graphUnder + st.leading()
}

const endGap = 8.0 // from the last point of a line to its value

// last is the last known value of a series, or -1.
func (s Series) last(labels int) int {
	for i := labels - 1; i >= 0; i-- {
		if _, known := s.value(i); known {
			return i
		}
	}
	return -1
}

// ends writes the last value of each line on the right of the plot, the nearest to its point where lines end together.
func (p *plot) ends() []mark {
	st := p.doc.types.fit(labelStyle)
	st.colour = ink
	type end struct {
		y    float64
		text string
	}
	var all []end
	for _, s := range p.Series {
		if last := s.last(len(p.Labels)); last >= 0 {
			v, _ := s.value(last)
			all = append(all, end{p.y(v), p.cut(p.said(s, last), st, tickMost)})
		}
	}
	slices.SortStableFunc(all, func(a, b end) int { return cmp.Compare(b.y, a.y) }) // from the foot
	var marks []mark
	lowest := math.Inf(1)
	for _, e := range all {
		y := min(e.y, lowest-st.size*1.1)
		marks = append(marks, p.write(e.text, st, spot{p.measure - p.right + endGap - p.each/2 + 2, y + st.size*0.34, Left})...)
		lowest = y
	}
	return marks
}

// line joins the known values of a series.
func (p *plot) line(s Series, look trace) []mark {
	var lines, points []mark
	var before *point
	for i := range p.Labels {
		v, known := s.value(i)
		if !known {
			before = nil
			continue
		}
		here := point{p.left + p.each*(float64(i)+0.5), p.y(v)}
		if before != nil {
			lines = append(lines, look.line(*before, here, p.elem)...)
		}
		points = append(points, look.dot(here, p.elem)...)
		before = &here
	}
	return append(lines, points...)
}

type point struct{ x, y float64 }

// trace is how one line is drawn: its ink, its dashes, its point.
type trace struct {
	ink    colour
	dashes []float64 // drawn, left, drawn, left …; none: a full line
	point  shape
}

var traces = []trace{
	{primary, nil, shapeDot},
	{umber, []float64{5, 3}, shapeRing},
	{grey, []float64{1.2, 2.2}, shapeBox},
	{primary, []float64{7, 2.5, 1.5, 2.5}, shapeFrame},
}

func traceOf(n int) trace { return traces[n%len(traces)] }

// line draws a segment, cut in dashes.
func (s trace) line(from, to point, elem *Element) []mark {
	long := math.Hypot(to.x-from.x, to.y-from.y)
	piece := func(a, b float64) mark {
		at := func(t float64) (x, y float64) { return from.x + (to.x-from.x)*t/long, from.y + (to.y-from.y)*t/long }
		x1, y1 := at(a)
		x2, y2 := at(b)
		return mark{shape: shapeRule, x: x1, y: y1, w: x2 - x1, h: y2 - y1, size: 1.4, colour: s.ink, elem: elem}
	}
	if long == 0 {
		return nil
	}
	if len(s.dashes) == 0 {
		return []mark{piece(0, long)}
	}
	var marks []mark
	for at, n := 0.0, 0; at < long; n++ {
		end := min(long, at+s.dashes[n%len(s.dashes)])
		if n%2 == 0 {
			marks = append(marks, piece(at, end))
		}
		at = end
	}
	return marks
}

// dot marks a value.
func (s trace) dot(at point, elem *Element) []mark {
	const wide = 6.0
	m := mark{shape: s.point, x: at.x, y: at.y, w: wide, colour: s.ink, elem: elem}
	switch s.point {
	case shapeRing:
		m.size = 1.3
	case shapeBox, shapeFrame:
		m.x, m.y, m.w, m.h, m.size = at.x-wide/2, at.y-wide/2, wide, wide, 1.1
	}
	return []mark{m}
}
