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
		name, end := r.unnamed(i), i+1
		if name == "" {
			i++
			continue
		}
		for end < len(r.cells) && r.unnamed(end) == name {
			end++
		}
		from, to := r.date(i), r.date(end-1)
		s.TextC(At(from.X-3, from.Y, to.End()-from.X+6, from.H), name, look.Caption.As(look.Ink3))
		i = end
	}
}

// unnamed is the name of the holidays of a day that is not shown by its date, "" for any other.
func (r *Ribbon) unnamed(i int) string {
	if c := r.cells[i]; c.State == RibbonHoliday && !r.shownOff(i) {
		return c.Name
	}
	return ""
}

// shownOff says whether a day off stands out: it is under the mouse, under the keyboard, or on show.
func (r *Ribbon) shownOff(i int) bool {
	c := r.cells[i]
	return (c.State == RibbonHoliday || c.State == RibbonFree) && (i == r.over || i == r.chosen || r.focused && i == r.at)
}

// paintOff shows a day off by its date.
func (r *Ribbon) paintOff(s *Scene, a Area, i int) {
	p := look.P()
	edge := Edge{1, p.LineStrong}
	if i == r.chosen {
		edge = Edge{2, p.Ink}
	}
	s.Box(a, edge, p.Sunken, look.RadiusBadge)
	s.TextC(a, r.cells[i].Label, look.Caption)
}
