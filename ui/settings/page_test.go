package settings_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/settings"
)

func open(t *testing.T, tab string) (page.Desk, *pagetest.Window) {
	t.Helper()
	d, w := pagetest.Open(t)
	p := settings.New(d, page.Route{Page: page.Settings, Tab: tab})
	d.Registry.Subscribe(func(c []registry.Change) { p.Changed(c) })
	pagetest.Show(w, p)
	return d, w
}

func TestEveryPartOfTheSettingsCanBeShown(t *testing.T) {
	for _, tab := range []string{"", "cles", "lieux", "annee", "mercredis", "grilles", "papiers", "rapport", "affichage"} {
		_, w := open(t, tab)
		pagetest.Shoot(t, w, "reglages-"+tab)
	}
}

func TestTheSettingsOfANewFileInviteToBegin(t *testing.T) {
	d, w := pagetest.Empty(t)
	pagetest.Show(w, settings.New(d, page.Route{Page: page.Settings}))
	pagetest.Shoot(t, w, "reglages-vide")
	if len(pagetest.Find[*kit.Button](w, "Ajouter un membre")) == 0 {
		t.Error("an empty team does not offer to add a member")
	}
}

func TestAMemberIsAddedFromTheSheet(t *testing.T) {
	d, w := open(t, "")
	before := len(d.Registry.MemberRows())
	pagetest.Tap(t, w, "Ajouter un membre")
	for _, f := range pagetest.Find[*kit.TextField](w, "") {
		switch f.Label() {
		case "Prénom":
			test.Type(f.Keyboard(), "Élise")
		case "Nom":
			test.Type(f.Keyboard(), "Vautrin")
		}
	}
	pagetest.Shoot(t, w, "reglages-membre")
	pagetest.Tap(t, w, "Enregistrer")
	rows := d.Registry.MemberRows()
	if len(rows) != before+1 {
		t.Fatalf("%d members, want %d; failures %v", len(rows), before+1, w.Failures)
	}
}

func TestAMemberWithoutANameIsNotKept(t *testing.T) {
	d, w := open(t, "")
	before := len(d.Registry.MemberRows())
	pagetest.Tap(t, w, "Ajouter un membre")
	pagetest.Tap(t, w, "Enregistrer")
	if len(d.Registry.MemberRows()) != before {
		t.Error("a member without a name was kept")
	}
	if f := pagetest.Find[*kit.TextField](w, "Prénom"); len(f) == 0 || f[0].Err() == "" {
		t.Error("the empty first name is not reported beside its field")
	}
}
