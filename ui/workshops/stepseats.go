package workshops

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// seats is the last step: the children in the groups, and those who wait.
type seats struct {
	p       *Opening
	pupils  []pupil
	byID    map[data.ID[data.Child]]pupil
	shown   []pupil // in the search
	picker  *kit.Picker
	target  *kit.SelectField
	form    *kit.Form // the reasons
	reasons map[data.ID[data.Child]]*kit.TextField
	full    []*kit.TextField // why a group is fuller than its places, one a group
	box     *fyne.Container
}

// mostFound is more than the search shows at once.
const mostFound = 12

func newSeats(p *Opening) *seats {
	s := &seats{p: p, box: kit.VBox(look.Gap), reasons: map[data.ID[data.Child]]*kit.TextField{}}
	s.readPupils()
	s.target = kit.NewSelectField("Inscrire dans", s.targets(), p.draft.free(0))
	s.picker = kit.NewPicker("Prénom, nom ou école", "Aucun autre enfant ne correspond.", s.search, s.pick)
	for _, g := range p.draft.groups {
		f := reasonField("Pourquoi dépasser le nombre de places\u00a0?", g.whyFull)
		f.OnChange = func(string) { g.whyFull = f.Text() }
		s.full = append(s.full, f)
	}
	return s
}

func reasonField(hint, text string) *kit.TextField {
	f := kit.NewTextField("", "").Hint(hint)
	f.Max, f.Needed = data.MaxName, "Écrivez la raison."
	f.SetText(text)
	return f
}

func (s *seats) readPupils() {
	s.pupils = pupils(s.p.desk.Registry.ChildRows(), s.p.workshop)
	s.byID = map[data.ID[data.Child]]pupil{}
	for _, x := range s.pupils {
		s.byID[x.id] = x
	}
}

// targets are the groups with their places, then the waiting list.
func (s *seats) targets() []string {
	var out []string
	for _, g := range s.p.draft.groups {
		out = append(out, g.Name+", "+fr.Number(len(g.children))+"/"+fr.Number(g.Capacity))
	}
	return append(out, "Liste d’attente")
}

// search finds children who have no place yet. Those whose follow-up has ended are found by name only.
func (s *seats) search(typed string) []kit.Found {
	s.shown = nil
	var found []kit.Found
	for _, x := range s.pupils {
		if len(found) == mostFound {
			break
		}
		if !s.p.draft.has(x.id) && fold.Has(x.folded, typed) && (!x.ended || typed != "") {
			s.shown, found = append(s.shown, x), append(found, x.found())
		}
	}
	return found
}

// pick gives the child a place; when the group is full the next ones go to the next group that has room.
func (s *seats) pick(i int) {
	d, at := s.p.draft, s.target.Chosen()
	d.put(s.shown[i].id, at)
	if at < len(d.groups) && len(d.groups[at].children) >= d.groups[at].Capacity {
		at = d.free(at)
	}
	s.picker.Field().SetText("")
	s.target.SetOptions(s.targets(), at)
	s.p.edited()
}

func (s *seats) move(id data.ID[data.Child], to int) {
	s.p.draft.put(id, to)
	s.p.edited()
}

func (s *seats) remove(id data.ID[data.Child]) {
	s.p.draft.drop(id)
	s.p.edited()
}

func (s *seats) content() fyne.CanvasObject {
	return kit.Columns(look.Wide,
		kit.Fixed(392, kit.Panel(kit.VBox(look.Gap, s.target, s.picker))),
		kit.Share(1, s.box))
}

func (s *seats) check() bool { return s.form.Check() }

// show draws the groups with their children anew; the reasons keep their fields.
func (s *seats) show() {
	s.readPupils()
	kit.KeepFocus(s.box, s.build)
	s.target.SetOptions(s.targets(), min(s.target.Chosen(), len(s.p.draft.groups)))
	s.picker.Refresh()
	kit.Relayout(s.p.body)
}

func (s *seats) build() {
	s.form = kit.NewForm()
	s.form.OnEdit, s.form.OnSubmit = func() { s.p.changed = true }, s.p.forward
	d := s.p.draft
	warnings := warningsOf(s.p.seen)
	var shown []fyne.CanvasObject
	for i, g := range d.groups {
		shown = append(shown, s.group(i, g, warnings))
	}
	if len(d.Waiting) > 0 {
		rows := kit.VBox(0)
		for i, id := range d.Waiting {
			rows.Add(s.child(id, len(d.groups), nil, i == 0))
		}
		shown = append(shown, kit.Card("Liste d’attente", kit.CountBadge(len(d.Waiting), look.Next), rows))
	}
	kit.Replace(s.box, shown...)
}

// group is a card with the children of a group.
func (s *seats) group(at int, g *groupDraft, warnings map[data.ID[data.Child]][]data.WarningCode) fyne.CanvasObject {
	tone := look.ToneName(s.p.workshop.Discipline)
	count := kit.Text(fr.Number(len(g.children))+"/"+fr.Number(g.Capacity), look.DetailBold.Tabular())
	head := kit.HBox(look.Gap, kit.Text(g.Name, look.CardTitle), kit.Text(fr.TimeSpan(g.Start, g.LengthMinutes), look.Detail), kit.Spacer())
	if g.Capacity <= 2*mostPips {
		head.Add(kit.Pips(min(len(g.children), g.Capacity), g.Capacity, tone))
	}
	head.Add(count)
	body := kit.VBox(0, head, kit.Gap(look.Hair))
	if len(g.children) == 0 {
		body.Add(kit.Paragraph("Aucun enfant pour l’instant. Vous pourrez aussi en inscrire plus tard.", look.Detail))
	}
	over := false
	for i, id := range g.children {
		over = over || len(own(warnings[id])) < len(warnings[id])
		body.Add(s.child(id, at, own(warnings[id]), i == 0))
	}
	if over {
		body.Add(kit.VBox(look.Hair, warningLine(s.tooMany(g)), s.full[at]))
		s.form.Add(s.full[at])
	}
	return kit.Panel(body)
}

// tooMany says by how much a group, or its room, is too full.
func (s *seats) tooMany(g *groupDraft) string {
	n := fr.Count(len(g.children), "enfant", "enfants")
	if len(g.children) > g.Capacity {
		return n + " pour " + fr.Count(g.Capacity, "place", "places") + "."
	}
	return n + "\u00a0: la salle a moins de places."
}

// child is a row: who, what is unusual, and the reason.
func (s *seats) child(id data.ID[data.Child], at int, warnings []data.WarningCode, first bool) fyne.CanvasObject {
	x := s.byID[id]
	move := kit.NewMenuButton("Déplacer", "", func() []kit.MenuItem { return s.moves(id, at) })
	move.Small, move.Weight, move.Tip = true, kit.Quiet, "Déplacer "+x.name
	out := kit.NewIconButton("x", "Retirer "+x.name, func() { s.remove(id) })
	out.Small, out.Weight = true, kit.Quiet
	words := kit.HBox(look.Tight, kit.Text(x.name, look.BodyBold), kit.Grow(kit.Text(said(x.detail, "âge et niveau à préciser"), look.Detail)))
	body := kit.VBox(look.Hair, kit.HBox(look.Hair, kit.Grow(words), move, out))
	for _, w := range warnings {
		body.Add(warningLine(fr.Warning(w)))
	}
	if len(warnings) > 0 {
		field := s.reasonOf(id)
		s.form.Add(field)
		body.Add(field)
	}
	row := kit.PadXY(0, look.Hair, body)
	if first {
		return row
	}
	return kit.VBox(0, kit.Separator(), row)
}

// reasonOf is the one field that says why a child is enrolled all the same.
func (s *seats) reasonOf(id data.ID[data.Child]) *kit.TextField {
	f, ok := s.reasons[id]
	if !ok {
		f = reasonField("Pourquoi inscrire "+s.byID[id].name+" quand même\u00a0?", s.p.draft.why[id])
		f.OnChange = func(string) { s.p.draft.why[id] = f.Text() }
		s.reasons[id] = f
	}
	return f
}

// moves are the other places of a child.
func (s *seats) moves(id data.ID[data.Child], at int) []kit.MenuItem {
	var items []kit.MenuItem
	for i, name := range s.targets() {
		if i != at {
			items = append(items, kit.MenuItem{Title: name, Do: func() { s.move(id, i) }})
		}
	}
	return append(items, kit.MenuItem{Title: "Retirer", Icon: "x", Line: true, Do: func() { s.remove(id) }})
}

func (s *seats) first() fyne.Focusable { return s.picker.Keyboard() }
