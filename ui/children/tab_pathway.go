package children

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// sideWidth is the width of the column at the right.
const sideWidth = 334

// newsShown is how many pieces of news the first tab shows.
const newsShown = 4

// pathwayTab is what one wants to know a minute before a telephone call.
func (p *File) pathwayTab() fyne.CanvasObject {
	left := kit.VBox(look.Cards, p.pathwayCard())
	if now := p.workshopCards(); now != nil {
		left.Add(now)
	}
	left.Add(kit.Grow(p.newsCard()))
	right := kit.VBox(look.Cards, p.todoCard(), p.consentCard(), kit.Grow(p.tagsCard()))
	return kit.Columns(look.Wide, kit.Share(1, left), kit.Fixed(sideWidth, right))
}

func (p *File) pathwayCard() fyne.CanvasObject {
	var steps []kit.Step
	for _, s := range stations(p.file.Steps) {
		state := map[registry.StepDone]kit.StepState{
			registry.StepToCome: kit.Coming, registry.StepRunning: kit.Running, registry.StepBehind: kit.Done,
		}[s.done]
		steps = append(steps, kit.Step{Icon: s.icon, Title: s.title, Detail: s.detail, Note: s.note, State: state})
	}
	body := kit.VBox(look.Tight, kit.Stepper(steps...))
	if reason := p.file.Pathway.IntakeReason; reason != "" {
		body.Add(kit.Paragraph("Saisine\u00a0: "+reason, look.Detail))
	}
	return kit.Card("Parcours", kit.Badge(stepWords(p.file, p.desk.Today()), "", look.Info), body,
		kit.NewSmall("Compléter le parcours", "pencil", kit.Secondary, p.editPathway))
}

// workshopCards are the groups the child is in now, two beside one another; nil when there is none.
func (p *File) workshopCards() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, w := range p.file.Workshops {
		if w.Here && w.State == data.Enrolled {
			cards = append(cards, p.workshopCard(w))
		}
	}
	if len(cards) == 0 {
		return nil
	}
	return kit.Grid(2, look.Wide, cards...)
}

func (p *File) workshopCard(w registry.ChildWorkshop) fyne.CanvasObject {
	title, tone := groupTitle(w.Group), look.ToneName(w.Group.Workshop.Discipline)
	figures := kit.VBox(0, kit.TextRight("–", look.BodyBold), kit.TextRight(heldWords(w.Regularity), look.Detail))
	if n, ok := w.Percent(); ok {
		st := look.BodyBold
		if w.Low {
			st = st.As(look.Danger)
		}
		figures = kit.VBox(0, kit.TextRight(fr.Percent(n), st), kit.TextRight(heldWords(w.Regularity), look.Detail))
	}
	body := kit.HBox(look.Gap, kit.Tile(look.DisciplineIcon(string(w.Group.Workshop.Discipline)), tone, 34),
		kit.Grow(kit.VBox(0, kit.Text(title, look.BodyBold), kit.Text(whenWords(w), look.Detail))), figures)
	return kit.NewPressPanel("Ouvrir "+title, body, func() { p.openGroup(w.Group) })
}

func (p *File) openGroup(g registry.GroupName) {
	p.desk.Window.Go(page.Route{Page: page.Group, Group: g.ID})
}

func (p *File) newsCard() fyne.CanvasObject {
	write := kit.NewSmall("Écrire une note", "pencil", kit.Secondary, p.writeNote)
	if len(p.file.News) == 0 {
		return kit.Card("Dernières nouvelles", nil, kit.EmptyState("file-text", "Aucune nouvelle pour l’instant",
			"Un appel, une rencontre, une observation\u00a0: écrivez-la ici."), write)
	}
	rows := kit.VBox(0)
	for i, n := range p.file.News[:min(len(p.file.News), newsShown)] {
		rows.Add(p.newsRow(n, i == 0, true))
	}
	if more := len(p.file.News) - newsShown; more > 0 {
		rows.Add(kit.Flush(kit.NewLink("Voir les "+fr.Count(more, "autre", "autres"), func() { p.openTab(tabNotes) })))
	}
	return kit.Card("Dernières nouvelles", nil, rows, write)
}

// newsRow is a line of the history; it opens what it tells of. A brief one shows the beginning of a long text.
func (p *File) newsRow(n registry.News, first, brief bool) fyne.CanvasObject {
	icon, title, text := newsWords(n)
	if brief {
		text = fr.Excerpt(text, 160)
	}
	e := kit.Event{When: fr.DateShort(n.On), Icon: icon, Tone: look.Neutral, Title: title, Detail: text, Right: n.Author, First: first}
	if n.On.Year() != p.desk.Today().Year() && p.desk.Today().DaysUntil(n.On) < -300 {
		e.When = fr.MonthShort(n.On.Month()) + " " + dateYear(n.On)[len(dateYear(n.On))-4:]
	}
	switch n.Kind {
	case registry.NewsObservation:
		e.Icon, e.Tone = look.DisciplineIcon(string(n.Group.Workshop.Discipline)), look.ToneName(n.Group.Workshop.Discipline)
		e.Do = func() { p.openGroup(n.Group) }
	case registry.NewsBilan:
		e.Do = func() { p.openBilan(n.Group.CycleID, n.Moment) }
	case registry.NewsNote:
		if n.Private {
			e.Right = "Note privée"
		}
		if p.mine(n) {
			e.Do = func() { p.editNote(n.NoteID) }
		}
	}
	return kit.EventRow(e)
}

func (p *File) openBilan(cycle data.ID[data.Cycle], m data.Moment) {
	p.desk.Window.Go(page.Route{Page: page.Bilan, Child: p.id, Cycle: cycle, Moment: m})
}

func (p *File) todoCard() fyne.CanvasObject {
	all := todos(p.file.ToDo)
	if len(all) == 0 {
		return kit.Card("À faire", nil, kit.Text("Rien à faire pour l’instant.", look.Body.As(look.Ink2)))
	}
	rows := kit.VBox(0)
	for _, t := range all {
		tone := map[weight]look.ToneName{quiet: look.Neutral, good: look.Good, warning: look.Warning, alarm: look.Alarm}[t.weight]
		rows.Add(kit.EventRow(kit.Event{Icon: t.icon, Tone: tone, Title: t.title, Detail: t.detail, Do: p.doing(t.NextThing)}))
	}
	return kit.Card("À faire", kit.CountBadge(len(all), look.Neutral), rows)
}

// doing is what a click on a thing to do opens.
func (p *File) doing(n registry.NextThing) func() {
	switch n.Kind {
	case registry.NextClash:
		return func() { p.openTab(tabWorkshops) }
	case registry.NextAbsences, registry.NextMark:
		return func() { p.openGroup(n.Group) }
	case registry.NextBilanLate, registry.NextBilanDraft, registry.NextBilan, registry.NextDecide:
		return func() { p.openBilan(n.Group.CycleID, p.momentOf(n)) }
	case registry.NextConsentMissing, registry.NextConsentEnded, registry.NextConsentEnding:
		return func() { p.addConsent(p.consentFor(n)) }
	case registry.NextCommission:
		return p.editPathway
	}
	return p.enroll
}

// momentOf is the moment of the bilan that is asked for.
func (p *File) momentOf(n registry.NextThing) data.Moment {
	for _, w := range p.file.Workshops {
		if w.Group.ID == n.Group.ID && w.Mid.Due == n.On && w.Mid.Step != registry.BilanDone && w.Mid.Step != registry.BilanNotOwed {
			return data.MomentMid
		}
	}
	return data.MomentEnd
}

// consentFor is the agreement to renew: with its recipient and who signed it.
func (p *File) consentFor(n registry.NextThing) data.Consent {
	for _, r := range p.file.Consents {
		if r.Scope == n.Scope && (n.On.IsZero() || r.Until == n.On) {
			return r.Consent
		}
	}
	return data.Consent{Scope: n.Scope}
}

func (p *File) consentCard() fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, r := range consentRows(p.file.Consents) {
		icon, tone := consentIcon(r.State)
		var row *fyne.Container
		row = kit.EventRow(kit.Event{Icon: icon, Tone: tone, Title: fr.ConsentScope(r.Scope, r.Recipient), Detail: consentDetail(r),
			First: i == 0, Do: func() { kit.ShowMenu(row, p.consentMenu(r)) }})
		rows.Add(row)
	}
	return kit.Card("Accords de la famille", nil, rows, kit.NewSmall("Ajouter", "plus", kit.Secondary, func() {
		p.addConsent(data.Consent{Scope: data.ConsentShareSchool})
	}))
}

func consentIcon(s data.ConsentState) (string, look.ToneName) {
	switch s {
	case data.ConsentValid:
		return "circle-check", look.Good
	case data.ConsentEndsSoon, data.ConsentEnded:
		return "clock-alert", look.Warning
	case data.ConsentMissing:
		return "circle-alert", look.Warning
	}
	return "circle-minus", look.Neutral
}

func (p *File) tagsCard() fyne.CanvasObject {
	edit := kit.NewSmall("Modifier", "pencil", kit.Secondary, p.editTags)
	return kit.Card("Points repérés", nil, kit.VBox(look.Tight,
		tags(p.file.Fragilities, look.Neutral), kit.Section("Points d’appui"), tags(p.file.Strengths, look.Good)), edit)
}

// tags shows words as badges.
func tags(words []string, tone look.ToneName) fyne.CanvasObject {
	if len(words) == 0 {
		return kit.Text("Aucun pour l’instant.", look.Detail)
	}
	row := kit.RowWrap(6)
	for _, w := range words {
		row.Add(kit.Badge(w, "", tone))
	}
	return row
}
