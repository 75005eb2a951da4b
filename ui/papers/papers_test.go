package papers

import (
	"context"
	"errors"
	"image"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// person is somebody who chooses a place, and what the window told them.
type person struct {
	path     string // what File or Folder answers
	asked    []string
	toasts   []string
	verb     string
	do       func()
	failures []error
	opened   []string
	last     string
}

func (p *person) File(folder, name string, answer func(string)) {
	p.asked = append(p.asked, filepath.Join(folder, name))
	answer(p.path)
}

func (p *person) Folder(folder string, answer func(string)) {
	p.asked = append(p.asked, folder)
	answer(p.path)
}

func open(t *testing.T, p *person) (*Service, fyne.Canvas) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	w := test.NewTempWindow(t, kit.Gap(1))
	w.Resize(fyne.NewSize(900, 600))
	return New(p.world(task.Sync(), w.Canvas)), w.Canvas()
}

func (p *person) world(tasks *task.Runner, canvas func() fyne.Canvas) World {
	return World{
		Tasks: tasks, Canvas: canvas, Chooser: p,
		Toast:  func(sentence, verb string, do func()) { p.toasts, p.verb, p.do = append(p.toasts, sentence), verb, do },
		Fail:   func(err error) { p.failures = append(p.failures, err) },
		Folder: func() string { return p.last }, SetFolder: func(s string) { p.last = s },
		Open: func(_ context.Context, path string) error { p.opened = append(p.opened, path); return nil },
	}
}

func words(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// names of what a folder holds.
func names(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestPrintKeepsDocumentAndOffersToOpenIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "Documents", "Mercredi", "Bilan.pdf")
	p := &person{path: path, last: "/ici"}
	s, _ := open(t, p)
	s.Print(page.Paper{Name: "Bilan\u00a0: Lila.pdf", Render: words("%PDF")})
	if got, err := os.ReadFile(path); err != nil || string(got) != "%PDF" {
		t.Fatalf("kept %q, %v", got, err)
	}
	if want := "/ici/Bilan - Lila.pdf"; filepath.ToSlash(p.asked[0]) != want {
		t.Errorf("asked %q, want %q", p.asked[0], want)
	}
	if want := "«\u00a0Bilan.pdf\u00a0» est enregistré dans Mercredi."; p.toasts[0] != want || p.verb != "Ouvrir" {
		t.Errorf("said %q (%s), want %q", p.toasts[0], p.verb, want)
	}
	p.do()
	if !slices.Equal(p.opened, []string{path}) || p.last != filepath.Dir(path) {
		t.Errorf("opened %q, remembered %q", p.opened, p.last)
	}
}

func TestPrintStartsAmongThePersonsDocuments(t *testing.T) {
	p := &person{}
	s, _ := open(t, p)
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("")})
	if want := filepath.Join(documents(), "Mercredi", "Bilan.pdf"); p.asked[0] != want {
		t.Errorf("asked %q, want %q", p.asked[0], want)
	}
	if len(p.toasts)+len(p.failures) != 0 {
		t.Errorf("said %q and %v to somebody who gave up", p.toasts, p.failures)
	}
}

func TestDocumentThatCannotBeKeptLeavesNothing(t *testing.T) {
	root := t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "fichier"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for place, render := range map[string]func(io.Writer) error{
		filepath.Join(root, "fichier", "dessous", "Bilan.pdf"): words("%PDF"),
		filepath.Join(root, "neuf", "encore", "Bilan.pdf"):     func(io.Writer) error { return errors.New("torn") },
		filepath.Join(root, "autre", "Bilan.pdf"):              func(io.Writer) error { panic("torn") },
	} {
		p := &person{path: place, last: root}
		s, _ := open(t, p)
		s.Print(page.Paper{Name: "Bilan.pdf", Render: render})
		if len(p.failures) != 1 || len(p.toasts) != 0 {
			t.Errorf("%s: failures %v, toasts %q", place, p.failures, p.toasts)
		}
	}
	if left := names(t, root); !slices.Equal(left, []string{"fichier"}) {
		t.Errorf("left %q", left)
	}
}

func TestFolderThatCannotBeMadeIsSaidInFrench(t *testing.T) {
	place := filepath.Join(t.TempDir(), "fichier")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := &person{path: filepath.Join(place, "Bilan.pdf")}
	s, _ := open(t, p)
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("%PDF")})
	if got := fr.Error(p.failures[0]); !strings.Contains(got, "Choisissez") {
		t.Errorf("said %q", got)
	}
}

func TestAnotherNameIsSaidWithItsReason(t *testing.T) {
	got := kept(filepath.Join("Documents", "Bilan.pdf"), filepath.Join("Documents", "Bilan (2).pdf"))
	if want := "L’ancien document est ouvert ailleurs\u00a0: le nouveau est «\u00a0Bilan (2).pdf\u00a0», dans Documents."; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}

func TestViewerThatIsMissingIsSaid(t *testing.T) {
	p := &person{path: filepath.Join(t.TempDir(), "Bilan.pdf")}
	s, _ := open(t, p)
	s.world.Open = func(context.Context, string) error { return errors.New("no viewer") }
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("%PDF")})
	p.do()
	if len(p.failures) != 1 || !strings.HasPrefix(fr.Error(p.failures[0]), "Aucun programme") {
		t.Errorf("failures %v", p.failures)
	}
}

func TestPrintAllGivesEachDocumentItsOwnSafeName(t *testing.T) {
	place := t.TempDir()
	if err := os.Mkdir(filepath.Join(place, "Bilans"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := &person{path: place}
	s, canvas := open(t, p)
	s.PrintAll("Bilans", []page.Paper{{Name: "Lila.pdf", Render: words("1")}, {Name: "LILA.pdf", Render: words("2")}, {Name: "a/b.pdf", Render: words("3")}})
	folder := filepath.Join(place, "Bilans (2)")
	if got, want := names(t, folder), []string{"LILA (2).pdf", "Lila.pdf", "a-b.pdf"}; !slices.Equal(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
	if want := "3\u00a0documents sont enregistrés dans «\u00a0Bilans (2)\u00a0»."; !slices.Equal(p.toasts, []string{want}) {
		t.Errorf("said %q, want %q", p.toasts, want)
	}
	if canvas.Overlays().Top() != nil {
		t.Error("the progress is still on show")
	}
	p.do()
	if !slices.Equal(p.opened, []string{folder}) || p.last != place {
		t.Errorf("opened %q, remembered %q", p.opened, p.last)
	}
}

func TestStoppingPrintAllKeepsWhatIsFinished(t *testing.T) {
	place := t.TempDir()
	p := &person{path: place}
	s, canvas := open(t, p)
	stopping := func(w io.Writer) error {
		canvas.Overlays().Top().(*kit.Dialog).Escape()
		return words("2")(w)
	}
	s.PrintAll("Bilans", []page.Paper{{Name: "1.pdf", Render: words("1")}, {Name: "2.pdf", Render: stopping}, {Name: "3.pdf", Render: words("3")}})
	if got, want := names(t, filepath.Join(place, "Bilans")), []string{"1.pdf", "2.pdf"}; !slices.Equal(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
	if want := "Arrêté\u00a0: 2\u00a0documents enregistrés sur 3, dans «\u00a0Bilans\u00a0»."; !slices.Equal(p.toasts, []string{want}) {
		t.Errorf("said %q, want %q", p.toasts, want)
	}
}

func TestPrintAllListsWhatIsNotKept(t *testing.T) {
	place := t.TempDir()
	p := &person{path: place}
	s, canvas := open(t, p)
	full := func(w io.Writer) error { return &fr.Told{Sentence: "Le disque est plein.", Err: errors.New("full")} }
	s.PrintAll("Bilans", []page.Paper{
		{Name: "1.pdf", Render: full}, {Name: "2.pdf", Render: words("2")}, {Name: "3.pdf", Render: full},
		{Name: "4.pdf", Render: func(io.Writer) error { panic("torn") }},
	})
	if got := names(t, filepath.Join(place, "Bilans")); !slices.Equal(got, []string{"2.pdf"}) {
		t.Errorf("kept %q", got)
	}
	said := text(canvas.Overlays().Top())
	for _, want := range []string{"3\u00a0documents n’ont pas pu être enregistrés", "1\u00a0document est enregistré sur 4", "Le disque est plein.", "1.pdf et 3.pdf", "4.pdf"} {
		if !strings.Contains(said, want) {
			t.Errorf("the summary lacks %q: %q", want, said)
		}
	}
}

func TestPrintAllIntoNoFolderFails(t *testing.T) {
	place := filepath.Join(t.TempDir(), "fichier")
	if err := os.WriteFile(place, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := &person{path: place}
	s, canvas := open(t, p)
	s.PrintAll("Bilans", []page.Paper{{Name: "1.pdf", Render: words("1")}})
	if len(p.failures) != 1 || canvas.Overlays().Top() != nil {
		t.Errorf("failures %v, overlay %v", p.failures, canvas.Overlays().Top())
	}
}

// later is a runner's way to a UI goroutine that is busy until told.
type later chan func()

func TestPreviewShowsWhatIsOnThePaper(t *testing.T) {
	ui := make(later, 8)
	tasks := task.New(func(f func()) { ui <- f })
	defer tasks.StopWithin(time.Minute)
	p := &person{}
	s := New(p.world(tasks, nil))
	s.Start()
	doc := paper(t)
	late := func([]image.Image, error) { t.Error("a preview that was given up answered") }
	s.Preview(doc, 100, late)
	s.Preview(doc, 200, late)()
	var pages []image.Image
	var err error
	s.Preview(doc, 300, func(p []image.Image, e error) { pages, err = p, e })
	for pages == nil && err == nil {
		(<-ui)()
	}
	if err != nil || len(pages) != 2 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	first := pages[0]
	if size := first.Bounds().Size(); size.X != 300 || size.Y < 420 || size.Y > 428 {
		t.Errorf("the first page measures %v", size)
	}
	if ink := inked(first); ink < 0.01 || ink > 0.5 {
		t.Errorf("%.3f of the first page is inked", ink)
	}
	s.Preview([]byte("this is no document"), 300, func(_ []image.Image, e error) { err = e })
	for err == nil {
		(<-ui)()
	}
	if !strings.HasPrefix(fr.Error(err), "L’aperçu de ce document") {
		t.Errorf("said %q", fr.Error(err))
	}
	s.Stop()
	if s.engine.pool != nil {
		t.Error("the engine outlives Stop")
	}
}

func TestPreviewWithoutEngineSaysSoAndPrintWorks(t *testing.T) {
	p := &person{path: filepath.Join(t.TempDir(), "Bilan.pdf")}
	s, _ := open(t, p)
	s.engine.started, s.engine.broken = true, &fr.Told{Sentence: sayNoEngine, Err: errors.New("no engine")}
	var said string
	s.Preview(nil, 100, func(_ []image.Image, err error) { said = fr.Error(err) })
	if said != sayNoEngine {
		t.Errorf("said %q", said)
	}
	s.Print(page.Paper{Name: "Bilan.pdf", Render: words("%PDF")})
	if len(p.toasts) != 1 {
		t.Errorf("print said %q and failed with %v", p.toasts, p.failures)
	}
}

// inked is the part of a picture that is not white.
func inked(img image.Image) float64 {
	area, dark := img.Bounds(), 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y < 200 {
				dark++
			}
		}
	}
	return float64(dark) / float64(area.Dx()*area.Dy())
}

// text is all that an object says.
func text(o fyne.CanvasObject) string {
	var said []string
	for _, each := range test.LaidOutObjects(o) {
		switch x := each.(type) {
		case interface{ Texts() []string }:
			said = append(said, x.Texts()...)
		case interface{ Text() string }:
			said = append(said, x.Text())
		}
	}
	return strings.Join(said, "\n")
}
