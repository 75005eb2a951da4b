package settings

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	forms "mercredi/ui/page/sheet"
)

// planSteps are the minutes that may lie between two possible starts.
var planSteps = []int{5, 10, 15, 20, 30, 60}

// wednesdays is how the day of workshops is cut, who can be fetched, and the Wednesdays kept in reserve.
func (p *Page) wednesdays() fyne.CanvasObject {
	return kit.Columns(look.Wide,
		kit.Share(1, kit.VBox(look.Cards, p.dayCard(), p.escortCard())),
		kit.Share(1, p.spareCard()))
}

// dayCard is the day of workshops: its hours, its breaks, the step of the planning.
func (p *Page) dayCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	whole := s.Day()
	start, end := kit.NewTimeField("Début de la journée", ""), kit.NewTimeField("Fin de la journée", "")
	start.Needed, end.Needed = "Indiquez l’heure.", "Indiquez l’heure."
	start.SetValue(whole.From)
	end.SetValue(whole.To)
	step := kit.NewSelectField("Les séances commencent toutes les", kit.Labels(planSteps, fr.Duration), indexOf(planSteps, s.Step()))
	breaks := forms.Spans("Pauses, sans atelier", "Aucune pause dans la journée.")
	form := kit.NewForm(start, end, step, breaks)
	form.Filling(func() { breaks.SetValues(s.Pauses()) })
	inputs := map[string]kit.Input{"DayEnd": end, "Breaks": breaks, "PlanStep": step}
	form.OnSubmit = func() {
		p.keep(form, inputs, func(s *data.Settings) {
			s.DayStart, s.DayEnd, s.PlanStep = start.Value(), end.Value(), planSteps[max(0, step.Chosen())]
			s.Breaks = breaks.Values()
			s.NoBreak = len(s.Breaks) == 0
		})
	}
	return kit.Card("La journée", nil, kit.VBox(look.Gap, pair(start, end), step, breaks, kit.HBox(0, p.saver(form))))
}

// escortCard is how many children the team can fetch at school for one start.
func (p *Page) escortCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	trips := kit.NewNumberField("Trajets pour une même heure", "", 0, 50)
	children := kit.NewNumberField("Enfants par trajet", "", 0, 50)
	trips.SetValue(s.TripsPerStart)
	children.SetValue(s.ChildrenPerTrip)
	form := kit.NewForm(trips, children)
	form.OnSubmit = func() {
		if (trips.Value() == 0) != (children.Value() == 0) {
			missing := trips
			if children.Value() == 0 {
				missing = children
			}
			missing.SetErr("Indiquez les deux nombres, ou aucun.")
			return
		}
		p.keep(form, map[string]kit.Input{"TripsPerStart": trips, "ChildrenPerTrip": children}, func(s *data.Settings) {
			s.TripsPerStart, s.ChildrenPerTrip = trips.Value(), children.Value()
		})
	}
	return kit.Card("Accompagnement depuis l’école", nil, kit.VBox(look.Gap,
		kit.Paragraph("Pour les enfants que l’équipe va chercher. Laissez vide si les trajets ne sont pas comptés.", look.Detail),
		pair(trips, children), kit.HBox(0, p.saver(form))))
}

// saver is the button of a card that is a form.
func (p *Page) saver(form *kit.Form) *kit.Button {
	save := kit.NewSmall("Enregistrer", "", kit.Secondary, form.Submit)
	if p.desk.ReadOnly() {
		save.SetReason("Votre clé permet de regarder et d’imprimer")
	}
	return save
}

// keep keeps a change of the settings, and shows what is wrong beside the fields.
func (p *Page) keep(form *kit.Form, inputs map[string]kit.Input, edit func(*data.Settings)) {
	s := p.desk.Registry.Settings()
	edit(&s)
	if err := s.Check(); err != nil && forms.Beside(err, inputs) {
		return
	}
	form.Clean()
	p.desk.Do(func() error { return p.desk.Registry.SaveSettings(&s) }, func() {
		p.desk.Window.Toast("Réglages enregistrés.", nil)
	})
}

// spareCard is where the Wednesdays in reserve are ticked, month by month.
func (p *Page) spareCard() fyne.CanvasObject {
	s := p.desk.Registry.Settings()
	year := calendar.SchoolYear(s.SchoolYear)
	if year == 0 {
		year = calendar.SchoolYearOf(p.desk.Today())
	}
	from, to := s.Season(int(year))
	days := p.desk.Registry.Calendar().Working(time.Wednesday, from, to)
	months := kit.VBox(look.Gap)
	spare, usable := 0, 0
	for _, m := range spareMonths(days, s.SpareDays) {
		row := kit.RowWrap(look.Tight)
		for _, d := range m.days {
			usable++
			if d.spare {
				spare++
			}
			chip := kit.NewChip(d.label, d.spare, func(on bool) { p.setSpare(d.date, on) })
			if p.desk.ReadOnly() {
				chip.Disable()
			}
			row.Add(chip)
		}
		months.Add(kit.VBox(4, kit.Text(m.name, look.DetailBold), row))
	}
	if usable == 0 {
		return kit.Card("Mercredis de réserve", nil, kit.EmptyState("calendar", "Aucun mercredi connu pour "+year.String(),
			"Choisissez la zone scolaire dans «\u00a0Année scolaire\u00a0»."))
	}
	return kit.Card("Mercredis de réserve", kit.CountBadge(spare, look.Neutral), kit.VBox(look.Gap,
		kit.Paragraph("Une séance annulée pourra être reportée sur un de ces mercredis. Il en reste "+
			fr.Count(usable-spare, "autre", "autres")+" dans l’année "+year.String()+".", look.Detail), months))
}

// setSpare keeps a Wednesday in reserve, or gives it back.
func (p *Page) setSpare(day data.Date, on bool) {
	p.desk.Do(func() error {
		s := p.desk.Registry.Settings()
		s.SpareDays = withSpare(s.SpareDays, day, on)
		return p.desk.Registry.SaveSettings(&s)
	}, nil)
}

// withSpare are the spare days with one more or one less, in order.
func withSpare(days []data.Date, day data.Date, on bool) []data.Date {
	out := slices.DeleteFunc(slices.Clone(days), func(d data.Date) bool { return d == day })
	if on {
		out = append(out, day)
	}
	slices.Sort(out)
	return out
}

// spareMonth is a month of Wednesdays to tick.
type spareMonth struct {
	name string
	days []spareDay
}

type spareDay struct {
	date  data.Date
	label string
	spare bool
}

// spareMonths are the usable Wednesdays of a year by month.
func spareMonths(days, spare []data.Date) []spareMonth {
	var out []spareMonth
	for _, d := range days {
		name := fr.Capital(fr.MonthYear(d))
		if n := len(out); n == 0 || out[n-1].name != name {
			out = append(out, spareMonth{name: name})
		}
		month := &out[len(out)-1]
		month.days = append(month.days, spareDay{d, fr.DayMonth(d), slices.Contains(spare, d)})
	}
	return out
}
