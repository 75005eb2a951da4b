package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func twelve(t *testing.T) (*People, fyne.Window) {
	t.Helper()
	var all []Person
	for _, name := range []string{"Aline Duroc", "Nadège Corbier", "Odile Ferrand", "Samira Lounès", "Élise Vautrin", "Julien Pastre",
		"Bruno Castel", "Carla Mertens", "Denis Orfeo", "Fanny Gault", "Hugo Lanvin", "Inès Marbot"} {
		all = append(all, Person{name, "Référente de parcours"})
	}
	l := NewPeople("Qui êtes-vous", all, 0)
	w := inWindow(t, l)
	return l, w
}

func inWindow(t *testing.T, o fyne.CanvasObject) fyne.Window {
	t.Helper()
	test.NewApp()
	w := test.NewWindow(VBox(0, o))
	t.Cleanup(w.Close)
	w.Resize(fyne.NewSize(500, 700))
	return w
}

func TestPeopleAreChosenWithArrowsEndsAndLetters(t *testing.T) {
	l, w := twelve(t)
	var picked []int
	l.OnPick(func(i int) { picked = append(picked, i) })
	w.Canvas().Focus(l.Keyboard())
	for _, step := range []struct {
		do   func()
		want int
	}{
		{func() { key(l.rows, fyne.KeyDown) }, 1},
		{func() { key(l.rows, fyne.KeyUp, fyne.KeyUp) }, 0},
		{func() { key(l.rows, fyne.KeyEnd) }, 11},
		{func() { key(l.rows, fyne.KeyHome) }, 0},
		{func() { test.Type(l.Keyboard(), "e") }, 4},  // Élise: an accent does not count
		{func() { test.Type(l.Keyboard(), "l") }, 10}, // the last name counts too: Hugo Lanvin
		{func() { test.Type(l.Keyboard(), "l") }, 3},  // and again: Samira Lounès
		{func() { test.Type(l.Keyboard(), "w") }, 3},  // nobody
	} {
		if step.do(); l.Chosen() != step.want {
			t.Errorf("chosen %d, want %d", l.Chosen(), step.want)
		}
	}
	if len(picked) == 0 || picked[len(picked)-1] != 3 {
		t.Errorf("told %v", picked)
	}
}

func TestALongListOfPeopleScrollsToWhoIsChosen(t *testing.T) {
	l, w := twelve(t)
	if high := l.Size().Height; high >= l.rows.MinSize().Height {
		t.Fatalf("12 people are %v high", high)
	}
	w.Canvas().Focus(l.Keyboard())
	key(l.rows, fyne.KeyEnd)
	if at, end := ScrollOffset(l.scroll), l.rows.MinSize().Height-l.Size().Height; at != end {
		t.Errorf("scrolled by %v, the last one is at %v", at, end)
	}
	key(l.rows, fyne.KeyHome)
	if at := ScrollOffset(l.scroll); at != 0 {
		t.Errorf("scrolled by %v, the first one is at 0", at)
	}
}

func TestAClickOnAPersonChoosesAndGoesOn(t *testing.T) {
	l, _ := twelve(t)
	opened := -1
	l.OnOpen(func(i int) { opened = i })
	l.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 2*personStep+10)})
	if l.Chosen() != 2 || opened != 2 {
		t.Errorf("chosen %d, opened %d", l.Chosen(), opened)
	}
	l.rows.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 4*personStep-2)}) // between two people
	if l.Chosen() != 2 {
		t.Errorf("a click between two people chooses %d", l.Chosen())
	}
}

func TestEveryKeyMoveAndTapIsAGesture(t *testing.T) {
	n := 0
	OnGesture = func() { n++ }
	defer func() { OnGesture = nil }()
	field, button := NewTextField("Nom", ""), NewButton("Ouvrir", "", Primary, nil)
	inWindow(t, VBox(0, field, button, NewWatch()))
	down := &fyne.KeyEvent{Name: fyne.KeyA}
	for what, do := range map[string]func(){
		"a key in a field":     func() { field.entry.KeyDown(down) },
		"a key on a button":    func() { button.KeyDown(down) },
		"a key on a list":      func() { NewPeople("", []Person{{"Nadège Corbier", ""}}, 0).rows.KeyDown(down) },
		"a tap":                func() { button.Tapped(&fyne.PointEvent{}) },
		"a move over the page": func() { NewWatch().Cursor() },
		"a move over a dialog": func() { newScrim(nil, nil).Cursor() },
	} {
		before := n
		if do(); n == before {
			t.Errorf("%s is no gesture", what)
		}
	}
}
