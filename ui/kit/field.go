package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// Input is what a form is made of. Check shows what is wrong beside the field and says whether all is well.
type Input interface {
	fyne.CanvasObject
	Check() bool
	// SetErr shows a sentence under the field, from the record's own rules; an empty one takes it away.
	SetErr(sentence string)
	// Keyboard is what takes the focus.
	Keyboard() fyne.Focusable
	// attach lets the form follow what is typed.
	attach(f *Form)
}

// frame is the common body of the fields: a label above, a box that shows focus and error, a line below.
type frame struct {
	widget.BaseWidget
	label, help, err  string
	focused, readOnly bool
	tall              float32 // height of the box; 0 = a control
	inside            fyne.CanvasObject
	lead, trail       fyne.CanvasObject // before and behind the inside, or nil
	beside            fyne.CanvasObject // at the right of the box, outside; or nil
	box, head, foot   *Painted
	form              *Form
	heightOf          func(width float32) float32 // for boxes whose height follows their width
}

func (f *frame) build(self fyne.Widget, inside fyne.CanvasObject) {
	f.inside = inside
	f.head = NewPainted(fyne.NewSize(1, labelHeight), f.paintHead)
	f.box = NewPainted(fyne.NewSize(1, 1), f.paintBox)
	f.foot = NewPainted(fyne.NewSize(1, footHeight), f.paintFoot)
	f.ExtendBaseWidget(self)
}

const (
	labelHeight = 20
	footHeight  = 20
	fieldIcon   = 36 // room for an icon or a button inside the box
)

// CreateRenderer implements fyne.Widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer {
	objs := nonNil([]fyne.CanvasObject{f.head, f.box, f.inside, f.lead, f.trail, f.beside, f.foot})
	return widget.NewSimpleRenderer(container.New(&frameLayout{f}, objs...))
}

func (f *frame) boxHeight(width float32) float32 {
	switch {
	case f.heightOf != nil:
		return f.heightOf(width)
	case f.tall > 0:
		return f.tall
	}
	return look.Control
}

func (f *frame) below() string {
	if f.err != "" {
		return f.err
	}
	return f.help
}

// HeightFor implements Flowing.
func (f *frame) HeightFor(width float32) float32 {
	h := f.boxHeight(width)
	if f.label != "" {
		h += labelHeight
	}
	if f.below() != "" {
		h += float32(len(f.footLines(width)))*16 + 4
	}
	return h
}

// MinSize implements fyne.CanvasObject.
func (f *frame) MinSize() fyne.Size {
	w := f.Size().Width
	if w == 0 {
		w = 120
	}
	return fyne.NewSize(120, f.HeightFor(w))
}

func (f *frame) footLines(width float32) []string {
	room := width
	if f.footIcon() != "" {
		room -= 20
	}
	return Wrap(f.below(), look.Caption, max(60, room))
}

// footIcon stands before the line below: an error has one, and so has the help under a box with a button beside it,
// where the line goes on under the button.
func (f *frame) footIcon() string {
	switch {
	case f.err != "":
		return "circle-alert"
	case f.beside != nil:
		return "info"
	}
	return ""
}

// boxArea is where the box lies in a field of that size.
func (f *frame) boxArea(size fyne.Size) Area {
	y, w := float32(0), size.Width
	if f.label != "" {
		y = labelHeight
	}
	if f.beside != nil {
		w -= minWidth(f.beside) + besideGap
	}
	return At(0, y, w, f.boxHeight(w))
}

// besideGap leaves room for the focus rings of the box and of the button beside it.
const besideGap = look.Gap

type frameLayout struct{ f *frame }

func (l *frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, look.Control) }

func (l *frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	b := f.boxArea(size)
	Place(f.head, At(0, 0, size.Width, labelHeight))
	Place(f.box, b)
	in := b.Inset(4, 0)
	if f.lead != nil {
		Place(f.lead, b.Left(fieldIcon))
		in = in.After(fieldIcon - 8)
	}
	if f.trail != nil {
		w := max(fieldIcon, minWidth(f.trail))
		Place(f.trail, b.Right(w))
		in.W -= w - 4
	}
	if f.beside != nil {
		Place(f.beside, At(b.End()+besideGap, b.Y, minWidth(f.beside), b.H))
	}
	if h := f.inside.MinSize().Height; h < in.H && f.heightOf == nil {
		in = At(in.X, in.Y+(in.H-h)/2, in.W, h)
	}
	Place(f.inside, in)
	Place(f.foot, At(0, b.Bottom()+4, size.Width, max(0, size.Height-b.Bottom()-4)))
}

func (f *frame) paintHead(s *Scene, size fyne.Size) {
	s.Text(At(0, 0, size.Width, 17), f.label, look.DetailBold)
}

func (f *frame) paintBox(s *Scene, size fyne.Size) {
	p := look.P()
	a := At(0, 0, size.Width, size.Height)
	edge, fill := Edge{1, p.LineStrong}, p.Card
	switch {
	case f.readOnly:
		edge, fill = Edge{1, p.Line}, p.Sunken
	case f.err != "":
		edge = Edge{2, p.Danger}
	case f.focused:
		edge = Edge{1, p.Focus}
	}
	if f.focused && !f.readOnly {
		s.Ring(a, look.RadiusField)
	}
	s.Box(a, edge, fill, look.RadiusField)
}

func (f *frame) paintFoot(s *Scene, size fyne.Size) {
	if f.below() == "" {
		return
	}
	st, a := look.Caption, At(0, 0, size.Width, 16)
	if f.err != "" {
		st = st.As(look.Danger)
	}
	if icon := f.footIcon(); icon != "" {
		s.Icon(At(0, 1, 14, 14), icon, st.Colour())
		a = a.After(20)
	}
	s.Lines(a, f.footLines(size.Width), st)
}

// SetErr shows a sentence under the field; an empty one takes it away.
func (f *frame) SetErr(sentence string) {
	if f.err != sentence {
		f.err = sentence
		f.relayout()
	}
}

// Err is the sentence under the field, or "".
func (f *frame) Err() string { return f.err }

// SetHelp changes the line under the field.
func (f *frame) SetHelp(text string) {
	if f.help != text {
		f.help = text
		f.relayout()
	}
}

// Label is the words above the field.
func (f *frame) Label() string { return f.label }

// relayout repaints the field and has what is below it move.
func (f *frame) relayout() {
	f.BaseWidget.Refresh()
	f.box.Refresh()
	f.foot.Refresh()
	if f.box.Size().Width > 0 {
		Relayout(f.box)
	}
}

func (f *frame) setFocus(on bool) {
	f.focused = on
	f.box.Refresh()
}

func (f *frame) attach(form *Form) { f.form = form }

// edited clears the error of a field that is being mended and tells the form.
func (f *frame) edited() {
	f.SetErr("")
	if f.form != nil {
		f.form.edited()
	}
}
