package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestNothingTypedInANoteChangesPlaceWhereLinesWrap(t *testing.T) {
	want := "Le mien " + strings.Repeat("encore un peu plus long ", 20)
	for _, width := range []float32{606, 398, 297, 194} {
		f := NewNoteField("Note", "", 4)
		openAt(t, VBox(0, f), width, 500)
		for _, r := range want {
			f.entry.TypedRune(r)
		}
		if f.entry.Text != want {
			t.Errorf("in %v: %q", width, f.entry.Text)
		}
	}
}

func TestBackspaceTakesTheSpaceAtTheEndOfALine(t *testing.T) {
	for _, width := range []float32{398, 297, 194} {
		f := NewNoteField("Note", "", 4)
		openAt(t, VBox(0, f), width, 500)
		want := ""
		for range 60 {
			for _, r := range "encore un peu x" {
				f.entry.TypedRune(r)
			}
			f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // the x
			f.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // the space
			f.entry.TypedRune(' ')
			want += "encore un peu "
		}
		if f.entry.Text != want {
			t.Errorf("in %v: %q", width, f.entry.Text)
		}
	}
}
