// Package ui is the window: unlock, navigation, search, and the services every page works with. Each page is a
// package of its own below; what they are given is in ui/page.
package ui

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"mercredi/data"
	"mercredi/data/planning/highs"
	"mercredi/data/vault"
	"mercredi/ui/look"
	"mercredi/ui/papers"
	"mercredi/ui/task"
)

// World is what the window needs from outside.
type World struct {
	Now     func() time.Time
	Random  io.Reader
	Version string
	Stderr  io.Writer
	// Relaunch starts the program anew in the place of this process, and comes back only when that failed: it is how
	// the window locks. Without it the window forgets what it can.
	Relaunch func() error
	// Probe checks a file in a process of its own; see registry.World.
	Probe func(ask []byte) (answer []byte, err error)
	// Chooser and Open replace the system's dialogs and viewer, Cost what a password costs: for tests. The zero
	// values are right in the product.
	Chooser papers.Chooser
	Open    func(ctx context.Context, path string) error
	Cost    vault.Cost
}

// appID names the preferences of the program on this PC.
const appID = "fr.mercredi.app"

// HasDisplay reports whether a window can be shown.
func HasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// Run opens the window and answers the exit code when it is closed. The arguments are: --dossier D, the team's
// folder to open; or captures DIR, which draws every screen without a display.
func Run(args []string, w World) int {
	if len(args) == 2 && args[0] == "captures" {
		return captures(args[1], w)
	}
	folder, ok := folderOf(args)
	if !ok {
		fmt.Fprintln(w.Stderr, "Commande inconnue. Tapez «\u00a0mercredi aide\u00a0» pour la liste des commandes.")
		return 2
	}
	if !HasDisplay() {
		fmt.Fprintln(w.Stderr, "Il n’y a pas d’écran ici. Tapez «\u00a0mercredi aide\u00a0» pour les commandes sans fenêtre.")
		return 1
	}
	a := app.NewWithID(appID)
	prefs := preferences{a.Preferences()}
	if err := look.UseDisplaySize(prefs.Size()); err != nil {
		fmt.Fprintln(w.Stderr, err) // the usual size is used
	}
	win := newWindow(a, w, func() *task.Runner { return task.New(fyne.Do) })
	if folder != "" {
		win.folder = folder
	}
	win.exact = newEngine(highs.New(engineCache()), win.background)
	win.start()
	a.Lifecycle().SetOnStarted(func() {
		win.rescale()
		win.papers.Start()
	})
	win.window.ShowAndRun()
	win.close()
	return 0
}

// engineCache is where the machine code of the exact engine is kept on this PC, "" for nowhere. It holds no record.
func engineCache() string {
	dir := cacheDir()
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "moteur")
}

// folderOf reads --dossier D or --dossier=D.
func folderOf(args []string) (folder string, ok bool) {
	switch {
	case len(args) == 0:
		return "", true
	case len(args) == 1 && strings.HasPrefix(args[0], "--dossier="):
		return strings.TrimPrefix(args[0], "--dossier="), true
	case len(args) == 2 && args[0] == "--dossier":
		return args[1], true
	}
	return "", false
}

func (w World) today() data.Date { return data.DateOf(w.Now()) }

// dress gives the application its look and its language.
func dress(a fyne.App, dark bool) error {
	a.Settings().SetTheme(look.NewTheme(dark))
	if err := look.UseFrench(); err != nil {
		return fmt.Errorf("speaking French: %w", err)
	}
	return nil
}
