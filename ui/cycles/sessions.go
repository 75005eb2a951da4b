package cycles

import (
	"strconv"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// sessions is the tab « Séances »: one line a session, each with its actions.
type sessions struct {
	page    *Group
	root    *fyne.Container
	buttons map[data.ID[data.Session]]*kit.Button // kept from one reading to the next, with their focus
}

func newSessions(p *Group) *sessions {
	return &sessions{p, kit.Holder(kit.Gap(1)), map[data.ID[data.Session]]*kit.Button{}}
}

func (t *sessions) content() fyne.CanvasObject { return t.root }

func (t *sessions) refresh() {
	kit.KeepFocus(t.root, func() { kit.Replace(t.root, t.list()) })
	kit.Relayout(t.root)
}

func (t *sessions) list() fyne.CanvasObject {
	v := t.page.view
	if len(v.Sessions) == 0 {
		return kit.VBox(0, kit.Panel(kit.EmptyState("calendar-days", "Aucune séance prévue", "Ajoutez la première.",
			kit.NewButton("Ajouter une séance", "plus", kit.Primary, t.page.addSession))))
	}
	rows := kit.VBox(0)
	for i, s := range v.Sessions {
		if i > 0 {
			rows.Add(kit.Separator())
		}
		rows.Add(kit.PadXY(0, look.Tight, t.row(s)))
	}
	return kit.VBox(0, kit.Panel(rows))
}

func (t *sessions) row(s registry.GroupSession) fyne.CanvasObject {
	p := t.page
	hour := fr.TimeSpan(s.Start, s.LengthMinutes)
	figures := ""
	if n := came(s); n != "" {
		figures = n + " présents"
	}
	detail := kit.Gap(1)
	if words := sessionDetail(s); words != "" {
		detail = kit.Paragraph(words, look.Detail)
	}
	theme := s.Theme
	style := look.BodyBold
	if theme == "" {
		theme, style = "sans thème", look.Body.As(look.Ink3)
	}
	number := look.CardTitle
	if s.State == data.SessionCancelled || !s.Past {
		number = number.As(look.Ink2)
	}
	return kit.Columns(look.Gap,
		kit.Fixed(30, kit.Text(strconv.Itoa(s.Number), number)),
		kit.Fixed(190, kit.VBox(0, kit.Text(fr.Capital(dayWords(s.Date)), look.BodyBold), kit.Text(hour, look.Detail))),
		kit.Share(1, kit.VBox(2, kit.Text(theme, style), detail)),
		kit.Fixed(92, kit.Text(figures, look.Detail)),
		kit.Fixed(100, kit.HBox(0, stateBadge(s))),
		kit.Fixed(118, kit.HBox(0, kit.Spacer(), t.menu(s, p.view.State == data.CycleClosed))))
}

func stateBadge(s registry.GroupSession) fyne.CanvasObject {
	icon, tone := "circle-check", look.Good
	switch {
	case s.State == data.SessionCancelled:
		icon, tone = "ban", look.Neutral
	case !s.Past:
		icon, tone = "calendar", look.Neutral
	case s.Missing > 0:
		icon, tone = "clock-alert", look.Warning
	}
	return kit.Badge(stateWord(s), icon, tone)
}

// menu is the button of what can be done with a session.
func (t *sessions) menu(s registry.GroupSession, closed bool) fyne.CanvasObject {
	b := t.buttons[s.ID]
	if b == nil {
		b = kit.NewSmall("Modifier", "", kit.Secondary, nil)
		b.After = "chevron-down"
		t.buttons[s.ID] = b
	}
	why := ""
	if closed {
		why = "Le cycle est clos. Rouvrez-le pour le modifier."
	}
	b.SetReason(why)
	b.Tip = why
	b.OnTapped = func() { kit.ShowMenu(b, t.actions(s)) }
	return b
}

func (t *sessions) actions(s registry.GroupSession) []kit.MenuItem {
	p := t.page
	items := []kit.MenuItem{{Icon: "pencil", Title: "Thème et note", Do: func() { p.editSession(s) }}}
	if s.State == data.SessionCancelled {
		return append(items, kit.MenuItem{Icon: "calendar-check", Title: "Rétablir la séance", Do: func() { p.uncancelSession(s) }},
			t.remove(s))
	}
	if s.Past {
		items = append(items, kit.MenuItem{Icon: "smile", Title: "Notes des enfants", Do: func() { p.observe(s) }})
	}
	return append(items,
		kit.MenuItem{Icon: "calendar-days", Title: "Déplacer la séance", Do: func() { p.moveSession(s) }},
		kit.MenuItem{Icon: "ban", Title: "Annuler la séance", Detail: "Elle n’a pas lieu et n’est pas remplacée", Line: true,
			Do: func() { p.cancelSession(s) }}, t.remove(s))
}

func (t *sessions) remove(s registry.GroupSession) kit.MenuItem {
	item := kit.MenuItem{Icon: "trash-2", Title: "Retirer la séance", Detail: "Comme si elle n’avait jamais été prévue",
		Do: func() { t.page.removeSession(s) }}
	if s.Count.Counted > 0 {
		item.Reason = "Des présences y sont saisies\u00a0: annulez-la plutôt"
	}
	return item
}
