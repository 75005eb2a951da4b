package workshops

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/sheet"
)

// groups is the third step: the groups, their hours, rooms and facilitators, and what is in their way.
type groups struct {
	p      *Opening
	form   *kit.Form
	cards  []*groupForm
	box    *fyne.Container
	reason *kit.TextField // why the sessions are held although something is unusual
	why    *kit.Form
	asked  *fyne.Container
	rooms  sheet.Choice[data.Room]
	places map[data.ID[data.Room]]int
	people sheet.Choice[data.Facilitator]
}

// groupForm is the fields of one group.
type groupForm struct {
	g                *groupDraft
	name             *kit.TextField
	start            *kit.TimeField
	length, capacity *kit.NumberField
	room, who        *kit.SelectField
	clashes          *fyne.Container
	told             []string // in clashes
}

func newGroups(p *Opening) *groups {
	s := &groups{p: p, box: kit.VBox(look.Gap), places: map[data.ID[data.Room]]int{}}
	rooms := p.desk.Registry.RoomRows()
	s.rooms = sheet.Among(rooms, func(r registry.RoomRow) (data.ID[data.Room], string, bool) {
		s.places[r.ID] = r.Places
		return r.ID, r.Name, r.Archived
	})
	s.people = sheet.Among(p.desk.Registry.FacilitatorRows(), func(f registry.FacilitatorRow) (data.ID[data.Facilitator], string, bool) {
		return f.ID, fr.FullName(f.First, f.Last), f.Archived
	})
	s.reason = kit.NewTextField("Pourquoi garder ces horaires quand même\u00a0?", "")
	s.reason.Max = data.MaxName
	s.reason.SetText(p.draft.whySessions)
	s.reason.Needed = "Écrivez la raison, ou changez l’heure, la salle ou l’intervenant."
	s.why = kit.NewForm(s.reason) // apart: Enter does not go there while nothing is asked
	s.why.OnEdit, s.why.OnSubmit = s.read, p.forward
	s.asked = kit.VBox(look.Tight, kit.Panel(s.reason))
	s.build()
	return s
}

// build makes the fields of every group anew.
func (s *groups) build() {
	s.form, s.cards = kit.NewForm(), nil
	var shown []fyne.CanvasObject
	for i, g := range s.p.draft.groups {
		f := s.fieldsOf(g)
		s.cards = append(s.cards, f)
		shown = append(shown, s.card(f, i))
	}
	s.form.OnEdit, s.form.OnSubmit = s.read, s.p.forward
	add := kit.NewButton("Ajouter un groupe", "plus", kit.Secondary, s.add)
	kit.Replace(s.box, append(shown, kit.HBox(0, add), s.asked)...)
}

func (s *groups) fieldsOf(g *groupDraft) *groupForm {
	f := &groupForm{g: g, clashes: kit.VBox(look.Hair)}
	f.clashes.Hide()
	f.name = kit.NewTextField("Nom", "")
	f.name.Needed, f.name.Max = "Donnez un nom au groupe.", data.MaxName
	f.start = kit.NewTimeField("Début", "")
	f.start.Needed = "Indiquez l’heure."
	readable := f.start.Valid
	f.start.Valid = func(text string) string {
		if wrong := readable(text); wrong != "" {
			return wrong
		}
		if v := f.start.Value(); v < data.At(6, 0) || v > data.At(22, 0) {
			return "De 6\u00a0h à 22\u00a0h."
		}
		return ""
	}
	f.length = kit.NewNumberField("Minutes", "", 15, 480)
	f.capacity = kit.NewNumberField("Places", "", 1, 100)
	f.room = s.rooms.Field("Salle", "à choisir plus tard", g.RoomID)
	f.who = s.people.Field("Intervenant", "à choisir plus tard", g.FacilitatorID)
	f.name.SetText(g.Name)
	f.start.SetValue(g.Start)
	f.length.SetValue(g.LengthMinutes)
	f.capacity.SetValue(g.Capacity)
	s.form.Add(f.name, f.start, f.length, f.capacity)
	choice := kit.NewForm(f.room, f.who) // not on the way of Enter
	choice.OnEdit = s.read
	return f
}

func (s *groups) card(f *groupForm, at int) fyne.CanvasObject {
	remove := kit.NewIconButton("trash-2", "Retirer "+fr.GroupWord(f.g.Name), func() { s.remove(at) })
	remove.Weight = kit.Quiet
	if len(s.p.draft.groups) == 1 {
		remove.SetReason("Un cycle a au moins un groupe.")
		remove.Hide()
	}
	fields := kit.Columns(look.Gap,
		kit.Share(2, f.name), kit.Fixed(96, f.start), kit.Fixed(86, f.length),
		kit.Share(2, f.room), kit.Share(2, f.who), kit.Fixed(76, f.capacity),
		kit.Fixed(look.Control, kit.VBox(0, kit.Gap(20), remove)))
	return kit.Panel(kit.VBox(look.Tight, fields, f.clashes))
}

// read lays what the fields say over the draft.
func (s *groups) read() {
	for _, f := range s.cards {
		f.g.Name, f.g.Start, f.g.LengthMinutes, f.g.Capacity = f.name.Text(), f.start.Value(), f.length.Value(), f.capacity.Value()
		f.g.RoomID, f.g.FacilitatorID = s.rooms.Chosen(f.room), s.people.Chosen(f.who)
	}
	s.p.draft.whySessions = s.reason.Text()
	s.p.edited()
}

func (s *groups) add() {
	d := s.p.draft
	d.addGroup(naming.Group(len(d.groups)+1), s.p.workshop.SessionMinutes, s.p.workshop.Capacity)
	s.build()
	s.p.edited()
	kit.Relayout(s.p.body)
	s.p.desk.Window.Canvas().Focus(s.cards[len(s.cards)-1].name.Keyboard())
}

func (s *groups) remove(at int) {
	s.p.draft.removeGroup(at)
	kit.KeepFocus(s.box, s.build)
	s.p.edited()
	kit.Relayout(s.p.body)
}

func (s *groups) content() fyne.CanvasObject { return s.box }

// check wants every group whole, and a reason for what is unusual.
func (s *groups) check() bool {
	return s.form.Check() && (len(sessionCodes(s.p.seen)) == 0 || s.why.Check())
}

// show says beside each group what is in its way.
func (s *groups) show() {
	moved := false
	for i, f := range s.cards {
		told := s.inTheWay(i, f.g)
		if slices.Equal(told, f.told) {
			continue
		}
		f.told, moved = told, true
		lines := make([]fyne.CanvasObject, len(told))
		for i, sentence := range told {
			lines[i] = warningLine(sentence)
		}
		f.clashes.Hidden = len(lines) == 0
		kit.Replace(f.clashes, lines...)
	}
	if asked := len(sessionCodes(s.p.seen)) > 0; asked == s.asked.Hidden {
		s.asked.Hidden, moved = !asked, true
	}
	if moved {
		kit.Relayout(s.p.body)
	}
}

// inTheWay says what is unusual about a group.
func (s *groups) inTheWay(at int, g *groupDraft) []string {
	var out []string
	room := s.rooms.Name(g.RoomID)
	if at < len(s.p.seen.Groups) {
		for _, l := range clashesOf(s.p.seen, s.p.seen.Groups[at].ID) {
			out = append(out, l.sentence(s.groupName(l.other), room, s.people.Name(g.FacilitatorID)))
		}
	}
	if n := s.places[g.RoomID]; n > 0 && g.Capacity > n {
		out = append(out, room+" a "+fr.Count(n, "place", "places")+", le groupe en a "+fr.Number(g.Capacity)+".")
	}
	return out
}

// warningLine is one thing that is unusual, in words.
func warningLine(sentence string) fyne.CanvasObject {
	return kit.HTop(look.Tight, kit.Icon("circle-alert", look.Warning, look.IconMid), kit.Grow(kit.Paragraph(sentence, look.Detail.As(look.Warn))))
}

// groupName says which group is in the way: one of the plan, or one that exists.
func (s *groups) groupName(id data.ID[data.Group]) string {
	for _, g := range s.p.seen.Groups {
		if g.ID == id {
			return fr.GroupWord(g.Name) + " de ce cycle"
		}
	}
	r := s.p.desk.Registry
	g, _ := r.Groups.Get(id)
	c, _ := r.Cycles.Get(g.CycleID)
	w, _ := r.Workshops.Get(c.WorkshopID)
	name := said(w.ShortName, w.Name) + ", " + fr.Lower(c.Name)
	if g.Name != "" {
		name += ", " + fr.GroupWord(g.Name)
	}
	return name
}

func (s *groups) first() fyne.Focusable { return s.cards[0].name.Keyboard() }
