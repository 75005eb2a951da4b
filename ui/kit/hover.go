package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hoverArea is a drawing that says when the mouse is over it.
type hoverArea struct {
	Painted
	over func(bool)
}

func (h *hoverArea) MouseIn(*desktop.MouseEvent)    { h.over(true) }
func (h *hoverArea) MouseMoved(*desktop.MouseEvent) {}
func (h *hoverArea) MouseOut()                      { h.over(false) }

// scrim is what lies between a dialog and the page: it takes the clicks and hovers that would reach the page.
type scrim struct {
	Painted
	tapped func()
}

func newScrim(paint func(*Scene, fyne.Size), tapped func()) *scrim {
	s := &scrim{tapped: tapped}
	s.Paint = paint
	s.ExtendBaseWidget(s)
	return s
}

func (s *scrim) Tapped(*fyne.PointEvent) {
	if s.tapped != nil {
		s.tapped()
	}
}
func (s *scrim) MouseIn(*desktop.MouseEvent)    {}
func (s *scrim) MouseMoved(*desktop.MouseEvent) {}
func (s *scrim) MouseOut()                      {}
func (s *scrim) Scrolled(*fyne.ScrollEvent)     {}
