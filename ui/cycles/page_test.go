package cycles

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// shown is a page in a window, over the sample town.
type shown struct {
	*Group
	w *pagetest.Window
}

// art is the group of the mockup: art-thérapie, groupe 1, of the first cycle.
func art(t testing.TB, r *registry.Registry) data.ID[data.Group] {
	t.Helper()
	for _, c := range r.CycleRows(2026) {
		if c.Workshop.Discipline == data.ArtTherapy && c.Name == "Cycle 1" {
			return c.Groups[0].ID
		}
	}
	t.Fatal("the sample has no art group")
	return data.ID[data.Group]{}
}

func open(t testing.TB, tab string) shown {
	t.Helper()
	desk, w := pagetest.Open(t)
	return openAt(t, desk, w, page.Route{Page: page.Group, Group: art(t, desk.Registry), Tab: tab})
}

// openAt shows a page that hears of changes as in the product.
func openAt(t testing.TB, desk page.Desk, w *pagetest.Window, r page.Route) shown {
	t.Helper()
	p := NewGroup(desk, r).(*Group)
	pagetest.Show(w, p)
	t.Cleanup(desk.Registry.Subscribe(p.Changed))
	return shown{p, w}
}

func (s shown) attendance() *attendance { return s.parts[tabAttendance].(*attendance) }

// dialog is what is open over the page.
func (s shown) dialog(t testing.TB) *kit.Dialog {
	t.Helper()
	d, ok := s.w.Canvas().Overlays().Top().(*kit.Dialog)
	if !ok {
		t.Fatal("no dialog is open")
	}
	return d
}

// walk visits every object that is shown below o.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// button finds a button by its words, on the page or in the dialog over it.
func (s shown) button(t testing.TB, label string) *kit.Button {
	t.Helper()
	root := s.w.Content()
	if top := s.w.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	var found *kit.Button
	walk(root, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && b.Label() == label {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button says %q", label)
	}
	return found
}

// press does what a click on a button does.
func (s shown) press(t testing.TB, label string) {
	t.Helper()
	s.button(t, label).Tapped(nil)
}

// field finds a field of the dialog by its label.
func field[T interface{ Label() string }](t testing.TB, s shown, label string) T {
	t.Helper()
	var found T
	ok := false
	walk(s.w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if f, is := o.(T); is && f.Label() == label {
			found, ok = f, true
		}
	})
	if !ok {
		t.Fatalf("no field says %q", label)
	}
	return found
}

func want[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func (s shown) toast() string {
	if len(s.w.Toasts) == 0 {
		return ""
	}
	return s.w.Toasts[len(s.w.Toasts)-1]
}

func (s shown) noFailure(t testing.TB) {
	t.Helper()
	for _, err := range s.w.Failures {
		t.Errorf("failure shown: %v", err)
	}
}

func TestTheGroupLeavesAsAListWithoutTheNameOfAChildInThatOfTheFile(t *testing.T) {
	s := open(t, "")
	if rows := pagetest.List(t, s.w, "Documents"); len(rows) != 1+len(s.view.Rows) {
		t.Errorf("%d rows left for %d children", len(rows)-1, len(s.view.Rows))
	}
	s.view.Child = registry.ChildName{First: "Lila", Last: "Kerdoun"}
	if name := s.listing().Name; strings.Contains(name, "Lila") {
		t.Errorf("the file is called %q", name)
	}
}
