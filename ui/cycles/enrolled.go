package cycles

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
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
		return kit.Panel(kit.EmptyState("users-round", "Aucun enfant dans ce groupe",
			strconv.Itoa(v.Capacity)+" places vous attendent.",
			kit.NewButton("Inscrire un enfant", "plus", kit.Primary, p.enroll)))
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
	return kit.Card("Inscrits", kit.Badge(strconv.Itoa(v.Enrolled)+" sur "+strconv.Itoa(v.Capacity), "", tone), rows)
}

func (t *enrolled) placedRow(row registry.GroupRow, first bool) fyne.CanvasObject {
	p := t.page
	words := kit.VBox(1, kit.HBox(look.Tight,
		kit.NewLink(short(row.Child), func() { p.desk.Window.Go(page.Route{Page: page.Child, Child: row.Child.ID}) }),
		kit.Text(ageAndGrade(row.Age, row.Grade), look.Detail)))
	words.Add(kit.PadXY(look.Gap, 0, kit.Text(since(row), look.Detail)))
	if e, ok := p.desk.Registry.Enrollments.Get(row.Enrollment); ok {
		if why := accepted(e.Warnings); why != "" {
			words.Add(kit.PadXY(look.Gap, 0, kit.Paragraph(why, look.Detail.As(look.Warn))))
		}
		if row.Left && e.LeaveReason != "" {
			words.Add(kit.PadXY(look.Gap, 0, kit.Paragraph(e.LeaveReason, look.Detail)))
		}
	}
	return t.line(kit.Columns(look.Gap, kit.Share(1, words), kit.Fixed(120,
		kit.HBox(0, kit.Spacer(), t.button(row.Enrollment, func() []kit.MenuItem { return p.placeActions(row) })))), first)
}

// line is a row of a card, under a thin line unless it is the first.
func (t *enrolled) line(o fyne.CanvasObject, first bool) fyne.CanvasObject {
	if first {
		return kit.PadXY(0, 6, o)
	}
	return kit.VBox(0, kit.Separator(), kit.PadXY(0, 6, o))
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
		words := kit.VBox(1, kit.HBox(0,
			kit.NewLink(short(w.Child), func() { p.desk.Window.Go(page.Route{Page: page.Child, Child: w.Child.ID}) })),
			kit.PadXY(look.Gap, 0, kit.Paragraph(waited(w), look.Detail)))
		place := t.button(w.Enrollment, func() []kit.MenuItem { return p.waitActions(w) })
		rows.Add(t.line(kit.Columns(look.Gap, kit.Share(1, words), kit.Fixed(120, kit.HBox(0, kit.Spacer(), place))), i == 0))
	}
	return kit.VBox(0, kit.Card("Liste d’attente", kit.CountBadge(len(v.Waiting), look.Next), rows, add))
}
