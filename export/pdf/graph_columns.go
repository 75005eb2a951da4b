package pdf

import "math"

const (
	columnMost = 26.0 // the widest column, points
	columnRoom = 0.72 // of the place of a label, taken by its columns
	barThick   = 10.0
)

// ColumnGraph draws columns side by side: one or two series, a dozen labels. Where words would not fit under their
// columns, in large print or with long labels, bars lie instead.
//
//	      12
//	 9   ▐█▌
//	▐█▌  ▐█▌ 3
//	▐█▌  ▐█▌▐▨▌
//	─────────────
//	oct. nov.
func (d *Document) ColumnGraph(g Graph) {
	if len(g.Labels) == 0 || len(g.Series) == 0 {
		return
	}
	p := plot{pen: pen{doc: d}, Graph: g}
	most, whole := g.top()
	p.axis = newRuler(most, whole)
	p.setFrame(len(g.Labels))
	if !p.fits() {
		d.BarGraph(g)
		return
	}
	p.elem = d.figure(g)
	drawing := strip{height: p.foot}
	drawing.over(p.grid()...)
	for i := range g.Labels {
		drawing.over(p.columns(i)...)
	}
	drawing.over(p.labels()...)
	drawing.height += p.under
	legend := p.legend(g, func(n int, a area) []mark { return patternOf(n).fill(a, p.elem) })
	d.end(g, append(legend, drawing)...)
}

// plot is the surface where values are drawn, above an axis.
type plot struct {
	pen
	Graph
	axis       ruler
	measure    float64
	left, each float64 // where the first place begins, how wide each is
	foot       float64 // of the plot, from the top of its strip
	right      float64 // what is left free after the last place
	under      float64 // height of what is written under the axis
	every      int     // one label out of so many is written
	wrapped    [][]line
}

// setFrame leaves room for the graduations on the left, for values on top, for labels under.
func (p *plot) setFrame(places int) {
	st := p.doc.types.fit(labelStyle)
	p.measure = p.doc.page.measure()
	for _, t := range p.axis.ticks() {
		p.left = max(p.left, p.width(p.tick(t, st), st))
	}
	p.left += 5
	p.each = (p.measure - p.left - p.right) / float64(max(places, 1))
	p.foot = st.leading() + 2 + graphHigh
	p.every = 1
	lines := 1
	for _, label := range p.Labels {
		w := p.doc.types.paragraph(label, st, max(1, p.each-4))
		p.wrapped = append(p.wrapped, w)
		lines = max(lines, len(w))
	}
	p.under = graphUnder + float64(lines)*st.leading()
}

// tick is a graduation in words.
func (p *plot) tick(v float64, st style) string {
	if p.Say != nil {
		return p.cut(p.Say(v), st, tickMost)
	}
	return p.cut(decimal(v), st, tickMost)
}

// fits reports whether labels hold under their places in three lines, without a word cut, and values above them.
func (p *plot) fits() bool {
	st := p.doc.types.fit(labelStyle)
	for i, lines := range p.wrapped {
		if len(lines) > 3 || p.widest(p.Labels[i], st) > p.each-4 {
			return false
		}
		for _, s := range p.Series {
			if p.width(p.said(s, i), st) > p.each*columnRoom/float64(len(p.Series))+6 {
				return false
			}
		}
	}
	return true
}

// widest is the widest word of a text.
func (p pen) widest(text string, st style) float64 {
	most := 0.0
	for _, w := range p.doc.types.words(plain(text), st) {
		most = max(most, w.width)
	}
	return most
}

func (p *plot) y(v float64) float64 { return p.foot - graphHigh*min(v/p.axis.most, 1) }

// grid draws the graduations: thin lines that the columns cover, numbers on the left.
func (p *plot) grid() []mark {
	st := p.doc.types.fit(labelStyle)
	var marks []mark
	for _, t := range p.axis.ticks() {
		line := mark{shape: shapeRule, x: p.left, y: p.y(t), w: p.measure - p.left - p.right, size: 0.4, colour: mesh, elem: p.elem}
		if t == 0 {
			line.size, line.colour = 0.9, grey
		}
		marks = append(marks, line)
		marks = append(marks, p.write(p.tick(t, st), st, spot{p.left - 5, p.y(t) + st.size*0.34, Right})...)
	}
	return marks
}

func (p *plot) columns(i int) []mark {
	st := p.doc.types.fit(labelStyle)
	st.colour = ink
	n := float64(len(p.Series))
	thick := min(columnMost, p.each*columnRoom/n)
	x := p.left + p.each*(float64(i)+0.5) - thick*n/2
	var marks []mark
	for k, s := range p.Series {
		middle := x + thick*(float64(k)+0.5)
		v, known := s.value(i)
		if known {
			marks = append(marks, patternOf(k).fill(area{middle - thick/2 + 0.5, p.y(v), thick - 1, p.foot - p.y(v)}, p.elem)...)
		}
		marks = append(marks, p.write(p.said(s, i), st, spot{middle, p.y(v) - 3, Centre})...)
	}
	return marks
}

// labels stand under the axis, each in the middle of its place.
func (p *plot) labels() []mark {
	st := p.doc.types.fit(labelStyle)
	var marks []mark
	for i, lines := range p.wrapped {
		if i%p.every > 0 {
			continue
		}
		for n, l := range lines {
			l.ends = false
			x := p.left + p.each*(float64(i)+0.5) - l.width/2
			marks = append(marks, l.marks(x, p.foot+graphUnder+float64(n)*st.leading()+st.baseline(st.leading()), st, p.elem)...)
		}
	}
	return marks
}

// BarGraph draws bars that lie, a label a group: long labels, many of them, large print. What no page can hold is drawn as
// several figures, one after the other.
func (d *Document) BarGraph(g Graph) {
	if len(g.Labels) == 0 || len(g.Series) == 0 {
		return
	}
	if n := len(g.Labels); n > 1 && d.barsHigh(g) > d.room()*0.8 {
		first, second := g.half(0, n/2), g.half(n/2, n)
		first.Table, second.Title, second.Opens = false, "", false
		d.BarGraph(first)
		d.BarGraph(second)
		return
	}
	p := pen{doc: d, elem: d.figure(g)}
	st := d.types.fit(labelStyle)
	st.colour = ink
	most, _ := g.top()
	most = max(most, 1e-9)
	said := 0.0
	for i := range g.Labels {
		for _, s := range g.Series {
			said = max(said, p.width(g.said(s, i), st))
		}
	}
	said = min(math.Ceil(said), d.page.measure()*0.3)
	names := p.labelWidth(g.Labels, st, d.page.measure()*0.4)
	bars := d.page.measure() - names - 8 - said - 6
	drawing := p.legend(g, func(n int, a area) []mark { return patternOf(n).fill(a, p.elem) })
	for i, label := range g.Labels {
		lines, _ := d.types.shortened(label, st, names, labelLines)
		group := fuse(beside(column{width: names, lines: sets(open(lines), st, p.elem)}))
		each := max(barThick, st.leading())
		group.height = max(group.height, each*float64(len(g.Series)))
		for k, s := range g.Series {
			v, _ := s.value(i)
			y := float64(k) * each
			group.over(patternOf(k).fill(area{names + 8, y + (each-barThick)/2 + 0.5, bars * min(v/most, 1), barThick - 1}, p.elem)...)
			group.over(p.write(p.cut(g.said(s, i), st, said), st, spot{names + 8 + bars*min(v/most, 1) + 5, y + st.baseline(each), Left})...)
		}
		group.over(mark{shape: shapeRule, x: names + 8, h: group.height, size: 0.9, colour: grey, elem: p.elem})
		group.height += 3
		drawing = append(drawing, group)
	}
	d.end(g, drawing...)
	d.sayWhole(g, st, names)
}

// barsHigh is about how high the bars are, without title and legend.
func (d *Document) barsHigh(g Graph) float64 {
	st := d.types.fit(labelStyle)
	names := pen{doc: d}.labelWidth(g.Labels, st, d.page.measure()*0.4)
	high := 0.0
	for _, label := range g.Labels {
		lines := float64(min(labelLines, max(1, len(d.types.paragraph(label, st, names)))))
		high += max(lines*st.leading(), max(barThick, st.leading())*float64(len(g.Series))) + 3
	}
	return high
}

// half is the graph of some labels.
func (g Graph) half(from, to int) Graph {
	g.Labels = g.Labels[from:to]
	series := make([]Series, len(g.Series))
	for i, s := range g.Series {
		s.Values, s.Texts = s.Values[min(from, len(s.Values)):min(to, len(s.Values))], s.Texts[min(from, len(s.Texts)):min(to, len(s.Texts))]
		series[i] = s
	}
	g.Series = series
	return g
}

// labelLines is how many lines a label beside its bar has; the end of a longer one is left out there.
const labelLines = 4

// sayWhole lists under a graph, when no table says them, the labels that its drawing left the end of out.
func (d *Document) sayWhole(g Graph, st style, wide float64) {
	var cut []string
	for _, label := range g.Labels {
		if _, short := d.types.shortened(label, st, wide, labelLines); short && !g.Table {
			cut = append(cut, label)
		}
	}
	if len(cut) > 0 {
		d.Note("En entier\u00a0:")
		d.List(cut)
	}
}

// labelWidth is the room for labels beside their bars.
func (p pen) labelWidth(labels []string, st style, most float64) float64 {
	wide := 1.0
	for _, l := range labels {
		wide = max(wide, p.width(l, st))
	}
	return min(math.Ceil(wide), most)
}
