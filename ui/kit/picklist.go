package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// PickRow is a line of a PickList.
type PickRow struct {
	Key, Icon     string
	Tone          look.ToneName // of the icon
	Title, Detail string
}

// PickList is a list of which one line is chosen, whose detail stands beside it. It is one stop for Tab: arrows change
// the choice, Enter opens it. It scrolls by itself and paints only what is in sight.
type PickList struct {
	widget.BaseWidget
	rows   *pickRows
	scroll *fyne.Container
}

// pickRows is what is scrolled.
type pickRows struct {
	Press
	list           *PickList
	rows           []PickRow
	key            string
	over           int
	onPick, onOpen func(key string)
}

const pickRowHeight = 57

// NewPickList makes a list; name says what it lists. open may be nil.
func NewPickList(name string, pick, open func(key string)) *PickList {
	l := &PickList{}
	l.rows = &pickRows{list: l, over: -1, onPick: pick, onOpen: open}
	l.rows.Name = name
	l.rows.Measure, l.rows.Paint, l.rows.OnKey = l.rows.measure, l.rows.paint, l.rows.press
	l.rows.OnTapped = func() {}
	l.rows.Extend(l.rows)
	l.scroll = Scroll(l.rows)
	OnScroll(l.scroll, l.rows.Refresh)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *PickList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// Keyboard is what takes the focus.
func (l *PickList) Keyboard() fyne.Focusable { return l.rows }

// Rows are the lines, in order.
func (l *PickList) Rows() []PickRow { return l.rows.rows }

// Set replaces the lines; the choice stays when it is still there.
func (l *PickList) Set(rows []PickRow) {
	l.rows.rows, l.rows.over = rows, -1
	l.scroll.Refresh()
	l.rows.Refresh()
}

// Selected is the key of the line chosen, or "".
func (l *PickList) Selected() string { return l.rows.key }

// Select chooses a line without telling, and brings it into sight.
func (l *PickList) Select(key string) {
	l.rows.key = key
	l.rows.reveal()
	l.rows.Refresh()
}

func (r *pickRows) measure() fyne.Size {
	return fyne.NewSize(200, float32(len(r.rows))*pickRowHeight)
}

func (r *pickRows) at() int {
	return slices.IndexFunc(r.rows, func(row PickRow) bool { return row.Key == r.key })
}

// reveal scrolls to the line chosen.
func (r *pickRows) reveal() {
	i, high := r.at(), r.list.Size().Height
	if i < 0 || high == 0 {
		return
	}
	top, now := float32(i)*pickRowHeight, ScrollOffset(r.list.scroll)
	switch {
	case top < now:
		SetScrollOffset(r.list.scroll, top)
	case top+pickRowHeight > now+high:
		SetScrollOffset(r.list.scroll, top+pickRowHeight-high)
	}
}

func (r *pickRows) paint(s *Scene, size fyne.Size) {
	p, chosen := look.P(), r.at()
	from := max(0, int(ScrollOffset(r.list.scroll)/pickRowHeight))
	to := min(len(r.rows), from+int(r.list.Size().Height/pickRowHeight)+2)
	for i := from; i < to; i++ {
		row, a := r.rows[i], At(0, float32(i)*pickRowHeight, size.Width, pickRowHeight)
		box := At(a.X, a.Y, a.W, a.H-1)
		switch i {
		case chosen:
			s.Rect(box, p.Select, look.RadiusField)
		case r.over:
			s.Rect(box, p.Sunken, look.RadiusField)
		}
		if i > from && i != chosen && i-1 != chosen {
			s.Rect(At(12, a.Y-1, a.W-24, 1), p.Line, 0)
		}
		if r.focused && i == max(0, chosen) {
			s.RingIn(box.Inset(1, 1), look.RadiusField)
		}
		s.Icon(At(12, a.Y, look.IconNav, a.H), row.Icon, p.Tone(row.Tone).Ink)
		words := a.After(41)
		words.W -= 12
		if row.Detail == "" {
			s.Text(words, row.Title, look.BodyBold)
			continue
		}
		s.Text(At(words.X, a.Y+11, words.W, 18), row.Title, look.BodyBold)
		s.Text(At(words.X, a.Y+29, words.W, 17), row.Detail, look.Detail)
	}
}

// choose takes a line, and tells when it is another one.
func (r *pickRows) choose(i int) {
	if i < 0 || i >= len(r.rows) || r.rows[i].Key == r.key {
		return
	}
	r.list.Select(r.rows[i].Key)
	if r.onPick != nil {
		r.onPick(r.key)
	}
}

func (r *pickRows) press(e *fyne.KeyEvent) bool {
	page := max(1, int(r.list.Size().Height/pickRowHeight)-1)
	switch e.Name {
	case fyne.KeyDown:
		r.choose(min(r.at()+1, len(r.rows)-1))
	case fyne.KeyUp:
		r.choose(max(r.at()-1, 0))
	case fyne.KeyPageDown:
		r.choose(min(r.at()+page, len(r.rows)-1))
	case fyne.KeyPageUp:
		r.choose(max(r.at()-page, 0))
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(len(r.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.at() >= 0 && r.onOpen != nil {
			r.onOpen(r.key)
		}
	default:
		return false
	}
	return true
}

// Tapped chooses the line under the mouse.
func (r *pickRows) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	r.choose(int(e.Position.Y / pickRowHeight))
}

// FocusGained implements fyne.Focusable. The list scrolls to its choice, not to its own top.
func (r *pickRows) FocusGained() {
	r.set(&r.focused, true)
	r.reveal()
}

// MouseIn implements desktop.Hoverable.
func (r *pickRows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *pickRows) MouseMoved(e *desktop.MouseEvent) {
	if i := int(e.Position.Y / pickRowHeight); i != r.over {
		r.over = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *pickRows) MouseOut() {
	r.over = -1
	r.Refresh()
}
