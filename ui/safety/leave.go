package safety

import (
	"fmt"

	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// Leave makes the last backup, then closes. The person may close without waiting, by the button or by closing the window
// again; without a place nothing happens.
func (w *Watch) Leave(c fyne.Canvas, closing func()) {
	if w.leaving || len(w.world.Registry.Safety().Places) == 0 {
		closing()
		return
	}
	w.leaving = true
	cancel := func() {}
	p := newProgress(c, "Fermer sans attendre", func() {
		cancel()
		closing()
	})
	cancel = w.BackUp(p.show, func(all []registry.BackupOutcome, err error) {
		p.close()
		if err == nil && wellEnough(all) {
			closing()
			return
		}
		kit.Ask(c, kit.Question{
			Title: "La sauvegarde n’a pas pu se faire", Text: failureWords(all, err) + " Ce que vous avez saisi est enregistré.",
			Verb: "Fermer Mercredi", Safe: "Rester", Do: closing, OnSafe: func() { w.leaving = false },
		})
	})
}

// wellEnough reports whether a backup nobody looks at needs no word: it was verified everywhere, or in one place while
// the others are not plugged in.
func wellEnough(all []registry.BackupOutcome) bool {
	_, well := outcomeWords(all)
	return well || allMissing(all)
}

// failureWords says in a sentence or two why a backup is not well.
func failureWords(all []registry.BackupOutcome, err error) string {
	if err != nil {
		return "La sauvegarde n’a pas pu se faire. " + fr.Error(err)
	}
	for _, o := range all {
		if o.Err != nil {
			return fmt.Sprintf("La sauvegarde n’a pas pu se faire dans %s. %s", fr.Quote(placeName(o.Place)), fr.Error(o.Err))
		}
	}
	return "La sauvegarde n’a pas pu se faire."
}

// progress shows how far a backup is.
type progress struct {
	dialog *kit.Dialog
	count  *kit.Label
	bar    *fyne.Container
}

// newProgress opens it; stop are the words of its one button.
func newProgress(c fyne.Canvas, stop string, leave func()) *progress {
	p := &progress{count: kit.Text("Écriture, puis relecture complète…", look.Body.As(look.Ink2)), bar: kit.Holder(kit.Gap(1))}
	p.dialog = kit.ShowSheet(c, kit.Sheet{
		Title: "Sauvegarde en cours…", Safe: stop, Width: 440,
		Body: kit.VBox(look.Tight, p.count, p.bar),
		OnSafe: func() bool {
			leave()
			return true
		},
	})
	return p
}

// show implements task.Progress: places done, of all.
func (p *progress) show(done, total int) {
	if total < 2 {
		return // one place has no half-way
	}
	p.count.SetText(fmt.Sprintf("Emplacement %s sur %s\u00a0: écriture, puis relecture complète…", fr.Number(min(done+1, total)), fr.Number(total)))
	kit.Replace(p.bar, kit.Bar(float64(done)/float64(total), look.Info, 1))
	kit.Relayout(p.bar)
}

func (p *progress) close() { p.dialog.Close() }
