package unlock_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
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
	tasks   *task.Runner
	now     time.Time
	printed []string
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
	return crossAs(t, folder, func(*unlock.World) {})
}

// crossAs stands at the threshold of a folder, in a world that is changed first.
func crossAs(t *testing.T, folder string, change func(*unlock.World)) *threshold {
	t.Helper()
	_, w := pagetest.Empty(t)
	x := &threshold{window: w, folder: folder, tasks: task.Sync(), now: pagetest.Day.Time().Add(9 * time.Hour)}
	at := world()
	at.Now = func() time.Time { return x.now }
	into := unlock.World{
		Tasks: x.tasks, Canvas: w.Canvas, Registry: at, Folder: folder, Zone: "B", IdleMinutes: 10,
		ChooseFolder: func(_ string, chosen func(string)) { chosen(x.chooses) },
		Print: func(p page.Paper) {
			must(t, p.Render(io.Discard))
			x.printed = append(x.printed, p.Name)
		},
		Opened: func(r *registry.Registry, viewer data.ID[data.Member], folder string) {
			x.opened, x.viewer, x.folder = r, viewer, folder
		},
	}
	change(&into)
	x.screen = unlock.New(into)
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

// pass lets time go by.
func (x *threshold) pass(d time.Duration) {
	x.now = x.now.Add(d)
	x.tasks.Advance(d)
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

// team makes a team's folder, closed, in which each has a key; the first one founds it.
func team(t *testing.T, members ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Mercredi")
	founder := data.Member{FirstName: members[0], LastName: "Corbier", Role: data.RoleCoordinator}
	r, err := registry.CreateFolder(dir, registry.Founder{Member: &founder, Password: password}, world())
	must(t, err)
	for _, name := range members[1:] {
		m := data.Member{FirstName: name, LastName: "Corbier", Role: data.RoleKeyWorker}
		must(t, r.Members.Save(&m))
		must(t, r.AddSlot(m.ID, vault.KeyWorking, "mot de passe de "+name))
	}
	must(t, r.Close())
	return dir
}

// people is the list of those who hold a key.
func (x *threshold) people(t *testing.T) *kit.People {
	t.Helper()
	found := pagetest.Find[*kit.People](x.window, "")
	if len(found) == 0 {
		t.Fatal("nobody is asked who they are")
	}
	return found[0]
}

// choose picks somebody of the list.
func (x *threshold) choose(t *testing.T, name string) {
	t.Helper()
	all := x.people(t).People()
	i := slices.IndexFunc(all, func(p kit.Person) bool { return p.Name == name })
	if i < 0 {
		t.Fatalf("%q is not among %v", name, all)
	}
	x.people(t).Choose(i)
}

func TestTheRightPasswordOpensTheFolder(t *testing.T) {
	x := cross(t, team(t, "Nadège"))
	pagetest.Shoot(t, x.window, "deverrouillage")
	x.fill(t, map[string]string{"Mot de passe": password})
	pagetest.Tap(t, x.window, "Ouvrir")
	if x.opened == nil {
		t.Fatalf("the folder is not open: %q", x.errOf(t, "Mot de passe"))
	}
	if m, ok := x.opened.Members.Get(x.viewer); !ok || m.FirstName != "Nadège" {
		t.Errorf("%q works, want Nadège", m.FirstName)
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

func TestEachEntersWithTheirOwnPassword(t *testing.T) {
	dir := team(t, "Nadège", "Samira", "Odile")
	x := cross(t, dir)
	pagetest.Shoot(t, x.window, "qui-etes-vous")
	x.choose(t, "Samira Corbier")
	x.fill(t, map[string]string{"Mot de passe": password}) // Nadège's
	pagetest.Tap(t, x.window, "Ouvrir")
	if x.opened != nil {
		t.Fatal("the password of somebody else opens")
	}
	x.fill(t, map[string]string{"Mot de passe": "mot de passe de Samira"})
	pagetest.Tap(t, x.window, "Ouvrir")
	if m, ok := x.opened.Members.Get(x.viewer); !ok || m.FirstName != "Samira" {
		t.Errorf("%q works, want Samira", m.FirstName)
	}
}

func TestWhoWorkedHereLastIsChosenAlready(t *testing.T) {
	dir := team(t, "Nadège", "Samira")
	slots, err := registry.Threshold(dir)
	must(t, err)
	i := slices.IndexFunc(slots, func(s vault.Slot) bool { return s.Name == "Samira Corbier" })
	x := crossAs(t, dir, func(w *unlock.World) { w.Viewer = slots[i].Member })
	if got := x.people(t).People()[x.people(t).Chosen()].Name; got != "Samira Corbier" {
		t.Errorf("%s is chosen", got)
	}
	if focused := x.window.Canvas().Focused(); focused != pagetest.Find[*kit.TextField](x.window, "Mot de passe")[0].Keyboard() {
		t.Errorf("the keyboard is in %T, not in the password", focused)
	}
}

func TestTwelveMembersScrollAndTheLastOneEnters(t *testing.T) {
	names := []string{"Nadège", "Samira", "Odile", "Julien", "Aline", "Bruno", "Carla", "Denis", "Fanny", "Hugo", "Inès", "Zoé"}
	x := cross(t, team(t, names...))
	x.window.Canvas().Focus(x.people(t).Keyboard())
	x.people(t).Keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	pagetest.Shoot(t, x.window, "qui-etes-vous-douze")
	x.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(x.window.Canvas().Focused(), "mot de passe de Zoé")
	x.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if x.opened == nil {
		t.Errorf("still closed: %q", x.errOf(t, "Mot de passe"))
	}
}

// TestSeveralWrongPasswordsMakeOneWait and the button says for how long, second after second.
func TestSeveralWrongPasswordsMakeOneWait(t *testing.T) {
	x := cross(t, team(t, "Nadège"))
	open := pagetest.Find[*kit.Button](x.window, "Ouvrir")[0]
	for i := 0; open.Reason() == ""; i++ {
		if i == 10 {
			t.Fatal("ten wrong passwords in a row are not slowed")
		}
		x.fill(t, map[string]string{"Mot de passe": "pas le bon du tout"})
		pagetest.Tap(t, x.window, "Ouvrir")
	}
	pagetest.Shoot(t, x.window, "deverrouillage-attente")
	var seconds int
	if _, err := fmt.Sscanf(open.Reason(), "Réessayez dans %d\u00a0s.", &seconds); err != nil || !strings.Contains(x.errOf(t, "Mot de passe"), open.Reason()) {
		t.Fatalf("the button says %q, the field %q", open.Reason(), x.errOf(t, "Mot de passe"))
	}
	x.pass(time.Second)
	if want := fmt.Sprintf("Réessayez dans %d\u00a0s.", seconds-1); seconds > 1 && open.Reason() != want {
		t.Errorf("a second later the button says %q, want %q", open.Reason(), want)
	}
	x.pass(time.Duration(seconds) * time.Second)
	if open.Reason() != "" {
		t.Fatalf("the wait is over and the button says %q", open.Reason())
	}
	x.try(t)
	if x.opened == nil {
		t.Errorf("still closed: %q", x.errOf(t, "Mot de passe"))
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
	pagetest.Shoot(t, x.window, "cle-de-secours")
	pagetest.Tap(t, x.window, "Imprimer la feuille")
	if len(x.printed) != 1 || x.printed[0] != "Clé de secours 1.pdf" {
		t.Errorf("printed %q", x.printed)
	}
	pagetest.Tap(t, x.window, "Je l’ai, continuer")
	pagetest.Tap(t, x.window, "Plus tard")
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
