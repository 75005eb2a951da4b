package bilans

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
	"mercredi/ui/page/printing"
)

// list is the page « Bilans »: what is due in a school year.
type list struct {
	desk  page.Desk
	years []int
	year  int
	on    int // the filter in use
	query string
	rows  []row
	loads int // answers of older readings are dropped

	content, head, body *fyne.Container
	search              *kit.SearchBox
	chips               *kit.ChipRow
	chosen              *kit.SelectField
	table               *kit.Table[row]
	foot, hint          *kit.Label
	print               *kit.Button
}

// tableName is under which the widths and the order of the table are kept.
const tableName = "bilans"

// NewList makes the page « Bilans ». Route.Tab names a filter: « a-ecrire », « brouillons », « en-retard »,
// « finalises », « tous ».
func NewList(d page.Desk, r page.Route) page.Page {
	l := &list{desk: d, year: d.Registry.Settings().SchoolYear}
	if l.year == 0 {
		l.year = int(calendar.SchoolYearOf(d.Today()))
	}
	l.on = max(0, slices.IndexFunc(filters, func(f filter) bool { return f.key == r.Tab }))
	l.build()
	l.load()
	return l
}

// Content implements page.Page.
func (l *list) Content() fyne.CanvasObject { return l.content }

// Changed implements page.Page.
func (l *list) Changed([]registry.Change) { l.load() }

// Arrive implements page.Focuser: arrows and Enter work at once.
func (l *list) Arrive() {
	if rows := l.table.Rows(); len(rows) > 0 {
		l.desk.Window.Canvas().Focus(l.table)
	}
}

// Find implements page.Finder.
func (l *list) Find() { l.desk.Window.Canvas().Focus(l.search.Keyboard()) }

func (l *list) build() {
	l.search = kit.NewSearchBox("Prénom, atelier", "Ctrl F", func(text string) {
		l.query = text
		l.refilter()
	})
	l.search.OnDown = l.toTable
	l.search.OnEnter = l.openFound
	labels := make([]string, len(filters))
	for i, f := range filters {
		labels[i] = f.label
	}
	l.chips = kit.NewChipRow(labels, l.choose)
	l.chips.Select(l.on)
	l.years = yearsOf(l.desk.Registry.CycleRows(0), l.year)
	words := make([]string, len(l.years))
	for i, y := range l.years {
		words[i] = calendar.SchoolYear(y).String()
	}
	l.chosen = kit.NewSelectField("", words, slices.Index(l.years, l.year))
	l.chosen.OnPick = func(i int) {
		l.year = l.years[i]
		l.load()
	}
	l.print = kit.NewButton("Imprimer les bilans finalisés", "printer", kit.Secondary, l.printFinal)
	l.table = kit.NewTable(kit.TableParts[row]{
		Columns: columns(), Key: row.key, OnOpen: func(r row) { l.desk.Window.Go(r.route) }, OnState: l.keepState,
	})
	var state kit.TableState
	if kept := l.desk.Tables.Table(tableName); json.Unmarshal([]byte(kept), &state) == nil {
		l.table.Restore(state) // what cannot be read is what another version kept
	}
	l.head, l.body = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	l.foot, l.hint = kit.Text("", look.Detail), kit.Text("", look.Detail)
	tools := kit.Columns(look.Wide, kit.Fixed(290, kit.VBox(0, l.search)), kit.Share(1, kit.PadXY(0, look.Hair, l.chips)))
	l.content = kit.Page(l.head, tools, kit.Grow(l.body),
		kit.Spread(l.foot, l.hint))
}

// load reads the bilans of the year again, beside the window.
func (l *list) load() {
	l.loads++
	mine, year := l.loads, l.year
	var rows []row
	l.desk.Do(func() error {
		rows = rowsOf(l.desk.Registry.BilanRows(year), l.desk.Registry.GroupBilanRows(year))
		return nil
	}, func() {
		if mine == l.loads {
			l.apply(rows)
		}
	})
}

func (l *list) apply(rows []row) {
	l.rows = rows
	l.table.SetRows(rows)
	l.chips.SetCounts(counts(rows)...)
	kit.KeepFocus(l.content, func() {
		kit.Replace(l.head, kit.Header(kit.PageHeader{
			Title: "Bilans", Sub: headWords(rows), Actions: []fyne.CanvasObject{kit.Sized(130, look.Control, l.chosen), listing.Button(l.desk, l.listing), l.print},
		}))
		l.refilter()
	})
}

func (l *list) choose(i int) {
	l.on = i
	l.refilter()
}

func (l *list) refilter() {
	keep := filters[l.on].keep
	l.table.Filter(func(r row) bool { return keep(r) && fold.Has(r.folded, l.query) })
	if len(l.finals()) > 0 {
		l.print.Show()
	} else {
		l.print.Hide() // there is nothing to print
	}
	words, hint := "", ""
	if n := l.table.Count(); n > 0 {
		words = fr.Count(n, "bilan", "bilans")
		if n < len(l.rows) {
			words += " sur " + fr.Number(len(l.rows))
		}
		hint = "Entrée pour ouvrir le bilan"
		kit.Replace(l.body, l.table)
	} else {
		kit.Replace(l.body, l.nothing())
	}
	l.foot.SetText(words)
	l.hint.SetText(hint)
	kit.Relayout(l.foot)
}

// nothing is what stands in place of an empty table.
func (l *list) nothing() fyne.CanvasObject {
	all := func() {
		l.search.SetText("")
		l.query, l.on = "", len(filters)-1
		l.chips.Select(l.on)
		l.refilter()
	}
	switch {
	case len(l.rows) == 0:
		return kit.EmptyState("file-pen-line", "Aucun bilan attendu en "+calendar.SchoolYear(l.year).String(),
			"Les bilans viennent des ateliers\u00a0: ouvrez un cycle, inscrivez des enfants, donnez la date des bilans.",
			kit.NewButton("Voir les ateliers", "shapes", kit.Primary, func() { l.desk.Window.Go(page.Route{Page: page.Workshops}) }))
	case l.query != "":
		return kit.EmptyState("search-x", "Aucun bilan ne correspond", "Vérifiez le prénom ou l’atelier, ou retirez le filtre.",
			kit.NewButton("Voir tous les bilans", "", kit.Secondary, all))
	}
	return kit.EmptyState("circle-check", filters[l.on].empty, "", kit.NewButton("Voir tous les bilans", "", kit.Secondary, all))
}

func (l *list) keepState(s kit.TableState) {
	text, err := json.Marshal(s)
	if err != nil {
		l.desk.Window.Fail(err)
		return
	}
	l.desk.Tables.SetTable(tableName, string(text))
}

// toTable goes from the search to the first bilan found.
func (l *list) toTable() {
	rows := l.table.Rows()
	if len(rows) == 0 {
		return
	}
	if _, ok := l.table.Selected(); !ok {
		l.table.Select(rows[0].key())
	}
	l.desk.Window.Canvas().Focus(l.table)
}

func (l *list) openFound() {
	if rows := l.table.Rows(); len(rows) > 0 {
		l.desk.Window.Go(rows[0].route)
	}
}

// finals are the final bilans of the year that the search finds, whatever the chip.
func (l *list) finals() []row {
	var out []row
	for _, r := range l.rows {
		if r.step == registry.BilanDone && fold.Has(r.folded, l.query) {
			out = append(out, r)
		}
	}
	return out
}

// bilanOf tells one bilan from the others: of a child in a cycle, or of a group.
type bilanOf struct {
	child  data.ID[data.Child]
	cycle  data.ID[data.Cycle]
	group  data.ID[data.Group]
	moment data.Moment
}

// printFinal opens the sheet on every final bilan.
func (l *list) printFinal() {
	finals, key := map[bilanOf]bool{}, "bilan-groupe"
	for _, r := range l.finals() {
		of := bilanOf{group: r.route.Group, moment: r.moment}
		if !r.ofGroup() {
			of, key = bilanOf{child: r.route.Child, cycle: r.route.Cycle, moment: r.moment}, "bilan"
		}
		finals[of] = true
	}
	printing.Show(l.desk, printing.Ask{Key: key, All: true, Only: func(s catalogue.Subject) bool {
		if s.Child.IsZero() {
			return finals[bilanOf{group: s.Group, moment: s.Moment}]
		}
		return finals[bilanOf{child: s.Child, cycle: s.Cycle, moment: s.Moment}]
	}})
}
