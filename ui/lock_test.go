//go:build ci

package ui

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// pass lets time go by in front of the window, as the computer sees it.
func (p *person) pass(d time.Duration) {
	for ; d > 0; d -= everyTick {
		p.later += everyTick
		p.background.Advance(everyTick)
	}
}

func (p *person) locked() bool {
	return p.registry == nil && p.window.window.Title() == "Mercredi"
}

func TestTheWindowLocksItselfWhenNobodyIsThere(t *testing.T) {
	p, _ := inTown(t)
	p.tap("Enfants", "Ajouter un enfant") // a sheet is open over the page
	for range 3 {
		p.pass(9 * time.Minute)
		kit.NewWatch().Cursor() // the mouse moves
	}
	if p.locked() {
		t.Fatal("it locks under somebody’s hands")
	}
	p.pass(9*time.Minute + 50*time.Second)
	if p.locked() {
		t.Fatal("it locks too early")
	}
	p.pass(20 * time.Second)
	if !p.locked() || p.Canvas().Overlays().Top() != nil {
		t.Errorf("after 10 minutes: locked %v, a sheet is open %v", p.locked(), p.Canvas().Overlays().Top() != nil)
	}
}

func TestTheWindowLocksAfterASleep(t *testing.T) {
	for how, wake := range map[string]func(p *person){
		"by itself":          func(p *person) { p.background.Advance(everyTick) },
		"at the first touch": func(p *person) { p.gesture() },
	} {
		p, _ := inTown(t)
		p.later += 2 * time.Hour // the clock jumps, nothing else runs
		wake(p)
		if !p.locked() {
			t.Errorf("%s: awake again, the file is open", how)
		}
	}
}

func TestADraftIsKeptBeforeTheWindowLocksItself(t *testing.T) {
	p, town := inTown(t)
	r := draft(town)
	p.visit(r)
	p.fill("Proposition", "Poursuivre au printemps")
	file := p.registry
	p.pass(11 * time.Minute)
	if got := file.Bilan(r.Child, r.Cycle, r.Moment).Next; !p.locked() || got != "Poursuivre au printemps" {
		t.Errorf("locked %v, kept %q", p.locked(), got)
	}
}

// TestLockingStartsTheProgramAnew once the file is closed; when that fails, the window is locked all the same.
func TestLockingStartsTheProgramAnew(t *testing.T) {
	p := sit(t, "")
	p.makeFolder()
	starts := 0
	p.world.Relaunch = func() error {
		starts++
		r, err := registry.OpenFolder(p.folder, registry.Key{Password: password}, p.registryWorld())
		if err != nil {
			t.Errorf("the file was not closed before: %v", err)
			return nil
		}
		_ = r.Close()
		return errors.New("no program to start")
	}
	p.ctrl(fyne.KeyL)
	if starts != 1 || !p.locked() {
		t.Errorf("%d starts, locked %v", starts, p.locked())
	}
	if !strings.Contains(p.stderr.String(), "no program to start") {
		t.Errorf("the failure is not told: %q", p.stderr.String())
	}
}

// with opens a new folder as somebody of that access.
func with(t *testing.T, access vault.Access) *person {
	t.Helper()
	p := sit(t, "")
	dir := filepath.Join(p.dir, "autre")
	nadege := data.Member{FirstName: "Nadège", LastName: "Corbier", Role: data.RoleCoordinator}
	r, err := registry.CreateFolder(dir, registry.Founder{Member: &nadege, Password: password}, p.registryWorld())
	must(t, err)
	m := data.Member{FirstName: "Denis", LastName: "Orfeo"}
	must(t, r.Members.Save(&m))
	must(t, r.AddSlot(m.ID, access, "le secret de Denis"))
	slots := r.Slots()
	must(t, r.Close())
	slot, err := registry.SlotNamed(slots, "Denis Orfeo")
	must(t, err)
	r, err = registry.OpenFolder(dir, registry.Key{Slot: slot.ID, Password: "le secret de Denis"}, p.registryWorld())
	must(t, err)
	p.window.opened(r, r.Keyholder().MemberID, dir)
	return p
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestTechnicalAdministrationIsShownNoChild(t *testing.T) {
	p := with(t, vault.Technical)
	for _, n := range []page.Name{page.Home, page.Children, page.Workshops, page.Bilans, page.Partners} {
		if p.rail.Item(string(n)) != nil {
			t.Errorf("the rail leads to %q", n)
		}
		p.visit(page.Route{Page: n})
		if p.route.Page != page.Settings {
			t.Errorf("%q is shown", p.route.Page)
		}
	}
	p.ctrl(fyne.KeyK)
	if p.Canvas().Overlays().Top() != nil {
		t.Error("the search opens")
	}
}

func TestWhoOnlyLooksIsToldWhyNothingIsSaved(t *testing.T) {
	p := with(t, vault.ReadOnly)
	p.tap("Enfants", "Ajouter un enfant")
	if b := pagetest.Find[*kit.Button](p.seen, "Ajouter l’enfant"); len(b) != 1 || b[0].Reason() == "" {
		t.Error("a child can be added, or the button does not say why not")
	}
}
