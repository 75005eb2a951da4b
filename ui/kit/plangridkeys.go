package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable: the keyboard starts on the first block it may be on.
func (g *PlanGrid) FocusGained() {
	g.focused = true
	Reveal(g)
	if g.at < 0 || !g.open(g.at) {
		for _, i := range g.order {
			if g.open(i) {
				g.at = i
				break
			}
		}
	}
	if g.at >= 0 {
		g.reveal(g.block(g.at))
	}
	g.body.Refresh()
}

// FocusLost implements fyne.Focusable.
func (g *PlanGrid) FocusLost() {
	g.focused = false
	if g.held.byKey {
		g.held = planHeld{block: -1}
	}
	g.body.Refresh()
}

// targets says whether something is waiting for a place.
func (g *PlanGrid) targets() bool {
	for _, i := range g.order {
		if g.parts.Blocks[i].Target != "" {
			return true
		}
	}
	return false
}

// open says whether the keyboard may be on a block: any of them, or the targets only when there are some.
func (g *PlanGrid) open(i int) bool { return g.parts.Blocks[i].Target != "" || !g.targets() }

// TypedRune implements fyne.Focusable.
func (g *PlanGrid) TypedRune(r rune) {
	switch {
	case g.at < 0 || g.held.block >= 0:
	case unicode.ToUpper(r) == 'M':
		g.hold(g.at)
	case g.parts.OnRune != nil:
		g.parts.OnRune(g.at, r)
	}
}

// TypedKey implements fyne.Focusable.
func (g *PlanGrid) TypedKey(e *fyne.KeyEvent) {
	switch {
	case g.held.block >= 0:
		g.keyHeld(e.Name)
		return
	case g.parts.OnKey != nil && g.parts.OnKey(g.at, e):
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		g.Stand(g.nextInColumn(-1))
	case fyne.KeyDown:
		g.Stand(g.nextInColumn(1))
	case fyne.KeyLeft:
		g.Stand(g.nextColumn(-1))
	case fyne.KeyRight:
		g.Stand(g.nextColumn(1))
	case fyne.KeyHome:
		g.Stand(g.edge(false))
	case fyne.KeyEnd:
		g.Stand(g.edge(true))
	case fyne.KeyPageUp:
		g.scrollTo(g.ox, g.oy-g.frame().body.H/2)
	case fyne.KeyPageDown:
		g.scrollTo(g.ox, g.oy+g.frame().body.H/2)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if g.at >= 0 && g.parts.OnOpen != nil {
			g.parts.OnOpen(g.at)
		}
	case desktop.KeyMenu:
		g.menu(g.at)
	case fyne.KeyEscape:
		if g.parts.OnEscape == nil || !g.parts.OnEscape() {
			Escape(g)
		}
	}
}

// keyHeld moves the block that is held.
func (g *PlanGrid) keyHeld(key fyne.KeyName) {
	switch key {
	case fyne.KeyUp:
		g.shift(0, -g.parts.Step)
	case fyne.KeyDown:
		g.shift(0, g.parts.Step)
	case fyne.KeyPageUp:
		g.shift(0, -60)
	case fyne.KeyPageDown:
		g.shift(0, 60)
	case fyne.KeyLeft:
		g.shift(-1, 0)
	case fyne.KeyRight:
		g.shift(1, 0)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g.drop()
	case fyne.KeyEscape:
		g.giveUp()
	}
}

func (g *PlanGrid) menu(i int) {
	if i >= 0 && g.parts.OnMenu != nil {
		g.parts.OnMenu(i, g.inWindow(g.block(i)))
	}
}

// edge is the first or the last block in reading order that the keyboard may be on.
func (g *PlanGrid) edge(last bool) int {
	found := -1
	for _, i := range g.order {
		if g.open(i) {
			found = i
			if !last {
				break
			}
		}
	}
	return found
}

// nextInColumn is the nearest block above (-1) or below (+1) in the same column; with targets only, in any column.
func (g *PlanGrid) nextInColumn(step int) int {
	if g.at < 0 {
		return g.edge(false)
	}
	from, targets := g.parts.Blocks[g.at], g.targets()
	best, bestAway := g.at, 0
	for _, i := range g.order {
		b := g.parts.Blocks[i]
		later := (b.Start - from.Start) * step
		if b.Start == from.Start && b.Column == from.Column {
			later = (i - g.at) * step // side by side
		}
		if later <= 0 || !g.open(i) || !targets && b.Column != from.Column {
			continue
		}
		away := later*10 + apart(b.Column, from.Column)
		if best == g.at || away < bestAway {
			best, bestAway = i, away
		}
	}
	return best
}

// nextColumn is the block nearest in time of the next column that has one, in a direction.
func (g *PlanGrid) nextColumn(step int) int {
	if g.at < 0 {
		return g.edge(false)
	}
	from := g.parts.Blocks[g.at]
	best, bestAway := g.at, 0
	for _, i := range g.order {
		b := g.parts.Blocks[i]
		beside := (b.Column - from.Column) * step
		if beside <= 0 || !g.open(i) {
			continue
		}
		away := beside*24*60 + apart(b.Start, from.Start)
		if best == g.at || away < bestAway {
			best, bestAway = i, away
		}
	}
	return best
}

func apart(a, b int) int { return max(a-b, b-a) }

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow takes hold of the block and moves it. Every other one is
// the window's.
func (g *PlanGrid) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	arrow := ok && custom.Modifier == fyne.KeyModifierShortcutDefault && (custom.KeyName == fyne.KeyUp ||
		custom.KeyName == fyne.KeyDown || custom.KeyName == fyne.KeyLeft || custom.KeyName == fyne.KeyRight)
	if !arrow {
		if OnShortcut != nil {
			OnShortcut(s)
		}
		return
	}
	if g.held.block < 0 {
		g.hold(g.at)
	}
	if g.held.block >= 0 {
		g.keyHeld(custom.KeyName)
	}
}
