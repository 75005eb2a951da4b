package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/ui/bilans"
	"mercredi/ui/children"
	"mercredi/ui/commission"
	"mercredi/ui/cycles"
	"mercredi/ui/documents"
	"mercredi/ui/home"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/partners"
	"mercredi/ui/planner"
	"mercredi/ui/retention"
	"mercredi/ui/safety"
	"mercredi/ui/settings"
	"mercredi/ui/workshops"
)

// pages says which package makes each page.
var pages = map[page.Name]func(page.Desk, page.Route) page.Page{
	page.Home:      home.New,
	page.Planner:   planner.New,
	page.Children:  children.NewList,
	page.Child:     children.NewFile,
	page.Workshops: workshops.NewList,
	page.OpenCycle: workshops.NewOpening,
	page.Group:     cycles.NewGroup,
	page.Bilans:    bilans.NewList,
	page.Bilan:     bilans.NewEditor,
	page.Partners:  partners.New,
	page.Documents: documents.New,
	page.Settings:  settings.New,
	page.Backups:   safety.NewBackups,
	page.Journal:   safety.NewJournal,
	page.Retention: retention.New,

	page.Commission: commission.New,
}

// entryOf is the entry of the rail that is lit for a page.
func entryOf(n page.Name) string {
	switch n {
	case page.Child, page.Commission:
		return string(page.Children)
	case page.OpenCycle, page.Group:
		return string(page.Workshops)
	case page.Bilan:
		return string(page.Bilans)
	case page.Journal, page.Retention:
		return string(page.Backups)
	}
	return string(n)
}

// labels are the words of the rail's entries.
var labels = map[string]string{
	string(page.Home): "Accueil", string(page.Planner): "Mercredis", string(page.Children): "Enfants", string(page.Workshops): "Ateliers",
	string(page.Bilans): "Bilans", string(page.Partners): "Partenaires", string(page.Documents): "Documents", string(page.Settings): "Réglages",
	string(page.Backups): "Sécurité",
}

func newRail(w *window) *kit.Rail {
	entry := func(n page.Name, icon string) kit.RailEntry {
		return kit.RailEntry{Key: string(n), Label: labels[string(n)], Icon: icon}
	}
	entries := []kit.RailEntry{
		entry(page.Home, "house"),
		entry(page.Planner, "calendar-days"),
		entry(page.Children, "users-round"),
		entry(page.Workshops, "shapes"),
		entry(page.Bilans, "file-pen-line"),
		entry(page.Partners, "map-pinned"),
		entry(page.Documents, "printer"),
	}
	return kit.NewRail(kit.RailParts{
		Brand:   "Mercredi",
		Entries: slices.DeleteFunc(entries, func(e kit.RailEntry) bool { return !w.may(page.Name(e.Key)) }),
		Foot:    []kit.RailEntry{entry(page.Backups, "lock-keyhole"), entry(page.Settings, "settings")},
		OnPick:  func(key string) { w.visit(page.Route{Page: page.Name(key)}) },
		OnLock:  w.lock,
		OnState: func() { w.visit(page.Route{Page: page.Backups}) },
	})
}

// Go implements page.Window.
func (w *window) Go(r page.Route) { w.visit(r) }

// visit goes to a page, if the one on show lets go.
func (w *window) visit(r page.Route) {
	if r == w.route {
		return
	}
	w.leave(func() {
		w.history = append(w.history, w.route)
		w.show(r)
	})
}

// Back implements page.Window.
func (w *window) Back() {
	if len(w.history) == 0 {
		return
	}
	w.leave(func() {
		last := len(w.history) - 1
		r := w.history[last]
		w.history = w.history[:last]
		w.show(r)
	})
}

// leave asks the page on show, then goes.
func (w *window) leave(then func()) {
	if l, ok := w.page.(page.Leaver); ok {
		l.Leave(then)
		return
	}
	then()
}

// show puts a page in its place.
func (w *window) show(r page.Route) {
	if !w.may(r.Page) {
		r = page.Route{Page: page.Settings}
	}
	w.route = r
	w.page = pages[r.Page](w.desk(), r)
	w.rail.Select(entryOf(r.Page))
	w.retitle()
	w.window.Canvas().Unfocus()
	w.layer.Tip("", fyne.Position{}) // of the page that goes: the mouse never leaves it
	kit.Replace(w.place, w.page.Content())
	if f, ok := w.page.(page.Focuser); ok {
		f.Arrive()
	}
}

// desk is what pages work with.
func (w *window) desk() page.Desk {
	return page.Desk{
		Registry: w.registry, Tasks: w.tasks, Folder: w.folder, Viewer: w.viewer, Today: w.world.today, Now: w.world.Now,
		Window: w, Papers: journaled{w.papers, w.registry}, Keeping: w, Display: w, Tables: w.prefs, Exact: w.exact,
	}
}

// Canvas implements page.Window.
func (w *window) Canvas() fyne.Canvas { return w.window.Canvas() }

// Toast implements page.Window.
func (w *window) Toast(sentence string, undo func()) {
	w.undo = nil
	if undo == nil {
		w.layer.Say(sentence)
		return
	}
	once := func() {
		w.undo = nil
		undo()
	}
	w.undo = once
	w.layer.Undo(sentence, once)
}

// Dark implements page.Display.
func (w *window) Dark() bool { return w.prefs.dark() }

// SetDark implements page.Display: at once, on every screen.
func (w *window) SetDark(v bool) {
	w.prefs.setDark(v)
	w.app.Settings().SetTheme(look.NewTheme(v))
}

// Size implements page.Display.
func (w *window) Size() int { return w.prefs.Size() }

// SetSize implements page.Display.
func (w *window) SetSize(percent int) { w.prefs.SetSize(percent) }
