package kit

import (
	"unicode"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// Tool is one mark a person can choose, with its key. Key 0 is Suppr: it empties a cell.
type Tool struct {
	Label string
	Key   rune
	Look  CellLook
}

func (t Tool) cap() string {
	if t.Key == 0 {
		return "Suppr"
	}
	return string(unicode.ToUpper(t.Key))
}

// Legend is the row of tools above a matrix: it says what the marks mean, and the chosen one is what a click puts.
type Legend struct {
	choice
	tools []Tool
}

// NewLegend makes the row, with the first tool chosen.
func NewLegend(tools []Tool) *Legend {
	l := &Legend{tools: tools}
	labels := make([]string, len(tools))
	for i, t := range tools {
		labels[i] = t.Label
	}
	l.start(labels, nil)
	l.Name, l.Paint, l.part = "marques", l.paint, l.tool
	l.Measure = func() fyne.Size {
		return fyne.NewSize(l.tool(len(l.tools)-1).End(), look.ChipHeight)
	}
	l.Extend(l)
	return l
}

// Tool is the chosen tool, or nil.
func (l *Legend) Tool() *Tool {
	if l.disabled || l.selected >= len(l.tools) {
		return nil
	}
	return &l.tools[l.selected]
}

const toolMark = 22

// tool is the area of a tool, as wide as its bold form so that choosing moves nothing.
func (l *Legend) tool(i int) Area {
	var x float32
	for j, t := range l.tools {
		w := 5 + toolMark + 7 + Ceil(Width(t.Label, look.DetailBold)) + 8 + keyCapWidth(t.cap()) + 9
		if j == i {
			return At(x, 0, w, look.ChipHeight)
		}
		x += w + look.Tight
	}
	return Area{}
}

func (l *Legend) paint(s *Scene, size fyne.Size) {
	p := look.P()
	for i, t := range l.tools {
		a, st := l.tool(i), look.Detail.As(look.Ink)
		edge, fill := Edge{1, p.Line}, p.Card
		switch {
		case l.disabled:
			st, fill = look.Detail.As(look.Ink3), p.Sunken
		case i == l.selected:
			st, edge, fill = look.DetailBold, Edge{1, p.Primary}, p.Select
		case i == l.over && l.hovered:
			fill = p.Sunken
		}
		if i == l.selected && l.focused {
			s.Ring(a, look.RadiusField)
		}
		s.Box(a, edge, fill, look.RadiusField)
		s.Mark(At(a.X+5, a.Y, toolMark, a.H).Middle(toolMark, toolMark), t.Look)
		s.Text(At(a.X+5+toolMark+7, a.Y, 0, a.H), t.Label, st)
		s.KeyCap(At(a.End()-9-keyCapWidth(t.cap()), a.Y, 0, a.H), t.cap())
	}
}
