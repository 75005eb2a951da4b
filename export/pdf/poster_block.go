package pdf

// posterBlock is a block being set: the lines that its width and its height allow.
type posterBlock struct {
	lane
	x, y, w, h float64 // from the left of its column and the top of the grid
	title      []line
	lines      []line
	small      []line
	set        *posterSetter
	broken     bool // a word is wider than the block
	want       int  // lines it has to say
}

const bandShare = 1.5 // of the size of the title: the coloured band that holds the pictogram

// block wraps what a block says in its share of a column.
func (s *posterSetter) block(l lane, column float64) posterBlock {
	free := column - posterGap
	b := posterBlock{lane: l, set: s, y: s.axis.of(l.From) + 1}
	b.w = free/float64(l.of) - float64(min(l.of-1, 1))*3
	b.x = posterGap + free/float64(l.of)*float64(l.rank)
	b.h = max(s.axis.of(l.To)-s.axis.of(l.From)-2, 4)
	inner := b.inner()
	b.title = s.doc.types.paragraph(l.Title, s.style(1).strong(), inner)
	for _, text := range l.Small {
		b.small = append(b.small, s.doc.types.paragraph(text, s.style(ofSmall), inner)...)
	}
	b.say(l.Lines)
	if b.height() > b.h {
		b.say(s.pack(l.Lines, inner))
	}
	if b.Brief != "" && len(l.Lines) > 0 && (b.broken || b.height() > b.h) {
		b.say(s.pack(append([]string{b.Brief}, l.Lines[1:]...), inner))
	}
	b.want = len(b.title) + len(b.lines) + len(b.small)
	b.cut()
	return b
}

// say wraps the lines under the title.
func (b *posterBlock) say(texts []string) {
	s, inner := b.set, b.inner()
	b.lines, b.broken = nil, s.broken(b.Title, s.style(1).strong(), inner)
	for _, text := range texts {
		b.lines = append(b.lines, s.doc.types.paragraph(text, s.style(ofDetail), inner)...)
		b.broken = b.broken || s.broken(text, s.style(ofDetail), inner)
	}
}

func (b *posterBlock) band() float64  { return b.set.size * bandShare }
func (b *posterBlock) inner() float64 { return max(b.w-b.band()-2*posterPad, 10) }

// pack joins neighbours that fit on one line.
func (s *posterSetter) pack(texts []string, free float64) []string {
	var out []string
	for _, text := range texts {
		if n := len(out); n > 0 {
			joined := out[n-1] + " · " + text
			if width(s.doc.types.words(plain(joined), s.style(ofDetail))) <= free {
				out[n-1] = joined
				continue
			}
		}
		out = append(out, text)
	}
	return out
}

// height is what the lines take.
func (b *posterBlock) height() float64 {
	lead := func(n int, share float64) float64 { return float64(n) * b.set.style(share).size * posterLead }
	return lead(len(b.title), 1) + lead(len(b.lines), ofDetail) + lead(len(b.small), ofSmall) + 3
}

// cut leaves out the last lines that the block has no height for.
func (b *posterBlock) cut() {
	for b.height() > b.h {
		switch {
		case len(b.small) > 0:
			b.small = b.small[:len(b.small)-1]
		case len(b.lines) > 1:
			b.lines = b.lines[:len(b.lines)-1]
		case len(b.title) > 1:
			b.title = b.title[:len(b.title)-1]
		case len(b.lines) > 0:
			b.lines = nil
		default:
			return
		}
	}
}

// holds reports whether nothing was cut.
func (b *posterBlock) holds() bool {
	return !b.broken && b.want == len(b.title)+len(b.lines)+len(b.small) && b.height() <= b.h+tolerance
}

// marks draw the block from the left of its column and the top of the grid, as an item of the list of its column.
func (b *posterBlock) marks(left, top float64, list *Element) []mark {
	const radius = 5.0
	inks := b.Tone.inks()
	x, y := left+b.x, top+b.y
	var out []mark
	if b.Off {
		inks.edge, inks.ink = grey, grey
		out = append(out, mark{shape: shapeFrame, x: x, y: y, w: b.w, h: b.h, size: 1.2, colour: grey})
	} else {
		out = append(out,
			mark{shape: shapeBand, x: x, y: y, w: b.w, h: b.h, size: radius, colour: inks.edge},
			mark{shape: shapeBand, x: x + b.band(), y: y + 1.2, w: b.w - b.band() - 1.2, h: b.h - 2.4, size: radius - 1, colour: inks.tint})
	}
	icon, sign := b.band()*0.72, paper
	if b.Off {
		sign = grey
	}
	out = append(out, mark{shape: shapeIcon, icon: b.Icon, x: x + (b.band()-icon)/2, y: y + min(b.h-icon, b.band()*0.24), w: icon, colour: sign})
	e := list.add(KindItem)
	text, cursor := x+b.band()+posterPad, y+max(0, min(posterPad, (b.h-b.height())/2))
	write := func(lines []line, st style, strike bool) {
		st.colour = inks.ink
		for _, l := range open(lines) {
			base := cursor + st.size*0.95
			out = append(out, l.marks(text, base, st, e)...)
			if strike {
				out = append(out, mark{shape: shapeRule, x: text, y: base - st.size*0.3, w: l.width, size: 1.5, colour: inks.ink})
			}
			cursor += st.size * posterLead
		}
	}
	write(b.title, b.set.style(1).strong(), b.Off)
	write(b.lines, b.set.style(ofDetail), false)
	write(b.small, b.set.style(ofSmall), false)
	return out
}

// grid draws the hours, the columns of one page and their blocks.
func (s *posterSetter) grid(page *strip, columns []PosterColumn) {
	top, gutter := s.titleHeight()+s.headHeight(), s.gutter()
	each := s.columnWidth(max(len(columns), min(s.perPage, 2)))
	right := gutter + each*float64(len(columns))
	s.breaks(page, top, right)
	s.hours(page, top, right)
	for i, c := range columns {
		left := gutter + each*float64(i)
		page.over(mark{shape: shapeRule, x: left + posterGap/2, y: s.titleHeight(), h: top - s.titleHeight() + s.gridHeight(), size: 0.8, colour: rule})
		s.columnHead(page, c, left+posterGap, each-posterGap)
		list := s.doc.root.add(KindList)
		for _, l := range lanes(c.Blocks) {
			b := s.block(l, each)
			page.over(b.marks(left, top, list)...)
		}
	}
}

func (s *posterSetter) columnHead(page *strip, c PosterColumn, x, free float64) {
	e := s.doc.root.add(KindHeading)
	e.Level = 2
	y := s.titleHeight()
	for _, part := range []struct {
		text string
		st   style
	}{{c.Title, s.style(1).strong()}, {c.Sub, s.style(0.72)}} {
		for _, l := range open(s.doc.types.paragraph(part.text, part.st, free)) {
			page.over(l.marks(x, y+part.st.size*0.95, part.st, e)...)
			break
		}
		y += part.st.size * posterLead
	}
}

func (s *posterSetter) breaks(page *strip, top, right float64) {
	st := s.style(ofDetail)
	st.colour = grey
	for _, b := range s.Breaks {
		y, h := s.axis.of(b.From), s.axis.of(b.To)-s.axis.of(b.From)
		if h <= 1 {
			continue
		}
		page.over(mark{shape: shapeBox, x: s.gutter() + posterGap/2, y: top + y, w: right - s.gutter() - posterGap/2, h: h, colour: shade})
		for _, l := range s.doc.types.paragraph(b.Label, st, right-s.gutter()) {
			page.over(l.marks(s.gutter()+posterGap+posterPad, top+y+st.baseline(h), st, s.doc.root.add(KindNote))...)
			break
		}
	}
}

// hours writes the whole hours that have room for their name.
func (s *posterSetter) hours(page *strip, top, right float64) {
	st, free := s.hourStyle(), -1000.0
	for _, minute := range s.axis.hours() {
		y := s.axis.of(minute)
		if y-free < st.size*1.1 || s.resting(minute) {
			continue
		}
		free = y
		page.over(mark{shape: shapeRule, x: s.gutter() - 4, y: top + y, w: right - s.gutter() + 4, size: 0.6, colour: rule})
		for _, l := range s.doc.types.paragraph(s.Hour(minute), st, s.gutter()) {
			page.over(l.marks(s.gutter()-8-l.width, top+y+st.size*0.34, st, nil)...)
			break
		}
	}
}

// resting reports whether a minute is inside a break.
func (s *posterSetter) resting(minute int) bool {
	for _, b := range s.Breaks {
		if b.From < minute && minute < b.To && s.axis.of(b.To) > s.axis.of(b.From)+1 {
			return true
		}
	}
	return false
}
