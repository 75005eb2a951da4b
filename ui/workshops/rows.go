package workshops

import (
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/ui/look"
)

// card is a workshop of the list, in words.
type card struct {
	id           data.ID[data.Workshop]
	icon         string
	tone         look.ToneName
	name, detail string
	running      []cycle
	over         []cycle
}

// cycle is a cycle of a card.
type cycle struct {
	name, when string
	groups     []groupRow
}

// groupRow is a group of a cycle.
type groupRow struct {
	id                                data.ID[data.Group]
	name, hour, room, who, places, on string
	over                              bool
	enrolled, capacity                int
	percent                           int
	rated, low                        bool
	unrated                           string // in place of the regularity
}

// listing says what the rows are read for.
type listing struct {
	today data.Date
	low   int // the percentage under which a regularity is low
}

// cards puts the templates and their cycles in words. What is over is apart.
func (l listing) cards(rows []registry.WorkshopRow) []card {
	out := make([]card, 0, len(rows))
	for _, w := range rows {
		c := card{
			id: w.ID, icon: look.DisciplineIcon(string(w.Discipline)), tone: look.ToneName(w.Discipline),
			name: w.FullName, detail: workshopDetail(w),
		}
		for _, x := range w.Cycles {
			if l.over(x) {
				c.over = append(c.over, l.cycle(x))
			} else {
				c.running = append(c.running, l.cycle(x))
			}
		}
		out = append(out, c)
	}
	return out
}

func (l listing) over(c registry.CycleRow) bool {
	return c.State == data.CycleClosed || !c.Last.IsZero() && c.Last < l.today
}

func (l listing) cycle(c registry.CycleRow) cycle {
	out := cycle{name: c.Name, when: fr.RangeShort(c.First, c.Last)}
	switch {
	case c.Of == 0:
	case l.over(c):
		out.when += ", " + fr.Count(c.Of, "séance", "séances")
	case c.Done == 0:
		out.when += ", " + fr.Count(c.Of, "séance à venir", "séances à venir")
	default:
		out.when += ", séance\u00a0" + fr.Number(c.Done) + " sur " + fr.Number(c.Of)
	}
	for _, g := range c.Groups {
		out.groups = append(out.groups, l.group(c, g))
	}
	return out
}

func (l listing) group(c registry.CycleRow, g registry.CycleGroup) groupRow {
	row := groupRow{
		id: g.ID, name: g.Group, room: g.Room, who: g.Facilitator.Name, enrolled: g.Enrolled, capacity: g.Capacity,
		hour: fr.Capital(fr.Weekday(c.Weekday)) + ", " + fr.TimeSpan(g.Start, g.LengthMinutes),
	}
	if !g.Child.ID.IsZero() {
		row.name = fr.ShortName(g.Child.First, g.Child.Last)
	}
	row.places = fr.Number(g.Enrolled) + "/" + fr.Number(g.Capacity)
	switch {
	case l.over(c) || g.Next.IsZero():
		row.on, row.over = "Terminé", true
	case g.Next == l.today:
		row.on = "Séance aujourd’hui"
	default:
		row.on = "Prochaine le " + fr.DayMonth(g.Next)
	}
	row.percent, row.rated = g.Regularity.Percent()
	row.low = row.rated && row.percent < l.low
	if g.ToEnter > 0 {
		row.unrated = "présences à saisir"
	}
	return row
}

// workshopDetail is « En groupe de 7, deux groupes, 12 séances de 1 h, de 6 à 16 ans ».
func workshopDetail(w registry.WorkshopRow) string {
	format := fr.Capital(fr.Format(w.Format))
	if w.Capacity > 1 {
		format += " de " + fr.Number(w.Capacity)
	}
	parts := []string{format}
	if w.Groups > 1 {
		parts = append(parts, fr.Count(w.Groups, "groupe", "groupes")+" par cycle")
	}
	parts = append(parts, fr.Count(w.SessionCount, "séance", "séances")+" de "+fr.Duration(w.LengthMinutes))
	if w.Rhythm == data.Stage {
		parts = append(parts, "en stage")
	}
	return strings.Join(append(parts, publicOf(w.MinAge, w.MaxAge, w.MinGrade, w.MaxGrade)), ", ")
}

// publicOf says for whom a workshop is.
func publicOf(minAge, maxAge int, minGrade, maxGrade data.Grade) string {
	var parts []string
	if ages := span(minAge, maxAge, func(n int) string { return fr.Count(n, "an", "ans") }); ages != "" {
		if minAge > 0 && maxAge > minAge {
			ages = "de " + fr.Number(minAge) + " à " + fr.Count(maxAge, "an", "ans")
		}
		parts = append(parts, ages)
	}
	if grades := span(minGrade, maxGrade, fr.Grade); grades != "" {
		parts = append(parts, grades)
	}
	if len(parts) == 0 {
		return "tous les âges"
	}
	return strings.Join(parts, ", ")
}

// span is « de la 6e à la 3e » without its articles: « CP », « 6e à 3e », « dès CP », « jusqu’à CM2 ».
func span[T int | data.Grade](low, high T, say func(T) string) string {
	switch {
	case low == 0 && high == 0:
		return ""
	case low == high:
		return say(low)
	case high == 0:
		return "dès " + say(low)
	case low == 0:
		return "jusqu’à " + say(high)
	}
	return say(low) + " à " + say(high)
}

// subtitle is « 5 ateliers, 9 cycles en cours ou à venir ».
func subtitle(cards []card) string {
	if len(cards) == 0 {
		return "Les fiches action de l’équipe et leurs cycles"
	}
	running := 0
	for _, c := range cards {
		running += len(c.running)
	}
	if running == 0 {
		return fr.Count(len(cards), "atelier", "ateliers") + ", aucun cycle en cours"
	}
	return fr.Count(len(cards), "atelier", "ateliers") + ", " +
		fr.Count(running, "cycle en cours ou à venir", "cycles en cours ou à venir")
}

// years are the school years to choose from, latest first: those that have a cycle, that of today and the next.
func years(cycles []registry.CycleRow, today data.Date, shown int) []int {
	now := int(calendar.SchoolYearOf(today))
	out := []int{now + 1, now, shown}
	for _, c := range cycles {
		out = append(out, c.SchoolYear)
	}
	slices.Sort(out)
	slices.Reverse(out)
	return slices.Compact(out)
}
