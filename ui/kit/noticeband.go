package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// NoticeBand is a rounded band above what it is about: an icon, the fact in bold and the rest of the sentence, which
// wraps. It may end with buttons.
type NoticeBand struct {
	Painted
	tone       look.ToneName
	icon       string
	fact, rest string
}

const (
	bandHeight = 44 // of one line
	bandText   = 43 // from the edge to the words
)

// Sentence is a fact in bold, and the rest of the sentence: « Aperçu », « : rien n’est encore enregistré. ».
type Sentence struct{ Fact, Rest string }

// NewNoticeBand makes the band.
func NewNoticeBand(tone look.ToneName, icon string, words Sentence, buttons ...fyne.CanvasObject) *fyne.Container {
	n := &NoticeBand{tone: tone, icon: icon, fact: words.Fact, rest: words.Rest}
	n.Measure, n.Paint = n.measure, n.paint
	n.ExtendBaseWidget(n)
	back := NewPainted(fyne.NewSize(1, bandHeight), func(s *Scene, size fyne.Size) {
		t := look.P().Tone(tone)
		s.Box(At(0, 0, size.Width, size.Height), Edge{1, t.Edge}, t.Tint, look.RadiusField)
	})
	row := HBox(look.Tight, Grow(n))
	for _, b := range buttons {
		row.Add(b)
	}
	row.Add(Gap(0))
	return Stack(back, row)
}

// HeightFor implements Flowing.
func (n *NoticeBand) HeightFor(width float32) float32 {
	more := len(n.lines(width)) - 1
	return bandHeight + float32(more)*look.Body.Line()
}

func (n *NoticeBand) measure() fyne.Size {
	w := n.Size().Width
	if w == 0 {
		w = look.TextWidthMax
	}
	return fyne.NewSize(200, n.HeightFor(w))
}

func (n *NoticeBand) lines(width float32) []string {
	return afterFact(n.fact, n.rest, look.Body, max(60, width-bandText-look.Tight))
}

func (n *NoticeBand) paint(s *Scene, size fyne.Size) {
	st, lines := look.Body.As(look.Ink), n.lines(size.Width)
	s.Icon(At(13, 0, look.IconButton, size.Height), n.icon, look.P().Tone(n.tone).Ink)
	high := float32(len(lines)) * st.Line()
	first := At(bandText, (size.Height-high)/2, 0, st.Line())
	w := s.Text(At(first.X, first.Y, size.Width-bandText, first.H), n.fact, st.Strong())
	for i, l := range lines {
		if i == 0 {
			s.Text(first.Shift(w, 0), l, st)
			continue
		}
		s.Text(first.Shift(0, float32(i)*st.Line()), l, st)
	}
}
