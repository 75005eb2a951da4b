package bilans

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// drawPause is how long the typing, or the pull on the window's edge, stops before the page is drawn again.
const drawPause = 400 * time.Millisecond

// What the blank page says.
const (
	sayWait    = "L’aperçu se prépare…"
	sayNoPages = "Ce document n’a pas de page."
)

// preview is the page that the family will read, drawn again while one writes. The former page stays until the next
// one comes; where no page can be drawn it says so, and the form goes on.
type preview struct {
	desk page.Desk
	// paper answers, on the UI goroutine, how to write the document as it stands.
	paper func() func(io.Writer) error

	pause, making task.Latest
	drop          func() // gives up the drawing under way
	asked         bool   // a first page
	pages         []image.Image
	at            int

	content       *fyne.Container
	picture       *kit.Picture
	where         *kit.Label
	before, after *kit.Button
}

func newPreview(d page.Desk, paper func() func(io.Writer) error) *preview {
	p := &preview{desk: d, paper: paper, drop: func() {}}
	p.picture = kit.NewPicture(sayWait)
	p.picture.OnPixels = p.resized
	p.where = kit.Text("", look.Detail)
	p.before = p.button("chevron-left", "Page précédente", func() { p.turn(p.at - 1) })
	p.after = p.button("chevron-right", "Page suivante", func() { p.turn(p.at + 1) })
	head := kit.HBox(look.Tight, kit.Text("Aperçu", look.DetailBold), kit.Grow(p.where), kit.HBox(0, p.before, p.after,
		p.button("zoom-out", "Réduire la page", p.picture.ZoomOut),
		p.button("zoom-in", "Agrandir la page", p.picture.ZoomIn),
		p.button("maximize-2", "Toute la largeur", p.picture.FullWidth)))
	p.content = kit.SunkenPanel(kit.PadXY(look.Wide, 6, kit.VBox(2, head, kit.Grow(p.picture), kit.Gap(look.Hair))))
	p.say()
	return p
}

func (p *preview) button(icon, name string, do func()) *kit.Button {
	b := kit.NewIconButton(icon, name, do)
	b.Weight, b.Small = kit.Quiet, true
	return b
}

// typed is told at each key.
func (p *preview) typed() { p.pause.After(p.desk.Tasks, drawPause, p.draw) }

// resized is told by the picture, while it is laid out. The first page comes at once.
func (p *preview) resized(int) {
	if p.asked {
		p.typed()
		return
	}
	p.asked = true
	p.desk.Tasks.OnUI(p.draw)
}

// stop gives up what is under way: the page is left.
func (p *preview) stop() {
	p.pause.Cancel()
	p.making.Cancel()
	p.drop()
}

// draw makes the document and has it drawn.
func (p *preview) draw() {
	if p.picture.Pixels() == 0 {
		return // it has no room yet; it says when it gets some
	}
	p.pause.Cancel()
	write := p.paper()
	task.RunLatest(p.desk.Tasks, &p.making, func(context.Context) ([]byte, error) {
		var pdf bytes.Buffer
		err := write(&pdf)
		return pdf.Bytes(), err
	}, func(pdf []byte, err error) {
		p.drop()
		if err != nil {
			p.show(nil, err)
			return
		}
		p.drop = p.desk.Papers.Preview(pdf, p.picture.Pixels(), p.show)
	})
}

func (p *preview) show(pages []image.Image, err error) {
	p.pages = pages
	switch {
	case err != nil:
		p.pages = nil
		p.picture.SetWords(fr.Error(err))
	case len(pages) == 0:
		p.picture.SetWords(sayNoPages)
	default:
		p.turn(min(p.at, len(pages)-1))
		return
	}
	p.say()
}

// turn shows another page.
func (p *preview) turn(to int) {
	if to < 0 || to >= len(p.pages) {
		return
	}
	p.at = to
	p.picture.SetImage(p.pages[to])
	p.say()
}

// say writes which page is on show.
func (p *preview) say() {
	words := ""
	if n := len(p.pages); n > 0 {
		words = fmt.Sprintf("Page\u00a0%d sur %d, A4", p.at+1, n)
	}
	p.where.SetText(words)
	for b, there := range map[*kit.Button]bool{p.before: p.at > 0, p.after: p.at < len(p.pages)-1} {
		if len(p.pages) < 2 {
			b.Hide()
			continue
		}
		b.Show()
		if there {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	p.content.Refresh()
}
