package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/look"
)

func TestWheelOverANoteScrollsThePage(t *testing.T) {
	notes := VBox(look.Gap)
	for range 6 {
		f := NewNoteField("Note", "", 4)
		f.SetText(strings.Repeat("mot ", 30))
		notes.Add(f)
	}
	page := Scroll(notes)
	openAt(t, page, 400, 300)
	for _, o := range test.LaidOutObjects(page) {
		if w, ok := o.(*wheel); ok {
			w.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -60}})
			break
		}
	}
	if got := ScrollOffset(page); got != 60 {
		t.Errorf("scrolled by %v", got)
	}
}
