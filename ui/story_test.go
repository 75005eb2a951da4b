//go:build ci

package ui

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
	"mercredi/ui/task"
)

const password = "tilleul plume lac"

// person sits in front of the whole window.
type person struct {
	*testing.T
	*window
	seen   *pagetest.Window // where widgets are found
	dir    string           // where the person keeps everything
	opened []string         // documents that were shown
	later  time.Duration    // since the beginning
	stderr bytes.Buffer
}

// sit starts the program on a folder, at 10 h 42 on 15 January 2027.
func sit(t *testing.T, folder string) *person {
	t.Helper()
	p := &person{T: t, dir: t.TempDir()}
	t.Setenv("HOME", p.dir)
	t.Setenv("XDG_CACHE_HOME", filepath.Join(p.dir, "cache"))
	if folder == "" {
		folder = filepath.Join(p.dir, "Équipe")
	}
	p.window = newWindow(test.NewApp(), World{
		Now:    func() time.Time { return pagetest.Day.Time().Add(10*time.Hour + 42*time.Minute + p.later) },
		Random: rand.NewChaCha8([32]byte{7}), Version: "test", Stderr: &p.stderr,
		Chooser: p, Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
		Open: func(_ context.Context, path string) error { p.opened = append(p.opened, path); return nil },
	}, task.Sync)
	p.folder = folder
	p.seen = &pagetest.Window{Window: p.window.window}
	p.window.window.Resize(fyne.NewSize(1366, 768))
	p.start()
	t.Cleanup(p.close)
	return p
}

// File implements papers.Chooser.
func (p *person) File(_, name string, answer func(string)) {
	answer(filepath.Join(p.dir, "Bilans", name))
}

// Folder implements papers.Chooser.
func (p *person) Folder(_ string, answer func(string)) { answer(filepath.Join(p.dir, "Bilans")) }

func (p *person) tap(labels ...string) {
	p.Helper()
	for _, label := range labels {
		pagetest.Tap(p.T, p.seen, label)
	}
}

// fill types in the first field of each label, two by two: label, text.
func (p *person) fill(pairs ...string) {
	p.Helper()
	for i := 0; i < len(pairs); i += 2 {
		p.retype(p.field(pairs[i]), pairs[i+1])
	}
}

func (p *person) field(label string) *kit.TextField { return one[*kit.TextField](p, label) }

// one is the first widget of its type that says label.
func one[W fyne.CanvasObject](p *person, label string) W {
	p.Helper()
	found := pagetest.Find[W](p.seen, label)
	if len(found) == 0 {
		p.Fatalf("nothing of the kind says %q", label)
	}
	return found[0]
}

// press types keys where the focus is.
func (p *person) press(names ...fyne.KeyName) {
	p.Helper()
	for _, name := range names {
		focused := p.Canvas().Focused()
		if focused == nil {
			p.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
			continue
		}
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// retype replaces what a field says.
func (p *person) retype(in kit.Input, text string) {
	p.Canvas().Focus(in.Keyboard())
	if all, ok := in.Keyboard().(fyne.Shortcutable); ok {
		all.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	test.Type(p.Canvas().Focused(), text)
}

// ctrl types a letter with Ctrl: what has the focus gets it first, if it can, and passes it on to the window.
func (p *person) ctrl(key fyne.KeyName) {
	s := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	if f, ok := p.Canvas().Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	kit.OnShortcut(s)
}

func (p *person) titled(want string) {
	p.Helper()
	if got := p.window.window.Title(); got != want {
		p.Fatalf("the title is %q, want %q", got, want)
	}
}

// makeFolder is the first morning.
func (p *person) makeFolder() {
	p.Helper()
	p.tap("Créer le dossier de l’équipe")
	p.fill("Ville", "Sauvelande", "Votre prénom", "Nadège", "Votre nom", "Corbier",
		"Mot de passe", password, "Le même mot de passe", password)
	one[*kit.SelectField](p, "Zone scolaire").Choose(1)
	p.tap("Créer le dossier", "Plus tard") // no paper key yet
	p.titled("Accueil – Mercredi de Sauvelande")
}

// addChild writes Zoé down.
func (p *person) addChild() data.Child {
	p.Helper()
	p.tap("Enfants", "Ajouter un enfant")
	p.fill("Prénom", "Zoé", "Nom", "Brévêl-Maçon")
	p.retype(one[*kit.DateField](p, "Date de naissance"), "12/4/2017")
	p.tap("Ajouter l’enfant")
	if p.route.Page != page.Child {
		p.Fatalf("her file does not open: %+v", p.route)
	}
	c, _ := p.registry.Children.Get(p.route.Child)
	return c
}

// openCycle opens twelve Wednesdays from 4 November, and enrols the one child there is.
func (p *person) openCycle() {
	p.Helper()
	p.tap("Ateliers", "Ouvrir un cycle", "Continuer")
	p.retype(one[*kit.DateField](p, "À partir du"), "4/11/2026")
	p.tap("Continuer", "Continuer")
	p.press(fyne.KeyReturn)
	p.tap("Ouvrir le cycle") // asks why
	test.Type(p.Canvas().Focused(), "décision attendue")
	p.tap("Ouvrir le cycle")
	if p.route.Page != page.Group {
		p.Fatalf("the group does not open: %+v", p.route)
	}
}

// mark types the attendance of the sessions that are past: 6 of 8, and 4 of the 6 before the bilan of the middle.
func (p *person) mark() {
	p.Helper()
	matrix := one[*kit.Matrix](p, "")
	p.Canvas().Focus(matrix)
	matrix.SetFocus(0, 0)
	for _, letter := range "ppraeppp" {
		matrix.TypedRune(letter)
		p.press(fyne.KeyRight)
	}
	v, _ := p.registry.Group(p.route.Group)
	if got := v.Rows[0].Regularity; got.Came != 6 || got.Counted != 8 {
		p.Fatalf("regularity %+v, want 6 of 8", got)
	}
}

// rate gives every criterion its level.
func (p *person) rate() {
	p.Helper()
	p.Canvas().Focus(one[*kit.Tabs](p, "onglets"))
	p.press(fyne.KeyRight, fyne.KeyRight)
	for _, r := range pagetest.Find[*kit.Rating](p.seen, "") {
		p.Canvas().Focus(r)
		test.Type(r, "4")
	}
}

// write opens the bilan of the middle from the matrix, and writes it.
func (p *person) write() {
	p.Helper()
	p.Canvas().Focus(one[*kit.Tabs](p, "onglets"))
	p.press(fyne.KeyHome)
	matrix := one[*kit.Matrix](p, "")
	p.Canvas().Focus(matrix)
	p.press(fyne.KeyEnd, fyne.KeyRight, fyne.KeySpace)
	p.titled("Bilans – Mercredi de Sauvelande")
	p.fill("Ressources et points forts", "Elle prête volontiers ses pinceaux.", "De l’enfant", "J’aime la pâte à modeler.",
		"Nadège Corbier", "Sa place se construit.", "Proposition", "Poursuivre.")
}

// TestTheWholeStory goes from no folder to a printed bilan, and back through the locked window.
func TestTheWholeStory(t *testing.T) {
	p := sit(t, "")
	p.titled("Mercredi")
	p.makeFolder()
	zoe := p.addChild()
	p.openCycle()
	p.mark()
	p.rate()
	p.write()
	if why := one[*kit.Button](p, "Finaliser").Reason(); why != "" {
		t.Fatalf("the bilan cannot be final: %s", why)
	}
	p.tap("Finaliser", "Finaliser")
	b := p.registry.Bilan(zoe.ID, p.route.Cycle, p.route.Moment)
	if b.State != data.BilanFinal || b.Strengths != "Elle prête volontiers ses pinceaux." || b.Next != "Poursuivre." {
		t.Fatalf("the bilan kept is %+v", b)
	}
	p.ctrl(fyne.KeyP) // the sheet « Imprimer »
	p.ctrl(fyne.KeyS) // « Enregistrer… »
	kept, err := filepath.Glob(filepath.Join(p.dir, "Bilans", "bilan-*.pdf"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("papers %q, %v", kept, err)
	}
	paper := kept[0]
	if got, err := os.ReadFile(paper); err != nil || !bytes.HasPrefix(got, []byte("%PDF")) {
		t.Fatalf("the paper: %v", err)
	}
	p.layer.Toast().Button().Tapped(nil)
	if len(p.opened) != 1 || p.opened[0] != paper {
		t.Errorf("« Ouvrir » opens %q", p.opened)
	}

	p.ctrl(fyne.KeyL)
	p.titled("Mercredi")
	for _, l := range pagetest.Find[fyne.CanvasObject](p.seen, "") {
		if says, ok := l.(interface{ Texts() []string }); ok && strings.Contains(strings.Join(says.Texts(), " "), "Zoé") {
			t.Error("the locked window names a child")
		}
	}
	p.fill("Mot de passe", "pas le bon du tout")
	p.tap("Ouvrir")
	if p.registry != nil || p.field("Mot de passe").Err() == "" {
		t.Fatal("a wrong password opens, or is not told")
	}
	p.fill("Mot de passe", password)
	p.tap("Ouvrir")
	p.titled("Accueil – Mercredi de Sauvelande")
	again := p.registry.Bilan(zoe.ID, b.CycleID, b.Moment)
	v, _ := p.registry.BilanView(again)
	if c, ok := p.registry.Children.Get(zoe.ID); !ok || c.LastName != "Brévêl-Maçon" || again != b || v.Came != 4 {
		t.Errorf("after unlocking: %+v, %+v, %d came", c, again, v.Came)
	}
	if p.stderr.Len() > 0 {
		t.Errorf("complained: %s", p.stderr.String())
	}
}
