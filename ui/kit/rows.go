package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/ui/look"
)

// AlertRow is a fact that asks for something: a tinted icon, the fact, a detail, and one action.
type AlertRow struct {
	Press
	icon, fact, detail string
	tone               look.ToneName
	first              bool
	onMove             func(step int)
}

// Alert describes an AlertRow.
type Alert struct {
	Icon         string
	Tone         look.ToneName
	Fact, Detail string
	Verb         string // the action, « Corriger »; or
	Right        fyne.CanvasObject
	First        bool // no line above
	Do           func()
	// Move puts the row before the former one (-1) or after the next one (1), with Alt and an arrow; may be nil.
	Move func(step int)
}

// NewAlertRow makes the row; the whole row does its action. A button, a badge or a bar may stand at its right
// instead of the verb.
func NewAlertRow(a Alert) *fyne.Container {
	r := &AlertRow{icon: a.Icon, fact: a.Fact, detail: a.Detail, tone: a.Tone, first: a.First, onMove: a.Move}
	r.Name, r.OnTapped = a.Fact, a.Do
	r.Min = fyne.NewSize(200, look.AlertHeight)
	r.Extend(r)
	right := float32(0)
	if a.Verb != "" {
		right = Ceil(Width(a.Verb, look.DetailBold))
	} else if a.Right != nil {
		right = minWidth(a.Right)
	}
	r.Paint = func(s *Scene, size fyne.Size) { r.paint(s, size, right, a.Verb) }
	if a.Do == nil {
		r.Disable() // out of the Tab order: the action is at the right
	}
	if a.Right == nil {
		return Stack(r)
	}
	return Stack(r, HBox(0, Spacer(), a.Right))
}

// TypedShortcut implements fyne.Shortcutable: Alt with an arrow moves the row. The others are the window's.
func (r *AlertRow) TypedShortcut(s fyne.Shortcut) {
	if key, ok := s.(*desktop.CustomShortcut); ok && r.onMove != nil && key.Modifier == fyne.KeyModifierAlt {
		switch key.KeyName {
		case fyne.KeyUp:
			r.onMove(-1)
			return
		case fyne.KeyDown:
			r.onMove(1)
			return
		}
	}
	if OnShortcut != nil {
		OnShortcut(s)
	}
}

func (r *AlertRow) paint(s *Scene, size fyne.Size, right float32, verb string) {
	p := look.P()
	all := At(0, 0, size.Width, size.Height)
	if !r.first {
		s.Rect(At(0, 0, size.Width, 1), p.Line, 0)
	}
	if r.Hovered() && r.OnTapped != nil {
		s.Rect(all.Inset(-6, 2), p.Sunken, look.RadiusField)
	}
	if r.focused {
		s.RingIn(all.Inset(-6, 1), look.RadiusField)
	}
	s.Tile(all.Left(30).Middle(30, 30), r.icon, r.tone)
	words := all.After(42)
	words.W -= right + look.Gap
	if r.detail == "" {
		s.Text(words, r.fact, look.BodyBold)
	} else {
		s.Text(At(words.X, size.Height/2-18, words.W, 18), r.fact, look.BodyBold)
		s.Text(At(words.X, size.Height/2, words.W, 17), r.detail, look.Detail)
	}
	if verb != "" {
		s.TextR(At(size.Width-right-1, 0, right+1, size.Height), verb, look.DetailBold.As(look.Primary))
	}
}

// PressPanel is a card that opens something: the whole of it is one button.
type PressPanel struct{ Press }

// NewPressPanel makes a card to click around anything; name says where it leads.
func NewPressPanel(name string, body fyne.CanvasObject, tapped func()) *fyne.Container {
	b := &PressPanel{}
	b.Name, b.OnTapped, b.Min = name, tapped, fyne.NewSize(1, 1)
	b.Paint = func(s *Scene, size fyne.Size) {
		p := look.P()
		fill, line := p.Card, p.Line
		if b.Hovered() {
			fill, line = p.Sunken, p.LineStrong
		}
		b.ring(s, size, look.RadiusCard)
		s.Box(At(0, 0, size.Width, size.Height), Edge{1, line}, fill, look.RadiusCard)
	}
	b.Extend(b)
	return Stack(b, PadXY(look.Wide, look.Gap, body))
}

// Event is something that happened, or stands: a line of a history, a consent.
type Event struct {
	When          string // « 13 janv. »; when empty there is no column of dates
	Icon          string
	Tone          look.ToneName     // of the icon
	Title, Detail string            // the detail wraps
	Right         string            // who
	First         bool              // no line above
	Do            func()            // when set, the whole row is one button
	Action        fyne.CanvasObject // a button at the right, in the middle of the height; may be nil
}

// EventRow makes the row of an event.
func EventRow(e Event) *fyne.Container {
	row := HTop(look.Gap)
	if e.When != "" {
		row.Add(Sized(58, look.Detail.Line(), Text(e.When, look.Detail)))
	}
	if e.Icon != "" {
		row.Add(Icon(e.Icon, e.Tone, look.IconNav))
	}
	words := VBox(0, Text(e.Title, look.BodyBold))
	if e.Detail != "" {
		words.Add(Paragraph(e.Detail, look.Detail))
	}
	row.Add(Grow(words))
	if e.Right != "" {
		row.Add(Text(e.Right, look.Caption))
	}
	b := &Press{Name: e.Title, OnTapped: e.Do}
	b.Min = fyne.NewSize(1, 1)
	b.Paint = func(s *Scene, size fyne.Size) {
		a := At(0, 0, size.Width, size.Height).Inset(-6, 1)
		if !e.First {
			s.Rect(At(0, 0, size.Width, 1), look.P().Line, 0)
		}
		if b.Hovered() && e.Do != nil {
			s.Rect(a, look.P().Sunken, look.RadiusField)
		}
		if b.focused {
			s.RingIn(a, look.RadiusField)
		}
	}
	b.Extend(b)
	if e.Do == nil {
		b.Disable() // out of the Tab order
	}
	body := PadXY(0, look.Tight, row)
	if e.Action != nil {
		body = Spread(body, e.Action)
	}
	return Stack(b, body)
}

// Notice is a band that says something about what is below it: the fact, the next step, and a button which may be
// nil. The tone is Info, Warning or Alarm: a warning never blocks, an alarm offers the way out.
func Notice(tone look.ToneName, fact, next string, button fyne.CanvasObject) *fyne.Container {
	icon := "info"
	switch tone {
	case look.Warning:
		icon = "circle-alert"
	case look.Alarm:
		icon = "ban"
	case look.Good:
		icon = "circle-check"
	}
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		t := look.P().Tone(tone)
		s.Box(At(0, 0, size.Width, size.Height), Edge{1, t.Edge}, t.Tint, look.RadiusField)
	})
	words := VBox(1, Paragraph(fact, look.BodyBold))
	if next != "" {
		words.Add(Paragraph(next, look.Detail.As(look.Ink)))
	}
	return Stack(back, PadXY(look.Wide, 10, HBox(look.Gap, Icon(icon, tone, 20), Grow(words), button)))
}

// Step is one station of a path.
type Step struct {
	Icon, Title, Detail, Note string
	State                     StepState
}

// StepState says where a station stands.
type StepState int

// The states of a station.
const (
	Coming  StepState = iota // an outline
	Running                  // honey
	Done                     // the action colour
)

// Stepper shows the stations of a path from left to right.
func Stepper(steps ...Step) *Painted {
	return NewPainted(fyne.NewSize(float32(len(steps))*96, 104), func(s *Scene, size fyne.Size) {
		p, each := look.P(), size.Width/float32(len(steps))
		for i, st := range steps {
			col := At(float32(i)*each, 0, each, size.Height)
			disc := At(col.X+(each-40)/2, 2, 40, 40)
			if i > 0 {
				line := p.Primary
				if st.State == Coming {
					line = p.LineStrong
				}
				s.Rect(At(disc.X-each+44, 21, each-48, 2), line, 0)
			}
			switch st.State {
			case Done:
				s.Dot(disc, p.Primary)
				s.Icon(disc.Middle(20, 20), st.Icon, p.OnPrimary)
			case Running:
				s.Box(disc, Edge{1, p.HoneyEdge}, p.Honey, 20)
				s.Icon(disc.Middle(20, 20), st.Icon, p.OnHoney)
			default:
				s.Box(disc, Edge{2, p.LineStrong}, p.Card, 20)
				s.Icon(disc.Middle(20, 20), st.Icon, p.Ink2)
			}
			words := col.Inset(4, 0)
			s.TextC(At(words.X, 48, words.W, 18), st.Title, look.DetailBold)
			s.TextC(At(words.X, 66, words.W, 17), st.Detail, look.Detail.As(look.Ink))
			s.TextC(At(words.X, 83, words.W, 17), st.Note, look.Detail)
		}
	})
}
