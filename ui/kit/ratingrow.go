package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// Widths of the line of an evaluation.
const (
	ratingBefore = 92
	ratingNow    = 250
)

// RatingRow puts a rating behind what it is about and what was said before: one line of an evaluation.
func RatingRow(label string, before []string, now *Rating) *fyne.Container {
	line := NewPainted(fyne.NewSize(1, ratingHeight), func(s *Scene, size fyne.Size) {
		s.Rect(At(0, 0, size.Width, 1), look.P().Line, 0)
	})
	return Stack(line, ratingCells(Text(label, look.Body), before, look.Detail, now))
}

// RatingTitles is the line above rating rows: the titles of what was said before, and of the rating.
func RatingTitles(before []string, now string) *fyne.Container {
	return PadXY(0, 3, ratingCells(Gap(1), before, look.Caption, Text(now, look.Caption)))
}

func ratingCells(label fyne.CanvasObject, before []string, st look.Style, now fyne.CanvasObject) *fyne.Container {
	cells := []Cell{Share(1, label)}
	for _, b := range before {
		cells = append(cells, Fixed(ratingBefore, Text(b, st)))
	}
	return Columns(0, append(cells, Fixed(ratingNow, now))...)
}

// StepChips is the row of parts of a long form: each says whether it is complete, one is on show. It is one stop for
// Tab, arrows inside.
type StepChips struct {
	choice
	done []bool
}

// NewStepChips makes the row, with the first part on show and all to be completed.
func NewStepChips(labels []string, changed func(i int)) *StepChips {
	c := &StepChips{done: make([]bool, len(labels))}
	c.start(labels, changed)
	c.Name, c.Paint, c.part = "étapes", c.paint, c.chip
	c.Measure = func() fyne.Size {
		return fyne.NewSize(c.chip(len(c.labels)-1).End(), look.ControlSmall)
	}
	c.Extend(c)
	return c
}

// SetDone says whether part i is complete.
func (c *StepChips) SetDone(i int, done bool) {
	if c.done[i] != done {
		c.done[i] = done
		c.Refresh()
	}
}

// chip is the area of part i, as wide as its bold form so that choosing moves nothing.
func (c *StepChips) chip(i int) Area {
	var x float32
	for j, l := range c.labels {
		w := 8 + look.IconMid + 6 + Ceil(Width(l, look.DetailBold)) + 8
		if j == i {
			return At(x, 0, w, look.ControlSmall)
		}
		x += w + 4
	}
	return Area{}
}

func (c *StepChips) paint(s *Scene, _ fyne.Size) {
	p := look.P()
	for i, l := range c.labels {
		a, st := c.chip(i), look.Detail.As(look.Ink)
		switch {
		case i == c.selected:
			st = look.DetailBold
			if c.focused {
				s.Ring(a, look.RadiusField)
			}
			s.Rect(a, p.Select, look.RadiusField)
		case i == c.over && c.hovered:
			s.Rect(a, p.Hover, look.RadiusField)
		}
		icon, ink := "circle-alert", p.Warn
		if c.done[i] {
			icon, ink = "circle-check", p.Ok
		}
		s.Icon(At(a.X+8, a.Y, look.IconMid, a.H), icon, ink)
		s.Text(At(a.X+8+look.IconMid+6, a.Y, 0, a.H), l, st)
	}
}
