package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mercredi/data/fold"
	"mercredi/ui/look"
)

// Person is one of People.
type Person struct{ Name, Detail string }

// People is a list of people of whom one is chosen. It is one stop for Tab: arrows, Home, End and first letters choose,
// Enter goes on. A long list scrolls by itself.
type People struct {
	widget.BaseWidget
	rows   *peopleRows
	scroll *fyne.Container
}

// peopleRows is what is scrolled.
type peopleRows struct {
	Press
	list           *People
	people         []Person
	at, over       int
	onPick, onOpen func(i int)
}

const (
	personHeight = look.AlertHeight
	personStep   = personHeight + look.Tight
	// personsInSight is how many people fit without scrolling. The half that follows says that there are more.
	personsInSight = 5
)

// NewPeople makes the list; name says what is asked, at who is chosen at first.
func NewPeople(name string, people []Person, at int) *People {
	l := &People{}
	l.rows = &peopleRows{list: l, people: people, at: at, over: -1}
	l.rows.Name = name
	l.rows.Measure = func() fyne.Size {
		return fyne.NewSize(240, float32(len(people))*personStep-look.Tight)
	}
	l.rows.Paint, l.rows.OnKey = l.rows.paint, l.rows.press
	l.rows.OnTapped = func() {}
	l.rows.Extend(l.rows)
	l.scroll = Scroll(l.rows)
	l.ExtendBaseWidget(l)
	return l
}

// OnPick has f told when somebody else is chosen.
func (l *People) OnPick(f func(i int)) *People { l.rows.onPick = f; return l }

// OnOpen has f told that Enter was pressed on somebody, or that they were clicked: the keyboard may go on.
func (l *People) OnOpen(f func(i int)) *People { l.rows.onOpen = f; return l }

// CreateRenderer implements fyne.Widget.
func (l *People) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// MinSize implements fyne.CanvasObject: five people, and the half of the sixth.
func (l *People) MinSize() fyne.Size {
	size := l.rows.MinSize()
	if len(l.rows.people) > personsInSight {
		size.Height = personsInSight*personStep + personHeight/2
	}
	return size
}

// Keyboard is what takes the focus.
func (l *People) Keyboard() fyne.Focusable { return l.rows }

// People are the persons, in order.
func (l *People) People() []Person { return l.rows.people }

// Chosen is the place of the person chosen.
func (l *People) Chosen() int { return l.rows.at }

// Choose chooses somebody, as a click does.
func (l *People) Choose(i int) {
	l.rows.choose(i)
	if l.rows.onOpen != nil {
		l.rows.onOpen(l.rows.at)
	}
}

// Reveal scrolls to the person chosen, once the list has its size.
func (l *People) Reveal() { l.rows.reveal() }

func (r *peopleRows) reveal() {
	high := r.list.Size().Height
	if high == 0 {
		return
	}
	top, now := float32(r.at)*personStep, ScrollOffset(r.list.scroll)
	switch {
	case top < now:
		SetScrollOffset(r.list.scroll, top)
	case top+personHeight > now+high:
		SetScrollOffset(r.list.scroll, min(top+personHeight+look.Tight, r.MinSize().Height)-high)
	}
}

func (r *peopleRows) paint(s *Scene, size fyne.Size) {
	p := look.P()
	for i, person := range r.people {
		a := At(0, float32(i)*personStep, size.Width, personHeight)
		edge, fill := Edge{1, p.Line}, p.Card
		switch i {
		case r.at:
			edge, fill = Edge{2, p.Primary}, p.Select
		case r.over:
			edge, fill = Edge{1, p.LineStrong}, p.Sunken
		}
		s.Box(a, edge, fill, look.RadiusField)
		if r.focused && i == r.at {
			s.RingIn(a.Inset(3, 3), look.RadiusField-3)
		}
		disc := a.Left(62).Middle(34, 34)
		if i == r.at {
			s.Dot(disc, p.Primary)
			s.TextC(disc, Initials(person.Name), look.DetailBold.As(look.OnPrimary))
			s.Icon(a.Right(46).Middle(look.IconButton, look.IconButton), "check", p.Primary)
		} else {
			s.Avatar(disc, Initials(person.Name))
		}
		words := a.After(60)
		words.W -= 48
		if person.Detail == "" {
			s.Text(words, person.Name, look.BodyBold)
			continue
		}
		s.Text(At(words.X, a.Y+9, words.W, 18), person.Name, look.BodyBold)
		s.Text(At(words.X, a.Y+26, words.W, 17), person.Detail, look.Detail)
	}
}

// choose takes a person, and tells when it is another one.
func (r *peopleRows) choose(i int) {
	i = min(max(i, 0), len(r.people)-1)
	if i < 0 || i == r.at {
		return
	}
	r.at = i
	r.reveal()
	r.Refresh()
	if r.onPick != nil {
		r.onPick(i)
	}
}

func (r *peopleRows) press(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		r.choose(r.at + 1)
	case fyne.KeyUp:
		r.choose(r.at - 1)
	case fyne.KeyPageDown:
		r.choose(r.at + personsInSight)
	case fyne.KeyPageUp:
		r.choose(r.at - personsInSight)
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(len(r.people) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if r.onOpen != nil {
			r.onOpen(r.at)
		}
	default:
		return false
	}
	return true
}

// TypedRune chooses the next person of whom one name begins with the letter.
func (r *peopleRows) TypedRune(letter rune) {
	if !unicode.IsLetter(letter) {
		return
	}
	begin := fold.Text(string(letter))
	for step := 1; step <= len(r.people); step++ {
		i := (r.at + step) % len(r.people)
		for _, word := range strings.Fields(fold.Text(r.people[i].Name)) {
			if strings.HasPrefix(word, begin) {
				r.choose(i)
				return
			}
		}
	}
}

// Tapped chooses the person under the mouse.
func (r *peopleRows) Tapped(e *fyne.PointEvent) {
	gesture()
	if i := int(e.Position.Y / personStep); e.Position.Y-float32(i)*personStep <= personHeight {
		r.list.Choose(i)
	}
}

// FocusGained implements fyne.Focusable. The list scrolls to its choice, not to its own top.
func (r *peopleRows) FocusGained() {
	r.set(&r.focused, true)
	r.reveal()
}

// MouseIn implements desktop.Hoverable.
func (r *peopleRows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (r *peopleRows) MouseMoved(e *desktop.MouseEvent) {
	if i := int(e.Position.Y / personStep); i != r.over {
		r.over = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *peopleRows) MouseOut() {
	r.over = -1
	r.Refresh()
}
