package retention

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
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
		{Icon: "file-text", Title: "Fiche de registre", Detail: "RGPD, article 30, à compléter", Reason: reason, Do: p.printRecord},
		{Icon: "scale", Title: "Aide à l’analyse d’impact", Detail: "Risques et mesures, à compléter", Reason: reason, Do: p.printImpact},
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

func (p *Page) printRecord() {
	meta, v := p.desk.Meta(), p.desk.Registry.ProcessingRecord(func(s data.ConsentScope) string { return recipients[s] })
	p.desk.Papers.Print(page.Paper{
		Name: export.SafeName("Fiche de registre " + fr.DateLong(v.On) + ".pdf"), What: "Fiche de registre",
		Render: func(w io.Writer) error { return export.ProcessingRecord(w, meta, v) },
	})
}

func (p *Page) printImpact() {
	meta, v := p.desk.Meta(), p.desk.Registry.ImpactAid()
	p.desk.Papers.Print(page.Paper{
		Name: export.SafeName("Aide à l’analyse d’impact " + fr.DateLong(v.On) + ".pdf"), What: "Aide à l’analyse d’impact",
		Render: func(w io.Writer) error { return export.ImpactAid(w, meta, v) },
	})
}

// recipients are with whom families agree to share, by kind.
var recipients = map[data.ConsentScope]string{
	data.ConsentShareSchool: "l’école de l’enfant", data.ConsentSharePartner: "les structures nommées dans l’accord de la famille",
}
