package pdf

const stackThick = 15.0

// StackGraph draws one lying bar a label, cut in the parts of its series: who does what in each school. With one label
// it is a whole and its parts. A part too short for its value has it in the table, which is then set in any case.
func (d *Document) StackGraph(g Graph) {
	if len(g.Labels) == 0 || len(g.Series) == 0 {
		return
	}
	s := stack{pen: pen{doc: d}, Graph: g, style: d.types.fit(labelStyle)}
	s.names = s.labelWidth(g.Labels, s.style, d.page.measure()*0.35)
	if s.names > 1 {
		s.from = s.names + 8
	}
	for i := range g.Labels {
		s.most = max(s.most, s.sum(i))
	}
	if g.Most > 0 {
		s.most = max(s.most, g.Most)
	}
	s.Table = s.Table || !s.showsAll()
	s.elem = d.figure(g)
	drawing := s.legend(g, func(n int, a area) []mark { return patternOf(n).fill(a, s.elem) })
	for i := range g.Labels {
		drawing = append(drawing, s.bar(i))
	}
	d.end(s.Graph, drawing...)
	d.sayWhole(s.Graph, s.style, s.names)
}

type stack struct {
	pen
	Graph
	style       style
	names, from float64 // width of the labels, where bars begin
	most        float64 // the longest bar
}

func (s *stack) sum(i int) float64 {
	total := 0.0
	for _, one := range s.Series {
		v, _ := one.value(i)
		total += v
	}
	return total
}

// long is how long a value is on its bar.
func (s *stack) long(v float64) float64 {
	if s.most <= 0 {
		return 0
	}
	return (s.doc.page.measure() - s.from) * v / s.most
}

// shows reports whether the value of a part stands inside it.
func (s *stack) shows(one Series, i int) bool {
	v, known := one.value(i)
	return known && s.width(s.said(one, i), s.style)+8 <= s.long(v)
}

// showsAll reports whether every part says its value; a part of nothing needs not.
func (s *stack) showsAll() bool {
	for i := range s.Labels {
		for _, one := range s.Series {
			if v, known := one.value(i); (!known || v > 0) && !s.shows(one, i) {
				return false
			}
		}
	}
	return true
}

func (s *stack) bar(i int) strip {
	thick := max(stackThick, s.style.leading()+3)
	name := s.style
	name.colour = ink
	lines, _ := s.doc.types.shortened(s.Labels[i], name, s.names, labelLines)
	row := fuse(beside(column{width: s.names, lines: sets(open(lines), name, s.elem)}))
	if row.height < thick {
		row.marks = shift(row.marks, 0, (thick-row.height)/2)
		row.height = thick
	}
	x, y := s.from, (row.height-thick)/2
	for k, one := range s.Series {
		v, _ := one.value(i)
		long := s.long(v)
		row.over(patternOf(k).fill(area{x + 0.5, y, long - 1, thick}, s.elem)...)
		if s.shows(one, i) {
			row.over(s.inside(patternOf(k), s.said(one, i), area{x, y, long, thick})...)
		}
		x += long
	}
	row.height += 4
	return row
}

// inside writes a value in the middle of its part: on a little paper, unless the part is full.
func (s *stack) inside(p pattern, text string, a area) []mark {
	st := s.style
	st.colour = ink
	middle, base := a.x+a.w/2, a.y+st.baseline(a.h)
	switch p {
	case patternFull:
		st.colour = paper
		return s.write(text, st, spot{middle, base, Centre})
	case patternPale:
		return s.write(text, st, spot{middle, base, Centre})
	}
	wide := s.width(text, st) + 6
	label := mark{shape: shapeBox, x: middle - wide/2, y: a.y + 2, w: wide, h: a.h - 4, colour: paper, elem: s.elem}
	return append([]mark{label}, s.write(text, st, spot{middle, base, Centre})...)
}
