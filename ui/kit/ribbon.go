package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

// RibbonState says what a cell of a ribbon stands for.
type RibbonState int

// The states of a cell.
const (
	RibbonComing  RibbonState = iota // an outline
	RibbonDone                       // the action colour
	RibbonNext                       // honey
	RibbonHoliday                    // a dash
	RibbonFree                       // a dot: one single day off
)

// RibbonCell is one day of a ribbon. Cells of the same Month that follow one another stand under one name. In a dated
// ribbon, days off that follow one another are shown by their Name.
type RibbonCell struct {
	Label, Month string
	Name         string // of the holidays
	State        RibbonState
	Tip          string
}

// opens says whether a day can be opened: in a dated ribbon every one of them, days off too.
func (r *Ribbon) opens(i int) bool {
	c := r.cells[i]
	return r.dated || c.State != RibbonHoliday && c.State != RibbonFree
}

// Ribbon is the days of a year: a row of small ticks with the months above, the same with the dates in it, or, when big,
// dated cells with one line for each month. With OnOpen it is a stop for Tab, and arrows go from day to day.
type Ribbon struct {
	Press
	OnOpen func(i int)
	cells  []RibbonCell
	big    bool
	dated  bool
	at     int // where the keyboard is
	over   int // under the mouse; -1 = none
	chosen int // the day on show; -1 = none
}

// Sizes of a ribbon.
const (
	tickStep, tickWidth, tickHeight = 14, 11, 16
	tickTop                         = 21
	monthName                       = 92
	dayWidth, dayHeight, dayGap     = 50, 34, 8
	monthStep                       = 46
)

// NewRibbon makes a ribbon; open may be nil.
func NewRibbon(cells []RibbonCell, big bool, open func(i int)) *Ribbon {
	r := &Ribbon{OnOpen: open, big: big, over: -1, chosen: -1}
	r.Name, r.Measure, r.Paint, r.OnKey = "calendrier", r.measure, r.paint, r.key
	r.OnTapped = func() {}
	r.disabled = open == nil // not a stop for Tab
	r.Extend(r)
	r.Set(cells)
	return r
}

// Set replaces the days. The keyboard starts on the next one.
func (r *Ribbon) Set(cells []RibbonCell) {
	r.cells, r.over = cells, -1
	r.at = 0
	for i, c := range cells {
		if c.State == RibbonNext {
			r.at = i
		}
	}
	r.chosen = min(r.chosen, len(cells)-1)
	r.Refresh()
}

// Choose marks the day that is on show; -1 marks none.
func (r *Ribbon) Choose(i int) {
	if i != r.chosen && i < len(r.cells) {
		r.chosen = i
		if i >= 0 {
			r.at = i
		}
		r.Refresh()
	}
}

func (r *Ribbon) measure() fyne.Size {
	if r.dated {
		return fyne.NewSize(float32(len(r.cells))*dateLeast, dateTop+dateHeight+2)
	}
	if !r.big {
		return fyne.NewSize(float32(len(r.cells))*tickStep, tickTop+tickHeight+3)
	}
	row, widest := r.place(len(r.cells) - 1)
	for i := range r.cells {
		_, col := r.place(i)
		widest = max(widest, col)
	}
	return fyne.NewSize(monthName+float32(widest+1)*(dayWidth+dayGap)-dayGap, float32(row)*monthStep+dayHeight)
}

// place is the line and the column of a big cell.
func (r *Ribbon) place(i int) (row, col int) {
	for j := 1; j <= i; j++ {
		col++
		if r.cells[j].Month != r.cells[j-1].Month {
			row, col = row+1, 0
		}
	}
	return row, col
}

// step is the distance between two ticks: less than wanted when there is less room.
func (r *Ribbon) step() float32 {
	most := float32(tickStep)
	if r.dated {
		most = dateStep
	}
	return min(most, r.Size().Width/max(1, float32(len(r.cells))))
}

// cell is the area of cell i, as it is drawn.
func (r *Ribbon) cell(i int) Area {
	if r.big {
		row, col := r.place(i)
		return At(monthName+float32(col)*(dayWidth+dayGap), float32(row)*monthStep, dayWidth, dayHeight)
	}
	step := r.step()
	if r.dated {
		return r.date(i)
	}
	return At(float32(iround(float32(i)*step)), tickTop, min(tickWidth, step-3), tickHeight)
}

func (r *Ribbon) paint(s *Scene, _ fyne.Size) {
	month := ""
	for i, c := range r.cells {
		a := r.cell(i)
		if c.Month != month {
			month = c.Month
			if r.big {
				s.Text(At(0, a.Y, monthName-8, a.H), month, look.Body.As(look.Ink2))
			} else {
				s.Text(At(a.X, 0, 0, 16), month, look.Caption)
			}
		}
		radius := float32(3)
		switch {
		case r.big:
			radius = look.RadiusField
		case r.dated:
			radius = look.RadiusBadge
		}
		r.paintCell(s, a, i, radius)
	}
	r.paintHolidays(s)
}

func (r *Ribbon) paintCell(s *Scene, a Area, i int, radius float32) {
	p, c := look.P(), r.cells[i]
	switch {
	case r.focused && i == r.at && (r.big || r.dated):
		s.Ring(a, radius)
	case r.focused && i == r.at:
		s.Box(a.Inset(-3, -6), Edge{2, p.Focus}, p.Card, radius+2)
	}
	edge, fill, st := Edge{1, p.LineStrong}, p.Card, look.Detail.As(look.Ink)
	if r.big {
		fill = p.Bg
	}
	if r.dated {
		edge.Colour, st = p.Line, look.Caption.As(look.Ink)
	}
	if r.dated && r.shownOff(i) {
		r.paintOff(s, a, i)
		return
	}
	switch c.State {
	case RibbonHoliday:
		if !r.dated || c.Name == "" {
			s.Rect(a.Middle(min(14, a.W), 2), p.LineStrong, 1)
		}
		return
	case RibbonFree:
		s.Dot(a.Middle(4, 4), p.LineStrong)
		return
	case RibbonDone:
		edge, fill, st = Edge{1, p.Primary}, p.Primary, st.As(look.OnPrimary)
		if r.dated {
			edge, fill, st = Edge{1, p.PrimaryTint}, p.PrimaryTint, st.As(look.Primary)
		}
	case RibbonNext:
		edge, fill, st = Edge{1, p.HoneyEdge}, p.Honey, look.DetailBold.As(look.OnHoney)
		if !r.big && !r.dated {
			a = a.Inset(0, -3)
		}
	}
	if i == r.over && r.OnOpen != nil {
		if c.State == RibbonComing {
			fill = p.Hover
		}
		edge = Edge{2, p.Ink2}
	}
	if i == r.chosen && !(r.dated && c.State == RibbonNext) {
		edge = Edge{2, p.Ink}
	}
	s.Box(a, edge, fill, radius)
	if r.big || r.dated {
		s.TextC(a, c.Label, st)
	}
}

// under is the day at a position; the ticks are caught with the room around them.
func (r *Ribbon) under(pos fyne.Position) int {
	for i := range r.cells {
		a := r.cell(i)
		if r.big && a.Has(pos.X, pos.Y) || !r.big && pos.X >= a.X-2 && pos.X < a.X+r.step()-2 && pos.Y >= 0 {
			return i
		}
	}
	return -1
}

// Tapped opens the day under the mouse, or with the keyboard the current one.
func (r *Ribbon) Tapped(e *fyne.PointEvent) {
	i := r.at
	if e != nil && !e.Position.IsZero() {
		i = r.under(e.Position)
	}
	if r.OnOpen == nil || i < 0 || i >= len(r.cells) || !r.opens(i) {
		return
	}
	r.at = i
	r.Refresh()
	r.OnOpen(i)
}

// MouseIn implements desktop.Hoverable.
func (r *Ribbon) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *Ribbon) MouseMoved(e *desktop.MouseEvent) { r.hover(r.under(e.Position), e.AbsolutePosition) }

// MouseOut implements desktop.Hoverable.
func (r *Ribbon) MouseOut() { r.hover(-1, fyne.Position{}) }

func (r *Ribbon) hover(i int, at fyne.Position) {
	if i == r.over {
		return
	}
	r.over = i
	if r.OnOpen != nil {
		r.Refresh()
	}
	tip := ""
	if i >= 0 {
		tip = r.cells[i].Tip
	}
	showTip(tip, at)
}

// Cursor implements desktop.Cursorable.
func (r *Ribbon) Cursor() desktop.Cursor {
	if r.OnOpen != nil && r.over >= 0 && r.opens(r.over) {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (r *Ribbon) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		r.move(-1)
	case fyne.KeyRight:
		r.move(1)
	case fyne.KeyHome:
		r.at = -1
		r.move(1)
	case fyne.KeyEnd:
		r.at = len(r.cells)
		r.move(-1)
	case fyne.KeyUp, fyne.KeyDown:
		if !r.big {
			return false
		}
		r.line(e.Name == fyne.KeyDown)
	default:
		return false
	}
	r.Refresh()
	return true
}

// move goes to the next day in a direction that can be opened.
func (r *Ribbon) move(step int) {
	for i := r.at + step; i >= 0 && i < len(r.cells); i += step {
		if r.opens(i) {
			r.at = i
			return
		}
	}
	r.at = max(0, min(r.at, len(r.cells)-1))
}

// line goes to the day of the nearest column in the next month up or down that has one.
func (r *Ribbon) line(down bool) {
	row, col := r.place(r.at)
	best, bestAway := r.at, 1<<30
	for i := range r.cells {
		y, x := r.place(i)
		if !r.opens(i) || down && y <= row || !down && y >= row {
			continue
		}
		if away := max(y-row, row-y)*100 + max(x-col, col-x); away < bestAway {
			best, bestAway = i, away
		}
	}
	r.at = best
}
