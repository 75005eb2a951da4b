package ui

import (
	"os"
	"path/filepath"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/papers"
	"mercredi/ui/unlock"
)

// showLocked shows the threshold: unlock, or make a folder.
func (w *window) showLocked() {
	screen := unlock.New(unlock.World{
		Tasks: w.tasks, Canvas: w.window.Canvas, Registry: w.registryWorld(),
		Folder: w.folder, Zone: w.prefs.zone(), Viewer: w.prefs.Viewer(), IdleMinutes: w.prefs.idle(),
		ChooseFolder: w.papers.ChooseFolder, Print: w.papers.Print, Opened: w.opened, Restore: func() { w.Restore("") },
	})
	w.window.SetTitle("Mercredi") // no town before the password
	kit.Replace(w.under, screen.Content())
	screen.Arrive()
}

// registryWorld is what the registry needs from outside.
func (w *window) registryWorld() registry.World {
	now := w.world.Now()
	return registry.World{
		Today: w.world.today, Random: w.world.Random, Cost: w.world.Cost, Now: w.world.Now, Probe: w.world.Probe,
		Since: "le " + fr.DayMonth(w.world.today()) + " à " + fr.Time(timeOf(now)),
	}
}

// timeOf is the time of day of a clock.
func timeOf(t time.Time) data.TimeOfDay { return data.At(t.Hour(), t.Minute()) }

// papersWorld is what the service of documents needs of the window.
func (w *window) papersWorld() papers.World {
	return papers.World{
		Tasks: w.background, Canvas: w.window.Canvas, Fail: w.Fail, Chooser: w.world.Chooser, Open: w.world.Open,
		Toast:  func(sentence, verb string, do func()) { w.layer.Offer(sentence, verb, do) },
		Folder: w.prefs.Papers, SetFolder: w.prefs.SetPapers, CacheDir: cacheDir(),
		Random: w.world.Random,
	}
}

// cacheDir is where this PC keeps the compiled drawing engine, "" when the system has no such place.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "mercredi")
}
