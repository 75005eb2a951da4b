package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/papers"
	"mercredi/ui/planner"
	"mercredi/ui/safety"
	"mercredi/ui/task"
)

// window is the one window of the program: locked, or open on a team's file.
type window struct {
	app   fyne.App
	world World
	prefs preferences
	tasks *task.Runner
	// background runs what outlives an open file: documents being drawn or written. Closing a file never waits for it.
	background *task.Runner
	window     fyne.Window
	layer      *kit.Layer
	under      *fyne.Container // what the layer lies on: the unlock screen, or the rail and a page
	papers     *papers.Service
	exact      planning.Exact // nil in tests and captures: nothing is proven there
	folder     string

	// While a file is open:
	registry *registry.Registry
	viewer   data.ID[data.Member]
	deaf     func() // stops hearing changes
	watch    *safety.Watch
	rail     *kit.Rail
	troubles task.Latest     // the count beside « Mercredis »
	place    *fyne.Container // where the page is
	page     page.Page
	route    page.Route
	history  []page.Route
	undo     func() // of the last toast, for Ctrl+Z
	idle     idle
}

// newWindow makes the window; start shows the unlock screen in it.
func newWindow(a fyne.App, w World, runner func() *task.Runner) *window {
	win := &window{app: a, world: w, prefs: preferences{a.Preferences()}, tasks: runner(), background: runner()}
	if err := dress(a, win.prefs.dark()); err != nil {
		_, _ = w.Stderr.Write([]byte(err.Error() + "\n")) // a few of Fyne's own words stay as they were
	}
	kit.After = win.background.After
	win.folder = win.prefs.Folder()
	win.window = a.NewWindow("Mercredi")
	win.window.SetPadded(false)
	win.window.SetMaster()
	win.layer = kit.NewLayer()
	win.under = kit.Holder(kit.Gap(1))
	win.window.SetContent(container.New(&scaled{win}, kit.Stack(kit.NewWatch(), kit.Band(win.under), win.layer)))
	win.window.Resize(fyne.NewSize(1366, 768))
	win.papers = papers.New(win.papersWorld())
	win.window.SetCloseIntercept(func() { win.leave(win.closing) })
	win.listen()
	return win
}

// start shows the unlock screen, or the form that makes a folder where there is none.
func (w *window) start() { w.showLocked() }

// close ends everything when the program is left. A backup under way is not waited for, nor is the file closed under it:
// what was kept is on the disk, and the end of the program lets go of the rest.
func (w *window) close() {
	if w.watch != nil && w.watch.Running() {
		return
	}
	w.forget()
	w.papers.Stop()
	w.tasks.StopWithin(goodbye)
	w.background.StopWithin(goodbye)
}

// goodbye is how long the end of the program waits for each of its runners: some work cannot be hurried, and nothing is
// lost with it, since what is kept is kept whole.
const goodbye = 2 * time.Second

// opened is told by the unlock screen: the file is open.
func (w *window) opened(r *registry.Registry, viewer data.ID[data.Member], folder string) {
	w.registry, w.viewer, w.folder = r, viewer, folder
	w.prefs.SetFolder(folder)
	if !viewer.IsZero() {
		w.prefs.SetViewer(viewer)
	}
	w.prefs.setZone(r.Settings().Zone)
	w.prefs.setIdle(r.Safety().IdleMinutes)
	w.deaf = r.Subscribe(func(changes []registry.Change) {
		w.tasks.OnUI(func() { w.changed(changes) })
	})
	w.place = kit.Holder(kit.Gap(1))
	w.rail = newRail(w)
	w.setMember()
	kit.Replace(w.under, kit.Columns(0, kit.Fixed(look.RailWidth, w.rail), kit.Share(1, w.place)))
	w.beginIdle()
	w.show(page.Route{Page: page.Home})
	w.prefs.setPlaces(r.Safety().Places)
	w.watchOver()
	w.countTroubles()
}

// retitle names the page and the town in the title of the window: what the task bar and screen readers say.
func (w *window) retitle() {
	words := "Mercredi"
	if label := labels[entryOf(w.route.Page)]; label != "" {
		words = label + " – " + words
	}
	if town := w.registry.Settings().Town; town != "" {
		words += " " + fr.De(town)
	}
	w.window.SetTitle(words)
}

func (w *window) setMember() {
	holder := w.registry.Keyholder()
	m, ok := w.registry.Members.Get(w.viewer)
	switch {
	case !ok:
		w.rail.SetMember(holder.Name, fr.Access(holder.Access))
	case holder.Access == vault.ReadOnly || holder.Access == vault.Technical:
		w.rail.SetMember(m.FullName(), fr.Access(holder.Access))
	default:
		w.rail.SetMember(m.FullName(), fr.Role(m.Role, m.Feminine))
	}
}

// changed is told, on the UI goroutine, that records were kept or removed.
func (w *window) changed(changes []registry.Change) {
	if w.registry == nil {
		return // the window was locked meanwhile
	}
	for _, c := range changes {
		switch c.Noun {
		case registry.Members:
			w.setMember()
		case registry.Settings:
			w.retitle()
		}
	}
	w.watch.Changed()
	w.page.Changed(changes)
	w.troubles.After(w.tasks, time.Second, w.countTroubles)
}

// countTroubles says beside « Mercredis » how many things are wrong with the day of workshops that comes.
func (w *window) countTroubles() {
	r, today := w.registry, w.world.today()
	if r == nil || !w.may(page.Planner) {
		return
	}
	task.RunLatest(w.tasks, &w.troubles, func(context.Context) (int, error) { return planner.Troubles(r, today), nil }, func(n int, err error) {
		if err == nil && w.registry == r {
			w.rail.SetCount(string(page.Planner), n)
		}
	})
}

// forget lets go of the open file.
func (w *window) forget() {
	if r := w.detach(); r != nil {
		w.closed(r.Close())
	}
}

// detach takes the file away from the window, which still has to be closed; nil when there is none.
func (w *window) detach() *registry.Registry {
	r := w.registry
	if r == nil {
		return nil
	}
	w.deaf()
	w.idle.next.Cancel()
	w.watch.Stop()
	w.troubles.Cancel()
	w.prefs.setPlaces(r.Safety().Places)
	w.registry, w.watch, w.page, w.history, w.undo = nil, nil, nil, nil, nil
	w.route = page.Route{}
	return r
}

// closed is told how the closing went: everything kept was on the disk already.
func (w *window) closed(err error) {
	if err != nil {
		_, _ = w.world.Stderr.Write([]byte(fr.Error(err) + "\n"))
	}
}

// rescale follows the scale of the screen the window is on.
func (w *window) rescale() {
	if kit.SetScale(w.window.Canvas().Scale()) {
		w.window.Content().Refresh()
	}
}

// scaled is the layout of the whole window: everything fills it, at the scale of its screen.
type scaled struct{ w *window }

func (l *scaled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1024, 640) }

func (l *scaled) Layout(objs []fyne.CanvasObject, size fyne.Size) {
	if c := l.w.window.Canvas(); c != nil && kit.SetScale(c.Scale()) {
		l.w.tasks.OnUI(func() { l.w.window.Content().Refresh() })
	}
	for _, o := range objs {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}
