package kit

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

// Rating is a level from 1 on, chosen in a row of boxes, with the word of the level at the right. Level 0 is « not
// said yet » and stands out. It is an Input: digits choose, arrows change, Suppr takes the level away.
type Rating struct {
	Press
	Unrated string // the word of level 0
	Needed  string // what Check says of level 0; empty = it may stay
	Calm    bool   // level 0 is nothing that lacks: it does not stand out
	levels  []string
	value   int
	over    int
	fixed   bool // read only
	err     string
	changed func(level int)
	form    *Form
}

// Sizes of a rating.
const (
	levelSide, levelGap = 26, 3
	ratingHeight        = 34
)

// NewRating makes a row of levels; changed is told 0 when the level is taken away, and may be nil.
func NewRating(name string, levels []string, changed func(level int)) *Rating {
	r := &Rating{levels: levels, changed: changed, over: -1, Unrated: "à évaluer"}
	r.Name, r.Measure, r.Paint, r.OnKey = name, r.measure, r.paint, r.key
	r.OnTapped = func() {}
	r.Extend(r)
	return r
}

// Value is the level, 0 when there is none.
func (r *Rating) Value() int { return r.value }

// SetValue changes the level without telling.
func (r *Rating) SetValue(level int) {
	if level >= 0 && level <= len(r.levels) && level != r.value {
		r.value = level
		r.Refresh()
	}
}

// SetReadOnly shows the level and refuses to change it; it is then no stop for Tab.
func (r *Rating) SetReadOnly(on bool) {
	r.fixed, r.disabled = on, on
	r.Refresh()
}

// Choose does what a click on a level does.
func (r *Rating) Choose(level int) {
	if r.fixed || level < 0 || level > len(r.levels) || level == r.value {
		return
	}
	r.err = ""
	r.SetValue(level)
	if r.form != nil {
		r.form.edited()
	}
	if r.changed != nil {
		r.changed(level)
	}
}

// Keyboard implements Input.
func (r *Rating) Keyboard() fyne.Focusable { return r }

// Check implements Input.
func (r *Rating) Check() bool {
	r.SetErr("")
	if r.value == 0 {
		r.SetErr(r.Needed)
	}
	return r.err == ""
}

// SetErr implements Input: the sentence takes the place of the word.
func (r *Rating) SetErr(sentence string) {
	if r.err != sentence {
		r.err = sentence
		r.Refresh()
	}
}

func (r *Rating) attach(f *Form) { r.form = f }

func (r *Rating) word() string {
	switch {
	case r.err != "":
		return r.err
	case r.value == 0:
		return r.Unrated
	}
	return r.levels[r.value-1]
}

func (r *Rating) measure() fyne.Size {
	w := Width(r.Unrated, look.Detail)
	for _, l := range r.levels {
		w = max(w, Width(l, look.Detail))
	}
	return fyne.NewSize(r.box(len(r.levels)-1).End()+10+Ceil(w), ratingHeight)
}

func (r *Rating) box(i int) Area {
	return At(float32(i)*(levelSide+levelGap), (ratingHeight-levelSide)/2, levelSide, levelSide)
}

func (r *Rating) paint(s *Scene, size fyne.Size) {
	p := look.P()
	if r.focused {
		all := At(0, r.box(0).Y, r.box(len(r.levels)-1).End(), levelSide)
		s.RingIn(all.Inset(-4, -4), look.RadiusField+2)
	}
	for i := range r.levels {
		edge, fill, st := Edge{1, p.Line}, p.Card, look.Detail
		switch {
		case i+1 == r.value && r.fixed:
			edge, fill, st = Edge{1, p.LineStrong}, p.Sunken, look.DetailBold
		case i+1 == r.value:
			edge, fill, st = Edge{1, p.Primary}, p.Primary, look.DetailBold.As(look.OnPrimary)
		case r.err != "":
			edge = Edge{2, p.Danger}
		case r.lacks():
			edge = Edge{1, p.HoneyEdge}
		}
		if i == r.over && !r.fixed && i+1 != r.value {
			fill = p.Hover
		}
		s.Box(r.box(i), edge, fill, look.RadiusBadge)
		s.TextC(r.box(i), strconv.Itoa(i+1), st)
	}
	st := look.Detail.As(look.Ink)
	switch {
	case r.err != "":
		st = st.As(look.Danger)
	case r.lacks():
		st = st.As(look.Warn)
	}
	x := r.box(len(r.levels)-1).End() + 10
	s.Text(At(x, 0, max(1, size.Width-x+1), size.Height), r.word(), st)
}

// lacks reports whether a level is awaited.
func (r *Rating) lacks() bool { return r.value == 0 && !r.fixed && !r.Calm }

func (r *Rating) under(pos fyne.Position) int {
	for i := range r.levels {
		if a := r.box(i).Inset(-levelGap/2, -4); a.Has(pos.X, pos.Y) {
			return i
		}
	}
	return -1
}

// Tapped chooses the level under the mouse.
func (r *Rating) Tapped(e *fyne.PointEvent) {
	if e == nil || e.Position.IsZero() || r.fixed {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	if i := r.under(e.Position); i >= 0 {
		r.Choose(i + 1)
	}
}

// MouseIn implements desktop.Hoverable.
func (r *Rating) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *Rating) MouseMoved(e *desktop.MouseEvent) { r.hover(r.under(e.Position)) }

// MouseOut implements desktop.Hoverable.
func (r *Rating) MouseOut() { r.hover(-1) }

func (r *Rating) hover(i int) {
	if i != r.over {
		r.over = i
		r.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (r *Rating) Cursor() desktop.Cursor {
	if r.over >= 0 && !r.fixed {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// unshifted are the digits 1 to 9 of a French keyboard without Shift.
const unshifted = "&é\"'(-è_ç"

// TypedRune implements fyne.Focusable: a digit chooses, with or without Shift.
func (r *Rating) TypedRune(c rune) {
	if c >= '1' && c <= '9' {
		r.Choose(int(c - '0'))
		return
	}
	if i := slices.Index([]rune(unshifted), c); i >= 0 {
		r.Choose(i + 1)
	}
}

func (r *Rating) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		r.Choose(max(1, r.value-1))
	case fyne.KeyRight:
		r.Choose(min(len(r.levels), r.value+1))
	case fyne.KeyHome:
		r.Choose(1)
	case fyne.KeyEnd:
		r.Choose(len(r.levels))
	case fyne.KeyDelete, fyne.KeyBackspace:
		r.Choose(0)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.form != nil {
			r.form.next(r)
		}
	default:
		return false
	}
	return true
}
