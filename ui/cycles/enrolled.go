package cycles

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// enrolled is the tab « Inscriptions »: who has a place, and who waits for one.
type enrolled struct {
	page    *Group
	root    *fyne.Container
	buttons map[data.ID[data.Enrollment]]*kit.Button // kept from one reading to the next, with their focus
}

func newEnrolled(p *Group) *enrolled {
	return &enrolled{p, kit.Holder(kit.Gap(1)), map[data.ID[data.Enrollment]]*kit.Button{}}
}

func (t *enrolled) content() fyne.CanvasObject { return t.root }

func (t *enrolled) refresh() {
	kit.KeepFocus(t.root, func() {
		kit.Replace(t.root, kit.Columns(look.Cards, kit.Share(3, t.placed()), kit.Share(2, t.waiting())))
	})
	kit.Relayout(t.root)
}

// placed are the children of the group, those who left last.
func (t *enrolled) placed() fyne.CanvasObject {
	p := t.page
	v := p.view
	if len(v.Rows) == 0 {
		return kit.VBox(0, kit.Panel(kit.EmptyState("users-round", "Aucun enfant dans ce groupe",
			fr.Count(v.Capacity, "place vous attend.", "places vous attendent."),
			kit.NewButton("Inscrire un enfant", "plus", kit.Primary, p.enroll))))
	}
	rows := kit.VBox(0)
	for _, left := range []bool{false, true} {
		for _, row := range v.Rows {
			if row.Left == left {
				rows.Add(t.placedRow(row, len(rows.Objects) == 0))
			}
		}
	}
	tone := look.Good
	if v.Enrolled > v.Capacity {
		tone = look.Warning
	}
	return kit.VBox(0, kit.Card("Inscrits", kit.Badge(strconv.Itoa(v.Enrolled)+" sur "+strconv.Itoa(v.Capacity), "", tone), rows))
}

func (t *enrolled) placedRow(row registry.GroupRow, first bool) fyne.CanvasObject {
	p := t.page
	words := []string{ageAndGrade(row.Age, row.Grade), since(row)}
	e, _ := p.desk.Registry.Enrollments.Get(row.Enrollment)
	if row.Left {
		words = append(words, e.LeaveReason)
	}
	line := t.line(row.Child, sentences(words), first, t.button(row.Enrollment, func() []kit.MenuItem { return p.placeActions(row) }))
	if why := accepted(e.Warnings); why != "" {
		line = kit.VBox(0, line, kit.HTop(look.Hair, kit.Icon("triangle-alert", look.Warning, look.IconMid),
			kit.Grow(kit.Paragraph(why, look.Detail.As(look.Warn)))), kit.Gap(look.Tight))
	}
	return line
}

// line names a child and leads to the child's file; action is what else can be done.
func (t *enrolled) line(c registry.ChildName, detail string, first bool, action *kit.Button) *fyne.Container {
	return kit.EventRow(kit.Event{Title: short(c), Detail: detail, First: first, Action: kit.Center(action), Do: func() {
		t.page.desk.Window.Go(page.Route{Page: page.Child, Child: c.ID})
	}})
}

// button is what can be done with an enrolment.
func (t *enrolled) button(id data.ID[data.Enrollment], items func() []kit.MenuItem) *kit.Button {
	b := t.buttons[id]
	if b == nil {
		b = kit.NewSmall("Modifier", "", kit.Secondary, nil)
		b.After = "chevron-down"
		t.buttons[id] = b
	}
	why := ""
	if t.page.view.State == data.CycleClosed {
		why = "Le cycle est clos. Rouvrez-le pour le modifier."
	}
	b.SetReason(why)
	b.Tip = why
	b.OnTapped = func() { kit.ShowMenu(b, items()) }
	return b
}

// waiting are the children who wait for a place in the cycle.
func (t *enrolled) waiting() fyne.CanvasObject {
	p := t.page
	v := p.view
	add := kit.NewSmall("Mettre en attente", "plus", kit.Secondary, p.wait)
	if v.State == data.CycleClosed {
		add.SetReason("Le cycle est clos.")
	}
	if len(v.Waiting) == 0 {
		body := kit.VBox(look.Gap, kit.Paragraph("Personne n’attend de place dans ce cycle.", look.Detail), kit.HBox(0, add))
		return kit.VBox(0, kit.Card("Liste d’attente", nil, body))
	}
	rows := kit.VBox(0)
	for i, w := range v.Waiting {
		place := t.button(w.Enrollment, func() []kit.MenuItem { return p.waitActions(w) })
		rows.Add(t.line(w.Child, waited(w), i == 0, place))
	}
	return kit.VBox(0, kit.Card("Liste d’attente", kit.CountBadge(len(v.Waiting), look.Next), rows, add))
}
