package planner

import (
	"mercredi/ui/kit"
	"mercredi/ui/page/wednesdays"
)

// newPrintButton makes the button whose menu is what can be printed of the day and of its year.
func (p *Page) newPrintButton() *kit.Button {
	b := kit.NewButton("Imprimer", "printer", kit.Secondary, nil)
	b.OnTapped = func() { kit.ShowMenu(b, wednesdays.Menu(p.desk, p.day)) }
	return b
}

// Print implements page.Printer.
func (p *Page) Print() { p.papers.Tapped(nil) }
