package pdf

const (
	boxEmpty  = "☐"
	boxTicked = "☑"
	boxIndent = 15.0
	boxGap    = 16.0 // between two boxes of a row
)

// Tick is a box and what it says, ticked or to be ticked by hand.
type Tick struct {
	Text string
	On   bool
}

func (t Tick) sign() string {
	if t.On {
		return boxTicked
	}
	return boxEmpty
}

// Ticks sets boxes after a question, in one row when they fit, else one under the other. The question may be empty.
func (d *Document) Ticks(question string, ticks ...Tick) {
	if len(ticks) == 0 {
		return
	}
	d.KeepTogether(func() {
		asked := d.root.add(KindParagraph)
		if row, ok := d.ticksRow(question, ticks, asked); ok {
			d.add(d.aboveText(), row)
			return
		}
		if strips := beside(column{lines: d.text(question, textStyle, d.page.measure(), asked)}); len(strips) > 0 {
			bind(strips, stuck)
			strips[len(strips)-1].glue = stuck
			d.add(d.aboveText(), strips...)
		}
		list := d.root.add(KindList)
		for _, t := range ticks {
			e := list.add(KindItem)
			box := labels(d.text(t.sign(), textStyle, boxIndent, e))
			lines := d.text(t.Text, textStyle, d.page.measure()-boxIndent, e)
			d.add(2, flow(beside(column{lines: box}, column{x: boxIndent, lines: lines}))...)
		}
	})
}

// ticksRow is the question and its boxes on one line, when they hold on it.
func (d *Document) ticksRow(question string, ticks []Tick, asked *Element) (strip, bool) {
	st := d.types.fit(textStyle)
	row := strip{height: st.leading()}
	lead := d.types.words(plain(question), st)
	x := width(lead)
	if x > 0 {
		x += boxGap
	}
	total := x
	for _, t := range ticks {
		total += boxIndent + width(d.types.words(plain(t.Text), st)) + boxGap
	}
	if total-boxGap > d.page.measure() {
		return strip{}, false
	}
	row.over(column{lines: d.text(question, st, d.page.measure(), asked)}.row(row.height)...)
	list := d.root.add(KindList)
	for _, t := range ticks {
		e := list.add(KindItem)
		said := column{x: x + boxIndent, lines: d.text(t.Text, st, d.page.measure(), e)}
		row.over(column{x: x, lines: labels(d.text(t.sign(), st, boxIndent, e))}.row(row.height)...)
		row.over(said.row(row.height)...)
		x += boxIndent + width(d.types.words(plain(t.Text), st)) + boxGap
	}
	return row, true
}

// row is the only line of a column, in a strip of that height.
func (c column) row(height float64) []mark {
	if len(c.lines) == 0 {
		return nil
	}
	return c.marks(0, height)
}

// Blank leaves lines to write on by hand, over the whole width, under what is asked. They stay together where one page
// can hold them.
func (d *Document) Blank(asked string, lines int) {
	label := beside(column{lines: d.text(asked, textStyle, d.page.measure(), d.root.add(KindParagraph))})
	room := make([]strip, lines)
	for i := range room {
		room[i] = strip{height: writing, marks: []mark{{shape: shapeRule, y: writing - 1, w: d.page.measure(), size: 0.5, colour: rule}}}
	}
	if len(label) > 0 && len(room) > 0 {
		bind(label, stuck)
		label[len(label)-1].glue = stuck
	}
	strips := append(label, room...)
	bind(strips, kept)
	d.add(d.aboveText()+2, strips...)
}

// Fill sets words in one row with a line to write on after each: "Fait à …, le …".
func (d *Document) Fill(labels ...string) {
	if len(labels) == 0 {
		return
	}
	each := (d.page.measure() - columnGap*float64(len(labels)-1)) / float64(len(labels))
	columns := make([]column, len(labels))
	for i, label := range labels {
		x := float64(i) * (each + columnGap)
		columns[i] = column{x: x, width: each, lines: d.text(label, textStyle, each*0.7, d.root.add(KindParagraph))}
	}
	row := fuse(beside(columns...))
	if low := writing - row.height; low > 0 { // words stand on the line that they open
		row.marks = shift(row.marks, 0, low)
		row.height += low
	}
	for i, c := range columns {
		from := columns[i].x + 4
		if n := len(c.lines); n > 0 {
			from += c.lines[n-1].line.width
		}
		row.over(mark{shape: shapeRule, x: from, y: row.height - 2, w: c.x + each - from, size: 0.5, colour: rule})
	}
	row.height += 2
	d.add(d.aboveText()+2, row)
}
