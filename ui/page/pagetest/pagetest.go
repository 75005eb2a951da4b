// Package pagetest gives the tests of a page what the window gives it: a desk over the sample town, kept in memory,
// with a runner that works on the spot, and a window that remembers what it was asked.
package pagetest

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Day is the day on which the sample town is looked at: Friday 15 January 2027, as in the mockups.
var Day = data.NewDate(2027, 1, 15)

// Window remembers what a page asked of the window.
type Window struct {
	fyne.Window
	Routes    []page.Route
	Toasts    []string
	Undo      func() // of the last toast
	Failures  []error
	Printed   []string // names of the papers printed
	Paper     []byte   // the last one
	Folder    string   // the folder that the person chooses; "" gives up
	Restored  []string // the backups to restore; "" to choose one
	Delivered []page.Delivery
	Picture   string // the picture that the person chooses; "" gives up
}

// Go implements page.Window.
func (w *Window) Go(r page.Route) { w.Routes = append(w.Routes, r) }

// Back implements page.Window.
func (w *Window) Back() { w.Routes = append(w.Routes, page.Route{}) }

// Canvas implements page.Window.
func (w *Window) Canvas() fyne.Canvas { return w.Window.Canvas() }

// Toast implements page.Window.
func (w *Window) Toast(sentence string, undo func()) {
	w.Toasts, w.Undo = append(w.Toasts, sentence), undo
}

// Fail implements page.Window.
func (w *Window) Fail(err error) { w.Failures = append(w.Failures, err) }

// Papers draws every paper to make sure that it can be, and remembers its name.
type Papers struct{ window *Window }

// Print implements page.Papers.
func (p Papers) Print(x page.Paper) {
	var b bytes.Buffer
	if err := x.Render(&b); err != nil {
		p.window.Fail(fmt.Errorf("printing %s: %w", x.Name, err))
		return
	}
	p.window.Printed, p.window.Paper = append(p.window.Printed, x.Name), b.Bytes()
}

// PrintAll implements page.Papers.
func (p Papers) PrintAll(_ string, papers []page.Paper) {
	for _, x := range papers {
		p.Print(x)
	}
}

// Printers implements page.Papers: one printer, that prints everything.
func (p Papers) Printers(show func([]string)) { show([]string{"Bureau"}) }

// Deliver implements page.Papers: the papers are printed, and on their way.
func (p Papers) Deliver(d page.Delivery) {
	for _, x := range d.Papers {
		p.Print(x)
	}
	p.window.Delivered = append(p.window.Delivered, d)
	if d.Done != nil {
		d.Done()
	}
}

// Preview implements page.Papers: in tests the drawing never comes.
func (p Papers) Preview([]byte, int, func([]image.Image, error)) (cancel func()) { return func() {} }

// ChooseFolder implements page.Papers.
func (p Papers) ChooseFolder(_ string, chosen func(string)) {
	if p.window.Folder != "" {
		chosen(p.window.Folder)
	}
}

// ChoosePicture implements page.PictureChooser.
func (p Papers) ChoosePicture(chosen func(string)) {
	if p.window.Picture != "" {
		chosen(p.window.Picture)
	}
}

// Keeping backs up on the spot, and remembers what is to be restored.
type Keeping struct {
	window   *Window
	registry *registry.Registry
}

// NewKeeping keeps the backups of a file for a window.
func NewKeeping(w *Window, r *registry.Registry) Keeping { return Keeping{w, r} }

// BackUp implements page.Keeping.
func (k Keeping) BackUp(show task.Progress, done func([]registry.BackupOutcome, error)) (cancel func()) {
	done(k.registry.BackUp(func(done, of int) bool {
		show(done, of)
		return true
	}))
	return func() {}
}

// Restore implements page.Keeping.
func (k Keeping) Restore(backup string) { k.window.Restored = append(k.window.Restored, backup) }

// Display remembers how the window looks.
type Display struct {
	dark bool
	size int
}

// Dark implements page.Display.
func (d *Display) Dark() bool { return d.dark }

// SetDark implements page.Display.
func (d *Display) SetDark(v bool) { d.dark = v }

// Size implements page.Display.
func (d *Display) Size() int { return d.size }

// SetSize implements page.Display.
func (d *Display) SetSize(percent int) { d.size = percent }

// Tables remembers the widths of the tables.
type Tables map[string]string

// Table implements page.Tables.
func (t Tables) Table(name string) string { return t[name] }

// SetTable implements page.Tables.
func (t Tables) SetTable(name, state string) { t[name] = state }

// Open makes a desk over the sample town.
func Open(t testing.TB) (page.Desk, *Window) {
	t.Helper()
	town, err := sample.New(sample.Options{Today: Day})
	if err != nil {
		t.Fatal(err)
	}
	desk, w := Empty(t)
	if err := town.Keep(desk.Registry); err != nil {
		t.Fatal(err)
	}
	desk.Viewer = town.Members[0].ID
	return desk, w
}

// World is what the registry of a test is given; a password costs next to nothing.
func World() registry.World {
	return registry.World{
		Today: func() data.Date { return Day }, Random: rand.NewChaCha8([32]byte{1}), Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
}

// Empty makes a desk over a file in which nothing has been entered.
func Empty(t testing.TB) (page.Desk, *Window) {
	t.Helper()
	today := func() data.Date { return Day }
	r, err := registry.InMemory(registry.World{Today: today, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		t.Fatal(err)
	}
	a := test.NewApp()
	a.Settings().SetTheme(look.NewTheme(false))
	if err := look.UseFrench(); err != nil {
		t.Fatal(err)
	}
	w := &Window{Window: test.NewWindow(kit.Gap(1))}
	w.SetPadded(false)
	t.Cleanup(w.Close)
	return page.Desk{
		Registry: r, Tasks: task.Sync(), Today: today, Window: w, Papers: Papers{w}, Keeping: NewKeeping(w, r),
		Display: &Display{size: 100}, Tables: Tables{},
		Now: func() time.Time { return Day.Time().Add(10*time.Hour + 42*time.Minute) },
	}, w
}

// Show puts a page in the window at a laptop's size, as the shell does right of the rail.
func Show(w *Window, p page.Page) {
	w.SetContent(kit.Stack(kit.Band(p.Content()), kit.NewLayer()))
	w.Resize(fyne.NewSize(1366-look.RailWidth, 768))
}

// Shoot writes pictures of what the window shows, light and dark, into the folder named by MERCREDI_SHOTS; without
// it, it only makes sure that the window can be painted. Look at them: no test says whether a screen is beautiful.
func Shoot(t testing.TB, w *Window, name string) {
	t.Helper()
	for _, dark := range []bool{false, true} {
		fyne.CurrentApp().Settings().SetTheme(look.NewTheme(dark))
		img := w.Canvas().Capture()
		dir := os.Getenv("MERCREDI_SHOTS")
		if dir == "" {
			continue
		}
		suffix := map[bool]string{false: "clair", true: "sombre"}[dark]
		f, err := os.Create(filepath.Join(dir, name+"-"+suffix+".png"))
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
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(false))
}
