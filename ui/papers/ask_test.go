package papers

import (
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// ask opens the dialogs of the window, over nothing.
func ask(t *testing.T) (windowChooser, fyne.Canvas, *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(t, kit.Band(kit.Gap(1)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 600))
	return windowChooser{task.Sync(), w.Canvas}, w.Canvas(), &[]string{}
}

func note(answers *[]string) func(string) {
	return func(path string) { *answers = append(*answers, path) }
}

func dialog(t *testing.T, c fyne.Canvas) *kit.Dialog {
	t.Helper()
	d, ok := c.Overlays().Top().(*kit.Dialog)
	if !ok {
		t.Fatal("no dialog is open")
	}
	return d
}

func fields(c fyne.Canvas) (found []*kit.TextField) {
	for _, o := range test.LaidOutObjects(c.Overlays().Top()) {
		if f, ok := o.(*kit.TextField); ok {
			found = append(found, f)
		}
	}
	return found
}

func TestWindowAsksForPlaceOfDocument(t *testing.T) {
	chooser, c, answers := ask(t)
	folder := t.TempDir()
	chooser.File(folder, "Bilan.pdf", note(answers))
	shoot(t, c, "fichier")
	fields(c)[0].SetText("Bilan de Lila.PDF")
	dialog(t, c).Submit()
	if want := []string{filepath.Join(folder, "Bilan de Lila.pdf")}; !slices.Equal(*answers, want) {
		t.Errorf("answered %q, want %q", *answers, want)
	}
	if c.Overlays().Top() != nil {
		t.Error("the dialog is still open")
	}
}

func TestWindowRefusesFolderWithoutItsDisk(t *testing.T) {
	chooser, c, answers := ask(t)
	chooser.File("Documents", "Bilan.pdf", note(answers))
	dialog(t, c).Submit()
	if said := text(c.Overlays().Top()); len(*answers) != 0 || !strings.Contains(said, "en entier") {
		t.Errorf("answered %q, said %q", *answers, said)
	}
}

func TestWindowAsksBeforeItReplacesDocument(t *testing.T) {
	chooser, c, answers := ask(t)
	path := filepath.Join(t.TempDir(), "Bilan.pdf")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	chooser.File(filepath.Dir(path), "Bilan.pdf", note(answers))
	sheet := dialog(t, c)
	sheet.Submit()
	shoot(t, c, "remplacer")
	dialog(t, c).Escape()
	if dialog(t, c) != sheet || len(*answers) != 0 {
		t.Fatalf("changing one's mind answered %q", *answers)
	}
	sheet.Submit()
	dialog(t, c).Submit()
	if !slices.Equal(*answers, []string{path}) || c.Overlays().Top() != nil {
		t.Errorf("answered %q", *answers)
	}
}

func TestEscapeGivesUpTheChoice(t *testing.T) {
	chooser, c, answers := ask(t)
	chooser.File(t.TempDir(), "Bilan.pdf", note(answers))
	dialog(t, c).Escape()
	chooser.Folder(t.TempDir(), note(answers))
	dialog(t, c).Escape()
	if !slices.Equal(*answers, []string{"", ""}) {
		t.Errorf("answered %q", *answers)
	}
}

func TestWindowAsksForFolderOfDocuments(t *testing.T) {
	chooser, c, answers := ask(t)
	folder := filepath.Join(t.TempDir(), "nouveau")
	chooser.Folder(folder, note(answers))
	dialog(t, c).Submit()
	if !slices.Equal(*answers, []string{folder}) {
		t.Errorf("answered %q", *answers)
	}
}

func TestDialogsOfABatchCanBePainted(t *testing.T) {
	_, c, _ := ask(t)
	progress := showProgress(c, progressOf{"Enregistrement des documents", 24}, func() {})
	progress.show(8, 24)
	shoot(t, c, "progression")
	progress.close()
	showFailures(c, "21\u00a0documents sont enregistrés sur 24 dans «\u00a0Bilans\u00a0».", outcome{kept: 21, failed: []failure{
		{"Le disque est plein. Libérez de la place, puis réessayez.", []string{"a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf", "f.pdf"}},
	}}, func() {})
	shoot(t, c, "echecs")
	if said := text(c.Overlays().Top()); !strings.Contains(said, "e.pdf et 1\u00a0autre") {
		t.Errorf("said %q", said)
	}
}

func TestTypedExtensionIsKeptOnce(t *testing.T) {
	for typed, want := range map[string]string{
		"Bilan": "Bilan.pdf", "Bilan.PDF": "Bilan.pdf", "Bilan.v2": "Bilan.v2.pdf", "a/b": "a-b.pdf", ".pdf": "document.pdf",
	} {
		if got := fileName(typed, ".pdf"); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}

func TestExtensionLeftOutInSystemDialogReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "Bilan.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{"Bilan": "Bilan (2).pdf", "Bilan.pdf": "Bilan.pdf", "Autre": "Autre.pdf"} {
		if got := named(filepath.Join(dir, chosen), ".pdf"); got != filepath.Join(dir, want) {
			t.Errorf("%q became %q, want %q", chosen, got, want)
		}
	}
}

func TestSystemDialogStartsInFolderThatExists(t *testing.T) {
	dir := t.TempDir()
	if got := standing(filepath.Join(dir, "Documents", "Mercredi")); got != dir {
		t.Errorf("starts in %q, want %q", got, dir)
	}
}

// shoot writes a picture of the window into the folder named by MERCREDI_SHOTS; without it, the window is painted
// all the same.
func shoot(t *testing.T, c fyne.Canvas, name string) {
	t.Helper()
	img := c.Capture()
	dir := os.Getenv("MERCREDI_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, "papers-"+name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
