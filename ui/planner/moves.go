package planner

import (
	"context"
	"errors"
	"maps"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/task"
)

// gesture is one change made by hand: work runs beside the window, with the reasons for what is unusual, and answers how
// to undo it.
type gesture struct {
	verb string // « Placer quand même »: the button under the warnings
	said string // « Louise N. rejoint le groupe 2. »
	work func(reasons map[data.WarningCode]string) (undo func() error, err error)
	done func() // follows when it went well; may be nil
}

// do makes a gesture, asks for the reasons it needs, and offers to undo it.
func (p *Page) do(g gesture) { p.try(g, nil) }

func (p *Page) try(g gesture, reasons map[data.WarningCode]string) {
	if off := p.locked(); off != "" {
		p.desk.Window.Toast(off, nil)
		return
	}
	var undo func() error
	task.Run(p.desk.Tasks, func(context.Context) (_ struct{}, err error) {
		undo, err = g.work(reasons)
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		asked, unusual := errors.AsType[*registry.NeedsReason](err)
		switch {
		case unusual:
			p.askReason(g, reasons, asked.Warnings)
		case err != nil:
			p.desk.Window.Fail(err)
		default:
			p.desk.Window.Toast(g.said, func() { p.desk.Do(undo, nil) })
			if g.done != nil {
				g.done()
			}
		}
	})
}

// askReason lists what is unusual and asks why it is accepted.
func (p *Page) askReason(g gesture, had map[data.WarningCode]string, warnings []data.WarningCode) {
	body := kit.VBox(look.Tight)
	for _, w := range warnings {
		body.Add(kit.Notice(look.Warning, fr.Warning(w), "", nil))
	}
	reason := kit.NewNoteField("Pourquoi continuer"+nbsp+"?", "La raison est gardée avec la fiche.", 2)
	reason.Needed = "Écrivez la raison en quelques mots."
	body.Add(reason)
	form := kit.NewForm(reason)
	d := kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{Title: "Ce n’est pas habituel", Body: body, Verb: g.verb, Do: func() bool {
		if !form.Check() {
			return false
		}
		reasons := map[data.WarningCode]string{}
		maps.Copy(reasons, had)
		for _, w := range warnings {
			reasons[w] = reason.Text()
		}
		p.try(g, reasons)
		return true
	}})
	form.OnSubmit = d.Submit
}

// place gives a child who waits a place in a group, from this Wednesday on.
func (p *Page) place(r registry.PlannerRequest, group string) {
	g, known := p.read.view.Names.Groups[group]
	if !known || g.CycleID != r.CycleID {
		p.desk.Window.Toast(short(r.Child)+" attend une place en "+fr.Lower(r.Workshop.Name)+".", nil)
		return
	}
	reg, x := p.desk.Registry, registry.Placing{EnrollmentID: r.ID, GroupID: g.ID, Day: p.from(), By: p.desk.Viewer}
	p.do(gesture{
		verb: "Placer quand même", said: short(r.Child) + " rejoint " + p.read.names.Group(group) + ".",
		work: func(reasons map[data.WarningCode]string) (func() error, error) {
			x.Reasons = reasons
			return reg.PlaceChild(x)
		},
	})
}

// from is the first day that a gesture changes: the Wednesday on show, today when it is past.
func (p *Page) from() data.Date { return max(p.read.view.Day.Date, p.desk.Today()) }

// placeChosen puts the child in hand into a group.
func (p *Page) placeChosen(group string) {
	c := p.chosen
	if c.from != "" {
		p.swap(c, group)
		return
	}
	if i := p.waitingAt(c.enrolment); i >= 0 {
		p.place(p.read.view.Waiting[i], group)
	}
}

// swap moves a child who has a place to another group of the cycle.
func (p *Page) swap(c choice, group string) {
	from, to := p.read.view.Names.Groups[c.from], p.read.view.Names.Groups[group]
	child := p.read.names.Child(c.child)
	if from.CycleID != to.CycleID {
		p.desk.Window.Toast(child+" est en "+fr.Lower(from.Workshop.Name)+". Choisissez un groupe du même atelier.", nil)
		return
	}
	if from.ID == to.ID {
		return
	}
	reg, x := p.desk.Registry, registry.Placing{EnrollmentID: c.enrolment, GroupID: to.ID, Day: p.from(), By: p.desk.Viewer}
	p.do(gesture{
		verb: "Changer quand même", said: child + " passe de " + p.read.names.Group(c.from) + " à " + p.read.names.Group(group) + ".",
		work: func(reasons map[data.WarningCode]string) (func() error, error) {
			x.Reasons = reasons
			return reg.SwapGroup(x)
		},
	})
}

// putBack puts a child back on the waiting list.
func (p *Page) putBack(c choice) {
	reg, day := p.desk.Registry, p.from()
	left := fr.PlanChange(p.read.names, leaving(c.child, c.from))
	p.do(gesture{
		said: p.read.names.Child(c.child) + " est de nouveau à placer.",
		work: func(map[data.WarningCode]string) (func() error, error) { return reg.PutBack(c.enrolment, day, "") },
		done: func() {
			p.happened(&event{key: c.child, fact: left, rest: nbsp + ": une place est libre."})
		},
	})
}

// lockPlace keeps a child in a group when groups are proposed, or sets the child free.
func (p *Page) lockPlace(c choice, locked bool) {
	reg := p.desk.Registry
	said := " peut changer de groupe dans les propositions."
	if locked {
		said = " reste dans son groupe dans les propositions."
	}
	p.do(gesture{
		said: p.read.names.Child(c.child) + said,
		work: func(map[data.WarningCode]string) (func() error, error) { return reg.LockPlace(c.enrolment, locked) },
	})
}

// lock keeps the hour and the room of a group when groups are proposed, or sets them free.
func (p *Page) lock(s registry.DaySession, slot, room bool) {
	reg, id := p.desk.Registry, s.Group.ID
	said := map[[2]bool]string{
		{true, true}: " garde son heure et sa salle.", {true, false}: " garde son heure.", {false, true}: " garde sa salle.",
		{false, false}: " peut changer d’heure et de salle.",
	}[[2]bool{slot, room}]
	p.do(gesture{
		said: fr.Capital(p.read.names.Group(id.String())) + said,
		work: func(map[data.WarningCode]string) (func() error, error) { return reg.LockGroup(id, slot, room) },
	})
}

// turnLock locks the hour and the room of a group, or sets both free when one is locked.
func (p *Page) turnLock(s registry.DaySession) {
	if p.read.group(s.Group.ID.String()) == nil {
		return
	}
	locks := p.read.locks(s.Group.ID.String())
	on := !locks.Slot && !locks.Room
	p.lock(s, on, on)
}

// move puts a group at another hour or place, this Wednesday only or from it on.
func (p *Page) move(s registry.DaySession, t target, once bool) {
	reg := p.desk.Registry
	m := registry.GroupMove{
		GroupID: s.Group.ID, Day: p.read.view.Day.Date, Once: once, Start: t.start, RoomID: t.room, FacilitatorID: t.facilitator, By: p.desk.Viewer,
	}
	when := "à partir du " + fr.DayMonth(m.Day)
	if once {
		when = "le " + fr.DayMonth(m.Day) + " seulement"
	}
	p.do(gesture{
		verb: "Déplacer quand même",
		said: fr.Capital(p.read.names.Group(s.Group.ID.String())) + nbsp + ": " + fr.TimeSpan(t.start, s.LengthMinutes) + ", " + when + ".",
		work: func(reasons map[data.WarningCode]string) (func() error, error) {
			m.Reasons = reasons
			return reg.MoveGroup(m)
		},
	})
}
