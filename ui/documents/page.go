// Package documents is the page « Documents »: every paper the team can print, shelf after shelf.
package documents

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
	"mercredi/ui/task"
)

// Page is the page « Documents ».
type Page struct {
	desk    page.Desk
	all     []printing.Fitting
	query   string
	reading task.Latest

	content, head, body *fyne.Container
	search              *kit.SearchBox
	shown               []row // in the order of the page
}

// New makes the page.
func New(d page.Desk, _ page.Route) page.Page {
	p := &Page{desk: d, head: kit.Holder(kit.Gap(1)), body: kit.VBox(look.Cards)}
	p.search = kit.NewSearchBox("Chercher un document", "Ctrl F", func(text string) {
		p.query = text
		p.fill()
	})
	p.search.OnEnter = p.openFirst
	p.content = kit.Page(p.head, p.body)
	p.read()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.read() }

// Find implements page.Finder.
func (p *Page) Find() { p.desk.Window.Canvas().Focus(p.search.Keyboard()) }

// Arrive implements page.Focuser.
func (p *Page) Arrive() { p.Find() }

// Print implements page.Printer: any document.
func (p *Page) Print() { printing.Show(p.desk, printing.Ask{}) }

// read asks what can be made of the file as it is.
func (p *Page) read() {
	r := p.desk.Registry
	task.RunLatest(p.desk.Tasks, &p.reading, func(context.Context) ([]printing.Fitting, error) {
		return printing.Fittings(r, catalogue.Subject{}), nil
	}, func(all []printing.Fitting, err error) {
		if err != nil {
			p.desk.Window.Fail(err)
			return
		}
		p.all = all
		kit.KeepFocus(p.content, p.fill)
	})
}

func (p *Page) openFirst() {
	for _, r := range p.shown {
		if r.reason == "" {
			p.open(r)
			return
		}
	}
}

func (p *Page) open(r row) { printing.Show(p.desk, printing.Ask{Key: r.key}) }

// fill shows the shelves that the search finds.
func (p *Page) fill() {
	p.shown = rows(p.all, p.query)
	kit.Replace(p.head, kit.Header(kit.PageHeader{Title: "Documents", Sub: summary(p.all), Actions: []fyne.CanvasObject{
		kit.Sized(280, look.Control, p.search),
		kit.NewButton("Imprimer…", "printer", kit.Primary, p.Print),
	}}))
	var shelves []fyne.CanvasObject
	var box *fyne.Container
	for i, r := range p.shown {
		if i == 0 || r.shelf != p.shown[i-1].shelf {
			box = kit.VBox(0)
			shelves = append(shelves, kit.Card(r.shelf, nil, box))
		}
		box.Add(p.row(r, len(box.Objects) == 0))
	}
	if len(shelves) == 0 {
		shelves = []fyne.CanvasObject{kit.Panel(kit.EmptyState("search-x", "Aucun document ne porte ce nom.",
			"Cherchez un autre mot\u00a0: bilan, convention, affiche…"))}
	}
	kit.Replace(p.body, shelves...)
	kit.Relayout(p.content)
}

// row is one document: a button as a whole.
func (p *Page) row(r row, first bool) fyne.CanvasObject {
	tone, ink := look.Info, look.Detail
	if r.reason != "" {
		tone = look.Neutral
	}
	words := kit.VBox(2, kit.Text(r.title, look.BodyBold), kit.Text(r.purpose, ink))
	body := kit.HBox(look.Gap, kit.Tile(r.icon, tone, 34), kit.Grow(words), kit.Text(r.count, look.Caption))
	if r.reason == "" {
		return kit.NewRowButton(r.title, first, kit.HBox(look.Gap, kit.Grow(body), kit.Icon("chevron-right", look.Neutral, look.IconMid)),
			func() { p.open(r) })
	}
	return kit.NewRowButton(r.title+"\u00a0: "+r.reason, first, body, func() { p.desk.Window.Toast(r.reason, nil) })
}
