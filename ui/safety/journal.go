package safety

import (
	"context"
	"encoding/json"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/listing"
	"mercredi/ui/task"
)

// Journal is the page « Journal ».
type Journal struct {
	desk    page.Desk
	filter  filter
	rows    []entry
	most    int // entries asked for
	reading task.Latest
	failure error

	content, body                 *fyne.Container
	child, member, period, family *kit.Chip
	chips                         *fyne.Container
	none                          *kit.Button
	table                         *kit.Table[entry]
	foot, hint                    *kit.Label
}

// filter is what the chips keep.
type filter struct {
	child      data.ID[data.Child]
	childName  string
	member     data.ID[data.Member]
	memberName string
	period     int
	family     int // 0 for all, else its place from 1
}

// fewEntries is how many entries are read at once; « Voir plus » asks for more.
const fewEntries = 500

// journalTable is under which the widths of the table are kept.
const journalTable = "journal"

// NewJournal makes the page. Route.Child keeps the entries of one child.
func NewJournal(d page.Desk, r page.Route) page.Page {
	p := &Journal{desk: d, most: fewEntries}
	if c, ok := d.Registry.Children.Get(r.Child); ok {
		p.filter.child, p.filter.childName, p.filter.period = c.ID, fr.ShortName(c.FirstName, c.LastName), len(periods)-1
	}
	p.build()
	p.read()
	return p
}

// Content implements page.Page.
func (p *Journal) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page: every change is an entry.
func (p *Journal) Changed([]registry.Change) { p.read() }

// Arrive implements page.Focuser.
func (p *Journal) Arrive() { p.desk.Window.Canvas().Focus(p.table) }

func (p *Journal) build() {
	p.child, p.member = p.chip(p.childMenu), p.chip(p.memberMenu)
	p.period, p.family = p.chip(p.periodMenu), p.chip(p.familyMenu)
	if !access(p.desk.Registry).MaySeeChildren() {
		p.child.Hide()
	}
	p.none = kit.NewSmall("Retirer les filtres", "", kit.Quiet, p.clear)
	p.chips = kit.RowWrap(look.Tight, p.period, p.child, p.member, p.family, p.none)
	p.table = kit.NewTable(kit.TableParts[entry]{
		Columns: journalColumns(), Key: entry.key, OnOpen: p.open, OnState: p.keepState,
		Empty: kit.EmptyState("clipboard-list", "Aucune entrée ne correspond", "Changez de période ou retirez un filtre.",
			kit.NewButton("Retirer les filtres", "", kit.Secondary, p.clear)),
	})
	if kept := p.desk.Tables.Table(journalTable); kept != "" {
		var s kit.TableState
		if json.Unmarshal([]byte(kept), &s) == nil { // what cannot be read is what another version kept
			p.table.Restore(s)
		}
	}
	p.foot, p.hint = kit.Text("", look.Detail), kit.Text("", look.Detail)
	p.body = kit.Holder(p.table)
	p.content = kit.Page(kit.VBox(look.Tight, p.header(), page.SafetyTabs(p.desk, page.Journal)), p.chips,
		kit.Grow(p.body), kit.Spread(p.foot, p.hint))
}

func (p *Journal) header() fyne.CanvasObject {
	var actions []fyne.CanvasObject
	if access(p.desk.Registry).MayGovern() {
		actions = append(actions, kit.NewButton("Élaguer", "scissors", kit.Secondary, p.askPrune))
	}
	actions = append(actions, kit.NewMenuButton("Exporter", "file-up", p.exports), kit.NewButton("Vérifier", "check-check", kit.Primary, p.verify))
	return kit.Header(kit.PageHeader{
		Title: "Sécurité", Sub: "Ce qui protège le fichier de l’équipe, et la trace de ce qui s’y fait.",
		Actions: actions,
	})
}

func journalColumns() []kit.Column[entry] {
	byTime := func(a, b entry) int { return int(int64(a.number) - int64(b.number)) }
	text := func(of func(entry) string, st look.Style) kit.Column[entry] {
		return kit.Column[entry]{Text: of, Style: st}
	}
	when := kit.Column[entry]{ID: "quand", Title: "Quand", Width: 168, Sort: byTime, Draw: drawWhen}
	who := text(func(e entry) string { return e.who }, look.BodyBold)
	who.ID, who.Title, who.Width, who.Weight = "qui", "Qui", 150, 1
	what := text(func(e entry) string { return e.what }, look.Body)
	what.ID, what.Title, what.Width, what.Weight = "quoi", "Ce qui a été fait", 230, 2
	child := kit.Column[entry]{ID: "enfant", Title: "Enfant", Width: 140, Weight: 1, Text: func(e entry) string { return e.child }, Draw: drawChild}
	reference := text(func(e entry) string { return e.reference }, look.Detail.Tabular())
	reference.ID, reference.Title, reference.Width = "reference", "Référence", 104
	detail := text(func(e entry) string { return e.detail }, look.Detail)
	detail.ID, detail.Title, detail.Width, detail.Weight = "detail", "Détail", 170, 2
	return []kit.Column[entry]{when, who, what, child, reference, detail}
}

func drawWhen(s *kit.Scene, a kit.Area, e entry) {
	s.Text(a.Left(88), e.day, look.Body.Tabular())
	s.Text(a.After(88), e.hour, look.Body.Tabular().As(look.Ink2))
}

func drawChild(s *kit.Scene, a kit.Area, e entry) {
	st := look.Body
	if e.child == gone {
		st = st.As(look.Ink2)
	}
	s.Text(a, e.child, st)
}

// chip is a filter that opens a list of choices.
func (p *Journal) chip(items func() []kit.MenuItem) *kit.Chip {
	c := kit.NewChip("", false, nil)
	c.Menu = true
	c.OnTapped = func() { kit.ShowMenu(c, items()) }
	return c
}

// read reads the entries again, beside the window: a journal is long.
func (p *Journal) read() {
	r, now := p.desk.Registry, p.desk.Now()
	wanted := registry.JournalFilter{Child: p.filter.child, Member: p.filter.member, From: periods[p.filter.period].from(p.desk.Today()), Most: p.most}
	var acts []journal.Act
	if p.filter.family > 0 {
		acts = families[p.filter.family-1].acts
	}
	task.RunLatest(p.desk.Tasks, &p.reading, func(context.Context) ([]entry, error) {
		lines, err := journalLines(r, wanted, acts)
		if err != nil {
			return nil, err
		}
		return entries(lines, now, func(l registry.JournalLine) string { return shortChild(r, l) }), nil
	}, p.apply)
	p.label()
}

// shortChild is a child as the screen says it.
func shortChild(r *registry.Registry, l registry.JournalLine) string {
	if !access(r).MaySeeChildren() {
		return "un enfant"
	}
	if c, ok := r.Children.Get(l.Child); ok {
		return fr.ShortName(c.FirstName, c.LastName)
	}
	return l.ChildName
}

func (p *Journal) apply(rows []entry, err error) {
	p.failure = err
	if err != nil {
		kit.Replace(p.body, kit.Panel(kit.EmptyState("lock-keyhole", "Le journal ne peut pas être lu", fr.Error(err))))
		p.foot.SetText("")
		return
	}
	p.rows = rows
	if p.body.Objects[0] != fyne.CanvasObject(p.table) {
		kit.Replace(p.body, p.table)
	}
	p.table.SetRows(rows)
	p.count()
}

// count writes the sentence under the table.
func (p *Journal) count() {
	words, hint := fr.Count(len(p.rows), "entrée", "entrées"), ""
	if len(p.rows) == p.most {
		words = "Les " + fr.Number(p.most) + " dernières entrées. Choisissez une période ou une personne pour voir les autres"
	}
	if len(p.rows) > 0 {
		hint = "Entrée pour ouvrir le dossier de l’enfant"
	}
	p.foot.SetText(words)
	p.hint.SetText(hint)
	kit.Relayout(p.hint)
}

// label writes on the chips what they keep.
func (p *Journal) label() {
	set := func(c *kit.Chip, on bool, name, value string) {
		if on {
			name = value
		}
		c.SetLabel(name)
		c.SetOn(on)
	}
	f := p.filter
	set(p.period, f.period > 0, periods[0].words, periods[f.period].words)
	set(p.child, !f.child.IsZero(), "Enfant", f.childName)
	set(p.member, !f.member.IsZero(), "Membre", f.memberName)
	words := ""
	if f.family > 0 {
		words = families[f.family-1].words
	}
	set(p.family, f.family > 0, "Action", words)
	if f == (filter{}) {
		p.none.Hide()
	} else {
		p.none.Show()
	}
	kit.Relayout(p.chips)
}

func (p *Journal) open(e entry) {
	if e.childID.IsZero() || !access(p.desk.Registry).MaySeeChildren() {
		return
	}
	p.desk.Window.Go(page.Route{Page: page.Child, Child: e.childID})
}

func (p *Journal) keepState(s kit.TableState) {
	text, err := json.Marshal(s)
	if err != nil {
		p.desk.Window.Fail(err)
		return
	}
	p.desk.Tables.SetTable(journalTable, string(text))
}

// refilter takes another filter.
func (p *Journal) refilter(change func(*filter)) {
	change(&p.filter)
	p.read()
}

func (p *Journal) clear() { p.refilter(func(f *filter) { *f = filter{} }) }

// exports are the ways out.
func (p *Journal) exports() []kit.MenuItem {
	reason := ""
	if len(p.rows) == 0 {
		reason = "Il n’y a rien à exporter"
	}
	return append(listing.Items(p.desk, listing.List[entry]{Name: "Journal", Columns: spread(), Rows: p.table.Rows}),
		kit.MenuItem{Icon: "printer", Title: "Document à imprimer", Detail: "PDF, ce que montrent les filtres", Reason: reason, Line: true, Do: p.Print})
}
