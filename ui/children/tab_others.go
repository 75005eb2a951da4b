package children

import (
	"io"
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// The widths that keep badges and verbs below one another.
const (
	badgeWidth = 128
	verbWidth  = 92
)

// workshopsTab is every place the child has or had, latest year first.
func (p *File) workshopsTab() fyne.CanvasObject {
	f := p.file
	if len(f.Workshops)+len(f.Earlier) == 0 {
		return kit.Panel(kit.EmptyState("shapes", "Aucun atelier pour l’instant",
			"Inscrivez l’enfant dans un groupe, ou sur une liste d’attente.", p.enrollButton()))
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
			actions = append(actions, kit.NewSmall("Inscrire", "plus", kit.Secondary, p.enroll))
		}
		box.Add(kit.Card("Année "+schoolYear(y), nil, rows, actions...))
	}
	return box
}

func (p *File) enrollButton() *kit.Button {
	b := kit.NewButton("Inscrire à un atelier", "plus", kit.Primary, p.enroll)
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
		words.Add(kit.Text(joinWords(lower(w.Group.Cycle), lowerFirst(whenWords(w)), w.Room, w.Facilitator.Name), look.Detail))
	} else {
		words.Add(kit.Text(lower(w.Group.Cycle), look.Detail))
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

func joinWords(parts ...string) string {
	out := ""
	for _, s := range parts {
		if s == "" {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += s
	}
	return fr.Capital(out)
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
		return kit.Badge("Parti avant la fin", "", look.Neutral)
	case w.Here && w.Done < w.Of:
		return kit.Badge("En cours", "", look.Info)
	}
	return kit.Badge("Terminé", "check", look.Good)
}

func (p *File) placeMenu(w registry.ChildWorkshop) []kit.MenuItem {
	if w.State == data.Waiting {
		return []kit.MenuItem{
			{Icon: "user-check", Title: "Choisir un groupe", Detail: "L’enfant quitte la liste d’attente", Do: func() { p.seat(w) }},
			{Icon: "x", Title: "Retirer de la liste d’attente", Do: func() { p.unenroll(w) }},
		}
	}
	items := []kit.MenuItem{{Icon: "shapes", Title: "Ouvrir le groupe", Do: func() { p.openGroup(w.Group) }}}
	if w.State == data.Enrolled && w.Here {
		items = append(items, kit.MenuItem{Icon: "user-round-x", Title: "Noter un départ", Detail: "Ce qui a été vécu reste", Do: func() { p.leave(w) }})
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

// newsFilters are the chips above the observations.
var newsFilters = []struct {
	label string
	keep  func(registry.News) bool
}{
	{"Tout", func(registry.News) bool { return true }},
	{"Séances", func(n registry.News) bool { return n.Kind == registry.NewsObservation }},
	{"Notes de l’équipe", func(n registry.News) bool { return n.Kind == registry.NewsNote && !n.Private }},
	{"Mes notes privées", func(n registry.News) bool { return n.Kind == registry.NewsNote && n.Private }},
	{"Bilans", func(n registry.News) bool { return n.Kind == registry.NewsBilan }},
}

// notesTab is everything that was written, latest first.
func (p *File) notesTab() fyne.CanvasObject {
	labels, counts := make([]string, len(newsFilters)), make([]int, len(newsFilters))
	rows := kit.VBox(0)
	for i, x := range newsFilters {
		labels[i] = x.label
		for _, n := range p.file.News {
			if x.keep(n) {
				counts[i]++
			}
		}
	}
	for _, n := range p.file.News {
		if newsFilters[p.notes].keep(n) {
			rows.Add(p.newsRow(n, len(rows.Objects) == 0))
		}
	}
	chips := kit.NewChipRow(labels, func(i int) {
		p.notes = i
		kit.KeepFocus(p.content, p.showTab)
	})
	chips.Select(p.notes)
	chips.SetCounts(counts...)
	write := kit.NewButton("Écrire une note", "pencil", kit.Secondary, p.writeNote)
	body := fyne.CanvasObject(kit.Panel(rows))
	if len(rows.Objects) == 0 {
		body = kit.Panel(kit.EmptyState("file-text", "Rien d’écrit ici pour l’instant",
			"Les observations des séances et les notes de l’équipe se lisent ici."))
	}
	return kit.VBox(look.Wide, kit.Spread(chips, write), body)
}

// evaluationsTab is what was read of the child’s skills, a table for each cycle.
func (p *File) evaluationsTab() fyne.CanvasObject {
	box := kit.VBox(look.Wide)
	for _, e := range p.file.Evaluations {
		heads, lines := evaluationTable(e)
		if len(heads) == 0 {
			continue
		}
		var rows []kit.WordRow
		for _, l := range lines {
			rows = append(rows, kit.WordRow{Title: l.title, Cells: l.words})
		}
		body := kit.VBox(look.Tight, kit.Text(joinWords(e.Rubric, lower(e.Group.Cycle)), look.Detail), kit.WordTable(heads, rows))
		for _, c := range e.Comments {
			body.Add(kit.EventRow(kit.Event{When: fr.DateShort(c.On), Icon: "messages-square", Tone: look.Neutral,
				Title: viewpointHead(c.Moment, c.Viewpoint), Detail: c.Text}))
		}
		box.Add(kit.Card(groupTitle(e.Group), nil, body, kit.NewSmall("Ouvrir le groupe", "shapes", kit.Secondary, func() { p.openGroup(e.Group) })))
	}
	if len(box.Objects) == 0 {
		return kit.Panel(kit.EmptyState("clipboard-list", "Aucune évaluation pour l’instant",
			"Elles se remplissent dans le groupe de l’enfant, au début, à mi-parcours et à la fin."))
	}
	return box
}

// documentsTab is the bilans of the child: to write, drafts, final.
func (p *File) documentsTab() fyne.CanvasObject {
	all := documents(p.file)
	if len(all) == 0 {
		return kit.Panel(kit.EmptyState("files", "Aucun document pour l’instant",
			"Les bilans de l’enfant viendront ici, à partir de son premier atelier."))
	}
	rows := kit.VBox(0)
	for i, d := range all {
		rows.Add(p.documentRow(d, i == 0))
	}
	return kit.VBox(0, kit.Card("Bilans", nil, rows))
}

func (p *File) documentRow(d document, first bool) fyne.CanvasObject {
	tone := look.ToneName(d.Group.Workshop.Discipline)
	words := kit.VBox(2, kit.Text(d.title(), look.BodyBold), kit.Text(d.detail(), look.Detail))
	row := kit.HBox(look.Gap, kit.Tile(look.DisciplineIcon(string(d.Group.Workshop.Discipline)), tone, 34), kit.Grow(words),
		kit.Sized(badgeWidth, look.BadgeHeight, documentBadge(d)))
	verb := map[registry.BilanStep]string{registry.BilanToWrite: "Écrire", registry.BilanStarted: "Continuer", registry.BilanDone: "Lire"}[d.step]
	if d.step != registry.BilanToWrite {
		row.Add(kit.NewSmall("Imprimer", "printer", kit.Secondary, func() { p.printBilan(d) }))
	}
	row.Add(kit.Sized(verbWidth, look.ControlSmall, kit.NewSmall(verb, "", kit.Secondary, func() { p.openBilan(d.CycleID, d.Moment) })))
	box := kit.VBox(0)
	if !first {
		box.Add(kit.Separator())
	}
	box.Add(kit.PadXY(0, look.Tight, row))
	return box
}

func documentBadge(d document) fyne.CanvasObject {
	switch {
	case d.step == registry.BilanDone:
		return kit.Badge("Finalisé", "lock", look.Good)
	case d.late > 0:
		return kit.Badge("En retard", "circle-alert", look.Alarm)
	case d.step == registry.BilanStarted:
		return kit.Badge("Brouillon", "pencil", look.Info)
	}
	return kit.Badge("À écrire", "clock", look.Warning)
}

// printBilan makes the paper of a bilan that is kept.
func (p *File) printBilan(d document) {
	b, ok := p.desk.Registry.Bilans.Get(d.ID)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	view, ok := p.desk.Registry.BilanView(b)
	if !ok {
		p.desk.Window.Fail(registry.ErrGone)
		return
	}
	name := export.SafeName(fr.Capital(fr.BilanMoment(d.Moment)) + " " + fr.FullName(p.file.Child.First, p.file.Child.Last) + ".pdf")
	meta := export.Meta{Date: p.desk.Today()}
	p.desk.Papers.Print(name, func(w io.Writer) error { return export.Bilan(w, meta, view) })
}

// Print implements page.Printer: the latest bilan of the child.
func (p *File) Print() {
	for _, d := range documents(p.file) {
		if d.step != registry.BilanToWrite {
			p.printBilan(d)
			return
		}
	}
	p.desk.Window.Toast("Aucun bilan à imprimer pour l’instant.", nil)
}
