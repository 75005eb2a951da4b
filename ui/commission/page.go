// Package commission is the page of the commission (EPS): its meetings, the situations on their agenda, what is decided,
// and their papers.
package commission

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/printing"
	"mercredi/ui/page/sheet"
)

// Page is the page « Commission ».
type Page struct {
	desk    page.Desk
	chosen  data.ID[data.Commission] // the meeting on show
	meeting data.Commission
	rows    []registry.CommissionRow
	agenda  []registry.CaseRow
	loads   int                          // answers of older readings are dropped
	moved   data.ID[data.CommissionCase] // whose row the keyboard follows
	follow  fyne.Focusable               // that row

	content, head, body *fyne.Container
}

// New makes the page.
func New(d page.Desk, r page.Route) page.Page {
	p := &Page{desk: d, chosen: r.Commission}
	p.head, p.body = kit.Holder(kit.Gap(1)), kit.Holder(kit.Gap(1))
	p.content = kit.Page(p.head, kit.Grow(p.body))
	p.load()
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Page) Changed([]registry.Change) { p.load() }

// load reads the meetings again, beside the window.
func (p *Page) load() {
	p.loads++
	mine, chosen := p.loads, p.chosen
	var rows []registry.CommissionRow
	var agenda []registry.CaseRow
	var meeting data.Commission
	p.desk.Do(func() error {
		rows = p.desk.Registry.CommissionRows()
		chosen = onShow(rows, chosen)
		meeting, _ = p.desk.Registry.Commissions.Get(chosen)
		agenda = p.desk.Registry.CommissionAgenda(chosen)
		return nil
	}, func() {
		if mine == p.loads {
			p.rows, p.agenda, p.meeting, p.chosen = rows, agenda, meeting, chosen
			p.apply()
		}
	})
}

func (p *Page) apply() {
	p.follow = nil
	kit.KeepFocus(p.content, func() {
		kit.Replace(p.head, kit.Header(kit.PageHeader{
			Title: "Commission (EPS)", Sub: "L’équipe pluridisciplinaire de soutien examine les situations et décide.",
			Back: func() { p.desk.Window.Go(page.Route{Page: page.Children}) }, BackTip: "Enfants",
			Actions: []fyne.CanvasObject{kit.NewButton("Préparer une réunion", "plus", kit.Primary, p.prepare)},
		}))
		if len(p.rows) == 0 {
			kit.Replace(p.body, kit.Panel(kit.EmptyState("users-round", "Aucune réunion pour l’instant",
				"Préparez la première\u00a0: une date suffit. L’ordre du jour vient ensuite.",
				kit.NewButton("Préparer une réunion", "plus", kit.Secondary, p.prepare))))
			return
		}
		kit.Replace(p.body, kit.Scroll(kit.VBox(look.Wide, p.meetingCard(), p.othersCard())))
	})
	kit.Relayout(p.content)
	if p.follow != nil && p.desk.Window.Canvas().Overlays().Top() == nil {
		p.desk.Window.Canvas().Focus(p.follow)
	}
	p.moved = data.ID[data.CommissionCase]{}
}

// meetingCard is the meeting on show and its agenda.
func (p *Page) meetingCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, c := range p.agenda {
		row := kit.NewAlertRow(kit.Alert{
			Icon: decisionIcon(c.Decision), Tone: decisionTone(c.Decision), First: i == 0, Right: p.movers(i),
			Fact: caseTitle(c), Detail: caseDetail(c), Do: func() { p.editCase(c) }, Move: func(step int) { p.move(i, step) },
		})
		rows.Add(row)
		if c.ID == p.moved {
			p.follow, _ = row.Objects[0].(fyne.Focusable)
		}
	}
	if len(p.agenda) == 0 {
		rows.Add(kit.EmptyState("users-round", "Aucune situation à l’ordre du jour", "Ajoutez les enfants dont la commission parlera.",
			kit.NewButton("Ajouter un enfant", "plus", kit.Secondary, p.addChild)))
	}
	body := kit.VBox(look.Gap, kit.Text(meetingDetail(p.meeting), look.Detail), rows)
	print := kit.NewMenuButton("Imprimer", "printer", p.papers)
	print.Small = true
	return kit.Card(meetingTitle(p.meeting), nil, body,
		kit.NewSmall("Ajouter un enfant", "plus", kit.Secondary, p.addChild),
		kit.NewSmall("Modifier la réunion", "pencil", kit.Secondary, p.edit),
		print)
}

// othersCard lists the meetings that are not on show.
func (p *Page) othersCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for _, r := range p.rows {
		if r.ID == p.chosen {
			continue
		}
		rows.Add(kit.NewAlertRow(kit.Alert{
			Icon: "calendar-days", Tone: look.Neutral, First: len(rows.Objects) == 0, Verb: "Voir", Fact: fr.Capital(fr.Date(r.On)),
			Detail: rowDetail(r), Do: func() {
				p.chosen = r.ID
				p.load()
			},
		}))
	}
	if len(rows.Objects) == 0 {
		return kit.Gap(0)
	}
	return kit.Card("Autres réunions", nil, rows)
}

// addChild puts a child on the agenda.
func (p *Page) addChild() {
	there := map[data.ID[data.Child]]bool{}
	for _, c := range p.agenda {
		there[c.ChildID] = true
	}
	meeting := p.chosen
	sheet.PickChild(p.desk, sheet.ChildSearch{
		Title: "Ajouter une situation à l’ordre du jour",
		Off: func(c registry.ChildRow) string {
			if there[c.ID] {
				return "Déjà à l’ordre du jour"
			}
			return ""
		},
		Pick: func(c registry.ChildRow) {
			var made []data.CommissionCase
			p.desk.Do(func() (err error) {
				made, err = p.desk.Registry.AddCases(meeting, c.ID)
				return err
			}, func() {
				p.desk.Window.Toast("La situation "+fr.De(c.First)+" est à l’ordre du jour.", func() {
					p.desk.Do(func() error {
						_, err := p.desk.Registry.RemoveCase(made[0].ID)
						return err
					}, nil)
				})
			})
		},
	})
}

// papers are what can be printed of the meeting.
func (p *Page) papers() []kit.MenuItem {
	subject := catalogue.Subject{Commission: p.chosen}
	item := func(key, title, detail string, with ...catalogue.Key) kit.MenuItem {
		return kit.MenuItem{Icon: "printer", Title: title, Detail: detail, Do: func() {
			printing.Show(p.desk, printing.Ask{Hand: subject, Key: key, With: with, All: key == "situation-eps"})
		}}
	}
	cases := item("situation-eps", "Fiches de situation", "Une par enfant à l’ordre du jour")
	if len(p.agenda) == 0 {
		cases.Reason = "Aucune situation à l’ordre du jour"
	}
	return []kit.MenuItem{
		item("convocation-eps", "Convocation et ordre du jour", "Numéros et initiales"),
		item("convocation-eps", "Convocation anonyme", "Numéros seulement", catalogue.Anonymous),
		cases,
		item("compte-rendu-eps", "Compte rendu", "Présences, décisions, qui fait quoi"),
		item("compte-rendu-eps", "Compte rendu anonyme", "Ni nom, ni initiales, ni école", catalogue.Anonymous),
	}
}

// Print implements page.Printer: the notice before the meeting, the minutes afterwards.
func (p *Page) Print() {
	if p.chosen.IsZero() {
		return
	}
	key := "convocation-eps"
	if p.meeting.On <= p.desk.Today() {
		key = "compte-rendu-eps"
	}
	printing.Show(p.desk, printing.Ask{Hand: catalogue.Subject{Commission: p.chosen}, Key: key})
}
