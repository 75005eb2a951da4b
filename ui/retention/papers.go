package retention

import (
	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/printing"
)

// papers are the documents for the « délégué à la protection des données », filled with what the file knows.
func (p *Page) papers() []kit.MenuItem {
	reason := ""
	if access := p.desk.Registry.Keyholder().Access; !access.MaySeeChildren() {
		reason = "Réservé à l’équipe"
	}
	items := listing.Items(p.desk, listing.List[registry.RetentionRow]{
		Name: "Conservation", Columns: listing.Of(p.table, cells), Rows: p.table.Rows,
		Child: func(r registry.RetentionRow) data.ID[data.Child] { return r.ChildID },
	})
	items[0].Line = true
	return append([]kit.MenuItem{
		{Icon: "file-text", Title: "Fiche de registre", Detail: "RGPD, article 30, à compléter", Reason: reason, Do: func() { p.show("registre") }},
		{Icon: "scale", Title: "Aide à l’analyse d’impact", Detail: "Risques et mesures, à compléter", Reason: reason, Do: func() { p.show("analyse-impact") }},
	}, items...)
}

// cells are the columns of the review that are more than their words in a spreadsheet.
var cells = listing.Cells[registry.RetentionRow]{
	"echeance": func(r registry.RetentionRow) sheet.Cell {
		if r.Last.On.IsZero() {
			return sheet.Cell{}
		}
		return sheet.Day(r.Due)
	},
	"etat": func(r registry.RetentionRow) sheet.Cell {
		words, _, _ := stateWords(r)
		return sheet.Text(words)
	},
}

// show opens the sheet on one document of the whole file.
func (p *Page) show(key string) {
	if d, ok := catalogue.Find(key); ok {
		printing.Show(p.desk, printing.Ask{Documents: []catalogue.Document{d}})
	}
}
