package planner

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// groupPanel takes the place of the waiting children while a group is open: who is in it, and what can be done with each.
type groupPanel struct {
	page    *Page
	session data.ID[data.Session]
	group   string // id
	list    *kit.DragList
	head    *fyne.Container
	body    *fyne.Container
	foot    *fyne.Container
	root    fyne.CanvasObject
}

// openGroup shows who is in a group, in place of the waiting children.
func (p *Page) openGroup(s registry.DaySession) {
	p.choose(choice{})
	g := &groupPanel{page: p, session: s.ID, group: s.Group.ID.String(), head: kit.Holder(kit.Gap(1)), foot: kit.Holder(kit.Gap(1))}
	g.list = kit.NewDragList(kit.DragListParts{
		Name: "enfants du groupe", OnPick: g.pick, OnOpen: func(string) { p.toGrid() }, OnMenu: g.menu, OnDrag: g.over, OnDrop: g.drop,
		OnRune: g.letter, OnKey: g.key,
	})
	g.body = kit.Holder(g.list)
	g.root = sidePanel(g.head, g.body, g.foot)
	p.group = g
	if !g.show() {
		p.group = nil
		return
	}
	kit.Replace(p.panel, g.root)
	if len(g.list.Rows()) > 0 {
		p.desk.Window.Canvas().Focus(g.list.Keyboard())
	}
}

// closeGroup shows the waiting children again.
func (p *Page) closeGroup() {
	if p.group == nil {
		return
	}
	p.choose(choice{})
	p.group = nil
	kit.Replace(p.panel, p.waiting.root)
	p.light()
}

// show writes the panel again; it answers false when the group is not there any more.
func (g *groupPanel) show() bool {
	s, ok := g.now()
	if !ok {
		return false
	}
	p := g.page
	close := kit.NewIconButton("x", "Fermer (Échap)", p.closeGroup)
	tile := kit.Tile(workshopIcon(s.Group.Workshop), look.ToneName(s.Group.Workshop.Discipline), look.Control)
	title := kit.VBox(1, kit.Text(s.Group.Workshop.Name, look.CardTitle), kit.Text(detail(s), look.Detail))
	facts := kit.VBox(2, g.fact("clock", fr.TimeSpan(s.Start, s.LengthMinutes)), g.fact("map-pin", fr.Join(fr.Numbered(s.Room), s.Site)),
		g.fact("user-round", s.Facilitator.Name))
	head := kit.VBox(look.Tight, kit.HTop(look.Tight, tile, kit.Grow(title), close), facts)
	for _, t := range p.read.troubles {
		if t.groups[0] == g.group || len(t.groups) > 1 && t.groups[1] == g.group {
			head.Add(kit.HTop(look.Hair, kit.Icon("triangle-alert", look.Alarm, look.IconMid), kit.Grow(kit.Paragraph(t.words(), look.Detail.As(look.Danger)))))
		}
	}
	open := kit.NewSmall("Ouvrir", "arrow-right", kit.Secondary, func() { p.goToGroup(s) })
	open.Tip = "Présences, séances, bilans"
	head.Add(kit.HBox(look.Tight, kit.Text("Enfants", look.DetailBold), kit.Badge(g.count(s), "", g.tone(s)), kit.Spacer(), open))
	kit.KeepFocus(g.head, func() { kit.Replace(g.head, head) })
	rows := g.rows()
	if len(rows) == 0 {
		kit.Replace(g.body, kit.EmptyState("users-round", "Aucun enfant dans ce groupe", "Glissez-y un enfant à placer."))
	} else {
		kit.Replace(g.body, g.list)
	}
	g.list.Set(rows)
	g.advise()
	return true
}

// now is the session as it is in the day on show.
func (g *groupPanel) now() (registry.DaySession, bool) {
	for _, s := range g.page.read.view.Day.Sessions {
		if s.ID == g.session {
			return s, true
		}
	}
	return registry.DaySession{}, false
}

func (g *groupPanel) fact(icon, words string) fyne.CanvasObject {
	if words == "" {
		words = "à choisir"
	}
	return kit.HBox(look.Tight, kit.Icon(icon, look.Neutral, look.IconMid), kit.Text(words, look.Detail))
}

func (g *groupPanel) count(s registry.DaySession) string {
	return fr.Number(s.Enrolled) + " sur " + fr.Number(s.Capacity)
}

func (g *groupPanel) tone(s registry.DaySession) look.ToneName {
	if s.Enrolled > s.Capacity {
		return look.Warning
	}
	return look.Neutral
}

// rows are the children of the group, from the pattern.
func (g *groupPanel) rows() (rows []kit.DragRow) {
	x := g.page.read
	of := x.group(g.group)
	if of == nil {
		return nil
	}
	locked := x.locks(g.group).Children
	for _, child := range of.Children {
		name := x.view.Names.Children[child]
		r := kit.DragRow{Key: child, Title: short(name), After: g.about(child), Fixed: g.page.locked()}
		for _, l := range locked {
			r.Locked = r.Locked || l == child
		}
		rows = append(rows, r)
	}
	return rows
}

func (g *groupPanel) about(child string) string {
	for _, c := range g.page.read.view.Problem.Children {
		if c.ID == child {
			age := -1
			if c.Age != nil {
				age = *c.Age
			}
			return fr.Join(fr.Age(age), string(c.Grade))
		}
	}
	return ""
}

// advise says below the list what can be done.
func (g *groupPanel) advise() {
	words := "Glissez un enfant vers un autre groupe. L le garde ici, Suppr le remet à placer."
	if off := g.page.locked(); off != "" {
		words = off
	} else if g.page.read.group(g.group) == nil {
		words = "Ce groupe n’est pas dans le rythme des mercredis. Ouvrez-le pour le modifier."
	}
	kit.Replace(g.foot, kit.HTop(look.Tight, kit.Icon("mouse-pointer-click", look.Neutral, look.IconMid), kit.Grow(kit.Paragraph(words, look.Detail))))
}

// choiceOf is a child of the group, in hand.
func (g *groupPanel) choiceOf(child string) choice {
	of := g.page.read.group(g.group)
	if of == nil || child == "" {
		return choice{}
	}
	return choice{enrolment: g.page.read.view.Places[registry.PlannerPlace{Child: child, Workshop: of.Workshop}], child: child, from: g.group}
}

func (g *groupPanel) pick(child string) { g.page.choose(g.choiceOf(child)) }

func (g *groupPanel) isLocked(child string) bool {
	for _, l := range g.page.read.locks(g.group).Children {
		if l == child {
			return true
		}
	}
	return false
}

// letter is L: the child stays here when groups are proposed, or may move again.
func (g *groupPanel) letter(child string, r rune) {
	if unicode.ToUpper(r) == 'L' {
		g.page.lockPlace(g.choiceOf(child), !g.isLocked(child))
	}
}

// key is Suppr: the child is put back on the list; Escape leaves the child in hand, then the group.
func (g *groupPanel) key(child string, e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyDelete && child != "":
		g.page.putBack(g.choiceOf(child))
	case e.Name == fyne.KeyEscape && child == "":
		g.page.closeGroup()
		g.page.toGrid()
	default:
		return false
	}
	return true
}

func (g *groupPanel) menu(child string, at kit.Area) {
	p, c := g.page, g.choiceOf(child)
	off, locked := p.locked(), g.isLocked(child)
	name := p.read.view.Names.Children[child]
	items := []kit.MenuItem{
		{Icon: "user-round", Title: "Ouvrir sa fiche", Do: func() { p.desk.Window.Go(page.Route{Page: page.Child, Child: name.ID}) }},
		{Icon: lockIcon(locked), Title: map[bool]string{false: "Garder dans ce groupe", true: "Laisser changer de groupe"}[locked],
			Detail: "L, pour les propositions", Reason: off, Do: func() { p.lockPlace(c, !locked) }},
		{Icon: "inbox", Title: "Remettre à placer", Detail: "Suppr", Reason: off, Do: func() { p.putBack(c) }},
	}
	for i, to := range p.groupsOf(p.read.view.Names.Groups[g.group].CycleID) {
		if to.ID == g.group {
			continue
		}
		words, _ := g.worth(child, to.ID)
		items = append(items, kit.MenuItem{Icon: "users-round", Title: "Passer vers " + p.read.names.Group(to.ID), Detail: words, Line: i == 0, Reason: off,
			Do: func() { p.swap(c, to.ID) }})
	}
	kit.ShowMenuAt(p.desk.Window.Canvas(), at, items)
}

// worth says what another group is worth for a child of this one.
func (g *groupPanel) worth(child, to string) (words string, bad bool) {
	x := g.page.read
	from, group := x.view.Names.Groups[g.group], x.view.Names.Groups[to]
	switch {
	case to == g.group:
		return "", false
	case from.CycleID != group.CycleID:
		return "Un autre atelier.", true
	case x.instance == nil:
		return "", false
	}
	moved := change(x.view.Plan, func(o *planning.Group) {
		switch o.ID {
		case g.group:
			o.Children = without(o.Children, child)
		case to:
			o.Children = append(without(o.Children, child), child)
		}
	})
	for _, v := range x.newTroubles(&x.view.Plan, &moved, to) {
		return fr.PlanViolation(x.names, v), true
	}
	return fr.Capital(strings.TrimSuffix(x.freeWords(to), ".")), false
}

// freeWords is « 2 places » of a group, and its hour.
func (x *reading) freeWords(group string) string {
	g := x.group(group)
	if g == nil {
		return ""
	}
	at := "à " + fr.Time(data.TimeOfDay(g.Start))
	if w := x.workshop(g.Workshop); w != nil && w.Max > len(g.Children) {
		return fr.Join(fr.Count(w.Max-len(g.Children), "place", "places"), at)
	}
	return at
}

func without(list []string, x string) (out []string) {
	for _, s := range list {
		if s != x {
			out = append(out, s)
		}
	}
	return out
}

// over says what letting a child go at a place of the window would do.
func (g *groupPanel) over(child string, at fyne.Position) (words string, bad bool) {
	i := g.page.grid.Over(at)
	if i < 0 {
		return "", false
	}
	return g.worth(child, g.page.board.sessions[i].Group.ID.String())
}

func (g *groupPanel) drop(child string, at fyne.Position) {
	i := g.page.grid.Over(at)
	g.page.grid.Leave()
	if i >= 0 {
		g.page.swap(g.choiceOf(child), g.page.board.sessions[i].Group.ID.String())
	}
}
