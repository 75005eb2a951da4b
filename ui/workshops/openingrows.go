package workshops

import (
	"errors"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
)

// summary is « 12 séances, du 7 octobre au 27 janvier. 2 groupes, 13 enfants inscrits, 2 en attente. »
func summary(d *draft, seen registry.CyclePreview) string {
	days := held(seen.Days)
	var dates string
	if len(days) == 0 {
		dates = "Aucune séance pour l’instant."
	} else {
		dates = fr.Count(len(days), "séance", "séances") + ", " + fr.RangeShort(days[0], days[len(days)-1]) + "."
	}
	parts := []string{fr.Count(len(d.groups), "groupe", "groupes"), fr.Count(d.seated(), "enfant inscrit", "enfants inscrits")}
	if n := len(d.Waiting); n > 0 {
		parts = append(parts, fr.Number(n)+" en attente")
	}
	return dates + " " + strings.Join(parts, ", ") + "."
}

// held are the days on which a session is laid.
func held(days []registry.LaidDay) []data.Date {
	var out []data.Date
	for _, d := range days {
		if d.Number > 0 {
			out = append(out, d.Date)
		}
	}
	return out
}

// inWords groups days by month: « 7 et 14 octobre, 4, 18 et 25 novembre ».
func inWords(days []data.Date) string {
	var months []string
	for i := 0; i < len(days); {
		month := days[i].Month()
		var numbers []string
		last := days[i]
		for ; i < len(days) && days[i].Month() == month && days[i].Year() == last.Year(); i++ {
			last = days[i]
			numbers = append(numbers, strings.TrimSuffix(fr.DayMonth(last), "\u00a0"+fr.Month(month)))
		}
		months = append(months, fr.List(numbers)+"\u00a0"+fr.Month(month))
	}
	return strings.Join(months, ", ")
}

// leftOut says which days are not counted, and why: « Toussaint : 21 et 28 octobre ».
func leftOut(days []registry.LaidDay) []string {
	var names []string
	of := map[string][]data.Date{}
	for _, d := range days {
		if d.Number > 0 {
			continue
		}
		name := dayName(d.Reason)
		if of[name] == nil {
			names = append(names, name)
		}
		of[name] = append(of[name], d.Date)
	}
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n + "\u00a0: " + inWords(of[n])
	}
	return out
}

func dayName(r calendar.Reason) string {
	if r.Name != "" {
		return fr.Capital(r.Name)
	}
	switch r.State {
	case calendar.StateSchoolHolidays:
		return "Vacances scolaires"
	case calendar.StatePublicHoliday:
		return "Jour férié"
	case calendar.StateClosing:
		return "Fermeture"
	}
	return "Autre"
}

// season is the ribbon of the year: the days that the rule meets, those that have a session lit.
type season struct {
	cells []kit.RibbonCell
	days  []data.Date
}

// seasonOf lays the chosen days over the season of the team.
func seasonOf(cal calendar.Calendar, team data.Settings, rule data.DateRule, laid []registry.LaidDay) season {
	var s season
	lit := held(laid)
	if rule.Rhythm == data.Stage {
		for _, d := range laid {
			s.add(d.Day, lit)
		}
		return s
	}
	if !rule.First.Valid() {
		return s
	}
	year := calendar.SchoolYearOf(rule.First)
	from, to := year.First(), year.Last()
	if team.SeasonStart != 0 && team.SeasonEnd != 0 {
		from, to = team.Season(int(year))
	}
	from = min(from, rule.First)
	if len(lit) > 0 {
		to = max(to, lit[len(lit)-1])
	}
	for _, d := range cal.Days(rule.Weekday, from, to) {
		s.add(d, lit)
	}
	return s
}

func (s *season) add(d calendar.Day, lit []data.Date) {
	c := kit.RibbonCell{Label: fr.Number(d.Date.Day()), Month: fr.Capital(fr.Month(d.Date.Month())), Tip: fr.Capital(fr.Date(d.Date))}
	_, on := slices.BinarySearch(lit, d.Date)
	switch {
	case on:
		c.State = kit.RibbonDone
	case d.State == calendar.StateSchoolHolidays:
		c.State = kit.RibbonHoliday
	case d.State == calendar.StatePublicHoliday || d.State == calendar.StateClosing:
		c.State = kit.RibbonFree
	}
	if d.Name != "" {
		c.Tip += ", " + d.Name
	}
	s.cells, s.days = append(s.cells, c), append(s.days, d.Date)
}

// remark is something to say about the dates.
type remark struct {
	tone       look.ToneName
	fact, next string
	only       int  // the number of sessions that can be laid, when that is the way out
	calendar   bool // the way out is the calendar of the settings
}

// remarks are what is unusual about the dates.
func remarks(rule data.DateRule, seen registry.CyclePreview, today data.Date) []remark {
	var out []remark
	var short *calendar.ShortError
	days := held(seen.Days)
	if errors.As(seen.Err, &short) && rule.First.Valid() && rule.Count > 0 {
		out = append(out, remark{tone: look.Alarm, fact: fr.Error(short), only: short.Laid, calendar: true})
	}
	past, off := 0, 0
	var unsure data.Date
	for _, d := range seen.Days {
		if d.Number == 0 {
			continue
		}
		if d.Date < today {
			past++
		}
		if d.State == calendar.StateSchoolHolidays && rule.Rhythm != data.Stage {
			off++
		}
		if d.ToConfirm && unsure.IsZero() {
			unsure = d.Date
		}
	}
	if off > 0 {
		out = append(out, remark{tone: look.Warning,
			fact: fr.Count(off, "séance tombe pendant les vacances scolaires.", "séances tombent pendant les vacances scolaires."),
			next: "Vous pourrez le garder en notant la raison à l’étape suivante."})
	}
	if !unsure.IsZero() {
		out = append(out, remark{tone: look.Info, fact: "Les vacances sont à confirmer à partir du " + fr.DateLong(unsure) + ".",
			next: "Vérifiez les dates quand le calendrier officiel paraîtra."})
	}
	if n := len(days); n > 0 && calendar.SchoolYearOf(days[0]) != calendar.SchoolYearOf(days[n-1]) {
		out = append(out, remark{tone: look.Warning, fact: "Le cycle passe l’été et continue l’année scolaire suivante.",
			next: "Pour qu’il finisse avant, commencez plus tôt ou prévoyez moins de séances."})
	}
	if past > 0 {
		out = append(out, remark{tone: look.Info, fact: fr.Count(past, "séance est déjà passée.", "séances sont déjà passées."),
			next: "Leurs présences seront à saisir."})
	}
	return out
}

// clashLine is one thing in the way of a group, over all its sessions.
type clashLine struct {
	code  data.WarningCode
	other data.ID[data.Group]
	name  string // of the holiday
	dates []data.Date
}

// clashesOf gathers what is in the way of a group.
func clashesOf(seen registry.CyclePreview, group data.ID[data.Group]) []clashLine {
	var out []clashLine
	for _, c := range seen.Clashes {
		if c.GroupID != group || c.Code == data.WarnChildBusy {
			continue
		}
		i := slices.IndexFunc(out, func(l clashLine) bool { return l.code == c.Code && l.other == c.OtherGroupID && l.name == c.Name })
		if i < 0 {
			i = len(out)
			out = append(out, clashLine{code: c.Code, other: c.OtherGroupID, name: c.Name})
		}
		out[i].dates = append(out[i].dates, c.Date)
	}
	return out
}

// mostDates is how many days a sentence names one by one.
const mostDates = 4

// sentence says a clash; other names the group in the way.
func (l clashLine) sentence(other, room, who string) string {
	n, when := len(l.dates), inWords(l.dates)
	if n > mostDates {
		when = fr.Count(n, "séance", "séances") + ", à partir du " + fr.DayMonth(l.dates[0])
	}
	fall := fr.Count(n, "séance tombe", "séances tombent")
	name := ""
	if l.name != "" {
		name = " (" + fr.Lower(l.name) + ")"
	}
	switch l.code {
	case data.WarnRoom:
		return said(room, "La salle") + " est déjà prise par " + other + "\u00a0: " + when + "."
	case data.WarnFacilitator:
		return said(who, "L’intervenant") + " anime déjà " + other + "\u00a0: " + when + "."
	case data.WarnHoliday:
		return fall + " pendant les vacances scolaires" + name + "\u00a0: " + when + "."
	case data.WarnPublicHoliday:
		return fall + " un jour férié" + name + "\u00a0: " + when + "."
	case data.WarnClosed:
		return fall + " un jour de fermeture" + name + "\u00a0: " + when + "."
	}
	return fr.Warning(l.code)
}

// pupil is a child as the last step shows it.
type pupil struct {
	id           data.ID[data.Child]
	name, detail string
	folded       string
	waits        bool // for this workshop
	free         bool // may come, and has no place anywhere
	fits         bool // by age and level
	ended        bool
}

// pupils puts the children in words: those who wait for the workshop first, then those it is meant for.
func pupils(rows []registry.ChildRow, w data.Workshop) []pupil {
	out := make([]pupil, len(rows))
	for i, r := range rows {
		p := pupil{id: r.ID, name: fr.ShortName(r.First, r.Last), folded: r.Folded, ended: r.Flags.Ended, free: r.Flags.ToPlace}
		p.waits = slices.ContainsFunc(r.Waiting, func(x registry.WorkshopName) bool { return x.ID == w.ID })
		p.fits = (w.MinAge == 0 && w.MaxAge == 0 || r.Age >= w.MinAge && r.Age >= 0 && (w.MaxAge == 0 || r.Age <= w.MaxAge)) &&
			r.Grade >= w.MinGrade && (w.MaxGrade == 0 || r.Grade <= w.MaxGrade)
		var parts []string
		for _, s := range []string{fr.Age(r.Age), fr.Grade(r.Grade), r.School} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		p.detail = strings.Join(parts, ", ")
		out[i] = p
	}
	slices.SortStableFunc(out, func(a, b pupil) int { return a.rank() - b.rank() })
	return out
}

func (p pupil) rank() int {
	switch {
	case p.ended:
		return 4
	case p.waits:
		return 0
	case p.fits && p.free:
		return 1
	case p.fits:
		return 2
	}
	return 3
}

// found is the child in the search.
func (p pupil) found() kit.Found {
	f := kit.Found{Icon: "user-round", Tone: look.Neutral, Title: p.name, Detail: said(p.detail, "âge et niveau à préciser")}
	switch {
	case p.ended:
		f.Detail += ", suivi terminé"
	case p.waits:
		f.Icon, f.Tone, f.Detail = "hourglass", look.Next, "Attend une place. "+f.Detail
	case p.free:
		f.Detail = "Sans atelier. " + f.Detail
	}
	if p.fits && !p.waits && !p.ended {
		f.Tone = look.Info
	}
	return f
}
