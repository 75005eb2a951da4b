package kit

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

func (g *PlanGrid) paintBack(s *Scene, size fyne.Size) {
	p := look.P()
	s.Panel(At(0, 0, size.Width, size.Height))
	s.Rect(At(1, planHead, size.Width-2, 1), p.Line, 0)
	s.Rect(At(planHours, 1, 1, planHead), p.Line, 0)
}

func (g *PlanGrid) paintHead(s *Scene, size fyne.Size) {
	for k, c := range g.parts.Columns {
		x, w := g.x(k), g.x(k+1)-g.x(k)
		if x > size.Width || x+w < 0 {
			continue
		}
		if k > 0 {
			s.Rect(At(x-1, 0, 1, planHead-1), look.P().Line, 0)
		}
		s.Text(At(x+8, 5, w-14, 17), c.Title, look.DetailBold)
		s.Text(At(x+8, 22, w-14, 16), c.Sub, look.Caption)
	}
}

func (g *PlanGrid) paintHours(s *Scene, size fyne.Size) {
	for m := (g.parts.From + 59) / 60 * 60; m <= g.parts.To; m += 60 {
		y := g.y(m) - 8
		switch {
		case m == g.parts.From:
			y += 6
		case m == g.parts.To:
			y -= 8
		}
		if y > -16 && y < size.Height {
			s.TextR(At(0, y, planHours-8, 16), hourWords(m), look.Caption)
		}
	}
}

// hourWords is « 14 h 15 ».
func hourWords(minutes int) string {
	if m := minutes % 60; m != 0 {
		return fmt.Sprintf("%d\u00a0h\u00a0%02d", minutes/60, m)
	}
	return strconv.Itoa(minutes/60) + "\u00a0h"
}

func (g *PlanGrid) paintBody(s *Scene, size fyne.Size) {
	p := look.P()
	width := min(size.Width, g.whole().Width)
	for _, b := range g.parts.Breaks {
		a := At(0, g.y(b.From), width, g.y(b.To)-g.y(b.From))
		s.Rect(a, p.Sunken, 0)
		s.Text(At(12, a.Y+5, width-24, 16), b.Name, look.Caption.As(look.Ink3))
	}
	for k, c := range g.parts.Columns {
		for _, off := range c.Off {
			from, to := g.y(max(off.From, g.parts.From)), g.y(min(off.To, g.parts.To))
			if to > from {
				g.paintOff(s, At(g.x(k), from, g.x(k+1)-g.x(k)-1, to-from), off.Name)
			}
		}
	}
	for m := g.parts.From/60*60 + 60; m < g.parts.To; m += 60 {
		s.Rect(At(0, g.y(m), width, 1), p.Line, 0)
	}
	for k := 1; k < len(g.parts.Columns); k++ {
		s.Rect(At(g.x(k)-1, 0, 1, size.Height), p.Line, 0)
	}
	if g.held.block < 0 {
		g.paintBridges(s, false)
	}
	for _, i := range g.order {
		if a := g.block(i); a.Bottom() > -8 && a.Y < size.Height+8 && a.End() > 0 && a.X < size.Width {
			g.paintPlaced(s, a, i)
		}
	}
	if g.held.block < 0 {
		g.paintBridges(s, true)
		return
	}
	g.paintHeld(s, size)
}

// paintOff shows hours that cannot be used: sunken, with a word when there is room.
func (g *PlanGrid) paintOff(s *Scene, a Area, name string) {
	s.Rect(a, look.P().Sunken, 0)
	if a.H >= 24 {
		s.Text(At(a.X+8, a.Y+5, a.W-12, 16), name, look.Caption.As(look.Ink3))
	}
}

func (g *PlanGrid) paintPlaced(s *Scene, a Area, i int) {
	p, b := look.P(), g.parts.Blocks[i]
	if i == g.held.block {
		s.Box(a, Edge{1, p.LineStrong}, p.Sunken, look.RadiusField)
		return
	}
	tone := p.Tone(b.Tone)
	edge := Edge{1, tone.Edge}
	if b.Faded {
		tone, edge = look.Tone{Edge: p.LineStrong, Tint: p.Card, Ink: p.Ink2}, Edge{1, p.Line}
	}
	if i == g.over {
		edge.Colour = p.Ink
	}
	switch {
	case i == g.guest && b.Target == "":
		edge = Edge{2, p.Danger}
	case b.Proposed:
		edge = Edge{2, p.Ink}
	case b.Target != "":
		edge = Edge{2, p.Primary}
	case b.Alert:
		edge = Edge{2, p.Danger}
	}
	if i == g.guest && b.Target != "" {
		edge.Width = 3
	}
	s.Edged(a, edge, tone, look.RadiusField)
	if g.focused && i == g.at {
		s.Ring(a, look.RadiusField)
	}
	if b.Alert && b.Target != "" {
		b.Alert = i != g.guest // the sign gives way to the words under the mouse
	}
	paintBlockWords(s, a, b, tone)
}

// paintBlockWords writes the lines of a block that its height has room for.
func paintBlockWords(s *Scene, a Area, b PlanBlock, tone look.Tone) {
	p := look.P()
	in := At(a.X+10, a.Y+4, a.W-18, a.H)
	first := At(in.X, in.Y, in.W, 17)
	if a.H < planTwo {
		first.Y = a.Y + (a.H-17)/2
	}
	if b.Alert && in.W > 40 {
		s.Icon(first.Right(look.IconMid-1), "triangle-alert", p.Danger)
		first.W -= look.IconMid + 3
	}
	if b.Locked && in.W > 60 {
		s.Icon(first.Right(look.IconSmall-1), "lock", tone.Ink)
		first.W -= look.IconSmall + 3
	}
	if b.Target != "" && a.H < planThree && in.W > 60 {
		paintPlus(s, first.Right(18).Middle(18, 16))
		first.W -= 22
	}
	if b.Icon != "" && a.W >= planNarrow {
		s.Icon(first.Left(look.IconMid-1), b.Icon, tone.Ink)
		first = first.After(19)
	}
	title := look.DetailBold.With(tone.Ink)
	if Width(b.Title, title) > first.W {
		title = look.CaptionBold.With(tone.Ink)
	}
	second, third := At(in.X, in.Y+17, in.W, 15), At(in.X, in.Y+32, in.W, 15)
	switch {
	case a.H >= planThree:
		second = paintTarget(s, second, b.Target)
		third = paintTrail(s, third, b, trailRoom{tone, a.H >= planPipsFrom})
	case a.H >= planTwo:
		second = paintTrail(s, second, b, trailRoom{tone, false})
	default:
		first = paintTrail(s, first, b, trailRoom{tone, false})
	}
	s.Text(first, b.Title, title)
	words := look.Caption.With(tone.Ink)
	if a.H >= planTwo && second.W > 8 {
		s.Text(second, b.Detail, words)
	}
	if a.H >= planThree && third.W > 8 {
		s.Text(third, b.Person, words)
	}
}

// paintTarget puts the words of a target at the right of a line, and answers what is left of it.
func paintTarget(s *Scene, line Area, words string) Area {
	if words == "" {
		return line
	}
	w := Ceil(Width(words, look.CaptionBold)) + 12
	if w > line.W {
		paintPlus(s, line.Right(18).Middle(18, 16))
		line.W -= 22
		return line
	}
	pill := line.Right(w).Middle(w, 16)
	s.Rect(pill, look.P().Primary, look.RadiusTag)
	s.TextC(pill, words, look.CaptionBold.As(look.OnPrimary))
	line.W -= w + 4
	return line
}

// paintPlus is the target of a block that has no room for words.
func paintPlus(s *Scene, a Area) {
	s.Rect(a, look.P().Primary, look.RadiusTag)
	s.Icon(a.Middle(12, 12), "plus", look.P().OnPrimary)
}

// trailRoom is how the end of a line is written.
type trailRoom struct {
	tone look.Tone
	pips bool
}

// paintTrail writes « +1 », the pips and « 6/7 » at the end of a line, and answers what is left of it.
func paintTrail(s *Scene, line Area, b PlanBlock, room trailRoom) Area {
	if b.Trail != "" && line.W > 36 {
		line.W -= s.TextR(line, b.Trail, look.CaptionBold.With(room.tone.Ink)) + 6
	}
	if pips := float32(b.Places)*10 - 3; room.pips && b.Places > 0 && b.Change == "" && line.W-pips > 60 {
		s.Pips(line.Right(pips), b.Taken, b.Places, room.tone.Edge)
		line.W -= pips + 6
	}
	if b.Change != "" && line.W > 30 {
		w := Ceil(Width(b.Change, look.CaptionBold)) + 10
		badge := line.Right(w).Middle(w, 16)
		s.Rect(badge, look.P().Honey, look.RadiusTag)
		s.TextC(badge, b.Change, look.CaptionBold.As(look.OnHoney))
		line.W -= w + 6
	}
	return line
}

// paintBridges joins the blocks that want the same thing: first the lines, behind the blocks, then what is wanted, beside
// each of the two. Those of one column stand side by side already.
func (g *PlanGrid) paintBridges(s *Scene, marks bool) {
	p := look.P()
	for _, b := range g.parts.Bridges {
		if b.From < 0 || b.To < 0 || b.From >= len(g.parts.Blocks) || b.To >= len(g.parts.Blocks) {
			continue
		}
		left, right := b.From, b.To
		if g.parts.Blocks[left].Column > g.parts.Blocks[right].Column {
			left, right = right, left
		}
		from, to := g.block(left), g.block(right)
		y := float32(iround((max(from.Y, to.Y) + min(from.Bottom(), to.Bottom())) / 2))
		gap := g.parts.Blocks[right].Column - g.parts.Blocks[left].Column
		mark := func(x float32) {
			a := At(x-11, y-11, 22, 22)
			s.Dot(a, p.Danger)
			s.Icon(a.Middle(14, 14), b.Icon, p.OnDanger)
		}
		switch {
		case gap == 0:
		case !marks:
			s.Rect(At(from.End(), y-1, max(0, to.X-from.End()), 2), p.Danger, 0)
		case gap == 1:
			mark((from.End() + to.X) / 2)
		default:
			mark(from.End() + 4)
			mark(to.X - 4)
		}
	}
}

func (g *PlanGrid) paintBars(s *Scene, size fyne.Size) {
	f, whole, c := g.frame(), g.whole(), look.P().Scroll
	if from, length, needed := thumb(f.body.H, whole.Height, g.oy); needed {
		s.Rect(At(size.Width-8, f.body.Y+from, 6, length), c, 3)
	}
	if from, length, needed := thumb(f.body.W, whole.Width, g.ox); needed {
		s.Rect(At(f.body.X+from, size.Height-8, length, 6), c, 3)
	}
}
