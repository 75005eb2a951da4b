package unlock_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

// try types the right password and opens.
func (x *threshold) try(t *testing.T) {
	t.Helper()
	x.fill(t, map[string]string{"Mot de passe": password})
	pagetest.Tap(t, x.window, "Ouvrir")
}

// TestAFileThatCannotBeOpenedIsToldAndTheScreenGoesOn: once the file is mended, the same button opens it.
func TestAFileThatCannotBeOpenedIsToldAndTheScreenGoesOn(t *testing.T) {
	const notOurs = "Ce fichier n’est pas un fichier Mercredi. Choisissez-en un autre."
	const damaged = "Le fichier est abîmé ou incomplet. Ouvrez la dernière sauvegarde, et gardez ce fichier de côté."
	for what, bad := range map[string]struct {
		spoil func(file string, whole []byte) error
		said  string
	}{
		"a letter":    {func(f string, _ []byte) error { return os.WriteFile(f, []byte("Une lettre, rien à voir."), 0o600) }, notOurs},
		"a folder":    {func(f string, _ []byte) error { return os.Mkdir(f, 0o700) }, notOurs},
		"empty":       {func(f string, _ []byte) error { return os.WriteFile(f, nil, 0o600) }, damaged},
		"cut in half": {func(f string, whole []byte) error { return os.WriteFile(f, whole[:len(whole)/2], 0o600) }, damaged},
		"gone": {func(string, []byte) error { return nil },
			"Le fichier ou le dossier n’existe pas, ou n’existe plus. Vérifiez son emplacement."},
	} {
		t.Run(what, func(t *testing.T) {
			dir := team(t, "Nadège")
			file := filepath.Join(dir, "mercredi.db")
			whole, err := os.ReadFile(file)
			must(t, err)
			x := cross(t, dir)
			must(t, os.Remove(file))
			must(t, bad.spoil(file, whole))
			x.try(t)
			if got := x.errOf(t, "Mot de passe"); x.opened != nil || got != bad.said {
				t.Errorf("open %v, said %q, want %q", x.opened != nil, got, bad.said)
			}
			must(t, os.RemoveAll(file))
			must(t, os.WriteFile(file, whole, 0o600))
			x.try(t)
			if x.opened == nil {
				t.Errorf("the mended file does not open: %q", x.errOf(t, "Mot de passe"))
			}
		})
	}
}

func TestAFolderOpenElsewhereSaysWhoAndOpensOnceItIsClosedThere(t *testing.T) {
	dir := team(t, "Nadège")
	w := world()
	w.Since = "le 15 janvier à 9 h"
	other, err := registry.OpenFolder(dir, registry.Key{Password: password}, w)
	must(t, err)
	x := cross(t, dir)
	x.try(t)
	got := x.errOf(t, "Mot de passe")
	if !strings.HasPrefix(got, "Le fichier est déjà ouvert\u00a0: ") || !strings.HasSuffix(got, ", depuis le 15 janvier à 9 h. Fermez-le là-bas, puis réessayez.") {
		t.Errorf("said %q", got)
	}
	must(t, other.Close())
	x.try(t)
	if x.opened == nil {
		t.Errorf("still closed: %q", x.errOf(t, "Mot de passe"))
	}
}

// TestAFolderThatCannotBeMadeIsSaidBesideItsField and all that was typed stays: another folder is enough.
func TestAFolderThatCannotBeMadeIsSaidBesideItsField(t *testing.T) {
	root := t.TempDir()
	must(t, os.WriteFile(filepath.Join(root, "fichier"), nil, 0o600))
	x := cross(t, filepath.Join(root, "fichier", "dessous"))
	pagetest.Tap(t, x.window, "Créer le dossier de l’équipe")
	x.fill(t, map[string]string{
		"Ville": "Sauvelande", "Votre prénom": "  Nade\u0300ge ", "Votre nom": strings.Repeat("e\u0301", 120),
		"Mot de passe": password, "Le même mot de passe": password,
	})
	pagetest.Find[*kit.SelectField](x.window, "Zone scolaire")[0].Choose(1)
	pagetest.Tap(t, x.window, "Créer le dossier")
	if got := x.errOf(t, "Dossier"); x.opened != nil || got != "Un fichier se trouve là où il faut un dossier. Choisissez un autre emplacement." {
		t.Errorf("open %v, said %q", x.opened != nil, got)
	}
	x.fill(t, map[string]string{"Dossier": filepath.Join(root, "dossier")})
	pagetest.Tap(t, x.window, "Créer le dossier")
	pagetest.Tap(t, x.window, "Plus tard")
	if x.opened == nil {
		t.Fatalf("another folder is not made: %q", x.errOf(t, "Dossier"))
	}
	if m, _ := x.opened.Members.Get(x.viewer); m.FirstName != "Nadège" || m.LastName != strings.Repeat("é", 120) {
		t.Errorf("kept %q %q", m.FirstName, m.LastName)
	}
}

// TestANameOfTooManyLettersIsSaidBesideItsField and nothing is made.
func TestANameOfTooManyLettersIsSaidBesideItsField(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "nouveau")
	x := cross(t, dir)
	pagetest.Tap(t, x.window, "Créer le dossier de l’équipe")
	long := strings.Repeat("é", 121)
	x.fill(t, map[string]string{"Ville": long, "Votre prénom": long, "Votre nom": long, "Mot de passe": password, "Le même mot de passe": password})
	pagetest.Find[*kit.SelectField](x.window, "Zone scolaire")[0].Choose(1)
	pagetest.Tap(t, x.window, "Créer le dossier")
	for _, label := range []string{"Ville", "Votre prénom", "Votre nom"} {
		if got := x.errOf(t, label); got != "121 caractères, c’est trop\u00a0: 120 au plus." {
			t.Errorf("%s says %q", label, got)
		}
	}
	if _, err := os.Stat(dir); err == nil || x.opened != nil {
		t.Error("the folder was made")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func cutInHalf(t *testing.T, file string) {
	t.Helper()
	whole, err := os.ReadFile(file)
	must(t, err)
	must(t, os.WriteFile(file, whole[:len(whole)/2], 0o600))
}
