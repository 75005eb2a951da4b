// Package bilans holds two pages: the bilans of a school year, and the editor of one bilan beside its page.
package bilans

import (
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/preview"
	"mercredi/ui/page/printing"
)

// NewEditor makes the editor of a child's bilan (Route.Child, Cycle and Moment) or of a group's (Route.Group and
// Moment).
func NewEditor(d page.Desk, r page.Route) page.Page {
	if !r.Group.IsZero() {
		return newEditor(d, func(*keeper) writing[groupRecord] { return newGroupBilan(d, r) })
	}
	return newEditor(d, func(k *keeper) writing[childRecord] { return newChildBilan(d, r, k) })
}

// editor writes one bilan. What is typed stays on screen whatever happens to it: conflict.go says what may.
type editor[R record] struct {
	desk    page.Desk
	w       writing[R]
	keep    keeper
	preview *preview.Preview

	kept    R     // as it was read or kept last
	sent    R     // on its way to be kept
	other   *R    // kept elsewhere meanwhile
	trouble error // why what is typed is not kept
	heard   bool  // changes came while busy
	left    bool
	savedAt time.Time // from here

	form  form[R]
	tied  *kit.Form
	shown string // the notice on show
	top   about  // the head on show

	content, head, saved, body, notice, scroll *fyne.Container
	steps                                      *kit.StepChips
	finalise                                   *kit.Button
}

func newEditor[R record](d page.Desk, of func(*keeper) writing[R]) *editor[R] {
	e := &editor[R]{desk: d}
	e.keep = keeper{tasks: d.Tasks, gather: e.gather, settle: e.settle}
	e.w = of(&e.keep)
	e.preview = preview.New(d, preview.Parts{Paper: e.paper})
	e.head, e.body = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	e.saved, e.notice = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(0))
	kept, ok := e.w.read()
	if !ok {
		e.content = kit.Page(kit.Header(kit.PageHeader{Title: "Bilan", Back: d.Window.Back}), kit.Grow(kit.EmptyState("file-text",
			"Ce bilan n’est plus à écrire", "L’enfant ou le groupe n’est plus dans ce cycle.",
			kit.NewButton("Voir les bilans", "", kit.Secondary, func() { d.Window.Go(page.Route{Page: page.Bilans}) }))))
		return e
	}
	e.kept = kept
	e.content = kit.Page(e.head, kit.Grow(kit.Beside(kit.BesideParts{
		Main: e.body, Side: e.preview.Content(), MainWord: "Texte", SideWord: "Aperçu"})))
	e.build()
	return e
}

// Content implements page.Page.
func (e *editor[R]) Content() fyne.CanvasObject { return e.content }

// Save implements page.Saver.
func (e *editor[R]) Save() { e.keep.flush(nil) }

// Print implements page.Printer: what is on screen is kept first, then the sheet opens on it. Where it cannot be kept the
// notice says why.
func (e *editor[R]) Print() {
	if e.scroll == nil {
		return
	}
	e.keep.flush(func(err error) {
		a := e.about()
		switch {
		case err != nil:
			e.desk.Window.Fail(err)
		case !a.begun:
			e.desk.Window.Toast("Ce bilan n’est pas encore commencé.", nil)
		default:
			printing.Show(e.desk, printing.Ask{Hand: a.subject, Key: a.key})
		}
	})
}

func (e *editor[R]) about() about { return e.w.about(e.kept) }

// now is the bilan as it stands on screen.
func (e *editor[R]) now() R {
	b := e.kept
	for _, in := range e.form.inputs {
		in.take(&b)
	}
	return b
}

// build makes the form and the head: at first, and when a bilan becomes final or a draft again.
func (e *editor[R]) build() {
	final := e.about().final
	e.form = e.w.form(final)
	e.tied = kit.NewForm()
	e.tied.OnEdit, e.tied.OnSubmit = e.edited, e.Save
	for _, in := range e.form.inputs {
		e.tied.Add(in.Input)
	}
	e.tied.Add(e.form.more...)
	e.fill()

	var steps []string
	var bodies []fyne.CanvasObject
	list := kit.VBox(look.Cards)
	for i, p := range e.form.parts {
		if i > 0 {
			list.Add(kit.Separator())
		}
		list.Add(p.body)
		if p.step != "" {
			steps, bodies = append(steps, p.step), append(bodies, p.body)
		}
	}
	place := float32(0)
	if e.scroll != nil {
		place = kit.ScrollOffset(e.scroll)
	}
	e.scroll = kit.Scroll(kit.PadXY(20, look.Gap, list))
	e.steps = kit.NewStepChips(steps, func(i int) { kit.ScrollTo(e.scroll, bodies[i]) })
	kit.OnScroll(e.scroll, func() { e.steps.Select(kit.AtTop(e.scroll, bodies)) })
	kit.Replace(e.body, kit.BarePanel(kit.VBox(0,
		kit.PadXY(look.Gap, look.Tight, kit.HBox(0, e.steps)), kit.Separator(), e.notice, kit.Grow(e.scroll))))
	kit.SetScrollOffset(e.scroll, place)
	e.shown = "\x00"
	e.showHead()
	e.check()
}

func (e *editor[R]) fill() {
	for _, in := range e.form.inputs {
		in.show(e.kept)
	}
	e.w.around(e.kept)
}

// edited is told at each key.
func (e *editor[R]) edited() {
	first := !e.keep.pending()
	e.keep.edited()
	e.preview.Typed()
	if first {
		e.showSaved()
	}
	e.check()
}

// check shows what is left to do: in the steps, in the notice, beside the button.
func (e *editor[R]) check() {
	b := e.now()
	gaps := e.w.gaps(b)
	for i, done := range e.w.done(b, gaps) {
		e.steps.SetDone(i, done)
	}
	words := finalWords(gaps)
	reason := ""
	if words != "" {
		reason = "Pour finaliser, " + words + "."
	}
	if e.finalise.Reason() != reason {
		e.finalise.SetReason(reason)
	}
	e.showNotice(words)
}

// gather takes what is typed, for the keeper.
func (e *editor[R]) gather() func() error {
	b := e.now()
	if b == e.kept {
		return nil
	}
	e.sent = b
	return func() error { return e.w.save(&e.sent) }
}

// settle is told by the keeper what became of what was typed.
func (e *editor[R]) settle(saved bool, err error) {
	if saved {
		e.kept, e.other = e.sent, nil
	}
	if err == nil {
		e.savedAt = e.desk.Now()
	}
	e.trouble = err
	e.faults(err)
	if e.left {
		return
	}
	if stale(err) {
		e.meet()
	} else if e.heard {
		e.heard = false
		e.meet()
	}
	e.again()
}

// again shows what may have changed around the texts.
func (e *editor[R]) again() {
	e.w.around(e.kept)
	if a := e.about(); a != e.top {
		e.showHead()
	} else {
		e.showSaved()
	}
	e.check()
	e.preview.Typed()
}

// Changed implements page.Page.
func (e *editor[R]) Changed([]registry.Change) {
	if e.scroll == nil {
		return
	}
	if e.keep.busy { // our own change, most often
		e.heard = true
		return
	}
	e.meet()
	e.again()
}

// Leave implements page.Leaver: what is typed is kept first. Nobody is held back, but nothing is dropped unasked.
func (e *editor[R]) Leave(leave func()) {
	if e.scroll == nil {
		leave()
		return
	}
	away := func() {
		e.left = true
		e.preview.Stop()
		e.keep.forget()
		leave()
	}
	e.keep.flush(func(err error) {
		text := ""
		switch {
		case err != nil:
			text = fr.Error(err) + " Votre dernier texte serait perdu."
		case e.unread():
			text = "La date écrite n’est pas lisible\u00a0: elle ne sera pas gardée. Le reste est enregistré."
		default:
			away()
			return
		}
		kit.Ask(e.desk.Window.Canvas(), kit.Question{
			Title: "Quitter sans tout enregistrer\u00a0?", Text: text, Verb: "Quitter le bilan", Safe: "Rester sur le bilan",
			Danger: err != nil, Do: away,
		})
	})
}

// unread reports that a field holds what makes no value.
func (e *editor[R]) unread() bool {
	for _, in := range e.form.inputs {
		if in.unread() {
			return true
		}
	}
	return false
}
