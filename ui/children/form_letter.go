package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/sheet"
)

// letterKinds are the letters to a family, in the order of registry.LetterKind.
var letterKinds = []string{"Une rencontre", "La prochaine séance", "Lire un bilan ensemble"}

// papersCard is what a family signs and receives, and what the commission reads.
func (p *File) papersCard() fyne.CanvasObject {
	button := func(label, key string, with ...catalogue.Key) fyne.CanvasObject {
		return kit.NewSmall(label, "printer", kit.Secondary, func() {
			printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Child: p.id}, Key: key, With: with})
		})
	}
	return kit.Card("Papiers pour la famille et la commission", nil, kit.RowWrap(look.Tight,
		button("Accords de la famille", "accords", catalogue.FollowUp, catalogue.ShareSchool),
		button("Droit à l’image", "droit-image"), button("Autorisation de sortie", "autorisation-sortie"), button("Saisine", "saisine"),
		kit.NewSmall("Écrire une invitation", "pencil", kit.Secondary, p.writeLetter)))
}

// writeLetter asks what an invitation says. What is left empty is found in the file, or left to be written by hand.
func (p *File) writeLetter() {
	kind := kit.NewSelectField("Pour", letterKinds, 0)
	on, start := kit.NewDateField("Date", p.desk.Today()), kit.NewTimeField("Heure", "")
	place, with := shortField("Lieu", ""), shortField("Avec qui", "")
	f := sheet.New(p.desk)
	for _, in := range []kit.Input{kind, on, start, place, with} {
		f.Add(in)
	}
	f.Show(sheet.Parts{
		Title: "Écrire une invitation", Verb: "Imprimer la lettre", Width: 560, Anyone: true,
		Body: kit.VBox(look.Gap, kit.Paragraph("Ce que vous laissez vide est repris du dossier, ou reste à écrire à la main.", look.Body.As(look.Ink2)),
			kind, kit.Grid(2, look.Gap, on, start), place, with),
		Save: func() (func() error, func()) {
			l := registry.Letter{
				Kind: registry.LetterKind(max(0, kind.Chosen())), On: on.Value(), Start: start.Value(), Place: place.Text(), With: with.Text(),
			}
			return func() error { return nil }, func() { p.printLetter(l) }
		},
	})
}

func (p *File) printLetter(l registry.Letter) {
	paper, err := catalogue.Letter(p.desk.Registry, p.desk.Meta(), p.id, l)
	printing.Keep(p.desk, "Invitation", paper, err)
}
