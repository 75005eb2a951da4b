// Package children holds two pages: the list of the children, and the file of one child.
package children

import (
	"cmp"
	"encoding/json"
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

// List is the page « Enfants ».
type List struct {
	desk    page.Desk
	rows    []registry.ChildRow // archived children last
	filters []filter
	on      int // the filter in use
	query   query
	loads   int // answers of older readings are dropped

	content, head, body *fyne.Container
	search              *kit.SearchBox
	chips               *kit.ChipRow
	table               *kit.Table[registry.ChildRow]
	foot, hint          *kit.Label
}

// tableName is under which the widths and the order of the table are kept.
const tableName = "enfants"

// NewList makes the list. Route.Tab names a filter (« tous », « suivis », « a-placer », « accord », « decision »,
// « regularite », « nouvelles », « termines », « archives »), Route.Child a child to select.
func NewList(d page.Desk, r page.Route) page.Page {
	p := &List{desk: d, filters: filters(d.Viewer)}
	p.on = max(0, slices.IndexFunc(p.filters, func(f filter) bool { return f.key == r.Tab }))
	p.build()
	p.load()
	if !r.Child.IsZero() {
		p.table.Select(r.Child.String())
	}
	return p
}

// Content implements page.Page.
func (p *List) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *List) Changed([]registry.Change) { p.load() }

// Arrive implements page.Focuser: one types a name at once.
func (p *List) Arrive() { p.Find() }

// Find implements page.Finder.
func (p *List) Find() { p.desk.Window.Canvas().Focus(p.search.Keyboard()) }

func (p *List) build() {
	p.search = kit.NewSearchBox("Prénom, nom, école", "Ctrl F", p.typed)
	p.search.OnDown = p.toTable
	p.search.OnEnter = p.openFound
	labels := make([]string, len(p.filters))
	for i, f := range p.filters {
		labels[i] = f.label
	}
	p.chips = kit.NewChipRow(labels, p.choose)
	p.chips.Select(p.on)
	p.table = kit.NewTable(kit.TableParts[registry.ChildRow]{
		Columns: columns(),
		Key:     func(r registry.ChildRow) string { return r.ID.String() },
		OnOpen:  func(r registry.ChildRow) { p.open(r.ID) },
		OnState: p.keepState,
		Empty: kit.EmptyState("sprout", "Aucun enfant pour l’instant",
			"Ajoutez le premier\u00a0: un prénom et un nom suffisent.",
			kit.NewButton("Ajouter un enfant", "plus", kit.Secondary, p.add)),
		NoMatch: kit.EmptyState("search-x", "Aucun enfant ne correspond", "Vérifiez le prénom ou retirez un filtre.",
			kit.NewButton("Retirer les filtres", "", kit.Secondary, p.clear)),
	})
	state := kit.TableState{Sort: "enfant"}
	if kept := p.desk.Tables.Table(tableName); kept != "" {
		var s kit.TableState
		if json.Unmarshal([]byte(kept), &s) == nil { // what cannot be read is what another version kept
			state = s
		}
	}
	p.table.Restore(state)
	p.head = kit.Holder(kit.Gap(1))
	p.body = kit.Holder(kit.Gap(1))
	p.foot = kit.Text("", look.Detail)
	tools := kit.Columns(look.Wide, kit.Fixed(290, kit.VBox(0, p.search)), kit.Share(1, kit.PadXY(0, 4, p.chips)))
	p.hint = kit.Text("", look.Detail)
	p.content = kit.Page(p.head, tools, kit.Grow(p.body), kit.Spread(p.foot, p.hint))
}

// load reads the children again, beside the window.
func (p *List) load() {
	p.loads++
	mine := p.loads
	var rows []registry.ChildRow
	p.desk.Do(func() error {
		rows = append(p.desk.Registry.ChildRows(), p.desk.Registry.ArchivedChildRows()...)
		return nil
	}, func() {
		if mine == p.loads {
			p.apply(rows)
		}
	})
}

func (p *List) apply(rows []registry.ChildRow) {
	p.rows = rows
	counts := make([]int, len(p.filters))
	for i, f := range p.filters {
		for _, r := range rows {
			if f.keep(r) {
				counts[i]++
			}
		}
	}
	p.showChips(counts)
	p.table.SetRows(rows)
	p.refilter()
	kit.KeepFocus(p.content, func() {
		kit.Replace(p.head, kit.Header(kit.PageHeader{
			Title: "Enfants", Sub: followed(rows),
			Actions: []fyne.CanvasObject{
				listing.Button(p.desk, p.listing),
				kit.NewButton("Commission (EPS)", "users-round", kit.Secondary, func() { p.desk.Window.Go(page.Route{Page: page.Commission}) }),
				kit.NewButton("Ajouter un enfant", "plus", kit.Primary, p.add),
			},
		}))
		kit.Replace(p.body, p.table)
	})
}

// showChips hides the filters that would keep nobody.
func (p *List) showChips(counts []int) {
	for i, chip := range p.chips.Chips {
		if i < alwaysShown || counts[i] > 0 || i == p.on {
			chip.Show()
		} else {
			chip.Hide()
		}
	}
	p.chips.SetCounts(counts...)
	kit.Relayout(p.chips)
}

func (p *List) typed(text string) {
	p.query = newQuery(text)
	p.refilter()
}

func (p *List) choose(i int) {
	p.on = i
	p.refilter()
}

func (p *List) clear() {
	p.on = 0
	p.chips.Select(0)
	p.search.SetText("")
	p.query = query{}
	p.refilter()
	p.Find()
}

func (p *List) refilter() {
	keep, q := p.filters[p.on].keep, p.query
	p.table.Filter(func(r registry.ChildRow) bool { return keep(r) && q.keeps(r) })
	p.count()
}

// count writes the sentence under the table.
func (p *List) count() {
	all := 0
	for _, r := range p.rows {
		if p.filters[p.on].keep(r) || p.on == 0 && !r.Archived {
			all++
		}
	}
	words, hint := "", ""
	if n := p.table.Count(); n > 0 {
		hint = "Entrée pour ouvrir la fiche"
		words = fr.Count(n, "enfant affiché", "enfants affichés")
		if n < all {
			words += " sur " + fr.Number(all)
		}
		words += ", " + cmp.Or(sortedBy[p.table.State().Sort], sortedBy["enfant"])
	}
	p.foot.SetText(words)
	if p.hint.Text() != hint {
		p.hint.SetText(hint)
		kit.Relayout(p.hint)
	}
}

func (p *List) keepState(s kit.TableState) {
	text, err := json.Marshal(s)
	if err != nil {
		p.desk.Window.Fail(err)
		return
	}
	p.desk.Tables.SetTable(tableName, string(text))
	p.count()
}

// toTable goes from the search to the first child found.
func (p *List) toTable() {
	if rows := p.table.Rows(); len(rows) > 0 {
		if _, ok := p.table.Selected(); !ok {
			p.table.Select(rows[0].ID.String())
		}
		p.desk.Window.Canvas().Focus(p.table)
	}
}

// openFound opens the child selected in the table, else the first one found.
func (p *List) openFound() {
	if r, ok := p.table.Selected(); ok {
		p.open(r.ID)
	} else if rows := p.table.Rows(); len(rows) > 0 {
		p.open(rows[0].ID)
	}
}

func (p *List) open(id data.ID[data.Child]) {
	p.desk.Window.Go(page.Route{Page: page.Child, Child: id})
}

func (p *List) add() { newChild(p.desk, p.rows) }
