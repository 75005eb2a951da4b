package partners

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// showDetail shows the structure that is chosen.
func (p *Page) showDetail() {
	s, ok := p.desk.Registry.PartnerSheet(p.chosen)
	if !ok {
		kit.Replace(p.detail)
		return
	}
	parts := kit.VBox(look.Wide, p.title(s))
	if s.Archived {
		parts.Add(kit.Notice(look.Info, "Cette structure est archivée.", "Elle n’est plus proposée dans les listes.",
			kit.NewSmall("Sortir des archives", "", kit.Secondary, func() { p.archive(s.Partner, false) })))
	}
	r := ruleOf(s.Kind, s.Direct)
	parts.Add(kit.Notice(r.tone, r.fact, r.next, nil))
	parts.Add(p.facts(s.Partner))
	if s.Purpose+s.Support+s.Resources != "" {
		parts.Add(kit.Separator())
		parts.Add(kit.Facts(3, kit.Fact{Label: "Fonction", Value: s.Purpose},
			kit.Fact{Label: "Nature de l’accompagnement", Value: s.Support},
			kit.Fact{Label: "Ressources mobilisées", Value: s.Resources}))
	}
	parts.Add(kit.Separator())
	parts.Add(contacts(s.Contacts))
	parts.Add(kit.Separator())
	parts.Add(p.agreements(s.Partner))
	if len(s.Facilitators) > 0 {
		parts.Add(kit.Separator())
		parts.Add(p.facilitators(s.Facilitators))
	}
	if s.Notes != "" {
		parts.Add(kit.Separator())
		parts.Add(kit.VBox(look.Tight, kit.Section("Remarques"), kit.Paragraph(s.Notes, look.Body)))
	}
	at := kit.ScrollOffset(p.scroll)
	kit.KeepFocus(p.detail, func() { kit.Replace(p.detail, parts) })
	kit.Relayout(p.detail)
	kit.SetScrollOffset(p.scroll, at)
}

// title is the head of the sheet, with what can be done.
func (p *Page) title(s registry.PartnerSheet) fyne.CanvasObject {
	g := signs[gateOf(s.Direct)]
	used := ""
	if len(s.Facilitators) > 0 {
		used = "Des intervenants en viennent\u00a0: archivez-la plutôt."
	}
	more := kit.NewMenuButton("Autres actions", "", func() []kit.MenuItem {
		archive := kit.MenuItem{Icon: "inbox", Title: "Archiver", Detail: "Elle ne sera plus proposée. Rien n’est perdu.",
			Do: func() { p.archive(s.Partner, true) }}
		if s.Archived {
			archive = kit.MenuItem{Icon: "inbox", Title: "Sortir des archives", Do: func() { p.archive(s.Partner, false) }}
		}
		return []kit.MenuItem{archive, {Icon: "trash-2", Title: "Supprimer", Detail: "Pour une fiche créée par erreur.", Reason: used,
			Line: true, Do: func() { p.remove(s.Partner) }}}
	})
	name := kit.VBox(2, kit.Text(s.Name, look.SheetTitle), kit.Text(subtitle(s.Partner), look.Detail))
	return kit.Spread(kit.HBox(look.Wide, kit.Tile(g.icon, g.tone, 44), kit.Grow(name)),
		kit.HBox(look.Gap, kit.NewButton("Modifier", "pencil", kit.Secondary, p.edit), more))
}

// facts is the grid of what one needs before calling.
func (p *Page) facts(s data.Partner) fyne.CanvasObject {
	wrapped := func(label, value string) fyne.CanvasObject { return kit.Facts(1, kit.Fact{Label: label, Value: value}) }
	line := func(label, value string) fyne.CanvasObject { // an address that cannot be broken
		if value == "" {
			return wrapped(label, "")
		}
		return kit.VBox(2, kit.Text(label, look.Caption), kit.Text(value, look.Body))
	}
	return kit.Grid(3, look.Gap,
		wrapped("Public", fr.Capital(public(s.Public, s.MinAge, s.MaxAge))), wrapped("Accès", s.Access), wrapped("Attente", s.Wait),
		line("Téléphone", fr.Phone(s.Phone)), line("Courriel", s.Email), line("Site", s.Web),
		wrapped("Adresse", address(s.Address)), wrapped("Secteur", s.Sector), p.checked(s))
}

// checked is the day of the last check, and the gesture that makes another.
func (p *Page) checked(s data.Partner) fyne.CanvasObject {
	today := p.desk.Today()
	words := fr.DateLong(s.CheckedOn)
	if s.CheckedOn.IsZero() {
		words = "jamais"
	}
	row := kit.HBox(6, kit.Text(words, look.Body))
	if fresh(s.CheckedOn, today) {
		row.Add(kit.Icon("circle-check", look.Good, look.IconMid))
	} else {
		row.Add(kit.Badge("à vérifier", "clock-alert", look.Warning))
	}
	cell := kit.VBox(2, kit.Text("Vérifié le", look.Caption), row)
	if s.CheckedOn != today && !s.Archived {
		cell.Add(kit.HBox(0, kit.NewSmall("Marquer vérifié aujourd’hui", "check", kit.Secondary, func() { p.check(s.ID) })))
	}
	return cell
}

func contacts(all []data.Contact) fyne.CanvasObject {
	rows := kit.VBox(0)
	for i, c := range all {
		rows.Add(kit.EventRow(kit.Event{
			Icon: "user-round", Title: c.Name, Detail: fr.Join(c.Job, c.Email), Right: fr.Phone(c.Phone), First: i == 0,
		}))
	}
	if len(all) == 0 {
		rows.Add(kit.Paragraph("Personne pour l’instant. Ajoutez à qui demander avec «\u00a0Modifier\u00a0».", look.Detail))
	}
	return kit.VBox(look.Tight, kit.Section("Contacts"), rows)
}

// facilitators are those who come from the structure, each with a way to their groups.
func (p *Page) facilitators(all []registry.PartnerFacilitator) fyne.CanvasObject {
	rows := kit.VBox(look.Tight)
	for _, f := range all {
		groups := kit.RowWrap(look.Tight)
		for i, words := range groupLabels(f.Groups) {
			g := f.Groups[i]
			groups.Add(kit.NewSmall(words, look.DisciplineIcon(string(g.Workshop.Discipline)), kit.Secondary, func() {
				p.desk.Window.Go(page.Route{Page: page.Group, Group: g.ID})
			}))
		}
		if len(f.Groups) == 0 {
			groups.Add(kit.Text("Aucun groupe cette année.", look.Detail))
		}
		rows.Add(kit.EventRow(kit.Event{Icon: "user-check", Title: f.Name, Detail: fr.Capital(fr.Join(f.Profession, f.Email)), Right: fr.Phone(f.Phone), First: true}))
		rows.Add(groups)
	}
	return kit.VBox(look.Tight, kit.Section("Intervenants"), rows)
}

// check says that the sheet was verified today.
func (p *Page) check(id data.ID[data.Partner]) {
	t, today := p.desk.Registry.Partners, p.desk.Today()
	var before data.Date
	set := func(day data.Date) error {
		v, ok := t.Get(id)
		if !ok {
			return registry.ErrGone
		}
		before, v.CheckedOn = v.CheckedOn, day
		return t.Save(&v)
	}
	p.desk.Do(func() error { return set(today) }, func() {
		was := before
		p.desk.Window.Toast("Fiche vérifiée aujourd’hui.", func() { p.desk.Do(func() error { return set(was) }, nil) })
	})
}

// archive hides a structure from the lists, or shows it again.
func (p *Page) archive(s data.Partner, on bool) {
	t := p.desk.Registry.Partners
	p.desk.Do(func() error {
		if on {
			return t.Archive(s.ID)
		}
		return t.Unarchive(s.ID)
	}, func() {
		if on {
			p.desk.Window.Toast(fr.Quote(s.Name)+" n’est plus dans la liste.", func() { p.archive(s, false) })
			return
		}
		p.filter.archived = false
		p.refilter()
	})
}

// remove takes a sheet out, with a way back. One that others need stays, and the window says why.
func (p *Page) remove(s data.Partner) {
	t := p.desk.Registry.Partners
	var gone data.Partner
	p.desk.Do(func() (err error) {
		gone, err = t.Remove(s.ID)
		return err
	}, func() {
		p.desk.Window.Toast("La fiche de "+fr.Quote(s.Name)+" est supprimée.", func() {
			p.desk.Do(func() error { return t.Restore(gone) }, func() {
				p.chosen = s.ID
				p.read()
			})
		})
	})
}
