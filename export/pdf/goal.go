package pdf

import "math"

// Goal is one bar and the mark that it is to reach. Both are parts of the same whole, from 0 to 1; a value that is not
// known is zero, and Text says so.
type Goal struct {
	Label         string
	Value, Target float64
	Text          string // value and target in words, after the bar
	Alt           string // the sentence read instead of the bar
}

// Goals draws a bar a row with a post where its target stands.
func (d *Document) Goals(goals []Goal) {
	if len(goals) == 0 {
		return
	}
	table := d.root.add(KindTable)
	labels := 0.0
	for _, g := range goals {
		labels = max(labels, width(d.types.words(plain(g.Label), textStyle)))
	}
	measure := d.page.measure()
	labels = min(labels, measure*0.42)
	x := labels + 4*mm
	long := max(scaleWidth, measure*0.25)
	words := x + long + 5*mm
	for i, g := range goals {
		row := table.add(KindRow)
		name := column{width: labels, lines: d.text(g.Label, textStyle, labels, row.add(KindHead))}
		figure := row.add(KindFigure)
		figure.Alt = clean(g.Alt)
		strips := beside(name, column{x: words, lines: d.text(g.Text, textStyle, measure-words, row.add(KindCell))})
		if len(strips) == 0 {
			strips = []strip{{height: textStyle.leading()}}
		}
		strips[0].over(course{x, strips[0].height / 2, long, figure}.marks(g)...)
		before := 5.0
		if i == 0 {
			before = d.aboveText()
		}
		d.add(before, d.whole(strips, d.room()/2)...)
	}
}

// course is where the bar of a goal stands.
type course struct {
	x, y, long float64
	figure     *Element
}

// marks are the whole, the value and the post of the target.
func (l course) marks(g Goal) []mark {
	const thick, post = 6.0, 14.0
	inside := func(share float64) float64 {
		if math.IsNaN(share) {
			return 0
		}
		return l.long * min(max(share, 0), 1)
	}
	marks := []mark{{shape: shapeBand, x: l.x, y: l.y - thick/2, w: l.long, h: thick, size: thick / 2, colour: track, elem: l.figure}}
	if full := inside(g.Value); full > 0 {
		marks = append(marks, mark{shape: shapeBand, x: l.x, y: l.y - thick/2, w: max(full, thick), h: thick, size: thick / 2, colour: primary, elem: l.figure})
	}
	return append(marks, mark{shape: shapeRule, x: l.x + inside(g.Target), y: l.y - post/2, h: post, size: 1.6, colour: ink, elem: l.figure})
}
