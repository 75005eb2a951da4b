package workshops

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// dates is the second step: when the sessions are held, shown as they fall.
type dates struct {
	p              *Opening
	form           *kit.Form
	weekday        *kit.SelectField
	rhythm         *kit.SelectField
	firstDay       *kit.DateField
	count          *kit.NumberField
	skip           *kit.CheckField
	midDue, endDue *kit.DateField
	ribbon         *kit.Ribbon
	days           []data.Date // of the ribbon
	result         *fyne.Container
	filling        bool // the page fills the days of the bilans itself
}

var rhythms = []data.Rhythm{data.Weekly, data.Stage}

func newDates(p *Opening) *dates {
	s := &dates{p: p, result: kit.VBox(look.Gap)}
	rule := p.draft.Rule
	s.weekday = kit.NewSelectField("Jour", kit.Labels(weekdays, dayWord), max(0, slices.Index(weekdays, rule.Weekday)))
	s.rhythm = kit.NewSelectField("Rythme", kit.Labels(rhythms, rhythmWord), int(rule.Rhythm))
	s.firstDay = kit.NewDateField("À partir du", p.desk.Today())
	s.firstDay.Needed = "Indiquez la date de la première séance."
	s.firstDay.Explain = s.explain
	s.count = kit.NewNumberField("Nombre de séances", "", 1, 60)
	s.skip = kit.NewCheckField("Ne pas compter les vacances", rule.SkipHolidays)
	s.midDue = kit.NewDateField("Bilans de mi-cycle pour le", p.desk.Today())
	s.endDue = kit.NewDateField("Bilans de fin pour le", p.desk.Today())
	s.ribbon = kit.NewRibbon(nil, true, s.begin)
	s.form = kit.NewForm(s.firstDay, s.count, s.midDue, s.endDue)
	others := kit.NewForm(s.weekday, s.rhythm, s.skip) // not on the way of Enter
	s.form.OnSubmit, s.form.OnEdit, others.OnEdit = p.forward, s.read, s.read
	s.rhythm.OnPick = func(i int) {
		s.skip.Set(rhythms[i] == data.Weekly)
		s.read()
	}
	s.form.Filling(func() {
		s.firstDay.SetValue(rule.First)
		s.count.SetValue(rule.Count)
	})
	s.midDue.SetValue(p.draft.MidBilanDue)
	s.endDue.SetValue(p.draft.EndBilanDue)
	s.midDue.OnPick = func(data.Date) { p.draft.midTyped = p.draft.midTyped || !s.filling }
	s.endDue.OnPick = func(data.Date) { p.draft.endTyped = p.draft.endTyped || !s.filling }
	return s
}

// explain says when the first session is held, when that is not the day chosen.
func (s *dates) explain(d data.Date) string {
	if days := held(s.p.seen.Days); len(days) > 0 && days[0] != d && s.p.draft.Rule.First == d {
		return "La première séance est le " + fr.Date(days[0]) + "."
	}
	return fr.Capital(fr.Date(d))
}

// begin makes a day of the ribbon the first one.
func (s *dates) begin(i int) {
	s.form.Filling(func() { s.firstDay.SetValue(s.days[i]) })
	s.firstDay.SetErr("")
	s.read()
}

// read lays what the fields say over the draft.
func (s *dates) read() {
	d := s.p.draft
	d.Rule = data.DateRule{
		Weekday: weekdays[s.weekday.Chosen()], First: s.firstDay.Value(), Count: s.count.Value(),
		SkipHolidays: s.skip.On(), Rhythm: rhythms[s.rhythm.Chosen()],
	}
	if d.midTyped {
		d.MidBilanDue = s.midDue.Value()
	}
	if d.endTyped {
		d.EndBilanDue = s.endDue.Value()
	}
	s.p.edited()
}

func (s *dates) content() fyne.CanvasObject {
	fields := kit.VBox(look.Gap, s.firstDay, row(s.weekday, s.count), s.rhythm, s.skip, s.midDue, s.endDue)
	return kit.Columns(look.Wide,
		kit.Fixed(330, kit.Card("Quand", nil, fields)),
		kit.Fixed(416, kit.Card("Calendrier", nil, s.ribbon)),
		kit.Share(1, kit.Card("Les séances", nil, s.result)))
}

func (s *dates) check() bool {
	if !s.form.Check() {
		return false
	}
	var short *calendar.ShortError // told among the sessions, with the ways out
	return !errors.As(s.p.seen.Err, &short)
}

func (s *dates) show() {
	d, r := s.p.draft, s.p.desk.Registry
	s.weekday.Hidden = d.Rule.Rhythm == data.Stage // a stage goes from Monday to Friday
	s.fillDue()
	if v := s.firstDay.Value(); v.Valid() {
		s.firstDay.SetHelp(s.explain(v))
	}
	season := seasonOf(r.Calendar(), r.Settings(), d.Rule, s.p.seen.Days)
	s.days = season.days
	s.ribbon.Set(season.cells)
	kit.Replace(s.result, s.words()...)
	kit.Relayout(s.p.body)
}

// fillDue shows the days of the bilans that follow the sessions.
func (s *dates) fillDue() {
	s.filling = true
	defer func() { s.filling = false }()
	d := s.p.draft
	if !d.midTyped && s.midDue.Value() != d.MidBilanDue {
		s.midDue.SetValue(d.MidBilanDue)
	}
	if !d.endTyped && s.endDue.Value() != d.EndBilanDue {
		s.endDue.SetValue(d.EndBilanDue)
	}
}

// words are the sessions as they fall, what is left out, and what is unusual.
func (s *dates) words() []fyne.CanvasObject {
	rule, seen := s.p.draft.Rule, s.p.seen
	var out []fyne.CanvasObject
	for _, x := range remarks(rule, seen, s.p.desk.Today()) {
		out = append(out, kit.Notice(x.tone, x.fact, x.next, nil))
		if x.calendar {
			out = append(out, kit.HBox(look.Tight, s.ways(x)...))
		}
	}
	days := held(seen.Days)
	if len(days) == 0 {
		return append(out, kit.Paragraph("Les séances s’afficheront ici dès que la date et le nombre seront choisis.", look.Detail))
	}
	last := days[len(days)-1]
	out = append(out,
		kit.Paragraph(fr.Count(len(days), "séance", "séances")+" "+fr.Range(days[0], last), look.BodyBold),
		kit.Paragraph(fr.Capital(inWords(days))+".", look.Body),
		kit.Facts(1, kit.Fact{Label: "Dernière séance", Value: fr.Capital(fr.Date(last))}))
	if off := leftOut(seen.Days); len(off) > 0 {
		list := kit.VBox(2, kit.Text("Jours laissés de côté", look.Caption))
		for _, line := range off {
			list.Add(kit.Paragraph(line, look.Detail.As(look.Ink)))
		}
		out = append(out, list)
	}
	return out
}

// ways are the ways out of a calendar that ends too early.
func (s *dates) ways(x remark) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if x.only > 0 {
		out = append(out, kit.NewSmall("Faire "+fr.Count(x.only, "séance", "séances"), "", kit.Secondary, func() {
			s.form.Filling(func() { s.count.SetValue(x.only) })
			s.count.SetErr("")
			s.read()
		}))
	}
	return append(out, kit.NewSmall("Compléter le calendrier", "settings", kit.Secondary, func() {
		s.p.desk.Window.Go(page.Route{Page: page.Settings, Tab: "annee"})
	}))
}

func (s *dates) first() fyne.Focusable { return s.firstDay.Keyboard() }

func dayWord(d time.Weekday) string { return fr.Capital(fr.Weekday(d)) }

func rhythmWord(r data.Rhythm) string { return fr.Capital(fr.Rhythm(r)) }
