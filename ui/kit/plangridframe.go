package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// Sizes of a plan.
const (
	planHead        = 44 // the titles of the columns
	planHours       = 44 // the hours at the left
	planColumnLeast = 124
	planHourLeast   = 48
	planThree       = 50 // a block this high has three lines
	planTwo         = 36 // and this high two
	planPipsFrom    = 62
	planBlockLeast  = 19
	planNarrow      = 96 // a narrower block drops its icon
)

// planFrame is where the parts of a plan lie:
//
//	        │ titles
//	────────┼─────────
//	 hours  │ blocks
type planFrame struct {
	hour        float32 // height of an hour
	col         float32 // width of a column, not whole
	head, hours Area
	body        Area
}

func (g *PlanGrid) frame() planFrame {
	size := g.box.Size()
	f := planFrame{
		head:  At(planHours+1, 1, max(0, size.Width-planHours-2), planHead),
		hours: At(1, planHead+1, planHours, max(0, size.Height-planHead-2)),
	}
	f.body = At(f.head.X, f.hours.Y, f.head.W, f.hours.H)
	f.hour = max(planHourLeast, float32(math.Floor(float64(f.body.H/g.length()+.01))))
	f.col = max(planColumnLeast, f.body.W/float32(max(1, len(g.parts.Columns))))
	return f
}

// length is that of the day, in hours.
func (g *PlanGrid) length() float32 { return max(1, float32(g.parts.To-g.parts.From)/60) }

// whole is the room that everything would take.
func (g *PlanGrid) whole() fyne.Size {
	f := g.frame()
	return fyne.NewSize(f.col*float32(len(g.parts.Columns)), f.hour*g.length())
}

type planLayout struct{ g *PlanGrid }

func (l *planLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *planLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	f, all := l.g.frame(), At(0, 0, size.Width, size.Height)
	for i, a := range []Area{all, f.head, f.hours, f.body, all} {
		Place(objs[i], a)
	}
	l.g.scrollTo(l.g.ox, l.g.oy)
}

// x and y are in the body.
func (g *PlanGrid) x(column int) float32 {
	return float32(iround(float32(column)*g.frame().col)) - g.ox
}

func (g *PlanGrid) y(minutes int) float32 {
	return float32(iround(float32(minutes-g.parts.From)*g.frame().hour/60)) - g.oy
}

// block is where block i lies in the body; what is outside of the day is cut.
func (g *PlanGrid) block(i int) Area {
	b := g.parts.Blocks[i]
	return g.area(PlanPlace{b.Column, b.Start}, b.Minutes, g.shares[i])
}

func (g *PlanGrid) area(at PlanPlace, minutes int, share planShare) Area {
	left, right := g.x(at.Column)+4, g.x(at.Column+1)-4
	if n := float32(share.of); n > 1 {
		each := (right - left + 2) / n
		left += float32(iround(float32(share.part) * each))
		right = left + float32(iround(each)) - 2
	}
	top := g.y(max(at.Start, g.parts.From)) + 2
	bottom := g.y(min(at.Start+minutes, g.parts.To)) - 1
	return At(left, top, right-left, max(planBlockLeast, bottom-top))
}

// inWindow moves an area of the body to where it lies in the window.
func (g *PlanGrid) inWindow(a Area) Area {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	f := g.frame()
	return a.Shift(at.X+f.body.X, at.Y+f.body.Y)
}

// Where is where a block would lie in the window at a place: for a menu about it.
func (g *PlanGrid) Where(i int, to PlanPlace) Area {
	return g.inWindow(g.area(to, g.parts.Blocks[i].Minutes, planShare{}))
}

// under is the block at a position of the widget, or -1.
func (g *PlanGrid) under(pos fyne.Position) int {
	f := g.frame()
	if !f.body.Has(pos.X, pos.Y) {
		return -1
	}
	for i := len(g.order) - 1; i >= 0; i-- {
		if g.block(g.order[i]).Has(pos.X-f.body.X, pos.Y-f.body.Y) {
			return g.order[i]
		}
	}
	return -1
}

func (g *PlanGrid) scrollTo(x, y float32) {
	f, whole := g.frame(), g.whole()
	x, y = Snap(max(0, min(x, whole.Width-f.body.W))), Snap(max(0, min(y, whole.Height-f.body.H)))
	if x == g.ox && y == g.oy {
		return
	}
	g.ox, g.oy = x, y
	for _, p := range []*Painted{g.head, g.hours, g.body, g.bars} {
		p.Refresh()
	}
}

// reveal brings an area of the body into sight.
func (g *PlanGrid) reveal(a Area) {
	f := g.frame()
	if f.body.H < 1 {
		return
	}
	x, y := g.ox, g.oy
	x += min(0, a.X-4) + max(0, a.End()+4-f.body.W)
	if a.H < f.body.H {
		y += min(0, a.Y-4) + max(0, a.Bottom()+4-f.body.H)
	}
	g.scrollTo(x, y)
}
