//go:build ci

package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// inTown sits in front of the sample town, open.
func inTown(t *testing.T) (*person, sample.Town) {
	t.Helper()
	town, err := sample.New(sample.Options{Today: pagetest.Day})
	if err != nil {
		t.Fatal(err)
	}
	p := sit(t, "")
	r, err := registry.InMemory(p.registryWorld())
	if err != nil {
		t.Fatal(err)
	}
	if err := town.Keep(r); err != nil {
		t.Fatal(err)
	}
	p.window.opened(r, town.Members[0].ID, "")
	return p, town
}

// said is everything the page on show says.
func (p *person) said() string {
	var words []string
	for _, o := range test.LaidOutObjects(p.page.Content()) {
		switch x := o.(type) {
		case interface{ Texts() []string }:
			words = append(words, x.Texts()...)
		case interface{ Text() string }:
			words = append(words, x.Text())
		}
	}
	return strings.Join(words, "\n")
}

func TestEveryEntryOfTheRailShowsItsPageAndNamesIt(t *testing.T) {
	p, _ := inTown(t)
	for key, label := range labels {
		p.visit(page.Route{Page: page.Home})
		p.Canvas().Unfocus()
		p.tap(label)
		if p.route.Page != page.Name(key) {
			t.Errorf("« %s » leads to %q", label, p.route.Page)
		}
		p.titled(label + " – Mercredi de Sauvelande")
		named := label
		if key == string(page.Planner) {
			named = "Mercredi 20\u00a0janvier 2027" // the page is called after its day
		}
		if key != string(page.Home) && !strings.Contains(p.said(), named) {
			t.Errorf("the page %q does not say its name", label)
		}
	}
}

func TestSearchFindsAChildAndEscapeLeadsBack(t *testing.T) {
	p, town := inTown(t)
	p.tap("Partenaires")
	p.ctrl(fyne.KeyK)
	test.Type(p.Canvas().Focused(), "KERDOUN lila")
	p.press(fyne.KeyReturn)
	if p.route.Child != town.Children[0].ID || p.Canvas().Overlays().Top() != nil {
		t.Fatalf("leads to %+v", p.route)
	}
	p.titled("Enfants – Mercredi de Sauvelande")
	p.Canvas().Unfocus()
	p.press(fyne.KeyEscape)
	p.titled("Partenaires – Mercredi de Sauvelande")
	p.Back()
	p.titled("Accueil – Mercredi de Sauvelande")
	p.Back() // nothing is before the first page
	p.titled("Accueil – Mercredi de Sauvelande")
}

func TestEscapeClosesTheSearchAndStaysOnThePage(t *testing.T) {
	p, _ := inTown(t)
	p.tap("Enfants")
	p.ctrl(fyne.KeyK)
	p.ctrl(fyne.KeyK) // over a dialog the keys of the window wait
	if n := len(p.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs are open", n)
	}
	p.press(fyne.KeyEscape)
	if p.Canvas().Overlays().Top() != nil || p.route.Page != page.Children {
		t.Errorf("Escape leads to %+v", p.route)
	}
}

// draft is the bilan of Lila that is not final.
func draft(town sample.Town) page.Route {
	lila := town.Children[0].ID
	_, cycle := liveGroup(town, lila)
	return page.Route{Page: page.Bilan, Child: lila, Cycle: cycle, Moment: data.MomentEnd}
}

func TestLeavingABilanKeepsWhatWasTyped(t *testing.T) {
	p, town := inTown(t)
	r := draft(town)
	for how, leave := range map[string]func(){
		"another page":       func() { p.tap("Enfants") },
		"the way back":       p.Back,
		"a pause":            func() { p.tasks.Advance(5 * time.Second) },
		"Ctrl+S":             func() { p.ctrl(fyne.KeyS) },
		"closing the window": func() { p.leave(func() {}) },
	} {
		p.show(page.Route{Page: page.Home})
		p.visit(r)
		p.fill("Proposition", "Poursuivre après "+how)
		leave()
		if got := p.registry.Bilan(r.Child, r.Cycle, r.Moment).Next; got != "Poursuivre après "+how {
			t.Errorf("%s: kept %q", how, got)
		}
	}
}

func TestLeavingAnOpeningThatWasBegunAsks(t *testing.T) {
	p, town := inTown(t)
	p.visit(page.Route{Page: page.OpenCycle, Workshop: town.Workshops[0].ID})
	p.fill("Nom du cycle", "Printemps")
	p.tap("Enfants")
	if p.route.Page != page.OpenCycle || p.Canvas().Overlays().Top() == nil {
		t.Fatalf("it is dropped without asking: %+v", p.route)
	}
	p.ctrl(fyne.KeyL)
	if p.registry == nil {
		t.Fatal("Ctrl+L goes through the question")
	}
	p.press(fyne.KeyEscape)
	if p.route.Page != page.OpenCycle {
		t.Fatal("Escape leaves")
	}
	p.tap("Enfants", "Abandonner")
	p.titled("Enfants – Mercredi de Sauvelande")
}

func TestCtrlZTakesBackAMark(t *testing.T) {
	p, town := inTown(t)
	group, _ := liveGroup(town, town.Children[0].ID)
	p.visit(page.Route{Page: page.Group, Group: group})
	matrix := one[*kit.Matrix](p, "")
	p.Canvas().Focus(matrix)
	matrix.SetFocus(0, 0)
	mark := func() data.Mark {
		v, _ := p.registry.Group(group)
		return v.Rows[0].Cells[0].Mark
	}
	before, other, key := mark(), data.Absent, 'a'
	if before == data.Absent {
		other, key = data.Present, 'p'
	}
	matrix.TypedRune(key)
	if mark() != other {
		t.Fatalf("the mark is %v", mark())
	}
	p.ctrl(fyne.KeyZ)
	if mark() != before {
		t.Errorf("after Ctrl+Z the mark is %v, want %v", mark(), before)
	}
	p.ctrl(fyne.KeyZ) // there is nothing more to take back
	if mark() != before {
		t.Error("the second Ctrl+Z does something")
	}
}

// Fyne turns Ctrl+Z into a shortcut of its own before the window hears it.
func TestCtrlZAsFyneTellsItTakesBack(t *testing.T) {
	p, _ := inTown(t)
	undone := 0
	p.Toast("Louise N. est placée.", func() { undone++ })
	p.Canvas().Unfocus()
	kit.OnShortcut(&fyne.ShortcutUndo{})
	if undone != 1 {
		t.Errorf("taken back %d times", undone)
	}
}

func TestAChangeElsewhereShows(t *testing.T) {
	p, town := inTown(t)
	p.visit(page.Route{Page: page.Child, Child: town.Children[0].ID})
	c, _ := p.registry.Children.Get(town.Children[0].ID)
	c.LastName = "Vasselin"
	if err := p.registry.Children.Save(&c); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.said(), "Vasselin") {
		t.Error("the file still shows the old name")
	}
	s := p.registry.Settings()
	s.Town = "Ormeval"
	if err := p.registry.SaveSettings(&s); err != nil {
		t.Fatal(err)
	}
	p.titled("Enfants – Mercredi d’Ormeval")
}

func TestTheThemeChangesAtOnceAndIsRemembered(t *testing.T) {
	p, _ := inTown(t)
	light := p.Canvas().Capture().At(700, 760)
	p.SetDark(true)
	dark := p.Canvas().Capture().At(700, 760)
	if light == dark || !p.Dark() {
		t.Errorf("the page stays %v", dark)
	}
	p.SetDark(false)
	if got := p.Canvas().Capture().At(700, 760); got != light {
		t.Errorf("light again, it is %v, want %v", got, light)
	}
}

func TestALockedWindowKnowsNoKeys(t *testing.T) {
	p, _ := inTown(t)
	p.ctrl(fyne.KeyL)
	for _, key := range []fyne.KeyName{fyne.KeyK, fyne.KeyF, fyne.KeyP, fyne.KeyS, fyne.KeyL, fyne.KeyZ} {
		p.ctrl(key)
	}
	p.press(fyne.KeyEscape)
	if p.Canvas().Overlays().Top() != nil || p.registry != nil {
		t.Error("something opens over the locked window")
	}
}

// mostObjects is how many objects a page, or a dialog over it, has in sight at most: an old PC draws them at once.
const mostObjects = 700

func TestEveryScreenIsLight(t *testing.T) {
	p, town := inTown(t)
	if err := keepBackups(p.registry, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	for _, s := range screens(town) {
		p.show(s.route)
		p.tap(s.taps...)
		for _, layer := range append(p.Canvas().Overlays().List(), p.Canvas().Content()) {
			kinds, total := map[string]int{}, 0
			for _, o := range test.LaidOutObjects(layer) {
				if kind := fmt.Sprintf("%T", o); strings.HasPrefix(kind, "*canvas.") && p.inSight(o) { // drawn, not a holder
					kinds[kind]++
					total++
				}
			}
			if total > mostObjects {
				t.Errorf("%s draws %d objects, more than %d: %s", s.name, total, mostObjects, most(kinds))
			}
		}
		for _, o := range p.Canvas().Overlays().List() {
			p.Canvas().Overlays().Remove(o)
		}
	}
}

// inSight reports whether an object is inside the window: what is scrolled away is not drawn.
func (p *person) inSight(o fyne.CanvasObject) bool {
	at, size := p.app.Driver().AbsolutePositionForObject(o), p.Canvas().Size()
	return at.X < size.Width && at.Y < size.Height && at.X+o.Size().Width > 0 && at.Y+o.Size().Height > 0
}

// most lists kinds of objects, the most frequent first.
func most(kinds map[string]int) string {
	var lines []string
	for kind, n := range kinds {
		lines = append(lines, fmt.Sprintf("%5d %s", n, kind))
	}
	slices.Sort(lines)
	slices.Reverse(lines)
	return "\n" + strings.Join(lines[:min(len(lines), 8)], "\n")
}
