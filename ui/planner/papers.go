package planner

import (
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/wednesdays"
)

// newPrintButton makes the button whose menu is what can be printed of the day and of its year.
func (p *Page) newPrintButton() *kit.Button {
	b := kit.NewButton("Imprimer", "printer", kit.Secondary, nil)
	b.OnTapped = func() { kit.ShowMenu(b, append([]kit.MenuItem{p.anyPaper()}, wednesdays.Menu(p.desk, p.day)...)) }
	return b
}

// anyPaper opens the sheet on any document of the day.
func (p *Page) anyPaper() kit.MenuItem {
	return kit.MenuItem{Icon: "printer", Title: "Imprimer…", Detail: "Tous les documents du jour", Do: func() {
		printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Day: p.day}})
	}}
}

// Print implements page.Printer.
func (p *Page) Print() { p.papers.Tapped(nil) }
