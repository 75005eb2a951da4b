package home

import (
	"cmp"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/kit"
	"mercredi/ui/look"
	"mercredi/ui/page"
)

// row is one line of a card: a fact, and where its one action leads.
type row struct {
	icon         string
	tone         look.ToneName
	fact, detail string
	to           page.Route
	late         string        // a badge: « 9 jours de retard »
	lateTone     look.ToneName // of the badge
	done, owed   int           // a bar, when several bilans are owed
}

// greeting is the title of the page.
func greeting(first string) string {
	if first == "" {
		return "Bonjour"
	}
	return "Bonjour " + first
}

func short(c registry.ChildName) string { return fr.ShortName(c.First, c.Last) }

// onDay is « mercredi 20 janvier ».
func onDay(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return fr.Weekday(d.Weekday()) + " " + fr.DayMonth(d)
}

func toGroup(g registry.GroupName) page.Route {
	return page.Route{Page: page.Group, Group: g.ID}
}

// watchRow says an alert.
func watchRow(a registry.Alert) row {
	r := row{icon: "triangle-alert", tone: look.Alarm, to: toGroup(a.Group)}
	if !a.Child.ID.IsZero() && a.Kind != registry.AlertChildBusy {
		r.to = page.Route{Page: page.Child, Child: a.Child.ID}
	}
	when := fr.Join(onDay(a.On), fr.Time(a.Start))
	both := page.GroupWords(a.Group) + " et " + page.GroupWords(a.With)
	whose := fr.Join(short(a.Child), a.Group.Workshop.Name)
	switch a.Kind {
	case registry.AlertChildBusy:
		r.fact, r.detail = "Un enfant dans deux groupes", fr.Join(short(a.Child), when)
	case registry.AlertFacilitatorBusy:
		r.fact, r.detail = "Un intervenant dans deux groupes", fr.Join(both, fr.Time(a.Start))
	case registry.AlertRoomTaken:
		r.fact, r.detail = "Deux groupes dans la même salle", fr.Join(both, fr.Time(a.Start))
	case registry.AlertAbsences:
		r.icon, r.fact = "user-round-x", fr.Count(a.Count, "absence non excusée", "absences non excusées de suite")
		r.detail = fr.Join(whose, "depuis le "+fr.DateShort(a.On))
	case registry.AlertConsentMissing:
		r.icon, r.fact, r.detail = "handshake", "Pas d’accord de la famille", whose
	case registry.AlertConsentEnded:
		r.icon, r.fact = "handshake", "Accord de la famille terminé"
		r.detail = fr.Join(short(a.Child), inSentence(fr.ConsentScope(a.Scope, a.For)), "le "+fr.DayMonth(a.On))
	case registry.AlertConsentEnding:
		r.icon, r.tone, r.fact = "handshake", look.Warning, "Accord bientôt terminé"
		r.detail = fr.Join(short(a.Child), inSentence(fr.ConsentScope(a.Scope, a.For)), "fin le "+fr.DayMonth(a.On))
	case registry.AlertNoDecision:
		r.icon, r.tone, r.fact, r.detail = "scale", look.Warning, "Pas encore de décision EPS", whose
	case registry.AlertPlaceFree:
		r.icon, r.tone, r.fact = "hourglass", look.Warning, fr.Count(a.Free, "place libre", "places libres")
		r.detail = fr.Join(a.Group.Workshop.Name, fr.Numbered(fr.Lower(a.Group.Cycle)), fr.Count(a.Count, "enfant attend", "enfants attendent"))
		r.to = page.Route{Page: page.Workshops, Workshop: a.Group.Workshop.ID, Cycle: a.Group.CycleID}
	}
	return r
}

// inSentence takes the capital of a label away: « Suivi par le PRE », « suivi par le PRE ».
func inSentence(label string) string {
	first, rest, _ := strings.Cut(label, " ")
	return strings.TrimSpace(strings.ToLower(first) + " " + rest)
}

// worst is the tone of the number of alerts.
func worst(alerts []registry.Alert) look.ToneName {
	for _, a := range alerts {
		if watchRow(a).tone == look.Alarm {
			return look.Alarm
		}
	}
	return look.Warning
}

// enterRow says a session with marks to enter.
func enterRow(s registry.ToEnter) row {
	left := fr.Count(s.Missing, "enfant", "enfants")
	if s.Missing < s.Total {
		left = "reste " + fr.Number(s.Missing) + " sur " + fr.Number(s.Total)
	}
	return row{
		icon: workshopIcon(s.Group), tone: workshopTone(s.Group), fact: page.GroupWords(s.Group),
		detail: fr.Capital(fr.Join(onDay(s.Date), left)), to: toGroup(s.Group),
	}
}

// bilanRow says what is to be handed over.
func bilanRow(d registry.Due, today data.Date) row {
	r := row{icon: workshopIcon(d.Group), tone: workshopTone(d.Group), to: toGroup(d.Group)}
	moment := fr.BilanMoment(d.Moment)
	one := page.Route{Page: page.Bilan, Child: d.Child.ID, Cycle: d.Group.CycleID, Moment: d.Moment}
	switch {
	case d.Kind == registry.DueDecision:
		r.fact, r.to = short(d.Child)+", décision à prendre", one
		r.detail = "Après la " + fr.OrdinalFeminine(d.After) + " rencontre, le " + fr.DayMonth(d.On)
	case !d.Child.ID.IsZero():
		r.fact, r.detail, r.to = short(d.Child)+", "+moment, "Attendu le "+fr.DayMonth(d.On), one
	default:
		left := d.Owed - d.Done
		r.fact, r.done, r.owed = page.GroupWords(d.Group), d.Done, d.Owed
		r.detail = fr.Count(left, "bilan", "bilans") + " pour le " + fr.DayMonth(d.On)
		r.to = page.Route{Page: page.Bilan, Group: d.Group.ID, Moment: d.Moment}
	}
	switch days := today.DaysUntil(d.On); {
	case d.LateDays > 0:
		r.late, r.lateTone = lateness(d.LateDays)+" de retard", look.Alarm
	case r.owed > 0:
	case days < 7:
		r.late, r.lateTone = nearDay(d.On, days), look.Warning
	}
	return r
}

// lateness counts in months what is too long in days.
func lateness(days int) string {
	if days < 60 {
		return fr.Count(days, "jour", "jours")
	}
	return fr.Months(days / 30)
}

// nearDay names a day of the coming week.
func nearDay(d data.Date, days int) string {
	switch days {
	case 0:
		return "Aujourd’hui"
	case 1:
		return "Demain"
	}
	return fr.Capital(fr.Weekday(d.Weekday()))
}

func workshopIcon(g registry.GroupName) string {
	return look.DisciplineIcon(string(g.Workshop.Discipline))
}

func workshopTone(g registry.GroupName) look.ToneName { return look.ToneName(g.Workshop.Discipline) }

// dayTitle is « Mercredi 20 janvier », and its rank « 11e sur 30 » when it is one of the year's.
func dayTitle(d registry.Day) (title, rank string) {
	if d.Number > 0 {
		rank = fr.Ordinal(d.Number) + " sur " + fr.Number(d.Of)
	}
	return fr.Capital(onDay(d.Date)), rank
}

// daySentence says when the day is and how full.
func daySentence(d registry.Day, today data.Date) string {
	when := fr.Capital(fr.Relative(d.Date, today)) + "\u00a0: "
	if d.Held == 0 {
		return when + "aucune séance prévue"
	}
	words := when + fr.Join(fr.Count(d.Held, "séance", "séances"), fr.Count(d.Expected, "enfant attendu", "enfants attendus"))
	if n := unplaced(d); n > 0 {
		words += ", " + fr.Count(n, "séance sans heure", "séances sans heure")
	}
	return words
}

// unplaced counts the sessions whose hour is not said: they stand nowhere in the day.
func unplaced(d registry.Day) (n int) {
	for _, s := range d.Sessions {
		if s.Start == 0 && s.State != data.SessionCancelled {
			n++
		}
	}
	return n
}

// known reports whether the next day is one: in summer, or in a year whose holidays are not known, there is none.
func known(d registry.Day) bool { return d.Number > 0 || d.Held > 0 || len(d.Sessions) > 0 }

// quiet says that no day of workshops is to come: either the year is over, or the holidays are not known.
func quiet(d registry.Day, today data.Date) (fact, next string, settle bool) {
	if d.Date > today {
		return "Aucun atelier à venir",
			"Le prochain mercredi hors vacances est le " + fr.DateLong(d.Date) + ". Ouvrez un cycle pour préparer la suite.", false
	}
	return "Les prochains mercredis ne sont pas connus",
		"Indiquez la zone et les vacances de l’année scolaire, puis ouvrez un cycle.", true
}

// ribbon shows the Wednesdays of the year.
func ribbon(days []registry.RibbonDay) []kit.RibbonCell {
	cells := make([]kit.RibbonCell, len(days))
	for i, d := range days {
		c := kit.RibbonCell{Month: fr.MonthShort(d.Date.Month()), Tip: fr.Capital(onDay(d.Date))}
		switch {
		case d.State == calendar.StateSchoolHolidays:
			c.State = kit.RibbonHoliday
		case d.State != calendar.StateWorking:
			c.State = kit.RibbonFree
		case d.Phase == registry.RibbonDone:
			c.State = kit.RibbonDone
		case d.Phase == registry.RibbonNext:
			c.State = kit.RibbonNext
		}
		if d.State != calendar.StateWorking {
			c.Tip = fr.Join(c.Tip, cmp.Or(d.Name, "jour sans atelier"))
		}
		cells[i] = c
	}
	return cells
}

// The hours that a day shows at least, in minutes.
const (
	morning = 9 * 60
	evening = 18 * 60
)

// timeline lays the sessions of a day by room; groups are those of its blocks, in their order.
func timeline(d registry.Day) (parts kit.TimelineParts, groups []data.ID[data.Group]) {
	parts.From, parts.To = morning, evening
	lanes := map[data.ID[data.Room]]int{}
	for _, r := range d.Rooms {
		if r.Sessions == 0 {
			continue
		}
		lanes[r.ID] = len(parts.Lanes)
		parts.Lanes = append(parts.Lanes, kit.Lane{Title: cmp.Or(r.Name, "Sans salle"), Sub: r.Site})
	}
	for _, s := range d.Sessions {
		if s.Start == 0 {
			continue
		}
		b := block(s)
		b.Lane = lanes[s.RoomID]
		parts.From = min(parts.From, b.Start/60*60)
		parts.To = max(parts.To, (b.Start+b.Minutes+59)/60*60)
		parts.Blocks = append(parts.Blocks, b)
		groups = append(groups, s.Group.ID)
	}
	return parts, groups
}

// block is a session in the day.
func block(s registry.DaySession) kit.TimeBlock {
	b := kit.TimeBlock{
		Start: int(s.Start), Minutes: s.LengthMinutes, Title: s.Group.Workshop.Name, Detail: fr.Capital(page.GroupOnly(s.Group)),
		Icon: workshopIcon(s.Group), Tone: workshopTone(s.Group), Alert: len(s.Clashes) > 0,
	}
	switch {
	case s.State == data.SessionCancelled:
		b.Trail, b.Tone, b.Icon = "annulée", look.Neutral, "ban"
	case s.Group.Child.ID.IsZero() && s.Capacity > 1:
		b.Trail = fr.Number(s.Enrolled) + "/" + fr.Number(s.Capacity)
	}
	b.Tip = fr.Join(s.Group.Workshop.Name, page.GroupOnly(s.Group), fr.TimeSpan(s.Start, s.LengthMinutes), s.Facilitator.Name)
	for _, c := range s.Clashes {
		b.Tip += ". " + clashWords(c)
	}
	return b
}

func clashWords(c registry.DayClash) string {
	switch c.Code {
	case data.WarnChildBusy:
		return short(c.Child) + " a aussi " + page.GroupWords(c.Group)
	case data.WarnRoom:
		return "La salle reçoit aussi " + page.GroupWords(c.Group)
	case data.WarnChildAway:
		return short(c.Child) + " ne peut pas venir à cette heure"
	case data.WarnFacilitatorAway, data.WarnRoomClosed:
		return strings.TrimSuffix(fr.Warning(c.Code), ".")
	}
	return "L’intervenant a aussi " + page.GroupWords(c.Group)
}
