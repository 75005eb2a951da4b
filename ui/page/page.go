// Package page is what every page of the window is given, and what it gives back to the window. A page knows this
// package, ui/kit, data and export; it never knows another page: it goes there by a Route.
package page

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/export"
	"mercredi/ui/task"
)

// Name of a page.
type Name string

// The pages of the window.
const (
	Home      Name = "accueil"
	Planner   Name = "mercredis" // Route.Day, or the next one
	Children  Name = "enfants"
	Child     Name = "enfant" // Route.Child
	Workshops Name = "ateliers"
	OpenCycle Name = "ouvrir" // Route.Workshop
	Group     Name = "groupe" // Route.Group
	Bilans    Name = "bilans"
	Bilan     Name = "bilan"       // Route.Child, Route.Cycle, Route.Moment; or Route.Group and Route.Moment
	Partners  Name = "partenaires" // Route.Partner, or none
	Documents Name = "documents"
	Settings  Name = "reglages"
	Backups   Name = "sauvegardes"
	Journal   Name = "journal"
	Retention Name = "conservation"

	Commission Name = "commission" // Route.Commission, or the latest
)

// Route says where to go: a page, and what it is about. Routes are compared with ==.
type Route struct {
	Page     Name
	Tab      string
	Child    data.ID[data.Child]
	Cycle    data.ID[data.Cycle]
	Group    data.ID[data.Group]
	Workshop data.ID[data.Workshop]
	Partner  data.ID[data.Partner]
	Moment   data.Moment
	Day      data.Date

	Commission data.ID[data.Commission]
}

// Page is one page of the window, built for one Route by a function New(desk, route) in its own package.
type Page interface {
	Content() fyne.CanvasObject
	// Changed tells the page, on the UI goroutine, that records were kept or removed. It reads again what it shows.
	Changed([]registry.Change)
}

// What a page may do besides. The window asks with a type assertion.
type (
	// Leaver is asked before the window goes elsewhere. It calls leave now, later, or never: with something unsaved
	// it asks the person first.
	Leaver interface{ Leave(leave func()) }
	// Finder puts the focus in its search field (Ctrl+F).
	Finder interface{ Find() }
	// Printer prints what it shows (Ctrl+P).
	Printer interface{ Print() }
	// Saver keeps what was typed (Ctrl+S).
	Saver interface{ Save() }
	// Turner goes to the next (1) or the former (-1) of what it shows one at a time (Ctrl+PageDown, Ctrl+PageUp).
	Turner interface{ Turn(step int) }
	// Escaper leaves a part of itself, a preview, with Escape: true when it had one to leave.
	Escaper interface{ Escape() bool }
	// Focuser chooses what has the focus on arrival.
	Focuser interface{ Arrive() }
)

// Desk is what every page works with: the opened file, the window's services, the clock.
type Desk struct {
	Registry *registry.Registry
	Tasks    *task.Runner
	// Folder is the team's, "" for a file in memory.
	Folder string
	// Viewer is the member of the team who works here: the author of notes and bilans.
	Viewer data.ID[data.Member]
	Today  func() data.Date
	Now    func() time.Time
	Window Window
	// Papers shows and writes documents.
	Papers  Papers
	Keeping Keeping
	Display Display
	Tables  Tables
	// Exact proves the best groups; nil when it is not there: then nothing is proven.
	Exact planning.Exact
}

// Searcher is what the window does besides, when it can: the search of Ctrl+K.
type Searcher interface{ Search() }

// Display is how the window looks on this PC: the theme changes at once, the size at the next start.
type Display interface {
	Dark() bool
	SetDark(bool)
	// Size is in percent of the system's.
	Size() int
	SetSize(percent int)
}

// Tables is where this PC remembers the widths and the order of each table. It is not sealed: it names nobody.
type Tables interface {
	// Table is what SetTable was given last, "" at first.
	Table(name string) string
	SetTable(name, state string)
}

// Meta is what every paper made now says of itself.
func (d Desk) Meta() export.Meta {
	state, head := d.Registry.State()
	by, _ := d.Registry.Members.Get(d.Viewer)
	return export.Meta{Date: d.Today(), Author: by.FullName(), State: state, JournalHead: head}
}

// ReadOnly reports whether whoever opened the file only looks at it.
func (d Desk) ReadOnly() bool { return d.Registry.Keyholder().Access == vault.ReadOnly }

// Do runs work beside the window, then done when it went well. What goes wrong is shown; done may be nil.
func (d Desk) Do(work func() error, done func()) {
	task.Run(d.Tasks, func(context.Context) (struct{}, error) { return struct{}{}, work() }, func(_ struct{}, err error) {
		switch {
		case err != nil:
			d.Window.Fail(err)
		case done != nil:
			done()
		}
	})
}

// Window is what the window does for a page.
type Window interface {
	Go(Route)
	Back()
	// Canvas is where dialogs and menus are shown.
	Canvas() fyne.Canvas
	// Toast says that something is done; undo may be nil. The sentence ends with a full stop.
	Toast(sentence string, undo func())
	// Fail shows what went wrong, in French (fr.Error), and what to do.
	Fail(error)
}
