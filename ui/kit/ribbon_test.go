package kit

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

func TestArrowsInARibbonSkipTheDaysOff(t *testing.T) {
	startApp(t)
	var opened []int
	r := NewRibbon(schoolYear(), false, func(i int) { opened = append(opened, i) })
	r.Resize(r.MinSize())
	if schoolYear()[r.at].State != RibbonNext {
		t.Error("the keyboard does not start on the next day")
	}
	key(r, fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn) // after two holidays
	holiday := r.cell(2)
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(holiday.X+4, holiday.Y+4)})
	day := r.cell(7)
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(day.X+4, day.Y+4)})
	if !slices.Equal(opened, []int{4, 7}) {
		t.Errorf("opened %v, want 4 and 7", opened)
	}
}

func TestABigRibbonGoesFromMonthToMonth(t *testing.T) {
	startApp(t)
	r := NewRibbon(schoolYear(), true, func(int) {})
	r.Resize(r.MinSize())
	r.Choose(14) // 3 January… the first cell of its month
	row, col := r.place(r.at)
	key(r, fyne.KeyDown)
	if y, x := r.place(r.at); y != row+1 || x != col {
		t.Errorf("Down goes from line %d column %d to line %d column %d", row, col, y, x)
	}
	if got := r.Texts()[0]; got != "oct." {
		t.Errorf("the first words are %q", got)
	}
}

func TestARibbonThatOpensNothingIsNoStopForTab(t *testing.T) {
	startApp(t)
	if !NewRibbon(schoolYear(), false, nil).Disabled() || NewRibbon(schoolYear(), false, func(int) {}).Disabled() {
		t.Error("a ribbon is a stop for Tab exactly when it opens something")
	}
}
