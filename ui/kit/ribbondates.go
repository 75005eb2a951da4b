package kit

import "mercredi/ui/look"

// Sizes of a dated ribbon.
const (
	dateLeast, dateStep   = 26, 40 // from one day to the next
	dateWidth, dateHeight = 24, 22
	dateTop               = 18
)

// NewDatedRibbon makes a ribbon of one line that shows the dates, and the names of the holidays between them.
func NewDatedRibbon(cells []RibbonCell, open func(i int)) *Ribbon {
	r := NewRibbon(nil, false, open)
	r.dated = true
	r.Set(cells)
	return r
}

// date is the area of a day of a dated ribbon.
func (r *Ribbon) date(i int) Area {
	step := r.step()
	return At(float32(iround(float32(i)*step)), dateTop, min(dateWidth, step-3), dateHeight)
}

// paintHolidays writes the name of each run of holidays over the room of its days.
func (r *Ribbon) paintHolidays(s *Scene) {
	if !r.dated {
		return
	}
	for i := 0; i < len(r.cells); {
		c, end := r.cells[i], i+1
		if c.State != RibbonHoliday || c.Label == "" {
			i++
			continue
		}
		for end < len(r.cells) && r.cells[end].State == RibbonHoliday && r.cells[end].Label == c.Label {
			end++
		}
		from, to := r.date(i), r.date(end-1)
		room := At(from.X-3, from.Y, to.End()-from.X+6, from.H)
		s.TextC(room, c.Label, look.Caption.As(look.Ink3))
		i = end
	}
}

func (c RibbonCell) off() bool { return c.State == RibbonHoliday || c.State == RibbonFree }

// paintOff outlines a day off that is under the mouse or on show.
func (r *Ribbon) paintOff(s *Scene, a Area, i int) {
	p := look.P()
	edge := Edge{1, p.LineStrong}
	if i == r.chosen {
		edge = Edge{2, p.Ink}
	}
	s.Box(a, edge, p.Card, look.RadiusBadge)
}
