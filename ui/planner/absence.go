package planner

import (
	"errors"
	"slices"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/sheet"
)

// sessionActions are what else can be done with a session.
func (p *Page) sessionActions(s registry.DaySession) (items []kit.MenuItem) {
	off := p.locked()
	if s.State == data.SessionHeld {
		off = "Cette séance a eu lieu."
	}
	cancelled := s.State == data.SessionCancelled
	if !cancelled {
		items = append(items, kit.MenuItem{Icon: "ban", Title: "Annuler la séance", Detail: "Ce mercredi seulement", Reason: off, Line: true,
			Do: func() { p.cancel(s) }})
	}
	items = append(items, kit.MenuItem{Icon: "calendar", Title: "Reporter sur un mercredi de réserve", Line: cancelled, Reason: off, Do: func() { p.spare(s) }})
	if !s.FacilitatorID.IsZero() {
		items = append(items, kit.MenuItem{Icon: "user-round-x", Title: "Noter une absence " + fr.De(s.Facilitator.Name), Detail: "Ce mercredi, ou plus longtemps",
			Reason: p.locked(), Line: true, Do: func() { p.away(s.FacilitatorID) }})
	}
	return items
}

// cancel cancels the session of the day, with its reason.
func (p *Page) cancel(s registry.DaySession) {
	reason := kit.NewTextField("Motif", "")
	reason.Needed = "Écrivez pourquoi la séance n’a pas lieu."
	f := sheet.New(p.desk)
	f.Add(reason)
	reg, name := p.desk.Registry, fr.Capital(p.read.names.Group(s.Group.ID.String()))
	f.Show(sheet.Parts{Title: "Annuler la séance du " + fr.DayMonth(p.read.view.Day.Date), Verb: "Annuler la séance", Body: reason, Save: func() (func() error, func()) {
		why := reason.Text()
		return func() error { return reg.CancelSession(s.ID, why) }, func() {
			p.desk.Window.Toast(name+nbsp+": séance annulée.", func() { p.desk.Do(func() error { return reg.UncancelSession(s.ID) }, nil) })
		}
	}})
}

// spare holds a session on the next Wednesday in reserve.
func (p *Page) spare(s registry.DaySession) {
	reg, name := p.desk.Registry, fr.Capital(p.read.names.Group(s.Group.ID.String()))
	var day data.Date
	var undo func() error
	p.desk.Do(func() (err error) {
		day, undo, err = reg.ReplaceOnSpare(s.ID)
		return err
	}, func() {
		p.desk.Window.Toast(name+nbsp+": séance reportée au "+fr.DayMonth(day)+".", func() { p.desk.Do(undo, nil) })
	})
}

// away notes when a facilitator is not there, then asks what becomes of the sessions.
func (p *Page) away(id data.ID[data.Facilitator]) {
	who, ok := p.desk.Registry.Facilitators.Get(id)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	day := p.read.view.Day.Date
	from, to := kit.NewDateField("Du", p.desk.Today()), kit.NewDateField("Au", p.desk.Today())
	from.Needed, to.Needed = "Indiquez le premier jour.", "Indiquez le dernier jour."
	from.SetValue(day)
	to.SetValue(day)
	to.Rule = func(d data.Date) string {
		if d < from.Value() {
			return "Le dernier jour vient avant le premier. Vérifiez les deux dates."
		}
		return ""
	}
	reason := kit.NewTextField("Motif", "Facultatif.")
	f := sheet.New(p.desk)
	f.Add(from, to, reason)
	f.Show(sheet.Parts{Title: "Absence " + fr.De(who.FullName()), Verb: "Noter l’absence", Width: 560,
		Body: kit.VBox(look.Gap, kit.Grid(2, look.Gap, from, to), reason,
			kit.Paragraph("Ensuite, vous déciderez de ce que deviennent les séances.", look.Detail)),
		Save: func() (func() error, func()) {
			x := data.DatedHours{From: from.Value(), To: to.Value(), Away: true, Reason: reason.Text()}
			return func() error { return p.noteAway(id, x) }, func() { p.noted(who, x) }
		}})
}

// noteAway keeps an absence of a facilitator: it comes before what was said of the same days.
func (p *Page) noteAway(id data.ID[data.Facilitator], x data.DatedHours) error {
	f, ok := p.desk.Registry.Facilitators.Get(id)
	if !ok {
		return registry.ErrGone
	}
	f.Exceptions = append([]data.DatedHours{x}, f.Exceptions...)
	return p.desk.Registry.Facilitators.Save(&f)
}

// forgetAway takes an absence back.
func (p *Page) forgetAway(id data.ID[data.Facilitator], x data.DatedHours) error {
	f, ok := p.desk.Registry.Facilitators.Get(id)
	if !ok {
		return registry.ErrGone
	}
	f.Exceptions = slices.DeleteFunc(slices.Clone(f.Exceptions), func(y data.DatedHours) bool {
		return y.From == x.From && y.To == x.To && y.Away && y.Reason == x.Reason
	})
	return p.desk.Registry.Facilitators.Save(&f)
}

// noted follows an absence: one day is decided session by session, a longer one plans the groups again.
func (p *Page) noted(who data.Facilitator, x data.DatedHours) {
	name, day := who.FullName(), p.read.view.Day.Date
	p.desk.Window.Toast("Absence "+fr.De(name)+" notée.", func() {
		p.event = nil
		p.desk.Do(func() error { return p.forgetAway(who.ID, x) }, nil)
	})
	if !x.Covers(day) {
		return
	}
	if x.From == x.To {
		p.decide(who)
		return
	}
	p.happened(&event{key: who.ID.String() + x.From.String(), fact: "Absence " + fr.De(name) + " " + fr.RangeShort(x.From, x.To),
		rest: nbsp + ": les groupes peuvent être planifiés autrement à partir du " + fr.DayMonth(day) + "."})
}

// What a session of somebody who is away becomes; from replaced on, another facilitator.
const (
	leaveIt = iota
	cancelIt
	postponeIt
	replaced
)

// decide asks what becomes of each session of a facilitator on the day.
func (p *Page) decide(who data.Facilitator) {
	var sessions []registry.DaySession
	for _, s := range p.read.view.Day.Sessions {
		if s.FacilitatorID == who.ID && s.State == data.SessionPlanned {
			sessions = append(sessions, s)
		}
	}
	if len(sessions) == 0 {
		return
	}
	f := sheet.New(p.desk)
	body := kit.VBox(look.Gap)
	fields, others := make([]*kit.SelectField, len(sessions)), make([][]planning.Facilitator, len(sessions))
	for i, s := range sessions {
		others[i] = p.substitutes(s, who.ID)
		choices := []string{"Décider plus tard", "Annuler la séance", "Reporter sur un mercredi de réserve"}
		for _, o := range others[i] {
			choices = append(choices, "Confier à "+p.read.view.Names.Facilitators[o.ID].Name)
		}
		fields[i] = kit.NewSelectField(fr.Join(page.GroupWords(s.Group), fr.TimeSpan(s.Start, s.LengthMinutes)), choices, leaveIt)
		f.Add(fields[i])
		body.Add(fields[i])
	}
	reason := "Absence " + fr.De(who.FullName())
	f.Show(sheet.Parts{Title: "Que deviennent les séances du " + fr.DayMonth(p.read.view.Day.Date) + "\u00a0?", Verb: "Appliquer", Body: body, Width: 560,
		Save: func() (func() error, func()) {
			var acts []fate
			for i, s := range sessions {
				if act := p.fateOf(s, fields[i].Chosen(), others[i], reason); act != nil {
					acts = append(acts, act)
				}
			}
			var undo func() error
			return func() (err error) {
					undo, err = inTurn(acts)
					return err
				}, func() {
					p.desk.Window.Toast("Les séances du "+fr.DayMonth(p.read.view.Day.Date)+" sont décidées.", func() { p.desk.Do(undo, nil) })
				}
		}})
}

// fate is what becomes of one session: it does it, and answers how to undo it.
type fate func() (undo func() error, err error)

// inTurn does one thing after the other: all, or none. undo takes all of them back, the last first.
func inTurn(acts []fate) (undo func() error, err error) {
	var undos []func() error
	undo = func() error {
		for _, u := range slices.Backward(undos) {
			if err := u(); err != nil {
				return err
			}
		}
		return nil
	}
	for _, act := range acts {
		back, err := act()
		if err != nil {
			return nil, errors.Join(err, undo())
		}
		undos = append(undos, back)
	}
	return undo, nil
}

// fateOf is what is done with one session, nil when nothing is.
func (p *Page) fateOf(s registry.DaySession, choice int, others []planning.Facilitator, reason string) fate {
	reg, day := p.desk.Registry, p.read.view.Day.Date
	switch {
	case choice == cancelIt:
		return func() (func() error, error) {
			return func() error { return reg.UncancelSession(s.ID) }, reg.CancelSession(s.ID, reason)
		}
	case choice == postponeIt:
		return func() (func() error, error) {
			_, undo, err := reg.ReplaceOnSpare(s.ID)
			return undo, err
		}
	case choice >= replaced:
		other, _ := data.ParseID[data.Facilitator](others[choice-replaced].ID) // one of the problem
		return func() (func() error, error) {
			return reg.MoveGroup(registry.GroupMove{GroupID: s.Group.ID, Day: day, Once: true, Start: s.Start, RoomID: s.RoomID,
				FacilitatorID: other, Why: reason, By: p.desk.Viewer})
		}
	}
	return nil
}

// substitutes are the facilitators who can give the workshop of a session and are free at its hour.
func (p *Page) substitutes(s registry.DaySession, away data.ID[data.Facilitator]) (out []planning.Facilitator) {
	x := p.read
	g := x.group(s.Group.ID.String())
	if g == nil {
		return nil
	}
	w := x.workshop(g.Workshop)
	if w == nil {
		return nil
	}
	for _, f := range x.view.Problem.Facilitators {
		there := slices.ContainsFunc(f.Available, func(h planning.Span) bool {
			return data.TimeOfDay(h.Start) <= s.Start && s.Start.Add(s.LengthMinutes) <= data.TimeOfDay(h.End)
		})
		busy := slices.ContainsFunc(x.view.Day.Sessions, func(o registry.DaySession) bool {
			return o.State != data.SessionCancelled && o.FacilitatorID.String() == f.ID && data.Overlaps(o.Start, o.LengthMinutes, s.Start, s.LengthMinutes)
		})
		if f.ID != away.String() && slices.Contains(w.Facilitators, f.ID) && there && !busy {
			out = append(out, f)
		}
	}
	return out
}
