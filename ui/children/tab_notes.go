package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// newsFilters are the chips above the observations.
var newsFilters = []struct {
	label string
	keep  func(registry.News) bool
}{
	{"Tout", func(registry.News) bool { return true }},
	{"Séances", func(n registry.News) bool { return n.Kind == registry.NewsObservation }},
	{"Notes de l’équipe", func(n registry.News) bool { return n.Kind == registry.NewsNote && !n.Private }},
	{"Mes notes privées", func(n registry.News) bool { return n.Kind == registry.NewsNote && n.Private }},
	{"Bilans", func(n registry.News) bool { return n.Kind == registry.NewsBilan }},
}

// notesTab is everything that was written, latest first.
func (p *File) notesTab() fyne.CanvasObject {
	labels, counts := make([]string, len(newsFilters)), make([]int, len(newsFilters))
	rows := kit.VBox(0)
	for i, x := range newsFilters {
		labels[i] = x.label
		for _, n := range p.file.News {
			if x.keep(n) {
				counts[i]++
			}
		}
	}
	for _, n := range p.file.News {
		if newsFilters[p.notes].keep(n) {
			rows.Add(p.newsRow(n, len(rows.Objects) == 0, false))
		}
	}
	chips := kit.NewChipRow(labels, func(i int) {
		p.notes = i
		kit.KeepFocus(p.content, p.showTab)
	})
	chips.Select(p.notes)
	chips.SetCounts(counts...)
	write := kit.NewButton("Écrire une note", "pencil", kit.Secondary, p.writeNote)
	body := fyne.CanvasObject(kit.Panel(rows))
	if len(rows.Objects) == 0 {
		body = kit.Panel(kit.EmptyState("file-text", "Rien d’écrit ici pour l’instant",
			"Les observations des séances et les notes de l’équipe se lisent ici."))
	}
	return kit.VBox(look.Wide, kit.Spread(chips, write), body)
}

// evaluationsTab is what was read of the child’s skills, a table for each cycle.
func (p *File) evaluationsTab() fyne.CanvasObject {
	box := kit.VBox(look.Wide)
	for _, e := range p.file.Evaluations {
		heads, lines := evaluationTable(e)
		if len(heads) == 0 {
			continue
		}
		var rows []kit.WordRow
		for _, l := range lines {
			rows = append(rows, kit.WordRow{Title: l.title, Cells: l.words})
		}
		body := kit.VBox(look.Tight, kit.Text(fr.Join(e.Rubric, fr.Numbered(fr.Lower(e.Group.Cycle))), look.Detail), kit.WordTable(heads, rows))
		for _, c := range e.Comments {
			body.Add(kit.EventRow(kit.Event{When: fr.DateShort(c.On), Icon: "messages-square", Tone: look.Neutral,
				Title: viewpointHead(c.Moment, c.Viewpoint), Detail: c.Text}))
		}
		box.Add(kit.Card(groupTitle(e.Group), nil, body, kit.NewSmall("Ouvrir le groupe", "shapes", kit.Secondary, func() { p.openGroup(e.Group) })))
	}
	if len(box.Objects) == 0 {
		return kit.Panel(kit.EmptyState("clipboard-list", "Aucune évaluation pour l’instant",
			"Elles se remplissent dans le groupe de l’enfant, au début, à mi-cycle et à la fin."))
	}
	return box
}
