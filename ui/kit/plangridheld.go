package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// planHeld is the block that is being moved, by the mouse or by the keyboard.
type planHeld struct {
	block  int // -1 = none
	to     PlanPlace
	byKey  bool
	corner fyne.Position // of the ghost, in the body
	grip   fyne.Position // of the mouse in the ghost
}

// mayMove says whether a block can be taken hold of.
func (g *PlanGrid) mayMove(i int) bool {
	return i >= 0 && g.parts.OnMove != nil && g.parts.Blocks[i].Fixed == ""
}

// hold takes a block with the keyboard.
func (g *PlanGrid) hold(i int) {
	if !g.mayMove(i) {
		return
	}
	b := g.parts.Blocks[i]
	g.held = planHeld{block: i, byKey: true, to: PlanPlace{b.Column, b.Start}}
	g.body.Refresh()
}

// Held says which block is being moved, and where it would go; -1 is none.
func (g *PlanGrid) Held() (block int, to PlanPlace) { return g.held.block, g.held.to }

// shift moves what is held by the keyboard, inside the day.
func (g *PlanGrid) shift(columns, minutes int) {
	b := g.parts.Blocks[g.held.block]
	g.held.to = g.inside(PlanPlace{g.held.to.Column + columns, g.held.to.Start + minutes}, b.Minutes)
	g.reveal(g.area(g.held.to, b.Minutes, planShare{}))
	g.body.Refresh()
}

// inside brings a place back into the day and its columns.
func (g *PlanGrid) inside(to PlanPlace, minutes int) PlanPlace {
	return PlanPlace{
		Column: max(0, min(to.Column, len(g.parts.Columns)-1)),
		Start:  max(g.parts.From, min(to.Start, g.parts.To-minutes)),
	}
}

// carry follows the mouse; pos is in the body.
func (g *PlanGrid) carry(pos fyne.Position) {
	f, b := g.frame(), g.parts.Blocks[g.held.block]
	g.held.corner = pos.Subtract(g.held.grip)
	minutes := float32(g.parts.From) + (g.held.corner.Y-2+g.oy)/f.hour*60
	step := float32(g.parts.Step)
	start := g.parts.From + iround((minutes-float32(g.parts.From))/step)*g.parts.Step
	g.held.to = g.inside(PlanPlace{int((pos.X + g.ox) / f.col), start}, b.Minutes)
	g.body.Refresh()
}

// drop puts down what is held.
func (g *PlanGrid) drop() {
	i, to := g.held.block, g.held.to
	g.held = planHeld{block: -1}
	g.body.Refresh()
	if b := g.parts.Blocks[i]; to != (PlanPlace{b.Column, b.Start}) {
		g.parts.OnMove(i, to)
	}
}

// giveUp leaves what is held where it was.
func (g *PlanGrid) giveUp() {
	g.held = planHeld{block: -1}
	g.body.Refresh()
}

// paintHeld draws where the block would go, with its hours and what the place is worth, and the ghost under the mouse.
func (g *PlanGrid) paintHeld(s *Scene, size fyne.Size) {
	p, b := look.P(), g.parts.Blocks[g.held.block]
	words, bad := "", false
	if g.parts.Judge != nil {
		words, bad = g.parts.Judge(g.held.block, g.held.to)
	}
	b.Person = hourWords(g.held.to.Start) + " à " + hourWords(g.held.to.Start+b.Minutes)
	b.Alert = bad
	a := g.area(g.held.to, b.Minutes, planShare{})
	edge, fill := Edge{2, p.Primary}, p.PrimaryTint
	if bad {
		edge, fill = Edge{2, p.Danger}, p.DangerTint
	}
	if g.held.byKey {
		s.Edged(a, edge, p.Tone(b.Tone), look.RadiusField)
		s.Ring(a, look.RadiusField)
		paintBlockWords(s, a, heldWords(b, a.H), p.Tone(b.Tone))
	} else {
		s.Box(a, edge, fill, look.RadiusField)
		ghost := a
		ghost.X = max(-20, min(g.held.corner.X, size.Width-a.W+20))
		ghost.Y = max(-20, min(g.held.corner.Y, size.Height-a.H+20))
		s.Shadow(ghost, look.RadiusField)
		s.Edged(ghost, Edge{1, p.Tone(b.Tone).Edge}, p.Tone(b.Tone), look.RadiusField)
		paintBlockWords(s, ghost, heldWords(b, ghost.H), p.Tone(b.Tone))
		a = ghost
	}
	g.paintVerdict(s, a, words, bad)
}

// heldWords makes sure that a low block says its hours too.
func heldWords(b PlanBlock, height float32) PlanBlock {
	switch {
	case height >= planThree:
	case height >= planTwo:
		b.Detail = b.Person
	default:
		b.Title = b.Person
	}
	b.Trail, b.Change, b.Target = "", "", ""
	return b
}

// paintVerdict writes what a place is worth under the block, or above it when there is no room.
func (g *PlanGrid) paintVerdict(s *Scene, a Area, words string, bad bool) {
	if strings.TrimSpace(words) == "" {
		return
	}
	f, size := g.frame(), verdictSize(words)
	box := At(a.X, a.Bottom()+6, size.Width, size.Height)
	if box.Bottom() > f.body.H {
		box.Y = a.Y - 6 - box.H
	}
	box.X = max(2, min(box.X, f.body.W-box.W-2))
	s.verdict(box, words, bad)
}

const verdictLine = 236 // the width at which a verdict goes to the next line

func verdictSize(words string) fyne.Size {
	lines, w := Wrap(words, look.CaptionBold, verdictLine), float32(0)
	for _, l := range lines {
		w = max(w, Width(l, look.CaptionBold))
	}
	return fyne.NewSize(Ceil(w)+36, float32(len(lines))*16+10)
}

// verdict draws a few words in a box of their own at the corner of the area: green, or red when it is a bad one.
func (s *Scene) verdict(a Area, words string, bad bool) {
	tone, icon := look.P().Tone(look.Good), "circle-check"
	if bad {
		tone, icon = look.P().Tone(look.Alarm), "triangle-alert"
	}
	size := verdictSize(words)
	box := At(a.X, a.Y, size.Width, size.Height)
	s.Box(box, Edge{1, tone.Edge}, tone.Tint, look.RadiusBadge)
	s.Icon(At(box.X+8, box.Y+5, 15, 16), icon, tone.Ink)
	s.Lines(At(box.X+28, box.Y+5, 0, 16), Wrap(words, look.CaptionBold, verdictLine), look.CaptionBold.With(tone.Ink))
}
