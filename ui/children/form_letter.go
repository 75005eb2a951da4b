package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/sheet"
)

// The letters to a family, in the order of registry.LetterKind, and their documents.
var (
	letterKinds = []string{"Une rencontre", "La prochaine séance", "Lire un bilan ensemble"}
	letterKeys  = []string{"invitation", "invitation-seance", "invitation-bilan"}
)

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
		Title: "Écrire une invitation", Verb: "Imprimer la lettre…", Width: 560, Anyone: true,
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

// printLetter opens the sheet on the letter as it was typed.
func (p *File) printLetter(l registry.Letter) {
	d, ok := catalogue.Find(letterKeys[l.Kind])
	if !ok {
		return
	}
	child := p.file.Child
	d.Options = nil
	d.Subjects = func(*registry.Registry) []catalogue.Choice {
		return []catalogue.Choice{{Subject: catalogue.Subject{Child: p.id}, Label: fr.FullName(child.First, child.Last)}}
	}
	d.Make = func(r *registry.Registry, m export.Meta, s catalogue.Subject, _ catalogue.With) (catalogue.Paper, error) {
		return catalogue.Letter(r, m, s.Child, l)
	}
	printing.Show(p.desk, printing.Ask{Documents: []catalogue.Document{d}})
}
