// Package parting holds the sheets with which a team decides what becomes of a child's file, for the pages that offer
// it: keep it longer, keep its figures alone, erase it.
package parting

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Child is whose file it is.
type Child struct {
	ID          data.ID[data.Child]
	First, Last string
}

func (c Child) short() string { return fr.ShortName(c.First, c.Last) }

// Reason says why who opened the file may neither erase nor anonymise, "" when they may.
func Reason(d page.Desk) string {
	if d.Registry.Keyholder().Access.MayGovern() {
		return ""
	}
	return "Réservé à la coordination."
}

// KeepReason says why who opened the file may not decide how long a file is kept, "" when they may.
func KeepReason(d page.Desk) string {
	if d.Registry.Keyholder().Access.MayWrite() {
		return ""
	}
	return "Votre clé permet de lire, pas de modifier."
}

const sheetWidth = 640

// ending is a sheet that ends a file for ever, once the person has typed the child's first name. It cannot be left while
// that is under way: an erasure that has begun goes to its end.
type ending struct {
	desk    page.Desk
	form    *kit.Form
	reason  *kit.TextField // nil when none is asked
	confirm *kit.TextField
	said    *fyne.Container // above the fields, while it is under way
	dialog  *kit.Dialog
	working bool
}

// endingWords are the words of the sheet.
type endingWords struct {
	title, verb  string
	doing, while string // what is said while it is under way
}

func newEnding(d page.Desk, c Child) *ending {
	e := &ending{desk: d, form: kit.NewForm(), said: kit.VBox(0)}
	e.said.Hide()
	e.confirm = kit.NewTextField("Pour confirmer, tapez le prénom de l’enfant\u00a0: "+c.First, "")
	e.confirm.Needed = "Tapez le prénom tel qu’il est écrit ci-dessus."
	e.confirm.Valid = func(typed string) string {
		if fr.Fold(typed) == fr.Fold(c.First) {
			return ""
		}
		return "Ce n’est pas le prénom de cet enfant. Vérifiez que c’est le bon dossier."
	}
	return e
}

// show opens the sheet: what will happen, then the fields. work runs beside the window with the reason that was typed;
// done follows when it went well and the sheet is closed.
func (e *ending) show(w endingWords, body fyne.CanvasObject, work func(reason string) error, done func()) {
	fields := kit.VBox(look.Gap)
	if e.reason != nil {
		e.form.Add(e.reason)
		fields.Add(e.reason)
	}
	e.form.Add(e.confirm)
	fields.Add(e.confirm)
	e.form.OnSubmit = func() { e.run(w, work, done) }
	e.dialog = kit.ShowSheet(e.desk.Window.Canvas(), kit.Sheet{
		Title: w.title, Verb: w.verb, Danger: true, Width: sheetWidth,
		Body: kit.VBox(look.Gap, e.said, body, kit.Separator(), fields),
		Do: func() bool {
			e.form.Submit()
			return false
		},
		OnSafe: func() bool { return !e.working },
	})
}

func (e *ending) run(w endingWords, work func(reason string) error, done func()) {
	if e.working {
		return
	}
	reason := ""
	if e.reason != nil {
		reason = e.reason.Text()
	}
	e.turn(true, w)
	task.Run(e.desk.Tasks, func(context.Context) (struct{}, error) { return struct{}{}, work(reason) }, func(_ struct{}, err error) {
		e.turn(false, w)
		if err != nil {
			e.desk.Window.Fail(err)
			return
		}
		e.dialog.Close()
		done()
	})
}

// turn says that the work is under way, or that it no longer is.
func (e *ending) turn(working bool, w endingWords) {
	e.working = working
	why := ""
	if e.said.Hide(); working {
		why = w.doing
		kit.Replace(e.said, kit.Notice(look.Info, w.doing, w.while, nil))
		e.said.Show()
	}
	e.dialog.VerbButton().SetReason(why)
	e.dialog.SafeButton().SetReason(why)
	kit.Relayout(e.said)
}
