package papers

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// windowChooser asks in the window, in plain fields.
type windowChooser struct {
	tasks  *task.Runner
	canvas func() fyne.Canvas
}

// File implements Chooser.
func (c windowChooser) File(folder, name string, answer func(string)) {
	ext := filepath.Ext(name)
	dir := folderField(folder)
	dir.SetHelp("Il est créé s’il n’existe pas encore.")
	title := kit.NewTextField("Nom du document", "")
	title.Max = 0 // the name is cut when it is made safe
	title.Needed = "Donnez un nom au document."
	title.SetText(strings.TrimSuffix(name, ext))
	var sheet *kit.Dialog
	var looking task.Latest
	form := kit.NewForm(title, dir)
	form.OnSubmit = func() {
		path := filepath.Join(dir.Text(), fileName(title.Text(), ext))
		accept := func() {
			sheet.Close()
			answer(path)
		}
		task.RunLatest(c.tasks, &looking, func(context.Context) (bool, error) { return stands(path), nil },
			func(there bool, _ error) {
				if there {
					c.askToReplace(path, accept)
					return
				}
				accept()
			})
	}
	sheet = c.show(sheetOf{"Enregistrer le document", "Enregistrer", kit.VBox(look.Gap, title, dir)}, form, func() {
		looking.Cancel()
		answer("")
	})
}

// Folder implements Chooser.
func (c windowChooser) Folder(folder string, answer func(string)) {
	dir := folderField(folder)
	form := kit.NewForm(dir)
	var sheet *kit.Dialog
	form.OnSubmit = func() {
		sheet.Close()
		answer(filepath.Clean(dir.Text()))
	}
	sheet = c.show(sheetOf{"Choisir un dossier", "Choisir ce dossier", dir}, form, func() { answer("") })
}

// sheetOf is what differs between the two questions.
type sheetOf struct {
	title, verb string
	body        fyne.CanvasObject
}

func (c windowChooser) show(s sheetOf, form *kit.Form, giveUp func()) *kit.Dialog {
	return kit.ShowSheet(c.canvas(), kit.Sheet{
		Title: s.title, Body: s.body, Verb: s.verb,
		Do: func() bool {
			form.Submit() // closes the sheet itself, once all is well
			return false
		},
		OnSafe: func() bool {
			giveUp()
			return true
		},
	})
}

func (c windowChooser) askToReplace(path string, replace func()) {
	kit.Ask(c.canvas(), kit.Question{
		Title: "Remplacer " + fr.Quote(shorten(filepath.Base(path))) + "\u00a0?",
		Text:  "Un document porte déjà ce nom dans ce dossier. Ce qu’il contient sera perdu.",
		Verb:  "Remplacer", Safe: "Changer le nom", Danger: true, Do: replace,
	})
}

func folderField(folder string) *kit.TextField {
	f := kit.NewTextField("Dossier", "")
	f.Max = 0 // a path may be long
	f.Needed = "Indiquez le dossier."
	f.Valid = func(text string) string {
		if !filepath.IsAbs(text) {
			return "Écrivez le chemin du dossier en entier, à partir du disque."
		}
		return ""
	}
	f.SetText(folder)
	return f
}

// fileName is what a person typed as the name of a document, made safe, with the extension of its kind once.
func fileName(typed, ext string) string {
	if strings.EqualFold(filepath.Ext(typed), ext) {
		typed = typed[:len(typed)-len(ext)]
	}
	return export.SafeName(typed + ext)
}
