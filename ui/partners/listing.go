package partners

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/export/catalogue"
	"mercredi/export/sheet"
	"mercredi/ui/kit"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/printing"
)

// listing is the list as it leaves the window: what its lines and the sheet of a structure say of how to reach it.
func (p *Page) listing() listing.List[entry] {
	text := func(title string, of func(entry) string) listing.Column[entry] {
		return listing.Column[entry]{Title: title, Cell: func(e entry) sheet.Cell { return sheet.Text(of(e)) }}
	}
	return listing.List[entry]{Name: "Partenaires", Rows: p.kept, Columns: []listing.Column[entry]{
		text("Structure", func(e entry) string { return e.Name }),
		text("Type", func(e entry) string { return fr.PartnerKind(e.Kind) }),
		text("Pour qui", func(e entry) string { return public(e.Public, e.MinAge, e.MaxAge) }),
		text("Accès", func(e entry) string { return e.Access }),
		text("Orientation par l’équipe", func(e entry) string { return fr.Capital(fr.DirectlyShort(e.Direct)) }),
		text("Ville", func(e entry) string { return e.Town }),
		text("Téléphone", func(e entry) string { return fr.Phone(e.Phone) }),
		{Title: "Vérifiée le", Cell: func(e entry) sheet.Cell { return sheet.Day(e.CheckedOn) }},
	}}
}

// directory is the button that prints every structure, in one paper.
func (p *Page) directory() fyne.CanvasObject {
	return kit.NewButton("Imprimer l’annuaire", "printer", kit.Secondary, func() {
		if d, ok := catalogue.Find("annuaire"); ok {
			printing.Show(p.desk, printing.Ask{Documents: []catalogue.Document{d}})
		}
	})
}
