package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// Label is one line of text. It ends with an ellipsis when it gets less room than it needs.
type Label struct {
	Painted
	text  string
	style look.Style
	right bool
}

// Text makes a line of text.
func Text(t string, st look.Style) *Label {
	l := &Label{text: t, style: st}
	l.Measure = func() fyne.Size { return fyne.NewSize(Ceil(Width(l.text, l.style)), l.style.Line()) }
	l.Paint = func(s *Scene, size fyne.Size) {
		a := At(0, 0, size.Width+.5, size.Height)
		if l.right {
			s.TextR(a, l.text, l.style)
			return
		}
		s.Text(a, l.text, l.style)
	}
	l.ExtendBaseWidget(l)
	return l
}

// TextRight makes a line of text that ends at the right of its room: a figure in a column.
func TextRight(t string, st look.Style) *Label {
	l := Text(t, st)
	l.right = true
	return l
}

// Text returns the words.
func (l *Label) Text() string { return l.text }

// SetText changes the words.
func (l *Label) SetText(t string) {
	if l.text != t {
		l.text = t
		l.Refresh()
	}
}

// Prose is a text that wraps; its height follows its width.
type Prose struct {
	Painted
	text      string
	style     look.Style
	width     float32
	lines     []string
	centred   bool
	wrapped   string  // the text and
	wrappedAt float32 // the width that lines stand for
}

// Paragraph makes a text that wraps.
func Paragraph(t string, st look.Style) *Prose {
	p := &Prose{text: t, style: st}
	p.Measure = func() fyne.Size {
		w := p.width
		if w == 0 {
			w = look.TextWidthMax
		}
		return fyne.NewSize(min(Ceil(Width(p.text, p.style)), 160), p.HeightFor(w))
	}
	p.Paint = p.paintLines
	p.ExtendBaseWidget(p)
	return p
}

// Centred makes a wrapping text whose lines are centred.
func Centred(t string, st look.Style) *Prose {
	p := Paragraph(t, st)
	p.centred = true
	return p
}

// HeightFor implements Flowing.
func (p *Prose) HeightFor(w float32) float32 {
	return float32(len(p.wrap(w))) * p.style.Line()
}

func (p *Prose) wrap(w float32) []string {
	if !p.centred {
		w = min(w, Ceil(look.LineMax*p.style.Size/look.Body.Size)) // longer lines are hard to read
	}
	if p.lines == nil || p.wrapped != p.text || p.wrappedAt != w {
		p.lines, p.wrapped, p.wrappedAt = Wrap(p.text, p.style, w), p.text, w
	}
	return p.lines
}

func (p *Prose) paintLines(s *Scene, size fyne.Size) {
	p.width = size.Width
	for i, l := range p.wrap(size.Width) {
		a := At(0, float32(i)*p.style.Line(), size.Width, p.style.Line())
		if p.centred {
			s.TextC(a, l, p.style)
			continue
		}
		a.W = 0
		s.Text(a, l, p.style)
	}
}

// Text returns the words.
func (p *Prose) Text() string { return p.text }

// SetText changes the words; refresh the container when the number of lines may change.
func (p *Prose) SetText(t string) {
	if p.text != t {
		p.text = t
		p.Refresh()
	}
}
