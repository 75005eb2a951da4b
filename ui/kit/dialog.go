package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Question is a dialog that asks before something happens. Both answers are verbs; Safe is the one that changes
// nothing: it starts with the focus and Escape chooses it.
type Question struct {
	Title  string // the question: « Finaliser le bilan de Lila K. ? »
	Text   string // the consequence
	Verb   string // « Finaliser »; when empty there is only Safe
	Safe   string // « Revenir au bilan »; when empty, « Annuler »
	Danger bool   // erases, or cannot be undone
	Do     func()
	OnSafe func() // may be nil
}

// Sheet is a dialog with a content of its own: a form. Escape is the safe answer.
type Sheet struct {
	Title  string
	Body   fyne.CanvasObject
	Verb   string      // when empty there is only the safe answer
	Safe   string      // when empty, « Annuler »
	Danger bool        // the verb erases
	Do     func() bool // false keeps the sheet open: the form shows what is wrong
	OnSafe func() bool // may be nil; false keeps the sheet open: « des changements non enregistrés »
	Width  float32     // 0 = 520
	// Tall gives the body all the height of the window, to fill as it likes; without it the body scrolls.
	Tall bool
	More []fyne.CanvasObject // other buttons, at the left of the verbs
	// Keys are what Ctrl and a letter do over the sheet. Ctrl+S is the verb unless it says otherwise.
	Keys map[fyne.KeyName]func()
}

// Dialog is an open question or sheet.
type Dialog struct {
	widget.BaseWidget
	canvas     fyne.Canvas
	box        *fyne.Container
	verb, safe *Button
	onSafe     func() bool
	keys       map[fyne.KeyName]func()
	opener     fyne.Focusable
	closed     bool
}

// Ask opens a question.
func Ask(c fyne.Canvas, q Question) *Dialog {
	d := open(c, Sheet{
		Title: q.Title, Body: Paragraph(q.Text, look.Body.As(look.Ink2)), Verb: q.Verb, Safe: q.Safe, Danger: q.Danger, Width: 460,
		Do: func() bool { return true },
		OnSafe: func() bool {
			if q.OnSafe != nil {
				q.OnSafe()
			}
			return true
		},
	})
	if d.verb != nil {
		d.verb.OnTapped = func() {
			d.Close()
			if q.Do != nil {
				q.Do()
			}
		}
	}
	c.Focus(d.safe)
	return d
}

// ShowSheet opens a sheet; the focus starts on its first field.
func ShowSheet(c fyne.Canvas, s Sheet) *Dialog {
	d := open(c, s)
	c.FocusNext()
	return d
}

func open(c fyne.Canvas, s Sheet) *Dialog {
	d := &Dialog{canvas: c, onSafe: s.OnSafe, keys: s.Keys, opener: c.Focused()}
	if s.Safe == "" {
		s.Safe = "Annuler"
	}
	d.safe = NewButton(s.Safe, "", Secondary, d.Escape)
	buttons := append(slices.Clone(s.More), Spacer(), d.safe)
	if s.Verb != "" {
		w := Primary
		if s.Danger {
			w = Danger
		}
		d.verb = NewButton(s.Verb, "", w, func() {
			if s.Do == nil || s.Do() {
				d.Close()
			}
		})
		buttons = append(buttons, d.verb)
	}
	body := PadXY(look.Margin, 4, s.Body)
	if !s.Tall {
		body = Scroll(body)
	}
	card := VBox(look.Gap,
		PadXY(look.Margin, 0, Paragraph(s.Title, look.SheetTitle)),
		Grow(body),
		PadXY(look.Margin, 0, HBox(look.Gap, buttons...)))
	shape := &dialogShape{width: s.Width, body: body, tall: s.Tall}
	if s.Width == 0 {
		shape.width = 520
	}
	d.box = container.New(shape, newScrim(shape.paint, nil), card)
	d.ExtendBaseWidget(d)
	c.Overlays().Add(d)
	d.Resize(c.Size())
	return d
}

// dialogShape centres the card on the window, as high as its body wants.
type dialogShape struct {
	width float32
	body  *fyne.Container
	tall  bool
	card  Area
}

func (l *dialogShape) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (l *dialogShape) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	w := min(l.width, size.Width-2*look.Margin)
	h := size.Height - 2*look.Margin
	if !l.tall {
		frame := HeightFor(objs[1], w) - l.body.MinSize().Height + 2*20
		h = min(frame+HeightWanted(l.body, w), h)
	}
	l.card = At(0, 0, size.Width, size.Height).Middle(w, h)
	l.card.X, l.card.Y = Snap(l.card.X), Snap(l.card.Y)
	Place(objs[0], At(0, 0, size.Width, size.Height))
	objs[0].Refresh()
	Place(objs[1], l.card.Inset(0, 20))
}

func (l *dialogShape) paint(s *Scene, size fyne.Size) {
	p := look.P()
	veil := p.Ink
	if p.Dark {
		veil = p.Rail
	}
	veil.A = 120
	s.Rect(At(0, 0, size.Width, size.Height), veil, 0)
	s.Box(l.card, Edge{1, p.LineStrong}, p.Card, look.RadiusCard)
}

// CreateRenderer implements fyne.Widget.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.box) }

// Escape chooses the safe answer.
func (d *Dialog) Escape() {
	if !d.closed && (d.onSafe == nil || d.onSafe()) {
		d.Close()
	}
}

// Close closes without an answer, and gives the focus back to where it was.
func (d *Dialog) Close() {
	if d.closed {
		return
	}
	d.closed = true
	d.canvas.Overlays().Remove(d)
	if d.opener != nil {
		giveBack(d.canvas, d.opener)
	}
}

// VerbButton is the button that does it, or nil.
func (d *Dialog) VerbButton() *Button { return d.verb }

// SafeButton is the button that changes nothing.
func (d *Dialog) SafeButton() *Button { return d.safe }

// Press does what Ctrl and a letter do over the dialog.
func (d *Dialog) Press(key fyne.KeyName) {
	switch do := d.keys[key]; {
	case do != nil:
		do()
	case key == fyne.KeyS:
		d.Submit()
	}
}

// Submit does what the verb button does: for Enter in the last field of a form, or Ctrl+S.
func (d *Dialog) Submit() {
	if d.verb != nil {
		d.verb.Tapped(nil)
	}
}

// Content lets a search for scrolling parts look inside.
func (d *Dialog) Content() fyne.CanvasObject { return d.box }
