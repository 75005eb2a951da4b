package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

const progressWidth = 84

// Progress shows how much of a whole is done, at the right of a row: the words above their bar.
func Progress(done, all int, words string) *Painted {
	return NewPainted(fyne.NewSize(progressWidth, 32), func(s *Scene, size fyne.Size) {
		s.TextR(At(0, 0, size.Width, 17), words, look.Caption)
		s.Bar(At(0, 17, size.Width, 14), float64(done)/float64(max(1, all)), look.P().OkEdge)
	})
}
