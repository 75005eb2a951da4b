// Package stats counts the figures of a school year: children and families, who they are, how they came and left, what
// was held for them, who came, what was written. It is pure: plain facts in, counts out, no store and no clock.
//
//	facts of a year (Year) ─ Count ─▶ Figures ─ Masked ─▶ what may leave the office
//
// What is not known is counted apart (Unsaid), never as zero or as a « no ».
package stats

import (
	"mercredi/data"
)

// Year is what the figures of a school year are counted from.
type Year struct {
	From, To data.Date // 1 September and 31 August
	On       data.Date // the day of counting: nothing later has happened
	Bands    []data.AgeSpan
	// Children are all those of the file; Count keeps those who were followed in the year.
	Children []Child
	// Traces are the figures of this year that anonymised children left.
	Traces []data.Figure
	// Workshops name those that traces are of.
	Workshops    []Workshop
	Groups       []Group // of the cycles of the year
	Requests     []Request
	Partners     []Partner
	Orientations []Orientation
	Interviews   []Interview
	Meetings     []Meeting
}

// Child is a child with the school, nil when it is not said.
type Child struct {
	*data.Child
	School *data.School
}

// Group is one group with what its children lived.
type Group struct {
	Workshop Workshop
	// Name is "" where it could tell a child: in a workshop that receives one child at a time.
	Name            string
	Capacity, Taken int // places, and those that are taken on the day of counting
	Sessions        []Session
	Places          []Place
	Bilans          Bilans
}

// Workshop is the template of a group.
type Workshop struct {
	ID         data.ID[data.Workshop]
	Name       string
	Discipline data.Discipline
}

// Session is one session of a group. Marked says that somebody's presence was noted.
type Session struct {
	On     data.Date
	State  data.SessionState
	Marked bool
}

// Place is a child in a group, with the presences there up to the day of counting.
type Place struct {
	Child data.ID[data.Child]
	data.Regularity
}

// Request is a child on a waiting list.
type Request struct {
	Child    data.ID[data.Child]
	Workshop Workshop
}

// Bilans counts those that are owed by the day of counting. Late ones are owed, not done, and past their day.
type Bilans struct{ Owed, Done, Late int }

// Partner is a structure of the network. Active says that it ran a session or received an orientation in the year.
type Partner struct {
	Kind   data.PartnerKind
	Active bool
}

// Orientation is one orientation asked for in the year. OfferedOn is the first interview offered, zero when not said.
type Orientation struct {
	Child              data.ID[data.Child]
	Kind               data.PartnerKind
	State              int // as the domain numbers them
	AskedOn, OfferedOn data.Date
}

// Interview is one interview of the year under an agreement. Outcome is as the domain numbers them, 0 not said.
type Interview struct {
	Child   data.ID[data.Child]
	Outcome int
}

// Meeting is one meeting of the commission, and the situations examined there.
type Meeting struct {
	On    data.Date
	Cases []data.Decision
}

// Total is a number of the figures. Hidden says that it is masked: N is then zero and means nothing.
type Total struct {
	N      int
	Hidden bool
}

// Row is one line of a list: Key is an enum of the domain or a rank, Text a free word, for lists made of those.
type Row struct {
	Key  int
	Text string
	Total
}

// OtherKey is the key of a row that gathers the small ones of free words.
const OtherKey = -1

// List counts the same things by one criterion. Rows and Unsaid make Whole, unless Several: one thing is then in
// several rows.
type List struct {
	Rows    []Row
	Unsaid  Total
	Whole   Total
	Several bool
}

// Of is the count of a key, zero when there is none.
func (l List) Of(key int) Total {
	for _, row := range l.Rows {
		if row.Key == key {
			return row.Total
		}
	}
	return Total{}
}

// AgeRow is a band of ages, girls and boys apart.
type AgeRow struct {
	Band                      data.AgeSpan // the zero band: not said, or outside of all
	Girls, Boys, Unsaid, Both Total        // Both is the three together
}

// Line is what was held and lived in one workshop or group.
type Line struct {
	Workshop        Workshop
	Group           string
	Children        Total // distinct children who have or had a place
	Taken, Capacity int
	Waiting         Total
	Sessions        Sessions
	data.Regularity
	Bilans Bilans
	// Hidden says that all that counts its children is masked: everything but Sessions, Capacity and Waiting is then zero.
	Hidden bool
}

// Sessions counts sessions up to the day of counting; Planned is the three together. ToCome ones are beyond.
type Sessions struct{ Held, Cancelled, Unsaid, ToCome int }

// Planned is how many sessions there should have been by the day of counting.
func (s Sessions) Planned() int { return s.Held + s.Cancelled + s.Unsaid }

// Month is what was held in a month, the date being its first day.
type Month struct {
	First data.Date
	Sessions
}

// Delay is how long was waited between an orientation and the first interview offered, in days.
type Delay struct {
	Counted int // orientations whose interview is known
	Unsaid  int
	Median  int
	Within  int // of those counted, offered within the delay asked for
}

// Figures are the figures of a school year.
type Figures struct {
	From, To, On data.Date
	Bands        []data.AgeSpan

	Children   Total // followed in the year, anonymised ones included
	Anonymised int   // of those
	Families   Total
	NoFamily   int // children followed whose family is not said
	Sex        List
	Ages       []AgeRow // the bands, then what is not said
	Area       List     // data.Answer: home in a QPV
	Network    List     // data.Network
	Eligible   List     // data.Answer: home in a QPV, or school in REP or in a QPV
	Grades     List     // data.Grade
	Spotted    List     // who noticed the child, in free words
	Reasons    List     // fragilities, in the team's words

	Entries Total // pathways that began in the year
	Exits   List  // pathways that ended in the year, by reason
	Lengths List  // of those, data.Length
	Running List  // pathways that go on, by data.Length up to the day of counting

	Meetings int
	Examined List // data.Decision

	Months    []Month
	Workshops []Line // by name
	All       Line
	Groups    []Line // by workshop and name; those that could tell a child are left out

	Partners     List // data.PartnerKind
	Active       int  // partners active in the year
	Orientations List // data.PartnerKind
	Outcomes     List // as the domain numbers them
	Delay        Delay
	Interviews   List // as the domain numbers them

	// Below is the count under which numbers were masked; zero when nothing was.
	Below int
}
