package safety

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// World is what a restore works with. The team's file may be open or not, or not be there at all: on a new PC.
type World struct {
	Tasks    *task.Runner
	Canvas   func() fyne.Canvas
	Registry registry.World
	Now      func() time.Time
	// Folder is the team's folder, which exists or will be made.
	Folder string
	// Places are where backups are known to be; they may not be there today.
	Places []data.BackupPlace
	// Slot is the key of whoever works here and State the number of the last change, zero when the file is closed.
	Slot         [16]byte
	State        uint64
	ChooseFolder func(start string, chosen func(string))
	// Close lets go of the file, if it is open, just before it is replaced.
	Close func()
	// Done is told how it ended. kept is the name of the file that was there, "" when there was none.
	Done func(file registry.BackupFile, kept string, err error)
}

// Restore leads through putting a backup in the place of the team's file, a sheet for each step:
//
//	choose a backup ─▶ who opens it, with what ─▶ what it holds ─▶ a last question ─▶ the file is closed, replaced
//
// Nothing is changed before the last answer.
type Restore struct {
	world  World
	plan   registry.RestorePlan
	file   registry.BackupFile // chosen
	slots  []vault.Slot        // of the ring that opens it
	dialog *kit.Dialog
}

// NewRestore makes the way through a restore; Show begins it.
func NewRestore(w World) *Restore { return &Restore{world: w} }

// Show begins: with a backup that is known, or by choosing one.
func (r *Restore) Show(backup string) {
	if backup == "" {
		r.choose()
		return
	}
	r.pick(registry.BackupFile{Path: backup})
}

// next replaces the sheet of the former step.
func (r *Restore) next(s kit.Sheet) {
	if r.dialog != nil {
		r.dialog.Close()
	}
	r.dialog = kit.ShowSheet(r.world.Canvas(), s)
}

// found are the backups of one folder.
type found struct {
	name  string
	files []registry.BackupFile
}

// choose lists the backups of the places, and looks elsewhere when asked.
func (r *Restore) choose() {
	places := slices.Clone(r.world.Places)
	task.Run(r.world.Tasks, func(context.Context) ([]found, error) {
		var all []found
		for _, p := range places {
			if files, err := registry.ListBackups(p.Path); err == nil && len(files) > 0 { // one that is not there has none
				all = append(all, found{placeName(p), files})
			}
		}
		return all, nil
	}, func(all []found, _ error) { r.list(all) })
}

// list shows the backups to choose among.
func (r *Restore) list(all []found) {
	elsewhere := kit.NewSmall("Chercher dans un autre dossier", "folder-down", kit.Secondary, r.elsewhere)
	body := kit.VBox(look.Gap)
	if len(all) == 0 {
		body.Add(kit.EmptyState("search-x", "Aucune sauvegarde trouvée", "Branchez le disque ou la clé USB, puis indiquez le dossier des sauvegardes.",
			elsewhere))
	} else {
		body.Add(kit.Paragraph("Rien n’est changé avant la dernière question.", look.Detail))
	}
	for _, f := range all {
		rows := kit.VBox(0)
		for i, file := range f.files {
			rows.Add(kit.NewAlertRow(kit.Alert{Icon: "file-clock", Tone: look.Info, Fact: fr.Capital(exactly(file.At, r.world.Now())),
				Detail: sizeWords(file.Bytes) + ", état " + stateWords(file.State), Verb: "Choisir", First: i == 0, Do: func() { r.pick(file) }}))
		}
		body.Add(kit.VBox(look.Hair, kit.Section(f.name), rows))
	}
	if len(all) > 0 {
		body.Add(kit.HBox(0, elsewhere))
	}
	r.next(kit.Sheet{Title: "Restaurer une sauvegarde", Body: body, Width: 600})
}

func (r *Restore) elsewhere() {
	r.world.ChooseFolder("", func(dir string) {
		if !slices.ContainsFunc(r.world.Places, func(p data.BackupPlace) bool { return p.Path == dir }) {
			r.world.Places = append(r.world.Places, data.BackupPlace{Path: dir, Label: filepath.Base(dir)})
		}
		r.choose()
	})
}

// ringName is the key ring, in the team's folder and on its carriers.
const ringName = "mercredi.cles"

// pick takes a backup, and looks for the ring that opens it: that of the folder, else the one beside the backup.
func (r *Restore) pick(file registry.BackupFile) {
	r.file = file
	r.plan = registry.RestorePlan{Backup: file.Path, Dir: r.world.Folder}
	if slots, err := registry.Threshold(r.world.Folder); err == nil {
		r.slots = slots
		r.askKey()
		return
	}
	r.takeRing(filepath.Dir(file.Path), func(error) { r.askRing() })
}

// takeRing reads who can open the ring of a folder.
func (r *Restore) takeRing(dir string, failed func(error)) {
	slots, err := registry.Threshold(dir)
	if err != nil {
		failed(err)
		return
	}
	r.slots, r.plan.Ring = slots, filepath.Join(dir, ringName)
	r.askKey()
}

// askRing asks where the ring is, when it is in none of the usual places.
func (r *Restore) askRing() {
	say := kit.Holder(kit.Gap(0))
	r.next(kit.Sheet{
		Title: "Où est le trousseau de clés\u00a0?", Verb: "Choisir le dossier", Safe: "Revenir",
		Body: kit.VBox(look.Gap, kit.Paragraph("Une sauvegarde ne s’ouvre pas sans le trousseau, le fichier mercredi.cles. "+
			"Il est sur la clé USB rangée sous clé.", look.Body), say),
		Do: func() bool {
			r.world.ChooseFolder("", func(dir string) {
				r.takeRing(dir, func(err error) {
					kit.Replace(say, kit.Notice(look.Warning, "Ce dossier ne contient pas de trousseau lisible.", fr.Error(err), nil))
					kit.Relayout(say)
				})
			})
			return false
		},
		OnSafe: func() bool {
			r.choose()
			return false
		},
	})
}
