package bilans

import (
	"io"

	"mercredi/data/fr"
	"mercredi/ui/kit"
)

// askFinal keeps what is typed, then asks.
func (e *editor[R]) askFinal() {
	e.keep.flush(func(err error) {
		if err != nil || len(e.w.gaps(e.kept)) > 0 {
			e.check() // the notice says why
			return
		}
		kit.Ask(e.desk.Window.Canvas(), kit.Question{
			Title: "Finaliser " + e.about().the + "\u00a0?",
			Text:  "Relisez l’aperçu\u00a0: le bilan ne se modifiera plus, sauf à le rouvrir.",
			Verb:  "Finaliser", Safe: "Revenir au bilan", Do: e.makeFinal,
		})
	})
}

func (e *editor[R]) makeFinal() {
	b := e.kept
	e.desk.Do(func() error { return e.w.finalize(b) }, func() {
		e.refresh()
		e.desk.Window.Toast(fr.Capital(e.about().the)+" est finalisé.", e.reopen)
	})
}

func (e *editor[R]) askReopen() {
	kit.Ask(e.desk.Window.Canvas(), kit.Question{
		Title: "Rouvrir " + e.about().the + "\u00a0?",
		Text:  "Il redevient un brouillon que l’équipe peut modifier. Les exemplaires déjà imprimés ne changent pas.",
		Verb:  "Rouvrir", Safe: "Le laisser finalisé", Do: e.reopen,
	})
}

func (e *editor[R]) reopen() {
	b := e.kept
	e.desk.Do(func() error { return e.w.reopen(b) }, e.refresh)
}

// refresh shows what is kept now.
func (e *editor[R]) refresh() {
	if !e.left {
		e.Changed(nil)
	}
}

// paper writes the document as it stands on screen.
func (e *editor[R]) paper() func(io.Writer) error { return e.w.paper(e.now()) }
