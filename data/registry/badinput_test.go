package registry_test

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/kv"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

const folderPhrase = "tilleul plume lac"

// founder makes the folders of the tests.
func founder() *data.Member { return &data.Member{FirstName: "Odile", LastName: "Garance"} }

// minutes is how often the clock of the tests was read: each reading is a few minutes after the one before, so that
// nobody has to wait between two attempts.
var minutes int

func folderWorld() registry.World {
	return registry.World{
		Now: func() time.Time {
			minutes += 5
			return data.Date(20260910).Time().Add(9*time.Hour + time.Duration(minutes)*time.Minute)
		},
		Today: func() data.Date { return 20260910 }, Random: rand.NewChaCha8([32]byte{5}),
		Since: "le 10 septembre à 9 h", Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
}

// teamFolder is a folder that holds one child, closed.
func teamFolder(t *testing.T) (dir, file string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "team")
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	keep(r.Children, data.Child{FirstName: "Lila", LastName: "Sample"})
	check(r.Close())
	return dir, filepath.Join(dir, "mercredi.db")
}

// refused expects that a folder does not open, and what people read.
func refused(t *testing.T, dir, phrase string, wanted error, told string) {
	t.Helper()
	r, err := registry.OpenFolder(dir, registry.Key{Password: phrase}, folderWorld())
	if err == nil {
		check(r.Close())
	}
	if !errors.Is(err, wanted) || !strings.HasPrefix(fr.Error(err), told) {
		t.Errorf("error is %v, told %q, want %v told %q…", err, fr.Error(err), wanted, told)
	}
}

// opens expects that Lila is still there.
func opens(t *testing.T, dir string) {
	t.Helper()
	r, err := registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld())
	if err != nil {
		t.Fatalf("opening: %v", err)
	}
	defer func() { check(r.Close()) }()
	want(t, "children", r.Children.Len(), 1)
}

func TestWrongPasswordOpensNothingAndTheRightOneStillDoes(t *testing.T) {
	dir, _ := teamFolder(t)
	for _, phrase := range []string{"", "pas le bon du tout", folderPhrase + "s", strings.ToUpper(folderPhrase), strings.Repeat("😀", 5000)} {
		refused(t, dir, phrase, vault.ErrWrongPassword, "Mot de passe incorrect.")
	}
	opens(t, dir)
}

func TestFolderWhoseFileIsNotOursIsToldAndLeftAlone(t *testing.T) {
	for what, content := range map[string]string{
		"a letter": "Ceci est une liste de courses.", "an archive": strings.Repeat("PK\x03\x04", 9000), "zeroes": strings.Repeat("\x00", 1<<16),
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "mercredi.db")
			check(os.WriteFile(file, []byte(content), 0o600))
			refused(t, dir, folderPhrase, kv.ErrNotOurs, "Ce fichier n’est pas un fichier Mercredi.")
			_, err := registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld())
			wantErr(t, err, fs.ErrExist)
			want(t, "what stood there", string(must(os.ReadFile(file))), content)
			want(t, "files", len(must(os.ReadDir(dir))), 1)
		})
	}
}

func TestFolderInPlaceOfTheFileIsToldAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	check(os.MkdirAll(filepath.Join(dir, "mercredi.db", "inside"), 0o700))
	refused(t, dir, folderPhrase, kv.ErrNotOurs, "Ce fichier n’est pas un fichier Mercredi.")
	_, err := registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld())
	wantErr(t, err, fs.ErrExist)
	want(t, "what stood there", len(must(os.ReadDir(filepath.Join(dir, "mercredi.db")))), 1)
}

func TestTruncatedFileIsToldAndOpensOnceItIsWholeAgain(t *testing.T) {
	dir, file := teamFolder(t)
	whole := must(os.ReadFile(file))
	for _, length := range []int{0, 1, 100, 4096, 8192, len(whole) / 2} {
		check(os.WriteFile(file, whole[:length], 0o600))
		refused(t, dir, folderPhrase, kv.ErrDamaged, "Le fichier est abîmé ou incomplet. Ouvrez la dernière sauvegarde")
		if !bytes.Equal(must(os.ReadFile(file)), whole[:length]) {
			t.Errorf("the file cut to %d bytes was written to", length)
		}
	}
	check(os.WriteFile(file, whole, 0o600))
	opens(t, dir)
}

func TestLinkToTheFileIsFollowedAndOneThatLeadsNowhereIsTold(t *testing.T) {
	dir, file := teamFolder(t)
	elsewhere := t.TempDir()
	link := filepath.Join(elsewhere, "mercredi.db")
	check(os.Symlink(file, link))
	refused(t, elsewhere, folderPhrase, registry.ErrNoRing, "Le trousseau de clés")
	check(os.Symlink(filepath.Join(dir, "mercredi.cles"), filepath.Join(elsewhere, "mercredi.cles")))
	opens(t, elsewhere)

	held := must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	refused(t, elsewhere, folderPhrase, kv.ErrHeld, "Le fichier est déjà ouvert")
	check(held.Close())

	check(os.Remove(file))
	refused(t, elsewhere, folderPhrase, fs.ErrNotExist, "Le fichier ou le dossier n’existe pas")
	_, err := registry.CreateFolder(elsewhere, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld())
	wantErr(t, err, fs.ErrExist)
	if _, err := os.Lstat(link); err != nil {
		t.Errorf("the link is gone: %v", err)
	}
}

func TestSecondInstanceIsToldWhoHoldsTheFolderAndHarmsNothing(t *testing.T) {
	dir, _ := teamFolder(t)
	first := must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	refused(t, dir, folderPhrase, kv.ErrHeld, "Le fichier est déjà ouvert\u00a0: ")
	_, err := registry.OpenFolder(dir, registry.Key{Password: "whatever the password"}, folderWorld())
	if said := fr.Error(err); !strings.Contains(said, "depuis le 10 septembre à 9 h. Fermez-le là-bas, puis réessayez.") {
		t.Errorf("told %q", said)
	}
	keep(first.Rooms, data.Room{Name: "Blue"})
	check(first.Close())
	opens(t, dir)
}

func TestRefusedPasswordLeavesNoFolder(t *testing.T) {
	root := t.TempDir()
	_, err := registry.CreateFolder(filepath.Join(root, "deep", "team"), registry.Founder{Member: founder(), Password: "short"}, folderWorld())
	wantErr(t, err, vault.ErrWeakPassword)
	want(t, "what is left", len(must(os.ReadDir(root))), 0)
}

// TestLongTextsAndEmojiComeBackWhole goes through the sealed file: a name of 120 letters, a note of 10,000 emoji.
func TestLongTextsAndEmojiComeBackWhole(t *testing.T) {
	dir := t.TempDir()
	r := must(registry.CreateFolder(dir, registry.Founder{Member: founder(), Password: folderPhrase}, folderWorld()))
	name, text := strings.Repeat("É", data.MaxName), strings.Repeat("👩", data.MaxNote)
	child := keep(r.Children, data.Child{FirstName: name, LastName: "👩🏽‍🎨 Sample", BirthDate: 20180301, Notes: text})
	note := keep(r.Notes, data.Note{ChildID: child.ID, On: 20260909, Title: "😀", Text: text})
	for field, bad := range map[string]data.Child{
		"FirstName": {FirstName: name + "É", LastName: "Sample"},
		"Notes":     {FirstName: "Lila", LastName: "Sample", Notes: text + "!"},
	} {
		err := r.Children.Save(&bad)
		wantErr(t, data.FaultOf(err, field), data.ErrTooLong)
		want(t, "told", fr.Error(err), "Ce texte est trop long. Raccourcissez-le.")
	}
	check(r.Close())

	r = must(registry.OpenFolder(dir, registry.Key{Password: folderPhrase}, folderWorld()))
	defer func() { check(r.Close()) }()
	want(t, "children", r.Children.Len(), 1)
	back, _ := r.Children.Get(child.ID)
	want(t, "first name", back.FirstName, name)
	want(t, "last name", back.LastName, "👩🏽‍🎨 Sample")
	want(t, "notes kept whole", back.Notes == text, true)
	backNote, _ := r.Notes.Get(note.ID)
	want(t, "note kept whole", backNote.Text == text && backNote.Title == "😀", true)
	for _, query := range []string{strings.Repeat("é", data.MaxName), "sample", "éééé sample"} {
		if hits := r.Search(query, 5); len(hits) != 1 || hits[0].Child.ID != child.ID {
			t.Errorf("%.20q… finds %d", query, len(hits))
		}
	}
	if file, ok := r.ChildFile(child.ID, data.ID[data.Member]{}); !ok || file.Notes != text {
		t.Error("the file of the child does not show the whole note")
	}
	r.Search(text, 5) // a note pasted into the search finds nothing and breaks nothing
}
