package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// KeepFocus runs rebuild, which replaces what is inside root, and gives the keyboard back to the widget of the same
// words when the one that had it is gone.
func KeepFocus(root fyne.CanvasObject, rebuild func()) {
	c := fyne.CurrentApp().Driver().CanvasForObject(root)
	if c == nil {
		rebuild()
		return
	}
	had, _ := c.Focused().(labelled)
	inside := had != nil && within(root, func(l labelled) bool { return l == had }) != nil
	rebuild()
	if !inside || c.Overlays().Top() != nil || within(root, func(l labelled) bool { return l == had }) != nil {
		return
	}
	if same := within(root, func(l labelled) bool { return l.Label() == had.Label() }); same != nil {
		c.Focus(same)
		return
	}
	c.Unfocus()
}

// giveBack puts the keyboard where it was before a dialog opened: when what had it was made again meanwhile, the widget
// of the same words has it.
func giveBack(c fyne.Canvas, to fyne.Focusable) {
	l, ok := to.(labelled)
	if ok && c.Overlays().Top() == nil && within(c.Content(), func(o labelled) bool { return o == l }) == nil {
		if same := within(c.Content(), func(o labelled) bool { return o.Label() == l.Label() }); same != nil {
			to = same
		}
	}
	c.Focus(to)
}

// labelled is what can have the keyboard and says its words.
type labelled interface {
	fyne.Focusable
	Label() string
}

// within finds the first widget below o that is looked for.
func within(o fyne.CanvasObject, is func(labelled) bool) labelled {
	if l, ok := o.(labelled); ok && is(l) {
		return l
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case *container.Scroll:
		children = []fyne.CanvasObject{o.Content}
	}
	for _, child := range children {
		if child == nil || !child.Visible() {
			continue
		}
		if l := within(child, is); l != nil {
			return l
		}
	}
	return nil
}
