package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// DragRow is a line of a DragList: a name with what is said of it, then up to three sentences below.
type DragRow struct {
	Key                 string
	Title, After, Right string        // « Louise N. », « 9 ans, CM1 », « 34 jours »
	Badge               string        // a small word at the right of Detail
	BadgeTone           look.ToneName // of the badge
	Locked              bool          // a padlock
	Icon, Detail        string        // what it is about
	Tone                look.ToneName // of the icon
	Verdict             string        // what is possible, or why nothing is
	Good                bool          // the verdict is a good one
	More                string        // what would make it possible
	Fixed               string        // why it cannot be dragged; "" = it can
}

// DragListParts is what a DragList shows and does. Each function may be nil.
type DragListParts struct {
	Name   string
	OnPick func(key string)          // the choice changed; "" = nothing is chosen any more
	OnOpen func(key string)          // Enter on the choice
	OnMenu func(key string, at Area) // the right button, or the menu key; at is where the line lies in the window
	// OnDrag is told where a line is carried, and says what letting it go there would do; bad is shown in red.
	OnDrag func(key string, at fyne.Position) (words string, bad bool)
	OnDrop func(key string, at fyne.Position)      // and let go
	OnRune func(key string, letter rune)           // a letter on the choice
	OnKey  func(key string, e *fyne.KeyEvent) bool // sees keys first; true = taken
}

// DragList is a list of which one line is chosen and any can be carried elsewhere. It is one stop for Tab: arrows change
// the choice, Enter opens it, Escape leaves it. It scrolls by itself and paints only what is in sight.
type DragList struct {
	widget.BaseWidget
	rows   *dragRows
	scroll *fyne.Container
}

// dragRows is what is scrolled.
type dragRows struct {
	Press
	list     *DragList
	parts    DragListParts
	rows     []DragRow
	key      string
	over     int
	pressed  string        // the line under the mouse when it went down
	carried  string        // the line that follows the mouse; "" = none
	lastAt   fyne.Position // of what is carried, in the window
	tops     []float32
	measured float32 // the width that tops stand for
}

// Sizes of a line.
const (
	dragWords     = 28 // from the edge to the words
	dragSentence  = 49 // to those behind an icon
	dragFirstLine = 28 // of a line without sentences
	dragPad       = 8
)

// NewDragList makes a list.
func NewDragList(p DragListParts) *DragList {
	l := &DragList{}
	l.rows = &dragRows{list: l, parts: p, over: -1}
	l.rows.Name = p.Name
	l.rows.Measure, l.rows.Paint, l.rows.OnKey = l.rows.measure, l.rows.paint, l.rows.press
	l.rows.OnTapped = func() {}
	l.rows.Extend(l.rows)
	l.scroll = Scroll(l.rows)
	OnScroll(l.scroll, l.rows.Refresh)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *DragList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.scroll) }

// Keyboard is what takes the focus.
func (l *DragList) Keyboard() fyne.Focusable { return l.rows }

// Rows are the lines, in order.
func (l *DragList) Rows() []DragRow { return l.rows.rows }

// Selected is the key of the line chosen, or "".
func (l *DragList) Selected() string { return l.rows.key }

// Set replaces the lines; the choice stays when it is still there.
func (l *DragList) Set(rows []DragRow) {
	r := l.rows
	r.rows, r.over, r.tops = rows, -1, nil
	if r.at() < 0 {
		r.key = ""
	}
	l.scroll.Refresh()
	r.Refresh()
}

// Select chooses a line without telling, and brings it into sight; "" chooses none.
func (l *DragList) Select(key string) {
	l.rows.key = key
	l.rows.reveal()
	l.rows.Refresh()
}

// HeightWanted is the height at which nothing scrolls.
func (l *DragList) HeightWanted(width float32) float32 { return l.rows.HeightFor(width) }

func (r *dragRows) at() int {
	return slices.IndexFunc(r.rows, func(row DragRow) bool { return row.Key == r.key })
}

// wrap breaks the sentences of a line at a width.
func (d DragRow) wrap(width float32) (verdict, more []string) {
	room := max(60, width-dragSentence-8)
	if d.Verdict != "" {
		verdict = Wrap(d.Verdict, look.Detail, room)
	}
	if d.More != "" {
		more = Wrap(d.More, look.Detail, room)
	}
	return verdict, more
}

func (d DragRow) height(width float32) float32 {
	h := float32(dragFirstLine) + dragPad
	if d.Detail != "" {
		h += 19
	}
	verdict, more := d.wrap(width)
	return h + 17*float32(len(verdict)+len(more))
}

// measureRows finds where each line begins; the last top is the end.
func (r *dragRows) measureRows(width float32) {
	if r.tops != nil && r.measured == width {
		return
	}
	r.tops, r.measured = make([]float32, 1, len(r.rows)+1), width
	for _, row := range r.rows {
		r.tops = append(r.tops, r.tops[len(r.tops)-1]+row.height(width))
	}
}

// HeightFor implements Flowing.
func (r *dragRows) HeightFor(width float32) float32 {
	r.measureRows(width)
	return r.tops[len(r.tops)-1]
}

func (r *dragRows) measure() fyne.Size {
	w := r.Size().Width
	if w == 0 {
		w = 274
	}
	return fyne.NewSize(160, r.HeightFor(w))
}

func (r *dragRows) row(i int) Area {
	w := r.Size().Width
	r.measureRows(w)
	return At(0, r.tops[i], w, r.tops[i+1]-r.tops[i])
}

// reveal scrolls to the line chosen.
func (r *dragRows) reveal() {
	i, high := r.at(), r.list.Size().Height
	if i < 0 || high == 0 {
		return
	}
	a, now := r.row(i), ScrollOffset(r.list.scroll)
	switch {
	case a.Y < now:
		SetScrollOffset(r.list.scroll, a.Y)
	case a.Bottom() > now+high:
		SetScrollOffset(r.list.scroll, a.Bottom()-high)
	}
}

func (r *dragRows) paint(s *Scene, size fyne.Size) {
	r.measureRows(size.Width)
	from := ScrollOffset(r.list.scroll)
	to, chosen := from+r.list.Size().Height, r.at()
	for i := range r.rows {
		a := r.row(i)
		if a.Bottom() < from || a.Y > to {
			continue
		}
		p := look.P()
		switch {
		case i == chosen:
			s.Rect(a, p.Select, look.RadiusField)
		case i == r.over:
			s.Rect(a, p.Sunken, look.RadiusField)
		case i > 0 && i-1 != chosen:
			s.Rect(At(a.X, a.Y, a.W, 1), p.Line, 0)
		}
		if r.focused && i == max(0, chosen) {
			s.RingIn(a.Inset(1, 1), look.RadiusField)
		}
		r.paintRow(s, a, i)
	}
}

func (r *dragRows) paintRow(s *Scene, a Area, i int) {
	row, p := r.rows[i], look.P()
	quiet := look.Ink3
	if i == r.at() {
		quiet = look.Ink2 // the third ink is too pale on a chosen line
	}
	if row.Fixed == "" && r.parts.OnDrop != nil {
		s.Icon(At(a.X+4, a.Y+10, look.IconMid, 18), "grip-vertical", p.Of(quiet))
	}
	first := At(a.X+dragWords, a.Y+9, a.W-dragWords-8, 18)
	if row.Right != "" {
		first.W -= s.TextR(first, row.Right, look.Caption) + 6
	}
	if row.Locked {
		s.Icon(first.Right(look.IconSmall), "lock", p.Ink2)
		first.W -= look.IconSmall + 6
	}
	used := s.Text(first, row.Title, look.BodyBold) + 6
	if left := first.W - used; left > 24 {
		s.Text(At(first.X+used, first.Y, left, first.H), row.After, look.Detail)
	}
	y := a.Y + dragFirstLine
	if row.Detail != "" {
		s.Icon(At(a.X+dragWords, y, look.IconMid-1, 17), row.Icon, p.Tone(row.Tone).Ink)
		words := At(a.X+dragSentence, y, a.W-dragSentence-8, 17)
		if row.Badge != "" {
			w := BadgeWidth(row.Badge, "")
			s.Badge(words.Right(w), row.Badge, "", row.BadgeTone)
			words.W -= w + 6
		}
		s.Text(words, row.Detail, look.Detail.As(look.Ink))
		y += 19
	}
	verdict, more := row.wrap(a.W)
	icon, role := "circle-x", look.Danger
	if row.Good {
		icon, role = "circle-check", look.Ok
	}
	y += r.sentence(s, At(a.X, y, a.W, 17), sentence{icon, verdict, role})
	r.sentence(s, At(a.X, y, a.W, 17), sentence{"arrow-right", more, look.Ink2})
}

// sentence is what stands under a name, with its icon.
type sentence struct {
	icon  string
	lines []string
	role  look.Role
}

func (r *dragRows) sentence(s *Scene, a Area, t sentence) float32 {
	if len(t.lines) == 0 {
		return 0
	}
	s.Icon(At(a.X+dragWords, a.Y+1, look.IconMid-1, 17), t.icon, look.P().Of(t.role))
	return s.Lines(At(a.X+dragSentence, a.Y, 0, a.H), t.lines, look.Detail.As(t.role))
}
