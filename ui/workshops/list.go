// Package workshops is the page « Ateliers », where the templates and their cycles are, and the four steps that open a
// cycle.
package workshops

import (
	"cmp"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// List is the page of the workshops and their cycles.
type List struct {
	desk     page.Desk
	year     int
	open     map[data.ID[data.Workshop]]bool // finished cycles are shown
	archived bool                            // archived workshops are shown
	content  *fyne.Container
	head     *fyne.Container
	cards    *fyne.Container
}

// NewList makes the page.
func NewList(d page.Desk, _ page.Route) page.Page {
	p := &List{desk: d, open: map[data.ID[data.Workshop]]bool{}}
	p.year = cmp.Or(d.Registry.Settings().SchoolYear, int(calendar.SchoolYearOf(d.Today())))
	p.head, p.cards = kit.Holder(kit.Gap(1)), kit.VBox(look.Cards)
	p.content = kit.Page(p.head, p.cards)
	p.fill()
	return p
}

// Content implements page.Page.
func (p *List) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page: everything is read again, at the same place.
func (p *List) Changed([]registry.Change) { p.refill() }

// refill shows the page anew without moving it.
func (p *List) refill() {
	y := kit.ScrollOffset(p.content)
	kit.KeepFocus(p.content, p.fill)
	kit.Relayout(p.content)
	kit.SetScrollOffset(p.content, y)
}

func (p *List) fill() {
	r := p.desk.Registry
	cards := listing{today: p.desk.Today(), low: r.Settings().LowRegularity}.cards(r.WorkshopRows(p.year))
	kit.Replace(p.head, p.header(cards))
	var shown []fyne.CanvasObject
	if len(cards) == 0 {
		shown = append(shown, kit.Panel(kit.EmptyState("shapes", "Aucun atelier pour l’instant.",
			"Décrivez un premier atelier, puis ouvrez un cycle avec ses groupes.",
			kit.NewButton("Ajouter un atelier", "plus", kit.Primary, p.add))))
	} else if len(r.CycleRows(0)) == 0 {
		shown = append(shown, kit.Notice(look.Info, "Vos ateliers sont prêts.",
			"Relisez une fiche si vous le souhaitez, puis ouvrez un premier cycle\u00a0: dates, groupes et enfants.", nil))
	}
	for _, c := range cards {
		shown = append(shown, p.card(c))
	}
	if o := p.archives(); o != nil {
		shown = append(shown, o)
	}
	kit.Replace(p.cards, shown...)
}

func (p *List) header(cards []card) fyne.CanvasObject {
	choose := kit.NewMenuButton(calendar.SchoolYear(p.year).String(), "calendar", func() []kit.MenuItem {
		var items []kit.MenuItem
		for _, y := range years(p.desk.Registry.CycleRows(0), p.desk.Today(), p.year) {
			item := kit.MenuItem{Title: "Année " + calendar.SchoolYear(y).String(), Do: func() { p.turn(y) }}
			if y == p.year {
				item.Icon = "check"
			}
			items = append(items, item)
		}
		return items
	})
	head := kit.PageHeader{Title: "Ateliers", Sub: subtitle(cards), Actions: []fyne.CanvasObject{choose}}
	if len(cards) > 0 { // without any, the empty list has the button
		head.Actions = append(head.Actions, kit.NewButton("Ajouter un atelier", "plus", kit.Primary, p.add))
	}
	return kit.Header(head)
}

// turn shows another year.
func (p *List) turn(year int) {
	p.year = year
	p.refill()
}

func (p *List) card(c card) fyne.CanvasObject {
	edit := kit.NewButton("Modifier la fiche", "pencil", kit.Secondary, func() { p.edit(c.id) })
	edit.Tip = "Modifier la fiche\u00a0: " + c.name
	begin := kit.NewButton("Ouvrir un cycle", "plus", kit.Secondary, func() {
		p.desk.Window.Go(page.Route{Page: page.OpenCycle, Workshop: c.id})
	})
	begin.Tip = "Ouvrir un cycle\u00a0: " + c.name
	words := kit.VBox(0, kit.Text(c.name, look.CardTitle), kit.Text(c.detail, look.Detail))
	if len(c.running)+len(c.over) == 0 {
		words.Add(kit.Text("Aucun cycle en "+calendar.SchoolYear(p.year).String()+".", look.Detail.As(look.Ink3)))
	}
	body := kit.VBox(look.Tight, kit.HBox(look.Gap, kit.Tile(c.icon, c.tone, 40), kit.Grow(words), edit, begin))
	for _, x := range c.running {
		body.Add(p.cycle(c, x))
	}
	if len(c.over) > 0 {
		body.Add(p.finished(c))
		if p.open[c.id] {
			for _, x := range c.over {
				body.Add(p.cycle(c, x))
			}
		}
	}
	return kit.Panel(body)
}

// finished folds and unfolds the cycles that are over.
func (p *List) finished(c card) fyne.CanvasObject {
	b := kit.NewSmall(fr.Count(len(c.over), "cycle terminé", "cycles terminés"), "", kit.Quiet, func() {
		p.open[c.id] = !p.open[c.id]
		p.refill()
	})
	b.After = "chevron-down"
	if p.open[c.id] {
		b.After = "chevron-up"
	}
	return kit.Flush(b)
}

func (p *List) cycle(c card, x cycle) fyne.CanvasObject {
	rows := kit.VBox(0, kit.PadXY(0, look.Hair, kit.HBox(look.Tight, kit.Text(x.name, look.DetailBold), kit.Text(x.when, look.Detail))))
	for _, g := range x.groups {
		rows.Add(kit.NewRowButton(c.name+", "+x.name+", "+g.name, false, groupLine(g, c.tone), func() {
			p.desk.Window.Go(page.Route{Page: page.Group, Group: g.id})
		}))
	}
	return rows
}

// groupLine is what the row of a group says, in columns that are the same in every card.
func groupLine(g groupRow, tone look.ToneName) fyne.CanvasObject {
	on := look.Detail
	if !g.over {
		on = on.As(look.Ink)
	}
	return kit.Columns(look.Gap,
		kit.Share(3, kit.Text(g.name, look.BodyBold)),
		kit.Share(4, kit.Text(g.hour, look.Detail.As(look.Ink))),
		kit.Share(3, kit.Text(said(g.room, "salle à choisir"), look.Detail)),
		kit.Share(3, kit.Text(said(g.who, "intervenant à choisir"), look.Detail)),
		kit.Fixed(126, places(g, tone)),
		kit.Fixed(154, kit.Text(g.on, on)),
		kit.Fixed(118, regularity(g)))
}

// mostPips is how many places can be told apart as dots.
const mostPips = 8

func places(g groupRow, tone look.ToneName) fyne.CanvasObject {
	number := kit.Text(g.places, look.DetailBold.Tabular())
	if g.capacity > mostPips {
		return kit.HBox(look.Tight, number)
	}
	return kit.HBox(look.Tight, kit.Pips(g.enrolled, g.capacity, tone), number)
}

func regularity(g groupRow) fyne.CanvasObject {
	if !g.rated {
		return kit.Text(g.unrated, look.Caption)
	}
	tone, st := look.Good, look.DetailBold.Tabular()
	if g.low {
		tone, st = look.Alarm, st.As(look.Danger)
	}
	return kit.HBox(look.Tight, kit.Bar(float64(g.percent)/100, tone, 56), kit.Text(fr.Percent(g.percent), st))
}

func said(s, unsaid string) string {
	if s == "" {
		return unsaid
	}
	return s
}

// archives folds the workshops that are archived, with the way to take them out.
func (p *List) archives() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, w := range p.desk.Registry.Workshops.All() {
		if !w.Archived {
			continue
		}
		rows = append(rows, kit.NewAlertRow(kit.Alert{
			Icon: look.DisciplineIcon(string(w.Discipline)), Tone: look.Neutral, Fact: w.Name, Detail: "archivé",
			Verb: "Sortir des archives", First: len(rows) == 0, Do: func() { p.archive(w.ID, false) },
		}))
	}
	if len(rows) == 0 {
		return nil
	}
	b := kit.NewSmall(fr.Count(len(rows), "atelier archivé", "ateliers archivés"), "", kit.Quiet, func() {
		p.archived = !p.archived
		p.refill()
	})
	b.After = "chevron-down"
	if !p.archived {
		return kit.HBox(0, b)
	}
	b.After = "chevron-up"
	return kit.VBox(look.Tight, kit.HBox(0, b), kit.Panel(kit.VBox(0, rows...)))
}

// archive hides a workshop from what can be opened, or shows it again.
func (p *List) archive(id data.ID[data.Workshop], on bool) {
	w, ok := p.desk.Registry.Workshops.Get(id)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	w.Archived = on
	sentence := w.Name + " sort des archives."
	if on {
		sentence = w.Name + " passe dans les archives. Ses cycles ne changent pas."
	}
	p.desk.Do(func() error { return p.desk.Registry.Workshops.Save(&w) }, func() {
		p.desk.Window.Toast(sentence, func() { p.archive(id, !on) })
	})
}
