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

func TestADatedRibbonNamesTheHolidaysAndOpensThemToo(t *testing.T) {
	startApp(t)
	var opened []int
	r := NewDatedRibbon(datedYear(), func(i int) { opened = append(opened, i) })
	r.Resize(fyne.NewSize(1146, r.MinSize().Height))
	words := r.Texts()
	for _, name := range []string{"Toussaint", "Noël", "Hiver", "Printemps"} {
		if n := len(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w != name })); n != 1 {
			t.Errorf("%s is written %d times", name, n)
		}
	}
	holiday := r.cell(2)
	r.Tapped(&fyne.PointEvent{Position: fyne.NewPos(holiday.X+4, holiday.Y+4)})
	if !slices.Equal(opened, []int{2}) {
		t.Errorf("opened %v", opened)
	}
	if last := r.cell(len(r.cells) - 1); last.End() > 1146 {
		t.Errorf("the last day ends at %v", last.End())
	}
}
