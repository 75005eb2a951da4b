package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// TileOption is a colour and a pictogram to choose, with the name that always stands beside them.
type TileOption struct {
	Icon, Label string
	Tone        look.ToneName
}

// TileField is a choice among a few colours with their pictogram. It is one stop for Tab, arrows inside.
type TileField struct {
	choice
	label   string
	options []TileOption
	form    *Form
}

// NewTileField makes the choice; chosen is an index of options.
func NewTileField(label string, options []TileOption, chosen int) *TileField {
	f := &TileField{label: label, options: options}
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.Label
	}
	f.start(names, func(int) {
		if f.form != nil {
			f.form.edited()
		}
	})
	f.selected = chosen
	f.Name, f.Paint, f.part = label, f.paint, f.tile
	f.Measure = func() fyne.Size {
		return fyne.NewSize(f.tile(len(f.options)-1).End(), labelHeight+look.Control)
	}
	f.Extend(f)
	return f
}

// Chosen is the index of the choice.
func (f *TileField) Chosen() int { return f.selected }

// Keyboard implements Input.
func (f *TileField) Keyboard() fyne.Focusable { return f }

// Check implements Input: one is always chosen.
func (f *TileField) Check() bool { return true }

// SetErr implements Input: one is always chosen.
func (f *TileField) SetErr(string) {}

func (f *TileField) attach(form *Form) { f.form = form }

// tile is the area of option i: the chosen one is wider by its name.
func (f *TileField) tile(i int) Area {
	var x float32
	for j := range f.options {
		w := float32(look.Control)
		if j == f.selected {
			w += Ceil(Width(f.labels[j], look.DetailBold)) + 2*look.Tight
		}
		if j == i {
			return At(x, labelHeight, w, look.Control)
		}
		x += w + look.Tight
	}
	return Area{}
}

func (f *TileField) paint(s *Scene, size fyne.Size) {
	s.Text(At(0, 0, size.Width, 17), f.label, look.DetailBold)
	for i, o := range f.options {
		a := f.tile(i)
		t := look.P().Tone(o.Tone)
		edge := Edge{1, t.Tint}
		if i == f.selected {
			edge = Edge{2, t.Edge}
			if f.focused {
				s.Ring(a, look.RadiusField)
			}
		} else if i == f.over && f.hovered {
			edge.Colour = t.Edge
		}
		s.Box(a, edge, t.Tint, look.RadiusField)
		s.Icon(a.Left(look.Control).Middle(look.IconNav, look.IconNav), o.Icon, t.Ink)
		if i == f.selected {
			s.Text(a.After(look.Control), o.Label, look.DetailBold.With(t.Ink))
		}
	}
}
