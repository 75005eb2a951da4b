package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

// Form ties inputs together: Enter goes to the next field and submits from the last, Ctrl+S submits, and it knows
// whether something was changed. It has no look of its own: a page lays its inputs out as it likes.
type Form struct {
	// OnSubmit is what Enter in the last field and Ctrl+S do. It runs only when every input is well.
	OnSubmit func()
	// OnEdit is told when something was typed or chosen; may be nil.
	OnEdit func()

	inputs []Input
	dirty  bool
	quiet  bool
}

// NewForm makes a form over inputs, in the order of the keyboard.
func NewForm(inputs ...Input) *Form {
	f := &Form{}
	f.Add(inputs...)
	return f
}

// Add adds inputs at the end.
func (f *Form) Add(inputs ...Input) {
	for _, in := range inputs {
		f.inputs = append(f.inputs, in)
		in.attach(f)
	}
}

// after adds an input behind another of the form, or at the end.
func (f *Form) after(before, in Input) {
	in.attach(f)
	i := slices.Index(f.inputs, before)
	if i < 0 {
		i = len(f.inputs) - 1
	}
	f.inputs = slices.Insert(f.inputs, i+1, in)
}

// Remove takes inputs out: the person did it, so the form is changed.
func (f *Form) Remove(inputs ...Input) {
	f.inputs = slices.DeleteFunc(f.inputs, func(in Input) bool { return slices.Contains(inputs, in) })
	f.edited()
}

// Check verifies every input, shows what is wrong beside each, and puts the focus on the first that is wrong.
func (f *Form) Check() bool {
	var first Input
	for _, in := range f.inputs {
		if !in.Check() && first == nil {
			first = in
		}
	}
	if first == nil {
		return true
	}
	f.focus(first)
	return false
}

// Submit checks and then runs OnSubmit.
func (f *Form) Submit() {
	if f.Check() && f.OnSubmit != nil {
		f.OnSubmit()
	}
}

// Dirty reports whether something was changed since the form was filled or Clean was called.
func (f *Form) Dirty() bool { return f.dirty }

// Clean says that what the form shows is kept.
func (f *Form) Clean() { f.dirty = false }

// Filling runs fill without the form taking what it sets for a change by the person.
func (f *Form) Filling(fill func()) {
	was := f.quiet
	f.quiet = true
	fill()
	f.quiet = was
}

// Focus puts the keyboard in the first input.
func (f *Form) Focus() {
	if len(f.inputs) > 0 {
		f.focus(f.inputs[0])
	}
}

func (f *Form) focus(in Input) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(in); c != nil {
		c.Focus(in.Keyboard())
	}
}

// edited is told by an input that something changed.
func (f *Form) edited() {
	if f.quiet {
		return
	}
	f.dirty = true
	if f.OnEdit != nil {
		f.OnEdit()
	}
}

// next is Enter in an input: the keyboard goes on, or the form is submitted.
func (f *Form) next(in Input) {
	for i, other := range f.inputs {
		if other == in && i+1 < len(f.inputs) {
			f.focus(f.inputs[i+1])
			return
		}
	}
	f.Submit()
}

// Relayout lays the window (or the dialog) of o out again: for when a part of it needs more or less height.
func Relayout(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(interface{ Content() fyne.CanvasObject }); ok {
		top.Content().Refresh()
		return
	}
	if c.Content() != nil {
		c.Content().Refresh()
	}
}
