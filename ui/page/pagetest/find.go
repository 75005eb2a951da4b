package pagetest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// labelled is a widget that says its own words.
type labelled interface{ Label() string }

// Find answers the widgets of a type in the window, dialogs and menus first, in reading order. label narrows to those
// that say it; "" takes all.
func Find[W fyne.CanvasObject](w *Window, label string) []W {
	var found []W
	look := func(root fyne.CanvasObject) {
		for _, o := range test.LaidOutObjects(root) {
			x, ok := o.(W)
			if !ok || !o.Visible() {
				continue
			}
			if l, says := o.(labelled); label == "" || says && l.Label() == label {
				found = append(found, x)
			}
		}
	}
	if top := w.Canvas().Overlays().Top(); top != nil {
		look(top)
		return found
	}
	look(w.Content())
	return found
}

// Tap taps the first widget that says label.
func Tap(t testing.TB, w *Window, label string) {
	t.Helper()
	for _, o := range Find[fyne.CanvasObject](w, label) {
		if tappable, ok := o.(fyne.Tappable); ok {
			tappable.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("nothing to tap says %q", label)
}
