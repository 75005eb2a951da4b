package kit

import (
	"image/color"

	"mercredi/ui/look"
)

// Mark is how a cell looks; the page says what it means.
type Mark int

// The marks.
const (
	MarkDot    Mark = iota // a small dot: still to come
	MarkTick               // a green tick
	MarkClock              // a honey clock
	MarkLetter             // a letter in a border
	MarkCross              // a white cross on red
	MarkEmpty              // an empty honey box: something is expected
	MarkBan                // crossed out
	MarkDash               // a dash: nothing is expected
	MarkBlank              // nothing at all
)

// CellLook is one cell of a matrix, or the picture of a tool.
type CellLook struct {
	Kind     Mark
	Letter   string
	Editable bool
}

// Mark draws a mark in a square area: 30 wide in a matrix, smaller in a legend.
func (s *Scene) Mark(a Area, c CellLook) {
	p := look.P()
	boxed := func(fill color.NRGBA, icon string, ink color.NRGBA) {
		s.Rect(a, fill, look.RadiusBadge)
		s.Icon(a.Middle(look.IconMid, look.IconMid), icon, ink)
	}
	switch c.Kind {
	case MarkTick:
		boxed(p.OkTint, "check", p.Ok)
	case MarkClock:
		boxed(p.HoneyTint, "clock", p.HoneyInk)
	case MarkCross:
		boxed(p.Danger, "x", p.OnDanger)
	case MarkLetter:
		s.Box(a, Edge{1, p.LineStrong}, p.Sunken, look.RadiusBadge)
		s.TextC(a, c.Letter, look.BodyBold)
	case MarkEmpty:
		s.Box(a, Edge{2, p.HoneyEdge}, p.Card, look.RadiusBadge)
	case MarkBan:
		s.Icon(a.Middle(look.IconMid, look.IconMid), "ban", p.Ink2)
	case MarkDash:
		s.Rect(a.Middle(10, 1), p.LineStrong, 0)
	case MarkDot:
		s.Dot(a.Middle(4, 4), p.LineStrong)
	}
}
