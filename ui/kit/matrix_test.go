package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

// openMatrix shows a matrix of n rows in a window; marks are what its page keeps.
func openMatrix(t *testing.T, n int, size fyne.Size, change func(*MatrixParts)) (m *Matrix, marks [][]byte) {
	t.Helper()
	startApp(t)
	p, marks := sampleMatrix(n)
	if change != nil {
		change(&p)
	}
	m = NewMatrix(p)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(m))
	w.Resize(size)
	w.Canvas().Focus(m)
	return m, marks
}

// cellAt is the middle of a cell that is in sight.
func cellAt(m *Matrix, row, col int) fyne.Position {
	f := m.frame()
	return fyne.NewPos(f.marks.X+m.colX(col)+f.col/2, f.marks.Y+m.rowY(row)+f.row/2)
}

var screen = fyne.NewSize(1146, 460)

func TestKeysOfTheToolsMarkAndGoDown(t *testing.T) {
	m, marks := openMatrix(t, 7, screen, nil)
	m.SetFocus(3, 9)
	for _, r := range "ra" { // capitals are not needed
		m.TypedRune(r)
	}
	key(m, fyne.KeyDelete)
	if got := string([]byte{marks[3][9], marks[4][9], marks[5][9]}); got != "RA?" {
		t.Errorf("r, a, Suppr give %q, want RA?", got)
	}
	if row, col := m.Focus(); row != 6 || col != 9 {
		t.Errorf("the keyboard is on %d, %d, want 6, 9", row, col)
	}
	m.TypedRune('z')
	if row, _ := m.Focus(); row != 6 || marks[6][9] != '?' {
		t.Error("a letter that is no tool does something")
	}
}

func TestMarkingSkipsTheCellsBelowThatCannotChange(t *testing.T) {
	m, marks := openMatrix(t, 8, screen, nil) // the seventh row has no first cell
	m.SetFocus(5, 0)
	m.TypedRune('R')
	if row, _ := m.Focus(); row != 7 || marks[5][0] != 'R' || marks[6][0] != 'n' {
		t.Errorf("after the mark the keyboard is on row %d, want 7", row)
	}
}

func TestACellThatIsNotEditableRefuses(t *testing.T) {
	m, marks := openMatrix(t, 7, screen, nil)
	for _, col := range []int{6, 11} { // cancelled, still to come
		before := marks[2][col]
		m.SetFocus(2, col)
		m.TypedRune('P')
		key(m, fyne.KeySpace, fyne.KeyDelete)
		m.Tapped(&fyne.PointEvent{Position: cellAt(m, 2, col)})
		if marks[2][col] != before {
			t.Errorf("column %d took the mark %q", col, marks[2][col])
		}
		if row, _ := m.Focus(); row != 2 {
			t.Errorf("column %d: the keyboard went to row %d", col, row)
		}
	}
}

func TestAClickAndSpacePutTheChosenTool(t *testing.T) {
	m, marks := openMatrix(t, 7, screen, nil)
	m.parts.Legend.Choose(3)
	m.Tapped(&fyne.PointEvent{Position: cellAt(m, 1, 4)})
	key(m, fyne.KeyRight, fyne.KeySpace)
	if marks[1][4] != 'A' || marks[1][5] != 'A' {
		t.Errorf("the row is %s, want absences at 5 and 6", marks[1])
	}
	m.parts.Legend.Choose(4)
	key(m, fyne.KeySpace)
	if marks[1][5] != '?' {
		t.Errorf("the empty tool leaves %q", marks[1][5])
	}
}

func TestNamesAndSideColumnsAnswerMouseAndKeyboard(t *testing.T) {
	var names, sides []int
	m, _ := openMatrix(t, 7, screen, func(p *MatrixParts) {
		p.OnName = func(r int) { names = append(names, r) }
		p.Side[2].OnTap = func(r int) { sides = append(sides, r) }
	})
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, cellAt(m, 4, 0).Y)})
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(screen.Width-40, cellAt(m, 2, 0).Y)})
	m.SetFocus(1, 0)
	key(m, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if len(names) != 2 || names[0] != 4 || names[1] != 1 {
		t.Errorf("names opened: %v, want 4 and 1", names)
	}
	if len(sides) != 2 || sides[0] != 2 || sides[1] != 1 {
		t.Errorf("side cells opened: %v, want 2 and 1", sides)
	}
}

func TestALargeMatrixPaintsWhatIsInSightAndFollowsTheKeyboard(t *testing.T) {
	m, _ := openMatrix(t, 40, fyne.NewSize(760, 400), nil)
	if a, b := m.colsInSight(m.body.Size().Width); a == 0 || b < 10 {
		t.Errorf("columns %d to %d are in sight at first, want the current one among them", a, b)
	}
	if n := len(m.body.scene.objs); n > 200 {
		t.Errorf("%d objects for the cells in sight", n)
	}
	m.SetFocus(39, 0)
	a, b := m.rowsInSight(m.body.Size().Height)
	if c, _ := m.colsInSight(m.body.Size().Width); a > 39 || b != 40 || c != 0 {
		t.Errorf("rows %d to %d and columns from %d are in sight, want row 39 and column 0", a, b, c)
	}
	m.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DX: 9999, DY: 9999}})
	if m.ox != 0 || m.oy != 0 {
		t.Errorf("scrolled to %v, %v, want the top left", m.ox, m.oy)
	}
}

func TestRowsOfAMatrixBecomeLowWhenThereIsLittleRoom(t *testing.T) {
	m, _ := openMatrix(t, 7, fyne.NewSize(1146, 400), nil)
	if got := m.frame().row; got != rowTall {
		t.Errorf("rows are %v high in 400, want %v", got, rowTall)
	}
	m, _ = openMatrix(t, 7, fyne.NewSize(1146, 370), nil)
	if got := m.frame().row; got != 39 {
		t.Errorf("rows are %v high in 370, want what there is: 39", got)
	}
	m, _ = openMatrix(t, 7, fyne.NewSize(1146, 300), nil)
	if got := m.frame().row; got != rowShort {
		t.Errorf("rows are %v high in 300, want %v", got, rowShort)
	}
}

func TestTheHeightWantedIsEnoughAtEveryScale(t *testing.T) {
	startApp(t)
	t.Cleanup(func() { SetScale(1) })
	for _, scale := range []float32{1, 1.2, 1.3, 1.5, 2} {
		SetScale(scale)
		p, _ := sampleMatrix(7)
		m, tl := NewMatrix(p), NewTimeline(day())
		page := VBox(13, Sized(1, m.Wanted(), m), Sized(1, tl.Wanted(), tl))
		test.NewTempWindow(t, page).Resize(fyne.NewSize(1115, 900))
		f := m.frame()
		if _, _, scrolls := thumb(f.marks.W, 12*f.col, 0); scrolls || f.row != rowTall || tl.lineHeight() != laneTall {
			t.Errorf("scale %v: marks scroll %v, rows %v, lanes %v", scale, scrolls, f.row, tl.lineHeight())
		}
	}
}

func TestTheTipOfACellShowsUnderTheMouse(t *testing.T) {
	p, _ := sampleMatrix(7)
	p.Tip = func(r, c int) string { return p.Rows[r].Name + ", " + p.Columns[c].Sub }
	m := NewMatrix(p)
	_, layer, clock := openWindow(t, m)
	m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: cellAt(m, 1, 9)}})
	clock.pass()
	if layer.tip != "Mathis R., 13 janv." {
		t.Errorf("the tip is %q", layer.tip)
	}
	m.MouseOut()
	if layer.tip != "" {
		t.Error("the tip stays when the mouse has gone")
	}
}

func TestAMatrixWithoutToolsIsReadOnly(t *testing.T) {
	m, marks := openMatrix(t, 7, screen, func(p *MatrixParts) { p.Legend = nil })
	m.SetFocus(0, 0)
	m.TypedRune('A')
	key(m, fyne.KeySpace, fyne.KeyDelete)
	m.Tapped(&fyne.PointEvent{Position: cellAt(m, 0, 0)})
	if marks[0][0] != 'P' {
		t.Errorf("the cell became %q", marks[0][0])
	}
}

func BenchmarkMatrixMark(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.NewTheme(false))
	p, _ := sampleMatrix(7)
	m := NewMatrix(p)
	test.NewTempWindow(b, m).Resize(screen)
	for i := 0; b.Loop(); i++ {
		m.Mark(i%7, 9, []rune("PREA")[i%4])
	}
}
