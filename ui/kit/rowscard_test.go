package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func openRowsCard(t *testing.T, n int, size fyne.Size) (*RowsCard, []fyne.CanvasObject) {
	t.Helper()
	startApp(t)
	c := NewRowsCard("À faire")
	rows := make([]fyne.CanvasObject, n)
	for i := range rows {
		rows[i] = NewAlertRow(Alert{Icon: "info", Fact: "Un fait"})
	}
	c.Set(nil, Text("Rien", look.Body), rows...)
	w := test.NewTempWindow(t, Gap(1))
	w.SetPadded(false)
	w.SetContent(Band(c))
	w.Resize(size)
	return c, rows
}

func inSight(rows []fyne.CanvasObject) (n int) {
	for _, r := range rows {
		if r.Visible() {
			n++
		}
	}
	return n
}

func TestACardShowsTheRowsThatHaveRoomAndOffersTheOthers(t *testing.T) {
	c, rows := openRowsCard(t, 9, fyne.NewSize(400, 340))
	if n := inSight(rows); n != 5 || !c.more.Visible() {
		t.Errorf("%d rows of 9 are shown, want 5; the others are offered: %v", n, c.more.Visible())
	}
	test.Tap(c.more)
	if n := inSight(rows); n != 9 {
		t.Errorf("« Tout voir » shows %d rows of 9", n)
	}
	if c.MinSize().Height < 9*52 {
		t.Error("the card does not ask for the room of all its rows")
	}
	test.Tap(c.more)
	if n := inSight(rows); n != 5 {
		t.Errorf("« Réduire » leaves %d rows", n)
	}
}

func TestTheRowsOfACardAreLowerWhenThereIsLittleRoom(t *testing.T) {
	c, rows := openRowsCard(t, 4, fyne.NewSize(400, 500))
	if h := rows[0].Size().Height; h != 52 || c.more.Visible() {
		t.Errorf("with room a row is %v high, want 52; more is offered: %v", h, c.more.Visible())
	}
	c.Resize(fyne.NewSize(400, c.MinSize().Height))
	if h := rows[0].Size().Height; h != rowLow || inSight(rows) != 4 {
		t.Errorf("without room a row is %v high, want %v; %d are shown", h, rowLow, inSight(rows))
	}
}

func TestACardWithoutRowsSaysSo(t *testing.T) {
	c, _ := openRowsCard(t, 0, fyne.NewSize(400, 300))
	if !c.body.Visible() || c.more.Visible() {
		t.Error("an empty card shows its sentence and offers nothing more")
	}
}

func TestASearchButtonOpensWithAClickAndTheFirstLetter(t *testing.T) {
	startApp(t)
	opened, letter := 0, rune(0)
	b := NewSearchButton("Chercher", "Ctrl K", func() { opened++ })
	b.OnTyped = func(r rune) { letter = r }
	b.FocusGained()
	if opened != 0 {
		t.Error("going through the field opens the search")
	}
	test.Tap(b)
	b.TypedRune('l')
	if opened != 1 || letter != 'l' {
		t.Errorf("opened %d times, first letter %q", opened, letter)
	}
}

func TestTheUpperPartGrowsOnlyWhenThereIsRoomForIt(t *testing.T) {
	startApp(t)
	upper, lower := Sized(10, 100, Gap(1)), Sized(10, 100, Gap(1))
	c := UpTo(10, func() float32 { return 40 }, upper, lower)
	c.Resize(fyne.NewSize(200, 240))
	if upper.Size().Height != 100 || lower.Size().Height != 130 {
		t.Errorf("with 30 left the heights are %v and %v, want 100 and 130", upper.Size().Height, lower.Size().Height)
	}
	c.Resize(fyne.NewSize(200, 300))
	if upper.Size().Height != 140 || lower.Size().Height != 150 {
		t.Errorf("with 90 left the heights are %v and %v, want 140 and 150", upper.Size().Height, lower.Size().Height)
	}
}

func TestNewRowsKeepTheKeyboardOnTheSameWords(t *testing.T) {
	c, rows := openRowsCard(t, 3, fyne.NewSize(400, 300))
	canvas := fyne.CurrentApp().Driver().CanvasForObject(c)
	had := rows[1].(*fyne.Container).Objects[0].(*AlertRow)
	had.Enable()
	canvas.Focus(had)
	again := NewAlertRow(Alert{Icon: "info", Fact: "Un fait", Do: func() {}})
	c.Set(nil, Text("Rien", look.Body), again)
	if canvas.Focused() != again.Objects[0].(*AlertRow) {
		t.Errorf("the keyboard is on %v", canvas.Focused())
	}
}
