package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"mercredi/data"
)

// preferences are what this PC remembers. Nothing in them names a child or a family: they are not sealed.
type preferences struct{ p fyne.Preferences }

// Folder is the team's folder opened last, or where one would be made.
func (p preferences) Folder() string {
	if f := p.p.String("dossier"); f != "" {
		return f
	}
	return filepath.Join(ownDocuments(), "Mercredi")
}

func (p preferences) SetFolder(f string) { p.p.SetString("dossier", f) }

// Papers is the folder where papers were written last.
func (p preferences) Papers() string { return p.p.StringWithFallback("papiers", ownDocuments()) }

func (p preferences) SetPapers(f string) { p.p.SetString("papiers", f) }

// Viewer is the member who worked here last: an id, which names nobody.
func (p preferences) Viewer() data.ID[data.Member] {
	id, err := data.ParseID[data.Member](p.p.String("membre"))
	if err != nil {
		return data.ID[data.Member]{}
	}
	return id
}

func (p preferences) SetViewer(id data.ID[data.Member]) { p.p.SetString("membre", id.String()) }

// idle is after how many minutes the file opened last locks itself, 0 when none was: the threshold says it.
func (p preferences) idle() int     { return p.p.Int("verrou") }
func (p preferences) setIdle(n int) { p.p.SetInt("verrou", n) }

// places are the folders of the backups made last from this PC, to find them again before the file is open.
func (p preferences) places() []data.BackupPlace {
	var all []data.BackupPlace
	for _, path := range p.p.StringList("sauvegardes") {
		all = append(all, data.BackupPlace{Path: path, Label: filepath.Base(path)})
	}
	return all
}

func (p preferences) setPlaces(all []data.BackupPlace) {
	var paths []string
	for _, x := range all {
		paths = append(paths, x.Path)
	}
	p.p.SetStringList("sauvegardes", paths)
}

// zone is the school zone of the file opened last: the ribbon of the threshold shows its Wednesdays.
func (p preferences) zone() string     { return p.p.String("zone") }
func (p preferences) setZone(z string) { p.p.SetString("zone", z) }

func (p preferences) dark() bool     { return p.p.Bool("sombre") }
func (p preferences) setDark(v bool) { p.p.SetBool("sombre", v) }

// Size implements page.Display: percent of the system's scale.
func (p preferences) Size() int { return p.p.IntWithFallback("taille", 100) }

// SetSize implements page.Display.
func (p preferences) SetSize(percent int) { p.p.SetInt("taille", percent) }

// Table implements page.Tables.
func (p preferences) Table(name string) string { return p.p.String("table." + name) }

// SetTable implements page.Tables.
func (p preferences) SetTable(name, state string) { p.p.SetString("table."+name, state) }

// ownDocuments is the person's documents folder, or home when there is none.
func ownDocuments() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Documents"); isFolder(dir) {
		return dir
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
