package unlock_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/unlock"
)

// withPaper adds a paper key to a folder and answers its code.
func withPaper(t *testing.T, dir string) string {
	t.Helper()
	r, err := registry.OpenFolder(dir, registry.Key{Password: password}, world())
	must(t, err)
	code, _, err := r.AddPaperKey("Clé de secours 1")
	must(t, err)
	must(t, r.Close())
	return code
}

func TestAPaperKeyReplacesAPasswordThatIsLost(t *testing.T) {
	dir := team(t, "Nadège", "Samira")
	code := withPaper(t, dir)
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Clé de secours")
	x.fill(t, map[string]string{"Clé de secours": strings.ToLower(strings.ReplaceAll(code, "-", "  "))})
	pagetest.Shoot(t, x.window, "secours")
	pagetest.Tap(t, x.window, "Continuer")
	pagetest.Shoot(t, x.window, "secours-qui")
	x.choose(t, "Samira Corbier")
	pagetest.Tap(t, x.window, "Choisir un nouveau mot de passe")
	pagetest.Shoot(t, x.window, "secours-mot-de-passe")
	x.fill(t, map[string]string{"Mot de passe": "un autre mot de passe", "Le même mot de passe": "un autre mot de passe"})
	pagetest.Tap(t, x.window, "Remplacer et ouvrir")
	if x.opened == nil {
		t.Fatalf("still closed: %q", x.errOf(t, "Mot de passe"))
	}
	if m, _ := x.opened.Members.Get(x.viewer); m.FirstName != "Samira" {
		t.Errorf("%q works, want Samira", m.FirstName)
	}
}

func TestTheMistypedGroupOfAPaperKeyIsNamed(t *testing.T) {
	dir := team(t, "Nadège")
	code := withPaper(t, dir)
	groups := strings.Split(code, "-")
	last := groups[2][4]
	wrong := byte('A')
	if last == wrong {
		wrong = 'B'
	}
	groups[2] = groups[2][:4] + string(wrong)
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Clé de secours")
	x.fill(t, map[string]string{"Clé de secours": strings.Join(groups, " ")})
	pagetest.Tap(t, x.window, "Continuer")
	pagetest.Shoot(t, x.window, "secours-faute")
	if got := x.errOf(t, "Clé de secours"); !strings.Contains(got, "groupe\u00a03") && !strings.Contains(got, "groupe 3") {
		t.Errorf("the field says %q", got)
	}
}

func TestAPaperKeyOpensWithoutChangingAnything(t *testing.T) {
	dir := team(t, "Nadège")
	code := withPaper(t, dir)
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Clé de secours")
	x.fill(t, map[string]string{"Clé de secours": code})
	pagetest.Tap(t, x.window, "Continuer")
	pagetest.Tap(t, x.window, "Ouvrir sans rien changer")
	if x.opened == nil || !x.viewer.IsZero() || !x.opened.Keyholder().Paper {
		t.Errorf("open %v, viewer %v", x.opened != nil, x.viewer)
	}
}

// TestAFileOpenedByAPaperKeyClosesByItself when whoever opened it goes away.
func TestAFileOpenedByAPaperKeyClosesByItself(t *testing.T) {
	dir := team(t, "Nadège")
	code := withPaper(t, dir)
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Clé de secours")
	x.fill(t, map[string]string{"Clé de secours": code})
	pagetest.Tap(t, x.window, "Continuer")
	x.pass(11 * time.Minute)
	x.try(t)
	if x.opened == nil {
		t.Errorf("the usual way is closed: %q", x.errOf(t, "Mot de passe"))
	}
}

func TestWithoutAPaperKeyNobodyIsSentToIt(t *testing.T) {
	x := cross(t, team(t, "Nadège"))
	if len(pagetest.Find[*kit.Button](x.window, "Clé de secours")) > 0 {
		t.Error("a paper key is asked for, and there is none")
	}
}

// made fills the form of a new folder and sends it.
func (x *threshold) made(t *testing.T) {
	t.Helper()
	pagetest.Tap(t, x.window, "Créer le dossier de l’équipe")
	x.fill(t, map[string]string{
		"Ville": "Sauvelande", "Votre prénom": "Nadège", "Votre nom": "Corbier", "Mot de passe": password, "Le même mot de passe": password,
	})
	pagetest.Find[*kit.SelectField](x.window, "Zone scolaire")[0].Choose(1)
	pagetest.Tap(t, x.window, "Créer le dossier")
}

// shown is the code on screen.
func (x *threshold) shown() string {
	for _, o := range pagetest.Find[*kit.Painted](x.window, "") {
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

func TestThePaperKeyOfANewFolderIsTypedBack(t *testing.T) {
	x := cross(t, filepath.Join(t.TempDir(), "nouveau"))
	x.made(t)
	code := x.shown()
	pagetest.Tap(t, x.window, "Je l’ai, continuer")
	if x.shown() != "" {
		t.Error("the code is still on screen while it is typed back")
	}
	x.fill(t, map[string]string{"La clé, telle qu’elle est sur la feuille": "presque la bonne"})
	pagetest.Shoot(t, x.window, "cle-de-secours-retapee")
	pagetest.Tap(t, x.window, "Vérifier et ouvrir")
	if x.opened != nil || x.errOf(t, "La clé, telle qu’elle est sur la feuille") == "" {
		t.Fatal("a wrong code is taken")
	}
	x.fill(t, map[string]string{"La clé, telle qu’elle est sur la feuille": code})
	pagetest.Tap(t, x.window, "Vérifier et ouvrir")
	if x.opened == nil {
		t.Fatalf("the field says %q", x.errOf(t, "La clé, telle qu’elle est sur la feuille"))
	}
	if got := len(x.opened.Slots()); got != 2 {
		t.Errorf("%d keys, want hers and the paper's", got)
	}
}

// TestAPaperKeyThatNobodyTookIsTakenBack so that Mercredi can go on asking for one.
func TestAPaperKeyThatNobodyTookIsTakenBack(t *testing.T) {
	x := cross(t, filepath.Join(t.TempDir(), "nouveau"))
	x.made(t)
	pagetest.Tap(t, x.window, "Plus tard")
	if x.opened == nil || len(x.opened.Slots()) != 1 {
		t.Errorf("open %v, a key that nobody has stays", x.opened != nil)
	}
}

func TestADamagedFileOffersTheLastBackup(t *testing.T) {
	dir := team(t, "Nadège")
	restored := 0
	x := crossAs(t, dir, func(w *unlock.World) { w.Restore = func() { restored++ } })
	cutInHalf(t, filepath.Join(dir, "mercredi.db"))
	x.try(t)
	pagetest.Shoot(t, x.window, "deverrouillage-abime")
	pagetest.Tap(t, x.window, "Ouvrir la dernière sauvegarde")
	if restored != 1 {
		t.Error("the backup is not offered")
	}
}

func TestADamagedRingIsSaidBeforeAnyPassword(t *testing.T) {
	dir := team(t, "Nadège")
	cutInHalf(t, filepath.Join(dir, "mercredi.cles"))
	x := crossAs(t, dir, func(w *unlock.World) { w.Restore = func() {} })
	pagetest.Shoot(t, x.window, "trousseau-abime")
	if len(pagetest.Find[*kit.TextField](x.window, "")) > 0 {
		t.Error("a password is asked for")
	}
	if len(pagetest.Find[*kit.Button](x.window, "Ouvrir la dernière sauvegarde")) == 0 {
		t.Error("the backup is not offered")
	}
}
