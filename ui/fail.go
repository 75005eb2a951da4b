package ui

import (
	"context"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// Fail implements page.Window.
func (w *window) Fail(err error) {
	if registry.Stopped(err) && w.registry != nil {
		w.failStopped(err)
		return
	}
	kit.ShowSheet(w.window.Canvas(), kit.Sheet{
		Title: "Cela n’a pas pu se faire", Body: kit.Paragraph(fr.Error(err), look.Body), Safe: "Fermer", Width: 460,
	})
}

// failStopped is for a file that takes no more writing: it can be closed and opened again under the page, which keeps
// what was typed.
func (w *window) failStopped(err error) {
	kit.ShowSheet(w.window.Canvas(), kit.Sheet{
		Title: "Rien ne s’enregistre plus", Safe: "Fermer", Verb: "Rouvrir le fichier", Width: 460,
		Body: kit.VBox(look.Gap, kit.Paragraph(fr.Error(err), look.Body),
			kit.Paragraph("Mercredi peut aussi rouvrir le fichier d’ici. Ce que vous venez de taper reste à l’écran.", look.Body)),
		Do: func() bool {
			w.reopen()
			return true
		},
	})
}

// reopen opens the file again beside the window, and says so.
func (w *window) reopen() {
	r := w.registry
	task.Run(w.tasks, func(context.Context) (struct{}, error) { return struct{}{}, r.Recover() }, func(_ struct{}, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.Toast("Le fichier est rouvert. Enregistrez de nouveau ce que vous venez de taper.", nil)
	})
}
