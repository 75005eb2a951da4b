// Package instances invents planning problems for tests and measurements: a size and a seed always give the same one.
// Nobody in them is real. It is no part of the program.
package instances

import (
	"fmt"
	"math/rand/v2"

	"mercredi/data"
	"mercredi/data/planning"
)

// Shape says how large a problem is and what it is made of.
type Shape struct {
	Children, Rooms, Facilitators, Requests int
	// GroupsPerWorkshop is the mean of max_groups; there are always eight workshops.
	GroupsPerWorkshop int
	TripsPerStart     int
	StepMinutes       int
}

// The sizes of the measurements: a small team, a usual one, a large one.
var (
	Tiny   = Shape{Children: 24, Rooms: 2, Facilitators: 3, Requests: 32, GroupsPerWorkshop: 1, TripsPerStart: 2, StepMinutes: 30}
	Small  = Shape{Children: 60, Rooms: 3, Facilitators: 5, Requests: 80, GroupsPerWorkshop: 2, TripsPerStart: 3, StepMinutes: 30}
	Medium = Shape{Children: 120, Rooms: 5, Facilitators: 7, Requests: 166, GroupsPerWorkshop: 3, TripsPerStart: 4, StepMinutes: 30}
	Large  = Shape{Children: 300, Rooms: 13, Facilitators: 19, Requests: 416, GroupsPerWorkshop: 7, TripsPerStart: 7, StepMinutes: 30}
)

var order = []planning.Grade{"MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2", "6e", "5e", "4e", "3e", "2de", "1re", "Tle"}

const (
	youngest    = 4 // age in the first grade of order
	reference   = planning.Date(20260920)
	longestWait = 300 // days
)

// Make invents a problem, without a current plan.
func Make(s Shape, seed uint64) *planning.Problem {
	m := maker{Shape: s, Rand: rand.New(rand.NewPCG(seed, 0x4d657263)), p: &planning.Problem{
		Format: planning.FormatProblem, ReferenceDate: reference, StepMinutes: s.StepMinutes,
		Day:     planning.Day{Start: 9 * 60, End: 18 * 60, Breaks: []planning.Span{{Start: 12 * 60, End: 13*60 + 30}}},
		Escorts: &planning.Escorts{TripsPerStart: s.TripsPerStart, ChildrenPerTrip: 4},
	}}
	m.paired = map[[2]int]bool{}
	m.rooms()
	m.facilitators()
	m.workshops()
	m.children()
	m.requests()
	m.p.Apart = m.pairs(s.Children / 12)
	m.p.Together = m.pairs(s.Children / 12)
	return m.p
}

type maker struct {
	Shape
	*rand.Rand
	p      *planning.Problem
	grades []int // of the children, in order
	paired map[[2]int]bool
}

// chance is true in so many cases of a hundred.
func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

// between is a number, both ends included.
func (m *maker) between(low, high int) int { return low + m.IntN(high-low+1) }

func (m *maker) rooms() {
	for i := range m.Rooms {
		m.p.Rooms = append(m.p.Rooms, planning.Room{ID: fmt.Sprintf("r%d", i+1), Places: m.between(6, 12)})
	}
	m.p.Rooms[0].Places = 12
}

func (m *maker) facilitators() {
	days := [][]planning.Span{
		{{Start: 9 * 60, End: 18 * 60}},
		{{Start: 9 * 60, End: 12 * 60}},
		{{Start: 13*60 + 30, End: 18 * 60}},
		{{Start: 13*60 + 30, End: 16*60 + 30}},
		{{Start: 10 * 60, End: 12 * 60}, {Start: 14 * 60, End: 17 * 60}},
	}
	for i := range m.Facilitators {
		m.p.Facilitators = append(m.p.Facilitators, planning.Facilitator{ID: fmt.Sprintf("f%d", i+1), Available: days[m.IntN(len(days))]})
	}
}

func (m *maker) workshops() {
	const kinds = 8
	for i := range kinds {
		low := m.between(0, 8)
		high := min(low+m.between(3, 6), len(order)-1)
		w := planning.Workshop{
			ID: fmt.Sprintf("w%d", i+1), LengthMinutes: []int{45, 60, 60, 60, 75, 90, 90, 120}[m.IntN(8)],
			Min: m.between(3, 5), MaxGroups: max(1, m.GroupsPerWorkshop+m.between(-1, 1)), Grades: order[low : high+1],
		}
		w.Max = w.Min + m.between(2, 4)
		if m.chance(70) {
			span := m.between(1, 3)
			w.MaxGradeSpan = &span
		}
		if m.chance(30) {
			w.Ages = &planning.Ages{From: youngest + low, To: youngest + high}
		}
		switch {
		case m.chance(15):
			w.Latest = 11 * 60
		case m.chance(25):
			w.Earliest, w.Latest = 13*60+30, 17*60
		}
		if m.chance(20) {
			w.Places = w.Max
		}
		for _, f := range m.Perm(m.Facilitators)[:min(m.Facilitators, m.between(1, 2)+m.Facilitators/6)] {
			w.Facilitators = append(w.Facilitators, m.p.Facilitators[f].ID)
		}
		m.p.Workshops = append(m.p.Workshops, w)
	}
}

func (m *maker) children() {
	families := 0
	for i := range m.Children {
		grade := min(m.between(0, 7)+m.between(0, 6), len(order)-1)
		age := youngest + grade + m.between(0, 1)
		c := planning.Child{
			ID: fmt.Sprintf("c%d", i+1), Grade: order[grade], Age: &age,
			School: fmt.Sprintf("s%d", m.between(1, 2+m.Children/30)), Available: m.hours(), Escort: m.chance(35),
		}
		if m.chance(35) {
			c.Prefers = []planning.HalfDay{planning.Morning, planning.Afternoon}[m.IntN(2)]
		}
		if i > 0 && m.chance(15) {
			c.Family = m.p.Children[m.IntN(i)].Family
		} else {
			families++
			c.Family = fmt.Sprintf("fam%d", families)
		}
		m.grades = append(m.grades, grade)
		m.p.Children = append(m.p.Children, c)
	}
}

// hours are when a child can come: most all day, some half of it, some not during an hour.
func (m *maker) hours() []planning.Span {
	day := planning.Span{Start: 9 * 60, End: 18 * 60}
	switch n := m.IntN(100); {
	case n < 60:
		return []planning.Span{day}
	case n < 72:
		return []planning.Span{{Start: 9 * 60, End: 12 * 60}}
	case n < 84:
		return []planning.Span{{Start: 13*60 + 30, End: 18 * 60}}
	default:
		busy := planning.Time(9*60 + 30*m.between(1, 15))
		return []planning.Span{{Start: day.Start, End: busy}, {Start: busy + 60, End: day.End}}
	}
}

// requests are for workshops of the child's grade, save a few that a person asked by mistake.
func (m *maker) requests() {
	asked := map[[2]int]bool{}
	for tries := 0; len(m.p.Requests) < m.Requests && tries < 100*m.Requests; tries++ {
		child, w := m.IntN(m.Children), m.IntN(len(m.p.Workshops))
		if len(m.p.Requests) < m.Children && tries < 10*m.Children {
			child = len(m.p.Requests)
		}
		fits := false
		for _, g := range m.p.Workshops[w].Grades {
			fits = fits || g == order[m.grades[child]]
		}
		if asked[[2]int{child, w}] || !fits && !m.chance(2) {
			continue
		}
		asked[[2]int{child, w}] = true
		r := planning.Request{Child: m.p.Children[child].ID, Workshop: m.p.Workshops[w].ID, Priority: planning.Normal}
		switch n := m.IntN(100); {
		case n < 15:
			r.Priority = planning.Urgent
		case n < 45:
			r.Priority = planning.High
		}
		if !m.chance(5) {
			r.Since = planning.Date(data.Date(reference).AddDays(-m.between(0, longestWait)))
		}
		m.p.Requests = append(m.p.Requests, r)
	}
}

// pairs are of two children each, none twice and none both apart and together.
func (m *maker) pairs(n int) []planning.Pair {
	var out []planning.Pair
	for range n {
		a, b := m.IntN(m.Children), m.IntN(m.Children)
		if a != b && !m.paired[[2]int{a, b}] && !m.paired[[2]int{b, a}] {
			m.paired[[2]int{a, b}] = true
			out = append(out, planning.Pair{m.p.Children[a].ID, m.p.Children[b].ID})
		}
	}
	return out
}
