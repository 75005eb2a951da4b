package unlock_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/task"
	"mercredi/ui/unlock"
)

const password = "tilleul plume lac"

// threshold is a screen over a folder, and what it answered.
type threshold struct {
	window  *pagetest.Window
	screen  *unlock.Screen
	folder  string
	opened  *registry.Registry
	viewer  data.ID[data.Member]
	chooses string // the folder that the person chooses
}

func world() registry.World {
	return registry.World{
		Today: func() data.Date { return pagetest.Day }, Random: rand.NewChaCha8([32]byte{3}),
		Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
}

func cross(t *testing.T, folder string) *threshold {
	t.Helper()
	_, w := pagetest.Empty(t)
	x := &threshold{window: w, folder: folder}
	x.screen = unlock.New(unlock.World{
		Tasks: task.Sync(), Canvas: w.Canvas, Registry: world(), Folder: folder, Zone: "B",
		ChooseFolder: func(_ string, chosen func(string)) { chosen(x.chooses) },
		Opened: func(r *registry.Registry, viewer data.ID[data.Member], folder string) {
			x.opened, x.viewer, x.folder = r, viewer, folder
		},
	})
	t.Cleanup(func() {
		if x.opened != nil {
			_ = x.opened.Close()
		}
	})
	w.SetContent(kit.Band(x.screen.Content()))
	w.Resize(fyne.NewSize(1366, 768))
	x.screen.Arrive()
	return x
}

// fill types in the fields by their labels.
func (x *threshold) fill(t *testing.T, texts map[string]string) {
	t.Helper()
	for label, text := range texts {
		found := pagetest.Find[*kit.TextField](x.window, label)
		if len(found) == 0 {
			t.Fatalf("no field is labelled %q", label)
		}
		found[0].SetText(text)
	}
}

func (x *threshold) errOf(t *testing.T, label string) string {
	t.Helper()
	found := pagetest.Find[*kit.TextField](x.window, label)
	if len(found) == 0 {
		t.Fatalf("no field is labelled %q", label)
	}
	return found[0].Err()
}

// team makes a team's folder with one member, closed.
func team(t *testing.T, members ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Mercredi")
	r, err := registry.CreateFolder(dir, registry.Founder{Member: &data.Member{FirstName: "Odile", LastName: "Garance"}, Password: password}, world())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range members {
		m := data.Member{FirstName: name, LastName: "Corbier", Role: data.RoleCoordinator}
		if err := r.Members.Save(&m); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTheRightPasswordOpensTheFolder(t *testing.T) {
	x := cross(t, team(t, "Nadège"))
	pagetest.Shoot(t, x.window, "deverrouillage")
	x.fill(t, map[string]string{"Mot de passe": password})
	pagetest.Tap(t, x.window, "Ouvrir")
	if x.opened == nil {
		t.Fatalf("the folder is not open: %q", x.errOf(t, "Mot de passe"))
	}
	if x.viewer.IsZero() {
		t.Error("the only member is not taken for the one who works")
	}
}

func TestAWrongPasswordIsSaidBesideTheFieldAndNothingOpens(t *testing.T) {
	x := cross(t, team(t, "Nadège"))
	x.fill(t, map[string]string{"Mot de passe": "pas le bon du tout"})
	pagetest.Tap(t, x.window, "Ouvrir")
	pagetest.Shoot(t, x.window, "deverrouillage-erreur")
	if x.opened != nil {
		t.Fatal("a wrong password opens the folder")
	}
	if got := x.errOf(t, "Mot de passe"); got != "Mot de passe incorrect. Vérifiez les majuscules, puis réessayez." {
		t.Errorf("the field says %q", got)
	}
}

func TestSeveralMembersAreAskedWhoWorks(t *testing.T) {
	x := cross(t, team(t, "Nadège", "Samira"))
	x.fill(t, map[string]string{"Mot de passe": password})
	pagetest.Tap(t, x.window, "Ouvrir")
	if x.opened != nil {
		t.Fatal("nobody was asked who works")
	}
	pagetest.Shoot(t, x.window, "qui-etes-vous")
	pagetest.Tap(t, x.window, "Samira Corbier")
	if m, ok := x.opened.Members.Get(x.viewer); !ok || m.FirstName != "Samira" {
		t.Errorf("%q works, want Samira", m.FirstName)
	}
}

func TestANewFolderIsMadeWithItsFirstMemberAndTheFiveWorkshops(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nouveau")
	x := cross(t, dir)
	pagetest.Shoot(t, x.window, "bienvenue")
	pagetest.Tap(t, x.window, "Créer le dossier de l’équipe")
	x.fill(t, map[string]string{
		"Ville": "Sauvelande", "Votre prénom": "Nadège", "Votre nom": "Corbier", "Mot de passe": password, "Le même mot de passe": password,
	})
	pagetest.Find[*kit.SelectField](x.window, "Zone scolaire")[0].Choose(1)
	pagetest.Shoot(t, x.window, "creer-le-dossier")
	pagetest.Tap(t, x.window, "Créer le dossier")
	if x.opened == nil {
		t.Fatal("the folder was not made")
	}
	if n := x.opened.Workshops.Len(); n != 5 {
		t.Errorf("%d workshops, want 5", n)
	}
	if s := x.opened.Settings(); s.Town != "Sauvelande" || s.Zone != "B" {
		t.Errorf("settings %q, zone %q", s.Town, s.Zone)
	}
	if m, ok := x.opened.Members.Get(x.viewer); !ok || m.LastName != "Corbier" {
		t.Error("the first member is not the one who made the folder")
	}
}

func TestAWeakPasswordAndTwoDifferentOnesAreRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nouveau")
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Créer le dossier de l’équipe")
	texts := map[string]string{"Ville": "Sauvelande", "Votre prénom": "N", "Votre nom": "C", "Mot de passe": "court", "Le même mot de passe": "autre"}
	x.fill(t, texts)
	pagetest.Find[*kit.SelectField](x.window, "Zone scolaire")[0].Choose(0)
	pagetest.Tap(t, x.window, "Créer le dossier")
	if x.errOf(t, "Le même mot de passe") == "" {
		t.Error("two different passwords are accepted")
	}
	texts["Le même mot de passe"] = "court"
	x.fill(t, texts)
	pagetest.Tap(t, x.window, "Créer le dossier")
	if x.opened != nil || x.errOf(t, "Mot de passe") == "" {
		t.Error("a short password is accepted")
	}
	if _, err := os.Stat(filepath.Join(dir, "mercredi.db")); err == nil {
		t.Error("a file was left behind by the refused password")
	}
}

func TestAFolderThatIsNotATeamsIsSaidSo(t *testing.T) {
	x := cross(t, filepath.Join(t.TempDir(), "nouveau"))
	x.chooses = t.TempDir()
	pagetest.Tap(t, x.window, "Ouvrir un dossier existant")
	if len(pagetest.Find[*kit.Button](x.window, "Choisir un autre dossier")) == 0 {
		t.Error("an empty folder is taken for a team's")
	}
}
