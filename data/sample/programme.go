package sample

import (
	"fmt"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
)

// slot is one group's place in the week.
type slot struct {
	name     string // "" for a group of one, which takes the child's name
	room     string
	start    data.TimeOfDay
	minutes  int
	capacity int
	want     int // children placed when the cycle is open
}

// plan is one cycle of a quarter's year. first and count are ranks among the Wednesdays of the season.
type plan struct {
	discipline   data.Discipline
	number       int
	name         string
	first, count int
	slots        []slot
}

// plans is the timetable of a quarter, the same every year. Groups that few children fit come first. The first quarter's is the one of the mockups:
//
//	            9h     10h     11h    12h    13h     14h     15h     16h
//	petite salle  [psy 9h30][psy 10h45]                [psy 14h30]
//	grande salle                                 [art 1 ][art 2 ]
//	salle 2     [so ][ trio 10h15 ]         [trio 13h30 ][so ]
//	salle A            [psychoéd 1]              [psychoéd 2]
//	salle B                                                      [penseurs]
func plans(q *quarter, wednesdays int) []plan {
	art := []slot{
		{"Groupe 1", largeRoom, data.At(14, 0), 60, 7, 7},
		{"Groupe 2", largeRoom, data.At(15, 15), 60, 7, 7},
	}
	learn := []slot{
		{"Groupe 1", schoolA, data.At(10, 0), 60, 6, 6},
		{"Groupe 2", schoolA, data.At(14, 0), 60, 6, 5},
	}
	calm := []slot{
		{"", ccasRoom, data.At(9, 0), 60, 1, 1},
		{"Trio du matin", ccasRoom, data.At(10, 15), 90, 3, 2},
		{"Trio de l’après-midi", ccasRoom, data.At(13, 30), 90, 3, 3},
		{"", ccasRoom, data.At(15, 15), 60, 1, 1},
	}
	spring, talks := learn[:1], []int{1, 9, 15, 21}
	if q.index > 0 { // a larger town: more groups, fewer short cycles
		spring, talks = learn, talks[:1]
		art = append(art,
			slot{"Groupe 3", largeRoom, data.At(9, 0), 60, 7, 7}, slot{"Groupe 4", largeRoom, data.At(10, 15), 60, 7, 7})
		calm = []slot{
			{"Trio de 9\u00a0h", ccasRoom, data.At(9, 0), 90, 3, 3},
			{"Trio du matin", ccasRoom, data.At(10, 45), 90, 3, 3},
			{"Trio de l’après-midi", ccasRoom, data.At(13, 30), 90, 3, 3},
			{"Trio de 15\u00a0h\u00a015", ccasRoom, data.At(15, 15), 90, 3, 3},
		}
	}
	out := []plan{
		{data.Psychoeducation, 1, "Cycle 1", 1, 12, learn},
	}
	for i, first := range talks {
		name := [2]string{"6e et 5e", "Collégiens"}[i/2%2]
		out = append(out, plan{data.SocialSkills, i + 1, fmt.Sprintf("Cycle %d", i+1), first, 2,
			[]slot{{name, schoolB, data.At(16, 0), 60, 8, 6}}})
	}
	out = append(out,
		plan{data.ArtTherapy, 1, "Cycle 1", 0, 12, art},
		plan{data.Sophrology, 1, "Année", 0, wednesdays, calm})
	hours := []data.TimeOfDay{data.At(10, 45), data.At(14, 30), data.At(9, 30)}
	for i, first := 0, 1; first+4 <= wednesdays; i, first = i+1, 1+(i+1)%3+(i+1)/3*4 {
		if q.index > 0 && i%3 == 2 {
			continue
		}
		out = append(out, plan{data.Psychologist, first, fmt.Sprintf("Série %d", i+1), first, 4,
			[]slot{{"", smallRoom, hours[i%3], 60, 1, 1}}})
	}
	// Last, so that the spring cycles leave the children of the mockups where they are.
	return append(out,
		plan{data.ArtTherapy, 2, "Cycle 2", 12, 12, art},
		plan{data.Psychoeducation, 2, "Cycle 2", 14, 12, spring})
}

// run is one cycle while it is being invented.
type run struct {
	plan
	q        *quarter
	year     int
	dates    []data.Date
	past     int  // sessions whose day has gone by
	over     bool // the last session has gone by
	closed   bool
	cycle    data.ID[data.Cycle]
	workshop *data.Workshop
	rubric   *data.Rubric
}

// current reports whether the run belongs to the year on screen, in the quarter of the mockups.
func (b *builder) current(r *run) bool { return r.year == b.year && r.q.index == 0 }

// runYear opens the cycles of a quarter in one school year, and lives them up to today.
func (b *builder) runYear(q *quarter, year int) {
	from, to := b.town.Settings.Season(year)
	wednesdays, err := b.cal.Lay(calendar.Rule{Weekday: time.Wednesday, First: from, Until: to, SkipHolidays: true})
	if err != nil && b.draw.err == nil {
		b.draw.err = err
		return
	}
	for _, k := range q.kids {
		k.placed = 0
	}
	for _, p := range plans(q, len(wednesdays)) {
		r := &run{plan: p, q: q, year: year, dates: wednesdays[p.first : p.first+p.count]}
		if r.dates[0] > b.opts.Today.AddDays(openAhead) {
			continue
		}
		for _, d := range r.dates {
			if d < b.opts.Today {
				r.past++
			}
		}
		r.over = r.past == p.count
		r.closed = r.over && (r.dates[p.count-1] < b.opts.Today.AddDays(-21) || to < b.opts.Today.AddDays(-14))
		r.workshop, r.rubric = b.workshops[p.discipline], b.rubrics[p.discipline]
		groups := len(b.town.Groups)
		b.openCycle(r)
		for i, s := range p.slots {
			b.openGroup(r, i, s)
		}
		if len(b.town.Groups) == groups { // a tiny town: nobody to place
			b.town.Cycles = b.town.Cycles[:len(b.town.Cycles)-1]
			continue
		}
		b.fillWaitingList(r)
	}
}

// openAhead is how many days before its first session a cycle is open for enrolment.
const openAhead = 45

func (b *builder) openCycle(r *run) {
	last := r.dates[len(r.dates)-1]
	c := data.Cycle{
		WorkshopID: r.workshop.ID, Name: r.name, SchoolYear: r.year, RubricID: r.rubric.ID, EndBilanDue: last,
		Rule: data.DateRule{Weekday: time.Wednesday, First: r.dates[0], Count: r.count, SkipHolidays: true},
	}
	if r.q.name != "" {
		c.Name += ", " + r.q.name
	}
	switch {
	case r.workshop.DecisionAfter > 0:
		c.EndBilanDue = 0 // the decision stands for it
	case r.count < 12:
		c.EndBilanDue = last.AddDays(14)
	}
	if after := r.workshop.MidBilanAfter; after > 0 {
		c.MidBilanDue = r.dates[min(after+2, r.count-1)]
	}
	if r.closed {
		c.State = data.CycleClosed
	}
	c.ID = id[data.Cycle](b.draw)
	r.cycle = c.ID
	b.town.Cycles = append(b.town.Cycles, c)
}

// openGroup writes a group, places its children, then holds its sessions.
func (b *builder) openGroup(r *run, n int, s slot) {
	g := data.Group{
		CycleID: r.cycle, Name: s.name, Start: s.start, LengthMinutes: s.minutes, RoomID: r.q.rooms[s.room],
		FacilitatorID: r.q.facilitators[r.discipline], Capacity: s.capacity,
	}
	kids := b.place(r, n, s)
	if len(kids) == 0 {
		return // nobody to place: the team would not open it
	}
	if g.Name == "" {
		g.Name = fr.ShortName(kids[0].first, b.town.Children[kids[0].index].LastName)
	}
	g.ID = id[data.Group](b.draw)
	b.town.Groups = append(b.town.Groups, g)
	live := &groupLife{run: r, rank: n, group: g}
	for _, k := range kids {
		b.enroll(live, k)
	}
	b.holdSessions(live)
	b.evaluate(live)
	b.writeBilans(live)
}

// groupLife is a group and the children in it.
type groupLife struct {
	*run
	rank    int // 0 for the first group of the cycle
	group   data.Group
	kids    []*kid
	entries []data.Enrollment // same order as kids
	dropped []bool            // sessions cancelled, by rank
}

// is reports whether this is a group of the mockups: of the year on screen, in the first quarter.
func (b *builder) is(l *groupLife, d data.Discipline, number, rank int) bool {
	return b.current(l.run) && l.discipline == d && l.number == number && l.rank == rank
}
