package planner

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// openGroupOf opens the panel of a group as a click on its block does.
func openGroupOf(t *testing.T, p *Page, title, detail string) {
	t.Helper()
	p.open(blockOf(t, p, title, detail))
	if p.group == nil {
		t.Fatal("no group is open")
	}
}

func members(p *Page) (names []string) {
	for _, r := range p.group.list.Rows() {
		names = append(names, strings.ReplaceAll(r.Title, nbsp, " "))
	}
	return names
}

func TestABlockOpensOnItsChildrenAndEscapeGoesBack(t *testing.T) {
	p, w := open(t, wednesday)
	openGroupOf(t, p, "Art-thérapie", "Groupe\u00a01")
	if got := members(p); len(got) != 7 || !slices.Contains(got, "Lila K.") {
		t.Errorf("the group has %q", got)
	}
	if !strings.Contains(said(w), "7\u00a0sur\u00a07") && !strings.Contains(said(w), "7 sur 7") {
		t.Error("the panel does not say how full the group is")
	}
	typeIn(p.group.list.Keyboard(), fyne.KeyEscape)
	if p.group != nil || !strings.Contains(said(w), "Enfants à placer") {
		t.Error("Escape does not bring the waiting children back")
	}
}

func TestAChildIsPutBackOnTheListWithTheKeyboard(t *testing.T) {
	p, w := open(t, wednesday)
	openGroupOf(t, p, "Art-thérapie", "Groupe\u00a01")
	list, before := p.group.list.Keyboard(), len(p.read.view.Waiting)
	typeIn(list, fyne.KeyHome, fyne.KeyDelete)
	if len(members(p)) != 6 || len(p.read.view.Waiting) != before+1 {
		t.Errorf("%d are in the group and %d wait", len(members(p)), len(p.read.view.Waiting))
	}
	w.Undo()
	if len(members(p)) != 7 || len(p.read.view.Waiting) != before {
		t.Errorf("after the undo %d are in the group and %d wait", len(members(p)), len(p.read.view.Waiting))
	}
	noFailure(t, w)
}

func TestLLocksAChildInTheGroup(t *testing.T) {
	p, w := open(t, wednesday)
	openGroupOf(t, p, "Art-thérapie", "Groupe\u00a01")
	list := p.group.list.Keyboard()
	typeIn(list, fyne.KeyHome)
	list.TypedRune('l')
	if !p.group.list.Rows()[0].Locked {
		t.Error("the child is not locked")
	}
	list.TypedRune('L')
	if p.group.list.Rows()[0].Locked {
		t.Error("the child is still locked")
	}
	noFailure(t, w)
}

func TestLOnABlockLocksItsHourAndItsRoom(t *testing.T) {
	p, w := open(t, wednesday)
	locked := func() bool { return p.grid.Blocks()[blockOf(t, p, "Petits penseurs", "6e et 5e")].Locked }
	p.grid.Stand(blockOf(t, p, "Petits penseurs", "6e et 5e"))
	p.grid.TypedRune('l')
	if !locked() {
		t.Error("the group is not locked")
	}
	w.Undo()
	if locked() {
		t.Error("the group is still locked after the undo")
	}
	p.menu(blockOf(t, p, "Petits penseurs", "6e et 5e"), kit.At(0, 0, 10, 10))
	chooseItem(t, w, "Verrouiller la salle")
	if g, _ := p.desk.Registry.Groups.Get(p.board.sessions[blockOf(t, p, "Petits penseurs", "6e et 5e")].Group.ID); !g.RoomLocked || g.SlotLocked {
		t.Error("the menu does not lock the room alone")
	}
	noFailure(t, w)
}

func TestAChildChangesGroupThroughPossibleGroupsOnly(t *testing.T) {
	p, w := open(t, wednesday)
	openGroupOf(t, p, "Art-thérapie", "Groupe\u00a01")
	list := p.group.list.Keyboard()
	w.Canvas().Focus(list)
	var targets int
	for i := range p.group.list.Rows() {
		p.group.list.Select("")
		p.choose(choice{})
		p.group.list.Select(p.group.list.Rows()[i].Key)
		p.group.pick(p.group.list.Rows()[i].Key)
		if p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a02")].Target != "" {
			targets++
			break
		}
	}
	if targets == 0 {
		t.Fatal("no child of group 1 may go to group 2, which has a place")
	}
	typeIn(list, fyne.KeyReturn)
	typeIn(p.grid, fyne.KeyReturn)
	if got := p.grid.Blocks()[blockOf(t, p, "Art-thérapie", "Groupe\u00a02")].Trail; got != "7/7" || len(members(p)) != 6 {
		t.Errorf("group 2 is at %s, group 1 has %q", got, members(p))
	}
	w.Undo()
	if len(members(p)) != 7 {
		t.Errorf("after the undo group 1 has %q", members(p))
	}
	noFailure(t, w)
}

func TestOneOfTwoSessionsIsChosenForAChildInBoth(t *testing.T) {
	p, w := open(t, wednesday)
	if len(p.read.troubles) != 1 {
		t.Fatalf("%d troubles: %v", len(p.read.troubles), p.read.troubles)
	}
	pagetest.Tap(t, w, "Choisir la séance")
	chooseItem(t, w, "Garder Art-thérapie")
	if len(p.read.troubles) != 0 {
		t.Errorf("still wrong: %v", p.read.troubles)
	}
	w.Undo()
	if len(p.read.troubles) != 1 {
		t.Error("the undo does not bring the trouble back")
	}
	noFailure(t, w)
}

func TestADayOffIsNamedAndLeadsToTheOthers(t *testing.T) {
	p, w := open(t, data.NewDate(2027, 2, 24))
	if !strings.Contains(said(w), "Vacances d’hiver") {
		t.Error("the holidays are not named")
	}
	pagetest.Tap(t, w, "Mercredi suivant")
	if p.day != data.NewDate(2027, 3, 10) {
		t.Errorf("the next day is %v", p.day)
	}
	p.Turn(-1)
	if p.day != data.NewDate(2027, 2, 17) {
		t.Errorf("the former day is %v", p.day)
	}
}

func TestTheDayIsPrinted(t *testing.T) {
	p, w := open(t, wednesday)
	p.Print()
	chooseItem(t, w, "Affiche du jour")
	w.Canvas().Overlays().Top().(*kit.Dialog).Submit() // the sheet « Imprimer »
	if len(w.Printed) != 1 || !strings.HasPrefix(w.Printed[0], "affiche-2027-01-20") {
		t.Errorf("printed %q", w.Printed)
	}
	noFailure(t, w)
}

func TestAnEmptyFileSaysWhereToBegin(t *testing.T) {
	desk, w := pagetest.Empty(t)
	show(desk, w, wednesday)
	pagetest.Tap(t, w, "Ajouter une salle")
	if len(w.Routes) != 1 {
		t.Error("the button leads nowhere")
	}
	if !strings.Contains(said(w), "Personne n’attend de place") {
		t.Error("the panel does not say that nobody waits")
	}
}

func TestEveryStateIsPainted(t *testing.T) {
	p, w := open(t, wednesday)
	pagetest.Shoot(t, w, "mercredis")
	pick(t, p, "Louise N.")
	pagetest.Shoot(t, w, "mercredis-choisi")
	p.choose(choice{})
	p.segments.Choose(1)
	pagetest.Shoot(t, w, "mercredis-intervenants")
	p.segments.Choose(0)
	openGroupOf(t, p, "Art-thérapie", "Groupe\u00a01")
	pagetest.Shoot(t, w, "mercredis-groupe")
	p.closeGroup()
	w.Resize(fyne.NewSize(1366-172, 690))
	pagetest.Shoot(t, w, "mercredis-690")
	noFailure(t, w)
}
