package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func openPlan(t *testing.T, p PlanParts, size fyne.Size) *PlanGrid {
	t.Helper()
	startApp(t)
	g := NewPlanGrid(p)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(g))
	w.Resize(size)
	w.Canvas().Focus(g)
	return g
}

var planSize = fyne.NewSize(834, 559)

// middle is the middle of a block, in the widget.
func (g *PlanGrid) middle(i int) fyne.Position {
	a, f := g.block(i), g.frame()
	return fyne.NewPos(f.body.X+a.X+a.W/2, f.body.Y+a.Y+a.H/2)
}

func dragBlock(g *PlanGrid, i int, by fyne.Delta) {
	from := g.middle(i)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(by.DX, by.DY)}, Dragged: by})
	g.DragEnd()
}

func TestBlocksOfAColumnThatOverlapStandSideBySide(t *testing.T) {
	p := planDay()
	p.Blocks = append(p.Blocks, PlanBlock{Column: 3, Start: hm(10, 30), Minutes: 60}, PlanBlock{Column: 3, Start: hm(11, 0), Minutes: 30})
	g := openPlan(t, p, planSize)
	first, second, third := g.block(9), g.block(12), g.block(13)
	if second.X < first.End() {
		t.Errorf("two blocks of the same time overlap: %v and %v", first, second)
	}
	if third.X != first.X {
		t.Error("a block that starts when the first one ends does not take its part")
	}
	if whole := g.block(10); whole.W < first.W+second.W {
		t.Error("a block that overlaps nothing does not have the whole column")
	}
}

func TestAnHourIsAsHighAsTheRoomAllowsAndNeverTooLow(t *testing.T) {
	g := openPlan(t, planDay(), planSize)
	if h := g.frame().hour; h != 57 {
		t.Errorf("an hour is %v high, want 57", h)
	}
	g.Resize(fyne.NewSize(834, 300))
	if h := g.frame().hour; h != planHourLeast {
		t.Errorf("an hour is %v high in little room", h)
	}
	g.Stand(11) // at 16 h, out of sight
	if a := g.block(11); a.Bottom() > g.frame().body.H {
		t.Errorf("the block of the keyboard is out of sight: %v", a)
	}
	g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 4000)})
	if g.oy != 0 {
		t.Error("the wheel does not bring the morning back")
	}
}

func TestArrowsGoFromBlockToBlockOfAPlan(t *testing.T) {
	g := openPlan(t, planDayWithoutTarget(), planSize)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyHome, 0}, {fyne.KeyDown, 1}, {fyne.KeyDown, 2}, {fyne.KeyDown, 2}, {fyne.KeyRight, 3}, {fyne.KeyRight, 7},
		{fyne.KeyUp, 6}, {fyne.KeyRight, 9}, {fyne.KeyRight, 11}, {fyne.KeyRight, 11}, {fyne.KeyLeft, 10}, {fyne.KeyEnd, 11}} {
		g.TypedKey(&fyne.KeyEvent{Name: step.key})
		if g.At() != step.want {
			t.Fatalf("%s goes to block %d, want %d", step.key, g.At(), step.want)
		}
	}
}

func planDayWithoutTarget() PlanParts {
	p := planDay()
	p.Blocks[4].Target = ""
	return p
}

func TestWhileSomethingWaitsTheKeyboardRunsThroughTheTargetsOnly(t *testing.T) {
	p, opened := planDay(), []int(nil)
	p.Blocks[1].Target, p.Blocks[10].Target = "Placer ici", "Placer ici"
	p.OnOpen = func(i int) { opened = append(opened, i) }
	g := openPlan(t, p, planSize)
	var visited []int
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyRight} {
		g.TypedKey(&fyne.KeyEvent{Name: k})
		visited = append(visited, g.At())
	}
	if want := []int{1, 10, 4, 1, 4, 10}; !slices.Equal(visited, want) {
		t.Errorf("the keyboard went to %v, want %v", visited, want)
	}
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !slices.Equal(opened, []int{10}) {
		t.Errorf("Enter opened %v", opened)
	}
}

func TestABlockMovesByTheKeyboard(t *testing.T) {
	p := planDayWithoutTarget()
	var moves []PlanPlace
	p.OnMove = func(_ int, to PlanPlace) { moves = append(moves, to) }
	p.Judge = func(_ int, to PlanPlace) (string, bool) { return "La salle est prise.", to.Column == 3 }
	p.Blocks[9].Fixed = "séance passée"
	g := openPlan(t, p, planSize)
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			g.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	g.Stand(10)
	g.TypedRune('m')
	press(fyne.KeyDown, fyne.KeyLeft)
	if words := g.Texts(); !slices.Contains(words, "14\u00a0h\u00a015 à 15\u00a0h\u00a015") || !slices.Contains(words, "La salle est prise.") {
		t.Errorf("the place is not told in words: %q", words)
	}
	press(fyne.KeyReturn)
	g.TypedRune('m')
	press(fyne.KeyUp, fyne.KeyEscape)
	g.TypedRune('M')
	press(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	g.TypedRune('M')
	press(fyne.KeyReturn) // where it was: nothing moves
	g.Stand(9)
	g.TypedRune('m')
	if held, _ := g.Held(); held >= 0 {
		t.Error("a fixed block is taken hold of")
	}
	if want := []PlanPlace{{2, hm(14, 15)}, {4, hm(17, 0)}}; !slices.Equal(moves, want) {
		t.Errorf("moved to %v, want %v", moves, want)
	}
}

func TestCtrlAndAnArrowMoveABlockAndOtherShortcutsAreTheWindows(t *testing.T) {
	p := planDayWithoutTarget()
	p.OnMove = func(int, PlanPlace) {}
	g := openPlan(t, p, planSize)
	var heard []fyne.KeyName
	OnShortcut = func(s fyne.Shortcut) bool {
		heard = append(heard, s.(fyne.KeyboardShortcut).Key())
		return true
	}
	defer func() { OnShortcut = nil }()
	g.Stand(10)
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShortcutDefault})
	if i, to := g.Held(); i != 10 || to != (PlanPlace{3, hm(14, 15)}) {
		t.Errorf("block %d is held at %v", i, to)
	}
	g.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierShortcutDefault})
	g.TypedShortcut(&fyne.ShortcutUndo{})
	if !slices.Equal(heard, []fyne.KeyName{fyne.KeyK, fyne.KeyZ}) {
		t.Errorf("the window heard %v", heard)
	}
}

func TestABlockIsDraggedToAStepAndAColumn(t *testing.T) {
	p := planDay()
	var moves []PlanPlace
	p.OnMove = func(_ int, to PlanPlace) { moves = append(moves, to) }
	g := openPlan(t, p, planSize)
	dragBlock(g, 10, fyne.NewDelta(160, 60)) // a column to the right, a little more than an hour
	dragBlock(g, 10, fyne.NewDelta(3, 2))    // not even a step
	dragBlock(g, 10, fyne.NewDelta(900, 60)) // out of the plan
	if want := []PlanPlace{{4, hm(15, 0)}}; !slices.Equal(moves, want) {
		t.Errorf("moved to %v, want %v", moves, want)
	}
	if held, _ := g.Held(); held >= 0 {
		t.Error("a block is still held")
	}
}

func TestAClickOpensAndTheRightButtonShowsTheMenuWhereTheBlockLies(t *testing.T) {
	p := planDay()
	opened, menus := []int(nil), []Area(nil)
	p.OnOpen = func(i int) { opened = append(opened, i) }
	p.OnMenu = func(_ int, at Area) { menus = append(menus, at) }
	g := openPlan(t, p, planSize)
	g.Tapped(&fyne.PointEvent{Position: g.middle(6)})
	g.Tapped(&fyne.PointEvent{Position: fyne.NewPos(300, 260)}) // the break
	g.TappedSecondary(&fyne.PointEvent{Position: g.middle(6)})
	g.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	if !slices.Equal(opened, []int{6}) {
		t.Errorf("opened %v", opened)
	}
	m := g.middle(6)
	if len(menus) != 2 || !menus[0].Has(m.X, m.Y) || menus[0] != menus[1] {
		t.Errorf("menus opened at %v", menus)
	}
}

func TestThePlanSaysWhichBlockLiesUnderWhatIsDraggedFromElsewhere(t *testing.T) {
	g := openPlan(t, planDay(), planSize)
	if i := g.Over(g.middle(4)); i != 4 || g.guest != 4 {
		t.Errorf("block %d is under the mouse", i)
	}
	if i := g.Over(fyne.NewPos(2, 2)); i != -1 {
		t.Errorf("block %d is under the mouse in the corner", i)
	}
	g.Over(g.middle(4))
	if g.Leave(); g.guest != -1 {
		t.Error("a block still stands out")
	}
}

func TestTheKeyboardStaysOnItsBlockWhenThePlanIsSetAgain(t *testing.T) {
	g := openPlan(t, planDay(), planSize)
	g.Stand(7)
	p := planDay()
	p.Blocks = p.Blocks[2:]
	g.Set(p)
	if g.At() != 5 {
		t.Errorf("the keyboard is on block %d, want 5", g.At())
	}
	p.Blocks = nil
	p.Bridges = nil
	g.Set(p)
	for _, k := range []fyne.KeyName{fyne.KeyHome, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn, desktop.KeyMenu} {
		g.TypedKey(&fyne.KeyEvent{Name: k})
	}
	g.TypedRune('m')
	if g.At() != -1 {
		t.Errorf("the keyboard is on block %d of none", g.At())
	}
}
