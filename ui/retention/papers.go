package retention

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// papers are the documents for the « délégué à la protection des données », filled with what the file knows.
func (p *Page) papers() []kit.MenuItem {
	reason := ""
	if access := p.desk.Registry.Keyholder().Access; !access.MaySeeChildren() {
		reason = "Réservé à l’équipe"
	}
	return []kit.MenuItem{
		{Icon: "file-text", Title: "Fiche de registre", Detail: "RGPD, article 30, à compléter", Reason: reason, Do: p.printRecord},
		{Icon: "scale", Title: "Aide à l’analyse d’impact", Detail: "Risques et mesures, à compléter", Reason: reason, Do: p.printImpact},
	}
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
