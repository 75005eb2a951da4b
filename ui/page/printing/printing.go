// Package printing prints a document of the catalogue from any page.
package printing

import (
	"strings"

	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// Print makes a document of the catalogue and asks where to keep it. What has to be known before it leaves is asked first.
func Print(d page.Desk, key string, s catalogue.Subject, with ...catalogue.Key) {
	document, ok := catalogue.Find(key)
	if !ok {
		d.Window.Fail(registry.ErrGone)
		return
	}
	paper, err := document.Make(d.Registry, d.Meta(), s, with)
	if err != nil {
		d.Window.Fail(err)
		return
	}
	write := func() {
		d.Papers.Print(page.Paper{
			Name: export.SafeName(strings.TrimSpace(document.Title+" "+paper.Reference) + ".pdf"), What: document.Title,
			Children: paper.Children, Render: paper.Write,
		})
	}
	if len(paper.Warnings) == 0 {
		write()
		return
	}
	kit.Ask(d.Window.Canvas(), kit.Question{
		Title: "Imprimer quand même\u00a0?", Text: strings.Join(paper.Warnings, " "), Verb: "Imprimer", Safe: "Annuler", Do: write,
	})
}
