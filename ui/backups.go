package ui

import (
	"cmp"
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/safety"
	"mercredi/ui/task"
)

// watchOver begins to look after the backups of the file that was opened.
func (w *window) watchOver() {
	w.watch = safety.NewWatch(safety.WatchWorld{
		Tasks: w.background, Registry: w.registry, Now: w.world.Now,
		State: func(words string, tone look.ToneName) { w.rail.SetState(words, stateIcon(tone), tone) },
		Failed: func(sentence string) {
			w.layer.Offer(sentence, "Voir", func() { w.visit(page.Route{Page: page.Backups}) })
		},
	})
	w.watch.Start()
}

func stateIcon(tone look.ToneName) string {
	switch tone {
	case look.Warning:
		return "circle-alert"
	case look.Alarm:
		return "triangle-alert"
	}
	return "circle-check"
}

// closing is what a click on the cross does: a last backup, then the end.
func (w *window) closing() {
	if w.watch == nil {
		w.window.Close()
		return
	}
	w.watch.Leave(w.window.Canvas(), w.window.Close)
}

// BackUp implements page.Keeping.
func (w *window) BackUp(show task.Progress, done func([]registry.BackupOutcome, error)) (cancel func()) {
	return w.watch.BackUp(show, done)
}

// Restore implements page.Keeping, and what the threshold offers when the file is not open.
func (w *window) Restore(backup string) {
	x := safety.World{
		Tasks: w.background, Canvas: w.window.Canvas, Registry: w.registryWorld(), Now: w.world.Now,
		Folder: w.folder, Places: w.prefs.places(), ChooseFolder: w.papers.ChooseFolder,
		Close: func() {}, Done: w.restored,
	}
	if w.registry != nil {
		if w.watch.Running() {
			w.Toast("Une sauvegarde est en cours. Restaurez quand elle sera finie.", nil)
			return
		}
		x.Places, x.Slot = w.registry.Safety().Places, w.registry.Keyholder().Slot
		x.State, _ = w.registry.State()
		x.Close = func() {
			w.forget()
			w.showLocked()
		}
	}
	safety.NewRestore(x).Show(backup)
}

// restored says how a restore ended, at the threshold.
func (w *window) restored(file registry.BackupFile, kept string, err error) {
	w.showLocked() // whoever can open the file may be others now
	if err != nil {
		w.Fail(err)
		return
	}
	text := "Ouvrez Mercredi avec votre mot de passe."
	if kept != "" {
		text += fmt.Sprintf(" Le fichier d’avant est gardé à côté, sous le nom %s.", fr.Quote(kept))
	}
	kit.Ask(w.window.Canvas(), kit.Question{
		Title: "La sauvegarde du " + fr.DateLong(data.DateOf(file.At)) + " est restaurée", Text: text, Safe: "Continuer",
	})
}

// journaled notes each document in the journal just before it is written: what cannot be noted is not printed.
type journaled struct {
	page.Papers
	registry *registry.Registry
}

// Print implements page.Papers.
func (j journaled) Print(p page.Paper) { j.Papers.Print(j.noted(p)) }

// PrintAll implements page.Papers.
func (j journaled) PrintAll(folder string, papers []page.Paper) {
	for i := range papers {
		papers[i] = j.noted(papers[i])
	}
	j.Papers.PrintAll(folder, papers)
}

// Deliver implements page.Papers. A letter takes documents out of the office: the journal calls them exported.
func (j journaled) Deliver(d page.Delivery) {
	papers := make([]page.Paper, len(d.Papers))
	for i, p := range d.Papers {
		if d.Way == page.WayMail {
			p.Act = cmp.Or(p.Act, journal.Exported)
		}
		papers[i] = j.noted(p)
	}
	d.Papers = papers
	j.Papers.Deliver(d)
}

func (j journaled) noted(p page.Paper) page.Paper {
	render := p.Render
	p.Render = func(out io.Writer) error {
		if err := j.registry.Printed(cmp.Or(p.Act, journal.Printed), p.What, p.Children...); err != nil {
			return fmt.Errorf("noting a document in the journal: %w", err)
		}
		return render(out)
	}
	return p
}
