package kit

import (
	"fyne.io/fyne/v2"

	"mercredi/ui/look"
)

// railState is a sentence at the foot of the rail that says how something of the whole file stands; a click leads to
// where it is seen to. Its words say the state, its colour only repeats it.
type railState struct {
	Press
	icon string
	tone look.ToneName
}

// railStateIcon is the room of the icon before the words.
const railStateIcon = look.IconMid + 8

func newRailState(tapped func()) *railState {
	r := &railState{}
	r.OnTapped, r.Paint = tapped, r.paint
	r.Measure = func() fyne.Size {
		return fyne.NewSize(look.RailWidth-25, float32(len(r.lines(look.RailWidth-25)))*look.Caption.Line()+12)
	}
	r.Extend(r)
	r.Hide()
	return r
}

func (r *railState) lines(width float32) []string {
	return Wrap(r.Name, look.Caption, width-8-railStateIcon-4)
}

func (r *railState) paint(s *Scene, size fyne.Size) {
	p, a := look.P(), At(0, 0, size.Width, size.Height)
	st, ink := look.Caption, p.Ink2
	if r.tone != look.Neutral {
		t := p.Tone(r.tone)
		st, ink = look.Caption.With(t.Ink), t.Ink
		s.Rect(a, t.Tint, look.RadiusField)
	}
	if r.Hovered() {
		s.Rect(a, p.Hover, look.RadiusField)
		if r.tone != look.Neutral {
			st, ink = look.Caption.As(look.Ink), p.Ink
		}
	}
	if r.focused {
		s.RingIn(a.Inset(-2, -2), look.RadiusField+2)
	}
	s.Icon(At(8, 6, look.IconMid, look.Caption.Line()), r.icon, ink)
	for i, l := range r.lines(size.Width) {
		s.Text(At(8+railStateIcon, 6+float32(i)*st.Line(), 0, st.Line()), l, st)
	}
}

// SetState shows the sentence at the foot of the rail; no words hide it. The tone look.Neutral is when all is well.
func (r *Rail) SetState(words, icon string, tone look.ToneName) {
	r.state.Name, r.state.icon, r.state.tone = words, icon, tone
	if words == "" {
		r.state.Hide()
	} else {
		r.state.Show()
	}
	r.state.Refresh()
	r.box.Objects[1].Refresh()
}
