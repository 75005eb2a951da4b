package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Chip is a filter that is on or off, with the number of things it keeps.
type Chip struct {
	Press
	Icon     string
	Menu     bool // a chevron behind the words: the chip opens a list
	count    int
	hasCount bool
	on       bool
}

// NewChip makes a chip; tapped is told its new state.
func NewChip(label string, on bool, changed func(on bool)) *Chip {
	c := &Chip{on: on}
	c.Name, c.Measure, c.Paint = label, c.measure, c.paint
	c.OnTapped = func() {
		c.SetOn(!c.on)
		if changed != nil {
			changed(c.on)
		}
	}
	c.Extend(c)
	return c
}

// On says whether the chip is on.
func (c *Chip) On() bool { return c.on }

// SetLabel changes the words.
func (c *Chip) SetLabel(t string) { c.Name = t; c.Refresh() }

// SetOn changes the state without telling.
func (c *Chip) SetOn(on bool) { c.set(&c.on, on) }

// SetCount shows a number in the chip.
func (c *Chip) SetCount(n int) {
	if !c.hasCount || c.count != n {
		c.count, c.hasCount = n, true
		c.Refresh()
	}
}

func (c *Chip) number() string {
	if !c.hasCount {
		return ""
	}
	return strconv.Itoa(c.count)
}

// The width is that of the bold label, so that only the tick changes it.
func (c *Chip) measure() fyne.Size {
	w := 2*13 + Width(c.Name, look.DetailBold)
	if c.on || c.Icon != "" {
		w += look.IconMid + 6
	}
	if c.Menu {
		w += look.IconMid + 6
	}
	if c.hasCount {
		w += 8 + Width(c.number(), look.DetailBold)
	}
	return fyne.NewSize(Ceil(w), look.ChipHeight)
}

func (c *Chip) paint(s *Scene, size fyne.Size) {
	p, a := look.P(), At(0, 0, size.Width, size.Height)
	fill, line, st, icon := p.Card, p.LineStrong, look.Detail.As(look.Ink), c.Icon
	switch {
	case c.disabled:
		fill, line, st = p.Sunken, p.Line, look.Detail.As(look.Ink3)
	case c.on:
		fill, line, st, icon = p.Select, p.Primary, look.DetailBold, "check"
	case c.Hovered():
		fill = p.Sunken
	}
	c.ring(s, size, look.ChipHeight/2)
	s.Box(a, Edge{1, line}, fill, look.ChipHeight/2)
	in := a.Inset(13, 0)
	if icon != "" {
		s.Icon(in.Left(look.IconMid), icon, st.Colour())
		in = in.After(look.IconMid + 6)
	}
	if c.Menu {
		s.Icon(in.Right(look.IconMid), "chevron-down", st.Colour())
		in.W -= look.IconMid + 6
	}
	w := s.Text(At(in.X, 0, in.W+1, size.Height), c.Name, st)
	if c.hasCount {
		s.Text(At(in.X+w+8, 0, 0, size.Height), c.number(), look.DetailBold.With(st.Colour()))
	}
}

// ChipRow is a row of chips of which exactly one is on. It wraps.
type ChipRow struct {
	widget.BaseWidget
	Chips     []*Chip
	OnChanged func(i int)
	box       *fyne.Container
	selected  int
}

// NewChipRow makes a row with the first chip on.
func NewChipRow(labels []string, changed func(i int)) *ChipRow {
	r := &ChipRow{box: RowWrap(look.Tight), OnChanged: changed}
	for i, l := range labels {
		c := NewChip(l, i == 0, nil)
		c.OnTapped = func() {
			r.Select(i)
			if r.OnChanged != nil {
				r.OnChanged(i)
			}
		}
		r.Chips = append(r.Chips, c)
		r.box.Add(c)
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *ChipRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// Selected is the chip that is on.
func (r *ChipRow) Selected() int { return r.selected }

// Select puts chip i on without telling.
func (r *ChipRow) Select(i int) {
	r.selected = i
	for j, c := range r.Chips {
		c.SetOn(j == i)
	}
	r.box.Refresh()
}

// SetCounts shows the numbers of all chips.
func (r *ChipRow) SetCounts(counts ...int) {
	for i, n := range counts {
		r.Chips[i].SetCount(n)
	}
	r.box.Refresh()
}

// HeightFor implements Flowing.
func (r *ChipRow) HeightFor(w float32) float32 { return HeightFor(r.box, w) }

// choice is the base of what has several words in a row and one chosen: one focus, arrows inside.
type choice struct {
	Press
	labels   []string
	selected int
	over     int
	changed  func(i int)
	part     func(i int) Area
}

func (c *choice) start(labels []string, changed func(int)) {
	c.labels, c.changed, c.over = labels, changed, -1
	c.OnKey = c.key
	c.OnHover = func(on bool) {
		if !on {
			c.over = -1
			c.Refresh()
		}
	}
	c.OnTapped = func() {}
}

// Selected is the index of the chosen word.
func (c *choice) Selected() int { return c.selected }

// Labels returns the words.
func (c *choice) Labels() []string { return c.labels }

// Select chooses without telling.
func (c *choice) Select(i int) {
	if i >= 0 && i < len(c.labels) && i != c.selected {
		c.selected = i
		c.Refresh()
	}
}

// Choose does what a click on word i does.
func (c *choice) Choose(i int) {
	if i < 0 || i >= len(c.labels) || i == c.selected || c.disabled {
		return
	}
	c.Select(i)
	if c.changed != nil {
		c.changed(i)
	}
}

func (c *choice) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		c.Choose(max(0, c.selected-1))
	case fyne.KeyRight:
		c.Choose(min(len(c.labels)-1, c.selected+1))
	case fyne.KeyHome:
		c.Choose(0)
	case fyne.KeyEnd:
		c.Choose(len(c.labels) - 1)
	default:
		return false
	}
	return true
}

func (c *choice) under(pos fyne.Position) int {
	for i := range c.labels {
		if a := c.part(i); pos.X >= a.X && pos.X < a.End() {
			return i
		}
	}
	return -1
}

// Tapped chooses the word under the mouse.
func (c *choice) Tapped(e *fyne.PointEvent) {
	if e != nil && !e.Position.IsZero() {
		c.Choose(c.under(e.Position))
	}
}
