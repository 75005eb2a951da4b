package papers

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/ncruces/zenity"

	"mercredi/ui/task"
)

// newChooser asks with the system's dialogs, where people find their drives and their usual folders. Where there are
// none, or they do not open, it asks in the window.
func newChooser(tasks *task.Runner, canvas func() fyne.Canvas) Chooser {
	ours := windowChooser{tasks: tasks, canvas: canvas}
	if !zenity.IsAvailable() {
		return ours
	}
	return systemChooser{tasks: tasks, ours: ours}
}

// systemChooser asks with the dialogs of the system, which wait beside the window.
type systemChooser struct {
	tasks *task.Runner
	ours  windowChooser
}

// File implements Chooser.
func (c systemChooser) File(folder, name string, answer func(string)) {
	ext := filepath.Ext(name)
	task.Run(c.tasks, func(ctx context.Context) (string, error) {
		path, err := zenity.SelectFileSave(zenity.Context(ctx), zenity.Title("Enregistrer le document"),
			zenity.Filename(filepath.Join(standing(folder), name)), zenity.ConfirmOverwrite(), filter(ext))
		if err != nil {
			return "", err
		}
		return named(path, ext), nil
	}, func(path string, err error) {
		c.answer(path, err, answer, func() { c.ours.File(folder, name, answer) })
	})
}

// Folder implements Chooser.
func (c systemChooser) Folder(folder string, answer func(string)) {
	task.Run(c.tasks, func(ctx context.Context) (string, error) {
		return zenity.SelectFile(zenity.Context(ctx), zenity.Title("Choisir un dossier"),
			zenity.Directory(), zenity.Filename(standing(folder)+string(filepath.Separator)))
	}, func(path string, err error) {
		c.answer(path, err, answer, func() { c.ours.Folder(folder, answer) })
	})
}

// answer passes the person's choice on, or asks in the window when the system could not.
func (c systemChooser) answer(path string, err error, answer func(string), askOurselves func()) {
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		answer("")
	case err != nil || !filepath.IsAbs(path):
		askOurselves()
	default:
		answer(path)
	}
}

func filter(ext string) zenity.FileFilters {
	if ext == "" {
		return nil
	}
	kind := "Documents " + strings.ToUpper(ext[1:])
	return zenity.FileFilters{{Name: kind, Patterns: []string{"*" + ext}, CaseFold: true}}
}

// named gives a chosen path the extension of its kind when the person left it out. The system has asked about
// replacing the shorter name only, so the whole name must be free.
func named(path, ext string) string {
	if strings.EqualFold(filepath.Ext(path), ext) {
		return path
	}
	dir, name := filepath.Split(path + ext)
	return filepath.Join(dir, free(name, func(name string) bool { return stands(filepath.Join(dir, name)) }))
}

func stands(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// standing is folder, or the nearest folder above it that exists: a dialog cannot start elsewhere.
func standing(folder string) string {
	for {
		stat, err := os.Stat(folder)
		above := filepath.Dir(folder)
		if err == nil && stat.IsDir() || above == folder {
			return folder
		}
		folder = above
	}
}
