package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// painter draws marks with the PDF library, which is used nowhere else. It trusts it with shapes, pictures and pages:
// no page break, no wrapping, no measuring, no font.
type painter struct {
	out    *fpdf.Fpdf
	tags   *tagger
	grey   bool
	height float64 // of the page, points
	signs  [faceCount]map[rune]bool
	line   []byte // of the page, being written
	nib    nib
}

// nib is what the texts of a page are written with, said again only when it changes.
type nib struct {
	face   face
	size   float64 // 0: no face yet
	colour colour
	inked  bool // the colour holds: no shape was filled since
}

// paint makes the file of a document, tagged and archival.
func paint(d *Document) ([]byte, error) {
	p := painted(d)
	var out bytes.Buffer
	if err := p.out.Output(&out); err != nil {
		return nil, fmt.Errorf("drawing pages: %w", err)
	}
	return p.archive(out.Bytes(), d.meta)
}

// painted is a painter that drew all pages of a document.
func painted(d *Document) *painter {
	pages := d.layout()
	p := newPainter(d, pages)
	for n, marks := range pages {
		p.out.AddPage()
		p.nib = nib{}
		marks = zoomed(marks, d.page.zoom)
		for len(marks) > 0 {
			first, run := marks[0], 1
			for run < len(marks) && marks[run].elem == first.elem && marks[run].part == first.part {
				run++
			}
			p.content(n, marks[:run])
			marks = marks[run:]
		}
	}
	return p
}

func newPainter(d *Document, pages [][]mark) *painter {
	orientation, format := "P", "A4"
	if d.meta.Landscape {
		orientation = "L"
	}
	if d.meta.A3 {
		format = "A3"
	}
	p := &painter{out: fpdf.New(orientation, "pt", format, ""), tags: newTagger(d.root, pages), grey: d.meta.Grey,
		height: d.page.height * d.page.zoom}
	p.out.SetCatalogSort(true)
	p.out.SetCompression(false) // the archive does it
	p.out.SetAutoPageBreak(false, 0)
	p.out.SetMargins(0, 0, 0)
	for f := range faceCount {
		p.signs[f] = map[rune]bool{}
	}
	return p
}

// content draws neighbouring marks of one part of one element of a page, from 0. Everything that is ever drawn passes
// here, between the marks that say what it is.
func (p *painter) content(page int, marks []mark) {
	p.out.RawWriteStr(p.tags.open(page, marks))
	for _, m := range marks {
		p.draw(m)
	}
	p.out.RawWriteStr("EMC")
}

func (p *painter) draw(m mark) {
	if p.grey {
		m.colour = m.colour.grey()
	}
	p.nib.inked = p.nib.inked && m.shape == shapeText
	c := m.colour
	switch m.shape {
	case shapeText:
		p.text(m)
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
	case shapeDot: // a line of no length with round ends: a tenth of the operators of a circle
		p.out.SetDrawColor(c.r, c.g, c.b)
		p.out.RawWriteStr("q 1 J " + string(numbered(numbered(numbered(nil, "w", m.w), "m", m.x, p.height-m.y), "l S Q", m.x, p.height-m.y)))
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

// text sets signs of one face. All of them are ones the face has.
func (p *painter) text(m mark) {
	for _, r := range m.text {
		p.signs[m.face][r] = true
	}
	out := p.line[:0]
	if c := m.colour; !p.nib.inked || p.nib.colour != c {
		out = numbered(out, "rg", float64(c.r)/255, float64(c.g)/255, float64(c.b)/255)
	}
	out = append(out, "BT "...)
	if p.nib.face != m.face || p.nib.size != m.size {
		out = append(append(append(out, '/'), m.face.name()...), ' ')
		out = numbered(out, "Tf", m.size)
	}
	p.nib = nib{m.face, m.size, m.colour, true}
	if m.turned {
		out = numbered(out, "Tm", 0, 1, -1, 0, m.x, p.height-m.y)
	} else {
		out = numbered(out, "Td", m.x, p.height-m.y)
	}
	out = append(codes(out, m.text), "Tj ET"...)
	p.out.RawWriteStr(string(out))
	p.line = out
}

// numbered writes an operator of the page after its numbers.
func numbered(out []byte, operator string, values ...float64) []byte {
	for _, v := range values {
		out = append(strconv.AppendFloat(out, math.Round(v*1000)/1000, 'f', -1, 64), ' ')
	}
	return append(append(out, operator...), ' ')
}

// outline sets the pen for a shape that is white inside.
func (p *painter) outline(m mark) {
	p.out.SetFillColor(paper.r, paper.g, paper.b)
	p.out.SetDrawColor(m.colour.r, m.colour.g, m.colour.b)
	p.out.SetLineWidth(m.size)
}

// icon fills the outline of a pictogram.
func (p *painter) icon(m mark) {
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
