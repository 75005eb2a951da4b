// Package partners is the page of the structures around the children: find one, and know at once whether the team may
// refer a child to it.
package partners

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
)

// Page is the page « Partenaires ».
type Page struct {
	desk   page.Desk
	all    []entry
	filter filter
	chosen data.ID[data.Partner]

	content, head, body   *fyne.Container
	search                *kit.SearchBox
	kinds, ages, gates    *kit.Chip
	chips                 *fyne.Container
	list                  *kit.PickList
	found, detail, scroll *fyne.Container
	both                  fyne.CanvasObject
}

// listWidth is the room of the list beside its detail.
const listWidth = 340

// New makes the page. Route.Partner chooses a structure.
func New(d page.Desk, r page.Route) page.Page {
	p := &Page{desk: d, chosen: r.Partner}
	p.build()
	p.read()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.read() }

// Arrive implements page.Focuser: one types a name at once.
func (p *Page) Arrive() { p.Find() }

// Find implements page.Finder.
func (p *Page) Find() {
	if len(p.all) > 0 {
		p.desk.Window.Canvas().Focus(p.search.Keyboard())
	}
}

func (p *Page) build() {
	p.search = kit.NewSearchBox("Nom, type ou besoin", "", func(text string) {
		p.filter.text = text
		p.refilter()
	})
	p.search.OnDown = func() { p.desk.Window.Canvas().Focus(p.list.Keyboard()); p.first() }
	p.search.OnEnter = p.first
	p.kinds, p.ages, p.gates = p.chip(p.kindMenu), p.chip(p.ageMenu), p.chip(p.gateMenu)
	p.chips = kit.RowWrap(look.Tight, p.kinds, p.ages, p.gates)
	p.list = kit.NewPickList("Structures", p.pick, func(string) { p.edit() })
	p.found, p.detail = kit.Holder(p.list), kit.Holder(kit.Gap(0))
	p.scroll = kit.Scroll(kit.Pad(look.Margin-4, p.detail))
	legend := kit.RowWrap(look.Tight)
	for _, g := range gates {
		legend.Add(kit.HBox(look.Hair, kit.Icon(signs[g].icon, signs[g].tone, look.IconMid), kit.Text(signs[g].word, look.Caption)))
	}
	p.both = kit.Columns(look.Wide,
		kit.Fixed(listWidth, kit.Panel(kit.VBox(look.Tight, p.search, p.chips, kit.Grow(p.found), kit.Separator(), legend))),
		kit.Share(1, kit.BarePanel(p.scroll)))
	p.head, p.body = kit.Holder(kit.Gap(0)), kit.Holder(p.both)
	p.content = kit.Page(p.head, kit.Grow(p.body))
}

// chip is a filter that opens a list of choices.
func (p *Page) chip(items func() []kit.MenuItem) *kit.Chip {
	c := kit.NewChip("", false, nil)
	c.Menu = true
	c.OnTapped = func() { kit.ShowMenu(c, items()) }
	return c
}

// choices is the list of a filter; place is where its choice is kept.
func (p *Page) choices(all string, words []string, place *int) []kit.MenuItem {
	items := make([]kit.MenuItem, 0, len(words)+1)
	for i, w := range append([]string{all}, words...) {
		item := kit.MenuItem{Title: w, Line: i == 1, Do: func() {
			*place = i
			p.refilter()
		}}
		if i == *place && !(place == &p.filter.kind && p.filter.archived) {
			item.Icon = "check"
		}
		items = append(items, item)
	}
	return items
}

func (p *Page) kindMenu() []kit.MenuItem {
	var words []string
	for _, k := range fr.PartnerKinds() {
		words = append(words, fr.PartnerKind(k))
	}
	items := p.choices("Tous les types", words, &p.filter.kind)
	items = slices.DeleteFunc(items, func(it kit.MenuItem) bool { // the types nobody has
		return !it.Line && it.Title != "Tous les types" && !slices.ContainsFunc(p.all, func(e entry) bool { return fr.PartnerKind(e.Kind) == it.Title })
	})
	for i, it := range items {
		items[i].Line = i == 1
		items[i].Do = func() {
			p.filter.archived = false
			it.Do()
		}
	}
	n := 0
	for _, e := range p.all {
		if e.Archived {
			n++
		}
	}
	if n > 0 || p.filter.archived {
		archived := kit.MenuItem{Title: fr.Count(n, "structure archivée", "structures archivées"), Line: true, Do: func() {
			p.filter.kind, p.filter.archived = 0, true
			p.refilter()
		}}
		if p.filter.archived {
			archived.Icon = "check"
		}
		items = append(items, archived)
	}
	return items
}

func (p *Page) ageMenu() []kit.MenuItem {
	var words []string
	for _, g := range ageGroups {
		words = append(words, g.words)
	}
	return p.choices("Tous les âges", words, &p.filter.age)
}

func (p *Page) gateMenu() []kit.MenuItem {
	var words []string
	for _, g := range gates {
		words = append(words, signs[g].choice)
	}
	return p.choices("Tous les accès", words, &p.filter.gate)
}

// read reads the structures again and shows them.
func (p *Page) read() {
	r := p.desk.Registry
	p.all = entries(append(r.PartnerRows(), r.ArchivedPartnerRows()...))
	kit.KeepFocus(p.head, func() {
		kit.Replace(p.head, kit.Header(kit.PageHeader{
			Title: "Partenaires", Sub: counted(p.all, p.desk.Today()),
			Actions: []fyne.CanvasObject{p.directory(), listing.Button(p.desk, p.listing), kit.NewButton("Ajouter une structure", "plus", kit.Primary, p.add)},
		}))
	})
	if len(p.all) == 0 {
		kit.Replace(p.body, kit.Panel(kit.EmptyState("map-pinned", "Aucune structure pour l’instant",
			"Ajoutez celles vers qui vous orientez les familles\u00a0: CMP, CMPP, associations…",
			kit.NewButton("Ajouter une structure", "plus", kit.Secondary, p.add))))
		return
	}
	if i := slices.IndexFunc(p.all, func(e entry) bool { return e.ID == p.chosen }); i < 0 {
		p.chosen = p.all[0].ID
	} else if p.all[i].Archived && len(p.list.Rows()) == 0 {
		p.filter.archived = true // a link led here
	}
	if len(p.body.Objects) == 0 || p.body.Objects[0] != p.both {
		kit.Replace(p.body, p.both)
	}
	p.refilter()
	p.showDetail()
}

// refilter shows what the filters keep.
func (p *Page) refilter() {
	p.label(p.kinds, "Type", p.filter.kind > 0 || p.filter.archived, func() string {
		if p.filter.archived {
			return "Archivées"
		}
		return fr.PartnerKind(fr.PartnerKinds()[p.filter.kind-1])
	})
	p.label(p.ages, "Âge", p.filter.age > 0, func() string { return ageGroups[p.filter.age-1].words })
	p.label(p.gates, "Accès", p.filter.gate > 0, func() string { return "Orientation\u00a0: " + signs[gates[p.filter.gate-1]].word })
	kit.Relayout(p.chips)
	var rows []kit.PickRow
	for _, e := range p.kept() {
		rows = append(rows, listRow(e))
	}
	p.list.Set(rows)
	p.list.Select(p.chosen.String())
	if len(rows) == 0 {
		kit.Replace(p.found, kit.EmptyState("search-x", "Aucune structure ne correspond", "Changez de mot ou retirez un filtre.",
			kit.NewButton("Retirer les filtres", "", kit.Secondary, p.clear)))
	} else if p.found.Objects[0] != fyne.CanvasObject(p.list) {
		kit.Replace(p.found, p.list)
	}
}

// kept are the structures that the filters keep.
func (p *Page) kept() []entry {
	return slices.DeleteFunc(slices.Clone(p.all), func(e entry) bool { return !p.filter.keeps(e) })
}

func (p *Page) label(c *kit.Chip, name string, on bool, words func() string) {
	if on {
		name = words()
	}
	c.SetLabel(name)
	c.SetOn(on)
}

func (p *Page) clear() {
	p.filter = filter{}
	p.search.SetText("")
	p.refilter()
	p.Find()
}

// first chooses the first structure in sight, unless the chosen one is.
func (p *Page) first() {
	rows := p.list.Rows()
	if len(rows) > 0 && !slices.ContainsFunc(rows, func(r kit.PickRow) bool { return r.Key == p.chosen.String() }) {
		p.list.Select(rows[0].Key)
		p.pick(rows[0].Key)
	}
}

// pick shows another structure.
func (p *Page) pick(key string) {
	id, err := data.ParseID[data.Partner](key)
	if err != nil {
		p.desk.Window.Fail(err)
		return
	}
	p.chosen = id
	p.showDetail()
	kit.SetScrollOffset(p.scroll, 0)
}
