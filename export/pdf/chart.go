package pdf

import "math"

// Evolution is a set of scales, one a row: a hollow dot where things stood at the start, a full one where
// they stand at the end. Shapes, not colours, carry the meaning, and every row says it in words as well.
type Evolution struct {
	Levels     int    // dots on each scale, 2 to 10
	Start, End string // legend under the scales; both empty: no legend
	Rows       []Progress
}

// Progress is one row of an Evolution.
type Progress struct {
	Label      string
	Start, End int    // from 1 to Levels; anything else: not evaluated
	Path       string // in words, the moments before the last: "rarement, parfois, "
	Now        string // in words, the last moment, set strong
	Alt        string // the sentence read instead of the dots
}

const (
	dotSmall   = 3.0 // diameters, in points
	dotRing    = 7.6
	dotFull    = 8.0
	dotOuter   = 12.5 // ring around the full dot, when start and end are the same level
	scaleWidth = 112.0
)

// Evolution draws the scales.
func (d *Document) Evolution(e Evolution) {
	levels := min(max(e.Levels, 2), 10)
	table := d.root.add(KindTable)
	label := d.page.measure() * 0.315
	dots := label + 3*mm
	long := min(scaleWidth, d.page.measure()*0.24) // large print leaves room for the words
	words := dots + long + 8*mm
	from := len(d.strips)
	for i, p := range e.Rows {
		row := table.add(KindRow)
		name := column{width: label, lines: d.text(p.Label, textStyle, label, row.add(KindHead))}
		figure := row.add(KindFigure)
		figure.Alt = clean(p.Alt)
		spans := []Span{{Text: p.Path}, {Text: p.Now, Bold: true}}
		said := d.types.wrap(d.types.words(spans, smallStyle), d.page.measure()-words)
		strips := beside(name, column{x: words, lines: sets(said, smallStyle, row.add(KindCell))})
		if len(strips) == 0 {
			continue
		}
		strips[0].over(scale{x: dots, long: long, y: strips[0].height / 2, levels: levels, figure: figure}.marks(p)...)
		before := 5.0
		if i == 0 {
			before = d.aboveText()
		}
		d.add(before, d.whole(strips, d.room()/2)...)
	}
	d.legend(e, dots)
	if all := fuse(d.strips[from:]); all.height < d.room()/2 {
		bind(d.strips[from:], kept)
	}
}

// scale is where the dots of one row stand.
type scale struct {
	x, y   float64
	long   float64
	levels int
	figure *Element
}

// marks are the line, its dots, and where a skill stood and stands.
func (c scale) marks(p Progress) []mark {
	marks := []mark{{shape: shapeRule, x: c.x, y: c.y, w: c.long, size: 0.9, colour: track, elem: c.figure}}
	for level := 1; level <= c.levels; level++ {
		marks = append(marks, c.dot(level, mark{shape: shapeDot, w: dotSmall, colour: track}))
	}
	said := func(level int) bool { return level >= 1 && level <= c.levels }
	if said(p.Start) {
		size := dotRing
		if p.Start == p.End {
			size = dotOuter
		}
		marks = append(marks, c.dot(p.Start, mark{shape: shapeRing, w: size, size: 1, colour: primary}))
	}
	if said(p.End) {
		marks = append(marks, c.dot(p.End, mark{shape: shapeDot, w: dotFull, colour: primary}))
	}
	return marks
}

// dot puts a mark on a level.
func (c scale) dot(level int, m mark) mark {
	m.x, m.y, m.elem = c.x+c.long*float64(level-1)/float64(c.levels-1), c.y, c.figure
	return m
}

// legend names the two dots, under the scales.
func (d *Document) legend(e Evolution, x float64) {
	if e.Start == "" && e.End == "" || len(e.Rows) == 0 {
		return
	}
	st := labelStyle
	key := strip{height: st.leading() + 2}
	draw := func(m mark, text string) {
		m.x, m.y, m.colour = x, key.height/2, primary
		words := d.types.words(plain(text), st)
		for _, l := range d.types.wrap(words, d.page.measure()-x-10) {
			key.over(m)
			key.over(l.marks(x+9, st.baseline(key.height), st, d.root.add(KindNote))...)
			x += 9 + l.width + 14
			break
		}
	}
	draw(mark{shape: shapeRing, w: dotRing, size: 1}, e.Start)
	draw(mark{shape: shapeDot, w: dotFull}, e.End)
	d.strips[len(d.strips)-1].glue = kept
	d.add(2, key)
}

// Bar is one horizontal bar: its share is a part of the whole, from 0 to 1.
type Bar struct {
	Label string
	Share float64
	Text  string // the figure in words, after the bar
	Alt   string // the sentence read instead of the bar
}

// Bars draws a bar a row: the regularity of a child, actions by kind.
func (d *Document) Bars(bars []Bar) {
	table := d.root.add(KindTable)
	labels := 0.0
	for _, b := range bars {
		labels = max(labels, width(d.types.words(plain(b.Label), textStyle)))
	}
	labels = min(labels, d.page.measure()*0.35)
	x := labels
	if labels > 0 {
		x += 4 * mm
	}
	words := x + scaleWidth + 5*mm
	for i, b := range bars {
		row := table.add(KindRow)
		name := column{width: labels, lines: d.text(b.Label, textStyle, labels, row.add(KindHead))}
		figure := row.add(KindFigure)
		figure.Alt = clean(b.Alt)
		said := d.text(b.Text, textStyle, d.page.measure()-words, row.add(KindCell))
		strips := beside(name, column{x: words, lines: said})
		if len(strips) == 0 {
			strips = []strip{{height: textStyle.leading()}}
		}
		strips[0].over(bar(x, strips[0].height/2, b.Share, figure)...)
		before := 4.0
		if i == 0 {
			before = d.aboveText()
		}
		d.add(before, d.whole(strips, d.room()/2)...)
	}
}

func bar(x, y, share float64, figure *Element) []mark {
	const thick = 5.0
	if math.IsNaN(share) {
		share = 0
	}
	marks := []mark{{shape: shapeBand, x: x, y: y - thick/2, w: scaleWidth, h: thick, size: thick / 2, colour: track, elem: figure}}
	if full := scaleWidth * min(max(share, 0), 1); full > 0 {
		marks = append(marks, mark{shape: shapeBand, x: x, y: y - thick/2, w: max(full, thick), h: thick,
			size: thick / 2, colour: primary, elem: figure})
	}
	return marks
}
