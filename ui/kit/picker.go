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

// Picker finds one thing among many: a field, and below it what was found. Up and Down move, Enter chooses.
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

// pickerRows is how many rows are shown at once; a better query shows others.
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
	p.rows.found = clip(search(""))
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&fillLayout{}, p.box))
}

// Refresh searches again.
func (p *Picker) Refresh() {
	p.rows.found, p.rows.at = clip(p.search(p.field.Text())), 0
	p.rows.Refresh()
	p.BaseWidget.Refresh()
}

// Keyboard is what takes the focus.
func (p *Picker) Keyboard() fyne.Focusable { return p.field.Keyboard() }

// Field is the search field, for a caller that fills it.
func (p *Picker) Field() *TextField { return p.field }

// Found is what is shown, in order.
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
	default:
		return false
	}
	p.rows.Refresh()
	return true
}

func (p *Picker) choose(i int) {
	if i < len(p.rows.found) && p.rows.found[i].Off == "" {
		p.pick(i)
	}
}

func clip(found []Found) []Found { return found[:min(len(found), pickerRows)] }

// foundRows is the list under the field. It has no focus of its own: the keyboard stays in the field.
type foundRows struct {
	Painted
	picker *Picker
	found  []Found
	at     int
}

func newFoundRows(p *Picker) *foundRows {
	r := &foundRows{picker: p}
	r.Min = fyne.NewSize(360, pickerRows*look.MenuRowHeight)
	r.Paint = r.paint
	r.ExtendBaseWidget(r)
	return r
}

func (r *foundRows) paint(s *Scene, size fyne.Size) {
	p := look.P()
	if len(r.found) == 0 {
		s.TextC(At(0, look.Wide, size.Width, 20), r.picker.empty, look.Detail)
		return
	}
	for i, f := range r.found {
		a := At(0, float32(i)*look.MenuRowHeight, size.Width, look.MenuRowHeight)
		title, detail := look.BodyBold, look.Caption
		if i == r.at {
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
	r.picker.choose(int(e.Position.Y / look.MenuRowHeight))
}

// MouseIn implements desktop.Hoverable.
func (r *foundRows) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved makes the row under the mouse the current one.
func (r *foundRows) MouseMoved(e *desktop.MouseEvent) {
	if i := int(e.Position.Y / look.MenuRowHeight); i != r.at && i >= 0 && i < len(r.found) {
		r.at = i
		r.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *foundRows) MouseOut() {}
