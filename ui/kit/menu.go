package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// MenuItem is one row of a menu.
type MenuItem struct {
	Icon, Title, Detail string
	Reason              string // when not empty the row is off, and this is shown instead of Detail
	Line                bool   // a separator above
	Do                  func()
}

// Menu is an open list of actions.
type Menu struct {
	widget.BaseWidget
	canvas fyne.Canvas
	rows   *menuRows
	box    *fyne.Container
	opener fyne.Focusable
	closed bool
}

// ShowMenu opens a menu under the widget it belongs to, inside the window.
func ShowMenu(anchor fyne.CanvasObject, items []MenuItem) *Menu {
	d := fyne.CurrentApp().Driver()
	at, under := d.AbsolutePositionForObject(anchor), anchor.Size()
	return ShowMenuAt(d.CanvasForObject(anchor), At(at.X, at.Y, under.Width, under.Height), items)
}

// ShowMenuAt opens a menu under an area of the window.
func ShowMenuAt(c fyne.Canvas, anchor Area, items []MenuItem) *Menu {
	m := &Menu{canvas: c, opener: c.Focused()}
	m.rows = newMenuRows(items, m)
	m.box = container.New(&menuShape{anchor}, newScrim(nil, m.Escape), m.rows)
	m.ExtendBaseWidget(m)
	m.canvas.Overlays().Add(m)
	m.Resize(m.canvas.Size())
	m.canvas.Focus(m.rows)
	return m
}

// NewMenuButton makes a button that opens a menu; items are asked each time.
func NewMenuButton(label, icon string, items func() []MenuItem) *Button {
	b := NewButton(label, icon, Secondary, nil)
	b.After = "chevron-down"
	b.OnTapped = func() { ShowMenu(b, items()) }
	return b
}

// CreateRenderer implements fyne.Widget.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

// Escape closes the menu.
func (m *Menu) Escape() {
	if m.closed {
		return
	}
	m.closed = true
	m.canvas.Overlays().Remove(m)
	if m.opener != nil {
		m.canvas.Focus(m.opener)
	}
}

// Items returns the titles of the rows.
func (m *Menu) Items() []string {
	var titles []string
	for _, it := range m.rows.items {
		titles = append(titles, it.Title)
	}
	return titles
}

// Choose does what a click on row i does.
func (m *Menu) Choose(i int) {
	it := m.rows.items[i]
	if it.Reason != "" {
		return
	}
	m.Escape()
	if it.Do != nil {
		it.Do()
	}
}

// menuShape puts the rows under the anchor, right edges aligned when the left ones would not fit.
type menuShape struct{ anchor Area }

func (l *menuShape) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *menuShape) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	m := objs[1].MinSize()
	m.Height = min(m.Height, size.Height-16)
	x, y := l.anchor.X, l.anchor.Bottom()+8
	if x+m.Width > size.Width-8 {
		x = max(8, l.anchor.End()-m.Width)
	}
	if y+m.Height > size.Height-8 {
		y = max(8, min(l.anchor.Y-8-m.Height, size.Height-8-m.Height))
		if l.anchor.Y-8-m.Height < 8 {
			y = max(8, size.Height-8-m.Height)
		}
	}
	Place(objs[0], At(0, 0, size.Width, size.Height))
	Place(objs[1], At(x, y, m.Width, m.Height))
}

// menuRows is the body of a menu: one widget, one focus, arrows inside. A list longer than the window shows the rows
// around the current one; the wheel brings the others.
type menuRows struct {
	Press
	menu  *Menu
	items []MenuItem
	at    int
	top   float32 // what is above the first row in sight
}

func newMenuRows(items []MenuItem, m *Menu) *menuRows {
	r := &menuRows{items: items, menu: m}
	r.Name, r.Measure, r.Paint, r.OnKey = "menu", r.measure, r.paint, r.key
	r.OnTapped = func() { m.Choose(r.at) }
	r.Extend(r)
	return r
}

const menuPad, menuLine, menuPlain = 6, 13, 36

// rowHeight is lower when no row has a second line.
func (r *menuRows) rowHeight() float32 {
	for _, it := range r.items {
		if it.detail() != "" {
			return look.MenuRowHeight
		}
	}
	return menuPlain
}

func (r *menuRows) measure() fyne.Size {
	w, h, row := float32(220), float32(2*menuPad), r.rowHeight()
	for _, it := range r.items {
		w = max(w, Width(it.Title, look.BodyBold)+70, Width(it.detail(), look.Caption)+70)
		h += row
		if it.Line {
			h += menuLine
		}
	}
	return fyne.NewSize(Ceil(w), h)
}

func (it MenuItem) detail() string {
	if it.Reason != "" {
		return it.Reason
	}
	return it.Detail
}

// row returns the area of row i.
func (r *menuRows) row(i int, width float32) Area {
	y, h := menuPad-r.top, r.rowHeight()
	for j := 0; j <= i; j++ {
		if r.items[j].Line {
			y += menuLine
		}
		if j < i {
			y += h
		}
	}
	return At(menuPad, y, width-2*menuPad, h)
}

// inSight reports whether the whole of row i can be seen.
func (r *menuRows) inSight(i int) bool {
	a := r.row(i, r.Size().Width)
	return a.Y >= menuPad-1 && a.Bottom() <= r.Size().Height-menuPad+1
}

// reveal brings the current row into sight.
func (r *menuRows) reveal() {
	a := r.row(r.at, r.Size().Width)
	r.scroll(max(0, a.Bottom()-r.Size().Height+menuPad) + min(0, a.Y-menuPad))
}

// scroll goes down by some height; the first row in sight is always whole.
func (r *menuRows) scroll(by float32) {
	if r.Size().Height == 0 {
		return
	}
	most, h := max(0, r.measure().Height-r.Size().Height), r.rowHeight()
	r.top = max(0, r.top+by)
	r.top = min(most, Ceil(r.top/h)*h)
}

// Scrolled implements fyne.Scrollable.
func (r *menuRows) Scrolled(e *fyne.ScrollEvent) {
	step := r.rowHeight()
	if e.Scrolled.DY > 0 {
		step = -2 * step
	}
	r.scroll(step)
	r.Refresh()
}

func (r *menuRows) paint(s *Scene, size fyne.Size) {
	p := look.P()
	s.Box(At(0, 0, size.Width, size.Height), Edge{1, p.LineStrong}, p.Card, look.RadiusCard)
	for i, it := range r.items {
		a := r.row(i, size.Width)
		if !r.inSight(i) {
			continue
		}
		if it.Line {
			s.Rect(At(a.X+10, a.Y-7, a.W-20, 1), p.Line, 0)
		}
		title, detail, ink := look.BodyBold, look.Caption, p.Ink2
		if it.Reason != "" {
			title, detail, ink = title.As(look.Ink3), detail.As(look.Ink3), p.Ink3
		}
		if i == r.at {
			fill := p.Select
			if it.Reason != "" {
				fill = p.Sunken
			}
			s.Rect(a, fill, look.RadiusField)
		}
		s.Icon(a.Left(40).Middle(20, 20), it.Icon, ink)
		text := a.After(42)
		text.W -= 8
		if it.detail() == "" {
			s.Text(text, it.Title, title)
			continue
		}
		s.Text(At(text.X, a.Y+7, text.W, 18), it.Title, title)
		s.Text(At(text.X, a.Y+25, text.W, 16), it.detail(), detail)
	}
	r.paintMore(s, size.Width)
}

// paintMore marks the first and the last row in sight when others are beyond.
func (r *menuRows) paintMore(s *Scene, width float32) {
	for i := range r.items {
		end := r.row(i, width).Right(24).Middle(look.IconMid, look.IconMid)
		switch {
		case !r.inSight(i):
		case i > 0 && !r.inSight(i-1):
			s.Icon(end, "chevron-up", look.P().Ink2)
		case i < len(r.items)-1 && !r.inSight(i+1):
			s.Icon(end, "chevron-down", look.P().Ink2)
		}
	}
}

// Tapped chooses the row under the mouse, or with the keyboard the current one.
func (r *menuRows) Tapped(e *fyne.PointEvent) {
	if i := r.under(e.Position); i >= 0 {
		r.menu.Choose(i)
	} else if e.Position.IsZero() {
		r.menu.Choose(r.at)
	}
}

func (r *menuRows) under(pos fyne.Position) int {
	for i := range r.items {
		if r.inSight(i) && r.row(i, r.Size().Width).Has(pos.X, pos.Y) {
			return i
		}
	}
	return -1
}

// MouseMoved makes the row under the mouse the current one.
func (r *menuRows) MouseMoved(e *desktop.MouseEvent) {
	if i := r.under(e.Position); i >= 0 && i != r.at {
		r.at = i
		r.Refresh()
	}
}

func (r *menuRows) key(e *fyne.KeyEvent) bool {
	n := len(r.items)
	switch e.Name {
	case fyne.KeyDown:
		r.at = (r.at + 1) % n
	case fyne.KeyUp:
		r.at = (r.at + n - 1) % n
	case fyne.KeyHome:
		r.at = 0
	case fyne.KeyEnd:
		r.at = n - 1
	default:
		return false
	}
	r.reveal()
	r.Refresh()
	return true
}

// Content lets a search for scrolling parts look inside.
func (m *Menu) Content() fyne.CanvasObject { return m.box }
