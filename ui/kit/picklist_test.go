package kit

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func openPickList(t *testing.T, n int) (l *PickList, picked, opened *[]string) {
	t.Helper()
	startApp(t)
	picked, opened = &[]string{}, &[]string{}
	l = NewPickList("structures", func(k string) { *picked = append(*picked, k) }, func(k string) { *opened = append(*opened, k) })
	rows := make([]PickRow, n)
	for i := range rows {
		rows[i] = PickRow{Key: fmt.Sprint(i), Icon: "info", Title: fmt.Sprint("Ligne ", i), Detail: "détail"}
	}
	l.Set(rows)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(l))
	w.Resize(fyne.NewSize(300, 4*pickRowHeight))
	return l, picked, opened
}

func TestArrowsChangeTheChoiceOfAListAndEnterOpensIt(t *testing.T) {
	l, picked, opened := openPickList(t, 30)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn} {
		l.Keyboard().TypedKey(&fyne.KeyEvent{Name: k})
	}
	if !slices.Equal(*picked, []string{"0", "1", "0", "29"}) || !slices.Equal(*opened, []string{"29"}) {
		t.Errorf("picked %v, opened %v", *picked, *opened)
	}
	if off := ScrollOffset(l.scroll); off != 26*pickRowHeight {
		t.Errorf("the last line is chosen and the list is scrolled to %v", off)
	}
}

func TestALongListPaintsOnlyWhatIsInSight(t *testing.T) {
	l, _, _ := openPickList(t, 3000)
	if n := len(l.rows.Texts()); n > 2*7 {
		t.Errorf("%d texts are painted for 4 lines in sight", n)
	}
	l.Select("1500")
	if texts := l.rows.Texts(); !slices.Contains(texts, "Ligne 1500") {
		t.Errorf("the line chosen is not painted: %q", texts)
	}
}

func TestTheChoiceOfAListOutlivesNewLines(t *testing.T) {
	l, picked, _ := openPickList(t, 5)
	l.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 2.5*pickRowHeight)})
	l.Set(slices.Clone(l.Rows()[1:]))
	if l.Selected() != "2" || !slices.Equal(*picked, []string{"2"}) {
		t.Errorf("chosen %q, told %v", l.Selected(), *picked)
	}
}

func TestAMenuLongerThanTheWindowCanBeGoneThrough(t *testing.T) {
	startApp(t)
	button := NewButton("Type", "", Secondary, nil)
	w := test.NewTempWindow(t, button)
	w.Resize(fyne.NewSize(400, 300))
	items, done := make([]MenuItem, 24), -1
	for i := range items {
		items[i] = MenuItem{Title: fmt.Sprint("Choix ", i), Do: func() { done = i }}
	}
	m := ShowMenu(button, items)
	if h := m.rows.Size().Height; h > 300 {
		t.Errorf("the menu is %v high in a window of 300", h)
	}
	for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp} {
		m.rows.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if !slices.Contains(m.rows.Texts(), "Choix 22") || slices.Contains(m.rows.Texts(), "Choix 1") {
		t.Errorf("with the keyboard at the end the menu shows %q", m.rows.Texts())
	}
	a := m.rows.row(22, m.rows.Size().Width)
	m.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(a.X+9, a.Y+9)})
	if done != 22 {
		t.Errorf("a click on the row 22 chooses %d", done)
	}
}
