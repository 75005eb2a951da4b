package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// RowButton is a row of a list that is one button as a whole, around anything passive.
type RowButton struct{ Press }

// NewRowButton makes the row; name says where it leads. The first row has no line above.
func NewRowButton(name string, first bool, body fyne.CanvasObject, do func()) *fyne.Container {
	b := &RowButton{}
	b.Name, b.OnTapped, b.Min = name, do, fyne.NewSize(1, look.RowHeight)
	b.Paint = func(s *Scene, size fyne.Size) {
		a := At(0, 0, size.Width, size.Height).Inset(-6, 1)
		if !first {
			s.Rect(At(0, 0, size.Width, 1), look.P().Line, 0)
		}
		if b.Hovered() {
			s.Rect(a, look.P().Sunken, look.RadiusField)
		}
		if b.focused {
			s.RingIn(a, look.RadiusField)
		}
	}
	b.Extend(b)
	return Stack(b, PadXY(0, look.Tight, body))
}
