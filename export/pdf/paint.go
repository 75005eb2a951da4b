package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// painter draws marks with the PDF library, which is used nowhere else. It trusts it with nothing but
// drawing: no page break, no wrapping, no measuring.
type painter struct {
	out  *fpdf.Fpdf
	grey bool
}

func paint(w io.Writer, meta Meta, page geometry, pages [][]mark) error {
	orientation := "P"
	if meta.Landscape {
		orientation = "L"
	}
	format := "A4"
	if meta.A3 {
		format = "A3"
	}
	p := painter{fpdf.New(orientation, "pt", format, ""), meta.Grey}
	p.describe(meta)
	p.fonts(pages)
	for _, marks := range pages {
		p.out.AddPage()
		marks = zoomed(marks, page.zoom)
		for len(marks) > 0 {
			n := 1
			for n < len(marks) && marks[n].elem == marks[0].elem {
				n++
			}
			p.content(marks[:n])
			marks = marks[n:]
		}
	}
	if err := p.out.Output(w); err != nil {
		return fmt.Errorf("writing pages: %w", err)
	}
	return nil
}

func (p painter) describe(meta Meta) {
	day := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	if meta.Date.Valid() {
		day = meta.Date.Time()
	}
	p.out.SetCatalogSort(true)
	p.out.SetCreationDate(day)
	p.out.SetModificationDate(day)
	p.out.SetAutoPageBreak(false, 0)
	p.out.SetMargins(0, 0, 0)
	p.out.SetLang("fr-FR")
	p.out.SetTitle(drawable(meta.Title), true)
	p.out.SetAuthor(drawable(meta.Author), true)
	p.out.SetSubject(drawable(meta.Subject), true)
	p.out.SetCreator("Mercredi", true)
	p.out.SetProducer("Mercredi", true)
}

// drawable keeps what the library can write in a document's properties: it knows nothing beyond U+FFFF.
func drawable(s string) string {
	kept := []rune(clean(s))
	for i, r := range kept {
		if r > 0xFFFF {
			kept[i] = '□'
		}
	}
	return string(kept)
}

// fonts embeds the faces the pages use, and no other: each costs time and bytes.
func (p painter) fonts(pages [][]mark) {
	var used [faceCount]bool
	for _, marks := range pages {
		for _, m := range marks {
			if m.shape == shapeText {
				used[m.face] = true
			}
		}
	}
	for f := range faceCount {
		if used[f] {
			p.out.AddUTF8FontFromBytes(family(f), "", f.fontFile())
		}
	}
}

func family(f face) string { return fmt.Sprintf("face%d", f) }

// content draws neighbouring marks of one element. Everything that is ever drawn passes here and marks[0].elem
// says what it is, nil being decoration: the one place where accessible tags can open and close around it.
func (p painter) content(marks []mark) {
	for _, m := range marks {
		p.draw(m)
	}
}

func (p painter) draw(m mark) {
	if p.grey {
		m.colour = m.colour.grey()
	}
	c := m.colour
	switch m.shape {
	case shapeText:
		p.out.SetTextColor(c.r, c.g, c.b)
		p.out.SetFont(family(m.face), "", m.size)
		if m.turned {
			p.out.TransformBegin()
			p.out.TransformRotate(90, m.x, m.y)
			defer p.out.TransformEnd()
		}
		p.out.Text(m.x, m.y, m.text)
	case shapeRule:
		p.out.SetDrawColor(c.r, c.g, c.b)
		p.out.SetLineWidth(m.size)
		p.out.Line(m.x, m.y, m.x+m.w, m.y+m.h)
	case shapeBox:
		p.out.SetFillColor(c.r, c.g, c.b)
		p.out.Rect(m.x, m.y, m.w, m.h, "F")
	case shapeBand:
		p.out.SetFillColor(c.r, c.g, c.b)
		p.out.RoundedRect(m.x, m.y, m.w, m.h, m.size, "1234", "F")
	case shapeDot:
		p.out.SetFillColor(c.r, c.g, c.b)
		p.out.Circle(m.x, m.y, m.w/2, "F")
	case shapeRing:
		p.outline(m)
		p.out.Circle(m.x, m.y, m.w/2, "DF")
	case shapeFrame:
		p.outline(m)
		p.out.RoundedRect(m.x, m.y, m.w, m.h, m.size*4, "1234", "DF")
	case shapeIcon:
		p.icon(m)
	case shapePicture:
		png := fpdf.ImageOptions{ImageType: "png"}
		p.out.RegisterImageOptionsReader(m.picture.name, png, bytes.NewReader(m.picture.png))
		p.out.ImageOptions(m.picture.name, m.x, m.y, m.w, m.h, false, png, 0, "")
	}
}

// outline sets the pen for a shape that is white inside.
func (p painter) outline(m mark) {
	p.out.SetFillColor(paper.r, paper.g, paper.b)
	p.out.SetDrawColor(m.colour.r, m.colour.g, m.colour.b)
	p.out.SetLineWidth(m.size)
}

// icon fills the outline of a pictogram.
func (p painter) icon(m mark) {
	p.out.SetFillColor(m.colour.r, m.colour.g, m.colour.b)
	unit := m.w / iconSide
	at := func(v [2]float64) (x, y float64) { return m.x + v[0]*unit, m.y + v[1]*unit }
	for _, s := range iconOf(m.icon) {
		x, y := at(s.to)
		switch s.verb {
		case 'M':
			p.out.MoveTo(x, y)
		case 'L':
			p.out.LineTo(x, y)
		case 'Q':
			cx, cy := at(s.by)
			p.out.CurveTo(cx, cy, x, y)
		case 'Z':
			p.out.ClosePath()
		}
	}
	p.out.DrawPath("F")
}
