package cycles

import (
	"context"
	"errors"
	"maps"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
	"mercredi/ui/task"
)

// attempt is how a change is tried: at first bare, then with the reasons that were asked for, or over what somebody
// else wrote meanwhile.
type attempt struct {
	over    bool
	reasons map[data.WarningCode]string
}

// change is something to keep. work runs beside the window.
type change struct {
	verb string // « Inscrire quand même »: the button under the warnings
	work func(attempt) error
}

// errGivenUp says that the person preferred not to.
var errGivenUp = errors.New("given up")

// try makes a change, asks for what it needs, and tells end how it went.
func (p *Group) try(c change, x attempt, end func(error)) {
	task.Run(p.desk.Tasks, func(context.Context) (struct{}, error) { return struct{}{}, c.work(x) }, func(_ struct{}, err error) {
		if asked, ok := errors.AsType[*registry.NeedsReason](err); ok {
			p.askReason(c, x, asked.Warnings, end)
			return
		}
		if _, ok := errors.AsType[*registry.Conflict](err); ok && !x.over {
			kit.Ask(p.desk.Window.Canvas(), kit.Question{
				Title: "Cette fiche a été modifiée ailleurs",
				Text:  "Votre saisie est gardée à l’écran. Vous pouvez l’enregistrer par-dessus l’autre, ou revenir la comparer.",
				Verb:  "Enregistrer ma version", Safe: "Revenir à ma saisie",
				Do:     func() { p.try(c, attempt{over: true, reasons: x.reasons}, end) },
				OnSafe: func() { end(errGivenUp) },
			})
			return
		}
		end(err)
	})
}

// askReason lists what is unusual and asks why it is accepted.
func (p *Group) askReason(c change, x attempt, warnings []data.WarningCode, end func(error)) {
	body := kit.VBox(look.Tight)
	for _, w := range warnings {
		body.Add(kit.Notice(look.Warning, fr.Warning(w), "", nil))
	}
	reason := kit.NewNoteField("Pourquoi continuer"+nbsp+"?", "La raison est gardée avec la fiche.", 2)
	reason.Needed = "Écrivez la raison en quelques mots."
	body.Add(reason)
	form := kit.NewForm(reason)
	kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Ce n’est pas habituel", Body: body, Verb: c.verb,
		Do: func() bool {
			if !form.Check() {
				return false
			}
			reasons := map[data.WarningCode]string{}
			maps.Copy(reasons, x.reasons)
			for _, w := range warnings {
				reasons[w] = reason.Text()
			}
			p.try(c, attempt{over: x.over, reasons: reasons}, end)
			return true
		},
		OnSafe: func() bool { end(errGivenUp); return true },
	})
}

// told shows what went wrong, except a change of mind.
func (p *Group) told(err error) bool {
	if err != nil && !errors.Is(err, errGivenUp) {
		p.desk.Window.Fail(err)
	}
	return err != nil
}

// sheet is a form over the page.
type sheet struct {
	title, verb string
	body        fyne.CanvasObject
	form        *kit.Form
	width       float32
	danger      bool
	// gather reads the fields and answers what keeps them.
	gather func() change
	// faults shows what a save refused beside its fields, and says whether it could; may be nil.
	faults func(error) bool
	done   func()
}

// show opens a sheet. It stays open until what it holds is kept, and asks before dropping what was typed.
func (p *Group) show(s sheet) *kit.Dialog {
	var d *kit.Dialog
	busy := false
	canvas := p.desk.Window.Canvas()
	save := func() bool {
		if busy || !s.form.Check() {
			return false
		}
		busy = true
		p.try(s.gather(), attempt{}, func(err error) {
			busy = false
			if err == nil {
				d.Close()
				if s.done != nil {
					s.done()
				}
			} else if s.faults == nil || !s.faults(err) {
				p.told(err)
			}
		})
		return false
	}
	d = kit.ShowSheet(canvas, kit.Sheet{
		Title: s.title, Body: s.body, Verb: s.verb, Do: save, Width: s.width, Danger: s.danger,
		OnSafe: func() bool {
			if !s.form.Dirty() {
				return true
			}
			forms.AskToDrop(canvas, d.Close)
			return false
		},
	})
	s.form.OnSubmit = d.Submit
	return d
}
