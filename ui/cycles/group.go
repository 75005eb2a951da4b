// Package cycles holds the page of one group of a cycle: its attendance, its sessions, its evaluations, its bilans and
// the children enrolled in it.
package cycles

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
)

// Group is the page of one group.
type Group struct {
	desk  page.Desk
	id    data.ID[data.Group]
	view  registry.GroupView
	found bool
	queue queue

	parts                             [5]part // the tabs, made when they are first shown
	content, head, span, notice, body *fyne.Container
	tabs                              *kit.Tabs
}

// part is what one tab shows.
type part interface {
	content() fyne.CanvasObject
	// refresh shows the page's view again.
	refresh()
}

// The tabs.
const (
	tabAttendance = iota
	tabSessions
	tabRatings
	tabBilans
	tabEnrolled
)

// tabKeys are the tabs as Route.Tab names them.
var tabKeys = []string{"", "seances", "evaluations", "bilans", "inscriptions"}

// NewGroup makes the page of Route.Group. Route.Tab names a tab (« seances », « evaluations », « bilans »,
// « inscriptions »); Route.Child and Route.Moment choose an evaluation.
func NewGroup(d page.Desk, r page.Route) page.Page {
	p := &Group{desk: d, id: r.Group, queue: queue{tasks: d.Tasks}}
	p.tabs = kit.NewTabs([]string{"Présences", "Séances", "Évaluations", "Bilans", "Inscriptions"}, p.showTab)
	p.head, p.span, p.notice, p.body = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	p.notice.Hide()
	p.content = kit.Holder(kit.Gap(1))
	p.read()
	if !p.found {
		kit.Replace(p.content, p.gone())
		return p
	}
	// The tabs draw their line to the end of the page, the course of the cycle stands on it.
	bar := kit.Stack(p.tabs, kit.HBox(0, kit.Spacer(), p.span))
	kit.Replace(p.content, kit.Page(kit.VBox(look.Tight, p.head, bar), p.notice, kit.Grow(p.body)))
	ratings := newRatings(p, r)
	p.parts[tabRatings] = ratings
	at := max(0, slices.Index(tabKeys, r.Tab))
	p.tabs.Select(at)
	p.showTab(at)
	return p
}

// Content implements page.Page.
func (p *Group) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Group) Changed([]registry.Change) {
	p.read()
	if !p.found {
		kit.Replace(p.content, p.gone())
		return
	}
	p.refresh()
}

// Arrive implements page.Focuser: one can mark at once.
func (p *Group) Arrive() {
	if a, ok := p.parts[p.tabs.Selected()].(*attendance); ok {
		a.focus()
		return
	}
	p.desk.Window.Canvas().Focus(p.tabs)
}

// Print implements page.Printer.
func (p *Group) Print() {
	if p.found {
		printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Group: p.id, Cycle: p.view.CycleID}, Key: "emargement"})
	}
}

// read reads the group again, with the marks that are on their way to the file.
func (p *Group) read() {
	p.view, p.found = p.desk.Registry.Group(p.id)
	for _, j := range p.queue.jobs {
		for _, m := range j.marks {
			p.put(j.session, m)
		}
	}
	if len(p.queue.jobs) > 0 {
		recount(&p.view)
	}
}

// put shows a mark; its cell must be one that can be marked.
func (p *Group) put(session data.ID[data.Session], m data.ChildMark) {
	col := p.column(session)
	row := slices.IndexFunc(p.view.Rows, func(r registry.GroupRow) bool { return r.Child.ID == m.ChildID })
	if row >= 0 && col >= 0 && p.view.Rows[row].Cells[col].Kind == registry.CellMark {
		p.view.Rows[row].Cells[col].Mark = m.Mark
	}
}

func (p *Group) column(session data.ID[data.Session]) int {
	return slices.IndexFunc(p.view.Sessions, func(s registry.GroupSession) bool { return s.ID == session })
}

func (p *Group) showTab(i int) {
	if p.parts[i] == nil {
		p.parts[i] = p.newPart(i)
	}
	p.refresh()
	kit.Replace(p.body, p.parts[i].content())
	kit.Relayout(p.body)
}

func (p *Group) newPart(i int) part {
	switch i {
	case tabSessions:
		return newSessions(p)
	case tabBilans:
		return newBilans(p)
	case tabEnrolled:
		return newEnrolled(p)
	}
	return newAttendance(p)
}

// refresh shows the view again: the head, and the tab in sight.
func (p *Group) refresh() {
	p.parts[p.tabs.Selected()].refresh()
	p.refreshHead()
}

func (p *Group) refreshHead() {
	v := p.view
	p.tabs.SetNote(tabEnrolled, strconv.Itoa(v.Enrolled)+"/"+strconv.Itoa(v.Capacity))
	kit.KeepFocus(p.head, func() {
		kit.Replace(p.head, kit.Header(kit.PageHeader{
			Title: page.GroupWords(v.GroupName), Sub: place(v),
			Icon: look.DisciplineIcon(string(v.Workshop.Discipline)), Tone: look.ToneName(v.Workshop.Discipline),
			Actions: p.actions(),
		}))
	})
	kit.Replace(p.span, kit.Text(course(v), look.Detail))
	if v.State == data.CycleClosed {
		kit.Replace(p.notice, kit.Notice(look.Info, "Ce cycle est clos.", "Rouvrez-le pour le modifier.",
			kit.NewButton("Rouvrir le cycle", "lock-open", kit.Secondary, func() { p.setState(data.CycleOpen) })))
		p.notice.Show()
	} else {
		p.notice.Hide()
	}
	kit.Relayout(p.head)
}

// actions are the buttons of the head: another group, what the group is, documents, and the one thing of the tab.
func (p *Group) actions() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if len(p.view.Siblings) > 0 {
		out = append(out, kit.NewMenuButton("Groupes", "", p.siblings))
	}
	manage := kit.NewIconButton("settings", "Gérer le groupe", nil)
	manage.OnTapped = func() { kit.ShowMenu(manage, p.manage()) }
	out = append(out, manage, kit.NewMenuButton("Documents", "printer", p.documents))
	if b := p.primary(); b != nil {
		out = append(out, b)
	}
	return out
}

// primary is the first action of the tab in sight, or nil.
func (p *Group) primary() fyne.CanvasObject {
	closed := p.view.State == data.CycleClosed
	switch p.tabs.Selected() {
	case tabAttendance:
		if a, ok := p.parts[tabAttendance].(*attendance); ok && !closed && a.missing() > 0 {
			return kit.NewButton(remaining(a.missing()), "check-check", kit.Primary, a.markRemaining)
		}
	case tabSessions:
		if !closed {
			return kit.NewButton("Ajouter une séance", "plus", kit.Primary, p.addSession)
		}
	case tabEnrolled:
		if !closed {
			return kit.NewButton("Inscrire un enfant", "plus", kit.Primary, p.enroll)
		}
	}
	return nil
}

func (p *Group) siblings() []kit.MenuItem {
	var items []kit.MenuItem
	for _, g := range p.view.Siblings {
		items = append(items, kit.MenuItem{
			Icon: "users-round", Title: g.Name,
			Detail: fr.Time(g.Start) + ", " + strconv.Itoa(g.Enrolled) + "/" + strconv.Itoa(g.Capacity) + " places prises",
			Do: func() {
				p.desk.Window.Go(page.Route{Page: page.Group, Group: g.ID, Tab: tabKeys[p.tabs.Selected()]})
			},
		})
	}
	return items
}

func (p *Group) manage() []kit.MenuItem {
	if p.view.State == data.CycleClosed {
		return []kit.MenuItem{{
			Icon: "lock-open", Title: "Rouvrir le cycle", Detail: "Pour modifier ses groupes et ses présences",
			Do: func() { p.setState(data.CycleOpen) },
		}}
	}
	return []kit.MenuItem{
		{Icon: "pencil", Title: "Modifier le groupe", Detail: "Heure, salle, intervenant, places", Do: p.editGroup},
		{Icon: "lock", Title: "Clore le cycle", Detail: "Tous ses groupes passent en lecture", Line: true, Do: p.askClose},
	}
}

func (p *Group) askClose() {
	v := p.view
	text := "Le cycle restera lisible et ses bilans pourront encore être imprimés. Vous pourrez le rouvrir."
	if v.Mid.Owed+v.End.Owed > v.Mid.Done+v.End.Done {
		text = fr.Count(v.Mid.Owed+v.End.Owed-v.Mid.Done-v.End.Done, "bilan n’est pas finalisé", "bilans ne sont pas finalisés") +
			" dans ce groupe. " + text
	}
	kit.Ask(p.desk.Window.Canvas(), kit.Question{
		Title: "Clore " + fr.Le(v.Cycle) + nbsp + "?", Text: text, Verb: "Clore le cycle",
		Do: func() { p.setState(data.CycleClosed) },
	})
}

// setState closes or opens the cycle.
func (p *Group) setState(state data.CycleState) {
	r, id := p.desk.Registry, p.view.CycleID
	words := map[data.CycleState]string{data.CycleOpen: "Cycle rouvert.", data.CycleClosed: "Cycle clos."}[state]
	before := p.view.State
	set := func(state data.CycleState) error {
		c, ok := r.Cycles.Get(id)
		if !ok {
			return registry.ErrGone
		}
		c.State = state
		return r.Cycles.Save(&c)
	}
	p.desk.Do(func() error { return set(state) }, func() {
		p.desk.Window.Toast(words, func() { p.desk.Do(func() error { return set(before) }, nil) })
	})
}

// gone is shown when the group does not exist any more.
func (p *Group) gone() fyne.CanvasObject {
	return kit.Page(kit.EmptyState("shapes", "Ce groupe n’existe plus", "Il a été retiré du cycle.",
		kit.NewButton("Voir les ateliers", "", kit.Primary, func() { p.desk.Window.Go(page.Route{Page: page.Workshops}) })))
}
