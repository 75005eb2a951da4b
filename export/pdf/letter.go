package pdf

// Title names the document; subtitle may be empty.
func (d *Document) Title(title, subtitle string) {
	e := d.root.add(KindTitle)
	e.Level = 1
	strips := beside(column{lines: d.text(title, titleStyle, d.page.measure(), e)})
	if subtitle != "" {
		lines := d.text(subtitle, subStyle, d.page.measure(), d.root.add(KindParagraph))
		strips = append(strips, beside(column{lines: lines})...)
	}
	if n := len(strips); n > 0 {
		strips[n-1].height += 6
	}
	bind(strips, stuck)
	d.add(24, strips...)
}

// Fact is a label and its value: "Née le", "12 mars 2018".
type Fact struct{ Label, Value string }

// Facts sets a band between two rules: each fact as wide as its words, on several rows when they do not fit.
// Facts without value are left out.
func (d *Document) Facts(facts []Fact) {
	var row []column
	var strips []strip
	x := 0.0
	endRow := func() {
		strips = append(strips, d.factRow(row, len(strips) > 0)...)
		row, x = nil, 0
	}
	for _, fact := range facts {
		if clean(fact.Value) == "" {
			continue
		}
		c := d.fact(fact)
		if x > 0 && x+c.width > d.page.measure()+tolerance {
			endRow()
		}
		c.x = x
		row = append(row, c)
		x += c.width + columnGap
	}
	if len(row) == 0 {
		return
	}
	endRow()
	line := mark{shape: shapeRule, w: d.page.measure(), size: 0.7, colour: rule}
	top, foot := strip{height: 7, glue: stuck, marks: []mark{line}}, strip{height: 8, marks: shift([]mark{line}, 0, 8)}
	strips[len(strips)-1].glue = stuck
	d.add(7, append(append([]strip{top}, strips...), foot)...)
	d.band = len(d.strips)
}

func (d *Document) fact(f Fact) column {
	label, value := d.types.words(plain(f.Label), labelStyle), d.types.words(plain(f.Value), smallStyle.strong())
	c := column{width: min(d.page.measure(), max(width(label), width(value)))}
	e := d.root.add(KindParagraph)
	c.lines = append(sets(open(d.types.wrap(label, c.width)), labelStyle, e),
		sets(d.types.wrap(value, c.width), smallStyle.strong(), e)...)
	return c
}

// open leaves lines unfinished, so that a space parts them from the text that follows in the same element.
func open(lines []line) []line {
	for i := range lines {
		lines[i].ends = false
	}
	return lines
}

func (d *Document) factRow(row []column, second bool) []strip {
	strips := d.whole(beside(row...), d.room()/2)
	if second {
		strips[0].before = 4
	}
	return strips
}

// whole fuses strips unless they are taller than limit: better a row cut between two lines than one that no
// page can hold.
func (d *Document) whole(strips []strip, limit float64) []strip {
	one := fuse(strips)
	if one.height > limit {
		return strips
	}
	return []strip{one}
}

// Callout sets a text on a honey band: something is missing or must not be missed.
func (d *Document) Callout(text string) {
	const inset, pad = 6.0, 4.0
	e := d.root.add(KindParagraph)
	lines := d.text(text, honeyStyle, d.page.measure()-2*inset, e)
	strips := d.whole(beside(column{x: inset, lines: lines}), d.room()/2)
	for i := range strips {
		s := &strips[i]
		if len(strips) == 1 {
			s.marks = shift(s.marks, 0, pad)
			s.height += 2 * pad
		}
		s.under(mark{shape: shapeBand, w: d.page.measure(), h: s.height, size: 3, colour: honey})
	}
	d.add(d.aboveText()+2, strips...)
}

// Signatures leaves a place to sign above a line for each label, two or three a row, on the page of what comes before:
// nobody is asked to sign a page that says nothing.
func (d *Document) Signatures(labels ...string) {
	perRow := 3
	if len(labels) < 3 {
		perRow = 2
	}
	each := (d.page.measure() - columnGap*float64(perRow-1)) / float64(perRow)
	var strips []strip
	for i := 0; i < len(labels); i += perRow {
		var row []column
		var lines []mark
		for j, label := range labels[i:min(i+perRow, len(labels))] {
			x := float64(j) * (each + columnGap)
			e := d.root.add(KindSignature)
			row = append(row, column{x: x, width: each, lines: d.text(label, subStyle, each, e)})
			lines = append(lines, mark{shape: shapeRule, x: x, y: 16 * mm, w: each, size: 0.8, colour: ink})
		}
		room := strip{height: 16*mm + 3, marks: lines}
		strips = append(strips, d.whole(append([]strip{room}, beside(row...)...), d.room()/2)...)
	}
	for i := len(d.strips) - 1; i >= 0 && len(strips) > 0; i-- {
		d.strips[i].glue = max(d.strips[i].glue, kept)
		if d.strips[i].height > 0 { // an empty gap in between is kept too
			break
		}
	}
	bind(strips, kept)
	d.add(6, strips...)
	d.signed = append(d.signed, len(d.strips)-1)
}

// accompany has the last text before each place to sign on the page of the signatures, their heading and notes not counted.
func (d *Document) accompany() {
	for _, at := range d.signed {
		from := at
		for from > 0 && !d.strips[from].opens && d.strips[from-1].glue != loose {
			from--
		}
		for i := from - 1; i >= 0 && !d.strips[i+1].opens; i-- {
			d.strips[i].glue = kept
			if i == 0 || d.strips[i].height > 0 && d.strips[i-1].glue == loose {
				break
			}
		}
	}
}
