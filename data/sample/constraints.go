package sample

import (
	"fmt"
	"slices"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
)

// constrain says what a plan must hold to: hours, rooms, workshops, children, requests. Nothing here is drawn, so that the
// town stays what it was.
func (b *builder) constrain() {
	b.setTheDay()
	b.orderRooms()
	for _, q := range b.quarters {
		b.hourFacilitators(q)
	}
	b.shapeWorkshops()
	b.constrainChildren()
	b.writeRequests()
}

// setTheDay sets the escorts and keeps the last Wednesdays of the season to replace cancelled sessions.
func (b *builder) setTheDay() {
	s := &b.town.Settings
	s.TripsPerStart, s.ChildrenPerTrip = 3, 4
	from, to := s.Season(b.year)
	days := b.cal.Working(time.Wednesday, from, to)
	s.SpareDays = days[max(0, len(days)-spareWednesdays):]
}

const spareWednesdays = 5

// orderRooms keeps the order in which rooms were written: that of the mockups.
func (b *builder) orderRooms() {
	for i := range b.town.Rooms {
		b.town.Rooms[i].Order = i + 1
	}
}

// hourFacilitators says when the facilitators of a quarter can come, and what they give. In the first quarter they come
// for the groups of the mockups; one of them is away for a day, some weeks from now.
func (b *builder) hourFacilitators(q *quarter) {
	morning, afternoon := data.Span{From: data.At(9, 0), To: data.At(12, 0)}, data.Span{From: data.At(13, 30), To: data.At(18, 0)}
	hours := map[data.Discipline][]data.Span{
		data.ArtTherapy: {afternoon}, data.Sophrology: {morning, afternoon}, data.Psychoeducation: {morning, afternoon},
		data.Psychologist: {morning, {From: data.At(14, 0), To: data.At(17, 0)}}, data.SocialSkills: {{From: data.At(15, 30), To: data.At(18, 0)}},
	}
	for i := range b.town.Facilitators {
		f := &b.town.Facilitators[i]
		for _, discipline := range disciplines {
			if q.facilitators[discipline] != f.ID {
				continue
			}
			spans := hours[discipline]
			if q.index > 0 {
				spans = []data.Span{morning, afternoon}
			}
			f.WorkshopIDs = []data.ID[data.Workshop]{b.workshops[discipline].ID}
			for _, s := range spans {
				f.Hours = append(f.Hours, data.WeekHours{Weekday: time.Wednesday, From: s.From, To: s.To})
			}
			if discipline == data.Psychoeducation && q.index == 0 {
				away := b.wednesdayAfter(b.opts.Today.AddDays(28))
				f.Exceptions = []data.DatedHours{{From: away, To: away, Away: true, Reason: "Formation"}}
			}
		}
	}
}

var disciplines = []data.Discipline{data.ArtTherapy, data.Sophrology, data.Psychoeducation, data.Psychologist, data.SocialSkills}

func (b *builder) wednesdayAfter(d data.Date) data.Date {
	return d.AddDays((int(time.Wednesday) - int(d.Weekday()) + 7) % 7)
}

// shapeWorkshops says how few children make a group.
func (b *builder) shapeWorkshops() {
	for discipline, least := range map[data.Discipline]int{data.ArtTherapy: 4, data.Sophrology: 2, data.Psychoeducation: 3, data.SocialSkills: 4} {
		b.workshops[discipline].MinChildren = least
	}
	if len(b.quarters) == 1 {
		b.workshops[data.ArtTherapy].Earliest, b.workshops[data.ArtTherapy].Latest = data.At(13, 30), data.At(17, 0)
	}
}

// constrainChildren says of some children when they cannot come, who fetches them, which half of the day suits them. A
// child is never busy at the hour of a group.
func (b *builder) constrainChildren() {
	hours := []struct {
		from, to data.TimeOfDay
		reason   string
	}{
		{data.At(9, 0), data.At(10, 30), "Judo"}, {data.At(16, 30), data.At(18, 0), "École de musique"}, {data.At(10, 0), data.At(12, 0), "Football"},
	}
	for n, k := range b.kids {
		c := &b.town.Children[k.index]
		x := hours[n%len(hours)]
		taken := slices.ContainsFunc(k.busy, func(y busy) bool {
			return data.Overlaps(x.from, int(x.to-x.from), y.start, y.minutes)
		})
		if n%5 == 4 && !taken {
			c.Busy = []data.WeekHours{{Weekday: time.Wednesday, From: x.from, To: x.to, Reason: x.reason}}
		}
		switch {
		case k.part == nil && n%6 == 1 && k.birth.AgeOn(b.opts.Today) < 9:
			c.NeedsEscort = data.Yes
		case n%6 == 2:
			c.NeedsEscort = data.No
		}
		if n%4 == 3 {
			c.Prefers = data.Morning + data.HalfDay(n/4%2)
		}
	}
	b.pair("Zoé", "Nolan", func(a, z *data.Child) { a.Apart = append(a.Apart, z.ID) })
	b.pair("Lila", "Aminata", func(a, z *data.Child) { a.Together = append(a.Together, z.ID) })
}

// pair says something between two children of the mockups, when the town is large enough to have them.
func (b *builder) pair(first, second string, say func(a, z *data.Child)) {
	var found [2]*data.Child
	for _, k := range b.kids {
		if k.part != nil && k.first == first {
			found[0] = &b.town.Children[k.index]
		}
		if k.part != nil && k.first == second {
			found[1] = &b.town.Children[k.index]
		}
	}
	if found[0] != nil && found[1] != nil {
		say(found[0], found[1])
	}
}

// writeRequests says of each place and each wait who asked, and when the commission decided.
func (b *builder) writeRequests() {
	children := map[data.ID[data.Child]]*data.Child{}
	for i := range b.town.Children {
		children[b.town.Children[i].ID] = &b.town.Children[i]
	}
	for i := range b.town.Enrollments {
		e := &b.town.Enrollments[i]
		c := children[e.ChildID]
		e.AskedBy = c.Pathway.SpottedBy
		if c.Pathway.Approved() {
			e.DecidedOn = c.Pathway.CommissionOn
		}
		if e.State == data.Waiting && c.FirstName == "Louise" {
			e.Priority = data.High
		}
	}
}

// Autumn invents the same town before anything is planned: workshops, rooms, facilitators, children and their requests
// for cycles that have no group yet and begin on the next Wednesday of the season. Today is best a day of September.
func Autumn(o Options) (Town, error) {
	b, err := newBuilder(o)
	if err != nil {
		return Town{}, err
	}
	b.settle()
	cycles := map[data.Discipline]data.ID[data.Cycle]{}
	groups := map[data.Discipline]int{
		data.ArtTherapy: 3, data.Sophrology: 4, data.Psychoeducation: 2, data.Psychologist: 4, data.SocialSkills: 2,
	}
	from, to := b.town.Settings.Season(b.year)
	days, err := b.cal.Lay(calendar.Rule{Weekday: time.Wednesday, First: max(from, o.Today), Until: to, SkipHolidays: true})
	if err != nil {
		return Town{}, fmt.Errorf("inventing an autumn: %w", err)
	}
	if len(days) == 0 {
		return Town{}, fmt.Errorf("inventing an autumn on %s: no Wednesday is left: %w", o.Today, data.ErrOutOfRange)
	}
	for _, d := range disciplines {
		w := b.workshops[d]
		w.Groups = groups[d] * len(b.quarters)
		c := data.Cycle{
			WorkshopID: w.ID, Name: "Automne", SchoolYear: b.year, RubricID: w.RubricID,
			Rule: data.DateRule{Weekday: time.Wednesday, First: days[0], Count: min(w.Sessions, len(days)), SkipHolidays: true},
		}
		c.ID = id[data.Cycle](b.draw)
		cycles[d] = c.ID
		b.town.Cycles = append(b.town.Cycles, c)
	}
	for n, k := range b.kids {
		if k.follows(b.year) {
			b.ask(n, k, cycles)
		}
	}
	b.constrain()
	for i := range b.town.Enrollments {
		b.town.Enrollments[i].Priority = [...]data.Priority{data.Normal, data.Normal, data.High, data.Normal, data.Normal, data.Normal, data.Urgent}[i%7]
	}
	return b.town, b.draw.err
}

// ask writes one request of a child, or two: the workshop of the age first.
func (b *builder) ask(n int, k *kid, cycles map[data.Discipline]data.ID[data.Cycle]) {
	var wanted []data.Discipline
	switch grade := gradeIn(k.birth.Year(), b.year); {
	case grade == data.CP:
		wanted = append(wanted, data.Psychoeducation)
	case grade >= data.Sixieme && grade <= data.Troisieme:
		wanted = append(wanted, data.SocialSkills)
	}
	age := k.birth.AgeOn(b.opts.Today)
	switch {
	case n%9 == 2:
		wanted = append(wanted, data.Psychologist)
	case n%3 == 1 && age >= 6 && age <= 16:
		wanted = append(wanted, data.Sophrology)
	case age >= 5 && age <= 12:
		wanted = append(wanted, data.ArtTherapy)
	}
	for _, d := range wanted {
		e := data.Enrollment{
			ChildID: b.town.Children[k.index].ID, CycleID: cycles[d], State: data.Waiting,
			RequestedOn: b.opts.Today.AddDays(-(3 + n*11%80)),
		}
		e.ID = id[data.Enrollment](b.draw)
		b.town.Enrollments = append(b.town.Enrollments, e)
	}
}
