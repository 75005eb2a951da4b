package preview

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mercredi/ui/kit"
	"mercredi/ui/look"
)

const (
	thumbWidth = 64
	thumbsMost = 40 // more pages are turned, not picked
)

// fillStrip shows the pages small, below one another.
func (p *Preview) fillStrip() {
	if !p.parts.Thumbs {
		return
	}
	if len(p.pages) < 2 {
		p.strip.Hide()
	} else {
		column := kit.VBox(look.Tight, kit.Gap(2))
		for i, img := range p.pages[:min(len(p.pages), thumbsMost)] {
			column.Add(p.thumb(i, img))
		}
		kit.Replace(p.strip, kit.Scroll(column))
		p.strip.Show()
	}
	kit.Relayout(p.body)
}

// thumb is one small page: a button that shows it.
func (p *Preview) thumb(i int, img image.Image) fyne.CanvasObject {
	area := img.Bounds()
	size := fyne.NewSize(thumbWidth, kit.Ceil(thumbWidth*float32(area.Dy())/float32(max(1, area.Dx()))))
	small := canvas.NewImageFromImage(img)
	small.FillMode, small.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	b := &kit.Press{Name: fmt.Sprintf("Page\u00a0%d", i+1), OnTapped: func() { p.Turn(i) }}
	b.Min = size
	b.Paint = func(s *kit.Scene, size fyne.Size) {
		all := kit.At(0, 0, size.Width, size.Height)
		edge := kit.Edge{Width: 1, Colour: look.P().Line}
		if p.at == i {
			edge = kit.Edge{Width: 2, Colour: look.P().Primary}
		}
		s.Box(all.Inset(-2, -2), edge, look.P().Card, look.RadiusTag)
	}
	b.Extend(b)
	return kit.Sized(size.Width, size.Height, kit.Stack(b, kit.Pad(1, small)))
}
