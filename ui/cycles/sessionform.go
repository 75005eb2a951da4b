package cycles

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	forms "mercredi/ui/page/sheet"
)

// editSession opens the theme and the note of a session.
func (p *Group) editSession(s registry.GroupSession) {
	r := p.desk.Registry
	kept, ok := r.Sessions.Get(s.ID)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	theme := kit.NewTextField("Thème", "Le même thème sur plusieurs séances forme un bandeau au-dessus de la grille.")
	note := kit.NewNoteField("Ce qui s’est passé", "Pour le bilan du groupe. Sans nommer les enfants"+nbsp+": leurs notes sont à part.", 6)
	theme.SetText(kept.Theme)
	note.SetText(kept.Note)
	p.show(sheet{
		title: "Séance" + nbsp + strconv.Itoa(s.Number) + ", " + dayWords(s.Date), verb: "Enregistrer la séance",
		body: kit.VBox(look.Gap, theme, note), form: kit.NewForm(theme, note), width: 620,
		gather: func() change {
			about, text := theme.Text(), note.Text()
			return change{work: func(x attempt) error {
				now := kept
				if x.over {
					other, ok := r.Sessions.Get(s.ID)
					if !ok {
						return registry.ErrGone
					}
					now = other
				}
				now.Theme, now.Note = about, text
				return r.Sessions.Save(&now)
			}}
		},
		faults: func(err error) bool { return forms.Beside(err, map[string]kit.Input{"Theme": theme, "Note": note}) },
	})
}

// moment is the day, the hour and the reason of a session that is moved or added, with what is unusual about them.
type moment struct {
	page     *Group
	session  data.Session
	day      *kit.DateField
	start    *kit.TimeField
	reason   *kit.TextField
	warnings *fyne.Container
	form     *kit.Form
	unusual  []registry.Clash
}

func (p *Group) newMoment(s data.Session, reason string) *moment {
	m := &moment{page: p, session: s}
	m.day = kit.NewDateField("Jour", p.desk.Today())
	m.day.SetValue(s.Date)
	m.day.Needed = "Indiquez le jour."
	m.start = kit.NewTimeField("Heure", "")
	m.start.SetValue(s.Start)
	m.start.Needed = "Indiquez l’heure."
	m.reason = kit.NewTextField("Raison", reason)
	m.warnings = kit.VBox(look.Tight)
	m.form = kit.NewForm(m.day, m.start, m.reason)
	m.form.OnEdit = m.look
	m.look()
	return m
}

func (m *moment) body() fyne.CanvasObject {
	return kit.VBox(look.Gap, kit.Columns(look.Gap, kit.Share(2, m.day), kit.Share(1, m.start)), m.warnings, m.reason)
}

// look shows what is unusual about the day and hour that are typed.
func (m *moment) look() {
	s := m.session
	s.Date, s.Start = m.day.Value(), m.start.Value()
	m.unusual = nil
	if !s.Date.IsZero() && s.Start != 0 {
		m.unusual = m.page.desk.Registry.SessionWarnings(s)
	}
	var notices []fyne.CanvasObject
	for _, c := range m.unusual {
		notices = append(notices, kit.Notice(look.Warning, m.page.clash(c), "", nil))
	}
	if len(notices) > 0 {
		notices = append(notices, kit.Text("Vous pouvez continuer en écrivant la raison.", look.Detail))
	}
	m.reason.Needed = ""
	if len(m.unusual) > 0 {
		m.reason.Needed = "Écrivez pourquoi, en quelques mots."
	}
	kit.Replace(m.warnings, notices...)
	kit.Relayout(m.warnings)
}

// clash says what is unusual, with the names of those it is about.
func (p *Group) clash(c registry.Clash) string {
	var other, child string
	if g, ok := p.desk.Registry.Group(c.OtherGroupID); ok {
		other = page.GroupWords(g.GroupName)
	}
	if x, ok := p.desk.Registry.Children.Get(c.ChildID); ok {
		child = short(registry.ChildName{First: x.FirstName, Last: x.LastName})
	}
	return clashWords(c, other, child)
}

// moveSession opens the day of a session.
func (p *Group) moveSession(s registry.GroupSession) {
	r := p.desk.Registry
	kept, ok := r.Sessions.Get(s.ID)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	m := p.newMoment(kept, "Elle est gardée avec la séance.")
	p.show(sheet{
		title: "Déplacer la séance" + nbsp + strconv.Itoa(s.Number), verb: "Déplacer la séance", body: m.body(), form: m.form,
		gather: func() change {
			day, start, reason := m.day.Value(), m.start.Value(), m.reason.Text()
			return change{work: func(attempt) error { return r.MoveSession(s.ID, day, start, reason) }}
		},
		done: func() {
			p.desk.Window.Toast("Séance déplacée au "+dayWords(m.day.Value())+".", func() {
				p.desk.Do(func() error { return p.restoreSession(kept) }, nil)
			})
		},
	})
}

// restoreSession puts a session back as it was, and numbers the group again.
func (p *Group) restoreSession(was data.Session) error {
	r := p.desk.Registry
	reason := was.Reason
	if reason == "" && len(r.SessionWarnings(was)) > 0 {
		reason = "Remise à sa date."
	}
	return r.MoveSession(was.ID, was.Date, was.Start, reason)
}

// addSession opens the day of one session more.
func (p *Group) addSession() {
	r := p.desk.Registry
	g, ok := r.Groups.Get(p.id)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	day := p.desk.Today()
	if n := len(p.view.Sessions); n > 0 {
		day = max(day, p.view.Sessions[n-1].Date)
	}
	for day = day.AddDays(1); day.Weekday() != p.view.Weekday; day = day.AddDays(1) {
	}
	m := p.newMoment(data.Session{
		GroupID: g.ID, CycleID: g.CycleID, Date: day, Start: g.Start, LengthMinutes: g.LengthMinutes,
		RoomID: g.RoomID, FacilitatorID: g.FacilitatorID,
	}, "Utile seulement si la date n’est pas habituelle.")
	var added data.Session
	p.show(sheet{
		title: "Ajouter une séance", verb: "Ajouter la séance", body: m.body(), form: m.form,
		gather: func() change {
			day, start, reason := m.day.Value(), m.start.Value(), m.reason.Text()
			reasons := map[data.WarningCode]string{}
			for _, c := range m.unusual {
				reasons[c.Code] = reason
			}
			return change{work: func(attempt) (err error) {
				added, err = r.AddSession(p.id, day, start, reasons)
				return err
			}}
		},
		done: func() {
			p.desk.Window.Toast("Séance ajoutée.", func() {
				p.desk.Do(func() error { _, err := r.RemoveSession(added.ID); return err }, nil)
			})
		},
	})
}

// cancelSession asks why a session does not take place.
func (p *Group) cancelSession(s registry.GroupSession) {
	r := p.desk.Registry
	reason := kit.NewTextField("Raison", "Elle est gardée avec la séance.")
	reason.Needed = "Écrivez la raison en quelques mots."
	words := "Elle ne comptera dans aucune régularité."
	if s.Count.Counted > 0 {
		words = "Elle ne comptera dans aucune régularité. Les présences déjà saisies sont gardées de côté."
	}
	p.show(sheet{
		title: "Annuler la séance du " + dayWords(s.Date) + nbsp + "?", verb: "Annuler la séance", danger: true,
		body: kit.VBox(look.Gap, kit.Paragraph(words, look.Body.As(look.Ink2)), reason), form: kit.NewForm(reason),
		gather: func() change {
			why := reason.Text()
			return change{work: func(attempt) error { return r.CancelSession(s.ID, why) }}
		},
		done: func() {
			p.desk.Window.Toast("Séance annulée.", func() { p.desk.Do(func() error { return r.UncancelSession(s.ID) }, nil) })
		},
	})
}

// uncancelSession says that a session takes place after all.
func (p *Group) uncancelSession(s registry.GroupSession) {
	r := p.desk.Registry
	p.desk.Do(func() error { return r.UncancelSession(s.ID) }, func() {
		p.desk.Window.Toast("Séance rétablie.", func() { p.desk.Do(func() error { return r.CancelSession(s.ID, s.Reason) }, nil) })
	})
}

// removeSession takes a session out that was never to be.
func (p *Group) removeSession(s registry.GroupSession) {
	var undo func() error
	r := p.desk.Registry
	p.desk.Do(func() (err error) {
		undo, err = r.RemoveSession(s.ID)
		return err
	}, func() {
		p.desk.Window.Toast("Séance retirée.", func() { p.desk.Do(undo, nil) })
	})
}
