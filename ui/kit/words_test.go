package kit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func TestAParagraphKeepsItsLinesShortOnAWideScreen(t *testing.T) {
	startApp(t)
	text := strings.Repeat("Chaque enfant fabrique un personnage qui dit ce qu’il n’ose pas dire. ", 6)
	for name, st := range map[string]look.Style{"body": look.Body, "detail": look.Detail} {
		for _, line := range Paragraph(text, st).wrap(1600) {
			if n := utf8.RuneCountInString(line); n > 95 {
				t.Errorf("%s: a line has %d letters", name, n)
			}
		}
	}
}

func TestFlushWordsStandOnTheLeftEdge(t *testing.T) {
	startApp(t)
	b := NewLink("Voir les 5 autres", nil)
	box := Flush(b)
	box.Resize(box.MinSize())
	if at := b.Position().X; at != -quietPad {
		t.Errorf("the button stands at %v, its words at %v", at, at+quietPad)
	}
}

func TestARowOfAnEventLeavesItsActionToTheRight(t *testing.T) {
	startApp(t)
	action := NewSmall("Modifier", "", Secondary, nil)
	w := test.NewTempWindow(t, EventRow(Event{Title: "Lila K.", Detail: "8 ans", Action: Center(action), Do: func() {}}))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 60))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(action)
	if end := at.X + action.Size().Width; end != 400 {
		t.Errorf("the action ends at %v in a row of 400", end)
	}
}

func TestRowsOfAMatrixShrinkWhenThatBringsAllInSight(t *testing.T) {
	startApp(t)
	parts, _ := sampleMatrix(7)
	m := NewMatrix(parts)
	w := test.NewTempWindow(t, m)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1100, m.MinSize().Height))
	if f := m.frame(); f.row != rowLeast || f.marks.H < 7*rowLeast {
		t.Errorf("rows of %v in %v: the seventh is cut", f.row, f.marks.H)
	}
}
