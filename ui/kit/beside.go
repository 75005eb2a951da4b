package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// BesideParts is a form and what shows it live.
type BesideParts struct {
	Main, Side         fyne.CanvasObject
	MainWord, SideWord string // where there is room for one only, two words choose which
}

// Beside puts a form at the left, up to a width that is easy to read, and what shows it at the right. A window that is
// too narrow for both shows one of them, and above it two words to choose.
func Beside(p BesideParts) *fyne.Container {
	l := &besideLayout{}
	l.choice = NewSegmented([]string{p.MainWord, p.SideWord}, func(int) { Relayout(l.choice) })
	l.choice.Hide()
	return container.New(l, p.Main, p.Side, l.choice)
}

// Widths of Beside.
const (
	besideLeast = 980 // under which only one is shown
	besideShare = .575
	besideMost  = 760
)

type besideLayout struct{ choice *Segmented }

func (l *besideLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, 200)
}

func (l *besideLayout) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	main, side := objs[0], objs[1]
	if size.Width >= besideLeast {
		show(main, true)
		show(side, true)
		show(l.choice, false)
		w := min(besideMost, (size.Width-look.Wide)*besideShare)
		Place(main, At(0, 0, w, size.Height))
		Place(side, At(w+look.Wide, 0, size.Width-w-look.Wide, size.Height))
		return
	}
	show(l.choice, true)
	show(main, l.choice.Selected() == 0)
	show(side, l.choice.Selected() == 1)
	c := l.choice.MinSize()
	Place(l.choice, At(0, 0, c.Width, c.Height))
	under := At(0, c.Height+look.Gap, min(besideMost, size.Width), size.Height-c.Height-look.Gap)
	for _, o := range []fyne.CanvasObject{main, side} {
		if o.Visible() {
			Place(o, under)
		}
	}
}

// show hides or shows what is not so already.
func show(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
