package children

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

// form is a sheet being filled: it shows each fault beside its field, and asks before dropping what was typed.
type form struct {
	*kit.Form
	desk    page.Desk
	fields  map[string]kit.Input // by the name of the Go field
	said    *fyne.Container      // a band above the fields, hidden while there is nothing to say
	dialog  *kit.Dialog
	saving  bool
	clashed func() // somebody else has saved the record meanwhile
}

func newForm(d page.Desk) *form {
	f := &form{Form: kit.NewForm(), desk: d, fields: map[string]kit.Input{}, said: kit.VBox(0)}
	f.said.Hide()
	return f
}

// field adds an input that shows the faults of a Go field.
func (f *form) field(name string, in kit.Input) {
	f.Add(in)
	f.fields[name] = in
}

// sheet is what a form is shown in.
type sheet struct {
	title, verb string
	width       float32
	body        fyne.CanvasObject
	// save gathers what was typed, on the UI goroutine, and answers what keeps it and what follows.
	save func() (work func() error, done func())
}

func (f *form) show(s sheet) {
	f.OnSubmit = func() {
		if !f.saving {
			f.run(s.save())
		}
	}
	f.dialog = kit.ShowSheet(f.desk.Window.Canvas(), kit.Sheet{
		Title: s.title, Verb: s.verb, Width: s.width, Body: kit.VBox(look.Gap, f.said, s.body),
		Do: func() bool {
			f.Submit()
			return false
		},
		OnSafe: f.drop,
	})
}

// run keeps what was typed beside the window; the sheet closes when it went well.
func (f *form) run(work func() error, done func()) {
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
func (f *form) fail(err error) {
	shown := false
	for name, in := range f.fields {
		if fault := data.FaultOf(err, name); fault != nil {
			in.SetErr(fr.Error(fault))
			shown = true
		}
	}
	var conflict *registry.Conflict
	switch {
	case shown:
	case errors.As(err, &conflict) && f.clashed != nil:
		f.clashed()
	default:
		f.desk.Window.Fail(err)
	}
}

// say puts a band above the fields; nil takes it away.
func (f *form) say(o fyne.CanvasObject) {
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
func (f *form) drop() bool {
	if !f.Dirty() {
		return true
	}
	kit.Ask(f.desk.Window.Canvas(), kit.Question{
		Title: "Abandonner les modifications\u00a0?", Text: "Ce que vous avez tapé ne sera pas enregistré.",
		Verb: "Abandonner", Safe: "Continuer la saisie", Danger: true, Do: f.dialog.Close,
	})
	return false
}

// editing is a form over one record. What is typed is laid over the record as it was read, so that a change made
// elsewhere meanwhile is told, never overwritten unseen.
type editing[T any] struct {
	table *registry.Table[T]
	id    data.ID[T]
	fill  func(T)  // shows the record in the fields
	read  func(*T) // lays what was typed over the record
	done  func()   // may be nil
}

// edit shows a form over a record; s.save is made here.
func edit[T any](f *form, e editing[T], s sheet) {
	record, ok := e.table.Get(e.id)
	if !ok {
		f.desk.Window.Fail(registry.ErrGone)
		return
	}
	f.Filling(func() { e.fill(record) })
	f.clashed = func() {
		fresh, ok := e.table.Get(e.id)
		if !ok {
			f.desk.Window.Fail(registry.ErrGone)
			return
		}
		record = fresh
		f.say(kit.Notice(look.Warning, "Cette fiche a été enregistrée ailleurs pendant que vous la modifiiez.",
			"Ce que vous avez tapé est encore là. Enregistrez de nouveau pour le garder, ou reprenez l’autre version.",
			kit.NewSmall("Reprendre l’autre version", "", kit.Secondary, func() {
				f.Filling(func() { e.fill(fresh) })
				f.Clean()
				f.say(nil)
			})))
	}
	s.save = func() (func() error, func()) {
		changed := record
		e.read(&changed)
		return func() error { return e.table.Save(&changed) }, e.done
	}
	f.show(s)
}
