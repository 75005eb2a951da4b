package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Found is one row of a search. Off says why it cannot be chosen, "" when it can.
type Found struct {
	Icon          string
	Tone          look.ToneName
	Title, Detail string
	Off           string
}

// Picker finds one thing among many: a field, and below it what was found. Up and Down move, and the wheel scrolls; Enter
// chooses.
type Picker struct {
	widget.BaseWidget
	// Search answers what a query finds, best first; an empty query may answer suggestions.
	search func(query string) []Found
	pick   func(index int)
	field  *TextField
	rows   *foundRows
	box    *fyne.Container
	empty  string
}

// pickerRows is how many rows are in sight; the others are a few keys, or a better query, away.
const pickerRows = 8

// NewPicker makes a search. empty is the sentence shown when nothing is found; pick is told the index of the row.
func NewPicker(hint, empty string, search func(string) []Found, pick func(index int)) *Picker {
	p := &Picker{search: search, pick: pick, empty: empty}
	p.field = NewTextField("", "").Hint(hint)
	p.field.lead = NewPainted(fyne.NewSize(fieldIcon, 1), func(s *Scene, size fyne.Size) {
		s.Icon(At(0, 0, size.Width, size.Height).Middle(18, 18), "search", look.P().Ink2)
	})
	p.field.OnChange = func(string) { p.Refresh() }
	p.field.OnEnter(func() { p.choose(p.rows.at) })
	p.field.entry.onKey = p.key
	p.rows = newFoundRows(p)
	p.box = VBox(look.Tight, p.field, p.rows)
	p.ExtendBaseWidget(p)
	p.rows.found = search("")
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&fillLayout{}, p.box))
}

// Refresh searches again.
func (p *Picker) Refresh() {
	p.rows.found, p.rows.at, p.rows.top = p.search(p.field.Text()), 0, 0
	p.rows.Refresh()
	p.BaseWidget.Refresh()
}

// Keyboard is what takes the focus.
func (p *Picker) Keyboard() fyne.Focusable { return p.field.Keyboard() }

// Field is the search field, for a caller that fills it.
func (p *Picker) Field() *TextField { return p.field }

// Found is what was found, in order.
func (p *Picker) Found() []Found { return p.rows.found }

func (p *Picker) key(e *fyne.KeyEvent) bool {
	n := len(p.rows.found)
	if n == 0 {
		return false
	}
	switch e.Name {
	case fyne.KeyDown:
		p.rows.at = (p.rows.at + 1) % n
	case fyne.KeyUp:
		p.rows.at = (p.rows.at + n - 1) % n
	case fyne.KeyPageDown:
		p.rows.at = min(p.rows.at+pickerRows, n-1)
	case fyne.KeyPageUp:
		p.rows.at = max(p.rows.at-pickerRows, 0)
	default:
		return false
	}
	p.rows.reveal()
	return true
}

func (p *Picker) choose(i int) {
	if i >= 0 && i < len(p.rows.found) && p.rows.found[i].Off == "" {
		p.pick(i)
	}
}

// foundRows is the list under the field. It has no focus of its own: the keyboard stays in the field.
type foundRows struct {
	Painted
	picker *Picker
	found  []Found
	at     int // the current one
	top    int // the first in sight
}

func newFoundRows(p *Picker) *foundRows {
	r := &foundRows{picker: p}
	r.Min = fyne.NewSize(360, pickerRows*look.MenuRowHeight)
	r.Paint = r.paint
	r.ExtendBaseWidget(r)
	return r
}

// reveal brings the current row into sight.
func (r *foundRows) reveal() {
	r.top = min(r.at, max(r.top, r.at-pickerRows+1))
	r.Refresh()
}

// Scrolled implements fyne.Scrollable: one row a step.
func (r *foundRows) Scrolled(e *fyne.ScrollEvent) {
	step := 1
	if e.Scrolled.DY > 0 {
		step = -1
	}
	r.top = max(0, min(r.top+step, len(r.found)-pickerRows))
	r.Refresh()
}

func (r *foundRows) paint(s *Scene, size fyne.Size) {
	p := look.P()
	if len(r.found) == 0 {
		s.TextC(At(0, look.Wide, size.Width, 20), r.picker.empty, look.Detail)
		return
	}
	if n := len(r.found); n > pickerRows {
		const bar = 5
		high := size.Height * pickerRows / float32(n)
		s.Rect(At(size.Width-bar, Snap((size.Height-high)*float32(r.top)/float32(n-pickerRows)), bar, Snap(high)), p.LineStrong, bar/2)
		size.Width -= 2 * bar
	}
	for i, f := range r.found[r.top:min(len(r.found), r.top+pickerRows)] {
		a := At(0, float32(i)*look.MenuRowHeight, size.Width, look.MenuRowHeight)
		title, detail := look.BodyBold, look.Caption
		if r.top+i == r.at {
			s.Rect(a, p.Select, look.RadiusField)
		}
		text := f.Detail
		if f.Off != "" {
			title, text = title.As(look.Ink3), f.Off
		}
		in := a.Inset(look.Tight, 0)
		if f.Icon != "" {
			s.Tile(in.Left(30).Middle(30, 30), f.Icon, f.Tone)
			in = in.After(42)
		}
		if text == "" {
			s.Text(in, f.Title, title)
			continue
		}
		s.Text(At(in.X, a.Y+6, in.W, 18), f.Title, title)
		s.Text(At(in.X, a.Y+25, in.W, 16), text, detail)
	}
}

// Tapped chooses the row under the mouse.
func (r *foundRows) Tapped(e *fyne.PointEvent) {
	r.picker.choose(r.top + int(e.Position.Y/look.MenuRowHeight))
}

// MouseIn implements desktop.Hoverable.
func (r *foundRows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved makes the row under the mouse the current one.
func (r *foundRows) MouseMoved(e *desktop.MouseEvent) {
	if i := r.top + int(e.Position.Y/look.MenuRowHeight); i != r.at && i >= 0 && i < len(r.found) {
		r.at = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *foundRows) MouseOut() {}
