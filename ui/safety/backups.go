package safety

import (
	"context"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// Backups is the page « Sauvegardes ».
type Backups struct {
	desk    page.Desk
	state   registry.BackupState
	safety  data.Safety
	looking task.Latest

	content, head, body *fyne.Container
}

// NewBackups makes the page.
func NewBackups(d page.Desk, _ page.Route) page.Page {
	p := &Backups{desk: d, head: kit.Holder(kit.Gap(1)), body: kit.Holder(kit.Gap(1))}
	p.content = kit.Page(kit.VBox(look.Tight, p.head, page.SafetyTabs(d, page.Backups)), p.body)
	p.header()
	p.read()
	return p
}

// Content implements page.Page.
func (p *Backups) Content() fyne.CanvasObject { return p.content }

// Changed implements page.Page.
func (p *Backups) Changed([]registry.Change) { p.read() }

// access is what whoever works here may do.
func access(r *registry.Registry) vault.Access {
	if a := r.Keyholder().Access; a != 0 {
		return a
	}
	return vault.Coordination // a file without keys
}

// seen is what the team decided about its backups, and how they stand.
type seen struct {
	state  registry.BackupState
	safety data.Safety
}

// keeper says why the places cannot be changed, or nothing.
func (p *Backups) keeper() string {
	if access(p.desk.Registry).MayKeepKeys() {
		return ""
	}
	return "Réservé à la coordination et à l’administration technique."
}

// read looks at the places beside the window: a disk may be slow to answer.
func (p *Backups) read() {
	r := p.desk.Registry
	task.RunLatest(p.desk.Tasks, &p.looking, func(context.Context) (seen, error) {
		return seen{r.BackupState(), r.Safety()}, nil
	}, func(s seen, err error) {
		if err != nil {
			p.desk.Window.Fail(err)
			return
		}
		p.state, p.safety = s.state, s.safety
		kit.KeepFocus(p.content, func() {
			p.header()
			kit.Replace(p.body, p.parts())
		})
	})
}

func (p *Backups) header() {
	var actions []fyne.CanvasObject
	if access(p.desk.Registry).MayGovern() {
		actions = append(actions, kit.NewButton("Restaurer une sauvegarde", "file-clock", kit.Secondary, func() { p.desk.Keeping.Restore("") }))
	}
	if len(p.state.Places) > 0 {
		actions = append(actions, kit.NewButton("Sauvegarder maintenant", "", kit.Primary, p.backUp))
	}
	kit.Replace(p.head, kit.Header(kit.PageHeader{
		Title: "Sécurité", Sub: "Ce qui protège le fichier de l’équipe, et la trace de ce qui s’y fait.",
		Actions: actions,
	}))
}

// parts are the cards of the page.
func (p *Backups) parts() fyne.CanvasObject {
	h := health(p.state, p.desk.Now(), p.safety.CarrierDays)
	var button fyne.CanvasObject
	if len(p.state.Places) == 0 && p.keeper() == "" {
		button = kit.NewSmall("Choisir un emplacement", "plus", kit.Primary, p.add)
	}
	if _, ring := ringTrouble(p.state, p.safety.CarrierDays); p.state.Health == registry.CarrierUnseen && !ring {
		button = kit.NewSmall("Créer une clé de secours", "key-round", kit.Secondary, func() {
			p.desk.Window.Go(page.Route{Page: page.Settings, Tab: "cles"})
		})
	}
	return kit.VBox(look.Cards, kit.Notice(h.tone, h.fact, h.next, button),
		kit.Columns(look.Wide, kit.Share(1, kit.VBox(0, p.placesCard())), kit.Fixed(sideWidth, kit.VBox(look.Cards, p.drillCard(), p.numbersCard()))))
}

// sideWidth is the room of the cards at the right.
const sideWidth = 334

func (p *Backups) placesCard() fyne.CanvasObject {
	add := kit.NewSmall("Ajouter un emplacement", "plus", kit.Secondary, p.add)
	add.SetReason(p.keeper())
	if len(p.state.Places) == 0 {
		return kit.Card("Emplacements", nil, kit.EmptyState("folder-down", "Aucun emplacement pour l’instant",
			"Deux valent mieux qu’un\u00a0: un disque du service, et une clé USB rangée ailleurs.", add))
	}
	rows := kit.VBox(0)
	for i, place := range p.state.Places {
		if i > 0 {
			rows.Add(kit.Separator())
		}
		rows.Add(kit.PadXY(0, look.Gap, p.placeRow(i, place)))
	}
	return kit.Card("Emplacements", kit.CountBadge(len(p.state.Places), look.Neutral), rows, add)
}

// placeRow is one place: what it is called, where it is, how it stands.
func (p *Backups) placeRow(i int, place registry.PlaceState) fyne.CanvasObject {
	now, today := p.desk.Now(), p.desk.Today()
	badges := kit.RowWrap(6)
	tone := look.Info
	for _, b := range placeBadges(place, today, p.safety.CarrierDays) {
		badges.Add(kit.Badge(b.words, b.icon, b.tone))
		if b.tone == look.Alarm {
			tone = look.Alarm
		}
	}
	words := kit.VBox(look.Hair, kit.Text(placeName(place.BackupPlace), look.BodyBold), kit.Text(shortPath(place.Path, 66), look.Detail),
		kit.Paragraph(placeDetail(place, now), look.Detail), badges)
	name := fr.Quote(placeName(place.BackupPlace))
	edit := kit.NewIconButton("pencil", "Modifier "+name, func() { p.edit(i) })
	edit.Small = true
	edit.SetReason(p.keeper())
	buttons := kit.HBox(look.Tight)
	if len(place.Files) > 0 {
		buttons.Add(kit.NewSmall("Voir les sauvegardes", "", kit.Secondary, func() { p.showFiles(place) }))
	}
	buttons.Add(edit)
	return kit.HTop(look.Gap, kit.Tile("folder-down", tone, 34), kit.Grow(words), buttons)
}

// showFiles lists the backups of a place.
func (p *Backups) showFiles(place registry.PlaceState) {
	kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Sauvegardes dans " + fr.Quote(placeName(place.BackupPlace)), Safe: "Fermer", Width: 560,
		Body: kit.WordTable([]string{"Taille", "État"}, fileRows(place.Files, p.desk.Now())),
	})
}

func (p *Backups) drillCard() fyne.CanvasObject {
	s := drillWords(p.state, p.safety.DrillDays, p.desk.Today())
	try := kit.NewSmall("Faire l’essai de restauration", "key-round", kit.Secondary, p.drill)
	switch {
	case p.state.LastAt.IsZero():
		try.SetReason("Faites d’abord une sauvegarde.")
	case p.state.PaperKeys == 0:
		try.SetReason("Créez d’abord une clé de secours.")
	}
	badge := kit.Badge("À faire", "clock-alert", look.Warning)
	if s.tone == look.Good {
		badge = kit.Badge("À jour", "circle-check", look.Good)
	}
	return kit.Card("Essai de restauration", badge, kit.VBox(look.Tight,
		kit.Paragraph(s.fact, look.BodyBold), kit.Paragraph(s.next, look.Detail), kit.HBox(0, try), kit.Reason(try)))
}

// numbersCard says what is kept, and for how long.
func (p *Backups) numbersCard() fyne.CanvasObject {
	s := p.safety
	edit := kit.NewSmall("Modifier", "pencil", kit.Secondary, p.editNumbers)
	edit.SetReason(p.keeper())
	return kit.Card("Ce qui est gardé", nil, kit.Facts(2,
		kit.Fact{Label: "Dans chaque emplacement", Value: rotationWords(s)},
		kit.Fact{Label: "Trousseau recopié", Value: "tous les " + fr.Count(s.CarrierDays, "jour", "jours") + " au moins"},
		kit.Fact{Label: "Essai de restauration", Value: "tous les " + fr.Count(s.DrillDays, "jour", "jours")},
		kit.Fact{Label: "Journal", Value: "pendant " + fr.Months(s.JournalMonths)}), edit)
}

// backUp makes a backup in every place, now.
func (p *Backups) backUp() {
	c, cancel := p.desk.Window.Canvas(), func() {}
	bar := newProgress(c, "Arrêter", func() {
		cancel()
		p.desk.Window.Toast("Sauvegarde arrêtée. Les emplacements déjà faits le restent.", nil)
	})
	cancel = p.desk.Keeping.BackUp(bar.show, func(all []registry.BackupOutcome, err error) {
		bar.close()
		p.read()
		if err != nil {
			p.desk.Window.Fail(err)
			return
		}
		sentence, well := outcomeWords(all)
		if well {
			p.desk.Window.Toast(sentence, nil)
			return
		}
		showOutcomes(c, sentence, all)
	})
}

// showOutcomes says what failed and why, place by place.
func showOutcomes(c fyne.Canvas, sentence string, all []registry.BackupOutcome) {
	body := kit.VBox(look.Gap)
	for _, o := range all {
		if o.Err != nil {
			body.Add(kit.Notice(look.Warning, fr.Capital(placeName(o.Place)), fr.Error(o.Err), nil))
		}
	}
	kit.ShowSheet(c, kit.Sheet{Title: sentence, Body: body, Safe: "Fermer"})
}
