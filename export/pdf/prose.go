package pdf

const (
	aboveHeading   = 13.0
	belowHeading   = 2.0
	aboveParagraph = 4.0
	belowRule      = 7.0
	columnGap      = 6 * mm
	bulletIndent   = 12.0
	quoteIndent    = 10.0
	bullet         = "•"
)

// column is a stack of lines at x; columns set side by side share the heights of their lines.
type column struct {
	x, width float64
	right    bool // aligned on its right edge
	centred  bool
	lines    []set
}

// set is a line with its style and owner.
type set struct {
	line
	style style
	elem  *Element
	part  part
}

func sets(lines []line, st style, elem *Element) []set {
	list := make([]set, len(lines))
	for i, l := range lines {
		list[i] = set{line: l, style: st, elem: elem}
	}
	return list
}

// labels are lines that count an item.
func labels(lines []set) []set {
	for i := range lines {
		lines[i].part = partLabel
	}
	return lines
}

// beside makes one strip a rank: the first lines of all columns, the second lines …
func beside(columns ...column) []strip {
	ranks := 0
	for _, c := range columns {
		ranks = max(ranks, len(c.lines))
	}
	strips := make([]strip, ranks)
	for i := range strips {
		for _, c := range columns {
			if i < len(c.lines) {
				strips[i].height = max(strips[i].height, c.lines[i].style.leading())
			}
		}
		for _, c := range columns {
			if i < len(c.lines) {
				strips[i].over(c.marks(i, strips[i].height)...)
			}
		}
	}
	return strips
}

func (c column) marks(i int, height float64) []mark {
	l, x := c.lines[i], c.x
	switch {
	case c.right:
		x += c.width - l.width
	case c.centred:
		x += (c.width - l.width) / 2
	}
	marks := l.line.marks(x, l.style.baseline(height), l.style, l.elem)
	for i := range marks {
		marks[i].part = l.part
	}
	return marks
}

// text adds a column's worth of wrapped text.
func (d *Document) text(s string, st style, width float64, elem *Element) []set {
	return sets(d.types.paragraph(s, st, width), d.types.fit(st), elem)
}

// add ends the document with strips, before points under what stands.
func (d *Document) add(before float64, strips ...strip) {
	if len(strips) > 0 {
		strips[0].before = max(strips[0].before, before)
		d.strips = append(d.strips, strips...)
	}
}

// flow glues the lines of a paragraph so that no page begins or ends with a single one.
func flow(strips []strip) []strip {
	if n := len(strips); n > 1 {
		strips[0].glue, strips[n-2].glue = stuck, stuck
	}
	return strips
}

// Heading opens a part of the document. It never stands at the foot of a page without its text.
func (d *Document) Heading(text string) { d.heading(text, headingStyle, 2) }

// Subheading opens a part inside a part.
func (d *Document) Subheading(text string) { d.heading(text, smallStyle.strong(), 3) }

func (d *Document) heading(text string, st style, level int) {
	e := d.root.add(KindHeading)
	e.Level = level
	strips := beside(column{width: d.page.measure(), lines: d.text(text, st, d.page.measure(), e)})
	if len(strips) == 0 {
		return
	}
	bind(strips, stuck)
	strips[len(strips)-1].glue = stuck
	strips[len(strips)-1].height += belowHeading
	d.add(d.aboveTitle(), strips...)
}

// Paragraph sets a text over the whole width, over as many pages as it needs. Line ends in it are kept.
func (d *Document) Paragraph(text string) {
	d.prose(text, textStyle, d.root.add(KindParagraph))
}

// Note sets small grey text: sources, a remark about the figures above. Under a table it is a legend, never parted from
// the last row; under a heading it belongs to it.
func (d *Document) Note(text string) {
	from := len(d.strips)
	under := from > 0 && d.strips[from-1].glue == stuck
	if from > 0 && d.strips[from-1].ruled(d.page.measure()) {
		d.strips[from-1].glue = max(d.strips[from-1].glue, kept)
	}
	d.prose(text, labelStyle, d.root.add(KindNote))
	const short = 3 // lines
	if n := len(d.strips); under && n > from && n-from <= short {
		bind(d.strips[from:], stuck)
		d.strips[n-1].glue = kept
	}
}

func (d *Document) prose(text string, st style, e *Element) {
	lines := d.text(text, st, d.page.measure(), e)
	d.add(d.aboveText(), flow(beside(column{lines: lines}))...)
}

// Spans sets a paragraph of which some words are bold.
func (d *Document) Spans(spans ...Span) {
	e := d.root.add(KindParagraph)
	lines := d.types.wrap(d.types.words(spans, textStyle), d.page.measure())
	d.add(d.aboveText(), flow(beside(column{lines: sets(lines, textStyle, e)}))...)
}

// aboveText is the space above a text: none under its heading, more under a rule.
func (d *Document) aboveText() float64 {
	n := len(d.strips)
	switch {
	case n > 0 && d.strips[n-1].glue == stuck:
		return 0
	case n > 0 && d.strips[n-1].ruled(d.page.measure()):
		return belowRule
	}
	return aboveParagraph
}

// List sets items with a bullet each.
func (d *Document) List(items []string) {
	list := d.root.add(KindList)
	for _, item := range items {
		if clean(item) == "" {
			continue
		}
		before := 1.5
		if len(list.kids) == 0 {
			before = d.aboveText()
		}
		e := list.add(KindItem)
		sign := column{x: 1, lines: labels(d.text(bullet, textStyle, bulletIndent, e))}
		lines := d.text(item, textStyle, d.page.measure()-bulletIndent, e)
		d.add(before, flow(beside(sign, column{x: bulletIndent, lines: lines}))...)
	}
}

// Quote sets somebody's own words beside a thin line, with who said them below when who is not empty.
func (d *Document) Quote(text, who string) {
	e := d.root.add(KindQuote)
	width := d.page.measure() - quoteIndent
	lines := d.text(text, textStyle, width, e)
	if who != "" {
		lines = append(lines, d.text(who, labelStyle, width, d.root.add(KindNote))...)
	}
	strips := flow(beside(column{x: quoteIndent, lines: lines}))
	for i := range strips {
		strips[i].under(mark{shape: shapeRule, x: 2, h: strips[i].height, size: 1.5, colour: track})
	}
	d.add(d.aboveText()+2, strips...)
}

// Block is one column of Columns.
type Block struct{ Title, Body string }

// Columns sets two or three short texts side by side, each under its title. Long ones go on over the next
// page side by side.
func (d *Document) Columns(blocks ...Block) {
	n := float64(len(blocks))
	each := (d.page.measure() - columnGap*(n-1)) / n
	titles, bodies := make([]column, len(blocks)), make([]column, len(blocks))
	for i, b := range blocks {
		x := float64(i) * (each + columnGap)
		head := d.root.add(KindHeading)
		head.Level = 2
		titles[i] = column{x: x, width: each, lines: d.text(b.Title, headingStyle, each, head)}
		bodies[i] = column{x: x, width: each, lines: d.text(b.Body, textStyle, each, d.root.add(KindParagraph))}
	}
	above := beside(titles...)
	if len(above) > 0 {
		bind(above, stuck)
		above[len(above)-1].glue = stuck
		above[len(above)-1].height += belowHeading
	}
	below := beside(bodies...)
	for _, b := range bodies { // no column begins or ends a page with a single line
		flow(below[:len(b.lines)])
	}
	d.add(d.aboveTitle(), append(above, below...)...)
}

// aboveTitle is the space above a heading: little when it stands right under another.
func (d *Document) aboveTitle() float64 {
	if d.aboveText() == 0 {
		return aboveParagraph
	}
	return aboveHeading
}

// Gap leaves an empty space, in millimetres. It vanishes at the top of a page.
func (d *Document) Gap(millimetres float64) {
	d.add(millimetres*mm, strip{})
}

// NewPage has what follows begin a page.
func (d *Document) NewPage() { d.add(0, strip{opens: true}) }

// KeepTogether keeps all that write adds on one page, when one page can hold it.
func (d *Document) KeepTogether(write func()) {
	from := len(d.strips)
	write()
	bind(d.strips[from:], kept)
}
