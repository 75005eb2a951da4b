package planner

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// waitingPanel is beside the day: the children who wait for a place, and what is possible for each.
type waitingPanel struct {
	page *Page
	list *kit.DragList
	head *fyne.Container
	body *fyne.Container // the list, or that nobody waits
	foot *fyne.Container
	root fyne.CanvasObject
	more map[data.ID[data.Enrollment]]string // what would make a place, of those asked
}

func newWaitingPanel(p *Page) *waitingPanel {
	w := &waitingPanel{page: p, head: kit.Holder(kit.Gap(1)), foot: kit.Holder(kit.Gap(1))}
	w.list = kit.NewDragList(kit.DragListParts{
		Name: "enfants à placer", OnPick: w.pick, OnOpen: func(string) { p.toGrid() }, OnMenu: w.menu, OnDrag: w.over, OnDrop: w.drop,
	})
	w.body = kit.Holder(w.list)
	w.root = sidePanel(w.head, w.body, w.foot)
	return w
}

// sidePanel is a panel of three parts: a head, what scrolls, and a foot under a line.
func sidePanel(head, body, foot fyne.CanvasObject) fyne.CanvasObject {
	return kit.BarePanel(kit.VBox(0, kit.PadXY(look.Cards, look.Gap, head), kit.Grow(kit.PadXY(look.Tight+1, 0, body)), kit.Separator(),
		kit.PadXY(look.Cards, look.Gap, foot)))
}

// show writes the panel again.
func (w *waitingPanel) show() {
	waiting := w.page.read.view.Waiting
	w.more = map[data.ID[data.Enrollment]]string{}
	tone := look.Neutral
	head := kit.HBox(look.Tight, kit.Text("Enfants à placer", look.CardTitle), kit.CountBadge(len(waiting), tone), kit.Spacer())
	for _, o := range w.page.waitingActions() {
		head.Add(o)
	}
	kit.KeepFocus(w.head, func() { kit.Replace(w.head, head) })
	if len(waiting) == 0 {
		kit.Replace(w.body, kit.EmptyState("check", "Personne n’attend de place", w.calm()))
	} else {
		kit.Replace(w.body, w.list)
	}
	w.list.Set(w.rows())
	w.mark()
}

// calm says why nobody waits.
func (w *waitingPanel) calm() string {
	if len(w.page.read.view.Problem.Requests) == 0 {
		return "Les demandes d’atelier des enfants viendront ici."
	}
	return "Chaque demande a son groupe ce mercredi."
}

func (w *waitingPanel) rows() []kit.DragRow {
	rows, off := waitingRows(w.page.read), w.page.locked()
	for i := range rows {
		r := w.page.read.view.Waiting[i]
		rows[i].More = w.more[r.ID]
		rows[i].Fixed = off
	}
	return rows
}

// mark chooses in the list the child in hand.
func (w *waitingPanel) mark() {
	key := ""
	if c := w.page.chosen; !c.none() && c.from == "" {
		key = c.enrolment.String()
	}
	if w.list.Selected() != key {
		w.list.Select(key)
	}
}

// advise says below the list what to do next.
func (w *waitingPanel) advise(targets bool) {
	words := "Glissez l’enfant sur un groupe, ou choisissez-le puis appuyez sur Entrée."
	switch off := w.page.locked(); {
	case off != "":
		words = off
	case len(w.page.board.parts.Blocks) == 0:
		words = "Aucun groupe ce mercredi. Changez de jour pour placer un enfant."
	case targets:
		words = "Entrée, puis les flèches" + nbsp + ": les groupes possibles. Entrée encore place l’enfant."
	case !w.page.chosen.none() && w.page.chosen.from == "":
		words = "Aucun groupe possible ce mercredi. Vous pouvez le placer quand même en le glissant."
	}
	kit.Replace(w.foot, kit.HTop(look.Tight, kit.Icon("mouse-pointer-click", look.Neutral, look.IconMid), kit.Grow(kit.Paragraph(words, look.Detail))))
}

func (w *waitingPanel) request(key string) (registry.PlannerRequest, bool) {
	for _, r := range w.page.read.view.Waiting {
		if r.ID.String() == key {
			return r, true
		}
	}
	return registry.PlannerRequest{}, false
}

// pick takes a child in hand, and finds what would make a place when there is none.
func (w *waitingPanel) pick(key string) {
	r, ok := w.request(key)
	if !ok {
		w.page.choose(choice{})
		return
	}
	w.page.choose(choice{enrolment: r.ID, child: r.Place.Child})
	if _, asked := w.more[r.ID]; !asked && len(w.page.possible()) == 0 && len(r.Blocked) == 0 && w.page.read.instance != nil {
		w.more[r.ID] = w.remedy(r)
		w.list.Set(w.rows())
	}
}

// remedy is the lightest thing that would make a place, in words.
func (w *waitingPanel) remedy(r registry.PlannerRequest) string {
	x := w.page.read
	for _, m := range planning.Remedies(x.instance, &x.view.Plan, r.Place.Child, r.Place.Workshop) {
		if m.Code != planning.PlaceChild {
			return fr.PlanRemedy(x.names, m)
		}
	}
	return ""
}

func (w *waitingPanel) menu(key string, at kit.Area) {
	r, ok := w.request(key)
	if !ok {
		return
	}
	p := w.page
	items := []kit.MenuItem{{Icon: "user-round", Title: "Ouvrir sa fiche", Detail: short(r.Child), Do: func() {
		p.desk.Window.Go(page.Route{Page: page.Child, Child: r.Child.ID})
	}}}
	items = append(items, p.requestActions(r)...)
	for i, g := range p.groupsOf(r.CycleID) {
		words, bad := p.worth(r, g.ID)
		item := kit.MenuItem{Icon: "users-round", Title: "Placer dans " + p.read.names.Group(g.ID), Detail: words, Line: i == 0, Reason: p.locked(),
			Do: func() { p.place(r, g.ID) }}
		if bad {
			item.Icon = "triangle-alert"
		}
		items = append(items, item)
	}
	kit.ShowMenuAt(p.desk.Window.Canvas(), at, items)
}

// over says what letting a child go at a place of the window would do.
func (w *waitingPanel) over(key string, at fyne.Position) (words string, bad bool) {
	r, ok := w.request(key)
	i := w.page.grid.Over(at)
	if !ok || i < 0 {
		return "", false
	}
	return w.page.worth(r, w.page.board.sessions[i].Group.ID.String())
}

func (w *waitingPanel) drop(key string, at fyne.Position) {
	r, ok := w.request(key)
	i := w.page.grid.Over(at)
	w.page.grid.Leave()
	if ok && i >= 0 {
		w.page.place(r, w.page.board.sessions[i].Group.ID.String())
	}
}

// groupsOf are the groups of a cycle, in the order of the day.
func (p *Page) groupsOf(cycle data.ID[data.Cycle]) (groups []planning.Group) {
	for _, g := range p.read.view.Plan.Groups {
		if p.read.view.Names.Groups[g.ID].CycleID == cycle {
			groups = append(groups, g)
		}
	}
	return groups
}

// worth says what a group is worth for a request: a free place, or what stands in the way.
func (p *Page) worth(r registry.PlannerRequest, group string) (words string, bad bool) {
	x := p.read
	g, known := x.view.Names.Groups[group]
	if !known || g.CycleID != r.CycleID {
		return short(r.Child) + " attend une place en " + fr.Lower(r.Workshop.Name) + ".", true
	}
	for _, reason := range x.reasonsOf(r.ID) {
		if len(reason.About) > 0 && reason.About[0] == group {
			return fr.PlanReason(x.names, reason), reason.Code != planning.FreePlace
		}
	}
	if len(r.Blocked) > 0 {
		return fr.Warning(r.Blocked[0]), true
	}
	return "", false
}

// reasonsOf are those of a request.
func (x *reading) reasonsOf(id data.ID[data.Enrollment]) []planning.Reason {
	for i, w := range x.view.Waiting {
		if w.ID == id && i < len(x.reasons) {
			return x.reasons[i]
		}
	}
	return nil
}
