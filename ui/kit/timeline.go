package kit

import (
	"cmp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// Lane is one line of a timeline: a room, a person.
type Lane struct{ Title, Sub string }

// TimeBlock is something that takes place in a lane. Start is in minutes since midnight.
type TimeBlock struct {
	Lane, Start, Minutes int
	Title, Detail, Icon  string
	Trail                string // at the right of the detail: « 6/7 »
	Tone                 look.ToneName
	Alert                bool // a red border and a warning sign
	Tip                  string
}

func (b TimeBlock) end() int { return b.Start + b.Minutes }

// TimelineParts is what a timeline shows. From and To are in minutes since midnight.
type TimelineParts struct {
	From, To int
	Lanes    []Lane
	Blocks   []TimeBlock
	OnOpen   func(i int) // a block was clicked, or Enter
}

// Timeline is a day: hours from left to right, lanes below one another, and the blocks in them. Blocks of a lane that
// overlap stand below one another. It is one stop for Tab; arrows go from block to block, Enter opens.
type Timeline struct {
	Press
	parts TimelineParts
	order []int // blocks from lane to lane, by start
	sub   []int // by block, its line inside the lane
	lines []int // by lane, how many lines it needs
	at    int   // place in order of the block the keyboard is on
	over  int   // the block under the mouse; -1 = none
}

// Sizes of a timeline.
const (
	laneName           = 112
	hoursHeight        = 20
	laneTall, laneLow  = 52, 44
	blockLeast         = 20
	blockIconFromWidth = 84 // narrower blocks drop their icon
)

// NewTimeline makes a timeline.
func NewTimeline(p TimelineParts) *Timeline {
	t := &Timeline{over: -1}
	t.Name, t.Measure, t.Paint, t.OnKey = "journée", t.measure, t.paint, t.key
	t.OnTapped = func() {}
	t.arrange(p)
	t.Extend(t)
	return t
}

// Set replaces what the timeline shows.
func (t *Timeline) Set(p TimelineParts) {
	t.arrange(p)
	t.over = -1
	t.Refresh()
}

// arrange puts the blocks in order and gives each the first free line of its lane.
func (t *Timeline) arrange(p TimelineParts) {
	t.parts = p
	t.order, t.sub, t.lines = t.order[:0], make([]int, len(p.Blocks)), make([]int, len(p.Lanes))
	for i, b := range p.Blocks {
		if b.Lane >= 0 && b.Lane < len(p.Lanes) {
			t.order = append(t.order, i)
		}
	}
	slices.SortStableFunc(t.order, func(a, b int) int {
		x, y := p.Blocks[a], p.Blocks[b]
		return cmp.Or(cmp.Compare(x.Lane, y.Lane), cmp.Compare(x.Start, y.Start))
	})
	ends, lane := []int(nil), -1
	for _, i := range t.order {
		b := p.Blocks[i]
		if b.Lane != lane {
			ends, lane = nil, b.Lane
		}
		line := slices.IndexFunc(ends, func(end int) bool { return end <= b.Start })
		if line < 0 {
			line, ends = len(ends), append(ends, 0)
		}
		ends[line] = b.end()
		t.sub[i] = line
		t.lines[b.Lane] = len(ends)
	}
	for i := range t.lines {
		t.lines[i] = max(1, t.lines[i])
	}
	t.at = max(0, min(t.at, len(t.order)-1))
}

func (t *Timeline) allLines() (n int) {
	for _, l := range t.lines {
		n += l
	}
	return n
}

func (t *Timeline) measure() fyne.Size {
	hours := float32(t.parts.To-t.parts.From) / 60
	return fyne.NewSize(laneName+hours*40, hoursHeight+float32(t.allLines())*laneLow)
}

// Wanted is the height at which the lanes are tall.
func (t *Timeline) Wanted() float32 { return hoursHeight + float32(t.allLines())*laneTall }

func (t *Timeline) lineHeight() float32 {
	if t.Size().Height < t.Wanted()-1 { // heights come rounded to pixels
		return laneLow
	}
	return laneTall
}

// minute is the width of one minute; whole hours fall on whole units.
func (t *Timeline) minute() float32 {
	hours := max(1, float32(t.parts.To-t.parts.From)/60)
	return float32(int((t.Size().Width-laneName-1)/hours)) / 60
}

func (t *Timeline) x(minutes int) float32 {
	return laneName + float32(iround(float32(minutes-t.parts.From)*t.minute()))
}

func (t *Timeline) laneY(lane int) float32 {
	n := 0
	for _, l := range t.lines[:lane] {
		n += l
	}
	return hoursHeight + float32(n)*t.lineHeight()
}

// block is where block i lies; what is before From or after To is cut.
func (t *Timeline) block(i int) Area {
	b, h := t.parts.Blocks[i], t.lineHeight()
	from := t.x(max(b.Start, t.parts.From)) + 2
	to := t.x(min(b.end(), t.parts.To)) - 1
	return At(from, t.laneY(b.Lane)+float32(t.sub[i])*h+5, max(blockLeast, to-from), h-9)
}

func (t *Timeline) paint(s *Scene, size fyne.Size) {
	p := look.P()
	end := t.x(t.parts.To)
	for i, l := range t.parts.Lanes {
		y := t.laneY(i)
		s.Rect(At(0, y, end+1, 1), p.Line, 0)
		top := y + (t.lineHeight()-32)/2
		s.Text(At(0, top, laneName-8, 17), l.Title, look.DetailBold)
		s.Text(At(0, top+17, laneName-8, 15), l.Sub, look.Caption)
	}
	bottom := hoursHeight + float32(t.allLines())*t.lineHeight()
	for m := (t.parts.From + 59) / 60 * 60; m <= t.parts.To; m += 60 {
		x := t.x(m)
		s.Rect(At(x, hoursHeight, 1, bottom-hoursHeight), p.Line, 0)
		hour := strconv.Itoa(m/60) + "\u00a0h"
		if m+60 > t.parts.To && x+Width(hour, look.Caption) > size.Width {
			x -= Ceil(Width(hour, look.Caption))
		}
		s.Text(At(x, 0, 0, 16), hour, look.Caption)
	}
	for place, i := range t.order {
		a := t.block(i)
		if t.focused && place == t.at {
			s.Ring(a, look.RadiusField)
		}
		t.paintBlock(s, a, i)
	}
}

func (t *Timeline) paintBlock(s *Scene, a Area, i int) {
	b := t.parts.Blocks[i]
	tone := look.P().Tone(b.Tone)
	edge := Edge{1, tone.Edge}
	switch {
	case b.Alert:
		edge = Edge{2, look.P().Danger}
	case i == t.over:
		edge = Edge{1, tone.Ink}
	}
	s.Block(a, edge, b.Tone)
	in := At(a.X+8, a.Y, a.W-14, a.H)
	if in.W < 8 {
		return
	}
	top := a.Y + (a.H-34)/2
	first := At(in.X, top, in.W, 17)
	if b.Alert && in.W > 40 {
		s.Icon(first.Right(look.IconSmall), "triangle-alert", look.P().Danger)
		first.W -= look.IconSmall + 2
	}
	title := look.DetailBold.With(tone.Ink)
	if Width(b.Title, title) > first.W {
		title = look.CaptionBold.With(tone.Ink)
	}
	s.Text(first, b.Title, title)
	second := At(in.X, top+17, in.W, 17)
	if b.Icon != "" && a.W >= blockIconFromWidth {
		s.Icon(second.Left(look.IconSmall), b.Icon, tone.Ink)
		second = second.After(look.IconSmall + 4)
	}
	if b.Trail != "" && second.W > 44 {
		second.W -= s.TextR(second, b.Trail, look.CaptionBold.With(tone.Ink)) + 4
	}
	s.Text(second, b.Detail, look.Caption.With(tone.Ink))
}
