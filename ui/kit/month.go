package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/look"
)

// monthPopup is an open month under a date field: Monday first, arrows move by day, Page Up and Page Down by month,
// with Shift-free keys only, Enter chooses, Escape leaves.
type monthPopup struct {
	widget.BaseWidget
	canvas fyne.Canvas
	opener fyne.Focusable
	grid   *monthGrid
	box    *fyne.Container
	closed bool
}

func showMonth(anchor *DateField, start data.Date, pick func(data.Date)) *monthPopup {
	drv := fyne.CurrentApp().Driver()
	m := &monthPopup{canvas: drv.CanvasForObject(anchor)}
	m.opener = anchor.entry
	m.grid = newMonthGrid(start, anchor.today, func(d data.Date) { m.Escape(); pick(d) })
	at, size := drv.AbsolutePositionForObject(anchor), anchor.Size()
	box := anchor.boxArea(size)
	m.box = container.New(&menuShape{At(at.X, at.Y+box.Y, box.W, box.H)}, newScrim(nil, m.Escape), m.grid)
	m.ExtendBaseWidget(m)
	m.canvas.Overlays().Add(m)
	m.Resize(m.canvas.Size())
	m.canvas.Focus(m.grid)
	return m
}

// CreateRenderer implements fyne.Widget.
func (m *monthPopup) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

// Escape closes the month.
func (m *monthPopup) Escape() {
	if m.closed {
		return
	}
	m.closed = true
	m.canvas.Overlays().Remove(m)
	m.canvas.Focus(m.opener)
}

// Content lets a search for scrolling parts look inside.
func (m *monthPopup) Content() fyne.CanvasObject { return m.box }

// monthGrid is the month: one widget, one focus.
type monthGrid struct {
	Press
	at, today, over data.Date
	pick            func(data.Date)
}

const (
	dayCell  = 36
	monthPad = 12
	monthTop = monthPad + 36 + 24 // title and names of the days
)

func newMonthGrid(start, today data.Date, pick func(data.Date)) *monthGrid {
	g := &monthGrid{at: start, today: today, pick: pick}
	g.Name = "calendrier"
	g.Min = fyne.NewSize(7*dayCell+2*monthPad, monthTop+6*dayCell+monthPad)
	g.Paint, g.OnKey = g.paint, g.key
	g.OnTapped = func() { g.pick(g.at) }
	g.Extend(g)
	return g
}

// first is the Monday of the week in which the month begins.
func (g *monthGrid) first() data.Date {
	d := data.NewDate(g.at.Year(), g.at.Month(), 1)
	return d.AddDays(-((int(d.Weekday()) + 6) % 7))
}

func (g *monthGrid) cell(i int) Area {
	return At(monthPad+float32(i%7)*dayCell, monthTop+float32(i/7)*dayCell, dayCell, dayCell)
}

func (g *monthGrid) arrow(right bool) Area {
	if right {
		return At(g.Min.Width-monthPad-36, monthPad, 36, 36)
	}
	return At(monthPad, monthPad, 36, 36)
}

func (g *monthGrid) paint(s *Scene, size fyne.Size) {
	p := look.P()
	s.Box(At(0, 0, size.Width, size.Height), Edge{1, p.LineStrong}, p.Card, look.RadiusCard)
	s.Icon(g.arrow(false).Middle(18, 18), "chevron-left", p.Ink2)
	s.Icon(g.arrow(true).Middle(18, 18), "chevron-right", p.Ink2)
	s.TextC(At(monthPad+36, monthPad, size.Width-2*monthPad-72, 36), fr.Capital(fr.MonthYear(g.at)), look.BodyBold)
	for i := range 7 {
		day := fr.WeekdayShort(time.Weekday((i + 1) % 7))
		s.TextC(At(monthPad+float32(i)*dayCell, monthPad+36, dayCell, 20), day, look.Caption)
	}
	first := g.first()
	for i := range 42 {
		g.paintDay(s, g.cell(i), first.AddDays(i))
	}
}

func (g *monthGrid) paintDay(s *Scene, a Area, d data.Date) {
	p := look.P()
	st := look.Detail.As(look.Ink)
	in := a.Inset(2, 2)
	switch {
	case d == g.at:
		s.Rect(in, p.Primary, look.RadiusField)
		st = st.Strong().As(look.OnPrimary)
	case d == g.over:
		s.Rect(in, p.Hover, look.RadiusField)
	case d == g.today:
		s.Box(in, Edge{1, p.HoneyEdge}, p.HoneyTint, look.RadiusField)
	case d.Month() != g.at.Month():
		st = st.As(look.Ink3)
	}
	s.TextC(a, strconv.Itoa(d.Day()), st.Tabular())
}

// Tapped chooses the day under the mouse, or turns the month.
func (g *monthGrid) Tapped(e *fyne.PointEvent) {
	switch x, y := e.Position.X, e.Position.Y; {
	case g.arrow(false).Has(x, y):
		g.move(g.at.AddMonths(-1))
	case g.arrow(true).Has(x, y):
		g.move(g.at.AddMonths(1))
	case e.Position.IsZero():
		g.pick(g.at)
	default:
		if d := g.under(e.Position); !d.IsZero() {
			g.pick(d)
		}
	}
}

func (g *monthGrid) under(pos fyne.Position) data.Date {
	for i := range 42 {
		if g.cell(i).Has(pos.X, pos.Y) {
			return g.first().AddDays(i)
		}
	}
	return 0
}

// MouseMoved lights the day under the mouse.
func (g *monthGrid) MouseMoved(e *desktop.MouseEvent) {
	if d := g.under(e.Position); d != g.over {
		g.over = d
		g.Refresh()
	}
}

func (g *monthGrid) move(d data.Date) {
	if d.Valid() {
		g.at = d
		g.Refresh()
	}
}

func (g *monthGrid) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		g.move(g.at.AddDays(-1))
	case fyne.KeyRight:
		g.move(g.at.AddDays(1))
	case fyne.KeyUp:
		g.move(g.at.AddDays(-7))
	case fyne.KeyDown:
		g.move(g.at.AddDays(7))
	case fyne.KeyPageUp:
		g.move(g.at.AddMonths(-1))
	case fyne.KeyPageDown:
		g.move(g.at.AddMonths(1))
	case fyne.KeyHome:
		g.move(g.today)
	default:
		return false
	}
	return true
}
