package kit

import (
	"image/color"
	"math"

	"mercredi/ui/look"
)

// Passive parts to draw inside a widget of one's own. The widths they return let the next part follow.

// BadgeWidth is the width of a badge.
func BadgeWidth(text, icon string) float32 {
	w := Width(text, look.CaptionBold) + 16
	if icon != "" {
		w += look.IconSmall + 5
	}
	return Ceil(w)
}

// Badge draws a small coloured label at the left of the area, in the middle of its height; it returns its width.
func (s *Scene) Badge(a Area, text, icon string, tone look.ToneName) float32 {
	t := look.P().Tone(tone)
	b := a.Left(min(BadgeWidth(text, icon), a.W)).Middle(min(BadgeWidth(text, icon), a.W), look.BadgeHeight)
	if tone == look.Plain {
		s.Box(b, Edge{1, t.Edge}, t.Tint, look.RadiusBadge)
	} else {
		s.Rect(b, t.Tint, look.RadiusBadge)
	}
	in := b.Inset(8, 0)
	if icon != "" {
		s.Icon(in.Left(look.IconSmall), icon, t.Ink)
		in = in.After(look.IconSmall + 5)
	}
	s.Text(At(in.X, in.Y, in.W+1, in.H), text, look.CaptionBold.With(t.Ink))
	return b.W
}

func keyCapWidth(keys string) float32 {
	if keys == "" {
		return 0
	}
	return Ceil(Width(keys, look.Caption) + 14)
}

// KeyCap draws a key of the keyboard at the left of the area; it returns its width.
func (s *Scene) KeyCap(a Area, keys string) float32 {
	p := look.P()
	w := keyCapWidth(keys)
	b := a.Left(w).Middle(w, 20)
	s.Box(b, Edge{1, p.Line}, p.Sunken, look.RadiusTag)
	s.TextC(b, keys, look.Caption)
	return w
}

// Tile draws a rounded square with an icon.
func (s *Scene) Tile(a Area, icon string, tone look.ToneName) {
	t := look.P().Tone(tone)
	s.Rect(a, t.Tint, look.RadiusField)
	d := float32(math.Round(float64(a.H) * .56))
	s.Icon(a.Middle(d, d), icon, t.Ink)
}

// Avatar draws initials in a circle.
func (s *Scene) Avatar(a Area, initials string) {
	p := look.P()
	d := min(a.W, a.H)
	s.Dot(a, p.PrimaryTint)
	st := look.DetailBold
	if d > 44 {
		st = look.SheetTitle
	}
	s.TextC(a, initials, st.As(look.Primary))
}

// Bar draws a bar 6 high in the middle of the area; part is between 0 and 1. Always write its number beside it.
func (s *Scene) Bar(a Area, part float64, c color.NRGBA) {
	b := a.Middle(a.W, 6)
	s.Rect(b, look.P().Line, 3)
	full := float32(math.Round(float64(b.W) * min(1, max(0, part))))
	switch {
	case full <= 0:
	case full >= b.W-1:
		s.Rect(b, c, 3)
	default:
		s.RectC(b.Left(full), c, 3, TopLeft|BottomLeft)
	}
}

// Pips draws the places of a group, the taken ones full; it returns its width.
func (s *Scene) Pips(a Area, taken, places int, c color.NRGBA) float32 {
	for i := range places {
		d := At(a.X+float32(i)*10, a.Y, 7, a.H)
		if i < taken {
			s.Dot(d, c)
		} else {
			s.Box(d.Middle(7, 7), Edge{1, c}, color.NRGBA{}, 3.5)
		}
	}
	return float32(places)*10 - 3
}

// Count draws a number in a honey pill that ends at the right of the area; it returns its width.
func (s *Scene) Count(a Area, n string) float32 {
	p := look.P()
	w := max(20, Ceil(Width(n, look.CaptionBold))+12)
	pill := a.Right(w).Middle(w, 20)
	s.Box(pill, Edge{1, p.HoneyEdge}, p.Honey, 10)
	s.TextC(pill, n, look.CaptionBold.As(look.OnHoney))
	return w
}

// Block draws a block of a timetable: the border, the tint and the strip of a tone.
func (s *Scene) Block(a Area, e Edge, tone look.ToneName) {
	t := look.P().Tone(tone)
	if e.Colour.A == 0 {
		e.Colour = t.Edge
	}
	s.Edged(a, e, t, look.RadiusField)
}

// Panel draws the white card of the design.
func (s *Scene) Panel(a Area) {
	p := look.P()
	s.Box(a, Edge{1, p.Line}, p.Card, look.RadiusCard)
}

// Ribbon draws the five marks of the brand, the honey one in the middle.
func (s *Scene) Ribbon(x, y float32) {
	p := look.P()
	for i := range 5 {
		if i == 2 {
			s.Rect(At(x, y-1, 18, 8), p.Honey, 4)
			x += 23
			continue
		}
		s.Dot(At(x, y, 6, 6), p.Primary)
		x += 11
	}
}
