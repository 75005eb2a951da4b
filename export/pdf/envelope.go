package pdf

// Where the window of a French long envelope (DL, 110 × 220 mm) shows the sheet folded in three, however it slides:
// from the edges of the page, in millimetres (NF Z 11-001).
const (
	windowLeft = 105 * mm
	windowTop  = 50 * mm
	windowHigh = 26 * mm
)

// Address sets who receives a letter, a line each, where the window of an envelope shows it. It comes right after the
// letterhead: when that is taller than the window is high, the address stands below it.
func (d *Document) Address(lines ...string) {
	x := windowLeft/d.page.zoom - d.page.margin
	c := column{x: x, width: d.page.measure() - x}
	e := d.root.add(KindParagraph)
	for _, s := range lines {
		c.lines = append(c.lines, d.text(s, textStyle, c.width, e)...)
	}
	if len(c.lines) == 0 {
		return
	}
	for i := range c.lines[:len(c.lines)-1] {
		c.lines[i].ends = false
	}
	used := 0.0
	for _, s := range d.strips {
		used += s.before + s.height
	}
	block := d.whole(beside(c), d.room()/2)
	last := &block[len(block)-1]
	if len(block) == 1 {
		last.height = max(last.height, windowHigh/d.page.zoom)
	}
	block[0].firm = true
	d.add(max(aboveParagraph, windowTop/d.page.zoom-d.page.margin-used), block...)
}
