package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// Weight is how much a button stands out. A page has at most one Primary.
type Weight int

// The weights of a button.
const (
	Secondary Weight = iota // bordered
	Primary
	Quiet  // words only, in the action colour
	Danger // bordered, red: erases, or cannot be undone
	onInk  // in a toast
)

// Button is the kit's button. Its words are a verb.
type Button struct {
	Press
	Icon, After string // After is an icon behind the words: "chevron-down" for a menu
	Weight      Weight
	Small, Tall bool
	reason      string
	why         *Painted // where the reason is shown
}

// NewButton makes a button 36 high.
func NewButton(label, icon string, w Weight, tapped func()) *Button {
	b := &Button{Icon: icon, Weight: w}
	b.Name, b.OnTapped, b.Measure, b.Paint = label, tapped, b.measure, b.paint
	b.Extend(b)
	return b
}

// NewSmall makes a button 30 high, for rows and cards.
func NewSmall(label, icon string, w Weight, tapped func()) *Button {
	b := NewButton(label, icon, w, tapped)
	b.Small = true
	return b
}

// NewIconButton makes a square button; what it does is said by its name, shown as a tip.
func NewIconButton(icon, name string, tapped func()) *Button {
	b := NewButton(name, icon, Secondary, tapped)
	b.Tip = name
	b.After = iconOnly
	return b
}

// NewLink makes a word to click, as in a row.
func NewLink(label string, tapped func()) *Button { return NewSmall(label, "", Quiet, tapped) }

// Flush puts a button of words only on the left edge of what stands above it: the space around the words hangs outside.
func Flush(b *Button) *fyne.Container { return container.New(flushLayout{}, b) }

// quietPad is the space at the sides of words that are a button.
const quietPad = 9

type flushLayout struct{}

func (flushLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	Place(objs[0], At(-quietPad, 0, minWidth(objs[0]), size.Height))
}

func (flushLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return objs[0].MinSize().SubtractWidthHeight(quietPad, 0)
}

const iconOnly = "\x00"

// SetLabel changes the words.
func (b *Button) SetLabel(t string) { b.Name = t; b.Refresh() }

// SetReason disables the button and keeps why, to be shown beside it by Reason; an empty reason enables it.
func (b *Button) SetReason(why string) {
	b.reason = why
	b.disabled = why != ""
	b.Refresh()
	if b.why != nil {
		b.why.Refresh()
	}
}

// Reason returns why the button is disabled.
func (b *Button) Reason() string { return b.reason }

type buttonLook struct {
	height, pad, icon float32
	style             look.Style
}

func (b *Button) look() buttonLook {
	l := buttonLook{look.Control, 15, look.IconButton, look.BodyBold}
	switch {
	case b.Small:
		l = buttonLook{look.ControlSmall, 11, look.IconButton, look.DetailBold}
	case b.Tall:
		l.height = look.ControlTall
	}
	if b.Weight == Quiet || b.Weight == onInk {
		l.pad, l.style = quietPad, look.DetailBold
	}
	return l
}

func (b *Button) measure() fyne.Size {
	l := b.look()
	if b.After == iconOnly || b.Name == "" {
		return fyne.NewSize(l.height, l.height)
	}
	w := 2*l.pad + Width(b.Name, l.style)
	if b.Icon != "" {
		w += l.icon + 8
	}
	if b.After != "" {
		w += look.IconMid + 8
	}
	return fyne.NewSize(Ceil(w), l.height)
}

// colours returns the fill, the border and the ink of the state.
func (b *Button) colours() (fill, line, ink color.NRGBA) {
	p := look.P()
	none := color.NRGBA{}
	hover := b.Hovered()
	switch {
	case b.disabled && b.Weight == Quiet:
		return none, none, p.Ink3
	case b.disabled:
		return p.Sunken, p.Line, p.Ink3
	case b.Weight == Primary && hover:
		return p.PrimaryHover, p.PrimaryHover, p.OnPrimary
	case b.Weight == Primary:
		return p.Primary, p.Primary, p.OnPrimary
	case b.Weight == Quiet && hover:
		return p.PrimaryTint, p.PrimaryTint, p.Primary
	case b.Weight == Quiet:
		return none, none, p.Primary
	case b.Weight == onInk && hover:
		return p.Ink2, p.Ink2, p.Bg
	case b.Weight == onInk:
		return none, none, p.Bg
	case b.Weight == Danger && hover:
		return p.DangerTint, p.Danger, p.Danger
	case b.Weight == Danger:
		return p.Card, p.Danger, p.Danger
	case hover:
		return p.Hover, p.LineStrong, p.Ink
	}
	return p.Card, p.LineStrong, p.Ink
}

func (b *Button) paint(s *Scene, size fyne.Size) {
	l := b.look()
	fill, line, ink := b.colours()
	all := At(0, 0, size.Width, size.Height)
	b.ring(s, size, look.RadiusField)
	if fill.A > 0 {
		s.Box(all, Edge{1, line}, fill, look.RadiusField)
	}
	if b.After == iconOnly || b.Name == "" {
		s.Icon(all.Middle(l.icon, l.icon), b.Icon, ink)
		return
	}
	in := all.Inset(l.pad, 0)
	if extra := size.Width - b.measure().Width; extra > 0 { // a button stretched by its layout keeps its words centred
		in = in.After(extra / 2)
	}
	if b.Icon != "" {
		s.Icon(in.Left(l.icon), b.Icon, ink)
		in = in.After(l.icon + 8)
	}
	room := in.W
	if b.After != "" {
		room -= look.IconMid + 8
	}
	w := s.Text(At(in.X, 0, room+1, size.Height), b.Name, l.style.With(ink))
	if b.After != "" {
		s.Icon(At(in.X+w+8, 0, look.IconMid, size.Height), b.After, ink)
	}
}

// Reason puts the reason of a disabled button in words under it; nothing shows while the button works.
func Reason(b *Button) fyne.CanvasObject {
	r := &Painted{}
	st := look.Caption.As(look.Ink3)
	r.Measure = func() fyne.Size {
		if b.reason == "" {
			return fyne.NewSize(0, 0)
		}
		return fyne.NewSize(Ceil(Width(b.reason, st)), st.Line()+4)
	}
	r.Paint = func(s *Scene, size fyne.Size) {
		if b.reason != "" {
			s.Text(At(0, 4, size.Width+1, st.Line()), b.reason, st)
		}
	}
	r.ExtendBaseWidget(r)
	b.why = r
	return r
}
