package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Tapped opens the block under the mouse.
func (g *PlanGrid) Tapped(e *fyne.PointEvent) {
	gesture()
	showTip("", fyne.Position{})
	g.focusHere()
	i := g.under(e.Position)
	if i < 0 {
		return
	}
	g.at = i
	g.body.Refresh()
	if g.parts.OnOpen != nil {
		g.parts.OnOpen(i)
	}
}

// TappedSecondary opens the menu of the block under the mouse.
func (g *PlanGrid) TappedSecondary(e *fyne.PointEvent) {
	gesture()
	showTip("", fyne.Position{})
	g.focusHere()
	if i := g.under(e.Position); i >= 0 {
		g.at = i
		g.body.Refresh()
		g.menu(i)
	}
}

// focusHere takes the keyboard without moving it from its block.
func (g *PlanGrid) focusHere() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil && !g.focused {
		at := g.at
		c.Focus(g)
		g.at = at
	}
}

// MouseIn implements desktop.Hoverable.
func (g *PlanGrid) MouseIn(e *desktop.MouseEvent) { g.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable: it repaints only when the block under the mouse changes.
func (g *PlanGrid) MouseMoved(e *desktop.MouseEvent) {
	g.hover(g.under(e.Position), e.AbsolutePosition)
}

// MouseOut implements desktop.Hoverable.
func (g *PlanGrid) MouseOut() { g.hover(-1, fyne.Position{}) }

func (g *PlanGrid) hover(i int, at fyne.Position) {
	if i == g.over {
		return
	}
	g.over = i
	g.body.Refresh()
	tip := ""
	if i >= 0 {
		tip = g.parts.Blocks[i].Tip
	}
	showTip(tip, at)
}

// Cursor implements desktop.Cursorable.
func (g *PlanGrid) Cursor() desktop.Cursor {
	if g.over >= 0 && g.parts.OnOpen != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Scrolled implements fyne.Scrollable.
func (g *PlanGrid) Scrolled(e *fyne.ScrollEvent) { g.scrollTo(g.ox-e.Scrolled.DX, g.oy-e.Scrolled.DY) }

// planBar is the handle the mouse holds, and where everything was when it took it.
type planBar struct {
	across, down bool
	pressed      int // the block under the mouse when it went down; -1 = none
	from         fyne.Position
	ox, oy       float32
}

// MouseDown remembers what is under the mouse: the first move of a drag is told later.
func (g *PlanGrid) MouseDown(e *desktop.MouseEvent) {
	f, whole, at := g.frame(), g.whole(), e.Position
	g.bar = planBar{from: at, ox: g.ox, oy: g.oy, pressed: -1}
	_, _, high := thumb(f.body.H, whole.Height, 0)
	_, _, wide := thumb(f.body.W, whole.Width, 0)
	g.bar.down = high && at.X >= f.body.End()-9 && at.Y >= f.body.Y
	g.bar.across = wide && at.Y >= f.body.Bottom()-9 && at.X >= f.body.X
	if !g.bar.down && !g.bar.across && e.Button == desktop.MouseButtonPrimary {
		g.bar.pressed = g.under(at)
	}
}

// MouseUp implements desktop.Mouseable.
func (g *PlanGrid) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: a block follows the mouse, or a handle scrolls.
func (g *PlanGrid) Dragged(e *fyne.DragEvent) {
	f, whole := g.frame(), g.whole()
	switch {
	case g.bar.down:
		g.scrollTo(g.bar.ox, g.bar.oy+(e.Position.Y-g.bar.from.Y)*whole.Height/f.body.H)
	case g.bar.across:
		g.scrollTo(g.bar.ox+(e.Position.X-g.bar.from.X)*whole.Width/f.body.W, g.bar.oy)
	case g.mayMove(g.bar.pressed):
		body := fyne.NewPos(f.body.X, f.body.Y)
		if g.held.block < 0 {
			a := g.block(g.bar.pressed)
			g.at, g.held.block = g.bar.pressed, g.bar.pressed
			g.held.grip = g.bar.from.Subtract(body).SubtractXY(a.X, a.Y)
			showTip("", fyne.Position{})
			g.focusHere()
		}
		g.carry(e.Position.Subtract(body))
	}
}

// DragEnd implements fyne.Draggable: outside of the plan nothing moves.
func (g *PlanGrid) DragEnd() {
	g.bar = planBar{pressed: -1}
	if g.held.block < 0 || g.held.byKey {
		return
	}
	f := g.frame()
	middle := g.held.corner.Add(g.held.grip)
	if middle.X < -planHours || middle.Y < -planHead || middle.X > f.body.W+planHours || middle.Y > f.body.H+planHead {
		g.giveUp()
		return
	}
	g.drop()
}

// Over shows which block lies under something dragged from elsewhere, and answers it; -1 is none. at is in the window.
// Call Leave when the drag ends.
func (g *PlanGrid) Over(at fyne.Position) int {
	i := g.under(at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(g)))
	if i != g.guest {
		g.guest = i
		g.body.Refresh()
	}
	return i
}

// Leave ends what Over began.
func (g *PlanGrid) Leave() {
	if g.guest >= 0 {
		g.guest = -1
		g.body.Refresh()
	}
}

// KeyDown implements desktop.Keyable.
func (g *PlanGrid) KeyDown(*fyne.KeyEvent) { gesture() }

// KeyUp implements desktop.Keyable.
func (g *PlanGrid) KeyUp(*fyne.KeyEvent) {}
