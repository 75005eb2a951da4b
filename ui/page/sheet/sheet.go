// Package sheet edits a record in a sheet over a page: it shows each fault beside its field, asks before dropping what
// was typed, and tells when somebody else has saved the record meanwhile.
package sheet

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Form is a sheet being filled.
type Form struct {
	*kit.Form
	desk    page.Desk
	fields  map[string]kit.Input // by the name of the Go field
	said    *fyne.Container      // a band above the fields, hidden while there is nothing to say
	dialog  *kit.Dialog
	saving  bool
	clashed func() // somebody else has saved the record meanwhile
}

// New makes a form without fields.
func New(d page.Desk) *Form {
	f := &Form{Form: kit.NewForm(), desk: d, fields: map[string]kit.Input{}, said: kit.VBox(0)}
	f.said.Hide()
	return f
}

// Field adds an input that shows the faults of a Go field.
func (f *Form) Field(name string, in kit.Input) {
	f.Add(in)
	f.fields[name] = in
}

// Parts is what a form is shown in.
type Parts struct {
	Title, Verb string
	Width       float32
	Body        fyne.CanvasObject
	// Save gathers what was typed, on the UI goroutine, and answers what keeps it and what follows.
	Save func() (work func() error, done func())
	// Anyone may do it, also who only looks and prints: it changes no record.
	Anyone bool
}

// Show opens the sheet.
func (f *Form) Show(s Parts) {
	f.OnSubmit = func() {
		if !f.saving {
			f.run(s.Save())
		}
	}
	f.dialog = kit.ShowSheet(f.desk.Window.Canvas(), kit.Sheet{
		Title: s.Title, Verb: s.Verb, Width: s.Width, Body: kit.VBox(look.Gap, f.said, s.Body),
		Do: func() bool {
			f.Submit()
			return false
		},
		OnSafe: f.drop,
	})
	if b := f.dialog.VerbButton(); b != nil && !s.Anyone && f.desk.ReadOnly() {
		b.SetReason("Votre clé permet de regarder et d’imprimer")
		f.Say(kit.Notice(look.Info, "Vous êtes en lecture seule.", "Votre clé permet de regarder et d’imprimer. Une personne de la coordination peut la changer.", nil))
	}
}

// Close closes the sheet without asking.
func (f *Form) Close() { f.dialog.Close() }

// Rename changes the words of the verb while the sheet is open: « Ajouter » becomes « Ajouter quand même ».
func (f *Form) Rename(verb string) { f.dialog.VerbButton().SetLabel(verb) }

// run keeps what was typed beside the window; the sheet closes when it went well.
func (f *Form) run(work func() error, done func()) {
	f.saving = true
	task.Run(f.desk.Tasks, func(context.Context) (struct{}, error) { return struct{}{}, work() }, func(_ struct{}, err error) {
		f.saving = false
		if err != nil {
			f.fail(err)
			return
		}
		f.dialog.Close()
		if done != nil {
			done()
		}
	})
}

// fail shows what is wrong beside the fields, or else over the page.
func (f *Form) fail(err error) {
	var conflict *registry.Conflict
	switch {
	case Beside(err, f.fields):
	case errors.As(err, &conflict) && f.clashed != nil:
		f.clashed()
	default:
		f.desk.Window.Fail(err)
	}
}

// Beside shows each fault of a save beside the input that holds the field, and reports whether there was one to show.
func Beside(err error, inputs map[string]kit.Input) bool {
	shown := false
	for name, in := range inputs {
		if fault := data.FaultOf(err, name); fault != nil {
			in.SetErr(fr.Error(fault))
			shown = true
		}
	}
	return shown
}

// Say puts a band above the fields; nil takes it away.
func (f *Form) Say(o fyne.CanvasObject) {
	if o == nil {
		if !f.said.Visible() {
			return
		}
		f.said.Hide()
	} else {
		kit.Replace(f.said, o)
		f.said.Show()
	}
	kit.Relayout(f.said)
}

// drop is the safe answer of the sheet.
func (f *Form) drop() bool {
	if !f.Dirty() {
		return true
	}
	AskToDrop(f.desk.Window.Canvas(), f.dialog.Close)
	return false
}

// AskToDrop asks before what was typed is lost.
func AskToDrop(c fyne.Canvas, drop func()) {
	kit.Ask(c, kit.Question{
		Title: "Abandonner les modifications\u00a0?", Text: "Ce que vous avez tapé ne sera pas enregistré.",
		Verb: "Abandonner", Safe: "Continuer la saisie", Danger: true, Do: drop,
	})
}

// Record is a form over one record. What is typed is laid over the record as it was read, so that a change made
// elsewhere meanwhile is told, never overwritten unseen.
type Record[T any] struct {
	Table *registry.Table[T]
	ID    data.ID[T]
	Fill  func(T)  // shows the record in the fields; nil when they show it already
	Read  func(*T) // lays what was typed over the record
	Done  func()   // may be nil
}

// Edit shows a form over a record; Parts.Save is made here.
func Edit[T any](f *Form, e Record[T], s Parts) {
	record, ok := e.Table.Get(e.ID)
	if !ok {
		f.desk.Window.Fail(registry.ErrGone)
		return
	}
	if e.Fill != nil {
		f.Filling(func() { e.Fill(record) })
	}
	f.clashed = func() {
		fresh, ok := e.Table.Get(e.ID)
		if !ok {
			f.desk.Window.Fail(registry.ErrGone)
			return
		}
		record = fresh
		const fact = "Cette fiche a été enregistrée ailleurs pendant que vous la modifiiez."
		if e.Fill == nil {
			f.Say(kit.Notice(look.Warning, fact, "Ce que vous avez tapé est encore là. Enregistrez de nouveau pour le garder.", nil))
			return
		}
		f.Say(kit.Notice(look.Warning, fact,
			"Ce que vous avez tapé est encore là. Enregistrez de nouveau pour le garder, ou reprenez l’autre version.",
			kit.NewSmall("Reprendre l’autre version", "", kit.Secondary, func() {
				f.Filling(func() { e.Fill(fresh) })
				f.Clean()
				f.Say(nil)
			})))
	}
	s.Save = func() (func() error, func()) {
		changed := record
		e.Read(&changed)
		return func() error { return e.Table.Save(&changed) }, e.Done
	}
	f.Show(s)
}
