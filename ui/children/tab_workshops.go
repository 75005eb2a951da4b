package children

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page/asking"
)

// badgeWidth keeps badges below one another.
const badgeWidth = 128

// workshopsTab is every place the child has or had, latest year first.
func (p *File) workshopsTab() fyne.CanvasObject {
	f := p.file
	if len(f.Workshops)+len(f.Earlier) == 0 {
		return kit.Panel(kit.EmptyState("shapes", "Aucun atelier pour l’instant",
			"Inscrivez l’enfant dans un groupe, ou ajoutez une demande\u00a0: les groupes se proposent ensuite.", p.askButton(), p.enrollButton()))
	}
	box := kit.VBox(look.Wide)
	byYear := map[int][]registry.ChildWorkshop{}
	var years []int
	for _, w := range slices.Concat(f.Workshops, f.Earlier) {
		if byYear[w.SchoolYear] == nil {
			years = append(years, w.SchoolYear)
		}
		byYear[w.SchoolYear] = append(byYear[w.SchoolYear], w)
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	for i, y := range years {
		rows := kit.VBox(0)
		for j, w := range byYear[y] {
			if j > 0 {
				rows.Add(kit.Separator())
			}
			rows.Add(p.workshopRow(w))
		}
		var actions []fyne.CanvasObject
		if i == 0 && !f.Archived && f.Step != registry.StepEndOfFollowUp {
			actions = append(actions, p.askButton(), kit.NewSmall("Inscrire", "plus", kit.Secondary, p.enroll))
		}
		box.Add(kit.Card("Année "+calendar.SchoolYear(y).String(), nil, rows, actions...))
	}
	return box
}

// askButton adds a request: the child waits for a place in a workshop.
func (p *File) askButton() *kit.Button {
	b := kit.NewButton("Ajouter une demande", "hourglass", kit.Secondary, func() { asking.Add(p.desk, p.id) })
	b.Small = true
	if p.file.Archived || p.file.Step == registry.StepEndOfFollowUp {
		b.SetReason("Le parcours est terminé ou la fiche archivée.")
	}
	return b
}

func (p *File) enrollButton() *kit.Button {
	b := kit.NewButton("Inscrire à un atelier", "plus", kit.Secondary, p.enroll)
	if p.file.Archived || p.file.Step == registry.StepEndOfFollowUp {
		b.SetReason("Le parcours est terminé ou la fiche archivée.")
	}
	return b
}

// workshopRow is one place: what, when, how it goes, and what can be done.
func (p *File) workshopRow(w registry.ChildWorkshop) fyne.CanvasObject {
	words := kit.VBox(2, kit.Text(groupTitle(w.Group), look.BodyBold))
	waiting := w.State == data.Waiting
	if !waiting {
		words.Add(kit.Text(fr.Join(fr.Numbered(w.Group.Cycle), fr.Lower(whenWords(w)), w.Room, w.Facilitator.Name), look.Detail))
	} else {
		words.Add(kit.Text(fr.Numbered(w.Group.Cycle), look.Detail))
	}
	words.Add(kit.Text(stayWords(w), look.Detail))
	if said := warningWords(w); said != "" {
		words.Add(kit.Paragraph(said, look.Detail.As(look.Warn)))
	}
	row := kit.HBox(look.Gap, kit.Tile(look.DisciplineIcon(string(w.Group.Workshop.Discipline)), look.ToneName(w.Group.Workshop.Discipline), 34),
		kit.Grow(words))
	if !waiting {
		row.Add(p.regularity(w))
	}
	row.Add(kit.Sized(badgeWidth, look.BadgeHeight, placeBadge(w)))
	menu := kit.NewIconButton("chevron-down", "Actions pour "+groupTitle(w.Group), nil)
	menu.OnTapped = func() { kit.ShowMenu(menu, p.placeMenu(w)) }
	row.Add(menu)
	return kit.PadXY(0, look.Tight, row)
}

// regularity is the bar of a place, with its number and its marks.
func (p *File) regularity(w registry.ChildWorkshop) fyne.CanvasObject {
	n, ok := w.Percent()
	if !ok {
		return kit.Text(fr.Capital(marksWords(w.Regularity)), look.Detail)
	}
	tone, st := look.Good, look.BodyBold.Tabular()
	if w.Low {
		tone, st = look.Alarm, st.As(look.Danger)
	}
	return kit.VBox(2, kit.HBox(look.Tight, kit.Spacer(), kit.Bar(float64(n)/100, tone, 90), kit.Text(fr.Percent(n), st)),
		kit.TextRight(marksWords(w.Regularity), look.Detail))
}

func placeBadge(w registry.ChildWorkshop) fyne.CanvasObject {
	switch {
	case w.State == data.Waiting:
		return kit.Badge("En attente", "hourglass", look.Warning)
	case w.State == data.Left:
		return kit.Badge("Départ avant la fin", "", look.Neutral)
	case w.Here && w.Done == 0:
		return kit.Badge("À venir", "", look.Neutral)
	case w.Here && w.Done < w.Of:
		return kit.Badge("En cours", "", look.Info)
	}
	return kit.Badge("Terminé", "check", look.Good)
}

func (p *File) placeMenu(w registry.ChildWorkshop) []kit.MenuItem {
	if w.State == data.Waiting {
		return []kit.MenuItem{
			{Icon: "user-check", Title: "Choisir un groupe", Detail: "L’enfant quitte la liste d’attente", Do: func() { p.seat(w) }},
			{Icon: "pencil", Title: "Modifier la demande", Detail: "Priorité, commission, qui l’a faite", Do: func() { asking.Change(p.desk, w.Enrollment) }},
			{Icon: "x", Title: "Retirer de la liste d’attente", Do: func() { p.unenroll(w) }},
		}
	}
	items := []kit.MenuItem{{Icon: "shapes", Title: "Ouvrir le groupe", Do: func() { p.openGroup(w.Group) }}}
	if w.State == data.Enrolled && w.Here {
		items = append(items, kit.MenuItem{Icon: "user-round-x", Title: "Noter un départ", Detail: "Les présences déjà notées restent", Do: func() { p.leave(w) }})
	}
	if w.State == data.Left {
		items = append(items, kit.MenuItem{Icon: "user-check", Title: "Annuler le départ", Do: func() {
			p.desk.Do(func() error { return p.desk.Registry.UndoLeave(w.Enrollment) }, nil)
		}})
	}
	cancel := kit.MenuItem{Icon: "trash-2", Title: "Annuler l’inscription", Detail: "Comme si elle n’avait pas été faite", Line: true,
		Do: func() { p.unenroll(w) }}
	if w.Counted > 0 {
		cancel.Reason = "L’enfant est déjà venu\u00a0: notez son départ"
	}
	return append(items, cancel)
}
