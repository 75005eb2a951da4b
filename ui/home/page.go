// Package home is the first page: what happens on the next day of workshops, and what must be done before.
package home

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Page is the page « Accueil ».
type Page struct {
	desk   page.Desk
	loads  int // answers of older readings are dropped
	groups []data.ID[data.Group]

	content, head, body  *fyne.Container
	dayHead, dayBody     *fyne.Container
	ribbon               *kit.Ribbon
	day                  *kit.Timeline
	watch, enter, bilans *kit.RowsCard
	full, firstSteps     fyne.CanvasObject
}

// New makes the page.
func New(d page.Desk, _ page.Route) page.Page {
	p := &Page{desk: d}
	p.build()
	p.load()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.load() }

func (p *Page) build() {
	p.ribbon = kit.NewRibbon(nil, false, nil)
	p.day = kit.NewTimeline(kit.TimelineParts{From: morning, To: evening})
	p.dayHead, p.dayBody = kit.Holder(kit.Gap(0)), kit.Holder(p.day)
	p.watch, p.enter, p.bilans = kit.NewRowsCard("À surveiller"), kit.NewRowsCard("Présences à saisir"), kit.NewRowsCard("Bilans à rendre")
	card := kit.Panel(kit.VBox(look.Gap, p.dayHead, kit.Grow(p.dayBody)))
	p.full = kit.UpTo(look.Cards, p.wanted, card, kit.Columns(look.Wide,
		kit.Share(1, p.watch), kit.Share(1, p.enter), kit.Share(1, p.bilans)))
	p.firstSteps = p.begin()
	p.head, p.body = kit.Holder(kit.Gap(0)), kit.Holder(p.full)
	p.showHead()
	p.content = kit.Page(p.head, kit.Grow(p.body))
}

// wanted is how much higher the day would be if there were room.
func (p *Page) wanted() float32 {
	if len(p.groups) == 0 {
		return 0
	}
	return p.day.Wanted() - p.day.MinSize().Height
}

func (p *Page) showHead() {
	viewer, _ := p.desk.Registry.Members.Get(p.desk.Viewer)
	search := kit.NewSearchButton("Chercher un enfant, un atelier, une structure", "Ctrl K", p.search)
	search.OnTyped = func(letter rune) {
		p.search()
		if field := p.desk.Window.Canvas().Focused(); field != nil && field != fyne.Focusable(search) {
			field.TypedRune(letter)
		}
	}
	kit.KeepFocus(p.head, func() {
		kit.Replace(p.head, kit.Header(kit.PageHeader{
			Title: greeting(viewer.FirstName), Sub: fr.Capital(fr.Date(p.desk.Today())),
			Actions: []fyne.CanvasObject{search},
		}))
	})
}

// search opens the search of the window.
func (p *Page) search() {
	if s, ok := p.desk.Window.(page.Searcher); ok {
		s.Search()
	}
}

// load reads the page again, beside the window.
func (p *Page) load() {
	p.loads++
	mine, today, r := p.loads, p.desk.Today(), p.desk.Registry
	task.Run(p.desk.Tasks, func(context.Context) (registry.Home, error) { return r.Home(today), nil },
		func(h registry.Home, err error) {
			switch {
			case mine != p.loads:
			case err != nil:
				p.desk.Window.Fail(err)
			default:
				p.show(h)
			}
		})
}

func (p *Page) show(h registry.Home) {
	p.showHead()
	r := p.desk.Registry
	if r.Children.Len() == 0 && r.Groups.Len() == 0 {
		kit.Replace(p.body, p.firstSteps)
		return
	}
	kit.KeepFocus(p.body, func() {
		p.showDay(h.Next, h.Today)
		p.showCards(h)
		kit.Replace(p.body, p.full)
	})
}

func (p *Page) showDay(d registry.Day, today data.Date) {
	if !known(d) {
		p.groups = nil
		kit.Replace(p.dayHead)
		kit.Replace(p.dayBody, p.quietDay(d, today))
		return
	}
	title, rank := dayTitle(d)
	words := kit.VBox(2, kit.HBox(look.Tight, kit.Text(title, look.SheetTitle), kit.Text(rank, look.Detail)),
		kit.Text(daySentence(d, today), look.Detail))
	p.ribbon.Set(ribbon(d.Ribbon))
	kit.Replace(p.dayHead, kit.Spread(words, p.ribbon))
	parts, groups := timeline(d)
	p.groups = groups
	if len(groups) == 0 {
		kit.Replace(p.dayBody, kit.EmptyState("calendar", "Rien n’est prévu ce jour-là.",
			"Ouvrez un cycle pour poser les séances d’un atelier.",
			p.link("Ouvrir un cycle", "plus", page.Route{Page: page.Workshops})))
		return
	}
	parts.OnOpen = func(i int) { p.desk.Window.Go(page.Route{Page: page.Group, Group: p.groups[i]}) }
	p.day.Set(parts)
	kit.Replace(p.dayBody, p.day)
}

// quietDay is in place of the day when none is to come.
func (p *Page) quietDay(d registry.Day, today data.Date) fyne.CanvasObject {
	fact, next, settle := quiet(d, today)
	buttons := []fyne.CanvasObject{p.link("Ouvrir un cycle", "plus", page.Route{Page: page.Workshops})}
	if settle {
		buttons = append([]fyne.CanvasObject{p.link("Régler l’année scolaire", "settings", page.Route{Page: page.Settings, Tab: "annee"})}, buttons...)
	}
	return kit.EmptyState("calendar", fact, next, buttons...)
}

func (p *Page) link(words, icon string, to page.Route) fyne.CanvasObject {
	return kit.NewButton(words, icon, kit.Secondary, func() { p.desk.Window.Go(to) })
}

func (p *Page) showCards(h registry.Home) {
	var watch, enter, bilans []fyne.CanvasObject
	for _, a := range h.Watch {
		watch = append(watch, p.row(watchRow(a), "Voir"))
	}
	for _, s := range h.ToEnter {
		x := enterRow(s)
		enter = append(enter, p.rowWith(x, kit.NewSmall("Saisir", "", kit.Secondary, p.going(x.to)), nil))
	}
	for _, d := range h.BilansDue {
		bilans = append(bilans, p.due(bilanRow(d, h.Today)))
	}
	fill(p.watch, worst(h.Watch), calm("Rien à surveiller", "Les groupes et les accords sont en ordre."), watch)
	fill(p.enter, look.Warning, calm("Toutes les présences sont saisies", "Les séances passées sont à jour."), enter)
	fill(p.bilans, look.Neutral, calm("Aucun bilan à rendre", "Rien n’est attendu dans les 30\u00a0jours."), bilans)
}

func fill(c *kit.RowsCard, tone look.ToneName, empty fyne.CanvasObject, rows []fyne.CanvasObject) {
	var badge fyne.CanvasObject
	if len(rows) > 0 {
		badge = kit.CountBadge(len(rows), tone)
	}
	c.Set(badge, empty, rows...)
}

// calm says that there is nothing to do.
func calm(fact, detail string) fyne.CanvasObject { return kit.EmptyState("check", fact, detail) }

func (p *Page) going(to page.Route) func() { return func() { p.desk.Window.Go(to) } }

// row is a line that is one button, with its verb.
func (p *Page) row(r row, verb string) fyne.CanvasObject {
	return kit.NewAlertRow(kit.Alert{Icon: r.icon, Tone: r.tone, Fact: r.fact, Detail: r.detail, Verb: verb, Do: p.going(r.to)})
}

// rowWith is a line with something else than a verb at its right; without do the action is there.
func (p *Page) rowWith(r row, right fyne.CanvasObject, do func()) fyne.CanvasObject {
	return kit.NewAlertRow(kit.Alert{Icon: r.icon, Tone: r.tone, Fact: r.fact, Detail: r.detail, Right: right, Do: do})
}

// due is the line of a bilan, with how late it is or how far the group is.
func (p *Page) due(r row) fyne.CanvasObject {
	switch {
	case r.owed > 0:
		return p.rowWith(r, kit.Progress(r.done, r.owed, fr.Number(r.done)+" sur "+fr.Number(r.owed)), p.going(r.to))
	case r.late != "":
		return p.rowWith(r, kit.Badge(r.late, "", r.lateTone), p.going(r.to))
	}
	return p.row(r, "Voir")
}

// begin is what a new file shows.
func (p *Page) begin() fyne.CanvasObject {
	step := func(icon, fact, detail, verb string, to page.Route) fyne.CanvasObject {
		return kit.NewAlertRow(kit.Alert{
			Icon: icon, Tone: look.Info, Fact: fact, Detail: detail, Right: kit.NewButton(verb, "", kit.Secondary, p.going(to)),
		})
	}
	rows := kit.VBox(0,
		step("users-round", "Qui travaille ici", "Les membres de l’équipe, les intervenants et les salles.", "Régler l’équipe",
			page.Route{Page: page.Settings}),
		step("user-round", "Les enfants", "Un prénom et un nom suffisent pour commencer.", "Ajouter un enfant",
			page.Route{Page: page.Children}),
		step("shapes", "Les ateliers", "Choisissez une fiche action, ses dates et ses groupes.", "Ouvrir un cycle",
			page.Route{Page: page.Workshops}))
	return kit.VBox(0, kit.AtMost(look.TextWidthMax, kit.Card("Pour commencer", nil, kit.VBox(look.Gap,
		kit.Paragraph("Ce dossier est neuf. Trois gestes suffisent pour voir le prochain mercredi sur cette page.", look.Detail), rows))))
}
