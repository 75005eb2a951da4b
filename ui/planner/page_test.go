package planner

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// wednesday is the one of the mockup.
var wednesday = data.NewDate(2027, 1, 20)

// open shows the page on a Wednesday of the sample town.
func open(t *testing.T, day data.Date) (*Page, *pagetest.Window) {
	t.Helper()
	desk, w := pagetest.Open(t)
	return show(desk, w, day), w
}

func show(desk page.Desk, w *pagetest.Window, day data.Date) *Page {
	p := New(desk, page.Route{Page: page.Planner, Day: day}).(*Page)
	desk.Registry.Subscribe(p.Changed)
	pagetest.Show(w, p)
	return p
}

// said are all the words of the page.
func said(w *pagetest.Window) string {
	var words []string
	for _, o := range pagetest.Find[fyne.CanvasObject](w, "") {
		if texts, ok := o.(interface{ Texts() []string }); ok {
			words = append(words, texts.Texts()...)
		}
	}
	return strings.Join(words, "\n")
}

// blockOf is the block of a group, by its title and its second line.
func blockOf(t *testing.T, p *Page, title, detail string) int {
	t.Helper()
	i := slices.IndexFunc(p.grid.Blocks(), func(b kit.PlanBlock) bool { return b.Title == title && b.Detail == detail })
	if i < 0 {
		t.Fatalf("no block says %q, %q", title, detail)
	}
	return i
}

// pick chooses a waiting child by name.
func pick(t *testing.T, p *Page, name string) registry.PlannerRequest {
	t.Helper()
	for _, r := range p.waiting.list.Rows() {
		if strings.ReplaceAll(r.Title, nbsp, " ") == name {
			p.waiting.list.Select(r.Key)
			p.waiting.pick(r.Key)
			x, _ := p.waiting.request(r.Key)
			return x
		}
	}
	t.Fatalf("%s does not wait", name)
	return registry.PlannerRequest{}
}

func typeIn(o interface{ TypedKey(*fyne.KeyEvent) }, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func noFailure(t *testing.T, w *pagetest.Window) {
	t.Helper()
	for _, err := range w.Failures {
		t.Error(err)
	}
}

// chooseItem picks an item of the open menu by its words.
func chooseItem(t *testing.T, w *pagetest.Window, words string) {
	t.Helper()
	m, ok := w.Canvas().Overlays().Top().(*kit.Menu)
	if !ok {
		t.Fatal("no menu is open")
	}
	for i, it := range m.Items() {
		if strings.Contains(strings.ReplaceAll(it, nbsp, " "), words) {
			m.Choose(i)
			return
		}
	}
	t.Fatalf("the menu has no %q: %q", words, m.Items())
}

func TestTheDayIsToldAsInTheMockup(t *testing.T) {
	_, w := open(t, wednesday)
	all := strings.ReplaceAll(said(w), nbsp, " ")
	for _, want := range []string{
		"Mercredi 20 janvier 2027", "11e sur 30. 12 séances, 39 enfants, 40 places prises sur 45", "Toussaint", "Enfants à placer",
		"Kenza Z. est à deux endroits de 14 h à 15 h", "Trio de l’après-midi", "Ethan L., individuel", "Ilyès A., rencontre 4", "Pause de midi",
		"1 place, groupe 2 à 15 h 15", "Trop jeune : atelier à partir de 6 ans.",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

func TestAChildIsPlacedByTheKeyboardAndTakenBack(t *testing.T) {
	p, w := open(t, wednesday)
	list := p.waiting.list.Keyboard()
	w.Canvas().Focus(list)
	typeIn(list, fyne.KeyDown, fyne.KeyReturn) // Louise, then the grid
	if w.Canvas().Focused() != p.grid.Keyboard() {
		t.Fatal("Enter does not lead to the groups")
	}
	i := p.grid.At()
	if i < 0 || p.grid.Blocks()[i].Target == "" || p.grid.Blocks()[i].Detail != "Groupe\u00a02" {
		t.Fatalf("the keyboard is on block %d", i)
	}
	before := len(p.read.view.Waiting)
	typeIn(p.grid, fyne.KeyReturn)
	if got := p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a02")].Trail; got != "7/7" || len(p.read.view.Waiting) != before-1 {
		t.Errorf("the group is at %s and %d wait", got, len(p.read.view.Waiting))
	}
	if !p.chosen.none() {
		t.Error("a child is still in hand")
	}
	w.Undo()
	if got := p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a02")].Trail; got != "6/7" || len(p.read.view.Waiting) != before {
		t.Errorf("after the undo the group is at %s and %d wait", got, len(p.read.view.Waiting))
	}
	noFailure(t, w)
}

func TestOnlyPossibleGroupsLightUp(t *testing.T) {
	p, _ := open(t, wednesday)
	lit := func() (n int) {
		for _, b := range p.grid.Blocks() {
			if b.Target != "" {
				n++
			}
		}
		return n
	}
	if pick(t, p, "Louise N."); lit() != 1 {
		t.Errorf("%d groups light up for Louise", lit())
	}
	if pick(t, p, "Rayan O."); lit() != 0 {
		t.Errorf("%d groups light up for Rayan", lit())
	}
	if p.waiting.list.Keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); !p.chosen.none() || lit() != 0 {
		t.Error("Escape does not let the child go")
	}
}

func TestWhatStandsInTheWayIsToldAndCanBeAcceptedWithAReason(t *testing.T) {
	p, w := open(t, wednesday)
	r := pick(t, p, "Rayan O.")
	group := p.board.sessions[blockOf(t, p, "Art-thérapie", "Groupe\u00a01")].Group
	if words, bad := p.worth(r, group.ID.String()); !bad || words != "Groupe\u00a01 complet." {
		t.Errorf("the group is worth %q, %v", words, bad)
	}
	p.place(r, group.ID.String())
	d, ok := w.Canvas().Overlays().Top().(*kit.Dialog)
	if !ok {
		t.Fatal("no reason is asked")
	}
	fields := pagetest.Find[*kit.TextField](w, "")
	fields[0].SetText("La commission le demande pour ce groupe.")
	d.Submit()
	if got := p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a01")].Trail; got != "8/7" {
		t.Errorf("the group is at %s", got)
	}
	w.Undo()
	if got := p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a01")].Trail; got != "7/7" {
		t.Errorf("after the undo the group is at %s", got)
	}
	noFailure(t, w)
}

func TestAChildOfAnotherWorkshopIsNotPlaced(t *testing.T) {
	p, w := open(t, wednesday)
	r := pick(t, p, "Louise N.")
	other := p.board.sessions[blockOf(t, p, "Psychoéducation", "Groupe\u00a02")].Group
	p.place(r, other.ID.String())
	if len(w.Toasts) != 1 || w.Undo != nil || !strings.Contains(w.Toasts[0], "art-thérapie") {
		t.Errorf("the page says %q", w.Toasts)
	}
}

func TestAGroupMovesThisWednesdayOnlyOrFromNowOn(t *testing.T) {
	p, w := open(t, wednesday)
	i := blockOf(t, p, "Petits penseurs", "6e et 5e")
	group := p.board.sessions[i].Group.ID
	starts := func() (day, pattern data.TimeOfDay) {
		g, _ := p.desk.Registry.Groups.Get(group)
		return p.board.sessions[blockOf(t, p, "Petits penseurs", "6e et 5e")].Start, g.Start
	}
	p.grid.Stand(i)
	p.grid.TypedRune('m')
	typeIn(p.grid, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	chooseItem(t, w, "Ce mercredi seulement")
	if day, pattern := starts(); day != data.At(15, 30) || pattern != data.At(16, 0) {
		t.Errorf("once: the session is at %v and the group at %v", day, pattern)
	}
	w.Undo()
	p.moved(blockOf(t, p, "Petits penseurs", "6e et 5e"), kit.PlanPlace{Column: p.board.parts.Blocks[i].Column, Start: 15 * 60})
	chooseItem(t, w, "Tous les mercredis")
	if day, pattern := starts(); day != data.At(15, 0) || pattern != data.At(15, 0) {
		t.Errorf("from now on: the session is at %v and the group at %v", day, pattern)
	}
	w.Undo()
	if day, pattern := starts(); day != data.At(16, 0) || pattern != data.At(16, 0) {
		t.Errorf("after the undo: the session is at %v and the group at %v", day, pattern)
	}
	noFailure(t, w)
}
