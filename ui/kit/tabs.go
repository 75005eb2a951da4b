package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

// Tabs is the row of words that changes what the page shows below it.
type Tabs struct {
	choice
	notes []string // beside each word
}

// NewTabs makes the tabs; the page puts the content of the chosen one below.
func NewTabs(labels []string, changed func(i int)) *Tabs {
	t := &Tabs{}
	t.start(labels, changed)
	t.notes = make([]string, len(labels))
	t.Name, t.Paint, t.part = "onglets", t.paint, t.tab
	t.Measure = func() fyne.Size {
		return fyne.NewSize(Ceil(t.tab(len(t.labels)-1).End()), look.RowHeight)
	}
	t.Extend(t)
	return t
}

// SetCount shows a number beside word i; 0 shows none.
func (t *Tabs) SetCount(i, n int) {
	note := ""
	if n != 0 {
		note = strconv.Itoa(n)
	}
	t.SetNote(i, note)
}

// SetNote shows a few letters beside word i: « 7/7 ».
func (t *Tabs) SetNote(i int, note string) {
	if t.notes[i] != note {
		t.notes[i] = note
		t.Refresh()
	}
}

// tab is the area of word i, as wide as its bold form so that choosing moves nothing.
func (t *Tabs) tab(i int) Area {
	x := float32(0)
	for j, l := range t.labels {
		w := 24 + Width(l, look.BodyBold)
		if t.notes[j] != "" {
			w += 7 + Width(t.notes[j], look.DetailBold)
		}
		if j == i {
			return At(x, 0, Ceil(w), look.RowHeight)
		}
		x += Ceil(w) + 4
	}
	return Area{}
}

func (t *Tabs) paint(s *Scene, size fyne.Size) {
	p := look.P()
	s.Rect(At(0, size.Height-1, size.Width, 1), p.Line, 0)
	for i, l := range t.labels {
		a, st := t.tab(i), look.Body.As(look.Ink2)
		switch {
		case i == t.selected:
			st = look.BodyBold
			s.Rect(At(a.X, size.Height-3, a.W, 3), p.Primary, 0)
		case i == t.over && t.hovered:
			s.RectC(At(a.X, 2, a.W, size.Height-3), p.Hover, look.RadiusBadge, TopLeft|TopRight)
			st = look.Body
		}
		if i == t.selected && t.focused {
			s.RingIn(At(a.X, 2, a.W, size.Height-7), look.RadiusBadge)
		}
		w := s.Text(At(a.X+12, 0, 0, size.Height-2), l, st)
		if t.notes[i] != "" {
			s.Text(At(a.X+12+w+7, 0, 0, size.Height-2), t.notes[i], look.DetailBold.With(st.Colour()))
		}
	}
}

// MouseMoved follows the mouse from word to word.
func (c *choice) MouseMoved(e *desktop.MouseEvent) {
	if i := c.under(e.Position); i != c.over {
		c.over = i
		c.Refresh()
	}
}

// Segmented is a small choice between two to four words that exclude one another.
type Segmented struct{ choice }

// NewSegmented makes the choice, with the first word chosen.
func NewSegmented(labels []string, changed func(i int)) *Segmented {
	g := &Segmented{}
	g.start(labels, changed)
	g.Name, g.Paint, g.part = "choix", g.paint, g.segment
	g.Measure = func() fyne.Size {
		return fyne.NewSize(g.segment(len(g.labels)-1).End()+1, look.Control)
	}
	g.Extend(g)
	return g
}

func (g *Segmented) segment(i int) Area {
	x := float32(1)
	for j, l := range g.labels {
		w := Ceil(26 + Width(l, look.BodyBold))
		if j == i {
			return At(x, 0, w, look.Control)
		}
		x += w
	}
	return Area{}
}

func (g *Segmented) paint(s *Scene, size fyne.Size) {
	p := look.P()
	g.ring(s, size, look.RadiusField)
	s.Box(At(0, 0, g.measureWidth(), size.Height), Edge{1, p.LineStrong}, p.Card, look.RadiusField)
	for i, l := range g.labels {
		a, st := g.segment(i), look.Body
		inside, mask := At(a.X, 1, a.W, size.Height-2), 0
		if i == 0 {
			mask |= TopLeft | BottomLeft
		}
		if i == len(g.labels)-1 {
			mask |= TopRight | BottomRight
		}
		switch {
		case i == g.selected:
			s.RectC(inside, p.Select, look.RadiusField-1, mask)
			st = look.BodyBold
		case i == g.over && g.hovered:
			s.RectC(inside, p.Sunken, look.RadiusField-1, mask)
		}
		if g.disabled {
			st = st.As(look.Ink3)
		}
		s.TextC(a, l, st)
	}
}

func (g *Segmented) measureWidth() float32 { return g.segment(len(g.labels)-1).End() + 1 }
