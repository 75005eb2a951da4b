package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func openDragList(t *testing.T, p DragListParts, size fyne.Size) *DragList {
	t.Helper()
	startApp(t)
	l := NewDragList(p)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Stack(Band(l), NewLayer()))
	w.Resize(size)
	l.Set(waitingRows())
	w.Canvas().Focus(l.Keyboard())
	return l
}

func TestArrowsChooseALineToCarryAndEnterOpensIt(t *testing.T) {
	var told []string
	l := openDragList(t, DragListParts{
		OnPick: func(k string) { told = append(told, k) },
		OnOpen: func(k string) { told = append(told, "open "+k) },
		OnMenu: func(k string, _ Area) { told = append(told, "menu "+k) },
		OnRune: func(k string, r rune) { told = append(told, k+string(r)) },
	}, fyne.NewSize(296, 400))
	l.Keyboard().TypedRune('l') // nothing is chosen
	key(l.Keyboard(), fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, desktop.KeyMenu, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome)
	l.Keyboard().TypedRune('l')
	key(l.Keyboard(), fyne.KeyEscape)
	if want := []string{"a", "b", "open b", "menu b", "d", "a", "al", ""}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestALineIsCarriedOverTheWindowAndLetGo(t *testing.T) {
	var told []string
	at := func(what string) func(string, fyne.Position) {
		return func(k string, _ fyne.Position) { told = append(told, what+" "+k) }
	}
	l := openDragList(t, DragListParts{OnPick: func(k string) { told = append(told, "pick "+k) }, OnDrag: func(k string, _ fyne.Position) (string, bool) {
		told = append(told, "drag "+k)
		return "Groupe complet.", true
	}, OnDrop: at("drop")}, fyne.NewSize(296, 400))
	drag := func(i int) {
		a := l.rows.row(i)
		l.rows.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(a.X+9, a.Y+9)}})
		l.rows.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(400, 90)}})
		l.rows.DragEnd()
	}
	drag(2)
	drag(3) // it cannot be carried
	if want := []string{"pick c", "drag c", "drop c"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	if top.ghost != nil {
		t.Error("the ghost is still there")
	}
}

func TestAClickOnTheChosenLineLeavesIt(t *testing.T) {
	l := openDragList(t, DragListParts{}, fyne.NewSize(296, 400))
	a := l.rows.row(1)
	tap := &fyne.PointEvent{Position: fyne.NewPos(a.X+9, a.Y+9)}
	l.rows.Tapped(tap)
	if l.Selected() != "b" {
		t.Errorf("%q is chosen", l.Selected())
	}
	l.rows.Tapped(tap)
	if l.Selected() != "" {
		t.Errorf("%q is chosen after a second click", l.Selected())
	}
}

func TestTheChosenLineIsBroughtIntoSightAndForgottenWithItsRow(t *testing.T) {
	l := openDragList(t, DragListParts{}, fyne.NewSize(296, 120))
	l.Select("d")
	if a, y := l.rows.row(3), ScrollOffset(l.scroll); y == 0 || a.Bottom() > y+121 {
		t.Errorf("the line from %v to %v is out of sight at %v", a.Y, a.Bottom(), y)
	}
	l.Set(waitingRows()[:2])
	if l.Selected() != "" {
		t.Errorf("%q is chosen and is not there", l.Selected())
	}
	l.Set(nil)
	key(l.Keyboard(), fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnd, desktop.KeyMenu)
	if l.Selected() != "" {
		t.Error("something is chosen in an empty list")
	}
}
