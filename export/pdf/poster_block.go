package pdf

import (
	"slices"
	"strings"
)

// posterBlock is a block being set: the lines that its width and its height allow.
type posterBlock struct {
	lane
	x, y, w, h float64 // from the left of its column and the top of the grid
	title      []line
	lines      []line
	small      []line
	set        *posterSetter
	broken     bool // a word is wider than the block
	short      bool // something was left out
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
	b.cut(l)
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

// cut leaves out the last lines that the block has no height for: where it stops it says "…".
func (b *posterBlock) cut(l lane) {
	b.short = b.broken
	titles, lines, small := len(b.title), len(b.lines), len(b.small)
	for high := b.height(); high > b.h; high = b.height() {
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
			high = 0
		}
		if high == 0 {
			break
		}
	}
	said := b.set.doc.types
	if len(b.title) < titles {
		b.short = true
		b.title, _ = said.shortened(l.Title, b.set.style(1).strong(), b.inner(), len(b.title))
	}
	if n := len(b.lines); n < lines {
		b.short = true
		b.lines, _ = said.shortened(strings.Join(l.Lines, " · "), b.set.style(ofDetail), b.inner(), n)
	}
	if n := len(b.small); n < small {
		b.short = true
		b.small, _ = said.shortened(strings.Join(l.Small, " "), b.set.style(ofSmall), b.inner(), n)
	}
}

// holds reports whether nothing was cut.
func (b *posterBlock) holds() bool { return !b.short && b.height() <= b.h+tolerance }

// whole is all the block has to say, for the list under the poster.
func (l lane) whole(column string) string {
	var said []string
	for _, text := range append(append([]string{column, l.Title}, l.Lines...), l.Small...) {
		if clean(text) != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, ", ")
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
	for _, b := range s.Breaks {
		if y, h := s.axis.of(b.From), s.axis.of(b.To)-s.axis.of(b.From); h > 1 {
			page.over(mark{shape: shapeBox, x: gutter + posterGap/2, y: top + y, w: right - gutter - posterGap/2, h: h, colour: shade})
		}
	}
	s.hours(page, top, right)
	for i, c := range columns {
		left := gutter + each*float64(i)
		page.over(mark{shape: shapeRule, x: left + posterGap/2, y: s.titleHeight(), h: top - s.titleHeight() + s.gridHeight(), size: 0.8, colour: rule})
		s.columnHead(page, c, left+posterGap, each-posterGap)
		s.column(page, c, frame{left, top, each})
	}
}

// frame is where a column stands and how wide it is.
type frame struct{ left, top, wide float64 }

// column draws the blocks of a place and its breaks, by hour.
func (s *posterSetter) column(page *strip, c PosterColumn, at frame) {
	list, rests := s.doc.root.add(KindList), s.rests(c)
	for _, l := range lanes(c.Blocks) {
		for len(rests) > 0 && rests[0].From < l.From {
			s.rest(page, rests[0], at, list)
			rests = rests[1:]
		}
		b := s.block(l, at.wide)
		page.over(b.marks(at.left, at.top, list)...)
		if b.short {
			s.told = append(s.told, l.whole(c.Title))
		}
	}
	for _, b := range rests {
		s.rest(page, b, at, list)
	}
}

// rests are the breaks of a column during which it has no block.
func (s *posterSetter) rests(c PosterColumn) []PosterBreak {
	return slices.DeleteFunc(slices.Clone(s.Breaks), func(b PosterBreak) bool {
		return s.axis.of(b.To)-s.axis.of(b.From) <= 1 ||
			slices.ContainsFunc(c.Blocks, func(x PosterBlock) bool { return x.From < b.To && b.From < x.To })
	})
}

// rest names a break in a column, in full or in brief.
func (s *posterSetter) rest(page *strip, b PosterBreak, at frame, list *Element) {
	st := s.style(ofDetail)
	st.colour = grey
	y, h := s.axis.of(b.From), s.axis.of(b.To)-s.axis.of(b.From)
	for _, text := range []string{b.Label, b.Brief} {
		lines := s.doc.types.oneLine(text, st)
		if len(lines) == 1 && lines[0].width <= at.wide-posterGap-posterPad {
			page.over(open(lines)[0].marks(at.left+posterGap+posterPad, at.top+y+st.baseline(h), st, list.add(KindItem))...)
			return
		}
	}
}

// columnHead names a place, and what stands under it.
func (s *posterSetter) columnHead(page *strip, c PosterColumn, x, free float64) {
	e := s.doc.root.add(KindHeading)
	e.Level = 2
	y := s.titleHeight()
	short := false
	for _, part := range []struct {
		text string
		st   style
	}{{c.Title, s.style(1).strong()}, {c.Sub, s.style(0.72)}} {
		lines, cut := s.doc.types.shortened(part.text, part.st, free, 1)
		for _, l := range open(lines) {
			page.over(l.marks(x, y+part.st.size*0.95, part.st, e)...)
		}
		short = short || cut
		y += part.st.size * posterLead
	}
	if short {
		s.told = append(s.told, lane{PosterBlock: PosterBlock{Title: c.Sub}}.whole(c.Title))
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
