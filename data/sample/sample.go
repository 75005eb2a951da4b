// Package sample invents a town: Sauvelande, its children, its workshops and several school years of work, as plain
// values. The demo, the screenshots, the benchmarks and many tests stand on it. Nothing in it is real, and the same
// options always give the same town.
//
// The named children (cast.go) come from the mockups. Beyond some sixty children the town grows by quarters: each
// quarter has its own rooms, facilitators and weekly timetable, so groups never collide except where it is wanted.
package sample

import (
	"fmt"
	"time"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
)

// Options say which town to invent. Zero Children and Years mean 64 and 2. Today is needed: the last school year is the
// one of that day, and what has happened stops the day before.
type Options struct {
	Children, Years int
	Seed            uint64
	Today           data.Date
}

// Town is everything a team would have typed.
type Town struct {
	Settings     data.Settings
	Members      []data.Member
	Facilitators []data.Facilitator
	Rooms        []data.Room
	Schools      []data.School
	Families     []data.Family
	Children     []data.Child
	Partners     []data.Partner
	Rubrics      []data.Rubric
	Workshops    []data.Workshop
	Cycles       []data.Cycle
	Groups       []data.Group
	Enrollments  []data.Enrollment
	Sessions     []data.Session
	Attendance   []data.Attendance
	Observations []data.Observation
	Evaluations  []data.Evaluation
	Bilans       []data.Bilan
	GroupBilans  []data.GroupBilan
	Notes        []data.Note
	YearReports  []data.YearReport
	ActionPlans  []data.ActionPlan

	Commissions     []data.Commission
	CommissionCases []data.CommissionCase
	Agreements      []data.Agreement
	Referrals       []data.Referral
	Interviews      []data.Interview
}

// The walls of what can be asked for.
const (
	mostChildren = 20_000
	mostYears    = 15
	quarterSize  = 56 // children for one set of rooms and facilitators
)

// New invents a town.
func New(o Options) (Town, error) {
	b, err := newBuilder(o)
	if err != nil {
		return Town{}, err
	}
	b.settle()
	for year := b.year - b.opts.Years + 1; year <= b.year; year++ {
		for _, q := range b.quarters {
			b.runYear(q, year)
		}
	}
	b.leaveTraces()
	b.constrain()
	b.examine()
	b.network()
	b.comment()
	b.planActions()
	return b.town, b.draw.err
}

func newBuilder(o Options) (*builder, error) {
	if o.Children == 0 {
		o.Children = 64
	}
	if o.Years == 0 {
		o.Years = 2
	}
	switch {
	case !o.Today.Valid():
		return nil, fmt.Errorf("inventing a town: today: %w", data.ErrBadDate)
	case o.Children < 1 || o.Children > mostChildren:
		return nil, fmt.Errorf("inventing a town of %d children: %w", o.Children, data.ErrOutOfRange)
	case o.Years < 1 || o.Years > mostYears:
		return nil, fmt.Errorf("inventing %d years: %w", o.Years, data.ErrOutOfRange)
	}
	return &builder{
		draw:  newDraw(o.Seed),
		texts: readTexts(),
		opts:  o,
		year:  int(calendar.SchoolYearOf(o.Today)),
	}, nil
}

// builder holds what is known while the town is being invented.
type builder struct {
	draw  *draw
	texts texts
	opts  Options
	year  int // the last school year
	town  Town

	cal       calendar.Calendar
	quarters  []*quarter
	kids      []*kid // same order as town.Children
	workshops map[data.Discipline]*data.Workshop
	rubrics   map[data.Discipline]*data.Rubric
	phones    int
}

// settle invents all that stays from one year to the next.
func (b *builder) settle() {
	b.setUp()
	b.settleTeam()
	b.settlePartners()
	b.settleQuarters()
	b.settleSchools()
	b.settleChildren()
	b.settleFamilies()
	b.settlePathways()
}

// setUp fills the settings, grids and workshops, and builds the calendar that follows from them.
func (b *builder) setUp() {
	s := fr.DefaultSettings()
	s.ID = id[data.Settings](b.draw)
	s.Town = "Sauvelande"
	s.Address = data.Address{Street: "2, place du Marché", PostCode: postCode, Town: "Sauvelande"}
	s.Phone = b.phone()
	s.Email = "pre@sauvelande.example"
	s.Logo = logo
	s.Zone = "B"
	s.SchoolYear = b.year
	known := calendar.New(calendar.Settings{Zone: calendar.ZoneB})
	var typed []calendar.TypedYear
	for year := b.year - b.opts.Years + 1; year <= b.year; year++ {
		if known.Known(data.NewDate(year, time.October, 1)) {
			continue
		}
		t := calendar.TypedYear{Year: calendar.SchoolYear(year)}
		for _, p := range usualHolidays(year) {
			s.Holidays = append(s.Holidays, p)
			t.Holidays = append(t.Holidays, calendar.Period{From: p.From, To: p.To, Name: p.Name})
		}
		typed = append(typed, t)
	}
	b.town.Settings = s
	b.cal = calendar.New(calendar.Settings{Zone: calendar.ZoneB, Typed: typed})
	b.setUpWorkshops()
}

func (b *builder) setUpWorkshops() {
	full, short := fr.DefaultRubric(), shortRubric()
	full.ID, short.ID = id[data.Rubric](b.draw), id[data.Rubric](b.draw)
	b.town.Rubrics = []data.Rubric{full, short}
	b.town.Workshops = fr.DefaultWorkshops()
	b.workshops = map[data.Discipline]*data.Workshop{}
	b.rubrics = map[data.Discipline]*data.Rubric{}
	for i := range b.town.Workshops {
		w := &b.town.Workshops[i]
		w.ID = id[data.Workshop](b.draw)
		grid := &b.town.Rubrics[1]
		if w.Discipline == data.Psychoeducation || w.Discipline == data.SocialSkills {
			grid = &b.town.Rubrics[0]
		}
		w.RubricID = grid.ID
		b.workshops[w.Discipline], b.rubrics[w.Discipline] = w, grid
	}
}

// shortRubric is the five-line grid of the mockups.
func shortRubric() data.Rubric {
	return data.Rubric{
		Name:   "Grille courte",
		Levels: fr.DefaultRubric().Levels,
		Criteria: []data.Criterion{
			{Key: 1, Label: "Exprimer ses émotions", Skill: data.Emotional},
			{Key: 2, Label: "Confiance en soi", Skill: data.Emotional},
			{Key: 3, Label: "Relation aux autres", Skill: data.Social},
			{Key: 4, Label: "Demander de l’aide", Skill: data.Social},
			{Key: 5, Label: "Attention", Skill: data.Cognitive},
		},
	}
}

// usualHolidays are believable zone B holidays for a school year that no table knows. The team of the town has typed them.
func usualHolidays(year int) []data.DayPeriod {
	saturday := func(y int, m time.Month, day int) data.Date {
		d := data.NewDate(y, m, day)
		return d.AddDays((int(time.Saturday) - int(d.Weekday()) + 7) % 7)
	}
	weeks := func(name string, from data.Date) data.DayPeriod {
		return data.DayPeriod{From: from, To: from.AddDays(15), Name: name}
	}
	winter := saturday(year+1, time.February, 8)
	return []data.DayPeriod{
		weeks("Vacances de la Toussaint", saturday(year, time.October, 17)),
		weeks("Vacances de Noël", saturday(year, time.December, 17)),
		weeks("Vacances d’hiver", winter),
		weeks("Vacances de printemps", winter.AddDays(56)),
		{From: saturday(year+1, time.July, 3), To: data.NewDate(year+1, time.August, 31), Name: "Vacances d’été"},
	}
}
