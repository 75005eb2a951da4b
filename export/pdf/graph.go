package pdf

import (
	"math"
	"strconv"
	"strings"
)

// Graph is values drawn as columns, lines or stacked bars, for one figure of a report. It is read through its Alt, which
// states every value, and through the table under it when Table asks for one.
type Graph struct {
	Title  string   // above the drawing; may be empty
	Opens  bool     // the title opens a part inside a part: a subheading
	Labels []string // what is counted: months, schools, kinds of actions
	Series []Series // one to six
	Say    func(float64) string
	Most   float64 // the top of the axis, 100 for shares; 0: as the values ask
	Alt    string  // "": the title and every value
	Table  bool    // the values again as a table, under the drawing
}

// Series is one value a label. NaN, or nothing, is a value that is not known: nothing is drawn.
type Series struct {
	Name   string
	Values []float64
	Texts  []string // what is written instead of a value: "moins de 5"; "" and missing: the value as Say writes it
}

const (
	graphHigh  = 42 * mm // of the plot
	graphUnder = 3.0     // between the axis and what is written under it
	swatch     = 9.0     // side of a sample in the legend
	unknown    = "non saisi"
	mostValue  = 1e12 // more than any count or sum of a town
	tickMost   = 90.0 // points, the widest graduation
)

// value is the nth value of a series, if it is known. Nothing is drawn under zero.
func (s Series) value(n int) (float64, bool) {
	if n >= len(s.Values) || math.IsNaN(s.Values[n]) || s.Values[n] > mostValue {
		return 0, false
	}
	return max(0, s.Values[n]), true
}

// said is the nth value in words.
func (g Graph) said(s Series, n int) string {
	if n < len(s.Texts) && s.Texts[n] != "" {
		return s.Texts[n]
	}
	v, known := s.value(n)
	switch {
	case !known:
		return unknown
	case g.Say != nil:
		return g.Say(v)
	}
	return decimal(v)
}

// decimal writes a number with a comma and thousands apart, without useless noughts: 1 234,5.
func decimal(v float64) string {
	whole, rest, _ := strings.Cut(strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u00a0" + whole[i:]
	}
	if rest != "" {
		whole += "," + rest
	}
	return whole
}

// alt states every value, label after label.
func (g Graph) alt() string {
	if g.Alt != "" {
		return clean(g.Alt)
	}
	var b strings.Builder
	if g.Title != "" {
		b.WriteString(strings.TrimRight(g.Title, " .:\u00a0") + ". ")
	}
	for i, label := range g.Labels {
		var said []string
		for _, s := range g.Series {
			said = append(said, strings.TrimSpace(s.Name+" "+g.said(s, i)))
		}
		b.WriteString(label + "\u00a0: " + strings.Join(said, ", ") + ". ")
	}
	return clean(strings.TrimSpace(b.String()))
}

// top is the greatest known value, and whether all are whole numbers.
func (g Graph) top() (most float64, whole bool) {
	most, whole = g.Most, true
	for _, s := range g.Series {
		for i := range s.Values {
			if v, known := s.value(i); known {
				most = max(most, v)
				whole = whole && v == math.Trunc(v)
			}
		}
	}
	return most, whole
}

// ruler is where values stand: graduations from 0, each a round number, five of them at most.
type ruler struct{ most, step float64 }

func newRuler(most float64, whole bool) ruler {
	if most < 1e-9 {
		most = 1
	}
	rough := most / 5
	unit := math.Pow(10, math.Floor(math.Log10(rough)))
	step := 10 * unit
	for _, n := range []float64{1, 2, 2.5, 5} {
		if rough <= n*unit*1.0001 && !(n == 2.5 && whole && unit < 10) {
			step = n * unit
			break
		}
	}
	if whole {
		step = max(step, 1)
	}
	return ruler{max(1, math.Ceil(most/step-0.0001)) * step, step}
}

// ticks are the graduations.
func (a ruler) ticks() []float64 {
	var out []float64
	for n := 0.0; n*a.step <= a.most*1.0001; n++ {
		out = append(out, n*a.step)
	}
	return out
}

// figure opens the element of a graph, under its title.
func (d *Document) figure(g Graph) *Element {
	if g.Opens {
		d.Subheading(g.Title)
		g.Title, g.Alt = "", g.alt()
	}
	strips := beside(column{lines: d.text(g.Title, smallStyle.strong(), d.page.measure(), d.root.add(KindParagraph))})
	if len(strips) > 0 {
		bind(strips, stuck)
		strips[len(strips)-1].glue = stuck
		d.add(d.aboveText()+3, strips...)
	}
	e := d.root.add(KindFigure)
	e.Alt = g.alt()
	return e
}

// end adds the drawing and what stands under it.
func (d *Document) end(g Graph, drawing ...strip) {
	bind(drawing, stuck) // a figure is on one page
	if g.Table {
		drawing[len(drawing)-1].glue = kept
	}
	d.add(d.aboveText()+3, drawing...)
	if g.Table {
		d.Table(g.table())
	}
}

// table says the values of a graph again: a row a label, or a row a part when there is one label only.
func (g Graph) table() Table {
	if len(g.Labels) == 1 {
		t := Table{Columns: []Column{{Weight: 1}, {Title: g.Labels[0], Align: Right, Figures: true}}}
		for _, s := range g.Series {
			t.Rows = append(t.Rows, []string{s.Name, g.said(s, 0)})
		}
		return t
	}
	t := Table{Columns: []Column{{Weight: 1}}}
	for _, s := range g.Series {
		t.Columns = append(t.Columns, Column{Title: s.Name, Align: Right, Figures: true})
	}
	for i, label := range g.Labels {
		row := []string{label}
		for _, s := range g.Series {
			row = append(row, g.said(s, i))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// pen writes single lines inside a figure. A space follows each, so that two are never read as one word.
type pen struct {
	doc  *Document
	elem *Element
}

// spot is where a text stands: from x, up to x or around it, on the baseline y.
type spot struct {
	x, y float64
	side Align
}

// write sets a text on one line.
func (p pen) write(text string, st style, at spot) []mark {
	l := line{words: p.doc.types.words(plain(text), st)}
	if len(l.words) == 0 {
		return nil
	}
	l.width = width(l.words)
	switch at.side {
	case Right:
		at.x -= l.width
	case Centre:
		at.x -= l.width / 2
	}
	return l.marks(at.x, at.y, p.doc.types.fit(st), p.elem)
}

// width is how wide a text is on one line.
func (p pen) width(text string, st style) float64 {
	return width(p.doc.types.words(plain(text), st))
}

// legend names the series in rows, each after a sample of its drawing. One series without a name needs none.
func (p pen) legend(g Graph, sample func(n int, a area) []mark) []strip {
	st := p.doc.types.fit(labelStyle)
	var rows []strip
	x := 0.0
	for i, s := range g.Series {
		if clean(s.Name) == "" {
			continue
		}
		wide := swatch + 5 + p.width(s.Name, st) + 14
		if len(rows) == 0 || x > 0 && x+wide > p.doc.page.measure() {
			rows, x = append(rows, strip{height: st.leading() + 2}), 0
		}
		row := &rows[len(rows)-1]
		row.over(sample(i, area{x, (row.height - swatch) / 2, swatch, swatch})...)
		row.over(p.write(p.cut(s.Name, st, p.doc.page.measure()-swatch-5), st, spot{x + swatch + 5, st.baseline(row.height), Left})...)
		x += wide
	}
	if n := len(rows); n > 0 {
		rows[n-1].height += 4
	}
	return rows
}

// cut shortens a text to a width; what is lost is in the words of the figure.
func (p pen) cut(text string, st style, room float64) string {
	if p.width(text, st) <= room {
		return text
	}
	signs := []rune(clean(text))
	for len(signs) > 1 && p.width(string(signs)+"…", st) > room {
		signs = signs[:len(signs)-1]
	}
	return strings.TrimSpace(string(signs)) + "…"
}
