package page

import (
	"slices"

	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/task"
)

type safetyPage struct {
	name  Name
	label string
}

// safetyPages are the pages of the entry « Sécurité », in the order of their tabs.
var safetyPages = []safetyPage{
	{Backups, "Sauvegardes"},
	{Journal, "Journal"},
	{Retention, "Conservation"},
}

// SafetyTabs are the tabs above every page of « Sécurité »; at is the page on show.
func SafetyTabs(d Desk, at Name) *kit.Tabs {
	labels := make([]string, len(safetyPages))
	for i, p := range safetyPages {
		labels[i] = p.label
	}
	tabs := kit.NewTabs(labels, func(i int) { d.Window.Go(Route{Page: safetyPages[i].name}) })
	tabs.Select(slices.IndexFunc(safetyPages, func(p safetyPage) bool { return p.name == at }))
	return tabs
}

// Keeping is what the window does with backups: one at a time, whoever asks.
type Keeping interface {
	// BackUp backs up in every place beside the window; when a backup is already under way, it waits for that one.
	// show hears how many places are done and done what became of it, on the UI goroutine. After cancel it is told
	// nothing, and when nobody else waits the places that remain are left.
	BackUp(show task.Progress, done func([]registry.BackupOutcome, error)) (cancel func())
	// Restore leads through putting a backup in the place of the file: the file is closed on the way. backup may be
	// "", to choose.
	Restore(backup string)
}
