package workshops

import (
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// row puts fields side by side, equally wide.
func row(objs ...fyne.CanvasObject) fyne.CanvasObject {
	cells := make([]kit.Cell, len(objs))
	for i, o := range objs {
		cells[i] = kit.Share(1, o)
	}
	return kit.Columns(look.Gap, cells...)
}

// linesOf is what is written, a line each.
func linesOf(text string) []string {
	var out []string
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
