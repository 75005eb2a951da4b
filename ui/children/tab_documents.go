package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
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

// anyPaper opens the sheet on any document about the child.
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

// printBilan prints a bilan that is kept.
func (p *File) printBilan(d document) {
	printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Child: p.id, Cycle: d.CycleID, Moment: d.Moment}, Key: "bilan"})
}

// Print implements page.Printer: any document about the child.
func (p *File) Print() {
	printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Child: p.id}})
}
