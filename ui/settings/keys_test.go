package settings_test

import (
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/settings"
)

const password = "tilleul plume lac"

// keyed opens the tab of keys on a folder founded by Nadège, in which Samira and Odile have no key yet.
func keyed(t *testing.T) (page.Desk, *pagetest.Window, data.Member) {
	t.Helper()
	d, w := pagetest.Empty(t)
	nadege := data.Member{FirstName: "Nadège", LastName: "Corbier", Role: data.RoleCoordinator}
	r, err := registry.CreateFolder(filepath.Join(t.TempDir(), "Mercredi"), registry.Founder{Member: &nadege, Password: password}, pagetest.World())
	must(t, err)
	t.Cleanup(func() { _ = r.Close() })
	samira := data.Member{FirstName: "Samira", LastName: "Lounès", Role: data.RoleKeyWorker}
	odile := data.Member{FirstName: "Odile", LastName: "Ferrand", Role: data.RoleKeyWorker}
	must(t, r.Members.Save(&samira))
	must(t, r.Members.Save(&odile))
	d.Registry, d.Viewer = r, nadege.ID
	pagetest.Show(w, settings.New(d, page.Route{Page: page.Settings, Tab: "cles"}))
	return d, w, samira
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// fill types in the fields by their labels, two by two.
func fill(t *testing.T, w *pagetest.Window, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		found := pagetest.Find[*kit.TextField](w, pairs[i])
		if len(found) == 0 {
			t.Fatalf("no field is labelled %q", pairs[i])
		}
		found[0].SetText(pairs[i+1])
	}
}

// turn goes to another part of the settings.
func turn(w *pagetest.Window, i int) { pagetest.Find[*kit.Tabs](w, "onglets")[0].Choose(i) }

// slotOf is the key of somebody.
func slotOf(t *testing.T, r *registry.Registry, name string) (vault.Slot, bool) {
	t.Helper()
	for _, s := range r.Slots() {
		if s.Name == name {
			return s, true
		}
	}
	return vault.Slot{}, false
}

func TestAKeyIsGivenChangedAndTakenAway(t *testing.T) {
	d, w, samira := keyed(t)
	pagetest.Shoot(t, w, "cles")
	pagetest.Tap(t, w, "Donner une clé")
	who := pagetest.Find[*kit.SelectField](w, "Membre de l’équipe")[0]
	who.Choose(1) // Samira, after Odile
	fill(t, w, "Mot de passe", "quatre mots bien choisis", "Le même mot de passe", "quatre mots bien choisis")
	pagetest.Shoot(t, w, "cles-donner")
	pagetest.Tap(t, w, "Donner la clé")
	s, ok := slotOf(t, d.Registry, "Samira Lounès")
	if !ok || s.Access != vault.KeyWorking || s.Member != samira.ID {
		t.Fatalf("her key is %+v; failures %v", s, w.Failures)
	}
	pagetest.Tap(t, w, "Samira Lounès")
	pagetest.Find[*kit.SelectField](w, "Accès")[0].Choose(2)
	pagetest.Shoot(t, w, "cles-modifier")
	pagetest.Tap(t, w, "Enregistrer")
	if s, _ := slotOf(t, d.Registry, "Samira Lounès"); s.Access != vault.ReadOnly {
		t.Errorf("her access is %v, want read only; failures %v", s.Access, w.Failures)
	}
	pagetest.Tap(t, w, "Samira Lounès")
	pagetest.Tap(t, w, "Retirer la clé")
	pagetest.Shoot(t, w, "cles-retirer")
	pagetest.Tap(t, w, "Ne rien changer")
	if _, ok := slotOf(t, d.Registry, "Samira Lounès"); !ok {
		t.Fatal("the safe answer takes the key away")
	}
	pagetest.Tap(t, w, "Samira Lounès")
	pagetest.Tap(t, w, "Retirer la clé")
	pagetest.Tap(t, w, "Retirer la clé")
	if _, ok := slotOf(t, d.Registry, "Samira Lounès"); ok {
		t.Errorf("her key is still there; failures %v", w.Failures)
	}
}

func TestOnesOwnPasswordIsChangedWithTheFormerOne(t *testing.T) {
	d, w, _ := keyed(t)
	pagetest.Tap(t, w, "Changer mon mot de passe")
	fill(t, w, "Mot de passe actuel", "pas le bon du tout", "Mot de passe", "un tout autre secret", "Le même mot de passe", "un tout autre secret")
	pagetest.Shoot(t, w, "cles-mon-mot-de-passe")
	pagetest.Tap(t, w, "Changer")
	if len(w.Failures) != 1 {
		t.Fatalf("failures %v", w.Failures)
	}
	fill(t, w, "Mot de passe actuel", password)
	pagetest.Tap(t, w, "Changer")
	if err := d.Registry.ChangePassword("un tout autre secret", password); err != nil {
		t.Errorf("the new password is not the one typed: %v", err)
	}
}

func TestSomebodysLostPasswordIsReplaced(t *testing.T) {
	d, w, samira := keyed(t)
	must(t, d.Registry.AddSlot(samira.ID, vault.KeyWorking, "celui qu’elle a perdu"))
	turn(w, 0)
	turn(w, 1)
	pagetest.Tap(t, w, "Samira Lounès")
	pagetest.Tap(t, w, "Remplacer son mot de passe")
	fill(t, w, "Mot de passe", "un tout autre secret", "Le même mot de passe", "un tout autre secret")
	pagetest.Shoot(t, w, "cles-remplacer")
	pagetest.Tap(t, w, "Remplacer")
	if len(w.Failures) > 0 || len(w.Toasts) != 1 || w.Toasts[0] != "Mot de passe remplacé." {
		t.Errorf("said %q, failures %v", w.Toasts, w.Failures)
	}
}

func TestAPaperKeyIsMadePrintedTriedAndTakenAway(t *testing.T) {
	d, w, _ := keyed(t)
	pagetest.Tap(t, w, "Nouvelle clé de secours")
	pagetest.Shoot(t, w, "cles-secours")
	code := shownCode(w)
	pagetest.Tap(t, w, "Imprimer la feuille")
	if len(w.Printed) != 1 || len(w.Failures) > 0 {
		t.Errorf("printed %q, failures %v", w.Printed, w.Failures)
	}
	pagetest.Tap(t, w, "Retaper la clé")
	fill(t, w, "La clé, telle qu’elle est sur la feuille", strings.ToLower(code))
	pagetest.Tap(t, w, "Essayer")
	if len(w.Toasts) != 1 || w.Toasts[0] != "Clé de secours 1 se lit bien et ouvre le dossier." {
		t.Errorf("said %q, failures %v", w.Toasts, w.Failures)
	}
	pagetest.Shoot(t, w, "cles-avec-secours")
	pagetest.Tap(t, w, "Clé de secours 1")
	pagetest.Tap(t, w, "Retirer la clé")
	if _, ok := slotOf(t, d.Registry, "Clé de secours 1"); ok {
		t.Error("the paper key is still there")
	}
}

// shownCode is the code on screen.
func shownCode(w *pagetest.Window) string {
	for _, o := range pagetest.Find[*kit.Painted](w, "") {
		var groups []string
		for _, text := range o.Texts() {
			if len(text) == 5 && text == strings.ToUpper(text) {
				groups = append(groups, text)
			}
		}
		if len(groups) == 8 {
			return strings.Join(groups, "-")
		}
	}
	return ""
}

// TestWhoMayNotGiveKeysIsToldWhy on the buttons that are off, and may still change their own password.
func TestWhoMayNotGiveKeysIsToldWhy(t *testing.T) {
	d, w := pagetest.Empty(t)
	dir := filepath.Join(t.TempDir(), "Mercredi")
	founder := data.Member{FirstName: "Nadège", LastName: "Corbier"}
	r, err := registry.CreateFolder(dir, registry.Founder{Member: &founder, Password: password}, pagetest.World())
	must(t, err)
	m := data.Member{FirstName: "Samira", LastName: "Lounès"}
	must(t, r.Members.Save(&m))
	must(t, r.AddSlot(m.ID, vault.ReadOnly, "le secret de Samira"))
	s, _ := slotOf(t, r, "Samira Lounès")
	must(t, r.Close())
	r, err = registry.OpenFolder(dir, registry.Key{Slot: s.ID, Password: "le secret de Samira"}, pagetest.World())
	must(t, err)
	t.Cleanup(func() { _ = r.Close() })
	d.Registry = r
	pagetest.Show(w, settings.New(d, page.Route{Page: page.Settings, Tab: "cles"}))
	pagetest.Shoot(t, w, "cles-lecture-seule")
	for _, label := range []string{"Donner une clé", "Nouvelle clé de secours"} {
		if b := pagetest.Find[*kit.Button](w, label); len(b) != 1 || b[0].Reason() != "Seule la coordination donne et retire des clés." {
			t.Errorf("« %s » is on, or does not say why it is off", label)
		}
	}
	pagetest.Tap(t, w, "Changer mon mot de passe")
	fill(t, w, "Mot de passe actuel", "le secret de Samira", "Mot de passe", "un tout autre secret", "Le même mot de passe", "un tout autre secret")
	pagetest.Tap(t, w, "Changer")
	if len(w.Toasts) != 1 {
		t.Errorf("said %q, failures %v", w.Toasts, w.Failures)
	}
	turn(w, 0)
	pagetest.Tap(t, w, "Ajouter un membre")
	if b := pagetest.Find[*kit.Button](w, "Enregistrer"); len(b) != 1 || b[0].Reason() == "" {
		t.Error("who only looks can save a record")
	}
	pagetest.Shoot(t, w, "lecture-seule")
}
