package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// OnGesture is told whenever the person does something: a key, a move of the mouse, a tap. The shell sets it, to know
// whether somebody is there. It must be quick.
var OnGesture func()

func gesture() {
	if OnGesture != nil {
		OnGesture()
	}
}

// Watch lies under everything in the window and hears every move of the mouse, whatever is above: Fyne asks each object
// under the mouse for its cursor, at each move and at no other time.
type Watch struct{ Painted }

// NewWatch makes a watch, as large as the window.
func NewWatch() *Watch {
	w := &Watch{}
	w.Min = fyne.NewSize(1, 1)
	w.ExtendBaseWidget(w)
	return w
}

// Cursor implements desktop.Cursorable.
func (*Watch) Cursor() desktop.Cursor {
	gesture()
	return desktop.DefaultCursor
}

// Cursor implements desktop.Cursorable: over a dialog, the window below is not asked.
func (*scrim) Cursor() desktop.Cursor {
	gesture()
	return desktop.DefaultCursor
}

// Fyne hands every key that goes down to what has the focus, when it wants to know (desktop.Keyable).

// KeyDown implements desktop.Keyable.
func (b *Press) KeyDown(*fyne.KeyEvent) { gesture() }

// KeyUp implements desktop.Keyable.
func (b *Press) KeyUp(*fyne.KeyEvent) {}

// KeyDown implements desktop.Keyable.
func (e *entry) KeyDown(k *fyne.KeyEvent) {
	gesture()
	e.Entry.KeyDown(k)
}

// KeyDown implements desktop.Keyable.
func (m *Matrix) KeyDown(*fyne.KeyEvent) { gesture() }

// KeyUp implements desktop.Keyable.
func (m *Matrix) KeyUp(*fyne.KeyEvent) {}

// KeyDown implements desktop.Keyable.
func (t *Table[R]) KeyDown(*fyne.KeyEvent) { gesture() }

// KeyUp implements desktop.Keyable.
func (t *Table[R]) KeyUp(*fyne.KeyEvent) {}
