package pdf

// shape is the drawing a mark asks for.
type shape int

const (
	shapeText    shape = iota
	shapeRule          // a straight line from (x, y) to (x+w, y+h)
	shapeBox           // a filled rectangle
	shapeBand          // a filled rectangle with rounded corners
	shapeDot           // a filled disc of diameter w centred on (x, y)
	shapeRing          // the same, white inside
	shapeFrame         // the outline of a rectangle with rounded corners, white inside
	shapeIcon          // a pictogram in a square of side w
	shapePicture       // a picture that fills a rectangle
)

// mark is one thing drawn on a page, in points from the top left corner of its strip, then of its page.
type mark struct {
	shape      shape
	x, y, w, h float64 // text: y is the baseline and w the width
	size       float64 // text: points; lines: thickness
	colour     colour
	face       face
	text       string
	turned     bool     // text: it climbs, from (x, y)
	icon       string   // pictogram: its name
	picture    *plate   // of shapePicture
	elem       *Element // nil: decoration
	part       part
}

// part says more of a mark than its element does.
type part int

const (
	partPlain  part = iota // the text itself; of decoration, rules and tints
	partLabel              // what counts an item: its bullet, its number, its box to tick
	partFooter             // decoration at the foot of every page
	partHead               // decoration: a head that comes again
)

// strip is a slice of the page that is never cut.
type strip struct {
	height float64
	before float64 // empty space above, dropped at the top of a page
	firm   bool    // that space is never squeezed
	glue   glue    // to the strip that follows
	marks  []mark
	head   *strip // drawn again above this strip when it opens a page
	opens  bool   // begins a page
}

// glue says how much a strip wants to share its page with the next one.
type glue int

const (
	loose glue = iota
	kept       // wished: given up when the whole does not fit on one page
	stuck      // a heading and its text, the first or last two lines of a paragraph
)

// shift moves marks down and right.
func shift(marks []mark, dx, dy float64) []mark {
	moved := make([]mark, len(marks))
	for i, m := range marks {
		m.x += dx
		m.y += dy
		moved[i] = m
	}
	return moved
}

// zoomed makes marks larger.
func zoomed(marks []mark, by float64) []mark {
	larger := make([]mark, len(marks))
	for i, m := range marks {
		m.x, m.y, m.w, m.h, m.size = m.x*by, m.y*by, m.w*by, m.h*by, m.size*by
		larger[i] = m
	}
	return larger
}

// fuse makes one strip of several, so that they are never parted.
func fuse(strips []strip) strip {
	var whole strip
	for i, s := range strips {
		if i > 0 {
			whole.height += s.before
		}
		whole.marks = append(whole.marks, shift(s.marks, 0, whole.height)...)
		whole.height += s.height
	}
	if len(strips) > 0 {
		whole.before = strips[0].before
	}
	return whole
}

// bind glues strips to one another at least as strongly as g.
func bind(strips []strip, g glue) {
	for i := range max(0, len(strips)-1) {
		strips[i].glue = max(strips[i].glue, g)
	}
}

// under draws a fill below what the strip holds already.
func (s *strip) under(m mark) { s.marks = append([]mark{m}, s.marks...) }

// over draws on top of what the strip holds already.
func (s *strip) over(m ...mark) { s.marks = append(s.marks, m...) }

// ruled reports whether a strip ends with a rule over the whole width.
func (s strip) ruled(width float64) bool {
	for _, m := range s.marks {
		if m.shape == shapeRule && m.h == 0 && m.w > width-tolerance && m.y > s.height-1 && s.height > 0 {
			return true
		}
	}
	return false
}
