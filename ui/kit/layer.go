package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mercredi/ui/look"
)

// After runs f on the UI goroutine once d has passed, and returns what stops it. The shell sets it, once; until
// then nothing in the kit waits: tips do not show and toasts stay.
var After func(d time.Duration, f func()) (cancel func())

func after(d time.Duration, f func()) (cancel func()) {
	if After == nil {
		return func() {}
	}
	return After(d, f)
}

// Layer is the topmost drawing of the window: the tooltip, the ghost of a drag, the toast. Only the toast takes
// clicks; everything else falls through to what lies below. The shell stacks it over its content.
type Layer struct {
	widget.BaseWidget
	drawing *Painted
	toast   *Toast
	box     *fyne.Container
	tip     string
	tipAt   fyne.Position
	waiting func() // stops the coming tip
	ghost   func(s *Scene, at fyne.Position)
	ghostAt fyne.Position
}

// top is the layer of the window; widgets show their tips on it.
var top *Layer

// NewLayer makes the layer of the window.
func NewLayer() *Layer {
	l := &Layer{waiting: func() {}}
	l.drawing = NewPainted(fyne.NewSize(1, 1), l.paint)
	l.box = container.New(&layerLayout{l}, l.drawing)
	l.ExtendBaseWidget(l)
	top = l
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.box) }

type layerLayout struct{ l *Layer }

func (f *layerLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
func (f *layerLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	Place(f.l.drawing, At(0, 0, size.Width, size.Height))
	if t := f.l.toast; t != nil {
		m := t.MinSize()
		Place(t, At((size.Width-m.Width)/2, size.Height-m.Height-look.Margin, m.Width, m.Height))
	}
}

const tipDelay = 400 * time.Millisecond

func showTip(t string, at fyne.Position) {
	if top != nil {
		top.Tip(t, at)
	}
}

// Tip shows a tooltip after a short delay; an empty text hides it.
func (l *Layer) Tip(t string, at fyne.Position) {
	l.waiting()
	if t != "" {
		if After != nil {
			l.waiting = after(tipDelay, func() { l.showTip(t, at) })
		}
		return
	}
	if l.tip != "" {
		l.showTip("", at)
	}
}

func (l *Layer) showTip(t string, at fyne.Position) {
	l.tip, l.tipAt = t, at
	l.drawing.Refresh()
}

// Drag shows the ghost of what is dragged at an absolute position; nil ends it.
func (l *Layer) Drag(ghost func(s *Scene, at fyne.Position), at fyne.Position) {
	l.ghost, l.ghostAt = ghost, at
	l.drawing.Refresh()
}

func (l *Layer) paint(s *Scene, size fyne.Size) {
	if l.ghost != nil {
		l.ghost(s, l.ghostAt)
	}
	if l.tip == "" {
		return
	}
	p, st := look.P(), look.Detail.As(look.OnInk)
	w := min(Ceil(Width(l.tip, st))+20, size.Width-8)
	a := At(max(4, min(l.tipAt.X+12, size.Width-w-4)), max(4, min(l.tipAt.Y+20, size.Height-34)), w, 28)
	s.Rect(a, p.Ink, look.RadiusBadge)
	s.Text(a.Inset(10, 0), l.tip, st)
}

// Toast is a short confirmation at the bottom of the window, with a way back. It goes after six seconds, not while
// the mouse or the keyboard is on it.
type Toast struct {
	widget.BaseWidget
	text  string
	layer *Layer
	box   *fyne.Container
	undo  *Button
	stop  func()
	done  bool
}

const toastTime = 6 * time.Second

// Say shows a toast with no way back.
func (l *Layer) Say(text string) *Toast { return l.Offer(text, "", nil) }

// Undo shows a toast whose « Annuler » runs undo, once.
func (l *Layer) Undo(text string, undo func()) *Toast { return l.Offer(text, "Annuler", undo) }

// Offer shows a toast with one verb, which runs once.
func (l *Layer) Offer(text, verb string, do func()) *Toast {
	t := &Toast{text: text, layer: l, stop: func() {}}
	back := &hoverArea{over: t.hold}
	back.Measure = func() fyne.Size { return fyne.NewSize(Ceil(Width(text, look.Body))+64, 44) }
	back.Paint = func(s *Scene, size fyne.Size) {
		p := look.P()
		a := At(0, 0, size.Width, size.Height)
		s.Rect(a, p.Ink, look.RadiusField)
		s.Icon(a.Left(50).Middle(18, 18), "check", p.Honey)
		s.Text(a.After(44), text, look.Body.As(look.OnInk))
	}
	back.ExtendBaseWidget(back)
	t.box = Stack(back)
	if do != nil {
		t.undo = NewButton(verb, "", onInk, func() {
			if !t.done {
				l.dismiss(t)
				do()
			}
		})
		t.undo.OnHover, t.undo.OnFocus = t.hold, t.hold
		beside := Sized(Ceil(Width(text, look.Body))+56, 1, Gap(1))
		t.box = Stack(back, PadXY(6, 4, HBox(0, beside, t.undo)))
	}
	t.ExtendBaseWidget(t)
	t.restart()
	l.show(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

// Text returns the words of the toast.
func (t *Toast) Text() string { return t.text }

// Button returns the button of the toast, or nil.
func (t *Toast) Button() *Button { return t.undo }

func (t *Toast) restart() {
	t.stop()
	t.stop = after(toastTime, func() { t.layer.dismiss(t) })
}

// hold stops the clock while the mouse or the keyboard is on the toast, and starts it again after.
func (t *Toast) hold(on bool) {
	if on || t.done {
		t.stop()
		return
	}
	t.restart()
}

// Toast returns the toast on show, or nil.
func (l *Layer) Toast() *Toast { return l.toast }

// Clear takes away whatever the layer shows: it may name somebody.
func (l *Layer) Clear() {
	l.Tip("", fyne.Position{})
	l.Drag(nil, fyne.Position{})
	if l.toast != nil {
		l.dismiss(l.toast)
	}
}

func (l *Layer) show(t *Toast) {
	if l.toast != nil {
		l.dismiss(l.toast)
	}
	l.toast = t
	l.box.Objects = []fyne.CanvasObject{l.drawing, t}
	l.box.Refresh()
}

func (l *Layer) dismiss(t *Toast) {
	t.stop()
	t.done = true
	if l.toast != t {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && t.undo != nil && t.undo.focused {
		c.Unfocus()
	}
	l.toast = nil
	l.box.Objects = []fyne.CanvasObject{l.drawing}
	l.box.Refresh()
}
