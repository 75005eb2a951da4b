package settings

import (
	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

var zones = []calendar.Zone{calendar.ZoneA, calendar.ZoneB, calendar.ZoneC, calendar.ZoneOther}

// year is the calendar: zone, regional holidays, the year on screen, closings, holidays typed by hand, alerts.
func (p *Page) year() fyne.CanvasObject {
	return kit.Columns(look.Wide, kit.Share(1, kit.VBox(look.Cards, p.calendarCard(), p.alertsCard())), kit.Share(1, p.periodsCard()))
}

func (p *Page) calendarCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	zone := kit.NewSelectField("Zone scolaire", []string{"Zone A", "Zone B", "Zone C", "Autre (Corse, outre-mer)"}, indexOf(zones, calendar.Zone(s.Zone)))
	zone.OnPick = func(i int) { p.change(func(s *data.Settings) { s.Zone = string(zones[i]) }) }
	regions := append([]calendar.Region{""}, calendar.Regions()...)
	region := kit.NewSelectField("Jours fériés", kit.Labels(regions, fr.Region), indexOf(regions, calendar.Region(s.Region)))
	region.OnPick = func(i int) { p.change(func(s *data.Settings) { s.Region = string(regions[i]) }) }
	now := int(calendar.SchoolYearOf(p.desk.Today()))
	years := []int{now - 3, now - 2, now - 1, now, now + 1}
	shown := kit.NewSelectField("Année affichée", kit.Labels(years, func(y int) string { return calendar.SchoolYear(y).String() }), indexOf(years, s.SchoolYear))
	shown.OnPick = func(i int) { p.change(func(s *data.Settings) { s.SchoolYear = years[i] }) }
	return kit.Card("Calendrier", nil, kit.VBox(look.Gap, pair(zone, region), shown, p.knownUntil()))
}

// knownUntil says how far the calendar is known, and what to do past that day.
func (p *Page) knownUntil() fyne.CanvasObject {
	cal := p.desk.Registry.Calendar()
	last := cal.LastKnown()
	if last.IsZero() {
		return kit.Notice(look.Warning, "Les vacances de cette zone ne sont pas connues.", "Ajoutez-les dans «\u00a0Fermetures et vacances de l’équipe\u00a0».", nil)
	}
	text := "Les vacances sont connues jusqu’au " + fr.DateLong(last) + "."
	if cal.ToConfirm(last) {
		text += " La dernière année est à confirmer."
	}
	return kit.Paragraph(text, look.Detail)
}

func (p *Page) alertsCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	absences := kit.NewNumberField("Absences non excusées de suite", "À partir de ce nombre, l’accueil le signale.", 1, 20)
	absences.SetValue(s.AbsenceAlert)
	low := kit.NewNumberField("Régularité basse, en %", "En dessous, le pourcentage est en rouge.", 0, 100)
	low.SetValue(s.LowRegularity)
	form := kit.NewForm(absences, low)
	form.OnSubmit = func() {
		p.change(func(s *data.Settings) { s.AbsenceAlert, s.LowRegularity = absences.Value(), low.Value() })
	}
	save := kit.NewSmall("Enregistrer", "", kit.Secondary, form.Submit)
	return kit.Card("Alertes", nil, kit.VBox(look.Gap, pair(absences, low), kit.HBox(0, save)))
}

// change keeps one change of the settings.
func (p *Page) change(edit func(*data.Settings)) {
	s := p.desk.Registry.Settings()
	edit(&s)
	p.desk.Do(func() error { return p.desk.Registry.SaveSettings(&s) }, func() {
		p.desk.Window.Toast("Réglages enregistrés.", nil)
	})
}

// periodsCard lists the days without workshops: what the team typed, then what the table says of the year.
func (p *Page) periodsCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	var records []record
	for i, c := range s.Closings {
		records = append(records, record{"ban", look.Neutral, named(c.Name, "Fermeture"), periodText(asPeriod(c)), false,
			func() { p.editPeriod(i, false) }})
	}
	for i, h := range s.Holidays {
		records = append(records, record{"calendar", look.Info, named(h.Name, "Vacances"), periodText(asPeriod(h)), false,
			func() { p.editPeriod(i, true) }})
	}
	typed := list{"Fermetures et vacances de l’équipe", "Aucune fermeture pour l’instant.", "Ajouter", func() { p.editPeriod(-1, false) }, records}.card()
	return kit.VBox(look.Cards, typed, p.tableCard(calendar.SchoolYear(s.SchoolYear)))
}

// tableCard shows the school holidays of the year on screen, as they are known.
func (p *Page) tableCard(year calendar.SchoolYear) fyne.CanvasObject {
	if year == 0 {
		year = calendar.SchoolYearOf(p.desk.Today())
	}
	rows := kit.VBox(look.Hair)
	for _, h := range p.desk.Registry.Calendar().Holidays(year) {
		rows.Add(kit.Spread(kit.Text(h.Name, look.Body), kit.Text(periodText(h), look.Detail)))
	}
	return kit.Card("Vacances scolaires "+year.String(), nil, rows)
}

func named(name, otherwise string) string {
	if name == "" {
		return otherwise
	}
	return name
}

func asPeriod(p data.DayPeriod) calendar.Period {
	return calendar.Period{From: p.From, To: p.To, Name: p.Name}
}

// editPeriod edits a closing or a holiday; index -1 adds one.
func (p *Page) editPeriod(index int, holiday bool) {
	s := p.desk.Registry.Settings()
	old := data.DayPeriod{}
	if index >= 0 {
		old = *periodAt(&s, index, holiday)
	}
	name := kit.NewTextField("Nom", "").Hint("Pont du 14\u00a0mai")
	name.SetText(old.Name)
	from, to := kit.NewDateField("Du", p.desk.Today()), kit.NewDateField("Au", p.desk.Today())
	from.Needed, to.Needed = "Indiquez le premier jour.", "Indiquez le dernier jour."
	from.SetValue(old.From)
	to.SetValue(old.To)
	to.Rule = func(d data.Date) string {
		if d < from.Value() {
			return "Le dernier jour vient avant le premier. Vérifiez les deux dates."
		}
		return ""
	}
	kind := kit.NewSelectField("Il s’agit de", []string{"jours de fermeture de l’équipe", "vacances scolaires"}, map[bool]int{true: 1}[holiday])
	form := kit.NewForm(name, kind, from, to)
	body := kit.VBox(look.Gap, name, kind, pair(from, to))
	var dialog *kit.Dialog
	if index >= 0 {
		body.Add(kit.HBox(0, kit.NewSmall("Retirer", "trash-2", kit.Danger, func() {
			dialog.Close()
			p.change(func(s *data.Settings) { removePeriod(s, index, holiday) })
		})))
	}
	dialog = kit.ShowSheet(p.desk.Window.Canvas(), kit.Sheet{
		Title: "Jours sans atelier", Body: body, Verb: "Enregistrer",
		Do: func() bool {
			if !form.Check() {
				return false
			}
			p.change(func(s *data.Settings) {
				if index >= 0 {
					removePeriod(s, index, holiday)
				}
				addPeriod(s, data.DayPeriod{From: from.Value(), To: to.Value(), Name: name.Text()}, kind.Chosen() == 1)
			})
			return true
		},
	})
	form.OnSubmit = dialog.Submit
}

func periodAt(s *data.Settings, i int, holiday bool) *data.DayPeriod {
	if holiday {
		return &s.Holidays[i]
	}
	return &s.Closings[i]
}

func removePeriod(s *data.Settings, i int, holiday bool) {
	if holiday {
		s.Holidays = append(s.Holidays[:i], s.Holidays[i+1:]...)
		return
	}
	s.Closings = append(s.Closings[:i], s.Closings[i+1:]...)
}

func addPeriod(s *data.Settings, p data.DayPeriod, holiday bool) {
	if holiday {
		s.Holidays = append(s.Holidays, p)
		return
	}
	s.Closings = append(s.Closings, p)
}
