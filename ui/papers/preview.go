package papers

import (
	"context"
	"image"

	"mercredi/ui/task"
)

// Preview draws the pages of a PDF, width pixels wide, and shows them on the UI goroutine. A newer preview takes the
// place of the older, whose answer never comes. The returned function gives up waiting.
//
// An error speaks French through fr.Error; where the engine does not run, every preview says so and all the rest of
// the service works.
func (s *Service) Preview(pdf []byte, width int, show func(pages []image.Image, err error)) (cancel func()) {
	s.dropPreview()
	s.dropPreview = task.Run(s.world.Tasks, func(ctx context.Context) ([]image.Image, error) {
		return s.engine.draw(ctx, pdf, width)
	}, show)
	return s.dropPreview
}
