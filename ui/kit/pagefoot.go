package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// PageFoot is a page whose head and foot stay in sight while its body scrolls: a form in several stations. scroll is
// what SetScrollOffset and its like are told.
func PageFoot(head, body, foot fyne.CanvasObject) (whole, scroll *fyne.Container) {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		p := look.P()
		s.Rect(At(0, 0, size.Width, size.Height), p.Card, 0)
		s.Rect(At(0, 0, size.Width, 1), p.Line, 0)
	})
	scroll = Scroll(PadXY(look.Margin, look.Hair, VBox(look.Gap, Grow(body), Gap(0))))
	return VBox(0, PadXY(look.Margin, 18, head), Grow(scroll), Stack(back, PadXY(look.Margin, look.Gap, foot))), scroll
}
