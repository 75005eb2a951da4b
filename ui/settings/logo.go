package settings

import (
	"bytes"
	"fmt"
	"image/png"
	"io"
	"os"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/export/picture"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

const (
	logoHigh = 96  // of the logo on screen
	logoWide = 250 // at most
)

// logo shows what stands at the head of papers, and lets the team choose it or take it away.
func (p *Page) logo() fyne.CanvasObject {
	file := p.desk.Registry.Settings().Logo
	choose := "Choisir un logo…"
	var shown fyne.CanvasObject = kit.Paragraph("Sans logo, l’en-tête porte le nom de l’équipe et de la ville.", look.Detail)
	remove, pick := kit.Gap(0), kit.Gap(0)
	if drawn, err := png.Decode(bytes.NewReader(file)); err == nil {
		sheet := kit.NewPicture("")
		sheet.SetImage(drawn)
		size := drawn.Bounds().Size()
		wide := min(float32(logoWide), logoHigh*float32(size.X)/float32(size.Y))
		shown = kit.HBox(0, kit.Sized(wide+2, wide*float32(size.Y)/float32(size.X)+4, sheet))
		choose = "Changer de logo…"
		remove = kit.NewButton("Retirer le logo", "", kit.Secondary, func() { p.change(func(s *data.Settings) { s.Logo = nil }) })
	}
	if papers, ok := p.desk.Papers.(page.PictureChooser); ok {
		pick = kit.NewButton(choose, "", kit.Secondary, func() { papers.ChoosePicture(p.takeLogo) })
	}
	return kit.VBox(look.Hair, kit.Text("Logo", look.DetailBold), shown,
		kit.Paragraph("PNG, JPEG ou SVG. Il est mis à la bonne taille et posé sur du blanc.", look.Detail),
		kit.HBox(look.Gap, pick, remove))
}

// takeLogo reads a file that somebody chose and keeps what papers can carry of it.
func (p *Page) takeLogo(path string) {
	var logo []byte
	p.desk.Do(func() error {
		file, err := readBounded(path)
		if err != nil {
			return err
		}
		logo, err = picture.Logo(file)
		return err
	}, func() { p.change(func(s *data.Settings) { s.Logo = logo }) })
}

// readBounded reads no more of a file than what tells that it is too heavy.
func readBounded(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening a logo: %w", err)
	}
	defer func() { _ = file.Close() }()
	content, err := io.ReadAll(io.LimitReader(file, picture.MostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading a logo: %w", err)
	}
	return content, nil
}
