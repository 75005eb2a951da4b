package asking

import (
	"slices"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/page/sheet"
)

// naming gives the cycles that are prepared their words.
var naming = registry.Naming{
	Cycle: func(n int) string { return "Cycle " + fr.Number(n) },
	Group: func(n int) string { return "Groupe " + fr.Number(n) },
}

// seasonRow is a workshop of the season: the cycle it would get.
type seasonRow struct {
	workshop data.Workshop
	detail   string
	off      string // why it is not ticked, or cannot be
	on       bool
}

// PrepareSeason ticks workshops and opens their next cycles, without groups: children are asked for in them, then groups
// are proposed. then follows, and may be nil.
func PrepareSeason(d page.Desk, then func()) {
	rows := seasonRows(d)
	if len(rows) == 0 {
		kit.Ask(d.Window.Canvas(), kit.Question{
			Title: "Aucun atelier pour l’instant", Text: "Décrivez d’abord les ateliers que l’équipe propose.", Verb: "Décrire un atelier", Safe: "Plus tard",
			Do: func() { d.Window.Go(page.Route{Page: page.Workshops}) },
		})
		return
	}
	form := sheet.New(d)
	body := kit.VBox(look.Tight, kit.Paragraph("Chaque atelier coché reçoit un cycle, avec ses dates, sans groupe encore. Ajoutez ensuite les demandes, puis proposez les groupes.", look.Body.As(look.Ink2)))
	checks := make([]*kit.CheckField, len(rows))
	for i, row := range rows {
		checks[i] = kit.NewCheckField(row.workshop.Name, row.on)
		checks[i].Bold = true
		form.Add(checks[i])
		said := kit.Paragraph(row.detail, look.Detail)
		if row.off != "" {
			said = kit.Paragraph(row.off, look.Detail.As(look.Warn))
			if row.detail == "" {
				checks[i].Disable()
			}
		}
		body.Add(kit.Separator())
		body.Add(kit.VBox(0, checks[i], indented(said)))
	}
	form.Show(sheet.Parts{Title: "Préparer la saison", Verb: "Ouvrir les cycles", Width: 620, Body: body, Save: func() (func() error, func()) {
		var chosen []data.ID[data.Workshop]
		for i, c := range checks {
			if c.On() {
				chosen = append(chosen, rows[i].workshop.ID)
			}
		}
		var opened []data.Cycle
		var undo func() error
		return func() (err error) {
				if len(chosen) == 0 {
					return &fr.Told{Sentence: "Cochez au moins un atelier.", Err: errNothing}
				}
				opened, undo, err = d.Registry.PrepareSeason(chosen, naming)
				return err
			}, func() {
				undoable(d, fr.Count(len(opened), "cycle ouvert.", "cycles ouverts."), undo)
				if then != nil && len(opened) > 0 {
					then()
				}
			}
	}})
}

func indented(o fyne.CanvasObject) fyne.CanvasObject { return kit.HTop(0, kit.Gap(30), kit.Grow(o)) }

// seasonRows are the workshops in use by name, each with the cycle that would open.
func seasonRows(d page.Desk) []seasonRow {
	all := slices.DeleteFunc(d.Registry.Workshops.All(), func(w data.Workshop) bool { return w.Archived })
	slices.SortFunc(all, func(a, b data.Workshop) int { return fr.Compare(a.Name, b.Name) })
	open := map[data.ID[data.Workshop]]registry.CycleRow{}
	for _, c := range d.Registry.CycleRows(year(d)) {
		if c.State == data.CycleOpen && (c.Last.IsZero() || c.Last >= d.Today()) {
			open[c.Workshop.ID] = c
		}
	}
	var rows []seasonRow
	for _, w := range all {
		row := seasonRow{workshop: w}
		running, has := open[w.ID]
		row.detail = seasonDetail(d, w)
		switch {
		case has && len(running.Groups) == 0:
			row.detail, row.off = "", fr.Numbered(running.Name)+" est déjà en préparation."
		case has:
			row.off = fr.Capital(fr.Numbered(fr.Lower(running.Name))) + " est ouvert. Coché, l’atelier en reçoit un autre\u00a0: " + fr.Lower(row.detail)
		case row.detail == "":
			row.off = "Le calendrier ne va pas assez loin pour ce cycle. Complétez l’année scolaire dans les réglages."
		default:
			row.on = true
		}
		rows = append(rows, row)
	}
	return rows
}

// seasonDetail is « Cycle 1, du 7 octobre au 27 janvier, 12 séances, un mercredi de réserve compris », "" when the days
// cannot be laid.
func seasonDetail(d page.Desk, w data.Workshop) string {
	plan := d.Registry.ProposeCycle(w.ID, d.Today(), naming)
	days, err := d.Registry.PlanDates(plan.Rule)
	if err != nil {
		return ""
	}
	spare := d.Registry.Settings().SpareDays
	var first, last data.Date
	n, reserve := 0, 0
	for _, x := range days {
		if x.Number == 0 {
			continue
		}
		if n == 0 {
			first = x.Date
		}
		last = x.Date
		n++
		if slices.Contains(spare, x.Date) {
			reserve++
		}
	}
	words := fr.Join(fr.Numbered(plan.Name), fr.RangeShort(first, last), fr.Count(n, "séance", "séances"))
	if reserve > 0 {
		words = fr.Join(words, fr.Count(reserve, "mercredi de réserve compris", "mercredis de réserve compris"))
	}
	return words + "."
}
