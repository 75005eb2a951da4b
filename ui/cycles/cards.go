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

// newCards are the three cards under the matrix.
func (a *attendance) newCards() fyne.CanvasObject {
	var cells []kit.Cell
	if s, ok := a.shown(); ok {
		cells = append(cells, kit.Share(1, a.sessionCard(s)))
	}
	v := a.page.view
	if v.Mid.Owed+v.End.Owed > 0 {
		cells = append(cells, kit.Fixed(340, a.bilanCard()))
	}
	if len(v.Rows) > 0 {
		cells = append(cells, kit.Fixed(256, a.alertCard()))
	}
	return kit.Columns(look.Cards, cells...)
}

func (a *attendance) sessionCard(s registry.GroupSession) fyne.CanvasObject {
	p := a.page
	var badge fyne.CanvasObject
	switch n := a.missing(); {
	case s.State == data.SessionCancelled:
		badge = kit.Badge("Annulée", "ban", look.Neutral)
	case n > 0:
		badge = kit.Badge(toEnter(n), "clock-alert", look.Warning)
	case !s.Past:
		badge = kit.Badge(fr.Capital(fr.Relative(s.Date, p.desk.Today())), "calendar", look.Next)
	}
	words := fr.Excerpt(s.Note, 230)
	style := look.Body.As(look.Ink2)
	if words == "" {
		words, style = "Pas encore de note pour cette séance.", look.Body.As(look.Ink3)
	}
	buttons := kit.HBox(look.Tight)
	if p.view.State == data.CycleOpen {
		if s.Past && s.State != data.SessionCancelled {
			buttons.Add(kit.NewSmall("Notes des enfants", "smile", kit.Secondary, func() { p.observe(s) }))
		}
		buttons.Add(kit.NewSmall("Modifier la séance", "pencil", kit.Secondary, func() { p.editSession(s) }))
	}
	return kit.Card(sessionTitle(s), badge, kit.VBox(look.Tight, kit.Paragraph(words, style), buttons))
}

func (a *attendance) bilanCard() fyne.CanvasObject {
	v := a.page.view
	body := kit.VBox(look.Tight)
	for _, m := range []struct {
		label string
		count registry.BilanCount
	}{{"Mi-cycle", v.Mid}, {"Fin de cycle", v.End}} {
		if m.count.Owed == 0 {
			continue
		}
		rest, late := bilanRest(m.count)
		style := look.Detail.As(look.Primary)
		if late {
			style = look.Detail.As(look.Danger)
		}
		body.Add(kit.Columns(look.Tight, kit.Fixed(80, kit.Text(m.label, look.Body)),
			kit.Fixed(80, kit.Bar(float64(m.count.Done)/float64(m.count.Owed), look.Good, 80)),
			kit.Fixed(52, kit.Text(strconv.Itoa(m.count.Done)+" sur "+strconv.Itoa(m.count.Owed), look.DetailBold)),
			kit.Share(1, kit.Text(rest, style))))
	}
	body.Add(kit.Text(dueWords(v), look.Detail))
	return kit.Card("Bilans", nil, body, kit.NewLink("Voir", func() { a.page.tabs.Choose(tabBilans) }))
}

// alertCard is the child who is drifting away, the others counted.
func (a *attendance) alertCard() fyne.CanvasObject {
	p := a.page
	all := alerts(p.view.Rows)
	if len(all) == 0 {
		return kit.Card("", nil, kit.VBox(look.Tight,
			kit.HBox(look.Tight, kit.Icon("user-check", look.Good, look.IconNav), kit.Text("À surveiller", look.BodyBold)),
			kit.Paragraph("Aucune absence répétée dans ce groupe.", look.Detail)))
	}
	row := all[0]
	body := kit.VBox(look.Tight,
		kit.HBox(look.Tight, kit.Icon("user-round-x", look.Alarm, look.IconNav), kit.Text(short(row.Child), look.BodyBold)),
		kit.Paragraph(absences(row), look.Detail))
	for _, other := range all[1:] {
		body.Add(kit.HBox(0, kit.NewLink("Et "+short(other.Child), func() {
			p.desk.Window.Go(page.Route{Page: page.Child, Child: other.Child.ID})
		})))
		if len(all) > 3 {
			body.Add(kit.Text(fr.Count(len(all)-2, "autre enfant", "autres enfants"), look.Detail))
			break
		}
	}
	body.Add(kit.HBox(0, kit.NewSmall("Noter un contact", "phone", kit.Secondary, func() { p.noteContact(row.Child) })))
	return kit.Card("", nil, body)
}
