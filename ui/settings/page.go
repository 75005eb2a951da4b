// Package settings is the page where the team says how it works: who, where, when, with which grids, and how the
// window looks on this PC.
package settings

import (
	"fyne.io/fyne/v2"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// tab is one part of the settings.
type tab struct {
	key, label string
	build      func(*Page) fyne.CanvasObject
}

// parts are the tabs, in their order.
func parts() []tab {
	return []tab{
		{"", "Équipe", (*Page).team},
		{"cles", "Clés", (*Page).keys},
		{"lieux", "Lieux et écoles", (*Page).places},
		{"annee", "Année scolaire", (*Page).year},
		{"mercredis", "Mercredis", (*Page).wednesdays},
		{"grilles", "Grilles", (*Page).grids},
		{"papiers", "Documents", (*Page).letterhead},
		{"rapport", "Rapport et plan", (*Page).report},
		{"affichage", "Affichage", (*Page).display},
	}
}

// Page is the settings.
type Page struct {
	desk    page.Desk
	at      int
	tabs    *kit.Tabs
	body    *fyne.Container
	content fyne.CanvasObject
}

// New makes the page. Route.Tab chooses the part.
func New(d page.Desk, r page.Route) page.Page {
	p := &Page{desk: d, body: kit.Holder(kit.Gap(1))}
	all := parts()
	labels := make([]string, len(all))
	for i, t := range all {
		labels[i] = t.label
		if t.key == r.Tab {
			p.at = i
		}
	}
	p.tabs = kit.NewTabs(labels, p.turn)
	p.tabs.Select(p.at)
	head := kit.Header(kit.PageHeader{Title: "Réglages", Sub: "Ce que l’équipe a choisi. Tout peut être changé, rien n’est perdu."})
	p.content = kit.Page(kit.VBox(look.Tight, head, p.tabs), p.body)
	p.fill()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page: what is shown is read again.
func (p *Page) Changed([]registry.Change) { p.fill() }

// turn shows another part.
func (p *Page) turn(i int) {
	p.at = i
	p.fill()
}

func (p *Page) fill() {
	kit.KeepFocus(p.body, func() { kit.Replace(p.body, parts()[p.at].build(p)) })
}

// record is one line of a list of the settings.
type record struct {
	icon          string
	tone          look.ToneName
	title, detail string
	archived      bool
	edit          func()
}

// list is a card of records with its first action.
type list struct {
	title, empty, add string
	do                func()
	records           []record
}

// card is the list on screen, also when there is nothing in it yet.
func (l list) card() fyne.CanvasObject {
	button := kit.NewSmall(l.add, "plus", kit.Secondary, l.do)
	if len(l.records) == 0 {
		return kit.Card(l.title, nil, kit.EmptyState("sprout", l.empty, "Vous pourrez tout changer ensuite.", button))
	}
	rows := kit.VBox(0)
	for i, r := range l.records {
		a := kit.Alert{Icon: r.icon, Tone: r.tone, Fact: r.title, Detail: r.detail, Verb: "Modifier", First: i == 0, Do: r.edit}
		if r.archived {
			a.Tone, a.Detail = look.Neutral, fr.Join(r.detail, "archivé")
		}
		rows.Add(kit.NewAlertRow(a))
	}
	return kit.Card(l.title, kit.CountBadge(len(l.records), look.Neutral), rows, button)
}
