package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
)

// listen sets the keys of the window. A text field lets them through (kit.OnShortcut).
func (w *window) listen() {
	keys := map[fyne.KeyName]func(){
		fyne.KeyK: w.Search,
		fyne.KeyF: func() {
			if p, ok := w.page.(page.Finder); ok {
				p.Find()
			}
		},
		fyne.KeyP: func() {
			if p, ok := w.page.(page.Printer); ok {
				p.Print()
			} else {
				w.print()
			}
		},
		fyne.KeyS: func() {
			if p, ok := w.page.(page.Saver); ok {
				p.Save()
			}
		},
		fyne.KeyL:        w.lock,
		fyne.KeyPageUp:   func() { w.turn(-1) },
		fyne.KeyPageDown: func() { w.turn(1) },
		fyne.KeyZ: func() {
			if w.undo != nil {
				w.layer.Toast().Button().Tapped(nil)
			}
		},
	}
	canvas := w.window.Canvas()
	kit.OnGesture = w.gesture
	if c, ok := canvas.(desktop.Canvas); ok {
		c.SetOnKeyDown(func(*fyne.KeyEvent) { w.gesture() }) // while nothing has the focus
	}
	for key, do := range keys {
		canvas.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) {
			w.press(key, do)
		})
	}
	canvas.AddShortcut(&fyne.ShortcutUndo{}, func(s fyne.Shortcut) { kit.OnShortcut(s) }) // what Fyne makes of Ctrl+Z
	kit.OnShortcut = func(s fyne.Shortcut) bool {
		pressed, ok := s.(fyne.KeyboardShortcut) // Fyne's own undo too
		if !ok || pressed.Mod() != fyne.KeyModifierShortcutDefault || keys[pressed.Key()] == nil {
			return false
		}
		w.press(pressed.Key(), keys[pressed.Key()])
		return true
	}
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			kit.Escape(w.window.Content())
		}
	})
	kit.OnEscape = func() { w.press(fyne.KeyEscape, w.escape) }
}

// escape leaves a part of the page, or else the page.
func (w *window) escape() {
	if p, ok := w.page.(page.Escaper); !ok || !p.Escape() {
		w.Back()
	}
}

// print opens the sheet « Imprimer… » on what the route is about, for a page that prints nothing of its own.
func (w *window) print() {
	r := w.route
	if !w.may(page.Documents) {
		return
	}
	printing.Show(w.desk(), printing.Ask{Hand: catalogue.Subject{
		Child: r.Child, Cycle: r.Cycle, Group: r.Group, Workshop: r.Workshop, Partner: r.Partner, Moment: r.Moment, Day: r.Day,
	}})
}

// turn goes to the next or the former of what the page shows one at a time.
func (w *window) turn(step int) {
	if p, ok := w.page.(page.Turner); ok {
		p.Turn(step)
	}
}

// press runs what a key does, unless the window is locked. Over a dialog it is the dialog's own, if it has one.
func (w *window) press(key fyne.KeyName, do func()) {
	if w.registry == nil {
		return
	}
	if top := w.window.Canvas().Overlays().Top(); top != nil {
		if d, ok := top.(*kit.Dialog); ok {
			d.Press(key)
		}
		return
	}
	do()
}
