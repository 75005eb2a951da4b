package parting

import (
	"context"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Anonymise shows the figures that would be left of a child, asks, and keeps them alone. gone, which may be nil, is
// called once the file is no more.
func Anonymise(d page.Desk, c Child, gone func()) {
	task.Run(d.Tasks, func(context.Context) ([]data.Figure, error) {
		return d.Registry.PreviewAnonymisation(c.ID)
	}, func(figures []data.Figure, err error) {
		if err != nil {
			d.Window.Fail(err)
			return
		}
		askToAnonymise(d, c, figures, gone)
	})
}

func askToAnonymise(d page.Desk, c Child, figures []data.Figure, gone func()) {
	e := newEnding(d, c)
	rows := kit.VBox(0)
	for i, f := range figures {
		workshop, _ := d.Registry.Workshops.Get(f.WorkshopID)
		title, detail := figureLine(f, workshop.Name)
		rows.Add(kit.EventRow(kit.Event{Icon: "chart-column", Tone: look.Neutral, Title: title, Detail: detail, First: i == 0}))
	}
	if len(figures) == 0 {
		rows.Add(kit.Paragraph("Rien\u00a0: ni place ni parcours n’est daté. Autant effacer le dossier.", look.Body.As(look.Ink2)))
	}
	body := kit.VBox(look.Tight,
		kit.Notice(look.Alarm, "Le dossier disparaît, définitivement.",
			"Nom, naissance, école, textes, notes et bilans sont détruits. Seuls ces chiffres restent, sans rien qui les relie.", nil),
		kit.Section("Ce qui reste"), rows)
	e.show(endingWords{
		title: "Rendre anonyme le dossier " + fr.De(c.short()) + "\u00a0?", verb: "Rendre anonyme pour toujours",
		doing: "Le dossier est rendu anonyme.", while: "Le fichier est réécrit sans lui, cela peut prendre une minute. Laissez Mercredi ouvert.",
	}, body, func(string) error { return d.Registry.AnonymiseChild(c.ID) }, func() {
		if gone != nil {
			gone()
		}
		d.Window.Toast("Le dossier est anonyme. Ses chiffres restent dans ceux des années passées.", nil)
	})
}
