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
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// captureDay is the day of the pictures: the Friday of the mockups.
var captureDay = data.NewDate(2027, 1, 15)

// captures draws every screen of the sample town, light and dark, at two sizes, with the software painter.
func captures(dir string, w World) int {
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
	r, err := registry.InMemory(registry.World{Today: w.today, Random: rand.NewChaCha8([32]byte{1})})
	if err != nil {
		return err
	}
	if err := town.Keep(r); err != nil {
		return err
	}
	win := newWindow(test.NewApp(), w, task.Sync)
	defer win.close()
	for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1920, 1080)} {
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
	w.start()
	if err := c.take("deverrouillage"); err != nil {
		return err
	}
	w.opened(r, town.Members[0].ID, "")
	for _, s := range screens(r, town) {
		w.visit(s.route)
		if err := c.take(s.name); err != nil {
			return err
		}
	}
	w.deaf()
	w.registry, w.page, w.history, w.route = nil, nil, nil, page.Route{}
	return nil
}

// screen is one picture: a name and the way there.
type screen struct {
	name  string
	route page.Route
}

// screens are every page, on the records of the mockups.
func screens(r *registry.Registry, town sample.Town) []screen {
	lila := town.Children[0].ID
	group, cycle := liveGroup(town, lila)
	return []screen{
		{"accueil", page.Route{Page: page.Home}},
		{"enfants", page.Route{Page: page.Children}},
		{"enfant", page.Route{Page: page.Child, Child: lila}},
		{"enfant-famille", page.Route{Page: page.Child, Child: lila, Tab: "famille"}},
		{"ateliers", page.Route{Page: page.Workshops}},
		{"ouvrir-un-cycle", page.Route{Page: page.OpenCycle, Workshop: town.Workshops[0].ID}},
		{"groupe", page.Route{Page: page.Group, Group: group}},
		{"groupe-seances", page.Route{Page: page.Group, Group: group, Tab: "seances"}},
		{"groupe-evaluations", page.Route{Page: page.Group, Group: group, Tab: "evaluations"}},
		{"groupe-bilans", page.Route{Page: page.Group, Group: group, Tab: "bilans"}},
		{"groupe-inscriptions", page.Route{Page: page.Group, Group: group, Tab: "inscriptions"}},
		{"bilans", page.Route{Page: page.Bilans}},
		{"bilan", page.Route{Page: page.Bilan, Child: lila, Cycle: cycle, Moment: data.MomentEnd}},
		{"partenaires", page.Route{Page: page.Partners}},
		{"reglages", page.Route{Page: page.Settings}},
	}
}

// liveGroup is the group of the current year in which a child is enrolled.
func liveGroup(town sample.Town, child data.ID[data.Child]) (g data.ID[data.Group], c data.ID[data.Cycle]) {
	for _, e := range town.Enrollments {
		if e.ChildID == child && e.State == data.Enrolled {
			g, c = e.GroupID, e.CycleID
		}
	}
	return g, c
}

func (c camera) take(name string) error {
	theme := map[bool]string{false: "clair", true: "sombre"}[c.dark]
	path := filepath.Join(c.dir, fmt.Sprintf("%s-%s-%d.png", name, theme, int(c.size.Width)))
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	defer f.Close()
	if err := png.Encode(f, c.window.window.Canvas().Capture()); err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	return f.Close()
}
