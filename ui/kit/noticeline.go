package kit

import (
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// NoticeLine is a band across a panel: an icon, the fact in bold, and the next step in the same sentence. It wraps,
// and may end with buttons.
type NoticeLine struct {
	Painted
	tone       look.ToneName
	fact, next string
}

// NewNoticeLine makes the band. The tone is that of a Notice.
func NewNoticeLine(tone look.ToneName, fact, next string, buttons ...fyne.CanvasObject) *fyne.Container {
	n := &NoticeLine{tone: tone, fact: fact, next: next}
	n.Min, n.Paint = fyne.NewSize(200, noticeLine), n.paint
	n.ExtendBaseWidget(n)
	back := NewPainted(fyne.NewSize(1, noticeLine), func(s *Scene, size fyne.Size) {
		t := look.P().Tone(tone)
		s.Rect(At(0, 0, size.Width, size.Height), t.Tint, 0)
		s.Rect(At(0, size.Height-1, size.Width, 1), look.P().Line, 0)
	})
	row := HBox(look.Tight, Grow(n))
	for _, b := range buttons {
		row.Add(b)
	}
	return Stack(back, PadXY(20, 0, row))
}

const noticeLine = 32 // of one line

// HeightFor implements Flowing.
func (n *NoticeLine) HeightFor(width float32) float32 {
	return noticeLine + float32(len(n.lines(width))-1)*look.Detail.Line()
}

// MinSize implements fyne.CanvasObject.
func (n *NoticeLine) MinSize() fyne.Size {
	w := n.Size().Width
	if w == 0 {
		w = look.TextWidthMax
	}
	return fyne.NewSize(200, n.HeightFor(w))
}

const noticeIcon = 24 // from the edge to the words

// lines wraps the sentence; the fact stays on the first line, where there is room for it.
func (n *NoticeLine) lines(width float32) []string {
	return afterFact(n.fact, n.next, look.Detail, max(60, width-noticeIcon))
}

// afterFact wraps what follows a bold fact: the first line is what has room beside it.
func afterFact(fact, next string, st look.Style, room float32) []string {
	lines := []string{""}
	left := room - Width(fact, st.Strong())
	for i, word := range strings.Split(next, " ") {
		last := len(lines) - 1
		more := word
		if i > 0 {
			more = lines[last] + " " + word
		}
		if Width(more, st) > left {
			lines, left = append(lines, word), room
			continue
		}
		lines[last] = more
	}
	return lines
}

func (n *NoticeLine) paint(s *Scene, size fyne.Size) {
	st := look.Detail.As(look.Ink)
	s.Icon(At(0, 0, look.IconMid, noticeLine), noticeIcons[n.tone], look.P().Tone(n.tone).Ink)
	first := At(noticeIcon, 0, 0, noticeLine)
	w := s.Text(first, n.fact, look.DetailBold)
	for i, l := range n.lines(size.Width) {
		if i == 0 {
			s.Text(first.Shift(w, 0), l, st)
			continue
		}
		s.Text(first.Shift(0, float32(i)*st.Line()), l, st)
	}
}

var noticeIcons = map[look.ToneName]string{
	look.Info: "info", look.Warning: "circle-alert", look.Alarm: "ban", look.Good: "circle-check",
}

// BarePanel is the white panel without margins: for a body that has bands of its own across it.
func BarePanel(o fyne.CanvasObject) *fyne.Container {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) { s.Panel(At(0, 0, size.Width, size.Height)) })
	return Stack(back, PadXY(1, 1, o))
}

// SunkenPanel is the panel on which a paper lies.
func SunkenPanel(o fyne.CanvasObject) *fyne.Container {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		p := look.P()
		s.Box(At(0, 0, size.Width, size.Height), Edge{1, p.Line}, p.Sunken, look.RadiusCard)
	})
	return Stack(back, PadXY(1, 1, o))
}
