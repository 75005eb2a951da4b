package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// NavItem is one entry of the rail.
type NavItem struct {
	Press
	Icon  string
	Small bool
	count int
	on    bool
}

// NewNavItem makes an entry.
func NewNavItem(label, icon string, tapped func()) *NavItem {
	n := &NavItem{Icon: icon}
	n.Name, n.OnTapped, n.Paint = label, tapped, n.paint
	n.Measure = func() fyne.Size {
		h := float32(look.NavHeight)
		if n.Small {
			h -= 4
		}
		return fyne.NewSize(look.RailWidth-25, h)
	}
	n.Extend(n)
	return n
}

// On says whether this is the page on show.
func (n *NavItem) On() bool { return n.on }

// SetOn marks the page on show.
func (n *NavItem) SetOn(on bool) { n.set(&n.on, on) }

// SetCount shows how many things wait there; 0 shows nothing.
func (n *NavItem) SetCount(c int) {
	if n.count != c {
		n.count = c
		n.Refresh()
	}
}

func (n *NavItem) paint(s *Scene, size fyne.Size) {
	p, a := look.P(), At(0, 0, size.Width, size.Height)
	st, ink, side := look.Body, p.Ink2, float32(look.IconNav)
	if n.Small {
		st, side = look.Detail.As(look.Ink), look.IconButton
	}
	if n.focused {
		s.RingIn(a.Inset(-3, -3), look.RadiusField+3)
	}
	switch {
	case n.on:
		st, ink = st.Strong().As(look.OnPrimary), p.OnPrimary
		s.Rect(a, p.Primary, look.RadiusField)
	case n.Hovered():
		s.Rect(a, p.Hover, look.RadiusField)
	}
	s.Icon(At(10, 0, side, size.Height), n.Icon, ink)
	room := size.Width - 20 - side - 8
	if n.count > 0 {
		room -= s.Count(a.Inset(10, 0), strconv.Itoa(n.count)) + 8
	}
	s.Text(At(20+side, 0, room, size.Height), n.Name, st)
}

// RailEntry is one page of the rail; Key is what the shell calls it.
type RailEntry struct{ Key, Label, Icon string }

// RailParts is what the rail holds.
type RailParts struct {
	Brand   string // « Mercredi »
	Entries []RailEntry
	Foot    []RailEntry // at the bottom: the settings
	OnPick  func(key string)
	OnLock  func()
	OnState func() // a click on the sentence of SetState
}

// Rail is the navigation at the left of the window.
type Rail struct {
	widget.BaseWidget
	items  map[string]*NavItem
	lock   *NavItem
	state  *railState
	member *Painted
	box    *fyne.Container
	name   string
	role   string
}

// NewRail makes the rail. The member is set later, when the file is unlocked.
func NewRail(parts RailParts) *Rail {
	r := &Rail{items: map[string]*NavItem{}}
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		p := look.P()
		s.Rect(At(0, 0, size.Width, size.Height), p.Rail, 0)
		s.Rect(At(size.Width-1, 0, 1, size.Height), p.Line, 0)
	})
	brand := NewPainted(fyne.NewSize(1, 75), func(s *Scene, size fyne.Size) {
		s.Text(At(8, 18, size.Width-8, 26), parts.Brand, look.Brand)
		s.Ribbon(8, 50)
	})
	pages := VBox(2, brand)
	add := func(e RailEntry) {
		item := NewNavItem(e.Label, e.Icon, func() {
			if parts.OnPick != nil {
				parts.OnPick(e.Key)
			}
		})
		r.items[e.Key] = item
		pages.Add(item)
	}
	for _, e := range parts.Entries {
		add(e)
	}
	pages.Add(Spacer())
	for _, e := range parts.Foot {
		add(e)
	}
	r.state = newRailState(parts.OnState)
	pages.Add(r.state)
	r.member = NewPainted(fyne.NewSize(1, 54), r.paintMember)
	r.member.Hide()
	pages.Add(r.member)
	r.lock = NewNavItem("Verrouiller", "lock-keyhole", parts.OnLock)
	r.lock.Small = true
	pages.Add(r.lock)
	r.box = container.New(&railLayout{}, back, pages)
	r.ExtendBaseWidget(r)
	return r
}

type railLayout struct{}

func (*railLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(look.RailWidth, objs[1].MinSize().Height+12)
}

func (*railLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	Place(objs[0], At(0, 0, size.Width, size.Height))
	Place(objs[1], At(12, 0, size.Width-25, size.Height-12))
}

// CreateRenderer implements fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }

// Select marks the page on show.
func (r *Rail) Select(key string) {
	for k, item := range r.items {
		item.SetOn(k == key)
	}
}

// SetCount shows how many things wait on a page.
func (r *Rail) SetCount(key string, n int) {
	if item := r.items[key]; item != nil {
		item.SetCount(n)
	}
}

// SetMember shows who works here; an empty name hides the block.
func (r *Rail) SetMember(name, role string) {
	r.name, r.role = name, role
	if name == "" {
		r.member.Hide()
	} else {
		r.member.Show()
	}
	r.box.Objects[1].Refresh()
}

// Item returns an entry of the rail, for tests; "" is the lock.
func (r *Rail) Item(key string) *NavItem {
	if key == "" {
		return r.lock
	}
	return r.items[key]
}

func (r *Rail) paintMember(s *Scene, size fyne.Size) {
	s.Rect(At(4, 6, size.Width-8, 1), look.P().Line, 0)
	s.Avatar(At(4, 16, 32, 32), Initials(r.name))
	s.Text(At(44, 15, size.Width-44, 17), r.name, look.DetailBold)
	s.Text(At(44, 32, size.Width-44, 16), r.role, look.Caption)
}
