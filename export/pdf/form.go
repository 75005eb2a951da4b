package pdf

import "strings"

// Entry is one line of a form: what it is about on the left, what is known on the right, then room to write by hand.
type Entry struct {
	Label string
	Lines []string // one is a sentence; several are a list. A line that begins with "☐ " or "☑ " is a box
	Blank int      // lines left to write on
}

const (
	entryLabel = 0.27 // share of the width
	entryGap   = 5 * mm
	writing    = 8 * mm // from one line written by hand to the next
)

// Entries sets lines of a form between thin rules. An entry is never cut, unless it is taller than half a page.
func (d *Document) Entries(entries ...Entry) {
	if len(entries) == 0 {
		return
	}
	table := d.root.add(KindTable)
	for i, e := range entries {
		strips := d.entry(e, table.add(KindRow))
		before := 0.0
		if i == 0 && d.band != len(d.strips) { // facts and entries end with the rule that others begin with
			before = d.aboveText() + 2
			strips[0].over(mark{shape: shapeRule, w: d.page.measure(), size: 0.8, colour: grey})
		}
		d.add(before, strips...)
	}
	d.band = len(d.strips)
}

func (d *Document) entry(e Entry, row *Element) []strip {
	left := d.page.measure()*entryLabel - entryGap
	x := d.page.measure() * entryLabel
	label := column{width: left, lines: d.text(e.Label, smallStyle.strong(), left, row.add(KindHead))}
	said := d.points(e.Lines, d.page.measure()-x, row.add(KindCell))
	for i := range said {
		said[i].x += x
	}
	strips := flow(beside(append([]column{label}, said...)...))
	room := blanks(e.Blank, x, d.page.measure()-x, len(said) == 0)
	if len(said) == 0 {
		strips, room = overlap(strips, room)
	}
	strips = append(strips, room...)
	if len(strips) == 0 {
		strips = []strip{{height: smallStyle.leading()}}
	}
	strips = d.whole(strips, d.room()/2)
	last := &strips[len(strips)-1]
	strips[0].marks = shift(strips[0].marks, 0, cellPad)
	strips[0].height += cellPad
	last.height += cellPad
	last.over(mark{shape: shapeRule, y: last.height, w: d.page.measure(), size: 0.5, colour: rule})
	return strips
}

// points sets lines one under the other, each after its sign when there are several: a point or a box to tick. Many short
// boxes stand in two columns, which are read one after the other.
func (d *Document) points(lines []string, width float64, cell *Element) []column {
	switch {
	case len(lines) == 1:
		if said := d.text(lines[0], smallStyle, width, cell); len(said) > 0 {
			return []column{{width: width, lines: said}}
		}
		return nil
	case len(lines) == 0:
		return nil
	}
	list := cell.add(KindList)
	if half := (width - columnGap) / 2; d.shortBoxes(lines, half-bulletIndent) {
		n := (len(lines) + 1) / 2
		left, right := d.items(lines[:n], half, list), d.items(lines[n:], half, list)
		for i := range right {
			right[i].x += half + columnGap
		}
		return append(left, right...)
	}
	return d.items(lines, width, list)
}

// shortBoxes reports whether lines are many boxes to tick, each of one line in that width.
func (d *Document) shortBoxes(lines []string, most float64) bool {
	const many = 6
	for _, text := range lines {
		_, text, boxed := sign(text)
		if !boxed || width(d.types.words(plain(text), smallStyle)) > most {
			return false
		}
	}
	return len(lines) >= many
}

// sign is what stands before a line, and the line without it.
func sign(text string) (sign, rest string, boxed bool) {
	for _, box := range []string{boxEmpty, boxTicked} {
		if rest, ok := strings.CutPrefix(text, box+" "); ok {
			return box, rest, true
		}
	}
	return bullet, text, false
}

// items are the signs and the texts of a list.
func (d *Document) items(lines []string, width float64, list *Element) []column {
	signs, body := column{}, column{x: bulletIndent, width: width - bulletIndent}
	for _, text := range lines {
		before, text, _ := sign(text)
		item := list.add(KindItem)
		point := d.text(text, smallStyle, body.width, item)
		body.lines = append(body.lines, point...)
		beside := make([]set, len(point)) // empty lines, so that the next sign stands beside its own text
		if len(point) > 0 {
			beside[0] = labels(d.text(before, smallStyle, bulletIndent, item))[0]
		}
		signs.lines = append(signs.lines, beside...)
	}
	return []column{signs, body}
}

// blanks is room for n lines by hand, with a thin line between two of them. Without a text above, the first keeps its
// full height; under a text it needs less.
func blanks(n int, x, width float64, first bool) []strip {
	strips := make([]strip, n)
	for i := range strips {
		strips[i].height = writing
		if i > 0 {
			strips[i].marks = []mark{{shape: shapeRule, x: x, w: width, size: 0.4, colour: track}}
		} else if !first {
			strips[i].height -= 2 * mm
		}
	}
	return strips
}

// overlap sets a label beside the first lines to write on, unless it is so long that it stands above them.
func overlap(label, room []strip) (first, rest []strip) {
	const most = 3 * writing
	one := fuse(label)
	if one.height > most || len(room) == 0 {
		return label, room
	}
	n, height := 0, 0.0
	for n < len(room) && (n == 0 || height < one.height) {
		height += room[n].height
		n++
	}
	beside := fuse(room[:n])
	beside.height = max(beside.height, one.height)
	beside.over(one.marks...)
	return []strip{beside}, room[n:]
}
