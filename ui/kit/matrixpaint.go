package kit

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// colsInSight and rowsInSight are the only cells that are painted; the end is excluded.
func (m *Matrix) colsInSight(width float32) (a, b int) {
	w := m.frame().col
	return int(m.ox / w), min(len(m.parts.Columns), int((m.ox+width)/w)+1)
}

func (m *Matrix) rowsInSight(height float32) (a, b int) {
	h := m.frame().row
	return int(m.oy / h), min(len(m.parts.Rows), int((m.oy+height)/h)+1)
}

func (m *Matrix) colX(col int) float32 { return float32(col)*m.frame().col - m.ox }

func (m *Matrix) rowY(row int) float32 { return float32(row)*m.frame().row - m.oy }

// paintBack draws the bands of the columns, from the titles to the footer, and what never scrolls.
func (m *Matrix) paintBack(s *Scene, size fyne.Size) {
	p, f := look.P(), m.frame()
	a, b := m.colsInSight(f.marks.W)
	top := f.marks.Y - titleHeight
	for i := a; i < b; i++ {
		var c color.NRGBA
		switch m.parts.Columns[i].Tone {
		case ColumnCurrent:
			c = p.Select
		case ColumnOff:
			c = p.Sunken
		default:
			continue
		}
		from := max(f.marks.X, f.marks.X+m.colX(i)+1)
		to := min(f.marks.End(), f.marks.X+m.colX(i)+f.col-1)
		s.Rect(At(from, top, to-from, f.foot.Bottom()-top), c, look.RadiusField)
	}
	s.Text(At(0, top+14, f.name-4, 17), m.parts.Corner, look.Detail)
	x := f.side.X
	for _, c := range m.parts.Side {
		title := c.inside(At(x, top+14, c.Width, 17))
		if c.Centre {
			s.TextC(title, c.Title, look.DetailBold)
		} else {
			s.Text(title, c.Title, look.DetailBold)
		}
		x += c.Width
	}
}

// inside is the part of its cell a side column draws in.
func (c *SideColumn) inside(a Area) Area {
	if c.Centre {
		return a
	}
	return a.After(look.Tight)
}

func (m *Matrix) paintHead(s *Scene, size fyne.Size) {
	w := m.frame().col
	for _, sp := range m.parts.Spans {
		if a := At(m.colX(sp.From)+2, 0, float32(sp.To-sp.From+1)*w-4, 24); a.End() > 0 && a.X < size.Width {
			s.span(a, sp)
		}
	}
	top := m.headHeight() - titleHeight
	a, b := m.colsInSight(size.Width)
	for i := a; i < b; i++ {
		c := m.parts.Columns[i]
		title, sub := look.DetailBold, look.Caption
		switch c.Tone {
		case ColumnComing:
			title = title.As(look.Ink2)
		case ColumnCurrent:
			sub = look.CaptionBold
		}
		s.TextC(At(m.colX(i)+1, top+2, w-2, 17), c.Title, title)
		s.TextC(At(m.colX(i)+1, top+19, w-2, 15), c.Sub, sub)
	}
}

// span draws a label over some columns, its words in the middle.
func (s *Scene) span(a Area, sp Span) {
	t := look.P().Tone(sp.Tone)
	s.Rect(a, t.Tint, look.RadiusBadge)
	st, room, lead := look.Caption.With(t.Ink), a.W-2, float32(0)
	if sp.Icon != "" {
		lead = look.IconSmall + 3
		room -= lead
	}
	w := min(Ceil(Width(sp.Text, st)), room)
	x := a.X + (a.W-w-lead)/2
	if sp.Icon != "" {
		s.Icon(At(x, a.Y, look.IconSmall, a.H), sp.Icon, t.Ink)
	}
	s.Text(At(x+lead, a.Y, w+1, a.H), sp.Text, st)
}

func (m *Matrix) paintNames(s *Scene, size fyne.Size) {
	p, h := look.P(), m.frame().row
	a, b := m.rowsInSight(size.Height)
	for i := a; i < b; i++ {
		row, r := At(0, m.rowY(i), size.Width, h), m.parts.Rows[i]
		s.Rect(At(0, row.Y, size.Width, 1), p.Line, 0)
		name := look.BodyBold
		if m.parts.OnName != nil && i == m.hoverRow && m.hoverCol == -1 {
			name = name.As(look.Primary)
		}
		if m.focused && i == m.row && m.col == -1 {
			s.RingIn(row.Inset(0, 3).Left(size.Width-4), look.RadiusBadge)
			row = row.After(4)
		}
		w := s.Text(At(row.X, row.Y, size.Width-12, h), r.Name, name)
		if left := size.Width - row.X - w - 12; left > 24 {
			s.Text(At(row.X+w+6, row.Y, left, h), r.Detail, look.Detail)
		}
	}
}

func (m *Matrix) paintBody(s *Scene, size fyne.Size) {
	p, f := look.P(), m.frame()
	r0, r1 := m.rowsInSight(size.Height)
	c0, c1 := m.colsInSight(size.Width)
	for r := r0; r < r1; r++ {
		s.Rect(At(0, m.rowY(r), size.Width, 1), p.Line, 0)
		for c := c0; c < c1; c++ {
			cell := At(m.colX(c), m.rowY(r), f.col, f.row).Middle(min(markSide, f.row-4), min(markSide, f.row-4))
			l := m.parts.Cell(r, c)
			switch {
			case m.focused && r == m.row && c == m.col:
				s.RingIn(cell.Inset(-3, -3), look.RadiusField)
			case r == m.hoverRow && c == m.hoverCol && l.Editable && m.tool() != nil:
				s.Box(cell.Inset(-2, -2), Edge{1, p.LineStrong}, color.NRGBA{}, look.RadiusField)
			}
			s.Mark(cell, l)
		}
	}
}

func (m *Matrix) paintSide(s *Scene, size fyne.Size) {
	p, h := look.P(), m.frame().row
	a, b := m.rowsInSight(size.Height)
	for i := a; i < b; i++ {
		row := At(0, m.rowY(i), size.Width, h)
		s.Rect(At(0, row.Y, size.Width, 1), p.Line, 0)
		for k, c := range m.parts.Side {
			cell := row.Left(c.Width)
			on := k + len(m.parts.Columns)
			if c.OnTap != nil && i == m.hoverRow && on == m.hoverCol {
				s.Rect(cell.Inset(0, 4), p.Sunken, look.RadiusBadge)
			}
			if m.focused && i == m.row && on == m.col {
				s.RingIn(cell.Inset(0, 3), look.RadiusBadge)
			}
			if c.Draw != nil {
				c.Draw(s, c.inside(cell), i)
			}
			row = row.After(c.Width)
		}
	}
}

func (m *Matrix) paintFoot(s *Scene, size fyne.Size) {
	if m.parts.Foot == "" {
		return
	}
	f := m.frame()
	s.Rect(At(0, 0, size.Width, 1), look.P().LineStrong, 0)
	s.Text(At(0, 0, f.name-8, footRoom), m.parts.Foot, look.Detail)
	a, b := m.colsInSight(f.marks.W)
	for c := a; c < b && m.parts.FootOf != nil; c++ {
		if x := m.colX(c); x >= -8 && x+f.col <= f.marks.W+8 {
			s.TextC(At(f.name+x+1, 0, f.col-2, footRoom), m.parts.FootOf(c), look.DetailBold)
		}
	}
	x := f.side.X
	for _, c := range m.parts.Side {
		if c.Draw != nil {
			c.Draw(s, c.inside(At(x, 0, c.Width, footRoom)), -1)
		}
		x += c.Width
	}
}

// paintBars draws the handles of the marks when they do not all fit.
func (m *Matrix) paintBars(s *Scene, size fyne.Size) {
	f, c := m.frame(), look.P().Scroll
	if from, length, needed := thumb(f.marks.W, float32(len(m.parts.Columns))*f.col, m.ox); needed {
		s.Rect(At(f.marks.X+from, f.marks.Bottom()+1, length, 5), c, 2)
	}
	if from, length, needed := thumb(f.marks.H, float32(len(m.parts.Rows))*f.row, m.oy); needed {
		s.Rect(At(size.Width-6, f.marks.Y+from, 5, length), c, 2)
	}
}

// Rate is a share in words: the part of one, « 86 % », « 51/59 », and whether it is low. Nothing to count has no Percent.
type Rate struct {
	Part           float64
	Percent, Count string
	Low            bool
}

// Regularity draws a bar, a share in percent and a count, as the side column of a matrix: low shares in red. Nothing
// to count draws a dash.
func (s *Scene) Regularity(a Area, r Rate) {
	p := look.P()
	if r.Percent == "" {
		s.Rect(At(a.X, a.Y, 10, a.H).Middle(10, 1), p.LineStrong, 0)
		return
	}
	c, st := p.OkEdge, look.DetailBold.Tabular()
	if r.Low {
		c, st = p.Danger, st.As(look.Danger)
	}
	s.Bar(a.Left(50), r.Part, c)
	s.TextR(At(a.X+54, a.Y, 48, a.H), r.Percent, st)
	s.Text(At(a.X+110, a.Y, max(1, a.W-110), a.H), r.Count, look.Detail)
}

// Fact draws an icon and a word, in the colour of a role: the state of something, or a link.
func (s *Scene) Fact(a Area, icon, word string, role look.Role) {
	s.Icon(a.Left(look.IconMid), icon, look.P().Of(role))
	s.Text(At(a.X+look.IconMid+5, a.Y, max(1, a.W-look.IconMid-5), a.H), word, look.Detail.As(role))
}
