//go:build ci

package ui

import (
	"fmt"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// captureDay is the day of the pictures: the Friday of the mockups.
var captureDay = data.NewDate(2027, 1, 15)

// captures draws every screen, light and dark, at three sizes, with the software painter: the threshold, a file in which
// nothing has been entered, the sample town.
func captures(dir string, w World) int {
	w.Cost = vault.Cost{MemoryKiB: 64, Passes: 1, Lanes: 1} // the password of the pictures protects nobody
	w.Relaunch, w.Probe = nil, nil
	w.Now = func() time.Time { return captureDay.Time().Add(10*time.Hour + 42*time.Minute) }
	if err := takeCaptures(dir, w); err != nil {
		fmt.Fprintln(w.Stderr, err)
		return 1
	}
	return 0
}

func takeCaptures(dir string, w World) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of the pictures: %w", err)
	}
	town, err := sample.New(sample.Options{Today: captureDay})
	if err != nil {
		return err
	}
	founder := town.Members[0]
	r, err := registry.InMemoryOf(registry.Founder{Member: &founder, Password: capturePassword},
		registry.World{Today: w.today, Now: w.Now, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		return err
	}
	if err := town.Keep(r); err != nil {
		return err
	}
	win := newWindow(test.NewApp(), w, task.Sync)
	defer win.close()
	for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1366, 690), fyne.NewSize(1920, 1080)} {
		for _, dark := range []bool{false, true} {
			c := camera{win, dir, size, dark}
			if err := c.all(r, town); err != nil {
				return err
			}
		}
	}
	return nil
}

// camera takes the pictures of one size and one theme.
type camera struct {
	window *window
	dir    string
	size   fyne.Size
	dark   bool
}

func (c camera) all(r *registry.Registry, town sample.Town) error {
	w := c.window
	w.window.Resize(c.size)
	w.SetDark(c.dark)
	if err := c.threshold(town); err != nil {
		return err
	}
	if err := keepBackups(r, c.dir); err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Join(c.dir, "Disque"))
	w.opened(r, town.Members[0].ID, "")
	for _, s := range screens(town) {
		if err := c.show(s); err != nil {
			return err
		}
	}
	w.deaf() // the town is looked at again, at another size
	w.watch.Stop()
	w.registry, w.watch, w.page, w.history, w.route = nil, nil, nil, nil, page.Route{}
	return nil
}

// show goes to a screen, does what leads to it, and takes its picture.
func (c camera) show(s screen) error {
	w := c.window
	w.show(s.route)
	for _, label := range s.taps {
		if err := c.tap(label); err != nil {
			return fmt.Errorf("on the way to %s: %w", s.name, err)
		}
	}
	for _, letter := range s.typed {
		w.window.Canvas().Focused().TypedRune(letter)
	}
	if f, ok := w.page.(page.Finder); ok && len(s.keys) > 0 {
		f.Find()
		for _, key := range s.keys {
			w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	if s.toast != "" {
		w.Toast(s.toast, func() {})
	}
	err := c.take(s.name)
	for _, o := range w.window.Canvas().Overlays().List() {
		w.window.Canvas().Overlays().Remove(o)
	}
	w.background.Advance(time.Minute) // the toast is gone
	return err
}

func (c camera) take(name string) error {
	theme := map[bool]string{false: "clair", true: "sombre"}[c.dark]
	path := filepath.Join(c.dir, fmt.Sprintf("%s-%s-%dx%d.png", name, theme, int(c.size.Width), int(c.size.Height)))
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	defer f.Close()
	canvas := c.window.window.Canvas()
	for _, o := range append(canvas.Overlays().List(), canvas.Content()) {
		defer clipNested(o)()
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(f, canvas.Capture()); err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	return f.Close()
}
