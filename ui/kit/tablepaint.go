package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// barRoom is the strip at the right of a scrolling body that belongs to its bar.
const barRoom = 12

func (t *Table[R]) mostOffset() float32 {
	return max(0, float32(len(t.view))*look.RowHeight-t.body.Size().Height)
}

// paintBack draws the card, no higher than its rows.
func (t *Table[R]) paintBack(s *Scene, size fyne.Size) {
	h := size.Height
	if len(t.view) > 0 {
		h = min(h, t.Wanted())
	}
	s.Panel(At(0, 0, size.Width, h))
}

func (t *Table[R]) paintHeader(s *Scene, size fyne.Size) {
	p := look.P()
	all := At(0, 0, size.Width, size.Height)
	s.RectC(all, p.Sunken, look.RadiusCard-1, TopLeft|TopRight)
	s.Rect(At(0, size.Height-1, size.Width, 1), p.Line, 0)
	t.cells(all, func(c int, a Area) {
		col := &t.parts.Columns[c]
		if c == t.hoverHead && col.sortable() {
			s.Rect(a.Inset(1, 4), p.Hover, look.RadiusBadge)
		}
		if c == t.edge || c == t.drag.column {
			s.Rect(At(a.End()-1, a.Y+6, 2, a.H-12), p.LineStrong, 0)
		}
		if t.focused && c == t.header {
			s.RingIn(a.Inset(1, 3), look.RadiusBadge)
		}
		t.paintTitle(s, a.Inset(cellMargin, 0), col)
	})
}

// paintTitle writes the title of a column with the arrow of the order behind it.
func (t *Table[R]) paintTitle(s *Scene, in Area, col *Column[R]) {
	st := look.DetailBold
	icon := ""
	if t.state.Sort == col.ID && col.sortable() {
		icon = "chevron-up"
		if t.state.Descending {
			icon = "chevron-down"
		}
		in.W -= look.IconSmall + 4
	}
	w := min(Width(col.Title, st), in.W)
	x := in.X
	switch col.Align {
	case AlignRight:
		x += in.W - w
	case AlignCentre:
		x += (in.W - w) / 2
	}
	s.Text(At(x, in.Y, w+1, in.H), col.Title, st)
	if icon != "" {
		s.Icon(At(x+w+4, in.Y, look.IconSmall, in.H), icon, look.P().Ink2)
	}
}

// rowsInSight are the only rows that are painted: from a to b, b excluded.
func (t *Table[R]) rowsInSight(height float32) (a, b int) {
	a = int(t.offset / look.RowHeight)
	return a, min(len(t.view), int((t.offset+height)/look.RowHeight)+1)
}

func (t *Table[R]) paintBody(s *Scene, size fyne.Size) {
	a, b := t.rowsInSight(size.Height)
	for i := a; i < b; i++ {
		t.paintRow(s, i, At(0, float32(i)*look.RowHeight-t.offset, size.Width, look.RowHeight), size.Height)
	}
	if t.focused && t.header < 0 && t.at < 0 { // no row is selected yet: the keyboard is on the whole
		h := min(size.Height, float32(len(t.view))*look.RowHeight)
		s.RingIn(At(0, 0, size.Width, h).Inset(1, 1), look.RadiusField)
	}
}

func (t *Table[R]) paintRow(s *Scene, i int, row Area, height float32) {
	p := look.P()
	fill := row
	fill.H = min(row.Bottom(), height) - row.Y
	mask := 0
	if i == len(t.view)-1 || row.Bottom() >= height {
		mask = BottomLeft | BottomRight // the corners of the card
	}
	switch {
	case i == t.at:
		s.RectC(fill, p.Select, look.RadiusCard-1, mask)
	case i == t.hoverRow:
		s.RectC(fill, p.Sunken, look.RadiusCard-1, mask)
	}
	if i < len(t.view)-1 {
		s.Rect(At(row.X, row.Bottom()-1, row.W, 1), p.Line, 0)
	}
	r := t.rows[t.view[i]]
	t.cells(row, func(c int, a Area) {
		col, in := &t.parts.Columns[c], a.Inset(cellMargin, 0)
		switch {
		case in.W <= 0:
		case col.Draw != nil:
			col.Draw(s, in, r)
		case col.Text != nil:
			col.setText(s, in, col.Text(r), t.cellStyle(col, i == t.at))
		}
	})
	if t.focused && t.header < 0 && i == t.at {
		s.RingIn(row.Inset(1, 0), look.RadiusField)
	}
}

func (t *Table[R]) cellStyle(c *Column[R], selected bool) look.Style {
	st := c.Style
	if st.Size == 0 {
		st = look.Body
	}
	if selected && st.Role == look.Ink3 {
		st = st.As(look.Ink2) // Ink3 cannot be read on a selected row
	}
	st.Figures = st.Figures || c.Figures
	return st
}

// setText draws one cell against its edge.
func (c *Column[R]) setText(s *Scene, in Area, text string, st look.Style) {
	switch c.Align {
	case AlignRight:
		s.TextR(in, text, st)
	case AlignCentre:
		s.TextC(in, text, st)
	default:
		s.Text(in, text, st)
	}
}

// thumb is the handle of a scroll bar along length, for a content of which only a part is in sight.
func thumb(length, whole, offset float32) (from, size float32, needed bool) {
	if whole <= length+1 || length < 1 {
		return 0, 0, false
	}
	size = max(28, length*length/whole)
	return (length - size) * offset / (whole - length), size, true
}

func (t *Table[R]) paintBar(s *Scene, size fyne.Size) {
	from, length, needed := thumb(size.Height-8, float32(len(t.view))*look.RowHeight, t.barOffset())
	if !needed {
		return
	}
	c := look.P().Scroll
	if t.drag.bar {
		c = look.P().LineStrong
	}
	s.Rect(At(size.Width-9, 4+from, 6, length), c, 3)
}

// barOffset is the offset scaled to the bar, which is 8 shorter than the body.
func (t *Table[R]) barOffset() float32 {
	if t.mostOffset() == 0 {
		return 0
	}
	whole := float32(len(t.view)) * look.RowHeight
	return t.offset / t.mostOffset() * (whole - (t.bar.Size().Height - 8))
}

// ScrollTo scrolls the body to an offset, in canvas units.
func (t *Table[R]) ScrollTo(offset float32) {
	offset = Snap(max(0, min(offset, t.mostOffset())))
	if offset != t.offset {
		t.offset = offset
		t.hoverRow = -1
		t.body.Refresh()
		t.bar.Refresh()
	}
}

// placed follows a new size: the last row stays at the bottom when there is more room.
func (t *Table[R]) placed() {
	if t.toReveal {
		t.reveal()
	}
	t.ScrollTo(t.offset)
}

// reveal brings the selected row in sight.
func (t *Table[R]) reveal() {
	if t.toReveal = t.body.Size().Height < look.RowHeight; t.toReveal || t.at < 0 {
		return
	}
	y := float32(t.at) * look.RowHeight
	t.ScrollTo(max(y+look.RowHeight-t.body.Size().Height, min(t.offset, y)))
}
