package planner

import (
	"slices"
	"unicode"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/page"
)

// gestures gives the grid what can be done in it.
func (p *Page) gestures(parts *kit.PlanParts) {
	parts.OnOpen, parts.OnMenu, parts.OnEscape = p.open, p.menu, p.escape
	parts.OnRune = p.letter
	if p.locked() == "" {
		parts.OnMove, parts.Judge = p.moved, p.judge
	}
}

// locked is why nothing can be changed here, "" when it can.
func (p *Page) locked() string {
	if p.desk.ReadOnly() {
		return "Vous consultez seulement\u00a0: votre clé ne permet pas de modifier."
	}
	return ""
}

// toGrid goes to the first group where the child in hand could go.
func (p *Page) toGrid() {
	if len(p.board.parts.Blocks) > 0 {
		p.desk.Window.Canvas().Focus(p.grid)
	}
}

// escape lets go of the child in hand, then closes the group.
func (p *Page) escape() bool {
	switch {
	case !p.chosen.none():
		from := p.chosen
		p.choose(choice{})
		p.toList(from)
	case p.group != nil:
		p.closeGroup()
	default:
		return false
	}
	return true
}

// toList gives the keyboard back to the list that the child in hand comes from.
func (p *Page) toList(c choice) {
	list := p.waiting.list
	if c.from != "" && p.group != nil {
		list = p.group.list
	}
	p.desk.Window.Canvas().Focus(list.Keyboard())
}

// open places the child in hand in a possible group, or shows who is in it.
func (p *Page) open(i int) {
	s := p.board.sessions[i]
	if p.grid.Blocks()[i].Target != "" {
		p.placeChosen(s.Group.ID.String())
		return
	}
	p.openGroup(s)
}

// letter is L: the hour and the room of the group are locked, or both set free.
func (p *Page) letter(i int, r rune) {
	if unicode.ToUpper(r) == 'L' {
		p.turnLock(p.board.sessions[i])
	}
}

// menu shows what can be done with a session and its group.
func (p *Page) menu(i int, at kit.Area) {
	s := p.board.sessions[i]
	id, off := s.Group.ID.String(), p.locked()
	locks := p.read.locks(id)
	items := []kit.MenuItem{
		{Icon: "users-round", Title: "Voir les enfants", Detail: "Entrée", Do: func() { p.openGroup(s) }},
		{Icon: "calendar-check", Title: "Ouvrir le groupe", Detail: "Présences, séances, bilans", Do: func() { p.goToGroup(s) }},
	}
	if p.read.group(id) != nil {
		items = append(items,
			kit.MenuItem{Icon: lockIcon(locks.Slot), Title: lockWord(locks.Slot, "l’heure"), Detail: "Les propositions la garderont", Line: true, Reason: off,
				Do: func() { p.lock(s, !locks.Slot, locks.Room) }},
			kit.MenuItem{Icon: lockIcon(locks.Room), Title: lockWord(locks.Room, "la salle"), Detail: "L verrouille l’heure et la salle", Reason: off,
				Do: func() { p.lock(s, locks.Slot, !locks.Room) }})
	}
	items = append(items, p.sessionActions(s)...)
	kit.ShowMenuAt(p.desk.Window.Canvas(), at, items)
}

func lockIcon(locked bool) string {
	if locked {
		return "lock-open"
	}
	return "lock"
}

func lockWord(locked bool, what string) string {
	if locked {
		return "Déverrouiller " + what
	}
	return "Verrouiller " + what
}

func (p *Page) goToGroup(s registry.DaySession) {
	p.desk.Window.Go(page.Route{Page: page.Group, Group: s.Group.ID})
}

// target is where a session would be held.
type target struct {
	start       data.TimeOfDay
	room        data.ID[data.Room]
	facilitator data.ID[data.Facilitator]
}

// targetOf is where the session of a block goes when the block is dropped.
func (p *Page) targetOf(i int, to kit.PlanPlace) target {
	s := p.board.sessions[i]
	t := target{data.TimeOfDay(to.Start), s.RoomID, s.FacilitatorID}
	if p.by == byFacilitator {
		t.facilitator, _ = data.ParseID[data.Facilitator](p.board.columns[to.Column]) // zero for « Sans intervenant »
	} else {
		t.room, _ = data.ParseID[data.Room](p.board.columns[to.Column])
	}
	return t
}

// judge says what a place is worth for a session, while it is carried over it.
func (p *Page) judge(i int, to kit.PlanPlace) (words string, bad bool) {
	x, s, t := p.read, p.board.sessions[i], p.targetOf(i, to)
	id := s.Group.ID.String()
	if x.instance == nil || x.group(id) == nil {
		return p.judgeAlone(s, t)
	}
	moved := change(x.now, func(g *planning.Group) {
		if g.ID == id {
			g.Start, g.Room, g.Facilitator = planning.Time(t.start), textOf(t.room), textOf(t.facilitator)
		}
	})
	for _, v := range planning.Check(x.instance, &moved) {
		if v.Severity == planning.Impossible && slices.Contains(v.Groups, id) && aboutPlace(v.Code) {
			return fr.PlanViolation(x.names, v), true
		}
	}
	return "Libre", false
}

// aboutPlace says whether a violation is about where and when, not about who is in the group.
func aboutPlace(c planning.Code) bool {
	return slices.Contains([]planning.Code{
		planning.OutsideDay, planning.InBreak, planning.TooEarly, planning.TooLate, planning.RoomTaken, planning.RoomTooSmall,
		planning.FacilitatorBusy, planning.FacilitatorAway, planning.FacilitatorUnfit, planning.ChildBusy, planning.ChildAway,
		planning.TooManyTrips,
	}, c)
}

// judgeAlone judges a session that is outside of the pattern, such as one of a stage.
func (p *Page) judgeAlone(s registry.DaySession, t target) (words string, bad bool) {
	for _, o := range p.board.sessions {
		if o.ID == s.ID || o.State == data.SessionCancelled || !data.Overlaps(t.start, s.LengthMinutes, o.Start, o.LengthMinutes) {
			continue
		}
		switch {
		case o.RoomID == t.room && !t.room.IsZero():
			return "La salle reçoit aussi " + page.GroupWords(o.Group) + ".", true
		case o.FacilitatorID == t.facilitator && !t.facilitator.IsZero():
			return o.Facilitator.Name + " a aussi " + page.GroupWords(o.Group) + ".", true
		}
	}
	return "Libre", false
}

// moved asks, when a block is dropped, whether it moves this Wednesday only or from now on.
func (p *Page) moved(i int, to kit.PlanPlace) {
	s, t := p.board.sessions[i], p.targetOf(i, to)
	where := fr.Join(fr.TimeSpan(t.start, s.LengthMinutes), p.board.parts.Columns[to.Column].Title)
	items := []kit.MenuItem{
		{Icon: "calendar-days", Title: "Tous les mercredis à venir", Detail: where, Do: func() { p.move(s, t, false) }},
		{Icon: "calendar", Title: "Ce mercredi seulement", Detail: fr.Capital(fr.DayMonth(p.read.view.Day.Date)) + ", " + where,
			Do: func() { p.move(s, t, true) }},
	}
	if s.Group.Workshop.Format == data.InGroup && p.read.group(s.Group.ID.String()) == nil {
		items = items[1:] // a stage: each day is its own
	}
	kit.ShowMenuAt(p.desk.Window.Canvas(), p.grid.Where(i, to), items)
}
