//go:build ci

package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// clipNested cuts what scrolls inside something that scrolls, the text of a field in a long form, to what is in sight.
// The painter of the product does it by itself; the software painter knows the innermost clip only. restore undoes it.
func clipNested(root fyne.CanvasObject) (restore func()) {
	var undo []func()
	var walk func(o fyne.CanvasObject, y, bottom float32, nested bool)
	walk = func(o fyne.CanvasObject, y, bottom float32, nested bool) {
		if o == nil || !o.Visible() {
			return
		}
		y += o.Position().Y
		if s, ok := o.(*container.Scroll); ok {
			if nested && y+s.Size().Height > bottom {
				size := s.Size()
				undo = append(undo, func() { s.Resize(size) })
				s.Resize(fyne.NewSize(size.Width, max(0, bottom-y)))
			}
			bottom, nested = min(bottom, y+s.Size().Height), true
		}
		for _, child := range childrenOf(o) {
			walk(child, y, bottom, nested)
		}
	}
	walk(root, 0, root.Size().Height, false)
	return func() {
		for _, f := range undo {
			f()
		}
	}
}

func childrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
