package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// CheckField is a box to tick, with its words.
type CheckField struct {
	Press
	Bold bool // the words of a title
	on   bool
	// OnSet is told when the person ticks or clears it; may be nil.
	OnSet func(bool)
	form  *Form
}

// NewCheckField makes a box to tick.
func NewCheckField(label string, on bool) *CheckField {
	c := &CheckField{on: on}
	c.Name = label
	c.Measure = func() fyne.Size { return fyne.NewSize(Ceil(Width(label, look.Body))+34, look.ControlSmall) }
	c.Paint = c.paint
	c.OnTapped = func() {
		c.Set(!c.on)
		if c.form != nil {
			c.form.edited()
		}
		if c.OnSet != nil {
			c.OnSet(c.on)
		}
	}
	c.Extend(c)
	return c
}

// On reports whether the box is ticked.
func (c *CheckField) On() bool { return c.on }

// Set ticks or clears the box without telling OnSet.
func (c *CheckField) Set(on bool) { c.set(&c.on, on) }

// Keyboard implements Input.
func (c *CheckField) Keyboard() fyne.Focusable { return c }

// Check implements Input: a box to tick is never wrong.
func (c *CheckField) Check() bool { return true }

// SetErr implements Input: a box to tick is never wrong.
func (c *CheckField) SetErr(string) {}

func (c *CheckField) attach(f *Form) { c.form = f }

func (c *CheckField) paint(s *Scene, size fyne.Size) {
	p := look.P()
	box := At(0, (size.Height-20)/2, 20, 20)
	if c.focused {
		s.Ring(box, look.RadiusTag)
	}
	ink := look.Body
	if c.Bold {
		ink = look.BodyBold
	}
	switch {
	case c.disabled:
		s.Box(box, Edge{1, p.Line}, p.Sunken, look.RadiusTag)
		ink = ink.As(look.Ink3)
	case c.on:
		s.Rect(box, p.Primary, look.RadiusTag)
	case c.Hovered():
		s.Box(box, Edge{1, p.LineStrong}, p.Hover, look.RadiusTag)
	default:
		s.Box(box, Edge{1, p.LineStrong}, p.Card, look.RadiusTag)
	}
	if c.on {
		mark := p.OnPrimary
		if c.disabled {
			mark = p.Ink3
		}
		s.Icon(box.Middle(14, 14), "check", mark)
	}
	s.Text(At(30, 0, size.Width-29, size.Height), c.Name, ink)
}
