package children

import (
	"io"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
)

// verbWidth keeps the verbs below one another.
const verbWidth = 92

// documentsTab is the bilans of the child: to write, drafts, final.
func (p *File) documentsTab() fyne.CanvasObject {
	all := documents(p.file)
	if len(all) == 0 {
		return kit.VBox(look.Wide, kit.Panel(kit.EmptyState("files", "Aucun document pour l’instant",
			"Les bilans de l’enfant viendront ici, à partir de son premier atelier.", p.anyPaper())), p.papersCard())
	}
	rows := kit.VBox(0)
	for i, d := range all {
		rows.Add(p.documentRow(d, i == 0))
	}
	return kit.VBox(look.Wide, kit.Card("Bilans", nil, rows), p.papersCard(), kit.HBox(0, p.anyPaper()))
}

// anyPaper opens the sheet on any document about the child; the buttons of the rows write their file in one click.
func (p *File) anyPaper() *kit.Button {
	return kit.NewButton("Imprimer un autre document", "printer", kit.Secondary, p.Print)
}

func (p *File) documentRow(d document, first bool) fyne.CanvasObject {
	tone := look.ToneName(d.Group.Workshop.Discipline)
	words := kit.VBox(2, kit.Text(d.title(), look.BodyBold), kit.Text(d.detail(), look.Detail))
	row := kit.HBox(look.Gap, kit.Tile(look.DisciplineIcon(string(d.Group.Workshop.Discipline)), tone, 34), kit.Grow(words),
		kit.Sized(badgeWidth, look.BadgeHeight, documentBadge(d)))
	verb := map[registry.BilanStep]string{registry.BilanToWrite: "Écrire", registry.BilanStarted: "Continuer", registry.BilanDone: "Lire"}[d.step]
	if d.step != registry.BilanToWrite {
		row.Add(kit.NewSmall("Imprimer", "printer", kit.Secondary, func() { p.printBilan(d) }))
	}
	row.Add(kit.Sized(verbWidth, look.ControlSmall, kit.NewSmall(verb, "", kit.Secondary, func() { p.openBilan(d.CycleID, d.Moment) })))
	box := kit.VBox(0)
	if !first {
		box.Add(kit.Separator())
	}
	box.Add(kit.PadXY(0, look.Tight, row))
	return box
}

func documentBadge(d document) fyne.CanvasObject {
	switch {
	case d.step == registry.BilanDone:
		return kit.Badge("Finalisé", "lock", look.Good)
	case d.late > 0:
		return kit.Badge("En retard", "circle-alert", look.Alarm)
	case d.step == registry.BilanStarted:
		return kit.Badge("Brouillon", "pencil", look.Info)
	}
	return kit.Badge("À écrire", "clock", look.Warning)
}

// printBilan makes the paper of a bilan that is kept.
func (p *File) printBilan(d document) {
	b, ok := p.desk.Registry.Bilans.Get(d.ID)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	view, ok := p.desk.Registry.BilanView(b)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	name := export.SafeName(fr.Capital(fr.BilanMoment(d.Moment)) + " " + fr.FullName(p.file.Child.First, p.file.Child.Last) + ".pdf")
	meta := p.desk.Meta()
	p.desk.Papers.Print(page.Paper{
		Name: name, What: "Bilan", Children: []data.ID[data.Child]{p.id},
		Render: func(w io.Writer) error { return export.Bilan(w, meta, view) },
	})
}

// Print implements page.Printer: any document about the child.
func (p *File) Print() {
	printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Child: p.id}})
}
