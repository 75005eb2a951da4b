// Package preview shows the pages of a document beside what makes it, drawn again when that changes.
package preview

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/export/envelope"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Pause is how long the typing, or the pull on the window's edge, stops before the page is drawn again.
const Pause = 400 * time.Millisecond

// What the blank page says.
const (
	Wait       = "L’aperçu se prépare…"
	sayNoPages = "Ce document n’a pas de page."
)

// Parts is what a preview is given.
type Parts struct {
	// Paper answers, on the UI goroutine, how to write the document as it stands; nil when there is none, which Empty
	// says in words.
	Paper func() func(io.Writer) error
	Empty string
	// Thumbs shows the pages small beside the one on show, when there are several.
	Thumbs bool
	// Before stands in the head, in front of the pages; may be nil.
	Before fyne.CanvasObject
	// Made is told, on the UI goroutine, that the newest document was made, well or not; may be nil.
	Made func(error)
}

// Preview is the pages that the reader will have. The former page stays until the next one comes; where no page can be
// drawn it says so, and all the rest goes on.
type Preview struct {
	desk  page.Desk
	parts Parts

	pause, making task.Latest
	drop          func() // gives up the drawing under way
	asked         bool   // a first page
	pages         []image.Image
	at            int
	sheet         string // « A4 »

	content, body, strip *fyne.Container
	picture              *kit.Picture
	where                *kit.Label
	before, after        *kit.Button
}

// New makes a preview; it draws once it has room.
func New(d page.Desk, parts Parts) *Preview {
	p := &Preview{desk: d, parts: parts, drop: func() {}}
	p.picture = kit.NewPicture(Wait)
	p.picture.OnPixels = p.resized
	p.where = kit.Text("", look.Detail)
	p.before = p.button("chevron-left", "Page précédente", func() { p.Turn(p.at - 1) })
	p.after = p.button("chevron-right", "Page suivante", func() { p.Turn(p.at + 1) })
	head := kit.HBox(look.Tight, kit.Text("Aperçu", look.DetailBold), kit.Grow(p.where), kit.HBox(0, p.before, p.after,
		p.button("zoom-out", "Réduire la page", p.picture.ZoomOut),
		p.button("zoom-in", "Agrandir la page", p.picture.ZoomIn),
		p.button("maximize-2", "Toute la largeur", p.picture.FullWidth)))
	if parts.Before != nil {
		head = kit.HBox(look.Tight, parts.Before, kit.Grow(head))
	}
	p.strip = kit.Holder(kit.Gap(0))
	p.strip.Hide()
	p.body = kit.Columns(look.Tight, kit.Fixed(thumbWidth+14, p.strip), kit.Share(1, p.picture))
	p.content = kit.SunkenPanel(kit.PadXY(look.Wide, 6, kit.VBox(2, head, kit.Grow(p.body), kit.Gap(look.Hair))))
	p.say()
	return p
}

// Content is what to show.
func (p *Preview) Content() *fyne.Container { return p.content }

// Picture is the page on show.
func (p *Preview) Picture() *kit.Picture { return p.picture }

func (p *Preview) button(icon, name string, do func()) *kit.Button {
	b := kit.NewIconButton(icon, name, do)
	b.Weight, b.Small = kit.Quiet, true
	return b
}

// Typed is told at each key: the page is drawn again after a pause.
func (p *Preview) Typed() { p.pause.After(p.desk.Tasks, Pause, p.Draw) }

// resized is told by the picture, while it is laid out. The first page comes at once.
func (p *Preview) resized(int) {
	if p.asked {
		p.Typed()
		return
	}
	p.asked = true
	p.desk.Tasks.OnUI(p.Draw)
}

// Stop gives up what is under way: the page is left.
func (p *Preview) Stop() {
	p.pause.Cancel()
	p.making.Cancel()
	p.drop()
}

// made is a document, and the name of its sheets.
type made struct {
	pdf   []byte
	sheet string
}

// Draw makes the document and has it drawn, at once.
func (p *Preview) Draw() {
	if p.picture.Pixels() == 0 {
		return // it has no room yet; it says when it gets some
	}
	p.pause.Cancel()
	write := p.parts.Paper()
	if write == nil {
		p.making.Cancel()
		p.drop()
		p.pages = nil
		p.picture.SetWords(p.parts.Empty)
		p.say()
		return
	}
	if len(p.pages) == 0 {
		p.picture.SetWords(Wait)
	}
	task.RunLatest(p.desk.Tasks, &p.making, func(context.Context) (made, error) {
		var pdf bytes.Buffer
		if err := write(&pdf); err != nil {
			return made{}, err
		}
		return made{pdf.Bytes(), sheetOf(pdf.Bytes())}, nil
	}, func(m made, err error) {
		p.drop()
		if p.parts.Made != nil {
			p.parts.Made(err)
		}
		if err != nil {
			p.show(nil, err)
			return
		}
		p.sheet = m.sheet
		p.drop = p.desk.Papers.Preview(m.pdf, p.picture.Pixels(), p.show)
	})
}

// sheetOf is « A4 » or « A3 ».
func sheetOf(pdf []byte) string {
	const longestOfA4 = 850 // points
	if w, h, err := envelope.Size(pdf); err == nil && max(w, h) > longestOfA4 {
		return "A3"
	}
	return "A4"
}

func (p *Preview) show(pages []image.Image, err error) {
	p.pages = pages
	p.fillStrip()
	switch {
	case err != nil:
		p.pages = nil
		p.picture.SetWords(fr.Error(err))
	case len(pages) == 0:
		p.picture.SetWords(sayNoPages)
	default:
		p.Turn(min(p.at, len(pages)-1))
		return
	}
	p.say()
}

// Turn shows another page, from 0.
func (p *Preview) Turn(to int) {
	if to < 0 || to >= len(p.pages) {
		return
	}
	p.at = to
	p.picture.SetImage(p.pages[to])
	p.say()
}

// At is the page on show, from 0.
func (p *Preview) At() int { return p.at }

// say writes which page is on show.
func (p *Preview) say() {
	words := ""
	if n := len(p.pages); n > 0 {
		words = fmt.Sprintf("Page\u00a0%d sur %d, %s", p.at+1, n, p.sheet)
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
	p.strip.Refresh()
	p.content.Refresh()
}
